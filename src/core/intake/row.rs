//! One row of a log, read by a mapping.

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::fault::{BadRow, ColumnFault, RowFault, RowRemark};
use super::mapping::{LogStatus, Mapping, Skip};
use super::times::TimeForm;
use crate::core::model::{TicketWord, TicketWords};
use crate::core::time::{Instant, WallTime};

/// What one row says. Words are those of the plan already, where the mapping translates them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogRow {
    /// Line in the file, the header being 1.
    pub line: u64,
    /// Its number in the tool that it comes from.
    pub ticket: String,
    /// When the row was written there.
    pub at: Instant,
    /// When the ticket was opened.
    pub opened: Option<Instant>,
    /// Where the ticket stands after it.
    pub status: Option<LogStatus>,
    /// The log's own word of a status that the mapping skips.
    pub skipped: Option<String>,
    /// Its priority, as the desk calls it.
    pub priority: Option<String>,
    /// How it came in.
    pub channel: Option<String>,
    /// The words of the plan on it.
    pub words: TicketWords,
    /// Who has it, by staff key.
    pub assignee: Option<String>,
    /// Its subject.
    pub subject: Option<String>,
    /// Whose it is.
    pub customer: Option<String>,
    /// What must be told of it.
    pub remarks: Vec<RowRemark>,
}

/// Reads rows: the mapping with its columns found in the file's header.
pub struct RowReader<'m> {
    mapping: &'m Mapping,
    ticket: usize,
    at: usize,
    opened: Option<usize>,
    status: Option<usize>,
    priority: Option<usize>,
    channel: Option<usize>,
    words: Vec<(TicketWord, usize)>,
    assignee: Option<usize>,
    subject: Vec<usize>,
    customer: Option<usize>,
    form: TimeForm,
    /// When the clocks of the mapping's zone show a time.
    instants: Box<dyn Fn(NaiveDateTime) -> WallTime + 'm>,
    /// Nothing later is taken.
    present: Instant,
}

