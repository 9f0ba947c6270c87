//! A listing at a terminal: headings, colours, times as one says them, the subject last with the
//! width that is left; where there is no room for all columns, they give way as the list says.

use std::io::Write;

use super::RenderError;
use super::cards::cards;
use super::grid::{GAP, Grid, LOOKED_AT, Overlong};
use super::outcome::{ColumnPosition, Field, Listing, PickedField, Role, Row, values};
use super::share::{ColumnExtent, shared};
use super::shown::TimeStyle;
use super::speech::Speech;
use super::view::{Colour, RenderView};
use crate::core::text::{columns, cut};
use crate::wording::{Names, goes_on_behind};

/// The default columns in the order of a terminal: some are for scripts only, the subject is last.
pub(super) fn terminal_order(fields: &[Field], picks: Vec<PickedField>) -> Vec<PickedField> {
    let spot = |pick: &PickedField| fields[pick.field].spot;
    let (last, in_order): (Vec<PickedField>, Vec<PickedField>) = picks
        .into_iter()
        .filter(|pick| spot(pick) != ColumnPosition::Nowhere)
        .partition(|pick| spot(pick) == ColumnPosition::Last);
    in_order.into_iter().chain(last).collect()
}

/// The records under headings.
pub(super) fn table(
    mut listing: Listing,
    picks: &[PickedField],
    view: &RenderView<'_>,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let (empty, goes_on) = (listing.empty.take(), listing.goes_on.clone());
    let wanted: Vec<usize> = picks.iter().map(|pick| pick.field).collect();
    let fields: Vec<Field> = wanted.iter().map(|&i| listing.fields[i].clone()).collect();
    let rows = listing.rows(&wanted).map(|row| Ok(values(picks, row?)));
    let rows: Vec<Row> = rows.collect::<Result<_, RenderError>>()?;
    if rows.is_empty() {
        // a script counts lines, a reader is told that there is nothing
        if let Some(sentence) = empty.filter(|_| view.at_terminal()) {
            writeln!(out, "{sentence}")?;
        }
        return Ok(());
    }
    let headed = picks.iter().zip(&fields);
    let headed = headed.map(|(pick, field)| (heading(pick, field), field));
    let speech = Speech {
        language: None,
        names: &Names::default(),
        here: view.here(),
        times: TimeStyle::Near,
    };
    let rows: Vec<&Row> = rows.iter().collect();
    let shown = rows.len();
    let grid = Grid::of(headed.collect(), &rows, &speech);
    // What was asked for by name is all shown.
    let asked = view.fields.is_some();
    let drawn = match view.width() {
        None => grid.drawn(&whole(&grid), Overlong::Cut, view.colour),
        Some(room) => fitted(grid, room, asked, view.colour),
    };
    out.write_all(drawn.as_bytes())?;
    if goes_on.get().is_some() && view.at_terminal() {
        writeln!(out, "{}", goes_on_behind(shown))?;
    }
    Ok(())
}

fn heading(pick: &PickedField, field: &Field) -> String {
    match pick.key == field.key {
        true => field.heading(),
        false => pick.key.replace(['_', '.'], " "),
    }
}

fn whole(grid: &Grid) -> Vec<usize> {
    (0..grid.columns.len()).map(|i| grid.best(i)).collect()
}

/// The rows in that width: a line each, with the subject cut; if that cannot be, in several lines;
/// if that cannot be, as cards.
fn fitted(mut grid: Grid, room: usize, asked: bool, colour: Colour) -> String {
    if !asked && Grid::width_of(whole(&grid)) > room {
        for i in grid.empty() {
            grid.without(i);
        }
    }
    if !has_room(&grid, room) {
        grid.shorten();
    }
    while !asked && !has_room(&grid, room) {
        let Some(i) = grid.first_to_go() else { break };
        grid.without(i);
    }
    let all = 0..grid.columns.len();
    let inside = room.saturating_sub(GAP * all.len().saturating_sub(1));
    let wraps = |i: usize| extent(&grid, i, grid.columns[i].role == Role::Words);
    let only_words: Vec<ColumnExtent> = all.clone().map(wraps).collect();
    let any: Vec<ColumnExtent> = all.map(|i| extent(&grid, i, true)).collect();
    let heights = |i: usize, width: usize| heights(&grid, i, width);
    let widths = shared(&only_words, inside, heights).or_else(|| shared(&any, inside, heights));
    match widths {
        Some(widths) => grid.drawn(&taken(&grid, widths), Overlong::Cut, colour),
        None => cards(&grid, room, colour),
    }
}

/// What may be cut keeps enough of it, and text goes on in the next line willingly.
fn has_room(grid: &Grid, room: usize) -> bool {
    const WORDS: usize = 30;
    let needs = grid.columns.iter().enumerate().map(|(i, column)| {
        let best = grid.best(i);
        match (kept(grid, i), column.role) {
            (Some(kept), _) => best.min(kept),
            (None, Role::Words) => best.min(WORDS),
            (None, _) => best,
        }
    });
    Grid::width_of(needs) <= room
}

/// What is left at least to a column whose values may be cut.
fn kept(grid: &Grid, i: usize) -> Option<usize> {
    let keeps = grid.columns[i].keeps?;
    Some(keeps.max(grid.heading_least(i)))
}

/// What a column can do with, if its values may go on in the next line, or not.
fn extent(grid: &Grid, i: usize, wraps: bool) -> ColumnExtent {
    let ColumnExtent { least, best } = grid.extent(i);
    let least = match kept(grid, i) {
        Some(kept) => best.min(kept),
        None if wraps => least,
        None => best,
    };
    ColumnExtent { least, best }
}

/// What is cut at the end of a word may need less than it has.
fn taken(grid: &Grid, mut widths: Vec<usize>) -> Vec<usize> {
    for (i, width) in widths.iter_mut().enumerate() {
        if grid.columns[i].keeps.is_some() {
            let values = grid
                .rows
                .iter()
                .map(|row| columns(&cut(&row[i].words, *width)));
            *width = values.fold(grid.heading_least(i), usize::max);
        }
    }
    widths
}

/// A value that is cut is as bad as one more line.
fn heights(grid: &Grid, i: usize, width: usize) -> Vec<usize> {
    if grid.columns[i].keeps.is_none() {
        return grid.heights(i, width);
    }
    let values = grid.rows.iter().take(LOOKED_AT);
    let cut = values.map(|row| columns(&row[i].words) > width);
    std::iter::once(1)
        .chain(cut.map(|cut| if cut { 2 } else { 1 }))
        .collect()
}
