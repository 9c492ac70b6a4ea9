//! Acceptors.

mod common;

use std::ptr::{null, null_mut};

use common::*;
use rustls4j::abi::rustls4j_bytes;
use rustls4j::acceptor::*;
use rustls4j::server_verifier::*;
use rustls_ffi::rustls_result as r;

struct Acceptor(*mut rustls4j_acceptor);

impl Drop for Acceptor {
    fn drop(&mut self) {
        unsafe { rustls4j_acceptor_free(self.0) };
    }
}

impl Acceptor {
    fn new() -> Self {
        Self(rustls4j_acceptor_new())
    }

    fn read(&self, bytes: &[u8]) -> (u32, usize) {
        let did =
            Did::unpack(unsafe { rustls4j_acceptor_read(self.0, bytes.as_ptr(), 0, bytes.len()) });
        assert_eq!((did.produced, did.flags), (0, 0));
        (did.result, did.consumed)
    }

    fn accept(&self) -> r {
        r::from(unsafe { rustls4j_acceptor_accept(self.0) })
    }

    fn hello(&self) -> Vec<u8> {
        unsafe {
            let len = rustls4j_acceptor_hello(self.0, null_mut(), 0);
            let mut hello = vec![0; len];
            // Nothing is written where there is no room for all.
            let short = len.saturating_sub(1);
            assert_eq!(
                rustls4j_acceptor_hello(self.0, hello.as_mut_ptr(), short),
                len
            );
            assert_eq!(hello, vec![0; len]);
            assert_eq!(
                rustls4j_acceptor_hello(self.0, hello.as_mut_ptr(), len),
                len
            );
            hello
        }
    }

    fn connection(&self, server: &Server) -> Result<Peer, r> {
        let mut conn = null_mut();
        match r::from(unsafe { rustls4j_acceptor_into_connection(self.0, server.0, &mut conn) }) {
            r::Ok => Ok(Peer::of(conn)),
            why => {
                assert!(conn.is_null());
                Err(why)
            }
        }
    }

    fn alert(&self, room: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        loop {
            let mut buffer = vec![0; room];
            let n = unsafe { rustls4j_acceptor_alert(self.0, buffer.as_mut_ptr(), room) };
            if n == 0 {
                return bytes;
            }
            bytes.extend_from_slice(&buffer[..n]);
        }
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

/// Takes the next vector with a length of two bytes.
fn vector<'a>(from: &mut &'a [u8]) -> &'a [u8] {
    let (len, rest) = from.split_at(2);
    let (vector, rest) = rest.split_at(u16::from_be_bytes([len[0], len[1]]).into());
    *from = rest;
    vector
}

fn numbers(from: &mut &[u8]) -> Vec<u16> {
    vector(from)
        .chunks(2)
        .map(|n| u16::from_be_bytes([n[0], n[1]]))
        .collect()
}

#[test]
fn a_hello_is_read_in_pieces_of_any_size_and_told() {
    let authority = Authority::new("ca");
    let (one, two) = (authority.subject(), Authority::new("other").subject());
    let key = authority.issue("server.example").certified_key();
    let server = Server::new(&BOTH, &[&key]);
    for piece in [1, 100, 100_000] {
        let mut client = client(&[&one, &two]).peer_offering(&["h2", "http/1.1"]);
        let hello = client.records(b"");
        let acceptor = Acceptor::new();
        for piece in hello.chunks(piece) {
            assert_eq!(acceptor.accept(), r::AcceptorNotReady);
            assert_eq!(acceptor.hello(), b"");
            assert_eq!(acceptor.read(piece), (OK, piece.len()));
        }
        assert_eq!(acceptor.accept(), r::Ok);
        assert_eq!(acceptor.accept(), r::AlreadyUsed);

        let told = acceptor.hello();
        let mut told = told.as_slice();
        assert_eq!(vector(&mut told), b"server.example");
        assert!(numbers(&mut told).contains(&0x0403));
        assert!(numbers(&mut told).contains(&0x1301));
        assert_eq!(numbers(&mut told), [0x11ec, 0x001d, 0x0017, 0x0018]);
        assert_eq!(numbers(&mut told), [TLS13, TLS12]);
        assert_eq!(vector(&mut told), b"\x02h2\x08http/1.1");
        let mut names = vector(&mut told);
        assert_eq!(
            [vector(&mut names), vector(&mut names)],
            [&one[..], &two[..]]
        );
        assert_eq!((names, told), (&[][..], &[][..]));

        let mut conn = acceptor.connection(&server).unwrap();
        assert_eq!(acceptor.hello(), b"");
        assert_eq!(acceptor.connection(&server).err(), Some(r::AlreadyUsed));
        drop(acceptor);
        connect(&mut client, &mut conn);
    }
}

