//! The hash of what was said so far, as rustls asks for it.

use rustls::crypto::hash::{Context, Hash, HashAlgorithm, Output};

use super::digest::{Algorithm, Digest, MAX_OUTPUT_LEN};
use super::KeySchedule;

impl<A: Algorithm> Hash for KeySchedule<A> {
    fn start(&self) -> Box<dyn Context> {
        Box::new(Digest::<A>::new())
    }

    fn hash(&self, data: &[u8]) -> Output {
        let mut digest = Digest::<A>::new();
        digest.update(data);
        output(&mut digest)
    }

    fn output_len(&self) -> usize {
        A::OUTPUT_LEN
    }

    fn algorithm(&self) -> HashAlgorithm {
        A::NAME
    }
}

impl<A: Algorithm> Context for Digest<A> {
    fn fork_finish(&self) -> Output {
        output(&mut self.clone())
    }

    fn fork(&self) -> Box<dyn Context> {
        Box::new(self.clone())
    }

    fn finish(mut self: Box<Self>) -> Output {
        output(&mut self)
    }

    fn update(&mut self, data: &[u8]) {
        Digest::update(self, data);
    }
}

fn output<A: Algorithm>(digest: &mut Digest<A>) -> Output {
    Output::new(digest.finish(&mut [0; MAX_OUTPUT_LEN]))
}
