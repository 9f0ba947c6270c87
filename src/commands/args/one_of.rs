//! The value parser of a word from a closed list: the list gives the values that help names, that
//! the tab key offers and that an unknown word is told.

use std::ffi::OsStr;
use std::marker::PhantomData;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Command};

use crate::core::text::{WordList, nearest};
use crate::failure::Failure;

/// See [`one_of`].
#[derive(Clone, Copy)]
pub(crate) struct OneOf<T> {
    unknown: fn(&str) -> String,
    list: PhantomData<fn() -> T>,
}

/// Reads a word of a closed list, whatever the case of its letters; `unknown` says that another is none of it.
pub(crate) fn one_of<T: WordList>(unknown: fn(&str) -> String) -> OneOf<T> {
    OneOf {
        unknown,
        list: PhantomData,
    }
}

impl<T: WordList + Send + Sync> TypedValueParser for OneOf<T> {
    type Value = T;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<T, clap::Error> {
        let unknown = self.unknown;
        let read = move |word: String| {
            let mut all = T::ALL.iter().copied();
            let found = all.find(|one| one.word().eq_ignore_ascii_case(&word));
            found.ok_or_else(|| none_of::<T>(&word, unknown))
        };
        StringValueParser::new()
            .try_map(read)
            .parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let words = T::ALL.iter().map(|value| PossibleValue::new(value.word()));
        Some(Box::new(words))
    }
}

fn none_of<T: WordList>(word: &str, unknown: fn(&str) -> String) -> Failure {
    let words = T::ALL.iter().map(|value| value.word());
    Failure::usage(unknown(word))
        .meant(nearest(word, words.clone()))
        .hint(format!("write {}", any_of(words)))
}

/// `a`, `b` or `c`, as code.
fn any_of<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let mut words: Vec<String> = words.map(|word| format!("`{word}`")).collect();
    match words.pop() {
        Some(last) if words.is_empty() => last,
        Some(last) => format!("{} or {last}", words.join(", ")),
        None => String::new(),
    }
}
