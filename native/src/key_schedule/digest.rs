//! AWS-LC's SHA-2, without an allocation: the state is where its owner is.

use std::ffi::{c_int, c_void};
use std::mem::zeroed;

use aws_lc_sys::{
    SHA256_Final, SHA256_Init, SHA256_Update, SHA384_Final, SHA384_Init, SHA384_Update, SHA256_CTX,
    SHA512_CTX,
};
use rustls::crypto::hash::{HashAlgorithm, Output};

use super::secret::Secret;

/// Large enough for the block of each of them.
pub(super) const MAX_BLOCK_LEN: usize = 128;

/// Large enough for the output of each of them.
pub(super) const MAX_OUTPUT_LEN: usize = Output::MAX_LEN;

type Init<S> = unsafe extern "C" fn(*mut S) -> c_int;
type Update<S> = unsafe extern "C" fn(*mut S, *const c_void, usize) -> c_int;
type Final<S> = unsafe extern "C" fn(*mut u8, *mut S) -> c_int;

/// A hash function: three functions of AWS-LC's and the state that they work on.
///
/// # Safety
/// `State` is plain data: all zeros are one, and a copy of one is as good. `INIT` begins a hash in a
/// state. To one that has begun, `UPDATE` adds bytes, of which it reads none where there are none, and
/// `FINAL` ends it and writes `OUTPUT_LEN` bytes.
pub(super) unsafe trait Algorithm: Send + Sync + 'static {
    const OUTPUT_LEN: usize;
    const BLOCK_LEN: usize;
    const NAME: HashAlgorithm;
    type State: Copy + Send + Sync;
    const INIT: Init<Self::State>;
    const UPDATE: Update<Self::State>;
    const FINAL: Final<Self::State>;
}

pub(super) struct Sha256;

// SAFETY: AWS-LC's `sha.h`; arrays and numbers.
unsafe impl Algorithm for Sha256 {
    const OUTPUT_LEN: usize = 32;
    const BLOCK_LEN: usize = 64;
    const NAME: HashAlgorithm = HashAlgorithm::SHA256;
    type State = SHA256_CTX;
    const INIT: Init<SHA256_CTX> = SHA256_Init;
    const UPDATE: Update<SHA256_CTX> = SHA256_Update;
    const FINAL: Final<SHA256_CTX> = SHA256_Final;
}

pub(super) struct Sha384;

// SAFETY: AWS-LC's `sha.h`; arrays and numbers.
unsafe impl Algorithm for Sha384 {
    const OUTPUT_LEN: usize = 48;
    const BLOCK_LEN: usize = 128;
    const NAME: HashAlgorithm = HashAlgorithm::SHA384;
    type State = SHA512_CTX;
    const INIT: Init<SHA512_CTX> = SHA384_Init;
    const UPDATE: Update<SHA512_CTX> = SHA384_Update;
    const FINAL: Final<SHA512_CTX> = SHA384_Final;
}

/// What was hashed so far.
///
/// Of an HMAC that is as good as the key.
pub(super) struct Digest<A: Algorithm>(Secret<A::State>);

impl<A: Algorithm> Digest<A> {
    pub(super) fn new() -> Self {
        // SAFETY: the trait's contract; `INIT` of SHA-384 leaves a part of it as it is.
        let mut state = Secret::new(unsafe { zeroed::<A::State>() });
        // SAFETY: the trait's contract.
        done(unsafe { (A::INIT)(&mut *state) });
        Self(state)
    }

    pub(super) fn update(&mut self, data: &[u8]) {
        // SAFETY: the trait's contract: this has begun, and the slice is readable.
        done(unsafe { (A::UPDATE)(&mut *self.0, data.as_ptr().cast(), data.len()) });
    }

    /// The hash, at the beginning of `output`. Nothing can be done with this any more.
    pub(super) fn finish<'a>(&mut self, output: &'a mut [u8; MAX_OUTPUT_LEN]) -> &'a [u8] {
        const { assert!(A::OUTPUT_LEN <= MAX_OUTPUT_LEN) };
        // SAFETY: the trait's contract: this has begun, and there is room for the output.
        done(unsafe { (A::FINAL)(output.as_mut_ptr(), &mut *self.0) });
        &output[..A::OUTPUT_LEN]
    }
}

impl<A: Algorithm> Clone for Digest<A> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

fn done(result: c_int) {
    assert_eq!(result, 1, "AWS-LC's SHA-2 does not fail");
}
