//! Contexts that are let go where upcalls are forbidden. A process of its own: any other test that
//! may upcall runs the drops that wait.

mod common;

use std::sync::atomic::{AtomicUsize, Ordering};

use common::*;
use rustls_ffi::rustls_result as r;

#[test]
fn where_upcalls_are_forbidden_the_judge_is_not_asked_and_drops_wait() {
    let key = Authority::new("ca").issue("server.example").certified_key();
    let judge = Probe::new(AtomicUsize::new(0));
    let client = Client::verifying(&[TLS13], counting_verifier(&judge));
    let mut peer = client.peer();
    drop(client);
    let mut server = Server::new(&[TLS13], &[&key]).peer();
    let flight = server_flight(&mut peer, &mut server);
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
