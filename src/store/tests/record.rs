//! What is written is read back, linked and numbered without a gap.

use super::fixture::{clock, customer, open_ticket, opened};
use super::{On, desk, entry};
use crate::core::entitlement::LedgerKind;
use crate::core::model::{
    Acknowledged, CustomerId, EntryId, EventId, EventText, Fact, Replied, Stream, TicketNo,
};
use crate::core::time::Instant;
use crate::store::{Append, AsOf, LedgerRow};

on_every_engine! {
    a_desk_begins_with_its_founding,
    events_are_read_in_the_order_of_happening_with_what_was_said,
    a_command_that_finds_nothing_to_do_leaves_no_trace,
    what_is_not_committed_was_never_written,
    a_transaction_inside_a_transaction_is_refused,
    all_that_is_kept_of_tickets_is_what_is_kept_of_each,
}

fn all_that_is_kept_of_tickets_is_what_is_kept_of_each(on: On) {
    let desk = desk(on);
    let (acme, contract, _) = customer(&desk.store, "acme");
    let mut writer = desk.store.begin(entry("minh")).unwrap();
    for n in 1..=3 {
        let number = open_ticket(&mut writer, Instant(n), "x", opened(acme), |ticket| {
            ticket.clocks = (1..=2).map(|n| clock(n, "response", 90)).collect();
            ticket.tags = vec!["b".to_owned(), "a".to_owned()];
            let other = TicketNo(if n == 1 { 1 } else { n - 1 });
            ticket.links = vec![(other, "blocks".to_owned()), (other, "as".to_owned())];
        });
        // told late, of an instant before the opening
        let told = Fact::Acknowledged(Acknowledged {});
        let told = Append::plain(Stream::Ticket(number), Instant(n - 1), &told);
        writer.append(told).unwrap();
        let line = LedgerRow {
            contract,
            allowance: "cases".to_owned(),
            at: Instant(n),
            event: EventId(n),
            kind: LedgerKind::Used,
            amount: 1,
            ticket: Some(number),
            known: EventId(n),
        };
        writer.save_ticket_ledger(number, &[line]).unwrap();
    }
    writer.commit().unwrap();
    let store = &desk.store;
    let numbers = store.tickets_known_after(TicketNo(i64::MIN)).unwrap();
    assert_eq!(numbers, [1, 2, 3].map(TicketNo));
    assert_eq!(store.tickets_known_after(TicketNo(3)).unwrap(), []);
    // a number that nobody knows has nothing
    let asked = [
        TicketNo(0),
        TicketNo(1),
        TicketNo(2),
        TicketNo(3),
        TicketNo(9),
    ];
    for kept in store.kept(&asked).unwrap() {
        let number = kept.number;
        let history = store.history(Stream::Ticket(number), AsOf::All).unwrap();
        assert_eq!(kept.history, history, "{number}");
        assert_eq!(kept.rows, store.cached(number).unwrap(), "{number}");
        assert_eq!(
            kept.ledger,
            store.ledger_of_ticket(number).unwrap(),
            "{number}"
        );
    }
}

const DESK: Stream = Stream::Customer(CustomerId::DESK);

fn a_desk_begins_with_its_founding(on: On) {
    let desk = desk(on);
    let told = desk.store.history(DESK, AsOf::All).unwrap();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].event.id, EventId(1));
    assert_eq!(told[0].event.entry, EntryId(1));
    let Fact::Founded(founded) = &told[0].event.fact else {
        panic!("{:?}", told[0].event.fact)
    };
    assert_eq!(founded.zone, "Europe/Madrid");
    assert_eq!(founded.id, desk.store.desk_id().unwrap());
    assert_eq!(founded.id.len(), 32);
}

fn events_are_read_in_the_order_of_happening_with_what_was_said(on: On) {
    let desk = desk(on);
    let ticket = Stream::Ticket(TicketNo(1));
    let mut writer = desk.store.begin(entry("minh")).unwrap();
    let reply = Fact::Replied(Replied {
        channel: Some("phone".to_owned()),
    });
    let prose = EventText::saying(Some("Chào chị".to_owned()));
    let second = writer
        .append(Append {
            stream: ticket,
            at: Instant(200),
            fact: &reply,
            prose: &prose,
            corrects: true,
        })
        .unwrap();
    let ack = Fact::Acknowledged(Acknowledged {});
    let first = writer
        .append(Append::plain(ticket, Instant(100), &ack))
        .unwrap();
    assert_eq!(writer.commit().unwrap(), Some(EntryId(2)));

    let told = desk.store.history(ticket, AsOf::All).unwrap();
    assert_eq!(
        told.iter().map(|t| t.event.id).collect::<Vec<_>>(),
        [first, second]
    );
    assert_eq!(told[1].prose, prose);
    assert_eq!(told[1].event.fact, reply);
    assert!(told[1].event.corrects && !told[0].event.corrects);
    assert_eq!(told[1].event.actor, "minh");
    let bare = desk.store.events(ticket, AsOf::Through(second)).unwrap();
    assert_eq!(bare, [told[1].event.clone()]);
}

fn a_command_that_finds_nothing_to_do_leaves_no_trace(on: On) {
    let desk = desk(on);
    let before = desk.store.head().unwrap();
    assert_eq!(
        desk.store.begin(entry("minh")).unwrap().commit().unwrap(),
        None
    );
    assert_eq!(desk.store.head().unwrap(), before);
    assert_eq!(desk.store.entry(EntryId(2)).unwrap(), None);
}

fn what_is_not_committed_was_never_written(on: On) {
    let desk = desk(on);
    let ticket = Stream::Ticket(TicketNo(1));
    let ack = Fact::Acknowledged(Acknowledged {});
    {
        let mut writer = desk.store.begin(entry("minh")).unwrap();
        writer
            .append(Append::plain(ticket, Instant(1), &ack))
            .unwrap();
        assert_eq!(writer.events(ticket, AsOf::All).unwrap().len(), 1);
    }
    assert!(desk.store.events(ticket, AsOf::All).unwrap().is_empty());
    let writer = desk.store.begin(entry("minh")).unwrap();
    assert_eq!(writer.entry_id(), EntryId(2), "the number was not used");
}

fn a_transaction_inside_a_transaction_is_refused(on: On) {
    let desk = desk(on);
    let _writer = desk.store.begin(entry("minh")).unwrap();
    assert!(desk.store.begin(entry("minh")).is_err());
}
