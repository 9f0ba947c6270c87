//! One word, one meaning: no two types of the sources have one name. Two that mean the same are
//! one, and of two that do not each has the noun of its room in front.

use std::collections::BTreeMap;

use crate::sources::{code_below, root};

const KINDS: [&str; 5] = ["struct ", "enum ", "trait ", "type ", "union "];

/// The types that a file defines, those of its unit tests left out. An alias of one letter is a
/// file's own shorthand for the type of its columns, and what an implementation sets a trait's
/// type to is no name of its own.
fn defined(code: &str) -> Vec<String> {
    let tests = code.find("#[cfg(test)]\nmod ");
    let code = match tests {
        Some(at) if code[at..].lines().nth(1).is_some_and(|l| l.ends_with('{')) => &code[..at],
        _ => code,
    };
    let mut names = Vec::new();
    for line in code.lines() {
        let bare = line.trim_start();
        let inner = bare.len() < line.len();
        let (public, rest) = match bare.strip_prefix("pub") {
            Some(rest) if rest.starts_with('(') => {
                (true, rest.split_once(") ").map_or("", |(_, rest)| rest))
            }
            Some(rest) if rest.starts_with(' ') => (true, rest.trim_start()),
            _ => (false, bare),
        };
        let Some(kind) = KINDS.iter().find(|kind| rest.starts_with(*kind)) else {
            continue;
        };
        if *kind == "type " && inner && !public {
            continue;
        }
        let name = rest[kind.len()..]
            .split(|c: char| !c.is_alphanumeric() && c != '_')
            .next()
            .unwrap_or_default();
        if name.len() > 1 {
            names.push(name.to_owned());
        }
    }
    names
}

#[test]
fn no_two_types_have_one_name() {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (file, code) in code_below("src") {
        let path = file.strip_prefix(root()).unwrap_or(&file);
        let path = path.to_string_lossy().replace('\\', "/");
        if path.contains("/tests/") || path.ends_with("tests.rs") || path.ends_with("fixtures.rs") {
            continue;
        }
        for name in defined(&code) {
            all.entry(name).or_default().push(path.clone());
        }
    }
    assert!(all.len() > 500, "only {} types were found", all.len());
    let twice: Vec<String> = all
        .iter()
        .filter(|(_, files)| files.len() > 1)
        .map(|(name, files)| format!("{name}: {}", files.join(", ")))
        .collect();
    assert!(
        twice.is_empty(),
        "types of one name; each wants a noun of its room in front:\n{}",
        twice.join("\n")
    );
}

#[test]
fn what_a_definition_is() {
    let code = "pub(super) struct Order {\n    pub type Inner = u8;\n    type Err = E;\n}\ntype C = u8;\n\
                enum Kind<'a> {\n#[cfg(test)]\nmod tests {\nstruct Order;";
    assert_eq!(defined(code), ["Order", "Inner", "Kind"]);
}
