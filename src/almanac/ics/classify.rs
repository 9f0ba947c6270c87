//! What an event of a holiday calendar is, by its marks: a day off, half a day off, or a day that
//! is only named. The calendars that people take their holidays from write each in its own way:
//! Google says `Public holiday` or `Observance` in the description, and of the latter, in the
//! calendar's language, how to hide it in Google Calendar; others say it in the name; Outlook has
//! a word for how busy one is.

use super::event::{Busy, EventStatus, IcsEvent};
use crate::core::text::words_of_file;

/// Which events close, beside what the file itself says of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// Only what has one of these words.
    pub only: Vec<String>,
    /// Nothing that has one of these.
    pub skip: Vec<String>,
    /// What becomes of half days: they are worked for a part, or not taken at all.
    pub half_days: HalfDays,
}

/// What becomes of half days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum HalfDays {
    /// They are left out.
    #[default]
    LeftOut,
    /// They have hours of their own.
    Worked,
}

/// Why an event closes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IcsSkip {
    /// It does not take place.
    Cancelled,
    /// There is a newer version of it, on that line.
    Replaced(usize),
    /// It is at a time of day.
    TimeOfDay,
    /// It has this word, which is to be skipped.
    Skipped(String),
    /// It has no word that was asked for.
    NotChosen,
    /// A day that is named and worked.
    Observance,
    /// Half a day off.
    HalfDay,
    /// A day worked elsewhere, or in exchange for another.
    Worked,
    /// It is not certain yet.
    Tentative,
    /// One is free then, as the file says; of others it says that one is not.
    Free,
}

/// What an event is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    DayOff,
    HalfDayOff,
    LeftOut(IcsSkip),
}

// Words as calendars have them, in small letters.
const HALF: &str = include_str!("words/half-day.txt");
const NAMED_ONLY: &str = include_str!("words/named-only.txt");
const WORKED: &str = include_str!("words/worked.txt");
const DAY_OFF: &str = include_str!("words/day-off.txt");

/// A description that is one of these and nothing more, as timeanddate.com's feeds have them, names
/// what happens in the sky or to the clocks.
const NO_DAYS: &[&str] = &["season", "clock change/daylight saving time"];

/// What stands behind one of these is denied.
const NOT: &[&str] = &[
    "non",
    "non-",
    "non ",
    "no ",
    "not a ",
    "not ",
    "kein gesetzlicher ",
    "kein ",
    "не",
    "не ",
    "非",
];

/// Whether words stand in a text, from the beginning of one on: `giorno festivo` is no `no festivo`.
fn begins_in(text: &str, words: &str) -> bool {
    let mut found = text.match_indices(words);
    found.any(|(at, _)| {
        let before = text[..at].chars().next_back();
        !before.is_some_and(char::is_alphabetic)
    })
}

/// What an event is, by its own marks and by what was asked for. `others_busy`: of other events
/// the file says that one is not free then, so that `free` tells something.
pub(super) fn mark(
    event: &IcsEvent,
    name: Option<&str>,
    choice: &Choice,
    others_busy: bool,
) -> Mark {
    let text = text(event, name);
    let has = |words: &'static str| words_of_file(words).any(|word| text.contains(word));
    if let Some(word) = skipped(&text, choice) {
        return Mark::LeftOut(IcsSkip::Skipped(word));
    }
    let chosen = choice.only.iter().any(|word| affirms(&text, word));
    if !choice.only.is_empty() && !chosen {
        return Mark::LeftOut(IcsSkip::NotChosen);
    }
    let tentative = event.status == EventStatus::Tentative || event.busy == Some(Busy::Tentative);
    let heading = event.heading.to_lowercase();
    let denied = words_of_file(NAMED_ONLY).any(|words| begins_in(&text, words))
        || NO_DAYS.contains(&heading.as_str());
    // a description that begins with what it is needs no guess by what follows
    let hinted = event.has_hiding_hint && !says_off(&heading);
    let why = match () {
        () if denied && !chosen => IcsSkip::Observance,
        () if has(HALF) && choice.half_days == HalfDays::Worked => return Mark::HalfDayOff,
        () if has(HALF) => IcsSkip::HalfDay,
        () if chosen && tentative => IcsSkip::Tentative,
        () if chosen => return Mark::DayOff,
        () if hinted => IcsSkip::Observance,
        () if event.busy == Some(Busy::WorkingElsewhere) || is_worked(&text) == Some(true) => {
            IcsSkip::Worked
        }
        () if tentative => IcsSkip::Tentative,
        () if event.busy == Some(Busy::Free) && others_busy && !says_off(&text) => IcsSkip::Free,
        () => return Mark::DayOff,
    };
    Mark::LeftOut(why)
}

/// Whether a text calls a day a day off: by its name, or as one that is not worked.
fn says_off(text: &str) -> bool {
    words_of_file(DAY_OFF).any(|word| affirms(text, word)) || is_worked(text) == Some(false)
}

/// Whether a text says that the day is worked, or that it is not; none: it says neither.
fn is_worked(text: &str) -> Option<bool> {
    let found = words_of_file(WORKED).flat_map(|word| text.match_indices(word));
    let mut found = found.map(|(at, _)| !is_denied(text, at)).peekable();
    found.peek()?;
    Some(found.any(|affirmed| affirmed))
}

/// Whether what stands at a place of a text is denied there: `Not a public holiday` is no `public
/// holiday`.
fn is_denied(text: &str, at: usize) -> bool {
    NOT.iter().any(|denial| ends_with(&text[..at], denial))
}

/// Whether a text ends with a word, which is no end of a longer one: `casino` is no `no`.
fn ends_with(text: &str, word: &str) -> bool {
    let before = text.strip_suffix(word);
    before.is_some_and(|before| {
        let last = before.chars().next_back();
        // words of Chinese stand side by side
        !word.is_ascii() || !last.is_some_and(char::is_alphabetic)
    })
}

/// The word to be skipped that an event has.
pub(super) fn skipped_by(event: &IcsEvent, name: Option<&str>, choice: &Choice) -> Option<String> {
    skipped(&text(event, name), choice)
}

fn skipped(text: &str, choice: &Choice) -> Option<String> {
    let mut words = choice.skip.iter();
    words
        .find(|word| text.contains(&word.to_lowercase()))
        .cloned()
}

fn text(event: &IcsEvent, name: Option<&str>) -> String {
    let parts = [name.unwrap_or_default(), &event.categories, &event.heading];
    parts.join("\n").to_lowercase()
}

/// Whether a text has a word that is not denied there.
fn affirms(text: &str, word: &str) -> bool {
    let word = word.to_lowercase();
    let mut found = text.match_indices(&word);
    found.any(|(at, _)| !is_denied(text, at))
}
