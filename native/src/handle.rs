//! How upstream represents the objects behind its opaque pointers.
//!
//! Upstream keeps the Rust side of this private (`Castable` in its `ffi.rs`). Each impl below
//! restates one of its impls; the tests in `tests/representation.rs` pin them.

use std::ptr::NonNull;
use std::sync::Arc;

use rustls::client::danger::ServerCertVerifier;
use rustls::crypto::CryptoProvider;
use rustls::server::danger::ClientCertVerifier;
use rustls::server::Accepted;
use rustls::sign::{CertifiedKey, SigningKey};
use rustls::{ClientConfig, RootCertStore, ServerConfig};
use rustls_ffi::acceptor::rustls_accepted;
use rustls_ffi::certificate::{rustls_certified_key, rustls_root_cert_store};
use rustls_ffi::client::rustls_client_config;
use rustls_ffi::crypto_provider::{rustls_crypto_provider, rustls_signing_key};
use rustls_ffi::rustls_result;
use rustls_ffi::server::rustls_server_config;
use rustls_ffi::verifier::{rustls_client_cert_verifier, rustls_server_cert_verifier};

/// A C type whose pointers are what `Arc::into_raw` gave for `Rust`.
pub trait Shared {
    /// What is behind the pointer.
    type Rust;
}

/// A C type whose pointers are what `Box::into_raw` gave for `Rust`.
pub trait Boxed {
    /// What is behind the pointer.
    type Rust;
}

impl Shared for rustls_client_config {
    type Rust = ClientConfig;
}

impl Shared for rustls_server_config {
    type Rust = ServerConfig;
}

impl Shared for rustls_certified_key {
    type Rust = CertifiedKey;
}

impl Shared for rustls_crypto_provider {
    type Rust = CryptoProvider;
}

impl Shared for rustls_root_cert_store {
    type Rust = RootCertStore;
}

impl Boxed for rustls_server_cert_verifier {
    type Rust = Arc<dyn ServerCertVerifier>;
}

impl Boxed for rustls_client_cert_verifier {
    type Rust = Arc<dyn ClientCertVerifier>;
}

impl Boxed for rustls_signing_key {
    type Rust = Arc<dyn SigningKey>;
}

impl Boxed for rustls_accepted {
    type Rust = Option<Accepted>;
}

/// A place to write to.
pub fn out<T>(to: *mut T) -> Result<NonNull<T>, rustls_result> {
    NonNull::new(to).ok_or(rustls_result::NullParameter)
}

/// A new reference for C to own.
pub fn into_shared<C: Shared>(value: Arc<C::Rust>) -> *const C {
    Arc::into_raw(value).cast()
}

/// A new object for C to own.
pub fn into_boxed<C: Boxed>(value: C::Rust) -> *mut C {
    Box::into_raw(Box::new(value)).cast()
}

/// Another reference to what C holds.
///
/// # Safety
/// `from` is NULL or a live pointer of its type.
pub unsafe fn share<C: Shared>(from: *const C) -> Result<Arc<C::Rust>, rustls_result> {
    let from: *const C::Rust = NonNull::new(from.cast_mut())
        .ok_or(rustls_result::NullParameter)?
        .as_ptr()
        .cast_const()
        .cast();
    // SAFETY: such pointers come from `Arc::into_raw`, and the caller's own reference keeps the
    // object alive during the call.
    unsafe {
        Arc::increment_strong_count(from);
        Ok(Arc::from_raw(from))
    }
}

/// Takes over a reference that C owned.
///
/// # Safety
/// `from` is NULL or a live pointer of its type, and is not used again by its giver.
pub unsafe fn take_shared<C: Shared>(from: *const C) -> Option<Arc<C::Rust>> {
    // SAFETY: such pointers come from `Arc::into_raw`, and the giver gives up its reference.
    (!from.is_null()).then(|| unsafe { Arc::from_raw(from.cast()) })
}

/// Looks at what C holds in a box.
///
/// # Safety
/// `from` is NULL or a live pointer of its type, and nothing changes it during `'a`.
pub unsafe fn look<'a, C: Boxed>(from: *const C) -> Result<&'a C::Rust, rustls_result> {
    // SAFETY: such pointers come from `Box::into_raw`; the rest is the caller's promise.
    unsafe { from.cast::<C::Rust>().as_ref() }.ok_or(rustls_result::NullParameter)
}

/// Looks at what C holds in a box, unless the pointer is NULL.
///
/// # Safety
/// As for [`look`].
pub unsafe fn look_if_any<'a, C: Boxed>(
    from: *const C,
) -> Result<Option<&'a C::Rust>, rustls_result> {
    if from.is_null() {
        return Ok(None);
    }
    // SAFETY: the caller's promise.
    unsafe { look(from) }.map(Some)
}

/// The struct at `from`.
///
/// # Safety
/// `from` is NULL or valid for reads of a `T` during `'a`.
pub unsafe fn options<'a, T>(from: *const T) -> Result<&'a T, rustls_result> {
    // SAFETY: the caller's promise.
    unsafe { from.as_ref() }.ok_or(rustls_result::NullParameter)
}

/// The array at `data`.
///
/// # Safety
/// Unless `len` is 0, `data` is NULL or valid for reads of `len` elements during `'a`.
pub unsafe fn array<'a, T>(data: *const T, len: usize) -> Result<&'a [T], rustls_result> {
    if len == 0 {
        return Ok(&[]);
    }
    if data.is_null() {
        return Err(rustls_result::NullParameter);
    }
    if len > isize::MAX as usize / size_of::<T>().max(1) || !data.is_aligned() {
        return Err(rustls_result::InvalidParameter);
    }
    // SAFETY: checked as far as can be; the rest is the caller's promise.
    Ok(unsafe { std::slice::from_raw_parts(data, len) })
}
