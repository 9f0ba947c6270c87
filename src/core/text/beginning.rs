//! The beginning of a text that is wider than its place.

use std::borrow::Cow;

use super::measure::columns;
use super::pieces::{Breaks, Pieces};

/// The text where it fits, else its beginning and `…`: up to the end of a word, unless that leaves
/// less than half.
pub(crate) fn cut(text: &str, width: usize) -> Cow<'_, str> {
    if columns(text) <= width {
        return Cow::Borrowed(text);
    }
    let room = width.saturating_sub(1);
    let words = Pieces::of(text, Breaks::Words).beginning(room);
    let begins = match columns(words) * 2 >= room {
        true => words,
        false => Pieces::of(text, Breaks::Anywhere).beginning(room),
    };
    match width {
        0 => Cow::Borrowed(""),
        _ => Cow::Owned(format!("{begins}…")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_ends_with_a_word_where_that_leaves_enough() {
        for (text, width, expected) in [
            ("Nobody can log in", 17, "Nobody can log in"),
            ("Nobody can log in", 16, "Nobody can log…"),
            ("Nobody can log in", 12, "Nobody can…"),
            ("Nobody can log in", 4, "Nob…"),
            ("Unzuständigkeitsvermutung hier", 10, "Unzuständ…"),
            ("登录失败登录失败", 9, "登录失败…"),
            ("登录失败登录失败", 8, "登录失…"),
            ("👩‍💻👩‍💻👩‍💻", 5, "👩‍💻👩‍💻…"),
            ("ab", 1, "…"),
            ("ab", 0, ""),
        ] {
            let cut = cut(text, width);
            assert_eq!(cut, expected, "{text} in {width}");
            assert!(columns(&cut) <= width);
        }
    }
}
