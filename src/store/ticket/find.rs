//! Finding tickets by a filter.

use std::cmp::Ordering;

use super::rows::TicketRow;
use super::search::{SearchMatch, fts5};
use super::sql::Sql;
use super::test::Condition;
use crate::core::model::TicketNo;
use crate::core::time::Instant;
use crate::store::engine::RowError;
use crate::store::tables::{Pass, Tables};
use crate::store::{Store, StoreError};

/// The order of a list. Every other order is made of the rows by whoever shows them.
///
/// Where words are looked for, `Newest` goes by number, as their index does: the first fifty of a
/// common word are found without looking at the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum TicketOrder {
    /// By opening, the last first.
    #[default]
    Newest,
    Number,
}

/// Which tickets, in which order, how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TicketQuery {
    pub filter: Condition,
    pub order: TicketOrder,
    /// None: all.
    pub limit: Option<u32>,
}

impl TicketQuery {
    /// All tickets that fit, newest first.
    pub(crate) fn of(filter: impl Into<Condition>) -> TicketQuery {
        TicketQuery {
            filter: filter.into(),
            order: TicketOrder::Newest,
            limit: None,
        }
    }

    pub(in crate::store) fn sql(&self, columns: &str, pass: Pass) -> Sql {
        let leading = self.leading_words();
        let led = leading.and_then(SearchMatch::leads);
        let mut sql = Sql::new("SELECT ");
        sql.push(columns).push(" FROM ");
        match led {
            Some(words) => sql
                .push(fts5::LEADING)
                .push("ticket t WHERE ")
                .push(fts5::LED)
                .word(words),
            None => sql.push("ticket t WHERE 1 = 1"),
        };
        sql.and(&match led {
            Some(_) => self.filter.without_leading_words(),
            None => self.filter.clone(),
        });
        sql.known("t", pass);
        sql.push(match self.order {
            TicketOrder::Newest if led.is_some() => fts5::NEWEST,
            TicketOrder::Newest if leading.is_some() => " ORDER BY t.number DESC",
            TicketOrder::Newest => " ORDER BY t.opened DESC, t.number DESC",
            TicketOrder::Number => " ORDER BY t.number",
        });
        if let Some(limit) = self.limit {
            sql.push(" LIMIT ").whole(i64::from(limit));
        }
        sql
    }
}

/// What a row is ordered by.
#[derive(Clone, Copy, Debug)]
struct OrderPlace {
    number: TicketNo,
    opened: Instant,
}

impl From<&TicketRow> for OrderPlace {
    fn from(row: &TicketRow) -> OrderPlace {
        OrderPlace {
            number: row.number,
            opened: row.opened,
        }
    }
}

impl TicketQuery {
    /// The words that lead to the tickets: then they come by number.
    fn leading_words(&self) -> Option<&SearchMatch> {
        match self.order {
            TicketOrder::Newest => self.filter.leading_words(),
            TicketOrder::Number => None,
        }
    }

    /// The order that the statement asks for.
    fn order(&self, a: OrderPlace, b: OrderPlace) -> Ordering {
        match self.order {
            TicketOrder::Newest if self.leading_words().is_some() => b.number.cmp(&a.number),
            TicketOrder::Newest => (b.opened, b.number).cmp(&(a.opened, a.number)),
            TicketOrder::Number => a.number.cmp(&b.number),
        }
    }

    /// The answers of all passes as one, in the order asked for.
    fn merged<T>(&self, mut all: Vec<T>, place: impl Fn(&T) -> OrderPlace) -> Vec<T> {
        all.sort_by(|a, b| self.order(place(a), place(b)));
        if let Some(limit) = self.limit {
            all.truncate(limit as usize);
        }
        all
    }
}

impl Tables<'_> {
    /// The tickets that fit.
    pub(crate) fn tickets(&self, query: &TicketQuery) -> Result<Vec<TicketRow>, StoreError> {
        let mut all = Vec::new();
        self.each_ticket(query, |row| {
            all.push(row);
            Ok(())
        })?;
        Ok(query.merged(all, |row| OrderPlace::from(row)))
    }

    /// Gives each ticket that fits to `visit`, for lists that are too long to hold. What has
    /// changed since comes last, whatever the order.
    pub(crate) fn each_ticket(
        &self,
        query: &TicketQuery,
        mut visit: impl FnMut(TicketRow) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        for pass in self.passes() {
            let sql = query.sql("t.*", pass);
            self.engine()
                .each(&sql.text_of(pass), &sql.args(), |cells| {
                    visit(TicketRow::read(cells)?).map_err(RowError::Failed)
                })?;
        }
        Ok(())
    }

    /// The numbers of the tickets that fit, in the query's order.
    pub(crate) fn numbers(&self, query: &TicketQuery) -> Result<Vec<TicketNo>, StoreError> {
        if !self.is_past() {
            let sql = query.sql("t.number", Pass::Present);
            let text = sql.text_of(Pass::Present);
            return self.engine().rows(&text, &sql.args(), |c| c.take());
        }
        let mut all: Vec<OrderPlace> = Vec::new();
        for pass in self.passes() {
            let sql = query.sql("t.number, t.opened", pass);
            let mut found = self
                .engine()
                .rows(&sql.text_of(pass), &sql.args(), |cells| {
                    Ok(OrderPlace {
                        number: cells.take()?,
                        opened: cells.take()?,
                    })
                })?;
            all.append(&mut found);
        }
        let all = query.merged(all, |place| *place);
        Ok(all.into_iter().map(|place| place.number).collect())
    }

    /// How many tickets fit.
    pub(crate) fn count(&self, filter: &Condition) -> Result<u64, StoreError> {
        let mut all = 0;
        for pass in self.passes() {
            let mut sql = Sql::new("SELECT count(*) FROM ticket t WHERE 1 = 1");
            sql.and(filter).known("t", pass);
            let n: i64 = self
                .engine()
                .one(&sql.text_of(pass), &sql.args(), |c| c.take())?;
            all += n.unsigned_abs();
        }
        Ok(all)
    }
}

impl Store {
    /// The numbers of the tickets that fit as they are, in the query's order.
    pub(crate) fn numbers(&self, query: &TicketQuery) -> Result<Vec<TicketNo>, StoreError> {
        self.present().numbers(query)
    }
}
