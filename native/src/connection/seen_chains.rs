//! Certificate chains seen lately. Many connections of a client go to few servers: they share what
//! those have shown.

use std::sync::{Arc, Mutex, PoisonError};

use rustls::pki_types::CertificateDer;

pub(super) type Chain = Arc<[CertificateDer<'static>]>;

const PLACES: usize = 64;

/// Longer ones are not kept for others: they would keep memory that nobody may ever need again.
const MOST_BYTES: usize = 16 * 1024;

static SEEN: Mutex<[Option<Chain>; PLACES]> = Mutex::new([const { None }; PLACES]);

/// The chain, shared with whoever has an equal one.
pub(super) fn share(chain: &[CertificateDer<'static>]) -> Chain {
    let Some(leaf) = chain.first() else {
        return Arc::new([]);
    };
    if chain.iter().map(|cert| cert.len()).sum::<usize>() > MOST_BYTES {
        return chain.into();
    }
    // Its end is that of a signature, and as good as random.
    let place = usize::from(leaf.last().copied().unwrap_or_default()) % PLACES;
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    match &seen[place] {
        Some(known) if **known == *chain => Arc::clone(known),
        _ => {
            let new: Chain = chain.into();
            seen[place] = Some(Arc::clone(&new));
            new
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_chains_are_one() {
        let chain = |bytes: &[&[u8]]| -> Vec<CertificateDer<'static>> {
            bytes.iter().map(|der| der.to_vec().into()).collect()
        };
        let (one, other) = (chain(&[&[1, 2, 99], &[3]]), chain(&[&[1, 2, 99], &[4]]));
        let shared = share(&one);
        assert_eq!(*shared, *one);
        assert!(Arc::ptr_eq(&shared, &share(&one)));
        assert_eq!(*share(&other), *other);
        assert_eq!(*shared, *one);
        assert!(share(&[]).is_empty());
        let long = chain(&[&[98; MOST_BYTES], &[1]]);
        assert!(!Arc::ptr_eq(&share(&long), &share(&long)));
    }
}
