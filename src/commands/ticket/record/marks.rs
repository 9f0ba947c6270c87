//! What stands beside an event: who took it back, what the fold remarks of it, and that `--now`
//! stood in for the clock when it was written.

use std::collections::{HashMap, HashSet};

use super::ruling::parameters;
use crate::core::account::Account;
use crate::core::model::{Coded, EntryId, Event, EventId, undoing};
use crate::core::sla::Ticket;
use crate::render::{Cell, Marked, Validity};
use crate::store::ClockSource;
use crate::wording::{Phrase, event::mark, remark, said};

/// The marks of an event.
#[derive(Clone, Debug, Default)]
pub(crate) struct EventMarks {
    pub undone: Option<UndoneBy>,
    pub remark: Option<EventRemark>,
    /// What said when it was written.
    pub given: ClockSource,
    /// It marks an act of the plan of which the customer was told.
    pub answers: bool,
}

/// Who took an entry back.
#[derive(Clone, Debug)]
pub(crate) struct UndoneBy {
    pub entry: EntryId,
    pub actor: String,
}

/// What the fold remarks of an event.
#[derive(Clone, Debug)]
pub(crate) struct EventRemark {
    pub found: Coded,
    pub says: Phrase,
}

/// The keys of a remark.
pub(super) const REMARK_KEYS: &[&str] = &["says", "code", "parameters"];

impl EventMarks {
    /// What is said beside the event.
    pub(crate) fn phrases(&self) -> Vec<Phrase> {
        let undone = self.undone.as_ref();
        let undone = undone.map(|by| mark::undone(&by.actor, by.entry));
        let remark = self.remark.as_ref();
        let remark = remark.map(|remark| mark::remark(&remark.says));
        let given = (self.given == ClockSource::Given).then(mark::given);
        [undone, remark, given].into_iter().flatten().collect()
    }

    /// Words with these marks beside them.
    pub(crate) fn marked(&self, words: String) -> Marked {
        Marked {
            words,
            shown: None,
            quote: None,
            marks: self.phrases().iter().map(Phrase::in_english).collect(),
            stands: match self.undone {
                Some(_) => Validity::Undone,
                None => Validity::Yes,
            },
        }
    }

    /// The remark as an object.
    pub(super) fn remark_cell(&self) -> Cell {
        self.remark.as_ref().map_or(Cell::Absent, |remark| {
            Cell::object([
                ("says", Cell::text(remark.says.in_english())),
                ("code", Cell::code(remark.found.code.clone())),
                ("parameters", parameters(&remark.found)),
            ])
        })
    }
}

/// Who took back each entry of a stream, in the view that these events are of.
pub(crate) fn undone_by<'e>(events: impl Iterator<Item = &'e Event>) -> HashMap<EntryId, UndoneBy> {
    let by = |event: &Event| UndoneBy {
        entry: event.entry,
        actor: event.actor.clone(),
    };
    let undone = undoing(events).into_iter();
    undone.map(|(entry, event)| (entry, by(event))).collect()
}

/// What the fold remarks of each event of a ticket, and which acts of the plan are answers.
pub(crate) fn remarks(ticket: &Ticket) -> Remarks {
    let remarks = ticket.remarks.iter();
    let remarks = remarks.map(|(event, found)| {
        let says = remark::of_ticket(found);
        (*event, EventRemark::of(Coded::of(found), says))
    });
    let answers = ticket.marks.iter().map(|mark| mark.event);
    Remarks {
        remarks: remarks.collect(),
        answers: answers.filter(|event| ticket.is_answer(*event)).collect(),
    }
}

/// What the fold remarks of each event of a customer.
pub(crate) fn remarks_of_customer(account: &Account) -> Remarks {
    let remarks = account.remarks.iter();
    let remarks = remarks.map(|(event, found)| {
        let says = said::as_it_is(remark::of_customer(found, account));
        (*event, EventRemark::of(Coded::of(found), says))
    });
    Remarks {
        remarks: remarks.collect(),
        answers: HashSet::new(),
    }
}

/// What a fold makes of the events of a stream.
#[derive(Clone, Debug, Default)]
pub(crate) struct Remarks {
    /// Remarks by their events.
    remarks: HashMap<EventId, EventRemark>,
    /// Acts of the plan of which the customer was told.
    answers: HashSet<EventId>,
}

impl Remarks {
    /// Puts what is remarked of an event among its marks.
    pub(crate) fn put(&mut self, event: EventId, marks: &mut EventMarks) {
        marks.remark = self.remarks.remove(&event);
        marks.answers = self.answers.contains(&event);
    }
}

impl EventRemark {
    fn of(found: Coded, says: Phrase) -> EventRemark {
        EventRemark { found, says }
    }
}
