//! The filter language over the records of a listing: for lists that are short enough to be read
//! whole. Tickets are found by the store.

use super::outcome::{Cell, Field, Listing, Row};
use crate::context::{Context, Directory, meant_in_list};
use crate::core::filter::{Filter, FilterKey, FilterTerm, FilterTest, FilterValue, named};
use crate::core::text::folded;
use crate::core::time::{LocalNow, first_instant};
use crate::failure::Failure;

impl Listing {
    /// The records that pass a filter. Each key asks the field of the same name; words without a
    /// key look into every text and name, where there is a key for text.
    ///
    /// # Errors
    /// A word of the filter that cannot be understood or that neither the list nor `directory`
    /// knows as a value of its key, or a record that cannot be read.
    pub(crate) fn matching(
        self,
        words: &[String],
        keys: &'static [FilterKey],
        context: &Context,
        directory: Option<Directory<'_>>,
    ) -> Result<Listing, Failure> {
        if words.is_empty() {
            return Ok(self);
        }
        self.passing(context.list_filter(words, keys)?, keys, context, directory)
    }

    /// The same of a filter that was [read](Context::list_filter) already.
    ///
    /// # Errors
    /// As [`Listing::matching`].
    pub(crate) fn passing(
        self,
        mut filter: Filter,
        keys: &'static [FilterKey],
        context: &Context,
        directory: Option<Directory<'_>>,
    ) -> Result<Listing, Failure> {
        let zone = context.shown_without_desk()?;
        let here = LocalNow::new(context.now(), &zone);
        self.kept(|fields, rows| {
            for term in &mut filter.terms {
                if let FilterTest::Key { key, any } = &mut term.test
                    && let Some(key) = keys.iter().find(|known| known.name == *key)
                {
                    let listed = listed(key, fields, &rows);
                    let typed = std::mem::take(any);
                    *any = meant_in_list(directory, key, typed, &listed, context.actor())?;
                }
            }
            Ok(rows
                .into_iter()
                .filter(|row| passes(&filter, fields, row, here))
                .collect())
        })
    }
}

/// The values of a key's field in the list.
fn listed(key: &FilterKey, fields: &[Field], rows: &[Row]) -> Vec<String> {
    let field = key.name.replace('-', "_");
    let mut listed = Vec::new();
    if let Some(field) = fields.iter().position(|known| known.key == field) {
        rows.iter()
            .for_each(|row| words_of(&row[field], &mut listed));
    }
    listed.sort();
    listed.dedup();
    listed
}

fn words_of(cell: &Cell, words: &mut Vec<String>) {
    match cell {
        Cell::List(items) => items.iter().for_each(|item| words_of(item, words)),
        Cell::Id(number) | Cell::Number(number) | Cell::Cases(number) => {
            words.push(number.to_string())
        }
        cell => words.extend(cell.word().map(str::to_owned)),
    }
}

fn passes(filter: &Filter, fields: &[Field], row: &Row, here: LocalNow<'_>) -> bool {
    filter
        .terms
        .iter()
        .all(|term| holds(term, fields, row, here) != term.negated)
}

fn holds(term: &FilterTerm, fields: &[Field], row: &Row, here: LocalNow<'_>) -> bool {
    match &term.test {
        FilterTest::Saved(_) => false,
        FilterTest::Text(any) => any
            .iter()
            .any(|sought| row.iter().any(|cell| contains(cell, sought.text()))),
        FilterTest::Key { key, any } => {
            let key = key.replace('-', "_");
            let field = fields.iter().position(|field| field.key == key);
            let cell = field.map_or(&Cell::Absent, |field| &row[field]);
            any.iter().any(|value| is(cell, value, here))
        }
    }
}

fn contains(cell: &Cell, word: &str) -> bool {
    match cell {
        Cell::List(items) => items.iter().any(|item| contains(item, word)),
        cell => cell
            .word()
            .is_some_and(|text| folded(text).contains(&folded(word))),
    }
}

