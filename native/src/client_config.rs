//! Client configs with what upstream's builder cannot set.

use std::sync::Arc;

use rustls::client::{Resumption, Tls12Resumption};
use rustls::ClientConfig;
use rustls_ffi::client::rustls_client_config;
use rustls_ffi::rustls_result;

use crate::cert_compression::{
    rustls4j_cert_compressor, rustls4j_cert_decompressor, CertCompression,
};
use crate::context::Context;
use crate::handle::{into_shared, options, out, share};
use crate::key_log::{rustls4j_key_log_callback, CallbackKeyLog};
use crate::panic;
use crate::resolver::{rustls4j_resolve_client_cert_callback, ClientResolver};
use crate::server_config::{fragment_size, switch, RUSTLS4J_KEEP};
use crate::sessions::{memory_store, rustls4j_client_session_store, ClientSessions};
use crate::upcall::{run_deferred, rustls4j_drop_callback};

/// `resumption`: none.
pub const RUSTLS4J_RESUMPTION_NONE: u32 = 1;
/// `resumption`: a new store in memory, for `resumption_size` servers.
pub const RUSTLS4J_RESUMPTION_MEMORY: u32 = 2;
/// `resumption`: the store `session_store`.
pub const RUSTLS4J_RESUMPTION_STORE: u32 = 3;

/// `tls12_resumption`: none in TLS 1.2. Needs a `resumption` other than RUSTLS4J_KEEP.
pub const RUSTLS4J_TLS12_RESUMPTION_NONE: u32 = 1;
/// `tls12_resumption`: with session ids.
pub const RUSTLS4J_TLS12_RESUMPTION_IDS: u32 = 2;
/// `tls12_resumption`: with session ids or tickets. What a new resumption has by default.
pub const RUSTLS4J_TLS12_RESUMPTION_IDS_AND_TICKETS: u32 = 3;

/// What to change in a client config. All zeroes changes nothing.
#[repr(C)]
pub struct rustls4j_client_config_options {
    /// Handed to `resolve`.
    pub resolver_ctx: u64,
    /// Chooses certificates, in place of the keys of the base config. NULL: keep.
    pub resolve: rustls4j_resolve_client_cert_callback,
    /// Told when `resolver_ctx` is no longer needed.
    pub resolver_drop: rustls4j_drop_callback,

    /// Handed to `key_log`.
    pub key_log_ctx: u64,
    /// Receives the secrets of connections. NULL: keep.
    pub key_log: rustls4j_key_log_callback,
    /// Told when `key_log_ctx` is no longer needed.
    pub key_log_drop: rustls4j_drop_callback,

    /// For RUSTLS4J_RESUMPTION_STORE: the store. The config takes its own reference.
    pub session_store: *const rustls4j_client_session_store,
    /// For RUSTLS4J_RESUMPTION_MEMORY: for about how many servers.
    pub resumption_size: usize,

    /// RUSTLS4J_KEEP, or where sessions are kept: RUSTLS4J_RESUMPTION_... Sessions are found by
    /// the server's name alone, without its port, and a resumed session's certificates are not
    /// judged again: peers that are not judged alike must not share a store.
    pub resumption: u32,
    /// RUSTLS4J_KEEP, or what may be resumed in TLS 1.2: RUSTLS4J_TLS12_RESUMPTION_...
    pub tls12_resumption: u32,
    /// RUSTLS4J_KEEP, RUSTLS4J_OFF or RUSTLS4J_CERT_COMPRESSION_CALLBACKS: whether, and by whom,
    /// certificates are compressed and decompressed.
    pub cert_compression: u32,
    /// RUSTLS4J_KEEP, RUSTLS4J_ON or RUSTLS4J_OFF: whether TLS 1.2 servers must support extended
    /// master secrets.
    pub require_ems: u32,
    /// The most bytes of a record to send, its header of 5 included: 32 to 16389. 0: keep.
    pub max_fragment_size: usize,

    /// For RUSTLS4J_CERT_COMPRESSION_CALLBACKS: what compresses, in order of preference.
    pub cert_compressors: *const rustls4j_cert_compressor,
    /// How many compressors.
    pub cert_compressors_len: usize,
    /// For RUSTLS4J_CERT_COMPRESSION_CALLBACKS: what decompresses, as offered to the peer, in order
    /// of preference.
    pub cert_decompressors: *const rustls4j_cert_decompressor,
    /// How many decompressors.
    pub cert_decompressors_len: usize,
}

