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

/// Lines that name somebody or something, each with a whole name and a beginning of it.
const NAMED: [(&str, &str, &str); 40] = [
    ("open {} x -p low -c email -n", "dana@acme.example", "da"),
    ("open {} x -p low -c email -n", "acme", "Acm"),
    (
        "open acme x --contact {} -p low -c email -n",
        "dana@acme.example",
        "Da",
    ),
    ("open acme x --contract {} -p low -c email -n", "acme", "ac"),
    ("open acme x -p low -c email --assignee {} -n", "hoa", "Ho"),
    ("may {}", "gina@hooli.example", "gin"),
    ("may acme --contact {}", "dana@acme.example", "dana@ac"),
    ("may acme --contract {}", "acme", "ac"),
    ("receive 3 --contact {} -m x -n", "luis@acme.example", "lu"),
    ("edit 3 --contact {} -n", "luis@acme.example", "lu"),
    ("assign 3 {} -n", "hoa", "ho"),
    ("move 3 {} -n", "globex", "glo"),
    ("list customer:{}", "acme", "ac"),
    ("list not:customer:{}", "acme", "AC"),
    ("list contact:{}", "dana@acme.example", "da"),
    ("list contract:{}", "acme", "ac"),
    ("list plan:{}", "creatio/business", "creatio/bu"),
    ("list assignee:{}", "tess", "te"),
    ("overdue held-by:{}", "tess", "te"),
    ("log actor:{}", "tess", "te"),
    ("customer show {}", "acme", "ac"),
    ("customer edit {} --name New -n", "acme", "ac"),
    ("customer edit acme --engineer {} -n", "minh", "MI"),
    ("customer list customer:{}", "acme", "ac"),
    ("contact list contact:{}", "dana@acme.example", "da"),
    ("contact show {}", "luis@acme.example", "lui"),
    ("contact edit {} --phone 1 -n", "luis@acme.example", "lui"),
    (
        "contact edit ada@umbrella.example --replaces {} -n",
        "ada@umbrella.example",
        "ad",
    ),
    ("contact revoke {} -n", "luis@acme.example", "lui"),
    (
        "contact add {} new@acme.example --name New --contract 1 -n",
        "acme",
        "ac",
    ),
    (
        "contact add acme new@acme.example --name New --contract {} -n",
        "acme",
        "ac",
    ),
    ("contract show {}", "umbrella", "umb"),
    ("contract cancel {} -n", "umbrella", "umb"),
    (
        "contract sign initech {} -n",
        "suitecrm/dedicated",
        "suitecrm/d",
    ),
    ("staff edit {} --name New -n", "minh", "mi"),
    ("plan show {}", "csd-group/elite", "csd-group/el"),
    ("plan show {}", "umbrella", "umb"),
    (
        "plan diff {} creatio/premium",
        "creatio/business",
        "creatio/bu",
    ),
    ("calendar open {} --zone UTC", "hooli", "hoo"),
    ("report whatif --plan {}", "creatio/premium", "creatio/p"),
];

