//! Copies of the desk's file: made while others go on writing, and put in its place again.

use std::path::{Path, PathBuf};

use crate::context::Context;
use crate::failure::Failure;
use crate::render::{Cell, Outcome, WriteOutcome};
use crate::store::{Access, Replace, Store, StoreError};

/// `db backup`: a copy that is whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Backup {
    /// A file, or a folder with `/` at its end.
    pub to: Option<String>,
}

/// `db restore`: a copy becomes the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Restore {
    pub from: String,
    /// Over a desk that is there.
    pub force: bool,
    pub yes: bool,
}

/// `db upgrade`: brings the file to this version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Upgrade {
    pub yes: bool,
}

/// Copies the desk to a file that is not there yet: the one named, or one named after the day,
/// in the folder named or beside the desk.
///
/// # Errors
/// There is such a file, or it cannot be written.
pub(crate) fn backup(context: &mut Context, options: &Backup) -> Result<Outcome, Failure> {
    let store = context.store()?;
    let to = place(context, options.to.as_deref());
    store.backup(&to)?;
    let seal = Store::open(&to, Access::Read)?.head()?;
    let to = to.display().to_string();
    let written = WriteOutcome::nothing().said(format!("backed up to {to}: {seal}"));
    Ok(Outcome::written(written.created(Cell::text(to))))
}

fn place(context: &Context, to: Option<&str>) -> PathBuf {
    let path = &context.settings.db.value;
    let folder = match to {
        Some(to) if to.ends_with('/') || Path::new(to).is_dir() => PathBuf::from(to),
        Some(file) => return PathBuf::from(file),
        None => path.parent().map(Path::to_owned).unwrap_or_default(),
    };
    let stem = path.file_stem().map(|stem| stem.to_string_lossy());
    let stem = stem.as_deref().unwrap_or("desk");
    let when = context.now().to_string().replace(':', "");
    folder.join(format!("{stem}-{when}.db"))
}

/// Puts a backup in the place of the desk, when its record is whole.
///
/// # Errors
/// There is no such backup, its record is damaged, or a desk is there already and nobody said
/// `--force`.
pub(crate) fn restore(context: &mut Context, options: &Restore) -> Result<Outcome, Failure> {
    let to = context.settings.db.value.clone();
    let from = Path::new(&options.from);
    let seal = whole(from)?;
    let replace = match to.exists() {
        false => Replace::Never,
        true => {
            permitted(options, &to)?;
            Replace::WhatIsThere
        }
    };
    Store::restore(from, &to, replace)?;
    Ok(Outcome::only_said(format!(
        "{} is restored from {}: {seal}",
        to.display(),
        options.from
    )))
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
fn permitted(options: &Restore, to: &Path) -> Result<(), Failure> {
    let held = match Store::open(to, Access::Read).and_then(|store| store.stats()) {
        Ok(stats) => format!(
            "the desk at {} with its {} events",
            to.display(),
            stats.events
        ),
        Err(_) => format!("the file at {}", to.display()),
    };
    if !options.force {
        return Err(
            Failure::not_possible(format!("{} is there already", to.display()))
                .kind("exists")
                .hint(format!("`--force` gives up {held}")),
        );
    }
    if options.yes {
        return Ok(());
    }
    Err(Failure::unconfirmed(format!(
        "restore would give up {held}"
    )))
}

/// Brings the file to this version's schema.
///
/// # Errors
/// The file is none that this version can bring further.
pub(crate) fn upgrade(context: &mut Context, _options: &Upgrade) -> Result<Outcome, Failure> {
    let stats = context.store()?.stats()?;
    Ok(Outcome::only_said(format!(
        "{} has schema {}, the newest; there is nothing to do",
        context.settings.db.value.display(),
        stats.schema
    )))
}
