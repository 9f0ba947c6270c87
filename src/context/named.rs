//! Tickets by what they are called: by number, or by the key that they had in the tool that they
//! came from.

use super::Context;
use crate::core::filter::{TICKET_KEYS, TicketName, as_typed, each_once};
use crate::core::model::TicketNo;
use crate::core::text::folded;
use crate::failure::{Exit, Failure, FailureCode};

impl Context {
    /// The tickets of these names, each once.
    ///
    /// # Errors
    /// A key that no ticket has, or that tickets of several tools have. Numbers are not looked up.
    pub(crate) fn named(&self, names: &[TicketName]) -> Result<Vec<TicketNo>, Failure> {
        let ticket_of = |tools: &[String], key: &str| self.ticket_of_key(tools, key);
        Ok(each_once(numbers(names, || self.sources(), ticket_of)?))
    }

    /// The ticket of a name.
    ///
    /// # Errors
    /// As [`Context::named`].
    pub(crate) fn one_named(&self, name: &TicketName) -> Result<TicketNo, Failure> {
        match name {
            TicketName::Number(number) => Ok(*number),
            TicketName::Key(key) => self.ticket_of_key(&self.sources()?, key),
        }
    }

    /// The tickets of a word of which a part is a key with the name of its tool in front: none where
    /// nothing was ever brought in from a tool of that name, and the word is a filter.
    ///
    /// # Errors
    /// Tickets were, and none of them has that key.
    pub(crate) fn tickets_of_source(&self, word: &str) -> Result<Option<Vec<TicketNo>>, Failure> {
        let Some(names) = TicketName::list(word) else {
            return Ok(None);
        };
        let typed = names.iter().filter_map(|name| match name {
            TicketName::Key(key) => key.split_once(':'),
            TicketName::Number(_) => None,
        });
        let typed: Vec<String> = typed.map(|(tool, _)| folded(tool)).collect();
        let is_key = |tool: &String| TICKET_KEYS.iter().any(|key| key.name == tool);
        if typed.is_empty() || typed.iter().any(is_key) {
            return Ok(None);
        }
        let tools = self.sources()?;
        let is_tool = |typed: &String| tools.iter().any(|tool| folded(tool) == *typed);
        if !typed.iter().all(is_tool) {
            return Ok(None);
        }
        let ticket_of = |tools: &[String], key: &str| self.ticket_of_key(tools, key);
        let found = numbers(&names, || Ok(tools.clone()), ticket_of)?;
        Ok(Some(each_once(found)))
    }

    /// The tickets that a word with a key means, if any are: where it may mean something else as well.
    ///
    /// # Errors
    /// Tickets of several tools have it.
    pub(crate) fn tickets_if_any(&self, word: &str) -> Result<Option<Vec<TicketNo>>, Failure> {
        let is_key = |name: &TicketName| matches!(name, TicketName::Key(_));
        match TicketName::list(word) {
            Some(names) if names.iter().any(is_key) => match self.named(&names) {
                Err(failure) if failure.exit() == Exit::NotFound => Ok(None),
                found => found.map(Some),
            },
            _ => Ok(None),
        }
    }

    fn ticket_of_key(&self, tools: &[String], key: &str) -> Result<TicketNo, Failure> {
        let of = |spelt: Vec<String>| -> Result<_, Failure> {
            for source in spelt {
                if let Some(number) = self.store()?.ticket_of_source(&source)? {
                    return Ok(Some((source, number)));
                }
            }
            Ok(None)
        };
        let of_tool = spelt_behind_a_tool(tools, key);
        if let Some((_, number)) = of_tool.map(of).transpose()?.flatten() {
            return Ok(number);
        }
        let mut found = Vec::new();
        for tool in tools {
            found.extend(of(spelt(tool, key))?);
        }
        let word = key.to_owned();
        match &found[..] {
            [(_, number)] => Ok(*number),
            [] => Err(
                Failure::coded(Exit::NotFound, FailureCode::NoTicketOfKey { word })
                    .kind("no-ticket"),
            ),
            several => {
                let sources = several.iter().map(|(source, _)| typed(source)).collect();
                let code = FailureCode::SeveralOfKey { word, sources };
                Err(Failure::coded(Exit::Usage, code).kind("ambiguous"))
            }
        }
    }

