//! Key exchange groups and signature schemes of providers.

mod common;

use std::ptr::{null, null_mut};

use common::*;
use rustls4j::provider::*;
use rustls_ffi::rustls_result as r;

const X25519: u16 = 0x001d;
const SECP256R1: u16 = 0x0017;
const SECP384R1: u16 = 0x0018;
const X25519MLKEM768: u16 = 0x11ec;
const SECP256R1MLKEM768: u16 = 0x11eb;
const MLKEM768: u16 = 0x0201;
const MLKEM1024: u16 = 0x0202;

fn with_groups(base: Option<&Provider>, groups: &[u16]) -> Result<Provider, u32> {
    let mut provider = null();
    let base = base.map_or(null(), |base| base.0);
    let result = unsafe {
        rustls4j_crypto_provider_with_kx_groups(base, groups.as_ptr(), groups.len(), &mut provider)
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

#[test]
fn bad_groups_are_refused() {
    let invalid = Some(r::InvalidParameter as u32);
    for groups in [&[][..], &[0x9999], &[X25519, X25519], &[0x0019]] {
        assert_eq!(with_groups(None, groups).err(), invalid);
    }
    unsafe {
        let result =
            rustls4j_crypto_provider_with_kx_groups(null(), [X25519].as_ptr(), 1, null_mut());
        assert_eq!(result, r::NullParameter as u32);
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
