//! An outcome brought to where it was asked for: stdout, a pager, a file written whole or not at
//! all; and what is said beside it.

use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::Stdio;

use super::answer_folder::{AnswerFolder, FolderSink, file_name};
use super::answer_target::AnswerTarget;
use super::halted::halted;
use super::terminal::{Terminal, program};
use crate::context::Context;
use crate::context::persisted::{self, Persisted};
use crate::core::text::{shortened, visible_line};
use crate::core::time::{Local, LocalNow, moment};
use crate::failure::{Exit, Failure};
use crate::render::{
    Body, NamedAnswer, Outcome, OutcomeNote, OverwriteFiles, Progress, RenderError, RenderView,
    Stdout, show,
};
use crate::settings::{Format, Output, Verbosity};
use crate::store::{Store, StoreError, interrupt, is_on_server, network};
use crate::wording::{self, asked, present};

/// Writes the answer, then what is said beside it.
///
/// # Errors
/// A record that cannot be worked out, or a file that cannot be written. A reader that has gone
/// away is no error.
pub(super) fn output(
    outcome: Outcome,
    context: &Context,
    terminal: Terminal,
    target: AnswerTarget,
) -> Result<Exit, Failure> {
    let settings = &context.settings;
    let shown = super::zone::ShownZone::of(context);
    let own = outcome.zone.filter(|_| settings.times_in.value.is_none());
    let zone: &dyn Local = match &own {
        Some(zone) => zone,
        None => &shown,
    };
    // a folder is for people: what its files are named for
    let format = settings.format.or(match settings.output {
        Output::Folder(_) => Some(Format::Text),
        Output::Stdout | Output::File(_) => None,
    });
    // what is answered without a desk is of none
    let desk = match format {
        Some(Format::Ics) => context.store().ok().map(Store::desk_id).transpose()?,
        _ => None,
    };
    let view = RenderView {
        now: context.shown_from(),
        desk: desk.as_deref(),
        zone,
        format,
        fields: settings.fields.clone(),
        stdout: terminal.stdout(settings),
        line_end: settings.line_end,
        colour: terminal.colour(settings),
    };
    let (body, notes, exit) = (outcome.body, outcome.notes, outcome.exit);
    let heading = outcome.heading.filter(|_| view.at_terminal());
    let misnamed = match &settings.output {
        Output::File(path) if format.is_none() && body.has_formats() => unknown_ending(path),
        _ => None,
    };
    let given = match target {
        AnswerTarget::Stdout => to_stdout(heading, body, &view, context),
        AnswerTarget::File(file) => file.take(body, &view, || undisturbed(context)),
        AnswerTarget::Folder(folder, file, _made) => match body {
            Body::Files(files, overwrite) => {
                drop(file);
                let desk = &settings.db.value;
                let mut folder = AnswerFolder::of(&folder, desk);
                each_in(
                    &mut folder,
                    files,
                    overwrite,
                    &view,
                    context,
                    |folder, name| folder.print(name),
                )
            }
            body => file.take(body, &view, || undisturbed(context)),
        },
        AnswerTarget::Sent(mut sent) => match body {
            Body::Files(files, overwrite) => {
                each_in(&mut sent, files, overwrite, &view, context, |_, _| Ok(()))
            }
            body => sent.answer(body, &view, || undisturbed(context)),
        },
    };
    // What was written is said, whatever becomes of the answer.
    if given.is_ok() || persisted::so_far().is_some() {
        say(terminal, &notes, settings.verbosity);
    }
    if let Some(misnamed) = misnamed.filter(|_| given.is_ok()) {
        warn(terminal, &misnamed);
    }
    if persisted::so_far().is_none() {
        warn_of_a_clock_ahead(terminal, context);
    }
    given.map(|()| exit)
}

/// What is told of a file whose name ends as that of a format does that there is not.
fn unknown_ending(path: &Path) -> Option<String> {
    let ending = path.extension()?.to_str()?;
    Some(asked::ending_says_nothing(&path.display(), ending))
}

/// Each answer in a file of its own.
fn each_in<S: FolderSink>(
    folder: &mut S,
    files: Vec<NamedAnswer>,
    overwrite: OverwriteFiles,
    view: &RenderView<'_>,
    context: &Context,
    done: impl Fn(&S, &str) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let name = |file: &NamedAnswer| file_name(&file.name, view.format);
    let names: Vec<String> = files.iter().map(name).collect();
    folder.begin(&names, overwrite)?;
    let progress = Progress::new(&context.settings);
    progress.steps("writing", files.len());
    for (file, name) in files.into_iter().zip(names) {
        let own: &dyn Local = match context.settings.times_in.value {
            Some(_) => view.zone,
            None => &file.zone,
        };
        let view = RenderView {
            zone: own,
            fields: view.fields.clone(),
            ..*view
        };
        let body = Body::Listing(file.listing);
        folder.take(&name, body, &view, || undisturbed(context))?;
        progress.step();
        progress.aside(|| done(folder, &name))?;
        // each file is whole; those that were written stay
        if interrupt::is_asked() {
            return Err(StoreError::Interrupted.into());
        }
    }
    progress.done();
    Ok(())
}

