//! Folded accounts and tickets → the rows that the tables keep of them.

use crate::core::account::{Account, Contact as Person, Contract};
use crate::core::model::{Event, TicketNo};
use crate::core::sla::{Ticket, UseKind, uses};
use crate::store::{
    Contact, ContactRow, ContractRow, CustomerRow, LedgerKind, LedgerRow, TermsRow,
};

/// All rows that an account comes to.
#[derive(Debug)]
pub struct AccountRows {
    pub customer: CustomerRow,
    pub contacts: Vec<Contact>,
    pub contracts: Vec<(ContractRow, Vec<TermsRow>)>,
    /// Adjustments of allowances, by contract in the order of `contracts`.
    pub adjustments: Vec<Vec<LedgerRow>>,
}

/// The rows of an account.
pub fn account_rows(account: &Account) -> AccountRows {
    let customer = &account.customer;
    AccountRows {
        customer: CustomerRow {
            id: customer.id,
            key: customer.key.clone(),
            name: customer.name.clone(),
            zone: customer.zone.clone(),
            language: customer.language.clone(),
            account_manager: customer.account_manager.clone(),
            engineer: customer.engineer.clone(),
            since: customer.since,
            void: false,
            last: account.last,
        },
        contacts: account
            .contacts
            .iter()
            .map(|c| contact(c, account))
            .collect(),
        contracts: account
            .contracts
            .iter()
            .map(|c| contract(c, account))
            .collect(),
        adjustments: account.contracts.iter().map(adjustments).collect(),
    }
}

fn contact(person: &Person, account: &Account) -> Contact {
    let last_seat = person.seats.last();
    let qualified = person.qualified.last().map(|(_, held)| held.clone());
    Contact {
        row: ContactRow {
            id: person.id,
            customer: account.customer.id,
            email: person.email.clone().unwrap_or_default(),
            name: person.name.clone().unwrap_or_default(),
            phone: person.phone.clone(),
            language: person.language.clone(),
            since: person
                .seats
                .first()
                .map_or(account.customer.since, |seat| seat.from),
            until: last_seat.map_or(Some(account.customer.since), |seat| seat.until),
            void: false,
            last: account.last,
        },
        qualified: qualified.unwrap_or_default(),
    }
}

fn contract(contract: &Contract, account: &Account) -> (ContractRow, Vec<TermsRow>) {
    let run = contract.runs.last();
    let row = ContractRow {
        id: contract.id,
        customer: account.customer.id,
        plan: contract
            .terms
            .last()
            .map_or_else(String::new, |terms| terms.plan.clone()),
        zone: contract.zone.clone(),
        starts: contract.starts,
        ends: run.map_or(contract.starts, |run| run.until.unwrap_or(run.ends)),
        months: run.map_or(0, |run| run.months),
        renews: run.and_then(|run| run.renews),
        cancelled: run
            .filter(|run| run.cancelled.is_some())
            .and_then(|run| run.until),
        void: false,
        last: account.last,
    };
    let terms = contract.terms.iter().map(|terms| TermsRow {
        contract: contract.id,
        starts: terms.from,
        event: terms.event,
        plan: terms.plan.clone(),
        hash: terms.hash.clone(),
    });
    (row, terms.collect())
}

fn adjustments(contract: &Contract) -> Vec<LedgerRow> {
    let rows = contract.adjustments.iter().map(|adjustment| LedgerRow {
        contract: contract.id,
        allowance: adjustment.allowance.clone(),
        at: adjustment.at,
        event: adjustment.event,
        kind: LedgerKind::Adjusted,
        amount: adjustment.amount,
        ticket: None,
    });
    rows.collect()
}

/// The lines of the ledger that a ticket causes.
pub fn ticket_ledger(number: TicketNo, events: &[Event], ticket: &Ticket) -> Vec<LedgerRow> {
    let Some(contract) = ticket.contract else {
        return Vec::new();
    };
    uses(events, ticket)
        .into_iter()
        .map(|line| LedgerRow {
            contract,
            allowance: line.allowance,
            at: line.at,
            event: line.event,
            kind: match line.kind {
                UseKind::Used => LedgerKind::Used,
                UseKind::GivenBack => LedgerKind::GivenBack,
            },
            amount: line.amount,
            ticket: Some(number),
        })
        .collect()
}
