//! How a text begins: a line, or in the middle of one.

/// The text with a capital first letter.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// The text as it stands within a sentence: its first letter is a small one, unless it begins with
/// an abbreviation.
pub(crate) fn small(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    if letters.clone().next().is_none_or(char::is_uppercase) {
        return text.to_owned();
    }
    let first = first.into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_begins_as_its_place_wants_it() {
        assert_eq!((capital("đã"), small("Đã")), ("Đã".into(), "đã".into()));
        assert_eq!((small("SLA"), small("A")), ("SLA".into(), "A".into()));
    }
}
