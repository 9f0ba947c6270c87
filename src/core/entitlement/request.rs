//! What is asked for, by whom, and how things stand when it is asked.

use chrono::NaiveDate;

use super::Balance;
use crate::core::account::{Account, Contact, Contract, last_day};
use crate::core::model::{ContractId, TicketWord};
use crate::core::terms::{Allowance, KindFacts, Terms};
use crate::core::text::{Misread, nearest};
use crate::core::time::Instant;
use crate::core::time::Local;

/// Whether a ticket is being opened or somebody only wants to know.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// What is not given is listed.
    #[default]
    Ask,
    /// What a ticket must name is demanded.
    Open,
}

/// A request. What is not given is listed, what is given is judged.
#[derive(Clone, Copy, Debug, Default)]
pub struct Request<'a> {
    /// What it is for: a rule may speak of openings only.
    pub purpose: Purpose,
    /// The address of who asks.
    pub contact: Option<&'a str>,
    /// How it comes in; none where it is not said.
    pub channel: Option<&'a str>,
    /// What it is about.
    pub topic: Option<&'a str>,
    /// How urgent it is to be.
    pub priority: Option<&'a str>,
    /// Where it happens.
    pub environment: Option<&'a str>,
    /// In what it happens.
    pub component: Option<&'a str>,
    /// Of which version.
    pub version: Option<&'a str>,
    /// In which language.
    pub language: Option<&'a str>,
}

impl Request<'_> {
    /// What it names, as kinds look at it.
    pub(super) fn kind_facts(&self) -> KindFacts {
        let words = [
            (TicketWord::Topic, self.topic),
            (TicketWord::Environment, self.environment),
            (TicketWord::Component, self.component),
            (TicketWord::Version, self.version),
        ];
        let named = words
            .into_iter()
            .filter_map(|(word, value)| Some((word, value?.to_owned())));
        KindFacts {
            channels: self.channel.map(str::to_owned).into_iter().collect(),
            words: named.collect(),
            language: self.language.map(str::to_owned),
            ..KindFacts::default()
        }
    }
}

/// How things stand when a request is made.
#[derive(Clone, Copy)]
pub struct RequestContext<'a> {
    /// When it is asked.
    pub at: Instant,
    /// The contract's zone: its days are meant.
    pub zone: &'a dyn Local,
    /// Who asks: contacts, seats and contracts of the customer.
    pub account: &'a Account,
    /// The contract asked under, in force or not.
    pub contract: Option<&'a Contract>,
    /// How each allowance of the terms stands.
    pub balances: &'a [(&'a Allowance, Balance)],
    /// The vendor's other plans, for what they would allow.
    pub others: &'a [&'a Terms],
    /// The other contracts in force, each with its terms.
    pub beside: &'a [(ContractId, Terms)],
    /// Whether a calendar of the terms is open then; none where that is not known.
    pub is_open: &'a dyn Fn(&str) -> Option<bool>,
}

impl<'a> RequestContext<'a> {
    /// The contract's day that holds an instant.
    pub(super) fn day(&self, at: Instant) -> NaiveDate {
        self.zone.wall(at).date()
    }

    /// The last day before an instant that ends something.
    pub(super) fn last_day(&self, end: Instant) -> NaiveDate {
        last_day(end, self.zone)
    }

    /// The last day before an instant; none where no end is agreed.
    pub(super) fn until(&self, end: Instant) -> Option<NaiveDate> {
        (end != Instant::MAX).then(|| self.last_day(end))
    }

    /// The customer's key.
    pub(super) fn customer(&self) -> &'a str {
        &self.account.customer.key
    }

    /// Who holds a seat on the contract now, in the order in which they took it.
    pub(super) fn seated(&self) -> Vec<&'a Contact> {
        self.seated_at(self.at)
    }

    pub(super) fn seated_at(&self, at: Instant) -> Vec<&'a Contact> {
        let contract = self.contract.map(|contract| contract.id);
        contract.map_or(Vec::new(), |contract| self.account.seated(contract, at))
    }

    pub(super) fn balance(&self, allowance: &str) -> Option<&'a Balance> {
        self.balances
            .iter()
            .find(|(known, _)| known.id == allowance)
            .map(|(_, balance)| balance)
    }

    /// The names of the vendor's other plans for which something holds; none when there are none.
    pub(super) fn plans_where(&self, holds: impl Fn(&Terms) -> bool) -> Option<Vec<String>> {
        let found = self.others.iter().filter(|terms| holds(terms));
        let names: Vec<String> = found.map(|terms| terms.name()).collect();
        (!names.is_empty()).then_some(names)
    }
}

/// Whether every word of a request is one that the terms know; asked before judging, since a
/// misspelt word is no matter of rights.
///
/// # Errors
/// The first unknown word, with the nearest known one.
pub fn known_words(terms: &Terms, request: &Request) -> Result<(), Misread> {
    let channels: Vec<&str> = terms.channels.iter().map(|c| c.id.as_str()).collect();
    let topics: Vec<&str> = terms.topics.iter().map(|t| t.id.as_str()).collect();
    let environments: Vec<&str> = terms.environments.iter().map(|e| e.id.as_str()).collect();
    let components: Vec<&str> = terms.components.iter().map(|c| c.id.as_str()).collect();
    let versions: Vec<&str> = terms.versions.iter().map(|v| v.title.as_str()).collect();
    let priorities: Vec<&str> = terms.own_priorities().map(|(_, p)| p.id.as_str()).collect();
    let priority = request
        .priority
        .filter(|word| terms.priority(word).is_none());
    let version = request.version.filter(|word| terms.version(word).is_none());
    known(terms, "channel", request.channel, &channels)?;
    known(terms, "topic", request.topic, &topics)?;
    known(terms, "priority", priority, &priorities)?;
    known(terms, "environment", request.environment, &environments)?;
    known(terms, "component", request.component, &components)?;
    known(terms, "version", version, &versions)
}

fn known(terms: &Terms, what: &str, word: Option<&str>, words: &[&str]) -> Result<(), Misread> {
    let Some(word) = word.filter(|word| !words.is_empty() && !words.contains(word)) else {
        return Ok(());
    };
    let said = Misread::new(format!("{} has no {what} `{word}`", terms.name()));
    Err(match nearest(word, words.iter().copied()) {
        Some(near) => said.hint(format!("did you mean `{near}`?")),
        None => said.hint(format!("it can be {}", words.join(", "))),
    })
}
