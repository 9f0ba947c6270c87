//! The desk's file, and what goes in and out of it.

use std::path::{Path, PathBuf};

use super::Answer;
use crate::cli::tree::desk::{self as args, Config, Db, Import};
use crate::cli::typed::Typed;
use crate::commands::{
    config as configuration, db as file, demo as demos, export as exports, import as imports,
};
use crate::desk::Desk;

pub fn import(command: Import, desk: &mut Desk) -> Answer {
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
            imports::events(desk, &options)
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
            imports::contacts(desk, &options)
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
            imports::holidays(desk, &options)
        }
        Import::Desk(args::ImportDesk { source, write }) => {
            let options = imports::ImportDesk {
                source: input(source),
                write: write.into(),
            };
            imports::desk(desk, &options)
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

pub fn export(args: args::Export, desk: &mut Desk) -> Answer {
    let args::Export { filter } = args;
    exports::export(desk, &exports::Export { filter })
}

pub fn db(command: Db, desk: &mut Desk, typed: &Typed) -> Answer {
    match command {
        Db::Init(args::Init { zone }) => {
            let options = file::Init { zone };
            file::init(desk, &options)
        }
        Db::Path(args::Path) => file::path(desk, &file::Path),
        Db::Stats(args::Stats) => file::stats(desk, &file::Stats),
        Db::Check(args::CheckDesk { against }) => {
            let options = file::CheckDesk { against };
            file::check(desk, &options)
        }
        Db::Seal(args::Seal) => file::seal(desk, &file::Seal),
        Db::Redact(args::Redact { what, text, write }) => {
            let options = file::Redact {
                what,
                text: typed.text(&text)?,
                write: write.into(),
            };
            file::redact(desk, &options)
        }
        Db::Backup(args::Backup { to }) => {
            let options = file::Backup { to };
            file::backup(desk, &options)
        }
        Db::Restore(args::Restore { from, force, yes }) => {
            let options = file::Restore { from, force, yes };
            file::restore(desk, &options)
        }
        Db::Upgrade(args::Upgrade { yes }) => {
            let options = file::Upgrade { yes };
            file::upgrade(desk, &options)
        }
    }
}

pub fn config(command: Config, desk: &mut Desk) -> Answer {
    match command {
        Config::Show(args::ShowConfig) => configuration::show(desk, &configuration::ShowConfig),
        Config::Check(args::CheckConfig) => configuration::check(desk, &configuration::CheckConfig),
    }
}

pub fn demo(args: args::Demo, desk: &mut Desk) -> Answer {
    let args::Demo {
        folder,
        tickets,
        seed,
    } = args;
    demos::demo(
        desk,
        &demos::Demo {
            folder,
            tickets,
            seed,
        },
    )
}
