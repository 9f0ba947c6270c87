//! Lines that go on in further lines, which hang behind what the first begins with.

use super::measure::columns;
use super::pieces::{Breaks, Pieces};

/// Behind a longer beginning than this nothing hangs: `warning: ` is the longest label.
const LABEL: usize = 9;

/// The lines of a text, the first behind `first` and the others behind `rest`.
pub(crate) fn push_lines(out: &mut String, text: &str, first: &str, rest: &str, room: usize) {
    let lines = |text, before: &str| {
        let inside = room.saturating_sub(columns(before));
        Pieces::of(text, Breaks::Words).lines(inside)
    };
    let beginning = lines(text, first).first().copied().unwrap_or_default();
    out.extend([first, beginning, "\n"]);
    let further = text[beginning.len()..].trim_start_matches(' ');
    if !further.is_empty() {
        for line in lines(further, rest) {
            out.extend([rest, line, "\n"]);
        }
    }
}

/// The same text where each of its lines fits; else those that do not go on in further lines,
/// which hang behind the label, the margin or the first column of their line.
pub(crate) fn fitted(text: &str, width: usize) -> String {
    let mut out = String::new();
    // What is asked ends with a space, which the cursor stands behind.
    for line in text.split_inclusive('\n') {
        let bare = line.strip_suffix('\n').unwrap_or(line);
        if columns(bare) <= width {
            out.push_str(line);
            continue;
        }
        let is_last = bare.len() == line.len();
        let cursor = match is_last && bare.ends_with(' ') {
            true => " ",
            false => "",
        };
        let words = bare.trim_matches(' ');
        let margin = match words {
            "" => 0,
            words => bare.find(words).unwrap_or_default(),
        };
        let room = width - cursor.len();
        let rest = " ".repeat(hang(words, margin, room));
        push_lines(&mut out, words, &bare[..margin], &rest, room);
        if is_last {
            out.pop();
            out.push_str(cursor);
        }
    }
    out
}

/// Where the further lines of such a line begin.
fn hang(words: &str, margin: usize, width: usize) -> usize {
    let label = words.split(' ').next().unwrap_or_default();
    if label.ends_with(':') && columns(label) < LABEL {
        return margin + columns(label) + 1;
    }
    let gap = words.find("  ").map(|at| {
        let second = words[at..].trim_start_matches(' ');
        margin + columns(&words[..words.len() - second.len()])
    });
    match gap.filter(|column| *column * 2 <= width) {
        Some(column) => column,
        None => margin + 2 + 2 * usize::from(margin == 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_does_not_fit_hangs_behind_what_its_line_begins_with() {
        for (line, expected) in [
            (
                "42: replied to dana (acme, \"Nobody\")\n",
                "42: replied to dana\n    (acme, \"Nobody\")\n",
            ),
            (
                "  response met with 20m left; resolution due",
                "  response met with 20m\n    left; resolution\n    due",
            ),
            (
                "hint: write one of the two days",
                "hint: write one of the\n      two days",
            ),
            (
                "signed creatio/business for acme",
                "signed creatio/business\n    for acme",
            ),
            (
                "  line    the line that it is on",
                "  line    the line that\n          it is on",
            ),
            ("it fits\n", "it fits\n"),
            ("it would fit but for it ", "it would fit but for\n    it "),
            ("                             \n", "\n"),
            ("", ""),
        ] {
            assert_eq!(fitted(line, 23), expected);
        }
    }

    proptest! {
        #[test]
        fn no_line_is_wider_and_no_word_is_lost(
            text in "[a-c đل登👩:.\n-]{0,60}",
            width in 24usize..40,
        ) {
            let fitted = fitted(&text, width);
            prop_assert!(fitted.lines().all(|line| columns(line) <= width), "{fitted}");
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&fitted), bare(&text));
            prop_assert_eq!(fitted.ends_with('\n'), text.ends_with('\n'));
        }
    }
}
