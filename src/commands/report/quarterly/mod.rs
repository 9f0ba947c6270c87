//! `report quarterly`: what a customer, or the desk, is told of a period. How far each promise
//! was kept and what was never promised, what came and went, what broke and why, what was used,
//! which terms held, and what has changed in the period since it was over.

mod acts;
mod page;
mod since;
mod summary;
mod terms;

use std::collections::BTreeSet;

use clap::Args;

use super::about::ReportArgs;
use super::by::{self, GroupField, GroupNames, values};
use super::grouping::{Grouping, WithTickets};
use super::moved::MovedSince;
use super::scope::{DefaultPeriod, Scope};
use super::sla::{count, ids, objects};
use super::usage::{UsageRow, usages};
use super::{breaches, contract_usage, head, sla, tickets_in_period, usage};
use crate::commands::Input;
use crate::commands::list_fields::ListFields;
use crate::context::{Context, account_history};
use crate::core::account::Account;
use crate::core::filter::TICKET_KEYS;
use crate::core::model::{EventId, TicketNo};
use crate::core::report::{
    Attainment, CauseTickets, ClockTally, PromisedTarget, TicketActivity, Volumes, promised,
    volumes,
};
use crate::failure::Failure;
use crate::render::{Cell, Field, Listing, Outcome, PagePreference, record};
use acts::Acts;
use breaches::Breach;
use terms::{ContractInPeriod, FactRow, NotPromisedRow};

const NAME: &str = "report quarterly";

/// All that the report tells, before it is written in any format.
struct QuarterlyAnswer {
    by: Vec<GroupField>,
    attainment: Attainment,
    /// Of the customers of a desk's report: attainment of each.
    customers: Vec<(String, Attainment)>,
    volumes: Volumes,
    breaches: Vec<Breach>,
    causes: Vec<CauseTickets>,
    acts: Acts,
    usages: Vec<UsageRow>,
    held: Vec<ContractInPeriod>,
    not_promised: Vec<NotPromisedRow>,
    also_said: Vec<FactRow>,
    changed: since::Changed,
}

/// Report a quarter: one customer, or the desk
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk report quarterly customer:acme --period 2026Q3\n  sladesk report quarterly --period last-quarter -f markdown -o q3.md"
)]
pub(crate) struct ReportQuarterly {
    #[command(flatten)]
    grouping: Grouping,
    #[command(flatten)]
    with_tickets: WithTickets,
    #[command(flatten)]
    about: ReportArgs,
}

impl ReportQuarterly {
    /// The page, and its sections as an object.
    ///
    /// # Errors
    /// What was asked for cannot be read, or the desk's file cannot.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let mut scope = Scope::of(context, &self.about, DefaultPeriod::LastQuarter)?;
        scope.asks_no_holder(NAME)?;
        let quarter = gather(context, &mut scope, self.grouping.fields())?;
        let page = page::page(&scope, &quarter, self.with_tickets.tickets)?;
        let (keys, row): (Vec<Field>, Vec<Cell>) =
            sections(&scope, &quarter, self.with_tickets.tickets)?
                .into_iter()
                .map(|(key, cell)| (Field::named(key), cell))
                .unzip();
        let listing = Listing::ready(NAME, keys, vec![row])
            .single()
            .page(PagePreference::Page, page);
        Ok(Outcome::listing(listing).in_zone(scope.zone))
    }
}

