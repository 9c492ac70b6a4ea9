//! Bytes that wait: for the caller, for the rest of a message, for the next record.

use crate::memory::Destination;

/// Takes no memory while it is empty, and next to none where it is kept: connections have several, and
/// idle ones use none of them.
#[derive(Default)]
pub(super) struct Queue(Option<Box<Waiting>>);

/// Some of it waits: `start` is less than the length.
#[derive(Default)]
struct Waiting {
    bytes: Vec<u8>,
    start: usize,
}

impl Queue {
    /// Is this all that waits, and is none of it moved?
    pub(super) fn is(&self, bytes: &[u8]) -> bool {
        match &self.0 {
            Some(waiting) => waiting.start == 0 && waiting.bytes == bytes,
            None => bytes.is_empty(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Where the next byte goes, for [`Self::get`].
    pub(super) fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |waiting| waiting.bytes.len())
    }

    pub(super) fn get(&self, index: usize) -> Option<u8> {
        self.0.as_ref()?.bytes.get(index).copied()
    }

    /// What is behind that place.
    pub(super) fn from(&self, index: usize) -> &[u8] {
        let waiting = self.0.as_ref();
        waiting
            .and_then(|waiting| waiting.bytes.get(index..))
            .unwrap_or_default()
    }

    pub(super) fn push(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() {
            let waiting = self.0.get_or_insert_default();
            waiting.bytes.extend_from_slice(bytes);
        }
    }

    /// Adds what another one has.
    pub(super) fn append(&mut self, other: &mut Self) {
        if self.is_empty() {
            *self = std::mem::take(other);
        } else if !other.is_empty() {
            self.push(&other.take());
        }
    }

    /// Has `fill` write `n` bytes or fewer, and keeps as many as it says.
    pub(super) fn fill<E>(
        &mut self,
        n: usize,
        fill: impl FnOnce(&mut [u8]) -> Result<usize, E>,
    ) -> Result<usize, E> {
        let waiting = self.0.get_or_insert_default();
        let len = waiting.bytes.len();
        waiting.bytes.resize(len + n, 0);
        let filled = fill(&mut waiting.bytes[len..]);
        let kept = filled.as_ref().map_or(0, |&written| written.min(n));
        self.truncate(len + kept);
        filled
    }

    /// What waits.
    pub(super) fn as_slice(&self) -> &[u8] {
        match &self.0 {
            Some(waiting) => &waiting.bytes[waiting.start..],
            None => &[],
        }
    }

    /// Drops the first `n` bytes. The rest stays in the same memory, with room for more.
    pub(super) fn drop_front(&mut self, n: usize) {
        if let Some(waiting) = &mut self.0 {
            waiting.bytes.drain(..waiting.start + n);
            waiting.start = 0;
            if waiting.bytes.is_empty() {
                self.0 = None;
            }
        }
    }

    /// Takes back what begins at `start`, if none of that has been moved.
    pub(super) fn take_back(&mut self, start: usize) -> bool {
        let waits = self
            .0
            .as_ref()
            .is_some_and(|waiting| waiting.start <= start && start < waiting.bytes.len());
        if waits {
            self.truncate(start);
        }
        waits
    }

    fn truncate(&mut self, len: usize) {
        if let Some(waiting) = &mut self.0 {
            waiting.bytes.truncate(len);
            if waiting.start >= len {
                self.0 = None;
            }
        }
    }

    /// Moves as much as there is room for.
    #[inline]
    pub(super) fn move_to(&mut self, dst: &mut Destination) {
        if let Some(waiting) = &mut self.0 {
            waiting.start += dst.put(&waiting.bytes[waiting.start..]);
            if waiting.start == waiting.bytes.len() {
                self.0 = None;
            }
        }
    }

    /// Moves all of it.
    pub(super) fn take(&mut self) -> Vec<u8> {
        let Some(waiting) = self.0.take() else {
            return Vec::new();
        };
        let mut bytes = waiting.bytes;
        bytes.drain(..waiting.start);
        bytes
    }
}
