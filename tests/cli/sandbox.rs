//! A place of its own for each test: folders, a clock that stands still, no colour.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use snapbox::data::Inline;
use tempfile::TempDir;

use crate::line::words;
use crate::test_server::ServerDatabase;

/// The instant of every test that does not say another: a Wednesday, 10:00 in London in summer.
pub const NOW: &str = "2026-10-14T09:00:00Z";

/// The desk's file when nobody says another, as answers show it.
const DESK: &str = "[ROOT]/.local/share/sladesk/desk.db";

/// A home folder with nothing in it, and what is run there.
pub struct Sandbox {
    root: TempDir,
    now: String,
    /// Where the desk is, in a run on a server.
    server: Option<ServerDatabase<'static>>,
}

/// What a line did.
pub struct Ran {
    pub stdout: String,
    pub stderr: String,
    pub status: i32,
}

impl Sandbox {
    /// An empty one; there is no desk yet.
    pub fn new() -> Sandbox {
        Sandbox {
            root: tempfile::tempdir().expect("a folder for the test"),
            now: NOW.to_owned(),
            server: ServerDatabase::where_asked(),
        }
    }

    /// The same, whose desk will be in a file wherever the run is: what is asked is how it is reached.
    pub fn in_file() -> Sandbox {
        Sandbox {
            server: None,
            ..Sandbox::new()
        }
    }

    /// A desk in UTC, founded on the first of October, with a plan file of its own.
    pub fn of_plan(plan: &str) -> Sandbox {
        let sandbox = Sandbox::new();
        sandbox.file("plans/own.toml", plan);
        sandbox.done("sladesk --now 2026-10-01T08:00:00Z db init --zone UTC");
        sandbox
    }

    /// Acme signs `own/std` on that day, and Dana may ask.
    pub fn signs_acme(&self) {
        for line in [
            "customer add acme --name Acme",
            "--plans plans contract sign acme own/std --set contacts=5",
            "contact add acme dana@acme.example --name Dana",
        ] {
            self.done(&format!("sladesk --now 2026-10-01T08:00:00Z {line}"));
        }
    }

    /// A desk whose one customer is on CSD Group's plan, from that day on: what is brought in falls
    /// under it.
    pub fn of_csd(customer: &str, name: &str, start: &str) -> Sandbox {
        let sandbox = Sandbox::new();
        for line in [
            "db init".to_owned(),
            format!("customer add {customer} --name {name}"),
            format!(
                "contract sign {customer} csd-group/elite --zone UTC --start {start} --set contacts=3 \
                 --set channels=phone,email"
            ),
        ] {
            sandbox.done(&format!("sladesk {line}"));
        }
        sandbox
    }

    /// The same place at another time.
    pub fn at(self, now: &str) -> Sandbox {
        Sandbox {
            now: now.to_owned(),
            ..self
        }
    }

    /// A path in the sandbox.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// The desk's file when nobody says another; none in a run on a server.
    pub fn desk_file(&self) -> Option<PathBuf> {
        let file = self.path(".local/share/sladesk/desk.db");
        self.server.is_none().then_some(file)
    }

    /// Where the desk is when nobody says another.
    pub fn place(&self) -> String {
        match &self.server {
            Some(database) => database.address().to_owned(),
            None => self
                .path(".local/share/sladesk/desk.db")
                .display()
                .to_string(),
        }
    }

