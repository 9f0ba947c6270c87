//! Files that are no desk, desks that are damaged, and records that somebody changed.

use std::path::Path;

use rusqlite::Connection;
use tempfile::TempDir;

use super::fixture::{customer, folded, open_ticket, opened, save};
use super::{Desk, desk, entry, found};
use crate::core::model::{
    CustomerId, EntryId, EventId, EventText, Fact, Noted, Redacted, Stream, TicketNo,
};
use crate::core::time::Instant;
use crate::store::check::Flaw;
use crate::store::{Access, Append, Founding, Replace, Scrubbed, Seal, Store, StoreError};

fn refused(path: &Path) -> StoreError {
    match Store::open(path, Access::Read) {
        Ok(_) => panic!("{} was let in", path.display()),
        Err(error) => error,
    }
}

/// Runs SQL on the closed file, past all triggers.
fn tamper(desk: Desk, sql: &str) -> (TempDir, std::path::PathBuf) {
    let path = desk.store.path().to_owned();
    let folder = desk.close();
    let connection = Connection::open(&path).unwrap();
    connection
        .execute_batch("PRAGMA foreign_keys = OFF")
        .unwrap();
    connection.execute_batch(sql).unwrap();
    (folder, path)
}

/// Changes rows of the truth the way somebody would who knows the file: triggers taken away and
/// put back word for word.
fn forge(desk: Desk, sql: &str) -> (TempDir, Store) {
    let triggers: Vec<(String, String)> = desk
        .store
        .engine
        .rows(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
            &[],
            |c| Ok((c.take()?, c.take()?)),
        )
        .unwrap();
    let drops: String = triggers
        .iter()
        .map(|(name, _)| format!("DROP TRIGGER {name};"))
        .collect();
    let creates: String = triggers
        .iter()
        .map(|(_, text)| format!("{text};"))
        .collect();
    let (folder, path) = tamper(desk, &format!("{drops}{sql};{creates}"));
    (folder, Store::open(&path, Access::Write).unwrap())
}

fn with_note() -> (Desk, Seal) {
    let desk = desk();
    customer(&desk.store, "acme");
    let mut writer = desk.store.begin(entry("minh")).unwrap();
    let prose = EventText {
        text: Some("the note".to_owned()),
        ..EventText::default()
    };
    let noted = Fact::from(Noted {});
    for _ in 0..3 {
        let append = Append {
            prose: &prose,
            ..Append::plain(Stream::Ticket(TicketNo(1)), Instant(5), &noted)
        };
        writer.append(append).unwrap();
    }
    writer.commit().unwrap();
    let seal = desk.store.head().unwrap();
    (desk, seal)
}

#[test]
fn what_is_no_desk_is_refused_by_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(
        at("text.db"),
        "just a text that is long enough to be read as a header.....",
    )
    .unwrap();
    std::fs::write(at("empty.db"), "").unwrap();
    Connection::open(at("other.db"))
        .unwrap()
        .execute_batch("CREATE TABLE t (a)")
        .unwrap();
    assert!(matches!(
        refused(&at("none.db")),
        StoreError::Missing { .. }
    ));
    for (name, what) in [
        ("text.db", "it is not a database"),
        ("empty.db", "it is empty"),
        ("other.db", "it is the database of another program"),
        (".", "it is a folder"),
    ] {
        let error = refused(&at(name));
        let said = matches!(&error, StoreError::Foreign { what: found, .. } if *found == what);
        assert!(said, "{name}: {error}");
    }
}

#[test]
fn a_file_of_a_newer_version_is_left_alone_and_says_who_wrote_it() {
    let desk = desk();
    let (_folder, path) = tamper(desk, "PRAGMA user_version = 9");
    let error = refused(&path);
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(
        error.to_string(),
        format!(
            "{} was written by sladesk {version} (schema 9), this is {version} (schema 1)",
            path.display()
        )
    );
}

#[test]
fn a_file_of_an_older_version_is_told_apart() {
    let (_folder, path) = tamper(desk(), "PRAGMA user_version = 0");
    assert!(matches!(refused(&path), StoreError::Older { found: 0, .. }));
}

#[test]
fn a_desk_without_one_of_its_triggers_is_not_let_in() {
    for (sql, what) in [
        ("DROP TRIGGER event_kept", "it has lost trigger event_kept"),
        ("DROP INDEX clock_live", "it has lost index clock_live"),
        (
            "CREATE TABLE mine (a)",
            "it has a changed or foreign table mine",
        ),
        (
            "DROP TRIGGER event_kept; CREATE TRIGGER event_kept BEFORE UPDATE ON event WHEN 0 BEGIN SELECT 1; END",
            "it has a changed or foreign trigger event_kept",
        ),
    ] {
        let (_folder, path) = tamper(desk(), sql);
        let error = refused(&path);
        assert!(error.to_string().ends_with(what), "{error}");
    }
}

