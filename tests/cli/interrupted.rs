//! What takes long, and is interrupted from the keyboard.

use std::path::Path;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use crate::sandbox::Sandbox;

/// Starts a command, interrupts it once that file is there, and tells how it ended.
fn interrupted(place: &Sandbox, words: &[&str], once: &Path) -> (Option<i32>, String) {
    let mut command = place.command();
    let command = command
        .args(words)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let child = command.spawn().expect("it starts");
    while !once.exists() {
        sleep(Duration::from_millis(2));
    }
    let id = Pid::from_raw(child.id().try_into().expect("an id")).expect("a process");
    kill_process(id, Signal::INT).expect("it runs");
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), said)
}

#[test]
fn a_desk_that_is_not_whole_is_gone_and_the_exit_code_says_why() {
    let place = Sandbox::new();
    let desk = place.path("one/desk.db");
    let words = ["demo", "one", "--tickets", "50000"];
    let (code, said) = interrupted(&place, &words, &desk);
    assert_eq!((code, said.as_str()), (Some(130), "error: interrupted\n"));
    assert!(!place.path("one").exists(), "the folder was new");
}

#[test]
fn what_was_there_before_stays() {
    let place = Sandbox::new();
    place.file("two/notes.txt", "mine");
    let desk = place.path("two/desk.db");
    let words = ["demo", "two", "--tickets", "50000"];
    let (code, _) = interrupted(&place, &words, &desk);
    assert_eq!(code, Some(130));
    assert!(place.path("two/notes.txt").exists() && !desk.exists());
}
