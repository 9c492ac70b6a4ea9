//! One call per wrap and one per unwrap.
//!
//! Everything here goes through upstream's public functions, with callbacks of our own that only
//! copy. Input and output may be the same memory, so neither is ever held as a reference: bytes
//! are copied from and to raw pointers, and one copy never has both ends in the caller's memory.

use std::ffi::c_void;

use rustls_ffi::connection::rustls_connection;
use rustls_ffi::io::rustls_read_callback;
use rustls_ffi::{rustls_io_result, rustls_result};

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
/// The server stapled an OCSP response: take it with `rustls4j_take_ocsp_response` on this thread,
/// before the next call. Only from `rustls4j_connection_unwrap`, once, in the handshake of a
/// client; also where the certificate is refused.
pub const RUSTLS4J_TRANSFER_OCSP_RESPONSE: u64 = 0x8000_0000_0000_0000;

const MAX_LEN: usize = RUSTLS4J_TRANSFER_LENGTH_MASK as usize;

/// The most plaintext of one record (RFC 8446, 5.1).
const MAX_PLAINTEXT: usize = 16384;

/// What rustls's TLS 1.3 suites add to the plaintext of a record: header, content type, tag.
const TLS13_OVERHEAD: usize = 5 + 1 + 16;

/// The most that rustls's TLS 1.2 suites add, for AES-GCM: header, explicit nonce, tag.
const TLS12_OVERHEAD: usize = 5 + 8 + 16;

const TLS13: u16 = 0x0304;

/// Encrypts: first writes to `dst` what rustls holds for sending, then, once the handshake is
/// complete, records made of plaintext from `src`, until `src` is empty or `dst` has no room for
/// another record. Plaintext is only consumed where its records surely fit, or where they are kept
/// and written first by the next call (with a `max_fragment_size`). While handshaking, nothing is
/// consumed. After an error of an unwrap, writes the alert to send.
///
/// `src` and `dst` may overlap, and be NULL where their length is 0. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_wrap(
    conn: *mut rustls_connection,
    src: *const u8,
    src_offset: usize,
    src_len: usize,
    dst: *mut u8,
    dst_offset: usize,
    dst_len: usize,
) -> u64 {
    let _no_upcalls = NoUpcalls::start();
    transfer(conn, || {
        // SAFETY: the header's contract, for all of them.
        unsafe {
            let mut dst = Destination::new(dst, dst_offset, dst_len)?;
            let src = Source::new(src, src_offset, src_len)?;
            let copy = src.copy_if_overlapping(&dst);
            wrap(conn, copy.as_deref().map_or(src, Source::of), &mut dst)
        }
    })
}

/// Decrypts: takes TLS bytes from `src` and writes plaintext to `dst`, until `src` is empty, `dst`
/// is full or rustls has something to send first. Does the handshake too, so the callbacks of the
/// connection's config are called from here.
///
/// An error still comes with what was consumed and with the plaintext that preceded it, and comes
/// again from the next call. RUSTLS_RESULT_UNEXPECTED_EOF: the transport ended without a
/// close_notify, and all plaintext is delivered. Bytes behind a close_notify are consumed and
/// ignored. With `dst_len` 0, takes bytes until there is plaintext.
///
/// `src` and `dst` may overlap, and be NULL where their length is 0.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_unwrap(
    conn: *mut rustls_connection,
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
        match stapled {
            true => packed | RUSTLS4J_TRANSFER_OCSP_RESPONSE,
            false => packed,
        }
    })
}

/// As `rustls4j_connection_unwrap`, but does not call out: a callback of this library that would
/// be due fails instead, as if the caller had refused. For established connections, where none
/// is due. Upstream's own callbacks (key log, verifier, client hello, session persistence, and a
/// log callback that is not `rustls4j_log`) are not held back: do not use this on a connection that
/// has any.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_unwrap_no_upcall(
    conn: *mut rustls_connection,
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