fn is(cell: &Cell, value: &FilterValue, here: LocalNow<'_>) -> bool {
    match (cell, value) {
        (Cell::List(items), FilterValue::Absent) => items.is_empty(),
        (Cell::List(items), value) => items.iter().any(|item| is(item, value, here)),
        (cell, FilterValue::Absent) => *cell == Cell::Absent,
        (Cell::Id(id) | Cell::Number(id) | Cell::Cases(id), FilterValue::Word(word)) => {
            id.to_string() == *word
        }
        (Cell::Flag(flag), FilterValue::Word(word)) => *word == if *flag { "yes" } else { "no" },
        (cell, FilterValue::Word(word)) => cell.word().is_some_and(|text| named(text, word)),
        (Cell::Instant(at) | Cell::Precise(at), FilterValue::Within(period)) => {
            period.contains(*at)
        }
        (Cell::Day(day), FilterValue::Within(period)) => {
            period.contains(first_instant(*day, here.zone))
        }
        (
            Cell::Number(n) | Cell::Cases(n) | Cell::Id(n) | Cell::Seconds(n) | Cell::Exact(n),
            FilterValue::Number { from, to },
        ) => (from..=to).contains(&n),
        (Cell::State(word), FilterValue::State(states)) => {
            states.iter().any(|state| state.word() == word)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::filter::KeyKind;
    use crate::core::time::Direction;
    use crate::render::Column;
    use crate::settings::{Environment, Flags, PresentSource, Settings};

    struct Contract {
        customer: &'static str,
        plan: &'static str,
        end: Option<&'static str>,
        seats: i64,
    }

    type C = Column<Contract>;

    const COLUMNS: &[C] = &[
        C::shown("customer", |c| Cell::text(c.customer)).names(),
        C::shown("plan", |c| Cell::code(c.plan)),
        C::shown("end", |c| {
            c.end
                .map_or(Cell::Absent, |day| Cell::Day(day.parse().expect("a day")))
        }),
        C::shown("seats_used", |c| Cell::Number(c.seats)),
        C::more("lines", |_| Cell::codes(["first", "second"])),
    ];

    const KEYS: &[FilterKey] = &[
        FilterKey::new("customer", KeyKind::Word),
        FilterKey::new("plan", KeyKind::Word),
        FilterKey::new("end", KeyKind::Time(Direction::Either)),
        FilterKey::new("seats-used", KeyKind::Number),
        FilterKey::new("lines", KeyKind::Word),
        FilterKey::new("text", KeyKind::Text),
    ];

    fn found(words: &[&str]) -> Result<Vec<Cell>, String> {
        let contracts = vec![
            Contract {
                customer: "acme",
                plan: "creatio/business",
                end: Some("2026-12-31"),
                seats: 4,
            },
            Contract {
                customer: "globex",
                plan: "suitecrm/basic",
                end: None,
                seats: 0,
            },
        ];
        let flags = Flags {
            now: Some(PresentSource::read("2026-10-14T09:00:00Z").expect("an instant")),
            db: Some("/nonexistent/desk.db".into()),
            ..Flags::default()
        };
        let settings = Settings::resolve(flags, Environment::default()).expect("good settings");
        let context = Context::new(settings);
        let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
        let listing = Listing::of("contract list", COLUMNS, contracts);
        let listing = listing
            .matching(&words, KEYS, &context, None)
            .map_err(|f| crate::wording::failure::says(&f))?;
        Ok(listing
            .rows(&[0])
            .map(|row| row.expect("no failure").remove(0))
            .collect())
    }

    #[test]
    fn records_are_found_by_their_columns() {
        let (acme, globex) = (Cell::text("acme"), Cell::text("globex"));
        for (words, expected) in [
            (vec![], vec![acme.clone(), globex.clone()]),
            (vec!["customer:acme"], vec![acme.clone()]),
            (
                vec!["customer:acme,globex"],
                vec![acme.clone(), globex.clone()],
            ),
            (vec!["not:customer:acme"], vec![globex.clone()]),
            (vec!["plan:creatio"], vec![acme.clone()]),
            (vec!["plan:creatio/business"], vec![acme.clone()]),
            (vec!["plan:business"], vec![]),
            (vec!["end:2026-12"], vec![acme.clone()]),
            (vec!["end:..2026-12-30"], vec![]),
            (vec!["end:none"], vec![globex.clone()]),
            (vec!["seats-used:1.."], vec![acme.clone()]),
            (vec!["seats_used:0", "suite"], vec![globex.clone()]),
            (vec!["lines:second", "glob"], vec![globex]),
        ] {
            assert_eq!(found(&words), Ok(expected), "{words:?}");
        }
    }

    #[test]
    fn an_unknown_key_is_refused() {
        assert_eq!(
            found(&["custmer:acme"]),
            Err("no filter `custmer:`".to_owned())
        );
        assert_eq!(
            found(&["@nobody"]),
            Err("no saved filter `@nobody`".to_owned())
        );
    }

    #[test]
    fn every_key_asks_a_field() {
        for key in KEYS.iter().filter(|key| key.kind != KeyKind::Text) {
            let name = key.name.replace('-', "_");
            assert!(
                COLUMNS.iter().any(|column| column.field.key == name),
                "{name}"
            );
        }
    }
}
