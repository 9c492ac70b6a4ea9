//! Server configs with what upstream's builder cannot set.

use std::sync::Arc;

use rustls::crypto::aws_lc_rs::Ticketer;
use rustls::server::{NoServerSessionStorage, ServerSessionMemoryCache, StoresServerSessions};
use rustls::ServerConfig;
use rustls_ffi::rustls_result;
use rustls_ffi::server::rustls_server_config;

use crate::authenticated::{AgingSessions, Lifetime};
use crate::cert_compression::{
    rustls4j_cert_compressor, rustls4j_cert_decompressor, CertCompression,
};
use crate::context::Context;
use crate::handle::{array, into_shared, options, out, share};
use crate::key_log::{rustls4j_key_log_callback, CallbackKeyLog};
use crate::panic;
use crate::resolver::{rustls4j_resolve_server_cert_callback, ServerResolver};
use crate::sessions::{
    cache_size, rustls4j_get_session_callback, rustls4j_put_session_callback, CallbackSessions,
};
use crate::tickets::{Aging, KeyedTickets, NoTickets};
use crate::upcall::{run_deferred, rustls4j_drop_callback};

/// Leave something as it is in the base config. Every switch and kind has this value.
pub const RUSTLS4J_KEEP: u32 = 0;
/// For a switch: on.
pub const RUSTLS4J_ON: u32 = 1;
/// For a switch: off.
pub const RUSTLS4J_OFF: u32 = 2;

/// `sessions`: keep none.
pub const RUSTLS4J_SESSIONS_NONE: u32 = 1;
/// `sessions`: keep `sessions_size` of them in memory.
pub const RUSTLS4J_SESSIONS_MEMORY: u32 = 2;
/// `sessions`: keep them with the callbacks.
pub const RUSTLS4J_SESSIONS_CALLBACKS: u32 = 3;

/// `tickets`: none; sessions are kept by the server.
pub const RUSTLS4J_TICKETS_NONE: u32 = 1;
/// `tickets`: sessions are kept by the clients, encrypted with keys that rustls makes and changes
/// every six hours.
pub const RUSTLS4J_TICKETS_STATELESS: u32 = 2;
/// `tickets`: sessions are kept by the clients, encrypted with `ticket_keys`.
pub const RUSTLS4J_TICKETS_KEYS: u32 = 3;

/// A key that encrypts tickets.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct rustls4j_ticket_key {
    /// Tells the key from others; visible in tickets.
    pub name: [u8; 16],
    /// The secret, which must be random.
    pub secret: [u8; 32],
}

/// What to change in a server config. All zeroes changes nothing.
#[repr(C)]
pub struct rustls4j_server_config_options {
    /// Handed to `resolve`.
    pub resolver_ctx: u64,
    /// Chooses certificates, in place of the keys of the base config. NULL: keep.
    pub resolve: rustls4j_resolve_server_cert_callback,
    /// Told when `resolver_ctx` is no longer needed.
    pub resolver_drop: rustls4j_drop_callback,

    /// Handed to `put_session` and `get_session`.
    pub sessions_ctx: u64,
    /// For RUSTLS4J_SESSIONS_CALLBACKS: keeps a session.
    pub put_session: rustls4j_put_session_callback,
    /// For RUSTLS4J_SESSIONS_CALLBACKS: finds a session.
    pub get_session: rustls4j_get_session_callback,
    /// Told when `sessions_ctx` is no longer needed.
    pub sessions_drop: rustls4j_drop_callback,
    /// For RUSTLS4J_SESSIONS_MEMORY: how many.
    pub sessions_size: usize,

    /// Handed to `key_log`.
    pub key_log_ctx: u64,
    /// Receives the secrets of connections. NULL: keep.
    pub key_log: rustls4j_key_log_callback,
    /// Told when `key_log_ctx` is no longer needed.
    pub key_log_drop: rustls4j_drop_callback,

    /// For RUSTLS4J_TICKETS_KEYS: the keys. The first encrypts, all decrypt.
    pub ticket_keys: *const rustls4j_ticket_key,
    /// How many keys.
    pub ticket_keys_len: usize,
    /// How long a session is good for, in seconds, counted from its full handshake however often it
    /// is resumed. For RUSTLS4J_TICKETS_KEYS, at least 1; for RUSTLS4J_TICKETS_STATELESS, at most the
    /// 12 hours of rustls's keys, which 0 stands for; for RUSTLS4J_SESSIONS_MEMORY and
    /// RUSTLS4J_SESSIONS_CALLBACKS, 0 is for as long as it is there.
    pub session_lifetime_seconds: u32,

