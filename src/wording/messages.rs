//! The messages that have a language: which one is said, with which values, and how it reads.
//!
//! Each language has a file of them beside this one. A language that lacks a message does not
//! build; no message is taken from another language.

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::direction::{ValueDirection, kept_apart};
use super::locale::Locale;
use crate::core::text::{Language, WordList};

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A message and the values that it is said with; what a value is, is for the layer that says it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Message<A> {
    pub key: Key,
    pub values: Vec<(&'static str, A)>,
}

/// A value as fluent takes it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum MessageValue {
    /// A count: it chooses the plural form, and is written as the language writes numbers.
    Count(i64),
    /// Finished words, kept apart from the sentence where they run the other way.
    Words(String),
}

impl Key {
    /// Its name in the language files.
    pub(crate) fn id(self) -> &'static str {
        Key::ALL[self as usize].1
    }

    fn named(id: &str) -> Option<Key> {
        let place = Key::ALL.binary_search_by(|(_, known, _)| (*known).cmp(id));
        place.ok().map(|place| Key::ALL[place].0)
    }
}

/// What stands above a column of that key; none where it has no words but the key.
pub(crate) fn column(key: &str) -> Option<Key> {
    Key::named(&format!("column-{key}"))
}

/// What people call a word of a closed list.
pub(crate) fn word(word: &str) -> Option<Key> {
    Key::named(&format!("word-{}", word.replace(',', "").replace(' ', "-")))
}

/// The milestones that most plans have: every language has a word for them.
const USUAL_MILESTONES: [&str; 2] = ["response", "resolution"];

/// Whether every language has a word for a milestone.
pub(crate) fn has_a_word(milestone: &str) -> bool {
    USUAL_MILESTONES.contains(&milestone)
}

/// What is said of a term of a plan, by its code.
pub(super) fn term(code: &str) -> Option<Key> {
    Key::named(&format!("term-{code}"))
}

/// The message in that language.
pub(crate) fn say(language: Language, key: Key, values: &[(&'static str, MessageValue)]) -> String {
    let bundle = bundle(language);
    let mut arguments = FluentArgs::new();
    for (name, value) in values {
        let value = match value {
            MessageValue::Count(count) => FluentValue::from(*count),
            MessageValue::Words(words) => FluentValue::String(Cow::Borrowed(words)),
        };
        arguments.set(*name, value);
    }
    let message = bundle.get_message(key.id());
    let pattern = message.as_ref().and_then(|message| message.value());
    let pattern = pattern.expect("every language has every message");
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
    debug_assert!(errors.is_empty(), "{}: {errors:?}", key.id());
    said.into_owned()
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; Language::ALL.len()] =
        [const { OnceLock::new() }; Language::ALL.len()];
    BUNDLES[language as usize].get_or_init(|| read(language))
}

fn read(language: Language) -> Bundle {
    let text = match language {
        Language::English => include_str!("en.ftl"),
        Language::Vietnamese => include_str!("vi.ftl"),
        Language::Russian => include_str!("ru.ftl"),
        Language::Spanish => include_str!("es.ftl"),
        Language::Arabic => include_str!("ar.ftl"),
    };
    let resource =
        FluentResource::try_new(text.to_owned()).expect("it was read when this was built");
    let tag: LanguageIdentifier = language.word().parse().expect("a tag of ours");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // each value is kept apart by what it is
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value, _| number(value, Language::English),
        Language::Vietnamese => |value, _| number(value, Language::Vietnamese),
        Language::Russian => |value, _| number(value, Language::Russian),
        Language::Spanish => |value, _| number(value, Language::Spanish),
        Language::Arabic => |value, _| number(value, Language::Arabic),
    }));
    bundle
        .add_resource(resource)
        .expect("no message stands twice");
    bundle
}

fn number(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            let digits = Locale::of(language).number(number.value as i64);
            Some(kept_apart(language, ValueDirection::LeftToRight, digits))
        }
        _ => None,
    }
}
