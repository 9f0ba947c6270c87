//! A line of a file with marks under the part that is meant.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::core::text::{Breaks, Pieces, columns, push_lines, untabbed, visible_line};

/// A line of a file, and the part of it that is meant.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MarkedLine {
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub text: String,
    /// The bytes of the text that are meant.
    pub mark: Range<usize>,
    /// What is said under them.
    pub label: String,
}

impl MarkedLine {
    /// The line of a file in which `meant` begins, and the part of it that is meant.
    pub(crate) fn of(file: impl Into<String>, text: &str, meant: &Range<usize>) -> MarkedLine {
        let start = meant.start.min(text.len());
        let begins = text[..start].rfind('\n').map_or(0, |end| end + 1);
        let line = text[begins..].lines().next().unwrap_or_default();
        let number = text[..begins].matches('\n').count() + 1;
        let inside = start - begins..meant.end.max(start) - begins;
        MarkedLine::in_line(file, number, line, &inside)
    }

    /// That line of a file, of which some bytes are meant.
    pub(super) fn in_line(
        file: impl Into<String>,
        number: usize,
        line: &str,
        meant: &Range<usize>,
    ) -> MarkedLine {
        let (from, shown) = shown_part(line, meant.start);
        let inside = |byte: usize| byte.saturating_sub(from).min(shown.len());
        let before = &line[..meant.start.min(line.len())];
        MarkedLine {
            file: file.into(),
            line: number,
            column: before.chars().count() + 1,
            text: shown.to_owned(),
            mark: inside(meant.start)..inside(meant.end),
            label: String::new(),
        }
    }

    /// Where it stands, the line and its marks, none of the lines wider than `width`.
    pub(crate) fn drawn(&self, width: usize) -> String {
        let mut out = String::new();
        push_marked(&mut out, self, width);
        out
    }

    /// How wide the margin is in which the number of the line stands.
    pub(crate) fn margin(&self) -> usize {
        self.line.to_string().len()
    }
}

/// What is said of a line of a file, none of the lines wider than `width`.
pub(crate) fn drawn(
    severity: &str,
    says: &str,
    line: Option<&MarkedLine>,
    hint: Option<&str>,
    width: usize,
) -> String {
    let mut out = String::new();
    let says = format!("{severity}: {}", visible_line(says));
    push_lines(&mut out, &says, "", "  ", width);
    if let Some(line) = line {
        out.push_str(&line.drawn(width));
    }
    if let Some(hint) = hint {
        if let Some(line) = line {
            out.push_str(&format!("{} |\n", " ".repeat(line.margin())));
        }
        let says = format!("hint: {}", visible_line(hint));
        push_lines(&mut out, &says, "", "  ", width);
    }
    out
}

fn push_marked(out: &mut String, line: &MarkedLine, width: usize) {
    let margin = " ".repeat(line.margin());
    let place = format!("{}:{}:{}", visible_line(&line.file), line.line, line.column);
    let before = format!("{margin}--> ");
    for (i, part) in Pieces::of(&place, Breaks::Codes)
        .lines(width.saturating_sub(before.len()))
        .into_iter()
        .enumerate()
    {
        let before = if i == 0 {
            before.clone()
        } else {
            " ".repeat(before.len())
        };
        out.push_str(&format!("{before}{part}\n"));
    }
    let room = width.saturating_sub(margin.len() + 3);
    let seen = Seen::of(line, room);
    out.push_str(&format!("{margin} |\n"));
    out.push_str(&format!("{} | {}\n", line.line, seen.text));
    let marks = format!("{}{}", " ".repeat(seen.at), "^".repeat(seen.wide));
    let label = visible_line(&line.label);
    let left = room.saturating_sub(columns(&marks) + 1);
    // A label that finds too little room beside the marks stands below them.
    const ENOUGH: usize = 24;
    let beside = left >= ENOUGH.min(columns(&label));
    let gutter = format!("{margin} | ");
    if beside && !label.is_empty() {
        let rest = format!("{gutter}{} ", " ".repeat(columns(&marks)));
        push_lines(out, &label, &format!("{gutter}{marks} "), &rest, width);
    } else {
        out.push_str(format!("{gutter}{marks}").trim_end());
        out.push('\n');
        if !label.is_empty() {
            push_lines(out, &label, &gutter, &gutter, width);
        }
    }
}

/// The part of a line that is shown, and where its marks stand.
struct Seen {
    text: String,
    at: usize,
    wide: usize,
}

impl Seen {
    fn of(line: &MarkedLine, room: usize) -> Seen {
        let (before, rest) = line.text.split_at(line.mark.start);
        let (meant, after) = rest.split_at(line.mark.end - line.mark.start);
        let before = untabbed(&visible_line_with_tabs(before)).into_owned();
        let meant = visible_line(meant);
        let after = visible_line(after);
        // So much of what stands before helps to find the place.
        let lead = match columns(&before) + columns(&meant) <= room {
            true => columns(&before),
            false => room / 3,
        };
        let (hidden, before) = last_columns(&before, lead);
        let ellipsis = if hidden { "…" } else { "" };
        let at = columns(ellipsis) + columns(&before);
        let shown = format!("{ellipsis}{before}{meant}{after}");
        let text = beginning(&shown, room);
        let wide = columns(&meant).min(room.saturating_sub(at)).max(1);
        Seen { text, at, wide }
    }
}

/// Tabs are shown as what they do, all else that could harm as what it is.
fn visible_line_with_tabs(text: &str) -> String {
    let parts = text.split('\t').map(|part| visible_line(part).into_owned());
    parts.collect::<Vec<_>>().join("\t")
}

/// The end of a text, that wide, and whether something stands before it.
fn last_columns(text: &str, wide: usize) -> (bool, String) {
    let mut used = 0;
    let mut from = text.len();
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        used += columns(grapheme);
        if used > wide {
            break;
        }
        from = at;
    }
    (from > 0, text[from..].to_owned())
}

/// The beginning of a text, that wide, with `…` where something is left out.
fn beginning(text: &str, wide: usize) -> String {
    if columns(text) <= wide {
        return text.to_owned();
    }
    let lines = Pieces::of(text, Breaks::Nowhere);
    let first = lines
        .lines(wide.saturating_sub(1))
        .first()
        .map_or("", |line| line);
    format!("{first}…")
}

/// The part of a line worth showing, and where it begins: a line of a hostile file may be as long
/// as the file.
fn shown_part(line: &str, at: usize) -> (usize, &str) {
    const BEFORE: usize = 60;
    const WIDTH: usize = 400;
    let boundary = |mut byte: usize| {
        while !line.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    };
    if line.len() <= WIDTH {
        return (0, line);
    }
    let from = boundary(at.saturating_sub(BEFORE).min(line.len()));
    (from, &line[from..boundary((from + WIDTH).min(line.len()))])
}
