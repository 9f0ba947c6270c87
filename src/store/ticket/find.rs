//! Finding tickets by a filter.

use super::rows::TicketRow;
use super::search;
use super::sql::Sql;
use super::test::Where;
use crate::store::engine::RowError;
use crate::store::{Store, StoreError};

/// The order of a list. Every other order is made of the rows by whoever shows them.
///
/// Where words are looked for, `Newest` goes by number, as their index does: the first fifty of a
/// common word are found without looking at the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Order {
    /// By opening, the last first.
    #[default]
    Newest,
    Number,
}

/// Which tickets, in which order, how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TicketQuery {
    pub filter: Where,
    pub order: Order,
    /// None: all.
    pub limit: Option<u32>,
}

impl TicketQuery {
    /// All tickets that fit, newest first.
    pub(crate) fn of(filter: impl Into<Where>) -> TicketQuery {
        TicketQuery {
            filter: filter.into(),
            order: Order::Newest,
            limit: None,
        }
    }

    pub(in crate::store) fn sql(&self, columns: &str) -> Sql {
        let led = match self.order {
            Order::Newest => self.filter.leading_words().and_then(search::quoted),
            _ => None,
        };
        let mut sql = Sql::new("SELECT ");
        sql.push(columns).push(" FROM ");
        match &led {
            Some(words) => sql
                .push(search::LEADING)
                .push("ticket t WHERE ")
                .push(search::LED)
                .word(words),
            None => sql.push("ticket t WHERE 1 = 1"),
        };
        sql.and(&match led {
            Some(_) => self.filter.without_leading_words(),
            None => self.filter.clone(),
        });
        sql.push(match self.order {
            Order::Newest if led.is_some() => search::NEWEST,
            Order::Newest => " ORDER BY t.opened DESC, t.number DESC",
            Order::Number => " ORDER BY t.number",
        });
        if let Some(limit) = self.limit {
            sql.push(" LIMIT ").whole(i64::from(limit));
        }
        sql
    }
}

impl Store {
    /// The tickets that fit.
    pub(crate) fn tickets(&self, query: &TicketQuery) -> Result<Vec<TicketRow>, StoreError> {
        let sql = query.sql("t.*");
        self.engine.rows(sql.text(), &sql.args(), TicketRow::read)
    }

    /// Gives each ticket that fits to `visit`, for lists that are too long to hold.
    pub(crate) fn each_ticket(
        &self,
        query: &TicketQuery,
        mut visit: impl FnMut(TicketRow) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let sql = query.sql("t.*");
        self.engine.each(sql.text(), &sql.args(), |cells| {
            visit(TicketRow::read(cells)?).map_err(RowError::Failed)
        })
    }

    /// The numbers of the tickets that fit, in the query's order.
    pub(crate) fn numbers(
        &self,
        query: &TicketQuery,
    ) -> Result<Vec<crate::core::model::TicketNo>, StoreError> {
        let sql = query.sql("t.number");
        self.engine.rows(sql.text(), &sql.args(), |c| c.take())
    }

    /// How many tickets fit.
    pub(crate) fn count(&self, filter: &Where) -> Result<u64, StoreError> {
        let mut sql = Sql::new("SELECT count(*) FROM ticket t WHERE 1 = 1");
        sql.and(filter);
        let n: i64 = self.engine.one(sql.text(), &sql.args(), |c| c.take())?;
        Ok(n.unsigned_abs())
    }
}
