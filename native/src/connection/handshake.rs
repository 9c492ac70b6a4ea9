//! A handshake, on rustls's connection without buffers.

use rustls::client::UnbufferedClientConnection;
use rustls::server::UnbufferedServerConnection;
use rustls::unbuffered::{ConnectionState, EncodeError, UnbufferedStatus};
use rustls::{CommonState, Error, HandshakeKind, InvalidMessage, ProtocolVersion};

use super::established::{Established, Kernel};
use super::queue::Queue;
use super::records::{Header, ALERT, APPLICATION_DATA, CHANGE_CIPHER_SPEC, HANDSHAKE, HEADER, TAG};
use crate::authenticated;
use crate::client_hello;
use crate::memory::Source;
use crate::sessions::Tried;

/// close_notify, as long as nothing is encrypted.
const PLAIN_CLOSE_NOTIFY: [u8; 7] = [21, 3, 3, 0, 2, 1, 0];

/// Enough for the record of an alert, in every suite.
const ALERT_ROOM: usize = 64;

/// As much as rustls's own buffer holds of a message that is not complete. Without it, records that are
/// nearly all padding would make a message of 64 KiB take a gigabyte.
const MOST_SHOWN: usize = 0xffff;

enum Side {
    Client(UnbufferedClientConnection),
    Server(UnbufferedServerConnection),
}

/// How far it came.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Progress {
    /// More of what the peer sends is wanted.
    Incomplete,
    /// It is complete, and can become an [`Established`].
    Complete,
    /// The peer has said that it sends no more.
    PeerClosed,
}

/// A connection in its handshake.
pub(super) struct Handshake {
    side: Side,
    max_fragment_size: Option<usize>,
    /// Records, or the beginning of one.
    incoming: Vec<u8>,
    /// So much of `incoming` has been shown to rustls, and is still needed by it: whole records.
    shown: usize,
    /// What a server has received of the client's hello, until that is complete.
    hello: Option<Vec<u8>>,
    server_name: Option<Box<str>>,
    /// What a client offers to resume.
    tried: Option<Tried>,
    /// On a server, when the full handshake was that the session goes back to; nothing for this one.
    authenticated_since: Option<u64>,
    /// Would rustls send application data, and so a close_notify?
    may_send: bool,
    /// Is what is sent encrypted?
    encrypts: bool,
    /// Where encryption begins in what is to be sent (TLS 1.2).
    change_cipher_spec: Option<usize>,
    close_notify_due: bool,
    /// Has it failed, and was the peer told why?
    alerted: bool,
}

/// What one call of rustls came to.
enum Step {
    Again,
    Blocked { may_send: bool },
    PeerClosed,
}

impl Handshake {
    /// With the `max_fragment_size` of the config.
    pub(super) fn client(
        connection: UnbufferedClientConnection,
        max_fragment_size: Option<usize>,
        tried: Option<Tried>,
    ) -> Self {
        Self {
            tried,
            ..Self::new(Side::Client(connection), max_fragment_size, None)
        }
    }

    /// With the `max_fragment_size` of the config.
    pub(super) fn server(
        connection: UnbufferedServerConnection,
        max_fragment_size: Option<usize>,
    ) -> Self {
        Self::new(
            Side::Server(connection),
            max_fragment_size,
            Some(Vec::new()),
        )
    }

    fn new(side: Side, max_fragment_size: Option<usize>, hello: Option<Vec<u8>>) -> Self {
        Self {
            side,
            max_fragment_size,
            incoming: Vec::new(),
            shown: 0,
            hello,
            server_name: None,
            tried: None,
            authenticated_since: None,
            may_send: false,
            encrypts: false,
            change_cipher_spec: None,
            close_notify_due: false,
            alerted: false,
        }
    }

    pub(super) fn common(&self) -> &CommonState {
        match &self.side {
            Side::Client(connection) => connection,
            Side::Server(connection) => connection,
        }
    }

    /// How many TLS 1.3 tickets a client has received.
    pub(super) fn tickets(&self) -> u32 {
        match &self.side {
            Side::Client(connection) => connection.tls13_tickets_received(),
            Side::Server(_) => 0,
        }
    }

