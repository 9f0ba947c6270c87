//! Values under headings, and the lines that they make at given widths: aligned whatever the
//! script.

use std::borrow::Cow;

use super::label::TextRole;
use super::outcome::{Cell, ColumnPosition, Field, Role, Row};
use super::share::ColumnExtent;
use super::speech::Speech;
use super::view::Colour;
use crate::core::text::{Breaks, Pieces, columns, cut};
use crate::wording::carried;

/// So many rows say what suits all.
pub(super) const LOOKED_AT: usize = 300;

/// Between two columns.
pub(super) const GAP: usize = 2;

/// A value laid out: its words, a shorter form of them, and what it is.
#[derive(Clone)]
pub(super) struct Painted {
    pub words: String,
    short: Option<String>,
    pub label: TextRole,
}

/// A column: what stands above it and what its values are.
#[derive(Clone)]
pub(super) struct GridColumn {
    /// As it is said beside a value.
    pub heading: String,
    /// As it stands above the values: in capitals.
    head: String,
    pub role: Role,
    pub gives_way: Option<u8>,
    /// A list may show the beginning of its values only, this wide.
    pub keeps: Option<usize>,
}

/// Rows of values under headings.
pub(super) struct Grid {
    pub columns: Vec<GridColumn>,
    pub rows: Vec<Vec<Painted>>,
}

/// How values that are wider than their column are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overlong {
    /// The beginning of those that may be cut; others go on in the next line.
    Cut,
    /// They go on in the next line.
    Wrap,
}

impl GridColumn {
    /// A column of such values without a heading.
    pub(super) fn of(role: Role) -> GridColumn {
        GridColumn {
            heading: String::new(),
            head: String::new(),
            role,
            gives_way: None,
            keeps: None,
        }
    }

    /// Where its values may be cut into lines.
    pub(super) fn breaks(&self) -> Breaks {
        match self.role {
            Role::Id | Role::Amount | Role::Duration | Role::Share => Breaks::Nowhere,
            Role::Instant => Breaks::AtLastSpace,
            Role::Code | Role::State => Breaks::Codes,
            Role::Name | Role::Words => Breaks::Words,
        }
    }
}

impl Painted {
    fn of(cell: &Cell, speech: &Speech<'_>) -> Painted {
        Painted {
            words: speech.cell(cell),
            short: speech.short(cell),
            label: TextRole::of(cell),
        }
    }
}

impl Grid {
    /// The cells under their headings.
    pub(super) fn of(fields: Vec<(String, &Field)>, rows: &[&Row], speech: &Speech<'_>) -> Grid {
        let column = |(i, (heading, field)): (usize, (String, &Field))| GridColumn {
            head: heading.to_uppercase(),
            heading,
            role: field.role_of(rows.iter().map(|row| &row[i])),
            gives_way: field.gives_way,
            keeps: (field.spot == ColumnPosition::Last || field.role == Some(Role::Name))
                .then_some(field.keeps),
        };
        let painted = |row: &&Row| {
            let cells = row.iter();
            cells.map(|cell| Painted::of(cell, speech)).collect()
        };
        Grid {
            columns: fields.into_iter().enumerate().map(column).collect(),
            rows: rows.iter().map(painted).collect(),
        }
    }

    /// How wide a column is with nothing cut or wrapped.
    pub(super) fn best(&self, i: usize) -> usize {
        let values = self.rows.iter().map(|row| columns(&row[i].words));
        values.fold(columns(&self.columns[i].head), usize::max)
    }

    /// How wide a column is at least with no word broken.
    fn least(&self, i: usize) -> usize {
        let column = &self.columns[i];
        let breaks = column.breaks();
        let values = self.rows.iter().map(|row| &row[i].words);
        let values = values.map(|words| Pieces::of(words, breaks).least());
        values.fold(self.heading_least(i), usize::max)
    }

    /// How wide its heading is at least with no word broken; a short one stays on one line.
    pub(super) fn heading_least(&self, i: usize) -> usize {
        const SHORT: usize = 9;
        let heading = &self.columns[i].head;
        match columns(heading) {
            whole if whole <= SHORT => whole,
            _ => Pieces::of(heading, Breaks::Words).least(),
        }
    }

    pub(super) fn extent(&self, i: usize) -> ColumnExtent {
        ColumnExtent {
            least: self.least(i),
            best: self.best(i),
        }
    }

