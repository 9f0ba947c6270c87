//! A customer with a contract and contact, and tickets folded from real events.

use super::{Desk, On, desk, entry};
use crate::core::account::Account;
use crate::core::model::{
    ContactAuthorised, ContactId, ContractId, ContractSigned, CustomerAdded, CustomerId, Event,
    EventId, EventText, Fact, Imports, Noted, Opened, Stream, TicketNo,
};
use crate::core::sla::{Clock, ClockEnd, Holders, Rulebook, Ticket, Versions, fold};
use crate::core::terms::Terms;
use crate::core::time::Instant;
use crate::store::{Append, AsOf, ContentKind, Seal, Store, TicketSave, Writer};

/// A desk's rules for tickets without terms: there are none.
struct NoRules;

impl Rulebook for NoRules {
    fn terms(&self, _: EventId) -> Option<&Terms> {
        None
    }
    fn calendar(&self, _: EventId, _: &str) -> Option<&Versions> {
        None
    }
}

/// Folds a customer's stream.
pub(super) fn account(store: &Store, id: CustomerId) -> Option<Account> {
    let told = store.history(Stream::Customer(id), AsOf::All).unwrap();
    let events: Vec<(Event, Option<EventText>)> = told
        .into_iter()
        .map(|told| (told.event, Some(told.prose)))
        .collect();
    Account::of(&events)
}

pub(super) fn named(name: &str) -> EventText {
    EventText {
        name: Some(name.to_owned()),
        ..EventText::default()
    }
}

/// A customer of that key with one contract and one contact, `dana@KEY.example`.
pub(super) fn customer(store: &Store, key: &str) -> (CustomerId, ContractId, ContactId) {
    let mut writer = store.begin(entry("minh")).unwrap();
    let (id, contract, contact) = (
        writer.next_customer().unwrap(),
        writer.next_contract().unwrap(),
        writer.next_contact().unwrap(),
    );
    let terms = writer.keep(ContentKind::Terms, "{\"plan\":\"x\"}").unwrap();
    let added = Fact::from(CustomerAdded {
        key: key.to_owned(),
        zone: None,
        language: None,
        account_manager: Some("hoa".to_owned()),
        engineer: None,
    });
    let signed: ContractSigned = serde_json::from_value(serde_json::json!({
        "contract": contract, "plan": "creatio/business", "terms": terms,
        "starts": 0, "ends": 31_536_000, "months": 12,
    }))
    .unwrap();
    let authorised: ContactAuthorised =
        serde_json::from_value(serde_json::json!({"contact": contact})).unwrap();
    let person = EventText {
        name: Some("Dana Ruiz".to_owned()),
        email: Some(format!("Dana@{key}.example")),
        ..EventText::default()
    };
    for (fact, prose) in [
        (added, named(key)),
        (signed.into(), EventText::default()),
        (authorised.into(), person),
    ] {
        let append = Append {
            prose: &prose,
            ..Append::plain(Stream::Customer(id), Instant(10), &fact)
        };
        writer.append(append).unwrap();
    }
    let account = account(&writer, id).unwrap();
    writer.save_account(&account).unwrap();
    writer.commit().unwrap();
    (id, contract, contact)
}

pub(super) fn opened(customer: CustomerId) -> Opened {
    Opened {
        channel: Some("e-mail".to_owned()),
        priority: Some("high".to_owned()),
        ..Opened::by(customer)
    }
}

/// Opens a ticket inside a writer and saves it after `change` had its way with the fold's result.
pub(super) fn open_ticket(
    writer: &mut Writer<'_>,
    at: Instant,
    subject: &str,
    opened: Opened,
    change: impl FnOnce(&mut Ticket),
) -> TicketNo {
    let number = writer.next_ticket().unwrap();
    let fact = Fact::from(opened);
    let prose = EventText {
        subject: Some(subject.to_owned()),
        ..EventText::default()
    };
    let append = Append {
        prose: &prose,
        ..Append::plain(Stream::Ticket(number), at, &fact)
    };
    writer.append(append).unwrap();
    let mut ticket = folded(writer, number);
    change(&mut ticket);
    save(writer, number, &ticket, subject, &[subject.to_owned()]);
    number
}

pub(super) fn folded(store: &Store, number: TicketNo) -> Ticket {
    let events = store.events(Stream::Ticket(number), AsOf::All).unwrap();
    fold(&events, &NoRules).unwrap()
}

pub(super) fn save(
    writer: &mut Writer<'_>,
    number: TicketNo,
    ticket: &Ticket,
    subject: &str,
    texts: &[String],
) {
    writer
        .save_ticket(&TicketSave {
            number,
            ticket,
            subject,
            terms: None,
            texts: Some(texts),
            moved_by: None,
            imports: &Imports::default(),
        })
        .unwrap();
}

/// A live clock that breaks at `due`.
pub(super) fn clock(n: u32, milestone: &str, due: i64) -> Clock {
    Clock {
        n,
        milestone: milestone.to_owned(),
        cycle: 1,
        priority: "high".to_owned(),
        cycle_started: Instant(0),
        started: Instant(0),
        by: EventId(1),
        limits: Vec::new(),
        governing: 0,
        pauses: Vec::new(),
        due: Some(Instant(due)),
        breach: Some(Instant(due)),
        at_risk: Some(Instant(due)),
        paused: None,
        ended: None,
        fate: None,
        ended_by: None,
        ended_recorded: None,
        decided: Some(Instant(due)),
        elapsed_at_end: None,
        moved_later: false,
        holders: Holders::default(),
    }
}

/// The same, ended.
pub(super) fn ended(clock: Clock, at: i64, fate: ClockEnd) -> Clock {
    let at = Instant(at);
    Clock {
        ended: Some(at),
        ended_recorded: Some(at),
        fate: Some(fate),
        decided: clock.breach.map_or(Some(at), |breach| Some(breach.min(at))),
        elapsed_at_end: (fate == ClockEnd::Reached).then(|| at.since(clock.started)),
        ..clock
    }
}

/// A desk with three notes, and its seal.
pub(super) fn noted(on: On) -> (Desk, Seal) {
    let desk = desk(on);
    customer(&desk.store, "acme");
    let mut writer = desk.store.begin(entry("minh")).unwrap();
    let prose = EventText::saying(Some("the note".to_owned()));
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
