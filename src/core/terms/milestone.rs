//! Milestones (response, resolution, whatever a plan defines) and their targets by priority.

use serde::{Deserialize, Serialize};

use super::Source;
use crate::core::model::State;
use crate::core::time::Span;

/// What can meet a milestone: the closed list of plan files, and the acts of a plan's own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MilestoneAct {
    /// The ticket was opened.
    Opened,
    /// The desk took note of it.
    Acknowledged,
    /// The desk answered the customer.
    Replied,
    /// Somebody holds it.
    Assigned,
    /// The desk confirmed its priority.
    PriorityConfirmed,
    /// The desk said by when.
    Eta,
    /// It climbed to a support line.
    Escalated,
    /// The desk holds it solved.
    Resolved,
    /// It was closed.
    Closed,
    /// An act that the plan has a word for.
    #[serde(untagged)]
    OfPlan(String),
}

impl MilestoneAct {
    /// Whether it is a word of the desk to the customer, or goes with one.
    fn answers(&self) -> bool {
        matches!(
            self,
            MilestoneAct::Opened
                | MilestoneAct::Acknowledged
                | MilestoneAct::Replied
                | MilestoneAct::Assigned
                | MilestoneAct::PriorityConfirmed
        )
    }

    /// Whether it is an end of the matter.
    fn solves(&self) -> bool {
        matches!(self, MilestoneAct::Resolved | MilestoneAct::Closed)
    }
}

/// What can start a milestone: every act, and the customer's word or a reopening.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Start {
    /// The ticket was opened.
    Opened,
    /// The desk took note of it.
    Acknowledged,
    /// The desk answered the customer.
    Replied,
    /// The customer wrote.
    CustomerReplied,
    /// Somebody holds it.
    Assigned,
    /// The desk confirmed its priority.
    PriorityConfirmed,
    /// The desk said by when.
    Eta,
    /// It climbed to a support line.
    Escalated,
    /// The desk holds it solved.
    Resolved,
    /// It was opened again.
    Reopened,
    /// An act that the plan has a word for.
    #[serde(untagged)]
    OfPlan(String),
}

/// What ends a milestone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MetBy {
    /// The first of these.
    AnyOf(Vec<MilestoneAct>),
    /// The last of these.
    AllOf(Vec<MilestoneAct>),
}

impl MetBy {
    /// The acts named.
    pub fn acts(&self) -> &[MilestoneAct] {
        match self {
            MetBy::AnyOf(acts) | MetBy::AllOf(acts) => acts,
        }
    }
}

/// How binding a target is, by the source's own words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Commitment {
    /// Simply promised: the default.
    #[default]
    Promise,
    /// Guaranteed.
    Guarantee,
    /// Aimed at.
    Objective,
    /// Tried with reasonable effort.
    ReasonableEffort,
}

/// From when the new priority's target counts when a priority is raised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnRaise {
    /// From the change, and under the limits it replaces.
    #[default]
    Strictest,
    /// From the change on.
    FromChange,
    /// From the opening, as if it had always been so.
    FromOpened,
}

/// From when the new priority's target counts when a priority is lowered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnLower {
    /// From the opening, as if it had always been so: the default.
    #[default]
    FromOpened,
    /// From the change on.
    FromChange,
}

/// What a reopening does to a milestone that was reached, if it was reached no longer ago than
/// [`ReopenWithin`] says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnReopen {
    /// The end is withdrawn; the clock goes on with what was left (the default of milestones that
    /// a resolution meets).
    Continue,
    /// The clock begins anew with the full target.
    NewCycle,
    /// It stays reached (the default of all others).
    Keep,
}

/// How long an end may have stood and still be withdrawn by a reopening; beyond it a new cycle
/// begins.
///
/// ```
/// use sladesk::core::terms::ReopenWithin;
/// use sladesk::core::time::Span;
/// assert_eq!(ReopenWithin::default(), ReopenWithin::Within(Span::CalendarDays(14)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReopenWithin {
    /// So long, in days of the calendar and in the plan's zone: at the same time of day it still
    /// may.
    Within(Span),
    /// Each reopening begins a new cycle (`"none"`).
    Never,
    /// However long ago it ended.
    Always,
}

impl Default for ReopenWithin {
    /// Two weeks.
    fn default() -> ReopenWithin {
        ReopenWithin::Within(Span::CalendarDays(14))
    }
}

