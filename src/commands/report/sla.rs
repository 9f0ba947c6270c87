//! `report sla`: how far promises were kept, by milestone and priority.

use std::collections::BTreeSet;

use clap::Args;

use super::about::ReportArgs;
use super::by::{GroupField, called};
use super::counted::{Counted, count, ids};
use super::folder::{Answered, AskedReport, FolderArgs, report};
use super::grouping::{Grouping, WithTickets};
use super::moved::MovedSince;
use super::names::{all_terms, promised_words};
use super::scope::{DefaultPeriod, Scope};
use super::{clocks, head, not_promised};
use crate::commands::Input;
use crate::commands::args::OrderArgs;
use crate::commands::list_fields::ListFields;
use crate::commands::ticket::record::{promised_to, published};
use crate::context::Context;
use crate::core::filter::CLOCK_KEYS;
use crate::core::report::{
    Attainment, AttainmentLine, Figures, LineTarget, LineTargets, Percentile, Share,
};
use crate::core::terms::{NotPromisedReason, Promise, Terms};
use crate::failure::Failure;
use crate::render::{
    BarChart, Block, Cell, Chart, ColumnShown, Doc, DocTable, Field, Listing, Outcome,
    PagePreference, Role, Row, Words,
};
use crate::wording::{NOT_PROMISED, NameKind, said};

const NAME: &str = "report sla";

/// Report how promises were kept
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk report sla --period 2026Q3\n  sladesk report sla customer:acme --period 2026-07 --by topic -f csv"
)]
pub(crate) struct ReportSla {
    #[command(flatten)]
    grouping: Grouping,
    #[command(flatten)]
    with_tickets: WithTickets,
    #[command(flatten)]
    folder: FolderArgs,
    #[command(flatten)]
    about: ReportArgs,
    #[command(flatten)]
    order: OrderArgs,
}

impl ReportSla {
    /// The report as records and as a page.
    ///
    /// # Errors
    /// What was asked for cannot be read, or the desk's file cannot.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let asked = AskedReport {
            about: &self.about,
            folder: &self.folder,
            unsaid: DefaultPeriod::ThisQuarter,
            called: Some("sla"),
        };
        report(context, &asked, |scope| self.answer(context, input, scope))
    }

    fn answer(
        &self,
        context: &Context,
        input: &dyn Input,
        mut scope: Scope<'_>,
    ) -> Result<Answered, Failure> {
        let fields = self.grouping.fields();
        let moved = MovedSince::read(context, &mut scope)?;
        let (tally, order) = clocks::tally(&mut scope, &moved, &fields, self.with_tickets.lists())?;
        let mut attainment = tally.finish(&order);
        if fields.is_empty() && scope.customer.is_some() {
            attainment.add_targets(&scope.terms.promised(&scope.reading.rules_cache));
        }
        let not_promised = not_promised::not_promised(&scope);
        let page = scope.page_if_wanted(|| {
            let page = page(&scope, &attainment, &fields, self.with_tickets.tickets)?;
            let page = moved.section(not_promised::section(page, &not_promised))?;
            head::foot(page, &scope)
        })?;
        let (before, mut after) = head::around(&scope)?;
        after.push((
            "totals".into(),
            objects(&attainment.totals, &fields, self.with_tickets.tickets),
        ));
        after.push(("not_promised".into(), not_promised::objects(&not_promised)));
        after.push(("moved".into(), moved.objects()));
        let columns = columns(&fields, self.with_tickets.tickets);
        let rows = rows(&attainment.lines, &fields, self.with_tickets.tickets);
        let listing = Listing::ready(NAME, columns, rows)
            .around(before, "rows", after)
            .if_empty("no clock was decided or open in that period")
            .page_if_any(PagePreference::PageAtTerminal, page);
        let listing = self.order.arranged(listing, input)?;
        Ok(Answered {
            listing,
            zone: scope.zone,
        })
    }
}

/// The columns that everybody sees, then those on request.
const SHOWN: [&str; 9] = [
    "milestone",
    "priority",
    "decided",
    "met",
    "breached",
    "corrected",
    "late_entries",
    "attainment",
    "median_seconds",
];
/// Those that go where there is no room for all, the first of them first.
const GIVES_WAY: [&str; 4] = ["corrected", "late_entries", "p90_seconds", "median_seconds"];
const LAST_SHOWN: &str = "p90_seconds";
const MORE: [&str; 9] = [
    "p95_seconds",
    "max_seconds",
    "superseded",
    "cancelled",
    "open",
    "target",
    "imported",
    "priority_rank",
    "moved_later",
];

