//! Where sessions are kept.

use std::cell::Cell;
use std::fmt;
use std::sync::Arc;

use rustls::client::{
    ClientSessionMemoryCache, ClientSessionStore, Tls12ClientSessionValue, Tls13ClientSessionValue,
};
use rustls::pki_types::ServerName;
use rustls::server::StoresServerSessions;
use rustls::NamedGroup;
use rustls_ffi::rustls_result;

use crate::abi::rustls4j_bytes;
use crate::context::Context;
use crate::handle::{into_shared, out, share, take_shared, Shared};
use crate::panic;
use crate::upcall::run_deferred;

/// The room for a session. Upstream's choice, and more than any session can hold.
const CAPACITY: usize = 65 * 1024;

/// What is asked of a store of sessions, and the answer to it. Borrowed, for the duration of the
/// callback.
#[repr(C)]
pub struct rustls4j_session_request {
    /// What the session is kept under.
    pub key: rustls4j_bytes,
    /// The session to be kept; empty where one is looked for.
    pub value: rustls4j_bytes,
    /// Where one is looked for: room for it.
    pub buf: *mut u8,
    /// How much room.
    pub cap: usize,
    /// The answer where one is looked for: how long what was copied to `buf` is. 0, as it is before,
    /// where there is none; more than `cap` counts as none.
    pub len: usize,
    /// Where one is looked for: it must not be found a second time, by any thread.
    pub remove: bool,
}

/// Keeps a session of a server. Returns RUSTLS_RESULT_OK if it did.
pub type rustls4j_put_session_callback =
    Option<unsafe extern "C" fn(ctx: u64, request: *mut rustls4j_session_request) -> u32>;

/// Finds a session of a server. Returns RUSTLS_RESULT_OK; after anything else there is none.
pub type rustls4j_get_session_callback =
    Option<unsafe extern "C" fn(ctx: u64, request: *mut rustls4j_session_request) -> u32>;

type Ask = unsafe extern "C" fn(u64, *mut rustls4j_session_request) -> u32;

pub(crate) struct CallbackSessions {
    context: Context,
    put: Ask,
    get: Ask,
}

impl CallbackSessions {
    pub(crate) fn new(context: Context, put: Ask, get: Ask) -> Self {
        Self { context, put, get }
    }

    fn find(&self, key: &[u8], remove: bool) -> Option<Vec<u8>> {
        let ctx = self.context.id()?;
        let mut value = vec![0; CAPACITY];
        let mut request = rustls4j_session_request {
            key: key.into(),
            value: rustls4j_bytes::EMPTY,
            buf: value.as_mut_ptr(),
            cap: value.len(),
            len: 0,
            remove,
        };
        // SAFETY: the maker of the config promised that the function is good until `drop`; the
        // buffer is as long as is said.
        let result = unsafe { (self.get)(ctx, &mut request) };
        let len = request.len;
        if result != rustls_result::Ok as u32 || len == 0 || len > value.len() {
            return None;
        }
        value.truncate(len);
        Some(value)
    }
}

impl StoresServerSessions for CallbackSessions {
    fn put(&self, key: Vec<u8>, value: Vec<u8>) -> bool {
        let Some(ctx) = self.context.id() else {
            return false;
        };
        let mut request = rustls4j_session_request {
            key: key.as_slice().into(),
            value: value.as_slice().into(),
            buf: std::ptr::null_mut(),
            cap: 0,
            len: 0,
            remove: false,
        };
        // SAFETY: the maker of the config promised that the function is good until `drop`.
        unsafe { (self.put)(ctx, &mut request) == rustls_result::Ok as u32 }
    }

    fn get(&self, key: &[u8]) -> Option<Vec<u8>> {
        self.find(key, false)
    }

    fn take(&self, key: &[u8]) -> Option<Vec<u8>> {
        self.find(key, true)
    }

    fn can_cache(&self) -> bool {
        true
    }
}

impl fmt::Debug for CallbackSessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("rustls4j session storage")
            .finish_non_exhaustive()
    }
}

/// The sessions of clients, in memory. One store may serve several client configs.
pub struct rustls4j_client_session_store {
    _private: [u8; 0],
}

impl Shared for rustls4j_client_session_store {
    type Rust = ClientSessionMemoryCache;
}

