//! How promises were kept in the periods before: what `report sla` says of each of them now.

use super::super::clocks;
use super::super::head::span_of;
use super::super::moved::MovedSince;
use super::super::scope::Scope;
use super::super::sla::{milestone_or_all, objects, priority_or_all, share};
use super::answer::{EarlierPeriod, QuarterlyAnswer};
use crate::context::Context;
use crate::core::report::{Attainment, AttainmentLine, TicketLists, Window};
use crate::failure::Failure;
use crate::render::{Block, Cell, Chart, ChartLine, Doc, DocTable, Field, LineChart, Row};
use crate::wording::said;

/// So many periods stand beside the one reported.
const BEFORE: usize = 3;

/// The periods before, the earliest first; those before anything was counted are left out.
///
/// # Errors
/// The desk's file cannot be read.
pub(super) fn before(
    context: &Context,
    scope: &mut Scope<'_>,
) -> Result<Vec<EarlierPeriod>, Failure> {
    let reported = (scope.period.clone(), scope.window);
    let mut earlier = Vec::new();
    for _ in 0..BEFORE {
        let Some(period) = scope.period.before(&scope.zone) else {
            break;
        };
        scope.window = Window::of(&period, scope.reading.at());
        scope.period = period.clone();
        let moved = MovedSince::read(context, scope)?;
        let (tally, order) = clocks::tally(scope, &moved, &[], TicketLists::Dropped)?;
        let attainment = tally.finish(&order);
        earlier.push(EarlierPeriod { period, attainment });
    }
    (scope.period, scope.window) = reported;
    while earlier
        .last()
        .is_some_and(|one| one.attainment.total().is_none())
    {
        earlier.pop();
    }
    earlier.reverse();
    Ok(earlier)
}

/// The periods as objects.
pub(super) fn objects_of(earlier: &[EarlierPeriod]) -> Cell {
    let object = |one: &EarlierPeriod| {
        Cell::object([
            ("period", span_of(&one.period)),
            ("attainment", objects(&one.attainment.lines, &[], false)),
            ("totals", objects(&one.attainment.totals, &[], false)),
        ])
    };
    Cell::List(earlier.iter().map(object).collect())
}

/// What was kept of each milestone and priority, period beside period, as a table and as lines.
pub(super) fn section(page: Doc, title: &str, quarter: &QuarterlyAnswer) -> Doc {
    if quarter.trend.is_empty() || !quarter.by.is_empty() {
        return page;
    }
    let earlier = quarter.trend.iter();
    let earlier = earlier.map(|one| (one.period.title.as_str(), &one.attainment));
    let all: Vec<(&str, &Attainment)> = earlier.chain([(title, &quarter.attainment)]).collect();
    let mut columns: Vec<Field> = ["milestone", "priority"].map(Field::named).into();
    columns.extend(all.iter().map(|(title, _)| Field::of_period(title)));
    let lines = keys(&all, |attainment| &attainment.lines);
    let mut totals = keys(&all, |attainment| &attainment.totals);
    if totals.len() == 2 {
        // one milestone: all is what it is
        totals.retain(|key| key.0.is_some());
    }
    let row = |key: &LineName, lines: fn(&Attainment) -> &[AttainmentLine]| -> Row {
        let named = [milestone_or_all(&key.0), priority_or_all(&key.1)];
        let kept = all
            .iter()
            .map(|(_, of)| kept(lines(of), key).map_or(Cell::Absent, |it| it.1));
        named.into_iter().chain(kept).collect()
    };
    let of_lines: fn(&Attainment) -> &[AttainmentLine] = |attainment| &attainment.lines;
    let of_totals: fn(&Attainment) -> &[AttainmentLine] = |attainment| &attainment.totals;
    let mut table = DocTable::of(columns, lines.iter().map(|key| row(key, of_lines)));
    for key in &totals {
        table = table.totalled(row(key, of_totals));
    }
    // as many as can be told apart without colours; the line of all is the figure of the head
    const TOLD_APART: usize = 3;
    let lines = totals
        .iter()
        .filter(|key| key.0.is_some() || totals.len() <= TOLD_APART);
    let lines = lines.map(|key| ChartLine {
        label: match &key.0 {
            Some(id) => said::as_it_is(Cell::milestone(id.clone())).into(),
            None => said::sla_in_all().into(),
        },
        values: all.iter().map(|(_, of)| kept(of_totals(of), key)).collect(),
    });
    let chart = LineChart {
        title: said::trend_chart().into(),
        points: all
            .iter()
            .map(|(title, _)| said::as_it_is(Cell::period(title)).into())
            .collect(),
        lines: lines.collect(),
    };
    page.heading(said::trend())
        .text(said::trend_is())
        .block(Block::Table(table))
        .block(Block::Chart(Chart::Lines(chart)))
}

/// Milestone and priority of a line.
type LineName = (Option<String>, Option<String>);

/// The lines that any of the periods has, in their order, those of the last one first.
fn keys(
    all: &[(&str, &Attainment)],
    lines: fn(&Attainment) -> &Vec<AttainmentLine>,
) -> Vec<LineName> {
    let mut keys: Vec<LineName> = Vec::new();
    for (_, attainment) in all.iter().rev() {
        for line in lines(attainment) {
            let key = (line.milestone.clone(), line.priority.clone());
            let counted = all.iter().any(|(_, of)| kept(lines(of), &key).is_some());
            if counted && !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    let milestones: Vec<Option<String>> = keys.iter().map(|key| key.0.clone()).collect();
    keys.sort_by_key(|key| milestones.iter().position(|known| *known == key.0));
    keys
}

/// What was kept of a line; none where nothing was decided.
fn kept(lines: &[AttainmentLine], key: &LineName) -> Option<(f64, Cell)> {
    let mut lines = lines.iter();
    let line = lines.find(|line| line.milestone == key.0 && line.priority == key.1)?;
    let kept = line.figures.attainment()?;
    Some((kept.part as f64 / kept.of as f64, share(Some(kept))))
}
