//! A desk made by the program's own words, in a folder of its own.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use chrono::{DateTime, Duration, Utc};
use tempfile::TempDir;

use crate::line::words;

/// When the founding begins.
const FOUNDED: &str = "2026-09-01T07:00:00Z";

const FOUNDING: [&str; 14] = [
    "db init --zone Europe/Madrid",
    "import holidays company.ics --name company",
    "staff add ann --name Ann --email ann@desk.example --line \"First line\"",
    "staff add bob --name Bob --line \"Second line\"",
    "customer add fern --name Fern --account-manager ann",
    "customer add acme --name \"Acmé Ltd\" --account-manager bob",
    "customer add gum --name Gum",
    "contract sign fern own/std --start 2026-08-01",
    "contract sign acme creatio/business --zone UTC+1 --start 2026-08-01 \
     --set targets.response.low=open",
    "contract sign gum own/plus --start 2026-08-01",
    "contact add fern faye@fern.example --name Faye --qualification expert",
    "contact add fern finn@fern.example --name Finn",
    "contact add acme dana@acme.example --name Dana",
    "contact add gum gus@gum.example --name Gus --qualification expert",
];

/// The plan file of the desk's own, as it lies there at first.
pub const OWN: &str = include_str!("own.toml");

/// What is written or done: how many minutes after what came before (a slow clock: before it), by whom, in which words.
#[derive(Clone, PartialEq, Eq)]
pub struct Step {
    pub wait: i64,
    pub actor: &'static str,
    pub line: String,
}

impl fmt::Debug for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "({}, {:?}, {:?})", self.wait, self.actor, self.line)
    }
}

/// What a line answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub stdout: String,
    pub stderr: String,
    pub status: i32,
}

/// A desk and its clock.
pub struct Desk {
    folder: TempDir,
    now: DateTime<Utc>,
    /// Where its record is: a file in the folder, or a database.
    place: String,
}

/// The files of a desk on which nothing but the founding has happened.
static FILES: OnceLock<Vec<(PathBuf, Vec<u8>)>> = OnceLock::new();

impl Desk {
    /// Three customers with a contract each, four contacts, two of staff, no ticket.
    pub fn founded() -> Desk {
        let desk = Desk::empty();
        for (name, bytes) in FILES.get_or_init(founding) {
            desk.file(name, bytes);
        }
        desk
    }

    /// The same with what happened there since.
    pub fn after(steps: &[Step]) -> Desk {
        let mut desk = Desk::founded();
        for step in steps {
            desk.step(step);
        }
        desk
    }

    fn empty() -> Desk {
        // Thousands of writes, each of which waits for the disk to have it: memory has it at once.
        let memory = Path::new("/dev/shm");
        let folder = match memory.is_dir() {
            true => tempfile::tempdir_in(memory),
            false => tempfile::tempdir(),
        };
        Desk {
            folder: folder.expect("a folder for the desk"),
            now: FOUNDED.parse().expect("an instant"),
            place: "desk.db".to_owned(),
        }
    }

    /// The same with its record in another place, where nothing is yet.
    #[cfg(feature = "postgres")]
    pub fn moved_to(&self, place: &str) -> Desk {
        let mut moved = Desk::founded();
        moved.now = self.now;
        moved.without("desk.db");
        let record = self.answers("export");
        moved.file(Path::new("record.jsonl"), record.as_bytes());
        place.clone_into(&mut moved.place);
        moved.answers("import desk record.jsonl");
        moved
    }

    /// Where its record is.
    #[cfg(feature = "postgres")]
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Writes a file beside the desk.
    pub fn file(&self, name: &Path, bytes: &[u8]) {
        let path = self.folder.path().join(name);
        let folder = path.parent().expect("a file lies in a folder");
        fs::create_dir_all(folder).expect("a folder beside the desk");
        fs::write(path, bytes).expect("a file beside the desk");
    }

    /// Takes a file away.
    pub fn without(&self, name: &str) {
        let _ = fs::remove_file(self.folder.path().join(name));
    }

    /// Lets time pass.
    pub fn wait(&mut self, minutes: i64) {
        self.now += Duration::minutes(minutes);
    }

    /// The clock as it stands.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// Does what the step says. What the program refuses changes nothing; what it cannot do at all
    /// is a failure of the test.
    pub fn step(&mut self, step: &Step) -> Answer {
        self.wait(step.wait);
        let answer = self.run(&step.line, step.actor);
        assert!(
            (0..=5).contains(&answer.status) && answer.status != 1 || answer.status == 10,
            "{step:?}: {answer:?}"
        );
        answer
    }

    /// Reads, or writes, as Ann.
    pub fn ask(&self, line: &str) -> Answer {
        self.run(line, "ann")
    }

    /// What a line answers that must be done.
    pub fn answers(&self, line: &str) -> String {
        let answer = self.ask(line);
        assert_eq!(answer.status, 0, "{line}: {answer:?}");
        answer.stdout
    }

    /// What a line answers as JSON.
    pub fn json(&self, line: &str) -> serde_json::Value {
        let text = self.answers(&format!("{line} -f json"));
        serde_json::from_str(&text).unwrap_or_else(|_| panic!("{line} answers {text}"))
    }

    /// The seal of the record as it stands.
    pub fn seal(&self) -> String {
        self.answers("db seal").trim().to_owned()
    }

    fn run(&self, line: &str, actor: &str) -> Answer {
        let output = Command::new(env!("CARGO_BIN_EXE_sladesk"))
            .args(words(line))
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", self.folder.path())
            .env("LOGNAME", "tess")
            .env("SLADESK_DB", &self.place)
            .env("SLADESK_PLANS", "plans")
            .env("SLADESK_ACTOR", actor)
            .env("SLADESK_NOW", self.now.format("%FT%TZ").to_string())
            .stdin(Stdio::null())
            .output()
            .expect("the program starts");
        Answer {
            stdout: String::from_utf8(output.stdout).expect("all output is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("all output is UTF-8"),
            status: output.status.code().unwrap_or(-1),
        }
    }
}

fn founding() -> Vec<(PathBuf, Vec<u8>)> {
    let desk = Desk::empty();
    for (name, text) in [
        ("plans/own.toml", OWN),
        ("company.ics", include_str!("company.ics")),
        ("company2.ics", include_str!("company2.ics")),
        ("log.toml", include_str!("log.toml")),
        ("log.csv", include_str!("log.csv")),
        ("longer.csv", include_str!("longer.csv")),
        ("people.csv", include_str!("people.csv")),
    ] {
        desk.file(Path::new(name), text.as_bytes());
    }
    for line in FOUNDING {
        desk.answers(line);
    }
    let mut files = Vec::new();
    collect(desk.folder.path(), desk.folder.path(), &mut files);
    files
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("the folder of the desk") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let bytes = fs::read(&path).expect("a file of the desk");
            let name = path.strip_prefix(root).expect("a file of the desk");
            files.push((name.to_owned(), bytes));
        }
    }
}
