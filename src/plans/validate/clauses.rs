//! Judges tables of clauses and of notes: a text for each key of the table around them.

use super::Validator;
use crate::core::text::nearest;
use crate::plans::diagnostic::Diagnostic;
use crate::plans::shape::{TableShape, ValueShape, Vocabulary};
use crate::plans::tree::{Node, Table, TreeKey};

impl Validator<'_> {
    /// Clauses for the keys of a table.
    pub(super) fn clauses_of_table(&mut self, clauses: &Table, shape: &'static TableShape) {
        for (key, node) in &clauses.0 {
            match (shape.key(&key.name), node.table()) {
                (None, _) => self.unknown_key(key, shape),
                (Some(spec), Some(table)) => self.within(&key.name, |validate| {
                    validate.clauses_of_shape(table, node, &spec.shape);
                }),
                (Some(_), None) => self.clause_text(key, node),
            }
        }
    }

    fn clauses_of_shape(&mut self, clauses: &Table, node: &Node, shape: &ValueShape) {
        match shape {
            ValueShape::Table(inner) => self.clauses_of_table(clauses, inner),
            ValueShape::Of(words, ValueShape::ByKind(_)) => {
                for (key, node) in &clauses.0 {
                    if !self.names.has(*words, &key.name) {
                        self.unknown_name(&key.place, &key.name, *words);
                    }
                    self.within(&key.name, |validate| match node.table() {
                        Some(table) => validate.clauses_of_names(table, Vocabulary::Priorities),
                        None => validate.clause_value(node),
                    });
                }
            }
            ValueShape::Either(shapes) => {
                match shapes.iter().find(|s| matches!(s, ValueShape::Table(_))) {
                    Some(table) => self.clauses_of_shape(clauses, node, table),
                    None => self.mismatch(node, &ValueShape::Text),
                }
            }
            ValueShape::Defines(..) => {
                let own: Vec<&str> = clauses.names().collect();
                self.clauses_among(clauses, &own);
            }
            _ => self.mismatch(node, &ValueShape::Text),
        }
    }

    pub(super) fn clauses_of_names(&mut self, clauses: &Table, words: Vocabulary) {
        let all = self.names.all(words);
        self.clauses_among(clauses, &all);
    }

    pub(super) fn clauses_among(&mut self, clauses: &Table, names: &[&str]) {
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

    fn clause_text(&mut self, key: &TreeKey, node: &Node) {
        self.within(&key.name, |validate| validate.clause_value(node));
    }

    fn clause_value(&mut self, node: &Node) {
        if node.text().is_none() {
            self.mismatch(node, &ValueShape::Text);
        }
    }
}
