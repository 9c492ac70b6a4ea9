//! When calling out is forbidden.
//!
//! A Java caller may make a call "critical": the JVM then does not expect it to come back into
//! Java, and an upcall would crash it. While such a call runs its thread is marked. A thread that
//! has used up its stack must not call out either: what overflows between the JVM's stub and the
//! Java code that catches errors ends the process. In both cases callbacks of this library fail
//! instead of calling, and contexts that end are released later.

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
    static STACK_OF_REFUSED: Cell<usize> = const { Cell::new(0) };
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

/// How much of its stack a thread must have left to call out. HotSpot keeps 96 KiB for itself and
/// for native code where pages are of 4 KiB, and 128 KiB where they are of 16: it throws what Java
/// needs beyond that as a StackOverflowError. The rest is for the way to where that is caught, and for
/// what is done about it.
const STACK_TO_CALL_OUT: usize = if cfg!(target_arch = "x86_64") {
    160 * 1024
} else {
    192 * 1024
};

/// What is left of the stack, if that is too little. A thread whose stack nobody knows is taken to
/// have enough.
fn too_little_stack() -> Option<usize> {
    stacker::remaining_stack().filter(|&left| left < STACK_TO_CALL_OUT)
}

/// May this thread call out?
pub(crate) fn allowed() -> bool {
    !FORBIDDEN.get() && too_little_stack().is_none()
}

/// May it for a callback that is due? If the stack forbids it, `rustls4j_stack_of_refused_callback` tells.
pub(crate) fn allowed_when_due() -> bool {
    let left = too_little_stack();
    STACK_OF_REFUSED.set(left.unwrap_or(0));
    !FORBIDDEN.get() && left.is_none()
}

/// Tells, once, whether the callback that was last due on this thread was not called because its stack was
/// used up: how many bytes were left of it, and 0 if it was called. What wanted the callback has failed
/// with RUSTLS_RESULT_GENERAL, or goes on as without an answer.
#[no_mangle]
pub extern "C" fn rustls4j_stack_of_refused_callback() -> usize {
    panic::value(0, || STACK_OF_REFUSED.replace(0))
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
