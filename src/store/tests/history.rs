//! Entries, what was known when, undo, the feed; and that whatever is written reads back.

use proptest::prelude::*;

use super::fixture::{customer, open_ticket, opened};
use super::{On, desk, entry};
use crate::core::model::{
    EntryId, EventId, EventText, Fact, Noted, Prioritised, Side, Stream, TicketNo, Undone,
};
use crate::core::time::Instant;
use crate::store::{
    Append, AsOf, Condition, EventScope, LimitFrom, LogQuery, NewEntry, Store, TicketTest,
};

on_every_engine! {
    what_was_known_at_an_instant_is_a_prefix_of_the_record,
    a_seal_names_the_record_after_its_entry,
    a_bare_undo_takes_back_my_last_change_then_the_one_before,
    who_wrote_to_the_same_tickets_since_is_known,
    a_key_is_used_once_until_its_entry_is_undone,
    the_feed_tells_by_whom_about_what_and_since_when,
    what_is_written_reads_back_the_same,
}

const TICKET: Stream = Stream::Ticket(TicketNo(1));

/// Writes one note at `at`, recorded at `recorded`.
fn note(store: &Store, actor: &str, at: i64, recorded: i64, once: Option<&str>) -> EntryId {
    let by = NewEntry {
        recorded: Instant(recorded),
        once: once.map(str::to_owned),
        ..entry(actor)
    };
    let mut writer = store.begin(by).unwrap();
    writer
        .append(Append::plain(TICKET, Instant(at), &Fact::from(Noted {})))
        .unwrap();
    writer.commit().unwrap().unwrap()
}

fn undo(store: &Store, actor: &str, entry_id: EntryId) -> EntryId {
    let mut writer = store.begin(entry(actor)).unwrap();
    let undone = Fact::from(Undone { entry: entry_id });
    writer
        .append(Append::plain(TICKET, Instant(99), &undone))
        .unwrap();
    writer.take_back(entry_id).unwrap();
    writer.commit().unwrap().unwrap()
}

fn what_was_known_at_an_instant_is_a_prefix_of_the_record(on: On) {
    let desk = desk(on);
    let s = &desk.store;
    let long_after = 1_790_000_000;
    let early = note(s, "minh", 5, long_after + 10, None);
    let late = note(s, "minh", 1, long_after + 30, None);
    let back = note(s, "minh", 7, long_after + 20, None);
    let known = |at: i64| s.known_at(Instant(at)).unwrap().map(|row| row.id);
    assert_eq!(known(long_after - 1), None, "before the founding");
    assert_eq!(known(long_after + 15), Some(early));
    assert_eq!(
        known(long_after + 25),
        Some(early),
        "the clock went back: it is known when the entry before it is"
    );
    assert_eq!(known(long_after + 99), Some(back));
    let through = AsOf::Through(s.last_event_of(late).unwrap());
    let at: Vec<i64> = s
        .events(TICKET, through)
        .unwrap()
        .iter()
        .map(|e| e.at.0)
        .collect();
    assert_eq!(at, [1, 5], "in the order of happening");
    assert_eq!(
        s.tickets_after(s.last_event_of(early).unwrap()).unwrap(),
        [TicketNo(1)]
    );
    assert!(s.tickets_after(s.last_event().unwrap()).unwrap().is_empty());
}

fn a_seal_names_the_record_after_its_entry(on: On) {
    let desk = desk(on);
    let first = note(&desk.store, "minh", 5, 10, None);
    let seal = desk.store.head().unwrap();
    note(&desk.store, "minh", 6, 11, None);
    assert_eq!(desk.store.seal_of(first).unwrap(), Some(seal));
    assert_ne!(desk.store.head().unwrap(), seal);
    assert_eq!(desk.store.seal_of(EntryId(77)).unwrap(), None);
}

fn a_bare_undo_takes_back_my_last_change_then_the_one_before(on: On) {
    let desk = desk(on);
    let s = &desk.store;
    let mine = |before| s.latest_of("minh", before).unwrap().map(|row| row.id);
    let first = note(s, "minh", 1, 10, None);
    note(s, "dana", 2, 11, None);
    let second = note(s, "minh", 3, 12, None);
    assert_eq!(mine(None), Some(second));
    let undoing = undo(s, "minh", second);
    assert_eq!(s.undone_by(second, AsOf::All).unwrap(), Some(undoing));
    assert_eq!(
        mine(None),
        Some(first),
        "neither the undone one nor the undo"
    );
    undo(s, "dana", undoing);
    assert_eq!(
        s.undone_by(second, AsOf::All).unwrap(),
        None,
        "it stands again"
    );
    assert_eq!(mine(None), Some(second));
    assert_eq!(mine(Some(second)), Some(first));
    assert_eq!(s.verify(|_| ()).unwrap(), []);
}

fn who_wrote_to_the_same_tickets_since_is_known(on: On) {
    let desk = desk(on);
    let s = &desk.store;
    let mine = note(s, "minh", 1, 10, None);
    let row = s.entry(mine).unwrap().unwrap();
    assert_eq!(s.streams_of(&row).unwrap(), [TICKET]);
    let last = s.last_event_of(mine).unwrap();
    assert!(s.entries_since(TICKET, last).unwrap().is_empty());
    let other = note(s, "dana", 2, 11, None);
    assert_eq!(s.entries_since(TICKET, last).unwrap(), [other]);
}

