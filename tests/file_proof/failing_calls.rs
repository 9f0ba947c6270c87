//! Calls of the system that fail, one after the other: whatever is answered is so. Where the
//! command says that it failed nothing was written, and what was written is not said to have
//! failed.

use crate::desk::{Desk, OPEN, has, rounds, told};

/// A kind of call, and how it fails.
const CALLS: [(&str, &str); 8] = [
    ("write,pwrite64", "ENOSPC"),
    ("write,pwrite64", "EIO"),
    ("fsync,fdatasync", "EIO"),
    ("openat", "EMFILE"),
    ("openat", "EIO"),
    ("ftruncate", "EIO"),
    ("read,pread64", "EIO"),
    ("fcntl", "ENOLCK"),
];

#[test]
fn whatever_call_fails_the_answer_says_what_is_so() {
    if !has("strace") {
        return;
    }
    let desk = Desk::new();
    let mut before = desk.tickets();
    let (mut tried, mut failed) = (0, 0);
    for (calls, error) in CALLS {
        let step = rounds(7, 1);
        for when in (1..=rounds(120, 400)).step_by(step) {
            let inject = format!("inject={calls}:error={error}:when={when}");
            let strace = ["strace", "-f", "-q", "-o", "trace.txt", "-e", &inject];
            let program = crate::desk::program().to_str().expect("a path of words");
            let starts: Vec<&str> = strace.into_iter().chain([program]).collect();
            let output = desk
                .command_of(&starts, &OPEN)
                .output()
                .expect("strace starts");
            let trace = std::fs::read_to_string(desk.folder.path().join("trace.txt"));
            let after = desk.tickets();
            let code = output.status.code();
            let context = format!("{calls} {error} {when}: {}", told(&output));
            assert_ne!(code, None, "{context}");
            assert_eq!(after - before, usize::from(code == Some(0)), "{context}");
            before = after;
            tried += 1;
            failed += usize::from(code != Some(0));
            if !trace.is_ok_and(|trace| trace.contains("(INJECTED)")) {
                break;
            }
        }
    }
    desk.is_whole();
    println!("{tried} places, {failed} refused");
    assert!(failed > 0);
}

#[test]
fn an_answer_that_nobody_can_take_is_no_failure_of_the_write() {
    if !std::path::Path::new("/dev/full").exists() {
        println!("skipped: there is no /dev/full on this machine");
        return;
    }
    let desk = Desk::new();
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .expect("it can be opened");
    let output = desk
        .command(&OPEN)
        .stdout(full)
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{}", told(&output));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("warning: "), "{said}");
    assert_eq!(desk.tickets(), 1);
    // What only reads has failed when its answer is lost.
    let full = std::fs::File::options()
        .write(true)
        .open("/dev/full")
        .expect("it can be opened");
    let output = desk
        .command(&["list"])
        .stdout(full)
        .output()
        .expect("the program starts");
    assert!(!output.status.success(), "{}", told(&output));
}