#[test]
fn what_a_client_does_not_say_is_empty() {
    for (versions, told_versions) in [
        (&[TLS12][..], vec![TLS12]),
        (&[TLS13], vec![TLS13]),
        (&BOTH, vec![TLS13, TLS12]),
    ] {
        let acceptor = Acceptor::new();
        let hello = Client::new(versions).peer_for("10.1.2.3").records(b"");
        assert_eq!(acceptor.read(&hello), (OK, hello.len()));
        assert_eq!(acceptor.accept(), r::Ok);
        let told = acceptor.hello();
        let mut told = told.as_slice();
        assert_eq!(vector(&mut told), b"");
        for _ in 0..3 {
            assert_ne!(numbers(&mut told), []);
        }
        assert_eq!(numbers(&mut told), told_versions);
        assert_eq!(told, [0, 0, 0, 0]);
    }
}

#[test]
fn what_follows_the_hello_goes_into_the_connection() {
    // In one piece with the hello comes garbage, which the connection must notice without input.
    let key = Authority::new("ca").issue("server.example").certified_key();
    let mut bytes = client(&[]).peer().records(b"");
    bytes.extend(b"garbage after the hello");
    let acceptor = Acceptor::new();
    assert_eq!(acceptor.read(&bytes), (OK, bytes.len()));
    assert_eq!(acceptor.accept(), r::Ok);
    let server = Server::new(&BOTH, &[&key]);
    let did = acceptor.connection(&server).unwrap().unwrap(b"", &mut []);
    assert_eq!(did.result, r::MessageInvalidContentType as u32);
}

#[test]
fn no_hello_makes_an_alert() {
    for room in [1, 3, 100] {
        let acceptor = Acceptor::new();
        assert_eq!(acceptor.read(b"GET / HTTP/1.1\r\n").0, OK);
        assert_eq!(acceptor.accept(), r::MessageInvalidContentType);
        assert_eq!(acceptor.alert(room), [21, 3, 3, 0, 2, 2, 50]);
        assert_eq!(acceptor.read(b"Host: localhost\r\n"), (OK, 17));
        assert_eq!(acceptor.accept(), r::MessageInvalidContentType);
        assert_eq!(acceptor.alert(room), []);
        assert_eq!(acceptor.hello(), b"");
    }
}

#[test]
fn a_refused_config_makes_an_alert() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    let client = Client::new(&[TLS13]);
    let acceptor = Acceptor::new();
    let hello = client.peer().records(b"");
    assert_eq!(acceptor.read(&hello), (OK, hello.len()));
    assert_eq!(acceptor.accept(), r::Ok);
    let server = Server::new(&[TLS12], &[&key]);
    assert_eq!(
        acceptor.connection(&server).err(),
        Some(r::PeerIncompatibleError)
    );
    assert_eq!(acceptor.alert(100)[5..], [2, 70]);
}

#[test]
fn a_hello_that_announces_too_much_is_refused() {
    let acceptor = Acceptor::new();
    let mut record = vec![22, 3, 1, 0x40, 0, 1, 0xff, 0xff, 0xff];
    record.resize(5 + 0x4000, 0);

    assert_eq!(acceptor.read(&record), (OK, record.len()));
    assert_eq!(acceptor.accept(), r::MessageHandshakePayloadTooLarge);
}

/// Its length is within bounds, and that of the records that it comes in is not.
#[test]
fn a_hello_in_too_many_records_is_refused() {
    let acceptor = Acceptor::new();
    let hello = [1, 0, 0xff, 0xff].into_iter().chain(std::iter::repeat(3));
    for byte in hello.take(100_000) {
        let record = [22, 3, 1, 0, 1, byte];
        let mut taken = 0;
        while taken < record.len() {
            let (result, more) = acceptor.read(&record[taken..]);
            assert!(result == OK && more > 0);
            taken += more;
            match acceptor.accept() {
                r::AcceptorNotReady => {}
                refused => {
                    assert_eq!(refused, r::MessageHandshakePayloadTooLarge);
                    assert_eq!(acceptor.alert(100), [21, 3, 3, 0, 2, 2, 50]);
                    assert_eq!(acceptor.alert(100), []);
                    assert_eq!(acceptor.read(&record), (OK, record.len()));
                    assert_eq!(acceptor.accept(), refused);
                    assert_eq!(acceptor.alert(100), []);
                    return;
                }
            }
        }
    }
    panic!("there is no end to it");
}

