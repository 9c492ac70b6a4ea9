//! Log lines of connections that want them.

use std::cell::Cell;
use std::ffi::c_void;
use std::sync::OnceLock;

use rustls_ffi::log::{rustls_log_callback, rustls_log_level, rustls_log_params};
use rustls_ffi::rustls_result;

use crate::panic;
use crate::upcall;

type Sink = unsafe extern "C" fn(*mut c_void, *const rustls_log_params);

static SINK: OnceLock<Sink> = OnceLock::new();

thread_local! {
    /// Where the lines of the connection go that this thread is busy with.
    static CURRENT: Cell<u64> = const { Cell::new(0) };
}

/// Sets where log lines go: to `sink`, with the `ctx` of `rustls4j_connection_set_log` as userdata.
/// A line that comes up inside a call that must not call out is lost. For the life of the process:
/// a second sink is refused with RUSTLS_RESULT_ALREADY_USED, and so is one where upstream's log
/// callback was set before.
#[no_mangle]
pub extern "C" fn rustls4j_set_log_sink(sink: rustls_log_callback) -> u32 {
    panic::result(|| {
        let sink = sink.ok_or(rustls_result::NullParameter)?;
        SINK.set(sink).map_err(|_| rustls_result::AlreadyUsed)?;
        ::log::set_logger(&Logger).map_err(|_| rustls_result::AlreadyUsed)?;
        ::log::set_max_level(::log::LevelFilter::Debug);
        Ok(())
    })
}

/// Runs `body`, which logs to `ctx`.
pub(crate) fn to<T>(ctx: u64, body: impl FnOnce() -> T) -> T {
    struct Restore(u64);
    impl Drop for Restore {
        fn drop(&mut self) {
            CURRENT.set(self.0);
        }
    }
    let _restore = Restore(CURRENT.replace(ctx));
    body()
}

struct Logger;

impl ::log::Log for Logger {
    fn enabled(&self, _: &::log::Metadata<'_>) -> bool {
        CURRENT.get() != 0 && upcall::allowed()
    }

    fn log(&self, record: &::log::Record<'_>) {
        let Some(sink) = SINK.get().filter(|_| self.enabled(record.metadata())) else {
            return;
        };
        let message = format!("{} {}", record.target(), record.args()).replace('\0', "");
        let Ok(message) = message.as_str().try_into() else {
            return;
        };
        let params = rustls_log_params {
            level: record.level() as rustls_log_level,
            message,
        };
        // SAFETY: whoever set the sink promised that it stays good; the line lives during the call.
        unsafe { sink(CURRENT.get() as *mut c_void, &params) }
    }

    fn flush(&self) {}
}