fn gather(
    context: &Context,
    scope: &mut Scope<'_>,
    by: Vec<GroupField>,
) -> Result<QuarterlyAnswer, Failure> {
    let names = GroupNames::read(scope, &by)?;
    let window = scope.window;
    let mut tally = ClockTally::new(window);
    let mut each: Vec<(crate::core::model::CustomerId, ClockTally)> = Vec::new();
    let mut activities: Vec<TicketActivity> = Vec::new();
    let mut broken = Vec::new();
    let mut acts = Acts::default();
    let moved = MovedSince::read(context, scope)?;
    let numbers = moved.touched(scope)?;
    let mut seen = numbers.clone();
    seen.extend(moved.moves.iter().map(|moved| moved.ticket));
    for number in numbers {
        let Some(in_period) = moved.in_period(scope, number)? else {
            continue;
        };
        let rules_cache = &scope.reading.rules_cache;
        let group = values(&in_period.row(rules_cache), &by, &names);
        let customer = in_period.ticket.customer;
        if !each.iter().any(|(id, _)| *id == customer) {
            each.push((customer, ClockTally::new(window)));
        }
        let own = each.iter_mut().find(|(id, _)| *id == customer);
        let (_, own) = own.expect("put there above");
        for row in &in_period.clocks {
            let held = in_period.held_in_period(row.clone(), &window, rules_cache);
            tally.add(&held, &by::of_clock(group.clone(), &by, &held));
            own.add(row, &[]);
        }
        broken.extend(breaches::all(scope, std::slice::from_ref(&in_period))?);
        acts.see(scope, &in_period)?;
        activities.push(in_period.activity);
    }
    for number in tickets_written_since(scope)?.difference(&seen) {
        if let Some(in_period) = tickets_in_period::fold_one(scope, *number)? {
            acts.earlier_breaches(scope, &in_period);
        }
    }
    broken.sort_by_key(|breach: &Breach| (breach.row.breach, breach.row.ticket, breach.row.n));
    let accounts = accounts(scope)?;
    let mut usages_of = Vec::new();
    let mut held = Vec::new();
    let mut not_promised = Vec::new();
    let mut also_said = Vec::new();
    let mut promises: Vec<PromisedTarget> = Vec::new();
    for account in &accounts {
        for contract_usage in contract_usage::contract_usages(scope, account)? {
            if scope.customer.is_some() {
                promises.extend(promised(&contract_usage.terms));
            }
            held.push(ContractInPeriod::of(
                &contract_usage,
                account,
                scope.window.last(),
                &scope.zone,
            ));
            not_promised.extend(terms::not_promised(&contract_usage));
            also_said.extend(terms::also_said(&contract_usage));
            usages_of.extend(usages(contract_usage));
        }
    }
    let order = terms::milestones(&usages_of);
    let mut attainment = tally.finish(&order);
    if by.is_empty() {
        attainment.add_promises(&promises);
    }
    let rows: Vec<_> = broken.iter().map(|breach| breach.row.clone()).collect();
    let causes = crate::core::report::breaches(&rows, &window).causes();
    let mut customers = Vec::new();
    for (id, own) in each {
        let row = scope.tables.customer(id)?;
        customers.push((
            row.map_or_else(|| id.to_string(), |row| row.key),
            own.finish(&order),
        ));
    }
    customers.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(QuarterlyAnswer {
        by,
        attainment,
        customers: if scope.customer.is_none() {
            customers
        } else {
            Vec::new()
        },
        volumes: volumes(&activities, &window),
        breaches: broken,
        causes,
        acts,
        usages: usages_of,
        held,
        not_promised,
        also_said,
        changed: since::changed(context, scope, moved)?,
    })
}

/// The tickets to which something was written since the period began: what is told late is about
/// something that happened before it. A filter that asks for more than customers lists none.
fn tickets_written_since(scope: &Scope<'_>) -> Result<BTreeSet<TicketNo>, Failure> {
    if !(scope.whole_customers || scope.customers.is_none()) {
        return Ok(BTreeSet::new());
    }
    let store = scope.reading.store;
    let before = match store.known_at(scope.window.from.plus(-1))? {
        Some(entry) => store.last_event_of(entry.id)?,
        None => EventId(0),
    };
    let mut found = BTreeSet::new();
    for number in store.tickets_after(before)? {
        let row = scope.tables.ticket(number)?;
        if row.is_some_and(|row| scope.covers(row.customer)) {
            found.insert(number);
        }
    }
    Ok(found)
}

/// The customers that the report is about, as far as they are known.
fn accounts(scope: &Scope<'_>) -> Result<Vec<Account>, Failure> {
    if let Some((_, account)) = &scope.customer {
        return Ok(vec![account.clone()]);
    }
    let mut accounts = Vec::new();
    for row in scope.all_customers()? {
        let history = account_history(scope.reading.store, row.id, scope.known())?;
        accounts.extend(Account::of(&history));
    }
    Ok(accounts)
}

