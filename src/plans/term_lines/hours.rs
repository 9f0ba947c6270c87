//! Hours of support, and the calendars that are in use: which those are shows only once the terms
//! are resolved.

use super::line::{TermLine, called};
use super::term_words::{OPEN, TermWords, Together};
use super::value::{said, words_of};
use crate::core::calendar::{Hours, Week};
use crate::core::terms::{Agreed, CalendarTerms, Source, Terms};
use crate::plans::scalar::is_id;
use crate::plans::schema::{CALENDAR, TOP};
use crate::plans::section::Section;
use crate::plans::tree::{Node, Table};

/// Hours and business days, then zone, holidays and calendars where some hours end.
pub(super) fn lines(root: &Table, terms: &Terms) -> Vec<TermLine> {
    let mut lines = Vec::new();
    lines.extend(of_hours(root, terms, "hours", terms.hours.as_ref()));
    if terms.business_days != terms.hours {
        let key = terms.business_days.as_ref();
        lines.extend(of_hours(root, terms, "business-days", key));
    }
    let ends = |calendar: &CalendarTerms| {
        let week = calendar.week.settled();
        week.is_none_or(|week| !week.is_around_the_clock())
    };
    if !terms.calendars.values().any(ends) {
        return lines;
    }
    lines.extend(["zone", "holidays"].map(|key| of_key(root, key)));
    let named = terms.calendars.iter().filter(|(key, _)| is_named(key));
    lines.extend(named.map(|(key, calendar)| of_calendar(root, terms, key, calendar)));
    lines
}

fn line(key: &str, path: String, title: &str, said: TermWords, source: Source) -> TermLine {
    let title = TermWords::Text(title.to_owned());
    let item = TOP.key(key).map(|spec| called(spec, title.clone()));
    TermLine::new(Section::Hours, path, item.unwrap_or(title), said, source)
}

/// What stands at a key, or is left open where nothing does.
fn of_key(root: &Table, key: &str) -> TermLine {
    let node = root.get(key);
    let said = match (node, TOP.key(key)) {
        (Some(node), Some(spec)) => said(node, spec, &spec.shape),
        _ => TermWords::open(None),
    };
    let source = node.map(|node| node.source.clone());
    line(key, key.to_owned(), "", said, source.unwrap_or_default())
}

fn of_hours(root: &Table, terms: &Terms, key: &str, calendar: Option<&String>) -> Option<TermLine> {
    let name = calendar?;
    let calendar = terms.calendars.get(name)?;
    let week = week(calendar);
    let written = match is_named(name) {
        true => format!("{name}: {}", week.written()),
        false => week.written(),
    };
    let words = match (calendar.week.settled(), calendar.choices.is_empty()) {
        (Some(_), _) => week,
        (None, true) => TermWords::open(None),
        (None, false) => TermWords::open(Some(week)),
    };
    let source = root.get(key).map(|node| node.source.clone());
    let said = TermWords::instead_of(written, words);
    let source = source.unwrap_or_default();
    Some(line(key, key.to_owned(), "", said, source))
}

/// Whether a calendar has a name of its own: the others are called by their hours.
fn is_named(key: &str) -> bool {
    let unnamed = ["hours", "business-days", "around-the-clock"];
    is_id(key) && !unnamed.contains(&key) && key.parse::<Week>().is_err()
}

/// The hours of a calendar.
fn week(calendar: &CalendarTerms) -> TermWords {
    match (&calendar.week, calendar.choices.is_empty()) {
        (_, false) => {
            let choices = calendar.choices.iter().cloned();
            TermWords::one_of(choices.map(TermWords::Text).collect())
        }
        (Agreed::Is(week), _) => TermWords::Week(week.clone()),
        (Agreed::OneOf(weeks), _) => {
            TermWords::one_of(weeks.iter().cloned().map(TermWords::Week).collect())
        }
        (Agreed::Open, _) => TermWords::Word(OPEN.to_owned()),
    }
}

/// A calendar that has a name, with what it has of its own.
fn of_calendar(root: &Table, terms: &Terms, name: &str, calendar: &CalendarTerms) -> TermLine {
    let mut said = vec![week(calendar)];
    if calendar.choices.is_empty() {
        let own = |key: &str| chosen(root, name).and_then(|own| value_at(own, key));
        if let (Some(zone), true) = (own("zone"), calendar.zone != terms.zone) {
            said.push(TermWords::of("calendar-in", "in {is}", zone));
        }
        if let (Some(sets), true) = (own("holidays"), calendar.holidays != terms.holidays) {
            said.push(TermWords::of("calendar-holidays", "holidays {is}", sets));
        }
        for (day, hours) in &calendar.days {
            said.push(TermWords::Day(*day, Hours(hours.clone())));
        }
    }
    let said = match said.len() {
        1 => said.remove(0),
        _ => TermWords::Several(Together::List, said),
    };
    let path = format!("calendars.{name}");
    let mut line = line("calendars", path, name, said, calendar.source.clone());
    if calendar.title != name {
        line.item = TermWords::Text(calendar.title.clone());
    }
    line
}

fn value_at(calendar: &Table, key: &str) -> Option<TermWords> {
    let spec = CALENDAR.key(key)?;
    calendar.get(key).map(|node| words_of(node, &spec.shape))
}

/// The calendar of that name, or the one that was chosen for it.
fn chosen<'d>(root: &'d Table, name: &str) -> Option<&'d Table> {
    let calendar = root.at(&["calendars", name])?.table()?;
    match calendar.get("one-of").and_then(Node::list) {
        Some([only]) => chosen(root, only.text()?),
        _ => Some(calendar),
    }
}
