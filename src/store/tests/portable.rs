//! A record on its way out, while others write and erase.

use super::{On, desk, entry};
use crate::core::model::{EventId, EventText, Fact, Noted, Redacted, Stream, TicketNo};
use crate::core::time::Instant;
use crate::store::{Access, Append, RecordLine, RecordLines, Store};

on_every_engine! {
    lines_are_those_of_one_state_whatever_is_written_and_erased_meanwhile,
}

/// More than are read at a time.
const NOTES: i64 = 1_100;

/// Writes notes, each in an entry of its own where it is the first of three.
fn notes(store: &Store) {
    let fact = Fact::from(Noted {});
    let prose = EventText {
        text: Some("what was said".to_owned()),
        ..EventText::default()
    };
    for _ in 0..NOTES / 3 {
        let mut writer = store.begin(entry("minh")).unwrap();
        for at in 0..3 {
            let stream = Stream::Ticket(TicketNo(1));
            let new = Append {
                prose: &prose,
                ..Append::plain(stream, Instant(at), &fact)
            };
            writer.append(new).unwrap();
        }
        writer.commit().unwrap();
    }
}

fn lines_are_those_of_one_state_whatever_is_written_and_erased_meanwhile(on: On) {
    let desk = desk(on);
    notes(&desk.store);
    let lines = |store| -> Vec<RecordLine> {
        let lines = RecordLines::of(store).unwrap();
        lines.map(Result::unwrap).collect()
    };
    let before = lines(desk.place.open(Access::Read).unwrap());
    let mut going = RecordLines::of(desk.place.open(Access::Read).unwrap()).unwrap();
    let mut told: Vec<RecordLine> = going.by_ref().take(9).map(Result::unwrap).collect();
    let last = desk.store.last_event().unwrap();
    let mut writer = desk.store.begin(entry("dana")).unwrap();
    assert!(writer.redact(last).unwrap());
    let fact = Fact::from(Redacted { event: last });
    let stream = Stream::Ticket(TicketNo(1));
    writer
        .append(Append::plain(stream, Instant(9), &fact))
        .unwrap();
    writer.commit().unwrap();
    told.extend(going.map(Result::unwrap));
    assert_eq!(told, before);
    let entries: Vec<i64> = before
        .iter()
        .filter_map(|line| match line {
            RecordLine::Entry(entry) => Some(entry.id),
            _ => None,
        })
        .collect();
    let known: Vec<i64> = (1..=i64::try_from(entries.len()).unwrap()).collect();
    assert_eq!(entries, known);
    let after = lines(desk.place.open(Access::Read).unwrap());
    assert_ne!(after, before);
    assert_eq!(after.len(), before.len() + 2, "an entry with its event");
    assert_eq!(desk.store.last_event().unwrap(), EventId(last.0 + 1));
}
