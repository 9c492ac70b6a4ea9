//! References to certified keys.

use rustls_ffi::certificate::rustls_certified_key;

use crate::handle::{into_shared, share};
use crate::panic;

/// Another reference to the same key, to be freed with `rustls_certified_key_free`. NULL for NULL.
/// Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_certified_key_clone(
    key: *const rustls_certified_key,
) -> *const rustls_certified_key {
    panic::value(std::ptr::null(), || {
        // SAFETY: the header's contract.
        unsafe { share(key) }.map_or(std::ptr::null(), into_shared)
    })
}
