//! One row of a log, read by a mapping.

use chrono::NaiveDateTime;

use super::mapping::{Mapping, Skip, Status};
use crate::core::model::{TicketWord, TicketWords};
use crate::core::time::Instant;

/// What one row says. Words are those of the plan already, where the mapping translates them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Line in the file, the header being 1.
    pub line: u64,
    /// Its number in the tool that it comes from.
    pub ticket: String,
    /// When the row was written there.
    pub at: Instant,
    /// When the ticket was opened.
    pub opened: Option<Instant>,
    /// Where the ticket stands after it.
    pub status: Option<Status>,
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
}

/// A row that cannot be read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadRow {
    /// The line of the file, from 1.
    pub line: u64,
    /// What cannot be read, and what would be.
    pub says: String,
}

/// Reads rows: the mapping with its columns found in the file's header.
pub struct Reader<'m> {
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
    instant: Box<dyn Fn(NaiveDateTime) -> Result<Instant, String> + 'm>,
}

impl<'m> Reader<'m> {
    /// Finds the columns in the header. `instant` turns the wall clock of the mapping's zone into
    /// an instant.
    ///
    /// # Errors
    /// The name of a column that the header has not.
    pub fn new(
        mapping: &'m Mapping,
        header: &[&str],
        instant: impl Fn(NaiveDateTime) -> Result<Instant, String> + 'm,
    ) -> Result<Reader<'m>, String> {
        let place = |name: &str| {
            let found = header.iter().position(|column| column.trim() == name);
            found.ok_or_else(|| name.to_owned())
        };
        let columns = &mapping.columns;
        let place_if = |key: &str, name: &str| match place(name) {
            Err(_) if mapping.is_optional(key) => Ok(None),
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
        Ok(Reader {
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
                    Err(missing) => Some(Err(missing)),
                })
                .collect::<Result<_, String>>()?,
            assignee: maybe("assignee", &columns.assignee)?,
            subject: subject
                .iter()
                .filter_map(|name| place_if("subject", name).transpose())
                .collect::<Result<_, _>>()?,
            customer: maybe("customer", &columns.customer)?,
            instant: Box::new(instant),
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
    ) -> Result<Row, BadRow> {
        let known = |place: usize| {
            let text = cell(place)?.trim();
            let says = !text.is_empty() && !self.mapping.unknown.iter().any(|u| u == text);
            says.then_some(text)
        };
        let bad = |says: String| BadRow { line, says };
        let columns = &self.mapping.columns;
        let ticket = known(self.ticket)
            .ok_or_else(|| bad(format!("no ticket in column `{}`", columns.ticket)))?;
        let at =
            known(self.at).ok_or_else(|| bad(format!("no time in column `{}`", columns.at)))?;
        let opened = self.opened.and_then(known);
        let (status, skipped) = self.status(self.status.and_then(known)).map_err(&bad)?;
        let defaults = &self.mapping.defaults;
        let word = |place: Option<usize>, words: &std::collections::BTreeMap<String, String>| {
            let text = place.and_then(known)?;
            Some(words.get(text).cloned().unwrap_or_else(|| text.to_owned()))
        };
        let text = |place: Option<usize>| place.and_then(known).map(str::to_owned);
        let subject: Vec<&str> = self.subject.iter().filter_map(|p| known(*p)).collect();
        Ok(Row {
            line,
            ticket: ticket.to_owned(),
            at: self.time(at).map_err(&bad)?,
            opened: opened
                .map(|text| self.time(text))
                .transpose()
                .map_err(&bad)?,
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

    fn status(&self, word: Option<&str>) -> Result<(Option<Status>, Option<String>), String> {
        let Some(word) = word else {
            return Ok((None, None));
        };
        match self.mapping.status_of(word) {
            Some(Skip::Means(status)) => Ok((Some(status), None)),
            Some(Skip::Skipped) => Ok((None, Some(word.to_owned()))),
            None => Err(format!(
                "the mapping does not say what status `{word}` means"
            )),
        }
    }

    fn time(&self, text: &str) -> Result<Instant, String> {
        let format = &self.mapping.times.format;
        if format == "rfc3339" {
            return text
                .parse()
                .map_err(|_| format!("`{text}` is no time as RFC 3339 writes it"));
        }
        let wall = NaiveDateTime::parse_from_str(text, format)
            .map_err(|_| format!("`{text}` is no time of the form `{format}`"))?;
        (self.instant)(wall)
    }
}
