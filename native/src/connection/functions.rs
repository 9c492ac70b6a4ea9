//! The functions of a connection, but for those that move bytes.

use rustls::pki_types::ServerName;
use rustls_ffi::client::rustls_client_config;
use rustls_ffi::log::rustls_log_callback;
use rustls_ffi::rustls_result;
use rustls_ffi::server::rustls_server_config;

use super::{exclusively, rustls4j_connection};
use crate::abi::rustls4j_bytes;
use crate::convert;
use crate::handle::{array, out, share};
use crate::log::LogTo;
use crate::panic;
use crate::upcall::{run_deferred, NoUpcalls};

/// Makes a client's connection. Free it with `rustls4j_connection_free`; the config stays the
/// caller's.
///
/// `server_name` is `name_len` bytes of text, a DNS name or an IP address: RUSTLS_RESULT_INVALID_DNS_NAME_ERROR
/// where it is neither. `alpn` are the `alpn_len` application protocols to offer; NULL: those of
/// the config.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_client_connection_new(
    config: *const rustls_client_config,
    server_name: *const u8,
    name_len: usize,
    alpn: *const rustls4j_bytes,
    alpn_len: usize,
    conn_out: *mut *mut rustls4j_connection,
) -> u32 {
    panic::result(|| {
        run_deferred();
        let conn_out = out(conn_out)?;
        // SAFETY: the header's contract, for all of them.
        let (config, name, protocols) = unsafe {
            (
                share(config)?,
                array(server_name, name_len)?,
                match alpn.is_null() {
                    true => None,
                    false => Some(array(alpn, alpn_len)?),
                },
            )
        };
        let name = std::str::from_utf8(name)
            .ok()
            .and_then(|name| ServerName::try_from(name).ok())
            .ok_or(rustls_result::InvalidDnsNameError)?
            .to_owned();
        let protocols = protocols
            .map(|protocols| {
                protocols
                    .iter()
                    // SAFETY: the header's contract.
                    .map(|protocol| unsafe { convert::bytes(protocol) }.map(<[u8]>::to_vec))
                    .collect::<Result<Vec<_>, _>>()
            })
            .transpose()?;
        let client = rustls4j_connection::client(config, name, protocols)?;
        // SAFETY: the header's contract.
        unsafe { conn_out.write(Box::into_raw(Box::new(client))) };
        Ok(())
    })
}

/// Makes a server's connection. Free it with `rustls4j_connection_free`; the config stays the
/// caller's.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_server_connection_new(
    config: *const rustls_server_config,
    conn_out: *mut *mut rustls4j_connection,
) -> u32 {
    panic::result(|| {
        run_deferred();
        let conn_out = out(conn_out)?;
        // SAFETY: the header's contract.
        let server = rustls4j_connection::server(unsafe { share(config) }?)?;
        // SAFETY: the header's contract.
        unsafe { conn_out.write(Box::into_raw(Box::new(server))) };
        Ok(())
    })
}

/// Frees a connection. NULL is fine.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_free(conn: *mut rustls4j_connection) {
    panic::value((), || {
        run_deferred();
        if !conn.is_null() {
            // SAFETY: it comes from one of the functions that make connections, and the caller gives
            // it up.
            drop(unsafe { Box::from_raw(conn) });
        }
    })
}

/// Has the log lines of this connection go to `sink`, with `ctx` as userdata. A line that comes up
/// inside a call that must not call out is lost. Fails with RUSTLS_RESULT_ALREADY_USED where upstream's
/// log callback was set before, in the whole process.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_set_log(
    conn: *mut rustls4j_connection,
    sink: rustls_log_callback,
    ctx: u64,
) -> u32 {
    panic::result(|| {
        let log = LogTo::new(sink, ctx)?;
        // SAFETY: the header's contract.
        unsafe { exclusively(conn, |conn| conn.set_log(log)) }
    })
}

