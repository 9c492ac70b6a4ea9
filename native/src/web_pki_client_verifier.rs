//! rustls's own client certificate verifier, with the settings upstream's builder lacks.

use rustls::pki_types::CertificateRevocationListDer;
use rustls::server::{VerifierBuilderError, WebPkiClientVerifier};
use rustls_ffi::certificate::rustls_root_cert_store;
use rustls_ffi::crypto_provider::rustls_crypto_provider;
use rustls_ffi::rustls_result;
use rustls_ffi::verifier::rustls_client_cert_verifier;

use crate::abi::rustls4j_bytes;
use crate::convert::{bytes, ca_names, crl_error, provider};
use crate::handle::{array, into_boxed, options, out, share};
use crate::panic;
use crate::upcall::run_deferred;

/// How to make a client certificate verifier that calls nobody.
#[repr(C)]
pub struct rustls4j_web_pki_client_cert_verifier_options {
    /// Checks signatures. NULL: the process default, as upstream defines it.
    pub provider: *const rustls_crypto_provider,
    /// The trust anchors. Must not be NULL.
    pub roots: *const rustls_root_cert_store,
    /// Revocation lists in DER. None: no revocation checks.
    pub crls: *const rustls4j_bytes,
    /// How many revocation lists.
    pub crls_len: usize,
    /// Where `ca_names_set`: the names (DER, with the outer SEQUENCE) of the authorities to ask
    /// for, in place of the subjects of `roots`; none means any.
    pub ca_names: *const rustls4j_bytes,
    /// How many names.
    pub ca_names_len: usize,
    /// Whether `ca_names` counts.
    pub ca_names_set: bool,
    /// Check only the client's own certificate for revocation.
    pub only_check_end_entity_revocation: bool,
    /// Accept certificates that no list speaks for.
    pub allow_unknown_revocation_status: bool,
    /// Refuse to use lists that are past their nextUpdate.
    pub enforce_revocation_expiry: bool,
    /// Accept clients without a certificate.
    pub allow_unauthenticated: bool,
}

/// Makes a verifier as upstream's `rustls_web_pki_client_cert_verifier_builder` does, and in
/// addition can enforce the expiry of revocation lists and can ask for exactly the authorities
/// named. Give it to `rustls_server_config_builder_set_client_verifier` and free it with
/// `rustls_client_cert_verifier_free`. The contents of `options` are copied.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_web_pki_client_cert_verifier_new(
    options: *const rustls4j_web_pki_client_cert_verifier_options,
    verifier_out: *mut *mut rustls_client_cert_verifier,
) -> u32 {
    panic::result(|| {
        run_deferred();
        let verifier_out = out(verifier_out)?;
        // SAFETY: the header's contract.
        let options = unsafe { self::options(options) }?;
        // SAFETY: the header's contract, for each.
        let (provider, roots, crls, names) = unsafe {
            (
                provider(options.provider)?,
                share(options.roots)?,
                array(options.crls, options.crls_len)?,
                ca_names(options.ca_names, options.ca_names_len)?,
            )
        };
        let crls = crls
            .iter()
            .map(|crl| {
                // SAFETY: the header's contract.
                let crl = unsafe { bytes(crl) }?;
                Ok(CertificateRevocationListDer::from(crl.to_vec()))
            })
            .collect::<Result<Vec<_>, rustls_result>>()?;

        let mut builder =
            WebPkiClientVerifier::builder_with_provider(roots, provider).with_crls(crls);
        if options.ca_names_set {
            builder = builder
                .clear_root_hint_subjects()
                .add_root_hint_subjects(names);
        }
        if options.only_check_end_entity_revocation {
            builder = builder.only_check_end_entity_revocation();
        }
        if options.allow_unknown_revocation_status {
            builder = builder.allow_unknown_revocation_status();
        }
        if options.enforce_revocation_expiry {
            builder = builder.enforce_revocation_expiration();
        }
        if options.allow_unauthenticated {
            builder = builder.allow_unauthenticated();
        }
        let verifier = builder.build().map_err(|error| match error {
            VerifierBuilderError::NoRootAnchors => {
                rustls_result::ClientCertVerifierBuilderNoRootAnchors
            }
            VerifierBuilderError::InvalidCrl(error) => crl_error(error),
            _ => rustls_result::General,
        })?;
        // SAFETY: the header's contract.
        unsafe { verifier_out.write(into_boxed(verifier)) };
        Ok(())
    })
}
