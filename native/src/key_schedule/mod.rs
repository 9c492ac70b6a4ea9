//! What TLS 1.3 hashes and derives keys with (RFC 8446, section 7.1).
//!
//! AWS-LC does the hashing, as it does for rustls. rustls reaches it through interfaces for any
//! hash of any length, which allocate, and which set a key up anew for each thing that is derived from it:
//! a tenth of the time of a resumed handshake.

use std::marker::PhantomData;
use std::sync::LazyLock;

use rustls::crypto::hash::HashAlgorithm;
use rustls::crypto::{aws_lc_rs, CryptoProvider};
use rustls::{CipherSuiteCommon, SupportedCipherSuite, Tls13CipherSuite};

use self::digest::{Algorithm, Sha256, Sha384};

mod digest;
mod hkdf;
mod hmac;
mod secret;
#[cfg(test)]
mod tests;
mod transcript;

/// aws-lc-rs's provider, but for how its suites of TLS 1.3 hash and derive keys.
pub(crate) fn provider() -> CryptoProvider {
    static SUITES: LazyLock<Vec<Tls13CipherSuite>> = LazyLock::new(|| {
        let upstreams = aws_lc_rs::ALL_CIPHER_SUITES.iter();
        upstreams
            .filter_map(SupportedCipherSuite::tls13)
            .filter_map(ours)
            .collect()
    });
    let mut provider = aws_lc_rs::default_provider();
    for suite in &mut provider.cipher_suites {
        let same = |ours: &&Tls13CipherSuite| ours.common.suite == suite.suite();
        if let Some(ours) = SUITES.iter().find(same) {
            *suite = SupportedCipherSuite::Tls13(ours);
        }
    }
    provider
}

fn ours(upstreams: &Tls13CipherSuite) -> Option<Tls13CipherSuite> {
    match upstreams.common.hash_provider.algorithm() {
        HashAlgorithm::SHA256 => Some(with::<Sha256>(upstreams)),
        HashAlgorithm::SHA384 => Some(with::<Sha384>(upstreams)),
        _ => None,
    }
}

fn with<A: Algorithm>(upstreams: &Tls13CipherSuite) -> Tls13CipherSuite {
    Tls13CipherSuite {
        common: CipherSuiteCommon {
            suite: upstreams.common.suite,
            hash_provider: &KeySchedule::<A>::NEW,
            confidentiality_limit: upstreams.common.confidentiality_limit,
        },
        hkdf_provider: &KeySchedule::<A>::NEW,
        aead_alg: upstreams.aead_alg,
        quic: upstreams.quic,
    }
}

/// What rustls asks for a hash and for HKDF.
struct KeySchedule<A>(PhantomData<A>);

impl<A: Algorithm> KeySchedule<A> {
    const NEW: Self = Self(PhantomData);
}
