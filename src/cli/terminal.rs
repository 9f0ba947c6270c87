//! Where the person is: what stdin, stdout and stderr are connected to.

use std::io::{BufRead, IsTerminal, Write};
use std::process::Command;

use super::ssh::RequestTerminal;
use crate::core::text::fitted;
use crate::failure::ColorMode;
use crate::render::{Colour, Stdout};
use crate::settings::{ColorWhen, Environment, Output, Settings};

/// What the process was started on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Terminal {
    stdin: bool,
    stdout: bool,
    stderr: bool,
    /// How wide the environment says that it is.
    columns: Option<usize>,
    /// Columns and rows of the terminal of another host, where it is none of this process.
    elsewhere: Option<(usize, usize)>,
    /// Whether an editor and a pager may be started.
    starts: StartsPrograms,
}

/// Whether programs of the person's own are started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StartsPrograms {
    Yes,
    No,
}

/// How wide a terminal is that does not say.
const WIDTH: usize = 80;
const HEIGHT: usize = 24;

impl Terminal {
    /// This process's.
    pub(super) fn of_process(environment: &Environment) -> Terminal {
        Terminal {
            stdin: std::io::stdin().is_terminal(),
            stdout: std::io::stdout().is_terminal(),
            stderr: std::io::stderr().is_terminal(),
            columns: columns(environment),
            elsewhere: None,
            starts: StartsPrograms::Yes,
        }
    }

    /// What another host has to know of it.
    pub(super) fn for_another_host(self) -> RequestTerminal {
        RequestTerminal {
            stdin: self.stdin,
            stdout: self.stdout,
            stderr: self.stderr,
            size: (self.stdout || self.stderr).then(|| self.size()),
        }
    }

    /// The same, of a command that is done for another host: what is typed and seen there comes
    /// from and goes to these. No editor or pager: they would have to be started there.
    pub(super) fn seen_from(self, there: RequestTerminal) -> Terminal {
        Terminal {
            stdin: there.stdin,
            stdout: there.stdout,
            stderr: there.stderr,
            columns: self.columns,
            elsewhere: there.size,
            starts: StartsPrograms::No,
        }
    }

    /// Somebody is there to answer questions.
    pub(super) fn asks(self) -> bool {
        self.stdin && self.stderr
    }

    /// Somebody is there to write in an editor, which waits for keys and draws on stdout.
    pub(super) fn edits(self) -> bool {
        self.stdin && self.stdout && self.starts == StartsPrograms::Yes
    }

    /// Answers are read by eye.
    pub(super) fn shows(self, output: &Output) -> bool {
        self.stdout && *output == Output::Stdout
    }

    /// Where the answer goes.
    pub(super) fn stdout(self, settings: &Settings) -> Stdout {
        if !self.shows(&settings.output) {
            let width = self.columns;
            return Stdout::Elsewhere { width };
        }
        let (width, height) = self.size();
        let height = match self.starts {
            StartsPrograms::Yes => height,
            // nothing is too long where there is no pager
            StartsPrograms::No => usize::MAX,
        };
        Stdout::Terminal { width, height }
    }

    fn size(self) -> (usize, usize) {
        let here = || terminal_size::terminal_size().map(|(w, h)| (w.0.into(), h.0.into()));
        let (width, height) = self.elsewhere.or_else(here).unwrap_or((WIDTH, HEIGHT));
        (self.columns.unwrap_or(width), height)
    }

    /// How wide a line on stderr may be; none: as long as it is.
    pub(super) fn stderr_width(self) -> Option<usize> {
        self.stderr.then(|| self.size().0)
    }

    /// Says it on stderr. A stderr that nobody reads is no error.
    pub(super) fn say(self, lines: &str) {
        let fitting = self.stderr_width().map(|width| fitted(lines, width));
        let lines = fitting.as_deref().unwrap_or(lines);
        let _ = std::io::stderr().write_all(lines.as_bytes());
    }

    /// How wide a page of help may be.
    pub(super) fn help_width(self) -> usize {
        match self.stdout {
            true => self.size().0,
            false => self.columns.unwrap_or(WIDTH),
        }
    }

    /// Whether the answer is coloured.
    pub(super) fn colour(self, settings: &Settings) -> Colour {
        let on = match settings.color.value {
            ColorWhen::Always => true,
            ColorWhen::Never => false,
            ColorWhen::Auto => coloured(self.shows(&settings.output), &settings.environment),
        };
        if on { Colour::On } else { Colour::Off }
    }

    /// Whether what is said on stderr is coloured.
    pub(super) fn color_mode(self, environment: &Environment, when: ColorWhen) -> ColorMode {
        let on = match when {
            ColorWhen::Always => true,
            ColorWhen::Never => false,
            ColorWhen::Auto => coloured(self.stderr, environment),
        };
        if on {
            ColorMode::Coloured
        } else {
            ColorMode::Plain
        }
    }

    /// Says something and reads the line that is typed then; none: nobody types any more.
    pub(super) fn line(self, prompt: &str) -> Option<String> {
        self.say(prompt);
        std::io::stderr().flush().ok()?;
        let mut line = String::new();
        match std::io::stdin().lock().read_line(&mut line) {
            Ok(read) if read > 0 => Some(line.trim().to_owned()),
            _ => None,
        }
    }
}

/// How wide an answer may be, where the environment says so.
fn columns(environment: &Environment) -> Option<usize> {
    let columns = environment.text("COLUMNS")?.parse().ok();
    columns.filter(|columns| *columns > 0)
}

/// A program as people name one in EDITOR or PAGER: with flags and quotes, as a shell reads it.
pub(super) fn program(named: &str) -> Command {
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(format!("{named} \"$@\"")).arg(named);
    shell
}

/// <https://no-color.org>, and the older CLICOLOR variables.
fn coloured(seen: bool, environment: &Environment) -> bool {
    if environment.text("NO_COLOR").is_some() {
        return false;
    }
    let forced = environment
        .text("CLICOLOR_FORCE")
        .is_some_and(|force| force != "0");
    forced || (seen && environment.text("TERM") != Some("dumb"))
}
