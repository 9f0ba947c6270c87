//! What is typed: words, prepared and parsed, become options of a command; what the command
//! returns goes where it was asked for. The exit code is decided here.

mod answer_file;
mod answer_folder;
mod answer_target;
mod asking;
mod attempts;
mod blank;
mod clap_errors;
mod complete;
mod editor;
mod external;
mod halted;
mod help;
mod input;
mod made_folder;
mod output;
mod process;
mod shell;
mod ssh;
mod terminal;
#[cfg(test)]
mod tests;
pub(crate) mod tree;
pub(crate) mod words;
mod zone;

use std::ffi::OsString;
use std::io::Write;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

pub use process::run;

use crate::commands::overview;
use crate::context::{Context, persisted};
use crate::core::text::visible_line;
use crate::core::time::Instant;
use crate::failure::{Exit, Failure, FailureView};
use crate::settings::{Abbreviations, ColorWhen, Environment, Flags, Format, Settings, Verbosity};
use crate::wording;
use answer_target::AnswerTarget;
use asking::Answers;
use attempts::Attempts;
use external::External;
use help::HelpLength;
use input::ProcessInput;
use shell::ShellView;
use ssh::{Served, ServedCommand};
use terminal::Terminal;
use tree::{Cli, Verb};

/// Where a command comes from: what it was started with, and for whom it is done.
struct CommandOrigin<'o> {
    environment: &'o Environment,
    terminal: Terminal,
    /// None: it was typed here.
    served: Option<&'o Served>,
}

/// Does what the words say; the first is the program's name.
fn run_words(words: Vec<OsString>, environment: &Environment) -> Exit {
    let origin = CommandOrigin {
        environment,
        terminal: Terminal::of_process(environment),
        served: None,
    };
    match ssh::asked(&words, environment) {
        None => run_of(words, &origin),
        Some(Ok(asked)) => {
            let ServedCommand {
                words,
                environment,
                terminal,
                served,
            } = asked;
            let origin = CommandOrigin {
                environment: &environment,
                terminal,
                served: Some(&served),
            };
            run_of(words, &origin)
        }
        Some(Err(failure)) => {
            let input = ProcessInput::new(environment, origin.terminal);
            refused(failure, &words, environment, origin.terminal, &input)
        }
    }
}

/// Does what the words say, wherever they come from.
fn run_of(words: Vec<OsString>, origin: &CommandOrigin<'_>) -> Exit {
    let (environment, terminal) = (origin.environment, origin.terminal);
    let typed = words::prepared(words);
    let held = origin
        .served
        .and_then(|served| served.settings(environment).ok());
    let mut answers = Answers::new(terminal, held);
    let mut input = ProcessInput::new(environment, terminal);
    let mut attempts = Attempts::new();
    loop {
        let words = answers.behind(&typed);
        let failure = match once(&words, origin, &mut input, &mut attempts) {
            Ok(exit) => {
                input.done();
                return exit;
            }
            Err(failure) => failure,
        };
        if attempts.once_more(&failure) && input.again() {
            continue;
        }
        let failure = wording::failure::worded(failure);
        let question = failure.question().filter(|_| terminal.asks());
        let mistaken = question.and_then(|_| answers.mistaken(&typed));
        let asked = match (mistaken, question, answers.blames(&failure)) {
            (Some((wrong, unknown)), ..) => {
                tell(&wording::failure::worded(unknown), environment, terminal);
                answers.ask_again(wrong)
            }
            (None, Some(question), _) => answers.ask(question, &typed),
            (None, None, Some(wrong)) => {
                tell(&failure, environment, terminal);
                answers.ask_again(wrong)
            }
            (None, None, None) => return refused(failure, &words, environment, terminal, &input),
        };
        if let Err(unanswered) = asked {
            return refused(unanswered, &words, environment, terminal, &input);
        }
    }
}

/// Says for people what went wrong.
fn tell(failure: &Failure, environment: &Environment, terminal: Terminal) {
    let message = failure.drawn(FailureView {
        color_mode: terminal.color_mode(environment, ColorWhen::Auto),
        width: terminal.stderr_width(),
    });
    // It fits already, and may have colours.
    let _ = std::io::stderr().write_all(message.as_bytes());
}

