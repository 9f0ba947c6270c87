//! Random desks and random histories.

use sladesk::core::time::Instant;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use sladesk::core::model::*;
use sladesk::core::terms::{
    Agreed as Settled, Allowance, ChangeTo, Commitment, Grant, KindCondition, KindProperty,
    KindTargets, KindWords, MetBy, Milestone, MilestoneAct, OnLower, OnRaise, OnReopen, PlanAct,
    PriorityChange, Promise, ReopenWithin, Source, Start, Target, TermPeriod, Terms, TicketKind,
    WhenUsedUp,
};
use sladesk::core::time::Span;

use crate::world::{Adopted, BEGIN, Hours, Page, STEP, World};

const PRIORITIES: [&str; 3] = ["p1", "p2", "p3"];
const MILESTONES: [&str; 4] = ["response", "resolution", "next-reply", "update"];
const LINES: [&str; 3] = ["first", "second", "third"];
const CALENDARS: [&str; 2] = ["a", "b"];
const CHANNELS: [&str; 3] = ["email", "phone", "chat"];
const TOPICS: [&str; 3] = ["faults", "quota", "advice"];
const LANGUAGES: [&str; 2] = ["en", "vi"];

fn day_hours() -> impl Strategy<Value = Vec<(u32, u32)>> {
    let h = 3600;
    prop_oneof![
        2 => Just(Vec::new()),
        6 => Just(vec![(9 * h, 17 * h)]),
        2 => Just(vec![(9 * h, 12 * h), (13 * h, 18 * h)]),
        2 => Just(vec![(0, 24 * h)]),
        1 => Just(vec![(0, 6 * h), (22 * h, 24 * h)]),
    ]
}

fn hours() -> impl Strategy<Value = Hours> {
    let week = prop::array::uniform7(day_hours());
    let closed = btree_set(0..30_u64, 0..3);
    (week, closed).prop_map(|(mut week, closed)| {
        if week.iter().all(Vec::is_empty) {
            week[2] = vec![(9 * 3600, 17 * 3600)];
        }
        let first = NaiveDate::from_ymd_opt(2026, 3, 2).expect("a date");
        let date = |n| first.checked_add_days(Days::new(n)).expect("a near date");
        let closed: BTreeSet<NaiveDate> = closed.into_iter().map(date).collect();
        Hours { week, closed }
    })
}

fn at(steps: i64) -> Instant {
    BEGIN.plus(steps * STEP)
}

fn adopted() -> impl Strategy<Value = Adopted> {
    let later = vec((0..300_i64, hours()), 0..2);
    (hours(), later).prop_map(|(first, mut later)| {
        later.sort_by_key(|(since, _)| *since);
        let later = later.into_iter().map(|(since, hours)| (at(since), hours));
        Adopted([(Instant::MIN, first)].into_iter().chain(later).collect())
    })
}

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        8 => (0..40_i64).prop_map(|n| Span::Time(n * STEP)),
        3 => (0..4_u32).prop_map(Span::BusinessDays),
        1 => (0..3_u32).prop_map(Span::CalendarDays),
        1 => (0..2_u32).prop_map(Span::CalendarMonths),
        1 => Just(Span::EndOfBusinessDay),
        1 => Just(Span::EndOfNextBusinessDay),
    ]
}

fn target() -> impl Strategy<Value = Target> {
    let promise = prop_oneof![
        6 => span().prop_map(Promise::Within),
        1 => Just(Promise::None),
        1 => Just(Promise::BestEffort),
        1 => Just(Promise::Open),
    ];
    let cut_off = prop_oneof![3 => Just(None), 1 => (0..48_u32).prop_map(|n| Some(n * 1_800))];
    let all = (promise, select(&CALENDARS[..]), cut_off);
    all.prop_map(|(promise, calendar, cut_off)| Target {
        promise,
        one_of: Vec::new(),
        calendar: Some(calendar.to_owned()),
        waits_for: None,
        negotiable: true,
        cut_off,
        says: None,
        commitment: None,
        other_figure: None,
        source: Source::default(),
    })
}

