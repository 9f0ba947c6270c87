//! Kinds: named properties of tickets, by which targets differ.

use serde::{Deserialize, Serialize};

use super::{RequiredField, Source};
use crate::core::model::{TicketWord, TicketWords};
use crate::core::text::is_of_language;

/// What of a ticket a kind looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KindProperty {
    /// How urgent it is.
    Priority,
    /// Through what the customer has come, at the opening or later.
    Channel,
    /// What it is about.
    Topic,
    /// Which part of the product.
    Component,
    /// Where the product runs.
    Environment,
    /// Which version of the product.
    Version,
    /// In which language it is written.
    Language,
    /// The support line that it is on.
    Line,
    /// What the customer asks for.
    OnRequest,
}

impl KindProperty {
    /// All of them.
    pub const ALL: [KindProperty; 9] = [
        KindProperty::Priority,
        KindProperty::Channel,
        KindProperty::Topic,
        KindProperty::Component,
        KindProperty::Environment,
        KindProperty::Version,
        KindProperty::Language,
        KindProperty::Line,
        KindProperty::OnRequest,
    ];

    /// The key of plan files.
    pub fn word(self) -> &'static str {
        match self {
            KindProperty::Priority => "priority",
            KindProperty::Channel => "channel",
            KindProperty::Topic => "topic",
            KindProperty::Component => "component",
            KindProperty::Environment => "environment",
            KindProperty::Version => "version",
            KindProperty::Language => "language",
            KindProperty::Line => "line",
            KindProperty::OnRequest => "on-request",
        }
    }
}

/// The words by which a property fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum KindWords {
    /// One of these.
    OneOf(Vec<String>),
    /// Any that is named, but these.
    AllBut(Vec<String>),
}

impl KindWords {
    /// Whether what a ticket names fits; what it does not name fits nothing.
    ///
    /// A language fits with any of its regions: `en-GB` is `en`.
    pub(crate) fn fits(&self, property: KindProperty, named: &[&str]) -> bool {
        let is = |known: &str, word: &str| match property {
            KindProperty::Language => is_of_language(word, known),
            _ => word == known,
        };
        let among = |words: &[String], word: &str| words.iter().any(|known| is(known, word));
        match self {
            KindWords::OneOf(words) => named.iter().any(|word| among(words, word)),
            KindWords::AllBut(words) => named.iter().any(|word| !among(words, word)),
        }
    }
}

/// One property that a kind asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindCondition {
    /// Of what.
    pub property: KindProperty,
    /// Which words fit.
    pub words: KindWords,
}

/// A kind of tickets: all that it asks for must hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketKind {
    /// The word that plan files and columns have for it.
    pub id: String,
    /// What people read.
    pub title: String,
    /// What a ticket must name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<KindCondition>,
    /// The key in [`Terms::calendars`](super::Terms) of the hours in which a clock must start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub during: Option<String>,
    /// The key of the hours in which it must not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside: Option<String>,
    /// Where the source says it.
    #[serde(flatten)]
    pub source: Source,
}

/// What a ticket names, as kinds look at it: how it stands, and the channels so far.
///
/// ```
/// use sladesk::core::terms::KindFacts;
/// let facts = KindFacts { channels: vec!["email".to_owned()], ..KindFacts::default() };
/// assert!(facts.language.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindFacts {
    /// Through which the customer has come, at the opening or with a later word.
    pub channels: Vec<String>,
    /// What it is about, in words of the plan.
    pub words: TicketWords,
    /// The language in which it is written.
    pub language: Option<String>,
    /// The support line that it is on.
    pub line: Option<String>,
    /// What the customer asks for.
    pub asked: AskedKinds,
}

/// The kinds of tickets that the customer of one asks for.
///
/// ```
/// use sladesk::core::terms::AskedKinds;
/// let mut asked = AskedKinds::default();
/// asked.stands("around-the-clock");
/// asked.received("visit");
/// asked.stands("none");
/// assert_eq!(asked.iter().collect::<Vec<_>>(), ["visit"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedKinds {
    /// As the opening says it, or the last edit.
    standing: Option<String>,
    /// What the customer asked for later.
    later: Vec<String>,
}

impl AskedKinds {
    /// The word for asking for no kind.
    pub const NONE: &str = "none";

    /// The opening or an edit says what is asked for; `none`: nothing.
    pub fn stands(&mut self, kind: &str) {
        self.standing = Some(kind.to_owned()).filter(|kind| kind != AskedKinds::NONE);
    }

    /// The customer asks for it besides.
    pub fn received(&mut self, kind: &str) {
        if !self.later.iter().any(|known| known == kind) {
            self.later.push(kind.to_owned());
        }
    }

    /// All that are asked for, each once.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let standing = self.standing.as_deref();
        let later = self.later.iter().map(String::as_str);
        standing
            .into_iter()
            .chain(later.filter(move |kind| standing != Some(*kind)))
    }
}