/// Makes a config that is `base` but for the changes in `options`. Free it with
/// `rustls_client_config_free`; `base` stays the caller's. The contents of `options` are copied.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_client_config_customize(
    base: *const rustls_client_config,
    options: *const rustls4j_client_config_options,
    config_out: *mut *const rustls_client_config,
) -> u32 {
    panic::result(|| {
        run_deferred();
        let config_out = out(config_out)?;
        // SAFETY: the header's contract, for both.
        let (base, options) = unsafe { (share(base)?, self::options(options)?) };
        let mut config = ClientConfig::clone(&base);
        // SAFETY: the header's contract.
        unsafe { customize(&mut config, options) }?;
        // SAFETY: the header's contract.
        unsafe { config_out.write(into_shared(Arc::new(config))) };
        Ok(())
    })
}

/// The resumption, where it is not to be kept.
unsafe fn resumption(
    options: &rustls4j_client_config_options,
) -> Result<Option<Resumption>, rustls_result> {
    let tls12 = options.tls12_resumption != RUSTLS4J_TLS12_RESUMPTION_NONE;
    let store = match options.resumption {
        // The store of the base config is out of reach.
        RUSTLS4J_KEEP if !tls12 => return Err(rustls_result::InvalidParameter),
        RUSTLS4J_KEEP => return Ok(None),
        RUSTLS4J_RESUMPTION_NONE => return Ok(Some(Resumption::disabled())),
        RUSTLS4J_RESUMPTION_MEMORY => memory_store(options.resumption_size)?,
        RUSTLS4J_RESUMPTION_STORE => {
            // SAFETY: the header's contract.
            unsafe { share(options.session_store) }?
        }
        _ => return Err(rustls_result::InvalidParameter),
    };
    let resumption = Resumption::store(Arc::new(ClientSessions { store, tls12 }));
    Ok(Some(match tls12 {
        true => resumption,
        // By itself this only stops tickets: rustls goes on to resume by session id.
        false => resumption.tls12_resumption(Tls12Resumption::Disabled),
    }))
}

unsafe fn customize(
    config: &mut ClientConfig,
    options: &rustls4j_client_config_options,
) -> Result<(), rustls_result> {
    // SAFETY: the header's contract.
    if let Some(resumption) = unsafe { resumption(options) }? {
        config.resumption = resumption;
    }
    config.resumption = match options.tls12_resumption {
        RUSTLS4J_KEEP | RUSTLS4J_TLS12_RESUMPTION_NONE => config.resumption.clone(),
        RUSTLS4J_TLS12_RESUMPTION_IDS => {
            let resumption = config.resumption.clone();
            resumption.tls12_resumption(Tls12Resumption::SessionIdOnly)
        }
        RUSTLS4J_TLS12_RESUMPTION_IDS_AND_TICKETS => {
            let resumption = config.resumption.clone();
            resumption.tls12_resumption(Tls12Resumption::SessionIdOrTickets)
        }
        _ => return Err(rustls_result::InvalidParameter),
    };
    // SAFETY: the header's contract.
    let compression = unsafe {
        CertCompression::of(
            options.cert_compression,
            (options.cert_compressors, options.cert_compressors_len),
            (options.cert_decompressors, options.cert_decompressors_len),
        )
    }?;
    if let Some(require) = switch(options.require_ems)? {
        config.require_ems = require;
    }
    if let Some(size) = fragment_size(options.max_fragment_size)? {
        config.max_fragment_size = Some(size);
    }

    prepare(config);

    // Nothing fails below here: a context that was taken over is not the caller's any more.
    compression.apply(config);
    if let Some(resolve) = options.resolve {
        let context = Context::new(options.resolver_ctx, options.resolver_drop);
        config.client_auth_cert_resolver = Arc::new(ClientResolver::new(context, resolve));
    }
    if let Some(log) = options.key_log {
        let context = Context::new(options.key_log_ctx, options.key_log_drop);
        config.key_log = Arc::new(CallbackKeyLog::new(context, log));
    }
    Ok(())
}

/// Sets what connections need.
pub(crate) fn prepare(config: &mut ClientConfig) {
    // They take their keys from rustls when the handshake is done.
    config.enable_secret_extraction = true;
}
