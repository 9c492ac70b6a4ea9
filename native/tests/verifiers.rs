//! Certificate verifiers.

mod common;

use std::ptr::{null, null_mut};
use std::slice::from_ref;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{SystemTime, UNIX_EPOCH};

use common::*;
use rustls4j::abi::rustls4j_bytes;
use rustls4j::client_verifier::*;
use rustls4j::server_verifier::*;
use rustls4j::web_pki_client_verifier::*;
use rustls_ffi::rustls_result as r;
use rustls_ffi::verifier::*;

/// Answers with a result, and remembers the last question.
#[derive(Default)]
struct Judge {
    answer: AtomicU32,
    asked: AtomicUsize,
    chain: Mutex<Vec<Vec<u8>>>,
    name: Mutex<Vec<u8>>,
    now: Mutex<u64>,
}

impl Judge {
    fn saying(answer: u32) -> Arc<Probe<Self>> {
        Probe::new(Self {
            answer: answer.into(),
            ..Self::default()
        })
    }

    unsafe extern "C" fn server(ctx: u64, params: *const rustls4j_server_cert_params) -> u32 {
        let (judge, params) = unsafe { (&Probe::<Self>::at(ctx).state, &*params) };
        *judge.name.lock().unwrap() = unsafe { slice(&params.server_name) }.to_vec();
        assert_eq!(params.ocsp_response.len, 0);
        judge.judge(params.chain, params.chain_len, params.now_unix_seconds)
    }

    unsafe extern "C" fn client(ctx: u64, params: *const rustls4j_client_cert_params) -> u32 {
        let (judge, params) = unsafe { (&Probe::<Self>::at(ctx).state, &*params) };
        judge.judge(params.chain, params.chain_len, params.now_unix_seconds)
    }

    fn saw(&self) -> Vec<Vec<u8>> {
        self.chain.lock().unwrap().clone()
    }

    fn judge(&self, chain: *const rustls4j_bytes, len: usize, now: u64) -> u32 {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let chain = unsafe { many(chain, len) };
        *self.chain.lock().unwrap() = chain
            .iter()
            .map(|cert| unsafe { slice(cert) }.to_vec())
            .collect();
        *self.now.lock().unwrap() = now;
        self.answer.load(Ordering::SeqCst)
    }
}

fn server_verifier(
    judge: &Arc<Probe<Judge>>,
    change: impl FnOnce(&mut rustls4j_server_cert_verifier_options),
) -> (u32, *mut rustls_server_cert_verifier) {
    let mut options: rustls4j_server_cert_verifier_options = unsafe { std::mem::zeroed() };
    options.verify = Some(Judge::server);
    options.drop = Some(Probe::<Judge>::on_drop);
    change(&mut options);
    options.ctx = judge.ctx();
    let mut verifier = null_mut();
    let result = unsafe { rustls4j_server_cert_verifier_new(&options, &mut verifier) };
    if result != OK {
        assert!(verifier.is_null());
        drop(unsafe { Arc::from_raw(options.ctx as *const Probe<Judge>) });
    }
    (result, verifier)
}

fn client_verifier(
    judge: &Arc<Probe<Judge>>,
    change: impl FnOnce(&mut rustls4j_client_cert_verifier_options),
) -> (u32, *mut rustls_client_cert_verifier) {
    let mut options: rustls4j_client_cert_verifier_options = unsafe { std::mem::zeroed() };
    options.verify = Some(Judge::client);
    options.drop = Some(Probe::<Judge>::on_drop);
    options.mandatory = true;
    change(&mut options);
    options.ctx = judge.ctx();
    let mut verifier = null_mut();
    let result = unsafe { rustls4j_client_cert_verifier_new(&options, &mut verifier) };
    if result != OK {
        assert!(verifier.is_null());
        drop(unsafe { Arc::from_raw(options.ctx as *const Probe<Judge>) });
    }
    (result, verifier)
}

