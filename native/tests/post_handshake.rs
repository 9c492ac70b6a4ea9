//! What a peer may send when the handshake is done, and what it may not. The peer is plain rustls
//! until then, and afterwards whatever a test makes of its keys.

mod common;
mod raw;

use std::io::{Read, Write};

use common::*;
use raw::*;
use rustls4j::connection::functions::*;
use rustls_ffi::rustls_result as r;

fn raw_client(tls13: bool) -> (Peer, Raw) {
    let (peer, plain) = client(suites(tls13)[0]);
    (peer, Raw::of(plain, tls13))
}

fn raw_server(tls13: bool) -> (Peer, Raw) {
    let (peer, plain) = server(suites(tls13)[0]);
    (peer, Raw::of(plain, tls13))
}

fn both_sides(tls13: bool) -> [(Peer, Raw); 2] {
    [raw_client(tls13), raw_server(tls13)]
}

fn message(kind: u8, body: &[u8]) -> Vec<u8> {
    let mut message = vec![kind, 0];
    message.extend((body.len() as u16).to_be_bytes());
    message.extend(body);
    message
}

#[track_caller]
fn refused(peer: &mut Peer, record: &[u8], result: r) {
    let did = peer.unwrap(record, &mut [0; 20_000]);
    assert_eq!((r::from(did.result), did.produced), (result, 0));
    assert_eq!(did.consumed, record.len());
    // It stays so.
    let did = peer.unwrap(b"", &mut [0; 100]);
    assert_eq!(r::from(did.result), result);
}

#[track_caller]
fn accepted(peer: &mut Peer, record: &[u8]) {
    let did = peer.unwrap(record, &mut [0; 20_000]);
    assert_eq!(
        (did.result, did.produced),
        (OK, 0),
        "{:?}",
        r::from(did.result)
    );
    assert_eq!(did.consumed, record.len());
}

#[test]
fn every_suite_understands_plain_rustls() {
    for tls13 in [true, false] {
        for suite in suites(tls13) {
            for (mut peer, mut plain) in [client(suite), server(suite)] {
                for len in [1, 15, 16, 1000, 16_384, 16_385, 100_000] {
                    let text: Vec<u8> = (0..len).map(|i| (i % 251) as u8).collect();
                    plain.set_buffer_limit(None);
                    plain.writer().write_all(&text).unwrap();
                    carry_all(&mut peer, &mut plain);
                    assert!(peer.received == text, "{suite:?} {len}");
                    peer.received.clear();

                    let records = peer.records(&text);
                    let (mut from, mut got) = (&records[..], Vec::new());
                    while !from.is_empty() {
                        plain.read_tls(&mut from).unwrap();
                        plain.process_new_packets().unwrap();
                        let mut some = vec![0; 1 << 17];
                        if let Ok(n) = plain.reader().read(&mut some) {
                            got.extend_from_slice(&some[..n]);
                        }
                    }
                    assert!(got == text, "{suite:?} {len}");
                }
            }
        }
    }
}

#[test]
fn keys_change_at_either_sides_wish() {
    for suite in suites(true) {
        for (mut peer, mut plain) in [client(suite), server(suite)] {
            for _ in 0..3 {
                plain.refresh_traffic_keys().unwrap();
                plain.writer().write_all(b"after a change").unwrap();
                carry_all(&mut peer, &mut plain);
                assert_eq!(std::mem::take(&mut peer.received), b"after a change");
                // The answer waits for something to go with.
                assert!(!peer.state().wants_write());
                for _ in 0..2 {
                    deliver(&mut plain, &peer.records(b"under new keys"));
                    let mut got = [0; 100];
                    let n = plain.reader().read(&mut got).unwrap();
                    assert_eq!(&got[..n], b"under new keys");
                }
                assert_ok(unsafe { rustls4j_connection_refresh_traffic_keys(peer.conn) });
                carry_all(&mut peer, &mut plain);
            }
        }
    }
    for (peer, _) in both_sides(false) {
        let result = unsafe { rustls4j_connection_refresh_traffic_keys(peer.conn) };
        assert_eq!(r::from(result), r::HandshakeNotComplete);
    }
}

#[test]
fn padding_is_taken_off() {
    for (mut peer, mut raw) in both_sides(true) {
        for (text, padding) in [
            (&b"text"[..], 1),
            (b"", 20),
            (b"t", 16_000),
            (&[7; 1500], 300),
        ] {
            let record = raw.seal_inner(&[text, &[DATA], &vec![0; padding]].concat());
            for room in [0, 20_000] {
                let mut dst = vec![0; room];
                let did = match room {
                    0 => peer.unwrap(&record, &mut dst),
                    _ => peer.unwrap(b"", &mut dst),
                };
                assert_eq!(did.result, OK);
                assert!(room == 0 || &dst[..did.produced] == text);
            }
        }
        let nothing = raw.seal_inner(&[0; 100]);
        refused(&mut peer, &nothing, r::PeerMisbehavedError);
        assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 10]));
    }
}

