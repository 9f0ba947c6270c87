//! A desk on a server. Writers take turns at the lock of the desk's row; a reader's snapshot is of
//! one instant and waits for nobody.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use super::address::ServerAddress;
use super::fault::is_line_broken;
use super::objects;
use super::session::{ServerSession, set_access};
use super::text;
use super::unmade::{self, UnmadeTable, named_in};
use crate::core::time::Instant;
use crate::store::engine::cell::Arg;
use crate::store::engine::interface::{
    Access, Engine, RowError, RowVisitor, Stamp, TextIndex, TransactionPurpose,
};
use crate::store::error::{ServerFault, StoreError};

/// A transaction of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Under {
    Nothing,
    /// Its reads see one state. It may make temporary tables, which the server refuses where all is
    /// read only: so it is only a part of it that reads only.
    Snapshot,
    Write,
    /// One step of a founding, which stands or falls as a whole.
    Step,
}

/// One line to one desk.
pub(super) struct ServerDesk {
    place: PathBuf,
    address: ServerAddress,
    session: RefCell<Rc<ServerSession>>,
    under: Cell<Under>,
    access: Cell<Access>,
    /// A statement of the transaction failed: the server takes no other one in it.
    failed: Cell<bool>,
    /// Temporary tables of the transaction that nobody asked for yet.
    unmade: RefCell<Vec<UnmadeTable>>,
    /// All that is written stands when the desk is kept, or not at all.
    founding: Cell<bool>,
    /// It is a copy that follows another server.
    follows: bool,
    /// Somebody founded a desk there.
    founded: bool,
    /// What the server's clock showed when the line was made.
    clock: Instant,
}

const FORGET: &str = "DROP SCHEMA sladesk CASCADE";
const STAMP: &str = "SELECT * FROM stamp";
const CLOCK: &str = "SELECT CAST(floor(extract(epoch FROM clock_timestamp())) AS bigint), \
                     pg_is_in_recovery(), to_regclass('sladesk.stamp') IS NOT NULL, \
                     current_setting('server_encoding')";
const SERVER: &str = "SELECT current_setting('server_version')";
const SIZE: &str = "SELECT CAST(COALESCE(sum(pg_total_relation_size(oid)), 0) AS bigint) \
                    FROM pg_class WHERE relkind = 'r' AND relnamespace = to_regnamespace('sladesk')";

/// Whoever founds a desk does so alone: there is no row yet that could be locked.
const FOUND_ALONE: &str = "BEGIN; SELECT pg_advisory_xact_lock(1397506404)";

