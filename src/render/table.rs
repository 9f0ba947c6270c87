//! A listing at a terminal: headings, colours, times as one says them, the subject last with the
//! width that is left.

use std::io::Write;

use super::RenderError;
use super::grid::{Alignment, Heading, LaidOutCell, Overflow, grid};
use super::label::TextRole;
use super::outcome::{Cell, ColumnPosition, Field, Listing};
use super::outcome::{PickedField, values};
use super::shown::{TimeStyle, human};
use super::view::RenderView;

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
    listing: Listing,
    picks: &[PickedField],
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
        .position(|field| field.spot == ColumnPosition::Last)
        .unwrap_or(fields.len().saturating_sub(1));
    let narrow = Overflow::Cut(gives_way);
    let drawn = grid(&headings, &rows, view.width(), narrow, view.colour);
    out.write_all(drawn.as_bytes())?;
    Ok(())
}

fn heading(pick: &PickedField, field: &Field) -> String {
    if pick.key == field.key {
        field.heading()
    } else {
        pick.key.replace(['_', '.'], " ").to_uppercase()
    }
}

fn painted(cell: &Cell, view: &RenderView<'_>) -> LaidOutCell {
    LaidOutCell {
        words: human(cell, view.here(), TimeStyle::Near),
        label: TextRole::of(cell),
        side: Alignment::of(cell),
    }
}
