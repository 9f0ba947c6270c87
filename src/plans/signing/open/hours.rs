//! Hours, zones and holidays, where they are open: asked for where a target counts in them.

use super::{OpenTerm, clause};
use crate::core::calendar::Week;
use crate::core::terms::{Agreed, CalendarTerms, Promise, Target, Terms};
use crate::core::time::Span;

/// A calendar, its key, and whether the time on its wall matters: some target counts in hours of
/// it that end, or in days.
struct Used<'t> {
    key: &'t str,
    calendar: &'t CalendarTerms,
    matters: bool,
}

/// All that is open about hours.
pub(super) fn open(terms: &Terms) -> Vec<OpenTerm> {
    let counting = counting(terms);
    let mut open: Vec<OpenTerm> = Vec::new();
    for (key, calendar) in &terms.calendars {
        if calendar.week.settled().is_none() {
            let needed = counting.contains(&key.as_str());
            open.push(open_hours(terms, key, calendar, needed));
        }
    }
    let used = used(terms, &counting);
    let in_zone = used
        .iter()
        .any(|used| used.matters && used.calendar.zone == terms.zone);
    open.extend(zone(
        &terms.zone,
        "zone".to_owned(),
        clause(terms, "zone"),
        in_zone,
    ));
    let with_days = |used: &Used<'_>| used.matters && used.calendar.holidays == terms.holidays;
    let needed = used.iter().any(with_days);
    let said = clause(terms, "holidays");
    open.extend(holidays(
        &terms.holidays,
        "holidays".to_owned(),
        said,
        needed,
    ));
    for Used {
        key,
        calendar,
        matters,
    } in used
    {
        let said = || calendar.source.clause.clone();
        if calendar.zone != terms.zone {
            let path = format!("calendars.{key}.zone");
            open.extend(zone(&calendar.zone, path, said(), matters));
        }
        if calendar.holidays != terms.holidays {
            let path = format!("calendars.{key}.holidays");
            open.extend(holidays(&calendar.holidays, path, said(), matters));
        }
    }
    open
}

/// The calendars in which some target counts, or will count once they are agreed.
fn counting(terms: &Terms) -> Vec<&str> {
    keys(terms, |_| true)
}

/// Those of the targets that promise such a span.
fn keys(terms: &Terms, such: impl Fn(Span) -> bool) -> Vec<&str> {
    let counts = |target: &&Target| matches!(target.promise, Promise::Within(span) if such(span));
    let targets = terms
        .milestones
        .iter()
        .flat_map(|m| &m.targets)
        .filter(counts);
    let keys = targets.filter_map(|t| t.calendar.as_deref().or(t.waits_for.as_deref()));
    keys.collect()
}

/// The calendars, save those that are only to be chosen from.
fn used<'t>(terms: &'t Terms, counting: &[&str]) -> Vec<Used<'t>> {
    let choices: Vec<&String> = terms.calendars.values().flat_map(|c| &c.choices).collect();
    let in_days = keys(terms, |span| !matches!(span, Span::Time(_)));
    let theirs = terms
        .calendars
        .iter()
        .filter(|(key, _)| !choices.contains(key));
    let used = theirs.map(|(key, calendar)| {
        let week = calendar.week.settled();
        let ends = week.is_none_or(|week| !week.is_around_the_clock());
        let by_the_wall = ends || in_days.contains(&key.as_str());
        Used {
            key,
            calendar,
            matters: by_the_wall && counting.contains(&key.as_str()),
        }
    });
    used.collect()
}

fn open_hours(terms: &Terms, key: &str, calendar: &CalendarTerms, used: bool) -> OpenTerm {
    let of_the_plan = ["hours", "business-days"].contains(&key);
    let choices = match &calendar.week {
        Agreed::OneOf(weeks) => weeks.iter().map(Week::to_string).collect(),
        _ => calendar.choices.clone(),
    };
    OpenTerm {
        path: match (of_the_plan, calendar.choices.is_empty()) {
            (true, _) => key.to_owned(),
            (false, false) => format!("calendars.{key}"),
            (false, true) => format!("calendars.{key}.week"),
        },
        what: match key {
            "hours" => "the hours of support".to_owned(),
            "business-days" => "which days are business days".to_owned(),
            key => format!("which hours `{key}` are"),
        },
        choices,
        needed: used,
        why: match used {
            true => "targets count in them".to_owned(),
            false => "no target counts in them".to_owned(),
        },
        clause: calendar
            .source
            .clause
            .clone()
            .or_else(|| clause(terms, key)),
        example: "mon-fri 09:00-18:00",
    }
}

/// An open zone is the contract's or the desk's, so only one out of a list is asked for.
fn zone(
    zone: &Agreed<String>,
    path: String,
    clause: Option<String>,
    matters: bool,
) -> Option<OpenTerm> {
    let (choices, why) = match zone {
        Agreed::Is(_) => return None,
        Agreed::OneOf(zones) if matters => (zones.clone(), "hours are read in it"),
        // where no hours end and no days count, the contract's own zone is asked of nothing
        Agreed::OneOf(_) => return None,
        Agreed::Open => (
            Vec::new(),
            "without it the contract's zone holds, or the desk's",
        ),
    };
    Some(OpenTerm {
        path,
        what: "the zone of the hours".to_owned(),
        needed: matters && !choices.is_empty(),
        choices,
        why: why.to_owned(),
        clause,
        example: "Europe/Madrid",
    })
}

fn holidays(
    holidays: &Agreed<Vec<String>>,
    path: String,
    clause: Option<String>,
    matters: bool,
) -> Option<OpenTerm> {
    let choices = match holidays {
        Agreed::Is(_) => return None,
        Agreed::OneOf(sets) => sets.iter().map(|sets| sets.join(",")).collect(),
        Agreed::Open => Vec::new(),
    };
    let why = match matters {
        true => "targets count in hours that they close",
        false => "no target counts in hours that they close",
    };
    Some(OpenTerm {
        path,
        what: "which holidays are closed".to_owned(),
        choices,
        needed: matters,
        why: why.to_owned(),
        clause,
        example: "none",
    })
}
