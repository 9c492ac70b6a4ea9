//! What happens on a connection after its handshake: records, and the few messages that may still
//! come (RFC 8446, 4.6; RFC 5246, 7.4.1.1).
//!
//! rustls hands over the keys of an established connection with an object that makes further keys
//! and keeps tickets (`rustls::kernel`, made for record protection in an operating system's
//! kernel). What is left to do is small, and follows rustls's own `common_state.rs` and `conn.rs`,
//! limits and alerts included.

use rustls::client::ClientConnectionData;
use rustls::kernel::KernelConnection;
use rustls::server::ServerConnectionData;
use rustls::{
    AlertDescription, ContentType, Error, ExtractedSecrets, HandshakeType, InvalidMessage,
    PeerMisbehaved, ProtocolVersion, SupportedCipherSuite,
};

use super::queue::Queue;
use super::records::{
    Header, Opened, Opener, Sealer, ALERT, APPLICATION_DATA, HANDSHAKE, HEADER, MAX_PLAINTEXT,
};
use crate::memory::{Destination, Source};

const WARNING: u8 = 1;
const FATAL: u8 = 2;

const UPDATE_NOT_REQUESTED: u8 = 0;
const UPDATE_REQUESTED: u8 = 1;

/// A handshake message's type and length.
const MESSAGE_HEADER: usize = 4;
const MAX_MESSAGE: usize = 0xffff;

/// What makes further keys, and keeps tickets. TLS 1.2 does neither once a connection is established.
pub(super) enum Kernel {
    Tls12Client,
    Tls12Server,
    Tls13Client(Box<KernelConnection<ClientConnectionData>>),
    Tls13Server(Box<KernelConnection<ServerConnectionData>>),
}

impl Kernel {
    pub(super) fn client(kernel: KernelConnection<ClientConnectionData>) -> Self {
        match kernel.protocol_version() {
            ProtocolVersion::TLSv1_3 => Self::Tls13Client(Box::new(kernel)),
            _ => Self::Tls12Client,
        }
    }

    pub(super) fn server(kernel: KernelConnection<ServerConnectionData>) -> Self {
        match kernel.protocol_version() {
            ProtocolVersion::TLSv1_3 => Self::Tls13Server(Box::new(kernel)),
            _ => Self::Tls12Server,
        }
    }

    #[inline]
    fn is_tls13(&self) -> bool {
        match self {
            Self::Tls12Client | Self::Tls12Server => false,
            Self::Tls13Client(_) | Self::Tls13Server(_) => true,
        }
    }

    fn next_sealer(&mut self) -> Result<Sealer, Error> {
        Sealer::new(
            true,
            match self {
                Self::Tls12Client | Self::Tls12Server => return Err(Error::HandshakeNotComplete),
                Self::Tls13Client(kernel) => kernel.update_tx_secret(),
                Self::Tls13Server(kernel) => kernel.update_tx_secret(),
            }?,
        )
    }

    fn next_opener(&mut self) -> Result<Opener, Error> {
        Opener::new(
            true,
            match self {
                Self::Tls12Client | Self::Tls12Server => return Err(Error::HandshakeNotComplete),
                Self::Tls13Client(kernel) => kernel.update_rx_secret(),
                Self::Tls13Server(kernel) => kernel.update_rx_secret(),
            }?,
        )
    }
}

/// Why a connection has failed, and what its peer is to be told.
pub(super) struct Refused {
    pub(super) error: Error,
    alert: Option<AlertDescription>,
}

impl Refused {
    fn with(alert: AlertDescription, error: impl Into<Error>) -> Self {
        Self {
            error: error.into(),
            alert: Some(alert),
        }
    }

    fn silently(error: impl Into<Error>) -> Self {
        Self {
            error: error.into(),
            alert: None,
        }
    }
}

impl From<Error> for Refused {
    /// What cannot be read or decrypted.
    fn from(error: Error) -> Self {
        let alert = match &error {
            Error::InvalidMessage(message) => AlertDescription::from(*message),
            Error::PeerSentOversizedRecord => AlertDescription::RecordOverflow,
            Error::DecryptError => AlertDescription::BadRecordMac,
            Error::PeerMisbehaved(_)
            | Error::InappropriateMessage { .. }
            | Error::InappropriateHandshakeMessage { .. } => AlertDescription::UnexpectedMessage,
            _ => AlertDescription::InternalError,
        };
        Self::with(alert, error)
    }
}

impl From<PeerMisbehaved> for Refused {
    fn from(error: PeerMisbehaved) -> Self {
        Error::from(error).into()
    }
}

