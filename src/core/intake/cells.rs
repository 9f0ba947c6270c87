//! What the cells of one row say.

use std::borrow::Cow;

use chrono::NaiveDateTime;

use super::amount::AmountUnit;
use super::columns::{ColumnKey, OneOrSeveral};
use super::fault::{RowFault, RowRemark};
use super::log_row::LogRow;
use super::mapping::{DUE, LogStatus, Mapping, Skip};
use super::places::Places;
use super::theirs::{Reached, TheirClock, TheirState};
use super::times::{ReadTime, TimeReader};
use super::words::{WordSet, WordTable};
use crate::core::model::{TicketWord, TicketWords};
use crate::core::text::is_blank;
use crate::core::time::{Instant, WallTime};

/// A file by its mapping.
pub(super) struct MappedFile<'m> {
    pub(super) mapping: &'m Mapping,
    pub(super) places: Places<'m>,
    pub(super) times: TimeReader,
    /// Of the columns whose times are written otherwise, by their keys.
    pub(super) times_of: Vec<(&'m str, TimeReader)>,
    /// When the clocks of the mapping's zone show a time.
    pub(super) instants: Box<dyn Fn(NaiveDateTime) -> WallTime + 'm>,
    /// Nothing later is taken.
    pub(super) present: Instant,
}

/// A row under way: its cells, and what must be told of it.
pub(super) struct Cells<'f, 'r> {
    pub(super) file: &'f MappedFile<'f>,
    pub(super) cell: &'f dyn Fn(usize) -> Option<&'r str>,
    pub(super) remarks: Vec<RowRemark>,
}

