//! Two peers in memory, driven through the C functions.

#![allow(dead_code, clippy::missing_safety_doc)]

use std::ffi::c_void;
use std::ptr::{null, null_mut};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair};
use rustls4j::abi::rustls4j_bytes;
use rustls4j::client_config::*;
use rustls4j::connection::functions::*;
use rustls4j::connection::negotiated::*;
use rustls4j::connection::rustls4j_connection;
use rustls4j::provider::rustls4j_aws_lc_rs_crypto_provider;
use rustls4j::server_config::*;
use rustls4j::server_verifier::*;
use rustls4j::transfer::*;
use rustls_ffi::certificate::*;
use rustls_ffi::client::{rustls_client_config, rustls_client_config_builder};
use rustls_ffi::crypto_provider::*;
use rustls_ffi::enums::rustls_handshake_kind;
use rustls_ffi::rustls_result;
use rustls_ffi::server::{rustls_server_config, rustls_server_config_builder};
use rustls_ffi::verifier::*;

pub const TLS12: u16 = 0x0303;
pub const TLS13: u16 = 0x0304;
pub const BOTH: [u16; 2] = [TLS12, TLS13];
pub const OK: u32 = rustls_result::Ok as u32;

/// What one transfer did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Did {
    pub consumed: usize,
    pub produced: usize,
    pub result: u32,
    pub flags: u64,
}

impl Did {
    pub fn unpack(packed: u64) -> Self {
        Self {
            consumed: (packed >> RUSTLS4J_TRANSFER_CONSUMED_SHIFT & RUSTLS4J_TRANSFER_LENGTH_MASK)
                as usize,
            produced: (packed >> RUSTLS4J_TRANSFER_PRODUCED_SHIFT & RUSTLS4J_TRANSFER_LENGTH_MASK)
                as usize,
            result: (packed >> RUSTLS4J_TRANSFER_RESULT_SHIFT & RUSTLS4J_TRANSFER_RESULT_MASK)
                as u32
                + RUSTLS4J_TRANSFER_RESULT_BASE,
            flags: packed >> 58 << 58,
        }
    }

    pub fn is(&self, flag: u64) -> bool {
        self.flags & flag != 0
    }

    pub fn closed(&self) -> bool {
        self.is(RUSTLS4J_TRANSFER_PEER_CLOSED)
    }

    pub fn pending(&self) -> bool {
        self.is(RUSTLS4J_TRANSFER_PLAINTEXT_PENDING)
    }

    pub fn wants_write(&self) -> bool {
        self.is(RUSTLS4J_TRANSFER_WANTS_WRITE)
    }
}

/// A connection, what is on the way to it, and what came out of it.
pub struct Peer {
    pub conn: *mut rustls4j_connection,
    pub incoming: Vec<u8>,
    pub received: Vec<u8>,
    pub failure: Option<u32>,
    pub closed: bool,
}

impl Drop for Peer {
    fn drop(&mut self) {
        unsafe { rustls4j_connection_free(self.conn) };
    }
}

impl Peer {
    pub fn of(conn: *mut rustls4j_connection) -> Self {
        assert!(!conn.is_null());
        Self {
            conn,
            incoming: Vec::new(),
            received: Vec::new(),
            failure: None,
            closed: false,
        }
    }

    pub fn wrap(&mut self, src: &[u8], dst: &mut [u8]) -> Did {
        let (src, src_len) = (src.as_ptr(), src.len());
        let (dst, dst_len) = (dst.as_mut_ptr(), dst.len());
        Did::unpack(unsafe {
            rustls4j_connection_wrap(self.conn, src, 0, src_len, dst, 0, dst_len)
        })
    }

    pub fn unwrap(&mut self, src: &[u8], dst: &mut [u8]) -> Did {
        let (src, src_len) = (src.as_ptr(), src.len());
        let (dst, dst_len) = (dst.as_mut_ptr(), dst.len());
        Did::unpack(unsafe {
            rustls4j_connection_unwrap(self.conn, src, 0, src_len, dst, 0, dst_len)
        })
    }

    pub fn unwrap_no_upcall(&mut self, src: &[u8], dst: &mut [u8]) -> Did {
        let (src, src_len) = (src.as_ptr(), src.len());
        let (dst, dst_len) = (dst.as_mut_ptr(), dst.len());
        Did::unpack(unsafe {
            rustls4j_connection_unwrap_no_upcall(self.conn, src, 0, src_len, dst, 0, dst_len)
        })
    }

    pub fn end_of_input(&mut self) -> Did {
        Did::unpack(unsafe { rustls4j_connection_end_of_input(self.conn) })
    }

