//! A sentence made of a code and its parameters, before it has a language: a page says it in its
//! own, everything else in English.

use chrono::NaiveDate;

use super::direction::{ValueDirection, kept_apart, unmarked};
use super::locale::Locale;
use super::messages::{Key, Message, MessageValue, said, say, word};
use super::names::{NameKind, Names};
use crate::core::calendar::{Hours, Week};
use crate::core::text::{Language, capital, visible_line};
use crate::core::time::{Span, open_time};
use crate::plans::{Together, span_in_words};

/// A message whose values are plain.
pub(crate) type Phrase = Message<Spoken>;

/// A value of a phrase.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Spoken {
    /// A count: it chooses the plural form.
    Count(i64),
    /// A name, a code, or what a person wrote.
    Words(String),
    /// A code that a page calls by its name, where it has one.
    Named(NameKind, String),
    /// A word of a closed list of ours.
    Word(String),
    Day(NaiveDate),
    /// A day with hours of its own.
    DayHours(NaiveDate, Hours),
    Week(Week),
    Seconds(i64),
    /// How long a promise may take.
    Span(Span),
    /// Work that is given or charged.
    Work(Span),
    /// An amount in digits, as a plan writes it.
    Figure(String),
    /// How long a promise may take, as it is typed.
    Target(String),
    Said(Box<Phrase>),
    /// Names side by side.
    List(Vec<Spoken>),
    /// Names of which all are meant.
    All(Vec<Spoken>),
    /// Names of which one is meant.
    AnyOf(Vec<Spoken>),
    /// What a plan says, put together in its way.
    Together(Together, Vec<Spoken>),
    /// It begins a line.
    Capital(Box<Spoken>),
}

impl Spoken {
    /// Names of which all are meant.
    pub(crate) fn all<T: AsRef<str>>(names: &[T]) -> Spoken {
        Spoken::All(words(names))
    }

    /// Names of which one is meant.
    pub(crate) fn any_of<T: AsRef<str>>(names: &[T]) -> Spoken {
        Spoken::AnyOf(words(names))
    }

    /// Names side by side.
    pub(crate) fn list<T: AsRef<str>>(names: &[T]) -> Spoken {
        Spoken::List(words(names))
    }

    /// A milestone by its id.
    pub(crate) fn milestone(id: &str) -> Spoken {
        Spoken::named(NameKind::Milestone, id)
    }

    /// A priority by its id.
    pub(crate) fn priority(id: &str) -> Spoken {
        Spoken::named(NameKind::Priority, id)
    }

    /// A channel by its id.
    pub(crate) fn channel(id: &str) -> Spoken {
        Spoken::named(NameKind::Channel, id)
    }

    /// A topic by its id.
    pub(crate) fn topic(id: &str) -> Spoken {
        Spoken::named(NameKind::Topic, id)
    }

    /// An act of the plan by its id.
    pub(crate) fn act(id: &str) -> Spoken {
        Spoken::Named(NameKind::Act, id.to_owned())
    }

    /// A plan: `creatio/business`.
    pub(crate) fn plan(name: &str) -> Spoken {
        Spoken::named(NameKind::Plan, name)
    }

    /// A word of a plan, which a page calls by its title.
    pub(crate) fn named(kind: NameKind, id: &str) -> Spoken {
        Spoken::Named(kind, id.to_owned())
    }

    /// Each of these.
    pub(crate) fn each(of: fn(&str) -> Spoken, ids: &[String]) -> Vec<Spoken> {
        ids.iter().map(|id| of(id)).collect()
    }

    /// Milestones by their ids, of which all are meant.
    pub(crate) fn milestones<T: AsRef<str>>(ids: &[T]) -> Spoken {
        let each = ids.iter().map(|id| Spoken::milestone(id.as_ref()));
        Spoken::All(each.collect())
    }

    /// How many there are.
    pub(crate) fn count<T>(names: &[T]) -> Spoken {
        Spoken::Count(i64::try_from(names.len()).unwrap_or(i64::MAX))
    }
}

fn words<T: AsRef<str>>(names: &[T]) -> Vec<Spoken> {
    names.iter().map(|name| name.as_ref().into()).collect()
}

impl From<&str> for Spoken {
    fn from(words: &str) -> Spoken {
        Spoken::Words(words.to_owned())
    }
}

impl From<&String> for Spoken {
    fn from(words: &String) -> Spoken {
        Spoken::Words(words.clone())
    }
}

impl From<String> for Spoken {
    fn from(words: String) -> Spoken {
        Spoken::Words(words)
    }
}

impl From<NaiveDate> for Spoken {
    fn from(day: NaiveDate) -> Spoken {
        Spoken::Day(day)
    }
}

impl From<&NaiveDate> for Spoken {
    fn from(day: &NaiveDate) -> Spoken {
        Spoken::Day(*day)
    }
}

impl From<Phrase> for Spoken {
    fn from(phrase: Phrase) -> Spoken {
        Spoken::Said(Box::new(phrase))
    }
}

/// In English: for what has no language.
impl From<Phrase> for String {
    fn from(phrase: Phrase) -> String {
        phrase.in_english()
    }
}

impl Phrase {
    /// What is said in that language, where codes have no names.
    pub(crate) fn say(&self, language: Language) -> String {
        self.say_naming(language, &Names::default())
    }