    /// The tools that tickets were brought in from.
    pub(super) fn sources(&self) -> Result<Vec<String>, Failure> {
        let rules = self.rules_cache()?;
        Ok(rules.imports.sources().map(str::to_owned).collect())
    }
}

/// What came from a tool, as one types it.
fn typed(source: &str) -> String {
    match source.split_once(':') {
        Some((tool, key)) => as_typed(tool, key),
        None => source.to_owned(),
    }
}

/// The numbers of these names. The tools that tickets came from are asked for once, and only where
/// a name is a key: the record is read for them.
fn numbers(
    names: &[TicketName],
    tools: impl FnOnce() -> Result<Vec<String>, Failure>,
    ticket_of: impl Fn(&[String], &str) -> Result<TicketNo, Failure>,
) -> Result<Vec<TicketNo>, Failure> {
    let is_key = |name: &TicketName| matches!(name, TicketName::Key(_));
    let tools = match names.iter().any(is_key) {
        true => tools()?,
        false => Vec::new(),
    };
    let numbers = names.iter().map(|name| match name {
        TicketName::Number(number) => Ok(*number),
        TicketName::Key(key) => ticket_of(&tools, key),
    });
    numbers.collect()
}

/// How a key may stand in the record, by tool: behind the one that it names, and as it is behind any of
/// them, for a key may have a colon of its own.
pub(super) fn spellings(tools: &[String], key: &str) -> impl Iterator<Item = Vec<String>> {
    let of_tool = spelt_behind_a_tool(tools, key);
    of_tool
        .into_iter()
        .chain(tools.iter().map(move |tool| spelt(tool, key)))
}

/// How a key may stand that has the name of its tool in front; none: no tool is called so.
fn spelt_behind_a_tool(tools: &[String], key: &str) -> Option<Vec<String>> {
    let (typed, key) = key.split_once(':')?;
    let tool = tools.iter().find(|tool| folded(tool) == folded(typed))?;
    Some(spelt(tool, key))
}

/// As it is typed, else in capital letters, in which keys are mostly written, in small ones, or in words
/// that begin with a capital: each once.
fn spelt(tool: &str, key: &str) -> Vec<String> {
    let mut spelt = vec![key.to_owned()];
    for other in [key.to_uppercase(), key.to_lowercase(), with_capitals(key)] {
        if !spelt.contains(&other) {
            spelt.push(other);
        }
    }
    let behind = |key| format!("{tool}:{key}");
    spelt.into_iter().map(behind).collect()
}

fn with_capitals(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    let mut before = ' ';
    for c in key.chars() {
        match before.is_alphabetic() {
            true => out.extend(c.to_lowercase()),
            false => out.extend(c.to_uppercase()),
        }
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn the_record_is_asked_for_tools_once_and_only_for_keys() {
        let asked = Cell::new(0);
        let of = |words: &[&str]| {
            let names = words.iter().filter_map(|word| TicketName::of(word));
            let names: Vec<TicketName> = names.collect();
            let tools = || {
                asked.set(asked.get() + 1);
                Ok(vec!["jira".to_owned()])
            };
            numbers(&names, tools, |tools, key| {
                assert_eq!(tools, ["jira"], "{key}");
                Ok(TicketNo(100))
            })
        };
        assert_eq!(of(&["1", "2"]), Ok(vec![TicketNo(1), TicketNo(2)]));
        assert_eq!(asked.get(), 0);
        let found = of(&["PAY-1", "2", "PAY-3"]);
        assert_eq!(found, Ok(vec![TicketNo(100), TicketNo(2), TicketNo(100)]));
        assert_eq!(asked.get(), 1);
    }
}
