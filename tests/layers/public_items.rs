//! What the public layers offer is used by the program: an item of theirs that no other file of the
//! sources names, by a path that leads to it, is dead or a test's alone, and the compiler cannot
//! see it.

use std::collections::{BTreeMap, BTreeSet};

use crate::circles::{Module, defines, modules};

/// What is offered to proofs, benches and doctests.
const PUBLIC: [&str; 3] = ["core", "plans", "almanac"];

/// What the proofs of the calendar stand on and the program has no other use for: the rules of one
/// bundle of zones, all holiday sets at once, the changes of a zone one by one, and whether a day
/// has hours at all.
const PROOFS: [(&str, &str); 4] = [
    ("almanac::days", "day_sets"),
    ("almanac::zones", "bundled"),
    ("core::calendar::zone", "next_change"),
    ("core::calendar::stretch", "is_open_day"),
];

const KINDS: [&str; 9] = [
    "const fn ",
    "fn ",
    "struct ",
    "enum ",
    "trait ",
    "type ",
    "const ",
    "static ",
    "union ",
];

type Modules = BTreeMap<String, Module>;

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn first_word(text: &str) -> &str {
    text.split(|c| !is_word(c)).next().unwrap_or_default()
}

/// The items that a file makes public, and whether each is a method.
fn offered(code: &str) -> BTreeSet<(String, bool)> {
    let named = |line: &str| {
        let bare = line.trim_start();
        let rest = bare.strip_prefix("pub ")?;
        let item = KINDS.iter().find_map(|kind| rest.strip_prefix(kind))?;
        Some((first_word(item).to_owned(), bare.len() < line.len()))
    };
    code.lines().filter_map(named).collect()
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
    let in_a_variant = |line: &str| line.contains(&format!("({name})"));
    name.starts_with(char::is_uppercase)
        && code.lines().any(|line| hands(line) || in_a_variant(line))
}

/// Where an item stands that a module has or hands on.
fn found_in(module: &str, name: &str, all: &Modules, depth: u8) -> Option<(String, String)> {
    let here = all.get(module)?;
    if defines(here, name) {
        return Some((module.to_owned(), name.to_owned()));
    }
    if depth == 0 {
        return None;
    }
    if let Some(further) = here.handed_on.get(name) {
        return leads_to(further, all, depth - 1).pop();
    }
    let mut globs = here.globs.iter();
    globs.find_map(|glob| found_in(glob, name, all, depth - 1))
}

/// The items that a path may mean: of a name that a module and an item share, both.
fn leads_to(path: &str, all: &Modules, depth: u8) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut at = path;
    while let Some((module, _)) = at.rsplit_once("::") {
        if all.contains_key(module) {
            let name = path[module.len() + 2..].split("::").next();
            found.extend(name.and_then(|name| found_in(module, name, all, depth)));
            break;
        }
        at = module;
    }
    found
}

/// All that a module names: its imports, the paths in its code, and the items of modules that it
/// imports or that are its own.
fn named_by(own: &str, module: &Module, all: &Modules) -> BTreeSet<String> {
    let mut named = module.named.clone();
    let children = all.keys().filter(|path| {
        path.rsplit_once("::")
            .is_some_and(|(parent, _)| parent == own)
    });
    let imported = module.named.iter().filter(|path| all.contains_key(*path));
    for path in imported.chain(children) {
        let local = path.rsplit("::").next().unwrap_or_default();
        let start = format!("{local}::");
        for (at, _) in module.code.match_indices(&start) {
            let before = module.code[..at].chars().next_back();
            if before.is_some_and(|c| is_word(c) || c == ':') {
                continue;
            }
            let item = first_word(&module.code[at + start.len()..]);
            named.insert(format!("{path}::{item}"));
        }
    }
    named
}

/// Whether a file calls something of that name: `.name` or `::name`.
fn calls(code: &str, name: &str) -> bool {
    [".", "::"].iter().any(|sign| {
        let called = format!("{sign}{name}");
        code.match_indices(&called).any(|(at, _)| {
            let next = code[at + called.len()..].chars().next();
            !next.is_some_and(is_word)
        })
    })
}

#[test]
fn every_public_item_is_named_by_another_file_of_the_program() {
    let all = modules();
    let mut used: BTreeSet<(String, String)> = BTreeSet::new();
    for (own, module) in &all {
        for path in named_by(own, module, &all) {
            let items = leads_to(&path, &all, 8);
            used.extend(items.into_iter().filter(|(module, _)| module != own));
        }
    }
    let mut seen = 0;
    let mut dead = Vec::new();
    let mut proofs: BTreeSet<String> = PROOFS
        .iter()
        .map(|(module, item)| format!("{module}: {item}"))
        .collect();
    let public = |path: &str| {
        let layer = path.split("::").next().unwrap_or_default();
        PUBLIC.contains(&layer)
    };
    for (path, module) in all.iter().filter(|(path, _)| public(path)) {
        for (name, is_method) in offered(&module.code) {
            seen += 1;
            let is_used = match is_method {
                true => all
                    .iter()
                    .any(|(other, module)| other != path && calls(&module.code, &name)),
                false => used.contains(&(path.clone(), name.clone())),
            };
            if is_used || handed_out(&module.code, &name) {
                continue;
            }
            let item = format!("{path}: {name}");
            if !proofs.remove(&item) {
                dead.push(item);
            }
        }
    }
    assert!(seen > 500, "only {seen} items were found");
    assert!(
        dead.is_empty(),
        "{} items that nobody but tests names:\n{}",
        dead.len(),
        dead.join("\n")
    );
    assert!(proofs.is_empty(), "used by now, or gone: {proofs:?}");
}

#[test]
fn a_path_leads_to_the_file_that_defines_its_item() {
    let module = |code: &str, handed: &[(&str, &str)]| Module {
        code: code.to_owned(),
        handed_on: handed
            .iter()
            .map(|(name, path)| ((*name).to_owned(), (*path).to_owned()))
            .collect(),
        globs: Vec::new(),
        named: BTreeSet::new(),
    };
    let all = Modules::from([
        ("core".to_owned(), module("", &[("day", "core::day::day")])),
        ("core::day".to_owned(), module("pub fn day() {}", &[])),
        (
            "cli".to_owned(),
            module("day::night(); other_day::x();", &[]),
        ),
    ]);
    let day = vec![("core::day".to_owned(), "day".to_owned())];
    assert_eq!(leads_to("core::day", &all, 8), day);
    assert_eq!(leads_to("core::day::day", &all, 8), day);
    assert_eq!(leads_to("core::day::night", &all, 8), []);
    assert!(calls("a.day()", "day") && !calls("a.days()", "day") && !calls("day()", "day"));
}
