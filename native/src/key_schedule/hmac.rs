//! HMAC (RFC 2104) with a key that is set up once, for any number of messages.

use super::digest::{Algorithm, Digest, MAX_BLOCK_LEN, MAX_OUTPUT_LEN};
use super::secret::Secret;

const INNER: u8 = 0x36;
const OUTER: u8 = 0x5c;

/// Where a tag goes.
pub(super) type Tag = Secret<[u8; MAX_OUTPUT_LEN]>;

/// A key: both hashes, each with its first block behind it.
#[derive(Clone)]
pub(super) struct Key<A: Algorithm> {
    inner: Digest<A>,
    outer: Digest<A>,
}

impl<A: Algorithm> Key<A> {
    pub(super) fn new(key: &[u8]) -> Self {
        const { assert!(A::BLOCK_LEN <= MAX_BLOCK_LEN) };
        let mut hashed = new_tag();
        let key = if key.len() > A::BLOCK_LEN {
            let mut digest = Digest::<A>::new();
            digest.update(key);
            digest.finish(&mut hashed)
        } else {
            key
        };
        Self {
            inner: after_block(key, INNER),
            outer: after_block(key, OUTER),
        }
    }

    /// A message, to be added to.
    pub(super) fn message(&self) -> Digest<A> {
        self.inner.clone()
    }

    /// The tag of a message that this key began, at the beginning of `tag`.
    pub(super) fn sign<'a>(&self, message: Digest<A>, tag: &'a mut Tag) -> &'a [u8] {
        let hash = message.finish(tag);
        let mut outer = self.outer.clone();
        outer.update(hash);
        outer.finish(tag)
    }

    /// The tag of a message that is there already.
    pub(super) fn sign_whole<'a>(&self, message: &[u8], tag: &'a mut Tag) -> &'a [u8] {
        let mut digest = self.message();
        digest.update(message);
        self.sign(digest, tag)
    }
}

pub(super) fn new_tag() -> Tag {
    Secret::new([0; MAX_OUTPUT_LEN])
}

fn after_block<A: Algorithm>(key: &[u8], pad: u8) -> Digest<A> {
    let mut block = Secret::new([pad; MAX_BLOCK_LEN]);
    block
        .iter_mut()
        .zip(key)
        .for_each(|(byte, key)| *byte ^= key);
    let mut digest = Digest::new();
    digest.update(&block[..A::BLOCK_LEN]);
    digest
}
