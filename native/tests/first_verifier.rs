//! Verifiers that ask the caller only where webpki refuses.

mod common;

use std::ptr::null_mut;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::sync::Arc;

use common::*;
use rustls4j::client_verifier::*;
use rustls4j::server_verifier::*;
use rustls4j::web_pki_client_verifier::*;
use rustls_ffi::rustls_result as r;
use rustls_ffi::verifier::*;

/// Counts the questions, and answers each the same.
struct Judge {
    answer: AtomicU32,
    asked: AtomicUsize,
}

impl Judge {
    fn saying(answer: r) -> Arc<Probe<Self>> {
        Probe::new(Self {
            answer: (answer as u32).into(),
            asked: 0.into(),
        })
    }

    fn answer(ctx: u64) -> u32 {
        let judge = unsafe { &Probe::<Self>::at(ctx).state };
        judge.asked.fetch_add(1, Ordering::SeqCst);
        judge.answer.load(Ordering::SeqCst)
    }

    unsafe extern "C" fn server(ctx: u64, _: *const rustls4j_server_cert_params) -> u32 {
        Self::answer(ctx)
    }

    unsafe extern "C" fn client(ctx: u64, _: *const rustls4j_client_cert_params) -> u32 {
        Self::answer(ctx)
    }
}

fn asked(judge: &Arc<Probe<Judge>>) -> usize {
    judge.state.asked.load(Ordering::SeqCst)
}

fn server_verifier(
    authority: &Authority,
    judge: &Arc<Probe<Judge>>,
    any_name: bool,
) -> *mut rustls_server_cert_verifier {
    let first = web_pki_verifier(authority);
    let mut options: rustls4j_server_cert_verifier_options = unsafe { std::mem::zeroed() };
    options.ctx = judge.ctx();
    options.verify = Some(Judge::server);
    options.drop = Some(Probe::<Judge>::on_drop);
    options.first = first;
    options.first_any_name = any_name;
    let mut verifier = null_mut();
    assert_ok(unsafe { rustls4j_server_cert_verifier_new(&options, &mut verifier) });
    // The verifier has its own reference.
    rustls_server_cert_verifier::rustls_server_cert_verifier_free(first);
    verifier
}

fn web_pki_client(authority: &Authority) -> *mut rustls_client_cert_verifier {
    let roots = authority.store();
    let mut options: rustls4j_web_pki_client_cert_verifier_options = unsafe { std::mem::zeroed() };
    options.roots = roots.0;
    let mut verifier = null_mut();
    assert_ok(unsafe { rustls4j_web_pki_client_cert_verifier_new(&options, &mut verifier) });
    verifier
}

fn client_verifier(
    authority: &Authority,
    judge: &Arc<Probe<Judge>>,
) -> *mut rustls_client_cert_verifier {
    let first = web_pki_client(authority);
    let mut options: rustls4j_client_cert_verifier_options = unsafe { std::mem::zeroed() };
    options.ctx = judge.ctx();
    options.verify = Some(Judge::client);
    options.drop = Some(Probe::<Judge>::on_drop);
    options.mandatory = true;
    options.first = first;
    let mut verifier = null_mut();
    assert_ok(unsafe { rustls4j_client_cert_verifier_new(&options, &mut verifier) });
    rustls_client_cert_verifier::rustls_client_cert_verifier_free(first);
    verifier
}

/// What a client makes of a server, and the server of the client's alert.
fn meet(
    version: u16,
    verifier: *mut rustls_server_cert_verifier,
    identity: &Identity,
    name: &str,
) -> (Option<u32>, Option<u32>) {
    let client = Client::verifying(&[version], verifier);
    let server = Server::new(&[version], &[&identity.certified_key()]);
    let (mut client, mut server) = (client.peer_for(name), server.peer());
    settle(&mut client, &mut server, 20_000);
    (client.failure, server.failure)
}

#[test]
fn what_webpki_trusts_is_asked_of_nobody() {
    let authority = Authority::new("ca");
    let identity = authority.issue("server.example");
    for version in BOTH {
        for any_name in [false, true] {
            let judge = Judge::saying(r::CertRevoked);
            let verifier = server_verifier(&authority, &judge, any_name);
            assert_eq!(
                meet(version, verifier, &identity, "server.example"),
                (None, None)
            );
            assert_eq!((asked(&judge), judge.drops()), (0, 1));
        }
    }
}

