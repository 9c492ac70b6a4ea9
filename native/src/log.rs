//! Log lines of connections that want them.

use std::cell::Cell;
use std::ffi::c_void;
use std::sync::OnceLock;

use rustls_ffi::log::{rustls_log_callback, rustls_log_level, rustls_log_params};
use rustls_ffi::rustls_result;

use crate::upcall;

type Sink = unsafe extern "C" fn(*mut c_void, *const rustls_log_params);

/// Where the lines of a connection go.
#[derive(Clone, Copy)]
pub(crate) struct LogTo {
    sink: Sink,
    ctx: u64,
}

thread_local! {
    /// Where the lines of the connection go that this thread is busy with.
    static CURRENT: Cell<Option<LogTo>> = const { Cell::new(None) };
}

impl LogTo {
    /// Fails where upstream's log callback, which takes the process's one logger, was set before.
    pub(crate) fn new(sink: rustls_log_callback, ctx: u64) -> Result<Self, rustls_result> {
        static INSTALLED: OnceLock<bool> = OnceLock::new();
        let sink = sink.ok_or(rustls_result::NullParameter)?;
        let installed = INSTALLED.get_or_init(|| {
            let installed = ::log::set_logger(&Logger).is_ok();
            if installed {
                ::log::set_max_level(::log::LevelFilter::Debug);
            }
            installed
        });
        match installed {
            true => Ok(Self { sink, ctx }),
            false => Err(rustls_result::AlreadyUsed),
        }
    }

    /// Runs `body`, which logs to this.
    pub(crate) fn during<T>(self, body: impl FnOnce() -> T) -> T {
        struct Restore(Option<LogTo>);
        impl Drop for Restore {
            fn drop(&mut self) {
                CURRENT.set(self.0);
            }
        }
        let _restore = Restore(CURRENT.replace(Some(self)));
        body()
    }
}

struct Logger;

/// Where a line goes now, if anywhere.
fn current() -> Option<LogTo> {
    CURRENT.get().filter(|_| upcall::allowed())
}

impl ::log::Log for Logger {
    fn enabled(&self, _: &::log::Metadata<'_>) -> bool {
        current().is_some()
    }

    fn log(&self, record: &::log::Record<'_>) {
        let Some(to) = current() else {
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
        // SAFETY: whoever set the sink promised that it is good as long as the connection; the line
        // lives during the call.
        unsafe { (to.sink)(to.ctx as *mut c_void, &params) }
    }

    fn flush(&self) {}
}
