//! What runs the other way is kept apart from the sentence that it stands in, by marks that have no
//! picture.

use std::borrow::Cow;

use crate::core::text::Language;

/// In which direction a value runs: it follows from what the value is, never from its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ValueDirection {
    /// Figures and codes, in every language.
    LeftToRight,
    /// Words of the page.
    OfPage,
    /// What a person wrote.
    OfItsLetters,
}

const FROM_THE_LEFT: char = '\u{2066}';
const FROM_THE_RIGHT: char = '\u{2067}';
const AS_IT_BEGINS: char = '\u{2068}';
const END: char = '\u{2069}';

/// Finished words within a sentence of that language. What holds nothing but values that are kept
/// apart themselves has no letter by which its direction could be seen, so that of the page is said.
pub(crate) fn kept_apart(language: Language, direction: ValueDirection, words: String) -> String {
    let mirrored = language.is_right_to_left();
    let begin = match direction {
        _ if words.is_empty() => return words,
        ValueDirection::LeftToRight if mirrored => FROM_THE_LEFT,
        ValueDirection::OfPage if mirrored => FROM_THE_RIGHT,
        ValueDirection::OfItsLetters if mirrored || words.chars().any(runs_from_the_right) => {
            AS_IT_BEGINS
        }
        _ => return words,
    };
    format!("{begin}{words}{END}")
}

/// Without the marks around all of it, for a format that has other means; those within stay.
pub(crate) fn unwrapped(words: &str) -> &str {
    let inner = words
        .strip_prefix(is_begin)
        .and_then(|words| words.strip_suffix(END));
    inner.filter(|inner| is_balanced(inner)).unwrap_or(words)
}

/// With an end to each part that was begun, behind a text that was cut.
pub(crate) fn ended(mut words: String) -> String {
    let open = words.chars().fold(0_usize, |open, c| match c {
        c if is_begin(c) => open + 1,
        END => open.saturating_sub(1),
        _ => open,
    });
    words.extend(std::iter::repeat_n(END, open));
    words
}

/// The lines of a text, each as a whole: what is kept apart and goes on in the next line ends with
/// its line and begins anew there, as a terminal lays each line by itself.
pub(crate) fn carried<'t, T: Into<Cow<'t, str>>>(
    lines: impl IntoIterator<Item = T>,
) -> Vec<Cow<'t, str>> {
    let mut open = String::new();
    let each = lines.into_iter().map(|line| {
        let line = line.into();
        let is_apart = |c: char| is_begin(c) || c == END;
        if open.is_empty() && !line.contains(is_apart) {
            return line;
        }
        let begun = open.clone();
        for c in line.chars() {
            match c {
                c if is_begin(c) => open.push(c),
                END => {
                    open.pop();
                }
                _ => {}
            }
        }
        let ends = END.to_string().repeat(open.chars().count());
        Cow::Owned(format!("{begun}{line}{ends}"))
    });
    each.collect()
}

/// Without any mark.
pub(crate) fn unmarked(words: String) -> String {
    let is_mark = |c: char| is_begin(c) || c == END;
    match words.contains(is_mark) {
        true => words.replace(is_mark, ""),
        false => words,
    }
}

fn is_begin(c: char) -> bool {
    matches!(c, FROM_THE_LEFT | FROM_THE_RIGHT | AS_IT_BEGINS)
}

/// Each part that ends in it began in it.
fn is_balanced(words: &str) -> bool {
    let mut open = 0_usize;
    words.chars().all(|c| {
        open = match c {
            c if is_begin(c) => open + 1,
            END => match open.checked_sub(1) {
                Some(open) => open,
                None => return false,
            },
            _ => open,
        };
        true
    })
}

/// Letters of scripts that run from the right.
fn runs_from_the_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "\u{645}";

    #[test]
    fn a_value_is_kept_apart_as_its_sentence_needs_it() {
        let kept = |language, direction| kept_apart(language, direction, A.to_owned());
        use ValueDirection::{LeftToRight, OfItsLetters, OfPage};
        for (direction, english, arabic) in [
            (LeftToRight, None, '\u{2066}'),
            (OfPage, None, '\u{2067}'),
            (OfItsLetters, Some('\u{2068}'), '\u{2068}'),
        ] {
            let marked = |begin| format!("{begin}{A}\u{2069}");
            let in_english = english.map_or_else(|| A.to_owned(), marked);
            assert_eq!(kept(Language::English, direction), in_english);
            assert_eq!(kept(Language::Arabic, direction), marked(arabic));
        }
        let latin = kept_apart(Language::Russian, OfItsLetters, "Ann".to_owned());
        assert_eq!(latin, "Ann");
    }

    #[test]
    fn what_is_kept_apart_ends_with_its_line() {
        let lines = carried(["a \u{2067}b \u{2068}c", "d\u{2069} e", "f\u{2069} g", "h"]);
        assert_eq!(
            lines,
            [
                "a \u{2067}b \u{2068}c\u{2069}\u{2069}",
                "\u{2067}\u{2068}d\u{2069} e\u{2069}",
                "\u{2067}f\u{2069} g",
                "h"
            ]
        );
    }

    #[test]
    fn only_marks_around_all_of_it_are_taken_away() {
        assert_eq!(unwrapped("\u{2068}a\u{2069}"), "a");
        let two = "\u{2066}53\u{2069}, \u{2066}118\u{2069}";
        assert_eq!(unwrapped(two), two);
        assert_eq!(unwrapped(&format!("\u{2067}{two}\u{2069}")), two);
        assert_eq!(unmarked(two.to_owned()), "53, 118");
        assert_eq!(
            ended("\u{2067}\u{2066}5".to_owned()),
            "\u{2067}\u{2066}5\u{2069}\u{2069}"
        );
    }
}
