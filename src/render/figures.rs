//! An answer that is one record of tables, for a spreadsheet: its tables one by one, or each figure
//! of them in a row of its own.

use super::RenderError;
use super::outcome::{Cell, Field, Listing, PickedField, Row, values};
use crate::core::text::visible_line;

/// What stands alone or in an object: a name and a value a row.
const SINGLE: &str = "figures";

/// A table within the answer.
struct FigureTable {
    name: String,
    /// The values of each row by their columns; what a row has not is absent.
    rows: Vec<Vec<(String, Cell)>>,
}

/// Each figure in a row: in which table and which row of it, what that row is of, which column, the
/// value and its unit.
///
/// # Errors
/// The record cannot be worked out.
pub(super) fn long(listing: Listing, picks: &[PickedField]) -> Result<Listing, RenderError> {
    let name = listing.name.clone();
    let mut rows: Vec<Row> = Vec::new();
    let mut figure = |table: &str, place: i64, of: Cell, column: &str, value: &Cell| {
        if *value != Cell::Absent {
            rows.push(vec![
                Cell::code(table.to_owned()),
                Cell::Number(place),
                of,
                Cell::code(column.to_owned()),
                value.clone(),
                Cell::code_if(unit(value)),
            ]);
        }
    };
    for table in tables(listing, picks)? {
        for (place, row) in (1..).zip(&table.rows) {
            match row.as_slice() {
                // one that stands alone is of nothing but itself
                [(_, key), (_, value)] if table.name == SINGLE => {
                    let column = key.word().unwrap_or_default();
                    figure(SINGLE, place, Cell::Absent, column, value);
                }
                row => {
                    let of = Cell::text(identity(row));
                    for (column, value) in row {
                        figure(&table.name, place, of.clone(), column, value);
                    }
                }
            }
        }
    }
    let fields = ["table", "row", "row_name", "column", "value", "unit"];
    Ok(Listing::ready(name, fields.map(Field::named).into(), rows))
}

/// Each table as a list of its own.
///
/// # Errors
/// The record cannot be worked out.
pub(super) fn listings(
    listing: Listing,
    picks: &[PickedField],
) -> Result<Vec<Listing>, RenderError> {
    let tables = tables(listing, picks)?.into_iter();
    let listings = tables.map(|table| {
        let mut columns: Vec<String> = Vec::new();
        for (column, _) in table.rows.iter().flatten() {
            if !columns.contains(column) {
                columns.push(column.clone());
            }
        }
        let value = |row: &[(String, Cell)], column: &String| {
            let mut values = row.iter();
            let value = values.find(|(key, _)| key == column);
            value.map_or(Cell::Absent, |(_, cell)| cell.clone())
        };
        let rows = table.rows.iter();
        let rows = rows.map(|row| columns.iter().map(|column| value(row, column)).collect());
        let rows: Vec<Row> = rows.collect();
        let fields = columns.iter().map(Field::named).collect();
        Listing::ready(table.name, fields, rows)
    });
    Ok(listings.collect())
}

fn tables(listing: Listing, picks: &[PickedField]) -> Result<Vec<FigureTable>, RenderError> {
    let mut tables = vec![FigureTable {
        name: SINGLE.to_owned(),
        rows: Vec::new(),
    }];
    let wanted: Vec<usize> = picks.iter().map(|pick| pick.field).collect();
    for row in listing.rows(&wanted) {
        for (pick, cell) in picks.iter().zip(values(picks, row?)) {
            take(&mut tables, &pick.key, cell);
        }
    }
    Ok(tables)
}

/// Takes in what stands under a key.
fn take(tables: &mut Vec<FigureTable>, key: &str, cell: Cell) {
    match cell {
        Cell::Object(object) => {
            for (inner, cell) in object {
                take(tables, &format!("{key}.{inner}"), cell);
            }
        }
        Cell::List(items) if items.iter().any(is_object) => table(tables, key, None, items),
        Cell::List(items) if items.is_empty() => {}
        cell => tables[0].rows.push(vec![
            ("figure".to_owned(), Cell::code(key.to_owned())),
            ("value".to_owned(), cell),
        ]),
    }
}

fn is_object(cell: &Cell) -> bool {
    matches!(cell, Cell::Object(_))
}

/// A list of objects is a table; a list within one of them is a table that names its row.
fn table(tables: &mut Vec<FigureTable>, name: &str, of: Option<(&str, &str)>, items: Vec<Cell>) {
    let own = match tables.iter().position(|table| table.name == name) {
        Some(own) => own,
        None => {
            tables.push(FigureTable {
                name: name.to_owned(),
                rows: Vec::new(),
            });
            tables.len() - 1
        }
    };
    for item in items {
        let mut row = Vec::new();
        let mut within = Vec::new();
        if let Some((column, words)) = of {
            row.push((column.to_owned(), Cell::text(words)));
        }
        flat(&mut row, &mut within, None, item);
        let words = identity(&row);
        tables[own].rows.push(row);
        let last = name.rsplit('.').next().unwrap_or(name);
        for (key, items) in within {
            table(
                tables,
                &format!("{name}.{key}"),
                Some((last, &words)),
                items,
            );
        }
    }
}

