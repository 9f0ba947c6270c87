//! The filter language: one for every list, report and choice of tickets.
//!
//! `key:value` asks, `,` is or, two words are and, `not:` in front negates, `..` is a range open
//! at either end, a word without a key is text, `@NAME` is a saved filter, double quotes hold
//! together. Here words become a [`Filter`]; which tickets pass it is the store's affair.

mod keys;
mod letters;
mod tickets;
mod value;

pub use keys::{CLOCK_KEYS, FilterKey, KeyKind, LOG_KEYS, PEOPLE_KEYS, TICKET_KEYS};
pub use letters::as_typed;
pub use tickets::{LineEnd, TicketName, Tickets, each_once, ticket_lines};
pub use value::{ClockFilter, FilterValue, Is, WITHOUT};

pub use crate::core::search::Sought;
use crate::core::text::{Misread, folded, nearest};
use crate::core::time::LocalNow;
use letters::{Letter, plain, sought, split_words};

/// What must hold of a thing: every term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// All of them must hold.
    pub terms: Vec<FilterTerm>,
}

/// One word of a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterTerm {
    /// `not:` stood in front.
    pub negated: bool,
    /// What is asked.
    pub test: FilterTest,
    /// It has no key.
    pub bare: bool,
    /// As typed, for messages.
    pub word: String,
}

/// What one word asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterTest {
    /// `@NAME`, without the sign.
    Saved(String),
    /// One of these stands in the text.
    Text(Vec<Sought>),
    /// The key has one of these values.
    Key {
        /// What stands before the colon.
        key: &'static str,
        /// What the value may be.
        any: Vec<FilterValue>,
    },
}

/// Reads the words of a filter. A word may hold several, parted by spaces, as when a filter is
/// given in one word.
///
/// # Errors
/// An unknown key with the nearest one, or a value that its key does not take.
///
/// ```
/// use sladesk::core::time::{Fixed, LocalNow};
/// use sladesk::core::filter::{TICKET_KEYS, FilterTest, FilterValue, Sought, filter};
/// let zone = Fixed::hours(0);
/// let here = LocalNow::new("2026-10-14T08:00:00Z".parse()?, &zone);
/// let found = filter(&["customer:acme,globex not:tag:vip", "printer"], TICKET_KEYS, &here).unwrap();
/// assert_eq!(found.terms.len(), 3);
/// assert_eq!(
///     found.terms[0].test,
///     FilterTest::Key {
///         key: "customer",
///         any: vec![FilterValue::Word("acme".into()), FilterValue::Word("globex".into())],
///     },
/// );
/// assert!(found.terms[1].negated);
/// assert_eq!(found.terms[2].test, FilterTest::Text(vec![Sought::Words("printer".into())]));
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn filter<S: AsRef<str>>(
    words: &[S],
    keys: &'static [FilterKey],
    here: &LocalNow,
) -> Result<Filter, Misread> {
    let mut terms = Vec::new();
    for typed in words {
        for word in split_words(typed.as_ref())? {
            if terms.len() == MOST_TERMS {
                return Err(Misread::new(format!(
                    "a filter of more than {MOST_TERMS} words"
                )));
            }
            terms.push(term(&word, keys, here)?);
        }
    }
    Ok(Filter { terms })
}

/// How many words a filter may have.
const MOST_TERMS: usize = 100;

/// How many values a word of a filter may have, and how long a word may be.
const MOST_VALUES: usize = 500;
const LONGEST_WORD: usize = 16_384;

fn term(
    letters: &[Letter],
    keys: &'static [FilterKey],
    here: &LocalNow,
) -> Result<FilterTerm, Misread> {
    let word = plain(letters);
    let values = letters
        .iter()
        .filter(|letter| letter.stands_for(','))
        .count()
        + 1;
    if letters.len() > LONGEST_WORD {
        return Err(Misread::new(format!(
            "a word of a filter is longer than {LONGEST_WORD} characters"
        )));
    }
    if values > MOST_VALUES {
        return Err(Misread::new(format!(
            "a word of a filter has {values} values, more than {MOST_VALUES}"
        )));
    }
    let mut rest = letters;
    let mut negated = false;
    while let Some((key, after)) = key_and_rest(rest)
        && key == "not"
    {
        negated = !negated;
        rest = after;
    }
    let test = test(rest, &word, keys, here)?;
    let bare = matches!(test, FilterTest::Text(_)) && key_and_rest(rest).is_none();
    Ok(FilterTerm {
        negated,
        test,
        bare,
        word,
    })
}

