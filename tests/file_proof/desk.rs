//! A desk in a folder of its own, and the program run on it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub struct Desk {
    pub folder: TempDir,
}

/// How much is tried: `short` in CI, `long` when `SLADESK_PROOF=long` asks for it.
pub fn rounds(short: usize, long: usize) -> usize {
    match std::env::var("SLADESK_PROOF").as_deref() {
        Ok("long") => long,
        _ => short,
    }
}

/// Whether a tool is there; says so when it is not.
pub fn has(tool: &str) -> bool {
    let there = Command::new(tool)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok();
    if !there {
        println!("skipped: there is no `{tool}` on this machine");
    }
    there
}

/// Whether this process may do anything; rights cannot be tried then but as somebody else.
pub fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// The program as a copy that everybody may run: the one that was built may lie where only its
/// owner gets.
pub fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_sladesk"))
}

impl Desk {
    /// A desk with a customer and no ticket.
    pub fn new() -> Desk {
        let desk = Desk {
            folder: tempfile::tempdir().expect("a folder for the test"),
        };
        desk.done(&["db", "init"]);
        desk.done(&["customer", "add", "acme", "--name", "Acme"]);
        desk
    }

    /// A desk of these files, by name.
    pub fn of(files: &BTreeMap<String, Vec<u8>>) -> Desk {
        let folder = tempfile::tempdir().expect("a folder for the test");
        for (name, bytes) in files {
            std::fs::write(folder.path().join(name), bytes).expect("a file");
        }
        Desk { folder }
    }

    /// A desk with a ticket, 1.
    pub fn with_ticket() -> Desk {
        let desk = Desk::new();
        desk.done(&OPEN);
        desk
    }

    /// A desk with a history of its own.
    pub fn with_history(tickets: usize) -> Desk {
        Desk::of_demo(&["--seed", "7", "--tickets", &tickets.to_string()])
    }

    /// The desk that `demo` makes when it is asked so.
    pub fn of_demo(words: &[&str]) -> Desk {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let place = folder.path().join("demo");
        let mut command = Command::new(program());
        let made = command
            .env_clear()
            .env("HOME", folder.path())
            .arg("demo")
            .arg(&place)
            .args(words)
            .output()
            .expect("the program starts");
        assert!(made.status.success(), "{}", told(&made));
        let desk = Desk { folder };
        std::fs::rename(place.join("desk.db"), desk.path()).expect("the demo made a desk");
        for log in ["desk.db-wal", "desk.db-shm"] {
            let _ = std::fs::rename(place.join(log), desk.folder.path().join(log));
        }
        desk
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("desk.db")
    }

    /// The program on this desk.
    pub fn command(&self, words: &[&str]) -> Command {
        self.command_of(&[program().to_str().expect("a path of words")], words)
    }

    /// The program on this desk, started by another one: `strace ... sladesk`.
    pub fn command_of(&self, starts: &[&str], words: &[&str]) -> Command {
        let mut command = Command::new(starts[0]);
        command
            .args(&starts[1..])
            .arg("--db")
            .arg(self.path())
            .args(words)
            .current_dir(self.folder.path())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.folder.path())
            .env("LOGNAME", "tess")
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().expect("the program starts")
    }

    /// Runs what has to work, and gives what it answered.
    pub fn done(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert!(output.status.success(), "{words:?}: {}", told(&output));
        String::from_utf8(output.stdout).expect("an answer is text")
    }

    /// How many tickets there are.
    pub fn tickets(&self) -> usize {
        self.done(&["list", "-f", "ids", "-L", "0"]).lines().count()
    }

    /// The record is whole and all rows follow from it.
    #[track_caller]
    pub fn is_whole(&self) {
        let output = self.run(&["db", "check"]);
        assert!(output.status.success(), "{}", told(&output));
    }

    /// What lies in the folder.
    pub fn files(&self) -> Vec<String> {
        files(self.folder.path())
    }
}

/// What lies in a folder, by name.
pub fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder can be read");
    let name = |entry: std::io::Result<std::fs::DirEntry>| {
        entry
            .expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned()
    };
    let mut names: Vec<String> = entries.map(name).collect();
    names.sort();
    names
}

/// Opens a ticket for a customer without a contract.
pub const OPEN: [&str; 9] = [
    "open",
    "acme",
    "it is down",
    "--override",
    "contract",
    "-m",
    "why",
    "-c",
    "email",
];

pub fn told(output: &Output) -> String {
    format!(
        "{}{}[{}]",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
        output.status
    )
}
