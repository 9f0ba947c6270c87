//! Many who write at once: none fails, none waits for long, and a write waits for the disk no more
//! often than it has to.

use std::collections::BTreeSet;
use std::os::unix::fs::MetadataExt;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::desk::{Desk, has, rounds, told};

#[test]
fn of_many_writers_none_fails() {
    let desk = Desk::with_ticket();
    let (writers, each) = (rounds(8, 32), rounds(5, 30));
    let start = Instant::now();
    let longest = std::thread::scope(|scope| {
        let all: Vec<_> = (0..writers)
            .map(|_| {
                scope.spawn(|| {
                    let mut longest = Duration::ZERO;
                    for _ in 0..each {
                        let start = Instant::now();
                        let output = desk.run(&["note", "1", "-m", "still down"]);
                        assert!(output.status.success(), "{}", told(&output));
                        longest = longest.max(start.elapsed());
                    }
                    longest
                })
            })
            .collect();
        all.into_iter()
            .map(|writer| writer.join().expect("no write fails"))
            .max()
    });
    let rate = (writers * each) as f64 / start.elapsed().as_secs_f64();
    println!("{writers} writers: the longest took {longest:?}, {rate:.0} a second");
    let notes = desk.done(&["log", "type:noted", "-f", "ids", "-L", "0"]);
    assert_eq!(notes.lines().count(), writers * each);
    desk.is_whole();
}

/// The byte that is held by whoever takes a number, beside the number: it is nobody's place.
const COUNTER: i64 = i64::MAX / 2;

/// How many writers stand in the queue: who waits for another, and who waits for the file itself.
fn standing(desk: &Desk) -> usize {
    let log = desk.folder.path().join("desk.db-wal");
    let file = format!(":{} ", std::fs::metadata(log).expect("a log").ino());
    let locks = std::fs::read_to_string("/proc/locks").expect("the system tells its locks");
    let held = |line: &&str| line.contains(": OFDLCK ") && line.contains(" WRITE ");
    let held = locks.lines().filter(held);
    let first = |line: &str| line.split_whitespace().rev().nth(1)?.parse::<i64>().ok();
    let places = held.filter(|line| line.contains(&file)).filter_map(first);
    // the list is read in pieces, while others change it: a line may come twice
    let places: BTreeSet<i64> = places.filter(|place| *place > COUNTER).collect();
    places.len()
}

#[test]
fn writers_are_served_in_the_order_in_which_they_came_and_who_was_killed_stands_in_nobodys_way() {
    if !std::path::Path::new("/proc/locks").exists() {
        println!("skipped: this system does not tell its locks");
        return;
    }
    let desk = Desk::with_ticket();
    // One who knows nothing of the queue holds the file.
    let other = rusqlite::Connection::open(desk.path()).expect("the file opens");
    other.execute_batch("BEGIN IMMEDIATE").expect("it is free");
    let writers = rounds(12, 32);
    let mut children: Vec<Child> = Vec::new();
    for n in 0..writers {
        let mut command = desk.command(&["note", "1", "-m", &format!("note {n}")]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        children.push(command.spawn().expect("the program starts"));
        while standing(&desk) <= n {
            let ended = children[n].try_wait().expect("the child can be asked");
            assert!(ended.is_none(), "writer {n} is gone");
            std::thread::sleep(Duration::from_millis(1));
        }
    }
    // The first, which has its turn, two that follow each other, and the last.
    let killed = [0, 4, 5, writers - 1];
    for n in killed {
        children[n].kill().expect("it can be killed");
        children[n].wait().expect("it ends");
    }
    other.execute_batch("ROLLBACK").expect("it ends");
    drop(other);
    for (n, child) in children.iter_mut().enumerate() {
        let status = child.wait().expect("it ends");
        assert_eq!(status.success(), !killed.contains(&n), "writer {n}");
    }
    assert_eq!(standing(&desk), 0);
    let log = desk.done(&["log", "type:noted", "-f", "json", "-L", "0"]);
    let log: serde_json::Value = serde_json::from_str(&log).expect("JSON");
    let mut notes: Vec<(u64, &str)> = log
        .as_array()
        .expect("a list")
        .iter()
        .map(|event| {
            let number = event["event"].as_u64().expect("a number");
            (number, event["text"].as_str().expect("a text"))
        })
        .collect();
    notes.sort_unstable();
    let order: Vec<&str> = notes.into_iter().map(|(_, text)| text).collect();
    let came = (0..writers).filter(|n| !killed.contains(n));
    let came: Vec<String> = came.map(|n| format!("note {n}")).collect();
    assert_eq!(order, came);
    assert_eq!(desk.files(), ["desk.db", "desk.db-shm", "desk.db-wal"]);
    desk.is_whole();
}

#[test]
fn a_write_waits_for_the_disk_twice_at_most() {
    if !has("strace") {
        return;
    }
    let desk = Desk::with_ticket();
    let writes = rounds(30, 300);
    let mut waits = 0;
    for _ in 0..writes {
        let program = crate::desk::program().to_str().expect("a path of words");
        let strace = [
            "strace",
            "-f",
            "-q",
            "-o",
            "trace.txt",
            "-e",
            "trace=fsync,fdatasync,sync_file_range,msync",
        ];
        let starts: Vec<&str> = strace.into_iter().chain([program]).collect();
        let output = desk
            .command_of(&starts, &["note", "1", "-m", "still down"])
            .output();
        let output = output.expect("strace starts");
        assert!(output.status.success(), "{}", told(&output));
        let trace = std::fs::read_to_string(desk.folder.path().join("trace.txt")).expect("a trace");
        waits += trace.lines().filter(|line| line.contains("sync(")).count();
    }
    println!("{waits} waits for the disk in {writes} writes");
    assert!(waits <= 2 * writes, "{waits} in {writes} writes");
}
