//! A contract as lists show it.

use chrono::NaiveDate;

use super::days::Days;
use super::view::AccountReader;
use crate::commands::list_fields::ListFields;
use crate::core::account::{Account, AfterTerm, Contract, ContractState, TermEnd, notice_ends};
use crate::core::entitlement::{AllowanceUnit, Balance, pace, seat_limit};
use crate::core::model::EventId;
use crate::core::terms::{Agreed, Allowance, Seats, Terms};
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::plans::{Document, lines, open_terms};
use crate::render::{Cell, Column, Listing};
use crate::wording::plan::term_in_english;

/// One line of `contract list`.
pub(in crate::commands) struct ContractRecord {
    pub id: i64,
    pub customer: String,
    pub plan: String,
    pub end: Option<NaiveDate>,
    pub renews: Option<String>,
    pub seats_used: usize,
    pub seats: Cell,
    pub allowances: Vec<AllowanceRecord>,
    pub start: NaiveDate,
    pub zone: String,
    pub region: Option<String>,
    pub state: ContractState,
    pub minimum_until: Option<NaiveDate>,
    pub price: Option<String>,
    /// What is not promised: paths of a plan file.
    pub open_terms: Vec<String>,
    /// The event that pinned the terms.
    pub terms: Option<i64>,
    pub set: Vec<String>,
    /// It ends because it was cancelled.
    pub cancelled: bool,
    /// The last day on which it can be kept from renewing by itself.
    pub cancel_by: Option<NaiveDate>,
    /// First and last days between its terms on which it is not in force.
    pub gaps: Vec<(NaiveDate, Option<NaiveDate>)>,
}

/// How an allowance stands.
pub(in crate::commands) struct AllowanceRecord {
    pub allowance: String,
    pub unit: AllowanceUnit,
    pub balance: Balance,
    /// What may still be used of it: nothing is left of a contract that is over.
    pub left: Option<i64>,
    /// The day on which the period ends.
    pub until: Option<NaiveDate>,
    /// When it will be used up at this pace, if before that.
    pub pace_until: Option<NaiveDate>,
}

type C = Column<ContractRecord>;

const COLUMNS: &[C] = &[
    C::shown("contract", |c| Cell::Id(c.id)).names(),
    C::shown("customer", |c| Cell::code(c.customer.clone())),
    C::shown("plan", |c| Cell::code(c.plan.clone())).gives_way(5),
    C::shown("end", |c| Cell::from(c.end)).ahead(),
    C::shown("renews", |c| Cell::code_if(c.renews.clone())).gives_way(1),
    C::shown("seats_used", |c| Cell::from(c.seats_used)).gives_way(3),
    C::shown("seats", |c| c.seats.clone()).gives_way(4),
    C::shown("left", |c| left(&c.allowances)).gives_way(2),
    C::more("start", |c| Cell::from(c.start)),
    C::more("zone", |c| Cell::code(c.zone.clone())),
    C::more("region", |c| Cell::code_if(c.region.clone())),
    C::more("state", |c| Cell::state(c.state.word())),
    C::more("minimum_until", |c| Cell::from(c.minimum_until)),
    C::more("price", |c| Cell::text_if(c.price.clone())),
    C::more("open_terms", |c| Cell::codes(c.open_terms.clone())),
    C::more("allowances", |c| {
        Cell::List(c.allowances.iter().map(AllowanceRecord::object).collect())
    })
    .keyed("allowance", AllowanceRecord::KEYS),
    C::more("terms", |c| c.terms.map_or(Cell::Absent, Cell::Id)),
    C::more("set", |c| Cell::codes(c.set.clone())),
    C::more("cancelled", |c| Cell::Flag(c.cancelled)),
    C::more("cancel_by", |c| Cell::from(c.cancel_by)),
    C::more("gaps", |c| Cell::List(c.gaps.iter().map(gap).collect())),
];

fn gap((first, last): &(NaiveDate, Option<NaiveDate>)) -> Cell {
    Cell::object([("start", Cell::Day(*first)), ("end", Cell::from(*last))])
}

/// What is left of each allowance; none where the contract has none.
fn left(allowances: &[AllowanceRecord]) -> Cell {
    if allowances.is_empty() {
        return Cell::Absent;
    }
    let entries = allowances.iter().map(|one| {
        let left = one.amount(one.left);
        (one.allowance.clone().into(), left)
    });
    Cell::Object(entries.collect())
}

impl AllowanceRecord {
    const KEYS: &'static [&'static str] = &[
        "allowance",
        "unit",
        "granted",
        "used",
        "left",
        "overage",
        "until",
        "pace_until",
    ];

    /// An amount; words where it was never agreed.
    pub(crate) fn amount(&self, amount: Option<i64>) -> Cell {
        match (amount, self.unit) {
            (None, _) => Cell::code("not promised"),
            (Some(cases), AllowanceUnit::Cases) => Cell::Number(cases),
            (Some(seconds), AllowanceUnit::Hours) => Cell::Seconds(seconds),
        }
    }

    fn object(&self) -> Cell {
        let balance = &self.balance;
        Cell::object([
            ("allowance", Cell::code(self.allowance.clone())),
            ("unit", Cell::code(unit(self.unit))),
            ("granted", self.amount(balance.available())),
            ("used", self.amount(Some(balance.used))),
            ("left", self.amount(self.left)),
            ("overage", self.amount(Some(balance.overage()))),
            ("until", Cell::from(self.until)),
            ("pace_until", Cell::from(self.pace_until)),
        ])
    }
}

fn unit(unit: AllowanceUnit) -> &'static str {
    match unit {
        AllowanceUnit::Cases => "cases",
        AllowanceUnit::Hours => "seconds",
    }
}

