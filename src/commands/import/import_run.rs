//! Tickets of a log into the record: new ones from their opening on, known ones from where the
//! record leaves off.

use std::collections::HashMap;

use super::report::ImportReport;
use crate::context::{Bulk, Context, Session};
use crate::core::account::Account;
use crate::core::intake::{
    ImportedAct, LogRow, LogStatus, Mapping, Opening, RowFault, RowRemark, TicketBefore, acts,
    opening,
};
use crate::core::model::{ContractId, EventText, Fact, Opened, State, TicketNo, WaitingOn};
use crate::core::sla::Ticket;
use crate::core::terms::Terms;
use crate::core::time::Instant;
use crate::failure::{Exit, Failure};
use crate::render::Progress;
use crate::store::RowSpool;

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
pub(super) struct ImportRun<'a> {
    pub context: &'a Context,
    pub mapping: &'a Mapping,
    pub falls_under: &'a ContractSelector,
    pub accounts: HashMap<String, Account>,
    pub report: ImportReport,
}

/// Whose ticket it is, and the terms it lives under.
struct ResolvedContract {
    /// Its key.
    customer: String,
    opened: Opened,
    terms: Option<Terms>,
}

impl ImportRun<'_> {
    /// Brings in all tickets, in the order of their opening.
    ///
    /// # Errors
    /// The desk's file cannot be written.
    pub(super) fn all(
        &mut self,
        session: &mut Session<'_>,
        tickets: &RowSpool,
        progress: &Progress,
    ) -> Result<(), Failure> {
        let all = tickets.tickets()?;
        for place in 1..=all {
            let mut rows: Vec<LogRow> = tickets.rows(place)?;
            if let Some(opening) = opening(&mut rows) {
                tickets.opened(place, opening.at)?;
            }
        }
        tickets.sort_by_opening()?;
        progress.steps("tickets", usize::try_from(all).unwrap_or_default());
        let mut n = 1;
        while let Some((place, key)) = tickets.nth_opened(n)? {
            let mut rows: Vec<LogRow> = tickets.rows(place)?;
            if let Some(opening) = opening(&mut rows) {
                self.ticket(session, &key, opening, rows)?;
            }
            progress.step();
            n += 1;
        }
        Ok(())
    }

    fn ticket(
        &mut self,
        session: &mut Session<'_>,
        key: &str,
        opening: Opening,
        mut rows: Vec<LogRow>,
    ) -> Result<(), Failure> {
        let source = format!("{}:{key}", self.mapping.name);
        let home = match self.resolve_contract(session, &opening, &source)? {
            Ok(home) => home,
            Err(fault) => {
                self.refuse(&rows, &fault);
                return Ok(());
            }
        };
        self.translate(&home, &mut rows);
        let Some(first) = self::opening(&mut rows) else {
            return Ok(());
        };
        let known = session.writer.ticket_of_source(&source)?;
        if known.is_none() && first.subject.is_none() {
            self.refuse(&rows, &RowFault::NoSubject);
            return Ok(());
        }
        self.report.tickets += 1;
        for row in &mut rows {
            for remark in row.remarks.drain(..) {
                self.report.remarks.add(row.line, remark);
            }
        }
        let written = match known {
            None => {
                self.report.added += 1;
                if home.terms.is_none() {
                    let tickets = &mut self.report.without_contract;
                    *tickets.entry(home.customer.clone()).or_default() += 1;
                }
                fresh(session, home, &first, &rows)?
            }
            Some(number) => again(session, number, &first, &rows)?,
        };
        for line in written.moved {
            self.report.remarks.add(line, RowRemark::BeforeOpening);
        }
        self.report.events += written.events;
        self.report.lost += written.lost;
        self.report.unchanged += u64::from(written.events == 0);
        Ok(())
    }

    /// None of the ticket's rows is taken.
    fn refuse(&mut self, rows: &[LogRow], fault: &RowFault) {
        for row in rows {
            self.report.bad.add(row.line, fault.clone());
        }
    }

    /// Priorities become those of the plan; a row with one that it has not is bad.
    fn translate(&mut self, home: &ResolvedContract, rows: &mut Vec<LogRow>) {
        let Some(terms) = &home.terms else {
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
                    let known = terms.priorities.iter().map(|p| p.id.clone());
                    let fault = RowFault::Priority {
                        word: word.clone(),
                        plan: terms.name(),
                        known: known.collect(),
                    };
                    bad.add(row.line, fault);
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
    ) -> Result<Result<ResolvedContract, RowFault>, Failure> {
        let (account, contract) = match self.falls_under {
            ContractSelector::One(account, contract) => (account.as_ref(), *contract),
            ContractSelector::ByColumn => match self.by_column(opening)? {
                Ok(account) => (account, None),
                Err(fault) => return Ok(Err(fault)),
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
                .load_terms(&session.writer, event)?
                .cloned(),
            None => None,
        };
        let opened = Opened {
            contract: contract.map(|contract| contract.id),
            terms: event,
            channel: opening.channel.clone(),
            words: opening.words.clone(),
            source: Some(source.to_owned()),
            ..Opened::by(account.customer.id)
        };
        let customer = account.customer.key.clone();
        Ok(Ok(ResolvedContract {
            customer,
            opened,
            terms,
        }))
    }

    fn by_column(&mut self, opening: &Opening) -> Result<Result<&Account, RowFault>, Failure> {
        let Some(key) = opening.customer.clone() else {
            return Ok(Err(RowFault::NoCustomer));
        };
        if !self.accounts.contains_key(&key) {
            match self.context.customer(&key) {
                Ok(row) => {
                    let account = self.context.account(row.id)?;
                    self.accounts.insert(key.clone(), account);
                }
                Err(failure) if failure.exit() == Exit::NotFound => {
                    return Ok(Err(RowFault::UnknownCustomer(key)));
                }
                Err(failure) => return Err(failure),
            }
        }
        Ok(self
            .accounts
            .get(&key)
            .ok_or(RowFault::UnknownCustomer(key)))
    }
}

/// A ticket that no import has brought in before.
fn fresh(
    session: &mut Session<'_>,
    home: ResolvedContract,
    opening: &Opening,
    rows: &[LogRow],
) -> Result<Written, Failure> {
    let number = session.writer.next_ticket()?;
    let opened = Opened {
        priority: opening.priority.clone(),
        ..home.opened
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
    let moved = moved(&told);
    facts.extend(told.into_iter().map(bulk));
    let events = facts.len() as u64;
    session.bulk(number, facts)?;
    Ok(Written {
        events,
        lost: 0,
        moved,
    })
}

/// What was written of a ticket.
struct Written {
    events: u64,
    /// Breaches that are gone.
    lost: u64,
    /// The lines of acts that count later than they are dated.
    moved: Vec<u64>,
}

fn moved(acts: &[ImportedAct]) -> Vec<u64> {
    let moved = acts.iter().filter(|act| act.dated < act.at);
    let mut lines: Vec<u64> = moved.map(|act| act.line).collect();
    lines.dedup();
    lines
}

/// A ticket that is known: only what the record has not is added.
fn again(
    session: &mut Session<'_>,
    number: TicketNo,
    opening: &Opening,
    rows: &[LogRow],
) -> Result<Written, Failure> {
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
        true => acts(rows, ticket_before(&ticket)),
        false => acts(rows, begun(opening)),
    };
    let new = unknown(told, known);
    let (events, moved) = (new.len() as u64, moved(&new));
    let lost = match new.is_empty() {
        true => 0,
        false => session.bulk(number, new.into_iter().map(bulk).collect())?,
    };
    Ok(Written {
        events,
        lost,
        moved,
    })
}

/// The acts that are not in the record, each of which stands for one there.
fn unknown(told: Vec<ImportedAct>, mut known: Vec<(Instant, Fact)>) -> Vec<ImportedAct> {
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

fn bulk(act: ImportedAct) -> Bulk {
    Bulk {
        at: act.at,
        fact: act.fact,
        prose: EventText::default(),
    }
}

fn begun(opening: &Opening) -> TicketBefore {
    TicketBefore {
        status: LogStatus::New,
        words: opening.words.clone(),
        priority: opening.priority.clone(),
        assignee: None,
        opened: opening.at,
    }
}

/// Where a known ticket stands, for a log that goes on behind what is known.
fn ticket_before(ticket: &Ticket) -> TicketBefore {
    TicketBefore {
        status: match ticket.state {
            State::Open if ticket.responded.is_none() => LogStatus::New,
            State::Open => LogStatus::Open,
            State::WaitingCustomer => LogStatus::Waiting(WaitingOn::Customer),
            State::WaitingVendor => LogStatus::Waiting(WaitingOn::Vendor),
            State::WaitingThirdParty => LogStatus::Waiting(WaitingOn::ThirdParty),
            State::Resolved => LogStatus::Resolved,
            State::Closed | State::Merged | State::Void => LogStatus::Closed,
        },
        words: ticket.words.clone(),
        priority: ticket.priority.clone(),
        assignee: ticket.assignee.clone(),
        opened: ticket.opened,
    }
}
