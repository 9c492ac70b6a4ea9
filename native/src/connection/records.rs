//! Record protection (RFC 8446, 5.2; RFC 5246, 6.2.3.3) of an established connection, from and to
//! the caller's memory.
//!
//! rustls's own record layer copies a record five times on its way there and back. Here one is
//! copied once: its plaintext, to where it is encrypted in place. What it does is rustls's; which
//! keys, too.

use aws_lc_rs::aead::{
    Aad, Algorithm, LessSafeKey, Nonce, UnboundKey, AES_128_GCM, AES_256_GCM, CHACHA20_POLY1305,
    NONCE_LEN,
};
use rustls::{ConnectionTrafficSecrets, Error, InvalidMessage, PeerMisbehaved};

use crate::memory::copy_bytes;

/// The length of a record's header.
pub(crate) const HEADER: usize = 5;
/// The most plaintext of one record.
pub(crate) const MAX_PLAINTEXT: usize = 16384;

/// The most that may follow a header, encrypted.
const MAX_BODY: usize = MAX_PLAINTEXT + 2048;
/// The length of what authenticates a record.
pub(crate) const TAG: usize = 16;
const EXPLICIT_NONCE: usize = 8;

/// Content types (RFC 8446, 5.1).
pub(crate) const CHANGE_CIPHER_SPEC: u8 = 20;
pub(crate) const ALERT: u8 = 21;
pub(crate) const HANDSHAKE: u8 = 22;
pub(crate) const APPLICATION_DATA: u8 = 23;
const HEARTBEAT: u8 = 24;

/// A record's header.
#[derive(Clone, Copy)]
pub(crate) struct Header {
    pub(crate) content_type: u8,
    version: [u8; 2],
    pub(crate) body: usize,
}

impl Header {
    /// What rustls refuses, this does.
    pub(crate) fn parse(bytes: [u8; HEADER]) -> Result<Self, Error> {
        let [content_type, major, minor, ..] = bytes;
        let body = usize::from(u16::from_be_bytes([bytes[3], bytes[4]]));
        let wrong = if !(CHANGE_CIPHER_SPEC..=HEARTBEAT).contains(&content_type) {
            InvalidMessage::InvalidContentType
        } else if major != 3 {
            InvalidMessage::UnknownProtocolVersion
        } else if body == 0 && content_type != APPLICATION_DATA {
            InvalidMessage::InvalidEmptyPayload
        } else if body >= MAX_BODY {
            InvalidMessage::MessageTooLarge
        } else {
            return Ok(Self {
                content_type,
                version: [major, minor],
                body,
            });
        };
        Err(wrong.into())
    }
}

/// What a version and a suite make of a record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// The content type is encrypted with the rest.
    Tls13,
    /// A part of the nonce precedes what is encrypted.
    Tls12Gcm,
    Tls12ChaCha,
}

/// The key of one direction, and how often it was used.
struct Key {
    aead: LessSafeKey,
    iv: [u8; NONCE_LEN],
    seq: u64,
    form: Form,
}

impl Key {
    fn new(tls13: bool, (seq, secrets): (u64, ConnectionTrafficSecrets)) -> Result<Self, Error> {
        let tls12_form = match secrets {
            ConnectionTrafficSecrets::Chacha20Poly1305 { .. } => Form::Tls12ChaCha,
            _ => Form::Tls12Gcm,
        };
        let (algorithm, key, iv): (&'static Algorithm, _, _) = match secrets {
            ConnectionTrafficSecrets::Aes128Gcm { key, iv } => (&AES_128_GCM, key, iv),
            ConnectionTrafficSecrets::Aes256Gcm { key, iv } => (&AES_256_GCM, key, iv),
            ConnectionTrafficSecrets::Chacha20Poly1305 { key, iv } => (&CHACHA20_POLY1305, key, iv),
            _ => {
                return Err(Error::General(
                    "a cipher suite that is not known here".into(),
                ))
            }
        };
        let unusable = || Error::General("keys that do not fit their cipher suite".into());
        Ok(Self {
            aead: LessSafeKey::new(
                UnboundKey::new(algorithm, key.as_ref()).map_err(|_| unusable())?,
            ),
            iv: iv.as_ref().try_into().map_err(|_| unusable())?,
            seq,
            form: match tls13 {
                true => Form::Tls13,
                false => tls12_form,
            },
        })
    }

    fn nonce(&self) -> [u8; NONCE_LEN] {
        let mut nonce = self.iv;
        for (byte, seq) in nonce[NONCE_LEN - 8..]
            .iter_mut()
            .zip(self.seq.to_be_bytes())
        {
            *byte ^= seq;
        }
        nonce
    }

    fn explicit_nonce(&self) -> usize {
        match self.form {
            Form::Tls12Gcm => EXPLICIT_NONCE,
            Form::Tls12ChaCha | Form::Tls13 => 0,
        }
    }

    /// What is authenticated beside the plaintext, and how much of it there is.
    fn additional_data(&self, header: Header, plaintext: usize) -> ([u8; 13], usize) {
        let mut data = [0; 13];
        let start = match self.form {
            Form::Tls13 => 0,
            Form::Tls12Gcm | Form::Tls12ChaCha => {
                data[..8].copy_from_slice(&self.seq.to_be_bytes());
                8
            }
        };
        let (content_type, version, len) = match self.form {
            Form::Tls13 => (APPLICATION_DATA, [3, 3], header.body),
            _ => (header.content_type, header.version, plaintext),
        };
        data[start] = content_type;
        data[start + 1..start + 3].copy_from_slice(&version);
        // Both are below 2^15.
        data[start + 3..start + 5].copy_from_slice(&(len as u16).to_be_bytes());
        (data, start + 5)
    }
}

