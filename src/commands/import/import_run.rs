//! The tickets of a log, one after the other: whose each is, what of its rows is taken, and what is told
//! of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use super::import_ticket::{again, fresh};
use super::otherwise::{self, FileOpening};
use super::preview::FIRST;
use super::report::{ImportReport, TicketDifference};
use super::whose::{NamedCustomers, NamedStaff, asking, contract_at};
use crate::context::Session;
use crate::core::intake::{
    ColumnKey, LogRow, Mapping, Opening, RowFault, RowPart, RowRemark, difference, opening,
};
use crate::core::model::{EventId, Opened, TicketNo, TicketWord, TicketWords};
use crate::core::sla::Ticket;
use crate::core::terms::Terms;
use crate::core::text::is_blank;
use crate::core::time::Instant;
use crate::failure::Failure;
use crate::render::Progress;
use crate::store::RowSpool;

/// An import under way.
pub(super) struct ImportRun<'a> {
    pub mapping: &'a Mapping,
    pub customers: NamedCustomers<'a>,
    pub staff: NamedStaff,
    /// Terms that tickets fall under, held once for all of them.
    pub terms: HashMap<EventId, Rc<Terms>>,
    pub report: ImportReport,
    /// The first tickets of the file.
    pub first: Vec<TicketNo>,
}

/// Whose ticket it is, and the terms it lives under.
struct ResolvedContract {
    /// Its key.
    customer: String,
    opened: Opened,
    terms: Option<Rc<Terms>>,
    /// What must be told of the contract that is taken.
    of_contract: Option<RowRemark>,
    /// Why nobody is meant who asked.
    of_contact: Option<RowRemark>,
    /// The row names another customer than was said for all.
    other_than_said: Option<RowRemark>,
}

