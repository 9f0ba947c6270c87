//! `db restore`: a copy becomes the desk.

use std::path::Path;

use clap::Args;

use super::backup::remarked;
use crate::commands::Input;
use crate::commands::args::Consent;
use crate::context::persisted::{self, Persisted};
use crate::context::{Context, WriteMode};
use crate::failure::Failure;
use crate::render::Outcome;
use crate::store::{Access, Replace, Store, StoreError, is_free};

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
        let seal = whole(from)?;
        let replace = match is_free(&to) {
            true => Replace::Never,
            false => {
                permitted(&self, &to)?;
                Replace::WhatIsThere
            }
        };
        if self.consent.mode() == WriteMode::DryRun {
            return Ok(Outcome::only_said(format!(
                "would restore {} from {}: {seal}",
                to.display(),
                self.from
            )));
        }
        let copied = Store::restore(from, &to, replace)?;
        persisted::note(Persisted::File(to.clone()));
        let outcome = Outcome::only_said(format!(
            "{} is restored from {}: {}",
            to.display(),
            self.from,
            copied.seal
        ));
        Ok(remarked(outcome, &copied.placed))
    }
}

/// The backup's seal, when its record is whole.
fn whole(from: &Path) -> Result<crate::store::Seal, Failure> {
    let store = Store::open(from, Access::Read).map_err(|error| match error {
        StoreError::Missing { path } => {
            Failure::not_found(format!("no backup at {}", path.display()))
        }
        error => Failure::from(error),
    })?;
    let findings = store.verify(|_| {})?;
    match findings.first() {
        None => Ok(store.head()?),
        Some(first) => Err(Failure::desk_file(format!(
            "{} is no backup to go back to: its record is damaged",
            from.display()
        ))
        .fact(first.says.clone())
        .hint(format!(
            "`sladesk --db {} db check` tells what is wrong with it",
            from.display()
        ))),
    }
}

/// A desk is given up only for `--force`, and with a yes.
fn permitted(restore: &DbRestore, to: &Path) -> Result<(), Failure> {
    let held = match Store::open(to, Access::Read).and_then(|store| store.stats()) {
        Ok(stats) => format!(
            "the desk at {} with its {} events",
            to.display(),
            stats.events
        ),
        Err(_) => format!("the file at {}", to.display()),
    };
    if !restore.force {
        return Err(
            Failure::not_possible(format!("{} is there already", to.display()))
                .kind("exists")
                .hint(format!("`--force` gives up {held}")),
        );
    }
    let what = || format!("restore would give up {held}");
    restore.consent.permitted(what)
}
