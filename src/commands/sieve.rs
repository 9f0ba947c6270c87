//! LIST for what is listed whole and sifted here: customers, contacts, contracts, staff. Their
//! filter keys are their columns; tickets and the log have indexes and go another way.

use super::options::List;
use crate::core::words::{Filter, FilterKey, Here, Test, Value, filter, first_instant};
use crate::failure::Failure;
use crate::render::{Cell, Field, Listing, Outcome, Row};

/// The outcome of a list: what fits the filter, in the order and number asked for.
///
/// # Errors
/// A word that is none of the filter language, an unknown field, or a record that cannot be read.
pub(super) fn sifted(
    listing: Listing,
    list: &List,
    keys: &'static [FilterKey],
    here: &Here,
) -> Result<Outcome, Failure> {
    let filter = filter(&list.filter, keys, here)?;
    if let Some(name) = saved(&filter) {
        return Err(Failure::usage(format!("`@{name}` is a filter of tickets"))
            .hint("write the columns of this list: `key:value`"));
    }
    let listing = listing.kept(|fields, row| fits(&filter, fields, row, here))?;
    let listing = listing.sorted(list.sort.as_deref())?;
    Ok(Outcome::listing(listing.limited(list.limit)?))
}

fn saved(filter: &Filter) -> Option<&str> {
    filter.terms.iter().find_map(|term| match &term.test {
        Test::Saved(name) => Some(name.as_str()),
        _ => None,
    })
}

fn fits(filter: &Filter, fields: &[Field], row: &Row, here: &Here) -> bool {
    filter.terms.iter().all(|term| {
        let holds = match &term.test {
            Test::Saved(_) => false,
            Test::Text(any) => any.iter().any(|words| row.iter().any(|c| says(c, words))),
            Test::Key { key, any } => {
                let column = key.replace('-', "_");
                let place = fields.iter().position(|field| field.key == column);
                let cell = place.map_or(&Cell::Absent, |place| &row[place]);
                any.iter().any(|value| equals(cell, value, here))
            }
        };
        holds != term.negated
    })
}

/// Whether a text stands in what people wrote, however it is capitalised.
fn says(cell: &Cell, words: &str) -> bool {
    match cell {
        Cell::List(items) => items.iter().any(|item| says(item, words)),
        cell => cell
            .word()
            .is_some_and(|text| text.to_lowercase().contains(&words.to_lowercase())),
    }
}

fn equals(cell: &Cell, value: &Value, here: &Here) -> bool {
    match (cell, value) {
        (Cell::Absent, value) => *value == Value::Absent,
        (Cell::List(items), Value::Absent) => items.is_empty(),
        (Cell::List(items), value) => items.iter().any(|item| equals(item, value, here)),
        (Cell::Object(entries), Value::Word(_)) => {
            entries.iter().any(|(_, cell)| equals(cell, value, here))
        }
        (Cell::Number(n) | Cell::Id(n), Value::Number { from, to }) => (from..=to).contains(&n),
        (Cell::Instant(at), Value::Within(period)) => period.contains(*at),
        (Cell::Day(day), Value::Within(period)) => period.contains(first_instant(*day, here.zone)),
        (cell, Value::Word(word)) => cell
            .word()
            .is_some_and(|text| text.to_lowercase() == word.to_lowercase()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::words::{Direction, Fixed, Kind};
    use crate::render::{Body, Column};

    struct Thing(&'static str, Option<i64>, &'static str);
    type C = Column<Thing>;
    const COLUMNS: &[C] = &[
        C::shown("thing", |t| Cell::code(t.0)),
        C::shown("account_manager", |t| match t.1 {
            Some(n) => Cell::codes([format!("m{n}")]),
            None => Cell::List(Vec::new()),
        }),
        C::shown("number", |t| Cell::from(t.1)),
        C::shown("end", |t| Cell::Day(t.2.parse().expect("a day"))),
    ];
    const KEYS: &[FilterKey] = &[
        FilterKey::new("thing", Kind::Word, "its name"),
        FilterKey::new("account-manager", Kind::Word, "who has it"),
        FilterKey::new("number", Kind::Number, "its number"),
        FilterKey::new("end", Kind::Time(Direction::Either), "its last day"),
        FilterKey::new("text", Kind::Text, "words"),
    ];

    fn kept(words: &[&str], sort: Option<&str>) -> Result<String, Failure> {
        let zone = Fixed::hours(0);
        let here = Here::new(Instant(0), &zone);
        let things = vec![
            Thing("alpha", Some(2), "2026-01-31"),
            Thing("beta", None, "2026-02-01"),
            Thing("gamma", Some(7), "2027-01-01"),
        ];
        let list = List {
            filter: words.iter().map(|word| (*word).to_owned()).collect(),
            sort: sort.map(str::to_owned),
            ..List::default()
        };
        let outcome = sifted(Listing::of("things", COLUMNS, things), &list, KEYS, &here)?;
        let Body::Listing(listing) = outcome.body else {
            unreachable!("a list lists")
        };
        let names = listing.rows(&[0]).map(|row| match row {
            Ok(row) => row[0].word().unwrap_or_default().to_owned(),
            Err(_) => unreachable!("all rows are at hand"),
        });
        Ok(names.collect::<Vec<_>>().join(" "))
    }

    use crate::core::model::Instant;

    #[test]
    fn a_list_keeps_what_fits_its_columns() {
        for (words, expected) in [
            (&["thing:alpha,BETA"][..], "alpha beta"),
            (&["not:thing:alpha"], "beta gamma"),
            (&["account-manager:m2"], "alpha"),
            (&["account_manager:none"], "beta"),
            (&["number:3.."], "gamma"),
            (&["number:2", "thing:beta"], ""),
            (&["end:2026"], "alpha beta"),
            (&["end:2026-02..2027-01"], "beta gamma"),
            (&["amm"], "gamma"),
        ] {
            assert_eq!(kept(words, None).as_deref(), Ok(expected), "{words:?}");
        }
        assert_eq!(
            kept(&[], Some("-number")).as_deref(),
            Ok("gamma alpha beta")
        );
    }

    #[test]
    fn a_word_that_is_no_column_is_refused() {
        for words in ["colour:red", "@mine", "number:many"] {
            assert!(kept(&[words], None).is_err(), "{words}");
        }
    }
}
