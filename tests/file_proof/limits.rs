//! What is longer than it may be is refused, in little memory and at once, however long it is.

use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::desk::{Desk, told};

/// The most memory that a refusal may take, in KiB.
const MEMORY: u64 = 64 * 1024;

/// Runs the program with endless input on stdin, or none, and gives its exit code and the most
/// memory it had.
fn refused(desk: &Desk, words: &[&str], endless: bool) {
    let mut command = desk.command(words);
    command.stdin(if endless {
        Stdio::piped()
    } else {
        Stdio::null()
    });
    let mut child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let writer = child.stdin.take().map(|mut stdin| {
        std::thread::spawn(move || {
            let line = [b'x'; 65_536];
            while stdin.write_all(&line).is_ok() {}
        })
    });
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
        if start.elapsed() > Duration::from_secs(60) || most > 4 * MEMORY {
            let _ = child.kill();
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    let output = child.wait_with_output().expect("it ends");
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
}

#[test]
fn endless_input_is_refused_in_little_memory() {
    let desk = Desk::with_ticket();
    refused(&desk, &["note", "1", "-F", "-"], true);
    refused(&desk, &["note", "-", "-m", "x"], true);
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
        true,
    );
    refused(
        &desk,
        &["import", "contacts", "-", "--customer", "acme"],
        true,
    );
    refused(&desk, &["import", "holidays", "-", "--name", "ours"], true);
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
        refused(&desk, words, false);
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
