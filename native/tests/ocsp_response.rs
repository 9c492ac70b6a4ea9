//! Stapled OCSP responses, as the caller of an unwrap gets to know them.

mod common;

use std::ptr::{null, null_mut};
use std::sync::Mutex;

use common::*;
use rustls4j::ocsp_response::*;
use rustls4j::server_verifier::*;
use rustls4j::transfer::*;
use rustls_ffi::certificate::*;
use rustls_ffi::rslice::rustls_slice_bytes;
use rustls_ffi::rustls_result as r;
use rustls_ffi::verifier::*;

fn stapling(key: &Key, response: &[u8]) -> Key {
    let mut out = null();
    let slice = rustls_slice_bytes::from(response);
    assert_ok(
        rustls_certified_key::rustls_certified_key_clone_with_ocsp(key.0, &slice, &mut out) as u32,
    );
    Key(out)
}

fn telling(authority: &Authority) -> *mut rustls_server_cert_verifier {
    let base = web_pki_verifier(authority);
    let mut verifier = null_mut();
    assert_ok(unsafe { rustls4j_server_cert_verifier_telling_ocsp_response(base, &mut verifier) });
    rustls_server_cert_verifier::rustls_server_cert_verifier_free(base);
    verifier
}

fn take(peer: &Peer) -> Option<Vec<u8>> {
    let mut buffer = [0; 1000];
    let conn = peer.conn;
    match unsafe { rustls4j_connection_take_ocsp_response(conn, buffer.as_mut_ptr(), buffer.len()) }
    {
        0 => None,
        len => Some(buffer[..len].to_vec()),
    }
}

/// Runs a handshake; returns what the client was told about at each unwrap that told something,
/// and how it failed.
fn told(client: &mut Peer, server: &mut Peer) -> (Vec<Vec<u8>>, u32) {
    let mut told = Vec::new();
    let mut flight = Vec::new();
    loop {
        server.incoming.extend(client.records(b""));
        server.take(1 << 20, 0);
        flight.extend(server.records(b""));
        if flight.is_empty() {
            return (told, OK);
        }
        // Byte by byte, since each call reports by itself; none where it has to send first.
        while !flight.is_empty() {
            let did = client.unwrap(&flight[..1], &mut []);
            flight.drain(..did.consumed);
            if did.is(RUSTLS4J_TRANSFER_OCSP_RESPONSE) {
                told.push(take(client).unwrap());
            }
            if did.result != OK {
                return (told, did.result);
            }
            if did.consumed == 0 {
                break;
            }
        }
    }
}

#[test]
fn every_kind_of_verifier_tells_once() {
    let authority = Authority::new("ca");
    let key = stapling(&authority.issue("server.example").certified_key(), b"fine");
    for version in BOTH {
        for verifier in [telling(&authority), trusting_verifier()] {
            let client = Client::verifying(&[version], verifier);
            let server = Server::new(&[version], &[&key]);
            let (mut client, mut server) = (client.peer(), server.peer());
            let (told, result) = told(&mut client, &mut server);
            assert_eq!((told, result), (vec![b"fine".to_vec()], OK));
            assert!(!client.handshaking());
            assert_eq!(take(&client), None);
        }
    }
}

#[test]
fn without_a_response_nothing_is_told() {
    let authority = Authority::new("ca");
    let key = authority.issue("server.example").certified_key();
    for version in BOTH {
        let client = Client::verifying(&[version], telling(&authority));
        let server = Server::new(&[version], &[&key]);
        let (mut client, mut server) = (client.peer(), server.peer());
        assert_eq!(told(&mut client, &mut server), (vec![], OK));
    }
}

#[test]
fn a_resumed_session_has_none() {
    let authority = Authority::new("ca");
    let key = stapling(&authority.issue("server.example").certified_key(), b"fine");
    for version in BOTH {
        let client = Client::verifying(&[version], telling(&authority));
        let server = Server::new(&[version], &[&key]);
        connected(&client, &server);
        let (mut client, mut server) = (client.peer(), server.peer());
        assert_eq!(told(&mut client, &mut server), (vec![], OK));
        assert!(client.resumed());
    }
}

#[test]
fn a_refused_server_has_told_too() {
    let authority = Authority::new("ca");
    let stranger = Authority::new("other").issue("server.example");
    let key = stapling(&stranger.certified_key(), b"not so fine");
    for version in BOTH {
        let client = Client::verifying(&[version], telling(&authority));
        let server = Server::new(&[version], &[&key]);
        let (mut client, mut server) = (client.peer(), server.peer());
        let (told, result) = told(&mut client, &mut server);
        assert_eq!(told, [b"not so fine"]);
        assert_eq!(result, r::CertUnknownIssuer as u32);
    }
}

