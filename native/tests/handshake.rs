//! Peers that are hostile, or unlucky, before the handshake is done.

mod common;
mod raw;

use std::io::Write;
use std::sync::{Arc, Mutex};

use aws_lc_rs::aead::{LessSafeKey, UnboundKey, AES_128_GCM};
use aws_lc_rs::hkdf::{KeyType, Prk, HKDF_SHA256};
use common::*;
use raw::*;
use rustls::crypto::aws_lc_rs::cipher_suite::TLS13_AES_128_GCM_SHA256;
use rustls::pki_types::ServerName;
use rustls::{ClientConnection, Connection, KeyLog, ServerConnection};
use rustls4j::client_config::RUSTLS4J_RESUMPTION_MEMORY;
use rustls_ffi::rustls_result as r;

fn name() -> ServerName<'static> {
    ServerName::try_from("server.example").unwrap()
}

/// Of the handshake message of a hello, records with so many bytes each.
fn cut(hello: &[u8], piece: usize) -> Vec<u8> {
    hello[5..]
        .chunks(piece)
        .flat_map(|part| [&[22, 3, 1, 0, part.len() as u8], part].concat())
        .collect()
}

#[test]
fn a_hello_in_pieces_is_read_once() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    let server = Server::new(&BOTH, &[&key]);
    for piece in [1, 2, 100, 255] {
        let mut client = Client::new(&BOTH).peer();
        let mut server = server.peer();
        server.incoming = cut(&client.records(b""), piece);
        server.take(1 << 20, 100);
        assert_eq!(server.failure, None);
        assert_eq!(server.server_name(), "server.example");
        connect(&mut client, &mut server);
        assert_eq!(server.server_name(), "server.example");
    }
}

#[test]
fn a_hello_that_does_not_end_is_refused_soon() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    let mut server = Server::new(&BOTH, &[&key]).peer();
    let mut sent = 0;
    let mut part = vec![22, 3, 1, 0, 4, 1, 0, 0xff, 0xff];
    while server.failure.is_none() {
        sent += part.len();
        assert!(sent < 70_000);
        server.incoming = part;
        server.take(1 << 20, 100);
        part = vec![22, 3, 1, 0, 1, 7];
    }
    assert_eq!(
        server.failure,
        Some(r::MessageHandshakePayloadTooLarge as u32)
    );
}

#[test]
fn a_warning_before_the_hello_does_not_hide_the_name() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    let mut client = Client::new(&BOTH).peer();
    let mut server = Server::new(&BOTH, &[&key]).peer();
    server.incoming = vec![21, 3, 1, 0, 2, 1, 112];
    server.incoming.extend(client.records(b""));
    server.take(1 << 20, 100);
    connect(&mut client, &mut server);
    assert_eq!(server.server_name(), "server.example");
}

#[derive(Debug, Default)]
struct Secrets(Mutex<Vec<(String, Vec<u8>)>>);

impl KeyLog for Secrets {
    fn log(&self, label: &str, _: &[u8], secret: &[u8]) {
        let entry = (label.to_string(), secret.to_vec());
        self.0.lock().unwrap().push(entry);
    }
}

/// RFC 8446, 7.1.
fn expand(secret: &[u8], label: &str, len: usize) -> Vec<u8> {
    struct Len(usize);
    impl KeyType for Len {
        fn len(&self) -> usize {
            self.0
        }
    }
    let label = format!("tls13 {label}");
    let (len16, n) = ((len as u16).to_be_bytes(), [label.len() as u8]);
    let info = [&len16[..], &n, label.as_bytes(), &[0]];
    let mut out = vec![0; len];
    let prk = Prk::new_less_safe(HKDF_SHA256, secret);
    let okm = prk.expand(&info, Len(len)).unwrap();
    okm.fill(&mut out).unwrap();
    out
}

/// A message in records that are nearly all padding would take a gigabyte.
#[test]
fn padding_in_a_handshake_has_an_end() {
    let authority = Authority::new("ca");
    let key = authority.issue("server.example").certified_key();
    let mut peer = Server::new(&[TLS13], &[&key]).peer();
    let secrets = Arc::new(Secrets::default());
    let mut config = plain_client(TLS13_AES_128_GCM_SHA256, &authority);
    config.key_log = secrets.clone();
    let mut plain = ClientConnection::new(Arc::new(config), name()).unwrap();
    plain.write_tls(&mut peer.incoming).unwrap();
    peer.take(1 << 20, 100);
    let flight = peer.records(b"");
    plain.read_tls(&mut &flight[..]).unwrap();
    plain.process_new_packets().unwrap();
    let secrets = secrets.0.lock().unwrap();
    let (_, secret) = secrets
        .iter()
        .find(|(label, _)| label == "CLIENT_HANDSHAKE_TRAFFIC_SECRET")
        .unwrap();
    let key = |secret| RawKey {
        key: LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &expand(secret, "key", 16)).unwrap()),
        iv: expand(secret, "iv", 12).try_into().unwrap(),
        seq: 0,
        explicit: false,
    };
    let mut raw = Raw {
        tls13: true,
        tx: key(secret),
        rx: key(secret),
    };
    for (i, byte) in [20, 0, 0xff, 0xff, 7, 7, 7].into_iter().enumerate() {
        let mut inner = vec![byte, HANDSHAKE];
        inner.resize(16_385, 0);
        let did = peer.unwrap(&raw.seal_inner(&inner), &mut [0; 100]);
        if did.result != OK {
            assert_eq!(r::from(did.result), r::MessageHandshakePayloadTooLarge);
            assert_eq!(i, 3);
            return;
        }
    }
    panic!("there is no end to it");
}

