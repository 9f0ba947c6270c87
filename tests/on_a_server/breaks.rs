//! What becomes of a command whose line breaks: a write of which nothing stands is done once more,
//! one whose answer was lost is looked for in the record.

use std::io::Write;
use std::process::{Child, Stdio};

use crate::sandbox::Sandbox;
use crate::test_server::{ServerDatabase, TestServer, server};
use crate::{begun, desk_in, ended, until};

/// The lines of the program to a desk.
const OURS: &str = "FROM pg_stat_activity WHERE application_name = 'sladesk' \
                    AND datname = current_database() AND state <> 'idle'";

/// Somebody who lets nobody write to the customers until they leave.
struct Holder(Child);

impl Holder {
    fn of(database: &ServerDatabase<'_>) -> Holder {
        let mut shell = database.shell();
        let shell = shell.stdin(Stdio::piped()).stdout(Stdio::null());
        let mut shell = shell.stderr(Stdio::null()).spawn().expect("a shell");
        let lock = b"BEGIN; LOCK TABLE sladesk.customer IN SHARE MODE;\n";
        let input = shell.stdin.as_mut().expect("its input");
        input.write_all(lock).expect("it reads what is typed");
        let held = "SELECT count(*) FROM pg_locks WHERE mode = 'ShareLock' AND granted \
                    AND relation = 'sladesk.customer'::regclass";
        until("the table is held", || database.tells(held) == "1");
        Holder(shell)
    }

    fn leaves(mut self) {
        drop(self.0.stdin.take());
        self.0.wait().expect("it ends");
    }
}

fn waits(database: &ServerDatabase<'_>, event: &str) {
    let waiting =
        format!("SELECT count(*) {OURS} AND wait_event_type || wait_event LIKE '{event}'");
    until(event, || database.tells(&waiting) == "1");
}

fn end_lines(database: &ServerDatabase<'_>) {
    let ended = database.tells(&format!("SELECT count(pg_terminate_backend(pid)) {OURS}"));
    assert_eq!(ended, "1");
}

/// How often something was written about a customer.
fn writes(sandbox: &Sandbox, database: &ServerDatabase<'_>, customer: &str) -> usize {
    let line = format!(
        "sladesk --db {} log customer:{customer}",
        database.address()
    );
    let log = sandbox.json(&line);
    log.as_array().expect("a list").len()
}

#[test]
fn a_write_of_which_nothing_stands_is_done_once_more() {
    let Some(server) = server() else { return };
    let database = ServerDatabase::new(server);
    let sandbox = desk_in(&database);
    let held = Holder::of(&database);
    let write = begun(&sandbox, &database, "customer edit acme --name Other");
    waits(&database, "Lock%");
    end_lines(&database);
    waits(&database, "Lock%");
    held.leaves();
    assert_eq!(ended(write).0, 0);
    assert_eq!(writes(&sandbox, &database, "acme"), 2);
}

#[test]
fn a_line_that_breaks_again_and_again_is_told() {
    let Some(server) = server() else { return };
    let database = ServerDatabase::new(server);
    let sandbox = desk_in(&database);
    let held = Holder::of(&database);
    let write = begun(&sandbox, &database, "customer edit acme --name Other");
    for _ in 0..4 {
        waits(&database, "Lock%");
        end_lines(&database);
    }
    let (status, said) = ended(write);
    held.leaves();
    assert_eq!(status, 6, "{said}");
    assert!(said.contains("broke; nothing was written"), "{said}");
    assert_eq!(writes(&sandbox, &database, "acme"), 1);
}

#[test]
fn what_was_read_bit_by_bit_is_not_done_once_more() {
    let Some(server) = server() else { return };
    let database = ServerDatabase::new(server);
    let sandbox = desk_in(&database);
    sandbox.file("people.csv", "email,name\ndana@acme.example,Dana\n");
    let held = Holder::of(&database);
    let input = std::fs::File::open(sandbox.path("people.csv")).expect("it is there");
    let mut command = sandbox.command();
    command.args(["import", "contacts", "-", "--customer", "acme"]);
    command.env("SLADESK_DB", database.address()).stdin(input);
    let write = command.stderr(Stdio::piped()).spawn().expect("it starts");
    waits(&database, "Lock%");
    end_lines(&database);
    let (status, said) = ended(write);
    held.leaves();
    assert_ne!(status, 0, "{said}");
    assert!(said.contains("nothing was written"), "{said}");
}

