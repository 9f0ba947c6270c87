//! What is a server's own: the objects that it tells, what it refuses, what becomes of a line that
//! breaks, and that a desk there and a desk in a file are one.

#[path = "../../../tests/support/test_server.rs"]
mod test_server;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use super::fixture::noted;
use super::{Desk, On, desk};
use crate::store::engine::{Engine, script_at};
use crate::store::error::ServerFault;
use crate::store::{Access, StoreError};

/// Whether there is a server. Why there is none is told by who looked for it.
pub(super) fn can_be_had() -> bool {
    test_server::server().is_some()
}

fn address(database: &str) -> PathBuf {
    let server = test_server::server().expect("somebody asked whether it is there");
    server.address(database).into()
}

/// A new database, with nothing in it.
pub(super) fn database() -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("t{}", NEXT.fetch_add(1, Ordering::Relaxed));
    script_at(&address("postgres"), &format!("CREATE DATABASE {name}")).unwrap();
    address(&name)
}

fn tampered(sql: &str) -> Desk {
    let desk = desk(On::Server);
    script_at(desk.store.path(), sql).unwrap();
    desk
}

fn refused(desk: &Desk) -> StoreError {
    match desk.place.open(Access::Read) {
        Ok(_) => panic!("{} was let in", desk.store.path().display()),
        Err(error) => error,
    }
}

#[test]
fn a_desk_that_somebody_changed_is_not_let_in() {
    if !can_be_had() {
        return;
    }
    for (sql, what) in [
        (
            "DROP TRIGGER event_next ON event",
            "it has lost trigger event_next",
        ),
        (
            "ALTER TABLE event DISABLE TRIGGER event_kept",
            "it has a changed or foreign trigger event_kept",
        ),
        (
            "ALTER TABLE clock DISABLE TRIGGER ALL",
            "it has a changed or foreign trigger of a key",
        ),
        ("DROP INDEX clock_live", "it has lost index clock_live"),
        (
            "CREATE TABLE mine (a bigint)",
            "it has a changed or foreign table mine",
        ),
        (
            "CREATE VIEW mine AS SELECT 1 AS a",
            "it has a changed or foreign rule _RETURN",
        ),
        (
            "ALTER TABLE ticket ALTER COLUMN subject DROP NOT NULL",
            "it has a changed or foreign table ticket",
        ),
        (
            "CREATE OR REPLACE FUNCTION refused() RETURNS trigger LANGUAGE plpgsql SET search_path = sladesk, pg_temp AS 'BEGIN RETURN NEW; END'",
            "it has a changed or foreign function refused",
        ),
        (
            "ALTER TABLE ticket ENABLE ROW LEVEL SECURITY",
            "it has a changed or foreign table ticket",
        ),
    ] {
        let error = refused(&tampered(sql));
        assert!(error.to_string().ends_with(what), "{error}");
    }
}

#[test]
fn the_record_is_only_ever_added_to() {
    if !can_be_had() {
        return;
    }
    let (desk, seal) = noted(On::Server);
    for attack in [
        "UPDATE event SET at = 0 WHERE id = 2",
        "UPDATE event SET at = 0 WHERE false",
        "DELETE FROM event",
        "TRUNCATE event CASCADE",
        "TRUNCATE desk, entry, event, prose, content CASCADE",
        "INSERT INTO event (id, entry, customer, at, kind, body, hash) VALUES (2, 2, 0, 0, 'noted', '{}', '\\x00') ON CONFLICT (id) DO UPDATE SET at = 0",
        "INSERT INTO event (id, entry, customer, at, kind, body, hash) VALUES (99, 2, 0, 0, 'noted', '{}', '\\x00')",
        "INSERT INTO event (id, entry, customer, at, kind, body, hash) SELECT max(id) + 1, 1, 0, 0, 'noted', '{}', '\\x00' FROM event",
        "UPDATE entry SET actor = 'somebody'",
        "DELETE FROM entry",
        "INSERT INTO entry (id, recorded, given, actor, first) VALUES (99, 0, 0, 'somebody', 2)",
        "UPDATE desk SET id = 'another'",
        "DELETE FROM desk",
        "INSERT INTO desk (one, id, version, program) VALUES (2, 'another', 1, '1')",
        "UPDATE content SET body = 'other'",
        "DELETE FROM content",
        "INSERT INTO content (hash, kind, body) SELECT hash, kind, 'other' FROM content",
        "UPDATE prose SET body = 'other'",
        "UPDATE prose SET salt = NULL, body = NULL",
        "UPDATE prose SET event = 1",
        "DELETE FROM prose",
        "TRUNCATE prose",
        "INSERT INTO prose (event, salt, body) VALUES (1, '\\x00', 'other')",
        "SET session_replication_role = replica; SET ROLE pg_read_all_data; DELETE FROM event",
    ] {
        assert!(script_at(desk.store.path(), attack).is_err(), "{attack}");
    }
    assert_eq!(desk.store.head().unwrap(), seal);
}

#[test]
fn a_line_that_broke_between_two_questions_is_made_again() {
    if !can_be_had() {
        return;
    }
    let (desk, seal) = noted(On::Server);
    let end_all = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                   WHERE datname = current_database() AND pid <> pg_backend_pid()";
    script_at(desk.store.path(), end_all).unwrap();
    assert_eq!(desk.store.head().unwrap(), seal, "a question");
    script_at(desk.store.path(), end_all).unwrap();
    drop(desk.store.snapshot().unwrap());
    script_at(desk.store.path(), end_all).unwrap();
    let writer = desk.store.begin(super::entry("minh")).unwrap();
    script_at(desk.store.path(), end_all).unwrap();
    let lost = writer.commit();
    let is_unsure = |error: &StoreError| {
        let maybe = ServerFault::MaybeWritten;
        matches!(error, StoreError::Server { what, .. } if *what == maybe)
    };
    assert!(lost.is_err_and(|error| is_unsure(&error)));
    assert_eq!(desk.store.head().unwrap(), seal, "and goes on");
}

#[test]
fn a_snapshot_that_lost_its_line_says_so() {
    if !can_be_had() {
        return;
    }
    let (desk, seal) = noted(On::Server);
    let reader = desk.place.open(Access::Read).unwrap();
    let looking = reader.snapshot().unwrap();
    assert_eq!(reader.head().unwrap(), seal);
    let end_all = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                   WHERE datname = current_database() AND pid <> pg_backend_pid()";
    script_at(desk.store.path(), end_all).unwrap();
    assert!(reader.head().is_err(), "it was another state");
    drop(looking);
    assert_eq!(reader.head().unwrap(), seal);
}

#[test]
fn one_desk_is_founded_where_two_are_about_to() {
    if !can_be_had() {
        return;
    }
    let place = database();
    let founded: Vec<bool> = std::thread::scope(|scope| {
        let all: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| super::found(&place, super::founding()).is_ok()))
            .collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert_eq!(founded.iter().filter(|done| **done).count(), 1);
}

#[test]
fn a_text_that_the_server_does_not_keep_is_refused() {
    if !can_be_had() {
        return;
    }
    let desk = desk(On::Server);
    let engine: &dyn Engine = &*desk.store.engine;
    let null = crate::store::engine::Arg::Text("a\0b");
    let asked = engine.rows("SELECT $1::text", &[null], |c| c.take::<String>());
    let fault = ServerFault::NullCharacter;
    assert!(matches!(asked, Err(StoreError::Server { what, .. }) if what == fault));
}
