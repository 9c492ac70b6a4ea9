//! The library as its users load it, and what of upstream it is built on.

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::*;
use object::Object;
use rustls4j::abi::*;
use rustls_ffi::rustls_result as r;

fn header(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("include")
        .join(name);
    std::fs::read_to_string(path).unwrap()
}

/// Every `prefix...` name that is declared in a header as a function.
fn functions(header: &str, prefix: &str) -> BTreeSet<String> {
    let mut code = String::new();
    let mut rest = header;
    while let Some(start) = rest.find("/*") {
        code += &rest[..start];
        rest = &rest[start..];
        rest = &rest[rest.find("*/").unwrap() + 2..];
    }
    code += rest;
    // What is compiled in on other conditions only.
    let mut kept = String::new();
    let mut skipping = false;
    for line in code.lines() {
        match line.trim() {
            line if line.starts_with("#if") => {
                skipping = ["READ_BUF", "RING", "FIPS"]
                    .iter()
                    .any(|c| line.contains(c));
            }
            line if line.starts_with("#endif") => skipping = false,
            line if !skipping && !line.starts_with("typedef") => {
                kept += line;
                kept.push('\n');
            }
            _ => {}
        }
    }
    let mut names = BTreeSet::new();
    for (at, _) in kept.match_indices(prefix) {
        let name: String = kept[at..]
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
            .collect();
        let starts = at == 0 || !kept.as_bytes()[at - 1].is_ascii_alphanumeric();
        if starts && kept[at + name.len()..].starts_with('(') {
            names.insert(name);
        }
    }
    names
}

fn exports() -> BTreeSet<String> {
    let file = format!(
        "{}rustls4j{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    );
    let path = std::env::current_exe().unwrap().with_file_name(file);
    let data = std::fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let library = object::File::parse(&*data).unwrap();
    library
        .exports()
        .unwrap()
        .iter()
        .map(|export| String::from_utf8_lossy(export.name()).into_owned())
        .map(|name| name.trim_start_matches('_').to_string())
        .collect()
}

#[test]
fn all_of_upstream_is_exported() {
    let mut expected = functions(&header("rustls.h"), "rustls_");
    expected.extend(
        [
            "RUSTLS_ALL_VERSIONS",
            "RUSTLS_ALL_VERSIONS_LEN",
            "RUSTLS_DEFAULT_VERSIONS",
            "RUSTLS_DEFAULT_VERSIONS_LEN",
        ]
        .map(String::from),
    );
    assert_eq!(expected.len(), 142 + 4);
    let exports = exports();
    let missing: Vec<_> = expected.difference(&exports).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_header_and_the_exports_are_the_same() {
    let declared = functions(&header("rustls4j.h"), "rustls4j_");
    let exported: BTreeSet<_> = exports()
        .into_iter()
        .filter(|name| name.starts_with("rustls4j_"))
        .collect();
    assert_eq!(declared, exported);
}

#[test]
fn versions_are_told() {
    assert_eq!(rustls4j_abi_version(), RUSTLS4J_ABI_VERSION);
    let mut text = rustls4j_bytes::EMPTY;
    unsafe {
        assert_ok(rustls4j_version(&mut text));
        assert_eq!(slice(&text), env!("CARGO_PKG_VERSION").as_bytes());
        assert_ok(rustls4j_rustls_version(&mut text));
        assert_eq!(slice(&text), RUSTLS_VERSION.as_bytes());
        let null_parameter = r::NullParameter as u32;
        assert_eq!(rustls4j_version(std::ptr::null_mut()), null_parameter);
    }
}
