//! One call per wrap and one per unwrap.

use rustls_ffi::rustls_result;

use crate::connection::{exclusively, rustls4j_connection, Outcome};
use crate::memory::{Destination, Source, MAX_LEN};
use crate::ocsp_response::Watch;
use crate::panic;
use crate::upcall::{run_deferred, NoUpcalls};

/// Where the number of bytes consumed is in the result of a transfer: the lowest 24 bits.
pub const RUSTLS4J_TRANSFER_CONSUMED_SHIFT: u32 = 0;
/// Where the number of bytes produced is in the result of a transfer.
pub const RUSTLS4J_TRANSFER_PRODUCED_SHIFT: u32 = 24;
/// The numbers of bytes have this many bits; longer lengths than this are clipped to it.
pub const RUSTLS4J_TRANSFER_LENGTH_MASK: u64 = 0xff_ffff;
/// Where the outcome is in the result of a transfer.
pub const RUSTLS4J_TRANSFER_RESULT_SHIFT: u32 = 48;
/// The outcome has this many bits.
pub const RUSTLS4J_TRANSFER_RESULT_MASK: u64 = 0x3ff;
/// Add this to the outcome for a `rustls_result`.
pub const RUSTLS4J_TRANSFER_RESULT_BASE: u32 = 7000;
/// rustls would take TLS bytes now.
pub const RUSTLS4J_TRANSFER_WANTS_READ: u64 = 0x0400_0000_0000_0000;
/// rustls holds TLS bytes to be sent.
pub const RUSTLS4J_TRANSFER_WANTS_WRITE: u64 = 0x0800_0000_0000_0000;
/// The handshake is not complete.
pub const RUSTLS4J_TRANSFER_HANDSHAKING: u64 = 0x1000_0000_0000_0000;
/// The peer has sent close_notify and all its plaintext is delivered. Only from an unwrap with room
/// in `dst`.
pub const RUSTLS4J_TRANSFER_PEER_CLOSED: u64 = 0x2000_0000_0000_0000;
/// rustls holds plaintext, or the peer's close_notify, that `dst` had no room for: unwrap again
/// with room.
pub const RUSTLS4J_TRANSFER_PLAINTEXT_PENDING: u64 = 0x4000_0000_0000_0000;
/// The server stapled an OCSP response: take it with `rustls4j_connection_take_ocsp_response`. Only
/// from `rustls4j_connection_unwrap`, once, in the handshake of a client; also where the certificate
/// is refused.
pub const RUSTLS4J_TRANSFER_OCSP_RESPONSE: u64 = 0x8000_0000_0000_0000;

const _: () = assert!(MAX_LEN as u64 == RUSTLS4J_TRANSFER_LENGTH_MASK);

/// Encrypts: first writes to `dst` what is to be sent already, then, once the handshake is complete,
/// records made of plaintext from `src`, until `src` is empty or `dst` has no room for another
/// record. Plaintext is only consumed where its records are written. While handshaking, nothing is
/// consumed. After an error of an unwrap, writes the alert to send.
///
/// `src` and `dst` may overlap, and be NULL where their length is 0. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_wrap(
    conn: *mut rustls4j_connection,
    src: *const u8,
    src_offset: usize,
    src_len: usize,
    dst: *mut u8,
    dst_offset: usize,
    dst_len: usize,
) -> u64 {
    let _no_upcalls = NoUpcalls::start();
    // SAFETY: the header's contract, for all of them.
    unsafe {
        transfer(conn, |conn| {
            let mut dst = Destination::new(dst, dst_offset, dst_len)?;
            let src = Source::new(src, src_offset, src_len)?;
            let copy = src.copy_if_overlapping(&dst);
            Ok(conn.wrap(copy.as_deref().map_or(src, Source::of), &mut dst))
        })
    }
}

/// Decrypts: takes TLS bytes from `src` and writes plaintext to `dst`, until `src` is empty, `dst`
/// is full or there is something to send first. Does the handshake too, so the callbacks of the
/// connection's config are called from here. What is in `dst` behind the plaintext may be written
/// to.
///
/// An error still comes with what was consumed and with the plaintext that preceded it, and comes
/// again from the next call. RUSTLS_RESULT_UNEXPECTED_EOF: the transport ended without a
/// close_notify, and all plaintext is delivered. Bytes behind a close_notify are consumed and
/// ignored. With `dst_len` 0, takes bytes until there is plaintext.
///
/// `src` and `dst` may overlap, and be NULL where their length is 0.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_unwrap(
    conn: *mut rustls4j_connection,
    src: *const u8,
    src_offset: usize,
    src_len: usize,
    dst: *mut u8,
    dst_offset: usize,
    dst_len: usize,
) -> u64 {
    panic::value(code(rustls_result::Panic), || {
        let watch = Watch::start();
        // SAFETY: the header's contract.
        let packed = unsafe { do_unwrap(conn, src, src_offset, src_len, dst, dst_offset, dst_len) };
        let stapled = watch.end();
        panic::value((), run_deferred);
        // SAFETY: the header's contract.
        match (stapled, unsafe { conn.as_mut() }) {
            (Some(response), Some(conn)) => {
                *conn.ocsp_response() = Some(response.into());
                packed | RUSTLS4J_TRANSFER_OCSP_RESPONSE
            }
            _ => packed,
        }
    })
}

