//! Tickets of a log into the record: new ones from their opening on, known ones from where the
//! record leaves off.

use std::collections::HashMap;

use super::report::Report;
use crate::context::{Bulk, Context, Session};
use crate::core::account::Account;
use crate::core::intake::{Act, BadRow, Begun, Mapping, Opening, Row, Status, acts, opening};
use crate::core::model::{ContractId, EventText, Fact, Opened, Side, State, TicketNo, WaitingOn};
use crate::core::sla::Ticket;
use crate::core::terms::Terms;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::Progress;

/// Under which contract the tickets of a log fall.
pub(super) enum ContractSelector {
    One(Box<Account>, Option<ContractId>),
    /// A column of the log says it.
    ByColumn,
}

impl ContractSelector {
    /// What the command or the mapping says.
    ///
    /// # Errors
    /// Neither does, or nobody is called so.
    pub(super) fn under(
        context: &Context,
        customer: Option<&str>,
        contract: Option<&str>,
        mapping: &Mapping,
    ) -> Result<ContractSelector, Failure> {
        let now = context.now();
        let word = contract.or(mapping.defaults.contract.as_deref());
        if let Some(customer) = customer {
            let row = context.customer(customer)?;
            return Ok(ContractSelector::One(
                Box::new(context.account(row.id)?),
                None,
            ));
        }
        match word {
            Some(word) => {
                let (customer, contract) = context.contract(word, now)?;
                Ok(ContractSelector::One(
                    Box::new(context.account(customer.id)?),
                    Some(contract),
                ))
            }
            None if mapping.columns.customer.is_some() => Ok(ContractSelector::ByColumn),
            None => Err(Failure::missing(
                "an import needs to know whose tickets these are",
                "--contract",
                Vec::new(),
            )
            .hint("or `--customer`, or `customer` among the columns of the mapping")),
        }
    }
}

/// An import under way.
pub(super) struct Import<'a> {
    pub context: &'a Context,
    pub mapping: &'a Mapping,
    pub falls_under: &'a ContractSelector,
    pub accounts: HashMap<String, Account>,
    pub report: Report,
}

/// Whose ticket it is, and the terms it lives under.
struct Home {
    opened: Opened,
    terms: Option<Terms>,
}

impl Import<'_> {
    /// Brings in all tickets, in the order of their opening.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub(super) fn all(
        &mut self,
        session: &mut Session<'_>,
        mut tickets: Vec<(String, Vec<Row>)>,
        progress: &Progress,
    ) -> Result<(), Failure> {
        let mut openings: Vec<(Opening, usize)> = Vec::new();
        for (place, (_, rows)) in tickets.iter_mut().enumerate() {
            openings.extend(opening(rows).map(|opening| (opening, place)));
        }
        openings.sort_by_key(|(opening, place)| (opening.at, *place));
        progress.steps("tickets", openings.len());
        for (opening, place) in openings {
            let (key, rows) = &mut tickets[place];
            let rows = std::mem::take(rows);
            self.ticket(session, key, opening, rows)?;
            progress.step();
        }
        Ok(())
    }

    fn ticket(
        &mut self,
        session: &mut Session<'_>,
        key: &str,
        opening: Opening,
        mut rows: Vec<Row>,
    ) -> Result<(), Failure> {
        let source = format!("{}:{key}", self.mapping.name);
        let Some(resolve_contract) = self.resolve_contract(session, &opening, &source)? else {
            return Ok(());
        };
        self.translate(&resolve_contract, &mut rows);
        let Some(first) = self::opening(&mut rows) else {
            return Ok(());
        };
        self.report.tickets += 1;
        let (added, lost) = match session.writer.ticket_of_source(&source)? {
            None => {
                let written = fresh(session, resolve_contract, &first, &rows)?;
                self.report.added += 1;
                written
            }
            Some(number) => again(session, number, &first, &rows)?,
        };
        self.report.events += added;
        self.report.lost += lost;
        self.report.unchanged += u64::from(added == 0);
        Ok(())
    }

    /// Priorities become those of the plan; a row with one that it has not is bad.
    fn translate(&mut self, resolve_contract: &Home, rows: &mut Vec<Row>) {
        let Some(terms) = &resolve_contract.terms else {
            return;
        };
        let bad = &mut self.report.bad;
        rows.retain_mut(|row| {
            let Some(word) = &row.priority else {
                return true;
            };
            match terms.priority(word) {
                Some(place) => {
                    row.priority = Some(terms.priorities[place].id.clone());
                    true
                }
                None => {
                    let ids: Vec<&str> = terms.priorities.iter().map(|p| p.id.as_str()).collect();
                    bad.push(BadRow {
                        line: row.line,
                        says: format!(
                            "{} has no priority `{word}`; it has {}",
                            terms.name(),
                            ids.join(", ")
                        ),
                    });
                    false
                }
            }
        });
    }

    fn resolve_contract(
        &mut self,
        session: &mut Session<'_>,
        opening: &Opening,
        source: &str,
    ) -> Result<Option<Home>, Failure> {
        let (account, contract) = match self.falls_under {
            ContractSelector::One(account, contract) => (account.as_ref(), *contract),
            ContractSelector::ByColumn => match self.by_column(opening)? {
                Some(account) => (account, None),
                None => return Ok(None),
            },
        };
        let in_force = account.in_force(opening.at).next();
        let contract = contract.and_then(|id| account.contract(id)).or(in_force);
        let contract = contract.or(account.contracts.first());
        let event = contract
            .and_then(|c| c.terms_near(opening.at))
            .map(|terms| terms.event);
        let terms = match event {
            Some(event) => session
                .rules_cache
                .learn_terms(&session.writer, event)?
                .cloned(),
            None => None,
        };
        let opened = Opened {
            customer: account.customer.id,
            contract: contract.map(|contract| contract.id),
            terms: event,
            contact: None,
            side: Side::Customer,
            channel: opening.channel.clone(),
            priority: None,
            words: opening.words.clone(),
            language: None,
            reason: None,
            allowance: None,
            overridden: Vec::new(),
            refused: Vec::new(),
            rulings: Vec::new(),
            source: Some(source.to_owned()),
        };
        Ok(Some(Home { opened, terms }))
    }

    fn by_column(&mut self, opening: &Opening) -> Result<Option<&Account>, Failure> {
        let line = opening.line;
        let Some(key) = opening.customer.clone() else {
            let says = "no customer in the row that opens the ticket".to_owned();
            self.report.bad.push(BadRow { line, says });
            return Ok(None);
        };
        if !self.accounts.contains_key(&key) {
            match self.context.customer(&key) {
                Ok(row) => {
                    let account = self.context.account(row.id)?;
                    self.accounts.insert(key.clone(), account);
                }
                Err(_) => {
                    let says = format!("no customer `{key}`");
                    self.report.bad.push(BadRow { line, says });
                    return Ok(None);
                }
            }
        }
        Ok(self.accounts.get(&key))
    }
}