#[test]
fn memory_behind_the_plaintext_is_left_alone() {
    for tls13 in [true, false] {
        for (mut peer, mut raw) in both_sides(tls13) {
            for len in [10, 1023, 1024, 5000] {
                let record = raw.seal(DATA, &vec![1; len]);
                let mut dst = vec![9; 20_000];
                assert_eq!(peer.unwrap(&record, &mut dst).produced, len);
                assert!(dst[len..].iter().all(|&byte| byte == 9), "{tls13} {len}");
            }
            let record = raw.seal(ALERT, &[1, 0]);
            let mut dst = vec![9; 20_000];
            assert!(peer.unwrap(&record, &mut dst).closed());
            assert!(dst.iter().all(|&byte| byte == 9));
        }
    }
}

#[test]
fn exact_room_is_enough() {
    for tls13 in [true, false] {
        for (mut peer, mut raw) in both_sides(tls13) {
            for len in [1, 1024, 1025, 16_384] {
                let record = raw.seal(DATA, &vec![3; len]);
                let mut dst = vec![0; len];
                let did = peer.unwrap(&record, &mut dst);
                assert_eq!((did.result, did.produced, did.pending()), (OK, len, false));
                assert!(dst.iter().all(|&byte| byte == 3));
            }
        }
    }
}

#[test]
fn fatal_alerts_end_it_and_are_not_answered() {
    for tls13 in [true, false] {
        for (mut peer, mut raw) in both_sides(tls13) {
            let record = raw.seal(ALERT, &[2, 40]);
            refused(&mut peer, &record, r::AlertHandshakeFailure);
            assert!(peer.records(b"").is_empty());
        }
    }
}

#[test]
fn warnings_are_borne_for_a_while() {
    for (mut peer, mut raw) in both_sides(true) {
        // The only one that TLS 1.3 has, beside close_notify.
        for _ in 0..4 {
            accepted(&mut peer, &raw.seal(ALERT, &[1, 90]));
        }
        let record = raw.seal(ALERT, &[1, 90]);
        refused(&mut peer, &record, r::PeerMisbehavedError);
    }
    for (mut peer, mut raw) in both_sides(true) {
        let record = raw.seal(ALERT, &[1, 100]);
        refused(&mut peer, &record, r::AlertNoRenegotiation);
        assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 50]));
    }
    for (mut peer, mut raw) in both_sides(false) {
        for _ in 0..4 {
            accepted(&mut peer, &raw.seal(ALERT, &[1, 100]));
        }
        let record = raw.seal(ALERT, &[1, 100]);
        refused(&mut peer, &record, r::PeerMisbehavedError);
    }
}

#[test]
fn alerts_that_are_none_are_refused() {
    for tls13 in [true, false] {
        for (content, result, alert) in [
            (&[1][..], r::MessageMissingData, 50),
            (&[1, 0, 0], r::MessageTrailingData, 50),
            (&[3, 40], r::AlertHandshakeFailure, 47),
        ] {
            for (mut peer, mut raw) in both_sides(tls13) {
                let record = raw.seal(ALERT, content);
                refused(&mut peer, &record, result);
                assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, alert]));
            }
        }
    }
}

#[test]
fn empty_records_are_borne_for_a_while() {
    for tls13 in [true, false] {
        for (mut peer, mut raw) in both_sides(tls13) {
            for _ in 0..3 {
                for _ in 0..32 {
                    accepted(&mut peer, &raw.seal(DATA, b""));
                }
                let text = raw.seal(DATA, b"text");
                assert_eq!(peer.unwrap(&text, &mut [0; 10]).produced, 4);
            }
            for _ in 0..32 {
                accepted(&mut peer, &raw.seal(DATA, b""));
            }
            let record = raw.seal(DATA, b"");
            refused(&mut peer, &record, r::PeerMisbehavedError);
        }
    }
}

#[test]
fn key_updates_are_borne_for_a_while_and_read_closely() {
    for (body, result, alert) in [
        (&[2][..], r::MessageInvalidKeyUpdate, 47),
        (&[], r::MessageMissingData, 50),
        (&[0, 0], r::MessageTrailingData, 50),
    ] {
        for (mut peer, mut raw) in both_sides(true) {
            let record = raw.seal(HANDSHAKE, &message(24, body));
            refused(&mut peer, &record, result);
            assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, alert]));
        }
    }
    // Nothing may follow it under the old key.
    for (mut peer, mut raw) in both_sides(true) {
        let two = [message(24, &[0]), message(24, &[0])].concat();
        let record = raw.seal(HANDSHAKE, &two);
        refused(&mut peer, &record, r::PeerMisbehavedError);
        assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 10]));
    }
    // One that never says anything else.
    let (mut peer, mut plain) = client(suites(true)[0]);
    for _ in 0..32 {
        plain.refresh_traffic_keys().unwrap();
        carry_all(&mut peer, &mut plain);
    }
    plain.refresh_traffic_keys().unwrap();
    let mut record = Vec::new();
    plain.write_tls(&mut record).unwrap();
    refused(&mut peer, &record, r::PeerMisbehavedError);
}

