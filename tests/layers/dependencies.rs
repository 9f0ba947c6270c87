//! Dependencies that are declared are used: the program's in the sources, those of the tests in
//! tests or benches.

use std::fs;

use crate::sources::{code_below, root};

/// The crates that the manifest declares in a section.
fn declared(section: &str) -> Vec<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("there is a manifest");
    let lines = manifest
        .lines()
        .skip_while(|line| *line != format!("[{section}]"));
    let lines = lines.skip(1).take_while(|line| !line.starts_with('['));
    let names = lines.filter_map(|line| line.split_once([' ', '.', '=']));
    names
        .map(|(name, _)| name.to_owned())
        .filter(|name| !name.is_empty())
        .collect()
}

/// The declared crates that none of these folders names.
fn unused(section: &str, folders: &[&str]) -> Vec<String> {
    let files = folders.iter().flat_map(|folder| code_below(folder));
    let code: String = files.map(|(_, code)| code).collect();
    let all = declared(section);
    assert!(!all.is_empty(), "[{section}] was not found");
    let named = |name: &String| {
        let name = name.replace('-', "_");
        code.contains(&format!("{name}::")) || code.contains(&format!("use {name};"))
    };
    all.into_iter().filter(|name| !named(name)).collect()
}

#[test]
fn every_dependency_is_used() {
    assert_eq!(unused("dependencies", &["src"]), Vec::<String>::new());
    let tests = ["src", "tests", "benches"];
    assert_eq!(unused("dev-dependencies", &tests), Vec::<String>::new());
}
