//! Certificate compression (RFC 8879) by the caller's algorithms.

use std::fmt;
use std::sync::Arc;

use rustls::compress::{
    CertCompressor, CertDecompressor, CompressionCache, CompressionFailed, CompressionLevel,
    DecompressionFailed,
};
use rustls::pki_types::UnixTime;
use rustls::time_provider::TimeProvider;
use rustls::{CertificateCompressionAlgorithm, ClientConfig, ServerConfig};
use rustls_ffi::rustls_result;

use crate::abi::rustls4j_bytes;
use crate::context::Context;
use crate::handle::array;
use crate::server_config::{RUSTLS4J_KEEP, RUSTLS4J_OFF};
use crate::upcall::rustls4j_drop_callback;

/// `cert_compression`: with `cert_compressors` and `cert_decompressors`, and no others.
pub const RUSTLS4J_CERT_COMPRESSION_CALLBACKS: u32 = 3;

/// How much longer than its input the result of a compression may be.
const MOST_GROWTH: usize = 65536;

/// Compresses `input`, a Certificate message: copies the result to `buf`, which has room for `cap`
/// bytes, and returns its length. 0, or a length above `cap`, means that it has failed; the
/// certificates are then sent as they are. The result is kept and used again as long as the
/// certificates are the same.
pub type rustls4j_compress_cert_callback = Option<
    unsafe extern "C" fn(ctx: u64, input: *const rustls4j_bytes, buf: *mut u8, cap: usize) -> usize,
>;

/// Decompresses `input` into `buf`, all of whose `len` bytes, which is what the peer said there
/// would be, have to be written. Returns whether it did; otherwise the handshake fails.
pub type rustls4j_decompress_cert_callback = Option<
    unsafe extern "C" fn(ctx: u64, input: *const rustls4j_bytes, buf: *mut u8, len: usize) -> bool,
>;

/// An algorithm that compresses certificates that are sent.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct rustls4j_cert_compressor {
    /// Handed to `compress`.
    pub ctx: u64,
    /// Compresses, in the thread that processes packets. Must not be NULL.
    pub compress: rustls4j_compress_cert_callback,
    /// Told when `ctx` is no longer needed. May be NULL.
    pub drop: rustls4j_drop_callback,
    /// The number that the algorithm goes by (RFC 8879 section 7.3).
    pub algorithm: u16,
}

/// An algorithm that decompresses certificates that are received.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct rustls4j_cert_decompressor {
    /// Handed to `decompress`.
    pub ctx: u64,
    /// Decompresses, in the thread that processes packets. Must not be NULL.
    pub decompress: rustls4j_decompress_cert_callback,
    /// Told when `ctx` is no longer needed. May be NULL.
    pub drop: rustls4j_drop_callback,
    /// The number that the algorithm goes by (RFC 8879 section 7.3).
    pub algorithm: u16,
}

/// What a config is to do about compression.
pub(crate) enum CertCompression<'a> {
    Keep,
    Off,
    Callbacks(
        &'a [rustls4j_cert_compressor],
        &'a [rustls4j_cert_decompressor],
    ),
}

impl<'a> CertCompression<'a> {
    /// # Safety
    /// Unless their lengths are 0 or they are not used, the arrays are valid for as long as this is.
    pub(crate) unsafe fn of(
        kind: u32,
        compressors: (*const rustls4j_cert_compressor, usize),
        decompressors: (*const rustls4j_cert_decompressor, usize),
    ) -> Result<Self, rustls_result> {
        match kind {
            RUSTLS4J_KEEP => Ok(Self::Keep),
            RUSTLS4J_OFF => Ok(Self::Off),
            RUSTLS4J_CERT_COMPRESSION_CALLBACKS => {
                // SAFETY: the caller's promise.
                let (compressors, decompressors) = unsafe {
                    (
                        array(compressors.0, compressors.1)?,
                        array(decompressors.0, decompressors.1)?,
                    )
                };
                if compressors.iter().any(|one| one.compress.is_none())
                    || decompressors.iter().any(|one| one.decompress.is_none())
                {
                    return Err(rustls_result::NullParameter);
                }
                Ok(Self::Callbacks(compressors, decompressors))
            }
            _ => Err(rustls_result::InvalidParameter),
        }
    }

    /// Takes the contexts over, if there are any.
    pub(crate) fn apply(&self, config: &mut impl Compresses) {
        match self {
            Self::Keep => {}
            Self::Off => config.set(vec![], vec![], None),
            Self::Callbacks(compressors, decompressors) => {
                let owned = Algorithms::new(compressors, decompressors);
                // SAFETY: the config gets the references and their owner together.
                let (compressors, decompressors) = unsafe { owned.unbounded() };
                config.set(compressors, decompressors, Some(owned));
            }
        }
    }
}

type Compressors = Vec<&'static dyn CertCompressor>;
type Decompressors = Vec<&'static dyn CertDecompressor>;

/// What the configs of both sides have alike.
pub(crate) trait Compresses {
    fn set(&mut self, to_send: Compressors, to_receive: Decompressors, owner: Option<Algorithms>);
}

