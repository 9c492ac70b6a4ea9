//! THIRD-PARTY.txt, which the jar carries, has the licences of all that is linked into the library.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the profiles of the parent pom build for.
const TARGETS: [&str; 5] = [
    "x86_64-unknown-linux-gnu",
    "aarch64-unknown-linux-gnu",
    "x86_64-apple-darwin",
    "aarch64-apple-darwin",
    "x86_64-pc-windows-msvc",
];

/// Crates that are published without a file, and one of the same repository that has it.
const FILES_OF: [(&str, &str); 1] = [("alloc-stdlib", "alloc-no-stdlib")];

const BEGINNINGS: [&str; 6] = [
    "licen",
    "copying",
    "copyright",
    "notice",
    "unlicense",
    "patents",
];

const RULE: &str =
    "================================================================================";

/// What Rust brings is not in Cargo.lock; its licence text is among those of the crates.
const HEAD: &str = "\
The library in this jar is rustls4j itself, under the Apache License 2.0 (META-INF/LICENSE), and what
follows, statically linked. Crates marked with a system are linked on that system only.

The Rust standard library, https://www.rust-lang.org, is part of it too: Copyright (c) The Rust Project
Contributors, MIT OR Apache-2.0, used under the Apache License 2.0, which is below.

";

struct Crate {
    license: String,
    repository: String,
    directory: PathBuf,
}

/// Name and version, as in "rustls 0.23.46".
type Id = String;

fn cargo(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {args:?}: {stderr}");
    String::from_utf8(output.stdout).unwrap()
}

fn crates() -> BTreeMap<Id, Crate> {
    let json = cargo(&["metadata", "--format-version", "1", "--locked"]);
    let metadata: serde_json::Value = serde_json::from_str(&json).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    packages
        .iter()
        .map(|package| {
            let manifest = PathBuf::from(text(&package["manifest_path"]));
            (
                format!("{} {}", text(&package["name"]), text(&package["version"])),
                Crate {
                    license: text(&package["license"]),
                    repository: text(&package["repository"]),
                    directory: manifest.parent().unwrap().to_owned(),
                },
            )
        })
        .collect()
}

/// The crates whose code is linked into the library, and for which targets.
fn linked() -> BTreeMap<Id, BTreeSet<&'static str>> {
    let mut linked: BTreeMap<Id, BTreeSet<_>> = BTreeMap::new();
    for target in TARGETS {
        let args =
            "tree --locked -p rustls4j -e normal,no-proc-macro --prefix none -f {p} --target";
        let mut args: Vec<_> = args.split(' ').collect();
        args.push(target);
        for line in cargo(&args).lines() {
            // "rustls v0.23.46", and perhaps "(*)" or, for this package itself, its directory.
            let mut words = line.split(' ');
            let (name, version) = (words.next().unwrap(), words.next().unwrap());
            if name != "rustls4j" {
                let id = format!("{name} {}", version.trim_start_matches('v'));
                linked.entry(id).or_default().insert(target);
            }
        }
    }
    linked
}

/// Cargo would link a second AWS-LC without a word, and an update of one would leave the other as it was.
#[test]
fn aws_lc_is_linked_once() {
    let linked = linked();
    let aws_lc: Vec<_> = linked
        .keys()
        .filter(|id| id.starts_with("aws-lc-sys "))
        .collect();
    assert_eq!(
        aws_lc.len(),
        1,
        "aws-lc-sys in Cargo.toml is not aws-lc-rs's: {aws_lc:?}"
    );
}

/// Text files with a licence's name, wherever they lie in a crate, by their names.
fn license_files(directory: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut directories = vec![directory.to_owned()];
    while let Some(directory) = directories.pop() {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().to_lowercase();
            if path.is_dir() {
                directories.push(path);
            } else if !name.ends_with(".rs") && BEGINNINGS.iter().any(|b| name.starts_with(b)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn systems(targets: &BTreeSet<&str>) -> String {
    let on = |part: &str| targets.iter().filter(|t| t.contains(part)).count();
    let systems: Vec<_> = [
        ("linux", "Linux"),
        ("apple", "macOS"),
        ("windows", "Windows"),
    ]
    .into_iter()
    .filter(|(part, _)| on(part) > 0)
    .map(|(_, name)| name)
    .collect();
    match systems.len() {
        3 => String::new(),
        _ => format!(" ({} only)", systems.join(" and ")),
    }
}

fn third_party() -> String {
    let crates = crates();
    let linked = linked();
    let mut said = String::from(HEAD);
    // The same text, but for its line breaks, is there once. In order of first use.
    let mut texts: Vec<(String, String, Vec<&Id>)> = Vec::new();
    for (id, targets) in &linked {
        let this = &crates[id];
        assert!(!this.license.is_empty(), "{id} names no licence");
        let on = systems(targets);
        writeln!(
            said,
            "{id}{on}\n    {}\n    {}",
            this.license, this.repository
        )
        .unwrap();
        let name = id.split(' ').next().unwrap();
        let with_files = match FILES_OF.iter().find(|(without, _)| *without == name) {
            Some((_, other)) => {
                crates
                    .iter()
                    .find(|(id, _)| id.split(' ').next() == Some(other))
                    .unwrap_or_else(|| panic!("{other} is not there any more"))
                    .1
            }
            None => this,
        };
        assert_eq!(with_files.repository, this.repository, "{id}");
        let files = license_files(&with_files.directory);
        assert!(!files.is_empty(), "{id} has no licence file: see FILES_OF");
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            let words: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
            match texts.iter_mut().find(|(other, _, _)| *other == words) {
                Some((_, _, users)) if users.contains(&id) => {}
                Some((_, _, users)) => users.push(id),
                None => texts.push((words, text, vec![id])),
            }
        }
    }
    for (_, text, users) in texts {
        let users: Vec<_> = users.into_iter().map(String::as_str).collect();
        writeln!(said, "\n{RULE}\n{}\n{RULE}\n", users.join(", ")).unwrap();
        for line in text.trim_matches(['\r', '\n']).lines() {
            writeln!(said, "{}", line.trim_end()).unwrap();
        }
    }
    said
}

/// Run with RUSTLS4J_BLESS=1 to write the file instead.
#[test]
fn third_party_licences_are_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("THIRD-PARTY.txt");
    let generated = third_party();
    if std::env::var_os("RUSTLS4J_BLESS").is_some() {
        fs::write(&path, &generated).unwrap();
    }
    // Git may have given it the line ends of the system.
    let committed = fs::read_to_string(&path)
        .unwrap_or_else(|e| panic!("{}: {e}", path.display()))
        .replace("\r\n", "\n");
    assert!(
        committed == generated,
        "THIRD-PARTY.txt is stale: run this test with RUSTLS4J_BLESS=1"
    );
}
