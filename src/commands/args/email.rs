//! The value parser of an e-mail address.

use crate::failure::Failure;
use crate::wording::account as words;

/// The value parser of an e-mail address, by its form: it is what a request is known by.
///
/// # Errors
/// What is missing.
pub(crate) fn proper_email(word: &str) -> Result<String, Failure> {
    let word = word.trim();
    let wrong = |c: char| c.is_whitespace() || c.is_control() || "<>()[],;:\"\\".contains(c);
    let fits = word.split_once('@').is_some_and(|(name, domain)| {
        let dots = domain.split('.').all(|part| !part.is_empty());
        !name.is_empty() && !domain.contains('@') && dots
    });
    if fits && !word.contains(wrong) && word.chars().count() <= LONGEST {
        return Ok(word.to_owned());
    }
    let (message, hint) = words::no_address(word);
    Err(Failure::usage(message).hint(hint))
}

/// Longer addresses cannot be delivered to.
const LONGEST: usize = 254;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_name_and_a_place() {
        for word in ["dana@acme.example", "d.r+x@a-b.co", " dana@localhost "] {
            assert_eq!(proper_email(word).as_deref(), Ok(word.trim()));
        }
        for word in [
            "dana",
            "@acme.example",
            "dana@",
            "a@b@c",
            "a b@c.d",
            "<a@b.c>",
            "a@b..c",
            "a@.b",
            "a,b@c.d",
            "a\u{7}@b.c",
        ] {
            assert!(proper_email(word).is_err(), "{word}");
        }
    }
}
