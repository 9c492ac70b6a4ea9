//! When calling out is forbidden.
//!
//! A Java caller may make a call "critical": the JVM then does not expect it to come back into
//! Java, and an upcall would crash it. While such a call runs its thread is marked; callbacks of
//! this library fail instead of calling, and contexts that end are released later.

use std::cell::Cell;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use crate::panic;

/// Tells the caller that the context `ctx` will not be used again. Called exactly once for each
/// object that was given a context, when the last reference to the object is gone; that may be
/// during any call of this library, on any thread that makes one, and later than the call that
/// freed the object. Not called for a context whose object could not be made. NULL: do not tell.
pub type rustls4j_drop_callback = Option<unsafe extern "C" fn(ctx: u64)>;

thread_local! {
    static FORBIDDEN: Cell<bool> = const { Cell::new(false) };
}

/// While this lives, its thread does not call out.
pub(crate) struct NoUpcalls(bool);

impl NoUpcalls {
    pub(crate) fn start() -> Self {
        Self(FORBIDDEN.replace(true))
    }
}

impl Drop for NoUpcalls {
    fn drop(&mut self) {
        FORBIDDEN.set(self.0);
    }
}

/// May this thread call out?
pub(crate) fn allowed() -> bool {
    !FORBIDDEN.get()
}

type Release = (unsafe extern "C" fn(u64), u64);

static DEFERRED: Mutex<Vec<Release>> = Mutex::new(Vec::new());
static ANY_DEFERRED: AtomicBool = AtomicBool::new(false);

/// Releases a context: now, or where calling out is forbidden, at the next call that may.
pub(crate) fn release(drop: rustls4j_drop_callback, ctx: u64) {
    let Some(drop) = drop else { return };
    if allowed() {
        // SAFETY: whoever made the context promised a function that is good until it is called.
        unsafe { drop(ctx) };
        return;
    }
    DEFERRED
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push((drop, ctx));
    ANY_DEFERRED.store(true, Ordering::Release);
}

/// Releases what `release` had to put off.
#[inline]
pub(crate) fn run_deferred() {
    if ANY_DEFERRED.load(Ordering::Acquire) && allowed() {
        release_deferred();
    }
}

#[cold]
fn release_deferred() {
    let list = {
        let mut list = DEFERRED.lock().unwrap_or_else(PoisonError::into_inner);
        ANY_DEFERRED.store(false, Ordering::Release);
        std::mem::take(&mut *list)
    };
    for (drop, ctx) in list {
        // SAFETY: as in `release`. The lock is not held: the function may come back here.
        unsafe { drop(ctx) };
    }
}

/// Calls the drop callbacks that were put off because their objects ended inside a call that must
/// not call out (`rustls4j_connection_wrap`, `rustls4j_connection_unwrap_no_upcall` and the other
/// functions said not to call out). Every function of this library that may call out does this
/// too, so calling it is only needed to be prompt.
#[no_mangle]
pub extern "C" fn rustls4j_run_deferred_drops() {
    panic::value((), run_deferred)
}
