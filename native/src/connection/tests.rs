//! What takes too many records to be seen from outside.

use std::sync::Arc;

use rcgen::{CertificateParams, KeyPair};
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::{PrivateKeyDer, ServerName};
use rustls::{ClientConfig, RootCertStore, ServerConfig, SupportedProtocolVersion};
use rustls_ffi::rustls_result;

use super::{rustls4j_connection, Phase};
use crate::key_schedule;
use crate::memory::{Destination, Source};

fn pair(version: &'static SupportedProtocolVersion) -> [rustls4j_connection; 2] {
    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new(["server.example".to_string()]).unwrap();
    let cert = params.self_signed(&key).unwrap();
    let mut roots = RootCertStore::empty();
    roots.add(cert.der().clone()).unwrap();
    let client = ClientConfig::builder_with_provider(Arc::new(key_schedule::provider()))
        .with_protocol_versions(&[version])
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    // As upstream has it, so that the two have to agree.
    let server = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_protocol_versions(&[version])
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(
            vec![cert.der().clone()],
            PrivateKeyDer::try_from(key.serialize_der()).unwrap(),
        )
        .unwrap();
    let name = ServerName::try_from("server.example").unwrap();
    let mut pair = [
        rustls4j_connection::client(Arc::new(client), name, None).unwrap(),
        rustls4j_connection::server(Arc::new(server)).unwrap(),
    ];
    for _ in 0..3 {
        let [client, server] = &mut pair;
        carry(client, server);
        carry(server, client);
    }
    assert!(pair.iter().all(|conn| !conn.is_handshaking()));
    pair
}

fn wrap(conn: &mut rustls4j_connection, text: &[u8]) -> (rustls_result, Vec<u8>) {
    let mut records = vec![0; 1 << 16];
    // SAFETY: the vector outlives it, and is not used meanwhile.
    let mut dst = unsafe { Destination::new(records.as_mut_ptr(), 0, records.len()) }.unwrap();
    let outcome = conn.wrap(Source::of(text), &mut dst);
    records.truncate(outcome.produced);
    (outcome.result, records)
}

fn unwrap(conn: &mut rustls4j_connection, records: &[u8]) -> Vec<u8> {
    let mut text = vec![0; 1 << 16];
    // SAFETY: the vector outlives it, and is not used meanwhile.
    let mut dst = unsafe { Destination::new(text.as_mut_ptr(), 0, text.len()) }.unwrap();
    let outcome = conn.unwrap(Source::of(records), &mut dst);
    assert_eq!(outcome.result, rustls_result::Ok);
    assert_eq!(outcome.consumed, records.len());
    text.truncate(outcome.produced);
    text
}

fn carry(from: &mut rustls4j_connection, to: &mut rustls4j_connection) {
    let (result, records) = wrap(from, b"");
    assert_eq!(result, rustls_result::Ok);
    assert_eq!(unwrap(to, &records), b"");
}

fn allow(conn: &mut rustls4j_connection, records: u64) {
    let Phase::Established(established) = &mut conn.phase else {
        panic!("it is not established");
    };
    established.allow_records(records);
}

#[test]
fn a_key_that_is_used_up_is_changed() {
    let [mut client, mut server] = pair(&rustls::version::TLS13);
    allow(&mut client, 4);
    allow(&mut server, 4);
    for _ in 0..20 {
        for text in [&b"text"[..], &[7; 40_000]] {
            let (result, records) = wrap(&mut client, text);
            assert_eq!(result, rustls_result::Ok);
            assert_eq!(unwrap(&mut server, &records), text);
        }
        let (_, records) = wrap(&mut server, b"answer");
        assert_eq!(unwrap(&mut client, &records), b"answer");
    }
}

#[test]
fn where_it_cannot_be_changed_it_is_not_used_on() {
    let [mut client, mut server] = pair(&rustls::version::TLS12);
    // One was the finished message.
    allow(&mut client, 4);
    for _ in 0..2 {
        let (_, records) = wrap(&mut client, b"text");
        assert_eq!(unwrap(&mut server, &records), b"text");
    }
    let (result, records) = wrap(&mut client, b"text");
    assert_eq!(result, rustls_result::EncryptError);
    assert_eq!(records, b"");
    // The last record is a close_notify.
    let (result, records) = wrap(&mut client, b"");
    assert_eq!(result, rustls_result::Ok);
    assert_eq!(unwrap(&mut server, &records), b"");
    assert!(server.peer_closed);
    let (result, records) = wrap(&mut client, b"text");
    assert_eq!(result, rustls_result::EncryptError);
    assert_eq!(records, b"");
}
