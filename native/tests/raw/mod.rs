//! Plain rustls as a peer, and its keys, to seal with and open whatever a test likes.

#![allow(dead_code)]

use std::sync::Arc;

use aws_lc_rs::aead::{
    Aad, LessSafeKey, Nonce, UnboundKey, AES_128_GCM, AES_256_GCM, CHACHA20_POLY1305,
};
use rustls::crypto::{aws_lc_rs as provider, CryptoProvider};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use rustls::{
    ClientConfig, ClientConnection, Connection, ConnectionTrafficSecrets, RootCertStore,
    ServerConfig, ServerConnection, SupportedCipherSuite,
};

use crate::common::*;

pub const ALERT: u8 = 21;
pub const HANDSHAKE: u8 = 22;
pub const DATA: u8 = 23;

/// The keys of a connection of plain rustls, to seal with and open whatever one likes.
pub struct Raw {
    pub tls13: bool,
    pub tx: RawKey,
    pub rx: RawKey,
}

pub struct RawKey {
    pub key: LessSafeKey,
    pub iv: [u8; 12],
    pub seq: u64,
    pub explicit: bool,
}

impl RawKey {
    pub fn new((seq, secrets): (u64, ConnectionTrafficSecrets), tls13: bool) -> Self {
        let (algorithm, key, iv, gcm) = match secrets {
            ConnectionTrafficSecrets::Aes128Gcm { key, iv } => (&AES_128_GCM, key, iv, true),
            ConnectionTrafficSecrets::Aes256Gcm { key, iv } => (&AES_256_GCM, key, iv, true),
            ConnectionTrafficSecrets::Chacha20Poly1305 { key, iv } => {
                (&CHACHA20_POLY1305, key, iv, false)
            }
            _ => unreachable!(),
        };
        Self {
            key: LessSafeKey::new(UnboundKey::new(algorithm, key.as_ref()).unwrap()),
            iv: iv.as_ref().try_into().unwrap(),
            seq,
            explicit: gcm && !tls13,
        }
    }

    pub fn nonce(&mut self) -> [u8; 12] {
        let mut nonce =
            u128::from_be_bytes([[0; 4].as_slice(), &self.iv].concat().try_into().unwrap());
        nonce ^= u128::from(self.seq);
        self.seq += 1;
        nonce.to_be_bytes()[4..].try_into().unwrap()
    }
}

impl Raw {
    pub fn of(conn: Connection, tls13: bool) -> Self {
        let secrets = conn.dangerous_extract_secrets().unwrap();
        Self {
            tls13,
            tx: RawKey::new(secrets.tx, tls13),
            rx: RawKey::new(secrets.rx, tls13),
        }
    }

    pub fn seal(&mut self, content_type: u8, content: &[u8]) -> Vec<u8> {
        match self.tls13 {
            true => self.seal_inner(&[content, &[content_type]].concat()),
            false => {
                let seq = self.tx.seq;
                let nonce = self.tx.nonce();
                let explicit = match self.tx.explicit {
                    true => &nonce[4..],
                    false => &[],
                };
                let mut aad = seq.to_be_bytes().to_vec();
                aad.extend([content_type, 3, 3]);
                aad.extend((content.len() as u16).to_be_bytes());
                self.finish(content_type, nonce, &aad, explicit, content)
            }
        }
    }

    /// TLS 1.3, with the content type in `inner`, or not.
    pub fn seal_inner(&mut self, inner: &[u8]) -> Vec<u8> {
        let nonce = self.tx.nonce();
        let mut aad = vec![DATA, 3, 3];
        aad.extend((inner.len() as u16 + 16).to_be_bytes());
        self.finish(DATA, nonce, &aad, &[], inner)
    }

    pub fn finish(
        &self,
        content_type: u8,
        nonce: [u8; 12],
        aad: &[u8],
        explicit: &[u8],
        inner: &[u8],
    ) -> Vec<u8> {
        let mut body = inner.to_vec();
        self.tx
            .key
            .seal_in_place_append_tag(
                Nonce::assume_unique_for_key(nonce),
                Aad::from(aad),
                &mut body,
            )
            .unwrap();
        let mut record = vec![content_type, 3, 3];
        record.extend(((explicit.len() + body.len()) as u16).to_be_bytes());
        record.extend(explicit);
        record.extend(body);
        record
    }

