//! Certificate resolvers that ask the caller, for both sides.

use std::fmt;
use std::sync::Arc;

use rustls::client::ResolvesClientCert;
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::{CertifiedKey, Signer, SigningKey};
use rustls::{Error, SignatureAlgorithm, SignatureScheme};
use rustls_ffi::certificate::rustls_certified_key;
use rustls_ffi::rustls_result;

use crate::abi::rustls4j_bytes;
use crate::context::Context;
use crate::convert::{no_upcall, scheme_numbers};
use crate::handle::take_shared;

/// What a client said in its hello, and the answer to it. Borrowed, for the duration of the callback.
#[repr(C)]
pub struct rustls4j_client_hello {
    /// The name the client means to talk to; empty where it sent none.
    pub server_name: rustls4j_bytes,
    /// The signature schemes it accepts, already without those that the negotiation ruled out.
    pub signature_schemes: *const u16,
    /// How many schemes.
    pub signature_schemes_len: usize,
    /// The cipher suites it offers.
    pub cipher_suites: *const u16,
    /// How many suites.
    pub cipher_suites_len: usize,
    /// The key exchange groups it offers.
    pub named_groups: *const u16,
    /// How many groups.
    pub named_groups_len: usize,
    /// The application protocols it offers.
    pub alpn: *const rustls4j_bytes,
    /// How many protocols.
    pub alpn_len: usize,
    /// The names (DER) of the authorities it accepts; none where it did not say.
    pub ca_names: *const rustls4j_bytes,
    /// How many names.
    pub ca_names_len: usize,
    /// The answer: a reference that rustls takes over and frees (`rustls4j_certified_key_clone` makes
    /// one). NULL, as it is before, where there is no certificate to present, and the handshake fails.
    pub key: *const rustls_certified_key,
}

/// What a server said that asks for a certificate, and the answer to it. Borrowed, for the duration
/// of the callback.
#[repr(C)]
pub struct rustls4j_client_cert_request {
    /// The names (DER) of the authorities it accepts; none means any.
    pub ca_names: *const rustls4j_bytes,
    /// How many names.
    pub ca_names_len: usize,
    /// The signature schemes it accepts.
    pub signature_schemes: *const u16,
    /// How many schemes.
    pub signature_schemes_len: usize,
    /// The answer: a reference that rustls takes over and frees (`rustls4j_certified_key_clone` makes
    /// one). NULL, as it is before, to go without.
    pub key: *const rustls_certified_key,
}

/// Chooses a server's certificate. Returns RUSTLS_RESULT_OK; anything else fails the handshake, and
/// no key is taken. Called again where the client is asked for a second hello.
pub type rustls4j_resolve_server_cert_callback =
    Option<unsafe extern "C" fn(ctx: u64, hello: *mut rustls4j_client_hello) -> u32>;

/// Chooses a client's certificate. Returns RUSTLS_RESULT_OK; anything else fails the handshake, and
/// no key is taken.
pub type rustls4j_resolve_client_cert_callback =
    Option<unsafe extern "C" fn(ctx: u64, request: *mut rustls4j_client_cert_request) -> u32>;

type ResolveServer = unsafe extern "C" fn(u64, *mut rustls4j_client_hello) -> u32;

pub(crate) struct ServerResolver {
    context: Context,
    resolve: ResolveServer,
}

impl ServerResolver {
    pub(crate) fn new(context: Context, resolve: ResolveServer) -> Self {
        Self { context, resolve }
    }
}