    /// RUSTLS4J_KEEP, or where sessions are kept: RUSTLS4J_SESSIONS_...
    pub sessions: u32,
    /// RUSTLS4J_KEEP, or which tickets clients are given: RUSTLS4J_TICKETS_...
    pub tickets: u32,
    /// RUSTLS4J_KEEP, RUSTLS4J_OFF or RUSTLS4J_CERT_COMPRESSION_CALLBACKS: whether, and by whom,
    /// certificates are compressed and decompressed.
    pub cert_compression: u32,
    /// RUSTLS4J_KEEP, RUSTLS4J_ON or RUSTLS4J_OFF: whether TLS 1.2 clients must support extended
    /// master secrets.
    pub require_ems: u32,
    /// RUSTLS4J_KEEP, RUSTLS4J_ON or RUSTLS4J_OFF: whether the server's order of cipher suites counts,
    /// and not the client's.
    pub ignore_client_order: u32,
    /// The most bytes of a record to send, its header of 5 included: 32 to 16389. 0: keep.
    pub max_fragment_size: usize,
    /// Where `send_tls13_tickets_set`: how many tickets a TLS 1.3 client is given; at least 0.
    pub send_tls13_tickets: i64,
    /// Whether `send_tls13_tickets` counts.
    pub send_tls13_tickets_set: bool,

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
/// `rustls_server_config_free`; `base` stays the caller's. The contents of `options` are copied.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_server_config_customize(
    base: *const rustls_server_config,
    options: *const rustls4j_server_config_options,
    config_out: *mut *const rustls_server_config,
) -> u32 {
    panic::result(|| {
        run_deferred();
        let config_out = out(config_out)?;
        // SAFETY: the header's contract, for both.
        let (base, options) = unsafe { (share(base)?, self::options(options)?) };
        let mut config = ServerConfig::clone(&base);
        // SAFETY: the header's contract.
        unsafe { customize(&mut config, options) }?;
        // SAFETY: the header's contract.
        unsafe { config_out.write(into_shared(Arc::new(config))) };
        Ok(())
    })
}

unsafe fn customize(
    config: &mut ServerConfig,
    options: &rustls4j_server_config_options,
) -> Result<(), rustls_result> {
    match options.sessions {
        RUSTLS4J_KEEP | RUSTLS4J_SESSIONS_CALLBACKS => {}
        RUSTLS4J_SESSIONS_NONE => config.session_storage = Arc::new(NoServerSessionStorage {}),
        RUSTLS4J_SESSIONS_MEMORY => {
            let size = cache_size(options.sessions_size)?;
            config.session_storage = aging(
                ServerSessionMemoryCache::new(size),
                options.session_lifetime_seconds,
            );
        }
        _ => return Err(rustls_result::InvalidParameter),
    }
    match options.tickets {
        RUSTLS4J_KEEP => {}
        RUSTLS4J_TICKETS_NONE => config.ticketer = Arc::new(NoTickets),
        RUSTLS4J_TICKETS_STATELESS => {
            let tickets = Ticketer::new().map_err(|_| rustls_result::GetRandomFailed)?;
            config.ticketer = match options.session_lifetime_seconds {
                0 => Aging::new(tickets, u32::MAX),
                lifetime => Aging::new(tickets, lifetime),
            };
        }
        RUSTLS4J_TICKETS_KEYS => {
            // SAFETY: the header's contract.
            let keys = unsafe { array(options.ticket_keys, options.ticket_keys_len) }?;
            config.ticketer = match options.session_lifetime_seconds {
                0 => return Err(rustls_result::InvalidParameter),
                lifetime => Aging::new(KeyedTickets::new(keys)?, lifetime),
            };
        }
        _ => return Err(rustls_result::InvalidParameter),
    }
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
    if let Some(ignore) = switch(options.ignore_client_order)? {
        config.ignore_client_order = ignore;
    }
    if let Some(size) = fragment_size(options.max_fragment_size)? {
        config.max_fragment_size = Some(size);
    }
    if options.send_tls13_tickets_set {
        config.send_tls13_tickets = usize::try_from(options.send_tls13_tickets)
            .map_err(|_| rustls_result::InvalidParameter)?;
    }

    let sessions = match options.sessions {
        RUSTLS4J_SESSIONS_CALLBACKS => Some((
            options.put_session.ok_or(rustls_result::NullParameter)?,
            options.get_session.ok_or(rustls_result::NullParameter)?,
        )),
        _ => None,
    };

    prepare(config);

    // Nothing fails below here: a context that was taken over is not the caller's any more.
    compression.apply(config);
    if let Some((put, get)) = sessions {
        let context = Context::new(options.sessions_ctx, options.sessions_drop);
        config.session_storage = aging(
            Arc::new(CallbackSessions::new(context, put, get)),
            options.session_lifetime_seconds,
        );
    }
    if let Some(resolve) = options.resolve {
        let context = Context::new(options.resolver_ctx, options.resolver_drop);
        config.cert_resolver = Arc::new(ServerResolver::new(context, resolve));
    }
    if let Some(log) = options.key_log {
        let context = Context::new(options.key_log_ctx, options.key_log_drop);
        config.key_log = Arc::new(CallbackKeyLog::new(context, log));
    }
    Ok(())
}

fn aging(sessions: Arc<dyn StoresServerSessions>, seconds: u32) -> Arc<dyn StoresServerSessions> {
    match seconds {
        0 => sessions,
        seconds => AgingSessions::new(sessions, Lifetime { seconds }),
    }
}

/// Sets what connections need.
pub(crate) fn prepare(config: &mut ServerConfig) {
    // They take their keys from rustls when the handshake is done.
    config.enable_secret_extraction = true;
    // They do not send data before, but where they could, rustls lets them say close_notify.
    config.send_half_rtt_data = true;
}

/// A switch, where it is not to be kept.
pub(crate) fn switch(value: u32) -> Result<Option<bool>, rustls_result> {
    match value {
        RUSTLS4J_KEEP => Ok(None),
        RUSTLS4J_ON => Ok(Some(true)),
        RUSTLS4J_OFF => Ok(Some(false)),
        _ => Err(rustls_result::InvalidParameter),
    }
}

/// rustls itself refuses a wrong size only when a connection is made, and then upstream panics.
pub(crate) fn fragment_size(size: usize) -> Result<Option<usize>, rustls_result> {
    match size {
        0 => Ok(None),
        32..=16389 => Ok(Some(size)),
        _ => Err(rustls_result::BadMaxFragmentSize),
    }
}
