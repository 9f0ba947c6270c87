//! Rows of tickets: what is overdue, what is live, what a period counts, what is kept.

use std::collections::BTreeSet;

use super::fixture::{account, clock, customer, ended, folded, open_ticket, opened, save};
use super::plans::{otherwise, plan_in};
use super::{Desk, On, desk, entry};
use crate::core::entitlement::LedgerKind;
use crate::core::model::{ContractId, CustomerId, EventId, Imports, Opened, State, TicketNo};
use crate::core::sla::{Clock, ClockEnd, ClockState, Standstill};
use crate::core::time::Instant;
use crate::store::engine::steps;
use crate::store::ticket::decided::{DecidedPart, corrected};
use crate::store::ticket::live::{live, reminders, unclocked};
use crate::store::{
    AsOf, Condition, DecidedClocks, DecidedQuery, LedgerRow, TicketLink, TicketSave, TicketTest,
    TouchedQuery,
};

on_every_engine! {
    what_is_overdue_is_one_range_of_one_index,
    a_period_is_a_range_of_one_index_and_what_is_asked_of_tickets_is_asked_of_these,
    what_has_no_clock_that_runs_is_found_apart,
    a_period_has_what_was_decided_in_it_and_what_was_open_at_its_end,
    a_saved_ticket_reads_back_and_is_written_over,
    an_account_is_found_by_key_and_address_and_forgotten_when_undone,
    a_ledgers_period_is_a_range_and_a_tickets_lines_are_replaced,
}

on_sqlite! {
    a_customers_period_costs_the_same_on_a_larger_desk,
}

/// One ticket a list of clocks, all of one customer.
fn with_clocks(on: On, clocks: &[&[Clock]]) -> (Desk, CustomerId) {
    let desk = desk(on);
    let (acme, ..) = customer(&desk.store, "acme");
    let mut writer = desk.store.begin(entry("minh")).unwrap();
    for list in clocks {
        open_ticket(&mut writer, Instant(0), "x", opened(acme), |t| {
            t.clocks = list.to_vec();
            t.assignee = Some("minh".into());
        });
    }
    writer.commit().unwrap();
    (desk, acme)
}

fn what_is_overdue_is_one_range_of_one_index(on: On) {
    let (desk, _) = with_clocks(
        on,
        &[
            &[clock(1, "response", 500), clock(2, "resolution", 900)],
            &[clock(1, "response", 300)],
            &[ended(clock(1, "response", 100), 200, ClockEnd::Reached)],
        ],
    );
    let overdue = |now: i64, filter: &Condition| -> Vec<(i64, u32)> {
        let found = desk.store.present().overdue(Instant(now), filter).unwrap();
        found.into_iter().map(|c| (c.ticket.0, c.n)).collect()
    };
    let all = Condition::everything();
    assert_eq!(overdue(300, &all), [], "due is not late yet");
    assert_eq!(overdue(301, &all), [(2, 1)]);
    assert_eq!(overdue(1000, &all), [(2, 1), (1, 1), (1, 2)]);
    let first = Condition::Is(TicketTest::Numbers(vec![(TicketNo(1), TicketNo(1))]));
    assert_eq!(overdue(1000, &first), [(1, 1), (1, 2)]);
    let found = desk.store.present().overdue(Instant(301), &all).unwrap();
    assert_eq!(found[0].state(Instant(301)), ClockState::Breached);
    assert_eq!(found[0].assignee.as_deref(), Some("minh"));
    assert_eq!(found[0].subject, "x");

    let engine = &*desk.store.engine;
    let mine = Condition::Is(TicketTest::text("assignee", vec![Some("minh".into())]));
    let past = desk.store.past(EventId(5)).unwrap().done();
    for pass in desk.store.present().passes().chain(past.passes()) {
        for (sql, plan) in [
            (
                live(Some(Instant(1)), &all, pass),
                "SEARCH c USING COVERING INDEX clock_live (breach<?)",
            ),
            (
                live(Some(Instant(1)), &mine, pass),
                "SEARCH c USING COVERING INDEX clock_live (breach<?); SEARCH t USING INTEGER PRIMARY KEY (rowid=?)",
            ),
            (
                live(None, &all, pass),
                "SCAN c USING COVERING INDEX clock_live",
            ),
            (
                unclocked(&all).sql("t.*", pass),
                "SCAN t USING INDEX ticket_active; CORRELATED SCALAR SUBQUERY 1; SEARCH c USING INDEX sqlite_autoindex_clock_1 (ticket=?)",
            ),
            (
                reminders(Instant(1), &all).sql("t.*", pass),
                "SCAN t USING INDEX ticket_active",
            ),
        ] {
            let text = sql.text_of(pass);
            let found = otherwise(engine, &text, &sql.args(), &plan_in(pass, plan));
            assert_eq!(found, None, "{pass:?}: {text} is not {plan}");
        }
    }
}

