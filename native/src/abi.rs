//! The types every function shares, and which version of the interface this is.

use rustls_ffi::rustls_result;

use crate::handle::out;
use crate::panic;

/// The version of the interface in this header. Compare with `rustls4j_abi_version()` before
/// anything else: it changes whenever a function or a struct does.
pub const RUSTLS4J_ABI_VERSION: u32 = 11;

/// The rustls release inside, as the lock file pins it.
pub const RUSTLS_VERSION: &str = "0.23.46";

/// Borrowed bytes. When `len` is 0, `data` may be NULL. Text is UTF-8 without a terminator.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct rustls4j_bytes {
    /// The first byte.
    pub data: *const u8,
    /// How many there are.
    pub len: usize,
}

impl From<&[u8]> for rustls4j_bytes {
    fn from(bytes: &[u8]) -> Self {
        Self {
            data: bytes.as_ptr(),
            len: bytes.len(),
        }
    }
}

impl rustls4j_bytes {
    /// No bytes.
    pub const EMPTY: Self = Self {
        data: std::ptr::null(),
        len: 0,
    };
}

/// The value of RUSTLS4J_ABI_VERSION this library was built with.
#[no_mangle]
pub extern "C" fn rustls4j_abi_version() -> u32 {
    RUSTLS4J_ABI_VERSION
}

/// The version of this library, as static text.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_version(version: *mut rustls4j_bytes) -> u32 {
    // SAFETY: the header's contract.
    panic::result(|| unsafe { text(version, env!("CARGO_PKG_VERSION")) })
}

/// The version of the rustls inside, as static text.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_rustls_version(version: *mut rustls4j_bytes) -> u32 {
    // SAFETY: the header's contract.
    panic::result(|| unsafe { text(version, RUSTLS_VERSION) })
}

unsafe fn text(to: *mut rustls4j_bytes, text: &'static str) -> Result<(), rustls_result> {
    // SAFETY: the caller's promise is the one asked for.
    unsafe { out(to)?.write(text.as_bytes().into()) };
    Ok(())
}
