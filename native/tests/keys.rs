//! Signing keys and certificate resolvers that ask.

mod common;

use std::ptr::{null, null_mut};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use common::*;
use rcgen::SigningKey;
use rustls4j::abi::rustls4j_bytes;
use rustls4j::certified_key::rustls4j_certified_key_clone;
use rustls4j::client_config::rustls4j_client_config_options;
use rustls4j::client_verifier::*;
use rustls4j::resolver::*;
use rustls4j::server_config::rustls4j_server_config_options;
use rustls4j::server_verifier::*;
use rustls4j::signing_key::*;
use rustls_ffi::certificate::rustls_certified_key;
use rustls_ffi::crypto_provider::rustls_signing_key;
use rustls_ffi::rustls_result as r;

const P256: u16 = 0x0403;

/// A key in somebody else's keeping.
struct Keeper {
    key: rcgen::KeyPair,
    asked: AtomicUsize,
    /// What to do instead of signing.
    fault: Option<Fault>,
}

#[derive(Clone, Copy)]
enum Fault {
    Refuse,
    TooLong,
    Wrong,
    Empty,
}

unsafe extern "C" fn sign(
    ctx: u64,
    scheme: u16,
    msg: *const u8,
    msg_len: usize,
    out: *mut u8,
    out_cap: usize,
    out_len: *mut usize,
) -> u32 {
    let keeper = unsafe { &Probe::<Keeper>::at(ctx).state };
    keeper.asked.fetch_add(1, Ordering::SeqCst);
    assert_eq!((scheme, out_cap), (P256, 16384));
    let signature = keeper.key.sign(unsafe { many(msg, msg_len) }).unwrap();
    let len = match keeper.fault {
        Some(Fault::Refuse) => return r::General as u32,
        Some(Fault::TooLong) => out_cap + 1,
        Some(Fault::Wrong) => signature.len() - 1,
        Some(Fault::Empty) => 0,
        None => signature.len(),
    };
    unsafe {
        out.copy_from_nonoverlapping(signature.as_ptr(), signature.len());
        out_len.write(len);
    }
    OK
}

fn signing_key(
    keeper: &Arc<Probe<Keeper>>,
    change: impl FnOnce(&mut rustls4j_signing_key_options),
) -> (u32, *mut rustls_signing_key) {
    let schemes = [P256];
    let mut options: rustls4j_signing_key_options = unsafe { std::mem::zeroed() };
    options.sign = Some(sign);
    options.drop = Some(Probe::<Keeper>::on_drop);
    (options.schemes, options.schemes_len) = (schemes.as_ptr(), 1);
    change(&mut options);
    options.ctx = keeper.ctx();
    let mut key = null_mut();
    let result = unsafe { rustls4j_signing_key_new(&options, &mut key) };
    if result != OK {
        assert!(key.is_null());
        drop(unsafe { Arc::from_raw(options.ctx as *const Probe<Keeper>) });
    }
    (result, key)
}

fn keeper(fault: Option<Fault>) -> Arc<Probe<Keeper>> {
    Probe::new(Keeper {
        key: rcgen::KeyPair::generate().unwrap(),
        asked: AtomicUsize::new(0),
        fault,
    })
}

fn kept(keeper: &Arc<Probe<Keeper>>, authority: &Authority, spki: &[u8]) -> Key {
    let copy = rcgen::KeyPair::try_from(keeper.state.key.serialize_der()).unwrap();
    let cert = authority.issue_for("kept.example", copy).cert;
    let (result, key) = signing_key(keeper, |o| o.spki = spki.into());
    assert_ok(result);
    let pem = pem(&cert);
    let mut out = null();
    assert_ok(
        rustls_certified_key::rustls_certified_key_build_with_signing_key(
            pem.as_ptr(),
            pem.len(),
            key,
            &mut out,
        ) as u32,
    );
    Key(out)
}

#[test]
fn a_kept_key_serves_both_sides() {
    let authority = Authority::new("ca");
    for version in BOTH {
        let (ours, theirs) = (keeper(None), keeper(None));
        let server_key = kept(&ours, &authority, &[]);
        let client_key = kept(&theirs, &authority, &[]);
        let server = Server::verifying(&[version], &[&server_key], trusting_client_verifier(&[]));
        let client = Client::with_keys(&[version], &[&client_key]);
        connected(&client, &server);
        for keeper in [&ours, &theirs] {
            assert_eq!(keeper.state.asked.load(Ordering::SeqCst), 1);
            assert_eq!(keeper.drops(), 0);
        }
        drop((server, client, server_key, client_key));
        assert_eq!((ours.drops(), theirs.drops()), (1, 1));
    }
}

