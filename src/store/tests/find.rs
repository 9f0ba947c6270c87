//! Finding tickets: what each condition finds, and by which plan.

use super::fixture::{clock, customer, ended, open_ticket, opened};
use super::plans::{otherwise, plan_in};
use super::{Desk, On, desk, entry};
use crate::core::model::{CustomerId, EventId, Opened, State, TicketNo, TicketWord};
use crate::core::search::Sought;
use crate::core::sla::{ClockEnd, ClockState, Exemption, Standstill, Ticket};
use crate::core::time::Instant;
use crate::store::{ClockTest, Condition, Flag, Store, TicketOrder, TicketQuery, TicketTest};

on_every_engine! {
    each_condition_finds_what_fits,
    a_list_has_an_order_and_an_end,
    common_filters_are_answered_by_an_index,
}

const NOW: Instant = Instant(1000);

/// Five tickets: 1 plain and free; 2 assigned, breached; 3 waiting; 4 resolved; 5 closed, of
/// another customer.
fn five(on: On) -> (Desk, CustomerId) {
    let desk = desk(on);
    let (acme, contract, contact) = customer(&desk.store, "acme");
    let (beta, ..) = customer(&desk.store, "beta");
    let mut writer = desk.store.begin(entry("minh")).unwrap();
    let of_acme = || Opened {
        contact: Some(contact),
        contract: Some(contract),
        ..opened(acme)
    };
    let mut open = |at: i64, subject: &str, o: Opened, change: &dyn Fn(&mut Ticket)| {
        open_ticket(&mut writer, Instant(at), subject, o, change)
    };
    open(100, "Printer on fire", of_acme(), &|t| {
        t.words.set(TicketWord::Topic, Some("hardware".into()));
        t.tags = vec!["vip".into()];
    });
    open(90, "VPN überlastet", of_acme(), &|t| {
        t.assignee = Some("minh".into());
        t.clocks = vec![clock(1, "response", 500), clock(2, "resolution", 5000)];
    });
    open(300, "Принтер печатает", opened(acme), &|t| {
        t.state = State::WaitingCustomer;
        t.assignee = Some("minh".into());
        let mut paused = clock(1, "response", 0);
        (paused.due, paused.breach, paused.decided) = (None, None, None);
        paused.paused = Some(Standstill {
            since: Instant(400),
            until: None,
        });
        t.clocks = vec![paused];
    });
    open(400, "máy in hỏng", opened(acme), &|t| {
        t.state = State::Resolved;
        t.resolved = Some(Instant(600));
        t.assignee = Some("dana".into());
        t.clocks = vec![
            ended(clock(1, "response", 700), 450, ClockEnd::Reached),
            ended(clock(2, "resolution", 500), 600, ClockEnd::Reached),
        ];
    });
    open(50, "spam", opened(beta), &|t| {
        t.state = State::Closed;
        (t.closed, t.ended) = (Some(Instant(60)), Some(Instant(60)));
        t.courtesy = true;
        t.exempt = Some(Exemption {
            ground: "force-majeure".into(),
            event: t.last,
        });
        t.clocks = vec![ended(clock(1, "response", 700), 60, ClockEnd::Cancelled)];
    });
    writer.commit().unwrap();
    (desk, acme)
}

fn text(column: &str, word: Option<&str>) -> Condition {
    Condition::Is(TicketTest::text(column, vec![word.map(str::to_owned)]))
}

fn words(store: &Store, typed: &str) -> Condition {
    let sought = Sought::Words(typed.to_owned());
    let words = store.present().search_words(&sought).unwrap();
    Condition::Is(TicketTest::Words(words))
}

fn clocks(states: &[ClockState]) -> ClockTest {
    ClockTest {
        milestones: Vec::new(),
        states: states.to_vec(),
        due: None,
        now: NOW,
    }
}

fn active() -> Condition {
    let states = State::ALL.into_iter().filter(|s| s.is_active()).collect();
    Condition::Is(TicketTest::State(states))
}

fn one_of(tests: Vec<Condition>) -> Condition {
    Condition::Any(tests)
}