/// The report as keys and values: its head, then a key for each section.
fn sections(
    scope: &Scope<'_>,
    quarter: &QuarterlyAnswer,
    tickets: bool,
) -> Result<Vec<(&'static str, Cell)>, Failure> {
    let (breached, corrected): (Vec<_>, Vec<_>) = quarter
        .breaches
        .iter()
        .cloned()
        .partition(|breach| breach.corrected.is_none());
    let mut sections = vec![
        ("title", Cell::text(page::title(scope))),
        ("period", head::period(scope)),
        ("customer", customer(scope)),
        ("contract", contract(quarter)),
        ("as_of", Cell::Instant(scope.reading.at())),
        ("seal", Cell::code(head::seal(scope)?)),
        (
            "attainment",
            objects(&quarter.attainment.lines, &quarter.by, tickets),
        ),
        (
            "totals",
            objects(&quarter.attainment.totals, &quarter.by, tickets),
        ),
        ("customers", customers(quarter)),
        ("volumes", volumes_of(&quarter.volumes, tickets)),
        ("breaches", breaches::objects(&breached)),
        ("causes", causes(&quarter.causes)),
        ("corrected", breaches::objects(&corrected)),
        ("earlier_breaches", quarter.acts.earlier()),
    ];
    sections.extend(quarter.acts.sections());
    sections.extend([
        ("allowances", usage::objects(&with_allowance(quarter))),
        ("seats", terms::seats(&quarter.held)),
        (
            "contracts",
            Cell::List(
                quarter
                    .held
                    .iter()
                    .map(|held| record(terms::HELD, held))
                    .collect(),
            ),
        ),
        (
            "not_promised",
            Cell::List(
                quarter
                    .not_promised
                    .iter()
                    .map(|open| record(terms::NOT_PROMISED, open))
                    .collect(),
            ),
        ),
        (
            "also_said",
            Cell::List(
                quarter
                    .also_said
                    .iter()
                    .map(|said| record(terms::ALSO_SAID, said))
                    .collect(),
            ),
        ),
        ("changed", quarter.changed.cell()),
    ]);
    Ok(sections)
}

fn with_allowance(quarter: &QuarterlyAnswer) -> Vec<UsageRow> {
    let with = quarter.usages.iter().filter(|usage| usage.used.is_some());
    with.cloned().collect()
}

fn customer(scope: &Scope<'_>) -> Cell {
    let Some((_, account)) = &scope.customer else {
        return Cell::Absent;
    };
    let customer = &account.customer;
    Cell::object([
        ("customer", Cell::code(customer.key.clone())),
        ("name", Cell::text(&customer.name)),
        (
            "account_manager",
            Cell::code_if(customer.account_manager.clone()),
        ),
        ("engineer", Cell::text_if(customer.engineer.clone())),
    ])
}

/// The contract, when there is one; `contracts` has them all.
fn contract(quarter: &QuarterlyAnswer) -> Cell {
    match quarter.held.as_slice() {
        [one] => Cell::Id(one.contract.0),
        _ => Cell::Absent,
    }
}

fn customers(quarter: &QuarterlyAnswer) -> Cell {
    let object = |(key, attainment): &(String, Attainment)| {
        let figures = attainment
            .total()
            .map(|line| line.figures.clone())
            .unwrap_or_default();
        Cell::object([
            ("customer", Cell::code(key.clone())),
            ("decided", count(figures.decided())),
            ("met", count(figures.met.len())),
            ("breached", count(figures.breached.len())),
            ("attainment", sla::share(figures.attainment())),
            ("open", count(figures.open.len())),
        ])
    };
    Cell::List(quarter.customers.iter().map(object).collect())
}

fn causes(causes: &[CauseTickets]) -> Cell {
    let object = |cause: &CauseTickets| {
        Cell::object([
            ("cause", Cell::code_if(cause.code.clone())),
            ("breached", count(cause.tickets.len())),
            ("tickets", ids(&cause.tickets)),
        ])
    };
    Cell::List(causes.iter().map(object).collect())
}

/// The counts, and with `--tickets` the tickets behind each.
fn volumes_of(volumes: &Volumes, tickets: bool) -> Cell {
    let lists = page::volume_lists(volumes);
    let counted = lists
        .iter()
        .map(|(key, list)| ((*key).into(), count(list.len())));
    let mut object: Vec<_> = counted.collect();
    for (key, groups) in [
        ("by_priority", &volumes.by_priority),
        ("by_channel", &volumes.by_channel),
        ("by_topic", &volumes.by_topic),
    ] {
        object.push((key.into(), grouped(key, groups, tickets)));
    }
    if tickets {
        let tickets_of_figures = lists.iter().map(|(key, list)| ((*key).into(), ids(list)));
        object.push(("tickets".into(), Cell::Object(tickets_of_figures.collect())));
    }
    Cell::Object(object)
}

fn grouped(key: &str, groups: &[(Option<String>, Vec<TicketNo>)], tickets: bool) -> Cell {
    let name = key.strip_prefix("by_").unwrap_or(key).to_owned();
    let object = |(value, list): &(Option<String>, Vec<TicketNo>)| {
        let mut object = vec![
            (name.clone().into(), Cell::code_if(value.clone())),
            ("opened".into(), count(list.len())),
        ];
        if tickets {
            object.push(("tickets".into(), ids(list)));
        }
        Cell::Object(object)
    };
    Cell::List(groups.iter().map(object).collect())
}

/// What its object has.
pub(super) fn fields() -> ListFields {
    ListFields::known(NAME, Vec::new()).asked(TICKET_KEYS)
}
