//! A million tickets folded from their events, on one core: the goal is two seconds.
//!
//! What is folded is a made-up desk of three plans (hours of the day, around the clock, business
//! days with London's holidays) whose tickets have five events each, in the mixture that desks
//! see: answered and resolved, some waited for, raised, reopened or breached.

use sladesk::core::model::TicketWord;
use sladesk::core::time::Instant;
use std::collections::HashMap;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use sladesk::almanac;
use sladesk::core::calendar::{Calendar, DaySet};
use sladesk::core::model::*;
use sladesk::core::sla::{Rulebook, Versions, fold};
use sladesk::core::terms::Terms;
use sladesk::plans::{Agreement, Catalogue, SystemNames};

/// As in the binary.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const PLANS: [(&str, &str, &[&str]); 3] = [
    ("creatio", "business", &["zone=UTC+3"]),
    ("bpmonline", "premium", &[]),
    (
        "suitecrm",
        "dedicated",
        &[
            "zone=Europe/London",
            "hours=mon-fri 09:00-17:00",
            "targets.response.s1=1h",
            "targets.response.s2=4h",
            "targets.resolution.s1=8h",
            "targets.resolution.s2=3bd",
        ],
    ),
];

/// A rulebook as the desk has one: by hash.
struct RulesCache {
    terms: HashMap<EventId, Terms>,
    versions: HashMap<EventId, HashMap<String, Versions>>,
}

impl Rulebook for RulesCache {
    fn terms(&self, id: EventId) -> Option<&Terms> {
        self.terms.get(&id)
    }

    fn calendar(&self, terms: EventId, key: &str) -> Option<&Versions> {
        self.versions.get(&terms)?.get(key)
    }
}

fn signed((vendor, plan, set): (&str, &str, &[&str])) -> Terms {
    let machine = SystemNames::default();
    let file = Catalogue::built_in(machine.clone())
        .vendor(vendor)
        .expect("a built-in vendor");
    let agreement = Agreement {
        set: set
            .iter()
            .map(|word| word.parse().expect("it sets a value"))
            .collect(),
        ..Agreement::default()
    };
    file.sign(plan, &agreement, &machine)
        .expect("what is agreed fits the plan")
        .terms
}

fn compiled(terms: &Terms) -> HashMap<String, Versions> {
    let calendars = terms.calendars.iter().filter_map(|(key, calendar)| {
        let zone = calendar.zone.settled().map_or("UTC", String::as_str);
        let zone = almanac::zone(zone).expect("a zone");
        let names = calendar.holidays.settled().cloned().unwrap_or_default();
        let sets: Vec<DaySet> = names.iter().flat_map(|n| almanac::day_set(n)).collect();
        let sets: Vec<&DaySet> = sets.iter().collect();
        let calendar = Calendar::new(calendar.week.settled()?, &zone, &sets, &calendar.days);
        Some((key.clone(), Versions::only(calendar)))
    });
    calendars.collect()
}

fn book() -> RulesCache {
    let mut book = RulesCache {
        terms: HashMap::new(),
        versions: HashMap::new(),
    };
    for (plan, id) in PLANS.into_iter().zip(1..) {
        let terms = signed(plan);
        book.versions.insert(EventId(id), compiled(&terms));
        book.terms.insert(EventId(id), terms);
    }
    book
}

fn opened(terms: i64, priority: &str, number: i64) -> Fact {
    Opened {
        customer: CustomerId(number % 500),
        contract: Some(ContractId(number % 500)),
        terms: Some(EventId(terms)),
        contact: Some(ContactId(number % 2000)),
        side: Side::Customer,
        channel: Some("email".to_owned()),
        priority: Some(priority.to_owned()),
        words: [(TicketWord::Topic, "platform".to_owned())]
            .into_iter()
            .collect(),
        language: None,
        asks: None,
        reason: None,
        allowance: None,
        overridden: Vec::new(),
        refused: Vec::new(),
        rulings: Vec::new(),
        source: None,
    }
    .into()
}

/// Five facts, and how many minutes each comes after the one before.
fn story(number: i64, book: &RulesCache) -> [(i64, Fact); 5] {
    let terms = number % 3 + 1;
    let priorities = &book.terms[&EventId(terms)].priorities;
    let rank = usize::from(number % 5 != 0);
    let opened = opened(terms, &priorities[rank].id, number);
    let replied = Replied {
        channel: Some("email".to_owned()),
    };
    let received = CustomerReplied {
        channel: Some("email".to_owned()),
        contact: Some(ContactId(number % 2000)),
        asks: None,
    };
    let waits = Waiting {
        on: WaitingOn::Customer,
        until: None,
    };
    let raised = Prioritised {
        to: priorities[0].id.clone(),
        reason: None,
        by: Side::Desk,
        replaces: None,
    };
    let assigned = Assigned {
        to: Some("minh".to_owned()),
    };
    let (two, three): (Fact, Fact) = match number % 4 {
        0 => (waits.into(), received.into()),
        1 => (raised.into(), Acknowledged {}.into()),
        2 => (assigned.into(), Noted {}.into()),
        _ => (Resolved {}.into(), Reopened {}.into()),
    };
    let minutes = number * 7919 % 1440;
    [
        (minutes, opened),
        (11 + number % 97, replied.into()),
        (35, two),
        (number % 1000, three),
        (200 + number % 3000, Resolved {}.into()),
    ]
}

fn tickets(count: i64, book: &RulesCache) -> Vec<Vec<Event>> {
    let mut id = 0;
    let ticket = |number: i64| {
        let mut at = Instant(1_767_225_600 + number * 577);
        let facts = story(number, book).into_iter().map(|(minutes, fact)| {
            at = at.plus(minutes * 60 + number % 60);
            id += 1;
            Event {
                id: EventId(id),
                entry: EntryId(id),
                stream: Stream::Ticket(TicketNo(number)),
                at,
                recorded: at,
                present: at,
                actor: "minh".to_owned(),
                fact,
                corrects: false,
            }
        });
        facts.collect()
    };
    (1..=count).map(ticket).collect()
}

fn fold_a_million(criterion: &mut Criterion) {
    // twenty thousand of them, fifty times over: more than any cache holds
    const DISTINCT: i64 = 20_000;
    const TIMES: i64 = 50;
    let book = book();
    let tickets = tickets(DISTINCT, &book);
    let mut group = criterion.benchmark_group("fold");
    group.sample_size(10);
    group.throughput(Throughput::Elements(DISTINCT.unsigned_abs()));
    group.bench_function("20,000 tickets of five events", |bench| {
        bench.iter(|| {
            for events in &tickets {
                black_box(fold(black_box(events), &book));
            }
        });
    });
    group.throughput(Throughput::Elements((DISTINCT * TIMES).unsigned_abs()));
    group.bench_function("a million tickets of five events", |bench| {
        bench.iter(|| {
            for _ in 0..TIMES {
                for events in &tickets {
                    black_box(fold(black_box(events), &book));
                }
            }
        });
    });
    group.finish();
}

criterion_group!(benches, fold_a_million);
criterion_main!(benches);
