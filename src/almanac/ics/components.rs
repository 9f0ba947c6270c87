//! The parts of a calendar file: what begins and ends where, and the events among them.

use super::event::{EventStatus, IcsEvent};
use super::line::{IcsLine, lines};
use super::misread::{EventMistake, IcsError, IcsMistake};

/// What stands in a file.
#[derive(Default)]
pub(super) struct Components {
    pub title: Option<String>,
    pub events: Vec<IcsEvent>,
    /// Lines outside events that are none.
    pub mistakes: Vec<IcsMistake>,
    begun: bool,
    /// All that the file has are cancelled.
    cancels: bool,
    /// The components that are open, the innermost last.
    open: Vec<String>,
    event: IcsEvent,
}

/// More components within each other are nobody's calendar.
const DEEPEST: usize = 8;

impl Components {
    /// Reads a file whole.
    ///
    /// # Errors
    /// It is no calendar file, or is cut off.
    pub(super) fn read(text: &str) -> Result<Components, IcsError> {
        let mut read = Components::default();
        let mut last = 1;
        for line in lines(text) {
            match line {
                Ok(line) => {
                    last = line.number;
                    read.take(&line)?;
                }
                Err(_) if read.open.is_empty() && !read.begun => {
                    return Err(IcsError::NoCalendar(last));
                }
                Err(number) => {
                    last = number;
                    read.odd(number);
                }
            }
        }
        match read.begun && read.open.is_empty() {
            true => Ok(read),
            false => Err(IcsError::Unfinished(last)),
        }
    }

    fn odd(&mut self, line: usize) {
        let what = EventMistake::Line;
        let mistake = IcsMistake { line, what };
        match self.in_event() {
            true => self.event.mistakes.push(mistake),
            false => self.mistakes.push(mistake),
        }
    }

    fn in_event(&self) -> bool {
        self.open.last().is_some_and(|open| open == "VEVENT")
    }

    fn take(&mut self, line: &IcsLine) -> Result<(), IcsError> {
        match line.name.as_str() {
            "BEGIN" => return self.begin(line.number, line.value.to_ascii_uppercase()),
            "END" => return self.end(line.number, &line.value.to_ascii_uppercase()),
            _ if self.open.is_empty() => return Err(IcsError::NoCalendar(line.number)),
            "X-WR-CALNAME" if self.open.len() == 1 => self.title = Some(line.text()),
            "METHOD" if self.open.len() == 1 => {
                self.cancels = line.value.eq_ignore_ascii_case("CANCEL");
            }
            _ if self.in_event() => self.event.take(line),
            _ => {}
        }
        Ok(())
    }

    fn begin(&mut self, line: usize, what: String) -> Result<(), IcsError> {
        let misplaced = |expected: Option<&str>| IcsError::Misplaced {
            line,
            found: format!("BEGIN:{what}"),
            expected: expected.map(str::to_owned),
        };
        match (self.open.is_empty(), what == "VCALENDAR") {
            (true, true) => self.begun = true,
            (true, false) => return Err(misplaced(Some("BEGIN:VCALENDAR"))),
            (false, true) => return Err(misplaced(None)),
            (false, false) => {}
        }
        if self.open.len() > DEEPEST {
            return Err(IcsError::TooDeep(line));
        }
        if what == "VEVENT" {
            self.event = IcsEvent::on_line(line);
        }
        self.open.push(what);
        Ok(())
    }

    fn end(&mut self, line: usize, what: &str) -> Result<(), IcsError> {
        let misplaced = |expected: Option<String>| IcsError::Misplaced {
            line,
            found: format!("END:{what}"),
            expected,
        };
        match self.open.pop() {
            Some(open) if open == what => {}
            Some(open) => return Err(misplaced(Some(format!("END:{open}")))),
            None => return Err(misplaced(None)),
        }
        if what == "VEVENT" {
            let mut event = std::mem::take(&mut self.event);
            if self.cancels {
                event.status = EventStatus::Cancelled;
            }
            self.events.push(event);
        }
        Ok(())
    }
}
