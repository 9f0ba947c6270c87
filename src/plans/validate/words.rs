//! Judges words: those that the file defines, and those that it refers to.

use super::{MOST_FINDINGS, Validator, is_by_key};
use crate::core::text::{is_language_tag, names_a_language};
use crate::plans::diagnostic::Diagnostic;
use crate::plans::expects::expects;
use crate::plans::hint::Hint;
use crate::plans::names::is_common;
use crate::plans::place::Place;
use crate::plans::scalar::is_id;
use crate::plans::schema::BUILT_IN_ACTS;
use crate::plans::shape::{
    COMMON, KeyScope, RESERVED, ShortForm, TableShape, ValueShape, Vocabulary,
};
use crate::plans::tree::{Node, Table, TreeKey, TreeValue};

impl Validator<'_> {
    pub(super) fn list(&mut self, list: &[Node], item: &ValueShape) {
        for (at, node) in list.iter().enumerate() {
            self.value(node, item);
            self.said_once(node, &list[..at]);
        }
    }

    pub(super) fn said_once(&mut self, node: &Node, before: &[Node]) {
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

    pub(super) fn names_in(&mut self, list: &[Node], words: Vocabulary) {
        for (at, node) in list.iter().enumerate() {
            match node.text() {
                Some(name) => self.name(node, name, words),
                None => self.mismatch(node, &ValueShape::Text),
            }
            self.said_once(node, &list[..at]);
        }
    }

    pub(super) fn name(&mut self, node: &Node, name: &str, words: Vocabulary) {
        // a language needs no definition
        let language = words == Vocabulary::Requests && names_a_language(name);
        if !language && !self.names.has(words, name) {
            self.unknown_name(&node.place, name, words);
        }
    }

    pub(super) fn unknown_name(&mut self, place: &Place, name: &str, words: Vocabulary) {
        let phrases = expects(&ValueShape::Name(words), &self.names);
        let near = self.names.nearest(words, name);
        let message = format!("no {} `{name}`, in `{}`", words.one(), self.key());
        let mut finding = Diagnostic::error("unknown-name", place, message).nearest(near);
        if let ([table], None, true) = (words.tables(), near, is_id(name))
            && *table != "plans"
        {
            finding.hint = Some(Hint::Define {
                table,
                name: name.to_owned(),
            });
        }
        self.find(match self.names.all(words).is_empty() {
            true => finding.label(format!("the file defines no {}", words.one())),
            false => finding.expected(phrases),
        });
    }

    pub(super) fn all_but(&mut self, table: &Table, words: Vocabulary) {
        for (key, node) in &table.0 {
            match (key.name.as_str(), node.list()) {
                ("all-but", Some(list)) => {
                    self.within("all-but", |validate| validate.names_in(list, words));
                }
                ("all-but", None) => {
                    self.within("all-but", |validate| {
                        validate.mismatch(node, &ValueShape::Included(words))
                    });
                }
                (name, _) if is_common(name) => {
                    self.within(name, |validate| validate.value(node, &ValueShape::Text));
                }
                _ => self.stray_key(key, &["all-but"]),
            }
        }
    }

    /// Judges a key that may stand in every table; says whether it was one.
    pub(super) fn common_key(
        &mut self,
        key: &TreeKey,
        node: &Node,
        clauses: impl FnOnce(&mut Self, &Table),
    ) -> bool {
        let Some(spec) = COMMON.iter().find(|spec| spec.name == key.name) else {
            return false;
        };
        self.within(&key.name, |validate| match node.table() {
            Some(table) if is_by_key(&key.name) => clauses(validate, table),
            _ => validate.value(node, &spec.shape),
        });
        true
    }

    pub(super) fn of(&mut self, table: &Table, words: Vocabulary, inner: &ValueShape) {
        for (key, node) in &table.0 {
            if self.common_key(key, node, |validate, table| {
                validate.clauses_of_names(table, words)
            }) {
                continue;
            }
            if !self.names.has(words, &key.name) {
                self.unknown_name(&key.place, &key.name, words);
            }
            self.within(&key.name, |validate| validate.value(node, inner));
        }
    }

    pub(super) fn defines(&mut self, table: &Table, inner: &'static TableShape, plain: ShortForm) {
        let own: Vec<&str> = table.names().filter(|name| !is_common(name)).collect();
        self.not_too_many(table, own.len());
        for (key, node) in &table.0 {
            if self.common_key(key, node, |validate, clauses| {
                validate.clauses_among(clauses, &own)
            }) {
                continue;
            }
            self.new_name(key);
            self.within(&key.name, |validate| match (&node.value, plain) {
                (TreeValue::Table(table), _) if inner.side == KeyScope::Plan => {
                    let names = validate.names.in_plan(&key.name);
                    validate.with_definitions(names, |validate| validate.table(table, inner));
                }
                (TreeValue::Table(table), _) => {
                    validate.table(table, inner);
                    validate.whole(table, inner, &node.place);
                }
                (TreeValue::Text(_), ShortForm::Title | ShortForm::Text) => {}
                (TreeValue::Text(_) | TreeValue::List(_), ShortForm::Week) => {
                    validate.value(node, &ValueShape::Week)
                }
                (_, ShortForm::Title | ShortForm::Text) => validate.mismatch(
                    node,
                    &ValueShape::Either(&[ValueShape::Text, ValueShape::Clause]),
                ),
                (_, ShortForm::Week) => validate.mismatch(node, &ValueShape::Week),
                (_, ShortForm::Never) => validate.mismatch(node, &ValueShape::Table(inner)),
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

    fn new_name(&mut self, key: &TreeKey) {
        let day = key.name.get(..3).is_some_and(|start| {
            RESERVED[RESERVED.len() - 7..].contains(&start)
                && !key.name[3..].starts_with(|c: char| c.is_ascii_alphanumeric())
        });
        let built_in = |acts: &&[&str]| acts.contains(&key.name.as_str());
        let is_act = self.key() == "acts" && BUILT_IN_ACTS.iter().any(built_in);
        if day || is_act || RESERVED.contains(&key.name.as_str()) {
            let message = format!("nothing can be called `{}` {}", key.name, self.inside());
            let finding = Diagnostic::error("reserved", &key.place, message);
            self.find(finding.label("the word means something here"));
        } else if !is_id(&key.name) {
            let message = format!("`{}` cannot be a name {}", key.name, self.inside());
            let phrases = expects(&ValueShape::Id, &self.names);
            self.find(Diagnostic::error("bad-name", &key.place, message).expected(phrases));
        }
    }

    /// A title in several languages.
    pub(super) fn titles(&mut self, table: &Table, place: &Place) {
        if table.0.is_empty() {
            let message = format!("`{}` has no language", self.key());
            let finding = Diagnostic::error("missing-key", place, message);
            self.find(finding.label("expected a text for each, such as en = \"Faults\""));
        }
        for (key, node) in &table.0 {
            if !is_language_tag(&key.name) {
                let message = format!("`{}` is no code of a language {}", key.name, self.inside());
                let finding = Diagnostic::error("bad-value", &key.place, message);
                self.find(finding.label("expected a code such as en, vi or es-MX"));
            }
            self.within(&key.name, |validate| {
                validate.value(node, &ValueShape::Text)
            });
        }
    }

    pub(super) fn dates(&mut self, table: &Table, inner: &ValueShape) {
        for (key, node) in &table.0 {
            if self.common_key(key, node, |_, _| ()) {
                continue;
            }
            if key.name.parse::<chrono::NaiveDate>().is_err() || key.name.len() != 10 {
                let message = format!("`{}` is no date {}", key.name, self.inside());
                let finding = Diagnostic::error("bad-value", &key.place, message);
                self.find(finding.label("expected a date such as 2026-12-24"));
            }
            self.within(&key.name, |validate| validate.value(node, inner));
        }
    }
}
