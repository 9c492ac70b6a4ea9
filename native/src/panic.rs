//! The one boundary no panic crosses.

use std::cell::RefCell;
use std::ffi::c_char;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::sync::Once;

use rustls_ffi::rustls_result;

use crate::avx;
use crate::handle::out;

/// Runs `body`; a panic in it becomes RUSTLS_RESULT_PANIC.
///
/// `AssertUnwindSafe`: after a panic the caller is told to throw the object away.
#[inline]
pub fn result(body: impl FnOnce() -> Result<(), rustls_result>) -> u32 {
    value(Err(rustls_result::Panic), body).map_or_else(|e| e as u32, |()| rustls_result::Ok as u32)
}

/// Runs `body`; a panic in it becomes `default`.
#[inline]
pub fn value<T>(default: T, body: impl FnOnce() -> T) -> T {
    avx::clear_upper_halves();
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(default)
}

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Makes every panic of this library leave its message for `rustls4j_last_panic` and print
/// nothing. Without it, Rust prints panics on the standard error stream. Calling it again does
/// nothing.
#[no_mangle]
pub extern "C" fn rustls4j_install_panic_hook() {
    static ONCE: Once = Once::new();
    value((), || {
        ONCE.call_once(|| {
            std::panic::set_hook(Box::new(|info| {
                let message = info.to_string();
                // A panic while this thread ends, or inside a borrow, has nowhere to leave it.
                let _ = LAST.try_with(|last| {
                    if let Ok(mut last) = last.try_borrow_mut() {
                        *last = Some(message);
                    }
                });
            }));
        })
    })
}

/// Copies the message of the last panic on this thread to `buf`, at most `len` bytes of it, stores
/// the number of bytes in `out_n`, and forgets the message.
///
/// RUSTLS_RESULT_NOT_FOUND where there was no panic since the last call, or no hook is installed.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_last_panic(
    buf: *mut c_char,
    len: usize,
    out_n: *mut usize,
) -> u32 {
    result(|| {
        let out_n = out(out_n)?;
        if buf.is_null() && len > 0 {
            return Err(rustls_result::NullParameter);
        }
        let message = LAST.take().ok_or(rustls_result::NotFound)?;
        let n = len.min(message.len());
        // SAFETY: the caller promises `len` writable bytes at `buf`, and `n` is at most that.
        unsafe {
            std::ptr::copy_nonoverlapping(message.as_ptr().cast(), buf, n);
            out_n.write(n);
        }
        Ok(())
    })
}
