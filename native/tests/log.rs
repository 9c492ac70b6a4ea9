//! Log lines reach the sink, but not from where calling out is forbidden.

mod common;

use std::ffi::c_void;
use std::sync::atomic::{AtomicUsize, Ordering};

use common::*;
use rustls4j::connection::functions::rustls4j_connection_set_log;
use rustls_ffi::log::rustls_log_params;
use rustls_ffi::rustls_result;

unsafe extern "C" fn count(userdata: *mut c_void, params: *const rustls_log_params<'_>) {
    // SAFETY: the library's promise.
    let line = unsafe { (*params).message.to_str() };
    if line.starts_with("rustls::client") {
        // SAFETY: the test gives the address of a counter that outlives the connection.
        unsafe { &*userdata.cast::<AtomicUsize>() }.fetch_add(1, Ordering::Relaxed);
    }
}

#[test]
fn lines_reach_the_sink_unless_calling_out_is_forbidden() {
    let lines = AtomicUsize::new(0);
    let key = Authority::new("ca").issue("server.example").certified_key();
    let (client, server) = (Client::new(&BOTH), Server::new(&BOTH, &[&key]));
    let (mut client, mut server) = (client.peer(), server.peer());
    let ctx = std::ptr::from_ref(&lines) as u64;
    assert_eq!(
        unsafe { rustls4j_connection_set_log(client.conn, None, ctx) },
        rustls_result::NullParameter as u32
    );
    assert_ok(unsafe { rustls4j_connection_set_log(client.conn, Some(count), ctx) });

    let hello = server_flight(&mut client, &mut server);
    let mut room = vec![0; 100];
    client.unwrap_no_upcall(&hello[..hello.len() / 2], &mut room);
    assert_eq!(
        lines.load(Ordering::Relaxed),
        0,
        "logged inside a call that must not call out"
    );
    client.unwrap(&hello[hello.len() / 2..], &mut room);
    assert_ne!(lines.load(Ordering::Relaxed), 0);
}
