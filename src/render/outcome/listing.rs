//! Records with typed cells: what a list, a report or a page has for every format.

use std::cell::OnceCell;
use std::rc::Rc;

use super::doc::{Block, Doc, DocTable};
use super::field::defaults;
use super::pick::pick;
use super::{Cell, Column, Field, Object, Row};
use crate::failure::Failure;
use crate::render::sort::SortKey;
use crate::wording::NOTHING_FITS;

type Result<T> = std::result::Result<T, Failure>;

/// What JSON makes of the records.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum JsonShape {
    /// An array of objects.
    #[default]
    Array,
    /// The only record: an object.
    Object,
    /// An object of its own, which holds the records as an array under one of its keys.
    Around {
        before: Object,
        rows: &'static str,
        after: Object,
    },
}

/// When the page is shown instead of the records, where no format was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum PagePreference {
    /// The page: a ticket, an explanation, a quarterly report.
    Page,
    /// The page at a terminal, the records in a pipe: an answer that scripts use too.
    PageAtTerminal,
    /// The records; the page is there for `-f text` and `-f markdown`.
    #[default]
    Records,
}

/// The next record's cells at these places, until there is none.
type NextRow = dyn FnMut(&[usize]) -> Option<Result<Row>>;

enum Rows {
    /// Works out the wanted cells only.
    Lazy(Box<NextRow>),
    Ready(std::vec::IntoIter<Row>),
}

/// Records, their fields, and the page that shows them to people.
pub(crate) struct Listing {
    /// The command, as messages name it.
    pub name: String,
    pub fields: Vec<Field>,
    pub shape: JsonShape,
    pub page: Option<Doc>,
    pub prefer: PagePreference,
    /// Its only record is a whole of tables: a spreadsheet has them one by one.
    pub holds_tables: bool,
    /// What to say when there are no records.
    pub empty: Option<String>,
    /// Set once it is known that there are more, of which nobody said how many were wanted.
    pub goes_on: Rc<OnceCell<()>>,
    rows: Rows,
}

