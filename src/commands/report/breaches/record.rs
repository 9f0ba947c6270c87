//! A breach with all that is told of it, as a record, a row and an object.

use super::super::names::person_or_nobody;
use crate::commands::ticket::record::{BreachCause, HELD, held};
use crate::core::model::EventId;
use crate::core::report::{BreachCount, ReportClock};
use crate::core::sla::{ClockWait, HolderShare, Measure};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Cell, Column, DocTable, Listing, Said, Words, record};
use crate::wording::{NOT_YET, NameKind, said};

/// One line of the list.
#[derive(Clone, Debug)]
pub(in super::super) struct Breach {
    pub row: ReportClock<'static>,
    pub measure: Option<Measure>,
    /// What its ticket is about.
    pub subject: String,
    pub customer: String,
    pub contact: Option<String>,
    pub assignee: Option<String>,
    /// What was given for it.
    pub cause: Option<BreachCause>,
    pub corrected: Option<TakenBack>,
    /// Who held it for how much of its open time.
    pub held: Vec<HolderShare>,
    /// What it stood still for.
    pub waits: Vec<ClockWait>,
    /// The hours in which it counts, and their zone.
    pub hours: Option<(String, String)>,
    /// The priorities that its ticket had up to its end, each with when it was set.
    pub priorities: Vec<(Instant, String)>,
    /// The words in which the source publishes the target.
    pub says: Option<String>,
    /// The kind of tickets whose target it is; none: that of every ticket.
    pub kind: Option<String>,
    /// Whether it is what was left of a promise on a ticket that was merged into this one.
    pub is_taken_over: bool,
    /// When it is looked at.
    pub at: Instant,
    /// Where totals count its promise.
    pub counts: BreachCount,
}

impl Breach {
    /// What its ticket is about, below its row.
    pub(in super::super) fn about(&self) -> Words {
        said::breach_subject(Cell::text(&self.subject)).into()
    }

    /// What must be known beside how late it is: up to when that is counted where it goes on, and
    /// that no hours of support count where it ended after them.
    pub(in super::super) fn how_late(&self) -> Option<Said> {
        let late = self.measure.as_ref()?.late?;
        let ended = self.row.ended.filter(|ended| *ended <= self.at);
        match (ended, self.row.due) {
            (None, _) => Some(said::why_not_done(Cell::Dated(self.at))),
            (Some(ended), Some(due)) if late == 0 && ended > due => {
                let after = Cell::Overdue(due.since(ended));
                Some(said::why_late_outside(after))
            }
            (Some(_), _) => None,
        }
    }
}

/// Who took a breach back, when and why.
#[derive(Clone, Debug)]
pub(in super::super) struct TakenBack {
    pub event: EventId,
    pub actor: String,
    pub at: Instant,
    pub reason: Option<String>,
}

type C = Column<Breach>;

const TAKEN: &[&str] = &["event", "at", "actor", "reason"];

