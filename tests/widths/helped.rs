//! Help on every command and every topic, at terminals of several widths; and that no command has
//! an answer that is looked at nowhere.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::help_topics;
use crate::terminal::{Place, typed};
use crate::{ASKED, NOW, WIDTHS, desk, said, too_wide};

/// Every command, by the words that name it.
fn commands(folder: &Path) -> BTreeSet<String> {
    let man = ["sladesk man --dir pages".to_owned()];
    let made = typed(&Place::at(folder, NOW), &man, |_, _| String::new());
    assert_eq!(made[0].status, 0, "{}", made[0].shown);
    let pages = std::fs::read_dir(folder.join("pages")).expect("the pages are there");
    let names = pages.filter_map(|page| {
        let name = page.expect("a page").file_name();
        let name = name.to_str()?.strip_prefix("sladesk-")?;
        Some(name.strip_suffix(".1")?.replacen('-', " ", 1))
    });
    names.collect()
}

#[test]
fn help_fits_the_terminal() {
    let (_kept, folder) = desk::desk();
    let first = ["sladesk help".to_owned()];
    let page = typed(&Place::at(&folder, NOW), &first, |_, _| String::new());
    let topics = help_topics::named_on(&page[0].shown);
    let about = commands(&folder).into_iter().chain(topics);
    let asked = about.map(|about| format!("sladesk help {about}"));
    let asked: Vec<String> = first.into_iter().chain(asked).collect();
    let mut found = String::new();
    for width in WIDTHS {
        let place = Place {
            columns: width,
            ..Place::at(&folder, NOW)
        };
        let seen = typed(&place, &asked, |_, _| String::new());
        for (line, seen) in asked.iter().zip(seen) {
            assert_eq!(seen.status, 0, "{line}: {}", seen.shown);
            if let Some(wrong) = too_wide(&seen.shown, width.into()) {
                writeln!(found, "{width}: {line}: {wrong}").expect("a text takes all");
            }
        }
    }
    assert!(found.is_empty(), "{found}");
}

/// What they print is for programs, goes to files, or is what this test reads.
const ELSEWHERE: [&str; 8] = [
    "completions",
    "db init",
    "demo",
    "help",
    "import desk",
    "man",
    "plan new",
    "report metrics",
];

#[test]
fn no_command_is_looked_at_nowhere() {
    let (_kept, folder) = desk::desk();
    let commands = commands(&folder);
    assert!(commands.len() > 80, "{commands:?}");
    let nouns: BTreeSet<&str> = commands
        .iter()
        .filter_map(|name| name.split_once(' ').map(|(noun, _)| noun))
        .collect();
    let lines: Vec<&str> = ASKED.lines().chain(said::SAID.lines()).collect();
    let looked_at = |name: &str| {
        let begins = format!("sladesk {name}");
        lines.iter().any(|line| {
            let rest = line.strip_prefix(&begins);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    };
    let unseen = commands.iter().filter(|name| {
        let name = name.as_str();
        !nouns.contains(name) && !ELSEWHERE.contains(&name) && !looked_at(name)
    });
    assert_eq!(unseen.collect::<Vec<_>>(), Vec::<&String>::new());
}