fn met_by(id: &'static str) -> BoxedStrategy<MetBy> {
    use MilestoneAct::{
        Acknowledged, Assigned, Closed, Escalated, Eta, OfPlan, Opened, PriorityConfirmed, Replied,
        Resolved,
    };
    let any = |acts: &[MilestoneAct]| Just(MetBy::AnyOf(acts.to_vec()));
    let fixed = || OfPlan("fixed".to_owned());
    match id {
        "resolution" => prop_oneof![
            4 => any(&[Resolved]),
            2 => any(&[Resolved, fixed()]),
            1 => any(&[Closed]),
            1 => Just(MetBy::AllOf(vec![Resolved, Eta])),
            1 => Just(MetBy::AllOf(vec![Resolved, fixed()])),
        ]
        .boxed(),
        "response" => prop_oneof![
            3 => any(&[Acknowledged]),
            2 => any(&[Replied]),
            2 => Just(MetBy::AllOf(vec![Opened, PriorityConfirmed, Acknowledged])),
        ]
        .boxed(),
        "next-reply" => any(&[Replied]).boxed(),
        _ => prop_oneof![
            any(&[Eta]),
            any(&[Assigned]),
            any(&[Replied]),
            any(&[Opened]),
            any(&[Escalated, Resolved]),
            any(&[fixed()]),
            any(&[fixed(), OfPlan("told".to_owned())]),
            Just(MetBy::AllOf(vec![fixed(), OfPlan("told".to_owned())])),
        ]
        .boxed(),
    }
}

fn starts(id: &'static str) -> BoxedStrategy<Vec<Start>> {
    match id {
        "response" | "resolution" => prop_oneof![
            5 => Just(vec![Start::Opened]),
            1 => Just(vec![Start::Opened, Start::Reopened]),
            1 => Just(vec![Start::Acknowledged]),
        ]
        .boxed(),
        "next-reply" => Just(vec![Start::CustomerReplied]).boxed(),
        _ => prop_oneof![
            Just(vec![Start::Opened, Start::Replied]),
            Just(vec![Start::Assigned, Start::Resolved]),
            Just(vec![Start::PriorityConfirmed, Start::Eta]),
            Just(vec![Start::Opened, Start::OfPlan("fixed".to_owned())]),
            Just(vec![Start::CustomerReplied, Start::Escalated]),
        ]
        .boxed(),
    }
}

fn until() -> impl Strategy<Value = Vec<MilestoneAct>> {
    let fixed = MilestoneAct::OfPlan("fixed".to_owned());
    prop_oneof![
        9 => Just(Vec::new()),
        1 => Just(vec![MilestoneAct::Eta]),
        1 => Just(vec![fixed, MilestoneAct::Escalated]),
    ]
}

fn milestone(id: &'static str) -> impl Strategy<Value = Milestone> {
    let paused_by = vec![
        State::WaitingCustomer,
        State::WaitingVendor,
        State::WaitingThirdParty,
        State::Resolved,
    ];
    let on_raise = [OnRaise::Strictest, OnRaise::FromChange, OnRaise::FromOpened];
    let on_lower = [OnLower::FromOpened, OnLower::FromChange];
    let on_reopen = [
        OnReopen::Continue,
        OnReopen::Continue,
        OnReopen::NewCycle,
        OnReopen::Keep,
    ];
    (
        starts(id),
        met_by(id),
        subsequence(paused_by, 0..=4),
        select(on_raise.to_vec()),
        select(on_lower.to_vec()),
        select(on_reopen.to_vec()),
        (prop::array::uniform3(target()), targets_of_kinds(), until()),
    )
        .prop_map(
            move |(starts, met_by, paused_by, on_raise, on_lower, on_reopen, rest)| {
                let (targets, when, until) = rest;
                Milestone {
                    id: id.to_owned(),
                    title: id.to_owned(),
                    starts,
                    met_by,
                    until,
                    paused_by,
                    commitment: Commitment::Promise,
                    on_raise,
                    on_lower,
                    on_reopen,
                    targets: targets.to_vec(),
                    when,
                    source: Source::default(),
                }
            },
        )
}

