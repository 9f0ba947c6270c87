//! Answers that go to files of the asking host, on their way there: a line with their names, then
//! each as a line with its length and its bytes.

use std::io::{self, Seek, Write};

use serde::{Deserialize, Serialize};

use crate::cli::answer_folder::{FolderSink, file_name};
use crate::failure::Failure;
use crate::render::{Body, OverwriteFiles, RenderError, RenderView, show};

/// The names of what comes, and whether what is there may be written anew.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SentNames {
    pub names: Vec<String>,
    pub overwrite: bool,
    /// Their paths are printed: which they are is not known to whoever asked.
    pub listed: bool,
}

/// How many bytes follow.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SentLength {
    pub length: u64,
}

/// Answers on their way to another host.
pub(in crate::cli) struct SentAnswers {
    /// What the file of an answer that is one is called in a folder.
    command: String,
}

impl SentAnswers {
    /// Of that command.
    pub(in crate::cli) fn of(command: &str) -> SentAnswers {
        SentAnswers {
            command: command.to_owned(),
        }
    }

    /// Sends the one answer that there is.
    ///
    /// # Errors
    /// It cannot be worked out, or does not hold by then.
    pub(in crate::cli) fn answer(
        self,
        body: Body,
        view: &RenderView<'_>,
        still: impl FnOnce() -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let answer = made(body, view, still)?;
        line(&SentNames {
            names: vec![file_name(&self.command, view.format)],
            overwrite: true,
            listed: false,
        })?;
        send(answer)
    }
}

impl FolderSink for SentAnswers {
    fn begin(&mut self, names: &[String], overwrite: OverwriteFiles) -> Result<(), Failure> {
        line(&SentNames {
            names: names.to_vec(),
            overwrite: overwrite == OverwriteFiles::Agreed,
            listed: true,
        })
    }

    fn take(
        &mut self,
        _: &str,
        body: Body,
        view: &RenderView<'_>,
        still: impl FnOnce() -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        send(made(body, view, still)?)
    }
}

/// An answer as a whole: its length comes before it.
fn made(
    body: Body,
    view: &RenderView<'_>,
    still: impl FnOnce() -> Result<(), Failure>,
) -> Result<std::fs::File, Failure> {
    let unkept = |error| Failure::io("write", &std::env::temp_dir(), &error);
    let mut file = tempfile::tempfile().map_err(unkept)?;
    let mut out = io::BufWriter::new(&mut file);
    let shown = show(body, view, &mut out).and_then(|()| Ok(out.flush()?));
    drop(out);
    shown.map_err(|error| match error {
        RenderError::Failure(failure) => failure,
        RenderError::Write(error) => unkept(error),
    })?;
    still()?;
    file.rewind().map_err(unkept)?;
    Ok(file)
}

fn send(mut answer: std::fs::File) -> Result<(), Failure> {
    let length = answer.metadata().map(|about| about.len());
    line(&SentLength {
        length: length.map_err(unsent)?,
    })?;
    let mut stdout = io::stdout().lock();
    io::copy(&mut answer, &mut stdout).map_err(unsent)?;
    stdout.flush().map_err(unsent)
}

fn line(says: &impl Serialize) -> Result<(), Failure> {
    let mut text = serde_json::to_vec(says).unwrap_or_default();
    text.push(b'\n');
    io::stdout().lock().write_all(&text).map_err(unsent)
}

fn unsent(error: io::Error) -> Failure {
    Failure::io("write", std::path::Path::new("stdout"), &error)
}