/// Tells rustls that the transport is at its end. From now on an unwrap that has no plaintext left
/// reports RUSTLS_RESULT_UNEXPECTED_EOF, unless the peer has sent close_notify.
///
/// RUSTLS_RESULT_IO: rustls holds too much plaintext to be told; unwrap it, then call again.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_end_of_input(conn: *mut rustls_connection) -> u64 {
    let packed = transfer(conn, || {
        let mut n = 0;
        let result = rustls_connection::rustls_connection_read_tls(
            conn,
            END_OF_INPUT,
            std::ptr::null_mut(),
            &mut n,
        );
        if result.0 != 0 {
            return Err(rustls_result::Io);
        }
        Ok(Outcome::of(process(conn)))
    });
    panic::value((), run_deferred);
    packed
}

/// The flags of a connection, with nothing consumed or produced. RUSTLS4J_TRANSFER_PEER_CLOSED is
/// not among them: a close_notify not reported yet, and one long reported, both show as
/// RUSTLS4J_TRANSFER_PLAINTEXT_PENDING. Does not call out.
#[no_mangle]
pub unsafe extern "C" fn rustls4j_connection_state(conn: *const rustls_connection) -> u64 {
    transfer(conn.cast_mut(), || Ok(Outcome::default()))
}

unsafe fn do_unwrap(
    conn: *mut rustls_connection,
    src: *const u8,
    src_offset: usize,
    src_len: usize,
    dst: *mut u8,
    dst_offset: usize,
    dst_len: usize,
) -> u64 {
    transfer(conn, || {
        // SAFETY: the header's contract, for all of them.
        unsafe {
            let mut dst = Destination::new(dst, dst_offset, dst_len)?;
            let src = Source::new(src, src_offset, src_len)?;
            let copy = src.copy_if_overlapping(&dst);
            unwrap(conn, copy.as_deref().map_or(src, Source::of), &mut dst)
        }
    })
}

/// What a transfer did.
struct Outcome {
    consumed: usize,
    produced: usize,
    result: rustls_result,
    peer_closed: bool,
}

impl Outcome {
    fn of(result: rustls_result) -> Self {
        Self {
            result,
            ..Self::default()
        }
    }

    fn pack(&self, conn: *const rustls_connection) -> u64 {
        let wants_read = rustls_connection::rustls_connection_wants_read(conn);
        let handshaking = rustls_connection::rustls_connection_is_handshaking(conn);
        let mut packed = self.consumed as u64 | (self.produced as u64) << 24 | code(self.result);
        if wants_read {
            packed |= RUSTLS4J_TRANSFER_WANTS_READ;
        }
        if rustls_connection::rustls_connection_wants_write(conn) {
            packed |= RUSTLS4J_TRANSFER_WANTS_WRITE;
        }
        if handshaking {
            packed |= RUSTLS4J_TRANSFER_HANDSHAKING;
        }
        if self.peer_closed {
            packed |= RUSTLS4J_TRANSFER_PEER_CLOSED;
        } else if holds_plaintext_or_end(wants_read, handshaking) {
            packed |= RUSTLS4J_TRANSFER_PLAINTEXT_PENDING;
        }
        packed
    }
}

impl Default for Outcome {
    fn default() -> Self {
        Self {
            consumed: 0,
            produced: 0,
            result: rustls_result::Ok,
            peer_closed: false,
        }
    }
}

pub(crate) const fn code(result: rustls_result) -> u64 {
    ((result as u32 - RUSTLS4J_TRANSFER_RESULT_BASE) as u64) << RUSTLS4J_TRANSFER_RESULT_SHIFT
}

/// After the handshake rustls wants to read unless it holds plaintext or has seen close_notify;
/// there is no other way to ask it about either without taking plaintext out.
fn holds_plaintext_or_end(wants_read: bool, handshaking: bool) -> bool {
    !wants_read && !handshaking
}

#[inline]
fn transfer(
    conn: *mut rustls_connection,
    body: impl FnOnce() -> Result<Outcome, rustls_result>,
) -> u64 {
    if conn.is_null() {
        return code(rustls_result::NullParameter);
    }
    panic::value(code(rustls_result::Panic), || {
        body().unwrap_or_else(Outcome::of).pack(conn)
    })
}

