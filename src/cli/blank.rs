//! Flags that were given nothing: `--corrects ""`, as a script types it whose variable is empty.

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};

use crate::core::text::is_blank;
use crate::failure::Failure;
use crate::wording::typed as words;

/// Every flag that was typed with a value says something.
///
/// # Errors
/// One of them is blank. A text (`-m`) is looked at whole, by the verb that takes it.
pub(super) fn no_blank_flag(command: &Command, matches: &ArgMatches) -> Result<(), Failure> {
    let flags = command.get_arguments().filter(|arg| !arg.is_positional());
    if let Some(flag) = flags
        .filter(|flag| flag.get_id() != "message")
        .find(|flag| is_blank_in(flag, matches))
    {
        let name = flag.get_long().unwrap_or(flag.get_id().as_str());
        return Err(Failure::usage(words::flag_is_empty(name)).kind("missing"));
    }
    let Some((name, below)) = matches.subcommand() else {
        return Ok(());
    };
    match command.find_subcommand(name) {
        Some(command) => no_blank_flag(command, below),
        None => Ok(()),
    }
}

fn is_blank_in(flag: &Arg, matches: &ArgMatches) -> bool {
    let id = flag.get_id().as_str();
    let typed = matches.value_source(id) == Some(ValueSource::CommandLine);
    let mut values = matches.try_get_raw(id).ok().flatten().into_iter().flatten();
    typed && values.any(|value| value.to_str().is_some_and(is_blank))
}
