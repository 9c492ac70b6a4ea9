//! What was negotiated.

mod common;

use std::ptr::null;

use common::*;
use rustls4j::connection::functions::*;
use rustls4j::connection::negotiated::*;
use rustls_ffi::enums::rustls_handshake_kind;

/// Version, cipher suite, group, kind of handshake.
fn numbers(peer: &Peer) -> [u16; 4] {
    [
        0,
        RUSTLS4J_NEGOTIATED_CIPHER_SUITE_SHIFT,
        RUSTLS4J_NEGOTIATED_GROUP_SHIFT,
        RUSTLS4J_NEGOTIATED_HANDSHAKE_KIND_SHIFT,
    ]
    .map(|shift| peer.number(shift))
}

#[test]
fn the_numbers_are_those_of_rustls() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    for version in BOTH {
        let (client, server) = (Client::new(&[version]), Server::new(&[version], &[&key]));
        assert_eq!(numbers(&client.peer()), [0; 4]);
        for resumed in [false, true] {
            let (client, server) = connected(&client, &server);
            assert_eq!(client.resumed(), resumed);
            for peer in [&client, &server] {
                let suite = match version {
                    TLS12 => 0xc02c,
                    _ => 0x1302,
                };
                let kind = match resumed {
                    false => rustls_handshake_kind::Full,
                    true => rustls_handshake_kind::Resumed,
                };
                let group = match (version, resumed) {
                    // TLS 1.2 resumes without a key exchange.
                    (TLS12, true) => 0,
                    (TLS12, false) => 0x001d,
                    _ => 0x11ec,
                };
                assert_eq!(numbers(peer), [version, suite, group, kind as u16]);
            }
        }
    }
}

#[test]
fn null_has_negotiated_nothing() {
    assert_eq!(unsafe { rustls4j_connection_negotiated(null()) }, 0);
}
