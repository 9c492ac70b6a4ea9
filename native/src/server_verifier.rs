//! A server certificate verifier that asks the caller.

use std::fmt;
use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, DigitallySignedStruct, DistinguishedName, Error, SignatureScheme};
use rustls_ffi::crypto_provider::rustls_crypto_provider;
use rustls_ffi::rustls_result;
use rustls_ffi::verifier::rustls_server_cert_verifier;

use crate::abi::rustls4j_bytes;
use crate::context::Context;
use crate::convert::{ca_names, provider, verify_result, verify_schemes};
use crate::handle::{array, into_boxed, look_if_any, options, out};
use crate::signature::{verify_tls12, verify_tls13};
use crate::upcall::{run_deferred, rustls4j_drop_callback};
use crate::{convert, ocsp_response, panic};

/// What a server presented. Borrowed, for the duration of the callback.
#[repr(C)]
pub struct rustls4j_server_cert_params {
    /// The certificates in DER, the server's own first; at least one.
    pub chain: *const rustls4j_bytes,
    /// How many certificates.
    pub chain_len: usize,
    /// Whom the client means to talk to: a DNS name or the text of an IP address.
    pub server_name: rustls4j_bytes,
    /// The stapled OCSP response in DER; empty where there is none.
    pub ocsp_response: rustls4j_bytes,
    /// The time to judge by, in seconds since 1970.
    pub now_unix_seconds: u64,
}

/// Judges a server's certificates. Returns RUSTLS_RESULT_OK to trust them, or one of upstream's
/// RUSTLS_RESULT_CERT_* values, which decides both the error and the alert. Any other value is
/// the error RUSTLS_RESULT_GENERAL and the alert handshake_failure.
pub type rustls4j_verify_server_cert_callback =
    Option<unsafe extern "C" fn(ctx: u64, params: *const rustls4j_server_cert_params) -> u32>;

/// How to make a server certificate verifier.
#[repr(C)]
pub struct rustls4j_server_cert_verifier_options {
    /// Handed to the callbacks.
    pub ctx: u64,
    /// Judges. Called in the thread that processes packets. Must not be NULL.
    pub verify: rustls4j_verify_server_cert_callback,
    /// Told when `ctx` is no longer needed. May be NULL.
    pub drop: rustls4j_drop_callback,
    /// Checks the handshake's signatures. NULL: the process default, as upstream defines it.
    pub provider: *const rustls_crypto_provider,
    /// The signature schemes to offer, in order of preference; each must be one that the provider
    /// verifies. None: all of those.
    pub schemes: *const u16,
    /// How many schemes.
    pub schemes_len: usize,
    /// Names (DER, with the outer SEQUENCE) to hint at in `certificate_authorities`. None: no hint.
    pub ca_names: *const rustls4j_bytes,
    /// How many names.
    pub ca_names_len: usize,
    /// Judges before `verify`, which is only asked where this one refuses, and then decides on the
    /// result. The verifier takes its own reference. NULL: `verify` is always asked.
    pub first: *const rustls_server_cert_verifier,
    /// Trust what `first` refuses for nothing but the name. Only for a `first` of
    /// `rustls_web_pki_server_cert_verifier_builder_build`, which looks at the name last.
    pub first_any_name: bool,
}

/// Makes a verifier that asks `options->verify` about certificates. Handshake signatures are
/// checked here, with the provider's algorithms, also where the server's own certificate is one
/// that rustls does not read by itself: X.509 v1 and v2, and unknown critical extensions.
///
/// Give it to `rustls_client_config_builder_set_server_verifier` and free it with
/// `rustls_server_cert_verifier_free`. The contents of `options` are copied.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_server_cert_verifier_new(
    options: *const rustls4j_server_cert_verifier_options,
    verifier_out: *mut *mut rustls_server_cert_verifier,
) -> u32 {
    panic::result(|| {
        run_deferred();
        let verifier_out = out(verifier_out)?;
        // SAFETY: the header's contract.
        let verifier = unsafe { CallbackVerifier::new(self::options(options)?) }?;
        // SAFETY: the header's contract.
        unsafe {
            verifier_out.write(into_boxed::<rustls_server_cert_verifier>(Arc::new(
                verifier,
            )))
        };
        Ok(())
    })
}

struct CallbackVerifier {
    context: Context,
    verify: unsafe extern "C" fn(u64, *const rustls4j_server_cert_params) -> u32,
    provider: Arc<CryptoProvider>,
    schemes: Vec<SignatureScheme>,
    ca_names: Option<Vec<DistinguishedName>>,
    first: Option<First>,
}

/// Another verifier, and how far its word goes.
struct First {
    verifier: Arc<dyn ServerCertVerifier>,
    any_name: bool,
}

impl First {
    fn verify(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let verifier = &self.verifier;
        verifier
            .verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now)
            .or_else(|error| match self.any_name && is_about_the_name(&error) {
                true => Ok(ServerCertVerified::assertion()),
                false => Err(error),
            })
    }
}

fn is_about_the_name(error: &Error) -> bool {
    use CertificateError::{NotValidForName, NotValidForNameContext};
    matches!(
        error,
        Error::InvalidCertificate(NotValidForName | NotValidForNameContext { .. })
    )
}

impl CallbackVerifier {
    unsafe fn new(options: &rustls4j_server_cert_verifier_options) -> Result<Self, rustls_result> {
        let verify = options.verify.ok_or(rustls_result::NullParameter)?;
        // SAFETY: the header's contract, for each.
        let (provider, schemes, ca_names, first) = unsafe {
            (
                provider(options.provider)?,
                array(options.schemes, options.schemes_len)?,
                ca_names(options.ca_names, options.ca_names_len)?,
                look_if_any(options.first)?,
            )
        };
        Ok(Self {
            schemes: verify_schemes(&provider, schemes)?,
            verify,
            provider,
            // An empty extension is an illegal one.
            ca_names: (!ca_names.is_empty()).then_some(ca_names),
            first: first.map(|verifier| First {
                verifier: Arc::clone(verifier),
                any_name: options.first_any_name,
            }),
            context: Context::new(options.ctx, options.drop),
        })
    }

    fn judge(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        // Why the first one refuses is for the callback to find out by itself: it may know better.
        if let Some(Ok(verified)) = self
            .first
            .as_ref()
            .map(|first| first.verify(end_entity, intermediates, server_name, ocsp_response, now))
        {
            return Ok(verified);
        }
        let ctx = self.context.id().ok_or_else(convert::no_upcall)?;
        let chain = convert::chain(end_entity, intermediates);
        let server_name = server_name.to_str();
        let params = rustls4j_server_cert_params {
            chain: chain.as_ptr(),
            chain_len: chain.len(),
            server_name: server_name.as_bytes().into(),
            ocsp_response: ocsp_response.into(),
            now_unix_seconds: now.as_secs(),
        };
        // SAFETY: the maker of this verifier promised that the function is good until `drop`.
        verify_result(unsafe { (self.verify)(ctx, &params) })?;
        Ok(ServerCertVerified::assertion())
    }
}

impl ServerCertVerifier for CallbackVerifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let verified = self.judge(end_entity, intermediates, server_name, ocsp_response, now);
        ocsp_response::keep(ocsp_response);
        verified
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12(&self.provider, &self.schemes, message, cert, dss)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13(&self.provider, &self.schemes, message, cert, dss)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.schemes.clone()
    }

    fn root_hint_subjects(&self) -> Option<&[DistinguishedName]> {
        self.ca_names.as_deref()
    }
}

impl fmt::Debug for CallbackVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("rustls4j server certificate verifier")
            .finish_non_exhaustive()
    }
}