fn a_key_is_used_once_until_its_entry_is_undone(on: On) {
    let desk = desk(on);
    let s = &desk.store;
    let first = note(s, "minh", 1, 10, Some("page-7"));
    assert_eq!(s.once("page-7").unwrap(), Some(first));
    let again = NewEntry {
        once: Some("page-7".to_owned()),
        ..entry("minh")
    };
    assert_eq!(s.begin(again).unwrap().used_before().unwrap(), Some(first));
    let undoing = undo(s, "minh", first);
    assert_eq!(s.once("page-7").unwrap(), None);
    let second = note(s, "minh", 2, 12, Some("page-7"));
    undo(s, "minh", undoing);
    assert_eq!(
        s.once("page-7").unwrap(),
        Some(second),
        "whoever has it keeps it"
    );
    assert_eq!(s.verify(|_| ()).unwrap(), []);
}

fn the_feed_tells_by_whom_about_what_and_since_when(on: On) {
    let desk = desk(on);
    let s = &desk.store;
    let (acme, ..) = customer(s, "acme");
    let (beta, ..) = customer(s, "beta");
    let mut writer = s.begin(entry("hoa")).unwrap();
    for who in [acme, beta] {
        open_ticket(&mut writer, Instant(100), "printer", opened(who), |_| ());
    }
    writer.commit().unwrap();
    let kept = note(s, "minh", 200, 300, Some("k"));

    let ids = |query: LogQuery| -> Vec<i64> {
        let lines = s.present().log(&query).unwrap();
        lines.iter().map(|line| line.told.event.id.0).collect()
    };
    let base = LogQuery::default;
    assert_eq!(ids(base()).len(), 10);
    assert_eq!(
        ids(LogQuery {
            after: EventId(8),
            ..base()
        }),
        [9, 10]
    );
    assert_eq!(
        ids(LogQuery {
            limit: Some(2),
            ..base()
        }),
        [1, 2]
    );
    assert_eq!(
        ids(LogQuery {
            limit: Some(2),
            end: LimitFrom::Newest,
            ..base()
        }),
        [9, 10]
    );
    assert_eq!(
        ids(LogQuery {
            kinds: vec!["opened".into()],
            ..base()
        }),
        [8, 9]
    );
    assert_eq!(
        ids(LogQuery {
            actors: vec!["hoa".into()],
            ..base()
        }),
        [8, 9]
    );
    assert_eq!(
        ids(LogQuery {
            entries: vec![kept],
            ..base()
        }),
        [10]
    );
    assert_eq!(
        ids(LogQuery {
            entries: vec![EntryId(99)],
            ..base()
        }),
        [0; 0]
    );
    assert_eq!(
        ids(LogQuery {
            once: vec!["k".into()],
            ..base()
        }),
        [10]
    );
    assert_eq!(
        ids(LogQuery {
            at: (Some(Instant(150)), Some(Instant(201))),
            ..base()
        }),
        [10]
    );
    assert_eq!(
        ids(LogQuery {
            recorded: (None, Some(Instant(301))),
            ..base()
        }),
        [10]
    );
    let number = Condition::Is(TicketTest::Numbers(vec![(TicketNo(1), TicketNo(1))]));
    assert_eq!(
        ids(LogQuery {
            about: EventScope::Tickets(number),
            ..base()
        }),
        [8, 10]
    );
    let of_acme = Condition::Is(TicketTest::Customer(vec![acme]));
    assert_eq!(
        ids(LogQuery {
            about: EventScope::Tickets(of_acme.clone()),
            ..base()
        }),
        [8, 10]
    );
    let with_stream = EventScope::TicketsAndBeside(of_acme, Some(vec![acme]));
    assert_eq!(
        ids(LogQuery {
            about: with_stream,
            ..base()
        }),
        [2, 3, 4, 8, 10]
    );

    let undoing = undo(s, "minh", kept);
    let lines = s
        .present()
        .log(&LogQuery {
            entries: vec![kept],
            ..base()
        })
        .unwrap();
    assert_eq!(lines[0].undone_by, Some(undoing));
    assert_eq!(lines[0].login.as_deref(), Some("login"));
    assert_eq!(lines[0].once.as_deref(), Some("k"));
}

fn prose() -> impl Strategy<Value = EventText> {
    (any::<Option<String>>(), any::<Option<String>>()).prop_map(|(text, name)| EventText {
        text,
        name,
        ..EventText::default()
    })
}

fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        Just(Fact::from(Noted {})),
        any::<(String, Option<String>, bool, Option<i64>)>().prop_map(|(to, reason, desk, n)| {
            Fact::from(Prioritised {
                to,
                reason,
                by: if desk { Side::Desk } else { Side::Customer },
                replaces: n.map(EventId),
            })
        }),
    ]
}

/// Any text in any script, control characters and quotes included.
fn what_is_written_reads_back_the_same(on: On) {
    let event = (fact(), prose(), any::<i64>(), any::<bool>());
    let events = prop::collection::vec(event, 1..8);
    proptest!(ProptestConfig::with_cases(40), |(written in events)| {
        let desk = desk(on);
        let mut writer = desk.store.begin(entry("minh")).unwrap();
        for (fact, prose, at, corrects) in &written {
            let append = Append {
                stream: TICKET, at: Instant(*at), fact, prose, corrects: *corrects,
            };
            writer.append(append).unwrap();
        }
        writer.commit().unwrap();
        let read = desk.store.events_between(EventId(2), EventId(i64::MAX)).unwrap();
        prop_assert_eq!(read.len(), written.len());
        for (told, (fact, prose, at, corrects)) in read.iter().zip(&written) {
            prop_assert_eq!(&told.event.fact, fact);
            prop_assert_eq!(&told.prose, prose);
            prop_assert_eq!(told.event.at, Instant(*at));
            prop_assert_eq!(told.event.corrects, *corrects);
        }
        prop_assert_eq!(desk.store.verify(|_| ()).unwrap(), []);
    });
}