#[test]
fn what_nobody_looks_at_fills_it() {
    let acceptor = Acceptor::new();
    let mut record = vec![22, 3, 1, 0x40, 0, 1, 0, 0xff, 0xff];
    record.resize(5 + 0x4000, 0);

    assert_eq!(acceptor.read(&record), (OK, record.len()));
    assert_eq!(acceptor.read(&record), (OK, 2048));
    assert_eq!(acceptor.read(&record), (r::Io as u32, 0));
    assert_eq!(acceptor.accept(), r::AcceptorNotReady);
    assert_eq!(acceptor.read(&record[2048..]), (OK, record.len() - 2048));
}

/// What a client sends behind its hello fills an acceptor, and is no fault of the hello's.
#[test]
fn a_hello_with_much_behind_it_is_found() {
    let acceptor = Acceptor::new();
    let hello = client(&[]).peer().records(b"");
    assert_eq!(acceptor.read(&hello[..10]), (OK, 10));
    assert_eq!(acceptor.accept(), r::AcceptorNotReady);
    assert_eq!(acceptor.read(&hello[10..]), (OK, hello.len() - 10));
    let mut behind = vec![23, 3, 3, 0x40, 0];
    behind.resize(5 + 0x4000, 0);
    while acceptor.read(&behind).0 == OK {}
    assert_eq!(acceptor.read(&behind), (r::Io as u32, 0));
    assert_eq!(acceptor.accept(), r::Ok);
    assert_eq!(acceptor.read(&behind), (r::Io as u32, 0));
}

#[test]
fn an_acceptor_may_end_at_every_step() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    let server = Server::new(&BOTH, &[&key]);
    let hello = client(&[]).peer().records(b"");
    for steps in 0..5 {
        let acceptor = Acceptor::new();
        if steps > 0 {
            assert_eq!(acceptor.read(&hello[..10]).0, OK);
        }
        if steps > 1 {
            assert_eq!(acceptor.read(&hello[10..]).0, OK);
        }
        if steps > 2 {
            assert_eq!(acceptor.accept(), r::Ok);
        }
        if steps > 3 {
            acceptor.connection(&server).unwrap();
        }
    }
    unsafe { rustls4j_acceptor_free(null_mut()) };
}

#[test]
fn null_is_refused() {
    let acceptor = Acceptor::new();
    let null_parameter = r::NullParameter as u32;
    let server = Server::new(&BOTH, &[]);
    let mut conn = null_mut();
    unsafe {
        let did = Did::unpack(rustls4j_acceptor_read(null_mut(), [0].as_ptr(), 0, 1));
        assert_eq!(did.result, null_parameter);
        let did = Did::unpack(rustls4j_acceptor_read(acceptor.0, null(), 0, 1));
        assert_eq!(did.result, null_parameter);
        let did = Did::unpack(rustls4j_acceptor_read(acceptor.0, null(), 0, 0));
        assert_eq!((did.result, did.consumed), (OK, 0));
        assert_eq!(rustls4j_acceptor_accept(null_mut()), null_parameter);
        assert_eq!(rustls4j_acceptor_hello(null(), [0].as_mut_ptr(), 1), 0);
        assert_eq!(rustls4j_acceptor_alert(null_mut(), [0].as_mut_ptr(), 1), 0);
        assert_eq!(rustls4j_acceptor_alert(acceptor.0, null_mut(), 1), 0);
        let result = rustls4j_acceptor_into_connection(null_mut(), server.0, &mut conn);
        assert_eq!(result, null_parameter);
        let result = rustls4j_acceptor_into_connection(acceptor.0, server.0, null_mut());
        assert_eq!(result, null_parameter);
        // Nothing was accepted.
        let result = rustls4j_acceptor_into_connection(acceptor.0, server.0, &mut conn);
        assert_eq!(result, null_parameter);
    }
}
