//! No imports in a circle: within a layer, files can be read one after the other. A folder's
//! `mod.rs` hands names on; who takes a name from it takes it from the file that defines it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::sources::{root, rust_files};

/// A module's path, `core::time::local`, and what its file says.
pub struct Module {
    /// The code without comments and without the tests at its end.
    pub code: String,
    /// Names that it hands on, each with the path that it takes them from.
    pub handed_on: BTreeMap<String, String>,
    /// Modules of which it hands on everything.
    pub globs: Vec<String>,
    /// Paths that it imports or names.
    pub named: BTreeSet<String>,
}

/// `src/core/time/mod.rs` is `core::time`; none for tests and the crate's root.
fn module_path(file: &Path, sources: &Path) -> Option<String> {
    let inside = file.strip_prefix(sources).ok()?.with_extension("");
    let mut parts: Vec<String> = inside
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    if parts.last().is_some_and(|last| last == "mod") {
        parts.pop();
    }
    let test = |part: &String| matches!(part.as_str(), "tests" | "fixtures" | "lib" | "main");
    (!parts.is_empty() && !parts.iter().any(test)).then(|| parts.join("::"))
}

/// Without comments, and without what stands below the tests.
fn code(text: &str) -> String {
    let text = match text.find("#[cfg(test)]\nmod ") {
        Some(at)
            if text[at..]
                .lines()
                .nth(1)
                .is_some_and(|line| line.ends_with('{')) =>
        {
            &text[..at]
        }
        _ => text,
    };
    text.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// A path as written in a module, from the crate's root: `super::x` in `a::b` is `a::x`.
fn absolute(path: &str, own: &str) -> Option<String> {
    let mut parts: Vec<&str> = path.split("::").collect();
    match parts[0] {
        "crate" => {
            parts.remove(0);
            Some(parts.join("::"))
        }
        "self" | "super" => {
            let mut base: Vec<&str> = own.split("::").collect();
            while let Some(&first) = parts.first() {
                match first {
                    "self" => {}
                    "super" => {
                        base.pop()?;
                    }
                    _ => break,
                }
                parts.remove(0);
            }
            base.extend(parts);
            Some(base.join("::"))
        }
        _ => None,
    }
}

/// The single paths of a `use` tree: `a::{b, c::{d, e}}` is `a::b`, `a::c::d`, `a::c::e`.
fn leaves(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some(open) = tree.find('{') else {
        let path = tree.split(" as ").next().unwrap_or_default().trim();
        return vec![path.to_owned()];
    };
    let (head, rest) = (&tree[..open], &tree[open + 1..]);
    let body = &rest[..rest.rfind('}').unwrap_or(rest.len())];
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, c) in body.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&body[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&body[start..]);
    parts
        .iter()
        .filter(|part| !part.trim().is_empty())
        .flat_map(|part| leaves(part))
        .map(|leaf| match leaf.as_str() {
            "self" => head.trim_end_matches("::").to_owned(),
            _ => format!("{head}{leaf}"),
        })
        .collect()
}

/// The `use` statements: whether they hand on, and their tree.
fn uses(code: &str) -> Vec<(bool, String)> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some(at) = rest.find("use ") {
        let line_start = rest[..at].rfind('\n').map_or(0, |place| place + 1);
        let before = rest[line_start..at].trim();
        let after = &rest[at + 4..];
        let statement = before.is_empty() || before.starts_with("pub");
        if let (true, Some(end)) = (statement, after.find(';')) {
            let tree = after[..end]
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ");
            found.push((before.starts_with("pub"), tree));
            rest = &after[end..];
        } else {
            rest = after;
        }
    }
    found
}

/// Paths named in the code itself: `super::x::f(...)`.
fn inline(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    // Whom an item is shown to is no import.
    let code = code.replace("pub(in crate::", "pub(in ");
    for start in ["crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            let word = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
            if code[..at].chars().next_back().is_some_and(word) {
                continue;
            }
            let path: String = code[at..].chars().take_while(|c| word(*c)).collect();
            found.push(path.trim_end_matches(':').to_owned());
        }
    }
    found
}

