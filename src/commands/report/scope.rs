//! What a report is about: which tickets, which time, and how far the record is known.

use std::rc::Rc;

use super::about::ReportArgs;
use super::moved_owners::OwnersOfMoved;
use super::report_customers::ReportCustomers;
use super::report_terms::ReportTerms;
use crate::almanac;
use crate::context::{Context, Reading, TraitTest, whole_subject};
use crate::core::account::Account;
use crate::core::calendar::ZoneRules;
use crate::core::filter::{CLOCK_KEYS, FilterTerm, FilterTest, filter};
use crate::core::model::{CustomerId, TicketNo};
use crate::core::report::Window;
use crate::core::text::Language;
use crate::core::time::{Direction, LocalNow, Period, period};
use crate::failure::Failure;
use crate::render::{Doc, Paper, Progress};
use crate::store::{AsOf, Condition, CustomerRow, Tables, TicketTest};
use crate::wording::asked;

/// Which time a report is about when nobody says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DefaultPeriod {
    /// What has passed of this quarter.
    ThisQuarter,
    /// What has passed of this month.
    ThisMonth,
    /// What is over: a report on it stays as it is.
    LastQuarter,
}

impl DefaultPeriod {
    fn word(self) -> &'static str {
        match self {
            DefaultPeriod::ThisQuarter => "this-quarter",
            DefaultPeriod::ThisMonth => "this-month",
            DefaultPeriod::LastQuarter => "last-quarter",
        }
    }
}

/// What a report is about.
pub(super) struct Scope<'d> {
    pub reading: Reading<'d>,
    /// The tables as its view knows them.
    pub tables: Tables<'d>,
    pub period: Period,
    pub window: Window,
    /// In which the period was read: of the contract for one customer, else the desk's.
    pub zone: ZoneRules,
    /// The words of the filter that its page says, as typed.
    pub words: Vec<String>,
    pub condition: Condition,
    /// Which clocks of the tickets the filter asks for.
    pub traits: TraitTest,
    /// The customers that it can be about.
    pub customers: ReportCustomers<'d>,
    /// The terms of their contracts.
    pub terms: ReportTerms,
    /// Whether the filter asks for customers and nothing else.
    pub whole_customers: bool,
    /// In which its page is written.
    pub language: Language,
    /// The paper of its page.
    pub paper: Paper,
    /// The customer, when the report is about one.
    pub customer: Option<(CustomerRow, Account)>,
    /// What its account manager and its engineer are called.
    pub manager: Option<String>,
    pub engineer: Option<String>,
    /// Whose the moved tickets were, where that was read once for several customers.
    pub owners: Option<Rc<OwnersOfMoved>>,
    /// Whether a page may be shown: of figures alone no sentence is drawn.
    wants_page: bool,
    /// How far the reading of its tickets has come; none where a report is one of several.
    progress: Option<Progress>,
}

/// So many tickets are read before anybody has looked.
const AT_ONCE: usize = 2_000;