fn each_condition_finds_what_fits(on: On) {
    let (desk, acme) = five(on);
    let minh = || text("assignee", Some("minh"));
    let moment = |column, from: Option<i64>, to: Option<i64>| {
        Condition::Is(TicketTest::moment(
            column,
            from.map(Instant),
            to.map(Instant),
        ))
    };
    let in_state = |state| Condition::Is(TicketTest::Clock(clocks(&[state])));
    let milestone = |milestone: &str, state| {
        Condition::Is(TicketTest::Clock(ClockTest {
            milestones: vec![milestone.to_owned()],
            ..clocks(&[state])
        }))
    };
    let words = |typed| words(&desk.store, typed);
    let cases: Vec<(&str, Condition, &[i64])> = vec![
        (
            "all, newest first",
            Condition::everything(),
            &[4, 3, 1, 2, 5],
        ),
        (
            "numbers",
            Condition::Is(TicketTest::Numbers(vec![
                (TicketNo(2), TicketNo(3)),
                (TicketNo(5), TicketNo(5)),
            ])),
            &[3, 2, 5],
        ),
        ("no number", Condition::Is(TicketTest::Numbers(vec![])), &[]),
        (
            "customer",
            Condition::Is(TicketTest::Customer(vec![acme])),
            &[4, 3, 1, 2],
        ),
        (
            "no customer",
            Condition::Is(TicketTest::Customer(vec![])),
            &[],
        ),
        ("assignee", minh(), &[3, 2]),
        ("nobody", text("assignee", None), &[1, 5]),
        ("not mine: the free ones too", minh().negated(), &[4, 1, 5]),
        ("topic", text("topic", Some("hardware")), &[1]),
        ("active", active(), &[3, 1, 2]),
        (
            "open only",
            Condition::Is(TicketTest::State(vec![State::Open])),
            &[1, 2],
        ),
        (
            "resolved or closed",
            Condition::Is(TicketTest::State(vec![State::Resolved, State::Closed])),
            &[4, 5],
        ),
        (
            "opened since",
            moment("opened", Some(100), None),
            &[4, 3, 1],
        ),
        ("opened before", moment("opened", None, Some(100)), &[2, 5]),
        ("resolved at all", moment("resolved", None, None), &[4]),
        (
            "tag",
            Condition::Is(TicketTest::Tag(vec!["vip".into(), "x".into()])),
            &[1],
        ),
        ("running", in_state(ClockState::Running), &[2]),
        ("paused", in_state(ClockState::Paused), &[3]),
        ("breached", in_state(ClockState::Breached), &[4, 2]),
        (
            "response breached",
            milestone("response", ClockState::Breached),
            &[2],
        ),
        ("met", in_state(ClockState::Met), &[4]),
        (
            "resolution met",
            milestone("resolution", ClockState::Met),
            &[],
        ),
        ("cancelled", in_state(ClockState::Cancelled), &[5]),
        ("superseded", in_state(ClockState::Superseded), &[]),
        (
            "met or paused",
            Condition::Is(TicketTest::Clock(clocks(&[
                ClockState::Met,
                ClockState::Paused,
            ]))),
            &[4, 3],
        ),
        (
            "due",
            Condition::Is(TicketTest::Clock(ClockTest {
                due: Some((None, Some(Instant(600)))),
                ..clocks(&[])
            })),
            &[2],
        ),
        (
            "overdue",
            Condition::Is(TicketTest::Flag(Flag::Overdue(NOW))),
            &[2],
        ),
        (
            "at risk, and in time yet",
            Condition::Is(TicketTest::Flag(Flag::AtRisk(Instant(500)))),
            &[2],
        ),
        (
            "at risk no more",
            Condition::Is(TicketTest::Flag(Flag::AtRisk(NOW))),
            &[],
        ),
        (
            "not at risk yet",
            Condition::Is(TicketTest::Flag(Flag::AtRisk(Instant(499)))),
            &[],
        ),
        (
            "overdue at its due",
            Condition::Is(TicketTest::Flag(Flag::Overdue(Instant(500)))),
            &[],
        ),
        (
            "unanswered",
            Condition::Is(TicketTest::Flag(Flag::Unanswered)),
            &[3, 1, 2],
        ),
        (
            "courtesy",
            Condition::Is(TicketTest::Flag(Flag::Courtesy)),
            &[5],
        ),
        (
            "exempt",
            Condition::Is(TicketTest::Flag(Flag::Exempt)),
            &[5],
        ),
        (
            "refused",
            Condition::Is(TicketTest::Flag(Flag::Refused)),
            &[],
        ),
        (
            "no live clock",
            Condition::Is(TicketTest::Unclocked),
            &[4, 1, 5],
        ),
        ("a word", words("printer"), &[1]),
        ("without its marks", words("uberlastet"), &[2]),
        ("in another script, in capitals", words("ПРИНТЕР"), &[3]),
        ("two words", words("hong may"), &[4]),
        ("never a query", words("printer OR vpn"), &[]),
        ("a quote", words("\"printer"), &[1]),
        ("no word at all", words("--"), &[]),
        ("words twice", words("printer").and(words("vpn")), &[]),
        (
            "words among others",
            active()
                .and(words("printer"))
                .and(Condition::Is(TicketTest::Customer(vec![acme]))),
            &[1],
        ),
        ("not the words", words("printer").negated(), &[4, 3, 2, 5]),
        (
            "or",
            one_of(vec![minh(), text("topic", Some("hardware"))]),
            &[3, 1, 2],
        ),
        (
            "and",
            minh()
                .and(active())
                .and(Condition::Is(TicketTest::Flag(Flag::Overdue(NOW)))),
            &[2],
        ),
        ("none of none", Condition::Any(vec![]), &[]),
        ("not everything", Condition::everything().negated(), &[]),
    ];
    for (name, filter, expected) in cases {
        let found = desk
            .store
            .numbers(&TicketQuery::of(filter.clone()))
            .unwrap();
        let found: Vec<i64> = found.into_iter().map(|number| number.0).collect();
        assert_eq!(found, expected, "{name}");
        assert_eq!(
            desk.store.present().count(&filter).unwrap(),
            expected.len() as u64,
            "{name}"
        );
    }
}

