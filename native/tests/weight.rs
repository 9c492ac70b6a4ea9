//! What an idle connection keeps of Rust's memory. The keys of aws-lc are not in it.

mod common;

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use common::*;

static LIVE: AtomicUsize = AtomicUsize::new(0);

struct Counting;

// SAFETY: the system's allocator, with a counter beside it.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        LIVE.fetch_add(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(memory, layout) };
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

const PAIRS: usize = 100;

/// Bytes of the connections themselves.
fn live(pairs: &[(Peer, Peer)]) -> usize {
    let buffers: usize = pairs
        .iter()
        .flat_map(|(client, server)| [client, server])
        .map(|peer| peer.incoming.capacity() + peer.received.capacity())
        .sum();
    LIVE.load(Ordering::Relaxed) - buffers
}

/// Nothing of the handshake stays, such as the memory that its longest record took.
#[test]
fn an_established_connection_is_light() {
    for (version, most) in [(TLS12, 800), (TLS13, 3200)] {
        let authority = Authority::new("ca");
        let key = authority.issue("server.example").certified_key();
        let server = Server::new(&[version], &[&key]);
        let client = Client::new(&[version]).customize(|_| ());
        let mut pairs = Vec::with_capacity(PAIRS);
        // The first ones fill caches.
        drop([0; 20].map(|_| connected(&client, &server)));
        let before = live(&pairs);
        pairs.extend((0..PAIRS).map(|_| connected(&client, &server)));
        let each = (live(&pairs) - before) / PAIRS;
        assert!(each <= most, "{version:#x}: {each} bytes");
    }
}
