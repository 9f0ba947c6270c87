//! The program: what was typed, in; an exit code, out.

use std::io::Write;
use std::process::ExitCode;

use sladesk::cli;
use sladesk::failure::Exit;
use sladesk::settings::Environment;

/// A fold is many small strings: a third of its time is theirs under the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|panic| {
        own_up(panic);
        std::process::exit(Exit::Unexpected.code().into());
    }));
    cli::complete();
    cli::run(std::env::args_os().collect(), &Environment::of_process()).into()
}

/// A bug, said as one: what it is, where it is, and that nothing half-done was kept.
fn own_up(panic: &std::panic::PanicHookInfo<'_>) {
    let payload = panic.payload();
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let what = text.unwrap_or("it does not say why");
    let place = panic
        .location()
        .map(ToString::to_string)
        .unwrap_or_default();
    let _ = writeln!(
        std::io::stderr(),
        "error: a bug in sladesk {}: {what}\n  at {place}; a write that was under way is taken back\n\
         hint: tell the people who make it, with the command that you typed",
        env!("CARGO_PKG_VERSION"),
    );
}
