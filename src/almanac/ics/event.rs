//! One event of a calendar file as it fills up, and which whole days it takes.

use chrono::{Days, NaiveDate, NaiveTime};

use super::line::{EventLength, IcsLine, IcsMoment};
use super::misread::{EventMistake, IcsMistake};
use super::repeat::Repeat;
use crate::core::text::words_of_file;

/// The longest event that is taken for a holiday, in days.
const LONGEST: i64 = 366;

/// What is longer tells of the day and does not say what it is.
const LONGEST_HEADING: usize = 80;

/// Whether it takes place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum EventStatus {
    #[default]
    Confirmed,
    Tentative,
    Cancelled,
}

/// What it makes of the time of whom it concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Busy {
    Occupied,
    Free,
    Tentative,
    WorkingElsewhere,
}

/// When an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// From a date on, so many days.
    Days(NaiveDate, usize),
    /// At a time of day.
    Timed,
}

#[derive(Debug, Default)]
pub(super) struct IcsEvent {
    pub line: usize,
    pub uid: Option<String>,
    pub sequence: u32,
    /// When it was written, as the file says it: later texts sort behind earlier ones.
    pub stamp: String,
    pub name: Option<String>,
    /// The first line of its description, where that is a word or two and no story.
    pub heading: String,
    /// Its description says, after what it is, how to hide it in Google Calendar.
    pub has_hiding_hint: bool,
    pub categories: String,
    pub status: EventStatus,
    pub busy: Option<Busy>,
    pub repeat: Option<Repeat>,
    pub except: Vec<NaiveDate>,
    pub also: Vec<NaiveDate>,
    /// It stands for one occurrence of another event.
    pub is_exception: bool,
    /// Which one.
    pub instead_of: Option<NaiveDate>,
    pub mistakes: Vec<IcsMistake>,
    start: Option<IcsMoment>,
    end: Option<IcsMoment>,
    length: Option<EventLength>,
    all_day: bool,
}

impl IcsEvent {
    /// An event that begins on that line.
    pub(super) fn on_line(line: usize) -> IcsEvent {
        IcsEvent {
            line,
            ..IcsEvent::default()
        }
    }

    /// Takes a property in; one without a value is as if it were not there.
    pub(super) fn take(&mut self, line: &IcsLine) {
        if line.value.is_empty() {
            return;
        }
        if let Err(what) = self.property(line) {
            self.mistakes.push(IcsMistake {
                line: line.number,
                what,
            });
        }
    }