impl ResolvesServerCert for ServerResolver {
    fn resolve(&self, hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let ctx = self.context.id()?;
        let schemes = scheme_numbers(hello.signature_schemes());
        let suites: Vec<u16> = hello.cipher_suites().iter().map(|&s| s.into()).collect();
        let groups: Vec<u16> = hello
            .named_groups()
            .unwrap_or_default()
            .iter()
            .map(|&group| group.into())
            .collect();
        let alpn: Vec<rustls4j_bytes> =
            hello.alpn().into_iter().flatten().map(Into::into).collect();
        let ca_names: Vec<rustls4j_bytes> = hello
            .certificate_authorities()
            .unwrap_or_default()
            .iter()
            .map(|name| name.as_ref().into())
            .collect();
        let mut hello = rustls4j_client_hello {
            server_name: hello.server_name().unwrap_or_default().as_bytes().into(),
            signature_schemes: schemes.as_ptr(),
            signature_schemes_len: schemes.len(),
            cipher_suites: suites.as_ptr(),
            cipher_suites_len: suites.len(),
            named_groups: groups.as_ptr(),
            named_groups_len: groups.len(),
            alpn: alpn.as_ptr(),
            alpn_len: alpn.len(),
            ca_names: ca_names.as_ptr(),
            ca_names_len: ca_names.len(),
            key: std::ptr::null(),
        };
        // SAFETY: the maker of the config promised that the function is good until `drop`.
        let result = unsafe { (self.resolve)(ctx, &mut hello) };
        if result != rustls_result::Ok as u32 {
            return None;
        }
        // SAFETY: the maker of the config promised that it gives this reference away.
        unsafe { take_shared(hello.key) }
    }
}

impl fmt::Debug for ServerResolver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("rustls4j server certificate resolver")
            .finish_non_exhaustive()
    }
}

type ResolveClient = unsafe extern "C" fn(u64, *mut rustls4j_client_cert_request) -> u32;

pub(crate) struct ClientResolver {
    context: Context,
    resolve: ResolveClient,
}

impl ClientResolver {
    pub(crate) fn new(context: Context, resolve: ResolveClient) -> Self {
        Self { context, resolve }
    }
}

impl ResolvesClientCert for ClientResolver {
    fn resolve(
        &self,
        root_hint_subjects: &[&[u8]],
        schemes: &[SignatureScheme],
    ) -> Option<Arc<CertifiedKey>> {
        let Some(ctx) = self.context.id() else {
            return Some(no_choice());
        };
        let names: Vec<rustls4j_bytes> = root_hint_subjects.iter().map(|&n| n.into()).collect();
        let schemes = scheme_numbers(schemes);
        let mut request = rustls4j_client_cert_request {
            ca_names: names.as_ptr(),
            ca_names_len: names.len(),
            signature_schemes: schemes.as_ptr(),
            signature_schemes_len: schemes.len(),
            key: std::ptr::null(),
        };
        // SAFETY: the maker of the config promised that the function is good until `drop`.
        let result = unsafe { (self.resolve)(ctx, &mut request) };
        if result != rustls_result::Ok as u32 {
            return Some(no_choice());
        }
        // SAFETY: the maker of the config promised that it gives this reference away.
        unsafe { take_shared(request.key) }
    }

    fn has_certs(&self) -> bool {
        true
    }
}

impl fmt::Debug for ClientResolver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("rustls4j client certificate resolver")
            .finish_non_exhaustive()
    }
}

/// A client without an answer goes on without a certificate, and nobody would know that one was
/// meant to be shown. A key that never signs makes rustls fail.
#[derive(Debug)]
struct NoChoice(SignatureScheme);

fn no_choice() -> Arc<CertifiedKey> {
    Arc::new(CertifiedKey::new(
        Vec::new(),
        Arc::new(NoChoice(SignatureScheme::Unknown(0))),
    ))
}

impl SigningKey for NoChoice {
    fn choose_scheme(&self, offered: &[SignatureScheme]) -> Option<Box<dyn Signer>> {
        Some(Box::new(NoChoice(*offered.first().unwrap_or(&self.0))))
    }

    fn algorithm(&self) -> SignatureAlgorithm {
        SignatureAlgorithm::Anonymous
    }
}

impl Signer for NoChoice {
    fn sign(&self, _: &[u8]) -> Result<Vec<u8>, Error> {
        Err(no_upcall())
    }

    fn scheme(&self) -> SignatureScheme {
        self.0
    }
}