fn test(
    letters: &[Letter],
    word: &str,
    keys: &'static [FilterKey],
    here: &LocalNow,
) -> Result<FilterTest, Misread> {
    if letters.is_empty() {
        return Err(Misread::new(format!("`{word}` asks nothing"))
            .hint("write what it must not be: `not:tag:vip`"));
    }
    if letters[0].stands_for('@') {
        let name = plain(&letters[1..]);
        return if name.is_empty() {
            Err(Misread::new("`@` needs the name of a saved filter").hint("write `@mine`"))
        } else {
            Ok(FilterTest::Saved(name))
        };
    }
    let has_text = keys.iter().any(|key| key.kind == KeyKind::Text);
    let Some((name, value)) = key_and_rest(letters) else {
        return if has_text {
            Ok(FilterTest::Text(vec![sought(letters)]))
        } else {
            Err(Misread::new(format!("`{word}` is no filter here")).hint(lists(keys)))
        };
    };
    match keys.iter().find(|key| key.name == name) {
        Some(key) => value::test(key, value, here),
        None => Err(unknown(&name, &plain(value), has_text, keys)),
    }
}

/// The key before the first colon and what follows it, where the word has a key: letters, then
/// letters, hyphens and dots, unquoted. `14:30` has none and is text.
fn key_and_rest(letters: &[Letter]) -> Option<(String, &[Letter])> {
    let colon = letters.iter().position(|letter| letter.stands_for(':'))?;
    let (key, rest) = (&letters[..colon], &letters[colon + 1..]);
    let first = key.first()?;
    let is_key = first.c.is_alphabetic()
        && key.iter().all(|letter| {
            !letter.quoted && (letter.c.is_alphanumeric() || "-_.".contains(letter.c))
        });
    is_key.then(|| (plain(key).to_lowercase().replace('_', "-"), rest))
}

fn unknown(name: &str, value: &str, has_text: bool, keys: &'static [FilterKey]) -> Misread {
    let said = Misread::new(format!("no filter `{name}:`"));
    let near = range_of(name, value, keys)
        .or_else(|| nearest(name, keys.iter().map(|key| key.name)).map(|near| meant(near, value)));
    let words = format!("`text:\"{name}:{value}\"`");
    match (near, has_text) {
        (Some(near), true) => said.hint(format!(
            "did you mean `{near}`? To look for the words: {words}"
        )),
        (Some(near), false) => said.hint(format!("did you mean `{near}`?")),
        (None, true) => said.hint(format!(
            "`sladesk help filters` lists all. To look for the words: {words}"
        )),
        (None, false) => said.hint(lists(keys)),
    }
}

fn meant(key: &str, value: &str) -> String {
    match value.contains(char::is_whitespace) {
        true => as_typed(key, value),
        false => format!("{key}:{value}"),
    }
}

/// What `due.before:` and `due.after:` are elsewhere is a range that is open at one end.
fn range_of(name: &str, value: &str, keys: &[FilterKey]) -> Option<String> {
    let (key, end) = name.split_once('.')?;
    let key = keys.iter().find(|known| known.name == key)?.name;
    match end {
        "before" | "until" | "by" => Some(meant(key, &format!("..{value}"))),
        "after" | "since" | "from" => Some(meant(key, &format!("{value}.."))),
        _ => None,
    }
}

fn lists(keys: &'static [FilterKey]) -> String {
    let names: Vec<String> = keys.iter().map(|key| format!("`{}:`", key.name)).collect();
    format!("here can be asked: {}", names.join(" "))
}

/// Whether a name is meant by a word: whole, whatever the case and the accents, or by its first
/// part: `creatio` is every plan of that vendor.
///
/// ```
/// use sladesk::core::filter::named;
/// assert!(named("creatio/business", "Creatio"));
/// assert!(!named("creatio/business", "business"));
/// ```
pub fn named(name: &str, word: &str) -> bool {
    let (name, word) = (folded(name), folded(word));
    name == word
        || name
            .split_once('/')
            .is_some_and(|(vendor, _)| vendor == word)
}

#[cfg(test)]
mod tests;
