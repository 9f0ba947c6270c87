//! One row of a file, read by a mapping.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::amount::AmountUnit;
use super::fault::{BadRow, ColumnFault, RowFault, RowRemark};
use super::mapping::{LogStatus, Mapping, Skip, translated};
use super::theirs::TheirClock;
use super::times::{ReadTime, TimeReader};
use crate::core::model::{ClosedAs, TicketWord, TicketWords};
use crate::core::time::{Instant, WallTime};

/// Which part of a ticket's history a row tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowPart {
    /// A change, at the time of the row.
    #[default]
    Change,
    /// Of a file of one row a ticket: its opening, with all that is told without a time.
    Opening,
    /// The customer was answered.
    Replied,
    /// The ticket came to somebody, was resolved or closed, at a time of its own.
    Dated,
    /// Where it stands, when the row was written last.
    Standing,
}

/// What one row says of one time. Words are those of the plan already, where the mapping translates
/// them. A row of a file of one row a ticket is several of these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogRow {
    /// Line in the file, the header being 1.
    pub line: u64,
    /// Its number in the tool that it comes from.
    pub ticket: String,
    /// What it tells.
    #[serde(default, skip_serializing_if = "RowPart::is_change")]
    pub part: RowPart,
    /// When the row was written there.
    pub at: Instant,
    /// When the ticket was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Instant>,
    /// Where the ticket stands after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<LogStatus>,
    /// The log's own word of a status that the mapping skips.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skipped: Option<String>,
    /// Its priority, as the desk calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<String>,
    /// How it came in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<String>,
    /// The words of the plan on it.
    #[serde(default, skip_serializing_if = "TicketWords::is_empty")]
    pub words: TicketWords,
    /// Who has it, by staff key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<String>,
    /// Its subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// What the customer wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Whose it is, by key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// Whose it is, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Who asks, by address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// Who asks, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact_name: Option<String>,
    /// All its tags; none: they are not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// Seconds worked, all in all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worked: Option<i64>,
    /// What the old tool's clocks say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub theirs: Vec<TheirClock>,
    /// What must be told of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<RowRemark>,
}

impl RowPart {
    fn is_change(&self) -> bool {
        *self == RowPart::Change
    }
}

impl LogRow {
    /// One that says nothing.
    pub(super) fn blank(line: u64, ticket: &str, part: RowPart, at: Instant) -> LogRow {
        LogRow {
            line,
            ticket: ticket.to_owned(),
            part,
            at,
            opened: None,
            status: None,
            skipped: None,
            priority: None,
            channel: None,
            words: TicketWords::default(),
            assignee: None,
            subject: None,
            text: None,
            customer: None,
            organisation: None,
            contact: None,
            contact_name: None,
            tags: None,
            worked: None,
            theirs: Vec::new(),
            remarks: Vec::new(),
        }
    }
}

/// The columns of what the old tool's clock of a milestone says.
struct TheirPlaces<'m> {
    milestone: &'m str,
    due: Option<usize>,
    state: Option<usize>,
    left: Option<usize>,
}

/// Where the columns of a mapping stand in a header.
struct Places<'m> {
    ticket: usize,
    at: Option<usize>,
    opened: Option<usize>,
    updated: Option<usize>,
    responded: Option<usize>,
    responded_after: Option<usize>,
    assigned: Option<usize>,
    resolved: Option<usize>,
    closed: Option<usize>,
    status: Option<usize>,
    priority: Option<usize>,
    channel: Option<usize>,
    assignee: Option<usize>,
    text: Option<usize>,
    customer: Option<usize>,
    organisation: Option<usize>,
    contact: Option<usize>,
    contact_name: Option<usize>,
    worked: Option<usize>,
    words: Vec<(TicketWord, usize)>,
    subject: Vec<usize>,
    tags: Vec<usize>,
    theirs: Vec<TheirPlaces<'m>>,
}

/// A header, in which columns are looked for by name: as it is written, else whatever its case.
struct FileHeader<'h> {
    names: &'h [&'h str],
}

