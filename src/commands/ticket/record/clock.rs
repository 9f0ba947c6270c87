//! A clock as a record: what json, `--fields` and pages show of it.

use std::convert::Infallible;
use std::sync::LazyLock;

use super::cause::{BreachCause, why_taken_back};
use super::held::held;
use super::published::published;
use crate::context::{RulesCache, TicketWithHistory};
use crate::core::model::{EventId, TicketNo};
use crate::core::sla::{
    Clock, ClockState, Holder, HolderShare, Limit, Measure, Rulebook, measure, shares,
};
use crate::core::time::Instant;
use crate::render::{Cell, Column, column_keys};
use crate::wording::{Spoken, echo, said};

/// A clock read at an instant.
#[derive(Clone, Debug)]
pub(crate) struct ClockRecord {
    pub ticket: TicketNo,
    pub clock: Clock,
    pub state: ClockState,
    pub measure: Option<Measure>,
    /// What was given for its breach.
    pub cause: Option<BreachCause>,
    /// The priority that each of its limits was promised at: another where it was handed on.
    pub promised_at: Vec<String>,
    /// What people read for the kind of each of its limits; none: it is of no kind.
    pub kinds: Vec<Option<String>>,
    /// The words in which the source publishes its target.
    pub says: Option<String>,
    /// Who took its breach back, when, and why.
    pub corrected: Option<(String, Instant, EventId, Option<String>)>,
    /// The number of the support line whose it is.
    pub held_line: Option<u32>,
    /// Who held it for how much of its open time.
    pub held: Vec<HolderShare>,
    /// Met on the word of an import that came after its due.
    pub imported: bool,
}

impl ClockRecord {
    /// The clocks of a ticket, read at an instant.
    pub(crate) fn all(
        page: &TicketWithHistory,
        rules: &RulesCache,
        now: Instant,
    ) -> Vec<ClockRecord> {
        let ticket = &page.ticket;
        let terms = ticket.terms.and_then(|id| rules.terms(id));
        let line = |holder: &Holder| terms?.line_number(holder.line.as_deref()?);
        let clocks = ticket.clocks.iter().map(|clock| ClockRecord {
            ticket: page.number,
            state: clock.state(now),
            measure: measure(clock, rules, now),
            cause: cause(page, rules, clock),
            says: published_words(clock, &ticket.clocks, rules),
            promised_at: promised_at(clock, &ticket.clocks),
            kinds: clock
                .limits
                .iter()
                .map(|limit| kind_title(limit, rules))
                .collect(),
            corrected: ticket
                .corrected
                .iter()
                .find(|correction| correction.clock == clock.n)
                .map(|c| (c.actor.clone(), c.at, c.event, why(page, c.event))),
            held_line: clock.holder().and_then(line),
            held: shares(clock, rules, now),
            imported: clock.is_imported(&rules.imports, ticket.source.as_deref()),
            clock: clock.clone(),
        });
        clocks.collect()
    }

    /// When it goes on by itself, while it stands still.
    pub(crate) fn paused_until(&self) -> Option<Instant> {
        let paused = self
            .clock
            .paused
            .filter(|_| self.state == ClockState::Paused);
        paused.and_then(|paused| paused.until)
    }

    /// The same for a page that has a language.
    pub(crate) fn target_cell(&self) -> Cell {
        let (Some(measure), Some(at)) = (self.measure, self.promised_at.get(self.clock.governing))
        else {
            return Cell::Absent;
        };
        let target = published(Cell::Target(measure.target.to_string()), &self.says);
        match *at == self.clock.priority {
            true => target,
            false => Cell::Said(said::explain_target_at(Cell::priority(at.clone()), target)),
        }
    }

    /// What governs it: `2h`, or `4h at p2` where a limit of another priority was handed on, `1h as phone`
    /// where it is that of a kind of tickets; with the published words where the source has some.
    pub(crate) fn target(&self) -> Option<String> {
        let within = self.measure?.target;
        let at = self.promised_at.get(self.clock.governing)?;
        let target = match *at == self.clock.priority {
            true => within.to_string(),
            false => format!("{within} at {at}"),
        };
        let target = match self.clock.kind() {
            Some(kind) => echo::as_kind(&target, kind),
            None => target,
        };
        Some(match &self.says {
            Some(says) => said::target_published::<Spoken>(says, target).into(),
            None => target,
        })
    }

    /// Whose it is; none: nobody's.
    pub(crate) fn held_by(&self) -> Option<&str> {
        self.clock.holder()?.by.as_deref()
    }

    /// Whether anybody ever had its ticket.
    pub(crate) fn was_held(&self) -> bool {
        self.clock.holders.iter().any(|holder| holder.by.is_some())
    }

    fn measured(&self, value: impl Fn(&Measure) -> Option<i64>) -> Cell {
        Cell::seconds_if(self.measure.as_ref().and_then(value))
    }
}

/// The priority of each limit: that of the clock which the same event brought about.
fn promised_at(clock: &Clock, all: &[Clock]) -> Vec<String> {
    let of = |limit: &Limit| {
        let brought = |other: &&Clock| other.by == limit.by && other.milestone == clock.milestone;
        let made_for = all.iter().find(brought).unwrap_or(clock);
        made_for.priority.clone()
    };
    clock.limits.iter().map(of).collect()
}

