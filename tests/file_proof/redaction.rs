//! A text that was taken out while somebody reads what stood there before.

use std::process::Output;
use std::time::{Duration, Instant};

use rusqlite::Connection;

use crate::desk::{Desk, rounds, told};

const SECRET: &str = "geheimwort";

fn desk() -> (Desk, String) {
    let desk = Desk::with_ticket();
    desk.done(&["note", "1", "-m", SECRET]);
    let event = desk.done(&["log", "type:noted", "-f", "ids"]);
    (desk, event.trim().to_owned())
}

/// Whether the word stands in the file or its log.
fn stands(desk: &Desk) -> bool {
    ["desk.db", "desk.db-wal"].iter().any(|name| {
        let bytes = std::fs::read(desk.folder.path().join(name)).unwrap_or_default();
        bytes.windows(SECRET.len()).any(|w| w == SECRET.as_bytes())
    })
}

/// Takes the text out beside somebody who reads for so long, and gives how long it took.
fn beside(reader: &Connection, desk: &Desk, event: &str, reads: Duration) -> (Output, Duration) {
    let count = |text: &str| {
        reader
            .query_row(text, [], |row| row.get::<_, i64>(0))
            .expect("a number")
    };
    reader.execute_batch("BEGIN").expect("it reads");
    let before = count("SELECT count(*) FROM event");
    let start = Instant::now();
    let child = desk
        .command(&["db", "redact", event, "-m", "asked for", "-y"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program starts");
    std::thread::sleep(reads);
    // What began before is what is still seen.
    assert_eq!(count("SELECT count(*) FROM event"), before);
    reader.execute_batch("COMMIT").expect("it ends");
    let output = child.wait_with_output().expect("it ends");
    (output, start.elapsed())
}

#[test]
fn a_reader_is_waited_for_and_nothing_is_left() {
    let (desk, event) = desk();
    assert!(stands(&desk));
    let reads = Duration::from_secs(rounds(2, 10) as u64);
    let reader = Connection::open(desk.path()).expect("a database");
    let (output, took) = beside(&reader, &desk, &event, reads);
    assert!(output.status.success(), "{}", told(&output));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("redacted 1 event") && !said.contains("not done"),
        "{said}"
    );
    assert!(took >= reads, "it did not wait: {took:?}");
    assert!(!stands(&desk));
    desk.is_whole();
}

#[test]
fn what_a_reader_keeps_is_said_to_be_there_and_is_gone_with_the_next() {
    if rounds(0, 1) == 0 {
        println!("skipped: SLADESK_PROOF=long reads for more than thirty seconds");
        return;
    }
    let (desk, event) = desk();
    // It stays open, since whoever leaves last takes the log along.
    let reader = Connection::open(desk.path()).expect("a database");
    let (output, _) = beside(&reader, &desk, &event, Duration::from_secs(35));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("not done: the text is still in"),
        "{}",
        told(&output)
    );
    assert!(stands(&desk));
    desk.done(&["db", "redact", &event, "-m", "asked for", "-y"]);
    assert!(!stands(&desk));
}