fn wrap(
    conn: *mut rustls_connection,
    mut src: Source,
    dst: &mut Destination,
) -> Result<Outcome, rustls_result> {
    let mut result = flush(conn, dst);
    if result == rustls_result::Ok
        && !src.is_empty()
        && !rustls_connection::rustls_connection_is_handshaking(conn)
    {
        let overhead = match rustls_connection::rustls_connection_get_protocol_version(conn) {
            TLS13 => TLS13_OVERHEAD,
            _ => TLS12_OVERHEAD,
        };
        while result == rustls_result::Ok
            && !src.is_empty()
            && dst.room() > overhead
            && !rustls_connection::rustls_connection_wants_write(conn)
        {
            let piece = src
                .remaining()
                .min(MAX_PLAINTEXT)
                .min(dst.room() - overhead);
            let mut taken = 0;
            result =
                rustls_connection::rustls_connection_write(conn, src.position(), piece, &mut taken);
            if result != rustls_result::Ok {
                // All it says is that the connection has failed; this says why.
                result = match process(conn) {
                    rustls_result::Ok => result,
                    why => why,
                };
                break;
            }
            src.advance(taken.min(piece));
            result = flush(conn, dst);
            if taken == 0 {
                break;
            }
        }
    }
    Ok(Outcome {
        consumed: src.consumed(),
        produced: dst.produced(),
        result,
        peer_closed: false,
    })
}

/// Writes what rustls holds for sending, as far as there is room.
fn flush(conn: *mut rustls_connection, dst: &mut Destination) -> rustls_result {
    while dst.room() > 0 && rustls_connection::rustls_connection_wants_write(conn) {
        let before = dst.produced();
        let mut n = 0;
        let result = rustls_connection::rustls_connection_write_tls(
            conn,
            Some(write_callback),
            dst.userdata(),
            &mut n,
        );
        if result.0 != 0 || dst.produced() == before {
            return rustls_result::Io;
        }
    }
    rustls_result::Ok
}

fn unwrap(
    conn: *mut rustls_connection,
    mut src: Source,
    dst: &mut Destination,
) -> Result<Outcome, rustls_result> {
    let mut processed = false;
    let mut peer_closed = false;
    let result = loop {
        let mut wants_read = rustls_connection::rustls_connection_wants_read(conn);
        // Who wants to read holds nothing; only the end could be asked about, and there is input.
        if !wants_read || src.is_empty() {
            match drain(conn, dst) {
                Drained::Open => {}
                Drained::Closed => {
                    peer_closed = true;
                    src.advance(src.remaining());
                    break rustls_result::Ok;
                }
                Drained::Truncated => {
                    // Plaintext first; the end is reported to whoever comes for more.
                    break match dst.produced() {
                        0 => rustls_result::UnexpectedEof,
                        _ => rustls_result::Ok,
                    };
                }
            }
            wants_read = rustls_connection::rustls_connection_wants_read(conn);
        }
        let handshaking = rustls_connection::rustls_connection_is_handshaking(conn);
        if holds_plaintext_or_end(wants_read, handshaking) {
            break rustls_result::Ok;
        }
        if wants_read && !src.is_empty() {
            if let Err(result) = feed(conn, &mut src, handshaking) {
                break result;
            }
        } else if processed {
            break rustls_result::Ok;
        }
        // Without new input too, once: an acceptor may have left some, and an error is sticky.
        processed = true;
        let result = process(conn);
        if result != rustls_result::Ok {
            let _ = drain(conn, dst);
            break result;
        }
    };
    Ok(Outcome {
        consumed: src.consumed(),
        produced: dst.produced(),
        result,
        peer_closed,
    })
}

fn process(conn: *mut rustls_connection) -> rustls_result {
    rustls_connection::rustls_connection_process_new_packets(conn)
}

