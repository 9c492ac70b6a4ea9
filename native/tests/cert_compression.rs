//! Certificate compression by the caller's algorithms.

mod common;

use std::ptr::null_mut;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

use common::*;
use rustls4j::abi::rustls4j_bytes;
use rustls4j::cert_compression::*;
use rustls_ffi::rustls_result as r;

/// A number that no algorithm has.
const ALGORITHM: u16 = 0x4001;

/// Turns all bits around, and puts a byte in front.
#[derive(Default)]
struct Inverting {
    compressed: AtomicUsize,
    decompressed: AtomicUsize,
    fails: bool,
    lie: Option<usize>,
}

impl Inverting {
    unsafe extern "C" fn compress(
        ctx: u64,
        input: *const rustls4j_bytes,
        buf: *mut u8,
        cap: usize,
    ) -> usize {
        let (own, input) = unsafe { (&Probe::<Self>::at(ctx).state, slice(&*input)) };
        own.compressed.fetch_add(1, Ordering::SeqCst);
        assert!(cap > input.len());
        let output: Vec<u8> = std::iter::once(7).chain(input.iter().map(|b| !b)).collect();
        unsafe { buf.copy_from_nonoverlapping(output.as_ptr(), output.len()) };
        own.lie.unwrap_or(output.len())
    }

    unsafe extern "C" fn decompress(
        ctx: u64,
        input: *const rustls4j_bytes,
        buf: *mut u8,
        len: usize,
    ) -> bool {
        let (own, input) = unsafe { (&Probe::<Self>::at(ctx).state, slice(&*input)) };
        own.decompressed.fetch_add(1, Ordering::SeqCst);
        if own.fails {
            return false;
        }
        assert_eq!((input[0], input.len()), (7, len + 1));
        let output: Vec<u8> = input[1..].iter().map(|b| !b).collect();
        unsafe { buf.copy_from_nonoverlapping(output.as_ptr(), len) };
        true
    }
}

fn compressor(probe: &Arc<Probe<Inverting>>) -> rustls4j_cert_compressor {
    rustls4j_cert_compressor {
        ctx: probe.ctx(),
        compress: Some(Inverting::compress),
        drop: Some(Probe::<Inverting>::on_drop),
        algorithm: ALGORITHM,
    }
}

fn decompressor(probe: &Arc<Probe<Inverting>>) -> rustls4j_cert_decompressor {
    rustls4j_cert_decompressor {
        ctx: probe.ctx(),
        decompress: Some(Inverting::decompress),
        drop: Some(Probe::<Inverting>::on_drop),
        algorithm: ALGORITHM,
    }
}

fn compressing(server: &Server, with: &[rustls4j_cert_compressor]) -> Server {
    server.customize(|o| {
        o.cert_compression = RUSTLS4J_CERT_COMPRESSION_CALLBACKS;
        o.cert_compressors = with.as_ptr();
        o.cert_compressors_len = with.len();
    })
}

fn decompressing(client: &Client, with: &[rustls4j_cert_decompressor]) -> Client {
    client.customize(|o| {
        o.cert_compression = RUSTLS4J_CERT_COMPRESSION_CALLBACKS;
        o.cert_decompressors = with.as_ptr();
        o.cert_decompressors_len = with.len();
        o.resumption = rustls4j::client_config::RUSTLS4J_RESUMPTION_NONE;
    })
}

fn configs() -> (Client, Server, Identity) {
    let identity = Authority::new("ca").issue("server.example");
    let server = Server::new(&[TLS13], &[&identity.certified_key()]);
    (Client::new(&[TLS13]), server, identity)
}

fn count(counter: &AtomicUsize) -> usize {
    counter.load(Ordering::SeqCst)
}

#[test]
fn certificates_go_through_both_callbacks() {
    let (client, server, identity) = configs();
    let (sender, receiver) = (
        Probe::new(Inverting::default()),
        Probe::new(Inverting::default()),
    );
    let server = compressing(&server, &[compressor(&sender)]);
    let client = decompressing(&client, &[decompressor(&receiver)]);
    for _ in 0..3 {
        let (client, _server) = connected(&client, &server);
        assert_eq!(client.peer_cert().as_deref(), Some(&identity.cert[..]));
    }
    // rustls keeps what the last compressions came to.
    assert_eq!(count(&sender.state.compressed), 1);
    assert_eq!(count(&receiver.state.decompressed), 3);
    assert_eq!((sender.drops(), receiver.drops()), (0, 0));
    drop((client, server));
    assert_eq!((sender.drops(), receiver.drops()), (1, 1));
}

