//! What was negotiated.

use rustls::pki_types::CertificateDer;
use rustls::{CommonState, HandshakeKind};
use rustls_ffi::enums::rustls_handshake_kind;

use super::handshake::Handshake;
use super::seen_chains::{self, Chain};

/// Where the cipher suite is in what `rustls4j_connection_negotiated` returns.
pub const RUSTLS4J_NEGOTIATED_CIPHER_SUITE_SHIFT: u32 = 16;
/// Where the key exchange group is in what `rustls4j_connection_negotiated` returns.
pub const RUSTLS4J_NEGOTIATED_GROUP_SHIFT: u32 = 32;
/// Where the `rustls_handshake_kind` is in what `rustls4j_connection_negotiated` returns.
pub const RUSTLS4J_NEGOTIATED_HANDSHAKE_KIND_SHIFT: u32 = 48;

/// What a handshake came to.
#[derive(Default)]
pub(super) struct Negotiated {
    numbers: u64,
    alpn: Box<[u8]>,
    server_name: Box<str>,
    certificates: Option<Chain>,
}

impl Negotiated {
    pub(super) fn by(handshake: &Handshake) -> Self {
        let common = handshake.common();
        Self {
            numbers: numbers(common),
            alpn: common.alpn_protocol().unwrap_or_default().into(),
            server_name: handshake.server_name().unwrap_or_default().into(),
            certificates: common.peer_certificates().map(seen_chains::share),
        }
    }

    /// As [`numbers`] has them.
    pub(super) fn numbers(&self) -> u64 {
        self.numbers
    }

    pub(super) fn alpn(&self) -> &[u8] {
        &self.alpn
    }

    pub(super) fn server_name(&self) -> &str {
        &self.server_name
    }

    pub(super) fn certificates(&self) -> &[CertificateDer<'static>] {
        self.certificates.as_deref().unwrap_or_default()
    }
}

/// Version, suite, group and kind, in 16 bits each, from the lowest; 0 for what is not known.
pub(super) fn numbers(common: &CommonState) -> u64 {
    let version = common.protocol_version().map_or(0, u16::from);
    let suite: u16 = common
        .negotiated_cipher_suite()
        .map_or(0, |suite| suite.suite().into());
    let group: u16 = common
        .negotiated_key_exchange_group()
        .map_or(0, |group| group.name().into());
    let kind = match common.handshake_kind() {
        Some(HandshakeKind::Full) => rustls_handshake_kind::Full,
        Some(HandshakeKind::FullWithHelloRetryRequest) => {
            rustls_handshake_kind::FullWithHelloRetryRequest
        }
        Some(HandshakeKind::Resumed) => rustls_handshake_kind::Resumed,
        None => rustls_handshake_kind::Unknown,
    };
    u64::from(version)
        | u64::from(suite) << RUSTLS4J_NEGOTIATED_CIPHER_SUITE_SHIFT
        | u64::from(group) << RUSTLS4J_NEGOTIATED_GROUP_SHIFT
        | (kind as u64) << RUSTLS4J_NEGOTIATED_HANDSHAKE_KIND_SHIFT
}