/// Gives rustls the next bytes, at least one. It takes about 4 KiB at a time; after the handshake it
/// is given all that it takes, since looking at a record that is not complete is of no use.
fn feed(
    conn: *mut rustls_connection,
    src: &mut Source,
    handshaking: bool,
) -> Result<(), rustls_result> {
    let start = src.consumed();
    loop {
        let before = src.consumed();
        let mut n = 0;
        let result = rustls_connection::rustls_connection_read_tls(
            conn,
            Some(read_callback),
            src.userdata(),
            &mut n,
        );
        let full = result.0 != 0 || src.consumed() == before;
        if full || handshaking || src.is_empty() {
            // It takes none where its buffers are full. There is no plaintext to make room by, so a
            // handshake message is too large, and trying again would not help.
            return match src.consumed() > start {
                true => Ok(()),
                false => Err(rustls_result::Io),
            };
        }
    }
}

enum Drained {
    /// There may be plaintext for which there is no room.
    Open,
    /// The peer has said that this is all.
    Closed,
    /// The transport has ended before the peer said so.
    Truncated,
}

/// Moves plaintext from rustls to `dst`.
fn drain(conn: *mut rustls_connection, dst: &mut Destination) -> Drained {
    loop {
        let wants_read = rustls_connection::rustls_connection_wants_read(conn);
        let mut nowhere = [0];
        let (to, room) = if dst.room() > 0 {
            (dst.position(), dst.room())
        } else if wants_read {
            // It holds no plaintext, and so writes none: this only asks about the end.
            (nowhere.as_mut_ptr(), nowhere.len())
        } else {
            return Drained::Open;
        };
        let mut n = 0;
        let result = rustls_connection::rustls_connection_read(conn, to, room, &mut n);
        match result {
            rustls_result::Ok if n == 0 => return Drained::Closed,
            rustls_result::Ok => {
                dst.advance(n);
                if rustls_connection::rustls_connection_wants_read(conn) {
                    return Drained::Open;
                }
            }
            rustls_result::UnexpectedEof => return Drained::Truncated,
            _ => return Drained::Open,
        }
    }
}

/// The caller's input, as far as it is not consumed.
pub(crate) struct Source {
    at: *const u8,
    len: usize,
    consumed: usize,
}

impl Source {
    /// # Safety
    /// Unless `len` is 0, `start + offset` is NULL or valid for reads of `len` bytes for as long as
    /// this is used.
    pub(crate) unsafe fn new(
        start: *const u8,
        offset: usize,
        len: usize,
    ) -> Result<Self, rustls_result> {
        if start.is_null() && len > 0 {
            return Err(rustls_result::NullParameter);
        }
        Ok(Self {
            at: start.wrapping_add(offset),
            len: len.min(MAX_LEN),
            consumed: 0,
        })
    }

    fn of(bytes: &[u8]) -> Self {
        Self {
            at: bytes.as_ptr(),
            len: bytes.len(),
            consumed: 0,
        }
    }

    /// A copy, where writing to `dst` would change what is read here. Nobody who cares for speed
    /// does that.
    ///
    /// # Safety
    /// As for `new`.
    unsafe fn copy_if_overlapping(&self, dst: &Destination) -> Option<Vec<u8>> {
        let (src, dst, dst_len) = (self.at as usize, dst.at as usize, dst.len);
        if self.len == 0 || dst_len == 0 || src >= dst + dst_len || dst >= src + self.len {
            return None;
        }
        let mut copy = Vec::with_capacity(self.len);
        // SAFETY: the caller's promise, and the copy has the capacity.
        unsafe {
            copy_bytes(self.at, copy.as_mut_ptr(), self.len);
            copy.set_len(self.len);
        }
        Some(copy)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.remaining() == 0
    }

    pub(crate) fn consumed(&self) -> usize {
        self.consumed
    }

    fn remaining(&self) -> usize {
        self.len - self.consumed
    }

    fn position(&self) -> *const u8 {
        self.at.wrapping_add(self.consumed)
    }

    fn advance(&mut self, n: usize) {
        self.consumed += n;
    }

    /// Copies what is consumed to the end of `to`.
    pub(crate) fn append_consumed_to(&self, to: &mut Vec<u8>) {
        to.reserve(self.consumed);
        // SAFETY: `new` had it that these bytes can be read, and there is room for them.
        unsafe {
            copy_bytes(self.at, to.as_mut_ptr().add(to.len()), self.consumed);
            to.set_len(to.len() + self.consumed);
        }
    }

