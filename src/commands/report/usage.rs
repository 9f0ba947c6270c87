//! `report usage`: what is left of allowances and seats, and until when at this pace.

use clap::Args;

use super::about::ReportArgs;
use super::contract_usage::{ContractUsage, Used, contract_usages};
use super::counted::count;
use super::folder::{Answered, AskedReport, FolderArgs, report};
use super::grouping::WithTickets;
use super::head::{self, of_whom};
use super::moved::MovedSince;
use super::scope::{DefaultPeriod, Scope};
use crate::commands::Input;
use crate::commands::args::OrderArgs;
use crate::commands::list_fields::ListFields;
use crate::context::Context;
use crate::core::account::last_day;
use crate::core::entitlement::{AllowanceUnit, LedgerKind, Pace, Posting, PostingKind};
use crate::core::filter::TICKET_KEYS;
use crate::core::model::ContractId;
use crate::core::time::{Instant, Local};
use crate::failure::Failure;
use crate::render::{Cell, Column, Doc, DocTable, Listing, Outcome, PagePreference, record};
use crate::wording::{NOT_PROMISED, said};

const NAME: &str = "report usage";

/// A period of an allowance of a contract; a contract without any stands there for its seats.
#[derive(Clone)]
pub(super) struct UsageRow {
    pub contract_usage: ContractUsage,
    pub used: Option<Used>,
}

type C = Column<UsageRow>;

pub(super) const COLUMNS: &[C] = &[
    C::shown("contract", |u| Cell::Id(u.contract_usage.contract.0)).names(),
    C::shown("allowance", |u| {
        of(u, |used| Cell::code(used.allowance.id.clone()))
    }),
    C::shown("granted", |u| amount(u, |used| used.balance.available())),
    C::shown("used", |u| amount(u, |used| Some(used.balance.used))),
    C::shown("left", |u| amount(u, |used| used.left)),
    C::shown("until", |u| of(u, |used| Cell::from(used.balance.until()))),
    C::shown("pace_until", |u| {
        of(u, |used| Cell::from(used.pace.until()))
    }),
    C::more("unit", |u| of(u, |used| unit(used.balance.unit))),
    C::shown("overage", |u| {
        amount(u, |used| used.balance.overage_agreed())
    }),
    C::more("seats", |u| {
        Cell::from(u.contract_usage.seats.map(i64::from))
    }),
    C::more("seats_used", |u| count(u.contract_usage.seated.len())),
    C::more("customer", |u| {
        Cell::code(u.contract_usage.customer.clone())
    }),
    C::more("plan", |u| Cell::code(u.contract_usage.plan.clone())),
    C::more("from", |u| of(u, |used| Cell::Instant(used.balance.from))),
    C::more("carried_over", |u| {
        amount(u, |used| Some(used.balance.carried_over))
    }),
    C::more("adjusted", |u| {
        amount(u, |used| Some(used.balance.adjusted))
    }),
    C::more("used_up", |u| {
        of(u, |used| Cell::from(used.balance.used_up))
    }),
    C::more("clause", |u| {
        of(u, |used| {
            Cell::code_if(used.allowance.source.clause.clone())
        })
    }),
    C::shown("ledger", ledger).not_at_a_terminal(),
];

fn of(usage: &UsageRow, cell: impl Fn(&Used) -> Cell) -> Cell {
    usage.used.as_ref().map_or(Cell::Absent, cell)
}

fn amount(usage: &UsageRow, of: impl Fn(&Used) -> Option<i64>) -> Cell {
    let used = usage.used.as_ref();
    used.map_or(Cell::Absent, |used| measured(used.balance.unit, of(used)))
}

/// Cases are counted, hours are measured.
pub(super) fn measured(unit: AllowanceUnit, amount: Option<i64>) -> Cell {
    match (unit, amount) {
        (_, None) => Cell::Absent,
        (AllowanceUnit::Cases, Some(cases)) => Cell::Cases(cases),
        (AllowanceUnit::Hours, Some(seconds)) => Cell::Seconds(seconds),
    }
}

fn unit(unit: AllowanceUnit) -> Cell {
    Cell::code(match unit {
        AllowanceUnit::Cases => "cases",
        AllowanceUnit::Hours => "seconds",
    })
}

/// The lines of the period.
fn ledger(usage: &UsageRow) -> Cell {
    of(usage, |used| {
        let line = |posting: &Posting| line(used.balance.unit, posting);
        Cell::List(used.postings.iter().map(line).collect())
    })
}

fn line(unit: AllowanceUnit, posting: &Posting) -> Cell {
    let booking = posting.booking;
    let ticket = booking.and_then(|booking| booking.ticket);
    Cell::object([
        ("at", Cell::Instant(posting.at)),
        ("what", Cell::word_of(what(posting.kind))),
        ("amount", measured(unit, Some(posting.amount))),
        ("left", measured(unit, posting.left.map(|left| left.max(0)))),
        (
            "ticket",
            ticket.map_or(Cell::Absent, |ticket| Cell::Id(ticket.0)),
        ),
        ("event", Cell::Id(posting.event.0)),
        ("overage", overage(unit, posting)),
    ])
}