impl ResolvedContract {
    /// What must be told of a ticket that is opened so.
    fn remarks(&self) -> impl Iterator<Item = RowRemark> {
        let all = [&self.of_contract, &self.of_contact, &self.other_than_said];
        all.into_iter().flatten().cloned()
    }
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
        tickets.sort_by_opening()?;
        progress.steps("tickets", usize::try_from(all).unwrap_or_default());
        let mut n = 1;
        while let Some((place, key)) = tickets.nth_opened(n)? {
            let rows: Vec<LogRow> = tickets.rows(place)?;
            let mut told = ToldOfTicket::default();
            self.ticket(session, &key, rows, &mut told)?;
            self.report.bad.add_all(told.bad);
            self.report.remarks.add_all(told.remarks);
            progress.step();
            n += 1;
        }
        Ok(())
    }

    fn ticket(
        &mut self,
        session: &mut Session<'_>,
        key: &str,
        mut rows: Vec<LogRow>,
        told: &mut ToldOfTicket,
    ) -> Result<(), Failure> {
        told.bad.extend(take_repeated(&mut rows));
        let Some(first) = opening(&mut rows) else {
            return Ok(());
        };
        let source = format!("{}:{key}", self.mapping.name);
        let home = match self.resolve_contract(session, &first, &source)? {
            Ok(home) => home,
            Err(fault) => {
                told.refuse(&rows, &fault);
                return Ok(());
            }
        };
        let known = session.writer.ticket_of_source(&source)?;
        if known.is_none() {
            self.priority_of_opening(&home, &mut rows);
        }
        told.bad.extend(translate(&home, &mut rows));
        self.assignees(&mut rows);
        let Some(mut first) = opening(&mut rows) else {
            return Ok(());
        };
        if known.is_none()
            && let Some(fault) = no_priority(&home, &first)
        {
            told.refuse(&rows, &fault);
            return Ok(());
        }
        if known.is_none() && first.subject.is_none() {
            let Some(subject) = self.subject_of_mapping() else {
                told.refuse(&rows, &RowFault::NoSubject);
                return Ok(());
            };
            // where no column says the subject, it is nothing new
            if !self.mapping.columns.names(ColumnKey::Subject).is_empty() {
                let remark = RowRemark::SubjectOfMapping(subject.clone());
                told.remarks.push((first.line, remark));
            }
            first.subject = Some(subject);
        }
        self.report.tickets += 1;
        let of_home = home.remarks().filter(|_| known.is_none());
        let of_home = of_home.chain(unknown_words(&home, &first));
        let of_home: Vec<RowRemark> = of_home.collect();
        let than_before = otherwise::than_before(&rows);
        let written = match known {
            None => {
                self.report.added += 1;
                if home.terms.is_none() {
                    let tickets = &mut self.report.without_contract;
                    *tickets.entry(home.customer.clone()).or_default() += 1;
                }
                fresh(session, home.opened, &first, &rows)?
            }
            Some(number) => {
                let file = FileOpening {
                    said: &first,
                    opened: &home.opened,
                    customer: &home.customer,
                    other_than_said: home.other_than_said.is_some(),
                    several_ask: matches!(home.of_contact, Some(RowRemark::SeveralContacts(_))),
                };
                again(session, number, &file, rows)?
            }
        };
        told.remarks.extend(written.remarks);
        let of_home = of_home.into_iter();
        told.remarks
            .extend(of_home.map(|remark| (first.line, remark)));
        told.remarks.extend(than_before);
        if self.first.len() < FIRST {
            self.first.push(written.number);
        }
        self.compare(
            &first,
            &source,
            &written.ticket,
            written.number,
            session.now(),
        );
        self.report.events += written.events;
        self.report.lost += written.lost;
        self.report.unchanged += u64::from(written.events == 0);
        Ok(())
    }

    /// Lists in what our clocks differ from what the file says of the old tool's.
    fn compare(
        &mut self,
        opening: &Opening,
        source: &str,
        ticket: &Ticket,
        number: TicketNo,
        now: Instant,
    ) {
        for theirs in &opening.theirs {
            self.report.compared += 1;
            if let Some(difference) = difference(theirs, ticket, now) {
                let differs = TicketDifference {
                    number,
                    source: source.to_owned(),
                    difference,
                };
                self.report.differences.add(opening.line, differs);
            }
        }
    }

    fn resolve_contract(
        &mut self,
        session: &mut Session<'_>,
        opening: &Opening,
        source: &str,
    ) -> Result<Result<ResolvedContract, RowFault>, Failure> {
        let (account, said) = match self.customers.of(opening)? {
            Ok(found) => found,
            Err(fault) => return Ok(Err(fault)),
        };
        let (contract, of_contract) = contract_at(account, said, opening.at);
        let event = contract
            .and_then(|c| c.terms_near(opening.at))
            .map(|terms| terms.event);
        let terms = match event {
            Some(event) if self.terms.contains_key(&event) => self.terms.get(&event).cloned(),
            Some(event) => {
                let terms = session.rules_cache.load_terms(&session.writer, event)?;
                let terms = terms.map(|terms| Rc::new(terms.clone()));
                self.terms.extend(terms.clone().map(|terms| (event, terms)));
                terms
            }
            None => None,
        };
        let (contact, of_contact) = asking(account, opening);
        let opened = Opened {
            contract: contract.map(|contract| contract.id),
            terms: event,
            contact,
            channel: opening.channel.clone(),
            words: words_of(opening, terms.as_deref()),
            source: Some(source.to_owned()),
            ..Opened::by(account.customer.id)
        };
        let customer = account.customer.key.clone();
        let other_than_said = self.customers.other_than_said(opening);
        Ok(Ok(ResolvedContract {
            customer,
            opened,
            terms,
            of_contract,
            of_contact,
            other_than_said,
        }))
    }

    /// A ticket of which no cell says the priority has the one that the plan's matrix gives, else
    /// the mapping's.
    fn priority_of_opening(&self, home: &ResolvedContract, rows: &mut [LogRow]) {
        let Some(first) = rows.first_mut().filter(|first| first.priority.is_none()) else {
            return;
        };
        let by_matrix = || {
            let words = &first.words;
            let impact = words.get(TicketWord::Impact)?;
            let urgency = words.get(TicketWord::Urgency)?;
            let cell = home.terms.as_ref()?.matrix_cell(impact, urgency)?;
            Some(cell.priority.clone())
        };
        first.priority = by_matrix().or_else(|| self.mapping.defaults.priority.clone());
    }

    /// What a ticket is called that has no subject in the file.
    fn subject_of_mapping(&self) -> Option<String> {
        let subject = self.mapping.defaults.subject.clone();
        subject.filter(|subject| !is_blank(subject))
    }

    /// Who has it becomes one of the desk, as far as somebody is called so.
    fn assignees(&self, rows: &mut [LogRow]) {
        for row in rows {
            let Some(name) = &row.assignee else {
                continue;
            };
            let (key, remark) = self.staff.key(name);
            row.assignee = Some(key);
            row.remarks.extend(remark);
        }
    }
}

