//! `db restore`: a copy becomes the desk.

use std::path::Path;

use clap::Args;

use crate::commands::Input;
use crate::commands::args::Consent;
use crate::commands::placed::remarked;
use crate::context::persisted::{self, Persisted};
use crate::context::{Context, WriteMode};
use crate::failure::Failure;
use crate::render::Outcome;
use crate::store::{Access, Replace, Store, StoreError, is_free};
use crate::wording::db::{self as words, GivenUp};

/// Restore: a copy becomes the desk
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk db restore desk-2026-10-01.db")]
pub(crate) struct DbRestore {
    /// The copy
    #[arg(value_name = "FILE")]
    from: String,
    /// Over a desk that is there
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    consent: Consent,
}

impl DbRestore {
    /// Puts a backup in the place of the desk, when its record is whole.
    ///
    /// # Errors
    /// There is no such backup, its record is damaged, or a desk is there already and nobody said
    /// `--force`.
    pub(crate) fn run(self, context: &Context, _: &dyn Input) -> Result<Outcome, Failure> {
        let to = context.settings.db.value.clone();
        let from = Path::new(&self.from);
        context.may_write()?;
        Store::must_be_a_file(&to)?;
        let seal = whole(from)?;
        let replace = match is_free(&to) {
            true => Replace::Never,
            false => {
                permitted(&self, &to)?;
                Replace::WhatIsThere
            }
        };
        if self.consent.mode() == WriteMode::DryRun {
            return Ok(Outcome::only_said(words::restored(
                &to.display().to_string(),
                &self.from,
                &seal.to_string(),
                false,
            )));
        }
        let copied = Store::restore(from, &to, replace)?;
        persisted::note(Persisted::File(to.clone()));
        let outcome = Outcome::only_said(words::restored(
            &to.display().to_string(),
            &self.from,
            &copied.seal.to_string(),
            true,
        ));
        Ok(remarked(outcome, &copied.placed))
    }
}

/// The backup's seal, when its record is whole.
fn whole(from: &Path) -> Result<crate::store::Seal, Failure> {
    let store = Store::open(from, Access::Read).map_err(|error| match error {
        StoreError::Missing { path } => {
            Failure::not_found(words::no_backup(&path.display().to_string()))
        }
        error => Failure::from(error),
    })?;
    let findings = store.verify(|_| {})?;
    match findings.first() {
        None => Ok(store.head()?),
        Some(first) => {
            let (message, hint) = words::damaged_backup(&from.display().to_string());
            Err(Failure::desk_file(message)
                .fact(first.says.clone())
                .hint(hint))
        }
    }
}

/// A desk is given up only for `--force`, and with a yes.
fn permitted(restore: &DbRestore, to: &Path) -> Result<(), Failure> {
    let stats = Store::open(to, Access::Read).and_then(|store| store.stats());
    let path = to.display().to_string();
    let given_up = GivenUp {
        path: &path,
        events: stats.ok().map(|stats| stats.events),
    };
    if !restore.force {
        let (message, hint) = words::is_there(given_up);
        return Err(Failure::not_possible(message).kind("exists").hint(hint));
    }
    let what = || words::would_give_up(given_up);
    restore.consent.permitted(what)
}
