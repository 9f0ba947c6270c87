//! A clock as a report reads it: what the record keeps of it, and nothing that depends on the
//! present.

use std::borrow::Cow;

use super::Window;
use crate::core::model::{Imports, TicketNo};
use crate::core::sla::{Clock, ClockEnd, ClockState, Holders, Standstill};
use crate::core::terms::Terms;
use crate::core::time::Instant;

/// What was said of why a clock broke.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum CauseSaid<'w> {
    /// A code of the desk's.
    Code(Cow<'w, str>),
    /// In words alone.
    InWords,
    /// Nothing.
    #[default]
    Nothing,
}

impl CauseSaid<'_> {
    /// The code, where one was given.
    pub fn code(&self) -> Option<&str> {
        match self {
            CauseSaid::Code(code) => Some(code),
            CauseSaid::InWords | CauseSaid::Nothing => None,
        }
    }

    /// Whether anything was said.
    pub fn is_told(&self) -> bool {
        *self != CauseSaid::Nothing
    }

    /// The same, which outlives what it was read from.
    pub fn into_owned(self) -> CauseSaid<'static> {
        match self {
            CauseSaid::Code(code) => CauseSaid::Code(Cow::Owned(code.into_owned())),
            CauseSaid::InWords => CauseSaid::InWords,
            CauseSaid::Nothing => CauseSaid::Nothing,
        }
    }
}

/// One milestone of one ticket under one priority. Its words may be borrowed of whoever read them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportClock<'w> {
    /// Whose clock it is.
    pub ticket: TicketNo,
    /// Order of birth on its ticket.
    pub n: u32,
    /// What it measures.
    pub milestone: Cow<'w, str>,
    /// Which time round.
    pub cycle: u32,
    /// At which priority.
    pub priority: Cow<'w, str>,
    /// Of the priority in its terms; 1 is the highest.
    pub rank: Option<u32>,
    /// When it began.
    pub started: Instant,
    /// When it is due.
    pub due: Option<Instant>,
    /// When it breaks or broke, unless it ends before.
    pub breach: Option<Instant>,
    /// Since when it stands still, and until when.
    pub paused: Option<Standstill>,
    /// When it ended.
    pub ended: Option<Instant>,
    /// How it ended.
    pub fate: Option<ClockEnd>,
    /// Open seconds to its end, when it was reached.
    pub elapsed_at_end: Option<i64>,
    /// Met on the word of an event that was recorded after its due, and not by an import.
    pub late_entry: bool,
    /// The same, by an import of its ticket's source.
    pub imported: bool,
    /// Who had the ticket when it was decided; none: nobody.
    pub held_by: Option<Cow<'w, str>>,
    /// On which support line, by its number in the ticket's terms; 1 is the first.
    pub held_line: Option<u32>,
    /// The kind of tickets whose target is its deadline; none: that of every ticket.
    pub kind: Option<Cow<'w, str>>,
    /// Its due is later by a correction that came before it was breached.
    pub moved_later: bool,
    /// As people write it: `4h`.
    pub target: Option<Cow<'w, str>>,
    /// Where the source says what was promised.
    pub clause: Option<Cow<'w, str>>,
    /// What was given for the breach.
    pub cause: CauseSaid<'w>,
}

/// On whose word a clock is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MetWord {
    /// Of an event that was written down before its due.
    InTime,
    /// Of one that was written down later.
    LateEntry,
    /// Of one that an import wrote.
    Import,
}