impl<'m> RowReader<'m> {
    /// Finds the columns in the header. `instants` says when the clocks of the mapping's zone show
    /// a time; what lies after `present` is no row.
    ///
    /// # Errors
    /// A column that the mapping names and the header has not, or has twice.
    pub fn new(
        mapping: &'m Mapping,
        header: &[&str],
        instants: impl Fn(NaiveDateTime) -> WallTime + 'm,
        present: Instant,
    ) -> Result<RowReader<'m>, ColumnFault> {
        let place = |name: &str| {
            let mut places = (0..header.len()).filter(|place| header[*place].trim() == name);
            match (places.next(), places.next()) {
                (Some(place), None) => Ok(place),
                (Some(first), Some(again)) => {
                    Err(ColumnFault::Twice(name.to_owned(), first + 1, again + 1))
                }
                (None, _) => Err(ColumnFault::Missing(name.to_owned())),
            }
        };
        let columns = &mapping.columns;
        let place_if = |key: &str, name: &str| match place(name) {
            Err(ColumnFault::Missing(_)) if mapping.is_optional(key) => Ok(None),
            found => found.map(Some),
        };
        let maybe = |key: &str, name: &Option<String>| match name {
            Some(name) => place_if(key, name),
            None => Ok(None),
        };
        let subject = columns
            .subject
            .as_ref()
            .map_or(&[][..], |names| names.names());
        Ok(RowReader {
            mapping,
            ticket: place(&columns.ticket)?,
            at: place(&columns.at)?,
            opened: maybe("opened", &columns.opened)?,
            status: maybe("status", &columns.status)?,
            priority: maybe("priority", &columns.priority)?,
            channel: maybe("channel", &columns.channel)?,
            words: TicketWord::ALL
                .into_iter()
                .filter_map(|word| Some((word, mapping.column_of(word)?)))
                .filter_map(|(word, column)| match place_if(word.key(), column) {
                    Ok(place) => Some(Ok((word, place?))),
                    Err(fault) => Some(Err(fault)),
                })
                .collect::<Result<_, ColumnFault>>()?,
            assignee: maybe("assignee", &columns.assignee)?,
            subject: subject
                .iter()
                .filter_map(|name| place_if("subject", name).transpose())
                .collect::<Result<_, _>>()?,
            customer: maybe("customer", &columns.customer)?,
            form: mapping.times.form(),
            instants: Box::new(instants),
            present,
        })
    }

    /// Reads one row; `cell` gives the text of a column.
    ///
    /// # Errors
    /// The line and what cannot be read in it.
    pub fn read<'r>(
        &self,
        line: u64,
        cell: impl Fn(usize) -> Option<&'r str>,
    ) -> Result<LogRow, BadRow> {
        let known = |place: usize| {
            let text = cell(place)?.trim();
            let says = !text.is_empty() && !self.mapping.unknown.iter().any(|u| u == text);
            says.then_some(text)
        };
        let bad = |fault: RowFault| BadRow { line, fault };
        let columns = &self.mapping.columns;
        let ticket =
            known(self.ticket).ok_or_else(|| bad(RowFault::NoTicket(columns.ticket.clone())))?;
        let at = known(self.at).ok_or_else(|| bad(RowFault::NoTime(columns.at.clone())))?;
        let opened = self.opened.and_then(known);
        let (status, skipped) = self.status(self.status.and_then(known)).map_err(&bad)?;
        let defaults = &self.mapping.defaults;
        let word = |place: Option<usize>, words: &std::collections::BTreeMap<String, String>| {
            let text = place.and_then(known)?;
            Some(words.get(text).cloned().unwrap_or_else(|| text.to_owned()))
        };
        let text = |place: Option<usize>| place.and_then(known).map(str::to_owned);
        let mut remarks = Vec::new();
        let mut time = |text: &str| self.time(text, &mut remarks).map_err(&bad);
        let (at, opened) = (time(at)?, opened.map(&mut time).transpose()?);
        let subject: Vec<&str> = self.subject.iter().filter_map(|p| known(*p)).collect();
        Ok(LogRow {
            line,
            ticket: ticket.to_owned(),
            at,
            opened,
            status,
            skipped,
            priority: word(self.priority, &self.mapping.priority).or(defaults.priority.clone()),
            channel: word(self.channel, &self.mapping.channel).or(defaults.channel.clone()),
            words: self.words(known),
            assignee: text(self.assignee),
            subject: match subject.is_empty() {
                true => defaults.subject.clone(),
                false => Some(subject.join(" / ")),
            },
            customer: text(self.customer),
            remarks,
        })
    }

    /// The plan's words: what the cells say, else what stands for those that say nothing.
    fn words<'r>(&self, known: impl Fn(usize) -> Option<&'r str>) -> TicketWords {
        let defaults = &self.mapping.defaults.words;
        let of = |word: TicketWord| {
            let column = self.words.iter().find(|(of, _)| *of == word);
            let said = column.and_then(|(_, place)| known(*place));
            said.map(|said| self.mapping.word_of(word, said))
                .or_else(|| defaults.get(word.key()).cloned())
        };
        let words = TicketWord::ALL.into_iter();
        words.filter_map(|word| Some((word, of(word)?))).collect()
    }

    fn status(&self, word: Option<&str>) -> Result<(Option<LogStatus>, Option<String>), RowFault> {
        let Some(word) = word else {
            return Ok((None, None));
        };
        match self.mapping.status_of(word) {
            Some(Skip::Means(status)) => Ok((Some(status), None)),
            Some(Skip::Skipped) => Ok((None, Some(word.to_owned()))),
            None => Err(RowFault::Status(word.to_owned())),
        }
    }

    fn time(&self, text: &str, remarks: &mut Vec<RowRemark>) -> Result<Instant, RowFault> {
        let times = &self.mapping.times;
        let odd = || RowFault::Time(text.to_owned(), Some(times.format.clone()));
        let wall = match self.form {
            TimeForm::Rfc3339 => {
                let odd = |_| RowFault::Time(text.to_owned(), None);
                return self.past(text, text.parse().map_err(odd)?);
            }
            TimeForm::WithOffset => {
                let read = DateTime::parse_from_str(text, &times.format);
                let at = read.map_err(|_| odd())?.timestamp();
                return self.past(text, Instant(at));
            }
            TimeForm::Wall => NaiveDateTime::parse_from_str(text, &times.format),
            TimeForm::Days(hour) => {
                NaiveDate::parse_from_str(text, &times.format).map(|date| date.and_time(hour))
            }
        };
        let at = match (self.instants)(wall.map_err(|_| odd())?) {
            WallTime::Once(at) => at,
            WallTime::Twice(first, _) => {
                remarks.push(RowRemark::Twice(times.zone.clone(), first));
                first
            }
            WallTime::Never(..) => {
                return Err(RowFault::NeverWas(text.to_owned(), times.zone.clone()));
            }
        };
        self.past(text, at)
    }

    fn past(&self, text: &str, at: Instant) -> Result<Instant, RowFault> {
        match at <= self.present {
            true => Ok(at),
            false => Err(RowFault::Future(text.to_owned())),
        }
    }
}
