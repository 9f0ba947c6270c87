//! The one way over the schema, and over a document beside it: what terms say, what they leave open
//! and what a page shows of them are found along it, so that a key of the schema has all three; and
//! the keys themselves, for the page that lists them.

use super::names::definitions;
use super::schema::{self, TOP_KEYS};
use super::shape::{KeySpec, TableShape, ValueShape};
use super::tree::{Node, Table};
use super::validate::WHEN;

/// A place of a document.
pub(super) struct VisitedKey<'v, 'd> {
    /// Its path, part by part.
    pub path: &'v [&'d str],
    /// The key that stands there, or that of the table around it whose entries are words.
    pub spec: &'static KeySpec,
    /// What may stand there, once it is agreed.
    pub shape: ValueShape,
    /// What stands there.
    pub node: &'d Node,
}

impl<'d> VisitedKey<'_, 'd> {
    /// Its path, as people write it.
    pub(super) fn path(&self) -> String {
        self.path.join(".")
    }

    /// The keys that may stand there, and those that do, where it is a table of them.
    pub(super) fn table(&self) -> Option<(&'static TableShape, &'d Table)> {
        Some((self.shape.table()?, self.node.table()?))
    }
}

/// Sees every place of a document: the keys in the order of the schema, words in that of the file,
/// each before what it holds.
pub(super) fn visit<'d>(root: &'d Table, see: &mut dyn FnMut(&VisitedKey<'_, 'd>)) {
    let of_documents = TOP_KEYS.iter().filter(|spec| spec.included().is_none());
    for spec in of_documents {
        if let Some((key, node)) = root.entry(spec.name) {
            Visitor { see }.place(&mut vec![key.name.as_str()], spec, spec.shape, node);
        }
    }
}

/// Shows every table of the schema that a shape leads to, before those inside it, as long as it is
/// asked on: a table may stand in several places.
pub(super) fn visit_tables(shape: &ValueShape, see: &mut dyn FnMut(&'static TableShape) -> bool) {
    match shape {
        ValueShape::Table(table) | ValueShape::Defines(table, _) if see(table) => {
            for key in table.keys {
                visit_tables(&key.shape, see);
            }
        }
        ValueShape::Agreed(inner)
        | ValueShape::ByPriority(inner)
        | ValueShape::ByKind(inner)
        | ValueShape::List(inner)
        | ValueShape::Dates(inner)
        | ValueShape::Of(_, inner) => visit_tables(inner, see),
        ValueShape::Either(shapes) => shapes.iter().for_each(|shape| visit_tables(shape, see)),
        _ => {}
    }
}

struct Visitor<'s, 'd> {
    see: &'s mut dyn FnMut(&VisitedKey<'_, 'd>),
}

impl<'d> Visitor<'_, 'd> {
    fn place(
        &mut self,
        path: &mut Vec<&'d str>,
        spec: &'static KeySpec,
        shape: ValueShape,
        node: &'d Node,
    ) {
        let (agreed, shape) = match shape {
            ValueShape::Agreed(inner) => (true, *inner),
            shape => (false, shape),
        };
        (self.see)(&VisitedKey {
            path,
            spec,
            shape,
            node,
        });
        if let (Some(table), false) = (node.table(), agreed && node.is_open()) {
            self.inside(path, spec, shape, table);
        }
    }

    fn inside(
        &mut self,
        path: &mut Vec<&'d str>,
        spec: &'static KeySpec,
        shape: ValueShape,
        table: &'d Table,
    ) {
        match shape {
            ValueShape::Table(keys) => {
                for spec in keys.keys {
                    if let Some((key, node)) = table.entry(spec.name) {
                        path.push(&key.name);
                        self.place(path, spec, spec.shape, node);
                        path.pop();
                    }
                }
            }
            ValueShape::Either(shapes) => {
                if let Some(inner) = shapes.iter().find(|s| matches!(s, ValueShape::Table(_))) {
                    self.inside(path, spec, *inner, table);
                }
            }
            ValueShape::ByKind(inner) => {
                for (name, node) in definitions(table) {
                    let shape = if name == WHEN { schema::WHEN } else { *inner };
                    path.push(name);
                    self.place(path, spec, shape, node);
                    path.pop();
                }
            }
            ValueShape::Defines(keys, _) => self.each(path, spec, ValueShape::Table(keys), table),
            ValueShape::Of(_, inner) | ValueShape::ByPriority(inner) | ValueShape::Dates(inner) => {
                self.each(path, spec, *inner, table);
            }
            _ => {}
        }
    }

    fn each(
        &mut self,
        path: &mut Vec<&'d str>,
        spec: &'static KeySpec,
        shape: ValueShape,
        table: &'d Table,
    ) {
        for (name, node) in definitions(table) {
            path.push(name);
            self.place(path, spec, shape, node);
            path.pop();
        }
    }
}