/// What a ticket names, a version as its plan calls it.
fn words_of(opening: &Opening, terms: Option<&Terms>) -> TicketWords {
    let mut words = opening.words.clone();
    let named = words.get(TicketWord::Version);
    let known = named.and_then(|named| terms?.version(named));
    if let Some(known) = known {
        words.set(TicketWord::Version, Some(known.id.clone()));
    }
    words
}

/// Why a ticket cannot be opened: the plan has priorities, and it has none.
fn no_priority(home: &ResolvedContract, opening: &Opening) -> Option<RowFault> {
    let terms = home.terms.as_ref().filter(|_| opening.priority.is_none())?;
    let own = terms.own_priorities();
    let known: Vec<String> = own.map(|(_, priority)| priority.id.clone()).collect();
    let plan = terms.name();
    (!known.is_empty()).then_some(RowFault::NoPriority { plan, known })
}

/// What of a ticket's words its plan has not.
fn unknown_words(home: &ResolvedContract, opening: &Opening) -> Vec<RowRemark> {
    let Some(terms) = &home.terms else {
        return Vec::new();
    };
    let channel = opening.channel.as_deref();
    let channel = channel.filter(|channel| !terms.names_channel(channel));
    let words = TicketWord::ALL.into_iter().filter_map(|word| {
        let said = opening.words.get(word)?;
        (!terms.names_word(word, said)).then(|| (word.key(), said))
    });
    let unknown = channel.map(|channel| ("channel", channel)).into_iter();
    let remark = |(field, word): (&str, &str)| RowRemark::UnknownWord {
        field: field.to_owned(),
        word: word.to_owned(),
        plan: terms.name(),
    };
    unknown.chain(words).map(remark).collect()
}

/// What is told of the lines of one ticket, in whatever order.
#[derive(Default)]
struct ToldOfTicket {
    bad: Vec<(u64, RowFault)>,
    remarks: Vec<(u64, RowRemark)>,
}

impl ToldOfTicket {
    /// None of these rows is taken.
    fn refuse(&mut self, rows: &[LogRow], fault: &RowFault) {
        let lines: BTreeSet<u64> = rows.iter().map(|row| row.line).collect();
        let faults = lines.into_iter().map(|line| (line, fault.clone()));
        self.bad.extend(faults);
    }
}

/// Of a file of one row a ticket, the first row of a ticket is taken: the others are bad.
fn take_repeated(rows: &mut Vec<LogRow>) -> Vec<(u64, RowFault)> {
    let openings = rows.iter().filter(|row| row.part == RowPart::Opening);
    let lines: BTreeSet<u64> = openings.map(|row| row.line).collect();
    let mut lines = lines.into_iter();
    let Some(first) = lines.next() else {
        return Vec::new();
    };
    rows.retain(|row| row.line == first);
    lines.map(|line| (line, RowFault::Again(first))).collect()
}

/// Priorities become those of the plan. A line with one that it has not is bad, with all that it
/// tells.
fn translate(home: &ResolvedContract, rows: &mut Vec<LogRow>) -> Vec<(u64, RowFault)> {
    let Some(terms) = &home.terms else {
        return Vec::new();
    };
    let mut bad = BTreeMap::new();
    for row in rows.iter_mut() {
        let Some(word) = &row.priority else {
            continue;
        };
        match terms.priority(word) {
            Some(place) => row.priority = Some(terms.priorities[place].id.clone()),
            None => {
                let known = terms.priorities.iter().map(|p| p.id.clone());
                let fault = RowFault::Priority {
                    word: word.clone(),
                    plan: terms.name(),
                    known: known.collect(),
                };
                bad.insert(row.line, fault);
            }
        }
    }
    rows.retain(|row| !bad.contains_key(&row.line));
    bad.into_iter().collect()
}
