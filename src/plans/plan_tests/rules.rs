//! What a case is read by: the terms that its plan is signed to, and their calendars.

use std::collections::HashMap;

use super::case::PlanTestCase;
use super::fault::CaseFault;
use super::placed_text::PlacedText;
use crate::almanac;
use crate::core::calendar::{Calendar, DaySet, ZoneRules};
use crate::core::model::EventId;
use crate::core::sla::{Rulebook, Versions};
use crate::core::terms::{CalendarTerms, Terms};
use crate::plans::error::PlanError;
use crate::plans::file::PlanFile;
use crate::plans::names::Almanac;
use crate::plans::signing::Agreement;

/// The one signing that a case has.
pub(super) const SIGNING: EventId = EventId(1);

/// The terms of a case and their calendars.
pub(super) struct CaseRules {
    pub terms: Terms,
    calendars: HashMap<String, Versions>,
}

impl CaseRules {
    /// Signed terms, with the calendars that count for them.
    ///
    /// # Errors
    /// A zone or a holiday set that there is not.
    pub(super) fn of(terms: Terms, wall: &ZoneRules) -> Result<CaseRules, String> {
        let calendars = calendars(&terms, wall)?;
        Ok(CaseRules { terms, calendars })
    }
}

impl Rulebook for CaseRules {
    fn terms(&self, _: EventId) -> Option<&Terms> {
        Some(&self.terms)
    }

    fn calendar(&self, _: EventId, key: &str) -> Option<&Versions> {
        self.calendars.get(key)
    }
}

/// Signs the plan of a case.
///
/// # Errors
/// The plan cannot be signed so; where the case says it.
pub(super) fn signed(
    file: &PlanFile,
    case: &PlanTestCase,
    almanac: &dyn Almanac,
) -> Result<Terms, CaseFault> {
    let set = case.set.iter().map(|said| said.text.parse()).collect();
    let signed = |set| {
        let agreement = Agreement {
            set,
            zone: case.zone.clone(),
            region: case.region.clone(),
        };
        file.sign(&case.plan, &agreement, almanac)
    };
    let signed = Result::<Vec<_>, PlanError>::and_then(set, signed);
    signed.map(|signed| signed.terms).map_err(|error| {
        let path = match &error {
            PlanError::Term { path, .. } => path.as_str(),
            PlanError::Unknown { typed, .. } => typed.as_str(),
            _ => "",
        };
        let of_path = |said: &&PlacedText| !path.is_empty() && said.text.starts_with(path);
        let place = case.set.iter().find(of_path);
        let place = place.map_or(&case.place, |said| &said.place);
        CaseFault {
            hint: error.hints().into_iter().next(),
            ..CaseFault::at(place, error.to_string())
        }
    })
}

/// The zone in which the times of a case are read.
pub(super) fn wall(case: &PlanTestCase, terms: &Terms) -> Result<ZoneRules, String> {
    let name = case
        .zone
        .as_deref()
        .or(terms.zone.settled().map(String::as_str))
        .unwrap_or("UTC");
    almanac::zone(name).map_err(|error| error.to_string())
}

fn calendars(terms: &Terms, wall: &ZoneRules) -> Result<HashMap<String, Versions>, String> {
    let mut all = HashMap::new();
    for (key, calendar) in &terms.calendars {
        if let Some(compiled) = compiled(calendar, wall)? {
            all.insert(key.clone(), Versions::only(compiled));
        }
    }
    Ok(all)
}

fn compiled(calendar: &CalendarTerms, wall: &ZoneRules) -> Result<Option<Calendar>, String> {
    let Some(week) = calendar.week.settled() else {
        return Ok(None);
    };
    let zone = match calendar.zone.settled() {
        Some(name) => almanac::zone(name).map_err(|error| error.to_string())?,
        None => wall.clone(),
    };
    let names = calendar.holidays.settled().cloned().unwrap_or_default();
    let sets: Result<Vec<DaySet>, _> = names.iter().map(|name| almanac::day_set(name)).collect();
    let sets = sets.map_err(|error| error.to_string())?;
    let sets: Vec<&DaySet> = sets.iter().collect();
    Ok(Some(Calendar::new(week, &zone, &sets, &calendar.days)))
}
