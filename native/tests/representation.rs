//! What `handle.rs` believes of upstream's pointers. When upstream changes, this fails first.

mod common;

use std::ffi::c_void;
use std::ptr::{null, null_mut};
use std::sync::Arc;

use common::*;
use rustls::client::danger::ServerCertVerifier;
use rustls::client::WebPkiServerVerifier;
use rustls::crypto::{aws_lc_rs, CryptoProvider};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::PrivateKeyDer;
use rustls::server::danger::ClientCertVerifier;
use rustls::server::{Accepted, WebPkiClientVerifier};
use rustls::sign::{CertifiedKey, SigningKey};
use rustls::{ClientConfig, RootCertStore, ServerConfig};
use rustls4j::handle::{into_boxed, into_shared, look, share, take_shared};
use rustls_ffi::acceptor::*;
use rustls_ffi::certificate::*;
use rustls_ffi::client::rustls_client_config;
use rustls_ffi::crypto_provider::*;
use rustls_ffi::server::rustls_server_config;
use rustls_ffi::verifier::*;
use rustls_ffi::{rustls_io_result, rustls_result as r};

#[test]
fn server_configs_are_arcs() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    let config = Server::new(&[TLS13], &[&key]);
    let shared: Arc<ServerConfig> = unsafe { share(config.0) }.unwrap();
    assert_eq!(Arc::strong_count(&shared), 2);
    assert_eq!(
        (shared.send_tls13_tickets, shared.ignore_client_order),
        (2, false)
    );
    drop(config);
    assert_eq!(Arc::strong_count(&shared), 1);
    let ours = Server(into_shared::<rustls_server_config>(shared));
    connected(&Client::new(&[TLS13]), &ours);
}

#[test]
fn client_configs_are_arcs() {
    let config = Client::new(&[TLS13]);
    let shared: Arc<ClientConfig> = unsafe { share(config.0) }.unwrap();
    assert_eq!(Arc::strong_count(&shared), 2);
    assert!(shared.enable_sni);
    drop(config);
    assert_eq!(Arc::strong_count(&shared), 1);
    let ours = Client(into_shared::<rustls_client_config>(shared));
    let key = Authority::new("ca").issue("server.example").certified_key();
    connected(&ours, &Server::new(&[TLS13], &[&key]));
}

#[test]
fn certified_keys_are_arcs() {
    let identity = Authority::new("ca").issue("server.example");
    let key = identity.certified_key();
    let shared: Arc<CertifiedKey> = unsafe { share(key.0) }.unwrap();
    assert_eq!(Arc::strong_count(&shared), 2);
    assert_eq!(shared.cert[0].as_ref(), identity.cert);
    let raw = key.0;
    std::mem::forget(key);
    drop(unsafe { take_shared::<rustls_certified_key>(raw) });
    assert_eq!(Arc::strong_count(&shared), 1);
    let ours = Key(into_shared::<rustls_certified_key>(shared));
    let result = rustls_certified_key::rustls_certified_key_keys_match(ours.0);
    assert_eq!(result, r::Ok);
}

#[test]
fn providers_are_arcs() {
    let provider = Provider::aws_lc();
    let shared: Arc<CryptoProvider> = unsafe { share(provider.0) }.unwrap();
    assert_eq!(Arc::strong_count(&shared), 2);
    let suites = rustls_crypto_provider_ciphersuites_len(provider.0);
    assert_eq!(shared.cipher_suites.len(), suites);
    let ours = Provider(into_shared::<rustls_crypto_provider>(shared));
    assert_eq!(rustls_crypto_provider_ciphersuites_len(ours.0), suites);
}

#[test]
fn root_stores_are_arcs() {
    let store = Authority::new("ca").store();
    let shared: Arc<RootCertStore> = unsafe { share(store.0) }.unwrap();
    assert_eq!((Arc::strong_count(&shared), shared.len()), (2, 1));
    drop(Roots(into_shared::<rustls_root_cert_store>(shared)));
}

#[test]
fn server_verifiers_are_boxes_of_arcs() {
    let roots: Arc<RootCertStore> = unsafe { share(Authority::new("ca").store().0) }.unwrap();
    let provider = Arc::new(aws_lc_rs::default_provider());
    let verifier: Arc<dyn ServerCertVerifier> =
        WebPkiServerVerifier::builder_with_provider(roots, provider)
            .build()
            .unwrap();
    let boxed = into_boxed::<rustls_server_cert_verifier>(verifier.clone());
    assert_eq!(Arc::strong_count(&verifier), 2);
    let client = Client::verifying(&BOTH, boxed);
    assert_eq!(Arc::strong_count(&verifier), 2);
    drop(client);
    assert_eq!(Arc::strong_count(&verifier), 1);

    let mut upstreams = null_mut();
    assert_ok(
        rustls_server_cert_verifier::rustls_platform_server_cert_verifier(&mut upstreams) as u32,
    );
    let inside = unsafe { look::<rustls_server_cert_verifier>(upstreams) }.unwrap();
    assert_eq!(Arc::strong_count(inside), 1);
    assert!(!inside.supported_verify_schemes().is_empty());
    rustls_server_cert_verifier::rustls_server_cert_verifier_free(upstreams);
}