/// The values of an object, those of an object within it behind its key; lists of objects apart.
fn flat(
    row: &mut Vec<(String, Cell)>,
    within: &mut Vec<(String, Vec<Cell>)>,
    before: Option<&str>,
    cell: Cell,
) {
    let Cell::Object(object) = cell else {
        return;
    };
    for (key, cell) in object {
        let key = match before {
            Some(before) => format!("{before}.{key}"),
            None => key.into_owned(),
        };
        match cell {
            Cell::Object(_) => flat(row, within, Some(&key), cell),
            Cell::List(items) if items.iter().any(is_object) => within.push((key, items)),
            cell => row.push((key, cell)),
        }
    }
}

/// What a row is of: the names and words that it begins with.
fn identity(row: &[(String, Cell)]) -> String {
    let names = row.iter().map(|(_, cell)| cell).map_while(|cell| {
        let words = match cell {
            Cell::Id(id) => id.to_string(),
            cell => cell.word()?.to_owned(),
        };
        Some(visible_line(&words).into_owned())
    });
    names.collect::<Vec<_>>().join(" ")
}

/// In what a value is measured; none: it is a word.
fn unit(cell: &Cell) -> Option<&'static str> {
    Some(match cell {
        Cell::Linked(linked) => return unit(&linked.0),
        Cell::Told(told) => return unit(&told.0),
        Cell::Number(_) | Cell::Cases(_) => "number",
        Cell::Id(_) => "id",
        Cell::Money(_) => "money",
        Cell::Seconds(_) | Cell::Exact(_) | Cell::Overdue(_) => "seconds",
        Cell::Share { .. } => "share",
        Cell::Instant(_) | Cell::Precise(_) | Cell::Dated(_) | Cell::Elsewhere(_) => "instant",
        Cell::Day(_) | Cell::Date(_) => "day",
        Cell::Flag(_) => "flag",
        Cell::Absent
        | Cell::Text(_)
        | Cell::Marked(_)
        | Cell::Address(_)
        | Cell::Code(_)
        | Cell::Named(..)
        | Cell::Word(_)
        | Cell::Said(_)
        | Cell::Phrase(_)
        | Cell::Target(_)
        | Cell::All(_)
        | Cell::State(_)
        | Cell::Wall(_)
        | Cell::List(_)
        | Cell::Object(_) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::outcome::default_picks;

    fn answer() -> Listing {
        let line = |milestone: &'static str, met| {
            Cell::object([
                ("milestone", Cell::code(milestone)),
                ("met", Cell::Number(met)),
                ("median_seconds", Cell::Absent),
                ("at", Cell::object([("event", Cell::Id(7))])),
                ("tickets", Cell::List(vec![Cell::Id(1), Cell::Id(2)])),
            ])
        };
        let trend = Cell::object([
            ("period", Cell::object([("title", Cell::text("Q2"))])),
            ("lines", Cell::List(vec![line("response", 3)])),
        ]);
        let row = vec![
            Cell::text("Support"),
            Cell::List(vec![line("response", 1), line("resolution", 2)]),
            Cell::List(vec![trend]),
            Cell::List(Vec::new()),
        ];
        let fields = ["title", "lines", "trend", "none"].map(Field::named);
        Listing::ready("test", fields.into(), vec![row])
    }

    fn rows(listing: Listing) -> Vec<Vec<String>> {
        let all: Vec<usize> = (0..listing.fields.len()).collect();
        let words = |cell: &Cell| {
            super::super::shown::exact(cell)
                .unwrap_or_default()
                .into_owned()
        };
        let rows = listing.rows(&all);
        rows.map(|row| row.expect("no failure").iter().map(words).collect())
            .collect()
    }

    #[test]
    fn each_figure_has_a_row_that_says_what_it_is() {
        let picks = default_picks(&answer().fields);
        let Ok(long) = long(answer(), &picks) else {
            panic!("no failure");
        };
        let rows = rows(long);
        for row in [
            ["figures", "1", "", "title", "Support", ""],
            ["lines", "2", "resolution", "met", "2", "number"],
            ["lines", "1", "response", "at.event", "7", "id"],
            ["lines", "1", "response", "tickets", "1,2", ""],
            ["trend.lines", "1", "Q2 response", "met", "3", "number"],
        ] {
            assert!(
                rows.iter().any(|known| *known == row),
                "{row:?} in {rows:?}"
            );
        }
        // what is absent is no figure, and an empty list no table
        assert!(
            rows.iter()
                .all(|row| row[3] != "median_seconds" && row[0] != "none")
        );
    }

    #[test]
    fn each_table_is_a_list_of_its_own() {
        let picks = default_picks(&answer().fields);
        let Ok(tables) = listings(answer(), &picks) else {
            panic!("no failure");
        };
        let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
        assert_eq!(names, ["figures", "lines", "trend", "trend.lines"]);
        let last = tables.into_iter().next_back().expect("there are four");
        let columns: Vec<String> = last
            .fields
            .iter()
            .map(|field| field.key.to_string())
            .collect();
        assert_eq!(columns[..3], ["trend", "milestone", "met"]);
        assert_eq!(rows(last)[0][..3], ["Q2", "response", "3"]);
    }
}
