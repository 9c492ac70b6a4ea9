//! Connections of our own, on rustls's configs.
//!
//! Upstream's connection is rustls's buffered one: it copies each record five times, and weighs 8
//! KB when it is idle. A [`rustls4j_connection`] has rustls do the handshake, and then encrypts and
//! decrypts records where they are.

use std::cell::Cell;
use std::sync::Arc;

use rustls::client::UnbufferedClientConnection;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::server::UnbufferedServerConnection;
use rustls::{ClientConfig, Error, ServerConfig};
use rustls_ffi::rustls_result;

use self::established::{Established, Received, Refused};
use self::handshake::{Handshake, Progress};
use self::negotiated::Negotiated;
use self::queue::Queue;
use self::records::{Header, HEADER, MAX_PLAINTEXT};
use crate::client_config;
use crate::errors::result_of;
use crate::log::LogTo;
use crate::memory::{Destination, Source};
use crate::server_config;
use crate::sessions::Tried;

mod established;
pub mod functions;
mod handshake;
pub mod negotiated;
mod queue;
mod records;
mod seen_chains;
#[cfg(test)]
mod tests;

/// A TLS connection.
pub struct rustls4j_connection {
    phase: Phase,
    /// Of an established connection, what was negotiated.
    negotiated: Negotiated,
    /// TLS bytes to be sent.
    outgoing: Queue,
    /// Of an established connection, the beginning of a record.
    incoming: Vec<u8>,
    /// Plaintext for which there was no room.
    plaintext: Queue,
    failure: Option<rustls_result>,
    /// The peer was told that it is over: there is nothing to say after a fatal alert.
    told: bool,
    peer_closed: bool,
    end_of_input: bool,
    /// Set while a call is running: found set by the next one, that call has panicked.
    busy: bool,
    fips: bool,
    /// What a server stapled, until somebody takes it.
    ocsp_response: Option<Box<[u8]>>,
    /// Where log lines go, if anywhere.
    log: Option<Box<LogTo>>,
}

enum Phase {
    Handshake(Box<Handshake>),
    Established(Box<Established>),
    /// Between the two, and after that has failed.
    Neither,
}

/// The record of it (RFC 8446, D.4).
const CHANGE_CIPHER_SPEC: [u8; 6] = [20, 3, 3, 0, 1, 1];

/// What a transfer did.
pub(crate) struct Outcome {
    pub(crate) consumed: usize,
    pub(crate) produced: usize,
    pub(crate) result: rustls_result,
    pub(crate) peer_closed: bool,
}

impl Outcome {
    pub(crate) fn of(result: rustls_result) -> Self {
        Self {
            consumed: 0,
            produced: 0,
            result,
            peer_closed: false,
        }
    }
}

/// Records up to this size are decrypted aside: most that are not plaintext are among them, and do not
/// touch the caller's memory then.
const SMALL: usize = 1024;

thread_local! {
    /// Where a record is decrypted that is small, or for which the caller's memory has no room.
    static SCRATCH: Cell<Option<Box<[u8; MAX_PLAINTEXT + 1]>>> = const { Cell::new(None) };
}

impl rustls4j_connection {
    fn new(handshake: Handshake, fips: bool) -> Self {
        Self {
            phase: Phase::Handshake(Box::new(handshake)),
            negotiated: Negotiated::default(),
            outgoing: Queue::default(),
            incoming: Vec::new(),
            plaintext: Queue::default(),
            failure: None,
            told: false,
            peer_closed: false,
            end_of_input: false,
            busy: false,
            fips,
            ocsp_response: None,
            log: None,
        }
    }

