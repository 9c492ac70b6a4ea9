use std::mem::ManuallyDrop;

use ::aws_lc_rs::hmac;
use rustls::crypto::aws_lc_rs;
use rustls::crypto::tls13::{Hkdf, HkdfExpander, OkmBlock};
use rustls::Tls13CipherSuite;

use super::digest::{Algorithm, Sha256, Sha384};
use super::hmac::{new_tag, Key};
use super::secret::Secret;
use super::KeySchedule;

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.bytes().filter(|b| b.is_ascii_hexdigit()).collect();
    let byte = |two: &[u8]| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap();
    digits.chunks(2).map(byte).collect()
}

fn tag<A: Algorithm>(key: &[u8], message: &[u8]) -> Vec<u8> {
    let key = Key::<A>::new(key);
    let mut tag = new_tag();
    let whole = key.sign_whole(message, &mut tag).to_vec();
    let mut parts = key.message();
    message.chunks(7).for_each(|part| parts.update(part));
    assert_eq!(key.sign(&mut parts, &mut tag), whole);
    whole
}

/// RFC 4231, all but the one whose tag is cut off.
#[test]
fn hmacs_are_those_of_the_rfc() {
    let numbers: Vec<u8> = (1..=25).collect();
    for (key, message, sha256, sha384) in [
        (
            &[0x0b; 20][..],
            &b"Hi There"[..],
            "b0344c61d8db38535ca8afceaf0bf12b 881dc200c9833da726e9376c2e32cff7",
            "afd03944d84895626b0825f4ab46907f 15f9dadbe4101ec682aa034c7cebc59c
             faea9ea9076ede7f4af152e8b2fa9cb6",
        ),
        (
            b"Jefe",
            b"what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c7 5a003f089d2739839dec58b964ec3843",
            "af45d2e376484031617f78d2b58a6b1b 9c7ef464f5a01b47e42ec3736322445e
             8e2240ca5e69e2c78b3239ecfab21649",
        ),
        (
            &[0xaa; 20],
            &[0xdd; 50],
            "773ea91e36800e46854db8ebd09181a7 2959098b3ef8c122d9635514ced565fe",
            "88062608d3e6ad8a0aa2ace014c8a86f 0aa635d947ac9febe83ef4e55966144b
             2a5ab39dc13814b94e3ab6e101a34f27",
        ),
        (
            &numbers,
            &[0xcd; 50],
            "82558a389a443c0ea4cc819899f2083a 85f0faa3e578f8077a2e3ff46729665b",
            "3e8a69b7783c25851933ab6290af6ca7 7a9981480850009cc5577c6e1f573b4e
             6801dd23c4a7d679ccf8a386c674cffb",
        ),
        (
            &[0xaa; 131],
            b"Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f 8e0bc6213728c5140546040f0ee37f54",
            "4ece084485813e9088d2c63a041bc5b4 4f9ef1012a2b588f3cd11f05033ac4c6
             0c2ef6ab4030fe8296248df163f44952",
        ),
        (
            &[0xaa; 131],
            b"This is a test using a larger than block-size key and a larger than block-size data. \
              The key needs to be hashed before being used by the HMAC algorithm.",
            "9b09ffa71b942fcb27635fbcd5b0e944 bfdc63644f0713938a7f51535c3a35e2",
            "6617178e941f020d351e2f254e8fd32c 602420feb0b8fb9adccebb82461e99c5
             a678cc31e799176d3860e6110c46523e",
        ),
    ] {
        assert_eq!(tag::<Sha256>(key, message), hex(sha256));
        assert_eq!(tag::<Sha384>(key, message), hex(sha384));
    }
}

#[test]
fn keys_about_as_long_as_a_block_are_those_of_aws_lc_rs() {
    for length in [0, 1, 63, 64, 65, 127, 128, 129, 200] {
        let key = vec![length as u8; length];
        let theirs = |algorithm| hmac::sign(&hmac::Key::new(algorithm, &key), b"message");
        assert_eq!(
            tag::<Sha256>(&key, b"message"),
            theirs(hmac::HMAC_SHA256).as_ref()
        );
        assert_eq!(
            tag::<Sha384>(&key, b"message"),
            theirs(hmac::HMAC_SHA384).as_ref()
        );
    }
}

/// Ours and upstream's, of each suite of TLS 1.3.
fn suites() -> Vec<(&'static Tls13CipherSuite, &'static Tls13CipherSuite)> {
    let ours = super::provider();
    let upstreams = aws_lc_rs::default_provider();
    assert_eq!(ours.cipher_suites, upstreams.cipher_suites);
    let pairs = ours.cipher_suites.iter().zip(&upstreams.cipher_suites);
    pairs
        .filter_map(|(ours, upstreams)| Some((ours.tls13()?, upstreams.tls13()?)))
        .collect()
}

#[test]
fn every_suite_of_tls13_is_ours() {
    let suites = suites();
    assert_eq!(suites.len(), 3);
    for (ours, upstreams) in suites {
        assert!(!std::ptr::eq(ours, upstreams), "{ours:?}");
        assert_eq!(
            ours.common.confidentiality_limit,
            upstreams.common.confidentiality_limit
        );
        assert!(std::ptr::addr_eq(ours.aead_alg, upstreams.aead_alg));
        let quic =
            |suite: &Tls13CipherSuite| suite.quic.map(|quic| std::ptr::from_ref(quic).cast::<()>());
        assert_eq!(quic(ours), quic(upstreams));
    }
}

