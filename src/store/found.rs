//! Founding a desk: its file, its tables and its first event, all of it or nothing.

use std::path::Path;

use super::Store;
use super::chain;
use super::engine::{Engine, Purpose, args};
use super::error::StoreError;
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
    /// Makes a new desk: its file, its tables and its founding event. All of it or nothing.
    ///
    /// # Errors
    /// A file of that name is there, or the folder cannot be written.
    pub(crate) fn found(path: &Path, founding: Founding) -> Result<Store, StoreError> {
        let engine = Engine::create(path)?;
        let store = Store::on(engine);
        let made = store.make(founding);
        if let Err(error) = made {
            if !matches!(error, StoreError::Exists { .. } | StoreError::Busy { .. }) {
                drop(store);
                let _ = std::fs::remove_file(path);
            }
            return Err(error);
        }
        store.engine.keep_a_log()?;
        Ok(store)
    }

    fn make(&self, founding: Founding) -> Result<(), StoreError> {
        let mut bytes = [0_u8; 16];
        random(&mut bytes)?;
        let id = chain::hex(&bytes);
        let transaction = self.engine.begin(Purpose::Write)?;
        schema::make(&self.engine)?;
        self.engine
            .run(FOUND, args![id, VERSION, env!("CARGO_PKG_VERSION")])?;
        let at = founding.by.recorded;
        let mut writer = self.writer(transaction, founding.by)?;
        let founded = Fact::Founded(Founded {
            id,
            version: u32::try_from(VERSION).expect("the schema's version is small"),
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
