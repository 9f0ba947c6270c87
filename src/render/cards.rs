//! Rows that no table holds: each a name, and below it a line for each of its values.

use super::grid::{Grid, Painted};
use super::label::TextRole;
use super::view::Colour;
use crate::core::text::{Breaks, Pieces, columns};
use crate::wording::carried;

/// TextRole and value, the value's lines under each other.
pub(super) struct CardEntry<'a> {
    pub label: &'a str,
    pub words: &'a str,
    pub breaks: Breaks,
    pub style: TextRole,
}

/// The rows as cards.
pub(super) fn cards(grid: &Grid, room: usize, colour: Colour) -> String {
    let mut out = String::new();
    for (i, row) in grid.rows.iter().enumerate() {
        if i > 0 {
            out.push('\n');
        }
        out.push_str(&card(grid, row, room, colour));
    }
    out
}

fn card(grid: &Grid, row: &[Painted], room: usize, colour: Colour) -> String {
    let Some(((key, name), rest)) = grid
        .columns
        .iter()
        .zip(row)
        .collect::<Vec<_>>()
        .split_first()
        .map(|(first, rest)| (*first, rest.to_vec()))
    else {
        return String::new();
    };
    let mut out = String::new();
    let words = match name.words.is_empty() {
        true => "-",
        false => &name.words,
    };
    for line in Pieces::of(words, key.breaks()).lines(room) {
        out.push_str(&TextRole::Name.painted(line, colour));
        out.push('\n');
    }
    let said = rest.iter().filter(|(_, value)| !value.words.is_empty());
    let said: Vec<CardEntry<'_>> = said
        .map(|(column, value)| CardEntry {
            label: &column.heading,
            words: &value.words,
            breaks: column.breaks(),
            style: value.label,
        })
        .collect();
    out.push_str(&entries(&said, room, colour));
    out
}

/// Labels and values, indented by two, in a room; where labels leave too little of it, a value
/// stands below its label.
pub(super) fn entries(entries: &[CardEntry<'_>], room: usize, colour: Colour) -> String {
    const INDENT: usize = 2;
    const GAP: usize = 2;
    let widest = entries
        .iter()
        .map(|entry| columns(entry.label))
        .max()
        .unwrap_or(0);
    let beside = room.saturating_sub(INDENT + widest + GAP);
    let is_beside = widest * 2 <= room;
    let mut out = String::new();
    for entry in entries {
        let (margin, left) = match is_beside {
            true => (INDENT + widest + GAP, beside),
            false => (INDENT * 2, room.saturating_sub(INDENT * 2)),
        };
        let label = Pieces::of(entry.label, Breaks::Words);
        let value = Pieces::of(entry.words, entry.breaks);
        let mut line = String::new();
        if is_beside {
            line = format!("{:INDENT$}{}", "", entry.label);
        } else {
            for part in label.lines(room.saturating_sub(INDENT)) {
                out.push_str(&format!("{:INDENT$}{part}\n", ""));
            }
        }
        for words in carried(value.lines(left)) {
            let gap = margin.saturating_sub(columns(&line));
            line.extend(std::iter::repeat_n(' ', gap));
            line.push_str(&entry.style.painted(&words, colour));
            out.push_str(line.trim_end());
            out.push('\n');
            line.clear();
        }
    }
    out
}
