//! The program: what was typed, in; an exit code, out.
#![forbid(unsafe_code)]

/// A fold is many small strings: a third of its time is theirs under the system's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    sladesk::run()
}