    /// The name that a client has asked for.
    pub(super) fn server_name(&self) -> Option<&str> {
        self.server_name.as_deref()
    }

    /// Has it got bytes that it has not looked at?
    pub(super) fn has_input(&self) -> bool {
        self.incoming.len() > self.shown
    }

    /// Takes the rest of a record, as far as it is there.
    pub(super) fn take(&mut self, src: &mut Source) {
        while !src.is_empty() {
            let missing = match self.next_record() {
                Next::Incomplete { missing } => missing,
                Next::Record(_) | Next::Wrong(_) => return,
            };
            src.move_to(&mut self.incoming, missing);
        }
    }

    /// Takes bytes for later.
    pub(super) fn keep(&mut self, bytes: &[u8]) {
        self.incoming.extend_from_slice(bytes);
    }

    /// Goes on as far as it can with what it has; or, with `until_output`, until it has something to
    /// say.
    pub(super) fn advance(
        &mut self,
        outgoing: &mut Queue,
        plaintext: &mut Queue,
        until_output: bool,
    ) -> Result<Progress, Error> {
        let mut last = 0;
        loop {
            match self.step(outgoing, plaintext)? {
                Step::Again => continue,
                Step::PeerClosed => return Ok(Progress::PeerClosed),
                Step::Blocked { may_send } => self.may_send = may_send,
            }
            self.drop_refused(std::mem::take(&mut last));
            self.send_close_notify(outgoing);
            if self.shown == 0 && !self.common().is_handshaking() {
                return Ok(Progress::Complete);
            }
            if until_output && !outgoing.is_empty() {
                return Ok(Progress::Incomplete);
            }
            match self.next_record() {
                Next::Incomplete { .. } => return Ok(Progress::Incomplete),
                Next::Record(len) if self.shown + len > MOST_SHOWN => {
                    return Err(InvalidMessage::HandshakePayloadTooLarge.into());
                }
                Next::Record(len) => {
                    last = len;
                    self.show(len);
                }
                Next::Wrong(error) => {
                    // rustls says the same, with an alert.
                    self.show(self.incoming.len() - self.shown);
                    self.step(outgoing, plaintext)?;
                    return Err(error);
                }
            }
        }
    }

    fn show(&mut self, len: usize) {
        let end = self.shown + len;
        // rustls bears warnings before a hello.
        if let (Some(hello), [HANDSHAKE, _, _, _, _, part @ ..]) =
            (&mut self.hello, &self.incoming[self.shown..end])
        {
            hello.extend_from_slice(part);
            if let Some(name) = client_hello::server_name(hello) {
                self.server_name = name;
                self.hello = None;
            }
        }
        self.shown = end;
    }

    /// Early data that a server does not accept cannot be decrypted, and is passed over, up to a limit.
    /// rustls would try the same record again at each call, and count it again. A failed attempt leaves
    /// zeros; what was decrypted has its content type in it.
    fn drop_refused(&mut self, last: usize) {
        let Some(start) = self.shown.checked_sub(last) else {
            return;
        };
        let [APPLICATION_DATA, _, _, _, _, body @ ..] = &self.incoming[start..self.shown] else {
            return;
        };
        let refused = matches!(self.side, Side::Server(_))
            && self.encrypts
            && self.common().is_handshaking()
            // A record without room for a tag costs the sender nothing of the limit either, and none of
            // them is looked at twice.
            && body[..body.len().saturating_sub(TAG)].iter().all(|&byte| byte == 0);
        if refused {
            self.incoming.drain(start..self.shown);
            self.shown = start;
        }
    }

    fn next_record(&self) -> Next {
        let next = &self.incoming[self.shown..];
        let Some(&header) = next.first_chunk::<HEADER>() else {
            return Next::Incomplete {
                missing: HEADER - next.len(),
            };
        };
        match Header::parse(header) {
            Err(error) => Next::Wrong(error),
            Ok(header) => match (HEADER + header.body).checked_sub(next.len()) {
                None | Some(0) => Next::Record(HEADER + header.body),
                Some(missing) => Next::Incomplete { missing },
            },
        }
    }