impl FileHeader<'_> {
    fn all(&self, name: &str) -> Vec<usize> {
        let places = |same: &dyn Fn(&str) -> bool| -> Vec<usize> {
            let all = self.names.iter().enumerate();
            all.filter(|(_, found)| same(found.trim()))
                .map(|(place, _)| place)
                .collect()
        };
        let exact = places(&|found| found == name);
        match exact.is_empty() {
            true => places(&|found| found.to_lowercase() == name.to_lowercase()),
            false => exact,
        }
    }

    fn one(&self, name: &str) -> Result<usize, ColumnFault> {
        match self.all(name)[..] {
            [place] => Ok(place),
            [] => Err(ColumnFault::Missing(name.to_owned())),
            [first, again, ..] => Err(ColumnFault::Twice(name.to_owned(), first + 1, again + 1)),
        }
    }
}

impl<'m> Places<'m> {
    fn find(mapping: &'m Mapping, header: &FileHeader<'_>) -> Result<Places<'m>, ColumnFault> {
        let columns = &mapping.columns;
        let place_if = |key: &str, name: &str| match header.one(name) {
            Err(ColumnFault::Missing(_)) if mapping.is_optional(key) => Ok(None),
            found => found.map(Some),
        };
        let maybe = |key: &str, name: &Option<String>| match name {
            Some(name) => place_if(key, name),
            None => Ok(None),
        };
        let subject = columns.subject.as_ref();
        let subject = subject.map_or(&[][..], |names| names.names());
        let tags = match &columns.tags {
            None => Vec::new(),
            Some(name) => match header.all(name) {
                none if none.is_empty() && !mapping.is_optional("tags") => {
                    return Err(ColumnFault::Missing(name.clone()));
                }
                all => all,
            },
        };
        Ok(Places {
            ticket: header.one(&columns.ticket)?,
            at: maybe("at", &columns.at)?,
            opened: maybe("opened", &columns.opened)?,
            updated: maybe("updated", &columns.updated)?,
            responded: maybe("responded", &columns.responded)?,
            responded_after: maybe("responded-after", &columns.responded_after)?,
            assigned: maybe("assigned", &columns.assigned)?,
            resolved: maybe("resolved", &columns.resolved)?,
            closed: maybe("closed", &columns.closed)?,
            status: maybe("status", &columns.status)?,
            priority: maybe("priority", &columns.priority)?,
            channel: maybe("channel", &columns.channel)?,
            assignee: maybe("assignee", &columns.assignee)?,
            text: maybe("text", &columns.text)?,
            customer: maybe("customer", &columns.customer)?,
            organisation: maybe("organisation", &columns.organisation)?,
            contact: maybe("contact", &columns.contact)?,
            contact_name: maybe("contact-name", &columns.contact_name)?,
            worked: maybe("worked", &columns.worked)?,
            words: TicketWord::ALL
                .into_iter()
                .filter_map(|word| Some((word, mapping.column_of(word)?)))
                .filter_map(|(word, column)| match place_if(word.key(), column) {
                    Ok(place) => Some(Ok((word, place?))),
                    Err(fault) => Some(Err(fault)),
                })
                .collect::<Result<_, ColumnFault>>()?,
            subject: subject
                .iter()
                .filter_map(|name| place_if("subject", name).transpose())
                .collect::<Result<_, _>>()?,
            tags,
            theirs: mapping
                .theirs
                .iter()
                .map(|(milestone, columns)| {
                    Ok(TheirPlaces {
                        milestone,
                        due: maybe("theirs", &columns.due)?,
                        state: maybe("theirs", &columns.state)?,
                        left: maybe("theirs", &columns.left)?,
                    })
                })
                .collect::<Result<_, ColumnFault>>()?,
        })
    }
}

/// Reads rows: the mapping with its columns found in the file's header.
pub struct RowReader<'m> {
    mapping: &'m Mapping,
    places: Places<'m>,
    times: TimeReader,
    /// When the clocks of the mapping's zone show a time.
    instants: Box<dyn Fn(NaiveDateTime) -> WallTime + 'm>,
    /// Nothing later is taken.
    present: Instant,
}

