//! Contexts that are let go where upcalls are forbidden. A process of its own: any other test that
//! may upcall runs the drops that wait.

mod common;

use std::ptr::null_mut;
use std::sync::atomic::{AtomicUsize, Ordering};

use common::*;
use rustls4j::server_verifier::*;
use rustls_ffi::rustls_result as r;

unsafe extern "C" fn count(ctx: u64, _: *const rustls4j_server_cert_params) -> u32 {
    unsafe { Probe::<AtomicUsize>::at(ctx) }
        .state
        .fetch_add(1, Ordering::SeqCst);
    OK
}

#[test]
fn where_upcalls_are_forbidden_the_judge_is_not_asked_and_drops_wait() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    let judge = Probe::new(AtomicUsize::new(0));
    let mut options: rustls4j_server_cert_verifier_options = unsafe { std::mem::zeroed() };
    options.verify = Some(count);
    options.drop = Some(Probe::<AtomicUsize>::on_drop);
    options.ctx = judge.ctx();
    let mut verifier = null_mut();
    assert_eq!(
        unsafe { rustls4j_server_cert_verifier_new(&options, &mut verifier) },
        OK
    );
    let client = Client::verifying(&[TLS13], verifier);
    let mut peer = client.peer();
    drop(client);
    let mut server = Server::new(&[TLS13], &[&key]).peer();
    server.incoming = peer.records(b"");
    server.take(1 << 20, 0);
    let flight = server.records(b"");
    let did = peer.unwrap_no_upcall(&flight, &mut []);
    assert_eq!(did.result, r::General as u32);
    assert_eq!(judge.state.load(Ordering::SeqCst), 0);
    // The handshake's failure freed the last reference to the config, in that same call.
    assert_eq!(judge.drops(), 0);
    rustls4j::upcall::rustls4j_run_deferred_drops();
    assert_eq!(judge.drops(), 1);
    rustls4j::upcall::rustls4j_run_deferred_drops();
    assert_eq!(judge.drops(), 1);
}
