//! `report billing`: what was worked and what it is charged for, a row an entry of work.

use std::collections::{BTreeSet, HashMap, HashSet};

use clap::Args;

use super::about::ReportArgs;
use super::contract_usage::contract_usages;
use super::folder::{Answered, AskedReport, FolderArgs, report};
use super::moved::MovedSince;
use super::scope::{DefaultPeriod, Scope};
use super::tickets_in_period::TicketInPeriod;
use super::{head, usage};
use crate::commands::Input;
use crate::commands::args::OrderArgs;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::entitlement::{AllowanceUnit, LedgerKind, PostingKind};
use crate::core::filter::TICKET_KEYS;
use crate::core::model::{ContractId, EventId, TicketNo};
use crate::core::report::{BillingRate, BillingUnit, Money, billing_rate};
use crate::core::sla::Rulebook;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Block, Cell, Column, Doc, DocTable, Listing, Outcome, PagePreference, Row};
use crate::wording::{billing as words, said};

/// Report work and what it costs, an entry a row
///
/// Work as it was booked, by contract. Rate and amount stand where the terms state a price per hour;
/// where they state one per case, a row stands for each case at its opening.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk report billing --period last-month\n  sladesk report billing customer:acme --period 2026Q3 -o billing.csv"
)]
pub(crate) struct ReportBilling {
    #[command(flatten)]
    folder: FolderArgs,
    #[command(flatten)]
    about: ReportArgs,
    #[command(flatten)]
    order: OrderArgs,
}

/// What is billed: an entry of work, or a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Billed {
    Case,
    Work,
    /// What else moved what is used beyond the allowances.
    Ledger(LedgerKind),
}

impl Billed {
    fn word(self) -> &'static str {
        match self {
            Billed::Case => "case",
            Billed::Work => "work",
            Billed::Ledger(kind) => usage::what(PostingKind::Booked(kind)),
        }
    }
}

/// A row of a bill.
#[derive(Clone, Debug)]
struct BillingRow {
    contract: Option<ContractId>,
    at: Instant,
    what: Billed,
    ticket: Option<TicketNo>,
    customer: String,
    who: Option<String>,
    spent: Option<i64>,
    charged: Option<i64>,
    overage: Option<i64>,
    rate: Option<BillingRate>,
    amount: Option<Money>,
    event: Option<EventId>,
}

impl BillingRow {
    fn currency(&self) -> Option<&str> {
        self.rate.as_ref().and_then(|rate| rate.currency.as_deref())
    }
}

type C = Column<BillingRow>;

const COLUMNS: &[C] = &[
    C::shown("date", |r| Cell::Instant(r.at)),
    C::shown("who", |r| Cell::code_if(r.who.clone())).gives_way(2),
    C::shown("ticket", |r| Cell::from(r.ticket)).names(),
    C::shown("worked_seconds", |r| Cell::seconds_if(r.spent)).titled("WORKED"),
    C::shown("charged_seconds", |r| Cell::seconds_if(r.charged)).titled("CHARGED"),
    C::shown("overage_seconds", |r| Cell::seconds_if(r.overage))
        .titled("OVERAGE")
        .gives_way(1),
    C::shown("rate", |r| {
        Cell::from(r.rate.as_ref().map(|rate| rate.price))
    }),
    C::shown("amount", |r| Cell::from(r.amount)),
    C::shown("currency", |r| {
        Cell::code_if(r.currency().map(str::to_owned))
    }),
    C::shown("contract", |r| Cell::from(r.contract)),
    C::more("customer", |r| Cell::code(r.customer.clone())),
    C::more("what", |r| Cell::word_of(r.what.word())),
    C::more("event", |r| Cell::from(r.event)),
];

