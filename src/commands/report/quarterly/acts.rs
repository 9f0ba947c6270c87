//! What people did in the period that a report lists one by one: changes of priority, estimates,
//! exemptions, what was opened by override or refused, late entries, clocks superseded.

use super::super::breaches::prose;
use super::super::scope::Scope;
use super::super::tickets_in_period::TicketInPeriod;
use crate::core::model::{EventText, Fact, Ruled, Ruling, Side, TicketNo};
use crate::core::report::breaches as listed;
use crate::core::sla::Rulebook;
use crate::core::terms::Terms;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Cell, Column, record};
use crate::wording::{Phrase, finding, said};

/// All of them, in the order of happening.
#[derive(Default)]
pub(super) struct Acts {
    pub late_entries: Vec<ClockEventRow>,
    pub superseded: Vec<ClockEventRow>,
    pub earlier_breaches: Vec<EarlierBreachRow>,
    pub priority_changes: Vec<PriorityChangeRow>,
    pub estimates: Vec<EstimateRow>,
    pub overrides: Vec<OverrideRow>,
    pub refused: Vec<OverrideRow>,
    pub exempt: Vec<ExemptRow>,
}

/// A clock, and when what is told of it came about.
#[derive(Clone)]
pub(super) struct ClockEventRow {
    ticket: TicketNo,
    milestone: String,
    priority: String,
    due: Option<Instant>,
    at: Option<Instant>,
    recorded: Option<Instant>,
}

/// A breach of an earlier period that ended at last in this one, or was taken back.
#[derive(Clone)]
pub(super) struct EarlierBreachRow {
    ticket: TicketNo,
    milestone: String,
    priority: String,
    breach: Instant,
    became: &'static str,
    at: Instant,
    /// Who took it back.
    actor: Option<String>,
}

/// A change of priority, on what ground.
#[derive(Clone)]
pub(super) struct PriorityChangeRow {
    ticket: TicketNo,
    at: Instant,
    from: Option<String>,
    to: String,
    reason: Option<String>,
    /// What the terms call the reason, and where they have it.
    says: Option<(String, Option<String>)>,
    by: Side,
    actor: String,
    text: Option<String>,
}

/// When something was expected to be done, and whether it was.
#[derive(Clone)]
pub(super) struct EstimateRow {
    ticket: TicketNo,
    at: Instant,
    eta: Instant,
    told: Option<String>,
    kept: Option<bool>,
}

/// A request that broke rules: opened all the same, or refused and kept.
#[derive(Clone)]
pub(super) struct OverrideRow {
    ticket: TicketNo,
    at: Instant,
    rules: Vec<String>,
    /// Who asked.
    contact: Option<String>,
    rulings: Vec<Ruling>,
    /// Of whom they speak.
    people: Vec<String>,
    why: Option<String>,
    pub courtesy: bool,
    actor: String,
    subject: Option<String>,
    text: Option<String>,
}

/// A ticket to which an exclusion of the plan applies.
#[derive(Clone)]
pub(super) struct ExemptRow {
    ticket: TicketNo,
    at: Instant,
    ground: String,
    /// What the terms call the ground, and where they have it.
    says: Option<(String, Option<String>)>,
    actor: String,
    text: Option<String>,
}

pub(super) const CLOCKS: &[Column<ClockEventRow>] = &[
    Column::<ClockEventRow>::shown("ticket", |c| Cell::Id(c.ticket.0)),
    Column::<ClockEventRow>::shown("milestone", |c| Cell::milestone(c.milestone.clone())),
    Column::<ClockEventRow>::shown("priority", |c| Cell::priority(c.priority.clone())),
    Column::<ClockEventRow>::shown("due", |c| Cell::from(c.due)),
    Column::<ClockEventRow>::shown("ended", |c| Cell::from(c.at)),
    Column::<ClockEventRow>::more("recorded", |c| Cell::from(c.recorded)),
];

pub(super) const EARLIER: &[Column<EarlierBreachRow>] = &[
    Column::<EarlierBreachRow>::shown("ticket", |b| Cell::Id(b.ticket.0)),
    Column::<EarlierBreachRow>::shown("milestone", |b| Cell::milestone(b.milestone.clone())),
    Column::<EarlierBreachRow>::shown("priority", |b| Cell::priority(b.priority.clone())),
    Column::<EarlierBreachRow>::shown("breach", |b| Cell::Instant(b.breach)),
    Column::<EarlierBreachRow>::shown("became", |b| Cell::state(b.became)),
    Column::<EarlierBreachRow>::shown("at", |b| Cell::Instant(b.at)),
    Column::<EarlierBreachRow>::shown("actor", |b| Cell::person_if(b.actor.clone())),
];

