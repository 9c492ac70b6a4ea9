//! Between the interface's plain types and rustls's.

use std::sync::Arc;

use rustls::crypto::{aws_lc_rs, CryptoProvider};
use rustls::pki_types::CertificateDer;
use rustls::{
    CertRevocationListError, CertificateError, DistinguishedName, Error, OtherError,
    SignatureScheme,
};
use rustls_ffi::crypto_provider::rustls_crypto_provider;
use rustls_ffi::rustls_result;

use crate::abi::rustls4j_bytes;
use crate::handle::{array, share};

/// The bytes behind a `rustls4j_bytes`.
///
/// # Safety
/// As for [`array`].
pub(crate) unsafe fn bytes<'a>(from: &rustls4j_bytes) -> Result<&'a [u8], rustls_result> {
    // SAFETY: the caller's promise.
    unsafe { array(from.data, from.len) }
}

/// The provider, or for NULL the process default, as upstream finds it: what is installed, else
/// aws-lc-rs, which then is installed.
///
/// # Safety
/// `from` is NULL or a live provider.
pub(crate) unsafe fn provider(
    from: *const rustls_crypto_provider,
) -> Result<Arc<CryptoProvider>, rustls_result> {
    if !from.is_null() {
        // SAFETY: the caller's promise.
        return unsafe { share(from) };
    }
    if CryptoProvider::get_default().is_none() {
        // Losing the race to another thread leaves that thread's choice, which is as good.
        let _ = aws_lc_rs::default_provider().install_default();
    }
    CryptoProvider::get_default()
        .cloned()
        .ok_or(rustls_result::NoDefaultCryptoProvider)
}

/// The signature schemes to advertise: all that `provider` verifies, or those of them in `wanted`.
pub(crate) fn verify_schemes(
    provider: &CryptoProvider,
    wanted: &[u16],
) -> Result<Vec<SignatureScheme>, rustls_result> {
    let all = provider
        .signature_verification_algorithms
        .supported_schemes();
    if wanted.is_empty() {
        return Ok(all);
    }
    wanted
        .iter()
        .map(|&scheme| {
            let scheme = SignatureScheme::from(scheme);
            match all.contains(&scheme) {
                true => Ok(scheme),
                false => Err(rustls_result::InvalidParameter),
            }
        })
        .collect()
}

/// More than this and the names do not fit in one TLS extension beside its neighbours; rustls
/// would send a truncated length.
const MAX_CA_NAMES: usize = 0xf000;

/// The DER names to hint at.
///
/// # Safety
/// As for [`array`], for the names and for the bytes of each.
pub(crate) unsafe fn ca_names(
    data: *const rustls4j_bytes,
    len: usize,
) -> Result<Vec<DistinguishedName>, rustls_result> {
    // SAFETY: the caller's promise.
    let names = unsafe { array(data, len) }?;
    let mut total = 0_usize;
    names
        .iter()
        .map(|name| {
            // SAFETY: the caller's promise.
            let name = unsafe { bytes(name) }?;
            total = total.saturating_add(2).saturating_add(name.len());
            match name.is_empty() || total > MAX_CA_NAMES {
                true => Err(rustls_result::InvalidParameter),
                false => Ok(DistinguishedName::from(name.to_vec())),
            }
        })
        .collect()
}

/// A verification callback's answer: every code that upstream makes of a certificate error leads back
/// to it. (Upstream's reading of its own callbacks lacks the revocation status and the algorithm.)
pub(crate) fn verify_result(result: u32) -> Result<(), Error> {
    use rustls_result as r;
    Err(Error::InvalidCertificate(
        match rustls_result::from(result) {
            r::Ok => return Ok(()),
            r::CertEncodingBad => CertificateError::BadEncoding,
            r::CertExpired => CertificateError::Expired,
            r::CertNotYetValid => CertificateError::NotValidYet,
            r::CertRevoked => CertificateError::Revoked,
            r::CertUnhandledCriticalExtension => CertificateError::UnhandledCriticalExtension,
            r::CertUnknownIssuer => CertificateError::UnknownIssuer,
            r::CertBadSignature => CertificateError::BadSignature,
            r::CertNotValidForName => CertificateError::NotValidForName,
            r::CertInvalidPurpose => CertificateError::InvalidPurpose,
            r::CertApplicationVerificationFailure => {
                CertificateError::ApplicationVerificationFailure
            }
            r::CertExpiredRevocationList => CertificateError::ExpiredRevocationList,
            r::CertUnknownRevocationStatus => CertificateError::UnknownRevocationStatus,
            #[allow(deprecated)] // The successor wants algorithms, which the code does not carry.
            r::CertUnsupportedSignatureAlgorithm => CertificateError::UnsupportedSignatureAlgorithm,
            r::CertOtherError => CertificateError::Other(OtherError(Arc::from(Box::from("")))),
            _ => return Err(Error::General(String::new())),
        },
    ))
}

/// Upstream's code for a CRL that cannot be used.
pub(crate) fn crl_error(error: CertRevocationListError) -> rustls_result {
    use rustls_result as r;
    use CertRevocationListError as e;
    match error {
        e::BadSignature => r::CertRevocationListBadSignature,
        e::UnsupportedSignatureAlgorithmContext { .. } => {
            r::CertRevocationListUnsupportedSignatureAlgorithm
        }
        e::InvalidCrlNumber => r::CertRevocationListInvalidCrlNumber,
        e::InvalidRevokedCertSerialNumber => r::CertRevocationListInvalidRevokedCertSerialNumber,
        e::IssuerInvalidForCrl => r::CertRevocationListIssuerInvalidForCrl,
        e::ParseError => r::CertRevocationListParseError,
        e::UnsupportedCrlVersion => r::CertRevocationListUnsupportedCrlVersion,
        e::UnsupportedCriticalExtension => r::CertRevocationListUnsupportedCriticalExtension,
        e::UnsupportedDeltaCrl => r::CertRevocationListUnsupportedDeltaCrl,
        e::UnsupportedIndirectCrl => r::CertRevocationListUnsupportedIndirectCrl,
        e::UnsupportedRevocationReason => r::CertRevocationListUnsupportedRevocationReason,
        _ => r::CertRevocationListOtherError,
    }
}

/// A presented chain, the leaf first.
pub(crate) fn chain(
    end_entity: &CertificateDer<'_>,
    intermediates: &[CertificateDer<'_>],
) -> Vec<rustls4j_bytes> {
    std::iter::once(end_entity)
        .chain(intermediates)
        .map(|cert| cert.as_ref().into())
        .collect()
}

/// Why a callback was not called.
pub(crate) fn no_upcall() -> Error {
    Error::General("a callback was due where calling out is not possible".into())
}

/// The schemes as numbers.
pub(crate) fn scheme_numbers(schemes: &[SignatureScheme]) -> Vec<u16> {
    schemes.iter().map(|&scheme| scheme.into()).collect()
}