impl ServerDesk {
    /// Reaches a server.
    ///
    /// # Errors
    /// It cannot be reached; it keeps texts in another encoding.
    pub(super) fn connect(
        place: &Path,
        address: ServerAddress,
        access: Access,
    ) -> Result<ServerDesk, StoreError> {
        let session = ServerSession::open(place, &address, access)?;
        let mut desk = ServerDesk {
            place: place.to_owned(),
            address,
            session: RefCell::new(Rc::new(session)),
            under: Cell::new(Under::Nothing),
            access: Cell::new(access),
            failed: Cell::new(false),
            unmade: RefCell::default(),
            founding: Cell::new(false),
            follows: false,
            founded: false,
            clock: Instant(0),
        };
        let said = |cells: &mut crate::store::engine::RowCells<'_>| {
            let found = (cells.take()?, cells.take()?, cells.take()?);
            Ok((found, cells.take::<String>()?))
        };
        let (found, encoding) = (&desk as &dyn Engine).one(CLOCK, &[], said)?;
        if encoding != "UTF8" {
            return Err(StoreError::of_server(
                place,
                ServerFault::Encoding(encoding),
            ));
        }
        (desk.clock, desk.follows, desk.founded) = found;
        Ok(desk)
    }

    /// Whether there is one, of whatever version.
    pub(super) fn is_founded(&self) -> bool {
        self.founded
    }

    /// Begins to found a desk. One that is there is locked while it is founded anew.
    pub(super) fn begin_founding(&self) -> Result<(), StoreError> {
        self.session().script(FOUND_ALONE)?;
        self.founding.set(true);
        match objects::is_empty(self)? {
            true => Ok(()),
            false => self.script_now("SELECT 1 FROM sladesk.desk FOR UPDATE"),
        }
    }

    fn session(&self) -> Rc<ServerSession> {
        Rc::clone(&self.session.borrow())
    }

    /// Nothing of ours would be lost with the line.
    fn is_idle(&self) -> bool {
        self.under.get() == Under::Nothing && !self.founding.get()
    }

    /// Does it, and once more over another line where this one broke and nothing was under way: what
    /// was asked for was read, or was nothing yet.
    fn again_if_broken<T>(
        &self,
        ask: impl Fn(&Rc<ServerSession>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let idle = self.is_idle();
        let asked = ask(&self.session());
        match asked {
            Err(error) if idle && is_line_broken(&error) => {
                self.connect_again()?;
                ask(&self.session())
            }
            Err(error) => Err(self.failing(error)),
            done => done,
        }
    }

    fn connect_again(&self) -> Result<(), StoreError> {
        let access = self.access.get();
        let session = ServerSession::open(&self.place, &self.address, access)?;
        *self.session.borrow_mut() = Rc::new(session);
        Ok(())
    }

    /// In a transaction nothing follows on what failed.
    fn failing(&self, error: StoreError) -> StoreError {
        self.failed.set(!self.is_idle());
        error
    }

    fn script_now(&self, text: &str) -> Result<(), StoreError> {
        self.session()
            .script(text)
            .map_err(|error| self.failing(error))
    }

    /// Makes the temporary tables that a statement names, where they are not there yet.
    fn make_named_in(&self, text: &str) -> Result<(), StoreError> {
        let made = named_in(&mut self.unmade.borrow_mut(), text);
        if made.is_empty() {
            return Ok(());
        }
        match (self.under.get(), self.access.get()) {
            (Under::Snapshot, Access::Read) => {
                self.script_now(&format!("{READ_OFF};\n{made}{READ_ON}"))
            }
            _ => self.script_now(&made),
        }
    }

    /// What a reader may not do, whatever the server would let it.
    fn may_write(&self) -> Result<(), StoreError> {
        match self.access.get() {
            Access::Write => Ok(()),
            Access::Read => Err(StoreError::ReadOnly {
                path: self.place.clone(),
            }),
        }
    }
}

/// A part of a snapshot in which nothing is written.
const READ_ON: &str = "SAVEPOINT reading; SET TRANSACTION READ ONLY";
const READ_OFF: &str = "RELEASE SAVEPOINT reading";

const SNAPSHOT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ WRITE";
const SNAPSHOT_ONLY: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
const LOCKED: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; \
                      SELECT 1 FROM desk WHERE one = 1 FOR UPDATE";

impl Engine for ServerDesk {
    fn path(&self) -> &Path {
        &self.place
    }

