//! What a shell offers at the tab key.
//!
//! The shell's script asks the program itself, so that the two always match. What is offered for
//! an argument stands beside it; words of closed lists offer themselves.

use clap::CommandFactory;
use clap_complete::CompleteEnv;

use super::tree::Cli;

/// Answers the shell and ends the process, if it was the shell that started it.
pub(crate) fn complete() {
    CompleteEnv::with_factory(Cli::command)
        .var("SLADESK_COMPLETE")
        .completer("sladesk")
        .complete();
}