#[test]
fn where_webpki_refuses_the_judge_decides_on_result_and_alert() {
    let authority = Authority::new("ca");
    let stranger = Authority::new("other").issue("server.example");
    for version in BOTH {
        let judge = Judge::saying(r::Ok);
        let verifier = server_verifier(&authority, &judge, false);
        assert_eq!(
            meet(version, verifier, &stranger, "server.example"),
            (None, None)
        );
        assert_eq!(asked(&judge), 1);

        let judge = Judge::saying(r::CertRevoked);
        let verifier = server_verifier(&authority, &judge, false);
        assert_eq!(
            meet(version, verifier, &stranger, "server.example"),
            (
                Some(r::CertRevoked as u32),
                Some(r::AlertCertificateRevoked as u32)
            )
        );
        assert_eq!((asked(&judge), judge.drops()), (1, 1));
    }
}

#[test]
fn another_name_is_for_the_judge_unless_any_name_will_do() {
    let authority = Authority::new("ca");
    let identity = authority.issue("server.example");
    for version in BOTH {
        for name in ["other.example", "10.1.2.3"] {
            let judge = Judge::saying(r::CertNotValidForName);
            let verifier = server_verifier(&authority, &judge, false);
            assert_eq!(
                meet(version, verifier, &identity, name).0,
                Some(r::CertNotValidForName as u32)
            );
            assert_eq!(asked(&judge), 1);

            let judge = Judge::saying(r::CertNotValidForName);
            let verifier = server_verifier(&authority, &judge, true);
            assert_eq!(meet(version, verifier, &identity, name), (None, None));
            assert_eq!(asked(&judge), 0);
        }
    }
}

/// webpki looks at the name last. If it did not, a wrong name would hide a wrong chain.
#[test]
fn a_wrong_name_never_hides_a_wrong_chain() {
    let authority = Authority::new("ca");
    let unknown = Authority::new("other").issue("server.example");
    // The right issuer's name, and another key's signature.
    let forged = Authority::new("ca").issue("server.example");
    let expired = {
        let mut params = rcgen::CertificateParams::new(["server.example".to_string()]).unwrap();
        params.not_before = rcgen::date_time_ymd(2000, 1, 1);
        params.not_after = rcgen::date_time_ymd(2001, 1, 1);
        issue(&authority, params)
    };
    let client_only = {
        let mut params = rcgen::CertificateParams::new(["server.example".to_string()]).unwrap();
        params.extended_key_usages = vec![rcgen::ExtendedKeyUsagePurpose::ClientAuth];
        issue(&authority, params)
    };
    for version in BOTH {
        for identity in [&unknown, &forged, &expired, &client_only] {
            let judge = Judge::saying(r::CertOtherError);
            let verifier = server_verifier(&authority, &judge, true);
            let (failure, _) = meet(version, verifier, identity, "other.example");
            assert_eq!(failure, Some(r::CertOtherError as u32));
            assert_eq!(asked(&judge), 1);
        }
    }
}

fn issue(authority: &Authority, params: rcgen::CertificateParams) -> Identity {
    let key = rcgen::KeyPair::generate().unwrap();
    let cert = params.signed_by(&key, &authority.0).unwrap();
    Identity {
        cert: cert.der().to_vec(),
        key,
    }
}

#[test]
fn clients_that_webpki_trusts_are_asked_of_nobody() {
    let authority = Authority::new("ca");
    let server_key = authority.issue("server.example").certified_key();
    let known = authority.issue("client");
    let stranger = Authority::new("other").issue("client");
    for version in BOTH {
        for (identity, answer, questions, failure) in [
            (&known, r::CertRevoked, 0, None),
            (&stranger, r::Ok, 1, None),
            (&stranger, r::CertRevoked, 1, Some(r::CertRevoked as u32)),
        ] {
            let judge = Judge::saying(answer);
            let verifier = client_verifier(&authority, &judge);
            let server = Server::verifying(&[version], &[&server_key], verifier);
            let client = Client::with_keys(&[version], &[&identity.certified_key()]);
            let (mut client, mut peer) = (client.peer(), server.peer());
            settle(&mut client, &mut peer, 20_000);
            assert_eq!((peer.failure, asked(&judge)), (failure, questions));
            drop((server, peer));
            assert_eq!(judge.drops(), 1);
        }
    }
}

/// No upcall, and so nothing that is forbidden, where webpki is content.
#[test]
fn where_upcalls_are_forbidden_webpki_still_decides() {
    let authority = Authority::new("ca");
    let key = authority.issue("server.example").certified_key();
    let judge = Judge::saying(r::CertRevoked);
    let client = Client::verifying(&[TLS13], server_verifier(&authority, &judge, false));
    let (mut peer, mut server) = (client.peer(), Server::new(&[TLS13], &[&key]).peer());
    let flight = server_flight(&mut peer, &mut server);
    assert_eq!(peer.unwrap_no_upcall(&flight, &mut []).result, OK);
    assert!(!peer.handshaking());
}
