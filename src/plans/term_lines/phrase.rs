//! What the keys of a table say together: each adds its part, as the schema has it.

use super::term_words::{OPEN, TermWords, Together, counted};
use super::value::{items, left_out, worded, words_of};
use crate::plans::document::usual_reopening;
use crate::plans::shape::{KeySpec, LineText, TableShape, ValueShape};
use crate::plans::tree::{Layer, Node, Table, TreeValue};
use crate::plans::visit::VisitedKey;

/// A part of what is said, and how it follows what is before it.
type Part = (Follows, TermWords);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Follows {
    Directly,
    ByComma,
    AsTheTableHasIt,
}

impl Follows {
    fn of(text: &str) -> Follows {
        match text.chars().next() {
            Some(' ') => Follows::Directly,
            Some(',') => Follows::ByComma,
            _ => Follows::AsTheTableHasIt,
        }
    }
}

/// What is said of a word, and whether that is left to the contract.
pub(super) fn of_word(at: &VisitedKey<'_, '_>) -> (TermWords, bool) {
    let Some((shape, entries)) = at.table() else {
        return (words_of(at.node, &at.shape), at.node.is_open());
    };
    let set = |says: fn(&KeySpec) -> Option<&'static str>| {
        let mut flags = shape.keys.iter().filter(|spec| entries.flag(spec.name));
        flags.find_map(|spec| {
            let code = format!("{}-{}", shape.id, spec.name);
            Some(TermWords::message(code, says(spec)?))
        })
    };
    let included = entries.get("included");
    if included.is_some_and(Node::is_open) {
        return (TermWords::Word(OPEN.to_owned()), true);
    }
    if included.is_some_and(|node| node.says(&TreeValue::Flag(false))) {
        let instead = set(|spec| match spec.says {
            LineText::NotIncluded(text) => Some(text),
            _ => None,
        });
        let not = || TermWords::message(format!("{}-not-included", shape.id), "not included");
        return (instead.unwrap_or_else(not), false);
    }
    let instead = set(|spec| match spec.says {
        LineText::Included(text) => Some(text),
        _ => None,
    });
    let open = |spec: &&KeySpec| entries.get(spec.name).is_some_and(Node::is_open);
    let agreed = shape
        .keys
        .iter()
        .filter(|s| matches!(s.shape, ValueShape::Agreed(_)));
    let left_open = agreed.clone().any(|spec| open(&spec));
    let word = (!shape.word.is_empty())
        .then(|| TermWords::message(format!("{}-included", shape.id), shape.word));
    (after(instead.or(word), entries, shape), left_open)
}

/// What a table says, part by part.
pub(super) fn of_table(entries: &Table, shape: &TableShape) -> TermWords {
    after(None, entries, shape)
}

/// The same behind what has been said.
pub(super) fn after(begins: Option<TermWords>, entries: &Table, shape: &TableShape) -> TermWords {
    let between = match shape.between {
        "; " => Together::Apart,
        _ => Together::List,
    };
    let parts = shape.keys.iter();
    let parts = parts.filter_map(|spec| part(entries, spec, shape));
    parts.fold(
        begins.unwrap_or_else(|| TermWords::Text(String::new())),
        |before, (follows, said)| {
            let together = match follows {
                _ if before.is_empty() => return said,
                Follows::Directly => Together::Directly,
                Follows::ByComma => Together::List,
                Follows::AsTheTableHasIt => between,
            };
            match before {
                TermWords::Several(known, mut all) if known == together => {
                    all.push(said);
                    TermWords::Several(known, all)
                }
                before => TermWords::Several(together, vec![before, said]),
            }
        },
    )
}

fn part(entries: &Table, spec: &KeySpec, shape: &TableShape) -> Option<Part> {
    let node = entries.get(spec.name);
    let nothing = |node: &&Node| matches!(&node.value, TreeValue::List(list) if list.is_empty());
    match (spec.says, node.filter(|node| !nothing(node))) {
        (LineText::Unusual(text), Some(node)) => {
            (!is_usual(entries, spec, node)).then(|| of_key(text, spec, node, shape))
        }
        (LineText::Always(text, _), Some(node)) => Some(of_key(text, spec, node, shape)),
        (LineText::Always(_, otherwise), None) => (!otherwise.is_empty()).then(|| {
            let code = format!("{}-{}-none", shape.id, spec.name);
            let said = TermWords::message(code, otherwise.trim_start());
            (Follows::of(otherwise), said)
        }),
        _ => None,
    }
}

/// Whether a key says what holds anyway.
fn is_usual(entries: &Table, spec: &KeySpec, node: &Node) -> bool {
    let usual = match spec.name {
        "on-reopen" => Some(usual_reopening(entries)),
        _ => spec.usual(),
    };
    node.layer == Layer::Default || usual.is_some_and(|usual| node.says(&usual))
}

fn of_key(text: &str, spec: &KeySpec, node: &Node, shape: &TableShape) -> Part {
    let own = node.table().filter(|_| left_out(node).is_none());
    if let (Some(inner), Some(table), false) = (spec.shape.table(), own, node.is_open()) {
        return (Follows::AsTheTableHasIt, of_table(table, inner));
    }
    let value = words_of(node, &spec.shape);
    if let Some((words, said)) = worded(&value, spec) {
        return (Follows::of(words), said);
    }
    let follows = Follows::of(text);
    let text = text.trim_start_matches([' ', ',']);
    let list = |together: Together| match node.list() {
        Some(list) => TermWords::Several(together, items(list, &spec.shape)),
        None => value.clone(),
    };
    let (text, is) = match text {
        text if text.contains("{or}") => (text.replace("{or}", "{is}"), list(Together::Any)),
        text if text.contains("{and}") => (text.replace("{and}", "{is}"), list(Together::All)),
        text if text.contains("{case}") => (text.replace("{case}", "{is}"), cases(node, &value)),
        text if text.contains("{hour}") => (text.replace("{hour}", "{is}"), hours(node, value)),
        text if node.list().is_some() => (text.replace("{}", "{is}"), list(Together::List)),
        text => (text.replace("{}", "{is}"), value),
    };
    let said = match text.as_str() {
        "{is}" => is,
        text => TermWords::of(format!("{}-{}", shape.id, spec.name), text, is),
    };
    (follows, said)
}

/// So many cases.
fn cases(node: &Node, value: &TermWords) -> TermWords {
    match &node.value {
        TreeValue::Whole(Some(number)) => TermWords::of(
            "cases",
            &counted(*number, "case").replace(&number.to_string(), "{is}"),
            TermWords::Count(*number),
        ),
        TreeValue::Text(_) if !node.is_open() => value.clone(),
        _ => TermWords::of("so-many-cases", "{is} cases", value.clone()),
    }
}

/// So much work.
fn hours(node: &Node, value: TermWords) -> TermWords {
    match node.is_open() {
        true => TermWords::of("so-many-hours", "{is} hours", value),
        false => value,
    }
}
