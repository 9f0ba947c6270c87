//! What commands cost on a desk of a thousand tickets, in what can be counted without a stop-watch:
//! instructions, the most memory asked for at one time, reads of the file and waits for the disk.
//! Each is counted on a copy of its own of a desk whose log is short: what a command reads, and
//! whether it is the one that writes the log back, would depend on those before it else.
//!
//! `costs.txt` has the counts of the program that the tests run, which is not optimised. More than
//! is allowed beside them fails, and so does less, so that the table tells what is.
//! `SLADESK_WRITE_DOCS=1` writes it anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::desk::{Desk, has, program, told};

const NOW: &str = "2026-03-02T10:00:00Z";

/// What needs no desk, what staff type, what lists and finds, what writes, and what managers print.
const COMMANDS: [&str; 12] = [
    "--version",
    "help reply",
    "overdue",
    "next",
    "show 981",
    "explain 981",
    "list -L 20",
    "list invoice -L 20",
    "note 981 -m costs",
    "wait 981 customer --once k1",
    "report sla --period 2026Q1",
    "report quarterly customer:acme --period 2026Q1",
];

/// What is counted, and how far from the table it may lie, in hundredths.
const COUNTED: [(&str, u64); 4] = [
    ("instructions", 5),
    ("memory", 5),
    ("reads", 10),
    ("waits", 0),
];

type Costs = [u64; 4];

#[test]
fn commands_cost_what_they_did() {
    if cfg!(not(debug_assertions)) {
        println!("skipped: the counts are those of a program that is not optimised");
        return;
    }
    if !has("valgrind") || !has("strace") {
        return;
    }
    let made = Desk::of_demo(&["--seed", "7", "--tickets", "1000", "--now", NOW]);
    made.done(&["db", "backup", "whole.db"]);
    let whole = std::fs::read(made.folder.path().join("whole.db")).expect("the copy");
    let desk = Desk::of(&BTreeMap::from([("desk.db".to_owned(), whole)]));
    desk.done(&["--now", NOW, "note", "981", "-m", "the log begins"]);
    let files = ["desk.db", "desk.db-wal"].map(|name| {
        let bytes = std::fs::read(desk.folder.path().join(name)).expect("a file of the desk");
        (name.to_owned(), bytes)
    });
    let desk = BTreeMap::from(files);
    let counted: Vec<Costs> = COMMANDS.iter().map(|words| costs(&desk, words)).collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/file_proof/costs.txt");
    if std::env::var_os("SLADESK_WRITE_DOCS").is_some() {
        std::fs::write(&path, written(&counted)).expect("the table is written");
    }
    let table = std::fs::read_to_string(&path).expect("the table");
    let known = read(&table);
    let mut other = String::new();
    for (words, costs) in COMMANDS.iter().zip(counted) {
        let known = known.get(words).unwrap_or(&[0; 4]);
        for (((what, percent), count), known) in COUNTED.iter().zip(costs).zip(known) {
            if count.abs_diff(*known) > known * percent / 100 {
                let _ = writeln!(other, "`{words}`: {count} {what}, and had {known}");
            }
        }
    }
    assert!(
        other.is_empty(),
        "{other}(SLADESK_WRITE_DOCS=1 writes costs.txt anew)"
    );
}

fn costs(desk: &BTreeMap<String, Vec<u8>>, words: &str) -> Costs {
    let sums = |tool: &str| {
        let tool = format!("--tool={tool}");
        let output = format!(
            "--{}-out-file=/dev/null",
            tool.trim_start_matches("--tool=")
        );
        started_by(&Desk::of(desk), &["valgrind", &tool, &output], words)
    };
    let calls = ["strace", "-f", "-q", "-o", "trace.txt", "-e"];
    let calls = [&calls[..], &["trace=pread64,fsync,fdatasync"]].concat();
    let instructions = number_behind(&sums("callgrind"), "Collected :");
    let memory = number_behind(&sums("dhat"), "At t-gmax:");
    let desk = Desk::of(desk);
    started_by(&desk, &calls, words);
    let trace = std::fs::read_to_string(desk.folder.path().join("trace.txt")).expect("a trace");
    let counted = |call: &str| trace.lines().filter(|line| line.contains(call)).count() as u64;
    [instructions, memory, counted("pread64("), counted("sync(")]
}

/// What is said beside the answer when the command is started so.
fn started_by(desk: &Desk, tool: &[&str], words: &str) -> String {
    let starts = [tool, &[program().to_str().expect("a path of words")]].concat();
    let words: Vec<&str> = ["--now", NOW].into_iter().chain(words.split(' ')).collect();
    let output = desk.command_of(&starts, &words).output();
    let output = output.expect("the tool starts");
    assert!(output.status.success(), "{words:?}: {}", told(&output));
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn number_behind(text: &str, mark: &str) -> u64 {
    let (_, rest) = text.split_once(mark).expect("what the tool counted");
    let word = rest.split_whitespace().next().expect("a number");
    word.replace(',', "").parse().expect("a number")
}

fn written(counted: &[Costs]) -> String {
    let heads = COUNTED.map(|(what, percent)| format!("{what} ({percent} %)"));
    let mut table = format!("# command | {}\n", heads.join(" | "));
    for (words, costs) in COMMANDS.iter().zip(counted) {
        let costs = costs.map(|count| count.to_string());
        let _ = writeln!(table, "{words} | {}", costs.join(" | "));
    }
    table
}

fn read(table: &str) -> BTreeMap<&str, Costs> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let rows = lines.map(|line| {
        let mut cells = line.split(" | ");
        let words = cells.next().expect("a command");
        let costs: Vec<u64> = cells.map(|n| n.parse().expect("a number")).collect();
        (words, costs.try_into().expect("four numbers"))
    });
    rows.collect()
}