/// RFC 8446, 4.6.1.
fn ticket() -> Vec<u8> {
    let mut body = 3600_u32.to_be_bytes().to_vec();
    body.extend([1, 2, 3, 4, 1, 7, 0, 20]);
    body.extend([8; 20]);
    body.extend([0, 0]);
    message(4, &body)
}

fn tickets(peer: &Peer) -> u32 {
    unsafe { rustls4j_connection_tickets_received(peer.conn) }
}

#[test]
fn tickets_are_kept_in_records_of_any_size() {
    let (mut peer, mut raw) = raw_client(true);
    let three = [ticket(), ticket(), ticket()].concat();
    let mut expected = 0;
    for piece in [1, 3, 4, 5, 30, 39, 40, 1000] {
        for part in three.chunks(piece) {
            accepted(&mut peer, &raw.seal(HANDSHAKE, part));
        }
        expected += 3;
        assert_eq!(tickets(&peer), expected);
    }
    let text = raw.seal(DATA, b"text");
    assert_eq!(peer.unwrap(&text, &mut [0; 10]).produced, 4);

    let record = raw.seal(HANDSHAKE, &message(4, b"no ticket"));
    refused(&mut peer, &record, r::MessageTooShort);
    assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 50]));
}

#[test]
fn an_extension_twice_is_an_illegal_parameter() {
    let (mut peer, mut raw) = raw_client(true);
    let mut body = ticket()[4..].to_vec();
    let n = body.len();
    body.splice(n - 2.., [0, 8, 9, 9, 0, 0, 9, 9, 0, 0]);
    let record = raw.seal(HANDSHAKE, &message(4, &body));
    refused(&mut peer, &record, r::MessageInvalidOther);
    assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 47]));
}

#[test]
fn keys_do_not_change_when_it_is_over() {
    let (mut peer, mut raw) = raw_server(true);
    let record = raw.seal(HANDSHAKE, &message(13, &[0; 10]));
    refused(&mut peer, &record, r::InappropriateHandshakeMessage);
    let result = unsafe { rustls4j_connection_refresh_traffic_keys(peer.conn) };
    assert_eq!(r::from(result), r::InappropriateHandshakeMessage);
    assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 10]));
    assert!(peer.records(b"").is_empty());

    let (mut peer, mut raw) = raw_server(true);
    peer.close();
    assert_ok(unsafe { rustls4j_connection_refresh_traffic_keys(peer.conn) });
    assert_eq!(raw.hear(&mut peer), (ALERT, vec![1, 0]));
    assert!(peer.records(b"").is_empty());
}

#[test]
fn nothing_comes_between_the_parts_of_a_message() {
    for (kind, content) in [(DATA, &b"text"[..]), (ALERT, &[1, 0])] {
        let (mut peer, mut raw) = raw_client(true);
        accepted(&mut peer, &raw.seal(HANDSHAKE, &ticket()[..10]));
        let record = raw.seal(kind, content);
        refused(&mut peer, &record, r::PeerMisbehavedError);
        assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 10]));
    }
}

#[test]
fn other_messages_are_refused() {
    for tls13 in [true, false] {
        for (mut peer, mut raw) in both_sides(tls13) {
            let record = raw.seal(HANDSHAKE, &message(13, &[0; 10]));
            refused(&mut peer, &record, r::InappropriateHandshakeMessage);
            assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 10]));
        }
    }
    // Tickets are for clients, and in TLS 1.2 not for now.
    for (mut peer, mut raw) in [raw_server(true), raw_client(false), raw_server(false)] {
        let record = raw.seal(HANDSHAKE, &ticket());
        refused(&mut peer, &record, r::InappropriateHandshakeMessage);
    }
    for tls13 in [true, false] {
        for (mut peer, mut raw) in both_sides(tls13) {
            let record = raw.seal(HANDSHAKE, b"");
            refused(&mut peer, &record, r::MessageInvalidEmptyPayload);
            assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 10]));
        }
        // No end to it.
        for (mut peer, mut raw) in both_sides(tls13) {
            let record = raw.seal(HANDSHAKE, &[4, 1, 0, 0]);
            refused(&mut peer, &record, r::MessageHandshakePayloadTooLarge);
        }
    }
}