pub(super) const LATE_ENTRIES: &[Column<ClockEventRow>] = &[
    Column::<ClockEventRow>::shown("ticket", |c| Cell::Id(c.ticket.0)),
    Column::<ClockEventRow>::shown("milestone", |c| Cell::milestone(c.milestone.clone())),
    Column::<ClockEventRow>::shown("priority", |c| Cell::priority(c.priority.clone())),
    Column::<ClockEventRow>::shown("due", |c| Cell::from(c.due)),
    Column::<ClockEventRow>::shown("ended", |c| Cell::from(c.at)),
    Column::<ClockEventRow>::shown("recorded", |c| Cell::from(c.recorded)),
];

pub(super) const CHANGES: &[Column<PriorityChangeRow>] = &[
    Column::<PriorityChangeRow>::shown("ticket", |c| Cell::Id(c.ticket.0)),
    Column::<PriorityChangeRow>::shown("at", |c| Cell::Instant(c.at)),
    Column::<PriorityChangeRow>::shown("from", |c| Cell::priority_if(c.from.clone())),
    Column::<PriorityChangeRow>::shown("to", |c| Cell::priority(c.to.clone())),
    Column::<PriorityChangeRow>::shown("reason", |c| titled(c.reason.as_ref(), &c.says)),
    Column::<PriorityChangeRow>::shown("clause", |c| clause(&c.says)),
    Column::<PriorityChangeRow>::shown("by", |c| {
        Cell::word_of(match c.by {
            Side::Desk => "desk",
            Side::Customer => "customer",
        })
    }),
    Column::<PriorityChangeRow>::shown("actor", |c| Cell::person(c.actor.clone())),
    Column::<PriorityChangeRow>::shown("text", |c| Cell::text_if(c.text.clone())).last(),
];

pub(super) const ESTIMATES: &[Column<EstimateRow>] = &[
    Column::<EstimateRow>::shown("ticket", |e| Cell::Id(e.ticket.0)),
    Column::<EstimateRow>::shown("at", |e| Cell::Instant(e.at)),
    Column::<EstimateRow>::shown("eta", |e| Cell::Instant(e.eta)),
    Column::<EstimateRow>::shown("told", |e| Cell::text_if(e.told.clone())),
    Column::<EstimateRow>::shown("kept", |e| e.kept.map_or(Cell::Absent, Cell::Flag)),
];

pub(super) const FORGIVEN: &[Column<OverrideRow>] = &[
    Column::<OverrideRow>::shown("ticket", |f| Cell::Id(f.ticket.0)),
    Column::<OverrideRow>::shown("at", |f| Cell::Instant(f.at)),
    Column::<OverrideRow>::shown("contact", |f| Cell::text_if(f.contact.clone())),
    Column::<OverrideRow>::shown("rules", |f| {
        Cell::List(f.rules.iter().cloned().map(Cell::word_of).collect())
    }),
    Column::<OverrideRow>::shown("says", |f| says(&f.rulings, &f.people)),
    Column::<OverrideRow>::shown("courtesy", |f| Cell::Flag(f.courtesy)),
    Column::<OverrideRow>::shown("actor", |f| Cell::person(f.actor.clone())),
    Column::<OverrideRow>::shown("subject", |f| Cell::text_if(f.subject.clone())).last(),
    Column::<OverrideRow>::more("text", |f| Cell::text_if(f.text.clone())),
    Column::<OverrideRow>::more("override_reason", |f| Cell::text_if(f.why.clone())),
    Column::<OverrideRow>::more("clauses", |f| {
        Cell::codes(f.rulings.iter().filter_map(|ruling| ruling.clause.clone()))
    }),
];

pub(super) const EXEMPT: &[Column<ExemptRow>] = &[
    Column::<ExemptRow>::shown("ticket", |e| Cell::Id(e.ticket.0)),
    Column::<ExemptRow>::shown("at", |e| Cell::Instant(e.at)),
    Column::<ExemptRow>::shown("ground", |e| titled(Some(&e.ground), &e.says)),
    Column::<ExemptRow>::shown("clause", |e| clause(&e.says)),
    Column::<ExemptRow>::shown("actor", |e| Cell::person(e.actor.clone())),
    Column::<ExemptRow>::shown("text", |e| Cell::text_if(e.text.clone())).last(),
];

