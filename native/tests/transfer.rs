//! wrap and unwrap.

mod common;

use common::*;
use rustls4j::connection::functions::*;
use rustls4j::transfer::*;
use rustls_ffi::rustls_result as r;

fn configs(versions: &[u16]) -> (Client, Server) {
    let key = Authority::new("ca").issue("server.example").certified_key();
    (Client::new(versions), Server::new(versions, &[&key]))
}

fn pair(version: u16) -> (Peer, Peer) {
    let (client, server) = configs(&[version]);
    connected(&client, &server)
}

fn overhead(version: u16) -> usize {
    match version {
        TLS13 => 22,
        _ => 29,
    }
}

fn text(n: usize) -> Vec<u8> {
    (0..n).map(|i| (i * 7 % 251) as u8).collect()
}

#[test]
fn handshake_in_buffers_of_any_size() {
    for version in BOTH {
        let (client, server) = configs(&[version]);
        for buffer in [1, 2, 7, 100, 4096, 16_384 + 29, 1 << 20] {
            let (mut client, mut server) = (client.peer(), server.peer());
            settle(&mut client, &mut server, buffer);
            assert!(!client.handshaking() && !server.handshaking());
            assert_eq!(client.version(), version);
            assert_eq!(client.failure.or(server.failure), None);
        }
    }
}

#[test]
fn plaintext_both_ways_in_buffers_of_any_size() {
    for version in BOTH {
        let (mut client, mut server) = pair(version);
        for len in [1, 100, 16_383, 16_384, 16_385, 100_000] {
            let text = text(len);
            for buffer in [overhead(version) + 1, 1000, 16_384 + 29, 1 << 20] {
                carry(&mut client, &mut server, &text, buffer);
                assert!(server.received == text);
                server.received.clear();
                carry(&mut server, &mut client, &text, buffer);
                assert!(client.received == text);
                client.received.clear();
            }
        }
    }
}

#[test]
fn unwrap_in_every_combination_of_sizes() {
    for version in BOTH {
        let (mut client, mut server) = pair(version);
        let text = text(3000);
        for chunk in [1, 2, 5, 1000, 2999, 10_000] {
            for room in [1, 2, 999, 3000, 10_000] {
                server.incoming = client.records(&text);
                server.take(chunk, room);
                assert!(server.received == text, "{chunk} {room}");
                assert!(server.incoming.is_empty());
                server.received.clear();
            }
        }
    }
}

#[test]
fn exact_room_is_enough_and_one_less_takes_one_byte_less() {
    for version in BOTH {
        let (mut client, mut server) = pair(version);
        for len in [1, 2, 1000, 16_384] {
            let text = text(len);
            let mut dst = vec![0; len + overhead(version)];
            let did = client.wrap(&text, &mut dst);
            assert_eq!((did.consumed, did.produced), (len, dst.len()));
            server.incoming.extend_from_slice(&dst);

            dst.pop();
            let did = client.wrap(&text, &mut dst);
            assert_eq!(did.consumed, len - 1);
            assert!(!did.wants_write());
            server.incoming.extend_from_slice(&dst[..did.produced]);

            server.take(1 << 20, 1 << 20);
            assert!(server.received == [&text[..], &text[..len - 1]].concat());
            server.received.clear();
        }
    }
}

#[test]
fn no_room_for_a_record_consumes_nothing() {
    for version in BOTH {
        let (mut client, _server) = pair(version);
        for room in 0..=overhead(version) {
            let did = client.wrap(b"text", &mut vec![0; room]);
            assert_eq!((did.result, did.consumed, did.produced), (OK, 0, 0));
            assert!(!did.wants_write());
        }
    }
}

#[test]
fn no_plaintext_makes_no_record() {
    let (mut client, mut server) = pair(TLS13);
    let did = client.wrap(b"", &mut [0; 100]);
    assert_eq!((did.result, did.consumed, did.produced), (OK, 0, 0));
    let did = server.unwrap(b"", &mut [0; 100]);
    assert_eq!((did.result, did.consumed, did.produced), (OK, 0, 0));
    assert_eq!(did.flags, RUSTLS4J_TRANSFER_WANTS_READ);
}