fn what_has_no_clock_that_runs_is_found_apart(on: On) {
    let (desk, _) = with_clocks(
        on,
        &[
            &[clock(1, "response", 500)],
            &[ended(clock(1, "response", 100), 50, ClockEnd::Reached)],
            &[],
        ],
    );
    let found = desk
        .store
        .present()
        .unclocked(&Condition::everything())
        .unwrap();
    let numbers: Vec<i64> = found.into_iter().map(|row| row.number.0).collect();
    assert_eq!(numbers, [3, 2]);
    let live = desk.store.live_clocks(&Condition::everything()).unwrap();
    assert_eq!(live.len(), 1);
    let counts = desk.store.present().active_tickets().unwrap();
    assert_eq!(counts.all, 3);
    assert_eq!(counts.by_assignee[&Some("minh".to_owned())], 3);
}

fn a_period_has_what_was_decided_in_it_and_what_was_open_at_its_end(on: On) {
    let mut paused = clock(1, "response", 0);
    (paused.due, paused.breach, paused.decided) = (None, None, None);
    paused.paused = Some(Standstill {
        since: Instant(120),
        until: None,
    });
    let (desk, acme) = with_clocks(
        on,
        &[
            // 1: met in the period; its resolution is decided after it.
            &[
                ended(clock(1, "response", 300), 150, ClockEnd::Reached),
                ended(clock(2, "resolution", 900), 800, ClockEnd::Reached),
            ],
            // 2: decided before.
            &[ended(clock(1, "response", 300), 50, ClockEnd::Reached)],
            // 3: stands still.
            &[paused],
            // 4: began after the period.
            &[Clock {
                started: Instant(250),
                ..clock(1, "response", 280)
            }],
            // 5: breached in the period and reached after it.
            &[ended(clock(1, "response", 199), 400, ClockEnd::Reached)],
        ],
    );
    let s = desk.store.present();
    let found = |query: DecidedQuery<'_>| {
        let mut found: Vec<(i64, u32, Vec<String>)> = Vec::new();
        s.each_decided(&query, |clock, cells| {
            let cells = cells.iter().map(|cell| format!("{cell:?}"));
            found.push((clock.ticket.0, clock.n, cells.collect()));
        })
        .unwrap();
        found
    };
    let all = DecidedQuery {
        customer: acme,
        which: DecidedClocks::All,
        from: Instant(100),
        to: Instant(200),
        tickets: None,
        columns: &[],
    };
    let numbers = |found: Vec<(i64, u32, Vec<String>)>| -> Vec<(i64, u32)> {
        found
            .into_iter()
            .map(|(ticket, n, _)| (ticket, n))
            .collect()
    };
    assert_eq!(numbers(found(all)), [(1, 1), (5, 1), (1, 2), (3, 1)]);
    let broken = DecidedQuery {
        which: DecidedClocks::MaybeBroken,
        ..all
    };
    assert_eq!(numbers(found(broken)), [(5, 1)]);
    let some = Condition::Is(TicketTest::Numbers(vec![(TicketNo(3), TicketNo(5))]));
    let with_columns = DecidedQuery {
        tickets: Some(&some),
        columns: &["customer", "assignee"],
        ..all
    };
    let cells = [format!("Whole({acme})"), "Text(\"minh\")".to_owned()];
    let rows = [(5, 1, cells.to_vec()), (3, 1, cells.to_vec())];
    assert_eq!(found(with_columns), rows);
    let nobody = DecidedQuery {
        customer: CustomerId(99),
        to: Instant(999),
        ..all
    };
    assert!(found(nobody).is_empty());
}

