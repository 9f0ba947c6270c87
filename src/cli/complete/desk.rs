//! What the desk knows, as words to offer. An offer is a kindness: whatever goes wrong, nothing is
//! offered and nothing is said. What is read does not grow with the history.

use super::line::TypedLine;
use super::offer::Offer;
use crate::context::Context;
use crate::core::model::{EventId, State, TicketNo};
use crate::core::sla::Rulebook;
use crate::core::terms::Terms;
use crate::core::text::{ERASED, visible_line};
use crate::failure::Failure;
use crate::store::{Condition, CustomerRow, TicketQuery, TicketTest};

/// More than these are no help any more.
const MOST: u32 = 50;

/// What can be offered on the desk that a line means.
#[derive(Clone, Debug)]
pub(crate) struct DeskWords {
    line: TypedLine,
}

impl DeskWords {
    /// Of the desk that is meant by a line.
    pub(super) fn of(line: TypedLine) -> DeskWords {
        DeskWords { line }
    }

    /// The words of one kind (a field of tickets, a noun) that begin so.
    pub(super) fn beginning(&self, kind: &str, with: &str) -> Vec<Offer> {
        let Some(settings) = self.line.settings() else {
            return Vec::new();
        };
        let found = self.found(&Context::new(settings), kind, with);
        let found = found.unwrap_or_default();
        let fits = |offer: &Offer| offer.word.starts_with(with);
        found.into_iter().filter(fits).collect()
    }

    fn found(&self, context: &Context, kind: &str, with: &str) -> Result<Vec<Offer>, Failure> {
        Ok(match kind {
            "tickets" | "other" | "into" => tickets(context, with)?,
            "customer" => customers(context, with)?,
            "contact" | "email" | "replaces" | "told" => contacts(context, with)?,
            "who" => [contacts(context, with)?, customers(context, with)?].concat(),
            "contract" => contracts(context, with)?,
            "plan" | "old" | "new" | "compared" => plans(context)?,
            "assignee" | "account_manager" | "engineer" | "held_by" | "actor" | "staff" => {
                staff(context)?
            }
            "filters" => saved(context),
            "lines" => self.found(context, "line", with)?,
            "held_line" => self.found(context, "line_number", with)?,
            "signed_plan" => of_record(context, "plan")?,
            kind => {
                let terms = self.terms(context)?;
                let offers = terms.map_or_else(Vec::new, |terms| of_terms(&terms, kind));
                match offers.is_empty() {
                    true => of_record(context, kind)?,
                    false => offers,
                }
            }
        })
    }

    /// The terms of the ticket that the line is about, else those of whoever stands first.
    fn terms(&self, context: &Context) -> Result<Option<Terms>, Failure> {
        let store = context.store()?;
        let event = match self.line.ticket {
            Some(number) => store.ticket(number)?.and_then(|row| row.terms),
            None => None,
        };
        let event = match (event, &self.line.first) {
            (Some(event), _) => Some(event),
            (None, Some(who)) => terms_of(context, who)?,
            (None, None) => None,
        };
        let Some(event) = event else { return Ok(None) };
        let mut rules = context.rules_cache()?;
        rules.load_terms(store, event)?;
        Ok(rules.terms(event).cloned())
    }
}

/// The words of a field that the record knows.
fn of_record(context: &Context, field: &str) -> Result<Vec<Offer>, Failure> {
    let words = context.store()?.present().known_words(field)?;
    Ok(words.into_iter().map(Offer::bare).collect())
}

/// The terms that were agreed last with a customer, or with that of a contact.
fn terms_of(context: &Context, who: &str) -> Result<Option<EventId>, Failure> {
    let tables = context.store()?.present();
    let customer = match who.contains('@') {
        true => {
            let contacts = tables.contacts_of_email(who)?;
            contacts.first().map(|contact| contact.row.customer)
        }
        false => tables.customer_of_key(who)?.map(|row| row.id),
    };
    let Some(customer) = customer else {
        return Ok(None);
    };
    let contracts = tables.contracts_of(customer)?;
    let Some(contract) = contracts.iter().rev().find(|row| !row.void) else {
        return Ok(None);
    };
    let terms = tables.terms_of(contract.id)?;
    Ok(terms.last().map(|terms| terms.event))
}

/// The words of a kind that terms have.
fn of_terms(terms: &Terms, kind: &str) -> Vec<Offer> {
    let words = |words: &[crate::core::terms::Word]| -> Vec<Offer> {
        let words = words.iter();
        words
            .map(|word| Offer::new(&word.id, &word.title))
            .collect()
    };
    match kind {
        "priority" | "to" => {
            let all = terms.priorities.iter();
            all.map(|p| Offer::new(&p.id, &p.title)).collect()
        }
        "channel" => {
            let all = terms
                .channels
                .iter()
                .filter(|c| c.included && !c.self_service);
            all.map(|c| Offer::new(&c.id, &c.title)).collect()
        }
        "topic" => {
            let all = terms.topics.iter();
            all.map(|t| Offer::new(&t.id, &t.title)).collect()
        }
        "reason" => {
            let all = terms.changes.iter();
            all.map(|change| Offer::new(&change.id, &change.title))
                .collect()
        }
        "milestone" => {
            let all = terms.milestones.iter();
            all.map(|m| Offer::new(&m.id, &m.title)).collect()
        }
        "allowance" => {
            let all = terms.allowances.iter();
            all.map(|a| Offer::new(&a.id, &a.title)).collect()
        }
        "line" => terms.lines.iter().map(Offer::bare).collect(),
        "ground" => words(&terms.exclusions),
        "environment" => words(&terms.environments),
        "component" => words(&terms.components),
        "impact" => words(&terms.impacts),
        "urgency" => words(&terms.urgencies),
        _ => Vec::new(),
    }
}

