//! `report metrics`: how the desk stands, for a program that watches it.

use std::collections::{BTreeMap, HashMap};

use clap::Args;

use super::about::ReportArgs;
use super::clocks;
use super::contract_usage::zone;
use super::moved::MovedSince;
use super::scope::{DefaultPeriod, Scope};
use crate::commands::Input;
use crate::commands::args::{PrintArgs, Read};
use crate::context::{Allowances, Context};
use crate::core::entitlement::AllowanceUnit;
use crate::core::model::{EventId, State, TicketNo};
use crate::core::report::{Attainment, CountedTickets, TicketLists};
use crate::core::sla::ClockState;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::{Metric, MetricKind, Outcome, open_metrics};
use crate::settings::Output;
use crate::store::{Condition, TicketQuery, TicketTest};
use crate::wording::metrics as words;

/// Print how the desk stands, as OpenMetrics
///
/// Tickets that are not done, clocks that are overdue or at risk, what is left of allowances; and, of
/// this month, how many clocks were met and breached.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk report metrics\n  sladesk report metrics customer:acme -o sladesk.prom"
)]
pub(crate) struct ReportMetrics {
    /// `key:value` pairs and words; `sladesk help filters` lists the keys
    #[arg(value_name = "FILTER")]
    filter: Vec<String>,
    #[command(flatten)]
    read: Read,
}

/// By which the tickets of a desk are told apart.
type PriorityAndLine = (Option<String>, Option<String>);

impl ReportMetrics {
    /// The families, as text.
    ///
    /// # Errors
    /// What was asked for cannot be read, or the desk's file cannot.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        if context.settings.format.is_some() || context.settings.fields.is_some() {
            let (says, hint) = words::ONE_FORM;
            return Err(Failure::usage(says).hint(hint));
        }
        if matches!(context.settings.output, Output::Folder(_)) {
            let (says, hint) = words::ONE_FILE;
            return Err(Failure::usage(says).hint(hint));
        }
        let about = ReportArgs {
            filter: self.filter,
            period: None,
            print: PrintArgs::default(),
            read: self.read,
        };
        let _still = context.store()?.snapshot()?;
        let mut scope = Scope::of(context, &about, DefaultPeriod::ThisMonth)?;
        scope.asks_no_clock(words::NAME)?;
        let open = open_tickets(&scope)?;
        let mut metrics = Vec::from(of_tickets(&open));
        metrics.extend(of_live_clocks(&scope, &open)?);
        metrics.extend(of_allowances(&mut scope)?);
        let moved = MovedSince::read(context, &mut scope)?;
        let (tally, order) = clocks::tally(&mut scope, &moved, &[], TicketLists::Dropped)?;
        metrics.extend(of_decided(&tally.finish(&order), scope.window.from));
        Ok(Outcome::verbatim(open_metrics(&metrics)))
    }
}

/// A ticket that is not done.
struct WatchedTicket {
    opened: Instant,
    by: PriorityAndLine,
}

fn open_tickets(scope: &Scope<'_>) -> Result<HashMap<TicketNo, WatchedTicket>, Failure> {
    let active = State::ALL.into_iter().filter(|state| state.is_active());
    let active = Condition::from(TicketTest::State(active.collect()));
    let query = TicketQuery::of(active.and(scope.condition.clone()));
    let mut open = HashMap::new();
    scope.tables.each_ticket(&query, |row| {
        let ticket = WatchedTicket {
            opened: row.opened,
            by: (row.priority, number_of(row.line_number)),
        };
        open.insert(row.number, ticket);
        Ok(())
    })?;
    Ok(open)
}

/// A line by its number, as filters ask for it: its title is long, and may be another tomorrow.
fn number_of(line: Option<u32>) -> Option<String> {
    line.map(|line| line.to_string())
}

fn of_tickets(open: &HashMap<TicketNo, WatchedTicket>) -> [Metric; 2] {
    let mut counted: BTreeMap<&PriorityAndLine, (u64, Instant)> = BTreeMap::new();
    for ticket in open.values() {
        let (count, oldest) = counted.entry(&ticket.by).or_insert((0, ticket.opened));
        *count += 1;
        *oldest = ticket.opened.min(*oldest);
    }
    let mut all = Metric::new("sladesk_tickets_open", MetricKind::Gauge, words::OPEN);
    let mut oldest = Metric::new(
        "sladesk_ticket_oldest_opened_timestamp_seconds",
        MetricKind::Gauge,
        words::OLDEST,
    )
    .unit("seconds");
    for ((priority, line), (count, opened)) in counted {
        let labels = [("priority", priority.as_deref()), ("line", line.as_deref())];
        all.sample(&labels, i64::try_from(count).unwrap_or(i64::MAX));
        oldest.sample(&labels, opened.0);
    }
    [all, oldest]
}

