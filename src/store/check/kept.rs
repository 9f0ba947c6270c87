//! All that a desk keeps of its tickets, read in the order of their numbers and some at a time: a
//! question for each of them would cost more than what it answers.

use crate::core::model::{Stream, TicketNo};
use crate::store::account::LedgerRow;
use crate::store::engine::{Arg, RowCells, RowError, args};
use crate::store::event::StoredEvent;
use crate::store::ticket::{Cached, ClockRow, TicketLink, TicketRow};
use crate::store::{Store, StoreError};

statements! {
    OF_RECORD: "SELECT DISTINCT ticket FROM event WHERE ticket > $1 ORDER BY ticket LIMIT $2"
        => "SEARCH event USING COVERING INDEX event_ticket (ticket>?)";
    HISTORIES: "SELECT e.ticket, e.customer, e.id, e.entry, e.at, n.recorded, n.actor, e.kind, e.body, p.event, p.body
                FROM event e JOIN entry n ON n.id = e.entry LEFT JOIN prose p ON p.event = e.id
                WHERE e.ticket >= $1 AND e.ticket <= $2 ORDER BY e.ticket, e.id"
        => "SEARCH e USING INDEX event_ticket (ticket>? AND ticket<?); SEARCH n USING INTEGER PRIMARY KEY (rowid=?); SEARCH p USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN";
    TICKETS: "SELECT number, * FROM ticket WHERE number >= $1 AND number <= $2 ORDER BY number"
        => "SEARCH ticket USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)";
    CLOCKS: "SELECT ticket, * FROM clock WHERE ticket >= $1 AND ticket <= $2 ORDER BY ticket, n"
        => "SEARCH clock USING INDEX sqlite_autoindex_clock_1 (ticket>? AND ticket<?)";
    TAGS: "SELECT ticket, tag FROM tag WHERE ticket >= $1 AND ticket <= $2 ORDER BY ticket, tag"
        => "SEARCH tag USING INDEX tag_ticket (ticket>? AND ticket<?); USE TEMP B-TREE FOR LAST TERM OF ORDER BY";
    LINKS: "SELECT a, b, kind FROM link WHERE a >= $1 AND a <= $2 ORDER BY a, b, kind"
        => "SEARCH link USING COVERING INDEX sqlite_autoindex_link_1 (a>? AND a<?)";
    LEDGER: "SELECT ticket, * FROM ledger WHERE ticket >= $1 AND ticket <= $2 ORDER BY ticket"
        => "SEARCH ledger USING INDEX ledger_ticket (ticket>? AND ticket<?)";
}

/// How many tickets are read at a time.
const AT_A_TIME: u32 = 500;

/// What the record says of a ticket, and what the tables keep of it.
#[derive(Clone, Debug)]
pub(crate) struct KeptTicket {
    pub number: TicketNo,
    /// In the order of happening.
    pub history: Vec<StoredEvent>,
    pub rows: Option<Cached>,
    pub ledger: Vec<LedgerRow>,
}

impl Store {
    /// The next tickets after one that the record or the tables know, in order; none: there are no
    /// more.
    pub(crate) fn tickets_known_after(&self, after: TicketNo) -> Result<Vec<TicketNo>, StoreError> {
        let of_record = args![after, AT_A_TIME];
        let mut numbers: Vec<TicketNo> = self.engine.rows(OF_RECORD, of_record, |c| c.take())?;
        numbers.extend(self.tickets_from(after, AT_A_TIME)?);
        numbers.sort_unstable();
        numbers.dedup();
        numbers.truncate(AT_A_TIME as usize);
        Ok(numbers)
    }

    /// All that is kept of these tickets, which are neighbours, in their order.
    pub(crate) fn kept(&self, numbers: &[TicketNo]) -> Result<Vec<KeptTicket>, StoreError> {
        let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else {
            return Ok(Vec::new());
        };
        let mut kept = KeptTickets::of(numbers);
        let range = args![*first, *last];
        self.engine.each(HISTORIES, range, |c| {
            let told = self.read_stored(c)?;
            if let Stream::Ticket(number) = told.event.stream
                && let Some(ticket) = kept.find(number)
            {
                ticket.history.push(told);
            }
            Ok(())
        })?;
        for ticket in &mut kept.tickets {
            let order = |told: &StoredEvent| (told.event.at, told.event.id);
            ticket.history.sort_by_key(order);
        }
        self.each_of(TICKETS, range, &mut kept, |ticket, c| {
            let row = TicketRow::read(c)?;
            ticket.rows = Some(Cached {
                ticket: row,
                clocks: Vec::new(),
                tags: Vec::new(),
                links: Vec::new(),
            });
            Ok(())
        })?;
        self.each_of(CLOCKS, range, &mut kept, |ticket, c| {
            if let Some(rows) = &mut ticket.rows {
                rows.clocks.push(ClockRow::read(c)?);
            }
            Ok(())
        })?;
        self.each_of(TAGS, range, &mut kept, |ticket, c| {
            if let Some(rows) = &mut ticket.rows {
                rows.tags.push(c.take()?);
            }
            Ok(())
        })?;
        self.each_of(LINKS, range, &mut kept, |ticket, c| {
            if let Some(rows) = &mut ticket.rows {
                rows.links.push(TicketLink {
                    to: c.take()?,
                    kind: c.take()?,
                });
            }
            Ok(())
        })?;
        self.each_of(LEDGER, range, &mut kept, |ticket, c| {
            ticket.ledger.push(LedgerRow::read(c)?);
            Ok(())
        })?;
        Ok(kept.tickets)
    }

    /// Gives each row to the ticket whose number is its first cell.
    fn each_of(
        &self,
        text: &str,
        range: &[Arg<'_>],
        kept: &mut KeptTickets,
        mut read: impl FnMut(&mut KeptTicket, &mut RowCells<'_>) -> Result<(), RowError>,
    ) -> Result<(), StoreError> {
        kept.place = 0;
        self.engine
            .each(text, range, |c| match kept.find(c.take()?) {
                Some(ticket) => read(ticket, c),
                None => Ok(()),
            })
    }
}

/// Tickets whose rows come in their order.
struct KeptTickets {
    tickets: Vec<KeptTicket>,
    /// Where the last row belonged.
    place: usize,
}

impl KeptTickets {
    fn of(numbers: &[TicketNo]) -> KeptTickets {
        let blank = |number: &TicketNo| KeptTicket {
            number: *number,
            history: Vec::new(),
            rows: None,
            ledger: Vec::new(),
        };
        KeptTickets {
            tickets: numbers.iter().map(blank).collect(),
            place: 0,
        }
    }

    /// That ticket, which comes after the one found last or is the same.
    fn find(&mut self, number: TicketNo) -> Option<&mut KeptTicket> {
        let rest = &self.tickets[self.place..];
        self.place += rest
            .iter()
            .take_while(|ticket| ticket.number < number)
            .count();
        self.tickets
            .get_mut(self.place)
            .filter(|ticket| ticket.number == number)
    }
}