/// The fields asked for, then the figures.
pub(super) fn columns(by: &[GroupField], tickets: bool) -> Vec<Field> {
    let shown = by
        .iter()
        .map(|field| field.key())
        .chain(SHOWN)
        .chain([LAST_SHOWN]);
    let on_request = |key: &str| Field {
        shown: ColumnShown::OnRequest,
        ..Field::named(key)
    };
    let gives_way = |key: &str| match GIVES_WAY.iter().position(|going| *going == key) {
        Some(place) => Field::named(key).gives_way(place as u8 + 1),
        None => Field::named(key),
    };
    let mut columns: Vec<Field> = shown.map(gives_way).collect();
    columns.extend(MORE.iter().map(|key| on_request(key)));
    if tickets {
        columns.push(on_request("tickets"));
    }
    columns
}

/// The lines as records of these columns.
pub(super) fn rows(lines: &[AttainmentLine], by: &[GroupField], tickets: bool) -> Vec<Row> {
    lines.iter().map(|line| row(line, by, tickets)).collect()
}

fn row(line: &AttainmentLine, by: &[GroupField], tickets: bool) -> Row {
    let figures = &line.figures;
    let mut row: Row = (0..by.len())
        .map(|place| Cell::code_if(line.by.get(place).cloned().flatten()))
        .collect();
    row.extend([
        Cell::code_if(line.milestone.clone()),
        Cell::priority_if(line.priority.clone()),
        count(figures.decided()),
        count(figures.met.len()),
        count(figures.breached.len()),
        count(figures.corrected.len()),
        count(figures.late_entries.len()),
        share(figures.attainment()),
        Cell::seconds_if(figures.times.percentile(Percentile::P50)),
        Cell::seconds_if(figures.times.percentile(Percentile::P90)),
        Cell::seconds_if(figures.times.percentile(Percentile::P95)),
        Cell::seconds_if(figures.times.longest()),
        count(figures.superseded.len()),
        count(figures.cancelled.len()),
        count(figures.open.len()),
        target(line),
        count(figures.imported.len()),
        Cell::from(line.rank),
        count(figures.moved_later.len()),
    ]);
    if tickets {
        row.push(tickets_of_figures(figures));
    }
    row
}

/// Lines as objects of all their columns.
pub(super) fn objects(lines: &[AttainmentLine], by: &[GroupField], tickets: bool) -> Cell {
    let columns = columns(by, tickets);
    let object = |row: Row| {
        let keys = columns.iter().map(|field| field.key.clone());
        Cell::Object(keys.zip(row).collect())
    };
    Cell::List(rows(lines, by, tickets).into_iter().map(object).collect())
}

pub(super) fn share(share: Option<Share>) -> Cell {
    share.map_or(Cell::Absent, |share| Cell::Share {
        part: share.part,
        of: share.of,
    })
}

/// What was promised, whichever kind of tickets has it; several where the terms of the tickets
/// differ.
fn target(line: &AttainmentLine) -> Cell {
    if !line.targets.is_empty() {
        return Cell::Target(line.targets.written().join(", "));
    }
    let mut words = line.promises.iter().filter_map(|promise| match promise {
        Promise::BestEffort => Some(NotPromisedReason::BestEffort.word()),
        Promise::Open | Promise::None | Promise::Missing => Some(NOT_PROMISED),
        Promise::Within(_) => None,
    });
    let words: BTreeSet<&str> = words.by_ref().collect();
    let said: Vec<Cell> = words.iter().map(|word| Cell::word_of(*word)).collect();
    match <[Cell; 1]>::try_from(said) {
        Ok([one]) => one,
        Err(none) if none.is_empty() => Cell::Absent,
        // contracts beside each other
        Err(several) => {
            let written: Vec<&str> = words.into_iter().collect();
            let several = said::as_it_is(Cell::List(several));
            Cell::told(Cell::code(written.join(", ")), several)
        }
    }
}

/// The same on a page: each target with the kind of tickets that has it, and in the words of its
/// source.
fn target_said(terms: &[&Terms], line: &AttainmentLine) -> Cell {
    let of = |target: &LineTarget| {
        let says = published_words(terms, line, target);
        published(Cell::Target(target.within.clone()), &says)
    };
    match line.targets.is_empty() {
        true => target(line),
        false => each_with_kind(&line.targets, of),
    }
}

/// Each target as `said`, with the kind of tickets that has it.
pub(super) fn each_with_kind(targets: &LineTargets, said: impl Fn(&LineTarget) -> Cell) -> Cell {
    let of = |target: &LineTarget| {
        let kind = target.kind.clone();
        let kind = kind.map(|kind| Cell::Named(NameKind::Kind, kind.into()));
        promised_to(kind, said(target))
    };
    let each: Vec<Cell> = targets.iter().map(of).collect();
    match <[Cell; 1]>::try_from(each) {
        Ok([one]) => one,
        Err(each) => Cell::List(each),
    }
}

