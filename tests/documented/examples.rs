//! The examples of the help: each is typed on a desk on which it makes sense, and does it.
//!
//! They speak of tickets, events and seals as an old desk has them; here these are those of a
//! young one. All else is typed as it stands.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::desk::{Desks, Stage};
use crate::help_topics;
use crate::page::{folder, root};
use crate::terminal::{Place, typed};

/// A Wednesday, three in the afternoon in Madrid.
const NOW: &str = "2026-10-14T13:00:00Z";

/// What stands for what the examples say: numbers of an old desk, and places outside the test.
const HERE: [(&str, &str); 12] = [
    ("contract adjust acme", "contract adjust umbrella"),
    ("4712", "4"),
    ("4690", "1"),
    ("4711", "3"),
    ("88231", "$(sladesk log type:resolved -f ids | head -n 1)"),
    ("e61251", "e30"),
    ("e51877-9f3a41c2", "$(sladesk db seal)"),
    ("desk-2026-10-01.db", "old.db"),
    (
        "sladesk note 3 -F -",
        "echo \"I have seen it\" | sladesk note 3 -F -",
    ),
    ("/tmp/desk", "desk"),
    ("5000", "50"),
    ("/mnt/backup/", "backup/"),
];

/// The ticket that the examples of a command mean: in another state than a new one, or of a
/// customer whose plan has what they ask for.
const TICKETS: [(&str, &str); 11] = [
    ("show 4711 -f json --as-of yesterday", "1"),
    ("move", "4"),
    ("agree", "5"),
    ("exempt", "6"),
    ("mark 4711 workaround --withdraw", "12"),
    ("mark", "11"),
    ("work 4711 2h --charge", "6"),
    ("resume", "7"),
    ("reopen", "8"),
    ("cause", "9"),
    ("link 4711 4690 --remove", "10"),
];

/// Examples that make something which must not be there yet, by how they begin.
const STAGES: [(&str, Stage); 7] = [
    ("db init", Stage::Nothing),
    ("demo", Stage::Nothing),
    ("plan new", Stage::Nothing),
    ("staff add", Stage::Founded),
    ("customer add", Stage::Staffed),
    ("contract sign", Stage::Known),
    ("contact add", Stage::Signed),
];

/// Those that end with another status than 0: they ask for it, or the contract says no.
const ENDS: [(&str, i32); 6] = [
    (
        "sladesk calendar open creatio/business --zone UTC+3 --at \"2026-10-02 18:00\" --exit-code",
        10,
    ),
    ("sladesk overdue priority:high --exit-code -q", 10),
    (
        "sladesk plan diff acme plans/creatio.toml:business --exit-code",
        10,
    ),
    ("sladesk may acme -p high -t development", 3),
    // a key has them, and asks; at a terminal nobody does
    ("sladesk serve --actor minh", 2),
    ("sladesk serve --db /srv/desk.db --read-only", 2),
];

/// The examples of every command, as its manual page has them.
fn examples() -> BTreeMap<String, Vec<String>> {
    let (_kept, path) = folder();
    let man = ["sladesk man --dir man".to_owned()];
    let man = typed(&Place::at(&path, NOW), &man, |_, _| String::new());
    assert_eq!(man[0].status, 0, "{}", man[0].shown);
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(path.join("man")).expect("the pages are there") {
        let file = entry.expect("an entry").path();
        let name = file.file_stem().expect("a name").to_string_lossy();
        let name = name.replace('-', " ");
        let page = std::fs::read_to_string(&file).expect("a page can be read");
        let page = page.replace("\\-", "-").replace("\\*(Aq", "'");
        let Some((_, after)) = page.split_once("Examples:\n") else {
            continue;
        };
        let lines = after.lines().map_while(|line| line.strip_prefix("  "));
        found.insert(name, lines.map(str::to_owned).collect());
    }
    found
}