#[test]
fn the_beginning_of_a_name_means_at_a_terminal_what_the_whole_name_means() {
    let desks = Desks::new();
    let folder = desks.at(Stage::Working, "beginnings");
    let line = |words: &str, name: &str| format!("sladesk {}", words.replace("{}", name));
    let whole = NAMED.map(|(words, whole, _)| line(words, whole));
    let begun = NAMED.map(|(words, _, begun)| line(words, begun));
    let lines: Vec<&str> = whole.iter().chain(&begun).map(String::as_str).collect();
    let seen = answering(&folder, &lines, &[]);
    let (of_whole, of_begun) = seen.split_at(NAMED.len());
    let mut wrong = String::new();
    for ((line, whole), begun) in begun.iter().zip(of_whole).zip(of_begun) {
        if (&whole.shown, whole.status) != (&begun.shown, begun.status) {
            wrong.push_str(&format!("{line}\n{}{}\n", begun.shown, whole.shown));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    for line in &begun {
        let words: Vec<&str> = line.split(' ').skip(1).collect();
        let (status, said) = elsewhere(&folder, &words);
        assert_ne!(status, 0, "{line} is guessed: {said}");
    }
}

#[test]
fn whom_an_estimate_was_told_may_be_a_stranger_or_the_beginning_of_a_contact() {
    let desks = Desks::new();
    let folder = desks.at(Stage::Working, "told");
    let lines = [
        "sladesk eta 3 tomorrow --told lui",
        "sladesk eta 3 tomorrow --told nobody@else.example",
        "sladesk eta 3 tomorrow --told \"the porter\"",
        "sladesk show 3 -f json --fields eta",
    ];
    let seen = answering(&folder, &lines, &[]);
    for (seen, told) in seen
        .iter()
        .zip(["luis@acme.example", "nobody@else.example", "the porter"])
    {
        assert!(seen.shown.contains(told), "{told}: {}", seen.shown);
    }
    let (status, _) = elsewhere(&folder, &["eta", "3", "tomorrow", "--told", "lui"]);
    assert_eq!(status, 0);
    let seen = answering(&folder, &["sladesk show 3"], &[]);
    assert!(seen[0].shown.contains("lui"), "{}", seen[0].shown);
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

/// The same, where one question may be asked several times: each answer is given once.
fn answering_in_turn(folder: &Path, command: &str, answers: &[&str]) -> Seen {
    let left = std::cell::RefCell::new(answers.iter());
    let answer = |_: usize, _: &str| {
        let next = left.borrow_mut().next().copied();
        next.unwrap_or_default().to_owned()
    };
    let mut seen = typed(&Place::at(folder, NOW), &[command.to_owned()], answer);
    seen.remove(0)
}

#[test]
fn a_ticket_is_opened_from_nothing_by_answers() {
    let desks = Desks::new();
    let folder = desks.at(Stage::Working, "asked");
    let opened = answering_in_turn(
        &folder,
        "sladesk open",
        &["dana@acme.example", "Nothing works", "high", "phone"],
    );
    assert_eq!(opened.status, 0, "{}", opened.shown);
    let (asked, told) = opened.shown.split_once("13: ").expect("it is opened");
    assert_eq!(
        asked,
        "\
A contact (e-mail), a customer or a contract:
   1  bob@acme.example      Bob Lee
   2  dana@acme.example     Dana Ruiz
   3  luis@acme.example     Luis Soto
   4  gina@hooli.example    Gina
   5  ada@umbrella.example  Ada
   6  tony@stark.example    Tony
   7  acme                  Acme Ltd
   8  globex                globex
   9  hooli                 hooli
  10  initech               initech
  11  stark                 Stark
  12  umbrella              umbrella
open: WHO: dana@acme.example
What is wrong, in one line: Nothing works
   1  high    High
   2  medium  Medium
   3  low     Low
priority: high
   1  portal          Customer portal
   2  email           E-mail
   3  phone           Phone
   4  screen-sharing  Live screen sharing, co-browsing
channel: phone
"
    );
    assert!(told.contains("opened as high"), "{told}");
    let (status, said) = elsewhere(&folder, &["open"]);
    assert_eq!(
        (status, said.contains("`open` needs WHO")),
        (2, true),
        "{said}"
    );
}

#[test]
fn an_answer_is_a_number_of_the_list_a_beginning_or_the_word() {
    let desks = Desks::new();
    let folder = desks.at(Stage::Working, "numbers");
    let opened = answering_in_turn(&folder, "sladesk open", &["2", "1", "3", "em"]);
    assert_eq!(opened.status, 0, "{}", opened.shown);
    let lines = ["sladesk show 13 -f tsv --fields contact,subject,priority,channel"];
    let seen = answering(&folder, &lines, &[]);
    assert!(
        seen[0].shown.contains("dana@acme.example\t1\tlow\temail"),
        "{}",
        seen[0].shown
    );
}

#[test]
fn a_wrong_answer_is_told_and_asked_again_until_there_is_none() {
    let desks = Desks::new();
    let folder = desks.at(Stage::Working, "again");
    let answers = ["nobody-there", "da", "Odd", "urgent", "m", "pigeon", "1"];
    let opened = answering_in_turn(&folder, "sladesk open", &answers);
    assert_eq!(opened.status, 0, "{}", opened.shown);
    for said in [
        "error: no customer `nobody-there`\n",
        "`urgent` is none of these\npriority: m\n",
        "`pigeon` is none of these\nchannel: 1\n",
        "13: opened as medium (acme, \"Odd\")",
    ] {
        assert!(opened.shown.contains(said), "{said}: {}", opened.shown);
    }
    let asked = opened.shown.matches("open: WHO: ").count();
    assert_eq!(asked, 2, "{}", opened.shown);
    let left = answering_in_turn(&folder, "sladesk open", &["nobody-there", ""]);
    assert_eq!(left.status, 5, "{}", left.shown);
    assert!(
        left.shown.ends_with("error: nothing was done\n"),
        "{}",
        left.shown
    );
}

#[test]
fn what_the_plan_wants_on_every_ticket_is_asked_for_too() {
    let desks = Desks::new();
    let folder = desks.at(Stage::Working, "demanded");
    let answers = ["ada", "Odd", "s2", "phone", "8.1", "1", "product"];
    let opened = answering_in_turn(&folder, "sladesk open", &answers);
    assert_eq!(opened.status, 0, "{}", opened.shown);
    for asked in ["version: 8.1\n", "environment: 1\n", "component: product\n"] {
        assert!(opened.shown.contains(asked), "{asked}: {}", opened.shown);
    }
    assert!(
        opened.shown.contains(" wants it on every ticket"),
        "{}",
        opened.shown
    );
    let words = "open ada@umbrella.example Odd -p s2 -c phone";
    let words: Vec<&str> = words.split(' ').collect();
    let (status, said) = elsewhere(&folder, &words);
    assert_eq!((status, said.contains("version")), (3, true), "{said}");
}

#[test]
fn a_verb_without_a_ticket_lists_mine() {
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
    assert!(
        shown.contains("\n  5  The report is wrong\nnote: TICKETS: 5\n"),
        "mine alone: {shown}"
    );
    assert!(shown.contains("5: noted"), "{shown}");
}

#[test]
fn a_flag_that_is_needed_is_asked_for_and_nothing_is_offered_for_a_new_name() {
    let desks = Desks::new();
    let folder = desks.at(Stage::Working, "flags");
    let added = answering_in_turn(
        &folder,
        "sladesk contact add",
        &["acme", "eva@acme.example", "Eva Roth"],
    );
    assert_eq!(added.status, 0, "{}", added.shown);
    let offered = added
        .shown
        .split("contact add: EMAIL")
        .next()
        .expect("it is asked");
    assert!(!offered.contains("dana@acme.example"), "{offered}");
    let reckoned = answering_in_turn(
        &folder,
        "sladesk calendar elapsed acme",
        &["2026-10-14T08:00:00Z"],
    );
    assert_eq!(reckoned.status, 0, "{}", reckoned.shown);
}

#[test]
fn a_word_that_is_missing_is_offered_by_what_it_names_and_a_question_says_whom_it_is_about() {
    let desks = Desks::new();
    let folder = desks.at(Stage::Working, "named");
    let moved = answering_in_turn(&folder, "sladesk move 3 -n", &["globex"]);
    assert!(
        moved.shown.contains("globex    globex\n"),
        "{}",
        moved.shown
    );
    let merged = answering_in_turn(&folder, "sladesk merge 3 -n", &["5"]);
    assert!(
        merged.shown.contains("The report is wrong"),
        "{}",
        merged.shown
    );
    let asked = "sladesk db redact -m \"asked for by letter\"";
    let redacted = answering_in_turn(&folder, asked, &["lui", "n"]);
    assert_eq!(redacted.status, 5, "{}", redacted.shown);
    let offered = "luis@acme.example     Luis Soto\n";
    assert!(redacted.shown.contains(offered), "{}", redacted.shown);
    let words: Vec<&str> = redacted.shown.split_whitespace().collect();
    let asked = "what stands in 1 event, and with it who luis@acme.example is. Go on? [y/N] n";
    assert!(words.join(" ").contains(asked), "{}", redacted.shown);
}

#[test]
fn sladesk_alone_has_counts_and_then_the_work_list() {
    let desks = Desks::new();
    let folder = desks.at(Stage::Working, "alone");
    let seen = answering(&folder, &["sladesk", "sladesk | cat"], &[]);
    let mut lines = seen[0].shown.lines();
    let counts = lines.next().unwrap_or_default();
    assert!(
        counts.starts_with("9 open, 1 waiting, "),
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