/// The part of a line beyond what there was, below nothing where it makes that less.
fn overage(unit: AllowanceUnit, posting: &Posting) -> Cell {
    match posting.left {
        Some(_) => measured(unit, Some(posting.overage)),
        None => Cell::Absent,
    }
}

pub(super) fn what(kind: PostingKind) -> &'static str {
    match kind {
        PostingKind::Granted => "granted",
        PostingKind::CarriedOver => "carried-over",
        PostingKind::Booked(LedgerKind::Used) => "used",
        PostingKind::Booked(LedgerKind::GivenBack) => "given-back",
        PostingKind::Booked(LedgerKind::Adjusted) => "adjusted",
        PostingKind::Expired => "expired",
    }
}

/// Report what is used of allowances and seats
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk report usage\n  sladesk report usage customer:acme --tickets"
)]
pub(crate) struct ReportUsage {
    #[command(flatten)]
    with_tickets: WithTickets,
    #[command(flatten)]
    folder: FolderArgs,
    #[command(flatten)]
    about: ReportArgs,
    #[command(flatten)]
    order: OrderArgs,
}

impl ReportUsage {
    /// The report as records and as a page.
    ///
    /// # Errors
    /// What was asked for cannot be read, or the desk's file cannot.
    pub(crate) fn run(self, context: &Context, input: &dyn Input) -> Result<Outcome, Failure> {
        let asked = AskedReport {
            about: &self.about,
            folder: &self.folder,
            unsaid: DefaultPeriod::ThisQuarter,
            called: Some("usage"),
        };
        report(context, &asked, |scope| self.answer(context, input, scope))
    }

    fn answer(
        &self,
        context: &Context,
        input: &dyn Input,
        mut scope: Scope<'_>,
    ) -> Result<Answered, Failure> {
        scope.asks_no_clock(NAME)?;
        let moved = MovedSince::read(context, &mut scope)?;
        let mut all = Vec::new();
        for account in scope.customers.accounts()?.iter() {
            let of_account = contract_usages(&mut scope, &moved, account)?;
            all.extend(of_account.into_iter().flat_map(usages));
        }
        let page =
            scope.page_if_wanted(|| page(&scope, &all, &moved, self.with_tickets.tickets))?;
        let columns = self.with_tickets.columns(COLUMNS);
        let listing = Listing::of(NAME, columns, all)
            .if_empty("no contract was in force in that period")
            .page_if_any(PagePreference::PageAtTerminal, page);
        let listing = self.order.arranged(listing, input)?;
        Ok(Answered {
            listing,
            zone: scope.zone,
        })
    }
}

/// A line for each period of an allowance, or the one for the seats.
pub(super) fn usages(contract_usage: ContractUsage) -> Vec<UsageRow> {
    if contract_usage.allowances.is_empty() {
        return vec![UsageRow {
            contract_usage,
            used: None,
        }];
    }
    let each = |used: &Used| UsageRow {
        contract_usage: contract_usage.clone(),
        used: Some(used.clone()),
    };
    contract_usage.allowances.iter().map(each).collect()
}

fn page(
    scope: &Scope<'_>,
    all: &[UsageRow],
    moved: &MovedSince,
    tickets: bool,
) -> Result<Doc, Failure> {
    let title = said::report_usage(Cell::period(&scope.period.title));
    let mut page = tables(head::page(scope, title), scope, all);
    let of_one = |a: &&UsageRow, b: &&UsageRow| account_of(a) == account_of(b);
    let with_tickets: Vec<&UsageRow> = all.iter().filter(|_| tickets).collect();
    for account in with_tickets.chunk_by(of_one) {
        let periods = account.iter().filter_map(|usage| usage.used.as_ref());
        let rows = periods.flat_map(|used| used.postings.iter().map(|posting| row(used, posting)));
        if let (contract, Some(_), title) = account_of(account[0]) {
            let heading = said::usage_contract(Cell::Id(contract.0), Cell::text(title));
            let columns = ["at", "what", "amount", "left", "ticket", "event", "overage"];
            page = page.heading(heading).table(columns, rows);
        }
    }
    head::foot(moved.section(page)?, scope)
}

/// Which account a period is of: its contract, allowance and title.
fn account_of(usage: &UsageRow) -> (ContractId, Option<&str>, &str) {
    let allowance = usage.used.as_ref().map(|used| &used.allowance);
    let title = allowance.map_or("", |allowance| &allowance.title);
    (
        usage.contract_usage.contract,
        allowance.map(|a| a.id.as_str()),
        title,
    )
}