#[test]
fn what_has_no_room_stays() {
    let authority = Authority::new("ca");
    let key = stapling(&authority.issue("server.example").certified_key(), b"fine");
    let client = Client::verifying(&[TLS13], telling(&authority));
    let (mut client, mut server) = (client.peer(), Server::new(&[TLS13], &[&key]).peer());
    server.incoming = client.records(b"");
    server.take(1 << 20, 0);
    let flight = server.records(b"");
    let did = client.unwrap(&flight, &mut []);
    assert!(did.is(RUSTLS4J_TRANSFER_OCSP_RESPONSE));
    let mut small = [0; 3];
    unsafe {
        assert_eq!(
            rustls4j_connection_take_ocsp_response(client.conn, null_mut(), 0),
            4
        );
        assert_eq!(
            rustls4j_connection_take_ocsp_response(client.conn, null_mut(), 100),
            4
        );
        assert_eq!(
            rustls4j_connection_take_ocsp_response(client.conn, small.as_mut_ptr(), 3),
            4
        );
    }
    assert_eq!(small, [0; 3]);
    assert_eq!(take(&client).unwrap(), b"fine");
    assert_eq!(take(&client), None);
}

#[test]
fn another_thread_may_take_it() {
    struct Sent(Peer);
    // SAFETY: one thread has it at a time.
    unsafe impl Send for Sent {}

    let authority = Authority::new("ca");
    let key = stapling(&authority.issue("server.example").certified_key(), b"fine");
    let client = Client::verifying(&[TLS13], telling(&authority));
    let (mut client, mut server) = (client.peer(), Server::new(&[TLS13], &[&key]).peer());
    server.incoming = client.records(b"");
    server.take(1 << 20, 0);
    let flight = server.records(b"");
    client.unwrap(&flight, &mut []);
    let client = Sent(client);
    let taken = std::thread::spawn(move || {
        let client = client;
        take(&client.0)
    });
    assert_eq!(taken.join().unwrap().unwrap(), b"fine");
    assert_eq!(
        unsafe { rustls4j_connection_take_ocsp_response(null_mut(), null_mut(), 0) },
        0
    );
}

/// An inner connection on the same thread, made by the outer one's callback.
#[test]
fn connections_that_nest_are_told_apart() {
    static INNER: Mutex<Vec<Vec<u8>>> = Mutex::new(Vec::new());

    unsafe extern "C" fn connects(_: u64, _: *const rustls4j_server_cert_params) -> u32 {
        let authority = Authority::new("inner");
        let key = stapling(&authority.issue("server.example").certified_key(), b"inner");
        let client = Client::verifying(&BOTH, telling(&authority));
        let (mut client, mut server) = (client.peer(), Server::new(&BOTH, &[&key]).peer());
        let (told, result) = told(&mut client, &mut server);
        INNER.lock().unwrap().extend(told);
        result
    }

    let authority = Authority::new("outer");
    for (response, expected) in [(&b"outer"[..], vec![b"outer".to_vec()]), (b"", vec![])] {
        let mut key = authority.issue("server.example").certified_key();
        if !response.is_empty() {
            key = stapling(&key, response);
        }
        let mut options: rustls4j_server_cert_verifier_options = unsafe { std::mem::zeroed() };
        options.verify = Some(connects);
        let mut verifier = null_mut();
        assert_ok(unsafe { rustls4j_server_cert_verifier_new(&options, &mut verifier) });
        let client = Client::verifying(&BOTH, verifier);
        let (mut client, mut server) = (client.peer(), Server::new(&BOTH, &[&key]).peer());
        assert_eq!(told(&mut client, &mut server), (expected, OK));
        assert_eq!(*INNER.lock().unwrap(), [b"inner"]);
        INNER.lock().unwrap().clear();
    }
}

#[test]
fn a_verifier_of_nothing_is_refused() {
    let mut verifier = null_mut();
    let result =
        unsafe { rustls4j_server_cert_verifier_telling_ocsp_response(null(), &mut verifier) };
    assert_eq!(result, r::NullParameter as u32);
    let base = trusting_verifier();
    let result = unsafe { rustls4j_server_cert_verifier_telling_ocsp_response(base, null_mut()) };
    assert_eq!(result, r::NullParameter as u32);
    rustls_server_cert_verifier::rustls_server_cert_verifier_free(base);
}