/// The modules of the sources by their paths, tests left out.
pub fn modules() -> BTreeMap<String, Module> {
    let sources = root().join("src");
    let mut modules = BTreeMap::new();
    for file in rust_files("src") {
        let Some(own) = module_path(&file, &sources) else {
            continue;
        };
        let text = fs::read_to_string(&file).expect("a file of the sources");
        let code = code(&text);
        let is_folder = file.ends_with("mod.rs");
        let mut module = Module {
            handed_on: BTreeMap::new(),
            globs: Vec::new(),
            named: BTreeSet::new(),
            code: String::new(),
        };
        for (hands_on, tree) in uses(&code) {
            for leaf in leaves(&tree) {
                let first = leaf.split("::").next().unwrap_or_default();
                let path = match first {
                    "crate" | "self" | "super" => absolute(&leaf, &own),
                    // in a folder's `mod.rs`: one of its own files
                    _ if is_folder => Some(format!("{own}::{leaf}")),
                    _ => None,
                };
                let Some(path) = path else { continue };
                match (hands_on, path.rsplit_once("::")) {
                    (true, Some((from, "*"))) => module.globs.push(from.to_owned()),
                    (true, Some((_, name))) => {
                        module.handed_on.insert(name.to_owned(), path.clone());
                    }
                    _ => {
                        module.named.insert(path);
                    }
                }
            }
        }
        for path in inline(&code) {
            module.named.extend(absolute(&path, &own));
        }
        module.code = code;
        modules.insert(own, module);
    }
    modules
}

/// Whether a module has an item of that name.
pub fn defines(module: &Module, name: &str) -> bool {
    [
        "struct ",
        "enum ",
        "fn ",
        "trait ",
        "type ",
        "const ",
        "static ",
        "macro_rules! ",
    ]
    .iter()
    .any(|kind| {
        module
            .code
            .match_indices(&format!("{kind}{name}"))
            .any(|(at, found)| {
                let next = module.code[at + found.len()..].chars().next();
                next.is_none_or(|c| !(c.is_alphanumeric() || c == '_'))
            })
    })
}

/// The file that a path leads to, through all that hands it on.
fn home(path: &str, modules: &BTreeMap<String, Module>, depth: u8) -> Option<String> {
    let mut at = path;
    let mut name: Option<&str> = None;
    loop {
        if let Some(module) = modules.get(at) {
            let Some(name) = name else {
                return Some(at.to_owned());
            };
            if defines(module, name) || depth == 0 {
                return Some(at.to_owned());
            }
            if let Some(further) = module.handed_on.get(name) {
                return home(further, modules, depth - 1).or(Some(at.to_owned()));
            }
            for glob in &module.globs {
                if modules.get(glob).is_some_and(|inner| defines(inner, name)) {
                    return Some(glob.clone());
                }
            }
            return Some(at.to_owned());
        }
        let (before, last) = at.rsplit_once("::")?;
        name = Some(last);
        at = before;
    }
}

/// Files that import each other, directly or over others.
fn circles(arrows: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reach = |from: &String| {
        let mut seen = BTreeSet::new();
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            for next in arrows.get(at).into_iter().flatten() {
                if seen.insert(next.clone()) {
                    open.push(next);
                }
            }
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> =
        arrows.keys().map(|from| (from, reach(from))).collect();
    let mut found: Vec<Vec<String>> = Vec::new();
    for (from, seen) in &reached {
        if !seen.contains(*from) || found.iter().any(|circle| circle.contains(from)) {
            continue;
        }
        let back = |other: &&String| reached.get(other).is_some_and(|far| far.contains(*from));
        found.push(seen.iter().filter(back).cloned().collect());
    }
    found
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let modules = modules();
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (own, module) in &modules {
        for path in &module.named {
            let Some(target) = home(path, &modules, 8) else {
                continue;
            };
            if target != *own {
                arrows.entry(own.clone()).or_default().insert(target);
            }
        }
    }
    let count: usize = arrows.values().map(BTreeSet::len).sum();
    assert!(count > 500, "the imports were not found: {count}");
    let mut said = Vec::new();
    for circle in circles(&arrows) {
        let mut lines = vec![format!("a circle of {}:", circle.len())];
        for from in &circle {
            for to in arrows.get(from).into_iter().flatten() {
                if circle.contains(to) {
                    lines.push(format!("  {from} -> {to}"));
                }
            }
        }
        said.push(lines.join("\n"));
    }
    assert!(
        said.is_empty(),
        "{} circles:\n{}",
        said.len(),
        said.join("\n")
    );
}