    pub fn state(&self) -> Did {
        Did::unpack(unsafe { rustls4j_connection_state(self.conn) })
    }

    pub fn close(&mut self) {
        assert_ok(unsafe { rustls4j_connection_send_close_notify(self.conn) });
    }

    pub fn handshaking(&self) -> bool {
        self.state().is(RUSTLS4J_TRANSFER_HANDSHAKING)
    }

    /// One of the numbers that were negotiated.
    pub fn number(&self, shift: u32) -> u16 {
        (unsafe { rustls4j_connection_negotiated(self.conn) } >> shift) as u16
    }

    pub fn resumed(&self) -> bool {
        let kind = self.number(RUSTLS4J_NEGOTIATED_HANDSHAKE_KIND_SHIFT);
        kind == rustls_handshake_kind::Resumed as u16
    }

    pub fn version(&self) -> u16 {
        self.number(0)
    }

    pub fn suite(&self) -> u16 {
        self.number(RUSTLS4J_NEGOTIATED_CIPHER_SUITE_SHIFT)
    }

    pub fn group(&self) -> u16 {
        self.number(RUSTLS4J_NEGOTIATED_GROUP_SHIFT)
    }

    pub fn peer_cert(&self) -> Option<Vec<u8>> {
        let mut bytes = rustls4j_bytes::EMPTY;
        let result = unsafe { rustls4j_connection_peer_certificate(self.conn, &mut bytes, 0) };
        (result == OK).then(|| unsafe { slice(&bytes) }.to_vec())
    }

    pub fn server_name(&self) -> String {
        let mut bytes = rustls4j_bytes::EMPTY;
        assert_ok(unsafe { rustls4j_connection_server_name(self.conn, &mut bytes) });
        String::from_utf8(unsafe { slice(&bytes) }.to_vec()).unwrap()
    }

    /// All that there is to send, with this plaintext.
    pub fn records(&mut self, plaintext: &[u8]) -> Vec<u8> {
        let mut to = vec![0; plaintext.len() * 2 + 100_000];
        let did = self.wrap(plaintext, &mut to);
        assert_eq!((did.result, did.consumed), (OK, plaintext.len()));
        assert!(!did.wants_write());
        to.truncate(did.produced);
        to
    }

    /// Takes what is on the way.
    pub fn take(&mut self, chunk: usize, room: usize) {
        let mut to = vec![0; room];
        loop {
            let n = chunk.min(self.incoming.len());
            let from = self.incoming[..n].to_vec();
            let did = self.unwrap(&from, &mut to);
            self.incoming.drain(..did.consumed);
            self.received.extend_from_slice(&to[..did.produced]);
            self.closed |= did.closed();
            if did.result != OK {
                self.failure.get_or_insert(did.result);
                self.incoming.clear();
                return;
            }
            let more = !self.incoming.is_empty() || did.pending();
            if did.closed() || !more || did.consumed + did.produced == 0 {
                return;
            }
        }
    }
}

/// Moves all there is to move from one peer to the other; returns how much there was.
pub fn carry(from: &mut Peer, to: &mut Peer, plaintext: &[u8], buffer: usize) -> usize {
    if from.failure == Some(rustls_result::Panic as u32) {
        return 0;
    }
    let mut moved = 0;
    let mut sent = 0;
    let mut dst = vec![0; buffer];
    loop {
        let did = from.wrap(&plaintext[sent..], &mut dst);
        assert_eq!(did.result, OK);
        sent += did.consumed;
        moved += did.produced;
        to.incoming.extend_from_slice(&dst[..did.produced]);
        to.take(buffer, buffer);
        if did.consumed + did.produced == 0 {
            assert_eq!(sent, plaintext.len());
            return moved;
        }
    }
}

/// Runs the handshake, and delivers what follows it.
pub fn settle(client: &mut Peer, server: &mut Peer, buffer: usize) {
    loop {
        let moved = carry(client, server, b"", buffer) + carry(server, client, b"", buffer);
        if moved == 0 {
            return;
        }
    }
}

/// Runs a handshake that must succeed.
pub fn connect(client: &mut Peer, server: &mut Peer) {
    settle(client, server, 20_000);
    assert_eq!((client.failure, server.failure), (None, None));
    assert!(!client.handshaking() && !server.handshaking());
}

/// A pair that is connected.
pub fn connected(client: &Client, server: &Server) -> (Peer, Peer) {
    let mut pair = (client.peer(), server.peer());
    connect(&mut pair.0, &mut pair.1);
    pair
}

#[track_caller]
pub fn assert_ok(result: u32) {
    assert_eq!(result, OK, "{:?}", rustls_result::from(result));
}

