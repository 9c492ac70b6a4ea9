//! Log lines, kept back where calling out is forbidden.

use std::ffi::c_void;
use std::sync::OnceLock;

use rustls_ffi::log::{rustls_log_callback, rustls_log_params};
use rustls_ffi::rustls_result;

use crate::panic;
use crate::upcall;

type Sink = unsafe extern "C" fn(*mut c_void, *const rustls_log_params);

static SINK: OnceLock<Sink> = OnceLock::new();

/// Sets where `rustls4j_log` passes log lines on to. For the life of the process: a second sink is
/// refused with RUSTLS_RESULT_ALREADY_USED.
#[no_mangle]
pub extern "C" fn rustls4j_set_log_sink(sink: rustls_log_callback) -> u32 {
    panic::result(|| {
        let sink = sink.ok_or(rustls_result::NullParameter)?;
        SINK.set(sink).map_err(|_| rustls_result::AlreadyUsed)
    })
}

/// A `rustls_log_callback` for `rustls_connection_set_log_callback`: passes the line on to the sink,
/// except inside a call that must not call out, where the line is lost. Upstream looks up the log
/// callback by thread, so that such a call may log for a connection further out on the same thread.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_log(userdata: *mut c_void, params: *const rustls_log_params) {
    panic::value((), || {
        if let Some(sink) = SINK.get().filter(|_| upcall::allowed()) {
            // SAFETY: whoever set the sink promised that it stays good; the arguments are upstream's.
            unsafe { sink(userdata, params) }
        }
    })
}
