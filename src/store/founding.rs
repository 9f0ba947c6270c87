//! Founding a desk: its file, its tables and its first event, all of it or nothing.

use std::path::Path;

use super::Store;
use super::chain;
use super::engine::{self, NewDesk, TransactionPurpose, args, is_on_server};
use super::entry::ClockSource;
use super::error::StoreError;
use super::file::takes_new;
use super::place::{FilePlaced, place_new};
use super::schema::{self, VERSION};
use super::writer::{Append, NewEntry, random};
use crate::core::model::{CustomerId, Fact, Founded, Stream};

/// How a desk begins.
#[derive(Clone, Debug)]
pub(crate) struct Founding {
    /// The desk's own zone.
    pub zone: String,
    pub by: NewEntry,
}

statements! {
    FOUND: "INSERT INTO desk (one, id, version, program) VALUES (1, $1, $2, $3)"
        => "";
}

impl Store {
    /// Makes a new desk: its file, its tables, its founding event, and what is written `first`. All
    /// of it or nothing: it has its name when it is whole, or stands on its server.
    ///
    /// # Errors
    /// A file of that name is there, or the folder cannot be written.
    pub(crate) fn found<E: From<StoreError>>(
        path: &Path,
        founding: Founding,
        first: impl FnOnce(&Store) -> Result<(), E>,
    ) -> Result<FilePlaced, E> {
        if !is_on_server(path) && !takes_new(path) {
            let path = path.to_owned();
            return Err(StoreError::Exists { path }.into());
        }
        let (engine, new) = engine::create(path)?;
        let store = Store::on(engine);
        let mut founding = founding;
        if founding.by.given == ClockSource::Machine {
            // several hosts write to what is on a server: its clock is the one
            let clock = store.engine.clock();
            founding.by.recorded = clock.unwrap_or(founding.by.recorded);
        }
        store.make(founding)?;
        first(&store)?;
        store.engine.prepare_to_write()?;
        match new {
            NewDesk::OnServer => {
                store.engine.keep()?;
                Ok(FilePlaced::default())
            }
            NewDesk::File(new) => {
                drop(store);
                Ok(place_new(new, path)?)
            }
        }
    }

    /// Makes the tables in a database that has none, and writes the founding event.
    pub(super) fn make(&self, founding: Founding) -> Result<(), StoreError> {
        let mut bytes = [0_u8; 16];
        random(&mut bytes)?;
        let id = chain::hex(&bytes);
        let transaction = self.engine.begin(TransactionPurpose::Write)?;
        schema::make(&*self.engine)?;
        self.engine
            .run(FOUND, args![id, VERSION, env!("CARGO_PKG_VERSION")])?;
        let at = founding.by.recorded;
        let mut writer = self.writer(transaction, founding.by)?;
        let founded = Fact::Founded(Founded {
            id,
            version: u32::try_from(VERSION).expect("the schema's version is small"),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            zone: founding.zone,
        });
        writer.append(Append::plain(
            Stream::Customer(CustomerId::DESK),
            at,
            &founded,
        ))?;
        writer.commit().map(|_| ())
    }
}