/// Says close_notify: the next wrap has it. During a handshake that is as soon as rustls can.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_send_close_notify(
    conn: *mut rustls4j_connection,
) -> u32 {
    let _no_upcalls = NoUpcalls::start();
    // SAFETY: the header's contract.
    panic::result(|| unsafe { exclusively(conn, rustls4j_connection::send_close_notify) })
}

/// Changes the key for what is sent, and asks the peer to do the same (RFC 8446, 4.6.3).
/// RUSTLS_RESULT_HANDSHAKE_NOT_COMPLETE: it is not, or the version is TLS 1.2.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_refresh_traffic_keys(
    conn: *mut rustls4j_connection,
) -> u32 {
    let _no_upcalls = NoUpcalls::start();
    // SAFETY: the header's contract.
    panic::result(|| unsafe { exclusively(conn, rustls4j_connection::refresh_traffic_keys) }?)
}

/// What was negotiated, in numbers: the protocol version in the lowest 16 bits, the cipher suite,
/// the key exchange group and the `rustls_handshake_kind`, in 16 bits each. A number is 0 as long as
/// it is not known. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_negotiated(conn: *const rustls4j_connection) -> u64 {
    panic::value(0, || {
        // SAFETY: the header's contract.
        unsafe { conn.as_ref() }.map_or(0, rustls4j_connection::numbers)
    })
}

/// The application protocol; empty where there is none. Good until the next call that changes the
/// connection. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_alpn(
    conn: *const rustls4j_connection,
    bytes_out: *mut rustls4j_bytes,
) -> u32 {
    // SAFETY: the header's contract.
    unsafe { borrow(conn, bytes_out, |conn| Some(conn.alpn())) }
}

/// Of a server, the name that the client asked for; empty where there is none. Good until the next
/// call that changes the connection. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_server_name(
    conn: *const rustls4j_connection,
    bytes_out: *mut rustls4j_bytes,
) -> u32 {
    // SAFETY: the header's contract.
    unsafe { borrow(conn, bytes_out, |conn| Some(conn.server_name().as_bytes())) }
}

/// The peer's certificate `index`, DER; 0 is its own, those behind it are the authorities'.
/// RUSTLS_RESULT_NOT_FOUND: there are not so many. Good until the next call that changes the
/// connection. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_peer_certificate(
    conn: *const rustls4j_connection,
    bytes_out: *mut rustls4j_bytes,
    index: usize,
) -> u32 {
    // SAFETY: the header's contract.
    unsafe {
        borrow(conn, bytes_out, |conn| {
            conn.certificates().get(index).map(AsRef::as_ref)
        })
    }
}

/// # Safety
/// `conn` is NULL or live and not changed during the call, `bytes_out` NULL or good to write to.
unsafe fn borrow(
    conn: *const rustls4j_connection,
    bytes_out: *mut rustls4j_bytes,
    what: impl FnOnce(&rustls4j_connection) -> Option<&[u8]>,
) -> u32 {
    panic::result(|| {
        let bytes_out = out(bytes_out)?;
        // SAFETY: the caller's promise.
        let conn = unsafe { conn.as_ref() }.ok_or(rustls_result::NullParameter)?;
        let bytes = what(conn).ok_or(rustls_result::NotFound)?;
        // SAFETY: the caller's promise.
        unsafe { bytes_out.write(bytes.into()) };
        Ok(())
    })
}

/// How many TLS 1.3 tickets a client has received. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_tickets_received(
    conn: *const rustls4j_connection,
) -> u32 {
    panic::value(0, || {
        // SAFETY: the header's contract.
        unsafe { conn.as_ref() }.map_or(0, rustls4j_connection::tickets_received)
    })
}

/// Is the config of a connection FIPS-approved? Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_fips(conn: *const rustls4j_connection) -> bool {
    panic::value(false, || {
        // SAFETY: the header's contract.
        unsafe { conn.as_ref() }.is_some_and(rustls4j_connection::fips)
    })
}
