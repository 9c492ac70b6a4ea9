//! Callbacks on a stack that is used up. A process of its own, as in deferred_drops.rs.

mod common;

use std::hint::black_box;
use std::sync::atomic::{AtomicUsize, Ordering};

use common::*;
use rustls4j::upcall::{rustls4j_run_deferred_drops, rustls4j_stack_of_refused_callback};
use rustls_ffi::rustls_result as r;

/// Calls `body` where no more than `left` bytes of the stack are left.
#[inline(never)]
fn deep<T>(left: usize, body: impl FnOnce() -> T) -> T {
    let used = black_box([0u8; 4096]);
    let result = if stacker::remaining_stack().unwrap() <= left {
        body()
    } else {
        deep(left, body)
    };
    black_box(used);
    result
}

#[test]
fn nobody_is_called_who_would_overflow() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    let judge = Probe::new(AtomicUsize::new(0));
    let client = Client::verifying(&[TLS13], counting_verifier(&judge));
    let server = Server::new(&[TLS13], &[&key]);
    let mut asked = client.peer();
    let mut refused = client.peer();
    drop(client);

    let flight = server_flight(&mut asked, &mut server.peer());
    assert_eq!(asked.unwrap(&flight, &mut []).result, OK);
    assert_eq!(judge.state.load(Ordering::SeqCst), 1);
    assert_eq!(rustls4j_stack_of_refused_callback(), 0);
    drop(asked);
    assert_eq!(judge.drops(), 0);

    let flight = server_flight(&mut refused, &mut server.peer());
    let did = deep(150 * 1024, || refused.unwrap(&flight, &mut []));
    assert_eq!(did.result, r::General as u32);
    assert_eq!(judge.state.load(Ordering::SeqCst), 1);
    let left = rustls4j_stack_of_refused_callback();
    assert!((1..150 * 1024).contains(&left), "{left}");
    assert_eq!(rustls4j_stack_of_refused_callback(), 0);
    // The failure freed the last reference to the config, and that is told later.
    deep(150 * 1024, || rustls4j_run_deferred_drops());
    assert_eq!(judge.drops(), 0);
    rustls4j_run_deferred_drops();
    assert_eq!(judge.drops(), 1);
}
