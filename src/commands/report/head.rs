//! What stands above and below every report: which time, whose, and the seal.

use std::borrow::Cow;

use super::scope::Scope;
use crate::core::calendar::ZoneRules;
use crate::core::time::Instant;
use crate::core::time::{Local, LocalNow, written_moment};
use crate::failure::Failure;
use crate::render::{Cell, Doc, Object};
use crate::store::{AsOf, Seal};

/// The period as an object: its title, both instants, the zone in which it was read.
pub(super) fn period(scope: &Scope<'_>) -> Cell {
    let open = |at: Instant, end: Instant| match at {
        at if at == end => Cell::Absent,
        at => Cell::Instant(at),
    };
    Cell::object([
        ("title", Cell::text(&scope.period.title)),
        ("from", open(scope.period.from, Instant::MIN)),
        ("to", open(scope.period.to, Instant::MAX)),
        ("zone", Cell::code(scope.zone.name().to_owned())),
        ("ended", Cell::Flag(scope.window.has_ended())),
    ])
}

/// The state of the record that was looked at, and the instant from which it was:
/// `e51877-9f3a...@2026-10-01T06:00Z`.
///
/// # Errors
/// The desk's file cannot be read, or nothing was known then.
pub(super) fn seal(scope: &Scope<'_>) -> Result<String, Failure> {
    let store = scope.reading.store;
    let seal: Option<Seal> = match scope.known() {
        AsOf::All => Some(store.head()?),
        AsOf::Through(event) => match store.event(event)? {
            Some(told) => store.seal_of(told.event.entry)?,
            None => None,
        },
    };
    let at = scope.reading.at();
    let seal = seal.ok_or_else(|| Failure::not_found("this desk did not exist then"))?;
    Ok(seal.looked_at(at))
}

/// The beginning of a page: the title, which time in which zone, whose, as of when.
pub(super) fn page(scope: &Scope<'_>, title: &str) -> Doc {
    let mut facts: Vec<(&str, Cell)> = vec![("period", Cell::text(span(scope)))];
    if let Some((row, _)) = &scope.customer {
        facts.push((
            "customer",
            Cell::text(format!("{} ({})", row.name, row.key)),
        ));
    }
    if !scope.words.is_empty() {
        facts.push(("tickets", Cell::text(scope.words.join(" "))));
    }
    let here = LocalNow::new(scope.reading.at(), &scope.zone);
    facts.push((
        "as of",
        Cell::text(written_moment(scope.reading.at(), here)),
    ));
    Doc::new(format!("{title} {}", scope.period.title)).facts(facts)
}

/// `2026-07-01 00:00 to 2026-10-01 00:00 (Europe/Madrid)`.
fn span(scope: &Scope<'_>) -> String {
    let edge = |at: Instant, end: Instant, open: &'static str| -> Cow<'static, str> {
        match at {
            at if at == end => open.into(),
            at => wall(at, &scope.zone).into(),
        }
    };
    let from = edge(scope.period.from, Instant::MIN, "the beginning");
    let to = edge(scope.period.to, Instant::MAX, "the end of time");
    let running = match scope.window.has_ended() {
        true => "",
        false => ", not over yet",
    };
    format!("{from} to {to} ({}){running}", scope.zone.name())
}

fn wall(at: Instant, zone: &ZoneRules) -> String {
    written_moment(at, LocalNow::new(at, zone))
}

/// The keys that stand around the rows of a report: the period before, the seal after.
///
/// # Errors
/// As [`seal`].
pub(super) fn around(scope: &Scope<'_>) -> Result<(Object, Object), Failure> {
    Ok((
        vec![("period".into(), period(scope))],
        vec![("seal".into(), Cell::code(seal(scope)?))],
    ))
}
