//! What falls due up to the end of the next period: renewals, notices, qualifications.

use super::super::contract_usage::ContractUsage;
use crate::core::account::Account;
use crate::core::report::{FallsDue, FallsDueKind, Window, falls_due};
use crate::core::time::Period;
use crate::render::{Cell, Column, Said};
use crate::wording::said;

pub(super) const COLUMNS: &[Column<FallsDue>] = &[
    Column::<FallsDue>::shown("day", |due| Cell::Day(due.day)),
    Column::<FallsDue>::shown("contract", |due| Cell::Id(due.contract.0)),
    Column::<FallsDue>::shown("what", |due| {
        Cell::told(Cell::word_of(due.kind.word()), what(due))
    }),
    Column::<FallsDue>::shown("clause", |due| Cell::code_if(due.clause.clone())),
    Column::<FallsDue>::more("contact", |due| Cell::text_if(due.contact.clone())),
    Column::<FallsDue>::more("qualification", |due| match &due.kind {
        FallsDueKind::Qualification(title) => Cell::text(title),
        _ => Cell::Absent,
    }),
    Column::<FallsDue>::more("renews_months", |due| match due.kind {
        FallsDueKind::Renewal(months) => Cell::from(months),
        _ => Cell::Absent,
    }),
];

fn what(due: &FallsDue) -> Said {
    let who = || Cell::text(due.contact.clone().unwrap_or_default());
    match &due.kind {
        FallsDueKind::Notice => said::due_notice(),
        FallsDueKind::Renewal(months) => said::due_renewal(Cell::from(*months)),
        FallsDueKind::End => said::due_end(),
        FallsDueKind::CancelledEnd => said::due_cancelled_end(),
        FallsDueKind::Qualification(title) => said::due_qualification(Cell::text(title), who()),
        FallsDueKind::Seat => said::due_seat(who()),
    }
}

/// What falls due on a contract from the end of what is reported on.
pub(super) fn of(
    account: &Account,
    contract_usage: &ContractUsage,
    window: &Window,
    next: Option<&Period>,
) -> Vec<FallsDue> {
    let contract = account.contract(contract_usage.contract);
    let (Some(contract), Some(next)) = (contract, next) else {
        return Vec::new();
    };
    let stretch = (window.last(), next.to);
    let (terms, zone) = (&contract_usage.terms, &contract_usage.zone);
    falls_due(account, contract, terms, zone, stretch)
}
