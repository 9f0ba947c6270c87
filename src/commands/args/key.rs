//! The words by which people name what they add ever after.

use crate::core::filter::WITHOUT;
use crate::core::text::is_language_tag;
use crate::failure::Failure;
use crate::wording::typed;

/// The value parser of a key as people type it ever after: it must not look like a number, an address, a filter, a
/// flag or the word of filters for nobody.
///
/// # Errors
/// What is wrong with it, and one that would do.
pub(crate) fn key_of(
    what: &'static str,
) -> impl Fn(&str) -> Result<String, Failure> + Clone + Send + Sync {
    move |word| proper_key(what, word)
}

fn proper_key(what: &str, word: &str) -> Result<String, Failure> {
    let fits = |c: char| c.is_alphanumeric() && !c.is_uppercase() || "-_.".contains(c);
    let is_no_key = || Failure::usage(format!("`{word}` is no {what} id"));
    if word == WITHOUT {
        return Err(is_no_key().hint(typed::finds_those_without(word, what)));
    }
    let begins = word.starts_with(|c: char| c.is_alphanumeric());
    let number = word.chars().all(|c| c.is_ascii_digit());
    if begins && !number && word.chars().all(fits) && word.chars().count() <= LONGEST_KEY {
        return Ok(word.to_owned());
    }
    let kept: String = word
        .to_lowercase()
        .chars()
        .map(|c| if fits(c) { c } else { '-' })
        .take(LONGEST_KEY)
        .collect();
    let better = kept.trim_matches(['-', '_', '.']);
    let hint = match better.chars().all(|c| c.is_ascii_digit()) {
        true => "write small letters, digits and hyphens, not digits alone: `acme-2`".to_owned(),
        false => format!("write small letters, digits and hyphens: `{better}`"),
    };
    Err(is_no_key().hint(hint))
}

/// It is typed all day.
const LONGEST_KEY: usize = 64;

/// The value parser of a language by its code.
///
/// # Errors
/// It has not the form of a code.
pub(crate) fn language(word: &str) -> Result<String, Failure> {
    if is_language_tag(word) {
        return Ok(word.to_owned());
    }
    Err(Failure::usage(format!("`{word}` is no code of a language"))
        .hint("write `en`, `vi`, `ru`, `es` or `ar`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_can_be_typed_and_mistaken_for_nothing_else() {
        for word in ["acme", "acme-2", "công-ty", "7eleven", "a.b_c"] {
            assert_eq!(proper_key("customer", word).as_deref(), Ok(word));
        }
        for word in [
            "", "Acme", "42", "a b", "x@y", "a:b", "@mine", "none", "-x", "a,b", "..", "é\u{7}",
        ] {
            assert!(proper_key("customer", word).is_err(), "{word}");
        }
        let long = "x".repeat(65);
        assert!(proper_key("customer", &long).is_err());
    }

    #[test]
    fn a_language_is_its_code() {
        for word in ["en", "vi", "pt-BR", "fil"] {
            assert!(language(word).is_ok(), "{word}");
        }
        for word in ["English", "", "e", "EN", "en-", "en_GB"] {
            assert!(language(word).is_err(), "{word}");
        }
    }
}