/// A milestone and, for each priority (in the order of [`Terms::priorities`](super::Terms)), how
/// long it may take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// The word that plan files, flags, columns and the record have for it.
    pub id: String,
    /// What people read.
    pub title: String,
    /// What starts a clock of it.
    pub starts: Vec<Start>,
    /// What reaches it.
    pub met_by: MetBy,
    /// The first of these ends it on a ticket: what is pending is cancelled, and nothing starts it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub until: Vec<MilestoneAct>,
    /// Its clocks stand still while the ticket is in one of these states.
    pub paused_by: Vec<State>,
    /// How binding its targets are, unless a target says otherwise.
    pub commitment: Commitment,
    /// What a raised priority does to a running clock.
    pub on_raise: OnRaise,
    /// What a lowered priority does to a running clock.
    pub on_lower: OnLower,
    /// What a reopening does to a clock that was reached.
    pub on_reopen: OnReopen,
    /// One for each priority, in the same order.
    pub targets: Vec<Target>,
    /// Other targets for tickets of a kind, in the order of [`Terms::kinds`](super::Terms).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<KindTargets>,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}

impl Milestone {
    /// The target at the priority of that place, of tickets of a kind or of none.
    pub fn target(&self, priority: usize, kind: Option<&str>) -> Option<&Target> {
        let of_kind = self
            .when
            .iter()
            .find(|when| Some(when.kind.as_str()) == kind);
        let targets = of_kind.map_or(&self.targets, |when| &when.targets);
        targets.get(priority)
    }

    /// Whether it asks for the desk's word, and for neither an estimate nor an end of the matter:
    /// waiting, resolving and closing meet it.
    pub fn is_response(&self) -> bool {
        let acts = self.met_by.acts();
        let others = self.is_resolution() || acts.contains(&MilestoneAct::Eta);
        !others && !self.asks_for_more() && acts.iter().any(MilestoneAct::answers)
    }

    /// Whether it asks for an end of the matter: closing as done meets it.
    pub fn is_resolution(&self) -> bool {
        !self.asks_for_more() && self.met_by.acts().iter().any(MilestoneAct::solves)
    }

    /// Whether an act of the plan or a hand-over has to be done besides all else: no word to the
    /// customer and no end of the matter implies it.
    fn asks_for_more(&self) -> bool {
        let is_more =
            |act: &MilestoneAct| matches!(act, MilestoneAct::OfPlan(_) | MilestoneAct::Escalated);
        matches!(&self.met_by, MetBy::AllOf(acts) if acts.iter().any(is_more))
    }
}

/// What is promised for one milestone at one priority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Promise {
    /// At most so long.
    Within(Span),
    /// As well as can be, without a time (`"best-effort"`): no clock, counted nowhere.
    BestEffort,
    /// Knowingly not promised (`"none"`).
    None,
    /// Agreed at signing and not agreed yet: not promised, never met, never zero.
    Open,
    /// The plan has not a word on it: a finding of `plan check`.
    Missing,
}

/// Another figure of the same source; the stricter holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The other figure.
    pub within: Span,
    /// Where the source says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

impl Target {
    /// Whether a clock would count the same.
    pub fn counts_alike(&self, other: &Target) -> bool {
        self.promise == other.promise
            && self.calendar == other.calendar
            && self.cut_off == other.cut_off
    }
}

/// How long a milestone may take at a priority, on which calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// What is promised.
    pub promise: Promise,
    /// The choices, where the plan leaves it to the signing out of a list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub one_of: Vec<Span>,
    /// The key in [`Terms::calendars`](super::Terms) that it counts in. For business days it is the
    /// calendar whose days are counted. Absent while the hours are open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// The calendar that it will count in once its hours are agreed; absent when they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits_for: Option<String>,
    /// The two sides may agree another for one ticket.
    #[serde(default)]
    pub negotiable: bool,
    /// What starts after this second of an open day starts when the next open day opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_off: Option<u32>,
    /// As the source publishes it, where that is not the figure that is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// How binding it is at this priority, where not as the milestone is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commitment: Option<Commitment>,
    /// The figure that the source has elsewhere for the same thing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other_figure: Option<Conflict>,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}

/// The targets of a milestone for tickets of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindTargets {
    /// The kind, by its id in [`Terms::kinds`](super::Terms).
    pub kind: String,
    /// One for each priority, in the order of [`Terms::priorities`](super::Terms). A missing one
    /// leaves it to the next kind that fits.
    pub targets: Vec<Target>,
}
