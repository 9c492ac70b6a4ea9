//! Key exchange groups and signature schemes of providers.

mod common;

use std::ptr::{null, null_mut};

use common::*;
use rustls4j::provider::*;
use rustls_ffi::cipher::rustls_supported_ciphersuite;
use rustls_ffi::crypto_provider::{
    rustls_crypto_provider_ciphersuites_get, rustls_crypto_provider_ciphersuites_len,
};
use rustls_ffi::rustls_result as r;

const X25519: u16 = 0x001d;
const SECP256R1: u16 = 0x0017;
const SECP384R1: u16 = 0x0018;
const X25519MLKEM768: u16 = 0x11ec;
const SECP256R1MLKEM768: u16 = 0x11eb;
const MLKEM768: u16 = 0x0201;
const MLKEM1024: u16 = 0x0202;

fn with_groups(base: Option<&Provider>, groups: &[u16]) -> Result<Provider, u32> {
    with(base, &[], groups)
}

fn with(base: Option<&Provider>, suites: &[u16], groups: &[u16]) -> Result<Provider, u32> {
    let mut provider = null();
    let base = base.map_or(null(), |base| base.0);
    let result = unsafe {
        rustls4j_crypto_provider_with(
            base,
            suites.as_ptr(),
            suites.len(),
            groups.as_ptr(),
            groups.len(),
            &mut provider,
        )
    };
    match result {
        OK => Ok(Provider(provider)),
        result => {
            assert!(provider.is_null());
            Err(result)
        }
    }
}

fn groups(provider: &Provider) -> Vec<u16> {
    unsafe {
        (0..rustls4j_crypto_provider_kx_groups_len(provider.0))
            .map(|i| rustls4j_crypto_provider_kx_groups_get(provider.0, i))
            .collect()
    }
}

#[test]
fn every_group_can_be_chosen_and_is_used() {
    let supported: Vec<u16> = (0..rustls4j_supported_kx_groups_len())
        .map(|i| rustls4j_supported_kx_groups_get(i))
        .collect();
    assert_eq!(
        supported,
        [
            X25519MLKEM768,
            SECP256R1MLKEM768,
            X25519,
            SECP256R1,
            SECP384R1,
            MLKEM768,
            MLKEM1024
        ]
    );
    assert_eq!(rustls4j_supported_kx_groups_get(supported.len()), 0);
    let key = Authority::new("ca").issue("server.example").certified_key();
    for group in supported {
        let provider = with_groups(Some(&Provider::aws_lc()), &[group]).unwrap();
        assert_eq!(groups(&provider), [group]);
        let client = Client::with(&provider, &[TLS13], &[], trusting_verifier());
        let all = with_groups(None, &[X25519, SECP256R1, SECP384R1, group][..3]).unwrap();
        let all = match groups(&all).contains(&group) {
            true => all,
            false => with_groups(None, &[X25519, group]).unwrap(),
        };
        let server = Server::with(&all, &[TLS13], &[&key], null_mut());
        let (client, server) = connected(&client, &server);
        assert_eq!((client.group(), server.group()), (group, group));
    }
}

#[test]
fn the_default_prefers_the_hybrid() {
    let provider = Provider::aws_lc();
    assert_eq!(
        groups(&provider),
        [X25519MLKEM768, X25519, SECP256R1, SECP384R1]
    );
    let key = Authority::new("ca").issue("server.example").certified_key();
    let (client, _server) = connected(&Client::new(&BOTH), &Server::new(&BOTH, &[&key]));
    assert_eq!(client.group(), X25519MLKEM768);
}

fn suites(provider: &Provider) -> Vec<u16> {
    (0..rustls_crypto_provider_ciphersuites_len(provider.0))
        .map(|i| {
            let suite = rustls_crypto_provider_ciphersuites_get(provider.0, i);
            rustls_supported_ciphersuite::rustls_supported_ciphersuite_get_suite(suite)
        })
        .collect()
}

#[test]
fn suites_are_chosen_in_the_order_given() {
    let all = suites(&Provider::aws_lc());
    let backwards: Vec<u16> = all.iter().rev().copied().collect();
    let provider = with(None, &backwards, &[]).unwrap();
    assert_eq!(suites(&provider), backwards);
    assert_eq!(groups(&provider), groups(&Provider::aws_lc()));

    let one = with(Some(&provider), &[0x1303], &[SECP384R1]).unwrap();
    assert_eq!(suites(&one), [0x1303]);
    assert_eq!(groups(&one), [SECP384R1]);
    let key = Authority::new("ca").issue("server.example").certified_key();
    let client = Client::with(&one, &[TLS13], &[], trusting_verifier());
    let (client, _server) = connected(&client, &Server::new(&BOTH, &[&key]));
    assert_eq!((client.suite(), client.group()), (0x1303, SECP384R1));
}

#[test]
fn nothing_chosen_is_the_base() {
    let provider = with(None, &[], &[]).unwrap();
    assert_eq!(suites(&provider), suites(&Provider::aws_lc()));
    assert_eq!(groups(&provider), groups(&Provider::aws_lc()));
}

#[test]
fn bad_choices_are_refused() {
    let invalid = Some(r::InvalidParameter as u32);
    for groups in [&[0x9999][..], &[X25519, X25519], &[0x0019]] {
        assert_eq!(with_groups(None, groups).err(), invalid);
    }
    let one = with(None, &[0x1301], &[]).unwrap();
    for suites in [&[0x002f][..], &[0x1302], &[0x1301, 0x1301]] {
        assert_eq!(with(Some(&one), suites, &[]).err(), invalid);
    }
    unsafe {
        let with = |suites_len, out| {
            let groups = [X25519];
            rustls4j_crypto_provider_with(null(), null(), suites_len, groups.as_ptr(), 1, out)
        };
        let mut provider = null();
        assert_eq!(with(0, null_mut()), r::NullParameter as u32);
        assert_eq!(with(1, &mut provider), r::NullParameter as u32);
        assert!(provider.is_null());
        assert_eq!(rustls4j_crypto_provider_kx_groups_len(null()), 0);
        assert_eq!(rustls4j_crypto_provider_kx_groups_get(null(), 0), 0);
        assert_eq!(rustls4j_crypto_provider_signature_schemes_len(null()), 0);
        assert_eq!(rustls4j_crypto_provider_signature_schemes_get(null(), 0), 0);
    }
}

#[test]
fn signature_schemes_are_listed() {
    let provider = Provider::aws_lc();
    let schemes: Vec<u16> = unsafe {
        (0..rustls4j_crypto_provider_signature_schemes_len(provider.0))
            .map(|i| rustls4j_crypto_provider_signature_schemes_get(provider.0, i))
            .collect()
    };
    for scheme in [0x0403, 0x0503, 0x0603, 0x0804, 0x0807, 0x0401] {
        assert!(schemes.contains(&scheme), "{scheme:x}");
    }
    assert!(!schemes.contains(&0));
    let past = schemes.len();
    assert_eq!(
        unsafe { rustls4j_crypto_provider_signature_schemes_get(provider.0, past) },
        0
    );
}