impl<'d> Scope<'d> {
    /// Resolves what was typed.
    ///
    /// # Errors
    /// A filter, period or instant that cannot be read.
    pub(super) fn of(
        context: &'d Context,
        about: &ReportArgs,
        unsaid: DefaultPeriod,
    ) -> Result<Scope<'d>, Failure> {
        Scope::asking(context, about, unsaid, None)
    }

    /// The same of one customer alone, of those that the filter leaves.
    ///
    /// # Errors
    /// As [`Scope::of`].
    pub(super) fn of_one(
        context: &'d Context,
        about: &ReportArgs,
        unsaid: DefaultPeriod,
        only: CustomerId,
    ) -> Result<Scope<'d>, Failure> {
        Scope::asking(context, about, unsaid, Some(only))
    }

    fn asking(
        context: &'d Context,
        about: &ReportArgs,
        unsaid: DefaultPeriod,
        only: Option<CustomerId>,
    ) -> Result<Scope<'d>, Failure> {
        let mut reading = about.read.reading(context)?;
        let (mut condition, traits) = context.select_clocks_in(&about.filter, &mut reading)?;
        let tables = reading.tables_for(&condition)?;
        let (mut customers, whole_customers) = customers_of(&condition, tables)?;
        if let Some(only) = only {
            condition = condition.and(TicketTest::Customer(vec![only]).into());
            customers = Some(vec![only]);
        }
        let is_of_one = customers.as_ref().is_some_and(|named| named.len() == 1);
        let customers = ReportCustomers::of(tables, reading.view.known, customers);
        let customer = match is_of_one {
            true => Some(the_customer(&customers)?),
            false => None,
        };
        let [manager, engineer] = match &customer {
            Some((_, account)) => {
                let of = &account.customer;
                [
                    staff_name(of.account_manager.as_deref(), &customers)?,
                    staff_name(of.engineer.as_deref(), &customers)?,
                ]
            }
            None => [None, None],
        };
        let zone = zone(
            context,
            &mut reading,
            customer.as_ref().map(|(_, account)| account),
        )?;
        let here = LocalNow::new(reading.at(), &zone);
        let period = match &about.period {
            Some(period) => period.resolve(&here, Direction::Either)?,
            None => period(unsaid.word(), &here, Direction::Either)?,
        };
        let words = match only {
            Some(_) => words_without_customers(&about.filter, &here)?,
            None => about.filter.clone(),
        };
        let own = customer
            .as_ref()
            .and_then(|(_, of)| of.customer.language.as_deref());
        let language = about.print.or_of(own);
        reading.rules_cache.speak(language);
        let window = Window::of(&period, reading.at());
        Ok(Scope {
            language,
            paper: about.print.paper(),
            terms: ReportTerms::load(&customers, &window, &mut reading)?,
            window,
            reading,
            tables,
            period,
            zone,
            words,
            condition,
            traits,
            customers,
            whole_customers,
            customer,
            manager,
            engineer,
            owners: None,
            wants_page: context.settings.may_want_page(),
            progress: only.is_none().then(|| Progress::new(&context.settings)),
        })
    }

    /// Draws the page, where one may be shown.
    ///
    /// # Errors
    /// What `draw` fails with.
    pub(super) fn page_if_wanted(
        &self,
        draw: impl FnOnce() -> Result<Doc, Failure>,
    ) -> Result<Option<Doc>, Failure> {
        self.wants_page.then(draw).transpose()
    }

    /// From now on so many tickets are read one by one.
    pub(super) fn reads(&self, tickets: usize) {
        if let Some(progress) = self.progress.as_ref().filter(|_| tickets > AT_ONCE) {
            progress.steps("reading", tickets);
        }
    }

    /// One more of them was read.
    pub(super) fn read_one(&self) {
        if let Some(progress) = &self.progress {
            progress.step();
        }
    }

    /// How far the record is known.
    pub(super) fn known(&self) -> AsOf {
        self.reading.view.known
    }

    /// What a ticket is about; nothing where it is not known.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn subject(&self, ticket: TicketNo) -> Result<Option<String>, Failure> {
        let kept = self.tables.subject(ticket)?;
        let subject = kept.map(|kept| whole_subject(self.tables, ticket, kept));
        subject.transpose()
    }

    /// Refuses to ask for what clocks have of their own, in a report that is not one of clocks.
    ///
    /// # Errors
    /// The filter asks for it.
    pub(super) fn asks_no_clock(&self, report: &str) -> Result<(), Failure> {
        match self.traits.is_everything() {
            true => Ok(()),
            false => Err(refused(asked::no_clock(report))),
        }
    }

    /// Refuses to ask more of clocks than whose they are, in a report of what people did.
    ///
    /// # Errors
    /// The filter asks for it.
    pub(super) fn asks_of_people(&self) -> Result<(), Failure> {
        match self.traits.asks_beyond_people() {
            false => Ok(()),
            true => Err(refused(asked::only_people())),
        }
    }
}

