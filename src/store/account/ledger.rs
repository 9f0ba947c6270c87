//! The ledger: what allowances were used for, and what was given back. The grants are in the
//! terms. A period's balance is one range of the key.

use crate::core::entitlement::LedgerKind;
use crate::core::model::{ContractId, EventId, TicketNo};
use crate::core::time::Instant;
use crate::store::engine::{Engine, args};
use crate::store::tables::{Tables, Versioned};
use crate::store::{Store, StoreError, Writer};

row! {
    /// A line of the ledger.
    pub(crate) struct LedgerRow in "ledger" key "contract, allowance, at, event, kind" {
        contract: ContractId,
        allowance: String,
        /// Of the use; what is given back carries it too.
        at: Instant,
        /// The event that caused it.
        event: EventId,
        kind: LedgerKind,
        /// Cases or seconds, as the kind says; never below zero but in an adjustment.
        amount: i64,
        ticket: Option<TicketNo>,
        /// The highest event on which its ticket's rows rest, or the last of its customer's.
        known: EventId,
    }
}

statements! {
    OF_CONTRACT: "SELECT * FROM ledger WHERE contract = $1 AND allowance = $2 AND at >= $3 AND at < $4 ORDER BY at, event"
        => "SEARCH ledger USING INDEX sqlite_autoindex_ledger_1 (contract=? AND allowance=? AND at>? AND at<?)";
    OF_TICKET: "SELECT * FROM ledger WHERE ticket = $1 ORDER BY event"
        => "SEARCH ledger USING INDEX ledger_ticket (ticket=?); USE TEMP B-TREE FOR ORDER BY";
    FORGET_TICKET: "DELETE FROM ledger WHERE ticket = $1"
        => "SEARCH ledger USING INDEX ledger_ticket (ticket=?)";
    TICKETS_ON: "SELECT ticket FROM ledger WHERE contract = $1 AND ticket IS NOT NULL"
        => "SEARCH ledger USING INDEX sqlite_autoindex_ledger_1 (contract=?)";
    ADJUSTMENTS: "SELECT * FROM ledger WHERE contract = $1 AND ticket IS NULL ORDER BY allowance, at, event"
        => "SEARCH ledger USING INDEX sqlite_autoindex_ledger_1 (contract=?)";
    FORGET_ADJUSTMENTS: "DELETE FROM ledger WHERE contract = $1 AND ticket IS NULL"
        => "SEARCH ledger USING INDEX sqlite_autoindex_ledger_1 (contract=?)";
}

impl Versioned for LedgerRow {
    fn known(&self) -> EventId {
        self.known
    }
}

impl Tables<'_> {
    /// The lines of one allowance in [from, to), in the order of happening.
    pub(crate) fn ledger(
        &self,
        contract: ContractId,
        allowance: &str,
        from: Instant,
        to: Instant,
    ) -> Result<Vec<LedgerRow>, StoreError> {
        let args = args![contract, allowance, from, to];
        let mut lines = self.rows(OF_CONTRACT, args, LedgerRow::read)?;
        lines.sort_by_key(|line| (line.at, line.event));
        Ok(lines)
    }
}

impl Store {
    /// A contract's own lines: what was bought or taken off.
    pub(crate) fn adjustments_of(
        &self,
        contract: ContractId,
    ) -> Result<Vec<LedgerRow>, StoreError> {
        self.engine
            .rows(ADJUSTMENTS, args![contract], LedgerRow::read)
    }

    /// The tickets that used something of a contract, those of other customers too.
    pub(crate) fn tickets_on_ledger(
        &self,
        contract: ContractId,
    ) -> Result<Vec<TicketNo>, StoreError> {
        let mut tickets: Vec<TicketNo> =
            self.engine
                .rows(TICKETS_ON, args![contract], |cells| cells.take())?;
        tickets.sort_unstable();
        tickets.dedup();
        Ok(tickets)
    }

    /// A ticket's lines.
    pub(crate) fn ledger_of_ticket(&self, ticket: TicketNo) -> Result<Vec<LedgerRow>, StoreError> {
        self.engine.rows(OF_TICKET, args![ticket], LedgerRow::read)
    }
}

impl Writer<'_> {
    /// Writes a ticket's lines in place of those it had, whatever contract they were under.
    pub(crate) fn save_ticket_ledger(
        &mut self,
        ticket: TicketNo,
        rows: &[LedgerRow],
    ) -> Result<(), StoreError> {
        self.engine.run(FORGET_TICKET, args![ticket])?;
        rows.iter().try_for_each(|row| row.write(&*self.engine))
    }
}

pub(super) fn forget_adjustments(
    engine: &dyn Engine,
    contract: ContractId,
) -> Result<(), StoreError> {
    engine.run(FORGET_ADJUSTMENTS, args![contract]).map(|_| ())
}