/// Clocks that are overdue and those that are at risk; zero of those that could be.
fn of_live_clocks(
    scope: &Scope<'_>,
    open: &HashMap<TicketNo, WatchedTicket>,
) -> Result<[Metric; 2], Failure> {
    let at = scope.reading.at();
    let mut counted: BTreeMap<(String, PriorityAndLine), (i64, i64)> = BTreeMap::new();
    for clock in scope.tables.live_clocks(&scope.condition)? {
        let line = match open.get(&clock.ticket) {
            Some(ticket) => ticket.by.1.clone(),
            None => {
                let row = scope.tables.ticket(clock.ticket)?;
                number_of(row.and_then(|row| row.line_number))
            }
        };
        let state = clock.state(at);
        let at_risk = clock.at_risk.is_some_and(|since| since <= at);
        let by = (clock.milestone, (Some(clock.priority), line));
        let (overdue, risky) = counted.entry(by).or_default();
        *overdue += i64::from(state == ClockState::Breached);
        *risky += i64::from(state == ClockState::Running && at_risk);
    }
    let mut overdue = Metric::new("sladesk_clocks_overdue", MetricKind::Gauge, words::OVERDUE);
    let mut at_risk = Metric::new("sladesk_clocks_at_risk", MetricKind::Gauge, words::AT_RISK);
    for ((milestone, (priority, line)), (broken, risky)) in &counted {
        let labels = [
            ("milestone", Some(milestone.as_str())),
            ("priority", priority.as_deref()),
            ("line", line.as_deref()),
        ];
        overdue.sample(&labels, *broken);
        at_risk.sample(&labels, *risky);
    }
    Ok([overdue, at_risk])
}

/// What is left of the allowances of contracts that are in force.
fn of_allowances(scope: &mut Scope<'_>) -> Result<[Metric; 2], Failure> {
    let mut cases = Metric::new(
        "sladesk_allowance_left_cases",
        MetricKind::Gauge,
        words::CASES_LEFT,
    );
    let mut time = Metric::new(
        "sladesk_allowance_left_seconds",
        MetricKind::Gauge,
        words::TIME_LEFT,
    )
    .unit("seconds");
    let at = scope.reading.at();
    for account in scope.customers.accounts()?.iter() {
        for contract in account.in_force(at) {
            let zone = zone(scope, account, contract)?;
            let rules_cache = &mut scope.reading.rules_cache;
            let stands = Allowances::of(scope.tables, rules_cache, contract, &zone)?;
            for (allowance, balance) in stands.balances_by(at, EventId(i64::MAX)) {
                let Some(left) = stands.left(&balance, at) else {
                    continue;
                };
                let contract = contract.id.to_string();
                let labels = [
                    ("customer", Some(account.customer.key.as_str())),
                    ("contract", Some(contract.as_str())),
                    ("allowance", Some(allowance.id.as_str())),
                ];
                match balance.unit {
                    AllowanceUnit::Cases => cases.sample(&labels, left),
                    AllowanceUnit::Hours => time.sample(&labels, left),
                }
            }
        }
    }
    Ok([cases, time])
}

/// The clocks that were decided since an instant.
fn of_decided(attainment: &Attainment, since: Instant) -> [Metric; 2] {
    let counter = MetricKind::CounterSince(since);
    let mut met = Metric::new("sladesk_clocks_met", counter, words::MET);
    let mut breached = Metric::new("sladesk_clocks_breached", counter, words::BREACHED);
    for line in &attainment.lines {
        let labels = [
            ("milestone", line.milestone.as_deref()),
            ("priority", line.priority.as_deref()),
        ];
        let count = |tickets: &CountedTickets| i64::try_from(tickets.len()).unwrap_or(i64::MAX);
        met.sample(&labels, count(&line.figures.met));
        breached.sample(&labels, count(&line.figures.breached));
    }
    [met, breached]
}