#[test]
fn a_signature_that_is_refused_or_wrong_fails_the_handshake() {
    let authority = Authority::new("ca");
    for fault in [Fault::Refuse, Fault::TooLong, Fault::Wrong, Fault::Empty] {
        for version in BOTH {
            let keeper = keeper(Some(fault));
            let key = kept(&keeper, &authority, &[]);
            let server = Server::new(&[version], &[&key]);
            let client = Client::new(&[version]);
            let (mut client, mut server) = (client.peer(), server.peer());
            settle(&mut client, &mut server, 20_000);
            match fault {
                Fault::Refuse | Fault::TooLong => {
                    assert_eq!(server.failure, Some(r::General as u32));
                }
                _ => assert_eq!(client.failure, Some(r::CertBadSignature as u32)),
            }
        }
    }
}

#[test]
fn a_public_key_is_compared() {
    let authority = Authority::new("ca");
    let keeper = keeper(None);
    let spki = rcgen::PublicKeyData::subject_public_key_info(&keeper.state.key);
    let other = rcgen::PublicKeyData::subject_public_key_info(&rcgen::KeyPair::generate().unwrap());
    for (spki, result) in [
        (&spki[..], r::Ok),
        (&other[..], r::InconsistentKeysKeysMismatch),
        (&[], r::InconsistentKeysUnknown),
    ] {
        let key = kept(&keeper, &authority, spki);
        assert_eq!(
            rustls_certified_key::rustls_certified_key_keys_match(key.0),
            result
        );
    }
}

#[test]
fn bad_key_options_are_refused_and_drop_nothing() {
    let keeper = keeper(None);
    for schemes in [&[][..], &[0x9999], &[P256, 0x0804], &[0x0904], &[0x0201]] {
        let (result, _) = signing_key(&keeper, |o| {
            (o.schemes, o.schemes_len) = (schemes.as_ptr(), schemes.len());
        });
        assert_eq!(result, r::InvalidParameter as u32, "{schemes:x?}");
    }
    let (result, _) = signing_key(&keeper, |o| o.sign = None);
    assert_eq!(result, r::NullParameter as u32);
    assert_eq!(keeper.drops(), 0);
    let (result, key) = signing_key(&keeper, |_| {});
    assert_ok(result);
    rustls_signing_key::rustls_signing_key_free(key);
    assert_eq!(keeper.drops(), 1);
}

#[test]
fn the_keys_own_preference_decides() {
    let keeper = keeper(None);
    for (schemes, offered, chosen) in [
        ([0x0804_u16, 0x0805], [0x0805_u16, 0x0804], Some(0x0804)),
        ([0x0805, 0x0804], [0x0805, 0x0804], Some(0x0805)),
        ([0x0806, 0x0804], [0x0805, 0x0804], Some(0x0804)),
        ([0x0806, 0x0401], [0x0805, 0x0804], None),
        // rsa_pss_pss_*, which rustls has no names for.
        ([0x080b, 0x0809], [0x0804, 0x0809], Some(0x0809)),
    ] {
        let (result, key) = signing_key(&keeper, |o| {
            (o.schemes, o.schemes_len) = (schemes.as_ptr(), schemes.len());
        });
        assert_ok(result);
        let inside = unsafe { &*key.cast::<Arc<dyn rustls::sign::SigningKey>>() };
        assert_eq!(inside.algorithm(), rustls::SignatureAlgorithm::RSA);
        let offered = offered.map(rustls::SignatureScheme::from);
        let signer = inside.choose_scheme(&offered);
        assert_eq!(signer.map(|signer| u16::from(signer.scheme())), chosen);
        rustls_signing_key::rustls_signing_key_free(key);
    }
}

#[test]
fn clones_of_certified_keys_are_references() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    unsafe {
        let clone = Key(another(&key));
        assert_eq!(clone.0, key.0);
        let mut none = null();
        for result in [
            rustls4j_certified_key_clone(null(), &mut none),
            rustls4j_certified_key_clone(key.0, null_mut()),
        ] {
            assert_eq!(result, r::NullParameter as u32);
        }
        assert!(none.is_null());
        drop(key);
        connected(&Client::new(&BOTH), &Server::new(&BOTH, &[&clone]));
    }
}

fn another(key: &Key) -> *const rustls_certified_key {
    let mut reference = null();
    assert_ok(unsafe { rustls4j_certified_key_clone(key.0, &mut reference) });
    reference
}

/// Chooses by what it is told, and remembers it.
#[derive(Default)]
struct Chooser {
    key: Option<Key>,
    asked: Mutex<Vec<Asked>>,
}

#[derive(Debug, Default, PartialEq)]
struct Asked {
    server_name: Vec<u8>,
    schemes: Vec<u16>,
    suites: Vec<u16>,
    groups: Vec<u16>,
    alpn: Vec<Vec<u8>>,
    ca_names: Vec<Vec<u8>>,
}

