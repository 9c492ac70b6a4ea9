//! rustls4j, and functions that panic on purpose: see `include/rustls4j_faulty.h`.

#![deny(
    missing_docs,
    unsafe_op_in_unsafe_fn,
    clippy::undocumented_unsafe_blocks
)]
// The contract of each function is its documentation in the header.
#![allow(clippy::missing_safety_doc)]

use std::sync::Arc;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::server::{ClientHello, ResolvesServerCert, StoresServerSessions};
use rustls::sign::CertifiedKey;
use rustls::{DigitallySignedStruct, DistinguishedName, Error, ServerConfig, SignatureScheme};
use rustls4j::handle::{into_boxed, into_shared, out, share};
use rustls4j::panic;
use rustls_ffi::rustls_result;
use rustls_ffi::server::rustls_server_config;
use rustls_ffi::verifier::{rustls_client_cert_verifier, rustls_server_cert_verifier};

/// Panics.
#[no_mangle]
pub extern "C" fn rustls4j_test_panic() -> u32 {
    panic::result(|| panic!("rustls4j_test_panic was called"))
}

/// A verifier that panics in judging.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_test_panicking_server_cert_verifier(
    verifier_out: *mut *mut rustls_server_cert_verifier,
) -> u32 {
    panic::result(|| {
        let verifier = into_boxed::<rustls_server_cert_verifier>(Arc::new(Faulty));
        // SAFETY: the header's contract.
        unsafe { out(verifier_out)?.write(verifier) };
        Ok(())
    })
}

/// A verifier that panics in judging.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_test_panicking_client_cert_verifier(
    verifier_out: *mut *mut rustls_client_cert_verifier,
) -> u32 {
    panic::result(|| {
        let verifier = into_boxed::<rustls_client_cert_verifier>(Arc::new(Faulty));
        // SAFETY: the header's contract.
        unsafe { out(verifier_out)?.write(verifier) };
        Ok(())
    })
}

/// A config that panics in `place`.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_test_panicking_server_config(
    base: *const rustls_server_config,
    place: u32,
    config_out: *mut *const rustls_server_config,
) -> u32 {
    panic::result(|| {
        // SAFETY: the header's contract.
        let mut config = ServerConfig::clone(&*unsafe { share(base) }?);
        match place {
            1 => config.cert_resolver = Arc::new(Faulty),
            2 => config.session_storage = Arc::new(Faulty),
            _ => return Err(rustls_result::InvalidParameter),
        }
        // SAFETY: the header's contract.
        unsafe { out(config_out)?.write(into_shared(Arc::new(config))) };
        Ok(())
    })
}

/// A verifier that panics in its end.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_test_panic_in_drop(
    verifier_out: *mut *mut rustls_server_cert_verifier,
) -> u32 {
    panic::result(|| {
        let verifier = into_boxed::<rustls_server_cert_verifier>(Arc::new(FaultyEnd));
        // SAFETY: the header's contract.
        unsafe { out(verifier_out)?.write(verifier) };
        Ok(())
    })
}

#[derive(Debug)]
struct Faulty;

impl ServerCertVerifier for Faulty {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        panic!("the faulty server certificate verifier was asked")
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        all_schemes()
    }
}

impl ClientCertVerifier for Faulty {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        panic!("the faulty client certificate verifier was asked")
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        all_schemes()
    }
}

impl ResolvesServerCert for Faulty {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        panic!("the faulty certificate resolver was asked")
    }
}

impl StoresServerSessions for Faulty {
    fn put(&self, _: Vec<u8>, _: Vec<u8>) -> bool {
        panic!("the faulty session storage was given a session")
    }

    fn get(&self, _: &[u8]) -> Option<Vec<u8>> {
        panic!("the faulty session storage was asked")
    }

    fn take(&self, _: &[u8]) -> Option<Vec<u8>> {
        panic!("the faulty session storage was asked")
    }

    fn can_cache(&self) -> bool {
        true
    }
}

#[derive(Debug)]
struct FaultyEnd;

impl Drop for FaultyEnd {
    fn drop(&mut self) {
        panic!("the faulty verifier has come to its end")
    }
}

impl ServerCertVerifier for FaultyEnd {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        all_schemes()
    }
}

fn all_schemes() -> Vec<SignatureScheme> {
    aws_lc_rs::default_provider()
        .signature_verification_algorithms
        .supported_schemes()
}
