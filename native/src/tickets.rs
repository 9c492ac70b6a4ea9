//! Session tickets of a server.

use std::fmt;
use std::sync::Arc;

use aws_lc_rs::aead::{Aad, RandomizedNonceKey, AES_256_GCM, NONCE_LEN};
use aws_lc_rs::{hmac, rand};
use rustls::server::ProducesTickets;
use rustls_ffi::rustls_result;
use zeroize::Zeroizing;

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

const NAME_LEN: usize = 16;
const SALT_LEN: usize = 32;

/// Tickets under keys that several servers share.
///
/// A ticket is `name || salt || nonce || AES-256-GCM ciphertext and tag`, under a key of its own:
/// HMAC-SHA-256(key, salt). So there is no number of tickets after which random nonces run out.
pub(crate) struct KeyedTickets {
    keys: Vec<([u8; NAME_LEN], hmac::Key)>,
    lifetime: u32,
}

impl KeyedTickets {
    pub(crate) fn new(
        keys: &[rustls4j_ticket_key],
        lifetime: u32,
    ) -> Result<Arc<Self>, rustls_result> {
        if keys.is_empty() || lifetime == 0 {
            return Err(rustls_result::InvalidParameter);
        }
        let keys = keys
            .iter()
            .map(|key| (key.name, hmac::Key::new(hmac::HMAC_SHA256, &key.secret)))
            .collect();
        Ok(Arc::new(Self { keys, lifetime }))
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

    fn lifetime(&self) -> u32 {
        self.lifetime
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
    use super::*;

    fn key(name: u8) -> rustls4j_ticket_key {
        rustls4j_ticket_key {
            name: [name; 16],
            secret: [name ^ 0xff; 32],
        }
    }

    #[test]
    fn tickets_survive_rotation_and_nothing_else() {
        let old = KeyedTickets::new(&[key(1)], 10).unwrap();
        let new = KeyedTickets::new(&[key(2), key(1)], 10).unwrap();
        let other = KeyedTickets::new(&[key(3)], 10).unwrap();
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
        assert!(KeyedTickets::new(&[], 10).is_err());
        assert!(KeyedTickets::new(&[key(1)], 0).is_err());
    }
}
