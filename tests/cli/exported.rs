//! A desk leaves as lines, and another one is made of them: the same record, the same seals, the same
//! answers.

use std::io::Write;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;
use sha2::{Digest, Sha256};

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
        // an editor's mark of UTF-8 in front is no part of the first line
        desk.file("marked.jsonl", &format!("\u{feff}{export}"));
        desk.done("sladesk --db marked.db import desk marked.jsonl");
        assert_eq!(
            desk.done("sladesk --db marked.db db seal"),
            desk.done("sladesk --db new.db db seal")
        );
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
            export.replacen("\"version\":2", "\"version\":99", 1),
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

/// A desk with a customer, as lines in `desk.jsonl`.
fn exported() -> (Sandbox, String) {
    let desk = Sandbox::new();
    desk.done("sladesk db init");
    desk.done("sladesk customer add acme --name Acme");
    let export = desk.done("sladesk export");
    desk.file("desk.jsonl", &export);
    (desk, export)
}

fn names(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> = names
        .map(|file| {
            file.expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn what_is_written_to_a_founded_desk_while_the_lines_come_is_not_lost() {
    let (desk, export) = exported();
    desk.done("sladesk --db new.db db init");
    let mut child = desk
        .command()
        .args(["--db", "new.db", "import", "desk", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut pipe = child.stdin.take().expect("stdin is a pipe");
    let (first, rest) = export.split_once('\n').expect("lines");
    writeln!(pipe, "{first}").expect("it reads");
    // it has found the desk empty, and makes its own beside it
    let begun = || {
        let mut names = names(&desk.path("")).into_iter();
        names.any(|name| name.starts_with(".new.db."))
    };
    let since = Instant::now();
    while !begun() {
        assert!(since.elapsed() < Duration::from_secs(60), "it never begins");
        std::thread::sleep(Duration::from_millis(5));
    }
    desk.done("sladesk --db new.db customer add late --name Late");
    let seal = desk.done("sladesk --db new.db db seal");
    pipe.write_all(rest.as_bytes()).expect("it reads");
    drop(pipe);
    let ended = child.wait_with_output().expect("it ends");
    let said = String::from_utf8(ended.stderr).expect("text");
    assert_eq!(ended.status.code(), Some(5), "{said}");
    assert!(
        said.contains("new.db is a desk that something was written to"),
        "{said}"
    );
    assert_eq!(desk.done("sladesk --db new.db db seal"), seal);
    assert!(!begun(), "nothing is left beside it");
}

#[test]
fn a_founded_desk_is_overwritten_where_it_is_and_a_link_or_another_file_is_not() {
    let (desk, _) = exported();
    desk.done("sladesk --db new.db db init");
    let file = |name: &str| std::fs::metadata(desk.path(name)).expect("a file").ino();
    let same = file("new.db");
    std::os::unix::fs::symlink("new.db", desk.path("link.db")).expect("a link");
    desk.fails(
        "--db link.db import desk desk.jsonl",
        5,
        "link.db is a link",
    );
    std::os::unix::fs::symlink("none.db", desk.path("dangling.db")).expect("a link");
    desk.fails(
        "--db dangling.db import desk desk.jsonl",
        5,
        "dangling.db is a link",
    );
    desk.done("sladesk --db new.db import desk desk.jsonl");
    assert_eq!(file("new.db"), same);
    let seal = desk.done("sladesk db seal");
    assert_eq!(desk.done("sladesk --db new.db db seal"), seal);
    assert_eq!(desk.run("sladesk --db new.db db check").status, 0);
    let aside = names(&desk.path(""))
        .into_iter()
        .filter(|name| name.contains(".old-"));
    assert_eq!(aside.count(), 0);
    // what a founding that was cut off left behind is no desk yet
    desk.file("empty.db", "");
    desk.done("sladesk --db empty.db import desk desk.jsonl");
    assert_eq!(desk.done("sladesk --db empty.db db seal"), seal);
    desk.file("text.db", "a text, and no desk at all");
    desk.fails(
        "--db text.db import desk desk.jsonl",
        6,
        "text.db is not a desk",
    );
}

#[test]
fn a_dry_run_makes_no_file_and_no_folder_and_says_what_the_real_one_says() {
    let (desk, _) = exported();
    desk.file("new.dry-run", "somebody's");
    let before = names(&desk.path(""));
    let tried = desk.run("sladesk --db deep/er/new.db import desk desk.jsonl -n");
    assert_eq!(tried.status, 0, "{tried}");
    let tried_here = desk.run("sladesk --db new.db import desk desk.jsonl -n");
    assert_eq!(tried_here.stderr, tried.stderr);
    assert_eq!(names(&desk.path("")), before);
    let real = desk.run("sladesk --db deep/er/new.db import desk desk.jsonl");
    let as_if = real.stderr.replace("imported", "would import");
    assert_eq!(as_if, tried.stderr);
    // a desk that takes no record takes none as a trial either
    let says = "deep/er/new.db is a desk that something was written to";
    desk.fails("--db deep/er/new.db import desk desk.jsonl -n", 5, says);
}

#[test]
fn a_log_of_another_file_that_lay_there_is_told_of() {
    let (desk, _) = exported();
    desk.file("new.db-wal", "of another file");
    let ran = desk.run("sladesk --db new.db import desk desk.jsonl");
    assert_eq!(ran.status, 0, "{ran}");
    assert!(
        ran.stderr.contains("a log of another file lay there"),
        "{ran}"
    );
    assert_eq!(desk.run("sladesk --db new.db db check").status, 0);
}

fn of_hex(text: &str) -> Vec<u8> {
    let byte = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).expect("hexadecimal");
    (0..text.len()).step_by(2).map(byte).collect()
}

/// The lines with one of them changed.
fn changed(export: &str, is: impl Fn(&Value) -> bool, change: impl Fn(&mut Value)) -> String {
    let mut found = false;
    let line = |line: &str| {
        let mut value: Value = serde_json::from_str(line).expect("a line");
        if !found && is(&value["event"]) {
            found = true;
            change(&mut value["event"]);
        }
        format!("{value}\n")
    };
    let lines: String = export.lines().map(line).collect();
    assert!(found, "there is such a line");
    lines
}

#[test]
fn what_only_all_lines_together_show_is_an_error_of_their_file() {
    let desk = Sandbox::new();
    desk.done("sladesk demo demo --tickets 5");
    let export = desk.done("sladesk --db demo/desk.db export");
    let mut content = 0;
    let without: String = export
        .lines()
        .filter(|line| {
            content += usize::from(line.starts_with("{\"content\":"));
            !(line.starts_with("{\"content\":") && content == 1)
        })
        .map(|line| format!("{line}\n"))
        .collect();
    let told = |event: &Value| event["prose"].is_string();
    let erased = changed(&export, told, |event| {
        let salt = of_hex(event["salt"].as_str().expect("a salt"));
        let prose = event["prose"].as_str().expect("prose").to_owned();
        let sum = Sha256::new()
            .chain_update(salt)
            .chain_update(prose)
            .finalize();
        let digest: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
        let event = event.as_object_mut().expect("an event");
        event.remove("salt");
        event.remove("prose");
        event.insert("digest".to_owned(), digest.into());
    });
    for (text, says) in [
        (without, "it names the content"),
        (erased.clone(), "the text of event"),
    ] {
        desk.file("x.jsonl", &text);
        let says = format!("x.jsonl: these lines make no whole record: {says}");
        for dry in ["", " -n"] {
            desk.fails(&format!("--db new.db import desk x.jsonl{dry}"), 7, &says);
            let hints = desk.run(&format!("sladesk --db new.db import desk x.jsonl{dry}"));
            assert!(!hints.stderr.contains("db check"), "{hints}");
        }
        assert!(!desk.path("new.db").exists(), "{says}");
    }
    // what no program reads, though it is what its hash says
    let body = "{\"no\":\"terms\"}";
    let sum = Sha256::digest(body);
    let hash: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
    let line = format!(
        "{}\n",
        serde_json::json!({"content": {"hash": hash, "kind": "terms", "body": body}})
    );
    let (first, rest) = export.split_once('\n').expect("several lines");
    desk.file("x.jsonl", &format!("{first}\n{line}{rest}"));
    for dry in ["", " -n"] {
        let ran = desk.run(&format!("sladesk --db new.db import desk x.jsonl{dry}"));
        assert_eq!(ran.status, 7, "{ran}");
        let says = format!(
            "x.jsonl: these lines make no whole record: the terms {hash} of the record cannot be read"
        );
        assert!(ran.stderr.contains(&says), "{ran}");
        assert!(!desk.path("new.db").exists());
    }
    // a text beside the digest of another would be read, and no hash would cover it
    let forged = changed(
        &erased,
        |event| event["digest"].is_string(),
        |event| event["prose"] = "{\"text\":\"forged\"}".into(),
    );
    desk.file("x.jsonl", &forged);
    let ran = desk.run("sladesk --db new.db import desk x.jsonl");
    assert_eq!(ran.status, 7, "{ran}");
    assert!(ran.stderr.contains("something was changed"), "{ran}");
}

#[test]
fn all_that_the_record_has_of_somebody_is_a_page_with_what_a_redaction_takes_out() {
    let desk = Sandbox::new().at("2026-10-14T13:00:00Z");
    for line in [
        "db init --zone UTC",
        "customer add acme --name \"Acme Ltd\"",
        "customer add beta --name Beta",
        "contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open --start 2026-10-01",
        "contact add acme dana@acme.example --name \"Dana Ruiz\" --phone \"+34 1\"",
        "contact add acme luis@acme.example --name \"Luis Soto\"",
        "open dana@acme.example \"My mail\" -p high -c email -m \"I live in Calle Mayor\"",
        "open luis@acme.example \"His mail\" -p high -c email -m \"Somebody else\"",
        "receive 2 --contact dana@acme.example -m \"I have it too\"",
        "note 2 -m \"Not about her\"",
        "note 1 -m \"A password\"",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    let noted = desk.json("sladesk log 1 type:noted")[0]["event"].clone();
    desk.done(&format!("sladesk db redact {noted} -m \"a password\" -y"));
    let page = desk.done("sladesk export --about dana@acme.example");
    for said in [
        "Dana Ruiz",
        "+34 1",
        "I live in Calle Mayor",
        "I have it too",
        "sladesk db redact dana@acme.example",
    ] {
        assert!(page.contains(said), "{said} in {page}");
    }
    for not in ["Luis Soto", "Somebody else", "Not about her", "A password"] {
        assert!(!page.contains(not), "{not} in {page}");
    }
    let events = |who: &str| {
        let all = desk.json(&format!("sladesk export --about {who}"));
        let all = all.as_array().expect("events").clone();
        let told = all.iter().map(|event| {
            let said = |key: &str| event[key].as_str().unwrap_or("-").to_owned();
            (event["ticket"].as_i64(), said("type"), said("redaction"))
        });
        told.collect::<Vec<_>>()
    };
    let of_her = events("dana@acme.example");
    assert!(of_her.contains(&(Some(2), "customer-replied".to_owned(), "text".to_owned())));
    assert!(
        !of_her
            .iter()
            .any(|(ticket, kind, _)| *ticket == Some(2) && kind == "noted")
    );
    assert!(of_her.contains(&(Some(1), "noted".to_owned(), "erased".to_owned())));
    let of_all = events("acme");
    assert!(of_all.len() > of_her.len());
    assert!(of_all.contains(&(None, "contract-signed".to_owned(), "-".to_owned())));
    assert_eq!(events("beta").len(), 1);
    desk.fails(
        "export --about eva@acme.example",
        4,
        "no contact `eva@acme.example`",
    );
    // to whom an estimate was told, and what a seat says besides
    desk.done("sladesk eta 2 +1d --told luis@acme.example");
    desk.done("sladesk contact edit luis@acme.example --language es");
    let page = desk.done("sladesk export --about luis@acme.example");
    assert!(page.contains("language") && page.contains(" es"), "{page}");
    desk.done("sladesk eta 1 +1d --told luis@acme.example");
    let told = events("luis@acme.example");
    assert!(told.contains(&(Some(1), "promised".to_owned(), "text".to_owned())));
    // what the page names for a redaction is what a redaction takes, and what it leaves is told
    desk.done("sladesk eta 2 +2d --told dana@acme.example");
    let text = |who: &str| {
        let all = desk.json(&format!("sladesk export --about {who}"));
        let all = all.as_array().expect("events").clone();
        let words = all.iter().filter(|event| event["redaction"] == "text");
        let mut ids: Vec<i64> = words.filter_map(|event| event["event"].as_i64()).collect();
        ids.sort_unstable();
        let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
        ids.join(" ")
    };
    let words = text("dana@acme.example");
    let redacted = desk.run("sladesk db redact dana@acme.example -m \"asked for\" -y");
    assert_eq!(redacted.status, 0, "{redacted}");
    let takes_out = format!("`sladesk db redact {words} -m WHY` takes them out");
    assert!(redacted.stderr.contains(&takes_out), "{words}: {redacted}");
    // the address stands in what others were told still: it is found, and nothing else with it
    let named = events("dana@acme.example");
    assert_eq!(named, [(Some(2), "promised".to_owned(), "text".to_owned())]);
    let page = desk.done("sladesk export --about Dana@acme.example");
    assert!(
        !page.contains("His mail") && !page.contains("Luis"),
        "{page}"
    );
    desk.done(&format!("sladesk db redact {words} -m \"asked for\" -y"));
    desk.fails(
        "export --about dana@acme.example",
        4,
        "no contact `dana@acme.example`",
    );
    assert!(!desk.done("sladesk export").contains("dana@acme.example"));
    let left = desk.done("sladesk export --about acme");
    assert!(!left.contains("Dana Ruiz"), "{left}");
}

/// What stands in place of everybody who was erased is no person: no page is about all of them.
#[test]
fn whoever_was_erased_is_nobodys_archive() {
    let desk = Sandbox::new().at("2026-09-01T08:00:00Z");
    desk.done("sladesk db init --zone UTC");
    for customer in ["acme", "neva"] {
        for line in [
            format!("customer add {customer} --name {customer}"),
            format!(
                "contract sign {customer} csd-group/elite --start 2026-01-01 --set contacts=3 \
                 --set channels=phone,email"
            ),
            format!("contact add {customer} who@{customer}.example --name Who"),
            format!("open who@{customer}.example Printer -p p3 -c phone"),
            format!("db redact who@{customer}.example -m asked -y"),
        ] {
            desk.done(&format!("sladesk {line}"));
        }
    }
    for line in [
        "export --about \"(erased)\"",
        "db redact \"(erased)\" -m asked -n",
    ] {
        let ran = desk.run(&format!("sladesk {line}"));
        assert_eq!((ran.status, ran.stdout.as_str()), (4, ""), "{line}: {ran}");
        assert!(!ran.stderr.contains("Printer"), "{line}: {ran}");
    }
}