/// Kinds of every sort; a kind of each terms has one of them.
fn kinds() -> Vec<TicketKind> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let kind = |id: &str, conditions: Vec<(KindProperty, KindWords)>| {
        let conditions = conditions.into_iter();
        let conditions = conditions.map(|(property, words)| KindCondition { property, words });
        TicketKind {
            id: id.to_owned(),
            title: id.to_owned(),
            conditions: conditions.collect(),
            during: None,
            outside: None,
            source: Source::default(),
        }
    };
    let one_of = |all: &[&str]| KindWords::OneOf(words(all));
    let all_but = |all: &[&str]| KindWords::AllBut(words(all));
    let urgent_calls = vec![
        (KindProperty::Channel, one_of(&["phone"])),
        (KindProperty::Priority, one_of(&["p1", "p2"])),
    ];
    vec![
        kind("urgent-calls", urgent_calls),
        TicketKind {
            outside: Some("a".to_owned()),
            ..kind("at-night", vec![(KindProperty::Priority, all_but(&["p3"]))])
        },
        TicketKind {
            during: Some("b".to_owned()),
            ..kind("by-day", Vec::new())
        },
        kind(
            "no-mail",
            vec![(KindProperty::Channel, all_but(&["email"]))],
        ),
        kind("quota", vec![(KindProperty::Topic, one_of(&["quota"]))]),
        kind("foreign", vec![(KindProperty::Language, all_but(&["en"]))]),
        kind("on-second", vec![(KindProperty::Line, one_of(&["second"]))]),
        kind(
            "asked-for",
            vec![(KindProperty::OnRequest, one_of(&["asked-for"]))],
        ),
        kind(
            "asked-too",
            vec![
                (KindProperty::OnRequest, one_of(&["asked-too"])),
                (KindProperty::Priority, one_of(&["p1", "p2"])),
            ],
        ),
    ]
}

fn targets_of_kinds() -> impl Strategy<Value = Vec<KindTargets>> {
    let ids: Vec<String> = kinds().into_iter().map(|kind| kind.id).collect();
    let some = subsequence(ids, 1..=4);
    let some = prop_oneof![1 => Just(Vec::new()), 1 => some];
    some.prop_flat_map(|ids| {
        let of = |kind: String| {
            let silent = prop::bool::weighted(0.2);
            let targets = prop::array::uniform3((target(), silent));
            targets.prop_map(move |targets| KindTargets {
                kind: kind.clone(),
                targets: targets
                    .into_iter()
                    .map(|(target, silent)| match silent {
                        true => Target {
                            promise: Promise::Missing,
                            ..target
                        },
                        false => target,
                    })
                    .collect(),
            })
        };
        ids.into_iter().map(of).collect::<Vec<_>>()
    })
}

fn change(id: &str) -> PriorityChange {
    PriorityChange {
        id: id.to_owned(),
        title: id.to_owned(),
        by: Side::Desk,
        from: Vec::new(),
        to: ChangeTo::Any,
        meets: Vec::new(),
        corrects: false,
        included: true,
        source: Source::default(),
    }
}

fn act(id: &str, answers: bool) -> PlanAct {
    PlanAct {
        id: id.to_owned(),
        title: id.to_owned(),
        answers,
        source: Source::default(),
    }
}

fn allowance(milestones: Vec<&'static str>) -> Allowance {
    Allowance {
        id: "hours".to_owned(),
        title: "Hours".to_owned(),
        grant: Grant::Hours(Settled::Is(3600)),
        per: TermPeriod::Term,
        topics: Vec::new(),
        when_used_up: WhenUsedUp::Lapses(milestones.into_iter().map(str::to_owned).collect()),
        rounded_up_to: None,
        entry_at_least: None,
        rolls_over: None,
        source: Source::default(),
    }
}

fn reopen_within() -> impl Strategy<Value = ReopenWithin> {
    prop_oneof![
        4 => (0..30_u32).prop_map(|days| ReopenWithin::Within(Span::CalendarDays(days))),
        1 => Just(ReopenWithin::Never),
        3 => Just(ReopenWithin::Always),
    ]
}

