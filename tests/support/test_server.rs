//! A PostgreSQL server of the tests' own, where one can be had, and its databases.
//!
//! `SLADESK_TEST_ON=postgres cargo test --features postgres --test cli` gives each sandbox a database
//! in place of a file. What is a file's own fails there.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "no test uses all of it, some from within the library"
)]

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};

/// A server that ends with the tests: its input does.
pub struct TestServer {
    process: Child,
    /// Where it is told what to do, and where it answers.
    pipes: Mutex<Option<(ChildStdin, BufReader<ChildStdout>)>>,
    /// The folder of its socket.
    socket: String,
    /// Where it is not the usual one: `:5433`.
    port: String,
    /// The folder of its programs.
    pub programs: String,
}

/// The server; none where there is none. Why, is told by who looked for it.
pub fn server() -> Option<&'static TestServer> {
    static SERVER: OnceLock<Option<TestServer>> = OnceLock::new();
    SERVER.get_or_init(|| TestServer::with(&[])).as_ref()
}

impl TestServer {
    /// Another one, with settings of its own.
    pub fn with(settings: &[&str]) -> Option<TestServer> {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/postgres.sh");
        let mut process = Command::new("sh")
            .arg(script)
            .args(settings.iter().flat_map(|setting| ["-c", setting]))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let mut said = String::new();
        let mut answers = BufReader::new(process.stdout.take()?);
        let told = answers.read_line(&mut said);
        let (socket, programs) = told.ok().and_then(|_| said.trim().split_once(' '))?;
        Some(TestServer {
            pipes: Mutex::new(Some((process.stdin.take()?, answers))),
            process,
            socket: socket.to_owned(),
            port: settings
                .iter()
                .find_map(|setting| setting.strip_prefix("port="))
                .map_or_else(String::new, |port| format!(":{port}")),
            programs: programs.to_owned(),
        })
    }

    /// Has it killed, or started again.
    pub fn tell(&self, word: &str) {
        let mut pipes = self.pipes.lock().expect("nobody failed while it was told");
        let (input, answers) = pipes.as_mut().expect("it runs");
        writeln!(input, "{word}").expect("it reads what it is told");
        let mut said = String::new();
        answers.read_line(&mut said).expect("it answers");
        assert_eq!(said, "done\n", "{word}");
    }

    /// Where it keeps what it has.
    pub fn folder(&self) -> PathBuf {
        Path::new(&self.socket).join("data")
    }

    /// The address of one of its databases.
    pub fn address(&self, database: &str) -> String {
        let socket = self.socket.replace('/', "%2F");
        format!("postgres://sladesk@{socket}{}/{database}", self.port)
    }
}

impl Drop for TestServer {
    /// It ends with its input.
    fn drop(&mut self) {
        self.pipes = Mutex::new(None);
        let _ = self.process.wait();
    }
}

/// A database of a test, which goes with it.
pub struct ServerDatabase<'s> {
    server: &'s TestServer,
    name: String,
    address: String,
}

impl ServerDatabase<'static> {
    /// A new one with nothing in it, where the run asks for servers.
    pub fn where_asked() -> Option<ServerDatabase<'static>> {
        #[allow(
            clippy::disallowed_methods,
            reason = "of the tests, not of the program"
        )]
        let asked = std::env::var("SLADESK_TEST_ON").is_ok_and(|on| on == "postgres");
        asked.then(|| ServerDatabase::new(server().expect("a server to run on")))
    }
}

impl<'s> ServerDatabase<'s> {
    /// A new one with nothing in it.
    pub fn new(server: &'s TestServer) -> ServerDatabase<'s> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("t{}", NEXT.fetch_add(1, Ordering::Relaxed));
        let database = ServerDatabase {
            server,
            address: server.address(&name),
            name,
        };
        database.says("postgres", &format!("CREATE DATABASE {}", database.name));
        database
    }

    /// How it is named for `--db`.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Runs SQL in it, as somebody does who is no sladesk. Whether it went well.
    pub fn runs(&self, sql: &str) -> bool {
        self.says(&self.name, sql).is_some()
    }

    /// Runs SQL in another database of its server.
    pub fn runs_beside(&self, sql: &str) -> bool {
        self.says("postgres", sql).is_some()
    }

    /// What SQL answers in it: a line a row.
    pub fn tells(&self, sql: &str) -> String {
        self.says(&self.name, sql)
            .unwrap_or_else(|| panic!("{sql}"))
    }

    /// Somebody who is no sladesk, and types SQL there.
    pub fn shell(&self) -> Command {
        self.shell_of(&self.name)
    }

    fn shell_of(&self, database: &str) -> Command {
        let mut command = Command::new(format!("{}/psql", self.server.programs));
        command.args(["-q", "-X", "-A", "-t", "-v", "ON_ERROR_STOP=1"]);
        command.arg(self.server.address(database));
        command
    }

    fn says(&self, database: &str, sql: &str) -> Option<String> {
        let ran = self.shell_of(database).args(["-c", sql]).output().ok()?;
        let said = String::from_utf8_lossy(&ran.stdout).trim().to_owned();
        ran.status.success().then_some(said)
    }
}

impl Drop for ServerDatabase<'_> {
    fn drop(&mut self) {
        self.says("postgres", &format!("DROP DATABASE {} (FORCE)", self.name));
    }
}
