//! What is done to the words before they are parsed: the few liberties of the command line.
//!
//! A second tree under `ticket` would cost a fifth of the start-up, so the word is dropped; and a
//! number alone is `show`.

use std::ffi::{OsStr, OsString};

/// The global flags that take a value; a test holds them to the tree.
pub(crate) const GLOBAL_WITH_VALUE: [&str; 11] = [
    "--db",
    "--plans",
    "--actor",
    "--times-in",
    "--format",
    "-f",
    "--output",
    "-o",
    "--fields",
    "--color",
    "--now",
];

/// The words as the parser takes them; the first is the program's name.
pub(crate) fn prepared(mut words: Vec<OsString>) -> Vec<OsString> {
    let Some(mut verb) = next_word(&words, 1) else {
        return words;
    };
    if ["ticket", "t"].iter().any(|noun| words[verb] == *noun) {
        words.remove(verb);
        verb = match next_word(&words, verb) {
            Some(verb) => verb,
            None => return words,
        };
    }
    if is_tickets(&words[verb]) {
        words.insert(verb, "show".into());
    }
    words
}

/// A number, a range or several: what can only be tickets.
fn is_tickets(word: &OsStr) -> bool {
    let Some(word) = word.to_str() else {
        return false;
    };
    word.starts_with(|c: char| c.is_ascii_digit())
        && word
            .chars()
            .all(|c| c.is_ascii_digit() || c == ',' || c == '-')
}

/// The place of the first word from `start` on that is neither a global flag nor its value.
pub(crate) fn next_word(words: &[OsString], start: usize) -> Option<usize> {
    let mut at = start;
    while let Some(word) = words.get(at) {
        let Some(text) = word.to_str() else {
            return Some(at);
        };
        if !text.starts_with('-') || text == "-" {
            return Some(at);
        }
        if text == "--" {
            return None;
        }
        at += if GLOBAL_WITH_VALUE.contains(&text) {
            2
        } else {
            1
        };
    }
    None
}

/// `-0h` among words that could not be understood: what looks like an amount is taken for flags
/// where all its characters are flags.
pub(crate) fn amount_of_nothing(words: &[OsString]) -> Option<String> {
    let typed = words.iter().take_while(|word| *word != "--");
    let mut typed = typed.filter_map(|word| word.to_str());
    let is_amount = |word: &&str| {
        let unit = word
            .strip_prefix("-0")
            .map(|rest| rest.trim_start_matches('0'));
        matches!(unit, Some("h" | "m"))
    };
    typed.find(is_amount).map(str::to_owned)
}

/// The value of `-f` among the words, for failures that come before the words are understood.
pub(crate) fn format_typed(words: &[OsString]) -> Option<String> {
    let mut words = words.iter().filter_map(|word| word.to_str());
    while let Some(word) = words.next() {
        match word {
            "--" => return None,
            "-f" | "--format" => return words.next().map(str::to_owned),
            _ => {}
        }
        let joined = word.strip_prefix("--format=").or_else(|| {
            let short = word.strip_prefix("-f")?;
            (!word.starts_with("--")).then(|| short.trim_start_matches('='))
        });
        if let Some(format) = joined {
            return Some(format.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<OsString> {
        line.split_whitespace().map(OsString::from).collect()
    }

    #[test]
    fn liberties_are_taken_with_the_verb_only() {
        for (input, understood) in [
            ("sladesk", "sladesk"),
            ("sladesk 42,50-53 -f json", "sladesk show 42,50-53 -f json"),
            ("sladesk ticket 42", "sladesk show 42"),
            ("sladesk ticket new acme x", "sladesk new acme x"),
            ("sladesk -q ticket 42", "sladesk -q show 42"),
            ("sladesk --db=x.db 42", "sladesk --db=x.db show 42"),
            ("sladesk -f json 42", "sladesk -f json show 42"),
            ("sladesk reply 42 -m new", "sladesk reply 42 -m new"),
            ("sladesk note t -m ls", "sladesk note t -m ls"),
            ("sladesk t", "sladesk"),
            ("sladesk -2", "sladesk -2"),
            ("sladesk -- 42", "sladesk -- 42"),
        ] {
            assert_eq!(prepared(words(input)), words(understood), "{input}");
        }
    }

    #[test]
    fn an_amount_of_nothing_is_no_bundle_of_flags() {
        for (input, found) in [
            ("sladesk contract adjust 1 hours -0h", Some("-0h")),
            ("sladesk contract adjust 1 hours -00m", Some("-00m")),
            ("sladesk list -0 -h", None),
            ("sladesk note 1 -- -0h", None),
            ("sladesk contract adjust 1 hours -1h", None),
        ] {
            let found = found.map(str::to_owned);
            assert_eq!(amount_of_nothing(&words(input)), found, "{input}");
        }
    }

    #[test]
    fn the_format_is_found_before_the_words_are_understood() {
        for (input, format) in [
            ("sladesk relpy -f json", Some("json")),
            ("sladesk --format=jsonl relpy", Some("jsonl")),
            ("sladesk -fjson", Some("json")),
            ("sladesk relpy -- -f json", None),
            ("sladesk --fields a,b", None),
            ("sladesk -f", None),
        ] {
            assert_eq!(format_typed(&words(input)).as_deref(), format, "{input}");
        }
    }
}

#[cfg(test)]
mod examples {
    #[test]
    fn example_1() {
        use crate::cli::words::prepared;
        let ours = |line: &str| {
            let words = prepared(line.split(' ').map(Into::into).collect());
            words.join(" ".as_ref()).into_string().unwrap()
        };
        assert_eq!(ours("sladesk 42"), "sladesk show 42");
        assert_eq!(ours("sladesk t reply 42"), "sladesk reply 42");
        assert_eq!(ours("sladesk --db x.db 42"), "sladesk --db x.db show 42");
    }
}
