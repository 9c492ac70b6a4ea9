//! What rustls knows about a client's hello, and does not tell.

use rustls::pki_types::DnsName;

const HANDSHAKE: u8 = 22;
const CLIENT_HELLO: u8 = 1;
const SERVER_NAME: u16 = 0;
const HOST_NAME: u8 = 0;
const SUPPORTED_VERSIONS: u16 = 43;
const TLS12: u16 = 0x0303;

/// The versions in the client hello at the front of `records`, in the client's order. `records` is
/// what rustls has read and found to be a client hello, so what cannot be read here does not occur;
/// it would be no versions.
pub(crate) fn offered_versions(records: &[u8]) -> Vec<u16> {
    message(records)
        .and_then(|message| versions(&message))
        .unwrap_or_default()
}

/// The name of the server in a client hello, as rustls has it: in lower case, and none where it is not
/// a DNS name. `message` is the handshake message, or the beginning of it; the outer `None`: it is not
/// complete, or another.
pub(crate) fn server_name(message: &[u8]) -> Option<Option<Box<str>>> {
    let name = host_name(body(message)?)
        .and_then(|name| DnsName::try_from(name).ok())
        .map(|name| name.to_lowercase_owned().as_ref().into());
    Some(name)
}

/// The first handshake message, from the records that it is cut into (RFC 8446, 5.1).
fn message(records: &[u8]) -> Option<Vec<u8>> {
    let mut records = Reader(records);
    let mut message = Vec::new();
    loop {
        if records.u8()? != HANDSHAKE {
            return None;
        }
        records.take(2)?;
        message.extend_from_slice(records.vector16()?.0);
        if let Some(body) = body(&message) {
            let body = body.to_vec();
            return Some(body);
        }
    }
}

/// The body of a client hello, if it is complete.
fn body(message: &[u8]) -> Option<&[u8]> {
    let mut message = Reader(message);
    let header = message.u16()?;
    let len = usize::from(header & 0xff) << 16 | usize::from(message.u16()?);
    (header >> 8 == u16::from(CLIENT_HELLO)).then_some(())?;
    message.take(len)
}

/// RFC 8446, 4.1.2 and 4.2.1; without the extension, RFC 5246, E.1.
fn versions(body: &[u8]) -> Option<Vec<u16>> {
    let mut body = Reader(body);
    let legacy = body.u16()?;
    if let Some(mut content) = extension(body, SUPPORTED_VERSIONS)? {
        let list = content.vector8()?.0.chunks_exact(2);
        return Some(list.map(|v| u16::from_be_bytes([v[0], v[1]])).collect());
    }
    Some(match legacy {
        TLS12.. => vec![TLS12],
        older => vec![older],
    })
}

/// RFC 6066, 3.
fn host_name(body: &[u8]) -> Option<&[u8]> {
    let mut body = Reader(body);
    body.u16()?;
    let mut names = extension(body, SERVER_NAME)??.vector16()?;
    (names.u8()? == HOST_NAME).then_some(())?;
    Some(names.vector16()?.0)
}

/// An extension, from what follows the version. The outer `None`: it cannot be read.
fn extension(mut body: Reader<'_>, wanted: u16) -> Option<Option<Reader<'_>>> {
    body.take(32)?;
    body.vector8()?;
    body.vector16()?;
    body.vector8()?;
    let mut extensions = match body.0 {
        [] => Reader(&[]),
        _ => body.vector16()?,
    };
    while !extensions.0.is_empty() {
        let kind = extensions.u16()?;
        let content = extensions.vector16()?;
        if kind == wanted {
            return Some(Some(content));
        }
    }
    Some(None)
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(len)?;
        self.0 = rest;
        Some(taken)
    }

    fn u8(&mut self) -> Option<u8> {
        Some(self.take(1)?[0])
    }

    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_be_bytes(self.take(2)?.try_into().ok()?))
    }

    fn vector8(&mut self) -> Option<Self> {
        let len = self.u8()?;
        self.take(len.into()).map(Self)
    }

    fn vector16(&mut self) -> Option<Self> {
        let len = self.u16()?;
        self.take(len.into()).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hello(legacy: u16, extensions: Option<&[u8]>) -> Vec<u8> {
        let mut body = legacy.to_be_bytes().to_vec();
        body.extend([7; 32]);
        body.extend([2, 1, 2]);
        body.extend([0, 2, 0x13, 0x01]);
        body.extend([1, 0]);
        if let Some(extensions) = extensions {
            body.extend((extensions.len() as u16).to_be_bytes());
            body.extend(extensions);
        }
        let mut message = vec![CLIENT_HELLO, 0];
        message.extend((body.len() as u16).to_be_bytes());
        message.extend(body);
        message
    }

    fn records(message: &[u8], piece: usize) -> Vec<u8> {
        message
            .chunks(piece)
            .flat_map(|piece| [&[HANDSHAKE, 3, 1, 0, piece.len() as u8], piece].concat())
            .collect()
    }

    #[test]
    fn the_extension_decides() {
        let extensions = [
            0, 10, 0, 1, 5, 0, 43, 0, 5, 4, 3, 4, 0x7a, 0x7a, 0, 23, 0, 0,
        ];
        let hello = hello(0x0303, Some(&extensions));
        for piece in [1, 3, 200] {
            let records = records(&hello, piece);
            assert_eq!(offered_versions(&records), [0x0304, 0x7a7a]);
            // What follows does not matter.
            assert_eq!(
                offered_versions(&[&records, &b"garbage"[..]].concat()),
                [0x0304, 0x7a7a]
            );
        }
    }

    #[test]
    fn a_server_name_is_read_as_rustls_reads_it() {
        let name = |name: &[u8]| {
            let n = name.len() as u8;
            let head = [0, 0, 0, n + 5, 0, n + 3, 0, 0, n];
            let hello = hello(0x0303, Some(&[&head, name].concat()));
            assert_eq!(server_name(&hello[..hello.len() - 1]), None);
            server_name(&hello).unwrap()
        };
        assert_eq!(name(b"Example.COM").as_deref(), Some("example.com"));
        assert_eq!(name(b"192.0.2.1"), None);
        assert_eq!(name(b"not a name"), None);
        assert_eq!(
            server_name(&hello(0x0303, Some(&[0, 23, 0, 0]))),
            Some(None)
        );
    }

    #[test]
    fn without_it_the_version_field_does() {
        for (legacy, expected) in [(0x0301, 0x0301), (0x0303, 0x0303), (0x0304, 0x0303)] {
            for extensions in [None, Some(&[0, 23, 0, 0][..])] {
                let records = records(&hello(legacy, extensions), 200);
                assert_eq!(offered_versions(&records), [expected]);
            }
        }
    }

    #[test]
    fn what_is_cut_or_spoiled_is_read_within_its_bounds() {
        let records = records(&hello(0x0303, Some(&[0, 43, 0, 3, 2, 3, 4])), 200);
        for n in 0..records.len() {
            assert_eq!(offered_versions(&records[..n]), [0; 0]);
            for value in [0, 1, 0x7f, 0xff] {
                let mut spoiled = records.clone();
                spoiled[n] = value;
                let _ = (offered_versions(&spoiled), server_name(&spoiled[5..]));
            }
        }
    }
}
