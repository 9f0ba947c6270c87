//! The file itself refuses what would change the past.

use super::{On, desk, entry};
use crate::core::model::{CustomerId, EventText, Fact, Noted, Stream};
use crate::core::time::Instant;
use crate::store::{Append, ContentKind};

on_sqlite! {
    the_record_is_only_ever_added_to,
}

fn the_record_is_only_ever_added_to(on: On) {
    let desk = desk(on);
    let mut writer = desk.store.begin(entry("minh")).unwrap();
    writer.keep(ContentKind::Terms, "{}").unwrap();
    let prose = EventText::saying(Some("secret".to_owned()));
    let noted = Fact::Noted(Noted {});
    writer
        .append(Append {
            stream: Stream::Customer(CustomerId::DESK),
            at: Instant(1),
            fact: &noted,
            prose: &prose,
            corrects: false,
        })
        .unwrap();
    writer.commit().unwrap();
    let before = desk.store.head().unwrap();
    for attack in [
        "UPDATE event SET at = 0 WHERE id = 2",
        "UPDATE OR REPLACE event SET id = 1 WHERE id = 2",
        "DELETE FROM event WHERE id = 2",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event (id, entry, customer, at, kind, body, hash) VALUES (2, 2, 0, 0, 'noted', '{}', x'00')",
        "REPLACE INTO event (id, entry, customer, at, kind, body, hash) VALUES (2, 2, 0, 0, 'noted', '{}', x'00')",
        "INSERT INTO event (id, entry, customer, at, kind, body, hash) VALUES (2, 2, 0, 0, 'noted', '{}', x'00') ON CONFLICT (id) DO UPDATE SET at = 0",
        "INSERT INTO event (id, entry, customer, at, kind, body, hash) VALUES (9, 2, 0, 0, 'noted', '{}', x'00')",
        "INSERT INTO event (id, entry, customer, at, kind, body, hash) VALUES (3, 1, 0, 0, 'noted', '{}', x'00')",
        "INSERT INTO event (id, entry, customer, ticket, at, kind, body, hash) VALUES (3, 2, 0, 1, 0, 'noted', '{}', x'00')",
        "UPDATE entry SET actor = 'somebody'",
        "DELETE FROM entry",
        "INSERT OR REPLACE INTO entry (id, recorded, given, actor, first) VALUES (2, 0, 0, 'somebody', 2)",
        "INSERT INTO entry (id, recorded, given, actor, first) VALUES (3, 0, 0, 'somebody', 2)",
        "UPDATE desk SET id = 'another'",
        "DELETE FROM desk",
        "INSERT OR REPLACE INTO desk (one, id, version, program) VALUES (1, 'another', 1, '1')",
        "UPDATE content SET body = 'other'",
        "DELETE FROM content",
        "INSERT OR REPLACE INTO content (hash, kind, body) SELECT hash, kind, 'other' FROM content",
        "UPDATE prose SET body = 'other'",
        "UPDATE prose SET salt = NULL, body = NULL",
        "UPDATE prose SET event = 1",
        "DELETE FROM prose",
        "INSERT OR REPLACE INTO prose (event, salt, body) VALUES (2, x'00', 'other')",
        "INSERT INTO prose (event, salt, body) VALUES (1, x'00', 'other')",
    ] {
        assert!(desk.store.engine.script(attack).is_err(), "{attack}");
    }
    assert_eq!(desk.store.head().unwrap(), before);
    let told = desk.store.event(before.event).unwrap().unwrap();
    assert_eq!(told.prose, prose);
}