#[test]
fn a_trusted_server_is_asked_about_once_with_everything() {
    for version in BOTH {
        let identity = Authority::new("ca").issue("server.example");
        let judge = Judge::saying(OK);
        let client = Client::verifying(&[version], server_verifier(&judge, |_| {}).1);
        let server = Server::new(&[version], &[&identity.certified_key()]);
        let (mut client_peer, mut server_peer) = (client.peer_for("10.1.2.3"), server.peer());
        connect(&mut client_peer, &mut server_peer);
        assert_eq!(judge.state.asked.load(Ordering::SeqCst), 1);
        assert_eq!(judge.state.saw(), from_ref(&identity.cert));
        assert_eq!(*judge.state.name.lock().unwrap(), b"10.1.2.3");
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
        assert!(now.as_secs().abs_diff(*judge.state.now.lock().unwrap()) < 60);
        assert_eq!(client_peer.peer_cert(), Some(identity.cert));

        // The verifier lives as long as the config, and that as long as a handshake needs it.
        assert_eq!(judge.drops(), 0);
        let unfinished = client.peer();
        drop((client, client_peer));
        assert_eq!(judge.drops(), 0);
        drop(unfinished);
        assert_eq!(judge.drops(), 1);
    }
}

#[test]
fn answers_become_the_errors_and_alerts_of_upstream() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    for (answer, failure, alert) in [
        (
            r::CertEncodingBad,
            r::CertEncodingBad,
            r::AlertBadCertificate,
        ),
        (r::CertExpired, r::CertExpired, r::AlertCertificateExpired),
        (
            r::CertNotYetValid,
            r::CertNotYetValid,
            r::AlertCertificateExpired,
        ),
        (r::CertRevoked, r::CertRevoked, r::AlertCertificateRevoked),
        (
            r::CertUnhandledCriticalExtension,
            r::CertUnhandledCriticalExtension,
            r::AlertBadCertificate,
        ),
        (
            r::CertUnknownIssuer,
            r::CertUnknownIssuer,
            r::AlertUnknownCA,
        ),
        (
            r::CertBadSignature,
            r::CertBadSignature,
            r::AlertDecryptError,
        ),
        (
            r::CertNotValidForName,
            r::CertNotValidForName,
            r::AlertBadCertificate,
        ),
        (
            r::CertInvalidPurpose,
            r::CertInvalidPurpose,
            r::AlertUnsupportedCertificate,
        ),
        (
            r::CertApplicationVerificationFailure,
            r::CertApplicationVerificationFailure,
            r::AlertAccessDenied,
        ),
        (
            r::CertExpiredRevocationList,
            r::CertExpiredRevocationList,
            r::AlertUnknownCA,
        ),
        (
            r::CertOtherError,
            r::CertOtherError,
            r::AlertCertificateUnknown,
        ),
        (r::General, r::General, r::AlertHandshakeFailure),
        (r::Io, r::General, r::AlertHandshakeFailure),
    ] {
        for version in BOTH {
            let judge = Judge::saying(answer as u32);
            let client = Client::verifying(&[version], server_verifier(&judge, |_| {}).1);
            let server = Server::new(&[version], &[&key]);
            let (mut client_peer, mut server_peer) = (client.peer(), server.peer());
            settle(&mut client_peer, &mut server_peer, 20_000);
            assert_eq!(client_peer.failure, Some(failure as u32), "{answer:?}");
            assert_eq!(server_peer.failure, Some(alert as u32), "{answer:?}");
            drop((client, client_peer));
            assert_eq!(judge.drops(), 1);
        }
    }
    for answer in [0, 1, u32::MAX] {
        let judge = Judge::saying(answer);
        let client = Client::verifying(&BOTH, server_verifier(&judge, |_| {}).1);
        let (mut client, mut server) = (client.peer(), Server::new(&BOTH, &[&key]).peer());
        settle(&mut client, &mut server, 20_000);
        assert_eq!(client.failure, Some(r::General as u32));
    }
}