    /// How wide all columns are that need so much each.
    pub(super) fn width_of(needs: impl IntoIterator<Item = usize>) -> usize {
        let needs = needs.into_iter();
        let all: usize = needs.map(|width| width + GAP).sum();
        all.saturating_sub(GAP)
    }

    /// How many lines each value of a column takes at that width; first its heading.
    pub(super) fn heights(&self, i: usize, width: usize) -> Vec<usize> {
        let column = &self.columns[i];
        let heading = Pieces::of(&column.head, Breaks::Words).height(width);
        let breaks = column.breaks();
        let values = self.rows.iter().take(LOOKED_AT);
        let values = values.map(|row| Pieces::of(&row[i].words, breaks).height(width));
        std::iter::once(heading).chain(values).collect()
    }

    /// Takes a column out.
    pub(super) fn without(&mut self, i: usize) {
        self.columns.remove(i);
        for row in &mut self.rows {
            row.remove(i);
        }
    }

    /// The columns in which nothing stands, the last one first.
    pub(super) fn empty(&self) -> Vec<usize> {
        let empty = |i: &usize| self.rows.iter().all(|row| row[*i].words.is_empty());
        (0..self.columns.len()).rev().filter(empty).collect()
    }

    /// Shows the short forms.
    pub(super) fn shorten(&mut self) {
        for painted in self.rows.iter_mut().flatten() {
            if let Some(short) = painted.short.take() {
                painted.words = short;
            }
        }
    }

    /// The column that goes first where there is no room for all.
    pub(super) fn first_to_go(&self) -> Option<usize> {
        let places = self.columns.iter().enumerate();
        places
            .filter_map(|(i, column)| Some((column.gives_way?, i)))
            .min()
            .map(|(_, i)| i)
    }

    /// The line of headings.
    pub(super) fn head(&self, widths: &[usize], colour: Colour) -> String {
        let placed = self.columns.iter().zip(widths).map(|(column, width)| {
            let pieces = Pieces::of(&column.head, Breaks::Words);
            let lines = pieces.lines(*width).into_iter().map(Cow::Borrowed);
            column.placed(lines.collect(), *width, TextRole::Heading)
        });
        drawn(&placed.collect::<Vec<_>>(), colour)
    }

    /// The lines of a row.
    pub(super) fn row(
        &self,
        row: &[Painted],
        widths: &[usize],
        overlong: Overlong,
        colour: Colour,
    ) -> String {
        let values = self.columns.iter().zip(row).zip(widths);
        let placed = values.map(|((column, painted), width)| {
            let lines = match overlong {
                Overlong::Cut if column.keeps.is_some() => vec![cut(&painted.words, *width)],
                _ => {
                    let pieces = Pieces::of(&painted.words, column.breaks());
                    let lines = pieces.lines(*width).into_iter();
                    lines.map(Cow::Borrowed).collect()
                }
            };
            column.placed(lines, *width, painted.label)
        });
        drawn(&placed.collect::<Vec<_>>(), colour)
    }

    /// All of it.
    pub(super) fn drawn(&self, widths: &[usize], overlong: Overlong, colour: Colour) -> String {
        let mut out = self.head(widths, colour);
        for row in &self.rows {
            out.push_str(&self.row(row, widths, overlong, colour));
        }
        out
    }
}

/// A value in its column.
struct Placed<'a> {
    lines: Vec<Cow<'a, str>>,
    width: usize,
    role: Role,
    label: TextRole,
}

impl GridColumn {
    fn placed<'a>(&self, lines: Vec<Cow<'a, str>>, width: usize, label: TextRole) -> Placed<'a> {
        Placed {
            lines: carried(lines),
            width,
            role: self.role,
            label,
        }
    }
}

/// Values beside each other, with no space at the end of a line.
fn drawn(placed: &[Placed<'_>], colour: Colour) -> String {
    let height = placed.iter().map(|value| value.lines.len()).max();
    let mut out = String::new();
    for line in 0..height.unwrap_or(0) {
        let mut gap = 0;
        for value in placed {
            let words = value.lines.get(line).map_or("", |words| words);
            let left = value.width.saturating_sub(columns(words));
            let (before, behind) = match value.role.is_amount() {
                true => (left, 0),
                false => (0, left),
            };
            gap += before;
            if !words.is_empty() {
                out.extend(std::iter::repeat_n(' ', gap));
                out.push_str(&value.label.painted(words, colour));
                gap = 0;
            }
            gap += behind + GAP;
        }
        out.push('\n');
    }
    out
}
