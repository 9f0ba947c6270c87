//! Judges a file key by key against the schema: all that is wrong with it in one pass.

use super::diagnostic::{Diagnostic, any_of};
use super::document::{Key, Node, Table, Value};
use super::expects::{expects, keys};
use super::names::{Almanac, Names, is_common};
use super::place::Place;
use super::scalar::is_id;
use super::schema::PLAN;
use super::shape::{Plain, RESERVED, Shape, TableShape, Vocabulary, Where};
use crate::core::words::nearest;

/// After so many findings the rest of a file is left unsaid.
pub(super) const MOST_FINDINGS: usize = 200;

/// What is judged with, and what was found.
pub(super) struct Judge<'f> {
    pub(super) names: Names<'f>,
    pub(super) almanac: &'f dyn Almanac,
    pub(super) found: Vec<Diagnostic>,
    path: Vec<String>,
}

impl<'f> Judge<'f> {
    pub fn new(root: &'f Table, almanac: &'f dyn Almanac) -> Judge<'f> {
        Judge {
            names: Names::of(root),
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

    fn within(&mut self, name: &str, judge: impl FnOnce(&mut Self)) {
        self.path.push(name.to_owned());
        judge(self);
        self.path.pop();
    }

    /// Judges one value that stands at a path of its own.
    pub fn judge_at(&mut self, path: &[String], node: &Node, shape: Shape) {
        self.path = path.to_vec();
        self.value(node, &shape);
        self.path.clear();
    }

    /// Judges a table with fixed keys.
    pub fn table(&mut self, table: &Table, shape: &'static TableShape) {
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
            self.within(&key.name, |judge| match node.table() {
                Some(clauses) if key.name == "clause" => judge.clauses_of_table(clauses, shape),
                _ => judge.value(node, &spec.shape),
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
            .filter(|key| shape.side == Where::Inside && missing(key))
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

    fn unknown_key(&mut self, key: &Key, shape: &'static TableShape) {
        let (listed, all) = keys(shape);
        let message = format!("unknown key `{}` {}", key.name, self.inside());
        let near = nearest(&key.name, shape.all().map(|key| key.name));
        let mut finding = Diagnostic::error("unknown-key", &key.place, message)
            .expected(listed)
            .nearest(near);
        finding.expected = all;
        self.find(finding);
    }

    /// Judges a value against what its key expects.
    pub(super) fn value(&mut self, node: &Node, shape: &Shape) {
        if !fits(node, shape) {
            return self.mismatch(node, shape);
        }
        match (shape, &node.value) {
            (Shape::Either(shapes), _) => self.either(node, shape, shapes),
            (Shape::Agreed(shape), _) => self.agreed(node, shape),
            (Shape::ByPriority(shape), _) => self.by_priority(node, shape),
            (Shape::List(item), Value::List(list)) => self.list(list, item),
            (Shape::Included(words), Value::List(list)) => self.names_in(list, *words),
            (Shape::Included(words), Value::Table(table)) => self.all_but(table, *words),
            (Shape::Table(inner), Value::Table(table)) => {
                self.table(table, inner);
                self.whole(table, inner, &node.place);
            }
            (Shape::Of(words, inner), Value::Table(table)) => self.of(table, *words, inner),
            (Shape::Defines(inner, plain), Value::Table(table)) => {
                self.defines(table, inner, *plain);
            }
            (Shape::Plans, Value::Table(table)) => self.defines(table, &PLAN, Plain::Never),
            (Shape::Dates(inner), Value::Table(table)) => self.dates(table, inner),
            (Shape::Clause, _) => {}
            _ => self.scalar(node, shape),
        }
    }

    /// Something of the wrong kind.
    pub(super) fn mismatch(&mut self, node: &Node, shape: &Shape) {
        let message = format!("`{}` cannot be {}", self.key(), node.kind());
        let phrases = expects(shape, &self.names);
        self.find(Diagnostic::error("wrong-type", &node.place, message).expected(phrases));
    }

    /// Text that is none of the values that the key takes.
    pub(super) fn no_such_value(&mut self, node: &Node, text: &str, shape: &Shape) {
        let phrases = expects(shape, &self.names);
        let near = nearest(text, phrases.iter().map(String::as_str)).map(str::to_owned);
        let message = format!("`{}` cannot be `{text}`", self.key());
        self.find(
            Diagnostic::error("bad-value", &node.place, message)
                .expected(phrases)
                .nearest(near.as_deref()),
        );
    }

    fn either(&mut self, node: &Node, whole: &Shape, shapes: &[Shape]) {
        let is_word = |shape: &&Shape| matches!(shape, Shape::Word(_));
        if let Some(text) = node.text() {
            let words = shapes.iter().filter_map(|shape| match shape {
                Shape::Word(words) => Some(*words),
                _ => None,
            });
            if words.flatten().any(|word| *word == text) {
                return;
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

    fn agreed(&mut self, node: &Node, shape: &Shape) {
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
                Shape::Included(words) => {
                    self.within("one-of", |judge| {
                        if key.name == "one-of" {
                            judge.names_in(node.list().unwrap_or_default(), *words);
                        }
                    });
                    continue;
                }
                shape => shape,
            };
            match (key.name.as_str(), node.list()) {
                ("one-of", Some(list)) if !list.is_empty() => {
                    self.within("one-of", |judge| judge.list(list, item));
                }
                ("one-of", _) => {
                    self.within("one-of", |judge| {
                        judge.mismatch(node, &Shape::List(&Shape::Text))
                    });
                }
                (name, _) if is_common(name) => {
                    self.within(name, |judge| judge.value(node, &Shape::Text));
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
    fn stray_key(&mut self, key: &Key, own: &[&str]) {
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

    fn by_priority(&mut self, node: &Node, shape: &Shape) {
        let table = node.table().filter(|table| !is_one_target(table));
        let Some(table) = table else {
            return self.agreed(node, shape);
        };
        for (key, node) in &table.0 {
            if self.common_key(key, node, |judge, clauses| {
                judge.clauses_of_names(clauses, Vocabulary::Priorities);
            }) {
                continue;
            }
            if !self.names.has(Vocabulary::Priorities, &key.name) {
                self.unknown_name(&key.place, &key.name, Vocabulary::Priorities);
            }
            self.within(&key.name, |judge| judge.agreed_or_mismatch(node, shape));
        }
    }

    fn agreed_or_mismatch(&mut self, node: &Node, shape: &Shape) {
        if fits_agreed(node, shape) {
            self.agreed(node, shape);
        } else {
            self.mismatch(node, shape);
        }
    }

    fn list(&mut self, list: &[Node], item: &Shape) {
        for (at, node) in list.iter().enumerate() {
            self.value(node, item);
            self.said_once(node, &list[..at]);
        }
    }

    fn said_once(&mut self, node: &Node, before: &[Node]) {
        let text = node.text();
        if text.is_some()
            && before
                .iter()
                .take(MOST_FINDINGS)
                .any(|other| other.text() == text)
        {
            let message = format!("`{}` stands twice in `{}`", text.unwrap_or(""), self.key());
            self.find(Diagnostic::error("twice", &node.place, message).label("once is enough"));
        }
    }

    fn names_in(&mut self, list: &[Node], words: Vocabulary) {
        for (at, node) in list.iter().enumerate() {
            match node.text() {
                Some(name) => self.name(node, name, words),
                None => self.mismatch(node, &Shape::Text),
            }
            self.said_once(node, &list[..at]);
        }
    }

    pub(super) fn name(&mut self, node: &Node, name: &str, words: Vocabulary) {
        if !self.names.has(words, name) {
            self.unknown_name(&node.place, name, words);
        }
    }

    pub(super) fn unknown_name(&mut self, place: &Place, name: &str, words: Vocabulary) {
        let phrases = expects(&Shape::Name(words), &self.names);
        let near = self.names.nearest(words, name);
        let message = format!("no {} `{name}`, in `{}`", words.one(), self.key());
        let finding = Diagnostic::error("unknown-name", place, message).nearest(near);
        self.find(match self.names.all(words).is_empty() {
            true => finding.label(format!("the file defines no {}", words.one())),
            false => finding.expected(phrases),
        });
    }

    fn all_but(&mut self, table: &Table, words: Vocabulary) {
        for (key, node) in &table.0 {
            match (key.name.as_str(), node.list()) {
                ("all-but", Some(list)) => {
                    self.within("all-but", |judge| judge.names_in(list, words));
                }
                ("all-but", None) => {
                    self.within("all-but", |judge| {
                        judge.mismatch(node, &Shape::Included(words))
                    });
                }
                (name, _) if is_common(name) => {
                    self.within(name, |judge| judge.value(node, &Shape::Text));
                }
                _ => self.stray_key(key, &["all-but"]),
            }
        }
    }

    /// Judges a key that may stand in every table; says whether it was one.
    fn common_key(
        &mut self,
        key: &Key,
        node: &Node,
        clauses: impl FnOnce(&mut Self, &Table),
    ) -> bool {
        let Some(spec) = super::shape::COMMON
            .iter()
            .find(|spec| spec.name == key.name)
        else {
            return false;
        };
        self.within(&key.name, |judge| match node.table() {
            Some(table) if key.name == "clause" => clauses(judge, table),
            _ => judge.value(node, &spec.shape),
        });
        true
    }

    fn of(&mut self, table: &Table, words: Vocabulary, inner: &Shape) {
        for (key, node) in &table.0 {
            if self.common_key(key, node, |judge, table| {
                judge.clauses_of_names(table, words)
            }) {
                continue;
            }
            if !self.names.has(words, &key.name) {
                self.unknown_name(&key.place, &key.name, words);
            }
            self.within(&key.name, |judge| judge.value(node, inner));
        }
    }

    fn defines(&mut self, table: &Table, inner: &'static TableShape, plain: Plain) {
        let own: Vec<&str> = table.names().filter(|name| !is_common(name)).collect();
        self.not_too_many(table, own.len());
        for (key, node) in &table.0 {
            if self.common_key(key, node, |judge, clauses| {
                judge.clauses_among(clauses, &own)
            }) {
                continue;
            }
            self.new_name(key);
            self.within(&key.name, |judge| match (&node.value, plain) {
                (Value::Table(table), _) => {
                    judge.table(table, inner);
                    judge.whole(table, inner, &node.place);
                }
                (Value::Text(_), Plain::Title) => {}
                (Value::Text(_) | Value::List(_), Plain::Week) => judge.value(node, &Shape::Week),
                (_, Plain::Title) => {
                    judge.mismatch(node, &Shape::Either(&[Shape::Text, Shape::Clause]))
                }
                (_, Plain::Week) => judge.mismatch(node, &Shape::Week),
                (_, Plain::Never) => judge.mismatch(node, &Shape::Table(inner)),
            });
        }
    }

    /// The terms of a file grow with its plans times its milestones times its priorities.
    fn not_too_many(&mut self, table: &Table, defined: usize) {
        let most = match self.key().as_str() {
            "plans" => 50,
            "priorities" | "milestones" => 20,
            _ => 300,
        };
        if defined > most
            && let Some((key, _)) = table.0.get(most)
        {
            let message = format!("more than {most} entries {}", self.inside());
            let finding = Diagnostic::error("too-many", &key.place, message);
            self.find(finding.label(format!("at most {most} are read")));
        }
    }

    fn new_name(&mut self, key: &Key) {
        let day = key.name.get(..3).is_some_and(|start| {
            RESERVED[RESERVED.len() - 7..].contains(&start)
                && !key.name[3..].starts_with(|c: char| c.is_ascii_alphanumeric())
        });
        if day || RESERVED.contains(&key.name.as_str()) {
            let message = format!("nothing can be called `{}` {}", key.name, self.inside());
            let finding = Diagnostic::error("reserved", &key.place, message);
            self.find(finding.label("the word means something here"));
        } else if !is_id(&key.name) {
            let message = format!("`{}` cannot be a name {}", key.name, self.inside());
            let phrases = expects(&Shape::Id, &self.names);
            self.find(Diagnostic::error("bad-name", &key.place, message).expected(phrases));
        }
    }

    fn dates(&mut self, table: &Table, inner: &Shape) {
        for (key, node) in &table.0 {
            if self.common_key(key, node, |_, _| ()) {
                continue;
            }
            if key.name.parse::<chrono::NaiveDate>().is_err() || key.name.len() != 10 {
                let message = format!("`{}` is no date {}", key.name, self.inside());
                let finding = Diagnostic::error("bad-value", &key.place, message);
                self.find(finding.label("expected a date such as 2026-12-24"));
            }
            self.within(&key.name, |judge| judge.value(node, inner));
        }
    }

    /// Clauses for the keys of a table.
    fn clauses_of_table(&mut self, clauses: &Table, shape: &'static TableShape) {
        for (key, node) in &clauses.0 {
            match (shape.key(&key.name), node.table()) {
                (None, _) => self.unknown_key(key, shape),
                (Some(spec), Some(table)) => self.within(&key.name, |judge| {
                    judge.clauses_of_shape(table, node, &spec.shape);
                }),
                (Some(_), None) => self.clause_text(key, node),
            }
        }
    }

    fn clauses_of_shape(&mut self, clauses: &Table, node: &Node, shape: &Shape) {
        match shape {
            Shape::Table(inner) => self.clauses_of_table(clauses, inner),
            Shape::Of(words, Shape::ByPriority(_)) => {
                for (key, node) in &clauses.0 {
                    if !self.names.has(*words, &key.name) {
                        self.unknown_name(&key.place, &key.name, *words);
                    }
                    self.within(&key.name, |judge| match node.table() {
                        Some(table) => judge.clauses_of_names(table, Vocabulary::Priorities),
                        None => judge.clause_value(node),
                    });
                }
            }
            Shape::Either(shapes) => match shapes.iter().find(|s| matches!(s, Shape::Table(_))) {
                Some(table) => self.clauses_of_shape(clauses, node, table),
                None => self.mismatch(node, &Shape::Text),
            },
            Shape::Defines(..) => {
                let own: Vec<&str> = clauses.names().collect();
                self.clauses_among(clauses, &own);
            }
            _ => self.mismatch(node, &Shape::Text),
        }
    }

    fn clauses_of_names(&mut self, clauses: &Table, words: Vocabulary) {
        let all = self.names.all(words);
        self.clauses_among(clauses, &all);
    }

    fn clauses_among(&mut self, clauses: &Table, names: &[&str]) {
        for (key, node) in &clauses.0 {
            if names.contains(&key.name.as_str()) {
                self.clause_text(key, node);
            } else {
                let message = format!("unknown key `{}` {}", key.name, self.inside());
                let near = nearest(&key.name, names.iter().copied()).map(str::to_owned);
                let finding = Diagnostic::error("unknown-key", &key.place, message);
                let names = names.iter().map(|name| (*name).to_owned()).collect();
                self.find(finding.expected(names).nearest(near.as_deref()));
            }
        }
    }

    fn clause_text(&mut self, key: &Key, node: &Node) {
        self.within(&key.name, |judge| judge.clause_value(node));
    }

    fn clause_value(&mut self, node: &Node) {
        if node.text().is_none() {
            self.mismatch(node, &Shape::Text);
        }
    }
}

/// Whether a table under a milestone is one target and not a table by priority.
pub(super) fn is_one_target(table: &Table) -> bool {
    ["within", "hours", "negotiable", "one-of"]
        .iter()
        .any(|key| table.has(key))
}

fn fits_agreed(node: &Node, shape: &Shape) -> bool {
    node.text() == Some("open")
        || node.table().is_some_and(|table| table.has("one-of"))
        || fits(node, shape)
}

/// Whether a value is of the right kind, whatever it says.
fn fits(node: &Node, shape: &Shape) -> bool {
    use Shape as S;
    match (&node.value, shape) {
        (_, S::Either(shapes)) => shapes.iter().any(|shape| fits(node, shape)),
        (_, S::Agreed(shape)) => fits_agreed(node, shape),
        (Value::Table(_), S::ByPriority(_)) => true,
        (_, S::ByPriority(shape)) => fits_agreed(node, shape),
        (Value::Table(table), S::Included(_)) => table.has("all-but"),
        (
            Value::Table(_),
            S::Table(_) | S::Of(..) | S::Defines(..) | S::Plans | S::Dates(_) | S::Clause,
        ) => true,
        (Value::List(_), S::List(_) | S::Included(_) | S::Week | S::Hours) => true,
        (Value::Whole(_), S::Whole(..) | S::Figure) | (Value::Figure(_), S::Figure) => true,
        (Value::Flag(_), S::Flag) => true,
        (
            Value::Text(_),
            S::Text
            | S::Id
            | S::Figure
            | S::Duration
            | S::Effort
            | S::Period
            | S::Notice
            | S::Zone
            | S::DaySet
            | S::Week
            | S::Hours
            | S::DayHours
            | S::Word(_)
            | S::Name(_)
            | S::Clause,
        ) => true,
        _ => false,
    }
}
