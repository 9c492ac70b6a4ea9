//! Upstream's codes for rustls's errors.
//!
//! Upstream's own table is private. It has a function, though, that passes on what a crypto
//! provider's key loader says: so a key loader that says what one wants to know asks it.

use std::cell::Cell;
use std::sync::{Arc, OnceLock};

use rustls::crypto::{aws_lc_rs, CryptoProvider, KeyProvider};
use rustls::pki_types::PrivateKeyDer;
use rustls::sign::SigningKey;
use rustls::Error;
use rustls_ffi::crypto_provider::{rustls_crypto_provider, rustls_crypto_provider_load_key};
use rustls_ffi::rustls_result;

/// No key, but it has the form of one.
const KEY: &[u8] = b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";

thread_local! {
    static ERROR: Cell<Option<Error>> = const { Cell::new(None) };
}

#[derive(Debug)]
struct Refusing;

impl KeyProvider for Refusing {
    fn load_private_key(&self, _: PrivateKeyDer<'static>) -> Result<Arc<dyn SigningKey>, Error> {
        Err(ERROR.take().unwrap_or(Error::General(String::new())))
    }
}

/// The code for an error. Not for where it matters how long that takes.
#[cold]
pub(crate) fn result_of(error: Error) -> rustls_result {
    static PROVIDER: OnceLock<Arc<CryptoProvider>> = OnceLock::new();
    let provider = PROVIDER.get_or_init(|| {
        Arc::new(CryptoProvider {
            key_provider: &Refusing,
            ..aws_lc_rs::default_provider()
        })
    });
    ERROR.set(Some(error));
    let mut no_key = std::ptr::null_mut();
    let result = rustls_crypto_provider_load_key(
        Arc::as_ptr(provider).cast::<rustls_crypto_provider>(),
        KEY.as_ptr(),
        KEY.len(),
        &mut no_key,
    );
    match result {
        rustls_result::Ok => rustls_result::General,
        code => code,
    }
}

#[cfg(test)]
mod tests {
    use rustls::{AlertDescription, CertificateError, InvalidMessage, PeerMisbehaved};

    use super::*;

    #[test]
    fn codes_are_upstreams() {
        use rustls_result as r;
        for (error, code) in [
            (Error::DecryptError, r::DecryptError),
            (Error::General("x".into()), r::General),
            (
                Error::AlertReceived(AlertDescription::HandshakeFailure),
                r::AlertHandshakeFailure,
            ),
            (
                Error::InvalidMessage(InvalidMessage::InvalidCcs),
                r::MessageInvalidCcs,
            ),
            (
                Error::InvalidCertificate(CertificateError::Expired),
                r::CertExpired,
            ),
            (
                Error::PeerMisbehaved(PeerMisbehaved::IllegalTlsInnerPlaintext),
                r::PeerMisbehavedError,
            ),
            (Error::HandshakeNotComplete, r::HandshakeNotComplete),
        ] {
            assert_eq!(result_of(error), code);
        }
    }
}
