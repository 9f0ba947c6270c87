//! Text that a spreadsheet would take for a formula, and how it is kept from being one.

use std::borrow::Cow;

const BEGINNINGS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The text, with an apostrophe before it where a spreadsheet would reckon with it; so has what
/// would look so afterwards, for [`restored`] to give every text back.
pub(super) fn defused(text: &str) -> Cow<'_, str> {
    let looks_defused = text.starts_with('\'') && restored(text) != text;
    match looks_defused || is_formula(text) {
        true => Cow::Owned(format!("'{text}")),
        false => Cow::Borrowed(text),
    }
}

/// What was written before it was defused.
pub(crate) fn restored(text: &str) -> &str {
    let bare = text.strip_prefix('\'');
    let defused = bare.filter(|bare| bare.trim_start_matches('\'').starts_with(BEGINNINGS));
    defused.unwrap_or(text)
}

fn is_formula(text: &str) -> bool {
    text.starts_with(BEGINNINGS) && !is_phone_number(text)
}

/// A plus before a digit, and nothing that reckons with anything but digits.
fn is_phone_number(text: &str) -> bool {
    let Some(number) = text.strip_prefix('+') else {
        return false;
    };
    let part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '.' | '/' | '-');
    number.starts_with(|c: char| c.is_ascii_digit()) && number.chars().all(part)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulae_are_defused_and_phone_numbers_left_alone() {
        for formula in [
            "=1+1",
            "+A1",
            "-1",
            "@SUM(A1)",
            "\tx",
            "+1+cmd|' /C calc'!A0",
            "+49,=1",
            "+",
            "'=1",
            "''+x",
        ] {
            assert_eq!(defused(formula), format!("'{formula}"));
        }
        for text in [
            "+34 600 000 000",
            "+49 (30) 12/34-56.7",
            "+1",
            "O'Hara",
            "'quoted'",
            "",
        ] {
            assert_eq!(defused(text), text);
        }
        // as it was written by versions before
        assert_eq!(restored("'+34 1"), "+34 1");
    }

    proptest! {
        #[test]
        fn what_was_defused_comes_back(text in "['=+@a1 -]{0,6}") {
            let written = defused(&text);
            prop_assert_eq!(restored(&written), &text);
        }
    }
}
