//! Kinds: those that the file defines, then the words that are kinds by themselves.

use super::Resolver;
use super::read::text;
use crate::core::terms::{KindCondition, KindProperty, KindWords, TicketKind};
use crate::plans::names::definitions;
use crate::plans::tree::{Node, Table};
use crate::plans::validate::WHEN;

/// What a word is that is a kind by itself, in the order in which they are looked through.
const BY_THEMSELVES: [(&str, KindProperty); 4] = [
    ("channels", KindProperty::Channel),
    ("topics", KindProperty::Topic),
    ("components", KindProperty::Component),
    ("environments", KindProperty::Environment),
];

impl<'a> Resolver<'a> {
    /// All kinds of which some target speaks, and those of the file of which none does.
    pub(super) fn kinds(&mut self) -> Vec<TicketKind> {
        let mut kinds = Vec::new();
        for (id, node) in self.defined("kinds") {
            if let Some(said) = node.table() {
                kinds.push(self.kind(id, node, said));
            }
        }
        for (table, property) in BY_THEMSELVES {
            for (id, node) in self.defined(table) {
                let is_known = kinds.iter().any(|kind: &TicketKind| kind.id == id);
                if !is_known && self.some_target_names(id) {
                    kinds.push(by_itself(id, node, property));
                }
            }
        }
        kinds
    }

    fn kind(&mut self, id: &str, node: &'a Node, said: &'a Table) -> TicketKind {
        let conditions = KindProperty::ALL.into_iter().filter_map(|property| {
            let node = said.get(property.word())?;
            let words = match property {
                // what is asked for is the kind itself
                KindProperty::OnRequest if said.flag(property.word()) => {
                    KindWords::OneOf(vec![id.to_owned()])
                }
                KindProperty::OnRequest => return None,
                _ => words(node),
            };
            Some(KindCondition { property, words })
        });
        let mut hours = |key: &str| said.get(key).map(|node| self.calendar_of(node, "hours"));
        TicketKind {
            id: id.to_owned(),
            title: text(said, "title").unwrap_or_else(|| id.to_owned()),
            conditions: conditions.collect(),
            during: hours("during"),
            outside: hours("outside"),
            source: node.source.clone(),
        }
    }

    /// Whether some milestone has targets of its own for tickets of that kind.
    fn some_target_names(&self, kind: &str) -> bool {
        let targets = self.root.table("targets").into_iter().flat_map(definitions);
        let mut when = targets.filter_map(|(_, node)| node.table()?.table(WHEN));
        when.any(|kinds| kinds.has(kind))
    }
}

/// One word, a list of them, or all but some.
fn words(node: &Node) -> KindWords {
    match (node.text(), node.table()) {
        (Some(word), _) => KindWords::OneOf(vec![word.to_owned()]),
        (None, Some(table)) => {
            KindWords::AllBut(table.get("all-but").map(Node::texts).unwrap_or_default())
        }
        (None, None) => KindWords::OneOf(node.texts()),
    }
}

fn by_itself(id: &str, node: &Node, property: KindProperty) -> TicketKind {
    let title = node.table().and_then(|said| text(said, "title"));
    TicketKind {
        id: id.to_owned(),
        title: title.unwrap_or_else(|| id.to_owned()),
        conditions: vec![KindCondition {
            property,
            words: KindWords::OneOf(vec![id.to_owned()]),
        }],
        during: None,
        outside: None,
        source: node.source.clone(),
    }
}