/// A row under way: its cells, and what must be told of it.
struct Cells<'a, 'r> {
    reader: &'a RowReader<'a>,
    cell: &'a dyn Fn(usize) -> Option<&'r str>,
    remarks: Vec<RowRemark>,
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
        Ok(RowReader {
            mapping,
            places: Places::find(mapping, &FileHeader { names: header })?,
            times: TimeReader::of(&mapping.times),
            instants: Box::new(instants),
            present,
        })
    }

    /// Reads one row; `cell` gives the text of a column. A row of a log is one change; one of a file
    /// of one row a ticket is what is told of each time of it, the opening first.
    ///
    /// # Errors
    /// The line and what cannot be read in it.
    pub fn read<'r>(
        &self,
        line: u64,
        cell: impl Fn(usize) -> Option<&'r str>,
    ) -> Result<Vec<LogRow>, BadRow> {
        let mut cells = Cells {
            reader: self,
            cell: &cell,
            remarks: Vec::new(),
        };
        let rows = match self.places.at {
            Some(at) => cells.change(line, at).map(|row| vec![row]),
            None => cells.ticket(line),
        };
        rows.map_err(|fault| BadRow { line, fault })
    }
}

impl<'r> Cells<'_, 'r> {
    /// What a cell says; none: nothing.
    fn known(&self, place: usize) -> Option<&'r str> {
        let text = (self.cell)(place)?.trim();
        let unknown = &self.reader.mapping.unknown;
        (!text.is_empty() && !unknown.iter().any(|u| u == text)).then_some(text)
    }

    fn maybe(&self, place: Option<usize>) -> Option<&'r str> {
        place.and_then(|place| self.known(place))
    }

    fn key(&self) -> Result<&'r str, RowFault> {
        let column = &self.reader.mapping.columns.ticket;
        let key = self.known(self.reader.places.ticket);
        key.ok_or_else(|| RowFault::NoTicket(column.clone()))
    }

    /// A row of a log.
    fn change(&mut self, line: u64, at: usize) -> Result<LogRow, RowFault> {
        let places = &self.reader.places;
        let ticket = self.key()?;
        let column = &self.reader.mapping.columns.at;
        let no_time = || RowFault::NoTime(column.clone().unwrap_or_default());
        let at = self.known(at).ok_or_else(no_time)?;
        let (status, skipped) = self.status()?;
        let at = self.past(at)?;
        let opened = self.time_of(places.opened)?;
        let mut row = LogRow::blank(line, ticket, RowPart::Change, at);
        self.values(&mut row)?;
        Ok(LogRow {
            opened,
            status,
            skipped,
            remarks: std::mem::take(&mut self.remarks),
            ..row
        })
    }

    /// A row that tells a whole ticket: what it tells of each time.
    fn ticket(&mut self, line: u64) -> Result<Vec<LogRow>, RowFault> {
        let reader = self.reader;
        let places = &reader.places;
        let key = self.key()?;
        let column = &reader.mapping.columns.opened;
        let opened = self.time_of(places.opened)?;
        let no_time = || RowFault::NoTime(column.clone().unwrap_or_default());
        let opened = opened.ok_or_else(no_time)?;
        let (status, skipped) = self.status()?;
        let responded = self.responded(opened)?;
        let (assigned, resolved) = (
            self.time_of(places.assigned)?,
            self.time_of(places.resolved)?,
        );
        let (closed, updated) = (self.time_of(places.closed)?, self.time_of(places.updated)?);
        let mut opening = LogRow::blank(line, key, RowPart::Opening, opened);
        self.values(&mut opening)?;
        opening.skipped = skipped;
        opening.theirs = self.theirs()?;
        let (worked, assignee) = (opening.worked.take(), opening.assignee.take());
        let dated = |part, at, status| LogRow {
            status,
            ..LogRow::blank(line, key, part, at)
        };
        let mut rows = Vec::new();
        // when it came to somebody: where that is not said, from the beginning
        let to = LogRow {
            assignee,
            ..dated(RowPart::Dated, assigned.unwrap_or(opened), None)
        };
        rows.extend((to.assignee.is_some()).then_some(to));
        rows.extend(responded.map(|at| dated(RowPart::Replied, at, None)));
        rows.extend(resolved.map(|at| dated(RowPart::Dated, at, Some(LogStatus::Resolved))));
        // what it was closed as is said by where it stands
        let closing = status.filter(|status| matches!(status, LogStatus::Closed(_)));
        let closing = closing.unwrap_or(LogStatus::Closed(ClosedAs::Done));
        rows.extend(closed.map(|at| dated(RowPart::Dated, at, Some(closing))));
        let answered_is_told = places.responded.is_some() || places.responded_after.is_some();
        let last = rows.iter().map(|row| row.at).max();
        let stands = match status {
            // nobody has answered, as the file says, whoever has looked at it
            Some(LogStatus::Open) if answered_is_told && resolved.or(closed).is_none() => None,
            Some(LogStatus::Resolved) if resolved.is_some() && closed.is_none() => None,
            Some(LogStatus::Closed(_)) if closed.is_some() => None,
            status => status.filter(|status| *status != LogStatus::New),
        };
        let ended = resolved.max(closed);
        let at = match (stands, updated, ended) {
            (_, Some(at), _) => Some(at.max(last.unwrap_or(opened))),
            (Some(status), None, Some(ended)) if status.is_done() => Some(ended),
            (Some(_), None, _) => {
                let word = self.maybe(places.status).unwrap_or_default();
                return Err(RowFault::NoTimeOf(word.to_owned()));
            }
            (None, None, _) => None,
        };
        rows.extend(at.map(|at| dated(RowPart::Standing, at, stands)));
        if updated.is_some() && stands.is_some_and(|status| status != LogStatus::Open) {
            self.remarks.push(RowRemark::SinceUpdate);
        }
        if let Some(worked) = worked.filter(|worked| *worked != 0) {
            let at = rows.iter().map(|row| row.at).max();
            rows.push(LogRow {
                worked: Some(worked),
                ..dated(RowPart::Dated, at.unwrap_or(opened).max(opened), None)
            });
        }
        opening.remarks = std::mem::take(&mut self.remarks);
        rows.insert(0, opening);
        for row in &mut rows {
            row.opened = Some(opened);
        }
        Ok(rows)
    }

    /// What a row says of the ticket, whatever the time.
    fn values(&self, row: &mut LogRow) -> Result<(), RowFault> {
        let places = &self.reader.places;
        let mapping = self.reader.mapping;
        let defaults = &mapping.defaults;
        let word = |place: Option<usize>, words: &BTreeMap<String, String>| {
            let text = self.maybe(place)?;
            Some(translated(words, text).unwrap_or(text).to_owned())
        };
        let text = |place: Option<usize>| self.maybe(place).map(str::to_owned);
        let subject: Vec<&str> = places
            .subject
            .iter()
            .filter_map(|p| self.known(*p))
            .collect();
        row.priority = word(places.priority, &mapping.priority).or(defaults.priority.clone());
        row.channel = word(places.channel, &mapping.channel).or(defaults.channel.clone());
        row.words = self.words();
        row.assignee = word(places.assignee, &mapping.assignee);
        row.subject = match subject.is_empty() {
            true => defaults.subject.clone(),
            false => Some(subject.join(" / ")),
        };
        row.text = text(places.text);
        row.customer = text(places.customer);
        let called = text(places.organisation);
        match called
            .as_deref()
            .and_then(|name| translated(&mapping.organisation, name))
        {
            Some(key) => row.customer = Some(key.to_owned()),
            None => row.organisation = called,
        }
        row.contact = text(places.contact);
        row.contact_name = text(places.contact_name);
        row.tags = (!places.tags.is_empty()).then(|| self.tags());
        row.worked = self.amount(places.worked, "worked", mapping.units.worked)?;
        Ok(())
    }

    fn tags(&self) -> Vec<String> {
        let parted_by = self.reader.mapping.tag_separator.as_deref().unwrap_or(",");
        let cells = self
            .reader
            .places
            .tags
            .iter()
            .filter_map(|p| self.known(*p));
        let each = cells.flat_map(|cell| cell.split(parted_by)).map(str::trim);
        let mut tags: Vec<String> = Vec::new();
        for tag in each.filter(|tag| !tag.is_empty()) {
            if !tags.iter().any(|known| known == tag) {
                tags.push(tag.to_owned());
            }
        }
        tags
    }

    /// The plan's words: what the cells say, else what stands for those that say nothing.
    fn words(&self) -> TicketWords {
        let mapping = self.reader.mapping;
        let of = |word: TicketWord| {
            let mut columns = self.reader.places.words.iter();
            let column = columns.find(|(of, _)| *of == word);
            let said = column.and_then(|(_, place)| self.known(*place));
            said.map(|said| mapping.word_of(word, said))
                .or_else(|| mapping.defaults.words.get(word.key()).cloned())
        };
        let words = TicketWord::ALL.into_iter();
        words.filter_map(|word| Some((word, of(word)?))).collect()
    }

    fn status(&self) -> Result<(Option<LogStatus>, Option<String>), RowFault> {
        let Some(word) = self.maybe(self.reader.places.status) else {
            return Ok((None, None));
        };
        match self.reader.mapping.status_of(word) {
            Some(Skip::Means(status)) => Ok((Some(status), None)),
            Some(Skip::Skipped) => Ok((None, Some(word.to_owned()))),
            None => Err(RowFault::Status(word.to_owned())),
        }
    }

    fn amount(
        &self,
        place: Option<usize>,
        key: &str,
        unit: AmountUnit,
    ) -> Result<Option<i64>, RowFault> {
        let Some(text) = self.maybe(place) else {
            return Ok(None);
        };
        match unit.seconds(text) {
            Some(seconds) => Ok(Some(seconds)),
            None => Err(RowFault::Amount(
                key.to_owned(),
                text.to_owned(),
                unit.word(),
            )),
        }
    }

    /// When the customer was answered: at a time, or so long after the opening.
    fn responded(&mut self, opened: Instant) -> Result<Option<Instant>, RowFault> {
        let places = &self.reader.places;
        if let Some(at) = self.time_of(places.responded)? {
            return Ok(Some(at));
        }
        let unit = self.reader.mapping.units.responded_after;
        let after = self.amount(places.responded_after, "responded-after", unit)?;
        Ok(after.map(|after| Instant(opened.0.saturating_add(after))))
    }

    fn theirs(&mut self) -> Result<Vec<TheirClock>, RowFault> {
        let reader = self.reader;
        let mut theirs = Vec::new();
        for places in &reader.places.theirs {
            let columns = &reader.mapping.theirs[places.milestone];
            let due = match self.maybe(places.due) {
                Some(text) => Some(self.time(text)?),
                None => None,
            };
            let says = self.maybe(places.state);
            let one_of = |words: &[String]| {
                says.is_some_and(|says| {
                    words
                        .iter()
                        .any(|w| w.to_lowercase() == says.to_lowercase())
                })
            };
            let left = self.maybe(places.left);
            let breached = match (one_of(&columns.breached), one_of(&columns.met), left) {
                (true, _, _) => Some(true),
                (_, true, _) => Some(false),
                (_, _, left) => left.map(|left| left.starts_with('-')),
            };
            if due.is_some() || breached.is_some() {
                theirs.push(TheirClock {
                    milestone: places.milestone.to_owned(),
                    due,
                    breached,
                });
            }
        }
        Ok(theirs)
    }

    /// The time in a cell, which is not still to come.
    fn time_of(&mut self, place: Option<usize>) -> Result<Option<Instant>, RowFault> {
        match self.maybe(place) {
            Some(text) => self.past(text).map(Some),
            None => Ok(None),
        }
    }

    fn past(&mut self, text: &str) -> Result<Instant, RowFault> {
        let at = self.time(text)?;
        match at <= self.reader.present {
            true => Ok(at),
            false => Err(RowFault::Future(text.to_owned())),
        }
    }

    fn time(&mut self, text: &str) -> Result<Instant, RowFault> {
        let times = &self.reader.mapping.times;
        let wall = match self.reader.times.read(text) {
            Some(ReadTime::Instant(at)) => return Ok(at),
            Some(ReadTime::Wall(wall)) => wall,
            None => return Err(RowFault::Time(text.to_owned(), times.format.clone())),
        };
        match (self.reader.instants)(wall) {
            WallTime::Once(at) => Ok(at),
            WallTime::Twice(first, _) => {
                self.remarks
                    .push(RowRemark::Twice(times.zone.clone(), first));
                Ok(first)
            }
            WallTime::Never(..) => Err(RowFault::NeverWas(text.to_owned(), times.zone.clone())),
        }
    }
}
