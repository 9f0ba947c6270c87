//! A desk leaves as lines, and another one is made of them: the same record, the same seals, the same
//! answers.

use std::process::Stdio;

use crate::sandbox::Sandbox;

/// The lines that must say the same of both desks.
const ASKED: [&str; 14] = [
    "db seal",
    "db check -f json",
    "list -f json",
    "log -f json",
    "overdue -f json",
    "next -f json",
    "customer list -f json",
    "contact list -f json",
    "contract list -f json",
    "staff list -f json",
    "report sla --period 2026Q3 -f json",
    "report usage -f json",
    "list text:the -f json --fields ticket,subject",
    "show 1-20 -f json",
];

fn same(desk: &Sandbox, one: &str, other: &str) {
    for line in ASKED {
        let ask = |db: &str| {
            let ran = desk.run(&format!("sladesk --db {db} {line}"));
            (ran.stdout, ran.status)
        };
        assert_eq!(ask(one), ask(other), "{line}");
    }
}

#[test]
fn the_whole_record_comes_into_an_empty_desk_with_the_same_hashes_and_answers() {
    for seed in [1, 7, 23] {
        let desk = Sandbox::new().at("2026-10-01T08:00:00Z");
        desk.done(&format!("sladesk demo demo --tickets 40 --seed {seed}"));
        let old = "demo/desk.db";
        let done = |line: &str| desk.done(&format!("sladesk --db {old} {line}"));
        // what is undone, erased, linked, late and corrected must come along as it is
        done("note 3 -m \"a private word\" --once key-1");
        done("undo");
        done("link 1 5");
        done("link 7 2");
        done("customer add gone --name Gone");
        done("contact add gone g@gone.example --name G");
        done("undo -y");
        done("undo -y");
        done("note 4 -m \"erase this\" --once key-2");
        let event = desk.json(&format!("sladesk --db {old} log ticket:4 -L 1"))[0]["event"].clone();
        done(&format!("db redact {event} -y -m asked"));
        let export = done("export");
        let lines: Vec<&str> = export.lines().collect();
        assert!(lines[0].starts_with("{\"desk\":"), "{}", lines[0]);
        assert!(lines.last().expect("lines").starts_with("{\"end\":"));
        assert!(!export.contains("erase this"));
        desk.file("desk.jsonl", &export);
        let said = desk
            .run("sladesk --db new.db import desk desk.jsonl -n")
            .stderr;
        assert!(said.starts_with("would import"), "{said}");
        assert!(!desk.path("new.db").exists());
        desk.done("sladesk --db new.db import desk desk.jsonl");
        same(&desk, old, "new.db");
        // again, and out of the new one: byte for byte
        assert_eq!(desk.done("sladesk --db new.db export"), export);
        // keys that were used stay used, and numbers go on
        let used = desk.run("sladesk --db new.db note 3 -m again --once key-2");
        assert_eq!(used.status, 10, "{used}");
        let seal = desk.done(&format!("sladesk --db {old} db seal"));
        for db in [old, "new.db"] {
            desk.done(&format!("sladesk --db {db} note 5 -m \"after the move\""));
            assert_eq!(
                desk.run(&format!(
                    "sladesk --db {db} db check --against {}",
                    seal.trim()
                ))
                .status,
                0
            );
        }
        let then = |db: &str| {
            desk.done(&format!(
                "sladesk --db {db} list --as-of {} -f json",
                seal.trim()
            ))
        };
        assert_eq!(then(old), then("new.db"));
    }
}

#[test]
fn a_desk_that_something_was_written_to_takes_no_record() {
    let desk = Sandbox::new();
    desk.done("sladesk db init");
    let export = desk.done("sladesk export");
    desk.file("desk.jsonl", &export);
    // founded, and nothing else: it is replaced
    desk.done("sladesk --db new.db db init --zone Europe/Madrid");
    desk.done("sladesk --db new.db import desk desk.jsonl");
    assert_eq!(
        desk.done("sladesk --db new.db db seal"),
        desk.done("sladesk db seal")
    );
    desk.done("sladesk --db new.db customer add acme --name Acme");
    desk.fails(
        "--db new.db import desk desk.jsonl",
        5,
        "new.db is a desk that something was written to: a record comes into an empty one",
    );
}

#[test]
fn a_record_that_was_changed_or_cut_off_is_refused_with_the_line_and_nothing_is_there() {
    let desk = Sandbox::new();
    desk.done("sladesk db init");
    desk.done("sladesk customer add acme --name Acme");
    let export = desk.done("sladesk export");
    let lines: Vec<&str> = export.lines().collect();
    let last = lines.len();
    let place = lines
        .iter()
        .position(|line| line.contains("customer-added"))
        .expect("a line");
    let without = |left: usize| {
        let kept = lines.iter().enumerate().filter(|(place, _)| *place != left);
        kept.map(|(_, line)| format!("{line}\n"))
            .collect::<String>()
    };
    for (text, says) in [
        (
            export.replace("Acme", "Acne"),
            format!("line {} of x.jsonl: event", place + 1),
        ),
        (
            without(0),
            "line 1 of x.jsonl: it does not belong here".to_owned(),
        ),
        (
            without(place),
            format!(
                "line {} of x.jsonl: the end is not that of these lines",
                last - 1
            ),
        ),
        (
            without(last - 1),
            "the record stops before its end: the file was cut off".to_owned(),
        ),
        (
            format!("{export}{}\n", lines[1]),
            format!("line {} of x.jsonl: it does not belong here", last + 1),
        ),
        (
            "{\"desk\":1}\n".to_owned(),
            "line 1 of x.jsonl: it is no line of a record".to_owned(),
        ),
        (
            export.replacen("\"version\":1", "\"version\":99", 1),
            "line 1 of x.jsonl: the record is of version 99".to_owned(),
        ),
    ] {
        desk.file("x.jsonl", &text);
        desk.fails("--db new.db import desk x.jsonl", 7, &says);
        assert!(!desk.path("new.db").exists(), "{says}");
    }
}

#[test]
fn a_record_goes_from_desk_to_desk_through_a_pipe() {
    let desk = Sandbox::new();
    desk.done("sladesk db init");
    desk.done("sladesk customer add acme --name Acme");
    let mut export = desk.command();
    let out = export
        .arg("export")
        .stdout(Stdio::piped())
        .output()
        .expect("ran");
    let text = String::from_utf8(out.stdout).expect("text");
    let ran = desk.run_with("sladesk --db new.db import desk -", &text);
    assert_eq!(ran.status, 0, "{ran}");
    assert_eq!(
        desk.done("sladesk --db new.db db seal"),
        desk.done("sladesk db seal")
    );
}
