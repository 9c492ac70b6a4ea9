//! Acceptors.

mod common;

use std::ptr::{null, null_mut};

use common::*;
use rustls4j::abi::rustls4j_bytes;
use rustls4j::acceptor::*;
use rustls4j::server_verifier::*;
use rustls_ffi::acceptor::*;
use rustls_ffi::rustls_result as r;

struct Acceptor(*mut rustls_acceptor);

impl Drop for Acceptor {
    fn drop(&mut self) {
        rustls_acceptor::rustls_acceptor_free(self.0);
    }
}

impl Acceptor {
    fn new() -> Self {
        Self(rustls_acceptor::rustls_acceptor_new())
    }

    fn read(&self, bytes: &[u8]) -> (u32, usize) {
        let mut consumed = 0;
        let result = unsafe {
            rustls4j_acceptor_read(self.0, bytes.as_ptr(), 0, bytes.len(), &mut consumed)
        };
        (result, consumed)
    }

    fn accept(&self) -> (r, *mut rustls_accepted, *mut rustls_accepted_alert) {
        let (mut accepted, mut alert) = (null_mut(), null_mut());
        let result = rustls_acceptor::rustls_acceptor_accept(self.0, &mut accepted, &mut alert);
        (result, accepted, alert)
    }
}

fn alert_bytes(alert: *mut rustls_accepted_alert, room: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let (mut buffer, mut n) = (vec![0; room], 0);
        assert_ok(unsafe {
            rustls4j_accepted_alert_write(alert, buffer.as_mut_ptr(), room, &mut n)
        });
        if n == 0 {
            rustls_accepted_alert::rustls_accepted_alert_free(alert);
            return bytes;
        }
        bytes.extend_from_slice(&buffer[..n]);
    }
}

/// A client that names authorities.
fn client(names: &[&[u8]]) -> Client {
    unsafe extern "C" fn trust(_: u64, _: *const rustls4j_server_cert_params) -> u32 {
        OK
    }
    let names: Vec<rustls4j_bytes> = names.iter().map(|&name| name.into()).collect();
    let mut options: rustls4j_server_cert_verifier_options = unsafe { std::mem::zeroed() };
    options.verify = Some(trust);
    (options.ca_names, options.ca_names_len) = (names.as_ptr(), names.len());
    let mut verifier = null_mut();
    assert_ok(unsafe { rustls4j_server_cert_verifier_new(&options, &mut verifier) });
    Client::verifying(&BOTH, verifier)
}

#[test]
fn a_hello_is_read_in_pieces_of_any_size_and_told() {
    let authority = Authority::new("ca");
    let (one, two) = (authority.subject(), Authority::new("other").subject());
    let key = authority.issue("server.example").certified_key();
    let server = Server::new(&BOTH, &[&key]);
    for piece in [1, 100, 100_000] {
        let mut client = client(&[&one, &two]).peer();
        let hello = client.records(b"");
        let acceptor = Acceptor::new();
        for piece in hello.chunks(piece) {
            assert_eq!(acceptor.accept().0, r::AcceptorNotReady);
            assert_eq!(acceptor.read(piece), (OK, piece.len()));
        }
        let (result, accepted, _) = acceptor.accept();
        assert_eq!(result, r::Ok);
        unsafe {
            let groups: Vec<u16> = (0..)
                .map(|i| rustls4j_accepted_named_group(accepted, i))
                .take_while(|&group| group != 0)
                .collect();
            assert_eq!(groups, [0x11ec, 0x001d, 0x0017, 0x0018]);
            let mut names = Vec::new();
            let mut name = rustls4j_bytes::EMPTY;
            while rustls4j_accepted_ca_name(accepted, names.len(), &mut name) == OK {
                names.push(slice(&name).to_vec());
            }
            assert_eq!(names, [one.clone(), two.clone()]);
            let result = rustls4j_accepted_ca_name(accepted, 2, &mut name);
            assert_eq!(result, r::NotFound as u32);
            assert_ne!(
                rustls_accepted::rustls_accepted_cipher_suite(accepted, 0),
                0
            );
        }

        let (mut conn, mut alert) = (null_mut(), null_mut());
        let result = rustls_accepted::rustls_accepted_into_connection(
            accepted, server.0, &mut conn, &mut alert,
        );
        assert_eq!(result, r::Ok);
        let mut name = rustls4j_bytes::EMPTY;
        unsafe {
            assert_eq!(rustls4j_accepted_named_group(accepted, 0), 0);
            let result = rustls4j_accepted_ca_name(accepted, 0, &mut name);
            assert_eq!(result, r::AlreadyUsed as u32);
        }
        rustls_accepted::rustls_accepted_free(accepted);
        connect(&mut client, &mut Peer::of(conn));
    }
}

