//! What is typed: words, prepared and parsed, become options of a command; what the command
//! returns goes where it was asked for. The exit code is decided here.

mod answer_file;
mod blank;
mod clap_errors;
mod complete;
mod editor;
mod external;
mod help;
mod input;
mod output;
mod process;
mod shell;
mod terminal;
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
use crate::failure::{Exit, Failure, FailureView, Question};
use crate::settings::{Abbreviations, ColorWhen, Environment, Format, Settings};
use crate::wording;
use complete::Offer;
use external::External;
use help::HelpLength;
use input::ProcessInput;
use output::AnswerTarget;
use terminal::{PromptAnswer, Terminal};
use tree::{Cli, Verb};

/// How often a command looks anew at a file that it cannot lock.
const MOST_LOOKS: usize = 8;

/// Does what the words say; the first is the program's name.
fn run_words(words: Vec<OsString>, environment: &Environment) -> Exit {
    let terminal = Terminal::of_process(environment);
    let mut words = words::prepared(words);
    let mut input = ProcessInput::new(environment, terminal);
    let mut looks = 1;
    loop {
        let failure = match once(&words, environment, terminal, &mut input) {
            Ok(exit) => {
                input.done();
                return exit;
            }
            Err(failure) => failure,
        };
        if failure.is(output::DISTURBED) && looks < MOST_LOOKS {
            looks += 1;
            input.again();
            continue;
        }
        match failure.question().filter(|_| terminal.asks()) {
            None => return refused(failure, &words, environment, terminal, &input),
            Some(question) => match terminal.ask(question, &choices(question, &words)) {
                PromptAnswer::Words(more) => add(&mut words, more),
                PromptAnswer::No => {
                    let failure = Failure::not_possible("nothing was done");
                    return refused(failure, &words, environment, terminal, &input);
                }
            },
        }
    }
}

/// What could be answered, where the desk knows it: whose ticket it is, which one.
fn choices(question: &Question, words: &[OsString]) -> Vec<Offer> {
    match question {
        Question::Word {
            knows: Some(kind), ..
        } => complete::choices(words, kind),
        _ => Vec::new(),
    }
}

/// An answer counts as typed: before a `--`, so that a flag stays one.
fn add(words: &mut Vec<OsString>, more: Vec<String>) {
    let end = words
        .iter()
        .position(|word| word == "--")
        .unwrap_or(words.len());
    words.splice(end..end, more.into_iter().map(OsString::from));
}

fn once(
    words: &[OsString],
    environment: &Environment,
    terminal: Terminal,
    input: &mut ProcessInput,
) -> Result<Exit, Failure> {
    let mut command = Cli::command();
    let matches = match command.try_get_matches_from_mut(words) {
        Ok(matches) => matches,
        Err(error) => {
            if let Some(external) = External::named(&error, words, environment) {
                return Err(external.run(words, environment));
            }
            command.build();
            return parted(&error, &mut command, words);
        }
    };
    blank::no_blank_flag(&command, &matches)?;
    let cli = Cli::from_arg_matches(&matches)
        .map_err(|error| clap_errors::refused(&error, &command, words))?;
    let name = clap_errors::name(&clap_errors::path(&command, words));
    let mut settings = Settings::resolve(cli.global.flags(), environment.clone())?;
    if terminal.asks() {
        settings.abbreviations = Abbreviations::Taken;
    }
    input.begin(&name, &settings);
    let target = AnswerTarget::prepared(&settings, &name)?;
    let context = Context::new(settings);
    persisted::nothing_yet();
    let outcome = match cli.verb {
        None => overview(&context, input),
        Some(Verb::Desk(verb)) => verb.run(&context, input),
        Some(Verb::Shell(verb)) => verb.run(tree::whole()),
    };
    let ended = outcome.and_then(|outcome| output::output(outcome, &context, terminal, target));
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

/// Where parsing ends early: help, the version, or words that cannot be understood.
fn parted(
    error: &clap::Error,
    tree: &mut clap::Command,
    words: &[OsString],
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
    let about = help::asked(tree, words);
    print(&help::on(tree, &about, length)?);
    Ok(Exit::Done)
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
    let failure = wording::failure::worded(failure);
    let failure = match input.kept() {
        Some(path) => failure.fact(format!(
            "your text is kept in {}",
            visible_line(&path.to_string_lossy())
        )),
        None => failure,
    };
    let format = words::format_typed(words).and_then(|word| Format::of_word(&word).ok());
    let message = if format.is_some_and(Format::is_json) {
        failure.json() + "\n"
    } else {
        failure.drawn(FailureView {
            color_mode: terminal.color_mode(environment, ColorWhen::Auto),
            width: terminal.stderr_width(),
        })
    };
    // It fits already, and may have colours.
    let _ = std::io::stderr().write_all(message.as_bytes());
    failure.exit()
}