#[test]
fn a_desk_is_not_founded_over_a_file() {
    let desk = desk();
    let founding = Founding {
        zone: "UTC".to_owned(),
        by: entry("minh"),
    };
    let again = found(desk.store.path(), founding.clone());
    assert!(matches!(again, Err(StoreError::Exists { .. })));
    let nowhere = found(Path::new("/proc/nowhere/desk.db"), founding);
    assert!(matches!(nowhere, Err(StoreError::FolderNotWritable { .. })));
}

#[test]
fn a_founding_that_was_cut_off_leaves_room_for_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deep/in/desk.db");
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, "").unwrap();
    let founding = Founding {
        zone: "UTC".to_owned(),
        by: entry("minh"),
    };
    assert!(found(&path, founding).is_ok());
}

#[test]
fn overwritten_pages_are_told_as_damage_not_as_a_bug() {
    let (desk, _) = with_note();
    let path = desk.store.path().to_owned();
    let _folder = desk.close();
    let mut bytes = std::fs::read(&path).unwrap();
    for byte in bytes.iter_mut().skip(4096) {
        *byte = 0xa5;
    }
    std::fs::write(&path, bytes).unwrap();
    let error = match Store::open(&path, Access::Read) {
        Err(error) => error,
        Ok(store) => store.verify(|_| ()).unwrap_err(),
    };
    assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
}

#[test]
fn a_record_as_it_was_written_has_nothing_to_find() {
    let (desk, seal) = with_note();
    let mut seen = 0;
    assert_eq!(desk.store.verify(|_| seen += 1).unwrap(), []);
    assert_eq!(EventId(seen), seal.event);
    let printed = seal.to_string().parse().unwrap();
    assert_eq!(desk.store.verify_seal(&printed).unwrap(), None);
}

#[test]
fn whatever_somebody_changes_is_found() {
    for (sql, what, event) in [
        ("UPDATE event SET at = 6 WHERE id = 6", Flaw::Chain, Some(6)),
        (
            "UPDATE event SET body = '{ }' WHERE id = 6",
            Flaw::Chain,
            Some(6),
        ),
        (
            "UPDATE event SET kind = 'invented' WHERE id = 6",
            Flaw::Unreadable,
            Some(6),
        ),
        (
            "UPDATE event SET ticket = 2 WHERE id = 6",
            Flaw::Chain,
            Some(6),
        ),
        (
            "UPDATE event SET hash = zeroblob(32) WHERE id = 6",
            Flaw::Chain,
            Some(6),
        ),
        (
            "UPDATE event SET entry = 2 WHERE id = 6",
            Flaw::Gap,
            Some(6),
        ),
        (
            "UPDATE entry SET actor = 'eve' WHERE id = 3",
            Flaw::Chain,
            Some(5),
        ),
        (
            "UPDATE entry SET login = 'eve' WHERE id = 3",
            Flaw::Chain,
            Some(5),
        ),
        (
            "UPDATE entry SET recorded = 7 WHERE id = 3",
            Flaw::Chain,
            Some(5),
        ),
        (
            "UPDATE entry SET given = 1 WHERE id = 3",
            Flaw::Chain,
            Some(5),
        ),
        (
            "UPDATE prose SET body = '{\"text\":\"another\"}' WHERE event = 6",
            Flaw::Chain,
            Some(6),
        ),
        ("DELETE FROM prose WHERE event = 6", Flaw::Chain, Some(6)),
        ("DELETE FROM event WHERE id = 6", Flaw::Gap, Some(7)),
        ("UPDATE desk SET id = 'another'", Flaw::Chain, Some(1)),
        ("UPDATE content SET body = '{}'", Flaw::Content, None),
        ("DELETE FROM content", Flaw::Content, Some(3)),
        (
            "INSERT INTO entry (id, recorded, given, actor, first) VALUES (4, 0, 0, 'eve', 8)",
            Flaw::Gap,
            None,
        ),
        (
            "INSERT INTO undone (entry, by_entry, stands) VALUES (2, 3, 1)",
            Flaw::Undone,
            None,
        ),
        (
            "INSERT INTO once (key, entry) VALUES ('k', 3)",
            Flaw::Undone,
            None,
        ),
        ("UPDATE contact SET customer = 77", Flaw::Keys, None),
    ] {
        let (desk, _) = with_note();
        let (_folder, store) = forge(desk, sql);
        let findings = store.verify(|_| ()).unwrap();
        let found = findings
            .iter()
            .any(|f| f.what == what && f.event == event.map(EventId));
        assert!(found, "{sql}: {findings:?}");
    }
}