#[test]
fn bad_verifier_options_are_refused_and_drop_nothing() {
    let judge = Judge::saying(OK);
    let null_parameter = r::NullParameter as u32;
    let invalid = r::InvalidParameter as u32;
    let unknown = [0x0403, 0x9999];
    let empty = rustls4j_bytes::EMPTY;
    let large = vec![0; 0xffff];
    let large = rustls4j_bytes::from(large.as_slice());
    assert_eq!(
        server_verifier(&judge, |o| o.verify = None).0,
        null_parameter
    );
    assert_eq!(
        client_verifier(&judge, |o| o.verify = None).0,
        null_parameter
    );
    for (schemes, names, result) in [
        (Some(unknown.as_slice()), None, invalid),
        (None, Some(&empty), invalid),
        (None, Some(&large), invalid),
    ] {
        let schemes = schemes.unwrap_or_default();
        let names = names.map(std::slice::from_ref).unwrap_or_default();
        let change = |o: &mut rustls4j_server_cert_verifier_options| {
            (o.schemes, o.schemes_len) = (schemes.as_ptr(), schemes.len());
            (o.ca_names, o.ca_names_len) = (names.as_ptr(), names.len());
        };
        assert_eq!(server_verifier(&judge, change).0, result);
        let change = |o: &mut rustls4j_client_cert_verifier_options| {
            (o.schemes, o.schemes_len) = (schemes.as_ptr(), schemes.len());
            (o.ca_names, o.ca_names_len) = (names.as_ptr(), names.len());
        };
        assert_eq!(client_verifier(&judge, change).0, result);
    }
    let change = |o: &mut rustls4j_server_cert_verifier_options| {
        (o.schemes, o.schemes_len) = (null(), 1);
    };
    assert_eq!(server_verifier(&judge, change).0, null_parameter);
    unsafe {
        let mut out = null_mut();
        assert_eq!(
            rustls4j_server_cert_verifier_new(null(), &mut out),
            null_parameter
        );
        let options = std::mem::zeroed();
        let result = rustls4j_server_cert_verifier_new(&options, null_mut());
        assert_eq!(result, null_parameter);
    }
    assert_eq!(judge.drops(), 0);
}

#[test]
fn only_the_schemes_asked_for_are_offered_and_accepted() {
    let authority = Authority::new("ca");
    let p256 = authority.issue("server.example").certified_key();
    let p384 = rcgen::KeyPair::generate_for(&rcgen::PKCS_ECDSA_P384_SHA384).unwrap();
    let p384 = authority.issue_for("server.example", p384).certified_key();
    let schemes = [0x0503];
    for version in BOTH {
        let judge = Judge::saying(OK);
        let change = |o: &mut rustls4j_server_cert_verifier_options| {
            (o.schemes, o.schemes_len) = (schemes.as_ptr(), schemes.len());
        };
        let client = Client::verifying(&[version], server_verifier(&judge, change).1);
        connected(&client, &Server::new(&[version], &[&p256, &p384]));
        let (mut client, mut server) = (client.peer(), Server::new(&[version], &[&p256]).peer());
        settle(&mut client, &mut server, 20_000);
        assert!(server.failure.is_some());
    }
}

#[test]
fn clients_are_asked_for_certificates() {
    let authority = Authority::new("ca");
    let server_key = authority.issue("server.example").certified_key();
    let identity = authority.issue("client");
    for version in BOTH {
        for mandatory in [true, false] {
            for with_key in [true, false] {
                let judge = Judge::saying(OK);
                let (result, verifier) = client_verifier(&judge, |o| o.mandatory = mandatory);
                assert_ok(result);
                let server = Server::verifying(&[version], &[&server_key], verifier);
                let key = identity.certified_key();
                let keys = if with_key { vec![&key] } else { vec![] };
                let client = Client::with_keys(&[version], &keys);
                let (mut client, mut peer) = (client.peer(), server.peer());
                settle(&mut client, &mut peer, 20_000);
                let asked = judge.state.asked.load(Ordering::SeqCst);
                if with_key {
                    assert_eq!((peer.failure, asked), (None, 1));
                    assert_eq!(peer.peer_cert().as_ref(), Some(&identity.cert));
                    assert_eq!(judge.state.saw(), from_ref(&identity.cert));
                } else if mandatory {
                    assert_eq!(peer.failure, Some(r::NoCertificatesPresented as u32));
                } else {
                    assert_eq!((peer.failure, asked), (None, 0));
                    assert_eq!(peer.peer_cert(), None);
                }
                drop((server, peer));
                assert_eq!(judge.drops(), 1);
            }
        }
        let judge = Judge::saying(r::CertRevoked as u32);
        let verifier = client_verifier(&judge, |_| {}).1;
        let server = Server::verifying(&[version], &[&server_key], verifier);
        let client = Client::with_keys(&[version], &[&identity.certified_key()]);
        let (mut client, mut server) = (client.peer(), server.peer());
        settle(&mut client, &mut server, 20_000);
        assert_eq!(server.failure, Some(r::CertRevoked as u32));
        assert_eq!(client.failure, Some(r::AlertCertificateRevoked as u32));
    }
}

