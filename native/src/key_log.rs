//! A key log that tells the caller.

use std::fmt;

use rustls::KeyLog;

use crate::abi::rustls4j_bytes;
use crate::context::Context;

/// Receives a secret of a connection, as the NSS key log format has it: a label such as
/// `CLIENT_TRAFFIC_SECRET_0`, the client random and the secret. Borrowed, for the duration of the
/// callback.
pub type rustls4j_key_log_callback = Option<
    unsafe extern "C" fn(
        ctx: u64,
        label: *const rustls4j_bytes,
        client_random: *const rustls4j_bytes,
        secret: *const rustls4j_bytes,
    ),
>;

type Log =
    unsafe extern "C" fn(u64, *const rustls4j_bytes, *const rustls4j_bytes, *const rustls4j_bytes);

pub(crate) struct CallbackKeyLog {
    context: Context,
    log: Log,
}

impl CallbackKeyLog {
    pub(crate) fn new(context: Context, log: Log) -> Self {
        Self { context, log }
    }
}

impl KeyLog for CallbackKeyLog {
    fn log(&self, label: &str, client_random: &[u8], secret: &[u8]) {
        let Some(ctx) = self.context.id() else { return };
        // SAFETY: the maker of the config promised that the function is good until `drop`.
        unsafe {
            (self.log)(
                ctx,
                &label.as_bytes().into(),
                &client_random.into(),
                &secret.into(),
            )
        }
    }
}

impl fmt::Debug for CallbackKeyLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("rustls4j key log").finish_non_exhaustive()
    }
}