fn a_period_is_a_range_of_one_index_and_what_is_asked_of_tickets_is_asked_of_these(on: On) {
    let desk = desk(on);
    let engine = &*desk.store.engine;
    let mine = Condition::Is(TicketTest::text("assignee", vec![Some("minh".into())]));
    let all = DecidedQuery {
        customer: CustomerId(1),
        which: DecidedClocks::All,
        from: Instant(100),
        to: Instant(200),
        tickets: None,
        columns: &[],
    };
    let of_tickets = DecidedQuery {
        tickets: Some(&mine),
        columns: &["topic"],
        ..all
    };
    let broken = DecidedQuery {
        which: DecidedClocks::MaybeBroken,
        ..all
    };
    let within =
        "SEARCH s USING COVERING INDEX clock_decided (customer=? AND decided>? AND decided<?)";
    let later = "SEARCH s USING COVERING INDEX clock_decided (customer=? AND decided>?)";
    let never_due = "SEARCH s USING INDEX clock_live (breach=?)";
    let broken_before = "SEARCH c USING COVERING INDEX clock_decided (customer=? AND decided>? AND decided<?); \
                         SEARCH s USING INDEX sqlite_autoindex_clock_1 (ticket=? AND n<?)";
    let corrections = "SEARCH s USING COVERING INDEX clock_corrected (customer=? AND corrected_at>? AND corrected_at<?)";
    let their_tickets = "; SEARCH t USING INTEGER PRIMARY KEY (rowid=?)";
    let customers = BTreeSet::from([CustomerId(1)]);
    let touched = TouchedQuery {
        customers: &customers,
        from: Instant(100),
        to: Instant(200),
        tickets: None,
    };
    let happened = "SEARCH t USING COVERING INDEX ticket_touched (customer=? AND updated>?)";
    let past = desk.store.past(EventId(5)).unwrap().done();
    for pass in desk.store.present().passes().chain(past.passes()) {
        let mut asked = vec![
            (touched.happened(CustomerId(1), pass), happened.to_owned()),
            (
                touched.active(pass),
                "SCAN t USING INDEX ticket_active".to_owned(),
            ),
            (
                touched.live(pass),
                "SCAN c USING COVERING INDEX clock_live".to_owned() + their_tickets,
            ),
        ];
        for (part, plan) in
            DecidedPart::ALL
                .into_iter()
                .zip([within, later, never_due, broken_before])
        {
            asked.push((all.sql(part, pass), plan.to_owned()));
            asked.push((broken.sql(part, pass), plan.to_owned()));
            asked.push((of_tickets.sql(part, pass), plan.to_owned() + their_tickets));
        }
        let period = (Instant(100), Instant(200));
        let sql = corrected(CustomerId(1), period, &mine, pass);
        asked.push((sql, corrections.to_owned() + their_tickets));
        for (sql, plan) in asked {
            let text = sql.text_of(pass);
            let found = otherwise(engine, &text, &sql.args(), &plan_in(pass, &plan));
            assert_eq!(found, None, "{text} is not {plan}");
        }
    }
}

/// Steps that the engine takes to find what a customer's period is about, beside so many tickets of
/// another customer.
fn steps_beside(on: On, others: usize) -> u64 {
    let desk = desk(on);
    let (acme, ..) = customer(&desk.store, "acme");
    let (globex, ..) = customer(&desk.store, "globex");
    let mut writer = desk.store.begin(entry("minh")).unwrap();
    let mut open = |whose, count| {
        for _ in 0..count {
            open_ticket(&mut writer, Instant(120), "x", opened(whose), |t| {
                t.clocks = vec![ended(clock(1, "response", 300), 150, ClockEnd::Reached)];
                (t.state, t.ended) = (State::Closed, Some(Instant(150)));
            });
        }
    };
    open(globex, others);
    open(acme, 10);
    writer.commit().unwrap();
    let (from, to) = (Instant(100), Instant(200));
    let customers = BTreeSet::from([acme]);
    let tables = desk.store.present();
    let before = steps::taken();
    let query = DecidedQuery {
        customer: acme,
        which: DecidedClocks::All,
        from,
        to,
        tickets: None,
        columns: &["assignee"],
    };
    let mut counted = 0;
    tables.each_decided(&query, |_, _| counted += 1).unwrap();
    let touched = TouchedQuery {
        customers: &customers,
        from,
        to,
        tickets: None,
    };
    let touched = tables.touched(&touched).unwrap();
    let everything = Condition::everything();
    let corrected = tables.corrected_in(acme, (from, to), &everything).unwrap();
    assert_eq!((counted, touched.len(), corrected.len()), (10, 10, 0));
    steps::taken() - before
}

fn a_customers_period_costs_the_same_on_a_larger_desk(on: On) {
    assert_eq!(steps_beside(on, 10), steps_beside(on, 1_000));
}

