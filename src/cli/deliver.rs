//! An outcome brought to where it was asked for: stdout, a pager, a file written whole or not at
//! all; and what is said beside it.

use std::fs;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::terminal::Terminal;
use crate::core::words::visible_line;
use crate::desk::Desk;
use crate::failure::{Exit, Failure};
use crate::render::{Body, Halt, Note, Outcome, Stdout, View, show};
use crate::settings::{Format, Output, Settings, Talk};

/// Writes the answer, then what is said beside it.
///
/// # Errors
/// A record that cannot be worked out, or a file that cannot be written. A reader that has gone
/// away is no error.
pub fn deliver(
    outcome: Outcome,
    desk: &Desk,
    terminal: Terminal,
    command: &str,
) -> Result<Exit, Failure> {
    let settings = &desk.settings;
    let zone = super::zone::Shown::of(desk);
    let view = View {
        now: desk.now(),
        zone: &zone,
        format: settings.format,
        fields: settings.fields.clone(),
        stdout: terminal.stdout(&settings.output),
        columns: columns(settings),
        colour: terminal.colour(settings),
    };
    let (exit, notes) = (outcome.exit, outcome.notes);
    match &settings.output {
        Output::Stdout => to_stdout(outcome.body, &view, settings)?,
        Output::File(path) => to_file(outcome.body, &view, path)?,
        Output::Folder(folder) => {
            let path = folder.join(file_name(command, settings.format));
            to_file(outcome.body, &view, &path)?;
        }
    }
    if settings.talk == Talk::Sentences {
        say(&notes);
    }
    Ok(exit)
}

/// What is said beside the answer; a stderr that nobody reads is no error.
fn say(notes: &[Note]) {
    let mut stderr = io::stderr().lock();
    for note in notes {
        let _ = match note {
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
            io::stdout().write_all(&page).map_err(Halt::Write),
            Path::new("stdout"),
        )?;
    }
    Ok(())
}

/// Shows a long answer page by page; false when the pager cannot be started.
fn paged(page: &[u8], pager: &str) -> bool {
    let mut words = pager.split_whitespace();
    let Some(program) = words.next() else {
        return false;
    };
    let started = Command::new(program)
        .args(words)
        .stdin(Stdio::piped())
        .spawn();
    let Ok(mut child) = started else { return false };
    if let Some(mut stdin) = child.stdin.take() {
        // Whoever leaves the pager early has read enough.
        let _ = stdin.write_all(page);
    }
    let _ = child.wait();
    true
}

/// Beside the file first, then in its place: a reader sees the old one or the new one.
fn to_file(body: Body, view: &View<'_>, path: &Path) -> Result<(), Failure> {
    let beside = beside(path);
    let failed = |error: io::Error| Failure::io("write", path, &error);
    let file = fs::File::create(&beside).map_err(failed)?;
    let mut out = BufWriter::with_capacity(64 * 1024, file);
    let written = show(body, view, &mut out).and_then(|()| {
        out.flush()?;
        Ok(out.get_ref().sync_all()?)
    });
    let written = match written {
        Ok(()) => fs::rename(&beside, path).map_err(failed),
        Err(Halt::Failure(failure)) => Err(failure),
        Err(Halt::Write(error)) => Err(failed(error)),
    };
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
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

fn halted(result: Result<(), Halt>, path: &Path) -> Result<(), Failure> {
    match result {
        Ok(()) => Ok(()),
        Err(Halt::Failure(failure)) => Err(failure),
        Err(Halt::Write(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(Halt::Write(error)) => Err(Failure::io("write", path, &error)),
    }
}
