//! What the public layers offer is used: an item of theirs that no other file names is dead, and
//! the compiler cannot see it.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::sources::{code_below, root};

/// What is offered to proofs, benches and doctests.
const PUBLIC: [&str; 3] = ["src/core", "src/plans", "src/almanac"];

const KINDS: [&str; 9] = [
    "fn ",
    "const fn ",
    "struct ",
    "enum ",
    "trait ",
    "type ",
    "const ",
    "static ",
    "union ",
];

/// The items that a file makes public, methods among them.
fn offered(code: &str) -> BTreeSet<String> {
    let lines = code
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("pub "));
    let names = lines.filter_map(|line| KINDS.iter().find_map(|kind| line.strip_prefix(kind)));
    let word = |rest: &str| {
        let word = rest
            .split(|c: char| !(c.is_alphanumeric() || c == '_'))
            .next();
        word.unwrap_or_default().to_owned()
    };
    // `const fn` is found as a constant too.
    names.map(word).filter(|name| name != "fn").collect()
}

/// A type that the file's own items hand out is reached without being named.
fn handed_out(code: &str, name: &str) -> bool {
    let hands = |line: &str| {
        let kinds = [line.split_once(": "), line.split_once("-> ")];
        kinds
            .into_iter()
            .flatten()
            .any(|(_, kind)| kind.contains(name))
    };
    name.starts_with(char::is_uppercase) && code.lines().any(hands)
}

/// The words of a file, without those that it only hands on.
fn words(code: &str) -> BTreeSet<String> {
    let mut rest = code;
    let mut kept = String::new();
    while let Some(at) = rest.find("pub use ") {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = &rest[rest.find(';').unwrap_or(rest.len())..];
    }
    kept.push_str(rest);
    let words = kept.split(|c: char| !(c.is_alphanumeric() || c == '_'));
    words.map(str::to_owned).collect()
}

#[test]
fn every_public_item_is_named_by_another_file() {
    let all = ["src", "tests", "benches"].map(code_below).concat();
    let named: Vec<(PathBuf, BTreeSet<String>)> = all
        .iter()
        .map(|(path, code)| (path.clone(), words(code)))
        .collect();
    let mut seen = 0;
    let mut dead = Vec::new();
    for (file, code) in PUBLIC.iter().flat_map(|folder| code_below(folder)) {
        for name in offered(&code) {
            seen += 1;
            let elsewhere = |(path, words): &(PathBuf, BTreeSet<String>)| {
                *path != file && words.contains(&name)
            };
            if !named.iter().any(elsewhere) && !handed_out(&code, &name) {
                let file = file.strip_prefix(root()).unwrap_or(&file).display();
                dead.push(format!("{file}: {name}"));
            }
        }
    }
    assert!(seen > 500, "only {seen} items were found");
    assert!(
        dead.is_empty(),
        "{} items that nobody else names:\n{}",
        dead.len(),
        dead.join("\n")
    );
}