fn terms() -> impl Strategy<Value = Terms> {
    let milestones = MILESTONES.map(|id| milestone(id).boxed());
    let [response, resolution, next_reply, update] = milestones;
    let all = (response, resolution, next_reply, update);
    let lapses = subsequence(MILESTONES.to_vec(), 0..=4);
    let lines = subsequence(LINES.to_vec(), 0..=3);
    let lacks = option::weighted(0.15, 0..PRIORITIES.len());
    let more = (1..=15_u8, lapses, lines, reopen_within(), lacks);
    (all, more).prop_map(
        |((one, two, three, four), (kept, lapses, lines, reopen_within, lacks))| {
            let mut terms = crate::terms::bare(&PRIORITIES);
            if let Some(lacks) = lacks {
                terms.priorities[lacks].included = false;
            }
            let calendar = terms.calendars.values().next().expect("its hours").clone();
            let named = |key: &&str| ((*key).to_owned(), calendar.clone());
            terms.calendars = CALENDARS.iter().map(named).collect();
            terms.kinds = kinds();
            terms.reopen_within = reopen_within;
            terms.lines = lines.into_iter().map(str::to_owned).collect();
            terms.hours = Some("a".to_owned());
            terms.business_days = Some("b".to_owned());
            let all = [one, two, three, four].into_iter().enumerate();
            let all = all.filter(|(bit, _)| kept & (1 << bit) != 0);
            terms.milestones = all.map(|(_, milestone)| milestone).collect();
            let mut meets = change("restored");
            meets.meets = vec!["resolution".to_owned(), "update".to_owned()];
            let mut corrects = change("misjudged");
            corrects.corrects = true;
            terms.changes = vec![meets, corrects, change("agreed")];
            terms.allowances = vec![allowance(lapses)];
            terms.acts = vec![act("fixed", false), act("told", true)];
            terms
        },
    )
}

fn page() -> impl Strategy<Value = Page> {
    (terms().boxed(), adopted().boxed(), adopted().boxed()).prop_map(|(terms, a, b)| Page {
        terms,
        hours: BTreeMap::from([("a".to_owned(), a), ("b".to_owned(), b)]),
    })
}

/// For whom a ticket may wait.
pub fn waiting_on() -> impl Strategy<Value = WaitingOn> {
    select(vec![
        WaitingOn::Customer,
        WaitingOn::Vendor,
        WaitingOn::ThirdParty,
    ])
}

fn priority() -> impl Strategy<Value = String> {
    prop_oneof![
        12 => select(&PRIORITIES[..]).prop_map(str::to_owned),
        1 => Just("unknown".to_owned()),
    ]
}

/// A priority that the terms have.
pub fn known_priority() -> impl Strategy<Value = String> {
    select(&PRIORITIES[..]).prop_map(str::to_owned)
}

fn prioritised() -> impl Strategy<Value = Fact> {
    let reason = prop_oneof![
        3 => Just(None),
        2 => Just(Some("misjudged".to_owned())),
        3 => Just(Some("restored".to_owned())),
        1 => Just(Some("agreed".to_owned())),
    ];
    let by = prop_oneof![4 => Just(Side::Desk), 1 => Just(Side::Customer)];
    let replaces = option::weighted(0.2, (1..8_i64).prop_map(EventId));
    (priority(), reason, by, replaces).prop_map(|(to, reason, by, replaces)| {
        Prioritised {
            to,
            reason,
            by,
            replaces,
        }
        .into()
    })
}

