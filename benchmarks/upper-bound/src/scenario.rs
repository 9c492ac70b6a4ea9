//! The text form of a scenario, as the Java side writes it.

use std::path::{Path, PathBuf};

use rustls::crypto::aws_lc_rs;
use rustls::crypto::{CryptoProvider, SupportedKxGroup};
use rustls::{NamedGroup, SupportedCipherSuite, SupportedProtocolVersion};

use crate::Failure;

/// Who decides on the peer's certificate.
#[derive(Clone, Copy, PartialEq)]
pub enum Verification {
    /// webpki.
    Native,
    /// Everything is accepted; the signature under the handshake is checked all the same.
    Accept,
}

/// Everything that two contestants must have in common to be compared.
pub struct Scenario {
    tls13: bool,
    key: String,
    group: String,
    suite: String,
    pub verification: Verification,
    pub resumed: bool,
    pub mutual: bool,
}

impl Scenario {
    /// Reads a text such as `tls13/p256/x25519/aes128/native/full/server`.
    pub fn parse(text: &str) -> Result<Self, Failure> {
        let parts: Vec<&str> = text.split('/').collect();
        let [version, key, group, suite, verification, sessions, client_auth] = parts[..] else {
            return Err(format!("scenario {text:?} has not 7 parts").into());
        };
        Ok(Self {
            tls13: choose(version, "tls13", "tls12")?,
            key: key.to_owned(),
            group: group.to_owned(),
            suite: suite.to_owned(),
            verification: if choose(verification, "native", "accept")? {
                Verification::Native
            } else {
                Verification::Accept
            },
            resumed: choose(sessions, "resumed", "full")?,
            mutual: choose(client_auth, "mutual", "server")?,
        })
    }

    pub fn version(&self) -> &'static SupportedProtocolVersion {
        if self.tls13 {
            &rustls::version::TLS13
        } else {
            &rustls::version::TLS12
        }
    }

    /// Exactly one suite, and the wanted group first.
    pub fn provider(&self) -> Result<CryptoProvider, Failure> {
        let mut kx_groups = vec![group(&self.group)?];
        if !self.tls13 && self.key == "p256" && self.group != "secp256r1" {
            kx_groups.push(aws_lc_rs::kx_group::SECP256R1);
        }
        Ok(CryptoProvider {
            cipher_suites: vec![self.suite()?],
            kx_groups,
            ..aws_lc_rs::default_provider()
        })
    }

    /// Where a certificate or a key is.
    pub fn file(&self, directory: &Path, role: &str, extension: &str) -> PathBuf {
        directory.join(format!("{role}-{}.{extension}", self.key))
    }

    fn suite(&self) -> Result<SupportedCipherSuite, Failure> {
        let name = match (self.tls13, self.key.as_str()) {
            (true, _) => "TLS13_",
            (false, "p256") => "TLS_ECDHE_ECDSA_WITH_",
            (false, _) => "TLS_ECDHE_RSA_WITH_",
        }
        .to_owned()
            + match self.suite.as_str() {
                "aes128" => "AES_128_GCM_SHA256",
                "aes256" => "AES_256_GCM_SHA384",
                "chacha20" => "CHACHA20_POLY1305_SHA256",
                other => return Err(format!("no suite {other:?}").into()),
            };
        aws_lc_rs::ALL_CIPHER_SUITES
            .iter()
            .find(|suite| suite.suite().as_str() == Some(&name))
            .copied()
            .ok_or_else(|| format!("rustls has no {name}").into())
    }
}

fn group(label: &str) -> Result<&'static dyn SupportedKxGroup, Failure> {
    let name = match label {
        "x25519" => NamedGroup::X25519,
        "secp256r1" => NamedGroup::secp256r1,
        "x25519mlkem768" => NamedGroup::X25519MLKEM768,
        other => return Err(format!("no group {other:?}").into()),
    };
    aws_lc_rs::ALL_KX_GROUPS
        .iter()
        .find(|group| group.name() == name)
        .copied()
        .ok_or_else(|| format!("rustls has no {label}").into())
}

fn choose(word: &str, yes: &str, no: &str) -> Result<bool, Failure> {
    match word {
        _ if word == yes => Ok(true),
        _ if word == no => Ok(false),
        _ => Err(format!("{word:?} is neither {yes} nor {no}").into()),
    }
}