#[test]
fn no_plaintext_is_taken_while_handshaking() {
    let (client, _server) = configs(&BOTH);
    let mut client = client.peer();
    let did = client.wrap(b"too early", &mut [0; 20_000]);
    assert_eq!((did.result, did.consumed), (OK, 0));
    assert!(did.produced > 0 && did.is(RUSTLS4J_TRANSFER_HANDSHAKING));
    let did = client.wrap(b"too early", &mut [0; 20_000]);
    assert_eq!((did.consumed, did.produced), (0, 0));
}

#[test]
fn a_hello_is_fed_without_room_for_plaintext() {
    for version in BOTH {
        let (client, server) = configs(&[version]);
        let (mut client, mut server) = (client.peer(), server.peer());
        let hello = client.records(b"");
        let did = server.unwrap(&hello, &mut []);
        assert_eq!(
            (did.result, did.consumed, did.produced),
            (OK, hello.len(), 0)
        );
        assert!(did.wants_write() && !did.is(RUSTLS4J_TRANSFER_WANTS_READ));
        // Output first: what follows is not taken before.
        let did = server.unwrap(b"anything", &mut [0; 10]);
        assert_eq!((did.result, did.consumed), (OK, 0));
    }
}

#[test]
fn a_change_cipher_spec_goes_with_what_follows() {
    let (client, server) = configs(&[TLS13]);
    let (mut client, mut server) = (client.peer(), server.peer());
    server.incoming = client.records(b"");
    server.take(1 << 20, 100);
    let flight = server.records(b"");
    let hello = 5 + usize::from(u16::from_be_bytes([flight[3], flight[4]]));
    let did = client.unwrap(&flight[..hello], &mut []);
    assert_eq!((did.consumed, did.wants_write()), (hello, false));
    assert!(did.is(RUSTLS4J_TRANSFER_WANTS_READ));
    assert!(client.records(b"").is_empty());
    let did = client.unwrap(&flight[hello..], &mut []);
    assert!(did.wants_write() && !did.is(RUSTLS4J_TRANSFER_HANDSHAKING));
    let answer = client.records(b"");
    assert_eq!(answer[..6], [20, 3, 3, 0, 1, 1]);
    assert_eq!(answer[6], 23);
}

#[test]
fn without_room_bytes_are_taken_until_there_is_plaintext() {
    for version in BOTH {
        let (mut client, mut server) = pair(version);
        let text = text(60_000);
        let records = client.records(&text);
        let did = server.unwrap(&records, &mut []);
        assert_eq!((did.result, did.produced), (OK, 0));
        assert!(did.consumed > 0 && did.consumed < records.len() && did.pending());
        assert_eq!(server.unwrap(&records[did.consumed..], &mut []).consumed, 0);
        assert!(server.state().pending());
        server.incoming = records[did.consumed..].to_vec();
        server.take(1 << 20, 1 << 20);
        assert!(server.received == text);
        assert!(!server.state().pending());
    }
}

#[test]
fn close_notify_ends_the_plaintext() {
    for version in BOTH {
        let (mut client, mut server) = pair(version);
        let mut records = client.records(b"last words");
        client.close();
        records.extend(client.records(b""));
        let end = records.len();
        records.extend([23; 5000]);

        let mut dst = [0; 100];
        let did = server.unwrap(&records, &mut dst);
        assert_eq!((did.result, did.produced), (OK, 10));
        assert_eq!(&dst[..10], b"last words");
        assert!(did.closed() && !did.pending());
        assert_eq!(did.consumed, records.len());
        assert!(did.consumed > end);

        // From now on everything is ignored, and the other direction still works.
        let did = server.unwrap(&records, &mut dst);
        assert_eq!((did.result, did.produced), (OK, 0));
        assert!(did.closed());
        assert_eq!(did.consumed, records.len());
        assert!(server.end_of_input().result == OK);
        assert!(server.unwrap(b"", &mut dst).closed());
        server.close();
        client.incoming = server.records(b"");
        client.take(100, 100);
        assert!(client.closed);
    }
}

