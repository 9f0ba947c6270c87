//! Typed at a terminal: beginnings of names, what is asked for when it is missing, and what
//! `sladesk` alone shows. Off a terminal nothing of this is guessed or asked.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::desk::{Desks, Stage};
use crate::page::folder;
use crate::terminal::{Place, Seen, typed};

const NOW: &str = "2026-10-14T13:00:00Z";

/// Types commands, and answers each question by what it asks for.
fn answering(folder: &Path, commands: &[&str], answers: &[(&str, &str)]) -> Vec<Seen> {
    let commands: Vec<String> = commands.iter().map(ToString::to_string).collect();
    let answer = |_: usize, asked: &str| {
        let fits = |(asks, _): &&(&str, &str)| asked.contains(asks);
        let found = answers.iter().find(fits);
        found.map_or_else(String::new, |(_, answer)| (*answer).to_owned())
    };
    typed(&Place::at(folder, NOW), &commands, answer)
}

/// The same words, without a terminal.
fn elsewhere(folder: &Path, words: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_sladesk"))
        .args(words)
        .current_dir(folder)
        .env_clear()
        .env("HOME", folder)
        .env("LOGNAME", "tess")
        .env("SLADESK_NOW", NOW)
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code().unwrap_or(-1), said)
}

#[test]
fn the_beginning_of_a_name_is_enough_at_a_terminal_where_it_is_the_only_one() {
    let desks = Desks::new();
    let folder = desks.at(Stage::Working, "beginnings");
    let lines = [
        "sladesk customer show ac",
        "sladesk contact show lui",
        "sladesk may gin -c phone",
        "sladesk contract show umb",
        "sladesk assign 3 ho",
        "sladesk plan show csd",
    ];
    for (line, seen) in lines.iter().zip(answering(&folder, &lines, &[])) {
        assert!(!seen.shown.contains("error: no"), "{line}: {}", seen.shown);
    }
    let seen = answering(&folder, &["sladesk assign 3 ho"], &[]);
    assert!(
        seen[0].shown.contains("assigned to hoa"),
        "{}",
        seen[0].shown
    );
    for words in [
        &["customer", "show", "ac"][..],
        &["contact", "show", "lui"],
        &["may", "gin"],
        &["assign", "3", "ho"],
        &["plan", "show", "csd-group/el"],
    ] {
        let (status, said) = elsewhere(&folder, words);
        assert_ne!(status, 0, "{words:?} is guessed: {said}");
    }
}

#[test]
fn a_beginning_of_several_names_lists_them() {
    let desks = Desks::new();
    let folder = desks.at(Stage::Working, "several");
    let setup = "sladesk customer add acorn --name \"Acorn Inc\" && sladesk staff add hugo --name \"Hugo Blum\"";
    let lines = [
        setup,
        "sladesk customer show ac",
        "sladesk assign 3 h",
        "sladesk plan show creatio/b",
    ];
    let seen = answering(&folder, &lines, &[]);
    let said = "error: `ac` can be several\n  acme (Acme Ltd)\n  acorn (Acorn Inc)\n";
    assert_eq!((seen[1].shown.as_str(), seen[1].status), (said, 2));
    let said = "error: `h` can be several\n  hoa (Hoa Le)\n  hugo (Hugo Blum)\n";
    assert_eq!((seen[2].shown.as_str(), seen[2].status), (said, 2));
    assert_eq!(seen[3].status, 2, "{}", seen[3].shown);
    assert!(seen[3].shown.contains("creatio/basic"), "{}", seen[3].shown);
}

#[test]
fn a_ticket_is_opened_from_nothing_by_answers() {
    let desks = Desks::new();
    let folder = desks.at(Stage::Working, "asked");
    let answers = [
        ("WHO: ", "dana@acme.example"),
        ("SUBJECT: ", "Nothing works"),
        ("priority", "high"),
        ("channel", "phone"),
    ];
    let seen = answering(
        &folder,
        &["sladesk open", "sladesk list -L 1 -f tsv"],
        &answers,
    );
    assert_eq!(seen[0].status, 0, "{}", seen[0].shown);
    let shown = &seen[0].shown;
    assert!(
        shown.contains("  dana@acme.example        Dana Ruiz\n"),
        "{shown}"
    );
    assert!(
        shown.contains("  acme                     Acme Ltd\n"),
        "{shown}"
    );
    assert!(shown.contains("priority (high, medium, low): "), "{shown}");
    assert!(seen[1].shown.contains("Nothing works"), "{}", seen[1].shown);
    let (status, said) = elsewhere(&folder, &["open"]);
    assert_eq!(
        (status, said.contains("`open` needs WHO")),
        (2, true),
        "{said}"
    );
}

#[test]
fn a_verb_without_a_ticket_lists_mine_first() {
    let desks = Desks::new();
    let folder = desks.at(Stage::Working, "mine");
    let lines = [
        "sladesk assign 5",
        "sladesk note -m \"I have it\"",
        "sladesk log type:noted -f ids",
    ];
    let seen = answering(&folder, &lines, &[("TICKETS: ", "5")]);
    let shown = &seen[1].shown;
    assert_eq!(seen[1].status, 0, "{shown}");
    let first = shown.lines().next().unwrap_or_default();
    assert!(
        first.starts_with("  5 ") && first.contains("The report is wrong"),
        "{shown}"
    );
    assert!(shown.contains("5: noted"), "{shown}");
}

#[test]
fn sladesk_alone_has_counts_and_then_the_work_list() {
    let desks = Desks::new();
    let folder = desks.at(Stage::Working, "alone");
    let seen = answering(&folder, &["sladesk", "sladesk | cat"], &[]);
    let mut lines = seen[0].shown.lines();
    let counts = lines.next().unwrap_or_default();
    assert!(
        counts.starts_with("7 open, 1 waiting, "),
        "{}",
        seen[0].shown
    );
    assert!(counts.ends_with(" at risk"), "{counts}");
    assert_eq!(lines.next(), Some(""));
    assert!(lines.next().is_some_and(|line| line.starts_with("TICKET")));
    assert!(
        seen[1].shown.contains("no command was given"),
        "{}",
        seen[1].shown
    );
}

#[test]
fn whoever_has_no_desk_is_offered_one() {
    let (_kept, folder) = folder();
    let seen = answering(&folder, &["sladesk"], &[]);
    assert_eq!(seen[0].status, 6);
    for offer in [
        "db init` makes a new one",
        "`sladesk demo demo` makes one up",
    ] {
        assert!(seen[0].shown.contains(offer), "{}", seen[0].shown);
    }
}
