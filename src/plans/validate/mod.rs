//! Judges a file key by key against the schema: all that is wrong with it in one pass.

mod clauses;
mod fits;
mod scalar;
mod words;

pub(super) use fits::is_one_target;

use super::diagnostic::{Diagnostic, any_of};
use super::expects::{expects, keys};
use super::hint::WordContext;
use super::names::{Almanac, Definitions, is_common};
use super::place::Place;
use super::schema::{self, PLAN};
use super::shape::{KeyScope, ShortForm, TableShape, ValueShape, Vocabulary};
use super::tree::{Node, Table, TreeKey, TreeValue};
use crate::core::text::nearest;
use fits::{fits, fits_agreed};

/// Whether a text may stand for each key of a table in place of one for all of it.
fn is_by_key(name: &str) -> bool {
    ["clause", "note"].contains(&name)
}

/// Under this key of a milestone's targets stand those of tickets of a kind.
pub(super) const WHEN: &str = "when";

/// After so many findings the rest of a file is left unsaid.
pub(super) const MOST_FINDINGS: usize = 200;

/// What is judged with, and what was found.
pub(super) struct Validator<'f> {
    pub(super) names: Definitions<'f>,
    pub(super) almanac: &'f dyn Almanac,
    pub(super) found: Vec<Diagnostic>,
    path: Vec<String>,
}

