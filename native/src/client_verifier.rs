//! A client certificate verifier that asks the caller.

use std::fmt;
use std::sync::Arc;

use rustls::client::danger::HandshakeSignatureValid;
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, UnixTime};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::{DigitallySignedStruct, DistinguishedName, Error, SignatureScheme};
use rustls_ffi::crypto_provider::rustls_crypto_provider;
use rustls_ffi::rustls_result;
use rustls_ffi::verifier::rustls_client_cert_verifier;

use crate::abi::rustls4j_bytes;
use crate::context::Context;
use crate::convert::{ca_names, provider, verify_result, verify_schemes};
use crate::handle::{array, into_boxed, look_if_any, options, out};
use crate::signature::{verify_tls12, verify_tls13};
use crate::upcall::{run_deferred, rustls4j_drop_callback};
use crate::{convert, panic};

/// What a client presented. Borrowed, for the duration of the callback.
#[repr(C)]
pub struct rustls4j_client_cert_params {
    /// The certificates in DER, the client's own first; at least one.
    pub chain: *const rustls4j_bytes,
    /// How many certificates.
    pub chain_len: usize,
    /// The time to judge by, in seconds since 1970.
    pub now_unix_seconds: u64,
}

/// Judges a client's certificates, with the results of `rustls4j_verify_server_cert_callback`.
pub type rustls4j_verify_client_cert_callback =
    Option<unsafe extern "C" fn(ctx: u64, params: *const rustls4j_client_cert_params) -> u32>;

/// How to make a client certificate verifier.
#[repr(C)]
pub struct rustls4j_client_cert_verifier_options {
    /// Handed to the callbacks.
    pub ctx: u64,
    /// Judges. Called in the thread that processes packets. Must not be NULL.
    pub verify: rustls4j_verify_client_cert_callback,
    /// Told when `ctx` is no longer needed. May be NULL.
    pub drop: rustls4j_drop_callback,
    /// Checks the handshake's signatures. NULL: the process default, as upstream defines it.
    pub provider: *const rustls_crypto_provider,
    /// The signature schemes to offer, in order of preference; each must be one that the provider
    /// verifies. None: all of those.
    pub schemes: *const u16,
    /// How many schemes.
    pub schemes_len: usize,
    /// Names (DER, with the outer SEQUENCE) of the authorities to ask for. None: any.
    pub ca_names: *const rustls4j_bytes,
    /// How many names.
    pub ca_names_len: usize,
    /// Judges before `verify`, which is only asked where this one refuses, and then decides on the
    /// result. The verifier takes its own reference. NULL: `verify` is always asked.
    pub first: *const rustls_client_cert_verifier,
    /// Whether a client without a certificate is refused. It is asked for one either way.
    pub mandatory: bool,
}

/// Makes a verifier that asks `options->verify` about certificates. Handshake signatures are
/// checked here, as `rustls4j_server_cert_verifier_new` has it.
///
/// Give it to `rustls_server_config_builder_set_client_verifier` and free it with
/// `rustls_client_cert_verifier_free`. The contents of `options` are copied.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_client_cert_verifier_new(
    options: *const rustls4j_client_cert_verifier_options,
    verifier_out: *mut *mut rustls_client_cert_verifier,
) -> u32 {
    panic::result(|| {
        run_deferred();
        let verifier_out = out(verifier_out)?;
        // SAFETY: the header's contract.
        let verifier = unsafe { CallbackVerifier::new(self::options(options)?) }?;
        // SAFETY: the header's contract.
        unsafe {
            verifier_out.write(into_boxed::<rustls_client_cert_verifier>(Arc::new(
                verifier,
            )))
        };
        Ok(())
    })
}

struct CallbackVerifier {
    context: Context,
    verify: unsafe extern "C" fn(u64, *const rustls4j_client_cert_params) -> u32,
    provider: Arc<CryptoProvider>,
    schemes: Vec<SignatureScheme>,
    ca_names: Vec<DistinguishedName>,
    first: Option<Arc<dyn ClientCertVerifier>>,
    mandatory: bool,
}

impl CallbackVerifier {
    unsafe fn new(options: &rustls4j_client_cert_verifier_options) -> Result<Self, rustls_result> {
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
            ca_names,
            first: first.cloned(),
            mandatory: options.mandatory,
            context: Context::new(options.ctx, options.drop),
        })
    }
}

impl ClientCertVerifier for CallbackVerifier {
    fn client_auth_mandatory(&self) -> bool {
        self.mandatory
    }

    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &self.ca_names
    }

    fn verify_client_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        now: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        // Why the first one refuses is for the callback to find out by itself: it may know better.
        if let Some(Ok(verified)) = self
            .first
            .as_ref()
            .map(|first| first.verify_client_cert(end_entity, intermediates, now))
        {
            return Ok(verified);
        }
        let ctx = self.context.id().ok_or_else(convert::no_upcall)?;
        let chain = convert::chain(end_entity, intermediates);
        let params = rustls4j_client_cert_params {
            chain: chain.as_ptr(),
            chain_len: chain.len(),
            now_unix_seconds: now.as_secs(),
        };
        // SAFETY: the maker of this verifier promised that the function is good until `drop`.
        verify_result(unsafe { (self.verify)(ctx, &params) })?;
        Ok(ClientCertVerified::assertion())
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
}

impl fmt::Debug for CallbackVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("rustls4j client certificate verifier")
            .finish_non_exhaustive()
    }
}
