//! Desks on a server, asked of the program from outside: what a file has not. What both have, the
//! other tests ask of both.

#![cfg(feature = "postgres")]

mod breaks;
#[path = "../support/line.rs"]
mod line;
mod lines;
mod moving;
mod rights;
#[path = "../cli/sandbox.rs"]
#[allow(dead_code, reason = "of other tests")]
mod sandbox;
#[path = "../support/test_server.rs"]
mod test_server;

use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use sandbox::Sandbox;
use test_server::ServerDatabase;

/// A desk in that database, and a place from where it is asked.
fn desk_in(database: &ServerDatabase<'_>) -> Sandbox {
    let sandbox = Sandbox::new();
    let at = |line: &str| format!("sladesk --db {} {line}", database.address());
    sandbox.done(&at("db init --zone UTC"));
    sandbox.done(&at("customer add acme --name Acme"));
    sandbox
}

/// Begins a line, and does not wait for its end.
fn begun(sandbox: &Sandbox, database: &ServerDatabase<'_>, line: &str) -> Child {
    let mut command = sandbox.command();
    command.args(line::words(line));
    command.env("SLADESK_DB", database.address());
    let command = command.stdin(Stdio::null()).stdout(Stdio::piped());
    command.stderr(Stdio::piped()).spawn().expect("it starts")
}

/// How a line that was begun ended, and what it said.
fn ended(child: Child) -> (i32, String) {
    let output = child.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code().unwrap_or(-1), said)
}

/// Waits until it is so.
fn until(what: &str, so: impl Fn() -> bool) {
    let since = Instant::now();
    while !so() {
        assert!(since.elapsed() < Duration::from_secs(20), "never: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}