    fn property(&mut self, line: &IcsLine) -> Result<(), EventMistake> {
        let is = |word: &str| line.value.eq_ignore_ascii_case(word);
        match line.name.as_str() {
            "UID" => self.uid = Some(line.value.clone()),
            "SEQUENCE" => self.sequence = line.value.parse().unwrap_or_default(),
            "LAST-MODIFIED" => self.stamp = line.value.clone(),
            "DTSTAMP" if self.stamp.is_empty() => self.stamp = line.value.clone(),
            "DTSTART" => self.start = Some(line.moment()?),
            "DTEND" => self.end = Some(line.moment()?),
            "DURATION" => self.length = Some(line.length()?),
            "SUMMARY" => self.name = Some(line.text()).filter(|name| !name.is_empty()),
            "DESCRIPTION" => {
                self.has_hiding_hint = is_hiding_hint(line.after_first_line());
                self.heading = line.first_line();
                if self.heading.chars().count() > LONGEST_HEADING {
                    self.heading.clear();
                }
            }
            "CATEGORIES" => self.categories = line.text(),
            "RRULE" => self.repeat = Some(Repeat::read(line)?),
            "EXRULE" => return Err(EventMistake::ExceptionRule),
            "EXDATE" => self.except.extend(dates(line)?),
            "RDATE" => self.also.extend(dates(line)?),
            "RECURRENCE-ID" => {
                self.is_exception = true;
                if line.parameters.contains("THISANDFUTURE") {
                    return Err(EventMistake::AndFuture);
                }
                self.instead_of = Some(date(line, line.moment()?)?);
            }
            "STATUS" if is("CANCELLED") => self.status = EventStatus::Cancelled,
            "STATUS" if is("TENTATIVE") => self.status = EventStatus::Tentative,
            "TRANSP" => {
                let busy = if is("TRANSPARENT") {
                    Busy::Free
                } else {
                    Busy::Occupied
                };
                self.busy = self.busy.or(Some(busy));
            }
            "X-MICROSOFT-CDO-ALLDAYEVENT" | "X-FUNAMBOL-ALLDAY" => {
                self.all_day = is("TRUE") || is("1");
            }
            // more exact than the two words of `TRANSP`
            "X-MICROSOFT-CDO-BUSYSTATUS" => {
                self.busy = match line.value.to_ascii_uppercase().as_str() {
                    "FREE" => Some(Busy::Free),
                    "TENTATIVE" => Some(Busy::Tentative),
                    "WORKINGELSEWHERE" => Some(Busy::WorkingElsewhere),
                    _ => Some(Busy::Occupied),
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The whole days that it takes: dates, from midnight to midnight, or what is marked as all
    /// day.
    pub(super) fn extent(&self) -> Result<Extent, EventMistake> {
        let start = self.start.ok_or(EventMistake::NoStart)?;
        let Some(time) = start.time else {
            if let Some(length) = self.length.filter(|length| length.in_hours) {
                return Err(EventMistake::Length(format!("PT{}H", length.days * 24)));
            }
            return self.days(start.date);
        };
        let ends_whole = match (self.end, self.length) {
            (Some(end), _) => end.whole().is_some_and(|end| end > start.date),
            (None, Some(length)) => length.days > 0,
            (None, None) => false,
        };
        match (time == NaiveTime::MIN, self.all_day) {
            (true, true) => self.days(start.date),
            (true, false) if ends_whole && start.utc => Err(EventMistake::MidnightOfUtc),
            (true, false) if ends_whole => self.days(start.date),
            (false, true) => Err(EventMistake::NoWholeDay(time.format("%H:%M").to_string())),
            _ => Ok(Extent::Timed),
        }
    }

    /// How many days it lasts. `DTEND` is the first day after it.
    fn days(&self, start: NaiveDate) -> Result<Extent, EventMistake> {
        let days = match (self.length, self.end) {
            (Some(length), _) => length.days,
            (None, Some(end)) => {
                let odd = || {
                    let time = end.time.unwrap_or_default();
                    EventMistake::NoWholeDay(time.format("%H:%M").to_string())
                };
                (end.whole().ok_or_else(odd)? - start).num_days()
            }
            (None, None) => 1,
        };
        match days {
            // some write the same date twice for a single day
            0 => Ok(Extent::Days(start, 1)),
            1..=LONGEST if start.checked_add_days(Days::new(days as u64)).is_some() => {
                Ok(Extent::Days(start, days as usize))
            }
            _ if days < 0 => Err(EventMistake::EndsFirst),
            _ => Err(EventMistake::TooLong(LONGEST)),
        }
    }

    /// The first date that it names.
    pub(super) fn on(&self) -> Option<NaiveDate> {
        self.start.map(|start| start.date).or(self.instead_of)
    }
}

const CALENDAR: &str = include_str!("words/calendar.txt");

/// Whether the rest of a description is the one line with which Google ends that of an observance: how
/// to hide such, in the settings of its calendar, in the language of the feed. What has a link (to a
/// call, a document, a subscription), or names something else of Google's, is somebody's own text.
fn is_hiding_hint(rest: &str) -> bool {
    let one_line = !rest.contains("\\n") && !rest.contains("\\N");
    if !one_line || !rest.contains("Google") || rest.contains("://") {
        return false;
    }
    let small = rest.to_lowercase();
    words_of_file(CALENDAR).any(|word| small.contains(word))
}

fn dates(line: &IcsLine) -> Result<Vec<NaiveDate>, EventMistake> {
    let moments = line.moments()?;
    moments
        .into_iter()
        .map(|moment| date(line, moment))
        .collect()
}

fn date(line: &IcsLine, moment: IcsMoment) -> Result<NaiveDate, EventMistake> {
    moment
        .whole()
        .ok_or_else(|| EventMistake::NoWholeDay(line.value.clone()))
}
