//! What random numbers are seeded with.

use object::{Object, ObjectSymbol};

/// A library of its own that gathers jitter takes 50 ms at the first handshake of a process:
/// docs/adr/0008-seeded-by-the-system.md. The setting is in .cargo/config.toml.
#[test]
fn seeds_are_the_systems() {
    // What keeps the generator, and with it all that would seed it, in this program.
    let mut bytes = [0; 32];
    aws_lc_rs::rand::fill(&mut bytes).unwrap();

    let program = std::fs::read(std::env::current_exe().unwrap()).unwrap();
    let file = object::File::parse(&*program).unwrap();
    let names: Vec<_> = file.symbols().filter_map(|s| s.name().ok()).collect();
    assert!(names.iter().any(|name| name.contains("RAND_bytes")));
    let jitter: Vec<_> = names.iter().filter(|name| name.contains("jent_")).collect();
    assert!(jitter.is_empty(), "{jitter:?}");
}
