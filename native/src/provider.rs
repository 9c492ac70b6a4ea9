//! What a crypto provider can do, and which key exchange groups it offers.

use std::sync::Arc;

use rustls::crypto::aws_lc_rs::ALL_KX_GROUPS;
use rustls::crypto::{CryptoProvider, SupportedKxGroup};
use rustls::NamedGroup;
use rustls_ffi::crypto_provider::rustls_crypto_provider;
use rustls_ffi::rustls_result;

use crate::convert::provider;
use crate::handle::{array, into_shared, out, share};
use crate::panic;
use crate::upcall::run_deferred;

/// Makes a provider that is `base`, or for NULL the process default as upstream defines it, but
/// offers exactly these key exchange groups, in this order. Each must be one of
/// `rustls4j_supported_kx_groups_get`, and none may be twice. Free it with
/// `rustls_crypto_provider_free`; `base` stays the caller's.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_crypto_provider_with_kx_groups(
    base: *const rustls_crypto_provider,
    groups: *const u16,
    groups_len: usize,
    provider_out: *mut *const rustls_crypto_provider,
) -> u32 {
    panic::result(|| {
        run_deferred();
        let provider_out = out(provider_out)?;
        // SAFETY: the header's contract, for both.
        let (base, groups) = unsafe { (provider(base)?, array(groups, groups_len)?) };
        let mut kx_groups: Vec<&'static dyn SupportedKxGroup> = Vec::with_capacity(groups.len());
        for &group in groups {
            let group = NamedGroup::from(group);
            if kx_groups.iter().any(|chosen| chosen.name() == group) {
                return Err(rustls_result::InvalidParameter);
            }
            let known = ALL_KX_GROUPS.iter().find(|known| known.name() == group);
            kx_groups.push(*known.ok_or(rustls_result::InvalidParameter)?);
        }
        if kx_groups.is_empty() {
            return Err(rustls_result::InvalidParameter);
        }
        let provider = CryptoProvider {
            kx_groups,
            ..CryptoProvider::clone(&base)
        };
        // SAFETY: the header's contract.
        unsafe { provider_out.write(into_shared(Arc::new(provider))) };
        Ok(())
    })
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