    /// The one record in `record`: its content type, and its content.
    pub fn open(&mut self, record: &[u8]) -> (u8, Vec<u8>) {
        let seq = self.rx.seq;
        let mut nonce = self.rx.nonce();
        let mut body = record[5..].to_vec();
        assert_eq!(
            body.len(),
            usize::from(u16::from_be_bytes([record[3], record[4]]))
        );
        let mut aad = record[..5].to_vec();
        if !self.tls13 {
            if self.rx.explicit {
                nonce[4..].copy_from_slice(&body[..8]);
                body.drain(..8);
            }
            aad.splice(..0, seq.to_be_bytes());
            let n = aad.len();
            aad[n - 2..].copy_from_slice(&(body.len() as u16 - 16).to_be_bytes());
        }
        let nonce = Nonce::assume_unique_for_key(nonce);
        let plain = self.rx.key.open_in_place(nonce, Aad::from(&aad), &mut body);
        let mut plain = plain.unwrap().to_vec();
        match self.tls13 {
            true => (plain.pop().unwrap(), plain),
            false => (record[0], plain),
        }
    }

    /// What a connection has to say.
    pub fn hear(&mut self, peer: &mut Peer) -> (u8, Vec<u8>) {
        let record = peer.records(b"");
        assert!(!record.is_empty(), "it has nothing to say");
        self.open(&record)
    }
}

pub fn suites(tls13: bool) -> Vec<SupportedCipherSuite> {
    let mut suites = provider::ALL_CIPHER_SUITES.to_vec();
    suites.retain(|suite| suite.tls13().is_some() == tls13);
    suites.retain(|suite| !format!("{suite:?}").contains("RSA"));
    suites
}

pub fn plain_server(suite: SupportedCipherSuite, identity: &Identity) -> ServerConfig {
    let mut config = ServerConfig::builder_with_provider(Arc::new(CryptoProvider {
        cipher_suites: vec![suite],
        ..provider::default_provider()
    }))
    .with_protocol_versions(&[suite.version()])
    .unwrap()
    .with_no_client_auth()
    .with_single_cert(
        vec![CertificateDer::from(identity.cert.clone())],
        PrivateKeyDer::from_pem_slice(identity.key.serialize_pem().as_bytes()).unwrap(),
    )
    .unwrap();
    config.enable_secret_extraction = true;
    config.send_tls13_tickets = 0;
    config
}

pub fn plain_client(suite: SupportedCipherSuite, authority: &Authority) -> ClientConfig {
    let mut roots = RootCertStore::empty();
    roots.add(authority.0.der().clone()).unwrap();
    let mut config = ClientConfig::builder_with_provider(Arc::new(CryptoProvider {
        cipher_suites: vec![suite],
        ..provider::default_provider()
    }))
    .with_protocol_versions(&[suite.version()])
    .unwrap()
    .with_root_certificates(roots)
    .with_no_client_auth();
    config.enable_secret_extraction = true;
    config
}

/// What plain rustls has to say.
pub fn output(plain: &mut Connection) -> Vec<u8> {
    let mut bytes = Vec::new();
    while plain.wants_write() {
        plain.write_tls(&mut bytes).unwrap();
    }
    bytes
}

/// Gives plain rustls what it must understand.
pub fn deliver(plain: &mut Connection, mut bytes: &[u8]) {
    while !bytes.is_empty() {
        plain.read_tls(&mut bytes).unwrap();
        plain.process_new_packets().unwrap();
    }
}

/// Moves everything, until neither has more to say.
pub fn carry_all(peer: &mut Peer, plain: &mut Connection) {
    loop {
        let to_plain = peer.records(b"");
        deliver(plain, &to_plain);
        let to_peer = output(plain);
        if to_plain.is_empty() && to_peer.is_empty() {
            return;
        }
        peer.incoming.extend(to_peer);
        peer.take(1 << 20, 1 << 20);
        assert_eq!(peer.failure, None);
    }
}

/// A client, and a server of plain rustls.
pub fn client(suite: SupportedCipherSuite) -> (Peer, Connection) {
    let authority = Authority::new("ca");
    let identity = authority.issue("server.example");
    let mut peer = Client::verifying(&BOTH, web_pki_verifier(&authority)).peer();
    let config = plain_server(suite, &identity);
    let mut plain = ServerConnection::new(Arc::new(config)).unwrap().into();
    carry_all(&mut peer, &mut plain);
    assert!(!peer.handshaking() && !plain.is_handshaking());
    (peer, plain)
}

/// A server, and a client of plain rustls.
pub fn server(suite: SupportedCipherSuite) -> (Peer, Connection) {
    let authority = Authority::new("ca");
    let key = authority.issue("server.example").certified_key();
    let mut peer = Server::new(&BOTH, &[&key]).peer();
    let config = plain_client(suite, &authority);
    let name = ServerName::try_from("server.example").unwrap();
    let mut plain = ClientConnection::new(Arc::new(config), name)
        .unwrap()
        .into();
    carry_all(&mut peer, &mut plain);
    assert!(!peer.handshaking() && !plain.is_handshaking());
    assert_eq!(peer.server_name(), "server.example");
    (peer, plain)
}