/// A leaf as X.509 v1 has it: without version and extensions. Nobody here checks its signature.
fn version_1(cert: &[u8]) -> Vec<u8> {
    let (whole, _) = element(cert);
    let (tbs, signature) = element(content(whole));
    let mut rest = content(tbs);
    let mut kept = Vec::new();
    while !rest.is_empty() {
        let (field, after) = element(rest);
        if !matches!(field[0], 0xa0 | 0xa3) {
            kept.extend_from_slice(field);
        }
        rest = after;
    }
    sequence(&[sequence(&kept), signature.to_vec()].concat())
}

/// A leaf with a critical extension nobody knows.
fn with_critical_extension(authority: &Authority) -> Identity {
    let mut params = rcgen::CertificateParams::new(["server.example".to_string()]).unwrap();
    let mut extension = rcgen::CustomExtension::from_oid_content(&[1, 2, 3, 4], vec![5, 0]);
    extension.set_criticality(true);
    params.custom_extensions.push(extension);
    let key = rcgen::KeyPair::generate().unwrap();
    let cert = params.signed_by(&key, &authority.0).unwrap();
    Identity {
        cert: cert.der().to_vec(),
        key,
    }
}

fn header_len(der: &[u8]) -> (usize, usize) {
    match der[1] {
        len @ 0..=0x7f => (2, len.into()),
        n => {
            let n = usize::from(n & 0x7f);
            let len = der[2..2 + n]
                .iter()
                .fold(0, |l, &b| l << 8 | usize::from(b));
            (2 + n, len)
        }
    }
}

fn element(der: &[u8]) -> (&[u8], &[u8]) {
    let (header, len) = header_len(der);
    der.split_at(header + len)
}

fn content(der: &[u8]) -> &[u8] {
    &der[header_len(der).0..]
}

fn sequence(content: &[u8]) -> Vec<u8> {
    let len = content.len();
    let header = match len {
        0..=0x7f => vec![0x30, len as u8],
        0x80..=0xff => vec![0x30, 0x81, len as u8],
        _ => vec![0x30, 0x82, (len >> 8) as u8, len as u8],
    };
    [header, content.to_vec()].concat()
}

#[test]
fn leaves_that_webpki_does_not_read_are_for_the_judge() {
    let authority = Authority::new("ca");
    let rsa = rcgen::KeyPair::generate_for(&rcgen::PKCS_RSA_SHA256);
    let ed25519 = rcgen::KeyPair::generate_for(&rcgen::PKCS_ED25519).unwrap();
    let mut identities = vec![
        authority.issue("server.example"),
        authority.issue_for("server.example", ed25519),
    ];
    identities.extend(rsa.map(|key| authority.issue_for("server.example", key)));
    for identity in &mut identities {
        identity.cert = version_1(&identity.cert);
    }
    identities.push(with_critical_extension(&authority));
    let plain = authority.issue("server.example").certified_key();
    for identity in &identities {
        for version in BOTH {
            // As a server's
            let judge = Judge::saying(OK);
            let client = Client::verifying(&[version], server_verifier(&judge, |_| {}).1);
            let server = Server::new(&[version], &[&identity.certified_key()]);
            connected(&client, &server);
            assert_eq!(judge.state.saw(), from_ref(&identity.cert));

            // As a client's
            let judge = Judge::saying(OK);
            let verifier = client_verifier(&judge, |_| {}).1;
            let server = Server::verifying(&[version], &[&plain], verifier);
            let client = Client::with_keys(&[version], &[&identity.certified_key()]);
            connected(&client, &server);
            assert_eq!(judge.state.saw(), from_ref(&identity.cert));
        }
    }
}

