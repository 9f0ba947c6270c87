//! Full-text search: the one method that another engine answers with other words.
//!
//! The index knows words and in which tickets they stand, not the texts. Its row is the ticket's
//! number.

use crate::core::model::TicketNo;
use crate::core::text::{ERASED, folded};
use crate::store::StoreError;
use crate::store::engine::{Arg, Engine, args};

/// The tickets whose subject or text has the words of the placeholder that follows.
pub(crate) const MATCHING: &str = "SELECT rowid FROM search WHERE search MATCH ";

/// What stands before the table of tickets when words lead to them: the newest numbers first, and
/// no more of them than are asked for.
pub(crate) const LEADING: &str = "search CROSS JOIN ";

/// The words of the placeholder that follows are looked for, and lead to the ticket called `t`.
pub(crate) const LED: &str = "t.number = search.rowid AND search MATCH ";

/// The order in which words lead.
pub(crate) const NEWEST: &str = " ORDER BY search.rowid DESC";

/// Not in the list of statements: no other engine shares their words.
const FORGET: &str = "DELETE FROM search WHERE rowid = $1";
const PUT: &str = "INSERT INTO search (rowid, subject, words) VALUES ($1, $2, $3)";
const SQUEEZE: &str = "INSERT INTO search (search) VALUES ('optimize')";

/// Indexes a ticket's words in place of those it had.
pub(crate) fn put(
    engine: &dyn Engine,
    ticket: TicketNo,
    subject: &str,
    words: &str,
) -> Result<(), StoreError> {
    engine.run(FORGET, args![ticket])?;
    insert(ticket, subject, words, |text, values| {
        engine.run(text, values).map(|_| ())
    })
}

/// Indexes a ticket's words where it has none yet: in an index of the past, whose text is another.
pub(in crate::store) fn insert(
    ticket: TicketNo,
    subject: &str,
    words: &str,
    run: impl FnOnce(&str, &[Arg<'_>]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    // folded by the program, so that what is looked for in lists that have no index is the same
    let subject = if subject == ERASED { "" } else { subject };
    let (subject, words) = (folded(subject), folded(words));
    run(PUT, args![ticket, subject.as_str(), words.as_str()])
}

/// Writes the index anew, so that nothing of what was taken out remains in it.
pub(crate) fn squeeze(engine: &dyn Engine) -> Result<(), StoreError> {
    engine.run(SQUEEZE, args![]).map(|_| ())
}

/// What people typed, as the engine is to look for it: every word quoted, all of them wanted. None
/// when there is no word in it.
pub(crate) fn quoted(typed: &str) -> Option<String> {
    let words: Vec<String> = folded(typed)
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| format!("\"{}\"", word.replace('"', "\"\"")))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::store::engine::{Access, Memory, MemoryPlace};
    use crate::store::schema;

    #[test]
    fn what_people_type_is_never_a_query_language() {
        assert_eq!(quoted("vpn down").as_deref(), Some("\"vpn\" \"down\""));
        assert_eq!(quoted("a OR b*").as_deref(), Some("\"a\" \"or\" \"b*\""));
        assert_eq!(
            quoted("say \"hi\"").as_deref(),
            Some("\"say\" \"\"\"hi\"\"\"")
        );
        assert_eq!(quoted(" -- * "), None);
    }

    fn index() -> Box<dyn Engine> {
        let engine = Memory::open(MemoryPlace::new().expect("a place"), Access::Write);
        let engine: Box<dyn Engine> = Box::new(engine.expect("memory"));
        engine.script(schema::search()).expect("an index");
        engine
    }

    fn found(engine: &dyn Engine, word: &str) -> Vec<TicketNo> {
        let Some(words) = quoted(word) else {
            return Vec::new();
        };
        let text = format!("{MATCHING}$1 ORDER BY rowid");
        engine
            .rows(&text, args![words.as_str()], |c| c.take())
            .expect("an answer")
    }

    /// The letters whose words are compared: those that people's names and texts are written in.
    fn letters() -> impl Iterator<Item = char> {
        let ranges = [
            'a'..='z',
            'A'..='Z',
            '\u{c0}'..='\u{52f}',
            '\u{1e00}'..='\u{1fff}',
        ];
        let letters = ranges.into_iter().flatten();
        letters.filter(|c| {
            let alike = folded(&c.to_string());
            !alike.is_empty() && alike.chars().all(char::is_alphabetic)
        })
    }

    #[test]
    fn the_index_folds_no_letter_otherwise_than_the_program_does() {
        let engine = index();
        let words: Vec<String> = letters().map(|letter| format!("x{letter}y")).collect();
        for (place, word) in (1..).zip(&words) {
            put(&*engine, TicketNo(place), word, "").expect("room");
        }
        let list = "CREATE VIRTUAL TABLE temp.listed USING fts5vocab (main, search, instance)";
        engine.script(list).expect("a list");
        let text = "SELECT doc, term FROM temp.listed ORDER BY doc, offset";
        let mut indexed: BTreeMap<TicketNo, Vec<String>> = BTreeMap::new();
        engine
            .each(text, args![], |c| {
                indexed.entry(c.take()?).or_default().push(c.take()?);
                Ok(())
            })
            .expect("an answer");
        let mut wrong: Vec<String> = Vec::new();
        for (place, word) in (1..).zip(&words) {
            let alike = folded(word);
            let parts = alike.split(|c: char| !c.is_alphanumeric());
            let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
            let found = &indexed[&TicketNo(place)];
            if *found != parts {
                wrong.push(format!("{word}: {found:?}, not {alike}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        /// A word is found in the index where, and only where, it is the same outside of it.
        #[test]
        fn words_are_alike_in_the_index_where_they_are_alike_outside(
            words in vec(vec(select(letters().collect::<Vec<char>>()), 1..6), 2..6),
            plain in "[a-zA-Z]{1,6}",
        ) {
            let mut words: Vec<String> = words.into_iter().map(String::from_iter).collect();
            words.push(plain);
            let spelt: Vec<String> = words.iter().map(|word| folded(word)).collect();
            let upper: Vec<String> = words.iter().map(|word| word.to_uppercase()).collect();
            words.extend(spelt);
            words.extend(upper);
            let engine = index();
            for (place, word) in (1..).zip(&words) {
                put(&*engine, TicketNo(place), "", word).expect("room");
            }
            for word in &words {
                let alike = (1..).zip(&words).filter(|(_, other)| folded(other) == folded(word));
                let alike: Vec<TicketNo> = alike.map(|(place, _)| TicketNo(place)).collect();
                prop_assert_eq!(found(&*engine, word), alike, "{}", word);
            }
        }
    }
}
