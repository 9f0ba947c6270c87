//! The lives of tickets: opened, answered in time or late, waiting, raised and lowered, resolved,
//! reopened, closed.

use super::customers::{DemoCustomer, STAFF};
use super::random::Random;
use chrono::Timelike;

use crate::context::{Bulk, Session, case_allowance};
use crate::core::model::{
    Acknowledged, Assigned, Closed, ClosedAs, CustomerReplied, EventText, Fact, Opened,
    Prioritised, PriorityConfirmed, Reopened, Replied, Resolved, Side, TicketNo, TicketWord,
    TicketWords, Waiting, WaitingOn, Worked,
};
use crate::core::terms::{Promise, Terms, Word};
use crate::core::time::Instant;
use crate::core::time::Span;
use crate::failure::Failure;
use crate::wording::event;

/// Why a breach is off the record once what happened before it is written.
fn reason() -> String {
    event::WRITTEN_AFTERWARDS.to_owned()
}

/// At most so many transactions write it.
pub(super) const CHAPTERS: usize = 1500;

/// What was written in one go, under the clock as it stood.
pub(super) struct HistoryPart {
    pub now: Instant,
    /// Which ticket of the story, and what happened.
    lines: Vec<(usize, HistoryLine)>,
}

enum HistoryLine {
    Opened {
        at: Instant,
        opened: Opened,
        subject: &'static str,
    },
    Fact {
        at: Instant,
        fact: Fact,
        text: Option<&'static str>,
    },
    /// Booked to the hours of the contract, where it has any.
    Worked { seconds: i64 },
}

impl HistoryLine {
    fn at(&self) -> Option<Instant> {
        match self {
            HistoryLine::Opened { at, .. } | HistoryLine::Fact { at, .. } => Some(*at),
            HistoryLine::Worked { .. } => None,
        }
    }
}

const SUBJECTS: [&str; 16] = [
    "Nobody can log in",
    "Report shows last year's figures",
    "Import stops at row 1,204",
    "Mail to contacts is not sent",
    "Search finds nothing since the update",
    "Dashboard is slow between 9 and 10",
    "Wrong currency on invoices",
    "How do I add a field to the order form?",
    "Calendar shows meetings an hour late",
    "Integration with the shop returns 401",
    "Cannot merge duplicate accounts",
    "Export to a spreadsheet loses accents",
    "New role sees too much",
    "Backup did not run on Sunday",
    "Phone number format is refused",
    "Typing error on the welcome page",
];

/// The whole history in order, cut into chapters.
pub(super) fn parts(
    customers: &[DemoCustomer],
    count: u32,
    random: &mut Random,
    began: Instant,
    now: Instant,
) -> Vec<HistoryPart> {
    let mut lines: Vec<(Instant, usize, HistoryLine)> = Vec::new();
    for ticket in 0..count as usize {
        for (at, line) in ticket_history(customers, random, began, now) {
            lines.push((at, ticket, line));
        }
    }
    lines.sort_by_key(|(at, ..)| *at);
    let step = (now.since(began) / i64::try_from(CHAPTERS).unwrap_or(1)).max(60);
    let mut parts: Vec<HistoryPart> = Vec::new();
    for (at, ticket, line) in lines {
        let same = parts.last().is_some_and(|last| {
            last.lines
                .first()
                .and_then(|(_, line)| line.at())
                .is_some_and(|first| at.since(first) < step)
        });
        match parts.last_mut() {
            Some(last) if same => {
                last.now = last.now.max(at);
                last.lines.push((ticket, line));
            }
            _ => parts.push(HistoryPart {
                now: at,
                lines: vec![(ticket, line)],
            }),
        }
    }
    parts
}