impl Listing {
    /// The columns of these things.
    pub(crate) fn of<T: 'static>(
        name: impl Into<String>,
        columns: &'static [Column<T>],
        items: impl IntoIterator<Item = T, IntoIter: 'static>,
    ) -> Listing {
        Listing::trying(name, columns, items.into_iter().map(Ok))
    }

    /// The columns of things that are read one by one, where reading may fail.
    pub(crate) fn trying<T: 'static>(
        name: impl Into<String>,
        columns: &'static [Column<T>],
        mut items: impl Iterator<Item = Result<T>> + 'static,
    ) -> Listing {
        let fields = columns.iter().map(|column| column.field.clone()).collect();
        let next = move |wanted: &[usize]| {
            items.next().map(|item| {
                item.map(|item| wanted.iter().map(|&i| columns[i].cell(&item)).collect())
            })
        };
        Listing::new(name.into(), fields, Rows::Lazy(Box::new(next)))
    }

    /// Records whose columns are known at run time only: a column for each plan compared.
    pub(crate) fn ready(name: impl Into<String>, fields: Vec<Field>, rows: Vec<Row>) -> Listing {
        Listing::new(name.into(), fields, Rows::Ready(rows.into_iter()))
    }

    fn new(name: String, fields: Vec<Field>, rows: Rows) -> Listing {
        Listing {
            name,
            fields,
            shape: JsonShape::Array,
            page: None,
            prefer: PagePreference::Records,
            holds_tables: false,
            empty: Some(NOTHING_FITS.to_owned()),
            goes_on: Rc::default(),
            rows,
        }
    }

    /// One record was asked for by its name: JSON is the object, not an array of one.
    pub(crate) fn single(mut self) -> Listing {
        self.shape = JsonShape::Object;
        self
    }

    /// Its only record is a whole of tables.
    pub(crate) fn of_tables(self) -> Listing {
        Listing {
            holds_tables: true,
            ..self.single()
        }
    }

    /// JSON is this object, which has the records under a key of its own.
    pub(crate) fn around(mut self, before: Object, rows: &'static str, after: Object) -> Listing {
        self.shape = JsonShape::Around {
            before,
            rows,
            after,
        };
        self
    }

    /// That there are no records is told beside them.
    pub(crate) fn told_beside(mut self) -> Listing {
        self.empty = None;
        self
    }

    /// The page for people.
    pub(crate) fn page(mut self, prefer: PagePreference, page: Doc) -> Listing {
        self.page = Some(page);
        self.prefer = prefer;
        self
    }

    /// What to say when there are no records: "no ticket fits".
    pub(crate) fn if_empty(mut self, sentence: impl Into<String>) -> Listing {
        self.empty = Some(sentence.into());
        self
    }

    /// In the order of a field.
    ///
    /// # Errors
    /// No field is called so, or a record cannot be read.
    pub(crate) fn sorted(mut self, by: Option<&SortKey>) -> Result<Listing> {
        let Some(by) = by else { return Ok(self) };
        let picked = pick(&self.name, &self.fields, &by.field)?;
        let rows = self.collected()?.into_iter();
        let mut rows: Vec<(Cell, Row)> = rows
            .map(|row| (picked.of(row[picked.field].clone()), row))
            .collect();
        rows.sort_by(|(a, _), (b, _)| by.order(a, b));
        let rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
        self.rows = Rows::Ready(rows.into_iter());
        Ok(self)
    }

    /// The first so many records.
    ///
    /// # Errors
    /// A record cannot be read.
    pub(crate) fn limited(mut self, limit: Option<usize>) -> Result<Listing> {
        let Some(limit) = limit else { return Ok(self) };
        match &mut self.rows {
            Rows::Ready(rows) => {
                let kept: Vec<Row> = rows.by_ref().take(limit).collect();
                if rows.next().is_some() {
                    self.goes_on.get_or_init(|| ());
                }
                self.rows = Rows::Ready(kept.into_iter());
            }
            Rows::Lazy(_) => {
                let rows = std::mem::replace(&mut self.rows, Rows::Ready(Vec::new().into_iter()));
                let Rows::Lazy(mut next) = rows else {
                    return Ok(self);
                };
                let mut left = limit;
                let goes_on = self.goes_on.clone();
                self.rows = Rows::Lazy(Box::new(move |wanted| {
                    let Some(after) = left.checked_sub(1) else {
                        let more = goes_on.get().is_none() && next(&[]).is_some();
                        if more {
                            goes_on.get_or_init(|| ());
                        }
                        return None;
                    };
                    left = after;
                    next(wanted)
                }));
            }
        }
        Ok(self)
    }

    /// There are more than these, which a reader is told.
    pub(crate) fn going_on(self) -> Listing {
        self.goes_on.get_or_init(|| ());
        self
    }

    /// Whoever said how many knows that there may be more.
    pub(crate) fn without_more(self) -> Listing {
        Listing {
            goes_on: Rc::default(),
            ..self
        }
    }

    /// Only the records that are chosen out of all.
    ///
    /// # Errors
    /// A record cannot be read, or none can be chosen.
    pub(crate) fn kept(
        mut self,
        choose: impl FnOnce(&[Field], Vec<Row>) -> Result<Vec<Row>>,
    ) -> Result<Listing> {
        let rows = self.collected()?;
        let rows = choose(&self.fields, rows)?;
        self.rows = Rows::Ready(rows.into_iter());
        Ok(self)
    }

    fn collected(&mut self) -> Result<Vec<Row>> {
        let all: Vec<usize> = (0..self.fields.len()).collect();
        let rows = std::mem::replace(&mut self.rows, Rows::Ready(Vec::new().into_iter()));
        rows.into_cells(&all).collect()
    }

    /// The page with its records, and the records alone: for a format that has both.
    ///
    /// # Errors
    /// A record cannot be read.
    #[cfg(feature = "pdf")]
    pub(crate) fn twice(mut self) -> Result<(Listing, Listing)> {
        let rows = self.collected()?;
        let data = Listing {
            name: self.name.clone(),
            fields: self.fields.clone(),
            shape: std::mem::take(&mut self.shape),
            page: None,
            prefer: PagePreference::Records,
            holds_tables: self.holds_tables,
            empty: None,
            goes_on: Rc::default(),
            rows: Rows::Ready(rows.clone().into_iter()),
        };
        self.rows = Rows::Ready(rows.into_iter());
        Ok((self, data))
    }

    /// The default columns of the records, as a table of a page.
    ///
    /// # Errors
    /// A record cannot be read.
    pub(crate) fn table(self) -> Result<DocTable> {
        let wanted = defaults(&self.fields);
        let columns = wanted.iter().map(|&i| self.fields[i].clone()).collect();
        let rows = self.rows(&wanted).collect::<Result<Vec<Row>>>()?;
        Ok(DocTable::of(columns, rows))
    }

    /// The wanted cells of every record, in the wanted order.
    pub(crate) fn rows(self, wanted: &[usize]) -> impl Iterator<Item = Result<Row>> + use<> {
        self.rows.into_cells(wanted)
    }
}

