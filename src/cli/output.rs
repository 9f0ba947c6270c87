//! An outcome brought to where it was asked for: stdout, a pager, a file written whole or not at
//! all; and what is said beside it.

use std::fs;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::terminal::{Terminal, program};
use crate::context::Context;
use crate::core::text::visible_line;
use crate::core::time::Local;
use crate::failure::{Exit, Failure};
use crate::render::{Body, Note, Outcome, RenderError, Stdout, View, show};
use crate::settings::{Format, Output, Settings, Verbosity};

/// Where the answer will go, made ready before the command runs: a write must not be carried out
/// and then find that its answer cannot be written.
pub(super) enum Target {
    Stdout,
    File(NewFile),
}

impl Target {
    /// The target that the settings name; `command` names the file in a folder.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(super) fn prepared(settings: &Settings, command: &str) -> Result<Target, Failure> {
        Ok(match &settings.output {
            Output::Stdout => Target::Stdout,
            Output::File(path) => Target::File(NewFile::at(path)?),
            Output::Folder(folder) => {
                let path = folder.join(file_name(command, settings.format));
                Target::File(NewFile::at(&path)?)
            }
        })
    }
}

/// Writes the answer, then what is said beside it.
///
/// # Errors
/// A record that cannot be worked out, or a file that cannot be written. A reader that has gone
/// away is no error.
pub(super) fn output(
    outcome: Outcome,
    context: &Context,
    terminal: Terminal,
    target: Target,
) -> Result<Exit, Failure> {
    let settings = &context.settings;
    let shown = super::zone::Shown::of(context);
    let own = outcome.zone.filter(|_| settings.times_in.value.is_none());
    let zone: &dyn Local = match &own {
        Some(zone) => zone,
        None => &shown,
    };
    let view = View {
        now: context.now(),
        zone,
        format: settings.format,
        fields: settings.fields.clone(),
        stdout: terminal.stdout(&settings.output),
        columns: columns(settings),
        colour: terminal.colour(settings),
    };
    let (body, notes, exit) = (outcome.body, outcome.notes, outcome.exit);
    match target {
        Target::Stdout => to_stdout(body, &view, settings)?,
        Target::File(file) => file.take(body, &view)?,
    }
    say(&notes, settings.talk);
    Ok(exit)
}

/// What is said beside the answer; who wants no sentences is warned all the same. A stderr that
/// nobody reads is no error.
fn say(notes: &[Note], talk: Verbosity) {
    let mut stderr = io::stderr().lock();
    for note in notes {
        let _ = match note {
            Note::Said(_) if talk == Verbosity::Quiet => Ok(()),
            Note::Said(sentence) => writeln!(stderr, "{}", visible_line(sentence)),
            Note::Warning(warning) => writeln!(stderr, "warning: {}", visible_line(warning)),
        };
    }
}

fn columns(settings: &Settings) -> Option<usize> {
    settings.environment.text("COLUMNS")?.parse().ok()
}

fn to_stdout(body: Body, view: &View<'_>, settings: &Settings) -> Result<(), Failure> {
    let Stdout::Terminal { height, .. } = view.stdout else {
        let mut out = BufWriter::with_capacity(64 * 1024, io::stdout().lock());
        let shown = show(body, view, &mut out);
        return halted(shown.and_then(|()| Ok(out.flush()?)), Path::new("stdout"));
    };
    let mut page = Vec::new();
    halted(show(body, view, &mut page), Path::new("stdout"))?;
    let lines = page.iter().filter(|&&byte| byte == b'\n').count();
    if lines < height || !paged(&page, &settings.pager.value) {
        halted(
            io::stdout().write_all(&page).map_err(RenderError::Write),
            Path::new("stdout"),
        )?;
    }
    Ok(())
}

/// Shows a long answer page by page; false when the pager cannot be started.
fn paged(page: &[u8], pager: &str) -> bool {
    let started = program(pager).stdin(Stdio::piped()).spawn();
    let Ok(mut child) = started else { return false };
    if let Some(mut stdin) = child.stdin.take() {
        // Whoever leaves the pager early has read enough.
        let _ = stdin.write_all(page);
    }
    // 126 and 127 are the shell's own: it found no such program.
    let code = child.wait().ok().and_then(|status| status.code());
    !matches!(code, Some(126 | 127))
}

/// A file that is written beside its place first: a reader sees the old one or the new one.
pub(super) struct NewFile {
    place: PathBuf,
    beside: PathBuf,
    file: fs::File,
}

impl NewFile {
    fn at(place: &Path) -> Result<NewFile, Failure> {
        let beside = beside(place);
        let file = fs::File::create(&beside);
        Ok(NewFile {
            file: file.map_err(|error| Failure::io("write", place, &error))?,
            place: place.to_owned(),
            beside,
        })
    }

    fn take(mut self, body: Body, view: &View<'_>) -> Result<(), Failure> {
        let written = self.filled(body, view).map_err(|halt| match halt {
            RenderError::Failure(failure) => failure,
            RenderError::Write(error) => Failure::io("write", &self.place, &error),
        });
        written.and_then(|()| {
            let moved = fs::rename(&self.beside, &self.place);
            moved.map_err(|error| Failure::io("write", &self.place, &error))
        })
    }

    fn filled(&mut self, body: Body, view: &View<'_>) -> Result<(), RenderError> {
        let mut out = BufWriter::with_capacity(64 * 1024, &mut self.file);
        show(body, view, &mut out)?;
        out.flush()?;
        drop(out);
        Ok(self.file.sync_all()?)
    }
}

impl Drop for NewFile {
    /// Nothing is left beside a file that was not written; once it stands in its place there is
    /// nothing left to take away.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.beside);
    }
}

fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}", std::process::id()))
}

/// `report sla` in csv is `report-sla.csv`.
fn file_name(command: &str, format: Option<Format>) -> String {
    let extension = match format {
        None | Some(Format::Text | Format::Table | Format::Ids) => "txt",
        Some(Format::Markdown) => "md",
        Some(format) => format.word(),
    };
    format!("{}.{extension}", command.replace(' ', "-"))
}

fn halted(result: Result<(), RenderError>, path: &Path) -> Result<(), Failure> {
    match result {
        Ok(()) => Ok(()),
        Err(RenderError::Failure(failure)) => Err(failure),
        Err(RenderError::Write(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(RenderError::Write(error)) => Err(Failure::io("write", path, &error)),
    }
}