    /// What is said in that language, codes by these names.
    pub(crate) fn say_naming(&self, language: Language, names: &Names) -> String {
        self.said(language, Some(names))
    }

    fn said(&self, language: Language, names: Option<&Names>) -> String {
        let value = |(name, spoken): &(&'static str, Spoken)| {
            let argument = match spoken {
                Spoken::Count(count) => MessageValue::Count(*count),
                spoken => MessageValue::Words(spoken.beside_others(language, names)),
            };
            (*name, argument)
        };
        let values: Vec<_> = self.values.iter().map(value).collect();
        say(language, self.key, &values)
    }

    /// What is said where nobody's language is known.
    pub(crate) fn in_english(&self) -> String {
        unmarked(self.said(Language::English, None))
    }
}

impl Spoken {
    /// Within a sentence or a list.
    fn beside_others(&self, language: Language, names: Option<&Names>) -> String {
        kept_apart(language, self.direction(), self.say(language, names))
    }

    fn direction(&self) -> ValueDirection {
        match self {
            Spoken::Words(_) | Spoken::Named(..) => ValueDirection::OfItsLetters,
            Spoken::Count(_) | Spoken::Day(_) | Spoken::Figure(_) => ValueDirection::LeftToRight,
            Spoken::Capital(spoken) => spoken.direction(),
            Spoken::Word(_)
            | Spoken::DayHours(..)
            | Spoken::Week(_)
            | Spoken::Seconds(_)
            | Spoken::Span(_)
            | Spoken::Work(_)
            | Spoken::Target(_)
            | Spoken::Said(_)
            | Spoken::List(_)
            | Spoken::All(_)
            | Spoken::AnyOf(_)
            | Spoken::Together(..) => ValueDirection::OfPage,
        }
    }

    /// Scripts read it where there are no names: codes and amounts as they are written.
    fn say(&self, language: Language, names: Option<&Names>) -> String {
        let locale = Locale::of(language);
        let each = |all: &[Spoken]| -> Vec<String> {
            all.iter()
                .map(|one| one.beside_others(language, names))
                .collect()
        };
        match self {
            Spoken::Count(count) => locale.number(*count),
            Spoken::Words(words) => visible_line(words).into_owned(),
            Spoken::Named(kind, code) => match names {
                Some(names) => names.say(language, *kind, code),
                None => visible_line(code).into_owned(),
            },
            Spoken::Word(known) => match word(known) {
                Some(key) => say(language, key, &[]),
                None => known.clone(),
            },
            Spoken::Day(day) => locale.day(*day),
            // nothing of so many hours
            Spoken::Seconds(0) => locale.duration("0h"),
            Spoken::Seconds(seconds) => locale.duration(&open_time(*seconds)),
            Spoken::Target(typed) => target(language, typed),
            Spoken::Said(phrase) => phrase.said(language, names),
            Spoken::List(all) => locale.list(&each(all)),
            Spoken::All(all) => locale.all_of(&each(all)),
            Spoken::AnyOf(all) => locale.one_of(&each(all)),
            Spoken::DayHours(day, hours) => {
                let hours = match hours.0.is_empty() {
                    true => say(language, Key::TermClosed, &[]),
                    false => locale.hours(hours),
                };
                format!("{} {hours}", locale.day(*day))
            }
            Spoken::Week(week) if week.is_around_the_clock() => {
                say(language, Key::TermAroundTheClock, &[])
            }
            Spoken::Week(week) if names.is_none() => week.to_string(),
            Spoken::Week(week) => locale.week(week),
            Spoken::Span(span) if language == Language::English => span_in_words(*span),
            Spoken::Work(span) if language == Language::English => span.to_string(),
            Spoken::Span(span) | Spoken::Work(span) => target(language, &span.to_string()),
            Spoken::Figure(figure) if names.is_none() => figure.clone(),
            Spoken::Figure(figure) => locale.figure(figure),
            Spoken::Together(together, all) => {
                let all = each(all);
                match together {
                    Together::Directly => all.join(" "),
                    Together::List => locale.list(&all),
                    Together::Apart => locale.apart(&all),
                    Together::All => locale.all_of(&all),
                    Together::Any => locale.one_of(&all),
                }
            }
            Spoken::Capital(spoken) => capital(&spoken.say(language, names)),
        }
    }
}

/// How long a promise may take, as it is typed; several with commas between. What is none of ours
/// stays as it is.
pub(crate) fn target(language: Language, typed: &str) -> String {
    let locale = Locale::of(language);
    let one = |typed: &str| {
        let said: Phrase = match typed.parse() {
            Ok(Span::Time(seconds)) => return locale.duration(&open_time(seconds)),
            Ok(Span::BusinessDays(days)) => said::span_business_days(Spoken::Count(days.into())),
            Ok(Span::CalendarDays(days)) => said::span_calendar_days(Spoken::Count(days.into())),
            Ok(Span::CalendarMonths(months)) => said::span_months(Spoken::Count(months.into())),
            Ok(Span::EndOfBusinessDay) => said::span_end_of_business_day(),
            Ok(Span::EndOfNextBusinessDay) => said::span_end_of_next_business_day(),
            Err(_) => return visible_line(typed).into_owned(),
        };
        said.say(language)
    };
    let all: Vec<String> = typed.split(", ").map(one).collect();
    locale.list(&all)
}