/// What a filter asks beside whose the tickets are: on a page of one customer that one is named,
/// and no other may be.
fn words_without_customers(words: &[String], here: &LocalNow) -> Result<Vec<String>, Failure> {
    let names_customers = |term: &FilterTerm| {
        matches!(
            term.test,
            FilterTest::Key {
                key: "customer",
                ..
            }
        )
    };
    let mut left = Vec::new();
    for typed in words {
        let mut terms = filter(&[typed], CLOCK_KEYS, here)?.terms;
        if !terms.iter().any(names_customers) {
            left.push(typed.clone());
            continue;
        }
        terms.retain(|term| !names_customers(term));
        left.extend(terms.into_iter().map(|term| term.word));
    }
    Ok(left)
}

fn refused((message, hint): (String, &str)) -> Failure {
    Failure::usage(message).hint(hint)
}

/// The customers that a condition names, and whether it asks for nothing else.
fn customers_of(
    condition: &Condition,
    tables: Tables<'_>,
) -> Result<(Option<Vec<CustomerId>>, bool), Failure> {
    let conditions = match condition {
        Condition::All(all) => all.as_slice(),
        other => std::slice::from_ref(other),
    };
    let mut named: Option<Vec<CustomerId>> = None;
    let mut whole = true;
    for condition in conditions {
        let ids = match condition {
            Condition::Is(TicketTest::Customer(ids)) => ids.clone(),
            Condition::Is(TicketTest::Text(field, keys)) if field.key == "account_manager" => {
                let all = tables.customers()?.into_iter();
                let theirs = all.filter(|row| keys.contains(&row.account_manager));
                theirs.map(|row| row.id).collect()
            }
            Condition::Is(TicketTest::Contract(contracts)) => {
                whole = false;
                let mut ids = Vec::new();
                for contract in contracts {
                    ids.extend(tables.contract(*contract)?.map(|row| row.customer));
                }
                ids
            }
            _ => {
                whole = false;
                continue;
            }
        };
        named = Some(match named {
            Some(known) => known.into_iter().filter(|id| ids.contains(id)).collect(),
            None => ids,
        });
    }
    Ok((named, whole))
}

fn the_customer(customers: &ReportCustomers<'_>) -> Result<(CustomerRow, Account), Failure> {
    let (rows, accounts) = (customers.rows()?, customers.accounts()?);
    rows.first()
        .cloned()
        .zip(accounts.first().cloned())
        .ok_or_else(|| {
            Failure::not_found("that customer was not known then")
                .hint("look later: `--as-of` hides what was recorded after it")
        })
}

/// The name of one of the desk's people; the word that was typed where it is nobody's key.
fn staff_name(
    key: Option<&str>,
    customers: &ReportCustomers<'_>,
) -> Result<Option<String>, Failure> {
    let Some(key) = key else {
        return Ok(None);
    };
    let staff = customers.staff()?;
    let of = staff.iter().find(|one| one.row.key == key);
    Ok(Some(of.map_or_else(
        || key.to_owned(),
        |one| one.row.name.clone(),
    )))
}

/// The zone of the customer's contract, else of the customer, else of the desk.
fn zone(
    context: &Context,
    reading: &mut Reading<'_>,
    account: Option<&Account>,
) -> Result<ZoneRules, Failure> {
    let at = reading.at();
    let name = account.and_then(|account| {
        let in_force = account.in_force(at).next();
        let contract = in_force.or(account.contracts.last());
        let of_contract = contract.and_then(|contract| contract.zone.clone());
        of_contract.or_else(|| account.customer.zone.clone())
    });
    match name {
        None => Ok(context.zones()?.desk.clone()),
        Some(name) if reading.rules_cache.has_zone(&name) => {
            reading.rules_cache.zone_rules(reading.store, &name)
        }
        Some(name) => Ok(almanac::zone(&name)?),
    }
}
