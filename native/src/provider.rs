//! What a crypto provider can do, and which suites and key exchange groups it offers.

use std::sync::Arc;

use rustls::crypto::aws_lc_rs::ALL_KX_GROUPS;
use rustls::crypto::CryptoProvider;
use rustls_ffi::crypto_provider::rustls_crypto_provider;
use rustls_ffi::rustls_result;

use crate::convert::provider;
use crate::handle::{array, into_shared, out, share};
use crate::key_schedule;
use crate::panic;
use crate::upcall::run_deferred;

/// What `rustls_aws_lc_rs_crypto_provider` returns, but for the time that it takes to hash and to
/// derive keys in TLS 1.3. Free it with `rustls_crypto_provider_free`.
#[no_mangle]
pub extern "C" fn rustls4j_aws_lc_rs_crypto_provider() -> *const rustls_crypto_provider {
    panic::value(std::ptr::null(), || {
        into_shared(Arc::new(key_schedule::provider()))
    })
}

/// Makes a provider that is `base`, or for NULL the process default as upstream defines it, but
/// has exactly these cipher suites and offers exactly these key exchange groups, in this order;
/// what is of length 0 stays as `base` has it. Each suite must be one of `base`, each group one of
/// `rustls4j_supported_kx_groups_get`, and none may be twice. Free it with
/// `rustls_crypto_provider_free`; `base` stays the caller's.
///
/// Upstream's builder chooses suites by itself, one call for each; groups it cannot choose.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_crypto_provider_with(
    base: *const rustls_crypto_provider,
    cipher_suites: *const u16,
    cipher_suites_len: usize,
    kx_groups: *const u16,
    kx_groups_len: usize,
    provider_out: *mut *const rustls_crypto_provider,
) -> u32 {
    panic::result(|| {
        run_deferred();
        let provider_out = out(provider_out)?;
        // SAFETY: the header's contract, for all three.
        let (base, suites, groups) = unsafe {
            (
                provider(base)?,
                array(cipher_suites, cipher_suites_len)?,
                array(kx_groups, kx_groups_len)?,
            )
        };
        let mut provider = CryptoProvider::clone(&base);
        if !suites.is_empty() {
            provider.cipher_suites =
                choose(suites, &base.cipher_suites, |suite| suite.suite().into())?;
        }
        if !groups.is_empty() {
            provider.kx_groups = choose(groups, ALL_KX_GROUPS, |group| group.name().into())?;
        }
        // SAFETY: the header's contract.
        unsafe { provider_out.write(into_shared(Arc::new(provider))) };
        Ok(())
    })
}

/// What has these numbers, in their order.
fn choose<T: Copy>(
    numbers: &[u16],
    known: &[T],
    number: impl Fn(&T) -> u16,
) -> Result<Vec<T>, rustls_result> {
    let mut chosen: Vec<T> = Vec::with_capacity(numbers.len());
    for &wanted in numbers {
        if chosen.iter().any(|one| number(one) == wanted) {
            return Err(rustls_result::InvalidParameter);
        }
        let found = known.iter().find(|one| number(one) == wanted);
        chosen.push(*found.ok_or(rustls_result::InvalidParameter)?);
    }
    Ok(chosen)
}

/// How many key exchange groups `provider` offers; 0 for NULL.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_crypto_provider_kx_groups_len(
    provider: *const rustls_crypto_provider,
) -> usize {
    panic::value(0, || {
        // SAFETY: the header's contract.
        unsafe { share(provider) }.map_or(0, |p| p.kx_groups.len())
    })
}

/// The `i`-th key exchange group that `provider` offers, the preferred first; 0 past the end.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_crypto_provider_kx_groups_get(
    provider: *const rustls_crypto_provider,
    i: usize,
) -> u16 {
    panic::value(0, || {
        // SAFETY: the header's contract.
        let provider = unsafe { share(provider) }.ok();
        provider
            .and_then(|p| p.kx_groups.get(i).map(|group| group.name().into()))
            .unwrap_or(0)
    })
}

/// How many key exchange groups there are to choose from.
#[no_mangle]
pub extern "C" fn rustls4j_supported_kx_groups_len() -> usize {
    panic::value(0, || ALL_KX_GROUPS.len())
}

/// The `i`-th key exchange group there is to choose from; 0 past the end.
#[no_mangle]
pub extern "C" fn rustls4j_supported_kx_groups_get(i: usize) -> u16 {
    panic::value(0, || {
        ALL_KX_GROUPS.get(i).map_or(0, |group| group.name().into())
    })
}

/// How many signature schemes `provider` verifies; 0 for NULL.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_crypto_provider_signature_schemes_len(
    provider: *const rustls_crypto_provider,
) -> usize {
    panic::value(0, || {
        // SAFETY: the header's contract.
        unsafe { share(provider) }.map_or(0, |p| p.signature_verification_algorithms.mapping.len())
    })
}

/// The `i`-th signature scheme that `provider` verifies, the preferred first; 0 past the end.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_crypto_provider_signature_schemes_get(
    provider: *const rustls_crypto_provider,
    i: usize,
) -> u16 {
    panic::value(0, || {
        // SAFETY: the header's contract.
        let provider = unsafe { share(provider) }.ok();
        provider
            .and_then(|p| {
                let mapping = p.signature_verification_algorithms.mapping;
                mapping.get(i).map(|(scheme, _)| (*scheme).into())
            })
            .unwrap_or(0)
    })
}
