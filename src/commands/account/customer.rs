//! A customer as lists show it.

use super::view::AccountReader;
use crate::commands::list_fields::ListFields;
use crate::core::account::{Account, Contract};
use crate::render::{Cell, Column, Listing};

/// One line of `customer list`.
pub(in crate::commands) struct CustomerRecord {
    key: String,
    name: String,
    plans: Vec<String>,
    contacts: usize,
    open_tickets: u64,
    account_manager: Option<String>,
    language: Option<String>,
    engineer: Option<String>,
    contracts: Vec<i64>,
    zone: Option<String>,
}

type C = Column<CustomerRecord>;

const COLUMNS: &[C] = &[
    C::shown("customer", |c| Cell::code(c.key.clone())).names(),
    C::shown("name", |c| Cell::text(&c.name)).name(),
    C::shown("plan", |c| Cell::codes(c.plans.clone())).gives_way(4),
    C::shown("contacts", |c| Cell::from(c.contacts)).gives_way(1),
    C::shown("open_tickets", |c| Cell::from(c.open_tickets)).gives_way(3),
    C::shown("account_manager", |c| {
        Cell::code_if(c.account_manager.clone())
    })
    .gives_way(2),
    C::more("language", |c| Cell::code_if(c.language.clone())),
    C::more("engineer", |c| Cell::code_if(c.engineer.clone())),
    C::more("contracts", |c| {
        Cell::List(c.contracts.iter().map(|id| Cell::Id(*id)).collect())
    }),
    C::more("zone", |c| Cell::code_if(c.zone.clone())),
];

impl CustomerRecord {
    pub(crate) fn of(looking: &AccountReader<'_>, account: &Account) -> CustomerRecord {
        let at = looking.at();
        let customer = &account.customer;
        let plan = |contract: &Contract| contract.terms_at(at).map(|terms| terms.plan.clone());
        let seated = |contact: &&crate::core::account::Contact| contact.seat_at(at).is_some();
        CustomerRecord {
            key: customer.key.clone(),
            name: customer.name.clone(),
            plans: account.in_force(at).filter_map(plan).collect(),
            contacts: account.contacts.iter().filter(seated).count(),
            open_tickets: looking.open_tickets_of(customer.id),
            account_manager: customer.account_manager.clone(),
            language: customer.language.clone(),
            engineer: customer.engineer.clone(),
            contracts: account
                .contracts
                .iter()
                .map(|contract| contract.id.0)
                .collect(),
            zone: customer.zone.clone(),
        }
    }
}

/// Customers as records.
pub(in crate::commands) fn listing(
    name: &str,
    looking: &AccountReader<'_>,
    accounts: &[Account],
) -> Listing {
    let records: Vec<CustomerRecord> = accounts
        .iter()
        .map(|account| CustomerRecord::of(looking, account))
        .collect();
    Listing::of(name, COLUMNS, records)
}

/// The fields of the list.
pub(in crate::commands) fn fields() -> ListFields {
    ListFields::of("customer", COLUMNS)
}
