//! Many who write at once: none fails, none waits for long, and a write waits for the disk no more
//! often than it has to.

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