/// Makes a store for about `size` servers. A session is resumed only by a config with the very same
/// server verifier and client certificate resolver: one that `rustls4j_client_config_customize`
/// made, without a new resolver, from the same base config. 0 is RUSTLS_RESULT_INVALID_PARAMETER.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_client_session_store_new(
    size: usize,
    store_out: *mut *const rustls4j_client_session_store,
) -> u32 {
    panic::result(|| {
        run_deferred();
        let store_out = out(store_out)?;
        let store = memory_store(size)?;
        // SAFETY: the header's contract.
        unsafe { store_out.write(into_shared(store)) };
        Ok(())
    })
}

/// Another reference to the same store. NULL for NULL.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_client_session_store_clone(
    store: *const rustls4j_client_session_store,
) -> *const rustls4j_client_session_store {
    panic::value(std::ptr::null(), || {
        // SAFETY: the header's contract.
        unsafe { share(store) }.map_or(std::ptr::null(), into_shared)
    })
}

/// Frees a reference to a store; configs keep their own. NULL is fine.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_client_session_store_free(
    store: *const rustls4j_client_session_store,
) {
    panic::value((), || {
        run_deferred();
        // SAFETY: the header's contract.
        drop(unsafe { take_shared(store) });
    })
}

/// A client's store, for about `size` servers.
pub(crate) fn memory_store(size: usize) -> Result<Arc<ClientSessionMemoryCache>, rustls_result> {
    Ok(Arc::new(ClientSessionMemoryCache::new(cache_size(size)?)))
}

/// A TLS 1.2 session that a client tries to resume.
#[derive(Debug)]
pub(crate) struct Tried {
    store: Arc<ClientSessionMemoryCache>,
    server_name: ServerName<'static>,
}

impl Tried {
    /// Of what `make` has found in a store, on this thread.
    pub(crate) fn during<T>(make: impl FnOnce() -> T) -> (T, Option<Self>) {
        TRIED.set(None);
        let made = make();
        (made, TRIED.take())
    }

    /// Has it not tried again: it may be the reason why the connection has failed.
    pub(crate) fn forget(self) {
        self.store.remove_tls12_session(&self.server_name);
    }
}

thread_local! {
    static TRIED: Cell<Option<Tried>> = const { Cell::new(None) };
}

/// What a config sees of a store: of TLS 1.2, perhaps nothing. It tells which TLS 1.2 session was found
/// there: rustls forgets one with which the server's finished cannot be decrypted, but on connections
/// without buffers it does not.
#[derive(Debug)]
pub(crate) struct ClientSessions {
    pub(crate) store: Arc<ClientSessionMemoryCache>,
    pub(crate) tls12: bool,
}

impl ClientSessionStore for ClientSessions {
    fn set_kx_hint(&self, server_name: ServerName<'static>, group: NamedGroup) {
        self.store.set_kx_hint(server_name, group)
    }

    fn kx_hint(&self, server_name: &ServerName<'_>) -> Option<NamedGroup> {
        self.store.kx_hint(server_name)
    }

    fn set_tls12_session(&self, server_name: ServerName<'static>, value: Tls12ClientSessionValue) {
        if self.tls12 {
            self.store.set_tls12_session(server_name, value)
        }
    }

    fn tls12_session(&self, server_name: &ServerName<'_>) -> Option<Tls12ClientSessionValue> {
        if !self.tls12 {
            return None;
        }
        let found = self.store.tls12_session(server_name)?;
        TRIED.set(Some(Tried {
            store: self.store.clone(),
            server_name: server_name.to_owned(),
        }));
        Some(found)
    }

    fn remove_tls12_session(&self, server_name: &ServerName<'static>) {
        if self.tls12 {
            self.store.remove_tls12_session(server_name)
        }
    }

    fn insert_tls13_ticket(
        &self,
        server_name: ServerName<'static>,
        value: Tls13ClientSessionValue,
    ) {
        self.store.insert_tls13_ticket(server_name, value)
    }

    fn take_tls13_ticket(
        &self,
        server_name: &ServerName<'static>,
    ) -> Option<Tls13ClientSessionValue> {
        self.store.take_tls13_ticket(server_name)
    }
}

/// rustls allocates for the whole of a cache at once, and an absurd size would end the process.
pub(crate) fn cache_size(size: usize) -> Result<usize, rustls_result> {
    const MOST: usize = 1 << 24;
    match size {
        1..=MOST => Ok(size),
        _ => Err(rustls_result::InvalidParameter),
    }
}