    fn step(&mut self, outgoing: &mut Queue, plaintext: &mut Queue) -> Result<Step, Error> {
        let step = self.call(outgoing, plaintext);
        if let Err(error) = &step {
            if matches!(error, Error::DecryptError) {
                self.forget_tried();
            }
            let before = outgoing.len();
            while self.common().wants_write() && self.call(outgoing, plaintext).is_ok() {}
            // It may have said the beginning of a flight, and no alert.
            self.alerted |= ends_with_alert(outgoing.from(before));
        }
        step
    }

    /// RFC 5246 has no other way to say that a session cannot be resumed after all.
    fn forget_tried(&mut self) {
        if self.common().protocol_version() == Some(ProtocolVersion::TLSv1_2) {
            if let Some(tried) = self.tried.take() {
                tried.forget();
            }
        }
    }

    fn call(&mut self, outgoing: &mut Queue, plaintext: &mut Queue) -> Result<Step, Error> {
        let before = outgoing.len();
        let shown = &mut self.incoming[..self.shown];
        let (used, step) = match &mut self.side {
            Side::Client(connection) => {
                handle(connection.process_tls_records(shown), outgoing, plaintext)
            }
            Side::Server(connection) => {
                if is_full(connection.handshake_kind()) {
                    self.authenticated_since = None;
                }
                authenticated::step(&mut self.authenticated_since, || {
                    handle(connection.process_tls_records(shown), outgoing, plaintext)
                })
            }
        };
        self.incoming.drain(..used);
        self.shown -= used;
        self.encrypts |= match self.common().protocol_version() {
            None => false,
            // From the server's hello on; the client's second flight, if any, is behind it.
            Some(ProtocolVersion::TLSv1_3) => true,
            Some(_) => {
                let begins = outgoing.get(before) == Some(CHANGE_CIPHER_SPEC);
                if begins {
                    self.change_cipher_spec = Some(before);
                }
                begins
            }
        };
        step
    }

    /// Says close_notify as soon as that can be said: before anything encrypted has gone out, or when
    /// application data may be sent. In between rustls has no way to.
    pub(super) fn close_notify(&mut self, outgoing: &mut Queue) {
        self.close_notify_due = true;
        self.send_close_notify(outgoing);
    }

    /// Has it failed, and was the peer told why?
    pub(super) fn alerted(&self) -> bool {
        self.alerted
    }

    /// Is there a close_notify that could not be said?
    pub(super) fn close_notify_due(&self) -> bool {
        self.close_notify_due
    }

    fn send_close_notify(&mut self, outgoing: &mut Queue) {
        if !self.close_notify_due {
            return;
        }
        let taken_back = self
            .change_cipher_spec
            .take()
            .is_some_and(|start| outgoing.take_back(start));
        if taken_back || !self.encrypts {
            outgoing.push(&PLAIN_CLOSE_NOTIFY);
            self.close_notify_due = false;
        } else if self.may_send {
            let shown = &mut self.incoming[..self.shown];
            self.close_notify_due = !match &mut self.side {
                Side::Client(connection) => {
                    queue_close_notify(connection.process_tls_records(shown), outgoing)
                }
                Side::Server(connection) => {
                    queue_close_notify(connection.process_tls_records(shown), outgoing)
                }
            };
        }
    }

    /// What comes after, with the bytes that came behind the handshake.
    pub(super) fn establish(self) -> Result<(Established, Vec<u8>), Error> {
        let tickets = self.tickets();
        let suite = self.common().negotiated_cipher_suite();
        let suite = suite.ok_or(Error::HandshakeNotComplete)?;
        let (secrets, kernel) = match self.side {
            Side::Client(connection) => {
                let (secrets, kernel) = connection.dangerous_into_kernel_connection()?;
                (secrets, Kernel::client(kernel))
            }
            Side::Server(connection) => {
                let (secrets, kernel) = connection.dangerous_into_kernel_connection()?;
                (secrets, Kernel::server(kernel))
            }
        };
        let established =
            Established::new(secrets, kernel, suite, self.max_fragment_size, tickets)?;
        let mut behind = self.incoming;
        // It had room for the longest record of the handshake, and may stay as long as the connection.
        behind.shrink_to_fit();
        Ok((established, behind))
    }
}