macro_rules! compresses {
    ($config:ty) => {
        impl Compresses for $config {
            fn set(
                &mut self,
                to_send: Compressors,
                to_receive: Decompressors,
                owner: Option<Algorithms>,
            ) {
                self.cert_compressors = to_send;
                self.cert_decompressors = to_receive;
                // What is in it was compressed by others under the same numbers.
                self.cert_compression_cache = Arc::new(CompressionCache::default());
                if let Some(algorithms) = owner {
                    let time = Arc::clone(&self.time_provider);
                    self.time_provider = Arc::new(TimeAndAlgorithms { time, algorithms });
                }
            }
        }
    };
}

compresses!(ClientConfig);
compresses!(ServerConfig);

/// rustls wants algorithms that live forever. These live as long as the configs that use them: each
/// has this in a place that is counted by reference, and that it otherwise has no need of.
#[derive(Debug)]
struct TimeAndAlgorithms {
    time: Arc<dyn TimeProvider>,
    #[allow(dead_code)] // It is here to be dropped.
    algorithms: Algorithms,
}

impl TimeProvider for TimeAndAlgorithms {
    fn current_time(&self) -> Option<UnixTime> {
        self.time.current_time()
    }
}

#[derive(Debug)]
pub(crate) struct Algorithms {
    compressors: Vec<Arc<Compressor>>,
    decompressors: Vec<Arc<Decompressor>>,
}

impl Algorithms {
    fn new(
        compressors: &[rustls4j_cert_compressor],
        decompressors: &[rustls4j_cert_decompressor],
    ) -> Self {
        Self {
            compressors: compressors
                .iter()
                .filter_map(|one| {
                    Some(Arc::new(Compressor {
                        compress: one.compress?,
                        context: Context::new(one.ctx, one.drop),
                        algorithm: one.algorithm.into(),
                    }))
                })
                .collect(),
            decompressors: decompressors
                .iter()
                .filter_map(|one| {
                    Some(Arc::new(Decompressor {
                        decompress: one.decompress?,
                        context: Context::new(one.ctx, one.drop),
                        algorithm: one.algorithm.into(),
                    }))
                })
                .collect(),
        }
    }

    /// # Safety
    /// The references must not be used once this is dropped.
    unsafe fn unbounded(&self) -> (Compressors, Decompressors) {
        fn compressor(one: &Arc<Compressor>) -> &'static dyn CertCompressor {
            // SAFETY: the caller's promise.
            unsafe { &*Arc::as_ptr(one) }
        }
        fn decompressor(one: &Arc<Decompressor>) -> &'static dyn CertDecompressor {
            // SAFETY: the caller's promise.
            unsafe { &*Arc::as_ptr(one) }
        }
        (
            self.compressors.iter().map(compressor).collect(),
            self.decompressors.iter().map(decompressor).collect(),
        )
    }
}

type Compress = unsafe extern "C" fn(u64, *const rustls4j_bytes, *mut u8, usize) -> usize;
type Decompress = unsafe extern "C" fn(u64, *const rustls4j_bytes, *mut u8, usize) -> bool;

struct Compressor {
    context: Context,
    algorithm: CertificateCompressionAlgorithm,
    compress: Compress,
}

impl CertCompressor for Compressor {
    fn compress(
        &self,
        input: Vec<u8>,
        _level: CompressionLevel,
    ) -> Result<Vec<u8>, CompressionFailed> {
        let ctx = self.context.id().ok_or(CompressionFailed)?;
        let mut output = vec![0; input.len() + MOST_GROWTH];
        // SAFETY: the maker of the config promised that the function is good until `drop`; the
        // buffer is as long as is said.
        let len = unsafe {
            (self.compress)(
                ctx,
                &input.as_slice().into(),
                output.as_mut_ptr(),
                output.len(),
            )
        };
        if len == 0 || len > output.len() {
            return Err(CompressionFailed);
        }
        output.truncate(len);
        output.shrink_to_fit();
        Ok(output)
    }

    fn algorithm(&self) -> CertificateCompressionAlgorithm {
        self.algorithm
    }
}

impl fmt::Debug for Compressor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("rustls4j certificate compressor")
            .field("algorithm", &self.algorithm)
            .finish_non_exhaustive()
    }
}

struct Decompressor {
    context: Context,
    algorithm: CertificateCompressionAlgorithm,
    decompress: Decompress,
}

impl CertDecompressor for Decompressor {
    fn decompress(&self, input: &[u8], output: &mut [u8]) -> Result<(), DecompressionFailed> {
        let ctx = self.context.id().ok_or(DecompressionFailed)?;
        // SAFETY: the maker of the config promised that the function is good until `drop`; the
        // buffer is as long as is said.
        let done =
            unsafe { (self.decompress)(ctx, &input.into(), output.as_mut_ptr(), output.len()) };
        match done {
            true => Ok(()),
            false => Err(DecompressionFailed),
        }
    }

    fn algorithm(&self) -> CertificateCompressionAlgorithm {
        self.algorithm
    }
}

impl fmt::Debug for Decompressor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("rustls4j certificate decompressor")
            .field("algorithm", &self.algorithm)
            .finish_non_exhaustive()
    }
}