unsafe fn owned(data: *const rustls4j_bytes, len: usize) -> Vec<Vec<u8>> {
    unsafe { many(data, len).iter().map(|b| slice(b).to_vec()).collect() }
}

impl Chooser {
    fn answer(&self, asked: Asked) -> *const rustls_certified_key {
        self.asked.lock().unwrap().push(asked);
        match &self.key {
            Some(key) => another(key),
            None => null(),
        }
    }

    unsafe extern "C" fn server(ctx: u64, hello: *mut rustls4j_client_hello) -> u32 {
        unsafe {
            let hello = &mut *hello;
            assert!(hello.key.is_null());
            hello.key = Probe::<Self>::at(ctx).state.answer(Asked {
                server_name: slice(&hello.server_name).to_vec(),
                schemes: many(hello.signature_schemes, hello.signature_schemes_len).to_vec(),
                suites: many(hello.cipher_suites, hello.cipher_suites_len).to_vec(),
                groups: many(hello.named_groups, hello.named_groups_len).to_vec(),
                alpn: owned(hello.alpn, hello.alpn_len),
                ca_names: owned(hello.ca_names, hello.ca_names_len),
            });
        }
        OK
    }

    unsafe extern "C" fn client(ctx: u64, request: *mut rustls4j_client_cert_request) -> u32 {
        unsafe {
            let request = &mut *request;
            assert!(request.key.is_null());
            request.key = Probe::<Self>::at(ctx).state.answer(Asked {
                schemes: many(request.signature_schemes, request.signature_schemes_len).to_vec(),
                ca_names: owned(request.ca_names, request.ca_names_len),
                ..Asked::default()
            });
        }
        OK
    }
}

fn ask_server<T>(
    options: &mut rustls4j_server_config_options,
    resolve: unsafe extern "C" fn(u64, *mut rustls4j_client_hello) -> u32,
    probe: &Arc<Probe<T>>,
) {
    options.resolve = Some(resolve);
    options.resolver_ctx = probe.ctx();
    options.resolver_drop = Some(Probe::<T>::on_drop);
}

fn ask_client<T>(
    options: &mut rustls4j_client_config_options,
    resolve: unsafe extern "C" fn(u64, *mut rustls4j_client_cert_request) -> u32,
    probe: &Arc<Probe<T>>,
) {
    options.resolve = Some(resolve);
    options.resolver_ctx = probe.ctx();
    options.resolver_drop = Some(Probe::<T>::on_drop);
}

fn assert_usable(key: &Key, version: u16) {
    connected(&Client::new(&[version]), &Server::new(&[version], &[key]));
}

fn trusting_client_verifier(
    names: &[&[u8]],
) -> *mut rustls_ffi::verifier::rustls_client_cert_verifier {
    unsafe extern "C" fn trust(_: u64, _: *const rustls4j_client_cert_params) -> u32 {
        OK
    }
    let names: Vec<rustls4j_bytes> = names.iter().map(|&name| name.into()).collect();
    let mut options: rustls4j_client_cert_verifier_options = unsafe { std::mem::zeroed() };
    options.verify = Some(trust);
    (options.ca_names, options.ca_names_len) = (names.as_ptr(), names.len());
    let mut verifier = null_mut();
    assert_ok(unsafe { rustls4j_client_cert_verifier_new(&options, &mut verifier) });
    verifier
}

/// A client that names authorities to the server.
fn hinting_client(version: u16, names: &[&[u8]]) -> Client {
    unsafe extern "C" fn trust(_: u64, _: *const rustls4j_server_cert_params) -> u32 {
        OK
    }
    let names: Vec<rustls4j_bytes> = names.iter().map(|&name| name.into()).collect();
    let mut options: rustls4j_server_cert_verifier_options = unsafe { std::mem::zeroed() };
    options.verify = Some(trust);
    (options.ca_names, options.ca_names_len) = (names.as_ptr(), names.len());
    let mut verifier = null_mut();
    assert_ok(unsafe { rustls4j_server_cert_verifier_new(&options, &mut verifier) });
    Client::verifying(&[version], verifier)
}