    pub(crate) fn client(
        mut config: Arc<ClientConfig>,
        name: ServerName<'static>,
        alpn: Option<Vec<Vec<u8>>>,
    ) -> Result<Self, rustls_result> {
        // Where upstream has built it, it is not prepared.
        if !config.enable_secret_extraction {
            client_config::prepare(Arc::make_mut(&mut config));
        }
        let (fips, max_fragment_size) = (config.fips(), config.max_fragment_size);
        let (connection, tried) = Tried::during(|| match alpn {
            None => UnbufferedClientConnection::new(config, name),
            Some(protocols) => UnbufferedClientConnection::new_with_alpn(config, name, protocols),
        });
        let mut client = Self::new(
            Handshake::client(connection.map_err(result_of)?, max_fragment_size, tried),
            fips,
        );
        client.advance(false);
        Ok(client)
    }

    pub(crate) fn server(mut config: Arc<ServerConfig>) -> Result<Self, rustls_result> {
        if !config.enable_secret_extraction {
            server_config::prepare(Arc::make_mut(&mut config));
        }
        let (fips, max_fragment_size) = (config.fips(), config.max_fragment_size);
        let connection = UnbufferedServerConnection::new(config).map_err(result_of)?;
        Ok(Self::new(
            Handshake::server(connection, max_fragment_size),
            fips,
        ))
    }

    /// A server that is given `hello`, and for later what it does not need of it to answer.
    pub(crate) fn accepted(config: Arc<ServerConfig>, hello: &[u8]) -> Result<Self, rustls_result> {
        let mut server = Self::server(config)?;
        if let Phase::Handshake(handshake) = &mut server.phase {
            handshake.keep(hello);
        }
        server.advance(true);
        Ok(server)
    }

    pub(crate) fn ocsp_response(&mut self) -> &mut Option<Box<[u8]>> {
        &mut self.ocsp_response
    }

    pub(crate) fn failure(&self) -> Option<rustls_result> {
        self.failure
    }

    /// What was to be sent.
    pub(crate) fn take_outgoing(&mut self) -> Vec<u8> {
        self.outgoing.take()
    }

    pub(crate) fn is_handshaking(&self) -> bool {
        match &self.phase {
            Phase::Handshake(handshake) => handshake.common().is_handshaking(),
            Phase::Established(_) => false,
            Phase::Neither => true,
        }
    }

    pub(crate) fn wants_write(&self) -> bool {
        !self.outgoing.is_empty() && !self.holds_back()
    }

    /// A TLS 1.3 client has a change_cipher_spec to send when it has read the server's hello. Nobody
    /// waits for it: it goes with the rest of the flight, in one packet and one call less.
    fn holds_back(&self) -> bool {
        matches!(self.phase, Phase::Handshake(_))
            && self.failure.is_none()
            && self.outgoing.is(&CHANGE_CIPHER_SPEC)
    }

    /// In a handshake, output comes first; later, only plaintext does.
    pub(crate) fn wants_read(&self) -> bool {
        let output_first = match &self.phase {
            Phase::Established(_) => false,
            Phase::Handshake(_) | Phase::Neither => true,
        };
        self.plaintext.is_empty() && !self.peer_closed && !(output_first && self.wants_write())
    }

    /// Goes on with a handshake, with what it has. A failure is kept.
    fn advance(&mut self, until_output: bool) {
        let Phase::Handshake(handshake) = &mut self.phase else {
            return;
        };
        let progress = handshake.advance(&mut self.outgoing, &mut self.plaintext, until_output);
        self.told |= handshake.alerted();
        let done = match progress {
            Ok(Progress::Incomplete) => Ok(()),
            Ok(Progress::Complete) => self.establish(),
            Ok(Progress::PeerClosed) => {
                self.peer_closed = true;
                Ok(())
            }
            Err(error) => Err(error),
        };
        if let Err(error) = done {
            self.fail(error);
        }
    }

