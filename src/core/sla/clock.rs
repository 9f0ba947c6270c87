//! One milestone of one ticket under one priority: a list of limits, of which the earliest is the
//! deadline.

use super::holders::{Holder, Holders};
use crate::core::model::{EventId, Imports};
use crate::core::terms::Terms;
use crate::core::time::{Instant, Span};

/// How a clock ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClockEnd {
    /// The milestone was reached, in time or late.
    Reached,
    /// Another clock took its place (a change of priority, a merge).
    Replaced,
    /// It counts no more (withdrawn, duplicate, exempt).
    Cancelled,
    /// A breach that a correction took back; it stays visible as such.
    Corrected,
}

impl ClockEnd {
    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            ClockEnd::Reached => "reached",
            ClockEnd::Replaced => "replaced",
            ClockEnd::Cancelled => "cancelled",
            ClockEnd::Corrected => "corrected",
        }
    }

    /// The fate of that word.
    pub fn of_word(word: &str) -> Option<ClockEnd> {
        [
            ClockEnd::Reached,
            ClockEnd::Replaced,
            ClockEnd::Cancelled,
            ClockEnd::Corrected,
        ]
        .into_iter()
        .find(|fate| fate.word() == word)
    }
}

/// A clock stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Standstill {
    /// From when on.
    pub since: Instant,
    /// When it goes on by itself, if that is known.
    pub until: Option<Instant>,
}

impl Standstill {
    fn holds(self, now: Instant) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}

/// What a clock shows at an instant. It follows from due, end and fate; nothing stores it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClockState {
    /// It counts.
    Running,
    /// It stands still.
    Paused,
    /// Reached in time.
    Met,
    /// Not reached in time; whether it was reached later or not.
    Breached,
    /// Another clock took its place before it was decided.
    Superseded,
    /// It counts no more.
    Cancelled,
    /// A breach that a correction took back.
    Corrected,
}

impl ClockState {
    /// All of them.
    pub const ALL: [ClockState; 7] = [
        ClockState::Running,
        ClockState::Paused,
        ClockState::Met,
        ClockState::Breached,
        ClockState::Superseded,
        ClockState::Cancelled,
        ClockState::Corrected,
    ];

    /// The word that people see.
    pub fn word(self) -> &'static str {
        match self {
            ClockState::Running => "running",
            ClockState::Paused => "paused",
            ClockState::Met => "met",
            ClockState::Breached => "breached",
            ClockState::Superseded => "superseded",
            ClockState::Cancelled => "cancelled",
            ClockState::Corrected => "corrected",
        }
    }

    /// The state of a clock at `now`, from what is kept of it.
    ///
    /// Breached is what was still to do after its `due`. It is so from `breach` on, which is its
    /// due unless what brought it about came later: a priority lowered after the new due had
    /// passed is breached at once, and met late by what ends it in the same second.
    ///
    /// ```
    /// use sladesk::core::time::Instant;
    /// use sladesk::core::sla::{ClockState, ClockEnd};
    /// let due = Some(Instant(100));
    /// assert_eq!(ClockState::at(Instant(100), due, due, None, None), ClockState::Running);
    /// assert_eq!(ClockState::at(Instant(101), due, due, None, None), ClockState::Breached);
    /// let met = Some((Instant(100), ClockEnd::Reached));
    /// assert_eq!(ClockState::at(Instant(500), due, due, met, None), ClockState::Met);
    /// let lowered = Some(Instant(300));
    /// let late = Some((Instant(300), ClockEnd::Reached));
    /// assert_eq!(ClockState::at(Instant(300), due, lowered, late, None), ClockState::Breached);
    /// # use sladesk::core::sla::Standstill;
    /// let lapsed = Some(Standstill { since: Instant(20), until: Some(Instant(50)) });
    /// assert_eq!(ClockState::at(Instant(49), due, due, None, lapsed), ClockState::Paused);
    /// assert_eq!(ClockState::at(Instant(50), due, due, None, lapsed), ClockState::Running);
    /// ```
    pub fn at(
        now: Instant,
        due: Option<Instant>,
        breach: Option<Instant>,
        end: Option<(Instant, ClockEnd)>,
        paused: Option<Standstill>,
    ) -> ClockState {
        let end = end.filter(|(ended, _)| *ended <= now);
        let until = end.map_or(now, |(ended, _)| ended);
        let late = due.is_some_and(|due| due < until);
        match end {
            Some((_, ClockEnd::Corrected)) => ClockState::Corrected,
            _ if late && breach.is_some_and(|breach| breach <= now) => ClockState::Breached,
            Some((_, ClockEnd::Reached)) => ClockState::Met,
            Some((_, ClockEnd::Replaced)) => ClockState::Superseded,
            Some((_, ClockEnd::Cancelled)) => ClockState::Cancelled,
            None if paused.is_some_and(|paused| paused.holds(now)) => ClockState::Paused,
            None => ClockState::Running,
        }
    }
}

/// Where a limit comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LimitOrigin {
    /// The plan's target for the ticket's priority.
    Plan,
    /// The two sides agreed it for this ticket alone.
    Agreement,
    /// Another ticket was merged into this one and left it here: it holds at any priority, until
    /// the milestone ends.
    Merge,
}

