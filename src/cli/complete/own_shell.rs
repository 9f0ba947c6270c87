//! A shell whose script is ours, and which is answered in our own way.

use std::ffi::OsString;
use std::io::{Error, Write};
use std::path::Path;

use clap::Command;
use clap_complete::engine::{self, CompletionCandidate};
use clap_complete::env::EnvCompleter;

use crate::settings::Environment;

/// A shell that asks by a script of ours.
pub(super) struct OwnShell {
    pub name: &'static str,
    pub script: &'static str,
    /// What its script is told of what is offered.
    pub answer: fn(&[CompletionCandidate], &Environment) -> String,
}

impl EnvCompleter for OwnShell {
    fn name(&self) -> &'static str {
        self.name
    }

    fn is(&self, name: &str) -> bool {
        name == self.name
    }

    fn write_registration(
        &self,
        _: &str,
        _: &str,
        _: &str,
        _: &str,
        buf: &mut dyn Write,
    ) -> Result<(), Error> {
        buf.write_all(self.script.as_bytes())
    }

    fn write_complete(
        &self,
        cmd: &mut Command,
        mut args: Vec<OsString>,
        current_dir: Option<&Path>,
        buf: &mut dyn Write,
    ) -> Result<(), Error> {
        let environment = Environment::of_process();
        let index = environment.text("_CLAP_COMPLETE_INDEX").unwrap_or_default();
        let index: usize = index.parse().unwrap_or_default();
        // a word of which nothing is typed yet is no word of zsh's
        if args.len() == index {
            args.push(OsString::new());
        }
        let flag_begun = args
            .get(index)
            .is_some_and(|word| is_flag(word.as_encoded_bytes()));
        let found = engine::complete(cmd, args, index, current_dir)?;
        let found = match flag_begun {
            true => found,
            false => words_before_flags(found),
        };
        buf.write_all((self.answer)(&found, &environment).as_bytes())
    }
}

/// The words alone, where there are any: flags are asked for by a `-`, or stand where nothing else
/// can.
fn words_before_flags(found: Vec<CompletionCandidate>) -> Vec<CompletionCandidate> {
    let flag = |one: &CompletionCandidate| is_flag(one.get_value().as_encoded_bytes());
    match found.iter().all(flag) {
        true => found,
        false => found.into_iter().filter(|one| !flag(one)).collect(),
    }
}

fn is_flag(word: &[u8]) -> bool {
    word.starts_with(b"-")
}
