//! The caller's memory.
//!
//! Input and output may be the same memory, so neither is held as a reference: bytes are copied from
//! and to raw pointers, and where one would overwrite the other before it is read, it is copied
//! first.

use std::ffi::c_void;

use rustls_ffi::{rustls_io_result, rustls_result};

use crate::panic;

/// Longer lengths are clipped to this one.
pub(crate) const MAX_LEN: usize = 0xff_ffff;

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

    pub(crate) fn of(bytes: &[u8]) -> Self {
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
    pub(crate) unsafe fn copy_if_overlapping(&self, dst: &Destination) -> Option<Vec<u8>> {
        let (src, dst, dst_len) = (self.at as usize, dst.at as usize, dst.len);
        if self.len == 0 || dst_len == 0 || src >= dst + dst_len || dst >= src + self.len {
            return None;
        }
        let mut copy = Vec::new();
        // SAFETY: the caller's promise.
        unsafe { append(&mut copy, self.at, self.len) };
        Some(copy)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.remaining() == 0
    }

    pub(crate) fn consumed(&self) -> usize {
        self.consumed
    }

    pub(crate) fn remaining(&self) -> usize {
        self.len - self.consumed
    }

    pub(crate) fn position(&self) -> *const u8 {
        self.at.wrapping_add(self.consumed)
    }

    /// Consumes `n` bytes, or all that there are.
    pub(crate) fn advance(&mut self, n: usize) {
        self.consumed += n.min(self.remaining());
    }

    /// The first bytes, if there are so many; they stay.
    pub(crate) fn peek<const N: usize>(&self) -> Option<[u8; N]> {
        if self.remaining() < N {
            return None;
        }
        let mut bytes = [0; N];
        // SAFETY: `new` had it that these can be read.
        unsafe { copy_bytes(self.position(), bytes.as_mut_ptr(), N) };
        Some(bytes)
    }

    /// Moves `n` bytes, or all that there are, to the end of `to`.
    pub(crate) fn move_to(&mut self, to: &mut Vec<u8>, n: usize) {
        let n = n.min(self.remaining());
        // SAFETY: `new` had it that these bytes can be read.
        unsafe { append(to, self.position(), n) };
        self.advance(n);
    }

    /// Copies what is consumed to the end of `to`.
    pub(crate) fn append_consumed_to(&self, to: &mut Vec<u8>) {
        // SAFETY: `new` had it that these bytes can be read.
        unsafe { append(to, self.at, self.consumed) };
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

    pub(crate) fn position(&self) -> *mut u8 {
        self.at.wrapping_add(self.produced)
    }

    /// Counts `n` bytes as written.
    pub(crate) fn advance(&mut self, n: usize) {
        self.produced += n.min(self.room());
    }

    /// Writes as much as there is room for, and returns how much that was.
    pub(crate) fn put(&mut self, bytes: &[u8]) -> usize {
        let n = bytes.len().min(self.room());
        // SAFETY: `new` had it that so much can be written, and nobody has a reference to it.
        unsafe { copy_bytes(bytes.as_ptr(), self.position(), n) };
        self.advance(n);
        n
    }

    /// For `write_callback`, until this is next used otherwise.
    pub(crate) fn userdata(&mut self) -> *mut c_void {
        std::ptr::from_mut(self).cast()
    }
}

/// Copies `n` bytes to the end of `to`.
///
/// # Safety
/// `from` is valid for reads of `n` bytes.
unsafe fn append(to: &mut Vec<u8>, from: *const u8, n: usize) {
    to.reserve(n);
    // SAFETY: the caller's promise, and there is room for them.
    unsafe {
        copy_bytes(from, to.as_mut_ptr().add(to.len()), n);
        to.set_len(to.len() + n);
    }
}

/// Copies in pieces. Several versions of glibc copy more than about 2 KiB with an instruction that
/// is slow at many alignments on some processors; below that they do not.
///
/// # Safety
/// As for `std::ptr::copy_nonoverlapping`.
pub(crate) unsafe fn copy_bytes(from: *const u8, to: *mut u8, n: usize) {
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