fn closed() -> impl Strategy<Value = Fact> {
    let how = prop_oneof![
        3 => Just(ClosedAs::Done),
        1 => Just(ClosedAs::Withdrawn),
        1 => Just(ClosedAs::Duplicate),
        1 => Just(ClosedAs::Spam),
    ];
    how.prop_map(|r#as| Closed { r#as }.into())
}

fn absorbed() -> impl Strategy<Value = Fact> {
    let terms = select(vec![EventId(101), EventId(102)]);
    // at any instant, as promises in days and months leave one; a month away now and then
    let due = prop_oneof![5 => 0..300_i64, 1 => 300..1700_i64];
    let limit = (select(&MILESTONES[..]), select(&CALENDARS[..]), terms, due);
    let limit = limit.prop_map(|(milestone, calendar, terms, due)| AbsorbedLimit {
        milestone: milestone.to_owned(),
        priority: "p1".to_owned(),
        calendar: calendar.to_owned(),
        terms,
        due: BEGIN.plus(due * STEP),
        kind: None,
        clause: None,
    });
    vec(limit, 1..3).prop_map(|limits| {
        Absorbed {
            from: TicketNo(9),
            limits,
        }
        .into()
    })
}

fn moved() -> impl Strategy<Value = Fact> {
    let terms = option::weighted(0.8, select(vec![EventId(101), EventId(102)]));
    terms.prop_map(|terms| {
        Moved {
            customer: CustomerId(2),
            contract: None,
            terms,
            allowance: None,
        }
        .into()
    })
}

fn entitled() -> impl Strategy<Value = Fact> {
    select(vec![EventId(101), EventId(102)]).prop_map(|terms| {
        Entitled {
            contract: ContractId(1),
            terms,
            allowance: None,
        }
        .into()
    })
}

fn staff() -> impl Strategy<Value = String> {
    select(vec!["minh", "ann", "bob"]).prop_map(str::to_owned)
}

fn line() -> impl Strategy<Value = String> {
    select(&LINES[..]).prop_map(str::to_owned)
}

fn channel() -> impl Strategy<Value = Option<String>> {
    option::weighted(0.6, select(&CHANNELS[..]).prop_map(str::to_owned))
}

fn topic() -> impl Strategy<Value = TicketWords> {
    let topic = option::weighted(0.6, select(&TOPICS[..]));
    topic.prop_map(|topic| {
        let topic = topic.map(|topic| (TicketWord::Topic, topic.to_owned()));
        topic.into_iter().collect()
    })
}

fn language() -> impl Strategy<Value = Option<String>> {
    option::weighted(0.4, select(&LANGUAGES[..]).prop_map(str::to_owned))
}

/// A kind that is asked for; `none` is for nothing any more.
fn asks() -> impl Strategy<Value = Option<String>> {
    option::weighted(
        0.3,
        select(vec!["asked-for", "asked-too", "none"]).prop_map(str::to_owned),
    )
}

fn received() -> impl Strategy<Value = Fact> {
    let asks = asks().prop_map(|asks| asks.filter(|kind| kind != "none"));
    (channel(), asks).prop_map(|(channel, asks)| {
        CustomerReplied {
            channel,
            contact: None,
            asks,
        }
        .into()
    })
}

fn edited() -> impl Strategy<Value = Fact> {
    (topic(), language(), asks()).prop_map(|(words, language, asks)| {
        Edited {
            words,
            language,
            asks,
            contact: None,
            allowance: None,
        }
        .into()
    })
}

/// What changes nothing but what the ticket names.
pub fn renamed() -> impl Strategy<Value = Fact> {
    edited()
}

fn marked() -> impl Strategy<Value = Fact> {
    let act = || select(&["fixed", "fixed", "told"][..]).prop_map(str::to_owned);
    // of which mark it is shows once the history is there
    let withdrawn = (act(), 1..12_i64).prop_map(|(act, event)| {
        let event = EventId(event);
        Fact::from(MarkWithdrawn { act, event })
    });
    prop_oneof![
        3 => act().prop_map(|act| ActMarked { act }.into()),
        2 => withdrawn,
    ]
}

fn speech() -> impl Strategy<Value = Fact> {
    let replied = Replied { channel: None };
    prop_oneof![
        2 => Just(Fact::from(Acknowledged {})),
        1 => Just(Fact::from(PriorityConfirmed {})),
        3 => Just(Fact::from(replied)),
        3 => received(),
        2 => edited(),
        1 => Just(Fact::from(Noted {})),
        1 => option::weighted(0.7, staff()).prop_map(|to| Assigned { to }.into()),
        1 => line().prop_map(|line| Escalated { line }.into()),
        1 => Just(Fact::from(Promised { eta: BEGIN })),
    ]
}

fn course() -> impl Strategy<Value = Fact> {
    prop_oneof![
        4 => waiting_on().prop_map(|on| Waiting { on, until: None }.into()),
        3 => Just(Fact::from(Resumed {})),
        4 => Just(Fact::from(Resolved {})),
        4 => Just(Fact::from(Reopened {})),
        2 => closed(),
    ]
}

fn rarities() -> impl Strategy<Value = Fact> {
    let lapsed = option::weighted(0.7, 0..800_i64).prop_map(|until| {
        Lapsed {
            allowance: "hours".to_owned(),
            until: until.map(at),
            clause: None,
        }
        .into()
    });
    let restored = Restored {
        allowance: "hours".to_owned(),
    };
    let exempted = Exempted {
        ground: "misuse".to_owned(),
    };
    let agreed = (select(&MILESTONES[..]), span()).prop_map(|(milestone, within)| {
        Agreed {
            milestone: milestone.to_owned(),
            within,
        }
        .into()
    });
    prop_oneof![
        4 => agreed,
        6 => absorbed(),
        6 => lapsed,
        3 => Just(Fact::from(restored)),
        1 => Just(Fact::from(exempted)),
        1 => moved(),
        1 => entitled(),
        1 => Just(Fact::from(Merged { into: TicketNo(9) })),
        4 => (1..10_i64).prop_map(|entry| Undone { entry: EntryId(entry) }.into()),
    ]
}

/// A fact, how long after the one before it was recorded, how long ago it happened, whether the
/// same command wrote it, whether it is a correction.
#[derive(Clone, Debug)]
struct Step {
    fact: Fact,
    after: i64,
    ago: i64,
    same_entry: bool,
    corrects: bool,
}

/// Something that happens to a ticket.
pub fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        4 => speech().boxed(),
        3 => marked().boxed(),
        5 => course().boxed(),
        5 => prioritised().boxed(),
        4 => rarities().boxed(),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let after = prop_oneof![1 => Just(0), 3 => 0..6_i64, 2 => 0..60_i64];
    let ago = prop_oneof![6 => Just(0), 1 => 0..60_i64];
    (
        fact(),
        after,
        ago,
        prop::bool::weighted(0.2),
        prop::bool::weighted(0.1),
    )
        .prop_map(|(fact, after, ago, same_entry, corrects)| Step {
            fact,
            after,
            ago,
            same_entry,
            corrects,
        })
}

