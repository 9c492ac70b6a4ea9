//! Bytes that wait for the caller.

use crate::memory::Destination;

/// Takes no memory while it is empty.
#[derive(Default)]
pub(super) struct Queue {
    bytes: Vec<u8>,
    start: usize,
}

impl Queue {
    /// Is this all that waits, and is none of it moved?
    pub(super) fn is(&self, bytes: &[u8]) -> bool {
        self.start == 0 && self.bytes == bytes
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Where the next byte goes, for [`Self::get`].
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn get(&self, index: usize) -> Option<u8> {
        self.bytes.get(index).copied()
    }

    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Adds `n` zeros, to be overwritten, and returns them.
    pub(super) fn grow(&mut self, n: usize) -> &mut [u8] {
        let len = self.bytes.len();
        self.bytes.resize(len + n, 0);
        &mut self.bytes[len..]
    }

    /// Takes back the last `n` bytes of what [`Self::grow`] has added.
    pub(super) fn shrink(&mut self, n: usize) {
        self.bytes.truncate(self.bytes.len().saturating_sub(n));
    }

    /// Takes back what begins at `start`, if none of that has been moved.
    pub(super) fn take_back(&mut self, start: usize) -> bool {
        let waits = self.start <= start && start < self.bytes.len();
        if waits {
            self.bytes.truncate(start);
        }
        waits
    }

    /// Moves as much as there is room for.
    pub(super) fn move_to(&mut self, dst: &mut Destination) {
        if self.is_empty() {
            return;
        }
        self.start += dst.put(&self.bytes[self.start..]);
        if self.start == self.bytes.len() {
            *self = Self::default();
        }
    }

    /// Moves all of it.
    pub(super) fn take(&mut self) -> Vec<u8> {
        let mut taken = std::mem::take(&mut self.bytes);
        taken.drain(..std::mem::take(&mut self.start));
        taken
    }
}