#[test]
fn close_notify_waits_for_room() {
    let (mut client, mut server) = pair(TLS13);
    let mut records = client.records(b"text");
    client.close();
    records.extend(client.records(b""));
    let mut dst = [0; 4];
    let did = server.unwrap(&records, &mut dst);
    assert_eq!(did.produced, 4);
    assert!(!did.closed() && did.pending());
    let did = server.unwrap(b"more", &mut []);
    assert_eq!((did.result, did.consumed), (OK, 0));
    assert!(!did.closed() && did.pending());
    let did = server.unwrap(b"more", &mut [0]);
    assert!(did.closed() && !did.pending());
    assert_eq!((did.consumed, did.produced), (4, 0));
}

#[test]
fn truncation_is_reported_after_the_plaintext() {
    for version in BOTH {
        for room in [0, 100] {
            let (mut client, mut server) = pair(version);
            let records = client.records(b"text");
            let did = server.unwrap(&records, &mut []);
            assert!(did.pending());
            assert_eq!(server.end_of_input().result, OK);
            let mut dst = [0; 100];
            let did = server.unwrap(b"", &mut dst);
            assert_eq!((did.result, did.produced), (OK, 4));
            for _ in 0..2 {
                let did = server.unwrap(b"", &mut dst[..room]);
                assert_eq!((did.result, did.produced), (r::UnexpectedEof as u32, 0));
                assert!(!did.closed());
            }
        }
    }
}

#[test]
fn the_end_in_a_handshake_is_a_truncation() {
    let (client, server) = configs(&BOTH);
    for mut peer in [client.peer(), server.peer()] {
        peer.records(b"");
        assert_eq!(peer.end_of_input().result, OK);
        let did = peer.unwrap(b"", &mut []);
        assert_eq!(did.result, r::UnexpectedEof as u32);
    }
}

#[test]
fn the_end_comes_after_all_plaintext() {
    let (mut client, mut server) = pair(TLS13);
    let records = client.records(&text(100_000));
    let did = server.unwrap(&records[..40_000], &mut []);
    assert!(did.pending() && did.consumed < 40_000);
    assert_eq!(server.end_of_input().result, OK);
    server.incoming = records[did.consumed..].to_vec();
    server.take(1 << 20, 1 << 20);
    assert!(server.received == text(100_000));
    assert_eq!(server.unwrap(b"", &mut [0]).result, r::UnexpectedEof as u32);
}

#[test]
fn corruption_is_an_error_and_wrap_sends_the_alert() {
    for version in BOTH {
        let (mut client, mut server) = pair(version);
        let mut records = client.records(b"good");
        let good = records.len();
        records.extend(client.records(b"bad"));
        *records.last_mut().unwrap() ^= 1;
        assert!(records.len() < 4096);

        let mut dst = [0; 100];
        let did = server.unwrap(&records, &mut dst);
        assert_eq!(did.result, r::DecryptError as u32);
        assert_eq!((did.produced, did.consumed), (4, records.len()));
        assert_eq!(&dst[..4], b"good");
        assert!(did.wants_write() && did.consumed > good);

        // It stays an error, also for wrap, which has the alert to deliver before.
        assert_eq!(server.unwrap(b"", &mut dst).result, r::DecryptError as u32);
        assert_eq!(
            server.unwrap(&records, &mut dst).result,
            r::DecryptError as u32
        );
        let mut alert = [0; 100];
        let did = server.wrap(b"", &mut alert);
        assert_eq!(did.result, OK);
        assert!(did.produced > 0);
        let n = did.produced;
        let did = server.wrap(b"more", &mut [0; 100]);
        assert_eq!((did.result, did.consumed), (r::DecryptError as u32, 0));
        let did = client.unwrap(&alert[..n], &mut dst);
        assert_eq!(did.result, r::AlertBadRecordMac as u32);
    }
}

#[test]
fn garbage_in_a_handshake_is_an_error_with_an_alert() {
    let (_client, server) = configs(&BOTH);
    let mut server = server.peer();
    let did = server.unwrap(b"GET / HTTP/1.1\r\n\r\n", &mut []);
    assert_eq!(did.result, r::MessageInvalidContentType as u32);
    let mut dst = [0; 100];
    let did = server.wrap(b"", &mut dst);
    assert_eq!(did.result, OK);
    assert_eq!(&dst[..did.produced], [21, 3, 3, 0, 2, 2, 50]);
    for _ in 0..2 {
        let did = server.unwrap(b"more", &mut []);
        assert_eq!(did.result, r::MessageInvalidContentType as u32);
    }
}