impl ReportBilling {
    /// The rows, by contract, then in the order of time.
    ///
    /// # Errors
    /// What was asked for cannot be read, or the desk's file cannot.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let asked = AskedReport {
            about: &self.about,
            folder: &self.folder,
            unsaid: DefaultPeriod::ThisMonth,
            called: Some("billing"),
        };
        report(context, &asked, |scope| self.answer(context, input, scope))
    }

    fn answer(
        &self,
        context: &Context,
        input: &dyn Input,
        mut scope: Scope<'_>,
    ) -> Result<Answered, Failure> {
        scope.asks_no_clock(words::NAME)?;
        let moved = MovedSince::read(context, &mut scope)?;
        let beyond = BeyondAllowances::of(&mut scope, &moved)?;
        let mut rows = Vec::new();
        moved.each(&mut scope, |scope, in_period| {
            rows.extend(of_ticket(scope, &in_period, &beyond.by_event)?);
            Ok(())
        })?;
        let besides: Vec<BillingRow> = beyond.besides(&rows).collect();
        rows.extend(besides);
        rows.sort_by_key(|row| (row.contract, row.at, row.ticket, row.what, row.event));
        let page = scope.page_if_wanted(|| page(&scope, &rows))?;
        let listing = Listing::of(words::NAME, COLUMNS, rows)
            .if_empty(words::NOTHING)
            .page_if_any(PagePreference::PageAtTerminal, page);
        let listing = self.order.arranged(listing, input)?;
        Ok(Answered {
            listing,
            zone: scope.zone,
        })
    }
}

/// The rows for people, and what they come to in each currency.
fn page(scope: &Scope<'_>, rows: &[BillingRow]) -> Result<Doc, Failure> {
    let page = head::page(
        scope,
        said::report_billing(Cell::period(&scope.period.title)),
    );
    if rows.is_empty() {
        return head::foot(page.text(said::billing_nothing()), scope);
    }
    let lines = rows.iter().map(|row| {
        vec![
            Cell::Instant(row.at),
            Cell::from(row.ticket),
            Cell::word_of(row.what.word()),
            Cell::person_if(row.who.clone()),
            Cell::seconds_if(row.spent),
            Cell::seconds_if(row.charged),
            Cell::seconds_if(row.overage),
            Cell::from(row.rate.as_ref().map(|rate| rate.price)),
            Cell::from(row.amount),
            Cell::code_if(row.currency().map(str::to_owned)),
            Cell::from(row.contract),
            Cell::code(row.customer.clone()),
        ]
    });
    let columns = [
        "at",
        "ticket",
        "what",
        "actor",
        "worked_seconds",
        "charged_seconds",
        "overage",
        "rate",
        "cost",
        "currency",
        "contract",
        "customer",
    ];
    let table = DocTable::keyed(columns, lines.collect::<Vec<_>>());
    let table = totals(rows).into_iter().fold(table, DocTable::totalled);
    let table = match scope.customer {
        Some(_) => table.without("customer"),
        None => table,
    };
    let page = page
        .block(Block::Table(table.without_empty()))
        .text(said::billing_is());
    head::foot(page, scope)
}

/// A total for each currency; where there is one at most, the times stand in it too.
fn totals(rows: &[BillingRow]) -> Vec<Row> {
    let currencies: BTreeSet<Option<&str>> = rows
        .iter()
        .filter(|row| row.amount.is_some())
        .map(BillingRow::currency)
        .collect();
    let total = |currency: Option<&str>, times: bool| -> Row {
        let of = rows.iter().filter(|row| row.currency() == currency);
        let sum = |time: fn(&BillingRow) -> Option<i64>| {
            let all = rows.iter().filter_map(time).sum();
            Cell::seconds_if(Some(all).filter(|all| times && *all != 0))
        };
        vec![
            said::sla_in_all().into(),
            Cell::Absent,
            Cell::Absent,
            Cell::Absent,
            sum(|row| row.spent),
            sum(|row| row.charged),
            sum(|row| row.overage),
            Cell::Absent,
            Cell::from(Money::sum(of.filter_map(|row| row.amount))),
            Cell::code_if(currency.map(str::to_owned)),
            Cell::Absent,
            Cell::Absent,
        ]
    };
    match currencies.len() {
        0 => vec![total(None, true)],
        _ => (0..)
            .zip(currencies)
            .map(|(place, currency)| total(currency, place == 0))
            .collect(),
    }
}

/// What was used beyond what the allowances have, or made up for it: by event, and as rows.
struct BeyondAllowances {
    by_event: HashMap<EventId, i64>,
    rows: Vec<BillingRow>,
}