impl<'f, 'r> Cells<'f, 'r> {
    /// What a cell says; none: nothing.
    fn known(&self, place: usize) -> Option<&'r str> {
        let text = (self.cell)(place)?.trim();
        let unknown = &self.file.mapping.unknown;
        (!is_blank(text) && !unknown.iter().any(|u| u == text)).then_some(text)
    }

    /// What the cells of a column say, those that say something.
    fn all(&self, column: ColumnKey) -> impl Iterator<Item = &'r str> {
        let places = self.file.places.of(column).iter();
        places.filter_map(|(_, place)| self.known(*place))
    }

    /// What the cell of a column says, of several the first that says something; none: nothing.
    pub(super) fn said(&self, column: ColumnKey) -> Option<&'r str> {
        self.all(column).next()
    }

    /// The same, with the name of the column.
    fn first(&self, column: ColumnKey) -> Option<(&'f str, &'r str)> {
        let mut places = self.file.places.of(column).iter();
        places.find_map(|(name, place)| Some((*name, self.known(*place)?)))
    }

    /// The key of the ticket; a number without the spaces that group its digits.
    pub(super) fn key(&self) -> Result<Cow<'r, str>, RowFault> {
        let key = self.said(ColumnKey::Ticket);
        let key = key.ok_or_else(|| RowFault::NoTicket(self.name(ColumnKey::Ticket)))?;
        let grouped = |c: char| c.is_ascii_digit() || c.is_whitespace();
        Ok(
            match key.contains(char::is_whitespace) && key.chars().all(grouped) {
                true => Cow::Owned(key.split_whitespace().collect()),
                false => Cow::Borrowed(key),
            },
        )
    }

    /// Whether the file says when tickets were answered.
    pub(super) fn tell_answers(&self) -> bool {
        use ColumnKey::{Responded, RespondedAfter};
        let there = |column| !self.file.places.of(column).is_empty();
        there(Responded) || there(RespondedAfter)
    }

    /// The time without which there is no row.
    pub(super) fn needed_time(&mut self, column: ColumnKey) -> Result<Instant, RowFault> {
        let at = self.time_of(column)?;
        at.ok_or_else(|| RowFault::NoTime(self.name(column)))
    }

    /// As the mapping names the column, of several names the first that the file has.
    fn name(&self, column: ColumnKey) -> String {
        let there = self.file.places.of(column).first();
        let names = self.file.mapping.columns.names(column);
        let name = there.map(|(name, _)| *name);
        let name = name.or(names.first().map(String::as_str));
        name.unwrap_or_default().to_owned()
    }

    /// What a row says of the ticket, whatever the time.
    pub(super) fn values(&self, row: &mut LogRow) -> Result<(), RowFault> {
        let mapping = self.file.mapping;
        let defaults = &mapping.defaults;
        let word = |column: ColumnKey, words: &WordTable| {
            let text = self.said(column)?;
            Some(words.of(text).unwrap_or(text).to_owned())
        };
        let text = |column: ColumnKey| self.said(column).map(str::to_owned);
        let subject: Vec<&str> = self.all(ColumnKey::Subject).collect();
        row.priority = word(ColumnKey::Priority, &mapping.priority);
        row.channel = word(ColumnKey::Channel, &mapping.channel).or(defaults.channel.clone());
        row.words = self.words();
        row.assignee = word(ColumnKey::Assignee, &mapping.assignee);
        row.subject = (!subject.is_empty()).then(|| subject.join(" / "));
        row.text = text(ColumnKey::Text);
        row.customer = text(ColumnKey::Customer);
        let called = text(ColumnKey::Organisation);
        let key = called.as_deref();
        match key.and_then(|name| mapping.organisation.of(name)) {
            Some(key) => row.customer = Some(key.to_owned()),
            None => row.organisation = called,
        }
        row.contact = text(ColumnKey::Contact);
        row.contact_name = text(ColumnKey::ContactName);
        let tagged = !self.file.places.of(ColumnKey::Tags).is_empty();
        row.tags = tagged.then(|| self.tags());
        row.worked = self.amount(ColumnKey::Worked, mapping.units.worked)?;
        Ok(())
    }

    fn tags(&self) -> Vec<String> {
        let parted_by = self.file.mapping.tag_separator.as_ref();
        let parted_by = parted_by.map_or(&[][..], OneOrSeveral::texts);
        let comma = parted_by.is_empty().then_some(",");
        let all = parted_by.iter().map(String::as_str).chain(comma);
        let mut pieces: Vec<&str> = self.all(ColumnKey::Tags).collect();
        for parted_by in all {
            pieces = pieces
                .iter()
                .flat_map(|piece| piece.split(parted_by))
                .collect();
        }
        let mut tags: Vec<String> = Vec::new();
        for tag in pieces
            .into_iter()
            .map(str::trim)
            .filter(|tag| !tag.is_empty())
        {
            if !tags.iter().any(|known| known == tag) {
                tags.push(tag.to_owned());
            }
        }
        tags
    }

    /// The plan's words: what the cells say, else what stands for those that say nothing.
    fn words(&self) -> TicketWords {
        let mapping = self.file.mapping;
        let of = |word: TicketWord| {
            let said = self.said(ColumnKey::Word(word));
            said.map(|said| mapping.word_of(word, said))
                .or_else(|| mapping.defaults.words.get(word.key()).cloned())
        };
        let words = TicketWord::ALL.into_iter();
        words.filter_map(|word| Some((word, of(word)?))).collect()
    }

    /// Where the ticket stands, else the word that the mapping skips.
    pub(super) fn status(&self) -> Result<(Option<LogStatus>, Option<String>), RowFault> {
        let Some(word) = self.said(ColumnKey::Status) else {
            return Ok((None, None));
        };
        match self.file.mapping.status_of(word) {
            Some(Skip::Means(status)) => Ok((Some(status), None)),
            Some(Skip::Skipped) => Ok((None, Some(word.to_owned()))),
            None => Err(RowFault::Status(word.to_owned())),
        }
    }

    fn amount(&self, column: ColumnKey, unit: AmountUnit) -> Result<Option<i64>, RowFault> {
        let Some((name, text)) = self.first(column) else {
            return Ok(None);
        };
        let name = name.to_owned();
        match unit.seconds(text) {
            Some(seconds) if seconds < 0 => Err(RowFault::Negative(name, text.to_owned())),
            Some(seconds) => Ok(Some(seconds)),
            None => Err(RowFault::Amount(name, text.to_owned(), unit.word())),
        }
    }

    /// When the customer was answered: at a time, or so long after the opening.
    pub(super) fn responded(&mut self, opened: Instant) -> Result<Option<Instant>, RowFault> {
        if let Some(at) = self.time_of(ColumnKey::Responded)? {
            return Ok(Some(at));
        }
        let unit = self.file.mapping.units.responded_after;
        let Some(after) = self.amount(ColumnKey::RespondedAfter, unit)? else {
            return Ok(None);
        };
        let at = opened.plus(after);
        match at <= self.file.present {
            true => Ok(Some(at)),
            false => {
                let cell = self.first(ColumnKey::RespondedAfter);
                let (name, text) = cell.unwrap_or_default();
                Err(RowFault::Future(name.to_owned(), text.to_owned()))
            }
        }
    }

    /// What the old tool's clocks say of a ticket that came so far.
    pub(super) fn theirs(&mut self, reached: Reached) -> Result<Vec<TheirClock>, RowFault> {
        let file = self.file;
        let mut theirs = Vec::new();
        for places in &file.places.theirs {
            let columns = &file.mapping.theirs[places.milestone];
            let says = |place: Option<usize>| place.and_then(|place| self.known(place));
            let (due, state, left) = (says(places.due), says(places.state), says(places.left));
            let due = match due {
                Some(text) => {
                    let column = columns.due.as_deref().unwrap_or_default();
                    Some(self.time(DUE, column, text)?)
                }
                None => None,
            };
            let is = |words: &WordSet| state.is_some_and(|says| words.has(says));
            let in_time = |worded| reached.in_time(places.milestone, worded);
            let state = match (is(&columns.breached), is(&columns.met), left) {
                (true, _, _) => Some(TheirState::Breached),
                (_, true, _) => Some(in_time(true)),
                // some write the minus as a sign of its own
                (_, _, Some(left)) if left.starts_with(['-', '\u{2212}']) => {
                    Some(TheirState::Breached)
                }
                (_, _, left) => left.map(|_| in_time(false)),
            };
            if due.is_some() || state.is_some() {
                theirs.push(TheirClock {
                    milestone: places.milestone.to_owned(),
                    due,
                    state,
                });
            }
        }
        Ok(theirs)
    }

    /// The time in a cell, which is not still to come.
    pub(super) fn time_of(&mut self, column: ColumnKey) -> Result<Option<Instant>, RowFault> {
        let Some((name, text)) = self.first(column) else {
            return Ok(None);
        };
        let at = self.time(column.key(), name, text)?;
        match at <= self.file.present {
            true => Ok(Some(at)),
            false => Err(RowFault::Future(name.to_owned(), text.to_owned())),
        }
    }

    /// The time in a text of a column, of the years in which there are clocks.
    fn time(&mut self, key: &str, column: &str, text: &str) -> Result<Instant, RowFault> {
        let file = self.file;
        let times = &file.mapping.times;
        let unread = || {
            let own = file.mapping.times_of.get(key);
            let form = own.map_or(&times.format, |own| &own.format);
            RowFault::Time(column.to_owned(), text.to_owned(), form.clone())
        };
        let own = file.times_of.iter().find(|(known, _)| *known == key);
        let reader = own.map_or(&file.times, |(_, reader)| reader);
        let at = match reader.read(text).ok_or_else(unread)? {
            ReadTime::Instant(at) => at,
            ReadTime::Wall(wall) => match (self.file.instants)(wall) {
                WallTime::Once(at) => at,
                WallTime::Twice(first, _) => {
                    self.remarks
                        .push(RowRemark::Twice(times.zone.clone(), first));
                    first
                }
                WallTime::Never(..) => {
                    let (column, zone) = (column.to_owned(), times.zone.clone());
                    return Err(RowFault::NeverWas(column, text.to_owned(), zone));
                }
            },
        };
        at.is_within_years().then_some(at).ok_or_else(unread)
    }
}