#[test]
fn a_version_1_leaf_does_not_excuse_a_wrong_signature() {
    let authority = Authority::new("ca");
    let identity = authority.issue("server.example");
    // Presents the certificate of one key, signs with another.
    let impostor = Identity {
        cert: version_1(&identity.cert),
        key: rcgen::KeyPair::generate().unwrap(),
    };
    for version in BOTH {
        let judge = Judge::saying(OK);
        let client = Client::verifying(&[version], server_verifier(&judge, |_| {}).1);
        let server = Server::new(&[version], &[&impostor.certified_key()]);
        let (mut client, mut server) = (client.peer(), server.peer());
        settle(&mut client, &mut server, 20_000);
        assert_eq!(judge.state.asked.load(Ordering::SeqCst), 1);
        assert_eq!(client.failure, Some(r::CertBadSignature as u32));
    }
}

mod web_pki {
    use super::*;
    use rcgen::{CertificateRevocationListParams, KeyIdMethod, RevokedCertParams};

    fn crl(authority: &Authority, revoked: &[u8], next_update: (i32, u8, u8)) -> Vec<u8> {
        let (year, month, day) = next_update;
        CertificateRevocationListParams {
            this_update: rcgen::date_time_ymd(2020, 1, 1),
            next_update: rcgen::date_time_ymd(year, month, day),
            crl_number: vec![1].into(),
            issuing_distribution_point: None,
            revoked_certs: vec![RevokedCertParams {
                serial_number: revoked.to_vec().into(),
                revocation_time: rcgen::date_time_ymd(2020, 1, 1),
                reason_code: None,
                invalidity_date: None,
            }],
            key_identifier_method: KeyIdMethod::Sha256,
        }
        .signed_by(&authority.0)
        .unwrap()
        .der()
        .to_vec()
    }

    fn verifier(
        roots: &Roots,
        crl: Option<&[u8]>,
        change: impl FnOnce(&mut rustls4j_web_pki_client_cert_verifier_options),
    ) -> (u32, *mut rustls_client_cert_verifier) {
        let mut options: rustls4j_web_pki_client_cert_verifier_options =
            unsafe { std::mem::zeroed() };
        let crl = crl.map(rustls4j_bytes::from);
        options.roots = roots.0;
        if let Some(crl) = &crl {
            (options.crls, options.crls_len) = (crl, 1);
        }
        change(&mut options);
        let mut verifier = null_mut();
        let result = unsafe { rustls4j_web_pki_client_cert_verifier_new(&options, &mut verifier) };
        (result, verifier)
    }

    /// What the server makes of a client of this authority.
    fn outcome(
        authority: &Authority,
        identity: Option<&Identity>,
        crl: Option<&[u8]>,
        change: impl FnOnce(&mut rustls4j_web_pki_client_cert_verifier_options),
    ) -> Option<u32> {
        let (result, verifier) = verifier(&authority.store(), crl, change);
        assert_ok(result);
        let key = authority.issue("server.example").certified_key();
        let server = Server::verifying(&BOTH, &[&key], verifier);
        let keys: Vec<_> = identity.map(Identity::certified_key).into_iter().collect();
        let client = Client::with_keys(&BOTH, &keys.iter().collect::<Vec<_>>());
        let (mut client, mut server) = (client.peer(), server.peer());
        settle(&mut client, &mut server, 20_000);
        server.failure
    }

