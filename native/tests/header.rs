//! The headers say what the library has.

use std::path::{Path, PathBuf};
use std::process::Command;

fn crate_dir() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: impl AsRef<Path>) -> String {
    let path = path.as_ref();
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Run with RUSTLS4J_BLESS=1 to write the header instead.
#[test]
fn header_is_current() {
    let config = cbindgen::Config::from_file(crate_dir().join("cbindgen.toml")).unwrap();
    let bindings = cbindgen::Builder::new()
        .with_crate(crate_dir())
        .with_config(config)
        .generate()
        .unwrap();
    let mut generated = Vec::new();
    bindings.write(&mut generated);
    let generated = String::from_utf8(generated).unwrap();
    let path = crate_dir().join("include/rustls4j.h");
    if std::env::var_os("RUSTLS4J_BLESS").is_some() {
        std::fs::write(&path, &generated).unwrap();
    }
    assert!(
        read(&path) == generated,
        "include/rustls4j.h is stale: run this test with RUSTLS4J_BLESS=1"
    );
}

/// The directory of a package that this one depends on, and its version.
fn package(name: &str) -> (PathBuf, String) {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--locked"])
        .current_dir(crate_dir())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let package = metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .find(|package| package["name"] == name)
        .unwrap();
    let manifest = PathBuf::from(package["manifest_path"].as_str().unwrap());
    (
        manifest.parent().unwrap().to_owned(),
        package["version"].as_str().unwrap().to_owned(),
    )
}

#[test]
fn rustls_header_is_upstreams() {
    let (upstream, _) = package("rustls-ffi");
    assert!(
        read(upstream.join("src/rustls.h")) == read(crate_dir().join("include/rustls.h")),
        "include/rustls.h is not the pinned rustls-ffi's src/rustls.h"
    );
}

#[test]
fn rustls_version_is_the_locked_one() {
    assert_eq!(package("rustls").1, rustls4j::abi::RUSTLS_VERSION);
}

#[test]
fn headers_compile_by_themselves() {
    let cc = std::env::var("CC").unwrap_or("cc".into());
    for header in ["include/rustls4j.h", "faulty/include/rustls4j_faulty.h"] {
        let output = Command::new(&cc)
            .args(["-std=c11", "-fsyntax-only", "-Wall", "-Wextra", "-Werror"])
            .args(["-DDEFINE_AWS_LC_RS", "-x", "c", "-I"])
            .arg(crate_dir().join("include"))
            .arg(crate_dir().join(header))
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{header}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
}
