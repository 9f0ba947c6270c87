//! Power that fails: of what was written since the last wait for the disk each piece may be there,
//! not be there, or be there in part, in any order. What was acknowledged is there, and the record
//! is whole.
//!
//! The calls of some commands are recorded; at any point of them a disk is put together that holds
//! what was waited for, and some of the rest.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::desk::{Desk, has, program, rounds, told};

/// A call that changes what is on the disk, or waits for it.
#[derive(Debug)]
enum Call {
    Make(String),
    Write(String, usize, Vec<u8>),
    Cut(String, usize),
    Remove(String),
    Sync(String),
    SyncFolder,
    /// The command has ended, and said that it is done.
    Acknowledged,
}

/// A disk sector: pieces of writes are whole sectors.
const SECTOR: usize = 512;

struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).expect("a small number")
    }
}

/// The name of a file of the desk that a call names behind its descriptor, `4<\x2f\x74>`, or
/// between quotes.
fn named(text: &str, folder: &Path) -> Option<String> {
    let path = text.split(['<', '>', '"']).nth(1)?;
    let path = String::from_utf8(bytes(path)).ok()?;
    let name = Path::new(&path).strip_prefix(folder).ok()?.to_str()?;
    let kept = matches!(name, "" | "desk.db" | "desk.db-wal" | "desk.db-journal");
    kept.then(|| name.to_owned())
}

/// The bytes of `"\x01\x02"`.
fn bytes(text: &str) -> Vec<u8> {
    let digits = text.split("\\x").skip(1);
    let byte = |digits: &str| u8::from_str_radix(&digits[..2], 16).expect("two digits");
    digits.map(byte).collect()
}

/// The calls in a trace that reach the disk.
fn calls(trace: &str, folder: &Path) -> Vec<Call> {
    let mut found = Vec::new();
    for line in trace.lines().filter(|line| !line.contains(" = -1 ")) {
        let Some((call, rest)) = line.split_once('(') else {
            continue;
        };
        let number = |text: &str| text.trim().parse::<usize>().expect("a number");
        let arguments: Vec<&str> = rest
            .split(')')
            .next()
            .unwrap_or_default()
            .split(", ")
            .collect();
        match call {
            "openat" if rest.contains("O_CREAT") => {
                let (_, opened) = rest.rsplit_once(" = ").unwrap_or_default();
                found.extend(named(opened, folder).map(Call::Make));
            }
            "pwrite64" => {
                let write = |name| Call::Write(name, number(arguments[3]), bytes(arguments[1]));
                found.extend(named(arguments[0], folder).map(write));
            }
            "ftruncate" => {
                let cut = |name| Call::Cut(name, number(arguments[1]));
                found.extend(named(arguments[0], folder).map(cut));
            }
            "fsync" | "fdatasync" => {
                found.extend(named(arguments[0], folder).map(|name| match name.as_str() {
                    "" => Call::SyncFolder,
                    _ => Call::Sync(name),
                }));
            }
            "unlink" => {
                found.extend(named(arguments[0], folder).map(Call::Remove));
            }
            _ => {}
        }
    }
    found
}

/// What is on the disk, by name.
type Disk = BTreeMap<String, Vec<u8>>;

fn apply(disk: &mut Disk, call: &Call) {
    match call {
        Call::Make(name) => {
            disk.entry(name.clone()).or_default();
        }
        Call::Write(name, at, bytes) => {
            let file = disk.entry(name.clone()).or_default();
            file.resize(file.len().max(at + bytes.len()), 0);
            file[*at..at + bytes.len()].copy_from_slice(bytes);
        }
        Call::Cut(name, length) => {
            disk.entry(name.clone()).or_default().resize(*length, 0);
        }
        Call::Remove(name) => {
            disk.remove(name);
        }
        Call::Sync(_) | Call::SyncFolder | Call::Acknowledged => {}
    }
}

/// Of what file a call is; none for those about names, which are the folder's.
fn of_file(call: &Call) -> Option<&str> {
    match call {
        Call::Write(name, ..) | Call::Cut(name, _) => Some(name),
        _ => None,
    }
}