    fn run(&self, text: &str, args: &[Arg<'_>]) -> Result<usize, StoreError> {
        self.may_write()?;
        self.make_named_in(text)?;
        // it may have been written before the line broke: it is not done again
        let ran = self.session().run(text, args);
        ran.map_err(|error| self.failing(error))
    }

    fn visit(
        &self,
        text: &str,
        args: &[Arg<'_>],
        visit: &mut RowVisitor<'_>,
    ) -> Result<(), RowError> {
        self.make_named_in(text)?;
        let (session, answer) =
            self.again_if_broken(|session| Ok((Rc::clone(session), session.ask(text, args)?)))?;
        loop {
            let next = session.next(&answer).map_err(|error| self.failing(error))?;
            match next {
                Some(row) => visit(&row)?,
                None => return Ok(()),
            }
        }
    }

    fn script(&self, text: &str) -> Result<(), StoreError> {
        self.may_write()?;
        if self.is_in_transaction() && text.starts_with(unmade::BEGINS) {
            self.unmade.borrow_mut().extend(unmade::unmade(text));
            return Ok(());
        }
        self.script_now(&text::said_here(text))
    }

    fn make(&self, statements: &[&'static str]) -> Result<(), StoreError> {
        self.script_now(text::BEFORE)?;
        self.script_now(&text::said_here(&statements.join(";\n")))?;
        self.script_now(text::BEHIND)
    }

    fn start(&self, purpose: TransactionPurpose) -> Result<(), StoreError> {
        let (begin, under) = match purpose {
            _ if self.founding.get() => ("SAVEPOINT step".to_owned(), Under::Step),
            TransactionPurpose::Write => (LOCKED.to_owned(), Under::Write),
            TransactionPurpose::Snapshot if self.follows => {
                (SNAPSHOT_ONLY.to_owned(), Under::Snapshot)
            }
            TransactionPurpose::Snapshot => match self.access.get() {
                Access::Read => (format!("{SNAPSHOT}; {READ_ON}"), Under::Snapshot),
                Access::Write => (SNAPSHOT.to_owned(), Under::Snapshot),
            },
        };
        if purpose == TransactionPurpose::Write && !self.founding.get() {
            self.may_write()?;
        }
        let begun = self.again_if_broken(|session| session.script(&begin));
        match begun {
            Ok(()) => {
                self.failed.set(false);
                self.under.set(under);
                Ok(())
            }
            Err(error) => {
                if !self.founding.get() {
                    // the transaction began, and the lock was not to be had
                    let _ = self.session().script("ROLLBACK");
                }
                self.failed.set(self.founding.get());
                Err(error)
            }
        }
    }

    fn commit(&self) -> Result<(), StoreError> {
        if self.failed.get() {
            self.roll_back();
            return Err(StoreError::bug(
                "a transaction goes on after what failed in it",
            ));
        }
        self.unmade.borrow_mut().clear();
        let under = self.under.replace(Under::Nothing);
        let done = self.session().script_warned(match under {
            Under::Step => "RELEASE SAVEPOINT step",
            _ => "COMMIT",
        });
        let maybe = StoreError::of_server(&self.place, ServerFault::MaybeWritten);
        match (done, under) {
            (Err(error), Under::Write) if is_line_broken(&error) => Err(maybe),
            // it stands here, and the copy that is waited for does not have it yet
            (Ok(true), Under::Write) => Err(maybe),
            (Err(error), _) => {
                let _ = self.session().script("ROLLBACK");
                Err(error)
            }
            (Ok(_), _) => Ok(()),
        }
    }

    fn roll_back(&self) {
        self.unmade.borrow_mut().clear();
        // a line that broke has taken it back
        let _ = match self.under.replace(Under::Nothing) {
            Under::Nothing => Ok(()),
            Under::Step => self
                .session()
                .script("ROLLBACK TO SAVEPOINT step; RELEASE SAVEPOINT step"),
            Under::Snapshot | Under::Write => self.session().script("ROLLBACK"),
        };
        self.failed.set(false);
    }

    fn is_in_transaction(&self) -> bool {
        self.under.get() != Under::Nothing
    }

    fn access(&self) -> Result<Access, StoreError> {
        Ok(self.access.get())
    }

    fn set_access(&self, access: Access) -> Result<(), StoreError> {
        if self.access.get() == access {
            return Ok(());
        }
        let set = match (self.under.get(), access) {
            (Under::Snapshot, _) if self.follows => {
                let follows = StoreError::of_server(&self.place, ServerFault::Follower);
                return match access {
                    Access::Read => Ok(()),
                    Access::Write => Err(follows),
                };
            }
            // what failed is taken back as a whole, and the access with it
            (Under::Snapshot, _) if self.failed.get() => Ok(()),
            (Under::Snapshot, Access::Read) => self.script_now(READ_ON),
            (Under::Snapshot, Access::Write) => self.script_now(READ_OFF),
            (Under::Write | Under::Step, _) => Ok(()),
            (Under::Nothing, _) => self.script_now(set_access(access)),
        };
        set.map(|()| self.access.set(access))
    }

    fn stamp(&self) -> Result<Stamp, StoreError> {
        let engine: &dyn Engine = self;
        let stamp = engine.first(STAMP, &[], |cells| {
            Ok(Stamp {
                application: cells.take()?,
                version: cells.take()?,
            })
        })?;
        Ok(stamp.unwrap_or(Stamp {
            application: 0,
            version: 0,
        }))
    }

    fn set_stamp(&self, stamp: Stamp) -> Result<(), StoreError> {
        self.session().script("DELETE FROM stamp")?;
        let row = [Arg::Whole(stamp.application), Arg::Whole(stamp.version)];
        let put = "INSERT INTO stamp VALUES ($1, $2)";
        self.session().run(put, &row).map(|_| ())
    }

    fn is_empty(&self) -> Result<bool, StoreError> {
        objects::is_empty(self)
    }

    fn difference(&self, _: &[&'static str]) -> Result<Option<String>, StoreError> {
        objects::difference(self)
    }

    /// A key that waits is held against its table when the transaction ends.
    fn defer_references(&self) -> Result<(), StoreError> {
        self.script_now("SET CONSTRAINTS ALL DEFERRED")
    }

    /// Its pages are the server's to look through.
    fn broken_pages(&self) -> Result<Vec<String>, StoreError> {
        Ok(Vec::new())
    }

    fn broken_keys(&self) -> Result<Vec<String>, StoreError> {
        objects::broken_keys(self)
    }

    fn begin_writing(&self) -> Result<bool, StoreError> {
        if self.is_in_transaction() {
            return Ok(false);
        }
        self.set_access(Access::Write)?;
        Ok(true)
    }

    fn rewrite(&self) -> Result<(), StoreError> {
        // the server passes over the tables of others, and says nothing
        if !objects::is_owned(self)? {
            return Err(StoreError::ReadOnly {
                path: self.place.clone(),
            });
        }
        for table in objects::tables(self)? {
            self.session().script(&format!("VACUUM (FULL) {table}"))?;
        }
        Ok(())
    }

    /// What was rewritten is gone from its tables; what the server has written down for those who
    /// follow it, or for a copy of an earlier moment, is the server's.
    fn forget_older_states(&self, _: Duration) -> Result<bool, StoreError> {
        Ok(true)
    }

    fn copy_over(
        &self,
        _: &Path,
        _: &Path,
        _: &dyn Fn() -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        Err(StoreError::of_server(&self.place, ServerFault::NoFile))
    }

    fn size(&self) -> Result<u64, StoreError> {
        let engine: &dyn Engine = self;
        let bytes: i64 = engine.one(SIZE, &[], |cells| cells.take())?;
        Ok(bytes.unsigned_abs())
    }

    /// Whose it is.
    fn journal(&self) -> Result<String, StoreError> {
        let engine: &dyn Engine = self;
        let version: String = engine.one(SERVER, &[], |cells| cells.take())?;
        Ok(format!("postgresql {version}"))
    }

    fn text_index(&self) -> TextIndex {
        TextIndex::TsVector
    }

    fn clock(&self) -> Option<Instant> {
        Some(self.clock)
    }

    fn keep(&self) -> Result<(), StoreError> {
        self.founding.set(false);
        let kept = self.session().script("COMMIT");
        kept.map_err(|error| match is_line_broken(&error) {
            true => StoreError::of_server(&self.place, ServerFault::MaybeWritten),
            false => error,
        })
    }

    fn clear(&self) -> Result<(), StoreError> {
        self.script_now(FORGET)
    }
}