fn once(
    words: &[OsString],
    origin: &CommandOrigin<'_>,
    input: &mut ProcessInput,
    attempts: &mut Attempts,
) -> Result<Exit, Failure> {
    let (environment, terminal) = (origin.environment, origin.terminal);
    if let Some(served) = origin.served {
        served.may_ask(words)?;
    }
    let (mut command, parsed) = parsed(words);
    let matches = match parsed {
        Ok(matches) => matches,
        Err(error) => {
            if let Some(external) = External::named(&error, words, environment) {
                return Err(external.run(words, environment));
            }
            // the page of all commands needs no more than their names
            if words::next_word(words, 1).is_some() {
                command.build();
            }
            let room = terminal.help_width();
            return parted(&error, &mut command, words, room);
        }
    };
    blank::no_blank_flag(&command, &matches)?;
    let cli = Cli::from_arg_matches(&matches)
        .map_err(|error| clap_errors::refused(&error, &command, words))?;
    let name = tree::command_of(&matches);
    let mut settings = settings(cli.global.flags(), origin)?;
    if terminal.asks() {
        settings.abbreviations = Abbreviations::Taken;
    }
    if origin.served.is_none()
        && let Some(exit) = ssh::elsewhere(words, &matches, &name, &settings, terminal)?
    {
        return Ok(exit);
    }
    input.begin(&name, &settings);
    let target = AnswerTarget::prepared(&settings, &name)?;
    let context = Context::new(settings);
    persisted::nothing_at_all();
    let verbosity = context.settings.verbosity;
    let outcome = match cli.verb {
        None => overview(&context, input),
        Some(Verb::Desk(verb)) => verb.run(&context, input),
        Some(Verb::Shell(verb)) => {
            if let Some(external) = External::of_help(verb.helps(), environment) {
                return Err(external.helps());
            }
            verb.run(tree::whole(), &shell_view(&context, terminal))
        }
    };
    // a script that asked whether there is something, and for silence, has its answer
    if let Err(found) = &outcome
        && (found.exit(), verbosity) == (Exit::Asked, Verbosity::Quiet)
    {
        return Ok(Exit::Asked);
    }
    let ended = outcome.and_then(|outcome| {
        attempts.answers();
        output::output(outcome, &context, terminal, target)
    });
    if ended.is_err() {
        output::undisturbed(&context)?;
    }
    match (ended, persisted::so_far()) {
        (ended, None) => ended,
        (ended, Some(report_persisted)) => {
            output::warn_of_network(terminal, &context.settings.db.value);
            Ok(ended.unwrap_or_else(|failure| {
                output::report_persisted(terminal, &report_persisted, &failure)
            }))
        }
    }
}

/// The words as the tree takes them, and as much of it as that takes.
fn parsed(words: &[OsString]) -> (clap::Command, Result<clap::ArgMatches, clap::Error>) {
    if let Some(mut command) = tree::named(words) {
        match command.try_get_matches_from_mut(words) {
            Err(error) if error.kind() != ErrorKind::DisplayVersion => {}
            parsed => return (command, parsed),
        }
    }
    let mut whole = Cli::command();
    let parsed = whole.try_get_matches_from_mut(words);
    (whole, parsed)
}

/// What holds for the command.
fn settings(flags: Flags, origin: &CommandOrigin<'_>) -> Result<Settings, Failure> {
    let environment = origin.environment.clone();
    match origin.served {
        None => Settings::resolve(flags, environment),
        Some(served) => served.settings_of(flags, environment),
    }
}

/// Where parsing ends early: help, the version, or words that cannot be understood.
fn parted(
    error: &clap::Error,
    tree: &mut clap::Command,
    words: &[OsString],
    room: usize,
) -> Result<Exit, Failure> {
    if let Some(word) = words::amount_of_nothing(words) {
        return Err(Failure::usage(wording::typed::amount_of_nothing(&word)));
    }
    let length = match error.kind() {
        ErrorKind::DisplayVersion => {
            print(&format!("sladesk {}\n", env!("CARGO_PKG_VERSION")));
            return Ok(Exit::Done);
        }
        ErrorKind::DisplayHelp if words.iter().any(|word| word == "--help") => HelpLength::Long,
        ErrorKind::DisplayHelp => HelpLength::Short,
        _ => return Err(clap_errors::refused(error, tree, words)),
    };
    let about = clap_errors::helps_on(tree, words);
    print(&help::on(tree, &about, (length, room))?);
    Ok(Exit::Done)
}

/// What a verb of the shell has to know of where it runs.
fn shell_view(context: &Context, terminal: Terminal) -> ShellView {
    let environment = &context.settings.environment;
    let epoch = environment.text("SOURCE_DATE_EPOCH");
    let epoch = epoch.and_then(|seconds| seconds.parse().ok());
    ShellView {
        room: terminal.help_width(),
        at: epoch.map_or(context.clock(), Instant),
    }
}

/// A reader that has gone away is no error.
fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Says what went wrong on stderr, for people or for scripts.
fn refused(
    failure: Failure,
    words: &[OsString],
    environment: &Environment,
    terminal: Terminal,
    input: &ProcessInput,
) -> Exit {
    let failure = match input.kept() {
        Some(path) => failure.fact(format!(
            "your text is kept in {}",
            visible_line(&path.to_string_lossy())
        )),
        None => failure,
    };
    let format = words::format_typed(words).and_then(|word| Format::of_word(&word).ok());
    if format.is_some_and(Format::is_json) {
        let message = failure.json() + "\n";
        let _ = std::io::stderr().write_all(message.as_bytes());
    } else {
        tell(&failure, environment, terminal);
    }
    failure.exit()
}