/// Encrypts records.
pub(crate) struct Sealer(Key);

impl Sealer {
    /// With a key, and the number of records that it has encrypted.
    pub(crate) fn new(
        tls13: bool,
        secrets: (u64, ConnectionTrafficSecrets),
    ) -> Result<Self, Error> {
        Key::new(tls13, secrets).map(Self)
    }

    /// How many records the key has encrypted.
    pub(crate) fn count(&self) -> u64 {
        self.0.seq
    }

    /// How much longer than its plaintext a record is.
    pub(crate) fn overhead(&self) -> usize {
        HEADER + self.0.explicit_nonce() + usize::from(self.0.form == Form::Tls13) + TAG
    }

    /// Makes a record of `len` bytes, at most [`MAX_PLAINTEXT`], and returns its length.
    ///
    /// # Safety
    /// `from` is valid for reads of `len` bytes, `to` for reads and writes of that and
    /// [`Self::overhead`]; they do not overlap, and nobody else changes either.
    pub(crate) unsafe fn seal(
        &mut self,
        content_type: u8,
        from: *const u8,
        len: usize,
        to: *mut u8,
    ) -> Result<usize, Error> {
        let total = len + self.overhead();
        let key = &mut self.0;
        // SAFETY: the caller's promise.
        let record = unsafe { std::slice::from_raw_parts_mut(to, total) };
        let (head, rest) = record.split_at_mut(HEADER + key.explicit_nonce());
        let (inner, tag) = rest.split_at_mut(rest.len() - TAG);
        // SAFETY: the caller's promise, and `inner` has at least `len` bytes.
        unsafe { copy_bytes(from, inner.as_mut_ptr(), len) };
        let header = Header {
            content_type: match key.form {
                Form::Tls13 => {
                    inner[len] = content_type;
                    APPLICATION_DATA
                }
                _ => content_type,
            },
            version: [3, 3],
            body: total - HEADER,
        };
        let nonce = key.nonce();
        let (data, n) = key.additional_data(header, len);
        // Whatever comes of it, the nonce is used.
        key.seq += 1;
        head[0] = header.content_type;
        head[1..3].copy_from_slice(&header.version);
        head[3..HEADER].copy_from_slice(&(header.body as u16).to_be_bytes());
        let explicit = head.len() - HEADER;
        head[HEADER..].copy_from_slice(&nonce[NONCE_LEN - explicit..]);
        let computed = key
            .aead
            .seal_in_place_separate_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(&data[..n]),
                inner,
            )
            .map_err(|_| Error::EncryptError)?;
        tag.copy_from_slice(computed.as_ref());
        Ok(total)
    }
}

/// Decrypts records.
pub(crate) struct Opener(Key);

/// A record that was decrypted.
pub(crate) struct Opened {
    pub(crate) content_type: u8,
    pub(crate) len: usize,
}

impl Opener {
    /// With a key, and the number of records that it has decrypted.
    pub(crate) fn new(
        tls13: bool,
        secrets: (u64, ConnectionTrafficSecrets),
    ) -> Result<Self, Error> {
        Key::new(tls13, secrets).map(Self)
    }

    /// How many bytes [`Self::open`] writes, for a record with this header.
    pub(crate) fn room(&self, header: Header) -> Result<usize, Error> {
        let most = MAX_PLAINTEXT + usize::from(self.0.form == Form::Tls13);
        match header.body.checked_sub(TAG + self.0.explicit_nonce()) {
            None => Err(Error::DecryptError),
            Some(room) if room > most => Err(Error::PeerSentOversizedRecord),
            Some(room) => Ok(room),
        }
    }

    /// Decrypts a record's body to `to`. What is behind the plaintext there, up to
    /// [`Self::room`], is not to be looked at. A failure leaves only zeros.
    ///
    /// # Safety
    /// `body` is valid for reads of `header.body` bytes, `to` for reads and writes of
    /// [`Self::room`]; they do not overlap, and nobody else changes either.
    pub(crate) unsafe fn open(
        &mut self,
        header: Header,
        body: *const u8,
        to: *mut u8,
    ) -> Result<Opened, Error> {
        let room = self.room(header)?;
        let key = &mut self.0;
        // SAFETY: the caller's promise.
        let (body, to) = unsafe {
            (
                std::slice::from_raw_parts(body, header.body),
                std::slice::from_raw_parts_mut(to, room),
            )
        };
        let (explicit, rest) = body.split_at(key.explicit_nonce());
        let (encrypted, tag) = rest.split_at(room);
        let mut nonce = key.nonce();
        nonce[NONCE_LEN - explicit.len()..].copy_from_slice(explicit);
        let (data, n) = key.additional_data(header, room);
        key.aead
            .open_separate_gather(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(&data[..n]),
                encrypted,
                tag,
                to,
            )
            .map_err(|_| Error::DecryptError)?;
        key.seq += 1;
        match key.form {
            Form::Tls12Gcm | Form::Tls12ChaCha => Ok(Opened {
                content_type: header.content_type,
                len: room,
            }),
            Form::Tls13 => {
                // The content type is the last byte that is not padding.
                let len = to
                    .iter()
                    .rposition(|&byte| byte != 0)
                    .ok_or(PeerMisbehaved::IllegalTlsInnerPlaintext)?;
                Ok(Opened {
                    content_type: to[len],
                    len,
                })
            }
        }
    }
}