/// A code for scripts, and what the terms call it for people.
fn titled(code: Option<&String>, says: &Option<(String, Option<String>)>) -> Cell {
    match (code, says) {
        (None, _) => Cell::Absent,
        (Some(code), None) => Cell::code(code.clone()),
        (Some(code), Some((title, _))) => {
            Cell::told(Cell::code(code.clone()), said::as_it_is(Cell::text(title)))
        }
    }
}

fn clause(says: &Option<(String, Option<String>)>) -> Cell {
    Cell::code_if(says.as_ref().and_then(|(_, clause)| clause.clone()))
}

/// The terms that a ticket lives under.
fn terms<'s>(scope: &'s Scope<'_>, in_period: &TicketInPeriod) -> Option<&'s Terms> {
    scope.reading.rules_cache.terms(in_period.ticket.terms?)
}

impl Acts {
    /// Takes in what happened on a ticket in the period.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn see(
        &mut self,
        scope: &Scope<'_>,
        in_period: &TicketInPeriod,
    ) -> Result<(), Failure> {
        self.clocks(scope, in_period);
        self.earlier_breaches(scope, in_period);
        self.priorities(scope, in_period)?;
        self.estimates(scope, in_period)?;
        self.opening(scope, in_period)?;
        self.exempt(scope, in_period)
    }

    fn clocks(&mut self, scope: &Scope<'_>, in_period: &TicketInPeriod) {
        let listed = listed(&in_period.clocks, &scope.window);
        let of = |row: &&crate::core::report::ReportClock<'_>| {
            let clock = in_period
                .ticket
                .clocks
                .iter()
                .find(|clock| clock.n == row.n);
            ClockEventRow {
                ticket: row.ticket,
                milestone: row.milestone.to_string(),
                priority: row.priority.to_string(),
                due: row.due,
                at: row.ended,
                recorded: clock.and_then(|clock| clock.ended_recorded),
            }
        };
        self.late_entries.extend(listed.late_entries.iter().map(of));
        self.superseded.extend(listed.superseded.iter().map(of));
    }

    /// What became in the period of what had broken before it.
    pub(super) fn earlier_breaches(&mut self, scope: &Scope<'_>, in_period: &TicketInPeriod) {
        for clock in &in_period.ticket.clocks {
            let broken = clock.breach.filter(|breach| clock.decided == Some(*breach));
            let Some(breach) = broken.filter(|breach| *breach < scope.window.from) else {
                continue;
            };
            let mut corrected = in_period.ticket.corrected.iter();
            let taken = corrected.find(|corrected| corrected.clock == clock.n);
            let (became, at, actor) = match (taken, clock.ended) {
                (Some(taken), _) => ("corrected", taken.at, Some(taken.actor.clone())),
                (None, Some(ended)) => ("ended", ended, None),
                (None, None) => continue,
            };
            if scope.window.holds(at) {
                self.earlier_breaches.push(EarlierBreachRow {
                    ticket: in_period.number,
                    milestone: clock.milestone.clone(),
                    priority: clock.priority.clone(),
                    breach,
                    became,
                    at,
                    actor,
                });
            }
        }
    }

    /// What became of breaches of earlier periods, as objects.
    pub(super) fn earlier(&self) -> Cell {
        objects(EARLIER, &self.earlier_breaches)
    }

    fn priorities(&mut self, scope: &Scope<'_>, in_period: &TicketInPeriod) -> Result<(), Failure> {
        let changes = in_period.activity.priorities.iter();
        for change in changes.filter(|c| c.from.is_some() && scope.window.holds(c.at)) {
            self.priority_changes.push(PriorityChangeRow {
                ticket: in_period.number,
                at: change.at,
                from: change.from.clone(),
                to: change.to.clone(),
                reason: change.reason.clone(),
                says: terms(scope, in_period).and_then(|terms| {
                    let reason = terms.change(change.reason.as_deref()?)?;
                    Some((reason.title.clone(), reason.source.clause.clone()))
                }),
                by: change.by,
                actor: change.actor.clone(),
                text: words(scope, prose(scope, change.event)?),
            });
        }
        Ok(())
    }

    fn estimates(&mut self, scope: &Scope<'_>, in_period: &TicketInPeriod) -> Result<(), Failure> {
        let activity = &in_period.activity;
        for given in activity
            .estimates
            .iter()
            .filter(|e| scope.window.holds(e.at))
        {
            let mut ends = activity.turns().filter(|(_, to)| activity.was_done(to));
            let done = ends.find(|(_, to)| to.at >= given.at).map(|(_, to)| to.at);
            let kept = match done {
                Some(done) => Some(done <= given.eta),
                None if given.eta < scope.reading.at() => Some(false),
                None => None,
            };
            self.estimates.push(EstimateRow {
                ticket: in_period.number,
                at: given.at,
                eta: given.eta,
                told: prose(scope, given.event)?.and_then(|prose| prose.told),
                kept,
            });
        }
        Ok(())
    }

    fn opening(&mut self, scope: &Scope<'_>, in_period: &TicketInPeriod) -> Result<(), Failure> {
        let activity = &in_period.activity;
        let ticket = &in_period.ticket;
        let refused = !activity.refused.is_empty();
        let broke = refused || (activity.counts() && !ticket.overridden.is_empty());
        if !broke || !scope.window.holds(activity.opened) {
            return Ok(());
        }
        let Some(entered) = activity.states.first() else {
            return Ok(());
        };
        let Some(told) = scope.reading.store.event(entered.event)? else {
            return Ok(());
        };
        let Fact::Opened(opened) = told.event.fact else {
            return Ok(());
        };
        let prose = told.prose;
        let known = match ticket.contact {
            Some(id) => scope.tables.contact(id)?,
            None => None,
        };
        let broken = |ruling: &Ruling| ruling.ruled != Ruled::Remark;
        let forgiven = OverrideRow {
            ticket: in_period.number,
            at: activity.opened,
            rules: match refused {
                true => activity.refused.clone(),
                false => ticket.overridden.clone(),
            },
            contact: known.map(|known| known.row.email).or(prose.email),
            people: prose.people,
            rulings: opened.rulings.into_iter().filter(broken).collect(),
            // what an override was for is the desk's own
            why: prose.why.filter(|_| scope.customer.is_none()),
            courtesy: activity.courtesy,
            actor: ticket.opened_by.clone(),
            subject: prose.subject,
            text: prose.text,
        };
        match refused {
            true => self.refused.push(forgiven),
            false => self.overrides.push(forgiven),
        }
        Ok(())
    }

    fn exempt(&mut self, scope: &Scope<'_>, in_period: &TicketInPeriod) -> Result<(), Failure> {
        let Some((ground, event)) = &in_period.activity.exempt else {
            return Ok(());
        };
        let Some(told) = scope.reading.store.event(*event)? else {
            return Ok(());
        };
        if scope.window.holds(told.event.at) {
            self.exempt.push(ExemptRow {
                ticket: in_period.number,
                at: told.event.at,
                ground: ground.clone(),
                says: terms(scope, in_period).and_then(|terms| {
                    let mut words = terms.exclusions.iter();
                    let word = words.find(|word| word.id == *ground)?;
                    Some((word.title.clone(), word.source.clause.clone()))
                }),
                actor: told.event.actor,
                text: words(scope, Some(told.prose)),
            });
        }
        Ok(())
    }

    /// A key for each, with its objects.
    pub(super) fn sections(&self) -> [(&'static str, Cell); 7] {
        [
            ("late_entries", objects(LATE_ENTRIES, &self.late_entries)),
            ("superseded", objects(CLOCKS, &self.superseded)),
            ("priority_changes", objects(CHANGES, &self.priority_changes)),
            ("estimates", objects(ESTIMATES, &self.estimates)),
            ("overrides", objects(FORGIVEN, &self.overrides)),
            ("refused", objects(FORGIVEN, &self.refused)),
            ("exempt", objects(EXEMPT, &self.exempt)),
        ]
    }
}

/// What was said against it, with the clauses; scripts read it in English.
fn says(rulings: &[Ruling], people: &[String]) -> Cell {
    let phrase = |ruling: &Ruling| {
        let phrase = finding::ruling(ruling, people);
        match &ruling.clause {
            Some(clause) => said::with_clause(clause, phrase),
            None => phrase,
        }
    };
    let phrases: Vec<Phrase> = rulings.iter().map(phrase).collect();
    if phrases.is_empty() {
        return Cell::Absent;
    }
    let english: Vec<String> = phrases.iter().map(Phrase::in_english).collect();
    let all = phrases.into_iter().map(Cell::Phrase).collect();
    Cell::told(
        Cell::text(english.join("; ")),
        said::as_it_is(Cell::List(all)),
    )
}

/// What the desk wrote for itself: a customer's page has none of it.
fn words(scope: &Scope<'_>, prose: Option<EventText>) -> Option<String> {
    prose.filter(|_| scope.customer.is_none())?.text
}

fn objects<T>(columns: &[Column<T>], items: &[T]) -> Cell {
    Cell::List(items.iter().map(|item| record(columns, item)).collect())
}