/// What is said beside the answer; who wants no sentences is warned all the same.
fn say(terminal: Terminal, notes: &[OutcomeNote], verbosity: Verbosity) {
    for note in notes {
        match note {
            OutcomeNote::Said(_) if verbosity == Verbosity::Quiet => {}
            OutcomeNote::Said(sentence) => terminal.say(&format!("{}\n", said(sentence))),
            OutcomeNote::Warning(warning) => warn(terminal, warning),
        }
    }
}

fn said(sentence: &str) -> String {
    visible_line(&shortened(sentence)).into_owned()
}

/// A write that stands is no failure, whatever failed after it: said, with the exit code of
/// success, so that nobody does it once more.
pub(super) fn report_persisted(terminal: Terminal, done: &Persisted, failure: &Failure) -> Exit {
    let failed = wording::failure::says(failure);
    warn(
        terminal,
        &format!("{done}; what came after it failed: {failed}"),
    );
    Exit::Done
}

/// Several machines that write to one file would damage it.
pub(super) fn warn_of_network(terminal: Terminal, desk: &Path) {
    if !is_on_server(desk)
        && let Some(kind) = network(desk)
    {
        let desk = desk.display();
        let says = format!(
            "{desk} lies on a network file system ({kind}): write to it from one machine only"
        );
        warn(terminal, &says);
    }
}

/// What is shown is as of an entry that lies ahead: a clock is wrong, that one or this one.
fn warn_of_a_clock_ahead(terminal: Terminal, context: &Context) {
    // what needed no desk is not to open one for this
    let Some(entry) = context.entry_ahead() else {
        return;
    };
    if let Ok(here) = context.here() {
        let here = LocalNow::new(context.clock(), here.zone);
        let says = present::ahead(
            entry.id,
            &entry.actor,
            &moment(entry.recorded, here),
            &moment(context.clock(), here),
        );
        warn(terminal, &says);
    }
}

fn warn(terminal: Terminal, warning: &str) {
    terminal.say(&format!("warning: {}\n", said(warning)));
}

/// The kind of a failure that is none: the same command has to look again.
pub(super) const DISTURBED: &str = "disturbed";

/// Whether what was read may be answered: see [`Context::undisturbed`].
pub(super) fn undisturbed(context: &Context) -> Result<(), Failure> {
    // A command that has written is never done once more; what it answers is what it wrote.
    match persisted::so_far().is_some() || context.undisturbed() {
        true => Ok(()),
        false => Err(Failure::desk_file(format!(
            "{} is busy: somebody wrote to it whenever it was read",
            context.settings.db.value.display()
        ))
        .kind(DISTURBED)),
    }
}

fn to_stdout(
    heading: Option<String>,
    body: Body,
    view: &RenderView<'_>,
    context: &Context,
) -> Result<(), Failure> {
    let height = match view.stdout {
        Stdout::Terminal { height, .. } => Some(height),
        Stdout::Elsewhere { .. } => None,
    };
    let grows = matches!(body, Body::Growing(_));
    if grows || height.is_none() && !context.reads_at_rest() {
        let mut out = BufWriter::with_capacity(64 * 1024, io::stdout().lock());
        let shown = show(body, view, &mut out);
        return halted(shown.and_then(|()| Ok(out.flush()?)), Path::new("stdout"));
    }
    let mut page = heading.map_or_else(Vec::new, |line| format!("{line}\n\n").into_bytes());
    halted(show(body, view, &mut page), Path::new("stdout"))?;
    undisturbed(context)?;
    show_page(&page, height, &context.settings.pager.value)
}

/// Shows a page, piece by piece where it is longer than the terminal is high.
///
/// # Errors
/// stdout cannot be written to.
pub(super) fn show_page(page: &[u8], height: Option<usize>, pager: &str) -> Result<(), Failure> {
    let lines = page.iter().filter(|&&byte| byte == b'\n').count();
    let long = height.is_some_and(|height| lines >= height);
    if !long || !paged(page, pager) {
        let mut stdout = io::stdout().lock();
        let written = stdout.write_all(page).and_then(|()| stdout.flush());
        halted(written.map_err(RenderError::Write), Path::new("stdout"))?;
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
