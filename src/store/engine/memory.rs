//! A desk in memory, for as long as somebody has it open.
//!
//! Each connection works on a copy of its own: it is brought up to what was committed last before
//! a statement or a transaction, and what a transaction of it wrote is handed on when it is
//! committed. So a reader holds still by not looking, and writers take turns.

use std::cell::{Cell, Ref, RefCell};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::cell::Arg;
use super::interface::{
    Access, BUSY_TIMEOUT, Engine, RowError, RowVisitor, Stamp, TransactionPurpose,
};
use super::sqlite::{Handle, difference, is_empty};
use crate::store::error::StoreError;

/// Where a desk in memory is: whoever has it can open the desk.
#[derive(Clone)]
pub(in crate::store) struct MemoryPlace(Arc<Shared>);

struct Shared {
    committed: Mutex<MemoryState>,
    /// Whether somebody writes.
    writing: Mutex<bool>,
    /// Somebody has written.
    written: Condvar,
}

/// A state of the desk, and how many there were before it.
struct MemoryState {
    database: Handle,
    number: u64,
}

/// No state has this number.
const UNKNOWN: u64 = u64::MAX;

impl MemoryPlace {
    /// A place with nothing in it.
    ///
    /// # Errors
    /// There is no memory for it.
    pub(in crate::store) fn new() -> Result<MemoryPlace, StoreError> {
        Ok(MemoryPlace(Arc::new(Shared {
            committed: Mutex::new(MemoryState {
                database: Handle::in_memory()?,
                number: 0,
            }),
            writing: Mutex::new(false),
            written: Condvar::new(),
        })))
    }

    fn committed(&self) -> MutexGuard<'_, MemoryState> {
        held(&self.0.committed)
    }

    /// Nobody else can open it.
    fn is_mine(&self) -> bool {
        Arc::strong_count(&self.0) == 1
    }

    /// Waits for a turn to write. False when somebody else wrote for too long.
    fn take_turn(&self) -> bool {
        let writing = held(&self.0.writing);
        let waited = self
            .0
            .written
            .wait_timeout_while(writing, BUSY_TIMEOUT, |writing| *writing);
        let (mut writing, waited) = waited.unwrap_or_else(PoisonError::into_inner);
        if !waited.timed_out() {
            *writing = true;
        }
        !waited.timed_out()
    }

    fn end_turn(&self) {
        *held(&self.0.writing) = false;
        self.0.written.notify_one();
    }
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One connection to a desk in memory.
pub(in crate::store) struct Memory {
    place: MemoryPlace,
    own: RefCell<Handle>,
    /// The number of the state that its copy is of.
    state: Cell<u64>,
    writes: Cell<bool>,
}

impl Memory {
    /// Opens what is at a place.
    ///
    /// # Errors
    /// There is no memory for a copy.
    pub(in crate::store) fn open(place: MemoryPlace, access: Access) -> Result<Memory, StoreError> {
        let memory = Memory {
            own: RefCell::new(Handle::in_memory()?),
            state: Cell::new(0),
            writes: Cell::new(false),
            place,
        };
        memory.own.borrow().set_access(access)?;
        Ok(memory)
    }

    /// Its copy, brought up to what was committed last. Within a transaction, and while rows are
    /// being read, it holds still.
    fn newest(&self) -> Result<Ref<'_, Handle>, StoreError> {
        let still = self.is_in_transaction();
        if !still && let Ok(mut own) = self.own.try_borrow_mut() {
            let committed = self.place.committed();
            if committed.number != self.state.get() {
                committed.database.copy_into(&mut own)?;
                self.state.set(committed.number);
            }
        }
        Ok(self.own.borrow())
    }

    /// Hands on what was written, if anybody could see it.
    fn publish(&self) -> Result<(), StoreError> {
        if self.place.is_mine() {
            return Ok(());
        }
        // Should it fail, the own copy is of no state that anybody knows.
        self.state.set(UNKNOWN);
        let mut committed = self.place.committed();
        self.own.borrow().copy_into(&mut committed.database)?;
        committed.number += 1;
        self.state.set(committed.number);
        Ok(())
    }

    /// A write outside a transaction is one of its own.
    fn autocommit<T>(
        &self,
        write: impl FnOnce(&Handle) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let own = self.newest()?;
        let done = write(&own)?;
        if !own.is_in_transaction() && own.access()? == Access::Write {
            drop(own);
            self.publish()?;
        }
        Ok(done)
    }

    fn end_turn(&self) {
        if self.writes.take() {
            self.place.end_turn();
        }
    }
}

