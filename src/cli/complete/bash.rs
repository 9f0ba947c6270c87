//! bash at the tab key: it cuts a word at `:` and `=` and replaces only the last piece, and it puts
//! in what it is given as it is.

use std::ffi::OsString;
use std::io::{Error, Write};
use std::path::Path;

use clap::Command;
use clap_complete::engine;
use clap_complete::env::EnvCompleter;

use crate::settings::Environment;

/// bash, with words that hold `:`, `=` and spaces.
pub(super) struct Bash;

/// What separates words of a command line, or means something else in one.
const SPECIAL: &str = " \t\\'\"`$&|;<>()*?[]{}!#~";

impl EnvCompleter for Bash {
    fn name(&self) -> &'static str {
        "bash"
    }

    fn is(&self, name: &str) -> bool {
        name == "bash"
    }

    fn write_registration(
        &self,
        _: &str,
        _: &str,
        _: &str,
        _: &str,
        buf: &mut dyn Write,
    ) -> Result<(), Error> {
        buf.write_all(include_bytes!("bash.sh"))
    }

    fn write_complete(
        &self,
        cmd: &mut Command,
        args: Vec<OsString>,
        current_dir: Option<&Path>,
        buf: &mut dyn Write,
    ) -> Result<(), Error> {
        let environment = Environment::of_process();
        let told = |name: &str| environment.text(name).unwrap_or_default();
        let index = told("_CLAP_COMPLETE_INDEX").parse().unwrap_or_default();
        let before = told("_SLADESK_BEFORE");
        let quoted = told("_SLADESK_QUOTED") == "yes";
        let separator = environment.text("_CLAP_IFS").unwrap_or("\n");
        let found = engine::complete(cmd, args, index, current_dir)?;
        for (i, candidate) in found.iter().enumerate() {
            if i > 0 {
                buf.write_all(separator.as_bytes())?;
            }
            let word = candidate.get_value().to_string_lossy();
            let rest = word.strip_prefix(before).unwrap_or(&word);
            let typed = if quoted {
                rest.to_owned()
            } else {
                escaped(rest)
            };
            buf.write_all(typed.as_bytes())?;
        }
        Ok(())
    }
}

/// As it would be typed outside of quotes.
fn escaped(word: &str) -> String {
    let mut typed = String::with_capacity(word.len());
    for character in word.chars() {
        if SPECIAL.contains(character) {
            typed.push('\\');
        }
        typed.push(character);
    }
    typed
}