/// RFC 5869, those with SHA-256.
#[test]
fn hkdfs_are_those_of_the_rfc() {
    let numbers = |from: u8, to: u8| (from..=to).collect::<Vec<u8>>();
    for (ikm, salt, info, okm) in [
        (
            vec![0x0b; 22],
            Some(numbers(0x00, 0x0c)),
            numbers(0xf0, 0xf9),
            "3cb25f25faacd57a90434f64d0362f2a 2d2d0a90cf1a5a4c5db02d56ecc4c5bf 34007208d5b887185865",
        ),
        (
            numbers(0x00, 0x4f),
            Some(numbers(0x60, 0xaf)),
            numbers(0xb0, 0xff),
            "b11e398dc80327a1c8e7f78c596a4934 4f012eda2d4efad8a050cc4c19afa97c
             59045a99cac7827271cb41c65e590e09 da3275600c2f09b8367793a9aca3db71
             cc30c58179ec3e87c14c01d5c1f3434f 1d87",
        ),
        (
            vec![0x0b; 22],
            None,
            Vec::new(),
            "8da4e775a563c18f715f802a063c5a31 b8a11f5c5ee1879ec3454e5f3c738d2d 9d201395faa4b61a96c8",
        ),
    ] {
        let expected = hex(okm);
        let expander = KeySchedule::<Sha256>::NEW.extract_from_secret(salt.as_deref(), &ikm);
        let mut okm = vec![0; expected.len()];
        let (first, rest) = info.split_at(info.len() / 2);
        expander.expand_slice(&[first, rest], &mut okm).unwrap();
        assert_eq!(okm, expected);
    }
}

#[test]
fn keys_are_those_that_upstream_derives() {
    for (ours, upstreams) in suites() {
        let (ours, upstreams) = (ours.hkdf_provider, upstreams.hkdf_provider);
        for length in [1, 32, 48, 64] {
            let okm = OkmBlock::new(&[7; 64][..length]);
            for message in [&[][..], &[1], &[2; 64], &[3; 300]] {
                assert_eq!(
                    ours.hmac_sign(&okm, message).as_ref(),
                    upstreams.hmac_sign(&okm, message).as_ref()
                );
            }
            same(
                ours.expander_for_okm(&okm),
                upstreams.expander_for_okm(&okm),
            );
        }
        for salt in [None, Some(&[][..]), Some(&[4; 48]), Some(&[5; 200])] {
            same(
                ours.extract_from_zero_ikm(salt),
                upstreams.extract_from_zero_ikm(salt),
            );
            for secret in [&[6; 32][..], &[8; 133]] {
                same(
                    ours.extract_from_secret(salt, secret),
                    upstreams.extract_from_secret(salt, secret),
                );
            }
        }
    }
}

fn same(ours: Box<dyn HkdfExpander>, upstreams: Box<dyn HkdfExpander>) {
    assert_eq!(ours.hash_len(), upstreams.hash_len());
    let label = [9; 255];
    let infos: [&[&[u8]]; 3] = [
        &[],
        &[b"one"],
        &[&[0, 32], &[18], b"tls13 c hs traffic", &label],
    ];
    for info in infos {
        assert_eq!(
            ours.expand_block(info).as_ref(),
            upstreams.expand_block(info).as_ref()
        );
        let most = 255 * ours.hash_len();
        for length in [0, 1, 12, 16, 32, 33, 48, 49, 128, most] {
            let (mut left, mut right) = (vec![0; length], vec![0; length]);
            ours.expand_slice(info, &mut left).unwrap();
            upstreams.expand_slice(info, &mut right).unwrap();
            assert_eq!(left, right, "{length} bytes");
        }
        assert!(ours.expand_slice(info, &mut vec![0; most + 1]).is_err());
    }
}

#[test]
fn transcripts_are_those_that_upstream_hashes() {
    for (ours, upstreams) in suites() {
        let (ours, upstreams) = (ours.common.hash_provider, upstreams.common.hash_provider);
        assert_eq!(ours.algorithm(), upstreams.algorithm());
        assert_eq!(ours.output_len(), upstreams.output_len());
        for length in [0, 1, 55, 56, 64, 111, 112, 127, 128, 129, 5_000] {
            let data: Vec<u8> = (0..length).map(|i| (i * 7) as u8).collect();
            let expected = upstreams.hash(&data);
            assert_eq!(ours.hash(&data).as_ref(), expected.as_ref());

            let mut whole = ours.start();
            let mut forks = Vec::new();
            for part in data.chunks(300) {
                let (few, rest) = part.split_at(part.len().min(50));
                forks.push((whole.fork(), whole.fork_finish()));
                whole.update(few);
                whole.update(rest);
            }
            assert_eq!(whole.fork_finish().as_ref(), expected.as_ref());
            assert_eq!(whole.finish().as_ref(), expected.as_ref());
            for (i, (mut fork, output)) in forks.into_iter().enumerate() {
                let (before, after) = data.split_at(i * 300);
                assert_eq!(output.as_ref(), upstreams.hash(before).as_ref());
                fork.update(after);
                assert_eq!(fork.finish().as_ref(), expected.as_ref());
            }
        }
    }
}

#[test]
fn secrets_are_cleared() {
    let mut secret = ManuallyDrop::new(Secret::new([7_u8; 64]));
    // SAFETY: it is dropped once, and then only looked at: its bytes stay where they are.
    let left = unsafe {
        ManuallyDrop::drop(&mut secret);
        std::ptr::from_ref(&secret)
            .cast::<[u8; 64]>()
            .read_volatile()
    };
    assert_eq!(left, [0; 64]);
}
