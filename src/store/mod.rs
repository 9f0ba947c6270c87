//! The desk's file: the record (events in one hash chain, only ever added to) and the rows that
//! are derived from it so that every question is a short range of an index.
//!
//! Everything that knows SQL is here, and nothing here knows what a deadline is: rows are written
//! as the caller worked them out and read back. One transaction writes events and the rows
//! derived from them, or nothing.

#[macro_use]
mod statement;
#[macro_use]
mod row;

mod account;
mod as_of;
mod backup;
mod chain;
mod check;
mod columns;
mod content;
mod engine;
mod entry;
mod error;
mod event;
mod event_row;
mod file;
mod founding;
pub(crate) mod interrupt;
mod log;
mod lost_answer;
mod past;
mod past_text;
mod place;
mod portable;
mod redact;
mod row_spool;
mod schema;
mod seal;
mod tables;
mod ticket;
mod undo;
mod upgrade;
mod word;
mod writer;

#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::path::Path;
use std::time::{Duration, Instant};

use engine::{Engine, Transaction, TransactionPurpose};

pub(crate) use account::{
    AccountRows, ContractRow, CustomerRow, LedgerRow, StoredContact, StoredStaff, TermsRow,
    fold_email, names,
};
pub(crate) use as_of::AsOf;
pub(crate) use backup::{Replace, Stats};
pub(crate) use chain::hex;
pub(crate) use check::{CheckFinding, KeptTicket};
pub(crate) use content::ContentKind;
#[cfg(test)]
pub(crate) use engine::reads;
pub(crate) use engine::{Access, Arg, ServerAccess, is_on_server, set_server_access};
pub(crate) use entry::{CLOCKS_DIFFER, ClockSource, EntryRow};
pub(crate) use error::{ServerFault, StoreError};
pub(crate) use event::StoredEvent;
pub(crate) use file::{
    NewFile, Replaces, Synced, is_free, is_of_desk, make_folder, network, others_may_read,
    remove_desk,
};
pub(crate) use founding::Founding;
pub(crate) use interrupt::HeldSignal;
pub(crate) use log::{EventScope, LimitFrom, LogLine, LogQuery};
pub(crate) use past::PastFiller;
pub(crate) use place::FilePlaced;
pub(crate) use portable::{
    Destination, LineFault, PartAsked, ReceiveError, Received, Receiver, RecordLine, RecordLines,
};
pub(crate) use redact::Scrubbed;
pub(crate) use row_spool::{OpeningRow, RowSpool};
pub(crate) use seal::{BadSeal, Seal, SealText};
pub(crate) use tables::Tables;
pub(crate) use ticket::{
    ActiveTickets, Cached, ClockRow, ClockTest, Condition, DecidedClocks, DecidedQuery, Flag,
    LONGEST_SUBJECT, LiveClock, SearchCheck, TicketLink, TicketOrder, TicketQuery, TicketRow,
    TicketSave, TicketTest, TouchedQuery, rests_on,
};
pub(crate) use upgrade::Upgraded;
pub(crate) use writer::{Append, NewEntry, Writer};

/// An open desk.
pub(crate) struct Store {
    engine: Box<dyn Engine>,
    /// How many sets of past tables were made.
    past_sets: Cell<u32>,
}

/// While it lives, all reads of its store see the same state.
pub(crate) struct Snapshot<'s> {
    /// None within another transaction of ours, which holds still already.
    _transaction: Option<Transaction<'s>>,
}

/// While it lives, its store may be written to.
pub(crate) struct WriteAccess<'s> {
    store: &'s Store,
}

impl Drop for WriteAccess<'_> {
    fn drop(&mut self) {
        // What fails here leaves a reader that could write, and no reader of ours does.
        let _ = self.store.engine.set_access(Access::Read);
    }
}

/// How often a file is looked at that cannot be locked, and that somebody writes to.
const MOST_LOOKS: u32 = 8;
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

impl Store {
    /// Opens a desk.
    ///
    /// # Errors
    /// There is none, or the file is not one that this version can read or write.
    pub(crate) fn open(path: &Path, access: Access) -> Result<Store, StoreError> {
        let since = Instant::now();
        for _ in 0..MOST_LOOKS {
            let engine = engine::open(path, access)?;
            match schema::check(&*engine) {
                Ok(()) => return Store::ready(engine, access),
                Err(error) if engine.undisturbed() => return Err(error),
                // What is read while somebody writes to it says nothing about the file.
                Err(_) => std::thread::sleep(BETWEEN_LOOKS),
            }
        }
        Err(StoreError::Busy {
            path: path.to_owned(),
            seconds: since.elapsed().as_secs().max(1),
        })
    }

    /// The desk that an engine has open and that is one.
    fn ready(engine: Box<dyn Engine>, access: Access) -> Result<Store, StoreError> {
        if access == Access::Write {
            engine.prepare_to_write()?;
        }
        Ok(Store::on(engine))
    }

    fn on(engine: Box<dyn Engine>) -> Store {
        Store {
            engine,
            past_sets: Cell::new(0),
        }
    }

    /// Lets a desk that was opened to read be written to through the same connection: to open it
    /// once more is most of what a short write costs. None where that cannot be.
    ///
    /// # Errors
    /// The disk is full.
    pub(crate) fn begin_writing(&self) -> Result<Option<WriteAccess<'_>>, StoreError> {
        let begun = self.engine.begin_writing()?;
        Ok(begun.then_some(WriteAccess { store: self }))
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.engine.path()
    }

    /// What the clock of its server showed when it was opened; none of a file: the machine's is the
    /// only one.
    pub(crate) fn clock(&self) -> Option<crate::core::time::Instant> {
        self.engine.clock()
    }

    /// Whether the file is read as one that does not change, because it cannot be locked.
    pub(crate) fn is_read_at_rest(&self) -> bool {
        self.engine.is_read_at_rest()
    }

    /// Whether all that was read so far was of one file that nobody wrote to. Always so where the
    /// file can be locked; a reader who may not write to it has to ask before it answers.
    pub(crate) fn undisturbed(&self) -> bool {
        self.engine.undisturbed()
    }

    /// Holds still what is read, for an answer made of several questions. Writers go on.
    pub(crate) fn snapshot(&self) -> Result<Snapshot<'_>, StoreError> {
        let transaction = match self.engine.is_in_transaction() {
            true => None,
            false => Some(self.engine.begin(TransactionPurpose::Snapshot)?),
        };
        Ok(Snapshot {
            _transaction: transaction,
        })
    }
}
