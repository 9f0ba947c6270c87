//! Commands from elsewhere: `sladesk-foo` on PATH is `sladesk foo`, where no command of ours is
//! called so. It stands for the whole command: what comes of it is what comes of the program.

use std::ffi::OsString;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use super::help::TOPICS;
use super::tree::{Cli, Global};
use super::words::next_word;
use crate::failure::Failure;
use crate::settings::{Environment, PresentSource, Settings};
use crate::store::is_on_server;
use crate::wording::newcomer;

/// A program that stands for a command.
pub(super) struct External {
    name: String,
    program: PathBuf,
    /// Where its name stands among the words.
    at: usize,
}

impl External {
    /// The program that the words name, when they could not be parsed and one is on PATH.
    pub(super) fn named(
        error: &clap::Error,
        words: &[OsString],
        environment: &Environment,
    ) -> Option<External> {
        if error.kind() != ErrorKind::InvalidSubcommand {
            return None;
        }
        let at = next_word(words, 1)?;
        let name = words[at].to_str()?.to_owned();
        External::called(name, at, environment)
    }

    /// The program that help is asked on: no command or topic of ours is called so.
    pub(super) fn of_help(words: &[String], environment: &Environment) -> Option<External> {
        let [name] = words else { return None };
        match TOPICS.iter().any(|topic| topic.name == name) {
            true => None,
            false => External::called(name.clone(), 0, environment),
        }
    }

    fn called(name: String, at: usize, environment: &Environment) -> Option<External> {
        let plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let known = Cli::command().find_subcommand(&name).is_some();
        if known || !name.chars().all(plain) {
            return None;
        }
        let path = environment.path("PATH")?;
        let file = format!("sladesk-{name}");
        let mut programs = std::env::split_paths(&path).map(|folder| folder.join(&file));
        let program = programs.find(|program| is_program(program))?;
        Some(External { name, program, at })
    }

    /// Becomes that program: the words behind its name are its own, and it is handed the desk that
    /// was meant, so that the commands which it runs mean the same.
    ///
    /// # Errors
    /// The words in front of its name cannot be understood or handed on, or it cannot be started.
    pub(super) fn run(self, words: &[OsString], environment: &Environment) -> Failure {
        match self.command(words, environment) {
            Ok(mut command) => Failure::io("start", &self.program, &command.exec()),
            Err(failure) => failure,
        }
    }

    /// Becomes that program, asked what it is.
    pub(super) fn helps(self) -> Failure {
        let error = Command::new(&self.program).arg("--help").exec();
        Failure::io("start", &self.program, &error)
    }

    fn command(&self, words: &[OsString], environment: &Environment) -> Result<Command, Failure> {
        let global = self.global(&words[..self.at])?;
        let flags = global.flags();
        let given = flags.now;
        let settings = Settings::resolve(flags, environment.clone())?;
        let named = super::ssh::names_a_host(&settings) || is_on_server(&settings.db.value);
        let desk = match named {
            true => settings.db.value,
            false => std::path::absolute(&settings.db.value).unwrap_or(settings.db.value),
        };
        let mut command = Command::new(&self.program);
        command
            .args(&words[self.at + 1..])
            .env("SLADESK_DB", desk)
            .env("SLADESK_ACTOR", &settings.actor.value);
        if let Ok(own) = std::env::current_exe() {
            command.env("SLADESK", own);
        }
        if let Some(plans) = &settings.plans.value {
            let plans = std::path::absolute(plans).unwrap_or_else(|_| plans.clone());
            command.env("SLADESK_PLANS", plans);
        }
        if let Some(zone) = &settings.times_in.value {
            command.env("SLADESK_TIMES_IN", zone);
        }
        if let Some(PresentSource::Given(at)) = given {
            command.env("SLADESK_NOW", at.to_string());
        }
        Ok(command)
    }

    /// The flags in front of its name. Those that have no variable cannot be handed on.
    fn global(&self, before: &[OsString]) -> Result<Global, Failure> {
        let mut tree = Cli::command();
        let matches = tree
            .try_get_matches_from_mut(before)
            .map_err(|error| super::clap_errors::refused(&error, &tree, before))?;
        let cli = Cli::from_arg_matches(&matches)
            .map_err(|error| super::clap_errors::refused(&error, &tree, before))?;
        match cli.global.without_variable() {
            Some(flag) => {
                let (says, hint) = newcomer::not_handed_on(flag, &self.name);
                Err(Failure::usage(says).hint(hint))
            }
            None => Ok(cli.global),
        }
    }
}

fn is_program(path: &Path) -> bool {
    let found = std::fs::metadata(path);
    found.is_ok_and(|found| found.is_file() && found.permissions().mode() & 0o111 != 0)
}