#[test]
fn a_server_chooses_by_the_hello() {
    let authority = Authority::new("ca");
    let subject = authority.subject();
    for version in BOTH {
        let identity = authority.issue("chosen.example");
        let chooser = Probe::new(Chooser {
            key: Some(identity.certified_key()),
            ..Chooser::default()
        });
        let base = Server::new(&[version], &[&authority.issue("other").certified_key()]);
        let server = base.customize(|o| ask_server(o, Chooser::server, &chooser));
        let client = hinting_client(version, &[&subject]);
        let (client_peer, server_peer) = connected(&client, &server);
        assert_eq!(client_peer.peer_cert(), Some(identity.cert));
        let asked = chooser.state.asked.lock().unwrap().pop().unwrap();
        assert_eq!(asked.server_name, b"server.example");
        assert!(asked.schemes.contains(&P256) && asked.suites.len() > 2);
        assert!(asked.groups.contains(&0x001d));
        if version == TLS13 {
            assert_eq!(asked.ca_names, [&subject[..]]);
        }
        assert_eq!(chooser.drops(), 0);
        drop((server, server_peer));
        assert_eq!(chooser.drops(), 1);
        // The base is as it was.
        let (client_peer, _server) = connected(&client, &base);
        assert!(client_peer.peer_cert().is_some());
        assert!(chooser.state.asked.lock().unwrap().is_empty());
    }
}

#[test]
fn a_server_without_a_choice_fails_the_handshake() {
    for version in BOTH {
        let chooser = Probe::new(Chooser::default());
        let key = Authority::new("ca").issue("server.example").certified_key();
        let server = Server::new(&[version], &[&key])
            .customize(|o| ask_server(o, Chooser::server, &chooser));
        let (mut client, mut server) = (Client::new(&[version]).peer(), server.peer());
        settle(&mut client, &mut server, 20_000);
        assert_eq!(server.failure, Some(r::General as u32));
        assert_eq!(client.failure, Some(r::AlertAccessDenied as u32));
    }
}

/// A key that comes with a failure stays the caller's.
#[test]
fn a_server_that_cannot_choose_fails_the_handshake() {
    unsafe extern "C" fn no_choice(ctx: u64, hello: *mut rustls4j_client_hello) -> u32 {
        unsafe { (*hello).key = Probe::<Key>::at(ctx).state.0 };
        r::General as u32
    }
    for version in BOTH {
        let key = Authority::new("ca").issue("server.example").certified_key();
        let probe = Probe::new(key);
        let server = Server::new(&[version], &[&probe.state])
            .customize(|o| ask_server(o, no_choice, &probe));
        let (mut client, mut server) = (Client::new(&[version]).peer(), server.peer());
        settle(&mut client, &mut server, 20_000);
        assert_eq!(server.failure, Some(r::General as u32));
        drop((client, server));
        assert_usable(&probe.state, version);
    }
}

/// Without an answer, a client would go on without a certificate. A key that comes with a failure stays
/// the caller's.
#[test]
fn a_client_that_cannot_choose_fails_the_handshake() {
    unsafe extern "C" fn no_choice(ctx: u64, request: *mut rustls4j_client_cert_request) -> u32 {
        unsafe { (*request).key = Probe::<Key>::at(ctx).state.0 };
        r::General as u32
    }
    let authority = Authority::new("ca");
    let server_key = authority.issue("server.example").certified_key();
    for version in BOTH {
        let probe = Probe::new(authority.issue("client").certified_key());
        let client = Client::new(&[version]).customize(|o| ask_client(o, no_choice, &probe));
        let verifier = trusting_client_verifier(&[]);
        let server = Server::verifying(&[version], &[&server_key], verifier);
        let (mut client, mut server) = (client.peer(), server.peer());
        settle(&mut client, &mut server, 20_000);
        assert_eq!(client.failure, Some(r::General as u32));
        assert!(server.peer_cert().is_none());
        drop((client, server));
        assert_usable(&probe.state, version);
    }
}

#[test]
fn a_client_chooses_by_the_request() {
    let authority = Authority::new("ca");
    let subject = authority.subject();
    let server_key = authority.issue("server.example").certified_key();
    for version in BOTH {
        for with_key in [true, false] {
            let identity = authority.issue("client");
            let chooser = Probe::new(Chooser {
                key: with_key.then(|| identity.certified_key()),
                ..Chooser::default()
            });
            let client =
                Client::new(&[version]).customize(|o| ask_client(o, Chooser::client, &chooser));
            let verifier = trusting_client_verifier(&[&subject]);
            let server = Server::verifying(&[version], &[&server_key], verifier);
            let (client_peer, server_peer) = (client.peer(), server.peer());
            let (mut client_peer, mut server_peer) = (client_peer, server_peer);
            settle(&mut client_peer, &mut server_peer, 20_000);
            assert_eq!(server_peer.peer_cert(), with_key.then_some(identity.cert));
            let asked = chooser.state.asked.lock().unwrap().pop().unwrap();
            assert_eq!(asked.ca_names, [&subject[..]]);
            assert!(asked.schemes.contains(&P256));
            drop((client, client_peer));
            assert_eq!(chooser.drops(), 1);
        }
    }
}