/// The words in which a source publishes a target of a line; none where several plans have it and
/// publish it otherwise.
fn published_words(terms: &[&Terms], line: &AttainmentLine, target: &LineTarget) -> Option<String> {
    let within = Promise::Within(target.within.parse().ok()?);
    let (milestone, priority) = (line.milestone.as_deref()?, line.priority.as_deref()?);
    let targets = terms.iter().filter_map(|terms| {
        let place = terms.priority(priority)?;
        terms
            .milestone(milestone)?
            .target(place, target.kind.as_deref())
    });
    let so_long = targets.filter(|target| target.promise == within);
    let words: BTreeSet<Option<&str>> = so_long.map(|target| target.says.as_deref()).collect();
    match words.len() {
        1 => words.into_iter().next().flatten().map(str::to_owned),
        _ => None,
    }
}

/// What nine of ten did not exceed: of fewer than ten that is the longest, which stands beside it.
fn nine_of_ten(figures: &Figures) -> Option<i64> {
    let nine_of_ten = figures.times.percentile(Percentile::P90);
    nine_of_ten.filter(|_| figures.times.count() >= 10)
}

/// The tickets behind every figure.
pub(super) fn tickets_of_figures(figures: &Figures) -> Cell {
    Cell::object([
        ("met", ids(figures.met.list())),
        ("breached", ids(figures.breached.list())),
        ("corrected", ids(figures.corrected.list())),
        ("late_entries", ids(figures.late_entries.list())),
        ("imported", ids(figures.imported.list())),
        ("moved_later", ids(figures.moved_later.list())),
        ("superseded", ids(figures.superseded.list())),
        ("cancelled", ids(figures.cancelled.list())),
        ("open", ids(figures.open.list())),
    ])
}

fn page(
    scope: &Scope<'_>,
    attainment: &Attainment,
    by: &[GroupField],
    tickets: bool,
) -> Result<Doc, Failure> {
    let mut page = head::page(scope, said::report_sla(Cell::period(&scope.period.title)));
    if scope.customer.is_some() && attainment.lines.iter().any(has_figures) {
        page = promised_words(page, scope)?;
    }
    let mut counted = Counted::listing(tickets);
    let page = tables(page, scope, attainment, by, &mut counted);
    counted.section(page, scope)
}

/// Attainment as a page shows it: the lines, the totals, and bars.
pub(super) fn tables(
    page: Doc,
    scope: &Scope<'_>,
    attainment: &Attainment,
    by: &[GroupField],
    counted: &mut Counted,
) -> Doc {
    let terms: Vec<&Terms> = all_terms(scope).collect();
    if !attainment.lines.iter().any(has_figures) {
        let page = page.text(said::sla_nothing());
        return match attainment.lines.is_empty() {
            true => page,
            false => page.block(Block::Table(promises(&terms, &attainment.lines))),
        };
    }
    let lines = table(&terms, &attainment.lines, by, counted);
    let page = match attainment.lines.iter().any(is_at_once) {
        true => page
            .block(Block::Table(lines))
            .text(said::meaning_at_once()),
        false => page.block(Block::Table(lines)),
    };
    if attainment.totals.is_empty() {
        return page;
    }
    // a total is of all priorities
    let totals = table(&terms, &attainment.totals, by, counted).without("priority");
    let page = page
        .heading(said::sla_in_all())
        .text(said::sla_in_all_is())
        .block(Block::Table(totals));
    match chart(attainment, by) {
        Some(chart) => page.block(Block::Chart(chart)).text(said::meaning_share()),
        None => page,
    }
}

/// Whether anything is told of a line but what was promised.
fn has_figures(line: &AttainmentLine) -> bool {
    !line.figures.is_empty()
}

/// Whether one of its times is no time at all.
fn is_at_once(line: &AttainmentLine) -> bool {
    line.figures.times.percentile(Percentile::P50) == Some(0)
}

/// How long something took; people have a word for no time at all.
fn took(seconds: Option<i64>) -> Cell {
    match seconds {
        Some(0) => Cell::told(Cell::Seconds(0), said::at_once()),
        seconds => Cell::seconds_if(seconds),
    }
}

/// What was promised, where there is no figure to stand beside it.
fn promises(terms: &[&Terms], lines: &[AttainmentLine]) -> DocTable {
    let row = |line: &AttainmentLine| {
        vec![
            milestone_or_all(&line.milestone),
            priority_or_all(&line.priority),
            target_said(terms, line),
        ]
    };
    let columns = ["milestone", "priority", "target"];
    DocTable::keyed(columns, lines.iter().map(row).collect::<Vec<_>>())
}