impl From<InvalidMessage> for Refused {
    fn from(error: InvalidMessage) -> Self {
        Error::from(error).into()
    }
}

/// How much more of what is allowed, but of no use, a peer may send: rustls's numbers.
struct Patience {
    warnings: u8,
    renegotiations: u8,
    key_updates: u8,
    empty_records: u8,
}

impl Patience {
    const KEY_UPDATES: u8 = 32;
    const EMPTY_RECORDS: u8 = 32;

    fn spend(left: &mut u8, otherwise: PeerMisbehaved) -> Result<(), Refused> {
        match left.checked_sub(1) {
            Some(less) => *left = less,
            None => return Err(Refused::silently(otherwise)),
        }
        Ok(())
    }
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            warnings: 4,
            renegotiations: 1,
            key_updates: Self::KEY_UPDATES,
            empty_records: Self::EMPTY_RECORDS,
        }
    }
}

/// What a record was.
pub(super) enum Received {
    /// Plaintext, of this many bytes.
    Plaintext(usize),
    /// The peer sends no more.
    CloseNotify,
    /// Something that is dealt with.
    Other,
}

/// An established connection.
pub(super) struct Established {
    kernel: Kernel,
    sealer: Sealer,
    opener: Opener,
    /// The most records that a key may encrypt.
    most_records: u64,
    max_fragment: usize,
    /// The beginning of a handshake message.
    message: Queue,
    /// The answer to a key update, a record already. It goes out with whatever is sent next, so that
    /// a peer cannot make this one pile up answers.
    key_update: Queue,
    patience: Patience,
    tickets: u32,
}

impl Established {
    /// # Parameters
    /// - `max_fragment_size`: as in rustls's configs, a header included
    /// - `tickets`: how many a client has received
    pub(super) fn new(
        secrets: ExtractedSecrets,
        kernel: Kernel,
        suite: SupportedCipherSuite,
        max_fragment_size: Option<usize>,
        tickets: u32,
    ) -> Result<Self, Error> {
        let tls13 = kernel.is_tls13();
        let suite = match suite {
            SupportedCipherSuite::Tls13(suite) => &suite.common,
            SupportedCipherSuite::Tls12(suite) => &suite.common,
        };
        Ok(Self {
            sealer: Sealer::new(tls13, secrets.tx)?,
            opener: Opener::new(tls13, secrets.rx)?,
            most_records: suite.confidentiality_limit.min(u64::MAX - 0xffff),
            max_fragment: max_fragment_size
                .map_or(MAX_PLAINTEXT, |size| size.saturating_sub(HEADER))
                .clamp(1, MAX_PLAINTEXT),
            message: Queue::default(),
            key_update: Queue::default(),
            patience: Patience::default(),
            kernel,
            tickets,
        })
    }

    #[cfg(test)]
    pub(super) fn allow_records(&mut self, most: u64) {
        self.most_records = most;
    }

    pub(super) fn tickets(&self) -> u32 {
        self.tickets
    }

    /// How many bytes a record with this header takes when it is decrypted, if it may come at all.
    pub(super) fn room(&self, header: Header) -> Result<usize, Refused> {
        if self.kernel.is_tls13() && header.content_type != APPLICATION_DATA {
            return Err(unexpected(header.content_type));
        }
        Ok(self.opener.room(header)?)
    }

    /// Makes records of plaintext as long as both last; each is all in `dst`, or not made.
    pub(super) fn encrypt(
        &mut self,
        src: &mut Source,
        dst: &mut Destination,
        outgoing: &mut Queue,
    ) -> Result<(), Error> {
        let overhead = self.sealer.overhead();
        while !src.is_empty() {
            self.prepare(outgoing)?;
            outgoing.move_to(dst);
            if !outgoing.is_empty() || dst.room() <= overhead {
                return Ok(());
            }
            let piece = src
                .remaining()
                .min(self.max_fragment)
                .min(dst.room() - overhead);
            // SAFETY: both are the caller's memory, which does not overlap, with this much of it left.
            let n = unsafe {
                self.sealer
                    .seal(APPLICATION_DATA, src.position(), piece, dst.position())
            }?;
            src.advance(piece);
            dst.advance(n);
        }
        Ok(())
    }

    /// What must be sent before the next record: an answer to a key update, and where the key is
    /// used up, a key update.
    #[inline]
    fn prepare(&mut self, outgoing: &mut Queue) -> Result<(), Error> {
        self.answer(outgoing);
        // The last record of a key is the one that says so.
        if self.sealer.count().saturating_add(1) < self.most_records {
            return Ok(());
        }
        match self.kernel.is_tls13() {
            true => self.refresh_traffic_keys(outgoing),
            // It cannot be changed, and must not be used on (RFC 5246 has no key update).
            false => Err(Error::EncryptError),
        }
    }