    fn establish(&mut self) -> Result<(), Error> {
        let Phase::Handshake(handshake) = std::mem::replace(&mut self.phase, Phase::Neither) else {
            return Ok(());
        };
        self.negotiated = Negotiated::by(&handshake);
        let close_notify_due = handshake.close_notify_due();
        let (mut established, incoming) = handshake.establish()?;
        self.incoming = incoming;
        if close_notify_due {
            established.close_notify(&mut self.outgoing)?;
        }
        self.phase = Phase::Established(Box::new(established));
        Ok(())
    }

    fn fail(&mut self, error: Error) {
        if self.failure.is_none() {
            ::log::debug!("the connection has failed: {error}");
            self.failure = Some(result_of(error));
        }
    }

    fn refuse(&mut self, refused: Refused) {
        if let Phase::Established(established) = &mut self.phase {
            match established.tell(&refused, &mut self.outgoing) {
                Ok(told) => self.told |= told,
                Err(error) => ::log::debug!("the alert cannot be sent: {error}"),
            }
        }
        self.fail(refused.error);
    }

    pub(crate) fn wrap(&mut self, mut src: Source, dst: &mut Destination) -> Outcome {
        if !self.holds_back() {
            self.outgoing.move_to(dst);
        }
        if let (Phase::Established(established), None) = (&mut self.phase, self.failure) {
            if !src.is_empty() {
                if let Err(error) = established.encrypt(&mut src, dst, &mut self.outgoing) {
                    // As rustls does where a key is used up that cannot be changed: the last record says
                    // goodbye.
                    self.send_close_notify();
                    self.fail(error);
                }
            }
        }
        Outcome {
            consumed: src.consumed(),
            produced: dst.produced(),
            // With nothing to encrypt, a failed connection has its alert to send, and no more to say.
            result: match self.failure {
                Some(failure) if !src.is_empty() => failure,
                _ => rustls_result::Ok,
            },
            peer_closed: false,
        }
    }

    pub(crate) fn unwrap(&mut self, mut src: Source, dst: &mut Destination) -> Outcome {
        let result = self.do_unwrap(&mut src, dst);
        // Only whoever has room is told that there is no more.
        let peer_closed = self.peer_closed
            && self.plaintext.is_empty()
            && dst.room() > 0
            && result == rustls_result::Ok;
        if peer_closed {
            src.advance(src.remaining());
        }
        Outcome {
            consumed: src.consumed(),
            produced: dst.produced(),
            result,
            peer_closed,
        }
    }

    fn do_unwrap(&mut self, src: &mut Source, dst: &mut Destination) -> rustls_result {
        // Output first, unless there is none when the call begins.
        let wants_read = self.wants_read();
        loop {
            self.plaintext.move_to(dst);
            if !self.plaintext.is_empty() || self.peer_closed {
                return rustls_result::Ok;
            }
            if let Some(failure) = self.failure {
                return failure;
            }
            let went_on = match &mut self.phase {
                Phase::Established(_) => self.take_record(src, dst),
                Phase::Handshake(_) => self.take_handshake(src, wants_read),
                Phase::Neither => false,
            };
            if !went_on {
                // Plaintext first; the end is reported to whoever comes for more.
                return match self.end_of_input && self.failure.is_none() && dst.produced() == 0 {
                    true => rustls_result::UnexpectedEof,
                    false => rustls_result::Ok,
                };
            }
        }
    }

    /// Whether there was anything to do.
    fn take_handshake(&mut self, src: &mut Source, wants_read: bool) -> bool {
        let Phase::Handshake(handshake) = &mut self.phase else {
            return false;
        };
        let had_input = handshake.has_input();
        let before = src.consumed();
        if wants_read {
            handshake.take(src);
        }
        if src.consumed() == before && !had_input {
            return false;
        }
        self.advance(false);
        // What is still incomplete waits for more.
        src.consumed() > before
            || self.failure.is_some()
            || !matches!(self.phase, Phase::Handshake(_))
    }

