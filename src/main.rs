//! The program: what was typed, in; an exit code, out.

use std::process::ExitCode;

use sladesk::cli;
use sladesk::settings::Environment;

fn main() -> ExitCode {
    cli::complete();
    cli::run(std::env::args_os().collect(), &Environment::of_process()).into()
}