impl BeyondAllowances {
    /// That of the period. A row is of the contract: a bill of some tickets has none.
    fn of(scope: &mut Scope<'_>, moved: &MovedSince) -> Result<BeyondAllowances, Failure> {
        let mut found = BeyondAllowances {
            by_event: HashMap::new(),
            rows: Vec::new(),
        };
        for account in scope.customers.accounts()?.iter() {
            for usage in contract_usages(scope, moved, account)? {
                let measured = usage.allowances.iter();
                let measured = measured.filter(|used| used.balance.unit == AllowanceUnit::Hours);
                for posting in measured.flat_map(|used| &used.postings) {
                    let Some(booking) = posting.booking.filter(|_| posting.left.is_some()) else {
                        continue;
                    };
                    *found.by_event.entry(booking.event).or_default() += posting.overage;
                    let is_told = scope.whole_customers && posting.overage != 0;
                    if is_told && scope.window.holds(posting.at) {
                        found.rows.push(BillingRow {
                            contract: Some(usage.contract),
                            at: posting.at,
                            what: Billed::Ledger(booking.kind),
                            ticket: booking.ticket,
                            customer: usage.customer.clone(),
                            overage: Some(posting.overage),
                            event: Some(booking.event),
                            who: None,
                            spent: None,
                            charged: None,
                            rate: None,
                            amount: None,
                        });
                    }
                }
            }
        }
        Ok(found)
    }

    /// The rows of what no entry of work tells: hours that were bought, or given back. With them a
    /// bill comes to what the ledger does.
    fn besides(self, work: &[BillingRow]) -> impl Iterator<Item = BillingRow> {
        let told: HashSet<Option<EventId>> = work.iter().map(|row| row.event).collect();
        self.rows
            .into_iter()
            .filter(move |row| !told.contains(&row.event))
    }
}

/// The rows of a ticket.
fn of_ticket(
    scope: &Scope<'_>,
    in_period: &TicketInPeriod,
    overage: &HashMap<EventId, i64>,
) -> Result<Vec<BillingRow>, Failure> {
    let ticket = &in_period.ticket;
    let terms = ticket
        .terms
        .and_then(|terms| scope.reading.rules_cache.terms(terms));
    let price = terms.and_then(|terms| terms.price.as_ref());
    let rate = price.and_then(billing_rate);
    let customer = scope.customers.row(ticket.customer)?;
    let row = BillingRow {
        contract: ticket.contract,
        at: ticket.opened,
        what: Billed::Case,
        ticket: Some(in_period.number),
        customer: customer.map(|row| row.key).unwrap_or_default(),
        who: None,
        spent: None,
        charged: None,
        overage: None,
        rate: None,
        amount: None,
        event: None,
    };
    let mut rows = Vec::new();
    // what was charged in the tool that it came from is not ours to charge again
    let source = ticket.source.as_deref();
    let imports = &scope.reading.rules_cache.imports;
    let imported = |event| source.is_some_and(|source| imports.wrote(event, source));
    let of_case = rate.clone().filter(|rate| rate.unit == BillingUnit::Case);
    let of_case = of_case.filter(|_| source.is_none());
    let counts = ticket.exempt.is_none() && ticket.refused.is_empty() && !ticket.courtesy;
    if let Some(rate) = of_case.filter(|_| counts && scope.window.holds(ticket.opened)) {
        rows.push(BillingRow {
            amount: Some(rate.price),
            rate: Some(rate),
            ..row.clone()
        });
    }
    let of_hour = rate.filter(|rate| rate.unit == BillingUnit::Hour);
    let work = in_period.activity.work.iter();
    rows.extend(work.filter(|work| scope.window.holds(work.at)).map(|work| {
        let ours = !imported(work.event);
        let of_hour = of_hour.clone().filter(|_| ours);
        BillingRow {
            at: work.at,
            what: Billed::Work,
            who: Some(work.actor.clone()),
            spent: Some(work.spent),
            charged: ours.then_some(work.charged),
            overage: overage.get(&work.event).copied(),
            amount: of_hour.as_ref().map(|rate| rate.of_seconds(work.charged)),
            rate: of_hour,
            event: Some(work.event),
            ..row.clone()
        }
    }));
    Ok(rows)
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of(words::NAME, COLUMNS).asked(TICKET_KEYS)
}
