//! Whose calendar: a customer's, a contract's, a plan's, or one made up on the spot.

use super::args::CalendarArgs;
use super::day_sets::day_set;
use super::parts::CalendarParts;
use crate::almanac::{self, WallClock};
use crate::commands::args::whole_week;
use crate::context::{Context, TermsHolder};
use crate::core::calendar::{Calendar, Week, ZoneRules};
use crate::core::model::{ContractId, CustomerId};
use crate::core::terms::{Agreed, CalendarTerms, Terms};
use crate::core::time::Instant;
use crate::core::time::{Direction, LocalNow, PointExpr};
use crate::failure::Failure;
use crate::plans::{Document, FoundPlan};

/// A calendar, and where it is.
pub(super) struct ChosenCalendar {
    pub calendar: Calendar,
    /// What to call it.
    pub name: String,
    wall: WallClock,
}

impl ChosenCalendar {
    /// The zone of its hours.
    pub(super) fn zone(&self) -> &ZoneRules {
        &self.wall.0
    }

    /// Where and when its words are said: in its own zone.
    pub(super) fn here<'a>(&'a self, context: &Context) -> LocalNow<'a> {
        LocalNow::new(context.now(), &self.wall)
    }

    /// A point in time, in the calendar's own zone unless it says another.
    ///
    /// # Errors
    /// It fits two moments or none.
    pub(super) fn instant(
        &self,
        context: &Context,
        point: Option<&PointExpr>,
    ) -> Result<Instant, Failure> {
        match point {
            Some(point) => Ok(point.resolve(&self.here(context), Direction::Either)?),
            None => Ok(context.now()),
        }
    }
}

/// The calendar that was asked for; `key` names one of a plan's, its hours of support when absent.
/// What is said beside a customer, contract or plan stands in place of its own.
///
/// # Errors
/// Nobody is called so, hours that are still open, a zone or hours that cannot be read.
pub(super) fn asked(
    context: &Context,
    whose: &CalendarArgs,
    key: Option<&str>,
) -> Result<ChosenCalendar, Failure> {
    context.shown_without_desk()?;
    let week = whole_week(&whose.week)?;
    let mut parts = match whose.whose.as_deref() {
        None => made_up(context, whose, week)?,
        Some(name) => of_terms(context, name, whose, (key, week))?,
    };
    parts.change(context, whose)?;
    Ok(ChosenCalendar {
        calendar: parts.calendar(),
        name: parts.name,
        wall: WallClock(parts.zone),
    })
}

fn made_up(
    context: &Context,
    whose: &CalendarArgs,
    week: Option<Week>,
) -> Result<CalendarParts, Failure> {
    let week = week.unwrap_or_else(Week::around_the_clock);
    let zone = match whose.zone.as_deref() {
        Some(name) => rules(context, name)?,
        None => context.shown_without_desk()?,
    };
    Ok(CalendarParts {
        name: week.to_string(),
        week,
        zone,
        sets: Vec::new(),
        days: Default::default(),
    })
}

/// What a customer's contract, a contract or a plan says, and what it is called.
///
/// # Errors
/// Nobody is called so: `unknown`, where it is given.
pub(in crate::commands) fn document(
    context: &Context,
    name: &str,
    unknown: Option<Failure>,
) -> Result<(String, Document), Failure> {
    if is_plan(name) {
        return of_plan(context.plan(name)?);
    }
    let found = match context.store() {
        Ok(_) => context
            .directory()?
            .as_written()
            .contract(name, context.now()),
        Err(no_desk) => Err(no_desk),
    };
    let failure = match found {
        Ok((customer, contract)) => return of_contract(context, name, customer.id, contract),
        Err(failure) => failure,
    };
    if let Ok(plan) = context.catalogue()?.find(name) {
        return of_plan(plan);
    }
    match context.terms_beginning(name, unknown.unwrap_or(failure))? {
        TermsHolder::Plan(plan) => of_plan(plan),
        TermsHolder::Customer(customer) => {
            let (_, contract) = context.contract(&customer.key, context.now())?;
            of_contract(context, &customer.key, customer.id, contract)
        }
    }
}