    /// For `read_callback`, until this is next used otherwise.
    pub(crate) fn userdata(&mut self) -> *mut c_void {
        std::ptr::from_mut(self).cast()
    }
}

/// The caller's output, as far as it is not filled.
pub(crate) struct Destination {
    at: *mut u8,
    len: usize,
    produced: usize,
}

impl Destination {
    /// # Safety
    /// Unless `len` is 0, `start + offset` is NULL or valid for reads and writes of `len` bytes for
    /// as long as this is used.
    pub(crate) unsafe fn new(
        start: *mut u8,
        offset: usize,
        len: usize,
    ) -> Result<Self, rustls_result> {
        if start.is_null() && len > 0 {
            return Err(rustls_result::NullParameter);
        }
        Ok(Self {
            at: start.wrapping_add(offset),
            len: len.min(MAX_LEN),
            produced: 0,
        })
    }

    pub(crate) fn room(&self) -> usize {
        self.len - self.produced
    }

    pub(crate) fn produced(&self) -> usize {
        self.produced
    }

    fn position(&self) -> *mut u8 {
        self.at.wrapping_add(self.produced)
    }

    fn advance(&mut self, n: usize) {
        self.produced += n;
    }

    /// For `write_callback`, until this is next used otherwise.
    pub(crate) fn userdata(&mut self) -> *mut c_void {
        std::ptr::from_mut(self).cast()
    }
}

/// Copies in pieces. Several versions of glibc copy more than about 2 KiB with an instruction that
/// is slow at many alignments on some processors; below that they do not.
///
/// # Safety
/// As for `std::ptr::copy_nonoverlapping`.
unsafe fn copy_bytes(from: *const u8, to: *mut u8, n: usize) {
    const PIECE: usize = 1536;
    let mut done = 0;
    while done < n {
        let piece = PIECE.min(n - done);
        // SAFETY: the caller's promise, for each part.
        unsafe { std::ptr::copy_nonoverlapping(from.add(done), to.add(done), piece) };
        done += piece;
    }
}

/// What a callback returns where it can do nothing. Not 0, which would mean the end of input.
const NOTHING: rustls_io_result = rustls_io_result(libc::EAGAIN);

/// Copies from the [`Source`] in `userdata` to rustls.
pub(crate) unsafe extern "C" fn read_callback(
    userdata: *mut c_void,
    buf: *mut u8,
    n: usize,
    out_n: *mut usize,
) -> rustls_io_result {
    panic::value(NOTHING, || {
        // SAFETY: this is only ever given to upstream together with a `Source`, and upstream calls
        // it with a buffer of `n` bytes of its own.
        unsafe {
            let source = &mut *userdata.cast::<Source>();
            let n = n.min(source.remaining());
            if n == 0 {
                return NOTHING;
            }
            copy_bytes(source.position(), buf, n);
            source.advance(n);
            out_n.write(n);
        }
        rustls_io_result(0)
    })
}

/// Copies from rustls to the [`Destination`] in `userdata`.
pub(crate) unsafe extern "C" fn write_callback(
    userdata: *mut c_void,
    buf: *const u8,
    n: usize,
    out_n: *mut usize,
) -> rustls_io_result {
    panic::value(NOTHING, || {
        // SAFETY: this is only ever given to upstream together with a `Destination`, and upstream
        // calls it with `n` bytes of its own.
        unsafe {
            let destination = &mut *userdata.cast::<Destination>();
            let n = n.min(destination.room());
            copy_bytes(buf, destination.position(), n);
            destination.advance(n);
            out_n.write(n);
        }
        rustls_io_result(0)
    })
}

const END_OF_INPUT: rustls_read_callback = Some(end_of_input_callback);

unsafe extern "C" fn end_of_input_callback(
    _: *mut c_void,
    _: *mut u8,
    _: usize,
    out_n: *mut usize,
) -> rustls_io_result {
    // SAFETY: upstream gives a place to write to.
    unsafe { out_n.write(0) };
    rustls_io_result(0)
}