    /// Takes a record, or a part of one, and deals with it. Whether there was anything to do.
    fn take_record(&mut self, src: &mut Source, dst: &mut Destination) -> bool {
        if self.incoming.is_empty() {
            let Some(bytes) = src.peek::<HEADER>() else {
                src.move_to(&mut self.incoming, HEADER);
                return false;
            };
            let header = match Header::parse(bytes) {
                Ok(header) => header,
                Err(error) => {
                    src.advance(HEADER);
                    self.refuse(error.into());
                    return true;
                }
            };
            let len = HEADER + header.body;
            if src.remaining() >= len {
                let body = src.position().wrapping_add(HEADER);
                src.advance(len);
                // SAFETY: so much was left of the caller's input, which does not overlap its output.
                unsafe { self.receive(header, body, dst) };
                return true;
            }
        }
        self.complete_record(src, dst)
    }

    #[cold]
    fn complete_record(&mut self, src: &mut Source, dst: &mut Destination) -> bool {
        loop {
            let missing = match self.incoming.first_chunk::<HEADER>() {
                None => HEADER - self.incoming.len(),
                Some(&bytes) => match Header::parse(bytes) {
                    Err(error) => {
                        self.incoming = Vec::new();
                        self.refuse(error.into());
                        return true;
                    }
                    Ok(header) => {
                        let len = HEADER + header.body;
                        match len.checked_sub(self.incoming.len()) {
                            Some(missing @ 1..) => missing,
                            _ => {
                                let mut records = std::mem::take(&mut self.incoming);
                                // SAFETY: it has so many bytes, of which only the front is looked at.
                                unsafe { self.receive(header, records[HEADER..].as_ptr(), dst) };
                                records.drain(..len);
                                if !records.is_empty() {
                                    self.incoming = records;
                                }
                                return true;
                            }
                        }
                    }
                },
            };
            if src.is_empty() {
                return false;
            }
            src.move_to(&mut self.incoming, missing);
        }
    }

    /// Deals with a record.
    ///
    /// # Safety
    /// `body` is valid for reads of `header.body` bytes, which do not overlap `dst`.
    unsafe fn receive(&mut self, header: Header, body: *const u8, dst: &mut Destination) {
        let Phase::Established(established) = &mut self.phase else {
            return;
        };
        let room = match established.room(header) {
            Ok(room) => room,
            Err(refused) => return self.refuse(refused),
        };
        let received = if room > SMALL && room <= dst.room() {
            // SAFETY: the caller's promise, and there is so much room.
            unsafe { receive_into(established, header, body, dst, room, &mut self.outgoing) }
        } else {
            let mut scratch = SCRATCH
                .take()
                .unwrap_or_else(|| Box::new([0; MAX_PLAINTEXT + 1]));
            // SAFETY: the caller's promise; and `room` is at most what the scratch memory has.
            let received = unsafe {
                established.receive(header, body, scratch.as_mut_ptr(), &mut self.outgoing)
            };
            if let Ok(Received::Plaintext(n)) = received {
                let given = dst.put(&scratch[..n]);
                self.plaintext.push(&scratch[given..n]);
            }
            // The thread outlives the connection, and what it was told is not for the next one.
            scratch[..room].fill(0);
            SCRATCH.set(Some(scratch));
            received
        };
        match received {
            Ok(Received::Plaintext(_) | Received::Other) => {}
            Ok(Received::CloseNotify) => self.peer_closed = true,
            Err(refused) => self.refuse(refused),
        }
    }

    pub(crate) fn end_of_input(&mut self) {
        self.end_of_input = true;
    }

    fn send_close_notify(&mut self) {
        if self.told {
            return;
        }
        self.told = true;
        let sent = match &mut self.phase {
            Phase::Handshake(handshake) => {
                handshake.close_notify(&mut self.outgoing);
                Ok(())
            }
            Phase::Established(established) => established.close_notify(&mut self.outgoing),
            Phase::Neither => Ok(()),
        };
        if let Err(error) = sent {
            self.fail(error);
        }
    }

