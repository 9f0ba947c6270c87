//! Numbers of a page, and the tickets behind them: each number leads to its list, where the lists
//! were asked for.

use std::collections::BTreeSet;

use super::scope::Scope;
use crate::core::model::TicketNo;
use crate::core::report::{CountedTickets, Figures};
use crate::failure::Failure;
use crate::render::{Block, Cell, Doc, DocFact, PageLink, Said};
use crate::wording::said;

/// The numbers that were counted for a page, in order.
pub(super) struct Counted {
    is_listed: bool,
    lists: Vec<(Said, Vec<TicketNo>)>,
}

impl Counted {
    /// Of a page that lists the tickets behind its numbers, or of one that does not.
    pub(super) fn listing(is_listed: bool) -> Counted {
        Counted {
            is_listed,
            lists: Vec::new(),
        }
    }

    /// Whether tickets are listed.
    pub(super) fn lists(&self) -> bool {
        self.is_listed
    }

    /// How many they are; `label` says of what, above the list.
    pub(super) fn number(&mut self, label: Said, tickets: &[TicketNo]) -> Cell {
        self.so_many(label, tickets.len(), tickets)
    }

    /// The same of a figure that has its tickets where they are listed.
    pub(super) fn figure(&mut self, label: Said, figure: &CountedTickets) -> Cell {
        self.so_many(label, figure.len(), figure.list())
    }

    /// The same; nothing in place of a zero.
    pub(super) fn figure_if_any(&mut self, label: Said, figure: &CountedTickets) -> Cell {
        match figure.is_empty() {
            true => Cell::Absent,
            false => self.figure(label, figure),
        }
    }

    /// Met and broken together.
    pub(super) fn decided(&mut self, label: Said, figures: &Figures) -> Cell {
        let mut tickets = [figures.met.list(), figures.breached.list()].concat();
        tickets.sort_unstable();
        self.so_many(label, figures.decided(), &tickets)
    }

    fn so_many(&mut self, label: Said, all: usize, tickets: &[TicketNo]) -> Cell {
        let number = count(all);
        if !self.is_listed || tickets.is_empty() {
            return number;
        }
        self.lists.push((label, tickets.to_vec()));
        Cell::Linked(Box::new((number, PageLink(self.lists.len()))))
    }

    /// The lists, where there are any, and what each of their tickets is about.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(super) fn section(self, page: Doc, scope: &Scope<'_>) -> Result<Doc, Failure> {
        if self.lists.is_empty() {
            return Ok(page);
        }
        let all: BTreeSet<TicketNo> = self
            .lists
            .iter()
            .flat_map(|(_, list)| list)
            .copied()
            .collect();
        let mut about = Vec::new();
        for ticket in all {
            let subject = Cell::text_if(scope.subject(ticket)?);
            about.push(vec![Cell::Id(ticket.0), subject]);
        }
        let facts = (1..).zip(self.lists);
        let facts = facts.map(|(place, (label, tickets))| DocFact {
            label: label.into(),
            value: ids(&tickets),
            clause: None,
            place: Some(PageLink(place)),
        });
        Ok(page
            .heading(said::sla_behind_figures())
            .block(Block::Facts(facts.collect()))
            .table(["ticket", "subject"], about))
    }
}

/// A count.
pub(super) fn count(n: usize) -> Cell {
    Cell::Number(i64::try_from(n).unwrap_or(i64::MAX))
}

/// Tickets as a list of numbers.
pub(super) fn ids(tickets: &[TicketNo]) -> Cell {
    Cell::List(tickets.iter().map(|ticket| Cell::Id(ticket.0)).collect())
}
