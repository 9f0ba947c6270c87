//! The process around a command: its words and environment, the shell's tab key, and a bug that
//! is said as one.

use std::process::ExitCode;
use std::sync::Arc;

use signal_hook::consts::{SIGINT, SIGXFSZ};

use super::terminal::Terminal;
use crate::context::persisted;
use crate::failure::Exit;
use crate::settings::Environment;
use crate::store::interrupt;

/// Does what this process was started with; the exit codes are those of `sladesk help exit-codes`.
pub fn run() -> ExitCode {
    std::panic::set_hook(Box::new(|panic| {
        let exit = match persisted::so_far() {
            Some(stands) => {
                report_panic(panic, &format!("{stands}, and stands"));
                Exit::Done
            }
            None => {
                report_panic(panic, "a write that was under way is taken back");
                Exit::Unexpected
            }
        };
        std::process::exit(exit.code().into());
    }));
    // Otherwise a limit on the length of files would kill the process in the middle of a write;
    // without a signal the write fails, and that is told.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::default());
    let (asked, at_once) = (interrupt::asked(), interrupt::at_once());
    for ends in [at_once, Arc::clone(&asked)] {
        let _ = signal_hook::flag::register_conditional_default(SIGINT, ends);
    }
    let _ = signal_hook::flag::register(SIGINT, asked);
    super::complete::complete();
    super::run_words(std::env::args_os().collect(), &Environment::of_process()).into()
}

/// A bug, said as one: what it is, where it is, and that nothing half-done was kept.
fn report_panic(panic: &std::panic::PanicHookInfo<'_>, write: &str) {
    let payload = panic.payload();
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let what = text.unwrap_or("it does not say why");
    let place = panic
        .location()
        .map(ToString::to_string)
        .unwrap_or_default();
    let says = format!(
        "error: a bug in sladesk {}: {what}\n  at {place}; {write}\n\
         hint: tell the people who make it, with the command that you typed\n",
        env!("CARGO_PKG_VERSION"),
    );
    Terminal::of_process(&Environment::of_process()).say(&says);
}
