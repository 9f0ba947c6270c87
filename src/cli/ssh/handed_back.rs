//! Answers that go to files of the asking host: written by a command as a line with their names,
//! then each as a line with its length and its bytes; read and put in their places on the other
//! side.

use std::io::{self, BufRead, BufReader, Read, Seek, Write};
use std::process::ChildStdout;

use serde::{Deserialize, Serialize};

use crate::cli::answer_folder::{AnswerFolder, FolderSink, file_name};
use crate::cli::output::AnswerTarget;
use crate::failure::Failure;
use crate::render::{Body, OverwriteFiles, RenderError, RenderView, show};
use crate::settings::Settings;
use crate::wording::ssh as words;

/// A line between two programs is no longer than this.
const LONGEST_LINE: u64 = 1 << 20;

/// The names of what comes, and whether what is there may be written anew.
#[derive(Debug, Serialize, Deserialize)]
struct Names {
    names: Vec<String>,
    overwrite: bool,
    /// Their paths are printed: which they are is not known to whoever asked.
    listed: bool,
}

#[derive(Debug, Serialize, Deserialize)]
struct Length {
    length: u64,
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
        line(&Names {
            names: vec![file_name(&self.command, view.format)],
            overwrite: true,
            listed: false,
        })?;
        send(answer)
    }
}

impl FolderSink for SentAnswers {
    fn begin(&mut self, names: &[String], overwrite: OverwriteFiles) -> Result<(), Failure> {
        line(&Names {
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
    line(&Length {
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

/// Puts what comes in the places that were asked for. A command that answers nothing has said why.
///
/// # Errors
/// A file that is there already, or cannot be written; what is no answer, or breaks off.
pub(super) fn take_answers(
    from: ChildStdout,
    target: AnswerTarget,
    settings: &Settings,
    host: &str,
) -> Result<(), Failure> {
    let mut from = BufReader::new(from);
    let Some(coming) = read_line::<Names>(&mut from, host)? else {
        return Ok(());
    };
    let desk = &settings.db.value;
    match target {
        AnswerTarget::File(file) => {
            let length = next_length(&mut from, host)?;
            file.copy(&mut from.take(length), length)
        }
        AnswerTarget::Folder(folder, own, _made) => {
            drop(own);
            if !coming.names.iter().all(|name| is_plain(name)) {
                return Err(Failure::unexpected(words::no_answer(host)));
            }
            let overwrite = match coming.overwrite {
                true => OverwriteFiles::Agreed,
                false => OverwriteFiles::Refused,
            };
            let mut folder = AnswerFolder::of(&folder, desk);
            folder.begin(&coming.names, overwrite)?;
            for name in &coming.names {
                let length = next_length(&mut from, host)?;
                folder.copy(name, &mut (&mut from).take(length), length)?;
                if coming.listed {
                    folder.print(name)?;
                }
            }
            Ok(())
        }
        AnswerTarget::Stdout | AnswerTarget::Sent(_) => Ok(()),
    }
}

/// The name of a file in the folder, and of nothing else.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\0'])
}

fn next_length(from: &mut impl BufRead, host: &str) -> Result<u64, Failure> {
    match read_line(from, host)? {
        Some(Length { length }) => Ok(length),
        None => Err(Failure::unexpected(words::no_answer(host))),
    }
}

/// A line; none at the end.
fn read_line<T: serde::de::DeserializeOwned>(
    from: &mut impl BufRead,
    host: &str,
) -> Result<Option<T>, Failure> {
    let no_answer = || Failure::unexpected(words::no_answer(host));
    let mut text = String::new();
    let read = from.take(LONGEST_LINE).read_line(&mut text);
    match read.map_err(|_| no_answer())? {
        0 => Ok(None),
        _ => serde_json::from_str(&text).map_err(|_| no_answer()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_from_another_host_leads_out_of_the_folder() {
        for name in ["", "..", ".bashrc", "../a.pdf", "/etc/a", "a/b.pdf", "a\0b"] {
            assert!(!is_plain(name), "{name:?}");
        }
        assert!(is_plain("acme-quarterly-2026Q3-en.pdf"));
    }

    #[test]
    fn what_is_no_answer_is_told() {
        let read = |text: &str| read_line::<Names>(&mut text.as_bytes(), "desk1").map(|_| ());
        assert_eq!(read(""), Ok(()));
        assert_eq!(
            read("{\"names\":[\"a\"],\"overwrite\":true,\"listed\":false}\n"),
            Ok(())
        );
        let told = read("Last login: today\n").expect_err("a message of the day");
        assert!(told.message().contains("desk1"), "{}", told.message());
    }
}