/// Things in the order of a field of theirs.
///
/// # Errors
/// No field is called so.
pub(crate) fn sorted_by<T>(
    name: &str,
    columns: &'static [Column<T>],
    things: Vec<T>,
    by: Option<&SortKey>,
) -> Result<Vec<T>> {
    let Some(by) = by else { return Ok(things) };
    let fields: Vec<Field> = columns.iter().map(|column| column.field.clone()).collect();
    let picked = pick(name, &fields, &by.field)?;
    let cell = |thing: &T| picked.of(columns[picked.field].cell(thing));
    let mut keyed: Vec<(Cell, T)> = things
        .into_iter()
        .map(|thing| (cell(&thing), thing))
        .collect();
    keyed.sort_by(|(a, _), (b, _)| by.order(a, b));
    Ok(keyed.into_iter().map(|(_, thing)| thing).collect())
}

impl Rows {
    fn into_cells(self, wanted: &[usize]) -> impl Iterator<Item = Result<Row>> + use<> {
        let wanted = wanted.to_vec();
        let mut rows = self;
        std::iter::from_fn(move || match &mut rows {
            Rows::Lazy(next) => next(&wanted),
            Rows::Ready(rows) => {
                let row = rows.next()?;
                Some(Ok(wanted.iter().map(|&i| row[i].clone()).collect()))
            }
        })
    }
}

impl Doc {
    /// The default columns of records, as a table of the page.
    ///
    /// # Errors
    /// A record cannot be read.
    pub(crate) fn records(self, listing: Listing) -> Result<Doc> {
        Ok(self.block(Block::Table(listing.table()?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Column<Option<i64>>] = &[Column::shown("n", |n| Cell::from(*n))];

    fn order(sort: &str) -> Vec<Cell> {
        let items = vec![Some(2), None, Some(1)];
        let listing = Listing::of("test", COLUMNS, items).sorted(sort.parse().ok().as_ref());
        let rows = listing.expect("a field").rows(&[0]);
        rows.map(|row| row.expect("no failure").remove(0)).collect()
    }

    #[test]
    fn what_is_absent_stays_last_in_either_direction() {
        let (one, two) = (Cell::Number(1), Cell::Number(2));
        assert_eq!(order("n"), [one.clone(), two.clone(), Cell::Absent]);
        assert_eq!(order("-n"), [two, one, Cell::Absent]);
    }

    #[test]
    fn a_limit_stops_the_reading() {
        let items = (0..).map(|n| match n {
            0..3 => Ok(Some(n)),
            _ => Err(Failure::unexpected("read too far")),
        });
        let listing = Listing::trying("test", COLUMNS, items).limited(Some(3));
        let rows: Result<Vec<Row>> = listing.expect("no reading yet").rows(&[0]).collect();
        assert_eq!(rows.map(|rows| rows.len()), Ok(3));
    }

    #[test]
    fn records_that_do_not_fit_are_left_out() {
        let listing = Listing::of("test", COLUMNS, [Some(1), Some(2)]);
        let listing = listing.kept(|_, mut rows| {
            rows.retain(|row| row[0] == Cell::Number(2));
            Ok(rows)
        });
        let rows: Vec<_> = listing.expect("no failure").rows(&[0]).collect();
        assert_eq!(rows, [Ok(vec![Cell::Number(2)])]);
    }
}

#[cfg(test)]
mod examples {
    #[test]
    fn example_1() {
        use crate::render::{Cell, Column, Listing};
        type C = Column<(i64, String)>;
        const COLUMNS: &[C] = &[
            C::shown("ticket", |t| Cell::Id(t.0)).names(),
            C::shown("subject", |t| Cell::text(&t.1)).last(),
        ];
        let tickets = vec![(42, "Nobody can log in".to_owned())];
        let listing = Listing::of("list", COLUMNS, tickets).if_empty("no ticket fits");
        let rows: Vec<_> = listing.rows(&[1]).map(Result::unwrap).collect();
        assert_eq!(rows, [[Cell::text("Nobody can log in")]]);
    }
}