fn a_list_has_an_order_and_an_end(on: On) {
    let (desk, _) = five(on);
    let numbers = |order, limit| {
        let query = TicketQuery {
            order,
            limit,
            ..TicketQuery::of(Condition::everything())
        };
        let rows = desk.store.present().tickets(&query).unwrap();
        let mut each = Vec::new();
        desk.store
            .present()
            .each_ticket(&query, |row| {
                each.push(row);
                Ok(())
            })
            .unwrap();
        assert_eq!(each, rows);
        rows.into_iter().map(|row| row.number.0).collect::<Vec<_>>()
    };
    assert_eq!(numbers(TicketOrder::Newest, Some(2)), [4, 3]);
    assert_eq!(numbers(TicketOrder::Number, None), [1, 2, 3, 4, 5]);
}

fn common_filters_are_answered_by_an_index(on: On) {
    let (desk, acme) = five(on);
    let minh = || text("assignee", Some("minh"));
    let of_acme = || Condition::Is(TicketTest::Customer(vec![acme]));
    let numbers =
        |from, to| Condition::Is(TicketTest::Numbers(vec![(TicketNo(from), TicketNo(to))]));
    let since = |column| Condition::Is(TicketTest::moment(column, Some(Instant(100)), None));
    let fifty = |filter| TicketQuery {
        limit: Some(50),
        ..TicketQuery::of(filter)
    };
    let words = |typed| words(&desk.store, typed);
    let cases: Vec<(TicketQuery, &str)> = vec![
        (
            fifty(Condition::everything()),
            "SCAN t USING INDEX ticket_opened",
        ),
        (
            fifty(of_acme()),
            "SEARCH t USING INDEX ticket_customer (customer=?)",
        ),
        (
            fifty(of_acme().and(since("opened"))),
            "SEARCH t USING INDEX ticket_customer (customer=? AND opened>?)",
        ),
        (
            fifty(since("opened")),
            "SEARCH t USING INDEX ticket_opened (opened>?)",
        ),
        (
            fifty(since("updated")),
            "SEARCH t USING INTEGER PRIMARY KEY (rowid=?); LIST SUBQUERY 1; SEARCH t USING COVERING INDEX ticket_updated (updated>?); USE TEMP B-TREE FOR ORDER BY",
        ),
        (
            TicketQuery {
                order: TicketOrder::Number,
                ..fifty(Condition::everything())
            },
            "SCAN t",
        ),
        (
            fifty(numbers(4, 4)),
            "SEARCH t USING INTEGER PRIMARY KEY (rowid=?)",
        ),
        (
            fifty(minh().and(active())),
            "SEARCH t USING INDEX ticket_assignee (assignee=?)",
        ),
        (
            fifty(text("assignee", None).and(active())),
            "SEARCH t USING INDEX ticket_assignee (assignee=?)",
        ),
        (
            TicketQuery::of(active()),
            "SCAN t USING INDEX ticket_active",
        ),
        (
            TicketQuery::of(active().and(of_acme())),
            "SEARCH t USING INDEX ticket_customer (customer=?)",
        ),
        (
            fifty(Condition::Is(TicketTest::Flag(Flag::Unanswered))),
            "SCAN t USING INDEX ticket_active",
        ),
        (
            fifty(since("resolved")),
            "SEARCH t USING INTEGER PRIMARY KEY (rowid=?); LIST SUBQUERY 1; SEARCH t USING COVERING INDEX ticket_resolved (resolved>?); USE TEMP B-TREE FOR ORDER BY",
        ),
        (
            fifty(text("source", Some("jira:PAY-3"))),
            "SEARCH t USING INTEGER PRIMARY KEY (rowid=?); LIST SUBQUERY 1; SEARCH t USING COVERING INDEX ticket_source (source=?); USE TEMP B-TREE FOR ORDER BY",
        ),
        (
            TicketQuery::of(Condition::Is(TicketTest::State(vec![State::Resolved]))),
            "SCAN t USING INDEX ticket_unended",
        ),
        (
            fifty(Condition::Is(TicketTest::Tag(vec!["vip".into()]))),
            "SEARCH t USING INTEGER PRIMARY KEY (rowid=?); LIST SUBQUERY 1; SEARCH tag USING COVERING INDEX sqlite_autoindex_tag_1 (tag=?); USE TEMP B-TREE FOR ORDER BY",
        ),
        (
            fifty(Condition::Is(TicketTest::Flag(Flag::Overdue(NOW)))),
            "SEARCH t USING INTEGER PRIMARY KEY (rowid=?); LIST SUBQUERY 1; SEARCH c USING COVERING INDEX clock_live (breach<?); USE TEMP B-TREE FOR ORDER BY",
        ),
        (
            fifty(Condition::Is(TicketTest::Flag(Flag::AtRisk(NOW)))),
            "SEARCH t USING INTEGER PRIMARY KEY (rowid=?); LIST SUBQUERY 1; SCAN c USING COVERING INDEX clock_live; USE TEMP B-TREE FOR ORDER BY",
        ),
        (
            fifty(words("printer").and(of_acme())),
            "SCAN search VIRTUAL TABLE INDEX 192:M1; SEARCH t USING INTEGER PRIMARY KEY (rowid=?)",
        ),
        (
            fifty(words("printer").negated()),
            "SCAN t USING INDEX ticket_opened; LIST SUBQUERY 1; SCAN search VIRTUAL TABLE INDEX 0:M1; CREATE BLOOM FILTER",
        ),
    ];
    let mut wrong = Vec::new();
    let past = desk.store.past(EventId(5)).unwrap().done();
    for (query, expected) in cases {
        for pass in desk.store.present().passes().chain(past.passes()) {
            let sql = query.sql("t.*", pass);
            let text = sql.text_of(pass);
            let expected = plan_in(pass, expected);
            let engine = &*desk.store.engine;
            if let Some(found) = otherwise(engine, &text, &sql.args(), &expected) {
                wrong.push(format!("{text}\n  is  {found}\n  not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
