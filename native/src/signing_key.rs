//! A private key that stays with the caller.

use std::fmt;
use std::sync::Arc;

use rustls::pki_types::SubjectPublicKeyInfoDer;
use rustls::sign::{Signer, SigningKey};
use rustls::{Error, SignatureAlgorithm, SignatureScheme};
use rustls_ffi::crypto_provider::rustls_signing_key;
use rustls_ffi::rustls_result;

use crate::abi::rustls4j_bytes;
use crate::context::Context;
use crate::convert::{bytes, no_upcall};
use crate::handle::{array, into_boxed, options, out};
use crate::panic;
use crate::upcall::{run_deferred, rustls4j_drop_callback};

/// The room for a signature.
const CAPACITY: usize = 16384;

/// Signs `msg`, which is not hashed yet, as the TLS signature scheme `scheme` has it. Writes the
/// signature to `out`, which has room for `out_cap` (16384) bytes, and its length to `out_len`.
/// Returns RUSTLS_RESULT_OK; anything else, or a longer length, fails the handshake.
pub type rustls4j_sign_callback = Option<
    unsafe extern "C" fn(
        ctx: u64,
        scheme: u16,
        msg: *const u8,
        msg_len: usize,
        out: *mut u8,
        out_cap: usize,
        out_len: *mut usize,
    ) -> u32,
>;

/// How to make a signing key.
#[repr(C)]
pub struct rustls4j_signing_key_options {
    /// Handed to the callbacks.
    pub ctx: u64,
    /// Signs. Called in the thread that processes packets. Must not be NULL.
    pub sign: rustls4j_sign_callback,
    /// Told when `ctx` is no longer needed. May be NULL.
    pub drop: rustls4j_drop_callback,
    /// The signature schemes of this key, in order of preference: at least one, all of one
    /// algorithm, RSA, ECDSA, Ed25519 or Ed448.
    pub schemes: *const u16,
    /// How many schemes.
    pub schemes_len: usize,
    /// The public key as a DER SubjectPublicKeyInfo, for `rustls_certified_key_keys_match`. May be
    /// empty.
    pub spki: rustls4j_bytes,
}

/// Makes a signing key that asks `options->sign` for signatures.
///
/// Give it to `rustls_certified_key_build_with_signing_key`, which takes it over, or free it with
/// `rustls_signing_key_free`. The contents of `options` are copied.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_signing_key_new(
    options: *const rustls4j_signing_key_options,
    key_out: *mut *mut rustls_signing_key,
) -> u32 {
    panic::result(|| {
        run_deferred();
        let key_out = out(key_out)?;
        // SAFETY: the header's contract.
        let key = unsafe { CallbackKey::new(self::options(options)?) }?;
        // SAFETY: the header's contract.
        unsafe { key_out.write(into_boxed::<rustls_signing_key>(Arc::new(key))) };
        Ok(())
    })
}

type Sign = unsafe extern "C" fn(u64, u16, *const u8, usize, *mut u8, usize, *mut usize) -> u32;

struct CallbackKey {
    context: Arc<Context>,
    sign: Sign,
    schemes: Vec<SignatureScheme>,
    algorithm: SignatureAlgorithm,
    spki: Option<SubjectPublicKeyInfoDer<'static>>,
}

impl CallbackKey {
    unsafe fn new(options: &rustls4j_signing_key_options) -> Result<Self, rustls_result> {
        let sign = options.sign.ok_or(rustls_result::NullParameter)?;
        // SAFETY: the header's contract, for both.
        let (schemes, spki) = unsafe {
            (
                array(options.schemes, options.schemes_len)?,
                bytes(&options.spki)?,
            )
        };
        let schemes: Vec<_> = schemes.iter().copied().map(SignatureScheme::from).collect();
        let (&first, others) = schemes
            .split_first()
            .ok_or(rustls_result::InvalidParameter)?;
        let algorithm = algorithm(first).ok_or(rustls_result::InvalidParameter)?;
        if others
            .iter()
            .any(|&other| self::algorithm(other) != Some(algorithm))
        {
            return Err(rustls_result::InvalidParameter);
        }
        Ok(Self {
            context: Arc::new(Context::new(options.ctx, options.drop)),
            sign,
            schemes,
            algorithm,
            spki: (!spki.is_empty()).then(|| spki.to_vec().into()),
        })
    }
}

fn algorithm(scheme: SignatureScheme) -> Option<SignatureAlgorithm> {
    use SignatureScheme as s;
    Some(match scheme {
        s::RSA_PKCS1_SHA256
        | s::RSA_PKCS1_SHA384
        | s::RSA_PKCS1_SHA512
        | s::RSA_PSS_SHA256
        | s::RSA_PSS_SHA384
        | s::RSA_PSS_SHA512
        // rsa_pss_pss_*, which rustls has no name for and negotiates with TLS 1.3 all the same.
        | s::Unknown(0x0809..=0x080b) => SignatureAlgorithm::RSA,
        s::ECDSA_NISTP256_SHA256 | s::ECDSA_NISTP384_SHA384 | s::ECDSA_NISTP521_SHA512 => {
            SignatureAlgorithm::ECDSA
        }
        s::ED25519 => SignatureAlgorithm::ED25519,
        s::ED448 => SignatureAlgorithm::ED448,
        _ => return None,
    })
}

impl SigningKey for CallbackKey {
    fn choose_scheme(&self, offered: &[SignatureScheme]) -> Option<Box<dyn Signer>> {
        let scheme = *self.schemes.iter().find(|own| offered.contains(own))?;
        Some(Box::new(CallbackSigner {
            context: self.context.clone(),
            sign: self.sign,
            scheme,
        }))
    }

    fn public_key(&self) -> Option<SubjectPublicKeyInfoDer<'_>> {
        self.spki.clone()
    }

    fn algorithm(&self) -> SignatureAlgorithm {
        self.algorithm
    }
}

impl fmt::Debug for CallbackKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("rustls4j signing key")
            .finish_non_exhaustive()
    }
}

struct CallbackSigner {
    context: Arc<Context>,
    sign: Sign,
    scheme: SignatureScheme,
}

impl Signer for CallbackSigner {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        let ctx = self.context.id().ok_or_else(no_upcall)?;
        let mut signature = vec![0; CAPACITY];
        let mut len = 0;
        // SAFETY: the maker of this key promised that the function is good until `drop`; the
        // buffers are as long as is said.
        let result = unsafe {
            (self.sign)(
                ctx,
                self.scheme.into(),
                message.as_ptr(),
                message.len(),
                signature.as_mut_ptr(),
                signature.len(),
                &mut len,
            )
        };
        if result != rustls_result::Ok as u32 || len > signature.len() {
            return Err(Error::General("the signing callback failed".into()));
        }
        signature.truncate(len);
        Ok(signature)
    }

    fn scheme(&self) -> SignatureScheme {
        self.scheme
    }
}

impl fmt::Debug for CallbackSigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("rustls4j signer").finish_non_exhaustive()
    }
}