    /// Writes a file in the sandbox.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        let folder = path.parent().expect("a file lies in a folder");
        std::fs::create_dir_all(folder).expect("a folder in the sandbox");
        std::fs::write(&path, text).expect("a file in the sandbox");
        path
    }

    /// Runs a line as a shell would: `sladesk reply 42 -m "on it"`.
    pub fn run(&self, line: &str) -> Ran {
        self.run_with(line, "")
    }

    /// The same with something on stdin.
    pub fn run_with(&self, line: &str, stdin: &str) -> Ran {
        let words = words(line);
        assert_eq!(
            words[0], "sladesk",
            "a line begins with the program: {line}"
        );
        let mut command = self.command();
        command.args(&words[1..]).stdin(Stdio::piped());
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut pipe = child.stdin.take().expect("stdin is a pipe");
        // A program that does not read its stdin has closed it; that is its right.
        let _ = std::io::Write::write_all(&mut pipe, stdin.as_bytes());
        drop(pipe);
        self.ran(&child.wait_with_output().expect("the program ends"))
    }

    /// The program, in this place, at this time.
    pub fn command(&self) -> Command {
        self.command_of(env!("CARGO_BIN_EXE_sladesk"))
    }

    /// Another program, in this place, at this time.
    pub fn command_of(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.root.path())
            .env_clear()
            .env("HOME", self.root.path())
            .env("LOGNAME", "tess")
            .env("SLADESK_NOW", &self.now);
        if let Some(database) = &self.server {
            command.env("SLADESK_DB", database.address());
        }
        command
    }

    fn ran(&self, output: &Output) -> Ran {
        let root = self.root.path().to_string_lossy().into_owned();
        let text = |bytes: &[u8]| {
            let text = String::from_utf8(bytes.to_vec()).expect("all output is UTF-8");
            let text = text.replace(&root, "[ROOT]");
            match &self.server {
                Some(database) => text.replace(database.address(), DESK),
                None => text,
            }
        };
        Ran {
            stdout: text(&output.stdout),
            stderr: text(&output.stderr),
            status: output.status.code().unwrap_or(-1),
        }
    }

    /// Runs a line that must do what it says, and gives what it answered.
    pub fn done(&self, line: &str) -> String {
        let ran = self.run(line);
        assert_eq!(ran.status, 0, "{line}\n{}{}", ran.stdout, ran.stderr);
        ran.stdout
    }

    /// Runs a line that must end with this code and say this.
    #[track_caller]
    pub fn fails(&self, line: &str, status: i32, says: &str) {
        let ran = self.run(&format!("sladesk {line}"));
        assert_eq!(ran.status, status, "{line}\n{ran}");
        let begins = ran.stderr.starts_with(&format!("error: {says}"));
        assert!(begins, "{line}\n{ran}\nshould say: {says}");
    }

    /// What a line answers to scripts: `-f json` is added.
    pub fn json(&self, line: &str) -> serde_json::Value {
        let answer = self.done(&format!("{line} -f json"));
        serde_json::from_str(&answer).unwrap_or_else(|error| panic!("{line}: {error}\n{answer}"))
    }

    /// Runs a line and asserts facts of its answer to scripts: what stands there, whatever stands
    /// beside it (keys are only ever added).
    #[track_caller]
    pub fn tells(&self, line: &str, facts: &str) {
        let answer = self.json(line);
        let facts: serde_json::Value = serde_json::from_str(facts).expect("facts are JSON");
        assert!(
            holds(&answer, &facts),
            "{line}\n{answer:#}\nlacks\n{facts:#}"
        );
    }

    /// Runs lines and compares all that is seen: the line, the answer, what is said, the status.
    #[track_caller]
    pub fn shows(&self, lines: &[&str], expected: Inline) {
        let mut seen = String::new();
        for line in lines {
            seen.push_str(&format!("$ {line}\n{}", self.run(line)));
        }
        snapbox::Assert::new()
            .action_env(snapbox::assert::DEFAULT_ACTION_ENV)
            .eq(seen, expected);
    }
}

impl std::fmt::Display for Ran {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.stdout)?;
        if !self.stdout.is_empty() && !self.stderr.is_empty() {
            f.write_str("[stderr]\n")?;
        }
        f.write_str(&self.stderr)?;
        writeln!(f, "[exit {}]", self.status)
    }
}

/// Whether an answer has all of these facts; lists are as long and in the same order.
fn holds(answer: &serde_json::Value, facts: &serde_json::Value) -> bool {
    use serde_json::Value::{Array, Object};
    match (answer, facts) {
        (Object(answer), Object(facts)) => facts
            .iter()
            .all(|(key, fact)| answer.get(key).is_some_and(|value| holds(value, fact))),
        (Array(answer), Array(facts)) => {
            answer.len() == facts.len()
                && answer
                    .iter()
                    .zip(facts)
                    .all(|(value, fact)| holds(value, fact))
        }
        (answer, facts) => answer == facts,
    }
}

/// The root of the sources, for tests that look at them.
pub fn sources() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