impl Engine for Memory {
    fn path(&self) -> &Path {
        Path::new(":memory:")
    }

    fn run(&self, text: &str, args: &[Arg<'_>]) -> Result<usize, StoreError> {
        self.autocommit(|own| own.run(text, args))
    }

    fn visit(
        &self,
        text: &str,
        args: &[Arg<'_>],
        visit: &mut RowVisitor<'_>,
    ) -> Result<(), RowError> {
        self.newest()?.visit(text, args, visit)
    }

    fn script(&self, text: &str) -> Result<(), StoreError> {
        self.autocommit(|own| own.script(text))
    }

    fn start(&self, purpose: TransactionPurpose) -> Result<(), StoreError> {
        if purpose == TransactionPurpose::Write {
            if !self.place.take_turn() {
                return Err(StoreError::Busy {
                    path: self.path().to_owned(),
                    seconds: BUSY_TIMEOUT.as_secs(),
                });
            }
            self.writes.set(true);
        }
        let begun = self.newest().and_then(|own| own.script("BEGIN"));
        if begun.is_err() {
            self.end_turn();
        }
        begun
    }

    fn commit(&self) -> Result<(), StoreError> {
        let committed = self.own.borrow().script("COMMIT");
        let done = match (&committed, self.writes.get()) {
            (Ok(()), true) => self.publish(),
            _ => committed,
        };
        self.roll_back();
        done
    }

    fn roll_back(&self) {
        self.own.borrow().roll_back();
        self.end_turn();
    }

    fn is_in_transaction(&self) -> bool {
        self.own.borrow().is_in_transaction()
    }

    fn access(&self) -> Result<Access, StoreError> {
        self.own.borrow().access()
    }

    fn set_access(&self, access: Access) -> Result<(), StoreError> {
        self.own.borrow().set_access(access)
    }

    fn stamp(&self) -> Result<Stamp, StoreError> {
        self.newest()?.stamp()
    }

    fn set_stamp(&self, stamp: Stamp) -> Result<(), StoreError> {
        self.autocommit(|own| own.set_stamp(stamp))
    }

    fn is_empty(&self) -> Result<bool, StoreError> {
        is_empty(&*self.newest()?)
    }

    fn difference(&self, made_by: &[&'static str]) -> Result<Option<String>, StoreError> {
        difference(&*self.newest()?, made_by)
    }

    fn defer_references(&self) -> Result<(), StoreError> {
        self.newest()?.defer_references()
    }

    fn broken_pages(&self) -> Result<Vec<String>, StoreError> {
        self.newest()?.broken_pages()
    }

    fn broken_keys(&self) -> Result<Vec<String>, StoreError> {
        self.newest()?.broken_keys()
    }

    fn rewrite(&self) -> Result<(), StoreError> {
        self.autocommit(Handle::rewrite)
    }

    /// What a reader still sees is its own copy.
    fn forget_older_states(&self, _: Duration) -> Result<bool, StoreError> {
        Ok(true)
    }

    fn copy_over(
        &self,
        path: &Path,
        name: &Path,
        still_may: &dyn Fn() -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.newest()?.copy_over(path, name, still_may)
    }

    fn size(&self) -> Result<u64, StoreError> {
        self.newest()?.size()
    }

    fn journal(&self) -> Result<String, StoreError> {
        self.newest()?.journal()
    }
}
