//! Runs a case: signs its plan, folds its events, and compares what is due.

use super::case::PlanTestCase;
use super::events::{events, instant, since};
use super::fault::CaseFault;
use super::refused::{not_negotiable, refused, without_meaning};
use super::rules::{CaseRules, signed, wall};
use crate::core::calendar::ZoneRules;
use crate::core::model::Event;
use crate::core::sla::{Clock, Ticket, fold};
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
    /// What is not as the case says; empty: it holds.
    pub failures: Vec<String>,
    /// What would be right, where it cannot even be run.
    pub hint: Option<Hint>,
}

/// A case ready to be looked at: its rules, its events, the instant of its opening.
pub(super) struct PreparedCase {
    rules: CaseRules,
    events: Vec<Event>,
    opened: Instant,
    wall: ZoneRules,
}

pub(super) fn run(file: &PlanFile, case: &PlanTestCase, system_names: &SystemNames) -> CaseResult {
    let (failures, hint) = match outcome(file, case, system_names) {
        Ok(failures) => (failures, None),
        Err(fault) => (vec![fault.says], fault.hint),
    };
    CaseResult {
        name: case.name.clone(),
        plan: case.plan.clone(),
        place: case.place.clone(),
        failures,
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
) -> Result<Vec<String>, CaseFault> {
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
    let here = LocalNow::new(opened, &wall);
    failures.extend(without_meaning(&ticket, &events, here));
    let last = events.iter().map(|event| event.at).max().unwrap_or(opened);
    failures.extend(dues(case, &ticket, opened, &wall)?);
    failures.extend(states(case, &ticket, (opened, last), &wall)?);
    Ok(failures)
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