#[test]
fn renegotiation_is_declined_once() {
    for ((mut peer, mut raw), request) in [
        (raw_client(false), message(0, b"")),
        (raw_server(false), message(1, &[3, 3])),
    ] {
        accepted(&mut peer, &raw.seal(HANDSHAKE, &request));
        assert_eq!(raw.hear(&mut peer), (ALERT, vec![1, 100]));
        let text = raw.seal(DATA, b"text");
        assert_eq!(peer.unwrap(&text, &mut [0; 10]).produced, 4);
        let record = raw.seal(HANDSHAKE, &request);
        refused(&mut peer, &record, r::PeerMisbehavedError);
    }
}

#[test]
fn what_is_not_encrypted_is_refused() {
    for (mut peer, mut raw) in both_sides(true) {
        refused(&mut peer, &[20, 3, 3, 0, 1, 1], r::InappropriateMessage);
        assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 10]));
    }
    for (mut peer, mut raw) in both_sides(true) {
        refused(&mut peer, &[21, 3, 3, 0, 2, 1, 0], r::InappropriateMessage);
        assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 10]));
    }
    for (mut peer, mut raw) in both_sides(false) {
        refused(&mut peer, &[21, 3, 3, 0, 2, 1, 0], r::DecryptError);
        assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 20]));
    }
    for (mut peer, mut raw) in both_sides(true) {
        let record = raw.seal_inner(&[1, 2, 3, 99]);
        refused(&mut peer, &record, r::InappropriateMessage);
        assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 10]));
    }
}

#[test]
fn what_is_too_long_is_refused() {
    for tls13 in [true, false] {
        for (mut peer, mut raw) in both_sides(tls13) {
            let record = raw.seal(DATA, &vec![0; 16_385]);
            refused(&mut peer, &record, r::PeerSentOversizedRecord);
            assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 22]));
        }
        for (mut peer, mut raw) in both_sides(tls13) {
            let did = peer.unwrap(&[23, 3, 3, 0x48, 0], &mut [0; 100]);
            assert_eq!(r::from(did.result), r::MessageTooLarge);
            assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 50]));
        }
        // Shorter than what every record has.
        for (mut peer, mut raw) in both_sides(tls13) {
            refused(&mut peer, &[23, 3, 3, 0, 3, 1, 2, 3], r::DecryptError);
            assert_eq!(raw.hear(&mut peer), (ALERT, vec![2, 20]));
        }
    }
}

#[test]
fn every_spoiled_byte_is_noticed() {
    for tls13 in [true, false] {
        for (content, room) in [(vec![5; 30], 100), (vec![5; 2000], 4000)] {
            let (_, mut raw) = raw_client(tls13);
            let len = raw.seal(DATA, &content).len();
            // The headers, what is in front, and a part of the rest.
            for at in (0..40).chain(len - 20..len).filter(|&at| at < len) {
                let (mut peer, mut raw) = raw_client(tls13);
                let mut record = raw.seal(DATA, &content);
                record[at] ^= 1;
                // A version is only looked at as far as rustls looks at it.
                if at == 2 && tls13 {
                    continue;
                }
                let mut dst = vec![9; room];
                let did = peer.unwrap(&record, &mut dst);
                // A length that grew waits for more.
                assert!(did.result != OK || at == 3 || at == 4, "{tls13} {at}");
                assert_eq!(did.produced, 0);
                assert!(!dst.contains(&5));
            }
        }
    }
}

#[test]
fn a_close_notify_in_the_handshake_is_said_as_soon_as_it_can_be() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    for version in BOTH {
        let (clients, servers) = (Client::new(&[version]), Server::new(&[version], &[&key]));
        // At once, before anything is encrypted.
        let (mut client, mut server) = (clients.peer(), servers.peer());
        client.close();
        server.incoming = client.records(b"");
        assert!(server.incoming.ends_with(&[21, 3, 3, 0, 2, 1, 0]));
        server.take(1 << 20, 100);
        assert!(client.records(b"").is_empty());
        // In TLS 1.2, rustls takes it for any warning.
        let told = Some(r::AlertCloseNotify as u32).filter(|_| version == TLS13);
        assert_eq!(server.failure, told);

        if version == TLS12 {
            continue;
        }
        // Or when the handshake is done.
        let (mut client, mut server) = (clients.peer(), servers.peer());
        server.incoming = client.records(b"");
        server.take(1 << 20, 100);
        let flight = server.records(b"");
        client.incoming = flight[..flight.len() - 1].to_vec();
        client.take(1 << 20, 100);
        client.close();
        server.incoming = client.records(b"");
        server.take(1 << 20, 100);
        assert_eq!((server.failure, server.closed), (None, false));
        client.incoming = flight[flight.len() - 1..].to_vec();
        client.take(1 << 20, 100);
        settle(&mut client, &mut server, 20_000);
        assert_eq!(server.failure, None);
        assert!(server.closed);
    }
}
