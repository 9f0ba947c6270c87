//! A listing at a terminal: headings, colours, times as one says them, the subject last with the
//! width that is left.

use std::io::Write;

use super::RenderError;
use super::grid::{Alignment, Heading, Narrow, Painted, grid};
use super::label::Label;
use super::outcome::{Cell, Field, Listing, Spot};
use super::select::{Pick, values};
use super::shown::{TimeStyle, human};
use super::view::RenderView;

/// The default columns in the order of a terminal: some are for scripts only, the subject is last.
pub(super) fn terminal_order(fields: &[Field], picks: Vec<Pick>) -> Vec<Pick> {
    let spot = |pick: &Pick| fields[pick.field].spot;
    let (last, in_order): (Vec<Pick>, Vec<Pick>) = picks
        .into_iter()
        .filter(|pick| spot(pick) != Spot::Nowhere)
        .partition(|pick| spot(pick) == Spot::Last);
    in_order.into_iter().chain(last).collect()
}

/// The records under headings.
pub(super) fn table(
    listing: Listing,
    picks: &[Pick],
    view: &RenderView<'_>,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let wanted: Vec<usize> = picks.iter().map(|pick| pick.field).collect();
    let fields: Vec<Field> = wanted.iter().map(|&i| listing.fields[i].clone()).collect();
    let mut rows = Vec::new();
    let mut sides = vec![Alignment::Left; picks.len()];
    for row in listing.rows(&wanted) {
        let row = values(picks, row?);
        for (side, cell) in sides.iter_mut().zip(&row) {
            if *cell != Cell::Absent {
                *side = Alignment::of(cell);
            }
        }
        rows.push(
            row.iter()
                .map(|cell| painted(cell, view))
                .collect::<Vec<_>>(),
        );
    }
    if rows.is_empty() {
        return Ok(());
    }
    let headings: Vec<Heading> = picks
        .iter()
        .zip(&fields)
        .zip(sides)
        .map(|((pick, field), side)| Heading {
            words: heading(pick, field),
            side,
        })
        .collect();
    let gives_way = fields
        .iter()
        .position(|field| field.spot == Spot::Last)
        .unwrap_or(fields.len().saturating_sub(1));
    let narrow = Narrow::Cut(gives_way);
    let drawn = grid(&headings, &rows, view.width(), narrow, view.colour);
    out.write_all(drawn.as_bytes())?;
    Ok(())
}

fn heading(pick: &Pick, field: &Field) -> String {
    if pick.key == field.key {
        field.heading()
    } else {
        pick.key.replace(['_', '.'], " ").to_uppercase()
    }
}

fn painted(cell: &Cell, view: &RenderView<'_>) -> Painted {
    Painted {
        words: human(cell, view.here(), TimeStyle::Near),
        label: Label::of(cell),
        side: Alignment::of(cell),
    }
}