fn row(used: &Used, posting: &Posting) -> Vec<Cell> {
    match line(used.balance.unit, posting) {
        Cell::Object(object) => object.into_iter().map(|(_, cell)| cell).collect(),
        other => vec![other],
    }
}

/// Allowances and seats as a page shows them.
pub(super) fn tables(page: Doc, scope: &Scope<'_>, all: &[UsageRow]) -> Doc {
    if all.is_empty() {
        return page.text(said::usage_no_contract());
    }
    let with_allowance = all.iter().filter(|usage| usage.used.is_some());
    let rows: Vec<_> = with_allowance
        .map(|usage| {
            let granted = agreed(usage, |used| used.balance.available());
            // a row says once that it counts cases
            let is_said = matches!(granted, Cell::Cases(_));
            let beside = |cell: Cell| match cell {
                Cell::Cases(cases) if is_said => Cell::Number(cases),
                cell => cell,
            };
            let left = match usage.contract_usage.state.is_over() {
                true => Cell::Absent,
                false => agreed(usage, |used| used.left),
            };
            vec![
                Cell::Id(usage.contract_usage.contract.0),
                Cell::code(usage.contract_usage.customer.clone()),
                of(usage, |used| Cell::text(&used.allowance.title)),
                granted,
                beside(amount(usage, |used| Some(used.balance.used))),
                beside(left),
                beside(amount(usage, overage_if_any)),
                of(usage, |used| last_day_of(usage, used)),
                of(usage, |used| at_this_pace(usage, used)),
            ]
        })
        .collect();
    let page = match rows.is_empty() {
        true => page.text(said::usage_no_allowance()),
        false => page.block(of_whom(
            scope,
            DocTable::keyed(
                [
                    "contract",
                    "customer",
                    "allowance",
                    "granted",
                    "used",
                    "left",
                    "overage",
                    "until",
                    "pace_until",
                ],
                rows,
            ),
        )),
    };
    let columns = ["contract", "customer", "plan", "seats_used", "seats_of"];
    let seats = DocTable::keyed(columns, seats(all));
    page.heading(said::usage_seats())
        .block(of_whom(scope, seats))
}

/// The last day of an allowance's period, where its contract is.
fn last_day_of(usage: &UsageRow, used: &Used) -> Cell {
    let until = used.balance.until();
    let day = until.map(|until| Cell::Day(last_day(until, &usage.contract_usage.zone)));
    day.unwrap_or(Cell::Absent)
}

/// What was used beyond what there is; nothing where nothing was.
fn overage_if_any(used: &Used) -> Option<i64> {
    used.balance.overage_agreed().filter(|beyond| *beyond != 0)
}

fn seats(all: &[UsageRow]) -> Vec<Vec<Cell>> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for usage in all {
        let row = vec![
            Cell::Id(usage.contract_usage.contract.0),
            Cell::code(usage.contract_usage.customer.clone()),
            Cell::text(usage.contract_usage.plan_title()),
            count(usage.contract_usage.seated.len()),
            limit(&usage.contract_usage),
        ];
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

/// How many seats there are, in a word where it is no number.
pub(super) fn limit(contract_usage: &ContractUsage) -> Cell {
    use crate::core::terms::{Agreed, Seats};
    match &contract_usage.terms.contacts {
        Agreed::Is(Seats::AtMost(most)) => Cell::Number(i64::from(*most)),
        Agreed::Is(Seats::Unlimited) => Cell::word_of("unlimited"),
        Agreed::Open | Agreed::OneOf(_) => Cell::word_of(NOT_PROMISED),
    }
}

/// An amount that may not be agreed: then it is so said, and never zero.
fn agreed(usage: &UsageRow, of: impl Fn(&Used) -> Option<i64>) -> Cell {
    match amount(usage, of) {
        Cell::Absent => Cell::word_of(NOT_PROMISED),
        amount => amount,
    }
}

fn at_this_pace(usage: &UsageRow, used: &Used) -> Cell {
    // a pace is known to the day at best
    let day = |at: Instant| Cell::Day(usage.contract_usage.zone.wall(at).date());
    match used.pace {
        Pace::NotAgreed => Cell::Absent,
        Pace::Lasts => Cell::word_of("lasts"),
        Pace::Until(at) => day(at),
        Pace::UsedUp(at) => Cell::Said(said::used_up_on(day(at))),
    }
}

/// The usages as objects of all their columns but the ledger.
pub(super) fn objects(all: &[UsageRow]) -> Cell {
    let columns = &COLUMNS[..COLUMNS.len() - 1];
    Cell::List(all.iter().map(|usage| record(columns, usage)).collect())
}

/// The fields of the list.
pub(super) fn fields() -> ListFields {
    ListFields::of(NAME, COLUMNS).asked(TICKET_KEYS)
}