#[test]
fn a_session_that_cannot_be_resumed_is_forgotten() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    let servers = Server::new(&[TLS12], &[&key]);
    let clients = Client::new(&[TLS12]).customize(|o| {
        o.resumption = RUSTLS4J_RESUMPTION_MEMORY;
        o.resumption_size = 10;
    });
    connected(&clients, &servers);
    for resumed in [true, false] {
        let (mut client, mut server) = (clients.peer(), servers.peer());
        server.incoming = client.records(b"");
        server.take(1 << 20, 100);
        assert_eq!(server.resumed(), resumed);
        client.incoming = server.records(b"");
        if resumed {
            // The last byte of the server's finished.
            *client.incoming.last_mut().unwrap() ^= 1;
        }
        client.take(1 << 20, 100);
        if resumed {
            assert_eq!(client.failure, Some(r::DecryptError as u32));
        } else {
            connect(&mut client, &mut server);
        }
    }
}

/// A client that has a ticket for early data, of another server of the name.
fn early_client(authority: &Authority, identity: &Identity) -> ClientConnection {
    let suite = TLS13_AES_128_GCM_SHA256;
    let mut config = plain_server(suite, identity);
    config.max_early_data_size = 16_384;
    config.send_tls13_tickets = 1;
    let mut giver: Connection = ServerConnection::new(Arc::new(config)).unwrap().into();
    let mut config = plain_client(suite, authority);
    config.enable_early_data = true;
    let config = Arc::new(config);
    let mut client: Connection = ClientConnection::new(config.clone(), name())
        .unwrap()
        .into();
    for _ in 0..3 {
        deliver(&mut giver, &output(&mut client));
        deliver(&mut client, &output(&mut giver));
    }
    ClientConnection::new(config, name()).unwrap()
}

/// Early data that cannot be decrypted is passed over, and records that are none cost their sender
/// nothing of the limit. Each is looked at once: all of them at once are more than rustls is shown.
#[test]
fn empty_records_in_place_of_early_data_are_passed_over() {
    let authority = Authority::new("ca");
    let identity = authority.issue("server.example");
    let key = identity.certified_key();
    let mut client = early_client(&authority, &identity);
    client.early_data().unwrap().write_all(b"early").unwrap();
    let mut client: Connection = client.into();
    let mut peer = Server::new(&[TLS13], &[&key]).peer();
    let mut flight = output(&mut client);
    // The hello is the first of its records.
    let hello = 5 + usize::from(u16::from_be_bytes([flight[3], flight[4]]));
    let rest = flight.split_off(hello);
    for (len, count) in [(0, 20_000), (16, 500)] {
        let mut record = vec![23, 3, 3, 0, len];
        record.resize(5 + usize::from(len), 1);
        flight.extend(record.repeat(count));
    }
    flight.extend(rest);
    peer.incoming = flight;
    peer.take(10_000, 0);
    carry_all(&mut peer, &mut client);
    assert!(!peer.handshaking() && !client.is_handshaking());
}

/// Of a ticket for early data that another server of the name has given.
#[test]
fn early_data_is_passed_over() {
    let authority = Authority::new("ca");
    let identity = authority.issue("server.example");
    let key = identity.certified_key();
    for (count, size) in [(1, 9000), (2, 3000), (6, 900), (20, 100), (60, 20), (5, 1)] {
        let mut client = early_client(&authority, &identity);
        for _ in 0..count {
            let mut early = client.early_data().unwrap();
            assert_eq!(early.write(&vec![1; size]).unwrap(), size);
        }
        let mut client = client.into();
        let mut peer = Server::new(&[TLS13], &[&key]).peer();
        carry_all(&mut peer, &mut client);
        assert!(!peer.handshaking() && !client.is_handshaking());
        client.writer().write_all(b"in time").unwrap();
        carry_all(&mut peer, &mut client);
        assert_eq!(peer.received, b"in time");
    }
}
