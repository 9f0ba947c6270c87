//! The values after a key, by what the key takes.

use super::letters::{Letter, plain, sought, split_or};
use super::tickets::number;
use super::{FilterKey, FilterTest, KeyKind};
use crate::core::model::{Fact, State};
use crate::core::sla::ClockState;
use crate::core::text::{Misread, nearest};
use crate::core::time::{LocalNow, Period, period};

/// What finds those where nothing stands.
pub const WITHOUT: &str = "none";

/// A value that a key may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterValue {
    /// A word: of a plan, of a person, of a thing.
    Word(String),
    /// `none`: nothing stands there.
    Absent,
    /// A time within it.
    Within(Period),
    /// A number, both ends in.
    Number {
        /// The least.
        from: i64,
        /// The most.
        to: i64,
    },
    /// One of these states of a ticket.
    State(Vec<State>),
    /// A clock in a state.
    Clock(ClockFilter),
    /// A word after `is:`.
    Is(Is),
}

/// What a clock shows, of one milestone or of any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockFilter {
    /// Of which milestone; none: of any.
    pub milestone: Option<String>,
    /// In which state.
    pub state: ClockState,
}

/// Facts of a ticket that have a name of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Is {
    /// A clock of it is past its due.
    Overdue,
    /// Four fifths of a clock's target have counted, and it is not past its due.
    AtRisk,
    /// The desk has not answered yet.
    Unanswered,
    /// Taken though nothing is promised.
    Courtesy,
    /// Kept as refused.
    Refused,
    /// Taken out of the figures.
    Exempt,
}

impl Is {
    const WORDS: [(&'static str, Is); 6] = [
        ("overdue", Is::Overdue),
        ("at-risk", Is::AtRisk),
        ("unanswered", Is::Unanswered),
        ("courtesy", Is::Courtesy),
        ("refused", Is::Refused),
        ("exempt", Is::Exempt),
    ];
}

/// Reads what stands after the colon.
pub(super) fn test(
    key: &FilterKey,
    letters: &[Letter],
    here: &LocalNow,
) -> Result<FilterTest, Misread> {
    let parts: Vec<&[Letter]> = split_or(letters).collect();
    if parts.iter().any(|part| part.is_empty()) {
        let said = format!("`{}:{}` lacks a value", key.name, plain(letters));
        return Err(Misread::new(said).hint(format!("write {}", example(key))));
    }
    if key.kind == KeyKind::Text {
        return Ok(FilterTest::Text(parts.into_iter().map(sought).collect()));
    }
    let any = parts.into_iter().map(|part| value(key, part, here));
    Ok(FilterTest::Key {
        key: key.name,
        any: any.collect::<Result<_, _>>()?,
    })
}

fn value(key: &FilterKey, letters: &[Letter], here: &LocalNow) -> Result<FilterValue, Misread> {
    let text = plain(letters);
    let lower = text.to_lowercase();
    match key.kind {
        KeyKind::Known
        | KeyKind::Person
        | KeyKind::Contract
        | KeyKind::Word
        | KeyKind::OneOf(_)
        | KeyKind::Text
        | KeyKind::Time(_)
            if lower == WITHOUT =>
        {
            Ok(FilterValue::Absent)
        }
        KeyKind::Contract if let Ok(numbers) = numbers(key, &text, &text) => Ok(numbers),
        KeyKind::Known | KeyKind::Person | KeyKind::Contract | KeyKind::Word
            if is_range(letters) =>
        {
            Err(Misread::new(format!("`{}:` takes no range", key.name))
                .hint(format!("write each: {}", example(key))))
        }
        KeyKind::OneOf(words) if !words.contains(&lower.as_str()) => {
            Err(no_value(key, &text, None, &text))
        }
        KeyKind::Known
        | KeyKind::Person
        | KeyKind::Contract
        | KeyKind::Word
        | KeyKind::OneOf(_)
        | KeyKind::Text => Ok(FilterValue::Word(text)),
        KeyKind::Time(direction) => period(&text, here, direction).map(FilterValue::Within),
        KeyKind::Number | KeyKind::Ticket => numbers(key, &text, &text),
        KeyKind::Entry => numbers(key, &text, &lower.replace('e', "")),
        KeyKind::State => states(&lower)
            .map(FilterValue::State)
            .ok_or_else(|| no_value(key, &text, None, &text)),
        KeyKind::Clock => clock(key, &text, &lower),
        KeyKind::Is => Is::WORDS
            .into_iter()
            .find(|(word, _)| *word == lower)
            .map(|(_, is)| FilterValue::Is(is))
            .ok_or_else(|| no_value(key, &text, None, &text)),
        KeyKind::Event if Fact::KINDS.contains(&lower.as_str()) => Ok(FilterValue::Word(lower)),
        KeyKind::Event => Err(no_value(key, &text, None, &text)),
    }
}

fn is_range(letters: &[Letter]) -> bool {
    letters
        .windows(2)
        .any(|two| two.iter().all(|letter| letter.stands_for('.')))
}

fn numbers(key: &FilterKey, typed: &str, text: &str) -> Result<FilterValue, Misread> {
    let wrong = || {
        Misread::new(format!("`{}:{typed}` is no number", key.name))
            .hint(format!("write {}", example(key)))
    };
    let end = |written: &str, open: i64| match written.trim() {
        "" => Some(open),
        "0" => Some(0),
        digits => number(digits),
    };
    let (from, to) = match text.split_once("..") {
        Some((from, to)) => (
            end(from, 0).ok_or_else(wrong)?,
            end(to, i64::MAX).ok_or_else(wrong)?,
        ),
        None => {
            let one = end(text, 0).ok_or_else(wrong)?;
            (one, one)
        }
    };
    if to < from {
        return Err(
            Misread::new(format!("`{}:{typed}` ends before it begins", key.name))
                .hint(format!("write `{}:{to}..{from}`", key.name)),
        );
    }
    Ok(FilterValue::Number { from, to })
}

const WAITING: &str = "waiting";
const ACTIVE: &str = "active";

fn states(word: &str) -> Option<Vec<State>> {
    let group = |holds: fn(State) -> bool| State::ALL.into_iter().filter(|s| holds(*s)).collect();
    match word {
        WAITING => Some(group(State::is_waiting)),
        ACTIVE => Some(group(State::is_active)),
        word => State::of_word(word).map(|state| vec![state]),
    }
}

impl KeyKind {
    /// The words that it can be, where the program itself knows them all.
    ///
    /// ```
    /// use sladesk::core::filter::KeyKind;
    /// assert!(KeyKind::Is.words().contains(&"overdue"));
    /// assert!(KeyKind::Text.words().is_empty());
    /// ```
    pub fn words(self) -> Vec<&'static str> {
        match self {
            KeyKind::State => {
                let states = State::ALL.into_iter().map(State::word);
                states.chain([WAITING, ACTIVE]).collect()
            }
            KeyKind::Clock => ClockState::ALL.into_iter().map(ClockState::word).collect(),
            KeyKind::Is => Is::WORDS.into_iter().map(|(word, _)| word).collect(),
            KeyKind::Event => Fact::KINDS.to_vec(),
            KeyKind::OneOf(words) => words.to_vec(),
            KeyKind::Known
            | KeyKind::Person
            | KeyKind::Ticket
            | KeyKind::Contract
            | KeyKind::Word
            | KeyKind::Text
            | KeyKind::Time(_)
            | KeyKind::Number
            | KeyKind::Entry => Vec::new(),
        }
    }
}