fn of_plan(plan: FoundPlan) -> Result<(String, Document), Failure> {
    Ok((plan.called.clone(), plan.document()))
}

fn of_contract(
    context: &Context,
    name: &str,
    customer: CustomerId,
    contract: ContractId,
) -> Result<(String, Document), Failure> {
    let account = context.account(customer)?;
    let event = account
        .contract(contract)
        .and_then(|c| c.terms_near(context.now()))
        .map(|t| t.event);
    let document = match event {
        Some(event) => context.rules_cache()?.document(context.store()?, event)?,
        None => None,
    };
    let document = document
        .ok_or_else(|| Failure::not_found(format!("contract {contract} has no terms yet")))?;
    Ok((name.to_owned(), document))
}

/// The terms that follow from it.
///
/// # Errors
/// As [`document`].
pub(super) fn terms(context: &Context, name: &str) -> Result<Terms, Failure> {
    Ok(document(context, name, None)?.1.terms())
}

fn is_plan(name: &str) -> bool {
    name.contains('/') || name.contains(':')
}

fn of_terms(
    context: &Context,
    name: &str,
    whose: &CalendarArgs,
    (key, week): (Option<&str>, Option<Week>),
) -> Result<CalendarParts, Failure> {
    let terms = terms(context, name)?;
    let key = key.or(terms.hours.as_deref());
    let calendar = key.and_then(|key| terms.calendars.get(key));
    let hours = week
        .as_ref()
        .or_else(|| calendar.and_then(|calendar| calendar.week.settled()));
    let Some(hours) = hours else {
        return Err(no_hours(&terms, key));
    };
    let sets = calendar.map_or(&terms.holidays, |calendar| &calendar.holidays);
    let sets = sets.settled().into_iter().flatten();
    let called = match (&week, key) {
        (None, Some(key)) => key.to_owned(),
        _ => hours.to_string(),
    };
    Ok(CalendarParts {
        name: format!("{} {called}", terms.name()),
        zone: zone(context, whose, calendar, &terms)?,
        sets: sets
            .map(|set| day_set(context, set))
            .collect::<Result<_, _>>()?,
        days: calendar.map(|c| c.days.clone()).unwrap_or_default(),
        week: hours.clone(),
    })
}

fn no_hours(terms: &Terms, key: Option<&str>) -> Failure {
    let name = terms.name();
    let failure = match key {
        None => Failure::not_possible(format!("{name} has no hours of support")),
        Some(_) => {
            Failure::not_possible(format!("the hours of {name} are open: agreed at signing"))
        }
    };
    failure.hint("name a customer or a contract, or say them: `--week \"mon-fri 09:00-17:00\"`")
}

/// The zone that was said, or agreed; where nothing was agreed yet, the desk's, as in a signing.
fn zone(
    context: &Context,
    whose: &CalendarArgs,
    calendar: Option<&CalendarTerms>,
    terms: &Terms,
) -> Result<ZoneRules, Failure> {
    let agreed = calendar.map_or(&terms.zone, |calendar| &calendar.zone);
    if let Some(name) = whose
        .zone
        .as_deref()
        .or(agreed.settled().map(String::as_str))
    {
        return rules(context, name);
    }
    let signed = whose.whose.as_deref().is_some_and(|name| !is_plan(name));
    let choices = match agreed {
        Agreed::OneOf(zones) if !signed => zones.clone(),
        _ => Vec::new(),
    };
    match context.zones() {
        Ok(zones) if choices.is_empty() => Ok(zones.desk.clone()),
        _ => Err(Failure::missing(
            format!("the zone of {} is agreed at signing", terms.name()),
            "--zone",
            choices,
        )),
    }
}

/// The rules of a zone: the desk's own version where it has one, else the newest.
fn rules(context: &Context, name: &str) -> Result<ZoneRules, Failure> {
    if let Ok(mut rules_cache) = context.rules_cache()
        && rules_cache.has_zone(name)
    {
        return rules_cache.zone_rules(context.store()?, name);
    }
    Ok(almanac::zone(name)?)
}