impl ContractRecord {
    /// # Errors
    /// The record lacks terms or zone rules that the contract names.
    pub(crate) fn of(
        looking: &mut AccountReader<'_>,
        account: &Account,
        contract: &Contract,
    ) -> Result<ContractRecord, Failure> {
        let at = looking.at();
        let days = looking.days(account, contract)?;
        let said = contract.terms_near(at);
        let terms = said.map(|said| looking.terms(said.event)).transpose()?;
        let document = said.map(|said| looking.document(said.event)).transpose()?;
        let document = document.as_ref();
        let terms = terms.as_ref();
        let ahead = contract.ahead(at, &days.zone);
        let state = contract.state_at(at);
        let over = |until: &Instant| state == ContractState::NotBegun || *until <= at;
        let over = contract
            .runs
            .iter()
            .rev()
            .find_map(|run| run.until.filter(over));
        let held = matches!(state, ContractState::InForce | ContractState::NotBegun);
        let ahead = ahead.filter(|_| held);
        let end = ahead.map(|ahead| ahead.until).or(over);
        Ok(ContractRecord {
            id: contract.id.0,
            customer: account.customer.key.clone(),
            plan: said.map_or_else(String::new, |said| said.plan.clone()),
            end: end.and_then(|end| days.last(end)),
            renews: ahead.and_then(|ahead| renews(ahead.then)),
            seats_used: account.seated(contract.id, at).len(),
            seats: terms.map_or(Cell::Absent, seats),
            allowances: allowances(looking, contract, &days)?,
            start: days.day(contract.starts),
            zone: days.zone.name.clone(),
            region: contract.region.clone(),
            state,
            minimum_until: terms.and_then(|terms| minimum(contract, terms, &days, at)),
            price: document.and_then(price),
            open_terms: document.map_or_else(Vec::new, still_open),
            terms: said.map(|said| said.event.0),
            set: said.map_or_else(Vec::new, |said| said.set.clone()),
            cancelled: state == ContractState::Cancelled
                || ahead.is_some_and(|ahead| ahead.then == AfterTerm::Cancelled),
            cancel_by: ahead.and_then(|ahead| cancel_by(ahead, terms?, &days)),
            gaps: gaps(contract, &days),
        })
    }
}

/// The last day on which it can still be kept from renewing by itself.
fn cancel_by(ahead: TermEnd, terms: &Terms, days: &Days) -> Option<NaiveDate> {
    let AfterTerm::Renews(_) = ahead.then else {
        return None;
    };
    let notice = terms.term.as_ref()?.notice?;
    days.last(notice_ends(notice, ahead.until, &days.zone)?)
}

fn gaps(contract: &Contract, days: &Days) -> Vec<(NaiveDate, Option<NaiveDate>)> {
    let coverage = contract.coverage();
    let between = coverage.windows(2).filter_map(|pair| {
        let ((_, until), (from, _)) = (pair[0], pair[1]);
        Some((days.day(until?), days.last(from)))
    });
    between.collect()
}

fn renews(then: AfterTerm) -> Option<String> {
    match then {
        AfterTerm::Renews(1) => Some("1 month".to_owned()),
        AfterTerm::Renews(months) => Some(format!("{months} months")),
        AfterTerm::Open => Some("open end".to_owned()),
        AfterTerm::Ends | AfterTerm::Cancelled => None,
    }
}

fn seats(terms: &Terms) -> Cell {
    match (&terms.contacts, seat_limit(terms)) {
        (_, Some(most)) => Cell::from(most),
        (Agreed::Is(Seats::Unlimited), _) => Cell::code("unlimited"),
        _ => Cell::code("not promised"),
    }
}

fn price(document: &Document) -> Option<String> {
    let said = lines(document)
        .into_iter()
        .find(|line| line.path == "price");
    said.map(|line| term_in_english(&line.said))
}

/// Everything that terms leave open, by path.
pub(in crate::commands) fn still_open(document: &Document) -> Vec<String> {
    open_terms(document)
        .into_iter()
        .map(|term| term.path)
        .collect()
}

/// The last day of the least time for which the contract was agreed.
fn minimum(contract: &Contract, terms: &Terms, days: &Days, at: Instant) -> Option<NaiveDate> {
    let minimum = super::term::minimum(contract, terms, &days.zone, at)?;
    days.last(minimum)
}

/// How each allowance stands in the period of the moment looked at.
fn allowances(
    looking: &mut AccountReader<'_>,
    contract: &Contract,
    days: &Days,
) -> Result<Vec<AllowanceRecord>, Failure> {
    let at = looking.at();
    let read = looking.allowances(contract, &days.zone)?;
    let record = |(allowance, balance): (Allowance, Balance)| {
        let left = read.left(&balance, at);
        let pace_until = left.and_then(|_| pace(&balance, at).until());
        AllowanceRecord {
            allowance: allowance.id,
            unit: balance.unit,
            until: days.last(balance.to),
            left,
            pace_until: pace_until.map(|at| days.day(at)),
            balance,
        }
    };
    let balances = read.balances_by(at, EventId(i64::MAX));
    Ok(balances.into_iter().map(record).collect())
}

/// Contracts as records.
///
/// # Errors
/// As [`ContractRecord::of`].
pub(in crate::commands) fn listing<'a>(
    name: &str,
    looking: &mut AccountReader<'_>,
    contracts: impl IntoIterator<Item = (&'a Account, &'a Contract)>,
) -> Result<Listing, Failure> {
    let mut records = Vec::new();
    for (account, contract) in contracts {
        records.push(ContractRecord::of(looking, account, contract)?);
    }
    Ok(Listing::of(name, COLUMNS, records))
}

/// The fields of the list.
pub(in crate::commands) fn fields() -> ListFields {
    ListFields::of("contract", COLUMNS)
}
