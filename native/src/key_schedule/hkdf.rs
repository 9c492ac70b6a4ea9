//! HKDF (RFC 5869), as rustls asks for it.

use rustls::crypto::hmac::Tag;
use rustls::crypto::tls13::{Hkdf, HkdfExpander, OkmBlock, OutputLengthError};

use super::digest::{Algorithm, MAX_OUTPUT_LEN};
use super::hmac::{new_tag, Key};
use super::KeySchedule;

const ZEROS: [u8; MAX_OUTPUT_LEN] = [0; MAX_OUTPUT_LEN];

impl<A: Algorithm> Hkdf for KeySchedule<A> {
    fn extract_from_zero_ikm(&self, salt: Option<&[u8]>) -> Box<dyn HkdfExpander> {
        self.extract_from_secret(salt, &ZEROS[..A::OUTPUT_LEN])
    }

    fn extract_from_secret(&self, salt: Option<&[u8]>, secret: &[u8]) -> Box<dyn HkdfExpander> {
        let salt = salt.unwrap_or(&ZEROS[..A::OUTPUT_LEN]);
        let mut prk = new_tag();
        Key::<A>::boxed(Key::<A>::new(salt).sign_whole(secret, &mut prk))
    }

    fn expander_for_okm(&self, okm: &OkmBlock) -> Box<dyn HkdfExpander> {
        Key::<A>::boxed(okm.as_ref())
    }

    fn hmac_sign(&self, key: &OkmBlock, message: &[u8]) -> Tag {
        Tag::new(Key::<A>::new(key.as_ref()).sign_whole(message, &mut new_tag()))
    }
}

/// The PRK, from which keys are derived.
impl<A: Algorithm> HkdfExpander for Key<A> {
    fn expand_slice(&self, info: &[&[u8]], output: &mut [u8]) -> Result<(), OutputLengthError> {
        if output.len() > usize::from(u8::MAX) * A::OUTPUT_LEN {
            return Err(OutputLengthError);
        }
        let mut block = new_tag();
        for (number, chunk) in (1..=u8::MAX).zip(output.chunks_mut(A::OUTPUT_LEN)) {
            let mut message = self.message();
            if number > 1 {
                message.update(&block[..A::OUTPUT_LEN]);
            }
            info.iter().for_each(|part| message.update(part));
            message.update(&[number]);
            chunk.copy_from_slice(&self.sign(&mut message, &mut block)[..chunk.len()]);
        }
        Ok(())
    }

    fn expand_block(&self, info: &[&[u8]]) -> OkmBlock {
        let mut block = new_tag();
        let output = &mut block[..A::OUTPUT_LEN];
        let Ok(()) = self.expand_slice(info, output) else {
            unreachable!("one block is not too long");
        };
        OkmBlock::new(output)
    }

    fn hash_len(&self) -> usize {
        A::OUTPUT_LEN
    }
}
