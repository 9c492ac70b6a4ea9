//! Bytes that are cleared after use.

use std::ops::{Deref, DerefMut};
use std::ptr::from_mut;

use aws_lc_sys::OPENSSL_cleanse;

/// As `Zeroizing`, which clears byte by byte: a third of the time in which a key was set up.
pub(super) struct Secret<T: Copy>(T);

impl<T: Copy> Secret<T> {
    pub(super) fn new(value: T) -> Self {
        Self(value)
    }
}

impl<T: Copy> Clone for Secret<T> {
    fn clone(&self) -> Self {
        Self(self.0)
    }
}

impl<T: Copy> Deref for Secret<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Copy> DerefMut for Secret<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: Copy> Drop for Secret<T> {
    fn drop(&mut self) {
        // SAFETY: the value is ours, and nobody reads it any more.
        unsafe { OPENSSL_cleanse(from_mut(&mut self.0).cast(), size_of::<T>()) }
    }
}
