//! Runs a case: signs its plan, folds its events, and compares what is due.

use super::case::PlanTestCase;
use super::events::{events, instant, since};
use super::fault::CaseFault;
use super::refused::{not_negotiable, refused};
use super::rules::{CaseRules, signed, wall};
use crate::core::calendar::ZoneRules;
use crate::core::model::Event;
use crate::core::sla::{Clock, Ticket, TicketRemark, fold};
use crate::core::time::{Instant, LocalNow, written_moment};
use crate::plans::file::PlanFile;
use crate::plans::hint::Hint;
use crate::plans::names::{Almanac, SystemNames};
use crate::plans::place::Place;

/// How one case came out.
#[derive(Clone, Debug)]
pub struct CaseResult {
    /// What the file calls it.
    pub name: String,
    /// The word of the plan that it is asked of.
    pub plan: String,
    /// Where it stands in the file.
    pub place: Place,
    /// What is not as the case says.
    pub failures: Vec<String>,
    /// Acts that mean nothing where they stand, each by its moment: the commands refuse them.
    pub remarks: Vec<(String, TicketRemark)>,
    /// What would be right, where it cannot even be run.
    pub hint: Option<Hint>,
}

impl CaseResult {
    /// Whether all is as the case says.
    pub fn holds(&self) -> bool {
        self.failures.is_empty() && self.remarks.is_empty()
    }
}

/// What came of a case that could be run.
#[derive(Default)]
struct CaseOutcome {
    failures: Vec<String>,
    remarks: Vec<(String, TicketRemark)>,
}

/// A case ready to be looked at: its rules, its events, the instant of its opening.
pub(super) struct PreparedCase {
    rules: CaseRules,
    events: Vec<Event>,
    opened: Instant,
    wall: ZoneRules,
}

pub(super) fn run(file: &PlanFile, case: &PlanTestCase, system_names: &SystemNames) -> CaseResult {
    let (outcome, hint) = match outcome(file, case, system_names) {
        Ok(outcome) => (outcome, None),
        Err(fault) => {
            let failures = vec![fault.says];
            let outcome = CaseOutcome {
                failures,
                ..CaseOutcome::default()
            };
            (outcome, fault.hint)
        }
    };
    CaseResult {
        name: case.name.clone(),
        plan: case.plan.clone(),
        place: case.place.clone(),
        failures: outcome.failures,
        remarks: outcome.remarks,
        hint,
    }
}

/// Signs the plan of a case and reads its times.
pub(super) fn ready(
    file: &PlanFile,
    case: &PlanTestCase,
    almanac: &dyn Almanac,
) -> Result<PreparedCase, CaseFault> {
    let here = |says: String| CaseFault::at(&case.place, says);
    let terms = signed(file, case, almanac)?;
    let wall = wall(case, &terms).map_err(here)?;
    let rules = CaseRules::of(terms, &wall).map_err(here)?;
    let (events, opened) = events(case, &rules.terms, &wall)?;
    for said in case.due.iter().map(|(_, said)| said).chain(&case.at) {
        if said.text != "none" {
            instant(said, opened, &wall)?;
        }
    }
    Ok(PreparedCase {
        rules,
        events,
        opened,
        wall,
    })
}

/// What is not as the case says; an error where it cannot even be run.
fn outcome(
    file: &PlanFile,
    case: &PlanTestCase,
    system_names: &SystemNames,
) -> Result<CaseOutcome, CaseFault> {
    let PreparedCase {
        rules,
        events,
        opened,
        wall,
    } = ready(file, case, system_names)?;
    let ticket = fold(&events, &rules);
    let ticket = ticket.ok_or_else(|| CaseFault::at(&case.place, "the events open no ticket"))?;
    let mut failures = refused(&rules.terms, &events);
    failures.extend(not_negotiable(&rules, &events));
    let last = events.iter().map(|event| event.at).max().unwrap_or(opened);
    failures.extend(dues(case, &ticket, opened, &wall)?);
    failures.extend(states(case, &ticket, (opened, last), &wall)?);
    // nothing is entered late in a case: what is out of place is the writer's mistake
    let here = LocalNow::new(opened, &wall);
    let remarks = ticket.remarks.iter().filter_map(|(id, remark)| {
        let event = events.iter().find(|event| event.id == *id)?;
        Some((written_moment(event.at, here), remark.clone()))
    });
    let remarks = remarks.collect();
    Ok(CaseOutcome { failures, remarks })
}

/// The clock of a milestone that counts: the last.
fn clock<'t>(ticket: &'t Ticket, milestone: &str) -> Option<&'t Clock> {
    ticket
        .clocks
        .iter()
        .rfind(|clock| clock.milestone == milestone)
}

fn dues(
    case: &PlanTestCase,
    ticket: &Ticket,
    opened: Instant,
    wall: &ZoneRules,
) -> Result<Vec<String>, CaseFault> {
    let here = LocalNow::new(opened, wall);
    let mut failures = Vec::new();
    for (milestone, expected) in &case.due {
        let due = clock(ticket, milestone).and_then(|clock| clock.due);
        let wanted = match expected.text.as_str() {
            "none" => None,
            _ => Some(instant(expected, opened, wall)?),
        };
        if due != wanted {
            let shown = |at: Option<Instant>| {
                at.map_or("not due".to_owned(), |at| {
                    format!("due {}", written_moment(at, here))
                })
            };
            failures.push(format!(
                "{milestone} is {}, not {}",
                shown(due),
                shown(wanted)
            ));
        }
    }
    Ok(failures)
}

fn states(
    case: &PlanTestCase,
    ticket: &Ticket,
    (opened, last): (Instant, Instant),
    wall: &ZoneRules,
) -> Result<Vec<String>, CaseFault> {
    let at = case
        .at
        .as_ref()
        .map_or(Ok(last), |said| since(said, opened, wall))?;
    let mut failures = Vec::new();
    for (milestone, expected) in &case.state {
        let state =
            clock(ticket, milestone).map_or("without a clock", |clock| clock.state(at).word());
        if state != expected.text {
            failures.push(format!("{milestone} is {state}, not {}", expected.text));
        }
    }
    Ok(failures)
}