    /// Changes the key for what is sent, and asks the peer to do so (RFC 8446, 4.6.3).
    pub(super) fn refresh_traffic_keys(&mut self, outgoing: &mut Queue) -> Result<(), Error> {
        // Before anything is said.
        if !self.kernel.is_tls13() {
            return Err(Error::HandshakeNotComplete);
        }
        self.seal(HANDSHAKE, &key_update(UPDATE_REQUESTED), outgoing)?;
        self.sealer = self.kernel.next_sealer()?;
        Ok(())
    }

    pub(super) fn close_notify(&mut self, outgoing: &mut Queue) -> Result<(), Error> {
        self.alert(WARNING, AlertDescription::CloseNotify, outgoing)
    }

    /// Tells the peer why the connection has failed, if it is to be told.
    pub(super) fn tell(&mut self, refused: &Refused, outgoing: &mut Queue) -> Result<bool, Error> {
        match refused.alert {
            Some(alert) => self.alert(FATAL, alert, outgoing).map(|()| true),
            None => Ok(false),
        }
    }

    fn alert(
        &mut self,
        level: u8,
        alert: AlertDescription,
        outgoing: &mut Queue,
    ) -> Result<(), Error> {
        self.seal(ALERT, &[level, alert.into()], outgoing)
    }

    /// The answer to a key update, if one is due.
    fn answer(&mut self, to: &mut Queue) {
        to.append(&mut self.key_update);
    }

    fn seal(&mut self, content_type: u8, content: &[u8], to: &mut Queue) -> Result<(), Error> {
        self.answer(to);
        to.fill(content.len() + self.sealer.overhead(), |record| {
            // SAFETY: `content` and the new end of the queue are two pieces of this library's memory,
            // the latter of the length that it must have.
            unsafe {
                self.sealer.seal(
                    content_type,
                    content.as_ptr(),
                    content.len(),
                    record.as_mut_ptr(),
                )
            }
        })?;
        Ok(())
    }

    /// Decrypts a record to `to`, and deals with what is not plaintext. [`Self::room`] comes first.
    ///
    /// # Safety
    /// As for [`Opener::open`].
    pub(super) unsafe fn receive(
        &mut self,
        header: Header,
        body: *const u8,
        to: *mut u8,
        outgoing: &mut Queue,
    ) -> Result<Received, Refused> {
        // SAFETY: the caller's promise.
        let Opened { content_type, len } = unsafe { self.opener.open(header, body, to) }?;
        if content_type != HANDSHAKE && !self.message.is_empty() {
            return Err(PeerMisbehaved::MessageInterleavedWithHandshakeMessage.into());
        }
        if len == 0 {
            let left = &mut self.patience.empty_records;
            Patience::spend(left, PeerMisbehaved::TooManyEmptyFragments)?;
        } else {
            self.patience.empty_records = Patience::EMPTY_RECORDS;
        }
        if content_type == APPLICATION_DATA {
            self.patience.key_updates = Patience::KEY_UPDATES;
            return Ok(Received::Plaintext(len));
        }
        if len == 0 {
            // RFC 8446, 5.4.
            let error = InvalidMessage::InvalidEmptyPayload;
            return Err(Refused::with(AlertDescription::UnexpectedMessage, error));
        }
        // SAFETY: `open` has written so much there. It is copied before it is looked at.
        let content = unsafe { std::slice::from_raw_parts(to, len) }.to_vec();
        match content_type {
            ALERT => self.received_alert(&content),
            HANDSHAKE => self
                .received_handshake(&content, outgoing)
                .map(|()| Received::Other),
            _ => Err(unexpected(content_type)),
        }
    }

    /// RFC 8446, 6; RFC 5246, 7.2.
    fn received_alert(&mut self, content: &[u8]) -> Result<Received, Refused> {
        let &[level, description] = content else {
            return Err(match content.len() {
                0 | 1 => InvalidMessage::MissingData("AlertDescription").into(),
                _ => InvalidMessage::TrailingData("AlertMessagePayload").into(),
            });
        };
        let description = AlertDescription::from(description);
        let error = Error::AlertReceived(description);
        if level != WARNING && level != FATAL {
            return Err(Refused::with(AlertDescription::IllegalParameter, error));
        }
        if description == AlertDescription::CloseNotify {
            return Ok(Received::CloseNotify);
        }
        if level == FATAL {
            return Err(Refused::silently(error));
        }
        let left = &mut self.patience.warnings;
        Patience::spend(left, PeerMisbehaved::TooManyWarningAlertsReceived)?;
        match self.kernel.is_tls13() && description != AlertDescription::UserCanceled {
            true => Err(Refused::with(AlertDescription::DecodeError, error)),
            false => Ok(Received::Other),
        }
    }