fn clock(key: &FilterKey, text: &str, lower: &str) -> Result<FilterValue, Misread> {
    let (milestone, shows) = match lower.rsplit_once('.') {
        Some((milestone, shows)) if !milestone.is_empty() => (Some(milestone.to_owned()), shows),
        _ => (None, lower),
    };
    match ClockState::ALL
        .into_iter()
        .find(|state| state.word() == shows)
    {
        Some(state) => Ok(FilterValue::Clock(ClockFilter { milestone, state })),
        None => Err(no_value(key, text, milestone.as_deref(), shows)),
    }
}

/// More words than this are not listed in a message.
const MANY: usize = 12;

/// None of the words of the key is meant by `word`, which stands behind a milestone or alone.
fn no_value(key: &FilterKey, text: &str, milestone: Option<&str>, word: &str) -> Misread {
    let said = Misread::unknown(format!("`{}:` has no `{text}`", key.name));
    let words = key.kind.words();
    let before = milestone.map_or_else(String::new, |milestone| format!("{milestone}."));
    match nearest(word, words.iter().copied()) {
        Some(near) => said.hint(format!("did you mean `{}:{before}{near}`?", key.name)),
        None if words.len() > MANY => said.hint("`sladesk help filters` lists all"),
        None => said.hint(format!("it can be {}", words.join(", "))),
    }
}

fn example(key: &FilterKey) -> String {
    let values: &[&str] = match key.kind {
        KeyKind::Known | KeyKind::Word | KeyKind::OneOf(_) => &["VALUE", "ONE,OTHER"],
        KeyKind::Person => &["me", "STAFF"],
        KeyKind::Contract => &["7", "CUSTOMER"],
        KeyKind::Text => &["printer", "\"login failed\""],
        KeyKind::Time(_) => &["2026-07", "..-14d"],
        KeyKind::Number | KeyKind::Ticket => &["42", "40..53"],
        KeyKind::Entry => &["e48123"],
        KeyKind::State => &["open", "active"],
        KeyKind::Clock => &["breached", "response.breached"],
        KeyKind::Is => &["overdue", "unanswered"],
        KeyKind::Event => &["opened", "replied"],
    };
    let written = values.iter().map(|value| format!("`{}:{value}`", key.name));
    written.collect::<Vec<_>>().join(" or ")
}