/// A certificate authority, and certificates of it.
pub struct Authority(pub CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub fn new(name: &str) -> Self {
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params.key_usages = vec![
            rcgen::KeyUsagePurpose::KeyCertSign,
            rcgen::KeyUsagePurpose::CrlSign,
        ];
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    pub fn issue(&self, name: &str) -> Identity {
        self.issue_for(name, KeyPair::generate().unwrap())
    }

    pub fn issue_for(&self, name: &str, key: KeyPair) -> Identity {
        let mut params = CertificateParams::new([name.to_string()]).unwrap();
        params.distinguished_name = rcgen::DistinguishedName::new();
        params.distinguished_name.push(DnType::CommonName, name);
        params.serial_number = Some(vec![name.len() as u8, 1].into());
        let cert = params.signed_by(&key, &self.0).unwrap();
        Identity {
            cert: cert.der().to_vec(),
            key,
        }
    }

    /// The subject's DER.
    pub fn subject(&self) -> Vec<u8> {
        let store = self.store();
        let roots = unsafe { &*store.0.cast::<rustls::RootCertStore>() };
        roots.subjects()[0].as_ref().to_vec()
    }

    pub fn store(&self) -> Roots {
        let builder = rustls_root_cert_store_builder::rustls_root_cert_store_builder_new();
        let pem = self.0.pem();
        assert_ok(
            rustls_root_cert_store_builder::rustls_root_cert_store_builder_add_pem(
                builder,
                pem.as_ptr(),
                pem.len(),
                true,
            ) as u32,
        );
        let mut store = null();
        assert_ok(
            rustls_root_cert_store_builder::rustls_root_cert_store_builder_build(
                builder, &mut store,
            ) as u32,
        );
        rustls_root_cert_store_builder::rustls_root_cert_store_builder_free(builder);
        Roots(store)
    }
}

pub struct Roots(pub *const rustls_root_cert_store);

impl Drop for Roots {
    fn drop(&mut self) {
        rustls_root_cert_store::rustls_root_cert_store_free(self.0);
    }
}

pub struct Identity {
    pub cert: Vec<u8>,
    pub key: KeyPair,
}

impl Identity {
    pub fn certified_key(&self) -> Key {
        let pem = pem(&self.cert);
        let key = self.key.serialize_pem();
        let mut out = null();
        assert_ok(rustls_certified_key::rustls_certified_key_build(
            pem.as_ptr(),
            pem.len(),
            key.as_ptr(),
            key.len(),
            &mut out,
        ) as u32);
        Key(out)
    }
}

pub fn pem(cert: &[u8]) -> String {
    use std::fmt::Write;
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut pem = "-----BEGIN CERTIFICATE-----\n".to_string();
    for line in cert.chunks(48) {
        for group in line.chunks(3) {
            let bits = group
                .iter()
                .enumerate()
                .fold(0, |bits, (i, &byte)| bits | u32::from(byte) << (16 - 8 * i));
            for i in 0..4 {
                match i <= group.len() {
                    true => pem.push(ALPHABET[(bits >> (18 - 6 * i) & 63) as usize] as char),
                    false => pem.push('='),
                }
            }
        }
        writeln!(pem).unwrap();
    }
    pem + "-----END CERTIFICATE-----\n"
}

pub struct Key(pub *const rustls_certified_key);

// Certified keys are shared between threads by design.
unsafe impl Send for Key {}
unsafe impl Sync for Key {}

impl Drop for Key {
    fn drop(&mut self) {
        rustls_certified_key::rustls_certified_key_free(self.0);
    }
}

pub struct Provider(pub *const rustls_crypto_provider);

impl Provider {
    pub fn aws_lc() -> Self {
        Self(rustls_aws_lc_rs_crypto_provider())
    }

    /// The same, but for our own key schedule.
    pub fn rustls4j() -> Self {
        Self(rustls4j_aws_lc_rs_crypto_provider())
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        rustls_crypto_provider_free(self.0);
    }
}

/// A server config.
pub struct Server(pub *const rustls_server_config);

impl Drop for Server {
    fn drop(&mut self) {
        rustls_server_config::rustls_server_config_free(self.0);
    }
}

impl Server {
    pub fn new(versions: &[u16], keys: &[&Key]) -> Self {
        Self::verifying(versions, keys, null_mut())
    }

    /// Takes the verifier over.
    pub fn verifying(
        versions: &[u16],
        keys: &[&Key],
        verifier: *mut rustls_client_cert_verifier,
    ) -> Self {
        // Clients have our own key schedule: the two have to agree.
        Self::with(&Provider::aws_lc(), versions, keys, verifier)
    }

    /// Takes the verifier over.
    pub fn with(
        provider: &Provider,
        versions: &[u16],
        keys: &[&Key],
        verifier: *mut rustls_client_cert_verifier,
    ) -> Self {
        use rustls_server_config_builder as b;
        let mut builder = null_mut();
        assert_ok(b::rustls_server_config_builder_new_custom(
            provider.0,
            versions.as_ptr(),
            versions.len(),
            &mut builder,
        ) as u32);
        let keys: Vec<_> = keys.iter().map(|key| key.0).collect();
        assert_ok(b::rustls_server_config_builder_set_certified_keys(
            builder,
            keys.as_ptr(),
            keys.len(),
        ) as u32);
        if !verifier.is_null() {
            b::rustls_server_config_builder_set_client_verifier(builder, verifier);
            rustls_client_cert_verifier::rustls_client_cert_verifier_free(verifier);
        }
        let mut config = null();
        assert_ok(b::rustls_server_config_builder_build(builder, &mut config) as u32);
        Self(config)
    }

    pub fn customize(&self, change: impl FnOnce(&mut rustls4j_server_config_options)) -> Self {
        let (result, config) = self.try_customize(change);
        assert_ok(result);
        config
    }

    pub fn try_customize(
        &self,
        change: impl FnOnce(&mut rustls4j_server_config_options),
    ) -> (u32, Self) {
        let mut options = unsafe { std::mem::zeroed() };
        change(&mut options);
        let mut config = null();
        let result = unsafe { rustls4j_server_config_customize(self.0, &options, &mut config) };
        (result, Self(config))
    }

    pub fn peer(&self) -> Peer {
        let mut conn = null_mut();
        assert_ok(unsafe { rustls4j_server_connection_new(self.0, &mut conn) });
        Peer::of(conn)
    }
}

/// A client config.
pub struct Client(pub *const rustls_client_config);

impl Drop for Client {
    fn drop(&mut self) {
        rustls_client_config::rustls_client_config_free(self.0);
    }
}

impl Client {
    /// One that trusts everybody.
    pub fn new(versions: &[u16]) -> Self {
        Self::with_keys(versions, &[])
    }

    pub fn with_keys(versions: &[u16], keys: &[&Key]) -> Self {
        Self::with(&Provider::rustls4j(), versions, keys, trusting_verifier())
    }

    /// Takes the verifier over.
    pub fn verifying(versions: &[u16], verifier: *mut rustls_server_cert_verifier) -> Self {
        Self::with(&Provider::rustls4j(), versions, &[], verifier)
    }

    /// Takes the verifier over.
    pub fn with(
        provider: &Provider,
        versions: &[u16],
        keys: &[&Key],
        verifier: *mut rustls_server_cert_verifier,
    ) -> Self {
        use rustls_client_config_builder as b;
        let mut builder = null_mut();
        assert_ok(b::rustls_client_config_builder_new_custom(
            provider.0,
            versions.as_ptr(),
            versions.len(),
            &mut builder,
        ) as u32);
        b::rustls_client_config_builder_set_server_verifier(builder, verifier);
        rustls_server_cert_verifier::rustls_server_cert_verifier_free(verifier);
        if !keys.is_empty() {
            let keys: Vec<_> = keys.iter().map(|key| key.0).collect();
            assert_ok(b::rustls_client_config_builder_set_certified_key(
                builder,
                keys.as_ptr(),
                keys.len(),
            ) as u32);
        }
        let mut config = null();
        assert_ok(b::rustls_client_config_builder_build(builder, &mut config) as u32);
        Self(config)
    }

    pub fn customize(&self, change: impl FnOnce(&mut rustls4j_client_config_options)) -> Self {
        let (result, config) = self.try_customize(change);
        assert_ok(result);
        config
    }

    pub fn try_customize(
        &self,
        change: impl FnOnce(&mut rustls4j_client_config_options),
    ) -> (u32, Self) {
        let mut options = unsafe { std::mem::zeroed() };
        change(&mut options);
        let mut config = null();
        let result = unsafe { rustls4j_client_config_customize(self.0, &options, &mut config) };
        (result, Self(config))
    }

    pub fn peer(&self) -> Peer {
        self.peer_for("server.example")
    }

    pub fn peer_offering(&self, protocols: &[&str]) -> Peer {
        let protocols: Vec<_> = protocols
            .iter()
            .map(|protocol| rustls4j_bytes::from(protocol.as_bytes()))
            .collect();
        self.connection("server.example", Some(&protocols))
    }

    pub fn peer_for(&self, name: &str) -> Peer {
        self.connection(name, None)
    }

    fn connection(&self, name: &str, alpn: Option<&[rustls4j_bytes]>) -> Peer {
        let mut conn = null_mut();
        assert_ok(unsafe {
            rustls4j_client_connection_new(
                self.0,
                name.as_ptr(),
                name.len(),
                alpn.map_or(null(), <[_]>::as_ptr),
                alpn.map_or(0, <[_]>::len),
                &mut conn,
            )
        });
        Peer::of(conn)
    }
}

/// What is behind a context: a state, and how often the context was dropped. Each context owns a
/// reference, so that a second drop, or a use after it, is a use of freed memory.
pub struct Probe<S> {
    pub state: S,
    pub dropped: AtomicUsize,
}

impl<S> Probe<S> {
    pub fn new(state: S) -> Arc<Self> {
        Arc::new(Self {
            state,
            dropped: AtomicUsize::new(0),
        })
    }

    pub fn ctx(self: &Arc<Self>) -> u64 {
        Arc::into_raw(self.clone()) as u64
    }

    pub fn drops(&self) -> usize {
        self.dropped.load(Ordering::SeqCst)
    }

    pub unsafe fn at<'a>(ctx: u64) -> &'a Self {
        unsafe { &*(ctx as *const Self) }
    }

    pub unsafe extern "C" fn on_drop(ctx: u64) {
        let probe = unsafe { Arc::from_raw(ctx as *const Self) };
        probe.dropped.fetch_add(1, Ordering::SeqCst);
    }
}

pub unsafe fn slice<'a>(bytes: &rustls4j_bytes) -> &'a [u8] {
    match bytes.len {
        0 => &[],
        len => unsafe { std::slice::from_raw_parts(bytes.data, len) },
    }
}

pub unsafe fn many<'a, T>(data: *const T, len: usize) -> &'a [T] {
    match len {
        0 => &[],
        len => unsafe { std::slice::from_raw_parts(data, len) },
    }
}

/// A verifier that trusts everybody, and counts in the probe how often it was asked.
pub fn counting_verifier(probe: &Arc<Probe<AtomicUsize>>) -> *mut rustls_server_cert_verifier {
    unsafe extern "C" fn count(ctx: u64, _: *const rustls4j_server_cert_params) -> u32 {
        unsafe { Probe::<AtomicUsize>::at(ctx) }
            .state
            .fetch_add(1, Ordering::SeqCst);
        OK
    }
    let mut options: rustls4j_server_cert_verifier_options = unsafe { std::mem::zeroed() };
    options.verify = Some(count);
    options.drop = Some(Probe::<AtomicUsize>::on_drop);
    options.ctx = probe.ctx();
    let mut verifier = null_mut();
    assert_ok(unsafe { rustls4j_server_cert_verifier_new(&options, &mut verifier) });
    verifier
}

/// What a server answers to a client's hello.
pub fn server_flight(client: &mut Peer, server: &mut Peer) -> Vec<u8> {
    server.incoming = client.records(b"");
    server.take(1 << 20, 0);
    server.records(b"")
}

pub fn trusting_verifier() -> *mut rustls_server_cert_verifier {
    unsafe extern "C" fn trust(_: u64, _: *const rustls4j_server_cert_params) -> u32 {
        OK
    }
    let mut options: rustls4j_server_cert_verifier_options = unsafe { std::mem::zeroed() };
    options.verify = Some(trust);
    let mut verifier = null_mut();
    assert_ok(unsafe { rustls4j_server_cert_verifier_new(&options, &mut verifier) });
    verifier
}

// Their Rust paths are private.
#[allow(improper_ctypes)]
extern "C" {
    fn rustls_web_pki_server_cert_verifier_builder_new(
        roots: *const rustls_root_cert_store,
    ) -> *mut c_void;
    fn rustls_web_pki_server_cert_verifier_builder_build(
        builder: *mut c_void,
        verifier_out: *mut *mut rustls_server_cert_verifier,
    ) -> u32;
    fn rustls_web_pki_server_cert_verifier_builder_free(builder: *mut c_void);
}

pub fn web_pki_verifier(authority: &Authority) -> *mut rustls_server_cert_verifier {
    let roots = authority.store();
    let mut verifier = null_mut();
    unsafe {
        let builder = rustls_web_pki_server_cert_verifier_builder_new(roots.0);
        assert_ok(rustls_web_pki_server_cert_verifier_builder_build(
            builder,
            &mut verifier,
        ));
        rustls_web_pki_server_cert_verifier_builder_free(builder);
    }
    verifier
}