fn a_saved_ticket_reads_back_and_is_written_over(on: On) {
    let desk = desk(on);
    let (acme, contract, contact) = customer(&desk.store, "acme");
    let mut writer = desk.store.begin(entry("minh")).unwrap();
    let other = open_ticket(&mut writer, Instant(1), "other", opened(acme), |_| ());
    let o = Opened {
        contract: Some(contract),
        contact: Some(contact),
        source: Some("servicenow:INC1".into()),
        ..opened(acme)
    };
    let long = "ü".repeat(300);
    let number = open_ticket(&mut writer, Instant(2), &long, o, |t| {
        t.tags = vec!["b".into(), "a".into(), "b".into()];
        t.links = vec![(other, "causes".into())];
        t.clocks = vec![
            ended(clock(1, "response", 100), 50, ClockEnd::Reached),
            clock(2, "resolution", 900),
        ];
        t.causes = vec![("resolution".into(), Some("vendor".into()), EventId(1))];
    });
    let cached = writer.cached(number).unwrap().unwrap();
    assert_eq!(cached.ticket.subject.chars().count(), 200);
    assert_eq!(cached.tags, ["a", "b"]);
    let link = TicketLink {
        to: other,
        kind: "causes".into(),
    };
    assert_eq!(cached.links, [link]);
    assert_eq!(cached.clocks.len(), 2);
    assert_eq!(cached.clocks[0].contact, None, "it has ended");
    assert_eq!(cached.clocks[1].contact, Some(contact));
    assert_eq!(cached.clocks[1].cause.as_deref(), Some("vendor"));
    assert_eq!(
        writer.ticket_of_source("servicenow:INC1").unwrap(),
        Some(number)
    );
    assert_eq!(writer.open_under(contract).unwrap(), [number]);

    let mut ticket = folded(&writer, number);
    ticket.clocks = vec![ended(clock(1, "response", 100), 50, ClockEnd::Reached)];
    ticket.state = State::Closed;
    ticket.ended = Some(Instant(60));
    save(&mut writer, number, &ticket, "short", &["short".to_owned()]);
    let again = writer.cached(number).unwrap().unwrap();
    assert_eq!(again.clocks.len(), 1);
    assert!(again.tags.is_empty() && again.links.is_empty());
    assert!(writer.open_under(contract).unwrap().is_empty());
    assert_eq!(
        cached.differences(&again),
        [
            "done", "ended", "state", "subject", "clocks", "tags", "links"
        ]
    );
    let fresh = TicketSave {
        number,
        ticket: &ticket,
        subject: "short",
        terms: None,
        texts: None,
        moved_by: None,
        imports: &Imports::default(),
    };
    assert!(fresh.rows().differences(&again).is_empty());
    writer.commit().unwrap();
    assert_eq!(desk.store.newest_ticket(AsOf::All).unwrap(), Some(number));
    assert_eq!(desk.store.tickets_from(TicketNo(1), 9).unwrap(), [number]);
}

fn an_account_is_found_by_key_and_address_and_forgotten_when_undone(on: On) {
    let desk = desk(on);
    let s = &desk.store;
    let (acme, contract, contact) = customer(s, "acme");
    assert_eq!(s.customer_of_key("acme").unwrap().unwrap().id, acme);
    let by_address = s.contacts_of_email(" DANA@acme.example ").unwrap();
    assert_eq!(by_address[0].row.id, contact);
    let row = s.present().contract(contract).unwrap().unwrap();
    assert_eq!(
        (row.customer, row.plan.as_str(), row.cancelled),
        (acme, "creatio/business", false)
    );
    assert_eq!(s.terms_of(contract).unwrap().len(), 1);
    let account = account(s, acme).unwrap();
    let kept = s.cached_account(acme).unwrap().unwrap();
    assert!(
        crate::store::AccountRows::of(&account)
            .differences(&kept)
            .is_empty()
    );

    let mut writer = s.begin(entry("minh")).unwrap();
    writer.void_customer(acme).unwrap();
    assert_eq!(writer.customer_of_key("acme").unwrap(), None);
    assert!(
        writer
            .contacts_of_email("dana@acme.example")
            .unwrap()
            .is_empty()
    );
    assert!(writer.contracts_of(acme).unwrap().is_empty());
    assert_eq!(writer.next_contract().unwrap(), ContractId(contract.0 + 1));
    assert_eq!(writer.next_customer().unwrap(), CustomerId(acme.0 + 1));
    writer.commit().unwrap();
    customer(s, "acme");
}

fn a_ledgers_period_is_a_range_and_a_tickets_lines_are_replaced(on: On) {
    let desk = desk(on);
    let (acme, contract, _) = customer(&desk.store, "acme");
    let mut writer = desk.store.begin(entry("minh")).unwrap();
    let number = open_ticket(&mut writer, Instant(5), "x", opened(acme), |_| ());
    let line = |at: i64, kind, amount| LedgerRow {
        contract,
        allowance: "cases".into(),
        at: Instant(at),
        event: EventId(2),
        kind,
        amount,
        ticket: Some(number),
        known: EventId(2),
    };
    let used = [line(5, LedgerKind::Used, 1), line(9, LedgerKind::Used, 2)];
    writer.save_ticket_ledger(number, &used).unwrap();
    let of = |from: i64, to: i64| {
        writer
            .present()
            .ledger(contract, "cases", Instant(from), Instant(to))
            .unwrap()
    };
    assert_eq!(of(0, 9), used[..1]);
    assert_eq!(of(5, 10), used);
    assert!(of(10, 99).is_empty());
    let back = [
        line(5, LedgerKind::Used, 1),
        line(5, LedgerKind::GivenBack, 1),
    ];
    writer.save_ticket_ledger(number, &back).unwrap();
    assert_eq!(writer.ledger_of_ticket(number).unwrap().len(), 2);
}