    fn refresh_traffic_keys(&mut self) -> Result<(), rustls_result> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        let Phase::Established(established) = &mut self.phase else {
            return Err(rustls_result::HandshakeNotComplete);
        };
        // Nothing more will be sent with new keys.
        if self.told {
            return Ok(());
        }
        match established.refresh_traffic_keys(&mut self.outgoing) {
            Ok(()) => Ok(()),
            Err(Error::HandshakeNotComplete) => Err(rustls_result::HandshakeNotComplete),
            Err(error) => {
                self.fail(error.clone());
                Err(result_of(error))
            }
        }
    }

    fn fips(&self) -> bool {
        self.fips
    }

    fn set_log(&mut self, log: LogTo) {
        self.log = Some(Box::new(log));
    }

    fn tickets_received(&self) -> u32 {
        match &self.phase {
            Phase::Handshake(handshake) => handshake.tickets(),
            Phase::Established(established) => established.tickets(),
            Phase::Neither => 0,
        }
    }

    pub(crate) fn numbers(&self) -> u64 {
        match &self.phase {
            Phase::Handshake(handshake) => negotiated::numbers(handshake.common()),
            Phase::Established(_) | Phase::Neither => self.negotiated.numbers(),
        }
    }

    fn alpn(&self) -> &[u8] {
        match &self.phase {
            Phase::Handshake(handshake) => handshake.common().alpn_protocol().unwrap_or_default(),
            Phase::Established(_) | Phase::Neither => self.negotiated.alpn(),
        }
    }

    fn server_name(&self) -> &str {
        match &self.phase {
            Phase::Handshake(handshake) => handshake.server_name().unwrap_or_default(),
            Phase::Established(_) | Phase::Neither => self.negotiated.server_name(),
        }
    }

    fn certificates(&self) -> &[CertificateDer<'static>] {
        match &self.phase {
            Phase::Handshake(handshake) => {
                handshake.common().peer_certificates().unwrap_or_default()
            }
            Phase::Established(_) | Phase::Neither => self.negotiated.certificates(),
        }
    }
}

/// Decrypts a record where its plaintext is wanted. Memory behind the plaintext keeps its content,
/// unless the record is padded; where it was no plaintext after all, zeros are left.
///
/// # Safety
/// `body` is valid for reads of `header.body` bytes, which do not overlap `dst`, where `room` is what
/// [`Established::room`] says, not 0 and not more than there is.
unsafe fn receive_into(
    established: &mut Established,
    header: Header,
    body: *const u8,
    dst: &mut Destination,
    room: usize,
    outgoing: &mut Queue,
) -> Result<Received, Refused> {
    let to = dst.position();
    let last = to.wrapping_add(room - 1);
    // SAFETY: the caller's promise, for all of them.
    unsafe {
        let kept = last.read();
        let received = established.receive(header, body, to, outgoing);
        match received {
            Ok(Received::Plaintext(n)) => {
                // A TLS 1.3 record has its content type there.
                if n < room {
                    last.write(kept);
                }
                dst.advance(n);
            }
            _ => to.write_bytes(0, room),
        }
        received
    }
}

/// Runs `body` alone on a connection that is live and has not panicked.
///
/// # Safety
/// `conn` is NULL or live, and nobody else uses it during the call.
#[inline]
pub(crate) unsafe fn exclusively<T>(
    conn: *mut rustls4j_connection,
    body: impl FnOnce(&mut rustls4j_connection) -> T,
) -> Result<T, rustls_result> {
    // SAFETY: the caller's promise.
    let conn = unsafe { conn.as_mut() }.ok_or(rustls_result::NullParameter)?;
    if conn.busy {
        return Err(rustls_result::Panic);
    }
    conn.busy = true;
    let done = match conn.log.as_deref() {
        None => body(conn),
        Some(&log) => log.during(|| body(conn)),
    };
    conn.busy = false;
    Ok(done)
}
