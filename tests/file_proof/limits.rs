//! What is longer than it may be is refused, in little memory and at once, however long it is.

use std::io::Write;
use std::process::{Child, Output, Stdio};
use std::time::{Duration, Instant};

use crate::desk::{Desk, rounds, told};

/// The most memory that a refusal may take, in KiB.
const MEMORY: u64 = 64 * 1024;

/// What comes on stdin without end: how it begins, and what follows again and again.
type Endless<'a> = (&'a str, &'a [u8]);

/// Not one line, and no end to it.
const NO_LINE: Endless<'_> = ("", &[b'x'; 65_536]);

/// Waits for the program, and gives what it answered and the most memory that it took, in KiB.
fn watched(mut child: Child, patience: Duration) -> (Output, u64) {
    let start = Instant::now();
    let mut most = 0;
    while child.try_wait().expect("the child can be asked").is_none() {
        let status = std::fs::read_to_string(format!("/proc/{}/status", child.id()));
        let peak = status.ok().and_then(|text| {
            let line = text
                .lines()
                .find(|line| line.starts_with("VmHWM:"))?
                .to_owned();
            line.split_whitespace().nth(1)?.parse::<u64>().ok()
        });
        most = most.max(peak.unwrap_or_default());
        if start.elapsed() > patience || most > 4 * MEMORY {
            let _ = child.kill();
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    (child.wait_with_output().expect("it ends"), most)
}

/// Runs the program with endless input on stdin, or none: it refuses, in little memory, and says
/// why in few words.
#[track_caller]
fn refused(desk: &Desk, words: &[&str], input: Option<Endless<'_>>) -> String {
    let mut command = desk.command(words);
    command.stdin(match input {
        Some(_) => Stdio::piped(),
        None => Stdio::null(),
    });
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let writer = child
        .stdin
        .take()
        .zip(input)
        .map(|(mut stdin, (begins, again))| {
            let (begins, again) = (begins.to_owned(), again.to_owned());
            std::thread::spawn(move || {
                let mut taken = stdin.write_all(begins.as_bytes()).is_ok();
                while taken {
                    taken = stdin.write_all(&again).is_ok();
                }
            })
        });
    let (output, most) = watched(child, Duration::from_secs(60));
    if let Some(writer) = writer {
        writer.join().expect("the writer ends");
    }
    assert!(
        matches!(output.status.code(), Some(2 | 7)),
        "{words:?}: {}",
        told(&output)
    );
    assert!(most < MEMORY, "{words:?} took {most} KiB");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.len() < 2_000 && said.starts_with("error: "),
        "{words:?}: {said:.2000}"
    );
    said.into_owned()
}

#[test]
fn endless_input_is_refused_in_little_memory() {
    let desk = Desk::with_ticket();
    refused(&desk, &["note", "1", "-F", "-"], Some(NO_LINE));
    refused(&desk, &["note", "-", "-m", "x"], Some(NO_LINE));
    refused(
        &desk,
        &[
            "import",
            "events",
            "-",
            "--mapping",
            "servicenow",
            "--customer",
            "acme",
        ],
        Some(NO_LINE),
    );
    refused(
        &desk,
        &["import", "contacts", "-", "--customer", "acme"],
        Some(NO_LINE),
    );
    refused(
        &desk,
        &["import", "holidays", "-", "--name", "ours"],
        Some(NO_LINE),
    );
    if !std::path::Path::new("/dev/zero").exists() {
        println!("skipped: there is no /dev/zero on this machine");
        return;
    }
    for words in [
        &["note", "1", "-F", "/dev/zero"][..],
        &[
            "import",
            "events",
            "/dev/zero",
            "--mapping",
            "servicenow",
            "--customer",
            "acme",
        ],
        &[
            "import",
            "events",
            "x.csv",
            "--mapping",
            "/dev/zero",
            "--customer",
            "acme",
        ],
        &["import", "contacts", "/dev/zero", "--customer", "acme"],
        &["import", "holidays", "/dev/zero", "--name", "ours"],
        &["plan", "check", "/dev/zero"],
    ] {
        refused(&desk, words, None);
    }
}

#[test]
fn a_search_of_too_many_words_is_refused_and_no_bug() {
    let desk = Desk::with_ticket();
    let words: Vec<String> = (0..5_000).map(|n| format!("word{n}")).collect();
    let mut line = vec!["list"];
    line.extend(words.iter().map(String::as_str));
    let output = desk.run(&line);
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    let many: Vec<String> = (1..=9_000).map(|n| n.to_string()).collect();
    let numbers = format!("number:{}", many.join(","));
    for words in [
        &["list", &numbers][..],
        &["list", &format!("line:{}", many.join(","))],
    ] {
        let output = desk.run(words);
        assert!(
            matches!(output.status.code(), Some(0 | 2)),
            "{}",
            told(&output)
        );
    }
}

/// A mapping for `case,changed,state`.
const MAPPING: &str = "name = \"ours\"\n[columns]\nticket = \"case\"\nat = \"changed\"\n\
    status = \"state\"\n[times]\nformat = \"rfc3339\"\n[status]\n\"new\" = \"new\"\n\
    \"open\" = \"open\"\n";

const HEADER: &str = "case,changed,state\n";

#[test]
fn a_log_without_end_is_refused_whatever_its_rows_are() {
    let desk = Desk::with_ticket();
    std::fs::write(desk.folder.path().join("ours.toml"), MAPPING).expect("a mapping");
    let import = [
        "import",
        "events",
        "-",
        "--mapping",
        "ours.toml",
        "--customer",
        "acme",
    ];
    let rows = |row: &str| row.repeat(1_000).into_bytes();
    let of_one = rows("7,2026-09-01T10:00:00+02:00,open\n");
    let said = refused(&desk, &import, Some((HEADER, &of_one)));
    assert!(
        said.contains("ticket `7` has more than 10000 rows"),
        "{said}"
    );
    let bad = rows("7,yesterday,open\n");
    let said = refused(&desk, &import, Some((HEADER, &bad)));
    assert!(
        said.contains("more than 10000 rows cannot be read"),
        "{said}"
    );
    // A quote that nobody closes makes one row of all that follows.
    let open = format!("{HEADER}7,\"2026");
    let said = refused(&desk, &import, Some((&open, &of_one)));
    assert!(said.contains("a row is longer than 1 MiB"), "{said}");
}

#[test]
fn a_log_is_brought_in_in_little_memory_however_long_it_is() {
    let desk = Desk::new();
    let place = |name: &str| desk.folder.path().join(name);
    let mapping = "name = \"ours\"\n[columns]\nticket = \"key\"\nat = \"at\"\nstatus = \"state\"\n\
                   subject = \"title\"\n[times]\nformat = \"%Y-%m-%d %H:%M\"\nzone = \"UTC\"\n\
                   [status]\n\"new\" = \"new\"\n[defaults]\nchannel = \"email\"\n";
    std::fs::write(place("ours.toml"), mapping).expect("a mapping");
    let mut log = "key,at,state,title\n".to_owned();
    let title = "x".repeat(16_000);
    let rows = rounds(6_000, 40_000);
    for n in 0..rows {
        log.push_str(&format!("{n},2026-02-03 10:00,new,it is down {title}\n"));
    }
    assert!(log.len() as u64 > MEMORY * 1024, "the log itself is longer");
    std::fs::write(place("log.csv"), log).expect("a log");
    let words = [
        "import",
        "events",
        "log.csv",
        "--mapping",
        "ours.toml",
        "--customer",
        "acme",
    ];
    let child = desk
        .command(&words)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let (output, most) = watched(child, Duration::from_secs(900));
    assert!(output.status.success(), "{}", told(&output));
    println!("{rows} rows took {most} KiB");
    assert!(most < MEMORY, "it took {most} KiB");
    assert_eq!(desk.tickets(), rows);
}

#[test]
fn what_an_error_quotes_is_shortened_for_people_and_for_scripts() {
    let desk = Desk::with_ticket();
    let at = |name: &str| desk.folder.path().join(name);
    std::fs::write(at("ours.toml"), MAPPING).expect("a mapping");
    let long = "x".repeat(1_000_000);
    let row = format!("{HEADER}7,{long},open\n7,2026-09-01T10:00:00Z,{long}\n");
    std::fs::write(at("log.csv"), row).expect("a log");
    std::fs::write(at("wide.csv"), format!("{long},changed,state\n")).expect("a log");
    std::fs::write(at("people.csv"), format!("email,{long}\n")).expect("a table");
    let word = "x".repeat(100_000);
    let events = ["--mapping", "ours.toml", "--customer", "acme"];
    let with = |words: &[&'static str]| words.iter().copied().chain(events).collect::<Vec<_>>();
    let commands: [Vec<&str>; 7] = [
        with(&["import", "events", "log.csv"]),
        with(&["import", "events", "log.csv", "--strict"]),
        with(&["import", "events", "wide.csv"]),
        vec!["import", "contacts", "people.csv", "--customer", "acme"],
        vec!["show", &word],
        vec!["customer", "show", &word],
        vec!["list", "--sort", &word],
    ];
    for words in commands {
        for format in ["table", "json"] {
            let line: Vec<&str> = words.iter().copied().chain(["-f", format]).collect();
            let output = desk.run(&line);
            let shown = format!("{:.60}", words.join(" "));
            assert!(
                output.stderr.len() < 5_000,
                "{shown}: {} bytes",
                output.stderr.len()
            );
            assert!(
                output.stdout.len() < 5_000,
                "{shown}: {} bytes",
                output.stdout.len()
            );
        }
    }
}

#[test]
fn a_text_of_thirty_megabytes_is_no_note() {
    let desk = Desk::with_ticket();
    let path = desk.folder.path().join("long.txt");
    std::fs::write(&path, "long ".repeat(6_000_000)).expect("a text");
    let said = refused(&desk, &["note", "1", "-F", "long.txt"], None);
    assert!(said.contains("longer than 1 MiB"), "{said}");
    assert_eq!(desk.done(&["log", "type:noted", "-f", "ids"]), "");
}

#[test]
fn no_editor_is_started_where_nobody_can_write_in_it() {
    let desk = Desk::with_ticket();
    let mut command = desk.command(&["note", "1", "-e"]);
    let start = Instant::now();
    let output = command.env("EDITOR", "sleep 600 #").output();
    let output = output.expect("the program starts");
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
    assert!(start.elapsed() < Duration::from_secs(60));
}

#[test]
fn what_is_told_to_scripts_harms_no_terminal() {
    let desk = Desk::with_ticket();
    let output = desk.run(&["show", "\u{9b}2J\u{202e}\u{7f}", "-f", "json"]);
    assert!(!output.status.success(), "{}", told(&output));
    let said = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(said.contains("\\u009b2J\\u202e\\u007f"), "{said}");
    assert!(
        said.trim_end()
            .bytes()
            .all(|byte| (b' '..0x7f).contains(&byte)),
        "{said}"
    );
}