#[test]
fn algorithms_live_as_long_as_connections_and_other_configs() {
    let (client, server, _) = configs();
    let (sender, receiver) = (
        Probe::new(Inverting::default()),
        Probe::new(Inverting::default()),
    );
    let server = compressing(&server, &[compressor(&sender)]);
    let copy = server.customize(|_| {});
    let client = decompressing(&client, &[decompressor(&receiver)]);
    drop(server);
    let (mut client_side, mut server_side) = (client.peer(), copy.peer());
    drop((client, copy));
    assert_eq!((sender.drops(), receiver.drops()), (0, 0));
    connect(&mut client_side, &mut server_side);
    assert_eq!(count(&sender.state.compressed), 1);
    assert_eq!(count(&receiver.state.decompressed), 1);
    drop((client_side, server_side));
    assert_eq!((sender.drops(), receiver.drops()), (1, 1));
}

#[test]
fn one_that_cannot_compress_sends_certificates_as_they_are() {
    for lie in [0, usize::MAX] {
        let (client, server, identity) = configs();
        let (sender, receiver) = (
            Probe::new(Inverting {
                lie: Some(lie),
                ..Inverting::default()
            }),
            Probe::new(Inverting::default()),
        );
        let server = compressing(&server, &[compressor(&sender)]);
        let client = decompressing(&client, &[decompressor(&receiver)]);
        let (client, _server) = connected(&client, &server);
        assert_eq!(client.peer_cert().as_deref(), Some(&identity.cert[..]));
        assert_eq!(count(&sender.state.compressed), 1);
        assert_eq!(count(&receiver.state.decompressed), 0);
    }
}

#[test]
fn one_that_cannot_decompress_fails_the_handshake() {
    let (client, server, _) = configs();
    let (sender, receiver) = (
        Probe::new(Inverting::default()),
        Probe::new(Inverting {
            fails: true,
            ..Inverting::default()
        }),
    );
    let server = compressing(&server, &[compressor(&sender)]);
    let client = decompressing(&client, &[decompressor(&receiver)]);
    let (mut client, mut server) = (client.peer(), server.peer());
    settle(&mut client, &mut server, 20_000);
    assert!(client.failure.is_some());
    assert!(client.handshaking());
    assert_eq!(count(&receiver.state.decompressed), 1);
}

#[test]
fn algorithms_without_functions_are_refused_and_not_taken_over() {
    let (client, server, _) = configs();
    let probe = Probe::new(Inverting::default());
    let mut to_send = [compressor(&probe), compressor(&probe)];
    to_send[1].compress = None;
    let refused = server.try_customize(|o| {
        o.cert_compression = RUSTLS4J_CERT_COMPRESSION_CALLBACKS;
        o.cert_compressors = to_send.as_ptr();
        o.cert_compressors_len = 2;
    });
    assert_eq!(refused.0, r::NullParameter as u32);
    let mut to_receive = [decompressor(&probe)];
    to_receive[0].decompress = None;
    let refused = client.try_customize(|o| {
        o.cert_compression = RUSTLS4J_CERT_COMPRESSION_CALLBACKS;
        o.cert_decompressors = to_receive.as_ptr();
        o.cert_decompressors_len = 1;
    });
    assert_eq!(refused.0, r::NullParameter as u32);
    let refused = client.try_customize(|o| {
        o.cert_compression = RUSTLS4J_CERT_COMPRESSION_CALLBACKS;
        o.cert_decompressors = null_mut();
        o.cert_decompressors_len = 1;
    });
    assert_eq!(refused.0, r::NullParameter as u32);
    assert_eq!(probe.drops(), 0);
    for ctx in [to_send[0].ctx, to_send[1].ctx, to_receive[0].ctx] {
        unsafe { Probe::<Inverting>::on_drop(ctx) };
    }
}