/// As `rustls4j_connection_unwrap`, but does not call out: a callback of this library that would
/// be due fails instead, as if the caller had refused. For established connections, where none
/// is due. Upstream's own callbacks (key log, verifier, client hello and session persistence) are
/// not held back: do not use this on a connection that has any.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_unwrap_no_upcall(
    conn: *mut rustls4j_connection,
    src: *const u8,
    src_offset: usize,
    src_len: usize,
    dst: *mut u8,
    dst_offset: usize,
    dst_len: usize,
) -> u64 {
    let _no_upcalls = NoUpcalls::start();
    // SAFETY: the header's contract.
    unsafe { do_unwrap(conn, src, src_offset, src_len, dst, dst_offset, dst_len) }
}

/// Tells a connection that the transport is at its end. From now on an unwrap that has no plaintext
/// left reports RUSTLS_RESULT_UNEXPECTED_EOF, unless the peer has sent close_notify. Does not call
/// out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_end_of_input(conn: *mut rustls4j_connection) -> u64 {
    let _no_upcalls = NoUpcalls::start();
    // SAFETY: the header's contract.
    unsafe {
        transfer(conn, |conn| {
            conn.end_of_input();
            Ok(Outcome::of(rustls_result::Ok))
        })
    }
}

/// The flags of a connection, with nothing consumed or produced. RUSTLS4J_TRANSFER_PEER_CLOSED is
/// not among them: a close_notify not reported yet, and one long reported, both show as
/// RUSTLS4J_TRANSFER_PLAINTEXT_PENDING. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_state(conn: *const rustls4j_connection) -> u64 {
    panic::value(code(rustls_result::Panic), || {
        // SAFETY: the header's contract.
        match unsafe { conn.as_ref() } {
            Some(conn) => pack(&Outcome::of(rustls_result::Ok), conn),
            None => code(rustls_result::NullParameter),
        }
    })
}

/// # Safety
/// The header's contract.
#[inline]
unsafe fn do_unwrap(
    conn: *mut rustls4j_connection,
    src: *const u8,
    src_offset: usize,
    src_len: usize,
    dst: *mut u8,
    dst_offset: usize,
    dst_len: usize,
) -> u64 {
    // SAFETY: the caller's promise, for all of them.
    unsafe {
        transfer(conn, |conn| {
            let mut dst = Destination::new(dst, dst_offset, dst_len)?;
            let src = Source::new(src, src_offset, src_len)?;
            let copy = src.copy_if_overlapping(&dst);
            Ok(conn.unwrap(copy.as_deref().map_or(src, Source::of), &mut dst))
        })
    }
}

/// # Safety
/// `conn` is NULL or live, and nobody else uses it during the call.
#[inline]
unsafe fn transfer(
    conn: *mut rustls4j_connection,
    body: impl FnOnce(&mut rustls4j_connection) -> Result<Outcome, rustls_result>,
) -> u64 {
    panic::value(code(rustls_result::Panic), || {
        // SAFETY: the caller's promise.
        let packed = unsafe {
            exclusively(conn, |conn| {
                let outcome = body(conn).unwrap_or_else(Outcome::of);
                pack(&outcome, conn)
            })
        };
        packed.unwrap_or_else(code)
    })
}

fn pack(outcome: &Outcome, conn: &rustls4j_connection) -> u64 {
    let wants_read = conn.wants_read();
    let handshaking = conn.is_handshaking();
    let mut packed = outcome.consumed as u64
        | (outcome.produced as u64) << RUSTLS4J_TRANSFER_PRODUCED_SHIFT
        | code(outcome.result);
    if wants_read {
        packed |= RUSTLS4J_TRANSFER_WANTS_READ;
    }
    if conn.wants_write() {
        packed |= RUSTLS4J_TRANSFER_WANTS_WRITE;
    }
    if handshaking {
        packed |= RUSTLS4J_TRANSFER_HANDSHAKING;
    }
    if outcome.peer_closed {
        packed |= RUSTLS4J_TRANSFER_PEER_CLOSED;
    } else if !wants_read && !handshaking {
        packed |= RUSTLS4J_TRANSFER_PLAINTEXT_PENDING;
    }
    packed
}

pub(crate) const fn code(result: rustls_result) -> u64 {
    ((result as u32 - RUSTLS4J_TRANSFER_RESULT_BASE) as u64) << RUSTLS4J_TRANSFER_RESULT_SHIFT
}
