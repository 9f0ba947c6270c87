//! Writers that are killed at any moment.

use std::time::Duration;

use crate::desk::{Desk, rounds};

#[test]
fn what_was_acknowledged_survives_every_kill_and_the_record_stays_whole() {
    let desk = Desk::with_ticket();
    let mut acknowledged = 0;
    let mut killed = 0;
    let all = rounds(40, 1600);
    for round in 0..all {
        let mut child = desk
            .command(&["note", "1", "-m", "still down"])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("the program starts");
        // From the first moment to past the end, over and over.
        std::thread::sleep(Duration::from_micros((round as u64 * 977) % 60_000));
        let ended = child.try_wait().expect("the child can be asked");
        match ended {
            Some(status) => acknowledged += usize::from(status.success()),
            None => {
                child.kill().expect("the child can be killed");
                killed += 1;
            }
        }
        let _ = child.wait();
    }
    let notes = desk
        .done(&["log", "type:noted", "-f", "ids", "-L", "0"])
        .lines()
        .count();
    assert!(
        (acknowledged..=acknowledged + killed).contains(&notes),
        "{notes} notes of {acknowledged} that were acknowledged and {killed} killed"
    );
    desk.is_whole();
}

#[test]
fn a_founding_or_a_copy_that_was_cut_off_does_not_stand_in_the_way_of_the_next() {
    let desk = Desk::new();
    for round in 0..rounds(12, 200) {
        let wait = Duration::from_micros((round as u64 * 1_733) % 40_000);
        for words in [&["db", "backup", "copy.db"][..], &["db", "init"][..]] {
            let place = desk.folder.path().join(if words.len() == 3 {
                "copy.db"
            } else {
                "new.db"
            });
            let mut command = match words.len() {
                2 => founding(&desk, &place),
                _ => desk.command(words),
            };
            let mut child = command
                .stdout(std::process::Stdio::null())
                .stderr(std::process::Stdio::null())
                .spawn()
                .expect("the program starts");
            std::thread::sleep(wait);
            let _ = child.kill();
            let _ = child.wait();
            // Whole or not there: never half.
            if place.exists() {
                let check = check(&desk, &place);
                assert!(check, "round {round}: {words:?} left half a desk");
                std::fs::remove_file(&place).expect("it can be removed");
                for log in ["-wal", "-shm"] {
                    let mut name = place.as_os_str().to_owned();
                    name.push(log);
                    let _ = std::fs::remove_file(name);
                }
            }
        }
    }
    desk.done(&["db", "backup", "copy.db"]);
    let place = desk.folder.path().join("new.db");
    let made = founding(&desk, &place)
        .output()
        .expect("the program starts");
    assert!(made.status.success(), "{}", crate::desk::told(&made));
}

fn founding(desk: &Desk, place: &std::path::Path) -> std::process::Command {
    let mut command = std::process::Command::new(crate::desk::program());
    command
        .arg("--db")
        .arg(place)
        .args(["db", "init"])
        .env_clear()
        .env("HOME", desk.folder.path());
    command
}

fn check(desk: &Desk, place: &std::path::Path) -> bool {
    let mut command = std::process::Command::new(crate::desk::program());
    let output = command
        .arg("--db")
        .arg(place)
        .args(["db", "check"])
        .env_clear()
        .env("HOME", desk.folder.path())
        .output()
        .expect("the program starts");
    output.status.success()
}
