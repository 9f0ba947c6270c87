//! What is typed elsewhere than on the command line: a text in a file, in the editor or on stdin,
//! ticket numbers on stdin.

use std::cell::{Cell, RefCell};
use std::io::BufRead;
use std::path::{Path, PathBuf};

use super::editor;
use super::terminal::Terminal;
use crate::commands::Input;
use crate::failure::Failure;
use crate::settings::{Environment, Settings, limits};

/// Reads what the flags point at.
pub(crate) struct ProcessInput {
    environment: Environment,
    terminal: Terminal,
    /// The verb under way.
    verb: String,
    /// Whether the answer is read by eye.
    shows: bool,
    /// How long lists are where `-L` says nothing.
    listed: Option<usize>,
    stdin_read: Cell<bool>,
    /// Whether stdin was read bit by bit, and nobody has kept it.
    streamed: Cell<bool>,
    stdin_text: RefCell<Option<String>>,
    written: RefCell<Option<editor::EditedText>>,
}

/// How long a list is at a terminal.
const AT_A_TERMINAL: usize = 50;

impl ProcessInput {
    /// For one command.
    pub(crate) fn new(environment: &Environment, terminal: Terminal) -> ProcessInput {
        ProcessInput {
            environment: environment.clone(),
            terminal,
            verb: String::new(),
            shows: false,
            listed: None,
            stdin_read: Cell::new(false),
            streamed: Cell::new(false),
            stdin_text: RefCell::new(None),
            written: RefCell::new(None),
        }
    }

    /// A verb begins. Lists are shorter at a terminal than in a file.
    pub(crate) fn begin(&mut self, verb: &str, settings: &Settings) {
        verb.clone_into(&mut self.verb);
        self.shows = self.terminal.shows(&settings.output);
        let shown = self.shows && settings.format.is_none();
        self.listed = shown.then_some(AT_A_TERMINAL);
    }

    fn edited(&self) -> Result<String, Failure> {
        let mut written = self.written.borrow_mut();
        if written.is_none() {
            *written = Some(editor::written(&self.environment, self.terminal)?);
        }
        Ok(written
            .as_ref()
            .map_or_else(String::new, |w| w.text.clone()))
    }

    fn read_file(&self, file: &Path) -> Result<String, Failure> {
        if file == Path::new("-") {
            return self.read_stdin();
        }
        let opened =
            std::fs::File::open(file).map_err(|error| Failure::io("read", file, &error))?;
        limits::text(opened, file, limits::TEXT, Failure::usage)
    }

    fn read_stdin(&self) -> Result<String, Failure> {
        self.take_stdin()?;
        let mut kept = self.stdin_text.borrow_mut();
        if let Some(text) = kept.as_ref() {
            return Ok(text.clone());
        }
        let stdin = std::io::stdin().lock();
        let text = limits::text(stdin, Path::new("stdin"), limits::TEXT, Failure::usage)?;
        Ok(kept.insert(text).clone())
    }

    /// The same command is done once more: what was on stdin is there again. False where it is gone.
    pub(super) fn again(&self) -> bool {
        self.stdin_read.set(false);
        !self.streamed.get()
    }

    fn take_stdin(&self) -> Result<(), Failure> {
        match self.stdin_read.replace(true) {
            true => Err(Failure::usage("stdin can be read once only")),
            false => Ok(()),
        }
    }

    /// What was written in the editor is gone with the command that it was written for.
    pub(crate) fn done(&self) {
        if let Some(written) = self.written.borrow_mut().take() {
            written.forget();
        }
    }

    /// Where a text of the editor lies that its command could not use.
    pub(crate) fn kept(&self) -> Option<PathBuf> {
        self.written
            .borrow()
            .as_ref()
            .map(|written| written.path.clone())
    }
}

impl Input for ProcessInput {
    fn verb(&self) -> &str {
        &self.verb
    }

    fn stdin(&self) -> Result<String, Failure> {
        self.read_stdin()
    }

    fn stream(&self) -> Result<Box<dyn BufRead>, Failure> {
        self.take_stdin()?;
        self.streamed.set(true);
        Ok(Box::new(std::io::stdin().lock()))
    }

    fn text(&self, file: &Path) -> Result<String, Failure> {
        self.read_file(file)
    }

    fn edited(&self) -> Result<String, Failure> {
        ProcessInput::edited(self)
    }

    fn asks(&self) -> bool {
        self.terminal.asks()
    }

    fn rows(&self) -> Option<usize> {
        self.listed
    }

    fn shows(&self) -> bool {
        self.shows
    }
}
