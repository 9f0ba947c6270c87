//! zsh at the tab key: words in the order in which they are offered, each with what it means.

use std::ffi::OsString;
use std::io::{Error, Write};
use std::path::Path;

use clap::Command;
use clap_complete::engine;
use clap_complete::env::EnvCompleter;

use super::offer::told;
use crate::settings::Environment;

/// zsh, which would sort by itself what stands in an order.
pub(super) struct Zsh;

impl EnvCompleter for Zsh {
    fn name(&self) -> &'static str {
        "zsh"
    }

    fn is(&self, name: &str) -> bool {
        name == "zsh"
    }

    fn write_registration(
        &self,
        _: &str,
        _: &str,
        _: &str,
        _: &str,
        buf: &mut dyn Write,
    ) -> Result<(), Error> {
        buf.write_all(include_bytes!("zsh.sh"))
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
        let index = index.parse().unwrap_or_default();
        // a word of which nothing is typed yet is no word of zsh's
        if args.len() == index {
            args.push(OsString::new());
        }
        for candidate in engine::complete(cmd, args, index, current_dir)? {
            let word = candidate.get_value().to_string_lossy();
            writeln!(buf, "{word}\t{}", told(&candidate).unwrap_or_default())?;
        }
        Ok(())
    }
}