/// One deadline among those of a clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Where it comes from.
    pub origin: LimitOrigin,
    /// From when it counts.
    pub from: Instant,
    /// How long it may take.
    pub within: Span,
    /// The terms whose calendar it counts in.
    pub terms: EventId,
    /// The calendar's key in those terms.
    pub calendar: String,
    /// Where the source says so.
    pub clause: Option<String>,
    /// The kind of tickets whose target it is; none: that of every ticket.
    pub kind: Option<String>,
    /// The event that brought it about.
    pub by: EventId,
    /// When that happened, its terms came to the ticket, or a correction said that the priority is
    /// that of the limit, whichever is the latest; it is not breached before that.
    pub effective_from: Instant,
    /// The due with which another ticket left it here, or with which it went on in another cycle.
    /// One in days can lie where nothing is open, which its span does not say.
    pub left_due: Option<Instant>,
    /// The deadline, pauses included; none while it stands still unbroken.
    pub due: Option<Instant>,
}

impl Limit {
    /// Whether another ticket left it here.
    pub fn is_taken_over(&self) -> bool {
        self.origin == LimitOrigin::Merge
    }

    /// The words in which the source publishes it, where it is the plan's at that priority: of its
    /// own kind of tickets, and of no figure that was agreed or taken over.
    pub fn published<'t>(
        &self,
        milestone: &str,
        priority: &str,
        terms: &'t Terms,
    ) -> Option<&'t str> {
        let of_the_plan = self.origin == LimitOrigin::Plan;
        let says = terms.published(milestone, priority, self.kind.as_deref(), self.within);
        says.filter(|_| of_the_plan)
    }
}

/// A stretch in which a clock stood still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// When it began.
    pub from: Instant,
    /// When it ended, or will end by itself; none: still paused.
    pub to: Option<Instant>,
    /// The event that began it.
    pub event: EventId,
    /// `waiting-customer`, `lapsed`, `resolved`, ...
    pub why: &'static str,
    /// The clock had ended then, and a reopening withdrew that end.
    pub withdrawn: bool,
}

/// The part of a target, in hundredths of its open time, after which a clock is at risk.
pub const AT_RISK_PERCENT: u32 = 80;

/// One milestone of one ticket: running, paused, met, breached or out of the count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Order of birth, from 1.
    pub n: u32,
    /// The milestone, by its id in the terms.
    pub milestone: String,
    /// Reopened, repeated: the next one. From 1.
    pub cycle: u32,
    /// The priority that it is of, by its id in the terms; empty where they have none such.
    pub priority: String,
    /// When its cycle began: the opening, a reopening, the customer's word.
    pub cycle_started: Instant,
    /// Where it starts to count.
    pub started: Instant,
    /// The event that brought it about.
    pub by: EventId,
    /// Those that it is under; the earliest is its deadline.
    pub limits: Vec<Limit>,
    /// The limit that is or was its deadline.
    pub governing: usize,
    /// All pauses since the earliest limit began.
    pub pauses: Vec<Pause>,
    /// The deadline; none while paused without a known end and not breached, or when nothing is
    /// ever due.
    pub due: Option<Instant>,
    /// When it breaks or broke, unless it ends before: the due, or the later event that brought
    /// it about.
    pub breach: Option<Instant>,
    /// When so much of its target will have counted, if it goes on as it does, that little is left
    /// ([`AT_RISK_PERCENT`]); none once it has ended, and while nothing is due.
    pub at_risk: Option<Instant>,
    /// How it stands still after what happened last.
    pub paused: Option<Standstill>,
    /// When it ended.
    pub ended: Option<Instant>,
    /// How it ended.
    pub fate: Option<ClockEnd>,
    /// The event that ended it.
    pub ended_by: Option<EventId>,
    /// When that was recorded: after the due, the clock rests on a late entry.
    pub ended_recorded: Option<Instant>,
    /// Its breach, or its end when that came in time: when a report lists it, if nothing happens
    /// first.
    pub decided: Option<Instant>,
    /// Open seconds from its start to its end, pauses left out; when reached.
    pub elapsed_at_end: Option<i64>,
    /// Its due is later by a correction of what the ticket names, which came before it was breached.
    pub moved_later: bool,
    /// Who held its ticket when.
    pub holders: Holders,
}

impl Clock {
    /// What it shows at `now`.
    pub fn state(&self, now: Instant) -> ClockState {
        let end = self.ended.zip(self.fate);
        ClockState::at(now, self.due, self.breach, end, self.paused)
    }

    /// The kind of the limit that is or was its deadline; none: that is of every ticket.
    pub fn kind(&self) -> Option<&str> {
        self.limits.get(self.governing)?.kind.as_deref()
    }

    /// Whose it is: who held the ticket when it was decided. While it lives that is who would be
    /// named if it broke with nothing else happening; nothing in it depends on the present.
    pub fn holder(&self) -> Option<&Holder> {
        self.holders.at(self.decided.unwrap_or(Instant::MAX))
    }

    /// Met in time on the word of an event that was recorded after its due.
    pub fn rests_on_late_entry(&self) -> bool {
        let recorded_after = |due| self.ended_recorded.is_some_and(|recorded| recorded > due);
        self.fate == Some(ClockEnd::Reached)
            && self.due.is_some_and(|due| {
                self.ended.is_some_and(|ended| ended <= due) && recorded_after(due)
            })
    }

    /// The same, of an event that an import wrote; `source` is that of its ticket.
    pub fn is_imported(&self, imports: &Imports, source: Option<&str>) -> bool {
        let told = source.zip(self.ended_by);
        self.rests_on_late_entry()
            && told.is_some_and(|(source, event)| imports.wrote(event, source))
    }
}
