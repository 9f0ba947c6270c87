//! Several who write and read at once.

use std::time::{Duration, Instant as Moment};

use super::{On, desk, entry};
use crate::core::model::{Acknowledged, Fact, Stream, TicketNo};
use crate::core::time::Instant;
use crate::store::{Access, Append, AsOf};

on_every_engine! {
    writers_take_turns_and_none_waits_for_long,
    a_reader_is_not_held_up_and_sees_one_state,
    a_reader_cannot_write,
}

const WRITERS: i64 = 3;
const ENTRIES: usize = 60;

fn writers_take_turns_and_none_waits_for_long(on: On) {
    let desk = desk(on);
    let longest = std::thread::scope(|scope| {
        let writers: Vec<_> = (1..=WRITERS)
            .map(|n| {
                let place = desk.place.clone();
                scope.spawn(move || {
                    let store = place.open(Access::Write).unwrap();
                    let fact = Fact::from(Acknowledged {});
                    let mut longest = Duration::ZERO;
                    for _ in 0..ENTRIES {
                        let start = Moment::now();
                        let mut writer = store.begin(entry("writer")).unwrap();
                        let stream = Stream::Ticket(TicketNo(n));
                        for _ in 0..3 {
                            writer
                                .append(Append::plain(stream, Instant(1), &fact))
                                .unwrap();
                        }
                        writer.commit().unwrap();
                        longest = longest.max(start.elapsed());
                    }
                    longest
                })
            })
            .collect();
        writers
            .into_iter()
            .map(|writer| writer.join().unwrap())
            .max()
    });
    assert!(longest.unwrap() < Duration::from_secs(5), "{longest:?}");
    for n in 1..=WRITERS {
        let events = desk.store.events(Stream::Ticket(TicketNo(n)), AsOf::All);
        assert_eq!(events.unwrap().len(), 3 * ENTRIES);
    }
    assert_eq!(desk.store.verify(|_| ()).unwrap(), []);
}

fn a_reader_is_not_held_up_and_sees_one_state(on: On) {
    let desk = desk(on);
    let reader = desk.place.open(Access::Read).unwrap();
    let looking = reader.snapshot().unwrap();
    let before = reader.head().unwrap();
    let mut writer = desk.store.begin(entry("minh")).unwrap();
    let fact = Fact::from(Acknowledged {});
    let stream = Stream::Ticket(TicketNo(1));
    writer
        .append(Append::plain(stream, Instant(1), &fact))
        .unwrap();
    assert_eq!(reader.head().unwrap(), before, "not committed yet");
    writer.commit().unwrap();
    assert_eq!(reader.head().unwrap(), before, "the look began before");
    drop(looking);
    assert_ne!(reader.head().unwrap(), before);
}

fn a_reader_cannot_write(on: On) {
    let desk = desk(on);
    let reader = desk.place.open(Access::Read).unwrap();
    let fact = Fact::from(Acknowledged {});
    let stream = Stream::Ticket(TicketNo(1));
    let refused = reader
        .begin(entry("minh"))
        .and_then(|mut writer| writer.append(Append::plain(stream, Instant(1), &fact)));
    assert!(refused.is_err());
}
