//! Panics in every place a caller's code or ours may be called from.

#[path = "../../tests/common/mod.rs"]
mod common;

use std::ptr::{null, null_mut};

use common::*;
use rustls4j::connection::functions::rustls4j_connection_send_close_notify;
use rustls4j::panic::{rustls4j_install_panic_hook, rustls4j_last_panic};
use rustls4j_faulty::*;
use rustls_ffi::rustls_result as r;

const PANIC: u32 = r::Panic as u32;

fn last_panic(len: usize) -> Option<String> {
    let (mut buffer, mut n) = (vec![0; len], 0);
    let result = unsafe { rustls4j_last_panic(buffer.as_mut_ptr(), len, &mut n) };
    match result {
        OK => {
            let bytes = buffer[..n].iter().map(|&c| c as u8).collect();
            Some(String::from_utf8(bytes).unwrap())
        }
        result => {
            assert_eq!(result, r::NotFound as u32);
            None
        }
    }
}

#[track_caller]
fn assert_panicked(with: &str) {
    let message = last_panic(1000).unwrap();
    assert!(message.contains(with), "{message}");
    assert_eq!(last_panic(1000), None);
}

#[test]
fn a_panic_becomes_a_result_and_leaves_its_message() {
    rustls4j_install_panic_hook();
    rustls4j_install_panic_hook();
    assert_eq!(last_panic(1000), None);
    assert_eq!(rustls4j_test_panic(), PANIC);
    assert_panicked("rustls4j_test_panic was called");
    assert_eq!(rustls4j_test_panic(), PANIC);
    assert_eq!(last_panic(5).unwrap().len(), 5);
    assert_eq!(last_panic(5), None);
    // Each thread has its own.
    assert_eq!(rustls4j_test_panic(), PANIC);
    std::thread::spawn(|| assert_eq!(last_panic(1000), None))
        .join()
        .unwrap();
    assert_panicked("rustls4j_test_panic was called");
    unsafe {
        let null_parameter = r::NullParameter as u32;
        assert_eq!(rustls4j_last_panic(null_mut(), 1, &mut 0), null_parameter);
        assert_eq!(
            rustls4j_last_panic(null_mut(), 0, null_mut()),
            null_parameter
        );
    }
}

fn keys() -> (Key, Key) {
    let authority = Authority::new("ca");
    let server = authority.issue("server.example").certified_key();
    (server, authority.issue("client").certified_key())
}

#[test]
fn a_server_verifier_that_panics() {
    rustls4j_install_panic_hook();
    for version in BOTH {
        let mut verifier = null_mut();
        assert_ok(unsafe { rustls4j_test_panicking_server_cert_verifier(&mut verifier) });
        let client = Client::verifying(&[version], verifier);
        let (mut client, mut server) =
            (client.peer(), Server::new(&[version], &[&keys().0]).peer());
        settle(&mut client, &mut server, 20_000);
        assert_eq!(client.failure, Some(PANIC));
        assert_panicked("the faulty server certificate verifier was asked");
        // The connection is dead and says so, and can still be asked and freed.
        assert_eq!(client.unwrap(b"", &mut [0; 10]).result, PANIC);
        let did = client.wrap(b"text", &mut [0; 1000]);
        assert_eq!((did.result, did.consumed, did.produced), (PANIC, 0, 0));
        let closed = unsafe { rustls4j_connection_send_close_notify(client.conn) };
        assert_eq!(closed, PANIC);
        assert_eq!(client.peer_cert(), None);
        assert_ne!(client.state().flags, 0);
        // So is another connection of the process.
        connected(
            &Client::new(&[version]),
            &Server::new(&[version], &[&keys().0]),
        );
    }
}

#[test]
fn a_client_verifier_that_panics() {
    rustls4j_install_panic_hook();
    for version in BOTH {
        let (server_key, client_key) = keys();
        let mut verifier = null_mut();
        assert_ok(unsafe { rustls4j_test_panicking_client_cert_verifier(&mut verifier) });
        let server = Server::verifying(&[version], &[&server_key], verifier);
        let client = Client::with_keys(&[version], &[&client_key]);
        let (mut client, mut server) = (client.peer(), server.peer());
        settle(&mut client, &mut server, 20_000);
        assert_eq!(server.failure, Some(PANIC));
        assert_panicked("the faulty client certificate verifier was asked");
    }
}

#[test]
fn a_server_config_that_panics() {
    rustls4j_install_panic_hook();
    for version in BOTH {
        for (place, message) in [
            (1, "the faulty certificate resolver was asked"),
            (2, "the faulty session storage was given a session"),
        ] {
            let base = Server::new(&[version], &[&keys().0]);
            let mut config = null();
            assert_ok(unsafe { rustls4j_test_panicking_server_config(base.0, place, &mut config) });
            let faulty = Server(config);
            let client = Client::new(&[version]);
            let (mut client, mut server) = (client.peer(), faulty.peer());
            settle(&mut client, &mut server, 20_000);
            assert_eq!(server.failure, Some(PANIC));
            assert_panicked(message);
        }
    }
    let base = Server::new(&BOTH, &[&keys().0]);
    let mut config = null();
    let result = unsafe { rustls4j_test_panicking_server_config(base.0, 3, &mut config) };
    assert_eq!(result, r::InvalidParameter as u32);
    let result = unsafe { rustls4j_test_panicking_server_config(null(), 1, &mut config) };
    assert_eq!(result, r::NullParameter as u32);
}

#[test]
fn an_object_whose_end_panics() {
    rustls4j_install_panic_hook();
    let mut verifier = null_mut();
    assert_ok(unsafe { rustls4j_test_panic_in_drop(&mut verifier) });
    rustls_ffi::verifier::rustls_server_cert_verifier::rustls_server_cert_verifier_free(verifier);
    assert_panicked("the faulty verifier has come to its end");

    assert_ok(unsafe { rustls4j_test_panic_in_drop(&mut verifier) });
    let client = Client::verifying(&BOTH, verifier);
    connected(&client, &Server::new(&BOTH, &[&keys().0]));
    drop(client);
    assert_panicked("the faulty verifier has come to its end");
}