#[test]
fn every_corrupted_byte_of_a_handshake_ends() {
    let (client, server) = configs(&BOTH);
    let hello = client.peer().records(b"");
    for at in 0..hello.len() {
        let mut hello = hello.clone();
        hello[at] ^= 0xff;
        let mut server = server.peer();
        server.incoming = hello;
        server.take(1000, 10);
        server.records(b"");
    }
}

#[test]
fn a_handshake_message_that_is_too_large_is_an_error() {
    let (_client, server) = configs(&BOTH);
    let mut server = server.peer();
    // A client hello of 16 MiB, in records.
    let mut record = vec![22, 3, 1, 0x40, 0];
    record.extend([1, 0xff, 0xff, 0xff]);
    record.resize(5 + 0x4000, 0);
    server.incoming = record;
    for _ in 0..2000 {
        server.take(10_000, 0);
        if server.failure.is_some() {
            return;
        }
        server.incoming.extend([22, 3, 1, 0x40, 0]);
        server.incoming.extend([0; 0x4000]);
    }
    panic!("there is no end to it");
}

#[test]
fn fragments_of_any_size_lose_nothing() {
    for version in BOTH {
        for fragment in [32, 33, 100, 1000, 16_389] {
            let (client, server) = configs(&[version]);
            let client = client.customize(|o| o.max_fragment_size = fragment);
            let server = server.customize(|o| o.max_fragment_size = fragment);
            let (mut client, mut server) = connected(&client, &server);
            let text = text(50_000);
            for buffer in [40, 1000, 16_384, 1 << 20] {
                carry(&mut client, &mut server, &text, buffer);
                assert!(server.received == text);
                server.received.clear();
            }
            let records = client.records(&text);
            let first = usize::from(records[3]) << 8 | usize::from(records[4]);
            assert!(first <= fragment - 5 + overhead(version) - 5);
        }
    }
}

#[test]
fn input_and_output_may_overlap() {
    for version in BOTH {
        let (client, mut server) = pair(version);
        let text = text(40_000);
        for gap in [0, 1, 5, 22, 100, 16_384] {
            for output_first in [true, false] {
                // Wrap: from and to one buffer, at a distance.
                let mut buffer = vec![0; 120_000];
                let (src, dst) = match output_first {
                    true => (gap, 0),
                    false => (0, gap),
                };
                buffer[src..src + text.len()].copy_from_slice(&text);
                let at = buffer.as_mut_ptr();
                let did = Did::unpack(unsafe {
                    rustls4j_connection_wrap(client.conn, at, src, text.len(), at, dst, 80_000)
                });
                assert_eq!((did.result, did.consumed), (OK, text.len()));
                let records = buffer[dst..dst + did.produced].to_vec();

                // Unwrap: the same, with a part of a record already inside.
                let did = server.unwrap(&records[..3000], &mut []);
                assert_eq!(did.consumed, 3000);
                let rest = &records[3000..];
                let mut buffer = vec![0; 120_000];
                buffer[src..src + rest.len()].copy_from_slice(rest);
                let at = buffer.as_mut_ptr();
                let did = Did::unpack(unsafe {
                    rustls4j_connection_unwrap(server.conn, at, src, rest.len(), at, dst, 80_000)
                });
                assert_eq!((did.result, did.consumed), (OK, rest.len()));
                assert!(buffer[dst..dst + did.produced] == text);
            }
        }
    }
}

#[test]
fn what_the_peer_sends_with_its_last_handshake_message_arrives() {
    for version in BOTH {
        let (client, server) = configs(&[version]);
        let (mut client, mut server) = (client.peer(), server.peer());
        while client.handshaking() {
            server.incoming.extend(client.records(b""));
            server.take(1 << 20, 100);
            client.incoming.extend(server.records(b""));
            client.take(1 << 20, 100);
        }
        let mut flight = client.records(b"");
        flight.extend(client.records(b"at once"));
        server.incoming.extend(flight);
        server.take(1 << 20, 100);
        assert!(!server.handshaking());
        assert_eq!(server.received, b"at once");
    }
}

