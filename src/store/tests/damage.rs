//! Desks that somebody changed.

use super::fixture::{customer, folded, noted, open_ticket, opened, save};
use super::{Desk, On, desk, entry};
use crate::core::model::{CustomerId, EventId, EventText, Fact, Noted, Redacted, Stream};
use crate::core::time::Instant;
use crate::store::check::Flaw;
use crate::store::schema::VERSION;
use crate::store::{Access, Append, Scrubbed, StoreError};

on_every_engine! {
    a_record_as_it_was_written_has_nothing_to_find,
    figures_of_the_file_are_those_of_the_record,
}

on_sqlite! {
    redacted_prose_is_gone_from_what_is_kept_and_the_chain_holds,
    a_record_cut_at_its_end_is_told_by_a_seal,
    a_file_of_a_newer_version_is_left_alone_and_says_who_wrote_it,
    a_file_of_an_older_version_is_told_apart,
    a_desk_without_one_of_its_triggers_is_not_let_in,
    whatever_somebody_changes_is_found,
}

/// The same after somebody ran SQL on it whom no key and no reader is in the way of.
fn tampered(desk: Desk, sql: &str) -> Desk {
    let engine = &*desk.store.engine;
    engine.script("PRAGMA foreign_keys = OFF").unwrap();
    engine.script(sql).unwrap();
    engine.script("PRAGMA foreign_keys = ON").unwrap();
    desk
}

/// Changes rows of the truth the way somebody would who knows the database: triggers taken away
/// and put back word for word.
fn forged(desk: Desk, sql: &str) -> Desk {
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
    let desk = tampered(desk, &format!("{drops}{sql};{creates}"));
    desk.place.open(Access::Write).unwrap();
    desk
}

fn refused(desk: &Desk) -> StoreError {
    match desk.place.open(Access::Read) {
        Ok(_) => panic!("{} was let in", desk.store.path().display()),
        Err(error) => error,
    }
}

fn a_file_of_a_newer_version_is_left_alone_and_says_who_wrote_it(on: On) {
    let desk = desk(on);
    let desk = tampered(desk, "PRAGMA user_version = 9");
    let error = refused(&desk);
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(
        error.to_string(),
        format!(
            "{} was written by sladesk {version} (schema 9), this is {version} (schema {VERSION})",
            desk.store.path().display()
        )
    );
}

fn a_file_of_an_older_version_is_told_apart(on: On) {
    let older = tampered(desk(on), "PRAGMA user_version = 1");
    assert!(matches!(
        refused(&older),
        StoreError::Older { found: 1, .. }
    ));
}

fn a_desk_without_one_of_its_triggers_is_not_let_in(on: On) {
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
        let error = refused(&tampered(desk(on), sql));
        assert!(error.to_string().ends_with(what), "{error}");
    }
}

fn a_record_as_it_was_written_has_nothing_to_find(on: On) {
    let (desk, seal) = noted(on);
    let mut seen = 0;
    assert_eq!(desk.store.verify(|_| seen += 1).unwrap(), []);
    assert_eq!(EventId(seen), seal.event);
    let printed = seal.to_string().parse().unwrap();
    assert_eq!(desk.store.verify_seal(&printed).unwrap(), None);
}

fn whatever_somebody_changes_is_found(on: On) {
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
        let (desk, _) = noted(on);
        let forged = forged(desk, sql);
        let findings = forged.store.verify(|_| ()).unwrap();
        let found = findings
            .iter()
            .any(|f| f.what == what && f.event == event.map(EventId));
        assert!(found, "{sql}: {findings:?}");
    }
}

fn a_record_cut_at_its_end_is_told_by_a_seal(on: On) {
    let (desk, seal) = noted(on);
    let printed = seal.to_string().parse().unwrap();
    let forged = forged(
        desk,
        "DELETE FROM prose WHERE event > 4; DELETE FROM event WHERE id > 4; DELETE FROM entry WHERE id > 2",
    );
    assert_eq!(
        forged.store.verify(|_| ()).unwrap(),
        [],
        "the chain alone cannot tell"
    );
    let finding = forged.store.verify_seal(&printed).unwrap().unwrap();
    assert_eq!(finding.what, Flaw::Seal);
    assert!(finding.says.contains("gone"), "{}", finding.says);
}

fn redacted_prose_is_gone_from_what_is_kept_and_the_chain_holds(on: On) {
    let (desk, seal) = noted(on);
    let (acme, ..) = customer(&desk.store, "beta");
    let mut writer = desk.store.begin(entry("minh")).unwrap();
    let number = open_ticket(&mut writer, Instant(6), "a", opened(acme), |_| ());
    let ticket = folded(&writer, number);
    let written = "geheimwort, kiste42";
    let prose = EventText::saying(Some(written.to_owned()));
    let noted = Fact::from(Noted {});
    let note = writer
        .append(Append {
            prose: &prose,
            ..Append::plain(Stream::Ticket(number), Instant(6), &noted)
        })
        .unwrap();
    save(&mut writer, number, &ticket, "a", &[written.to_owned()]);
    writer.commit().unwrap();

    let mut writer = desk.store.begin(entry("minh")).unwrap();
    for event in (5..=7).map(EventId).chain([note]) {
        assert!(writer.redact(event).unwrap());
        let said = Fact::from(Redacted { event });
        let desk = Stream::Customer(CustomerId::DESK);
        writer
            .append(Append::plain(desk, Instant(7), &said))
            .unwrap();
    }
    assert!(
        !writer.redact(EventId(5)).unwrap(),
        "there is nothing left to take out"
    );
    save(&mut writer, number, &ticket, "a", &[]);
    writer.commit().unwrap();
    assert_eq!(desk.store.scrub().unwrap(), Scrubbed::NothingLeft);
    let told = desk.store.event(EventId(6)).unwrap().unwrap();
    assert!(told.redacted);
    assert_eq!(told.prose, EventText::erased(&told.event.fact, false));
    assert_eq!(desk.store.verify(|_| ()).unwrap(), []);
    assert_eq!(desk.store.seal_of(seal.entry).unwrap(), Some(seal));
    let bytes = desk.bytes();
    for word in ["the note", "geheimwort", "kiste4"] {
        let stands = bytes.windows(word.len()).any(|w| w == word.as_bytes());
        assert!(!stands, "{word}");
    }
}

fn figures_of_the_file_are_those_of_the_record(on: On) {
    let (desk, seal) = noted(on);
    let stats = desk.store.stats().unwrap();
    assert_eq!(stats.events, seal.event.0);
    assert_eq!(stats.entries, 3);
    assert!(stats.bytes > 4096);
}