/// One ticket's life, as far as it has come.
fn ticket_history(
    customers: &[DemoCustomer],
    random: &mut Random,
    began: Instant,
    now: Instant,
) -> Vec<(Instant, HistoryLine)> {
    let member = random.below(customers.len());
    let terms = &customers[member].terms;
    let course = Course::of(random);
    let whole = now.since(began);
    let ago = match course {
        Course::Worked => whole,
        Course::Unanswered => whole.min(4 * 86_400),
        Course::Unsolved => whole.min(12 * 86_400),
    };
    let minute = now.plus(-60 - i64::from(now.utc().second()));
    let opened = minute.plus(-random.minutes(0, ago - 120));
    let rank = match random.below(10) {
        0 => 0,
        1..=3 => 1,
        _ => 2,
    };
    let rank = rank.min(terms.priorities.len() - 1);
    let topic = pick(
        random,
        terms
            .topics
            .iter()
            .filter(|t| t.included && t.only_for.is_none()),
        |t| &t.id,
    );
    let channels = terms.channels.iter().filter(|c| c.takes_tickets());
    let opening = HistoryLine::Opened {
        at: opened,
        opened: Opened {
            contract: Some(customers[member].contract),
            terms: Some(customers[member].signed),
            contact: random.pick(&customers[member].contacts).copied(),
            channel: pick(random, channels, |c| &c.id),
            allowance: case_allowance(terms, topic.as_deref()).map(|a| a.id.clone()),
            priority: Some(terms.priorities[rank].id.clone()),
            words: words(terms, topic),
            ..Opened::by(customers[member].customer)
        },
        subject: random.pick(&SUBJECTS).copied().unwrap_or_default(),
    };
    let mut told = vec![(opened, opening)];
    let mut at = opened;
    work(random, course, terms, rank, &mut at, &mut told);
    told.retain(|(at, _)| *at < now);
    told
}

fn pick<'t, T: 't>(
    random: &mut Random,
    from: impl Iterator<Item = &'t T>,
    id: impl Fn(&T) -> &String,
) -> Option<String> {
    let ids: Vec<&String> = from.map(id).collect();
    random.pick(&ids).map(|id| (*id).clone())
}

/// How long an answer may take, roughly: what its chance of being late is measured by.
fn promised(terms: &Terms, rank: usize) -> i64 {
    let response = terms.milestones.first().and_then(|m| m.targets.get(rank));
    match response.map(|target| target.promise) {
        Some(Promise::Within(Span::Time(seconds))) => seconds,
        Some(Promise::Within(Span::BusinessDays(days))) => i64::from(days) * 86_400,
        _ => 8 * 3600,
    }
}

/// How far a ticket gets. What is left lying is of these days: a desk that worked does not leave a
/// customer without an answer for months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Course {
    /// To its end, if that has come.
    Worked,
    /// Nobody takes it.
    Unanswered,
    /// It is answered, and no more.
    Unsolved,
}

impl Course {
    fn of(random: &mut Random) -> Course {
        match random.below(100) {
            0..=3 => Course::Unanswered,
            4..=9 => Course::Unsolved,
            _ => Course::Worked,
        }
    }
}