/// The newest tickets whose number begins so, each with its subject; nothing typed yet: those that
/// are not done, mine first.
fn tickets(context: &Context, with: &str) -> Result<Vec<Offer>, Failure> {
    let (before, last) = match with.rfind([',', '-']) {
        Some(end) => with.split_at(end + 1),
        None => ("", with),
    };
    if let Some(name) = last.strip_prefix('@') {
        let fits = |offer: &Offer| offer.word[1..].starts_with(name);
        return Ok(saved(context).into_iter().filter(fits).collect());
    }
    let store = context.store()?;
    let mut found: Vec<(TicketNo, String)> = Vec::new();
    if last.is_empty() {
        let active = State::ALL.into_iter().filter(|state| state.is_active());
        let active = Condition::from(TicketTest::State(active.collect()));
        let me = vec![Some(context.actor().to_owned())];
        let mine = active.clone().and(TicketTest::text("assignee", me).into());
        for condition in [mine, active] {
            let query = TicketQuery {
                limit: Some(MOST),
                ..TicketQuery::of(condition)
            };
            for row in store.present().tickets(&query)? {
                let one = (row.number, row.subject);
                if found.len() < MOST as usize && !found.contains(&one) {
                    found.push(one);
                }
            }
        }
    }
    let newest = store.newest_ticket(crate::store::AsOf::All)?;
    for range in beginning(last, newest.unwrap_or(TicketNo(0))) {
        let left = MOST.saturating_sub(u32::try_from(found.len()).unwrap_or(MOST));
        found.extend(store.newest_within(range, left)?);
    }
    let offer = |(number, subject): (TicketNo, String)| {
        Offer::new(format!("{before}{number}"), visible_line(&subject))
    };
    Ok(found.into_iter().map(offer).collect())
}

/// The ranges of the numbers that begin with these digits, the highest first.
fn beginning(digits: &str, newest: TicketNo) -> Vec<(TicketNo, TicketNo)> {
    let Some(first) = digits.parse::<i64>().ok().filter(|first| *first > 0) else {
        return Vec::new();
    };
    let mut ranges = Vec::new();
    let (mut from, mut to) = (first, first);
    while from <= newest.0 {
        ranges.push((TicketNo(from), TicketNo(to)));
        let (Some(next_from), Some(next_to)) = (from.checked_mul(10), to.checked_mul(10)) else {
            break;
        };
        (from, to) = (next_from, next_to + 9);
    }
    ranges.reverse();
    ranges
}

fn customers(context: &Context, with: &str) -> Result<Vec<Offer>, Failure> {
    let found = context.store()?.present().customers_beginning(with, MOST)?;
    let offer = |row: CustomerRow| Offer::new(row.key, visible_line(&row.name));
    Ok(found.into_iter().map(offer).collect())
}

fn contacts(context: &Context, with: &str) -> Result<Vec<Offer>, Failure> {
    let found = context.store()?.present().contacts_beginning(with, MOST)?;
    let known = found
        .into_iter()
        .filter(|contact| contact.row.email != ERASED);
    let offers = known.map(|contact| {
        let name = visible_line(&contact.row.name).into_owned();
        Offer::new(contact.row.email, name)
    });
    Ok(offers.collect())
}

/// The contracts of the customers whose key begins so, by the customer's key and by number.
fn contracts(context: &Context, with: &str) -> Result<Vec<Offer>, Failure> {
    let tables = context.store()?.present();
    if let Ok(number) = with.parse() {
        let found = tables.contract(crate::core::model::ContractId(number))?;
        let offer = found.map(|row| Offer::new(row.id.to_string(), row.plan));
        return Ok(offer.into_iter().collect());
    }
    let mut offers = Vec::new();
    for customer in tables.customers_beginning(with, MOST)? {
        let contracts = tables.contracts_of(customer.id)?;
        let plans: Vec<String> = contracts.iter().map(|row| row.plan.clone()).collect();
        if !plans.is_empty() {
            offers.push(Offer::new(customer.key, plans.join(", ")));
        }
    }
    Ok(offers)
}

fn staff(context: &Context) -> Result<Vec<Offer>, Failure> {
    let found = context.store()?.present().staff()?.into_iter();
    let offer = found.map(|one| {
        let name = visible_line(&one.row.name).into_owned();
        Offer::new(one.row.key, name)
    });
    Ok(offer.collect())
}

fn plans(context: &Context) -> Result<Vec<Offer>, Failure> {
    let catalogue = context.catalogue()?;
    let mut offers = Vec::new();
    for vendor in catalogue.vendors() {
        for found in catalogue.find_all(vendor).unwrap_or_default() {
            offers.push(Offer::new(&found.called, found.terms().title));
        }
    }
    Ok(offers)
}

/// The saved filters, those that are built in among them.
fn saved(context: &Context) -> Vec<Offer> {
    let own = context.settings.file.filters.iter();
    let own = own.map(|(name, (words, _))| Offer::new(format!("@{name}"), words));
    let built_in = ["mine", "free"].map(|name| Offer::bare(format!("@{name}")));
    built_in.into_iter().chain(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_a_number_means_ranges() {
        let ranges = |digits, newest| {
            let ranges = beginning(digits, TicketNo(newest)).into_iter();
            ranges.map(|(from, to)| (from.0, to.0)).collect::<Vec<_>>()
        };
        assert_eq!(ranges("42", 5000), [(4200, 4299), (420, 429), (42, 42)]);
        assert_eq!(ranges("9", 50), [(9, 9)]);
        assert!(ranges("0", 50).is_empty() && ranges("x", 50).is_empty());
    }
}
