//! All that a quarter tells, before it is written in any format.

use super::super::breaches::Breach;
use super::super::by::GroupField;
use super::super::usage::UsageRow;
use super::acts::Acts;
use super::backlog::BacklogRow;
use super::since::Changed;
use super::terms::{ContractInPeriod, FactRow, NotPromisedRow};
use super::terms_changes::TermsChangeRow;
use crate::core::report::{Attainment, Backlog, CauseTickets, FallsDue, MoveTime, Volumes};
use crate::core::time::Period;

/// The answer, section by section.
pub(super) struct QuarterlyAnswer {
    pub by: Vec<GroupField>,
    pub attainment: Attainment,
    /// The periods before, the earliest first.
    pub trend: Vec<EarlierPeriod>,
    /// Of the customers of a desk's report: attainment of each.
    pub customers: Vec<(String, Attainment)>,
    pub volumes: Volumes,
    pub moves: [MoveTime; 3],
    pub backlog: Backlog,
    pub backlog_rows: Vec<BacklogRow>,
    /// The breaches that stand, then those that were taken back.
    pub breaches: Vec<Breach>,
    pub taken_back: Vec<Breach>,
    pub causes: Vec<CauseTickets>,
    pub acts: Acts,
    pub usages: Vec<UsageRow>,
    pub held: Vec<ContractInPeriod>,
    pub terms_changes: Vec<TermsChangeRow>,
    /// The period after this one, and what falls due up to its end.
    pub next: Option<Period>,
    pub falls_due: Vec<FallsDue>,
    pub not_promised: Vec<NotPromisedRow>,
    pub also_said: Vec<FactRow>,
    pub changed: Changed,
}

/// A period before, and what came of its promises.
pub(super) struct EarlierPeriod {
    pub period: Period,
    pub attainment: Attainment,
}
