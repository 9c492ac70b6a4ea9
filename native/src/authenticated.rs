//! When a server has last looked at a client: in the full handshake that its session goes back to.
//!
//! Whoever resumes a session is given new ones. Were those as good as new, a client that always comes
//! back in time would never be looked at again, whatever becomes of its certificate (RFC 8446, 4.6.1,
//! at its end). So a session keeps the time of its full handshake, and its life is counted from that.
//!
//! rustls asks for a session in one call and has the next one kept in the same call (TLS 1.2) or in a
//! later one (TLS 1.3), and does not say for which connection. So the connection says it before.

use std::cell::Cell;
use std::fmt;
use std::sync::Arc;

use rustls::pki_types::UnixTime;
use rustls::server::StoresServerSessions;
use zeroize::{Zeroize, Zeroizing};

thread_local! {
    static SINCE: Cell<Option<u64>> = const { Cell::new(None) };
}

/// Runs a step of a server's handshake. What `since` is before, the session of this connection goes
/// back to; after a session was found, to that one's.
pub(crate) fn step<T>(since: &mut Option<u64>, body: impl FnOnce() -> T) -> T {
    SINCE.set(*since);
    let result = body();
    *since = SINCE.take();
    result
}

/// How long sessions are good, counted from their full handshake.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lifetime {
    pub(crate) seconds: u32,
}

impl Lifetime {
    /// What is to be kept of a session that is made now.
    pub(crate) fn stamped(self, session: &[u8]) -> Zeroizing<Vec<u8>> {
        stamped_at(UnixTime::now().as_secs(), session)
    }

    /// The session in what was kept, unless it is too old.
    pub(crate) fn opened(self, kept: Vec<u8>) -> Option<Vec<u8>> {
        self.opened_at(UnixTime::now().as_secs(), kept)
    }

    /// What comes from the future was kept by a server whose clock is ahead.
    fn opened_at(self, now: u64, mut kept: Vec<u8>) -> Option<Vec<u8>> {
        let since = u64::from_be_bytes(*kept.first_chunk()?);
        if now.saturating_sub(since) > u64::from(self.seconds) {
            kept.zeroize();
            return None;
        }
        SINCE.set(Some(since));
        kept.drain(..size_of::<u64>());
        Some(kept)
    }
}

fn stamped_at(now: u64, session: &[u8]) -> Zeroizing<Vec<u8>> {
    let since = SINCE.get().unwrap_or(now);
    Zeroizing::new([&since.to_be_bytes(), session].concat())
}

/// Sessions that a server keeps, for no longer than they are good.
pub(crate) struct AgingSessions {
    sessions: Arc<dyn StoresServerSessions>,
    lifetime: Lifetime,
}

impl AgingSessions {
    pub(crate) fn new(sessions: Arc<dyn StoresServerSessions>, lifetime: Lifetime) -> Arc<Self> {
        Arc::new(Self { sessions, lifetime })
    }
}

impl StoresServerSessions for AgingSessions {
    fn put(&self, key: Vec<u8>, value: Vec<u8>) -> bool {
        let mut stamped = self.lifetime.stamped(&value);
        self.sessions.put(key, std::mem::take(&mut *stamped))
    }

    fn get(&self, key: &[u8]) -> Option<Vec<u8>> {
        self.lifetime.opened(self.sessions.get(key)?)
    }

    fn take(&self, key: &[u8]) -> Option<Vec<u8>> {
        self.lifetime.opened(self.sessions.take(key)?)
    }

    fn can_cache(&self) -> bool {
        self.sessions.can_cache()
    }
}

impl fmt::Debug for AgingSessions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("rustls4j aging sessions")
            .field("lifetime", &self.lifetime)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use rustls::server::ServerSessionMemoryCache;

    use super::*;

    const TEN: Lifetime = Lifetime { seconds: 10 };

    #[test]
    fn a_session_that_was_resumed_goes_back_to_its_full_handshake() {
        let mut since = None;
        let first = step(&mut since, || stamped_at(1000, b"session"));
        assert_eq!(since, None);
        let found = step(&mut since, || TEN.opened_at(1009, first.to_vec()));
        assert_eq!(found.unwrap(), b"session");
        assert_eq!(since, Some(1000));
        // In another call, as with TLS 1.3.
        let second = step(&mut since, || stamped_at(1009, b"session"));
        assert_eq!(second, first);
        assert_eq!(TEN.opened_at(1011, second.to_vec()), None);
    }

    #[test]
    fn a_session_is_good_to_its_last_second_and_on_a_clock_that_is_behind() {
        let kept = stamped_at(1000, b"session");
        for now in [990, 1000, 1010] {
            let found = step(&mut None, || TEN.opened_at(now, kept.to_vec()));
            assert_eq!(found.unwrap(), b"session");
        }
        assert_eq!(TEN.opened_at(1011, kept.to_vec()), None);
        assert_eq!(TEN.opened(kept.to_vec()), None);
    }

    #[test]
    fn another_connection_has_nothing_of_it() {
        let mut since = None;
        let kept = step(&mut since, || stamped_at(1000, b"session"));
        step(&mut since, || TEN.opened_at(1009, kept.to_vec()).unwrap());
        let other = step(&mut None, || stamped_at(1009, b"session"));
        assert!(TEN.opened_at(1011, other.to_vec()).is_some());
    }

    #[test]
    fn what_has_no_age_is_no_session() {
        assert_eq!(TEN.opened_at(0, b"seven b".to_vec()), None);
        assert_eq!(TEN.opened_at(0, vec![]), None);
    }

    #[test]
    fn sessions_that_are_kept() {
        let sessions = AgingSessions::new(ServerSessionMemoryCache::new(4), TEN);
        assert!(sessions.can_cache());
        assert!(sessions.put(b"key".to_vec(), b"session".to_vec()));
        assert_eq!(sessions.get(b"key").unwrap(), b"session");
        assert_eq!(sessions.take(b"key").unwrap(), b"session");
        assert_eq!(sessions.take(b"key"), None);
        let old = step(&mut Some(1000), || sessions.put(b"old".to_vec(), vec![]));
        assert!(old);
        assert_eq!(sessions.get(b"old"), None);
    }
}
