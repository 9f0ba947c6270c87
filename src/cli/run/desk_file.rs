//! The desk's file, and what goes in and out of it.

use std::path::{Path, PathBuf};

use super::Answer;
use crate::cli::input::ProcessInput;
use crate::cli::tree::desk::{self as args, Config, Db, Import};
use crate::commands::{
    config as configuration, db as file, demo as demos, export as exports, import as imports,
};
use crate::context::Context;

pub(crate) fn import(command: Import, context: &mut Context) -> Answer {
    match command {
        Import::Events(args::ImportEvents {
            source,
            mapping,
            customer,
            contract,
            strict,
            write,
        }) => {
            let options = imports::Events {
                source: input(source),
                mapping,
                customer,
                contract,
                strict,
                write: write.into(),
            };
            imports::events(context, &options)
        }
        Import::Contacts(args::ImportContacts {
            source,
            customer,
            revoke_missing,
            write,
        }) => {
            let options = imports::Contacts {
                source: input(source),
                customer,
                revoke_missing,
                write: write.into(),
            };
            imports::contacts(context, &options)
        }
        Import::Holidays(args::ImportHolidays {
            source,
            name,
            write,
        }) => {
            let options = imports::ImportHolidays {
                source: input(source),
                name,
                write: write.into(),
            };
            imports::holidays(context, &options)
        }
        Import::Desk(args::ImportDesk { source, write }) => {
            let options = imports::ImportDesk {
                source: input(source),
                write: write.into(),
            };
            imports::desk(context, &options)
        }
    }
}

fn input(source: PathBuf) -> imports::Input {
    if source == Path::new("-") {
        imports::Input::Stdin
    } else {
        imports::Input::File(source)
    }
}

pub(crate) fn export(args: args::Export, context: &mut Context) -> Answer {
    let args::Export { filter } = args;
    exports::export(context, &exports::Export { filter })
}

pub(crate) fn db(command: Db, context: &mut Context, input: &ProcessInput) -> Answer {
    match command {
        Db::Init(args::Init { zone }) => {
            let options = file::Init { zone };
            file::init(context, &options)
        }
        Db::Path(args::Path) => file::path(context, &file::Path),
        Db::Stats(args::Stats) => file::stats(context, &file::Stats),
        Db::Check(args::CheckDesk { against }) => {
            let options = file::CheckDesk { against };
            file::check(context, &options)
        }
        Db::Seal(args::Seal) => file::seal(context, &file::Seal),
        Db::Redact(args::Redact { what, text, write }) => {
            let options = file::Redact {
                what,
                text: input.text(&text)?,
                write: write.into(),
            };
            file::redact(context, &options)
        }
        Db::Backup(args::Backup { to }) => {
            let options = file::Backup { to };
            file::backup(context, &options)
        }
        Db::Restore(args::Restore { from, force, yes }) => {
            let options = file::Restore { from, force, yes };
            file::restore(context, &options)
        }
        Db::Upgrade(args::Upgrade { yes }) => {
            let options = file::Upgrade { yes };
            file::upgrade(context, &options)
        }
    }
}

pub(crate) fn config(command: Config, context: &mut Context) -> Answer {
    match command {
        Config::Show(args::ShowConfig) => configuration::show(context, &configuration::ShowConfig),
        Config::Check(args::CheckConfig) => {
            configuration::check(context, &configuration::CheckConfig)
        }
    }
}

pub(crate) fn demo(args: args::Demo, context: &mut Context) -> Answer {
    let args::Demo {
        folder,
        tickets,
        seed,
    } = args;
    demos::demo(
        context,
        &demos::Demo {
            folder,
            tickets,
            seed,
        },
    )
}