#[test]
fn a_server_that_falls_and_rises_in_the_middle_of_a_write_has_it_once() {
    let Some(server) = TestServer::with(&["synchronous_commit=on"]) else {
        return;
    };
    let database = ServerDatabase::new(&server);
    let sandbox = desk_in(&database);
    let held = Holder::of(&database);
    let write = begun(&sandbox, &database, "customer edit acme --name Other");
    waits(&database, "Lock%");
    server.tell("kill");
    held.leaves();
    server.tell("start");
    let (status, said) = ended(write);
    assert_eq!(status, 0, "{said}");
    assert_eq!(writes(&sandbox, &database, "acme"), 2);
}

/// From now on the server waits for a copy of that name, before it says that something is written to
/// this database; for none, where there is no name.
fn wait_for(database: &ServerDatabase<'_>, copy: &str) {
    let name = database.tells("SELECT current_database()");
    for sql in [
        &format!("ALTER DATABASE {name} SET synchronous_commit = on"),
        &format!("ALTER SYSTEM SET synchronous_standby_names = '{copy}'"),
        "SELECT pg_reload_conf()",
    ] {
        // said beside it: it is the program that is to wait, and not whoever says so
        assert!(database.runs_beside(sql), "{sql}");
    }
    until("the server knows", || {
        database.tells("SHOW synchronous_standby_names") == copy
    });
}

#[test]
fn a_write_whose_answer_was_lost_is_looked_for_and_told_when_the_copy_has_it() {
    let Some(server) = TestServer::with(&[]) else {
        return;
    };
    for lost in ["pg_terminate_backend", "pg_cancel_backend"] {
        let database = ServerDatabase::new(&server);
        let sandbox = desk_in(&database);
        wait_for(&database, "nobody");
        let write = begun(&sandbox, &database, "customer add gum --name Gum");
        waits(&database, "IPCSyncRep");
        database.tells(&format!("SELECT count({lost}(pid)) {OURS}"));
        // it is written, and nobody was told so: the copy is waited for once more
        waits(&database, "IPCSyncRep");
        let mut write = write;
        assert!(write.try_wait().expect("it can be asked").is_none());
        wait_for(&database, "");
        let (status, said) = ended(write);
        assert_eq!(status, 0, "{lost}: {said}");
        assert_eq!(writes(&sandbox, &database, "gum"), 1);
    }
}

#[test]
fn a_write_of_which_nobody_can_tell_is_told_as_one_and_safe_with_a_key() {
    let Some(server) = TestServer::with(&[]) else {
        return;
    };
    let database = ServerDatabase::new(&server);
    let sandbox = desk_in(&database);
    wait_for(&database, "nobody");
    let line = "customer add gum --name Gum --once k1";
    let write = begun(&sandbox, &database, line);
    for _ in 0..2 {
        waits(&database, "IPCSyncRep");
        end_lines(&database);
    }
    let (status, said) = ended(write);
    assert_eq!(status, 6, "{said}");
    assert!(
        said.contains("it is not sure whether this was written"),
        "{said}"
    );
    wait_for(&database, "");
    let (status, said) = ended(begun(&sandbox, &database, line));
    assert_eq!(status, 10, "{said}");
    assert_eq!(writes(&sandbox, &database, "gum"), 1);
}

#[test]
fn a_statement_that_takes_longer_than_it_may_is_told() {
    let Some(server) = server() else { return };
    let database = ServerDatabase::new(server);
    let sandbox = desk_in(&database);
    let name = database.tells("SELECT current_database()");
    assert!(database.runs(&format!(
        "ALTER DATABASE {name} SET statement_timeout = '300ms'"
    )));
    let held = Holder::of(&database);
    let (status, said) = ended(begun(
        &sandbox,
        &database,
        "customer edit acme --name Other",
    ));
    held.leaves();
    assert_eq!(status, 6, "{said}");
    assert!(
        said.contains("longer than its `statement_timeout` allows"),
        "{said}"
    );
    assert_eq!(writes(&sandbox, &database, "acme"), 1);
    let (status, said) = ended(begun(
        &sandbox,
        &database,
        "customer edit acme --name Other",
    ));
    assert_eq!(status, 0, "{said}");
}
