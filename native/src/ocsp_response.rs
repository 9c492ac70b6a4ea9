//! The OCSP response that a server stapled. rustls shows it to the verifier and to nobody else.

use std::cell::Cell;
use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{DigitallySignedStruct, DistinguishedName, Error, SignatureScheme};
use rustls_ffi::verifier::rustls_server_cert_verifier;

use crate::connection::rustls4j_connection;
use crate::handle::{into_boxed, look, out};
use crate::panic;
use crate::upcall::run_deferred;

thread_local! {
    /// What a verifier was shown in the unwrap that this thread is in.
    static SHOWN: Cell<Option<Vec<u8>>> = const { Cell::new(None) };
}

/// Keeps a response until the unwrap ends. To be called when nothing else can call out: a callback
/// may unwrap another connection on this thread.
pub(crate) fn keep(ocsp_response: &[u8]) {
    if !ocsp_response.is_empty() {
        SHOWN.set(Some(ocsp_response.to_vec()));
    }
}

/// One unwrap. They nest, where a callback unwraps another connection.
pub(crate) struct Watch {
    outer: Option<Vec<u8>>,
}

impl Watch {
    pub(crate) fn start() -> Self {
        Self {
            outer: SHOWN.take(),
        }
    }

    /// The response, if there was one.
    pub(crate) fn end(self) -> Option<Vec<u8>> {
        SHOWN.replace(self.outer)
    }
}

/// Takes the response that an unwrap has reported with RUSTLS4J_TRANSFER_OCSP_RESPONSE: copies it to
/// `dst` and forgets it, if it has at most `cap` bytes. Returns its length in either case, and 0 where
/// there is none. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_take_ocsp_response(
    conn: *mut rustls4j_connection,
    dst: *mut u8,
    cap: usize,
) -> usize {
    panic::value(0, || {
        // SAFETY: the header's contract.
        let Some(conn) = (unsafe { conn.as_mut() }) else {
            return 0;
        };
        let kept = conn.ocsp_response();
        let len = kept.as_ref().map_or(0, |response| response.len());
        if dst.is_null() || len > cap {
            return len;
        }
        if let Some(response) = kept.take() {
            // SAFETY: the caller promises `cap` writable bytes at `dst`, and these are not more.
            unsafe { std::ptr::copy_nonoverlapping(response.as_ptr(), dst, len) };
        }
        len
    })
}

/// Makes a verifier that is `base`, but tells of the OCSP response that the server stapled: see
/// RUSTLS4J_TRANSFER_OCSP_RESPONSE. Those of `rustls4j_server_cert_verifier_new` do by themselves.
/// Free it with `rustls_server_cert_verifier_free`; `base` stays the caller's.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_server_cert_verifier_telling_ocsp_response(
    base: *const rustls_server_cert_verifier,
    verifier_out: *mut *mut rustls_server_cert_verifier,
) -> u32 {
    panic::result(|| {
        run_deferred();
        let verifier_out = out(verifier_out)?;
        // SAFETY: the header's contract.
        let base = unsafe { look(base) }?;
        let verifier = Arc::new(Telling(Arc::clone(base)));
        // SAFETY: the header's contract.
        unsafe { verifier_out.write(into_boxed::<rustls_server_cert_verifier>(verifier)) };
        Ok(())
    })
}

#[derive(Debug)]
struct Telling(Arc<dyn ServerCertVerifier>);

impl ServerCertVerifier for Telling {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let base = &self.0;
        let verified =
            base.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now);
        keep(ocsp_response);
        verified
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.0.verify_tls12_signature(message, cert, dss)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.0.verify_tls13_signature(message, cert, dss)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.supported_verify_schemes()
    }

    fn requires_raw_public_keys(&self) -> bool {
        self.0.requires_raw_public_keys()
    }

    fn root_hint_subjects(&self) -> Option<&[DistinguishedName]> {
        self.0.root_hint_subjects()
    }
}
