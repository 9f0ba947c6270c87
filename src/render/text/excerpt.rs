//! What is said of a line of a file, with marks under the part that is meant.

use unicode_segmentation::UnicodeSegmentation;

use super::super::layout::{Breaks, Pieces, columns, untabbed};
use super::super::outcome::{Excerpt, MarkedLine};
use super::table::push_lines;
use crate::core::text::visible_line;

/// The excerpt, none of its lines wider than `width`.
pub(in crate::render) fn excerpt_lines(excerpt: &Excerpt, width: usize) -> String {
    let mut out = String::new();
    let says = format!("{}: {}", excerpt.severity, visible_line(&excerpt.says));
    push_lines(&mut out, &says, "", "  ", width);
    if let Some(line) = &excerpt.line {
        push_marked(&mut out, line, width);
    }
    if let Some(hint) = &excerpt.hint {
        if let Some(line) = &excerpt.line {
            out.push_str(&format!("{} |\n", " ".repeat(digits(line))));
        }
        push_lines(
            &mut out,
            &format!("hint: {}", visible_line(hint)),
            "",
            "  ",
            width,
        );
    }
    out
}

fn digits(line: &MarkedLine) -> usize {
    line.line.to_string().len()
}

fn push_marked(out: &mut String, line: &MarkedLine, width: usize) {
    let margin = " ".repeat(digits(line));
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

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, meant: &str, label: &str) -> Excerpt {
        let at = text.find(meant).expect("it stands there");
        Excerpt {
            severity: "error",
            says: "unknown key `pausedby` in [milestones.resolution]".to_owned(),
            line: Some(MarkedLine {
                file: "plans/acme.toml".to_owned(),
                line: 23,
                column: 1,
                text: text.to_owned(),
                mark: at..at + meant.len(),
                label: label.to_owned(),
            }),
            hint: Some("did you mean `paused-by`?".to_owned()),
        }
    }

    #[test]
    fn marks_stand_under_what_is_meant() {
        let excerpt = excerpt(
            "pausedby = [\"waiting\"]",
            "pausedby",
            "expected starts or until",
        );
        let expected = "\
error: unknown key `pausedby` in [milestones.resolution]
  --> plans/acme.toml:23:1
   |
23 | pausedby = [\"waiting\"]
   | ^^^^^^^^ expected starts or until
   |
hint: did you mean `paused-by`?
";
        assert_eq!(excerpt_lines(&excerpt, 80), expected);
    }

    #[test]
    fn of_a_line_that_does_not_fit_the_part_is_shown_that_is_meant() {
        let long = format!("names = [{}\"登录\", \"sue\"]", "\"bob\", ".repeat(40));
        let drawn = excerpt_lines(
            &excerpt(
                &long,
                "\"登录\"",
                "a word of the plan, in letters and hyphens",
            ),
            40,
        );
        let expected = "\
error: unknown key `pausedby` in
  [milestones.resolution]
  --> plans/acme.toml:23:1
   |
23 | …b\", \"bob\", \"登录\", \"sue\"]
   |             ^^^^^^
   | a word of the plan, in letters and
   | hyphens
   |
hint: did you mean `paused-by`?
";
        assert_eq!(drawn, expected);
    }

    #[test]
    fn no_line_is_wider_whatever_the_line_holds() {
        for text in [
            "\tx = \"\u{1b}[31m\"",
            "x",
            "登录登录登录登录登录登录登录登录x",
            "👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻x",
        ] {
            for width in [20, 40, 80] {
                let drawn = excerpt_lines(
                    &excerpt(text, "x", "expected something that is said at length"),
                    width,
                );
                assert!(drawn.lines().all(|line| columns(line) <= width), "{drawn}");
                assert!(!drawn.contains('\u{1b}'));
            }
        }
    }
}