#[test]
fn what_follows_the_hello_goes_into_the_connection() {
    // In one piece with the hello comes garbage, which the connection must notice without input.
    let key = Authority::new("ca").issue("server.example").certified_key();
    let mut client = client(&[]).peer();
    let mut bytes = client.records(b"");
    bytes.extend(b"garbage after the hello");
    let acceptor = Acceptor::new();
    assert_eq!(acceptor.read(&bytes), (OK, bytes.len()));
    let (result, accepted, _) = acceptor.accept();
    assert_eq!(result, r::Ok);
    let (mut conn, mut alert) = (null_mut(), null_mut());
    let server = Server::new(&BOTH, &[&key]);
    let result =
        rustls_accepted::rustls_accepted_into_connection(accepted, server.0, &mut conn, &mut alert);
    assert_eq!(result, r::Ok);
    rustls_accepted::rustls_accepted_free(accepted);
    let did = Peer::of(conn).unwrap(b"", &mut []);
    assert_eq!(did.result, r::MessageInvalidContentType as u32);
}

#[test]
fn no_hello_makes_an_alert() {
    for room in [1, 3, 100] {
        let acceptor = Acceptor::new();
        assert_eq!(acceptor.read(b"GET / HTTP/1.1\r\n").0, OK);
        let (result, _, alert) = acceptor.accept();
        assert_eq!(result, r::MessageInvalidContentType);
        assert_eq!(alert_bytes(alert, room), [21, 3, 3, 0, 2, 2, 50]);
    }
}

#[test]
fn a_refused_config_makes_an_alert() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    let client = Client::new(&[TLS13]);
    let acceptor = Acceptor::new();
    let hello = client.peer().records(b"");
    assert_eq!(acceptor.read(&hello), (OK, hello.len()));
    let (_, accepted, _) = acceptor.accept();
    let (mut conn, mut alert) = (null_mut(), null_mut());
    let server = Server::new(&[TLS12], &[&key]);
    let result =
        rustls_accepted::rustls_accepted_into_connection(accepted, server.0, &mut conn, &mut alert);
    assert_eq!(result, r::PeerIncompatibleError);
    rustls_accepted::rustls_accepted_free(accepted);
    assert!(conn.is_null());
    assert_eq!(alert_bytes(alert, 100)[5..], [2, 70]);
}

#[test]
fn a_hello_without_end_is_refused() {
    let acceptor = Acceptor::new();
    let mut record = vec![22, 3, 1, 0x40, 0, 1, 0xff, 0xff, 0xff];
    record.resize(5 + 0x4000, 0);
    for _ in 0..100 {
        let (result, consumed) = acceptor.read(&record);
        let accepted = acceptor.accept();
        assert!(accepted.1.is_null());
        if !accepted.2.is_null() {
            rustls_accepted_alert::rustls_accepted_alert_free(accepted.2);
            return;
        }
        if result != OK {
            assert_eq!((result, consumed), (r::Io as u32, 0));
            return;
        }
        record[5] = 0;
    }
    panic!("there is no end to it");
}

#[test]
fn null_is_refused() {
    let acceptor = Acceptor::new();
    let null_parameter = r::NullParameter as u32;
    let mut n = 0;
    let mut name = rustls4j_bytes::EMPTY;
    unsafe {
        assert_eq!(
            rustls4j_acceptor_read(null_mut(), [0].as_ptr(), 0, 1, &mut n),
            null_parameter
        );
        assert_eq!(
            rustls4j_acceptor_read(acceptor.0, null(), 0, 1, &mut n),
            null_parameter
        );
        let result = rustls4j_acceptor_read(acceptor.0, [0].as_ptr(), 0, 1, null_mut());
        assert_eq!(result, null_parameter);
        assert_eq!(rustls4j_acceptor_read(acceptor.0, null(), 0, 0, &mut n), OK);
        let result = rustls4j_accepted_alert_write(null_mut(), [0].as_mut_ptr(), 1, &mut n);
        assert_eq!(result, null_parameter);
        assert_eq!(rustls4j_accepted_named_group(null(), 0), 0);
        assert_eq!(
            rustls4j_accepted_ca_name(null(), 0, &mut name),
            null_parameter
        );
    }
}