impl KindFacts {
    fn of<'f>(&'f self, property: KindProperty, priority: &'f str) -> Vec<&'f str> {
        let word = |word| self.words.get(word).into_iter().collect();
        match property {
            KindProperty::Priority => vec![priority],
            KindProperty::Channel => self.channels.iter().map(String::as_str).collect(),
            KindProperty::Topic => word(TicketWord::Topic),
            KindProperty::Component => word(TicketWord::Component),
            KindProperty::Environment => word(TicketWord::Environment),
            KindProperty::Version => word(TicketWord::Version),
            KindProperty::Language => self.language.as_deref().into_iter().collect(),
            KindProperty::Line => self.line.as_deref().into_iter().collect(),
            KindProperty::OnRequest => self.asked.iter().collect(),
        }
    }
}

impl TicketKind {
    /// Whether the customer has to ask for it.
    pub fn is_on_request(&self) -> bool {
        let mut conditions = self.conditions.iter();
        conditions.any(|asked| asked.property == KindProperty::OnRequest)
    }

    /// Whether a ticket of that priority can be one.
    pub fn can_have(&self, priority: &str) -> bool {
        let of = KindProperty::Priority;
        let asked = self.conditions.iter().filter(|asked| asked.property == of);
        asked
            .into_iter()
            .all(|asked| asked.words.fits(of, &[priority]))
    }

    /// Whether a word of the ticket's makes a difference to it.
    pub fn looks_at(&self, field: RequiredField, word: &str) -> bool {
        let property = match field {
            RequiredField::Version => KindProperty::Version,
            RequiredField::Environment => KindProperty::Environment,
            RequiredField::Component => KindProperty::Component,
            RequiredField::Topic => KindProperty::Topic,
        };
        let mut conditions = self.conditions.iter();
        conditions.any(|asked| {
            let (KindWords::OneOf(words) | KindWords::AllBut(words)) = &asked.words;
            asked.property == property && words.iter().any(|known| known == word)
        })
    }

    /// Whether a ticket of that priority fits; `is_open` says of a calendar whether it was open
    /// when the clock's cycle began, and nothing where that is not known.
    pub fn fits(
        &self,
        facts: &KindFacts,
        priority: &str,
        is_open: impl Fn(&str) -> Option<bool>,
    ) -> bool {
        let named = |condition: &KindCondition| {
            let named = facts.of(condition.property, priority);
            condition.words.fits(condition.property, &named)
        };
        let opens = |calendar: &Option<String>, wanted: bool| {
            let calendar = calendar.as_deref();
            calendar.is_none_or(|calendar| is_open(calendar) == Some(wanted))
        };
        self.conditions.iter().all(named)
            && opens(&self.during, true)
            && opens(&self.outside, false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(property: KindProperty, words: KindWords) -> TicketKind {
        TicketKind {
            id: "k".to_owned(),
            title: "K".to_owned(),
            conditions: vec![KindCondition { property, words }],
            during: None,
            outside: None,
            source: Source::default(),
        }
    }

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn what_a_ticket_does_not_name_fits_nothing() {
        let named = KindFacts {
            channels: words(&["email", "phone"]),
            ..KindFacts::default()
        };
        let none = KindFacts::default();
        let fits = |kind: &TicketKind, facts: &KindFacts| kind.fits(facts, "p1", |_| None);
        let phone = kind(KindProperty::Channel, KindWords::OneOf(words(&["phone"])));
        let others = kind(KindProperty::Channel, KindWords::AllBut(words(&["email"])));
        let not_these = KindWords::AllBut(words(&["email", "phone"]));
        let neither = kind(KindProperty::Channel, not_these);
        assert!(fits(&phone, &named) && fits(&others, &named));
        assert!(!fits(&phone, &none) && !fits(&others, &none));
        assert!(!fits(&neither, &named));
    }

    #[test]
    fn a_language_fits_with_its_regions() {
        let abroad = kind(KindProperty::Language, KindWords::AllBut(words(&["en"])));
        let fits = |language: &str| {
            let facts = KindFacts {
                language: Some(language.to_owned()),
                ..KindFacts::default()
            };
            abroad.fits(&facts, "p1", |_| None)
        };
        assert!(!fits("en") && !fits("en-GB") && !fits("EN-gb"));
        assert!(fits("de") && fits("enm"));
    }

    #[test]
    fn hours_fit_where_they_are_known() {
        let mut at_night = kind(KindProperty::Priority, KindWords::OneOf(words(&["p1"])));
        at_night.outside = Some("office".to_owned());
        let facts = KindFacts::default();
        assert!(at_night.fits(&facts, "p1", |_| Some(false)));
        assert!(!at_night.fits(&facts, "p1", |_| Some(true)));
        assert!(!at_night.fits(&facts, "p1", |_| None));
        assert!(!at_night.fits(&facts, "p2", |_| Some(false)));
    }
}