/// A ticket that no import has brought in before.
fn fresh(
    session: &mut Session<'_>,
    resolve_contract: Home,
    opening: &Opening,
    rows: &[Row],
) -> Result<(u64, u64), Failure> {
    let number = session.writer.next_ticket()?;
    let opened = Opened {
        priority: opening.priority.clone(),
        ..resolve_contract.opened
    };
    let prose = EventText {
        subject: opening.subject.clone(),
        ..EventText::default()
    };
    let mut facts = vec![Bulk {
        at: opening.at,
        fact: Fact::from(opened),
        prose,
    }];
    let told = acts(rows, begun(opening));
    facts.extend(told.into_iter().map(bulk));
    let added = facts.len() as u64;
    session.bulk(number, facts)?;
    Ok((added, 0))
}

/// A ticket that is known: only what the record has not is added.
fn again(
    session: &mut Session<'_>,
    number: TicketNo,
    opening: &Opening,
    rows: &[Row],
) -> Result<(u64, u64), Failure> {
    let touched = session.ticket(number)?;
    let ticket = touched.now.clone();
    let known: Vec<(Instant, Fact)> = touched
        .events()
        .into_iter()
        .map(|event| (event.at, event.fact))
        .collect();
    session.forget(number);
    let goes_on = rows.first().is_some_and(|row| row.at > ticket.updated);
    let told = match goes_on {
        true => acts(rows, stands(&ticket)),
        false => acts(rows, begun(opening)),
    };
    let new = unknown(told, known);
    let added = new.len() as u64;
    match new.is_empty() {
        true => Ok((0, 0)),
        false => Ok((
            added,
            session.bulk(number, new.into_iter().map(bulk).collect())?,
        )),
    }
}

/// The acts that are not in the record, each of which stands for one there.
fn unknown(told: Vec<Act>, mut known: Vec<(Instant, Fact)>) -> Vec<Act> {
    let mut new = told;
    new.retain(|act| {
        let same = known
            .iter()
            .position(|(at, fact)| *at == act.at && *fact == act.fact);
        match same {
            Some(place) => {
                known.swap_remove(place);
                false
            }
            None => true,
        }
    });
    new
}

fn bulk(act: Act) -> Bulk {
    Bulk {
        at: act.at,
        fact: act.fact,
        prose: EventText::default(),
    }
}

fn begun(opening: &Opening) -> Begun {
    Begun {
        status: Status::New,
        words: opening.words.clone(),
        priority: opening.priority.clone(),
        assignee: None,
        opened: opening.at,
    }
}

/// Where a known ticket stands, for a log that goes on behind what is known.
fn stands(ticket: &Ticket) -> Begun {
    Begun {
        status: match ticket.state {
            State::Open if ticket.responded.is_none() => Status::New,
            State::Open => Status::Open,
            State::WaitingCustomer => Status::Waiting(WaitingOn::Customer),
            State::WaitingVendor => Status::Waiting(WaitingOn::Vendor),
            State::WaitingThirdParty => Status::Waiting(WaitingOn::ThirdParty),
            State::Resolved => Status::Resolved,
            State::Closed | State::Merged | State::Void => Status::Closed,
        },
        words: ticket.words.clone(),
        priority: ticket.priority.clone(),
        assignee: ticket.assignee.clone(),
        opened: ticket.opened,
    }
}
