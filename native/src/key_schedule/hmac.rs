//! HMAC (RFC 2104) with a key that is set up once, for any number of messages.

use super::digest::{Algorithm, Digest, MAX_BLOCK_LEN, MAX_OUTPUT_LEN};
use super::secret::Secret;

const INNER: u8 = 0x36;
const OUTER: u8 = 0x5c;

/// Where a tag goes.
pub(super) type Tag = Secret<[u8; MAX_OUTPUT_LEN]>;

/// A key: both hashes, each with its first block behind it.
pub(super) struct Key<A: Algorithm> {
    inner: Digest<A>,
    outer: Digest<A>,
}

impl<A: Algorithm> Key<A> {
    pub(super) fn new(key: &[u8]) -> Self {
        let mut this = Self::unset();
        this.set(key);
        this
    }

    /// In a box, of which no copy is left on the stack.
    pub(super) fn boxed(key: &[u8]) -> Box<Self> {
        let mut this = Box::new(Self::unset());
        this.set(key);
        this
    }

    fn unset() -> Self {
        Self {
            inner: Digest::new(),
            outer: Digest::new(),
        }
    }

    fn set(&mut self, key: &[u8]) {
        if key.len() > A::BLOCK_LEN {
            let mut hashed = new_tag();
            let mut digest = Digest::<A>::new();
            digest.update(key);
            return self.set(digest.finish(&mut hashed));
        }
        add_block(&mut self.inner, key, INNER);
        add_block(&mut self.outer, key, OUTER);
    }

    /// A message, to be added to.
    pub(super) fn message(&self) -> Digest<A> {
        self.inner.clone()
    }

    /// The tag of a message that this key began, at the beginning of `tag`.
    pub(super) fn sign<'a>(&self, message: &mut Digest<A>, tag: &'a mut Tag) -> &'a [u8] {
        let mut outer = self.outer.clone();
        outer.update(message.finish(tag));
        outer.finish(tag)
    }

    /// The tag of a message that is there already.
    pub(super) fn sign_whole<'a>(&self, message: &[u8], tag: &'a mut Tag) -> &'a [u8] {
        let mut digest = self.message();
        digest.update(message);
        self.sign(&mut digest, tag)
    }
}

pub(super) fn new_tag() -> Tag {
    Secret::new([0; MAX_OUTPUT_LEN])
}

fn add_block<A: Algorithm>(digest: &mut Digest<A>, key: &[u8], pad: u8) {
    const { assert!(A::BLOCK_LEN <= MAX_BLOCK_LEN) };
    let mut block = Secret::new([pad; MAX_BLOCK_LEN]);
    let bytes = block.iter_mut().zip(key);
    bytes.for_each(|(byte, key)| *byte ^= key);
    digest.update(&block[..A::BLOCK_LEN]);
}
