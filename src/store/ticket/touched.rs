//! The tickets that a period has to do with: something happened on them since it began, or they are
//! not done, or a clock of theirs lives. Of those that were opened before its end.

use std::collections::BTreeSet;

use super::sql::Sql;
use super::test::Condition;
use crate::core::model::{CustomerId, TicketNo};
use crate::core::time::Instant;
use crate::store::StoreError;
use crate::store::tables::{Pass, Tables};

/// Which tickets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TouchedQuery<'q> {
    /// Whose.
    pub customers: &'q BTreeSet<CustomerId>,
    /// The period: from `from` on and before `to`.
    pub from: Instant,
    pub to: Instant,
    /// What else is asked of them; none: nothing.
    pub tickets: Option<&'q Condition>,
}

impl TouchedQuery<'_> {
    /// A customer's tickets on which something happened since the period began.
    pub(in crate::store) fn happened(&self, customer: CustomerId, pass: Pass) -> Sql {
        let mut sql = Sql::new("SELECT t.number FROM ticket t WHERE t.customer = ");
        sql.whole(customer.0);
        sql.push(" AND t.updated >= ").whole(self.from.0);
        self.fits(sql, pass)
    }

    /// Tickets that are not done, and whose they are.
    pub(in crate::store) fn active(&self, pass: Pass) -> Sql {
        let sql = Sql::new("SELECT t.number, t.customer FROM ticket t WHERE t.done IS NULL");
        self.fits(sql, pass)
    }

    /// Tickets with live clocks, and whose they are.
    pub(in crate::store) fn live(&self, pass: Pass) -> Sql {
        let sql = "SELECT t.number, t.customer FROM clock c CROSS JOIN ticket t \
                   WHERE c.ended IS NULL AND t.number = c.ticket";
        self.fits(Sql::new(sql), pass)
    }

    /// What all of them are. Behind the sign no index is thought of.
    fn fits(&self, mut sql: Sql, pass: Pass) -> Sql {
        sql.push(" AND +t.opened < ").whole(self.to.0);
        if let Some(tickets) = self.tickets {
            sql.and(tickets);
        }
        sql.known("t", pass);
        sql
    }
}

impl Tables<'_> {
    /// Their numbers.
    pub(crate) fn touched(
        &self,
        query: &TouchedQuery<'_>,
    ) -> Result<BTreeSet<TicketNo>, StoreError> {
        let mut found = BTreeSet::new();
        for pass in self.passes() {
            for customer in query.customers {
                let sql = query.happened(*customer, pass);
                let text = sql.text_of(pass);
                self.engine().each(&text, &sql.args(), |cells| {
                    found.insert(cells.take()?);
                    Ok(())
                })?;
            }
            for sql in [query.active(pass), query.live(pass)] {
                let text = sql.text_of(pass);
                self.engine().each(&text, &sql.args(), |cells| {
                    let number = cells.take()?;
                    if query.customers.contains(&cells.take()?) {
                        found.insert(number);
                    }
                    Ok(())
                })?;
            }
        }
        Ok(found)
    }
}
