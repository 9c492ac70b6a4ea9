//! The caller's context of an object, for as long as the object lives.

use crate::upcall::{self, rustls4j_drop_callback};

/// Owns a context: dropping this is what releases it, once.
#[derive(Debug)]
pub(crate) struct Context {
    id: u64,
    drop: rustls4j_drop_callback,
}

impl Context {
    pub(crate) fn new(id: u64, drop: rustls4j_drop_callback) -> Self {
        Self { id, drop }
    }

    /// The number to hand to the callback that is due, where calling out is allowed at all.
    pub(crate) fn id(&self) -> Option<u64> {
        upcall::allowed_when_due().then_some(self.id)
    }
}

impl Drop for Context {
    fn drop(&mut self) {
        upcall::release(self.drop, self.id);
    }
}
