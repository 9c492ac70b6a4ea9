//! What was negotiated.

mod common;

use std::ptr::null;

use common::*;
use rustls4j::negotiated::*;
use rustls_ffi::connection::rustls_connection;

/// Version, cipher suite, group, kind of handshake.
fn numbers(peer: &Peer) -> [u16; 4] {
    let packed = unsafe { rustls4j_connection_negotiated(peer.conn) };
    [
        0,
        RUSTLS4J_NEGOTIATED_CIPHER_SUITE_SHIFT,
        RUSTLS4J_NEGOTIATED_GROUP_SHIFT,
        RUSTLS4J_NEGOTIATED_HANDSHAKE_KIND_SHIFT,
    ]
    .map(|shift| (packed >> shift) as u16)
}

#[test]
fn the_numbers_are_those_of_upstream() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    for version in BOTH {
        let (client, server) = (Client::new(&[version]), Server::new(&[version], &[&key]));
        assert_eq!(numbers(&client.peer()), [0; 4]);
        for resumed in [false, true] {
            let (client, server) = connected(&client, &server);
            assert_eq!(client.resumed(), resumed);
            for peer in [&client, &server] {
                let conn = peer.conn;
                let suite = rustls_connection::rustls_connection_get_negotiated_ciphersuite(conn);
                let kind = rustls_connection::rustls_connection_handshake_kind(conn) as u16;
                assert_eq!(numbers(peer), [version, suite, peer.group(), kind]);
                assert!(suite != 0 && kind != 0);
            }
        }
    }
}

#[test]
fn null_has_negotiated_nothing() {
    assert_eq!(unsafe { rustls4j_connection_negotiated(null()) }, 0);
}