fn work(
    random: &mut Random,
    course: Course,
    terms: &Terms,
    rank: usize,
    at: &mut Instant,
    told: &mut Vec<(Instant, HistoryLine)>,
) {
    let mut add = |at: Instant, fact: Fact, text: Option<&'static str>| {
        told.push((at, HistoryLine::Fact { at, fact, text }));
    };
    if course == Course::Unanswered {
        return;
    }
    let within = promised(terms, rank);
    let late = random.percent(9);
    *at = at.plus(match late {
        true => random.minutes(within, within * 3),
        false => random.minutes(60, within.max(120) / 2),
    });
    let who = STAFF[random.below(STAFF.len())].0.to_owned();
    add(*at, Fact::from(Assigned { to: Some(who) }), None);
    add(*at, Fact::from(Acknowledged {}), None);
    add(*at, Fact::from(PriorityConfirmed {}), None);
    *at = at.plus(random.minutes(60, 1200));
    add(
        *at,
        Fact::from(Replied { channel: None }),
        Some("We are looking into it."),
    );
    if random.percent(8) && rank > 0 {
        *at = at.plus(random.minutes(300, 7200));
        let to = terms.priorities[rank - 1].id.clone();
        let raised = Prioritised {
            to,
            reason: None,
            by: Side::Desk,
            replaces: None,
        };
        add(*at, Fact::from(raised), Some("It is worse than it looked."));
    }
    if random.percent(30) {
        *at = at.plus(random.minutes(600, 14_400));
        let waiting = Waiting {
            on: WaitingOn::Customer,
            until: None,
        };
        add(*at, Fact::from(waiting), Some("Could you send us the log?"));
        *at = at.plus(random.minutes(1800, 2 * 86_400));
        let reply = CustomerReplied {
            channel: None,
            contact: None,
            asks: None,
        };
        add(*at, Fact::from(reply), Some("Here it is."));
    }
    if course == Course::Unsolved {
        return;
    }
    *at = at.plus(random.minutes(1800, within.max(7200) * 4));
    add(*at, Fact::from(Resolved {}), Some("Done; please check."));
    if random.percent(7) {
        *at = at.plus(random.minutes(1800, 86_400));
        add(*at, Fact::from(Reopened {}), Some("It happens again."));
        *at = at.plus(random.minutes(1800, 86_400));
        add(*at, Fact::from(Resolved {}), Some("Now it is done."));
    }
    let spent = 900 * (1 + i64::try_from(random.below(8)).unwrap_or(0));
    told.push((*at, HistoryLine::Worked { seconds: spent }));
    let closing = at.plus(random.minutes(86_400, 5 * 86_400));
    let closed = Closed {
        r#as: match random.percent(4) {
            true => ClosedAs::Duplicate,
            false => ClosedAs::Done,
        },
    };
    told.push((
        closing,
        HistoryLine::Fact {
            at: closing,
            fact: Fact::from(closed),
            text: None,
        },
    ));
}

/// Writes a chapter; `numbers` learns which ticket of the story has which number.
pub(super) fn write_part(
    session: &mut Session<'_>,
    part: HistoryPart,
    numbers: &mut Vec<Option<TicketNo>>,
) -> Result<(), Failure> {
    for (ticket, line) in part.lines {
        if numbers.len() <= ticket {
            numbers.resize(ticket + 1, None);
        }
        match line {
            HistoryLine::Opened {
                at,
                opened,
                subject,
            } => {
                let prose = EventText {
                    subject: Some(subject.to_owned()),
                    ..EventText::default()
                };
                let number = session.writer.next_ticket()?;
                let fact = Fact::from(opened);
                session.bulk(number, vec![Bulk { at, fact, prose }], |_| reason())?;
                numbers[ticket] = Some(number);
            }
            HistoryLine::Fact { at, fact, text } => {
                if let Some(number) = numbers[ticket] {
                    let prose = EventText::saying(text.map(str::to_owned));
                    session.bulk(number, vec![Bulk { at, fact, prose }], |_| reason())?;
                }
            }
            HistoryLine::Worked { seconds } => {
                if let Some(number) = numbers[ticket] {
                    let booking: Worked = session.booking(number, seconds, None)?;
                    session.record(number, Fact::from(booking), EventText::default())?;
                }
            }
        }
    }
    Ok(())
}

/// What a ticket names where its plan has words for it.
fn words(terms: &Terms, topic: Option<String>) -> TicketWords {
    let first = |words: &[Word]| words.first().map(|word| word.id.clone());
    [
        (TicketWord::Topic, topic),
        (TicketWord::Environment, first(&terms.environments)),
        (TicketWord::Component, first(&terms.components)),
        (
            TicketWord::Version,
            first(&terms.environments).map(|_| "8.4".to_owned()),
        ),
    ]
    .into_iter()
    .filter_map(|(word, value)| Some((word, value?)))
    .collect()
}