impl<'f> Validator<'f> {
    pub(super) fn new(root: &'f Table, almanac: &'f dyn Almanac) -> Validator<'f> {
        Validator {
            names: Definitions::of(root),
            almanac,
            found: Vec::new(),
            path: Vec::new(),
        }
    }

    /// Keeps a finding, unless there are enough.
    pub(super) fn find(&mut self, finding: Diagnostic) {
        if self.found.len() < MOST_FINDINGS {
            let key = self.key();
            self.found.push(finding.key(key));
        }
    }

    /// The key in hand, as people write it.
    pub(super) fn key(&self) -> String {
        self.path.join(".")
    }

    fn inside(&self) -> String {
        match self.path.as_slice() {
            [] => "at the top of the file".to_owned(),
            path => format!("in [{}]", path.join(".")),
        }
    }

    fn within(&mut self, name: &str, validate: impl FnOnce(&mut Self)) {
        self.path.push(name.to_owned());
        validate(self);
        self.path.pop();
    }

    /// Judges what knows other names than the file.
    fn with_definitions(&mut self, names: Definitions<'f>, validate: impl FnOnce(&mut Self)) {
        let own = std::mem::replace(&mut self.names, names);
        validate(self);
        self.names = own;
    }

    /// Judges one value that stands at a path of its own.
    pub(super) fn validate_at(&mut self, path: &[String], node: &Node, shape: ValueShape) {
        self.path = path.to_vec();
        self.value(node, &shape);
        self.path.clear();
    }

    /// Judges a table with fixed keys.
    pub(super) fn table(&mut self, table: &Table, shape: &'static TableShape) {
        let mut chosen: Option<&str> = None;
        for (key, node) in &table.0 {
            let Some(spec) = shape.key(&key.name) else {
                self.unknown_key(key, shape);
                continue;
            };
            if shape.one_of.contains(&spec.name) {
                match chosen {
                    Some(other) => self.find(
                        Diagnostic::error(
                            "one-of",
                            &key.place,
                            format!(
                                "`{}` and `{other}` cannot both stand {}",
                                key.name,
                                self.inside()
                            ),
                        )
                        .label("one of them only"),
                    ),
                    None => chosen = Some(spec.name),
                }
            }
            self.within(&key.name, |validate| match node.table() {
                Some(texts) if is_by_key(&key.name) => validate.clauses_of_table(texts, shape),
                // a case is of any plan
                _ if spec.name == "cases" => {
                    let names = validate.names.in_any_plan();
                    validate.with_definitions(names, |validate| validate.value(node, &spec.shape));
                }
                _ => validate.value(node, &spec.shape),
            });
        }
    }

    /// What a table cannot do without.
    fn whole(&mut self, table: &Table, shape: &'static TableShape, place: &Place) {
        let missing = |key: &&str| !table.has(key);
        let required = shape
            .keys
            .iter()
            .filter(|key| key.required)
            .map(|key| key.name);
        let mut lacking: Vec<String> = required
            .filter(|key| shape.side == KeyScope::Inside && missing(key))
            .map(str::to_owned)
            .collect();
        if shape.needs.iter().all(missing) {
            lacking.extend(shape.needs.iter().map(|key| (*key).to_owned()));
        }
        if !lacking.is_empty() {
            let message = format!("[{}] has no {}", self.key(), any_of(&lacking));
            self.find(Diagnostic::error("missing-key", place, message).expected(lacking));
        }
    }

    fn unknown_key(&mut self, key: &TreeKey, shape: &'static TableShape) {
        let (listed, all) = keys(shape);
        let message = format!("unknown key `{}` {}", key.name, self.inside());
        let near = nearest(&key.name, shape.all().map(|key| key.name));
        let mut finding = Diagnostic::error("unknown-key", &key.place, message)
            .expected(listed)
            .nearest(near)
            .written(WordContext::Key, &key.name);
        finding.expected = all;
        self.find(finding);
    }

    /// Judges a value against what its key expects.
    pub(super) fn value(&mut self, node: &Node, shape: &ValueShape) {
        if !fits(node, shape) {
            return self.mismatch(node, shape);
        }
        match (shape, &node.value) {
            (ValueShape::Either(shapes), _) => self.either(node, shape, shapes),
            (ValueShape::Agreed(shape), _) => self.agreed(node, shape),
            (ValueShape::ByPriority(shape), _) => self.by_priority(node, shape),
            (ValueShape::ByKind(shape), _) => self.by_kind(node, shape),
            (ValueShape::List(item), TreeValue::List(list)) => self.list(list, item),
            (ValueShape::Included(words), TreeValue::List(list)) => self.names_in(list, *words),
            (ValueShape::Included(words), TreeValue::Table(table)) => self.all_but(table, *words),
            (ValueShape::Table(inner), TreeValue::Table(table)) => {
                self.table(table, inner);
                self.whole(table, inner, &node.place);
            }
            (ValueShape::Of(words, inner), TreeValue::Table(table)) => {
                self.of(table, *words, inner)
            }
            (ValueShape::Defines(inner, plain), TreeValue::Table(table)) => {
                self.defines(table, inner, *plain);
            }
            (ValueShape::Plans, TreeValue::Table(table)) => {
                self.defines(table, &PLAN, ShortForm::Never)
            }
            (ValueShape::Dates(inner), TreeValue::Table(table)) => self.dates(table, inner),
            (ValueShape::Title, TreeValue::Table(table)) => self.titles(table, &node.place),
            (ValueShape::Clause, _) => {}
            _ => self.scalar(node, shape),
        }
    }

    /// Something of the wrong kind.
    pub(super) fn mismatch(&mut self, node: &Node, shape: &ValueShape) {
        let message = format!("`{}` cannot be {}", self.key(), node.kind());
        let phrases = expects(shape, &self.names);
        self.find(Diagnostic::error("wrong-type", &node.place, message).expected(phrases));
    }

    /// Text that is none of the values that the key takes.
    pub(super) fn no_such_value(&mut self, node: &Node, text: &str, shape: &ValueShape) {
        let phrases = expects(shape, &self.names);
        let near = nearest(text, phrases.iter().map(String::as_str)).map(str::to_owned);
        let message = format!("`{}` cannot be `{text}`", self.key());
        self.find(
            Diagnostic::error("bad-value", &node.place, message)
                .expected(phrases)
                .nearest(near.as_deref())
                .written(WordContext::Word, text),
        );
    }

    fn either(&mut self, node: &Node, whole: &ValueShape, shapes: &[ValueShape]) {
        let is_word = |shape: &&ValueShape| matches!(shape, ValueShape::Word(_));
        if let Some(text) = node.text() {
            let words = shapes.iter().filter_map(|shape| match shape {
                ValueShape::Word(words) => Some(*words),
                _ => None,
            });
            let mut words = words.flatten().peekable();
            let has_words = words.peek().is_some();
            if words.any(|word| *word == text) {
                return;
            }
            // neither one of ours nor one of the file's
            let names = shapes.iter().find_map(|shape| match shape {
                ValueShape::Name(names) => Some(*names),
                _ => None,
            });
            if names.is_some_and(|names| has_words && !self.names.has(names, text)) {
                return self.no_such_value(node, text, whole);
            }
        }
        let mut fitting = shapes
            .iter()
            .filter(|shape| !is_word(shape) && fits(node, shape));
        match (fitting.next(), node.text()) {
            (Some(shape), _) => self.value(node, shape),
            (None, Some(text)) => self.no_such_value(node, text, whole),
            (None, None) => self.mismatch(node, whole),
        }
    }

    fn agreed(&mut self, node: &Node, shape: &ValueShape) {
        let Some(table) = node.table().filter(|table| table.has("one-of")) else {
            if node.text() != Some("open") {
                let before = self.found.len();
                self.value(node, shape);
                self.or_open(node, before);
            }
            return;
        };
        for (key, node) in &table.0 {
            let item = match shape {
                ValueShape::Included(words) => {
                    self.within("one-of", |validate| {
                        if key.name == "one-of" {
                            validate.names_in(node.list().unwrap_or_default(), *words);
                        }
                    });
                    continue;
                }
                shape => shape,
            };
            match (key.name.as_str(), node.list()) {
                ("one-of", Some(list)) if !list.is_empty() => {
                    self.within("one-of", |validate| validate.list(list, item));
                }
                ("one-of", _) => {
                    self.within("one-of", |validate| {
                        validate.mismatch(node, &ValueShape::List(&ValueShape::Text))
                    });
                }
                (name, _) if is_common(name) => {
                    self.within(name, |validate| validate.value(node, &ValueShape::Text));
                }
                _ => self.stray_key(key, &["one-of"]),
            }
        }
    }

    /// Adds to what was expected of a value that it may be left to the signing.
    fn or_open(&mut self, node: &Node, from: usize) {
        for finding in &mut self.found[from..] {
            let here = finding.place.as_ref() == Some(&node.place);
            if here && !finding.expected.is_empty() {
                let mut expected = std::mem::take(&mut finding.expected);
                expected.extend(["open", "{ one-of = [...] }"].map(str::to_owned));
                *finding = finding.clone().expected(expected);
            }
        }
    }

    /// A key beside one that leaves no room for others.
    fn stray_key(&mut self, key: &TreeKey, own: &[&str]) {
        let mut expected: Vec<String> = own.iter().map(|name| (*name).to_owned()).collect();
        expected.extend(["clause", "note"].map(str::to_owned));
        let message = format!("unknown key `{}` {}", key.name, self.inside());
        let near = nearest(&key.name, own.iter().copied()).map(str::to_owned);
        self.find(
            Diagnostic::error("unknown-key", &key.place, message)
                .expected(expected)
                .nearest(near.as_deref()),
        );
    }

    fn by_priority(&mut self, node: &Node, shape: &ValueShape) {
        let table = node.table().filter(|table| !is_one_target(table));
        let Some(table) = table else {
            return self.agreed(node, shape);
        };
        for (key, node) in &table.0 {
            if self.common_key(key, node, |validate, clauses| {
                validate.clauses_of_names(clauses, Vocabulary::Priorities);
            }) {
                continue;
            }
            if !self.names.has(Vocabulary::Priorities, &key.name) {
                self.unknown_name(&key.place, &key.name, Vocabulary::Priorities);
            }
            self.within(&key.name, |validate| {
                validate.agreed_or_mismatch(node, shape)
            });
        }
    }

    /// What stands under `when` is judged apart from what stands beside it.
    fn by_kind(&mut self, node: &Node, shape: &ValueShape) {
        let Some((table, when)) = node
            .table()
            .and_then(|table| Some((table, table.get(WHEN)?)))
        else {
            return self.by_priority(node, shape);
        };
        self.within(WHEN, |validate| match when.table() {
            Some(kinds) => validate.kinds(kinds, shape),
            None => validate.mismatch(when, &schema::WHEN),
        });
        let rest = table.0.iter().filter(|(key, _)| key.name != WHEN);
        let rest = Table(rest.cloned().collect());
        if !rest.0.is_empty() {
            let rest = Node::of(TreeValue::Table(rest), &node.place, node.layer);
            self.by_priority(&rest, shape);
        }
    }

    fn kinds(&mut self, kinds: &Table, shape: &ValueShape) {
        for (key, node) in &kinds.0 {
            if self.common_key(key, node, |validate, clauses| {
                validate.clauses_of_names(clauses, Vocabulary::KindWords);
            }) {
                continue;
            }
            self.kind_word(key);
            self.within(&key.name, |validate| validate.by_priority(node, shape));
        }
    }

    /// A kind of the file, or a word that is one by itself; one that is several things is none.
    fn kind_word(&mut self, key: &TreeKey) {
        let name = key.name.as_str();
        if self.names.has(Vocabulary::Kinds, name) {
            return;
        }
        let words = [
            Vocabulary::Channels,
            Vocabulary::Topics,
            Vocabulary::Components,
            Vocabulary::Environments,
        ];
        let is = words
            .into_iter()
            .filter(|words| self.names.has(*words, name));
        let is: Vec<&str> = is.map(Vocabulary::one).collect();
        match is.as_slice() {
            [] => self.unknown_name(&key.place, name, Vocabulary::KindWords),
            [_] => {}
            several => {
                let several: Vec<String> = several.iter().map(|one| (*one).to_owned()).collect();
                let message = format!("`{name}` can be {}", any_of(&several));
                let finding = Diagnostic::error("ambiguous", &key.place, message);
                self.find(finding.label("define it in [kinds]"));
            }
        }
    }

    fn agreed_or_mismatch(&mut self, node: &Node, shape: &ValueShape) {
        if fits_agreed(node, shape) {
            self.agreed(node, shape);
        } else {
            self.mismatch(node, shape);
        }
    }
}