/// The disk after the power failed behind these calls.
fn after(before: &Disk, calls: &[Call], random: &mut Random) -> Disk {
    let mut disk = before.clone();
    let mut pending: Vec<&Call> = Vec::new();
    for call in calls {
        let waited_for = |other: &&Call| match call {
            Call::Sync(name) => of_file(other) == Some(name),
            Call::SyncFolder => of_file(other).is_none(),
            _ => false,
        };
        pending
            .iter()
            .filter(|call| waited_for(call))
            .for_each(|call| apply(&mut disk, call));
        pending.retain(|call| !waited_for(call));
        pending.push(call);
    }
    let mut lost: Vec<&str> = Vec::new();
    for call in pending {
        let there = random.below(3);
        match call {
            Call::Make(name) if there == 0 && !before.contains_key(name) => lost.push(name),
            Call::Write(name, at, bytes) if there == 1 => {
                let whole = bytes.len() / SECTOR * SECTOR;
                let piece = bytes[..random.below(whole / SECTOR + 1) * SECTOR].to_vec();
                apply(&mut disk, &Call::Write(name.clone(), *at, piece));
            }
            _ if there == 0 => {}
            call => apply(&mut disk, call),
        }
    }
    disk.retain(|name, _| !lost.contains(&name.as_str()));
    disk
}

fn read(desk: &Desk) -> Disk {
    let names = ["desk.db", "desk.db-wal"].into_iter();
    let read = |name: &str| std::fs::read(desk.folder.path().join(name)).ok();
    names
        .filter_map(|name| Some((name.to_owned(), read(name)?)))
        .collect()
}

/// Writes notes, and gives the calls that did it. A long one every now and then makes the log so
/// long that it is folded into the file.
fn recorded(desk: &Desk, notes: usize) -> Vec<Call> {
    let folder = desk.folder.path().canonicalize().expect("a folder");
    let mut there: BTreeSet<String> = read(desk).into_keys().collect();
    let mut all = Vec::new();
    for n in 0..notes {
        let text = "still down ".repeat(if n % 3 == 2 { 9_000 } else { 1 });
        let strace = [
            "strace",
            "-q",
            "-y",
            "-xx",
            "-s",
            "100000",
            "-o",
            "trace.txt",
            "-e",
            "trace=openat,pwrite64,ftruncate,fsync,fdatasync,unlink",
            program().to_str().expect("a path of words"),
        ];
        let output = desk
            .command_of(&strace, &["note", "1", "-m", &text])
            .output();
        let output = output.expect("strace starts");
        assert!(output.status.success(), "{}", told(&output));
        let trace = std::fs::read_to_string(folder.join("trace.txt")).expect("a trace");
        for call in calls(&trace, &folder) {
            match &call {
                Call::Make(name) if !there.insert(name.clone()) => continue,
                Call::Remove(name) => _ = there.remove(name),
                _ => {}
            }
            all.push(call);
        }
        all.push(Call::Acknowledged);
    }
    all
}

#[test]
fn what_was_acknowledged_survives_a_power_cut_at_any_point() {
    if !has("strace") {
        return;
    }
    // One file, so that the log is made by the first write.
    let desk = Desk::with_ticket();
    desk.done(&["db", "backup", "folded.db"]);
    let folded = std::fs::read(desk.folder.path().join("folded.db")).expect("a copy");
    let desk = Desk::of(&Disk::from([("desk.db".to_owned(), folded)]));
    let before = read(&desk);
    let calls = recorded(&desk, rounds(6, 30));
    let synced = |call: &&Call| matches!(call, Call::Sync(_));
    assert!(calls.iter().filter(synced).count() > 3, "no wait was seen");
    // The calls themselves lead to the files that are there.
    let mut whole = before.clone();
    calls.iter().for_each(|call| apply(&mut whole, call));
    assert!(whole == read(&desk), "not every call was recorded");
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let points = rounds(25, 300);
    for round in 0..points {
        let point = 1 + round * (calls.len() - 1) / points;
        let disk = after(&before, &calls[..point], &mut random);
        let there = Desk::of(&disk);
        let acknowledged = calls[..point].iter();
        let acknowledged = acknowledged
            .filter(|call| matches!(call, Call::Acknowledged))
            .count();
        let notes = there
            .done(&["log", "type:noted", "-f", "ids", "-L", "0"])
            .lines()
            .count();
        assert!(
            (acknowledged..=acknowledged + 1).contains(&notes),
            "{notes} of {acknowledged} notes are there after {point} of {} calls",
            calls.len()
        );
        there.is_whole();
        there.done(&["note", "1", "-m", "it goes on"]);
    }
    println!("{points} points among {} calls", calls.len());
}
