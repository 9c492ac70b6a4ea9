//! Session tickets of a server.

use std::fmt;
use std::sync::Arc;

use aws_lc_rs::aead::{Aad, RandomizedNonceKey, AES_256_GCM, NONCE_LEN};
use aws_lc_rs::{hmac, rand};
use rustls::server::ProducesTickets;
use rustls_ffi::rustls_result;
use zeroize::Zeroizing;

use crate::authenticated::Lifetime;
use crate::server_config::rustls4j_ticket_key;

/// No tickets: sessions are kept by the server, or not at all.
#[derive(Debug)]
pub(crate) struct NoTickets;

impl ProducesTickets for NoTickets {
    fn enabled(&self) -> bool {
        false
    }

    fn lifetime(&self) -> u32 {
        0
    }

    fn encrypt(&self, _: &[u8]) -> Option<Vec<u8>> {
        None
    }

    fn decrypt(&self, _: &[u8]) -> Option<Vec<u8>> {
        None
    }
}

/// Tickets that are good for some time, whatever seals them: of rustls's two versions of TLS, only 1.3
/// looks at a ticket's age, and at nothing before it.
#[derive(Debug)]
pub(crate) struct Aging {
    tickets: Arc<dyn ProducesTickets>,
    lifetime: Lifetime,
}

impl Aging {
    /// With a lifetime in seconds, at most that of what seals them.
    pub(crate) fn new(tickets: Arc<dyn ProducesTickets>, seconds: u32) -> Arc<Self> {
        let seconds = seconds.min(tickets.lifetime());
        Arc::new(Self {
            tickets,
            lifetime: Lifetime { seconds },
        })
    }
}

impl ProducesTickets for Aging {
    fn enabled(&self) -> bool {
        self.tickets.enabled()
    }

    fn lifetime(&self) -> u32 {
        self.lifetime.seconds
    }

    fn encrypt(&self, plain: &[u8]) -> Option<Vec<u8>> {
        self.tickets.encrypt(&self.lifetime.stamped(plain))
    }

    fn decrypt(&self, ticket: &[u8]) -> Option<Vec<u8>> {
        self.lifetime.opened(self.tickets.decrypt(ticket)?)
    }
}

const NAME_LEN: usize = 16;
const SALT_LEN: usize = 32;

/// Tickets under keys that several servers share.
///
/// A ticket is `name || salt || nonce || AES-256-GCM ciphertext and tag`, under a key of its own:
/// HMAC-SHA-256(key, salt). So there is no number of tickets after which random nonces run out.
pub(crate) struct KeyedTickets {
    keys: Vec<([u8; NAME_LEN], hmac::Key)>,
}

impl KeyedTickets {
    pub(crate) fn new(keys: &[rustls4j_ticket_key]) -> Result<Arc<Self>, rustls_result> {
        if keys.is_empty() {
            return Err(rustls_result::InvalidParameter);
        }
        let keys = keys
            .iter()
            .map(|key| (key.name, hmac::Key::new(hmac::HMAC_SHA256, &key.secret)))
            .collect();
        Ok(Arc::new(Self { keys }))
    }
}

fn ticket_key(key: &hmac::Key, salt: &[u8]) -> Option<RandomizedNonceKey> {
    let mut secret = Zeroizing::new([0; 32]);
    secret.copy_from_slice(hmac::sign(key, salt).as_ref());
    RandomizedNonceKey::new(&AES_256_GCM, secret.as_ref()).ok()
}

impl ProducesTickets for KeyedTickets {
    fn enabled(&self) -> bool {
        true
    }

    /// As long as the key is there.
    fn lifetime(&self) -> u32 {
        u32::MAX
    }

    fn encrypt(&self, plain: &[u8]) -> Option<Vec<u8>> {
        let (name, key) = self.keys.first()?;
        let mut salt = [0; SALT_LEN];
        rand::fill(&mut salt).ok()?;
        let mut sealed = plain.to_vec();
        let nonce = ticket_key(key, &salt)?
            .seal_in_place_append_tag(Aad::from(name), &mut sealed)
            .ok()?;
        Some([name, &salt[..], nonce.as_ref(), &sealed].concat())
    }

    fn decrypt(&self, ticket: &[u8]) -> Option<Vec<u8>> {
        let (name, rest) = ticket.split_at_checked(NAME_LEN)?;
        let (salt, rest) = rest.split_at_checked(SALT_LEN)?;
        let (nonce, sealed) = rest.split_at_checked(NONCE_LEN)?;
        let nonce = aws_lc_rs::aead::Nonce::try_assume_unique_for_key(nonce).ok()?;
        let (name, key) = self.keys.iter().find(|(known, _)| known == name)?;
        let mut plain = sealed.to_vec();
        let len = ticket_key(key, salt)?
            .open_in_place(nonce, Aad::from(name), &mut plain)
            .ok()?
            .len();
        plain.truncate(len);
        Some(plain)
    }
}

impl fmt::Debug for KeyedTickets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("rustls4j ticket keys")
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use rustls::crypto::aws_lc_rs;

    use super::*;
    use crate::authenticated;

    fn key(name: u8) -> rustls4j_ticket_key {
        rustls4j_ticket_key {
            name: [name; 16],
            secret: [name ^ 0xff; 32],
        }
    }

    #[test]
    fn tickets_survive_rotation_and_nothing_else() {
        let old = KeyedTickets::new(&[key(1)]).unwrap();
        let new = KeyedTickets::new(&[key(2), key(1)]).unwrap();
        let other = KeyedTickets::new(&[key(3)]).unwrap();
        let ticket = old.encrypt(b"session").unwrap();
        assert_ne!(ticket, old.encrypt(b"session").unwrap());
        assert_eq!(new.decrypt(&ticket).unwrap(), b"session");
        assert_eq!(new.encrypt(b"").unwrap()[..16], [2; 16]);
        assert!(other.decrypt(&ticket).is_none());
        for n in 0..ticket.len() {
            let mut broken = ticket.clone();
            broken[n] ^= 1;
            assert!(old.decrypt(&broken).is_none());
            assert!(old.decrypt(&ticket[..n]).is_none());
        }
    }

    #[test]
    fn keys_are_needed() {
        assert!(KeyedTickets::new(&[]).is_err());
    }

    #[test]
    fn tickets_age() {
        let tickets = Aging::new(KeyedTickets::new(&[key(1)]).unwrap(), 10);
        assert_eq!(tickets.lifetime(), 10);
        let fresh = tickets.encrypt(b"session").unwrap();
        assert_eq!(tickets.decrypt(&fresh).unwrap(), b"session");
        let old = authenticated::step(&mut Some(1000), || tickets.encrypt(b"session"));
        assert_eq!(tickets.decrypt(&old.unwrap()), None);
        // What seals them may be good for less.
        let stateless = aws_lc_rs::Ticketer::new().unwrap();
        let most = stateless.lifetime();
        assert_eq!(Aging::new(stateless, most + 1).lifetime(), most);
    }

    #[test]
    fn what_has_no_age_is_no_ticket() {
        let keyed = KeyedTickets::new(&[key(1)]).unwrap();
        let tickets = Aging::new(keyed.clone(), 10);
        assert_eq!(tickets.decrypt(&keyed.encrypt(b"seven b").unwrap()), None);
    }
}