/// What an opening names: its priority, its terms, its channel, its topic, its language, what it asks
/// for.
type OpeningWords = (
    Option<String>,
    Option<EventId>,
    Option<String>,
    TicketWords,
    Option<String>,
    Option<String>,
);

fn opened((priority, terms, channel, words, language, asks): OpeningWords) -> Fact {
    Opened {
        terms,
        priority,
        channel,
        words,
        language,
        asks,
        ..Opened::by(CustomerId(1))
    }
    .into()
}

fn history(opening: Fact, opens: i64, steps: Vec<Step>) -> Vec<Event> {
    let mut recorded = opens;
    // now and then another clock ran a step ahead of the one that recorded it
    let mut ahead = 0;
    let mut entry = 1;
    let mut events = Vec::new();
    let opening = Step {
        fact: opening,
        after: 0,
        ago: 0,
        same_entry: true,
        corrects: false,
    };
    for (step, id) in [opening].into_iter().chain(steps).zip(1..) {
        if !step.same_entry {
            entry += 1;
            recorded += step.after;
            ahead = i64::from(step.after % 7 == 3);
        }
        events.push(Event {
            id: EventId(id),
            entry: EntryId(entry),
            stream: Stream::Ticket(TicketNo(1)),
            at: at(recorded - step.ago),
            recorded: at(recorded),
            present: at(recorded + ahead),
            actor: "minh".to_owned(),
            fact: step.fact,
            corrects: step.corrects,
        });
    }
    name_marks(&mut events);
    events
}

/// Lets most withdrawals be of the last mark that was written before them.
fn name_marks(events: &mut [Event]) {
    let mut last = None;
    for event in events {
        match &mut event.fact {
            Fact::ActMarked(marked) => last = Some((marked.act.clone(), event.id)),
            Fact::MarkWithdrawn(withdrawn) if withdrawn.event.0 % 4 != 0 => {
                if let Some((act, id)) = &last {
                    withdrawn.act.clone_from(act);
                    withdrawn.event = *id;
                }
            }
            _ => {}
        }
    }
}

/// A desk and a ticket's history of up to `most` events after its opening.
pub fn world(most: usize) -> impl Strategy<Value = World> {
    let priority = option::weighted(0.9, priority());
    let terms = option::weighted(0.95, Just(EventId(101)));
    let opening = (priority, terms, channel(), topic(), language(), asks());
    let history = (opening, 0..400_i64, vec(step().boxed(), 0..=most))
        .prop_map(|(opening, opens, steps)| history(opened(opening), opens, steps));
    (page().boxed(), page().boxed(), history.boxed()).prop_map(|(one, two, events)| World {
        pages: BTreeMap::from([(EventId(101), one), (EventId(102), two)]),
        events,
    })
}
