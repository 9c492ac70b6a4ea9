//! References to certified keys.

use rustls_ffi::certificate::rustls_certified_key;

use crate::handle::{into_shared, out, share};
use crate::panic;

/// Another reference to the same key, to be freed with `rustls_certified_key_free`. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_certified_key_clone(
    key: *const rustls_certified_key,
    key_out: *mut *const rustls_certified_key,
) -> u32 {
    panic::result(|| {
        let key_out = out(key_out)?;
        // SAFETY: the header's contract.
        let key = unsafe { share(key) }?;
        // SAFETY: the header's contract.
        unsafe { key_out.write(into_shared(key)) };
        Ok(())
    })
}