pub(in super::super) const COLUMNS: &[C] = &[
    C::shown("ticket", |b| Cell::Id(b.row.ticket.0)).names(),
    C::shown("milestone", |b| Cell::milestone(b.row.milestone.clone())),
    C::shown("priority", |b| Cell::priority(b.row.priority.clone())),
    C::shown("held_by", |b| Cell::person_if(b.row.held_by.clone())).titled("HELD BY"),
    C::shown("due", |b| Cell::from(b.row.due)),
    C::shown("ended", |b| Cell::from(b.row.ended)),
    C::shown("late_seconds", |b| seconds(b, |m| m.late)).titled("LATE"),
    C::shown("paused_seconds", |b| seconds(b, |m| Some(m.paused)))
        .titled("PAUSED")
        .gives_way(1),
    C::shown("cause", why),
    C::more("clock", |b| {
        Cell::code(format!("{}.{}", b.row.ticket, b.row.n))
    }),
    C::more("customer", |b| Cell::code(b.customer.clone())),
    C::more("contact", |b| Cell::code_if(b.contact.clone())),
    C::more("assignee", |b| Cell::person_if(b.assignee.clone())),
    C::more("started", |b| Cell::Instant(b.row.started)),
    C::more("target", |b| {
        let target = b.row.target.clone();
        target.map_or(Cell::Absent, |target| Cell::Target(target.into_owned()))
    }),
    C::more("corrected", |b| taken(b.corrected.as_ref())).holds(TAKEN),
    C::more("clause", |b| Cell::code_if(b.row.clause.clone())),
    C::more("held_line", |b| Cell::from(b.row.held_line)),
    C::more("kind", |b| Cell::code_if(b.row.kind.clone())),
    C::more("held", |b| held(&b.held)).holds(HELD),
    C::more("waits", |b| Cell::List(b.waits.iter().map(wait).collect())).holds(WAIT),
    C::more("hours", |b| {
        Cell::code_if(
            b.hours
                .as_ref()
                .map(|(week, zone)| format!("{week} {zone}")),
        )
    }),
    C::more("priorities", |b| {
        Cell::List(b.priorities.iter().map(priority).collect())
    })
    .holds(PRIORITY),
    C::more("cause_code", |b| {
        Cell::code_if(b.cause.as_ref().and_then(|cause| cause.code.clone()))
    }),
    C::more("cause_text", |b| {
        Cell::text_if(b.cause.as_ref().and_then(|cause| cause.text.clone()))
    }),
    C::more("priority_rank", |b| Cell::from(b.row.rank)),
    C::more("subject", |b| Cell::text(&b.subject)),
];

/// Why it came about; of one that was taken back, that it was.
fn why(breach: &Breach) -> Cell {
    match &breach.corrected {
        Some(taken) => {
            let actor = Cell::person(taken.actor.clone());
            match &taken.reason {
                Some(reason) => Cell::told(
                    Cell::text(format!("corrected by {}: {reason}", taken.actor)),
                    said::corrected_by_for(
                        actor,
                        Cell::Named(NameKind::Reason, reason.clone().into()),
                    ),
                ),
                None => Cell::told(
                    Cell::text(format!("corrected by {}", taken.actor)),
                    said::corrected_by(actor),
                ),
            }
        }
        None => Cell::text_if(breach.cause.as_ref().map(BreachCause::says)),
    }
}

const WAIT: &[&str] = &["why", "seconds"];

fn wait(wait: &ClockWait) -> Cell {
    Cell::object([
        ("why", Cell::word_of(wait.why)),
        ("seconds", Cell::Seconds(wait.seconds)),
    ])
}

const PRIORITY: &[&str] = &["priority", "at"];

fn priority((at, to): &(Instant, String)) -> Cell {
    Cell::object([
        ("priority", Cell::priority(to.clone())),
        ("at", Cell::Instant(*at)),
    ])
}

fn seconds(breach: &Breach, of: fn(&Measure) -> Option<i64>) -> Cell {
    Cell::seconds_if(breach.measure.as_ref().and_then(of))
}

fn taken(taken: Option<&TakenBack>) -> Cell {
    taken.map_or(Cell::Absent, |taken| {
        Cell::object([
            ("event", Cell::Id(taken.event.0)),
            ("at", Cell::Instant(taken.at)),
            ("actor", Cell::person(taken.actor.clone())),
            ("reason", Cell::text_if(taken.reason.clone())),
        ])
    })
}

/// The breaches as a page has them.
///
/// # Errors
/// A record cannot be read.
pub(in super::super) fn table(found: &[Breach]) -> Result<DocTable, Failure> {
    let holder = |cell: &Cell| match cell {
        Cell::Absent => person_or_nobody(None),
        holder => holder.clone(),
    };
    let ended = |cell: &Cell| match cell {
        Cell::Absent => Cell::word_of(NOT_YET),
        ended => ended.clone(),
    };
    let table = Listing::of("breaches", COLUMNS, found.to_vec()).table()?;
    let stood_still = |cell: &Cell| match cell {
        Cell::Seconds(0) => Cell::Absent,
        time => time.clone(),
    };
    let table = table.said_as("held_by", holder).said_as("ended", ended);
    Ok(table.said_as("paused_seconds", stood_still))
}

/// The breaches as objects of all their columns.
pub(in super::super) fn objects(found: &[Breach]) -> Cell {
    Cell::List(found.iter().map(|breach| record(COLUMNS, breach)).collect())
}