/// Whether it is known not to resume, also not the session that was found.
fn is_full(kind: Option<HandshakeKind>) -> bool {
    match kind {
        Some(HandshakeKind::Full | HandshakeKind::FullWithHelloRetryRequest) => true,
        Some(HandshakeKind::Resumed) | None => false,
    }
}

/// Whether the last of these records is an alert. Encrypted with TLS 1.3 it does not say so, but nothing
/// else is as short.
fn ends_with_alert(mut records: &[u8]) -> bool {
    const ENCRYPTED: usize = 2 + 1 + TAG;
    let mut alert = false;
    while let [content_type, _, _, high, low, rest @ ..] = records {
        let body = usize::from(u16::from_be_bytes([*high, *low]));
        alert = match *content_type {
            ALERT => true,
            APPLICATION_DATA => body == ENCRYPTED,
            _ => false,
        };
        records = rest.get(body..).unwrap_or_default();
    }
    alert
}

/// What the bytes behind those shown are.
enum Next {
    Incomplete { missing: usize },
    Record(usize),
    Wrong(Error),
}

/// Whether it could be.
fn queue_close_notify<D>(status: UnbufferedStatus<'_, '_, D>, outgoing: &mut Queue) -> bool {
    let Ok(ConnectionState::WriteTraffic(mut traffic)) = status.state else {
        return false;
    };
    outgoing
        .fill(ALERT_ROOM, |record| traffic.queue_close_notify(record))
        .is_ok()
}

/// Deals with what rustls says, and returns how many bytes it has done with.
fn handle<D>(
    status: UnbufferedStatus<'_, '_, D>,
    outgoing: &mut Queue,
    plaintext: &mut Queue,
) -> (usize, Result<Step, Error>) {
    let UnbufferedStatus { mut discard, state } = status;
    let step = match state {
        Err(error) => Err(error),
        Ok(ConnectionState::EncodeTlsData(mut data)) => {
            let needed = match data.encode(&mut []) {
                Err(EncodeError::InsufficientSize(size)) => size.required_size,
                Ok(_) | Err(EncodeError::AlreadyEncoded) => 0,
            };
            match outgoing.fill(needed, |record| data.encode(record)) {
                Ok(_) => Ok(Step::Again),
                Err(error) => Err(Error::General(error.to_string())),
            }
        }
        Ok(ConnectionState::TransmitTlsData(data)) => {
            data.done();
            Ok(Step::Again)
        }
        Ok(ConnectionState::ReadTraffic(mut traffic)) => loop {
            match traffic.next_record() {
                Some(Ok(record)) => {
                    discard += record.discard;
                    plaintext.push(record.payload);
                }
                Some(Err(error)) => break Err(error),
                None => break Ok(Step::Again),
            }
        },
        Ok(ConnectionState::WriteTraffic(_)) => Ok(Step::Blocked { may_send: true }),
        Ok(ConnectionState::BlockedHandshake) => Ok(Step::Blocked { may_send: false }),
        Ok(ConnectionState::PeerClosed | ConnectionState::Closed) => Ok(Step::PeerClosed),
        // Early data is never accepted: no config here turns it on.
        Ok(_) => Err(Error::General(
            "rustls came to a state that this library does not know".into(),
        )),
    };
    (discard, step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_with_an_alert() {
        let alert = [ALERT, 3, 3, 0, 2, 2, 40];
        let flight = [HANDSHAKE, 3, 3, 0, 4, 1, 2, 3, 4];
        let encrypted = [&[APPLICATION_DATA, 3, 3, 0, 19][..], &[0; 19]].concat();
        let longer = [&[APPLICATION_DATA, 3, 3, 0, 21][..], &[0; 21]].concat();
        for records in [&alert[..], &encrypted, &[&flight[..], &alert].concat()] {
            assert!(ends_with_alert(records), "{records:?}");
        }
        for records in [&[][..], &flight, &longer, &[&alert[..], &flight].concat()] {
            assert!(!ends_with_alert(records), "{records:?}");
        }
        assert!(!ends_with_alert(&flight[..7]));
    }
}
