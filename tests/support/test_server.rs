//! A PostgreSQL server of the tests' own, where one can be had, and its databases.
//!
//! `SLADESK_TEST_ON=postgres cargo test --features postgres --test cli` gives each sandbox a database
//! in place of a file. What is a file's own fails there.

#![allow(
    dead_code,
    unreachable_pub,
    reason = "no test uses all of it, some from within the library"
)]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// A server that ends with the tests: its input does.
pub struct TestServer {
    _process: Child,
    /// The folder of its socket.
    socket: String,
    /// The folder of its programs.
    pub programs: String,
}

/// The server; none where there is none. Why, is told by who looked for it.
pub fn server() -> Option<&'static TestServer> {
    static SERVER: OnceLock<Option<TestServer>> = OnceLock::new();
    SERVER.get_or_init(start).as_ref()
}

fn start() -> Option<TestServer> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support/postgres.sh");
    let mut process = Command::new("sh")
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut said = String::new();
    let told = BufReader::new(process.stdout.take()?).read_line(&mut said);
    let (socket, programs) = told.ok().and_then(|_| said.trim().split_once(' '))?;
    Some(TestServer {
        _process: process,
        socket: socket.to_owned(),
        programs: programs.to_owned(),
    })
}

impl TestServer {
    /// The address of one of its databases.
    pub fn address(&self, database: &str) -> String {
        let socket = self.socket.replace('/', "%2F");
        format!("postgres://sladesk@{socket}/{database}")
    }
}

/// A database of a test, which goes with it.
pub struct ServerDatabase {
    server: &'static TestServer,
    name: String,
    address: String,
}

impl ServerDatabase {
    /// A new one with nothing in it, where the run asks for servers.
    pub fn where_asked() -> Option<ServerDatabase> {
        #[allow(
            clippy::disallowed_methods,
            reason = "of the tests, not of the program"
        )]
        let asked = std::env::var("SLADESK_TEST_ON").is_ok_and(|on| on == "postgres");
        asked.then(|| ServerDatabase::new(server().expect("a server to run on")))
    }

    /// A new one with nothing in it.
    pub fn new(server: &'static TestServer) -> ServerDatabase {
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
        self.says(&self.name, sql)
    }

    fn says(&self, database: &str, sql: &str) -> bool {
        let program = format!("{}/psql", self.server.programs);
        let mut command = Command::new(program);
        command.args(["-q", "-X", "-v", "ON_ERROR_STOP=1", "-c", sql]);
        command.arg(self.server.address(database));
        command.output().is_ok_and(|ran| ran.status.success())
    }
}

impl Drop for ServerDatabase {
    fn drop(&mut self) {
        self.says("postgres", &format!("DROP DATABASE {} (FORCE)", self.name));
    }
}
