//! Those who may only read: beside a writer, in a folder of others, on a full disk. Reading works
//! and leaves nothing behind.

use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::atomic::{AtomicBool, Ordering};

use crate::desk::{Desk, files, has, is_root, rounds, told};

/// Somebody else, who owns nothing here.
const STRANGER: u32 = 65_534;

fn set(path: &Path, mode: u32) {
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("a mode is set");
}

/// Whether rights can be tried: only who may do anything can become somebody else.
fn can_be_somebody_else(desk: &Desk) -> bool {
    set(desk.folder.path(), 0o755);
    for name in files(desk.folder.path()) {
        set(&desk.folder.path().join(name), 0o644);
    }
    let can = is_root() && as_stranger(desk, &["--version"]).is_ok_and(|o| o.status.success());
    if !can {
        println!("skipped: rights can be tried by root only");
    }
    can
}

fn as_stranger(desk: &Desk, words: &[&str]) -> std::io::Result<Output> {
    desk.command(words).uid(STRANGER).gid(STRANGER).output()
}

/// Takes the log into the file and away, as a shell does that leaves last.
fn fold(desk: &Desk) {
    desk.done(&["db", "backup", "folded.db"]);
    std::fs::rename(desk.folder.path().join("folded.db"), desk.path()).expect("renamed");
    for log in ["desk.db-wal", "desk.db-shm"] {
        let _ = std::fs::remove_file(desk.folder.path().join(log));
    }
    set(&desk.path(), 0o644);
}

#[track_caller]
fn reads(desk: &Desk, words: &[&str]) {
    let output = as_stranger(desk, words).expect("the program starts");
    assert!(output.status.success(), "{words:?}: {}", told(&output));
}

/// All that lies in the folder is the owner's.
#[track_caller]
fn left_nothing(desk: &Desk) {
    for name in files(desk.folder.path()) {
        let about = std::fs::metadata(desk.folder.path().join(&name)).expect("it is there");
        assert_ne!(about.uid(), STRANGER, "{name} was left behind");
    }
}

#[test]
fn who_may_not_write_reads_beside_a_writer_and_at_rest() {
    let desk = Desk::with_ticket();
    if !can_be_somebody_else(&desk) {
        return;
    }
    for mode in [0o755, 0o777] {
        set(desk.folder.path(), mode);
        fold(&desk);
        let before = files(desk.folder.path());
        reads(&desk, &["list"]);
        assert_eq!(files(desk.folder.path()), before, "{mode:o}");
        let over = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let writer = scope.spawn(|| {
                let mut written = 0;
                while !over.load(Ordering::Relaxed) {
                    desk.done(&["note", "1", "-m", "still down"]);
                    written += 1;
                    // Every now and then a shell leaves last, and takes the log along.
                    if written % 5 == 0 && has("sqlite3") {
                        let _ = Command::new("sqlite3")
                            .arg(desk.path())
                            .arg("select 1 from event")
                            .output();
                    }
                }
            });
            for _ in 0..rounds(20, 300) {
                let read = std::panic::catch_unwind(|| {
                    reads(&desk, &["db", "check"]);
                    reads(&desk, &["show", "1"]);
                });
                if read.is_err() {
                    over.store(true, Ordering::Relaxed);
                }
                read.expect("reading works beside a writer");
            }
            over.store(true, Ordering::Relaxed);
            writer.join().expect("the owner can write all the time");
        });
        left_nothing(&desk);
        desk.done(&["note", "1", "-m", "the owner goes on"]);
    }
    desk.is_whole();
}

#[test]
fn who_may_not_write_is_told_so_when_writing() {
    let desk = Desk::with_ticket();
    if !can_be_somebody_else(&desk) {
        return;
    }
    let output = as_stranger(&desk, &["note", "1", "-m", "x"]).expect("the program starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(6), "{}", told(&output));
    assert!(said.contains("cannot write"), "{said}");
    left_nothing(&desk);
}

/// A small disk of its own, for root.
struct Disk<'p>(&'p Path);

impl Disk<'_> {
    fn mount(place: &Path) -> Option<Disk<'_>> {
        std::fs::create_dir_all(place).expect("a folder");
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=2m,mode=700", "tmpfs"])
            .arg(place)
            .output();
        if mount.is_ok_and(|output| output.status.success()) {
            return Some(Disk(place));
        }
        println!("skipped: no disk can be mounted here");
        None
    }

    /// Until not one byte more goes on it.
    fn fill(&self) {
        use std::io::Write;
        let mut file = std::fs::File::create(self.0.join("ballast")).expect("a file");
        for size in [64 * 1024, 4096, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
    }
}

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[test]
fn a_full_disk_is_read_and_not_written() {
    let outer = Desk::with_ticket();
    let place = outer.folder.path().join("small");
    let Some(disk) = Disk::mount(&place) else {
        return;
    };
    // Once with the log still there and its index gone, once with all in the file.
    for at_rest in [true, false] {
        let _ = std::fs::remove_file(place.join("ballast"));
        let on = |words: &[&str]| {
            let mut command = Command::new(crate::desk::program());
            command.arg("--db").arg(place.join("desk.db")).args(words);
            command
                .env_clear()
                .env("HOME", outer.folder.path())
                .output()
                .expect("it starts")
        };
        for log in ["desk.db", "desk.db-wal", "desk.db-shm"] {
            let _ = std::fs::remove_file(place.join(log));
        }
        outer.done(&[
            "db",
            "backup",
            place.join("desk.db").to_str().expect("words"),
        ]);
        if !at_rest {
            let noted = on(&["note", "1", "-m", "in the log"]);
            assert!(noted.status.success(), "{}", told(&noted));
            let _ = std::fs::remove_file(place.join("desk.db-shm"));
        }
        disk.fill();
        let before = files(&place);
        for words in [&["list"][..], &["show", "1"], &["overdue"], &["log"]] {
            let output = on(words);
            assert!(output.status.success(), "{words:?}: {}", told(&output));
        }
        assert_eq!(files(&place), before);
        if !at_rest {
            let log = on(&["log", "type:noted", "-f", "ids"]);
            assert_eq!(log.stdout.iter().filter(|byte| **byte == b'\n').count(), 1);
        }
        let output = on(&["note", "1", "-m", &"long ".repeat(20_000)]);
        assert_eq!(output.status.code(), Some(6), "{}", told(&output));
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("no room left"), "{said}");
    }
}