    /// One or more handshake messages, or parts of them.
    fn received_handshake(&mut self, content: &[u8], outgoing: &mut Queue) -> Result<(), Refused> {
        let mut messages = std::mem::take(&mut self.message);
        messages.push(content);
        let mut done = 0;
        while let &[kind, high, middle, low, ref after @ ..] = &messages.as_slice()[done..] {
            let len = u32::from_be_bytes([0, high, middle, low]) as usize;
            if len > MAX_MESSAGE {
                return Err(InvalidMessage::HandshakePayloadTooLarge.into());
            }
            let Some((body, after)) = after.split_at_checked(len) else {
                break;
            };
            done += MESSAGE_HEADER + len;
            self.received_message(HandshakeType::from(kind), body, after.is_empty(), outgoing)?;
        }
        messages.drop_front(done);
        self.message = messages;
        Ok(())
    }

    fn received_message(
        &mut self,
        kind: HandshakeType,
        body: &[u8],
        last: bool,
        outgoing: &mut Queue,
    ) -> Result<(), Refused> {
        let expect_types = match (&mut self.kernel, kind) {
            (Kernel::Tls13Client(kernel), HandshakeType::NewSessionTicket) => {
                kernel
                    .handle_new_session_ticket(body)
                    .map_err(|error| match error {
                        Error::InvalidMessage(_) => error.into(),
                        _ => Refused::silently(error),
                    })?;
                self.tickets = self.tickets.saturating_add(1);
                return Ok(());
            }
            (Kernel::Tls13Client(_) | Kernel::Tls13Server(_), HandshakeType::KeyUpdate) => {
                return self.received_key_update(body, last);
            }
            (Kernel::Tls12Client, HandshakeType::HelloRequest)
            | (Kernel::Tls12Server, HandshakeType::ClientHello) => {
                let left = &mut self.patience.renegotiations;
                Patience::spend(left, PeerMisbehaved::TooManyRenegotiationRequests)?;
                return Ok(self.alert(WARNING, AlertDescription::NoRenegotiation, outgoing)?);
            }
            (Kernel::Tls12Client | Kernel::Tls12Server, _) => vec![],
            (Kernel::Tls13Server(_), _) => vec![HandshakeType::KeyUpdate],
            (Kernel::Tls13Client(_), _) => {
                vec![HandshakeType::NewSessionTicket, HandshakeType::KeyUpdate]
            }
        };
        let error = Error::InappropriateHandshakeMessage {
            expect_types,
            got_type: kind,
        };
        Err(error.into())
    }

    /// RFC 8446, 4.6.3.
    fn received_key_update(&mut self, body: &[u8], last: bool) -> Result<(), Refused> {
        if !last {
            return Err(PeerMisbehaved::KeyEpochWithPendingFragment.into());
        }
        let request = match body {
            [] => return Err(InvalidMessage::MissingData("KeyUpdateRequest").into()),
            [request] => *request,
            _ => return Err(InvalidMessage::TrailingData("KeyUpdate").into()),
        };
        let left = &mut self.patience.key_updates;
        Patience::spend(left, PeerMisbehaved::TooManyKeyUpdateRequests)?;
        if request != UPDATE_NOT_REQUESTED && request != UPDATE_REQUESTED {
            let error = InvalidMessage::InvalidKeyUpdate;
            return Err(Refused::with(AlertDescription::IllegalParameter, error));
        }
        if request == UPDATE_REQUESTED && self.key_update.is_empty() {
            let mut answer = Queue::default();
            self.seal(HANDSHAKE, &key_update(UPDATE_NOT_REQUESTED), &mut answer)?;
            self.key_update = answer;
            self.sealer = self.kernel.next_sealer()?;
        }
        self.opener = self.kernel.next_opener()?;
        Ok(())
    }
}

fn key_update(request: u8) -> [u8; MESSAGE_HEADER + 1] {
    [HandshakeType::KeyUpdate.into(), 0, 0, 1, request]
}

fn unexpected(content_type: u8) -> Refused {
    let error = Error::InappropriateMessage {
        expect_types: vec![ContentType::ApplicationData, ContentType::Handshake],
        got_type: ContentType::from(content_type),
    };
    error.into()
}
