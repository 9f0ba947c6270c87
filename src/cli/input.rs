//! What is typed elsewhere than on the command line: a text in a file, in the editor or on stdin,
//! ticket numbers on stdin.

use std::cell::{Cell, RefCell};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::editor;
use super::terminal::Terminal;
use super::tree::groups::{About, Text};
use crate::core::filter::{Tickets, ticket_lines, tickets};
use crate::failure::Failure;
use crate::settings::{Environment, Settings};

/// Reads what the flags point at.
pub(super) struct Input {
    environment: Environment,
    terminal: Terminal,
    /// How long lists are where `-L` says nothing.
    listed: Option<usize>,
    stdin_read: Cell<bool>,
    written: RefCell<Option<editor::EditedText>>,
}

/// How long a list is at a terminal.
const AT_A_TERMINAL: usize = 50;

impl Input {
    /// For one command.
    pub(super) fn new(environment: &Environment, terminal: Terminal) -> Input {
        Input {
            environment: environment.clone(),
            terminal,
            listed: None,
            stdin_read: Cell::new(false),
            written: RefCell::new(None),
        }
    }

    /// Lists are shorter at a terminal than in a file.
    pub(super) fn listing(&mut self, settings: &Settings) {
        let shown = self.terminal.shows(&settings.output) && settings.format.is_none();
        self.listed = shown.then_some(AT_A_TERMINAL);
    }

    /// How many records to list: 0 is all.
    pub(super) fn limit(&self, input: Option<usize>) -> Option<usize> {
        match input {
            None => self.listed,
            Some(0) => None,
            Some(limit) => Some(limit),
        }
    }

    /// The tickets that a verb is about.
    pub(super) fn tickets(&self, about: &About) -> Result<Tickets, Failure> {
        Ok(match tickets(&about.tickets)? {
            Tickets::Stdin => Tickets::Numbers(ticket_lines(&self.stdin()?)?),
            other => other,
        })
    }

    /// The text, if one was given.
    pub(super) fn text(&self, input: &Text) -> Result<Option<String>, Failure> {
        if !input.message.is_empty() {
            return given(input.message.join("\n\n"), "-m").map(Some);
        }
        if let Some(file) = &input.file {
            return given(self.file(file)?, "-F").map(Some);
        }
        if input.editor {
            return self.edited().map(Some);
        }
        Ok(None)
    }

    /// The text of a command that is nothing without one.
    pub(super) fn needed(&self, command: &str, input: &Text) -> Result<String, Failure> {
        if let Some(text) = self.text(input)? {
            return Ok(text);
        }
        if self.terminal.asks() {
            return self.edited();
        }
        Err(Failure::usage(format!("`{command}` needs a text"))
            .kind("missing")
            .hint("`-m TEXT`, `-F FILE`, or `-F -` for stdin"))
    }

    fn edited(&self) -> Result<String, Failure> {
        let mut written = self.written.borrow_mut();
        if written.is_none() {
            *written = Some(editor::written(&self.environment)?);
        }
        Ok(written
            .as_ref()
            .map_or_else(String::new, |w| w.text.clone()))
    }

    fn file(&self, file: &Path) -> Result<String, Failure> {
        if file == Path::new("-") {
            return self.stdin();
        }
        std::fs::read_to_string(file).map_err(|error| Failure::io("read", file, &error))
    }

    fn stdin(&self) -> Result<String, Failure> {
        if self.stdin_read.replace(true) {
            return Err(Failure::usage("stdin can be read once only"));
        }
        let mut text = String::new();
        std::io::stdin()
            .read_to_string(&mut text)
            .map_err(|error| Failure::io("read", Path::new("stdin"), &error))?;
        Ok(text)
    }

    /// What was written in the editor is gone with the command that it was written for.
    pub(super) fn done(&self) {
        if let Some(written) = self.written.borrow_mut().take() {
            written.forget();
        }
    }

    /// Where a text of the editor lies that its command could not use.
    pub(super) fn kept(&self) -> Option<PathBuf> {
        self.written
            .borrow()
            .as_ref()
            .map(|written| written.path.clone())
    }
}

fn given(text: String, flag: &str) -> Result<String, Failure> {
    let text = text.trim_end().to_owned();
    if text.trim().is_empty() {
        return Err(Failure::usage(format!("the text of `{flag}` is empty")));
    }
    Ok(text)
}
