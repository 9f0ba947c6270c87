//! A text written in the person's own editor.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

use super::terminal::{Terminal, program};
use crate::failure::{Exit, Failure, FailureCode};
use crate::settings::{Environment, clock};

/// A text that was written, and the file that holds it until it has been used.
pub(super) struct EditedText {
    pub text: String,
    pub path: PathBuf,
}

const CUT: &str = "# What stands above this line is the text. Nothing there: nothing is done.";

/// Opens the editor on an empty text.
///
/// # Errors
/// There is no terminal, the editor cannot be started or fails, or nothing was written.
pub(super) fn written(
    environment: &Environment,
    terminal: Terminal,
) -> Result<EditedText, Failure> {
    if !terminal.edits() {
        return Err(Failure::coded(Exit::Usage, FailureCode::NoTerminal));
    }
    let path =
        std::env::temp_dir().join(format!("sladesk-{}-{}.txt", std::process::id(), clock().0));
    let unusable = |error| Failure::io("write", &path, &error);
    let mut file = private().open(&path).map_err(unusable)?;
    file.write_all(format!("\n\n{CUT}\n").as_bytes())
        .map_err(unusable)?;
    drop(file);
    edit(environment, &path)?;
    let all = fs::read_to_string(&path).map_err(|error| Failure::io("read", &path, &error))?;
    let text = all.split(CUT).next().unwrap_or_default().trim().to_owned();
    let written = EditedText { text, path };
    if written.text.is_empty() {
        written.forget();
        return Err(Failure::not_possible(
            "no text was written, so nothing was done",
        ));
    }
    Ok(written)
}

impl EditedText {
    /// Takes the file away. One that stays behind harms nobody.
    pub(super) fn forget(&self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// A new file that only its owner can read.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    options
}

fn edit(environment: &Environment, path: &std::path::Path) -> Result<(), Failure> {
    let editor = environment
        .text("VISUAL")
        .or_else(|| environment.text("EDITOR"))
        .unwrap_or("vi");
    let status = program(editor).arg(path).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failure::not_possible(format!(
            "the editor `{editor}` gave up, so nothing was done"
        ))
        .fact(format!("what was written is in {}", path.display()))),
        Err(error) => Err(Failure::usage(format!(
            "the editor `{editor}` cannot be started: {error}"
        ))
        .hint("EDITOR names another; or give the text with `-m`")),
    }
}