impl<'w> ReportClock<'w> {
    /// The row of a clock that was just folded, of a ticket under these terms.
    pub fn of(ticket: TicketNo, terms: Option<&Terms>, clock: &Clock) -> ReportClock<'w> {
        let limit = clock.limits.get(clock.governing);
        let place = terms.and_then(|terms| terms.priority(&clock.priority));
        let holder = clock.holder();
        let line = holder.and_then(|holder| holder.line.as_deref());
        ReportClock {
            ticket,
            n: clock.n,
            milestone: clock.milestone.clone().into(),
            cycle: clock.cycle,
            priority: clock.priority.clone().into(),
            rank: place.and_then(|place| u32::try_from(place + 1).ok()),
            started: clock.started,
            due: clock.due,
            breach: clock.breach,
            paused: clock.paused,
            ended: clock.ended,
            fate: clock.fate,
            elapsed_at_end: clock.elapsed_at_end,
            late_entry: clock.rests_on_late_entry(),
            imported: false,
            held_by: holder.and_then(|holder| Some(holder.by.clone()?.into())),
            held_line: line.and_then(|line| terms?.line_number(line)),
            kind: clock.kind().map(|kind| kind.to_owned().into()),
            moved_later: clock.moved_later,
            target: limit.map(|limit| limit.within.to_string().into()),
            clause: limit.and_then(|limit| Some(limit.clause.clone()?.into())),
            cause: CauseSaid::Nothing,
        }
    }

    /// The same of a ticket of that source, where imports wrote some of its events.
    pub fn told_by(
        self,
        clock: &Clock,
        imports: &Imports,
        source: Option<&str>,
    ) -> ReportClock<'w> {
        let imported = clock.is_imported(imports, source);
        ReportClock {
            late_entry: self.late_entry && !imported,
            imported,
            ..self
        }
    }

    /// The same, which outlives what it was read from.
    pub fn into_owned(self) -> ReportClock<'static> {
        let owned = |words: Cow<'_, str>| Cow::Owned(words.into_owned());
        ReportClock {
            milestone: owned(self.milestone),
            priority: owned(self.priority),
            held_by: self.held_by.map(owned),
            kind: self.kind.map(owned),
            target: self.target.map(owned),
            clause: self.clause.map(owned),
            cause: self.cause.into_owned(),
            ticket: self.ticket,
            n: self.n,
            cycle: self.cycle,
            rank: self.rank,
            started: self.started,
            due: self.due,
            breach: self.breach,
            paused: self.paused,
            ended: self.ended,
            fate: self.fate,
            elapsed_at_end: self.elapsed_at_end,
            late_entry: self.late_entry,
            imported: self.imported,
            held_line: self.held_line,
            moved_later: self.moved_later,
        }
    }

    /// On whose word it is met, where it is.
    pub(super) fn word(&self) -> MetWord {
        match (self.late_entry, self.imported) {
            (_, true) => MetWord::Import,
            (true, false) => MetWord::LateEntry,
            (false, false) => MetWord::InTime,
        }
    }

    /// Whether a window that has ended left it undecided. Whose it was then, its row does not say:
    /// that is of when it was decided, or of the present.
    pub fn is_open_after(&self, window: &Window) -> bool {
        let decided_state = self.decided_state(window.now);
        window.has_ended() && decided_state.is_none_or(|(_, at)| !window.reached(at))
    }

    /// The same with who held it at `at`, on a ticket under these terms.
    pub fn held_at(self, at: Instant, holders: &Holders, terms: Option<&Terms>) -> ReportClock<'w> {
        let holder = holders.at(at);
        let line = holder.and_then(|holder| holder.line.as_deref());
        ReportClock {
            held_by: holder.and_then(|holder| Some(holder.by.clone()?.into())),
            held_line: line.and_then(|line| terms?.line_number(line)),
            ..self
        }
    }

    /// What it shows at `now`.
    pub fn state(&self, now: Instant) -> ClockState {
        ClockState::at(
            now,
            self.due,
            self.breach,
            self.ended.zip(self.fate),
            self.paused,
        )
    }

    /// Its state at `now` and the instant from which it has it; none while it is undecided. A
    /// breach that was taken back stands where it stood.
    pub fn decided_state(&self, now: Instant) -> Option<(ClockState, Instant)> {
        let state = self.state(now);
        let since = match state {
            ClockState::Running | ClockState::Paused => None,
            ClockState::Breached => self.breach,
            ClockState::Corrected => self.breach.or(self.ended),
            ClockState::Met | ClockState::Superseded | ClockState::Cancelled => self.ended,
        };
        since.map(|since| (state, since))
    }
}