/// The commands that the first page and the topics show, each with what it is for behind it.
fn shown_by_topics() -> Vec<String> {
    let (_kept, path) = folder();
    let first = [String::from("sladesk help")];
    let first = typed(&Place::at(&path, NOW), &first, |_, _| String::new());
    let topics = help_topics::named_on(&first[0].shown);
    let topics = topics.iter().map(|topic| format!(" {topic}"));
    let asked: Vec<String> = std::iter::once(String::new())
        .chain(topics)
        .map(|topic| format!("sladesk help{topic}"))
        .collect();
    let pages = typed(&Place::at(&path, NOW), &asked, |_, _| String::new());
    let lines = pages.iter().flat_map(|page| page.shown.lines());
    let shown = lines.filter_map(|line| line.strip_prefix("  sladesk "));
    shown
        .map(|line| format!("sladesk {}", line.split("   ").next().unwrap_or_default()))
        .collect()
}

fn stage(example: &str) -> Stage {
    let words = example.trim_start_matches("sladesk ");
    let stage = STAGES.iter().find(|(start, _)| words.starts_with(start));
    stage.map_or(Stage::Working, |(_, stage)| *stage)
}

/// The example as it is typed here.
fn here(example: &str) -> String {
    let words = example.trim_start_matches("sladesk ");
    let ticket = TICKETS.iter().find(|(start, _)| words.starts_with(start));
    let mut typed = match ticket {
        Some((_, number)) => example.replace("4711", number),
        None => example.to_owned(),
    };
    for (there, here) in HERE {
        typed = typed.replace(there, here);
    }
    typed
}

#[test]
fn every_example_of_the_help_does_what_it_says() {
    let by_command = examples();
    assert!(
        by_command.len() > 80,
        "only {} were found",
        by_command.len()
    );
    let mut all: Vec<String> = by_command.into_values().flatten().collect();
    all.extend(shown_by_topics());
    for (example, _) in ENDS {
        assert!(
            all.iter().any(|line| line == example),
            "nobody shows {example}"
        );
    }
    let desks = Desks::new();
    let mut wrong = String::new();
    for (at, example) in all.iter().enumerate() {
        let folder = desks.at(stage(example), &at.to_string());
        let plans = root().join("plans/creatio.toml");
        let copied = std::fs::create_dir_all(folder.join("plans"))
            .and_then(|()| std::fs::copy(plans, folder.join("plans/creatio.toml")));
        copied.expect("a plan file can be copied");
        let command = here(example);
        let lost = match example.contains("db restore") {
            true => "rm .local/share/sladesk/*",
            false => "true",
        };
        let commands = [format!("export EDITOR=./edit.sh; {lost}"), command.clone()];
        // What is asked is whether it is meant, or the text that `-` reads.
        let seen = typed(&Place::at(&folder, NOW), &commands, |_, _| "y".to_owned());
        let ends = ENDS.iter().find(|(line, _)| line == example);
        let expected = ends.map_or(0, |(_, status)| *status);
        if seen[1].status != expected {
            writeln!(
                wrong,
                "{command}\n{}[exit {}]",
                seen[1].shown, seen[1].status
            )
            .expect("a text takes everything");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_the_demo_suggests_is_typed_as_it_stands() {
    let (_kept, path) = folder();
    let place = Place {
        columns: 80,
        ..Place::at(&path, NOW)
    };
    let demo = ["sladesk demo desk --tickets 25 --seed 7".to_owned()];
    let said = typed(&place, &demo, |_, _| String::new());
    let lines = said[0].shown.lines();
    let suggested: Vec<String> = lines
        .filter_map(|line| line.find("sladesk --db").map(|at| line[at..].to_owned()))
        .collect();
    assert_eq!(suggested.len(), 3, "{}", said[0].shown);
    let seen = typed(&place, &suggested, |_, _| String::new());
    for (line, seen) in suggested.iter().zip(seen) {
        assert_eq!(seen.status, 0, "{line}\n{}", seen.shown);
    }
}