#[test]
fn keys_can_be_refreshed_with_data_in_flight() {
    let (mut client, mut server) = pair(TLS13);
    for _ in 0..3 {
        assert_eq!(
            unsafe { rustls4j_connection_refresh_traffic_keys(client.conn) },
            OK
        );
        carry(&mut client, &mut server, b"request", 1000);
        carry(&mut server, &mut client, b"response", 1000);
    }
    assert_eq!(server.received, b"requestrequestrequest");
    assert_eq!(client.received, b"responseresponseresponse");
}

#[test]
fn unwrap_no_upcall_is_unwrap_where_nothing_is_called() {
    let (mut client, mut server) = pair(TLS13);
    let records = client.records(b"text");
    let mut dst = [0; 10];
    let did = server.unwrap_no_upcall(&records, &mut dst);
    assert_eq!(
        (did.result, did.consumed, did.produced),
        (OK, records.len(), 4)
    );
}

#[test]
fn null_is_refused() {
    use std::ptr::{null, null_mut};
    let (mut client, _server) = pair(TLS13);
    let mut dst = [0; 100];
    let at = dst.as_mut_ptr();
    let conn = client.conn;
    unsafe {
        for packed in [
            rustls4j_connection_wrap(null_mut(), at, 0, 1, at, 0, 1),
            rustls4j_connection_wrap(conn, null(), 0, 1, at, 0, 1),
            rustls4j_connection_wrap(conn, at, 0, 1, null_mut(), 0, 1),
            rustls4j_connection_unwrap(null_mut(), at, 0, 1, at, 0, 1),
            rustls4j_connection_unwrap(conn, null(), 0, 1, at, 0, 1),
            rustls4j_connection_unwrap(conn, at, 0, 1, null_mut(), 0, 1),
            rustls4j_connection_unwrap_no_upcall(null_mut(), at, 0, 1, at, 0, 1),
            rustls4j_connection_end_of_input(null_mut()),
            rustls4j_connection_state(null()),
        ] {
            let did = Did::unpack(packed);
            assert_eq!(did.result, r::NullParameter as u32);
            assert_eq!((did.consumed, did.produced), (0, 0));
        }
        let did = Did::unpack(rustls4j_connection_wrap(
            conn,
            null(),
            0,
            0,
            null_mut(),
            0,
            0,
        ));
        assert_eq!(did.result, OK);
    }
    let did = client.unwrap(b"", &mut []);
    assert_eq!(did.result, OK);
}

#[test]
fn offsets_count() {
    let (mut client, mut server) = pair(TLS13);
    let mut dst = [0; 100];
    let text = b"__text__";
    let did = Did::unpack(unsafe {
        rustls4j_connection_wrap(client.conn, text.as_ptr(), 2, 4, dst.as_mut_ptr(), 10, 90)
    });
    assert_eq!((did.consumed, did.produced), (4, 26));
    let mut out = [0; 100];
    let did = Did::unpack(unsafe {
        rustls4j_connection_unwrap(
            server.conn,
            dst.as_ptr(),
            10,
            did.produced,
            out.as_mut_ptr(),
            50,
            50,
        )
    });
    assert_eq!((did.consumed, did.produced), (26, 4));
    assert_eq!(&out[48..56], b"\0\0text\0\0");
    let _ = client.wrap(b"", &mut []);
    let _ = server.wrap(b"", &mut []);
}

#[test]
fn long_lengths_are_clipped() {
    let (mut client, mut server) = pair(TLS13);
    let text = text((1 << 24) + 1000);
    let mut dst = vec![0; (1 << 24) + 1000];
    let did = client.wrap(&text, &mut dst);
    assert_eq!(did.result, OK);
    assert!(did.consumed < 1 << 24 && did.consumed > 16_000_000);
    assert!(did.produced < 1 << 24);
    let mut out = vec![0; (1 << 24) + 1000];
    let records = dst[..did.produced].to_vec();
    let unwrapped = server.unwrap(&records, &mut out);
    assert_eq!(
        (unwrapped.consumed, unwrapped.produced),
        (records.len(), did.consumed)
    );
    assert!(out[..did.consumed] == text[..did.consumed]);
}