/// What people read of a line; beside it stands what counts nowhere.
fn table(
    terms: &[&Terms],
    lines: &[AttainmentLine],
    by: &[GroupField],
    counted: &mut Counted,
) -> DocTable {
    let mut columns: Vec<Field> = by.iter().map(|field| Field::named(field.key())).collect();
    columns.extend([
        Field::named("milestone"),
        Field::named("priority"),
        Field::named("target").gives_way(9),
        Field::named("decided"),
        Field::named("met"),
        Field::named("breached"),
        Field::named("attainment"),
        Field::named("median_seconds")
            .of(Role::Duration)
            .gives_way(8),
        Field::named("p90_seconds").of(Role::Duration).gives_way(6),
        Field::named("max_seconds").of(Role::Duration).gives_way(7),
        Field::named("corrected").gives_way(5),
        Field::named("late_entries").gives_way(4),
        Field::named("imported").gives_way(4),
        Field::named("moved_later").gives_way(4),
        Field::named("superseded").gives_way(3),
        Field::named("cancelled").gives_way(2),
        Field::named("open").gives_way(1),
    ]);
    let rows = lines.iter().map(|line| {
        let figures = &line.figures;
        let of = |figure| said::sla_behind(Cell::word_of(figure), name(line, by));
        let mut row = groups(line, by);
        row.extend([
            milestone_or_all(&line.milestone),
            priority_or_all(&line.priority),
            target_said(terms, line),
            counted.decided(of("decided"), figures),
            counted.figure(of("met"), &figures.met),
            counted.figure(of("breached"), &figures.breached),
            share(figures.attainment()),
            took(figures.times.percentile(Percentile::P50)),
            took(nine_of_ten(figures)),
            took(figures.times.longest()),
            counted.figure_if_any(of("corrected"), &figures.corrected),
            counted.figure_if_any(of("late entries"), &figures.late_entries),
            counted.figure_if_any(of("imported"), &figures.imported),
            counted.figure_if_any(of("moved-later"), &figures.moved_later),
            counted.figure_if_any(of("superseded"), &figures.superseded),
            counted.figure_if_any(of("cancelled"), &figures.cancelled),
            counted.figure_if_any(of("open-promise"), &figures.open),
        ]);
        row
    });
    let rows: Vec<Row> = rows.collect();
    DocTable::of(columns, rows).without_empty()
}

/// What a line has under each of the fields; one of none is about all.
fn groups(line: &AttainmentLine, by: &[GroupField]) -> Row {
    let value = |(place, field): (usize, &GroupField)| match line.by.get(place) {
        Some(value) => called(*field, value.as_ref()),
        None => Cell::word_of("all"),
    };
    by.iter().enumerate().map(value).collect()
}

/// A milestone; a line without one is about all.
pub(super) fn milestone_or_all(id: &Option<String>) -> Cell {
    id.clone()
        .map_or_else(|| Cell::word_of("all"), Cell::milestone)
}

/// A priority; a line without one is about all.
pub(super) fn priority_or_all(code: &Option<String>) -> Cell {
    code.clone()
        .map_or_else(|| Cell::word_of("all"), Cell::priority)
}

/// A bar for each line of which something was decided.
fn chart(attainment: &Attainment, by: &[GroupField]) -> Option<Chart> {
    let decided = attainment
        .lines
        .iter()
        .filter(|line| line.figures.decided() > 0);
    let bars: Vec<(Words, f64, Cell)> = decided
        .filter_map(|line| {
            let kept = line.figures.attainment()?;
            let length = kept.part as f64 / kept.of as f64;
            let label = said::as_it_is(name(line, by));
            Some((label.into(), length, share(Some(kept))))
        })
        .collect();
    (!bars.is_empty()).then(|| {
        Chart::Bars(BarChart {
            title: said::sla_chart().into(),
            bars,
            full: Some(1.0),
        })
    })
}

/// What a line is of, for whom reads of it apart from its table.
fn name(line: &AttainmentLine, by: &[GroupField]) -> Cell {
    let or_dash = |cell: Cell| match cell {
        Cell::Absent => Cell::code("-"),
        cell => cell,
    };
    let values = match line.by.is_empty() {
        true => Vec::new(),
        false => groups(line, by),
    };
    let values = values.into_iter().map(or_dash);
    let milestone = line.milestone.clone().map(Cell::milestone);
    let priority = line.priority.clone().map(Cell::priority);
    let parts = values.chain(milestone).chain(priority);
    let name = parts.reduce(|name, part| said::sla_beside(name, part).into());
    name.unwrap_or_else(|| said::sla_in_all().into())
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::known(NAME, columns(&[], true)).asked(CLOCK_KEYS)
}
