//! What stands above and below every report: which time, whose, and the seal.

use super::names::names;
use super::scope::Scope;
use crate::core::time::Instant;
use crate::core::time::{Local, Period};
use crate::failure::Failure;
use crate::render::{Block, Cell, Doc, DocTable, Object, Said, Words};
use crate::store::{AsOf, Seal};
use crate::wording::said;

/// A period as an object: its title and both instants.
pub(super) fn span_of(period: &Period) -> Cell {
    Cell::Object(edges(period))
}

fn edges(period: &Period) -> Object {
    vec![
        ("title".into(), Cell::text(&period.title)),
        ("from".into(), open(period.from, Instant::MIN)),
        ("to".into(), open(period.to, Instant::MAX)),
    ]
}

fn open(at: Instant, end: Instant) -> Cell {
    match at {
        at if at == end => Cell::Absent,
        at => Cell::Instant(at),
    }
}

/// The period as an object: its title, both instants, the zone in which it was read.
pub(super) fn period(scope: &Scope<'_>) -> Cell {
    let mut period = edges(&scope.period);
    period.extend([
        ("zone".into(), Cell::code(scope.zone.name().to_owned())),
        ("ended".into(), Cell::Flag(scope.window.has_ended())),
    ]);
    Cell::Object(period)
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
pub(super) fn page(scope: &Scope<'_>, title: impl Into<Words>) -> Doc {
    let mut facts: Vec<(Said, Cell)> = vec![(said::head_period(), span(scope).into())];
    if let Some((row, _)) = &scope.customer {
        facts.push((
            said::head_customer(),
            Cell::text(format!("{} ({})", row.name, row.key)),
        ));
    }
    // who is named above need not be asked for once more
    let is_said = scope.whole_customers && scope.customer.is_some();
    if !scope.words.is_empty() && !is_said {
        facts.push((said::head_tickets(), Cell::text(scope.words.join(" "))));
    }
    facts.push((said::head_as_of(), Cell::Dated(scope.reading.at())));
    Doc::new(title)
        .in_language(scope.language)
        .on(scope.paper)
        .dated(scope.reading.at())
        .kept()
        .facts(facts)
}

/// A page of one customer need not say in every row whose it is.
pub(super) fn of_whom(scope: &Scope<'_>, table: DocTable) -> Block {
    let table = match scope.customer {
        Some(_) => table.without("customer"),
        None => table,
    };
    Block::Table(table.without_empty())
}

/// The last lines of a page, whose codes are called as its plans and the desk's people are.
///
/// # Errors
/// As [`seal`].
pub(super) fn foot(page: Doc, scope: &Scope<'_>) -> Result<Doc, Failure> {
    let page = match zones(scope)? {
        Some(says) => page.text(says),
        None => page,
    };
    let seal: Said = said::foot_seal(Cell::code(seal(scope)?));
    Ok(page
        .text(said::meaning_seal())
        .text(seal)
        .naming(names(scope)?))
}

/// Why pages of the same period may not add up: each counts it in its own zone. None where all have
/// that of the desk.
fn zones(scope: &Scope<'_>) -> Result<Option<Said>, Failure> {
    let desk = scope.reading.rules_cache.desk_zone();
    let own = scope.zone.name();
    if scope.customer.is_some() {
        let code = |zone: &str| Cell::code(zone.to_owned());
        return Ok((own != desk).then(|| said::foot_zone(code(desk), code(own))));
    }
    let customers = scope.customers.rows()?;
    let contracts = scope.customers.contracts()?;
    let of_customers = customers.iter().map(|row| &row.zone);
    let of_contracts = contracts.iter().map(|contract| &contract.row.zone);
    let mut zones = of_customers.chain(of_contracts).flatten();
    Ok(zones.any(|zone| zone != desk).then(said::foot_zones))
}

/// `2026-07-01 00:00 to 2026-10-01 00:00 (Europe/Madrid)`.
fn span(scope: &Scope<'_>) -> Said {
    let edge = |at: Instant, end: Instant, open: Said| match at {
        at if at == end => open.into(),
        at => Cell::Dated(at),
    };
    let from = edge(scope.period.from, Instant::MIN, said::head_beginning());
    let to = edge(scope.period.to, Instant::MAX, said::head_end());
    let zone = Cell::code(scope.zone.name().to_owned());
    match scope.window.has_ended() {
        true => said::head_from_to(from, to, zone),
        false => said::head_from_to_running(from, to, zone),
    }
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
