//! Handshake signatures, for certificates that somebody else judges.

use rustls::client::danger::HandshakeSignatureValid;
use rustls::crypto::{
    verify_tls12_signature, verify_tls13_signature, verify_tls13_signature_with_raw_key,
    CryptoProvider,
};
use rustls::pki_types::{CertificateDer, SubjectPublicKeyInfoDer};
use rustls::{CertificateError, DigitallySignedStruct, Error, PeerMisbehaved, SignatureScheme};
use webpki::{EndEntityCert, RawPublicKeyEntity};

pub(crate) fn verify_tls12(
    provider: &CryptoProvider,
    offered: &[SignatureScheme],
    message: &[u8],
    cert: &CertificateDer<'_>,
    dss: &DigitallySignedStruct,
) -> Result<HandshakeSignatureValid, Error> {
    was_offered(offered, dss)?;
    let algorithms = &provider.signature_verification_algorithms;
    verify_tls12_signature(message, cert, dss, algorithms).or_else(|error| {
        // A scheme that TLS 1.2 does not have is refused whatever the certificate is.
        if matches!(error, Error::PeerMisbehaved(_)) {
            return Err(error);
        }
        let spki = key_of_refused(cert).ok_or(error)?;
        let key = RawPublicKeyEntity::try_from(&spki).map_err(|_| bad_encoding())?;
        // In TLS 1.2 a scheme does not name the curve, so each candidate is tried.
        let valid = algorithms
            .mapping
            .iter()
            .filter(|(scheme, _)| *scheme == dss.scheme)
            .flat_map(|(_, algorithms)| algorithms.iter())
            .any(|algorithm| {
                key.verify_signature(*algorithm, message, dss.signature())
                    .is_ok()
            });
        match valid {
            true => Ok(HandshakeSignatureValid::assertion()),
            false => Err(CertificateError::BadSignature.into()),
        }
    })
}

pub(crate) fn verify_tls13(
    provider: &CryptoProvider,
    offered: &[SignatureScheme],
    message: &[u8],
    cert: &CertificateDer<'_>,
    dss: &DigitallySignedStruct,
) -> Result<HandshakeSignatureValid, Error> {
    was_offered(offered, dss)?;
    let algorithms = &provider.signature_verification_algorithms;
    verify_tls13_signature(message, cert, dss, algorithms).or_else(|error| {
        let spki = key_of_refused(cert).ok_or(error)?;
        verify_tls13_signature_with_raw_key(message, &spki, dss, algorithms)
    })
}

/// rustls's own check is against everything the provider can do, not against what was offered.
fn was_offered(offered: &[SignatureScheme], dss: &DigitallySignedStruct) -> Result<(), Error> {
    match offered.contains(&dss.scheme) {
        true => Ok(()),
        false => Err(PeerMisbehaved::SignedHandshakeWithUnadvertisedSigScheme.into()),
    }
}

fn bad_encoding() -> Error {
    CertificateError::BadEncoding.into()
}

/// The public key of a leaf that webpki does not read because it is not X.509 v3, or holds a
/// critical extension webpki does not know. Both are for whoever judges the certificate to
/// decide; the handshake signature depends on neither.
fn key_of_refused(cert: &CertificateDer<'_>) -> Option<SubjectPublicKeyInfoDer<'static>> {
    use webpki::Error::{UnsupportedCertVersion, UnsupportedCriticalExtension};
    match EndEntityCert::try_from(cert) {
        Err(UnsupportedCertVersion | UnsupportedCriticalExtension) => {
            subject_public_key_info(cert).map(|spki| SubjectPublicKeyInfoDer::from(spki.to_vec()))
        }
        _ => None,
    }
}

/// The SubjectPublicKeyInfo element of a certificate of any version (RFC 5280, 4.1).
fn subject_public_key_info(cert: &[u8]) -> Option<&[u8]> {
    const SEQUENCE: u8 = 0x30;
    const INTEGER: u8 = 0x02;
    const VERSION: u8 = 0xa0;

    let certificate = Element::read(cert, SEQUENCE)?;
    let mut rest = Element::read(certificate.content, SEQUENCE)?.content;
    if let Some(version) = Element::read(rest, VERSION) {
        rest = version.rest;
    }
    // serialNumber, signature, issuer, validity, subject
    for tag in [INTEGER, SEQUENCE, SEQUENCE, SEQUENCE, SEQUENCE] {
        rest = Element::read(rest, tag)?.rest;
    }
    Some(Element::read(rest, SEQUENCE)?.whole)
}

/// One DER element at the front of some input.
struct Element<'a> {
    whole: &'a [u8],
    content: &'a [u8],
    rest: &'a [u8],
}

impl<'a> Element<'a> {
    fn read(input: &'a [u8], tag: u8) -> Option<Self> {
        let (&found, after_tag) = input.split_first()?;
        let (&first, mut after_len) = after_tag.split_first()?;
        let len = match first {
            0..=0x7f => usize::from(first),
            0x81..=0x83 => {
                let (octets, rest) = after_len.split_at_checked(usize::from(first & 0x7f))?;
                after_len = rest;
                octets
                    .iter()
                    .fold(0, |len, &octet| len << 8 | usize::from(octet))
            }
            _ => return None,
        };
        let (content, rest) = after_len.split_at_checked(len)?;
        let whole = &input[..input.len() - rest.len()];
        (found == tag).then_some(Self {
            whole,
            content,
            rest,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rcgen::PublicKeyData;

    #[test]
    fn broken_der_has_no_key() {
        let key = rcgen::generate_simple_self_signed(["a.example".to_string()]).unwrap();
        let der = key.cert.der();
        let spki = subject_public_key_info(der).unwrap();
        assert_eq!(spki, &*key.signing_key.subject_public_key_info());
        // No prefix of a certificate may be read past its end.
        for n in 0..der.len() {
            assert_eq!(subject_public_key_info(&der[..n]), None);
        }
        for n in 0..der.len() {
            let mut broken = der.to_vec();
            for value in [0, 0x7f, 0x80, 0x84, 0xff] {
                broken[n] = value;
                let _ = subject_public_key_info(&broken);
            }
        }
    }

    #[test]
    fn v3_leaves_are_not_excepted() {
        let key = rcgen::generate_simple_self_signed(["a.example".to_string()]).unwrap();
        assert_eq!(key_of_refused(key.cert.der()), None);
        assert_eq!(key_of_refused(&CertificateDer::from(vec![0x30, 0])), None);
    }
}
