//! A client, a server, and the bytes between them, by the same steps as the Java side.

use std::io::{Read, Write};

use rustls::pki_types::ServerName;
use rustls::{ClientConnection, Connection, ServerConnection};

use crate::configs::Configs;
use crate::Failure;

/// Used by one pair after the other.
pub struct Buffers {
    to_server: Vec<u8>,
    to_client: Vec<u8>,
    received: Vec<u8>,
}

impl Buffers {
    pub fn new(message: usize) -> Self {
        let room = message + (message / 16_384 + 2) * 1024 + 16_384;
        Self {
            to_server: Vec::with_capacity(room),
            to_client: Vec::with_capacity(room),
            received: vec![0; message],
        }
    }
}

pub struct Pair {
    client: Connection,
    server: Connection,
}

impl Pair {
    pub fn new(configs: &Configs) -> Result<Self, Failure> {
        let name = ServerName::try_from("localhost")?;
        let mut client = ClientConnection::new(configs.client.clone(), name)?;
        let mut server = ServerConnection::new(configs.server.clone())?;
        // The Java side's buffers hold any message, too.
        client.set_buffer_limit(None);
        server.set_buffer_limit(None);
        Ok(Self {
            client: client.into(),
            server: server.into(),
        })
    }

    pub fn handshake(&mut self, buffers: &mut Buffers) -> Result<(), Failure> {
        while self.client.is_handshaking() || self.server.is_handshaking() {
            self.exchange(buffers)?;
        }
        self.exchange(buffers)
    }

    /// Whether the last handshake was resumed.
    pub fn is_resumed(&self) -> bool {
        self.client.handshake_kind() == Some(rustls::HandshakeKind::Resumed)
    }

    pub fn send_to_server(&mut self, message: &[u8], buffers: &mut Buffers) -> Result<(), Failure> {
        send(
            &mut self.client,
            message,
            &mut buffers.to_server,
            &mut self.server,
            &mut buffers.received,
        )
    }

    pub fn send_to_client(&mut self, message: &[u8], buffers: &mut Buffers) -> Result<(), Failure> {
        send(
            &mut self.server,
            message,
            &mut buffers.to_client,
            &mut self.client,
            &mut buffers.received,
        )
    }

    pub fn close(mut self, buffers: &mut Buffers) -> Result<(), Failure> {
        self.client.send_close_notify();
        self.server.send_close_notify();
        self.exchange(buffers)
    }

    fn exchange(&mut self, buffers: &mut Buffers) -> Result<(), Failure> {
        carry(&mut self.client, &mut buffers.to_server, &mut self.server)?;
        carry(&mut self.server, &mut buffers.to_client, &mut self.client)
    }
}

fn send(
    from: &mut Connection,
    message: &[u8],
    wire: &mut Vec<u8>,
    to: &mut Connection,
    received: &mut [u8],
) -> Result<(), Failure> {
    from.writer().write_all(message)?;
    wire.clear();
    while from.wants_write() {
        from.write_tls(wire)?;
    }
    let mut rest = &wire[..];
    let mut got = 0;
    while got < message.len() {
        to.read_tls(&mut rest)?;
        let state = to.process_new_packets()?;
        if state.plaintext_bytes_to_read() > 0 {
            got += to.reader().read(&mut received[got..])?;
        }
    }
    Ok(())
}

fn carry(from: &mut Connection, wire: &mut Vec<u8>, to: &mut Connection) -> Result<(), Failure> {
    wire.clear();
    while from.wants_write() {
        from.write_tls(wire)?;
    }
    let mut rest = &wire[..];
    while !rest.is_empty() {
        to.read_tls(&mut rest)?;
        to.process_new_packets()?;
    }
    Ok(())
}