#[test]
fn client_verifiers_are_boxes_of_arcs() {
    let authority = Authority::new("ca");
    let roots: Arc<RootCertStore> = unsafe { share(authority.store().0) }.unwrap();
    let provider = Arc::new(aws_lc_rs::default_provider());
    let verifier: Arc<dyn ClientCertVerifier> =
        WebPkiClientVerifier::builder_with_provider(roots, provider)
            .build()
            .unwrap();
    let boxed = into_boxed::<rustls_client_cert_verifier>(verifier.clone());
    let key = authority.issue("server.example").certified_key();
    let server = Server::verifying(&BOTH, &[&key], boxed);
    assert_eq!(Arc::strong_count(&verifier), 2);
    drop(server);
    assert_eq!(Arc::strong_count(&verifier), 1);

    use rustls_web_pki_client_cert_verifier_builder as b;
    let builder = b::rustls_web_pki_client_cert_verifier_builder_new(authority.store().0);
    let mut upstreams = null_mut();
    let result = b::rustls_web_pki_client_cert_verifier_builder_build(builder, &mut upstreams);
    assert_eq!(result, r::Ok);
    b::rustls_web_pki_client_cert_verifier_builder_free(builder);
    let inside = unsafe { look::<rustls_client_cert_verifier>(upstreams) }.unwrap();
    assert_eq!(Arc::strong_count(inside), 1);
    assert!(inside.client_auth_mandatory());
    rustls_client_cert_verifier::rustls_client_cert_verifier_free(upstreams);
}

#[test]
fn signing_keys_are_boxes_of_arcs() {
    let pair = rcgen::KeyPair::generate().unwrap();
    let pem = pair.serialize_pem();
    let provider = Provider::aws_lc();
    let mut upstreams = null_mut();
    let result =
        rustls_crypto_provider_load_key(provider.0, pem.as_ptr(), pem.len(), &mut upstreams);
    assert_eq!(result, r::Ok);
    let inside = unsafe { look::<rustls_signing_key>(upstreams) }.unwrap();
    assert_eq!(Arc::strong_count(inside), 1);
    assert_eq!(inside.algorithm(), rustls::SignatureAlgorithm::ECDSA);
    rustls_signing_key::rustls_signing_key_free(upstreams);

    let der = PrivateKeyDer::from_pem_slice(pem.as_bytes()).unwrap();
    let ours: Arc<dyn SigningKey> = aws_lc_rs::sign::any_supported_type(&der).unwrap();
    let boxed = into_boxed::<rustls_signing_key>(ours.clone());
    let mut key = null();
    assert_eq!(
        rustls_certified_key::rustls_certified_key_build_with_signing_key(
            b"".as_ptr(),
            0,
            boxed,
            &mut key,
        ),
        r::Ok
    );
    assert_eq!(Arc::strong_count(&ours), 2);
    drop(Key(key));
    assert_eq!(Arc::strong_count(&ours), 1);
}

#[test]
fn accepted_is_a_box_of_an_option() {
    /// Gives all that is left of the hello behind `userdata`.
    unsafe extern "C" fn give(
        userdata: *mut c_void,
        buf: *mut u8,
        n: usize,
        out_n: *mut usize,
    ) -> rustls_io_result {
        let hello = unsafe { &mut *userdata.cast::<Vec<u8>>() };
        let n = n.min(hello.len());
        unsafe {
            std::ptr::copy_nonoverlapping(hello.as_ptr(), buf, n);
            out_n.write(n);
        }
        hello.drain(..n);
        rustls_io_result(0)
    }

    let acceptor = rustls_acceptor::rustls_acceptor_new();
    let mut hello = Client::new(&BOTH).peer().records(b"");
    let (userdata, mut n) = (std::ptr::from_mut(&mut hello).cast(), 0);
    let result = rustls_acceptor::rustls_acceptor_read_tls(acceptor, Some(give), userdata, &mut n);
    assert_eq!((result.0, hello.len()), (0, 0));
    let (mut accepted, mut alert) = (null_mut(), null_mut());
    let result = rustls_acceptor::rustls_acceptor_accept(acceptor, &mut accepted, &mut alert);
    assert_eq!(result, r::Ok);
    let inside: &Option<Accepted> = unsafe { look::<rustls_accepted>(accepted) }.unwrap();
    let name = inside.as_ref().map(|accepted| {
        let hello = accepted.client_hello();
        hello.server_name().map(str::to_string)
    });
    assert_eq!(name, Some(Some("server.example".to_string())));
    rustls_accepted::rustls_accepted_free(accepted);
    rustls_acceptor::rustls_acceptor_free(acceptor);
}

/// wrap relies on it for the room a record needs.
#[test]
fn no_suite_adds_more_than_wrap_allows_for() {
    let key = |algorithm| {
        let pair = rcgen::KeyPair::generate_for(algorithm).unwrap();
        Authority::new("ca")
            .issue_for("server.example", pair)
            .certified_key()
    };
    let keys = [
        key(&rcgen::PKCS_ECDSA_P256_SHA256),
        key(&rcgen::PKCS_RSA_SHA256),
    ];
    for suite in aws_lc_rs::ALL_CIPHER_SUITES {
        let provider = CryptoProvider {
            cipher_suites: vec![*suite],
            ..aws_lc_rs::default_provider()
        };
        let provider = Provider(into_shared::<rustls_crypto_provider>(Arc::new(provider)));
        let versions: &[u16] = match suite.tls13() {
            Some(_) => &[TLS13],
            None => &[TLS12],
        };
        let client = Client::with(&provider, versions, &[], trusting_verifier());
        let server = Server::with(&provider, versions, &[&keys[0], &keys[1]], null_mut());
        let (mut client, _server) = connected(&client, &server);
        for len in [1, 100, 16_384] {
            let added = client.records(&vec![0; len]).len() - len;
            let allowed = match versions {
                [TLS13] => 22,
                _ => 29,
            };
            assert!(added <= allowed, "{suite:?} adds {added}");
        }
    }
}