#[test]
fn a_record_cut_at_its_end_is_told_by_a_seal() {
    let (desk, seal) = with_note();
    let printed = seal.to_string().parse().unwrap();
    let (_folder, store) = forge(
        desk,
        "DELETE FROM prose WHERE event > 4; DELETE FROM event WHERE id > 4; DELETE FROM entry WHERE id > 2",
    );
    assert_eq!(
        store.verify(|_| ()).unwrap(),
        [],
        "the chain alone cannot tell"
    );
    let finding = store.verify_seal(&printed).unwrap().unwrap();
    assert_eq!(finding.what, Flaw::Seal);
    assert!(finding.says.contains("gone"), "{}", finding.says);
}

#[test]
fn redacted_prose_is_gone_from_the_file_and_the_chain_holds() {
    let (desk, seal) = with_note();
    let (acme, ..) = customer(&desk.store, "beta");
    let mut writer = desk.store.begin(entry("minh")).unwrap();
    let number = open_ticket(&mut writer, Instant(6), "a", opened(acme), |_| ());
    let ticket = folded(&writer, number);
    save(&mut writer, number, &ticket, "a", "geheimwort");
    writer.commit().unwrap();

    let mut writer = desk.store.begin(entry("minh")).unwrap();
    for event in 5..=7 {
        assert!(writer.redact(EventId(event)).unwrap());
        let said = Fact::from(Redacted {
            event: EventId(event),
        });
        let desk = Stream::Customer(CustomerId::DESK);
        writer
            .append(Append::plain(desk, Instant(7), &said))
            .unwrap();
    }
    assert!(
        !writer.redact(EventId(5)).unwrap(),
        "there is nothing left to take out"
    );
    save(&mut writer, number, &ticket, "a", "");
    writer.commit().unwrap();
    assert_eq!(desk.store.scrub().unwrap(), Scrubbed::NothingLeft);
    let told = desk.store.event(EventId(6)).unwrap().unwrap();
    assert!(told.redacted && told.prose.is_empty());
    assert_eq!(desk.store.verify(|_| ()).unwrap(), []);
    assert_eq!(desk.store.seal_of(seal.entry).unwrap(), Some(seal));
    let path = desk.store.path().to_owned();
    let _folder = desk.close();
    let mut bytes = std::fs::read(&path).unwrap();
    bytes.extend(std::fs::read(crate::store::file::log_of(&path)).unwrap_or_default());
    for word in ["the note", "geheimwort"] {
        let stands = bytes.windows(word.len()).any(|w| w == word.as_bytes());
        assert!(!stands, "{word}");
    }
}

#[test]
fn a_backup_is_the_desk_and_restores_over_what_is_there() {
    let (desk, seal) = with_note();
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup.db");
    desk.store.backup(&backup).unwrap();
    let again = desk.store.backup(&backup);
    assert!(matches!(again, Err(StoreError::Exists { .. })));

    let mut writer = desk.store.begin(entry("minh")).unwrap();
    let noted = Fact::from(Noted {});
    writer
        .append(Append::plain(
            Stream::Ticket(TicketNo(1)),
            Instant(9),
            &noted,
        ))
        .unwrap();
    assert_eq!(writer.commit().unwrap(), Some(EntryId(4)));

    let path = desk.store.path().to_owned();
    let refused = Store::restore(&backup, &path, Replace::Never);
    assert!(matches!(refused, Err(StoreError::Exists { .. })));
    Store::restore(&backup, &path, Replace::WhatIsThere).unwrap();
    assert_eq!(
        desk.store.head().unwrap(),
        seal,
        "whoever has it open sees it too"
    );

    let fresh = folder.path().join("fresh.db");
    Store::restore(&backup, &fresh, Replace::Never).unwrap();
    assert_eq!(
        Store::open(&fresh, Access::Read).unwrap().head().unwrap(),
        seal
    );

    std::fs::write(&fresh, vec![0x5a; 8192]).unwrap();
    Store::restore(&backup, &fresh, Replace::WhatIsThere).unwrap();
    assert_eq!(
        Store::open(&fresh, Access::Read).unwrap().head().unwrap(),
        seal
    );
    let names = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(names, 2, "nothing is left lying about");

    let text = folder.path().join("text.txt");
    std::fs::write(&text, "no desk").unwrap();
    let refused = Store::restore(&text, &fresh, Replace::WhatIsThere);
    assert!(matches!(refused, Err(StoreError::Foreign { .. })));
}

#[test]
fn figures_of_the_file_are_those_of_the_record() {
    let (desk, seal) = with_note();
    let stats = desk.store.stats().unwrap();
    assert_eq!(stats.events, seal.event.0);
    assert_eq!(stats.entries, 3);
    assert_eq!(stats.journal, "wal");
    assert!(stats.bytes > 4096);
}