    #[test]
    fn judges_by_roots_lists_and_their_expiry() {
        let authority = Authority::new("ca");
        let client = authority.issue("client");
        let (good, bad) = ([7, 7], [6, 1]);
        let fresh = (2100, 1, 1);
        let stale = (2021, 1, 1);
        let crl = |serial: &[u8], next| super::web_pki::crl(&authority, serial, next);

        assert_eq!(outcome(&authority, Some(&client), None, |_| {}), None);
        let stranger = Authority::new("other").issue("client");
        let unknown = Some(r::CertUnknownIssuer as u32);
        assert_eq!(outcome(&authority, Some(&stranger), None, |_| {}), unknown);
        let none = Some(r::NoCertificatesPresented as u32);
        assert_eq!(outcome(&authority, None, None, |_| {}), none);
        let allow = |o: &mut rustls4j_web_pki_client_cert_verifier_options| {
            o.allow_unauthenticated = true;
        };
        assert_eq!(outcome(&authority, None, None, allow), None);

        let list = crl(&good, fresh);
        assert_eq!(
            outcome(&authority, Some(&client), Some(&list), |_| {}),
            None
        );
        let list = crl(&bad, fresh);
        let revoked = Some(r::CertRevoked as u32);
        assert_eq!(
            outcome(&authority, Some(&client), Some(&list), |_| {}),
            revoked
        );

        let list = crl(&good, stale);
        assert_eq!(
            outcome(&authority, Some(&client), Some(&list), |_| {}),
            None
        );
        let enforce = |o: &mut rustls4j_web_pki_client_cert_verifier_options| {
            o.enforce_revocation_expiry = true;
        };
        let expired = Some(r::CertExpiredRevocationList as u32);
        assert_eq!(
            outcome(&authority, Some(&client), Some(&list), enforce),
            expired
        );

        let other = Authority::new("other");
        let list = super::web_pki::crl(&other, &good, fresh);
        let unknown = Some(r::CertUnknownRevocationStatus as u32);
        assert_eq!(
            outcome(&authority, Some(&client), Some(&list), |_| {}),
            unknown
        );
        let allow = |o: &mut rustls4j_web_pki_client_cert_verifier_options| {
            o.allow_unknown_revocation_status = true;
            o.only_check_end_entity_revocation = true;
        };
        assert_eq!(outcome(&authority, Some(&client), Some(&list), allow), None);
    }

    #[test]
    fn asks_for_exactly_the_authorities_named() {
        use rustls::server::danger::ClientCertVerifier;
        let authority = Authority::new("ca");
        let roots = authority.store();
        let subject = authority.subject();
        let other = Authority::new("other").subject();
        let hints = |names: &[&[u8]], set| {
            let names: Vec<rustls4j_bytes> = names.iter().map(|&name| name.into()).collect();
            let (result, verifier) = verifier(&roots, None, |o| {
                (o.ca_names, o.ca_names_len) = (names.as_ptr(), names.len());
                o.ca_names_set = set;
            });
            assert_ok(result);
            let inside = unsafe { &*verifier.cast::<Arc<dyn ClientCertVerifier>>() };
            let hints: Vec<Vec<u8>> = inside
                .root_hint_subjects()
                .iter()
                .map(|name| name.as_ref().to_vec())
                .collect();
            rustls_client_cert_verifier::rustls_client_cert_verifier_free(verifier);
            hints
        };
        assert_eq!(hints(&[], false), [&subject[..]]);
        assert_eq!(hints(&[], true), [&[]; 0]);
        assert_eq!(hints(&[&other], true), [&other[..]]);
        assert_eq!(hints(&[&other], false), [&subject[..]]);
    }

    #[test]
    fn bad_options_are_refused() {
        let authority = Authority::new("ca");
        let (result, _) = verifier(&authority.store(), None, |o| o.roots = null());
        assert_eq!(result, r::NullParameter as u32);
        let (result, _) = verifier(&authority.store(), Some(b"no list"), |_| {});
        assert_eq!(result, r::CertRevocationListOtherError as u32);
    }
}