/// The title of a limit's kind in the terms that it is of.
pub(crate) fn kind_title(limit: &Limit, rules: &dyn Rulebook) -> Option<String> {
    let kind = limit.kind.as_deref()?;
    let known = rules.terms(limit.terms).and_then(|terms| terms.kind(kind));
    Some(known.map_or(kind, |kind| kind.title.as_str()).to_owned())
}

/// The words in which the source publishes the target of a clock.
fn published_words(clock: &Clock, all: &[Clock], rules: &dyn Rulebook) -> Option<String> {
    let limit = clock.limits.get(clock.governing)?;
    let at = promised_at(clock, all).into_iter().nth(clock.governing)?;
    let says = limit.published(&clock.milestone, &at, rules.terms(limit.terms)?);
    says.map(str::to_owned)
}

fn cause(page: &TicketWithHistory, rules: &dyn Rulebook, clock: &Clock) -> Option<BreachCause> {
    let terms = page.ticket.terms.and_then(|id| rules.terms(id));
    let text = |event| -> Result<Option<String>, Infallible> {
        let told = page.history.iter().find(|told| told.event.id == event);
        Ok(told.and_then(|told| told.prose.text.clone()))
    };
    let Ok(cause) = BreachCause::of(&page.ticket, terms, clock, text);
    cause
}

fn why(page: &TicketWithHistory, event: EventId) -> Option<String> {
    let told = page.history.iter().find(|told| told.event.id == event)?;
    why_taken_back(&told.event, &told.prose)
}

type C = Column<ClockRecord>;

/// The keys of a clock, the default ones first.
pub(crate) const CLOCK: &[C] = &[
    C::shown("clock", |c| {
        Cell::code(format!("{}.{}", c.ticket, c.clock.n))
    }),
    C::shown("ticket", |c| Cell::from(c.ticket)),
    C::shown("milestone", |c| Cell::code(c.clock.milestone.clone())),
    C::shown("priority", |c| Cell::code(c.clock.priority.clone())),
    C::shown("state", |c| Cell::from(c.state)),
    C::shown("started", |c| Cell::from(c.clock.started)),
    C::shown("due", |c| Cell::from(c.clock.due)),
    C::shown("ended", |c| Cell::from(c.clock.ended)),
    C::more("cycle", |c| Cell::from(c.clock.cycle)),
    C::more("limits", |c| {
        let limits = c.clock.limits.iter().zip(&c.promised_at);
        Cell::List(limits.map(|(one, at)| limit(one, at)).collect())
    }),
    C::more("target", |c| {
        Cell::code_if(c.measure.map(|m| m.target.to_string()))
    }),
    C::more("target_seconds", |c| c.measured(|m| m.target_seconds)),
    C::more("elapsed_seconds", |c| c.measured(|m| Some(m.elapsed))),
    C::more("remaining_seconds", |c| c.measured(|m| m.remaining)),
    C::more("overdue_seconds", |c| {
        c.measure
            .and_then(|m| m.overdue)
            .map_or(Cell::Absent, Cell::Overdue)
    }),
    C::more("late_seconds", |c| c.measured(|m| m.late)),
    C::more("paused_seconds", |c| c.measured(|m| Some(m.paused))),
    C::more("calendar", |c| {
        Cell::code_if(
            c.clock
                .limits
                .get(c.clock.governing)
                .map(|l| l.calendar.clone()),
        )
    }),
    C::more("clause", |c| {
        Cell::code_if(
            c.clock
                .limits
                .get(c.clock.governing)
                .and_then(|l| l.clause.clone()),
        )
    }),
    C::more("cause", |c| {
        Cell::text_if(c.cause.as_ref().map(BreachCause::says))
    }),
    C::more("corrected", |c| match &c.corrected {
        Some((by, at, event, why)) => Cell::object([
            ("by", Cell::code(by.clone())),
            ("at", Cell::from(*at)),
            ("event", Cell::from(*event)),
            ("why", Cell::text_if(why.clone())),
        ]),
        None => Cell::Absent,
    }),
    C::more("paused_until", |c| Cell::from(c.paused_until())),
    C::more("held_by", |c| Cell::code_if(c.held_by().map(str::to_owned))),
    C::more("held_line", |c| Cell::from(c.held_line)),
    C::more("held", |c| held(&c.held)),
    C::more("imported", |c| Cell::Flag(c.imported)),
    C::more("moved_later", |c| Cell::Flag(c.clock.moved_later)),
    C::more("kind", |c| Cell::code_if(c.clock.kind().map(str::to_owned))),
];

/// The keys that a ticket's `clocks` can be asked for, as `response.due`.
pub(super) fn clock_keys() -> &'static [&'static str] {
    static KEYS: LazyLock<Vec<&str>> = LazyLock::new(|| column_keys(CLOCK));
    &KEYS
}

fn limit(limit: &Limit, priority: &str) -> Cell {
    Cell::object([
        ("from", Cell::from(limit.from)),
        ("within", Cell::code(limit.within.to_string())),
        ("calendar", Cell::code(limit.calendar.clone())),
        ("due", Cell::from(limit.due)),
        ("clause", Cell::code_if(limit.clause.clone())),
        ("priority", Cell::code(priority.to_owned())),
        ("kind", Cell::code_if(limit.kind.clone())),
    ])
}
