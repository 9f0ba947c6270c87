//! Columns for the eye: aligned whatever the script, cut or wrapped to the width there is.

use comfy_table::{
    Attribute, Cell as Drawn, CellAlignment, Color, ColumnConstraint, ContentArrangement,
    Row as DrawnRow, Table, presets,
};

use super::label::TextRole;
use super::outcome::Cell;
use super::view::Colour;

/// A value laid out: its words, what they are, and to which side they stand.
pub(super) struct LaidOutCell {
    pub words: String,
    pub label: TextRole,
    pub side: Alignment,
}

/// To which side of its column a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alignment {
    Left,
    Right,
}

impl Alignment {
    /// Amounts stand to the right, so that they can be compared.
    pub(super) fn of(cell: &Cell) -> Alignment {
        match cell {
            Cell::Number(_)
            | Cell::Seconds(_)
            | Cell::Exact(_)
            | Cell::Overdue(_)
            | Cell::Share { .. } => Alignment::Right,
            _ => Alignment::Left,
        }
    }
}

/// What happens where the width does not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overflow {
    /// One line a record; that column gives way and is cut.
    Cut(usize),
    /// Values go on in the next line.
    Wrap,
}

/// A heading above its column.
pub(super) struct Heading {
    pub words: String,
    pub side: Alignment,
}

/// Lines of columns, each ended by a line end.
pub(super) fn grid(
    headings: &[Heading],
    rows: &[Vec<LaidOutCell>],
    width: Option<usize>,
    narrow: Overflow,
    colour: Colour,
) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).force_no_tty();
    if colour == Colour::On {
        table.enforce_styling();
    }
    if let Some(width) = width {
        table
            .set_width(u16::try_from(width).unwrap_or(u16::MAX))
            .set_content_arrangement(ContentArrangement::Dynamic);
    }
    let heading = |heading: &Heading| drawn(&heading.words, TextRole::Heading, heading.side);
    table.set_header(headings.iter().map(heading).collect::<Vec<_>>());
    for row in rows {
        let cells = row
            .iter()
            .map(|cell| drawn(&cell.words, cell.label, cell.side));
        let mut row = DrawnRow::from(cells.collect::<Vec<_>>());
        if matches!(narrow, Overflow::Cut(_)) {
            row.max_height(1);
        }
        table.add_row(row);
    }
    for (i, column) in table.column_iter_mut().enumerate() {
        let gap = if i + 1 == headings.len() { 0 } else { 2 };
        column.set_padding((0, gap));
        if matches!(narrow, Overflow::Cut(giving_way) if giving_way != i) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    let mut out = String::new();
    for line in table.lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn drawn(words: &str, label: TextRole, side: Alignment) -> Drawn {
    let cell = Drawn::new(words).set_alignment(match side {
        Alignment::Left => CellAlignment::Left,
        Alignment::Right => CellAlignment::Right,
    });
    match label {
        TextRole::Plain => cell,
        TextRole::Heading | TextRole::Name => cell.add_attribute(Attribute::Bold),
        TextRole::Bad => cell.fg(Color::DarkRed),
        TextRole::Careful => cell.fg(Color::DarkYellow),
        TextRole::Good => cell.fg(Color::DarkGreen),
        TextRole::Faint => cell.add_attribute(Attribute::Dim),
        TextRole::Struck => cell
            .add_attribute(Attribute::Dim)
            .add_attribute(Attribute::CrossedOut),
    }
}
