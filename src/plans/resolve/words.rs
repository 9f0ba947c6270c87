//! Channels, topics, services and the other words of a plan.

use super::{Resolver, word};
use crate::core::model::Side;
use crate::core::terms::{
    ChangeTo, Channel, MatrixCell, Priority, PriorityChange, Qualification, Service, Topic, Word,
};
use crate::plans::document::{Node, Value};
use crate::plans::names::definitions;

/// One defined word: its id, what stands there, and whether the plan includes it.
struct Defined {
    id: String,
    node: Node,
    included: bool,
}

impl Defined {
    fn title(&self) -> String {
        title(&self.id, &self.node)
    }

    fn text(&self, key: &str) -> Option<String> {
        text(&self.node, key)
    }

    fn flag(&self, key: &str) -> bool {
        flag(&self.node, key)
    }
}

fn title(id: &str, node: &Node) -> String {
    let titled = node
        .text()
        .map(str::to_owned)
        .or_else(|| text(node, "title"));
    titled.unwrap_or_else(|| id.to_owned())
}

pub(crate) fn text(node: &Node, key: &str) -> Option<String> {
    node.table()?.get(key)?.text().map(str::to_owned)
}

pub(super) fn texts(node: &Node, key: &str) -> Vec<String> {
    let list = node.table().and_then(|table| table.get(key));
    list.map(Node::texts).unwrap_or_default()
}

pub(super) fn flag(node: &Node, key: &str) -> bool {
    let value = node
        .table()
        .and_then(|table| table.get(key))
        .map(|node| &node.value);
    matches!(value, Some(Value::Flag(true)))
}

impl Resolver<'_> {
    /// The words of a table with what the plan includes of them.
    fn words(&self, table: &str) -> Vec<Defined> {
        let chosen = self.plan(table);
        let words = self.defined(table).into_iter();
        words
            .map(|(id, node)| Defined {
                included: includes(chosen, &id, flag(&node, "excluded")),
                id,
                node,
            })
            .collect()
    }

    pub(super) fn channels(&self) -> Vec<Channel> {
        let words = self.words("channels").into_iter();
        words
            .map(|word| Channel {
                title: word.title(),
                self_service: word.flag("self-service"),
                included: word.included,
                source: self.source(&["channels", &word.id], &word.node),
                id: word.id,
            })
            .collect()
    }

    pub(super) fn topics(&self) -> Vec<Topic> {
        let words = self.words("topics").into_iter();
        words
            .map(|word| Topic {
                title: word.title(),
                only_for: word.text("only-for"),
                excluded: word.flag("excluded"),
                included: word.included,
                source: self.source(&["topics", &word.id], &word.node),
                id: word.id,
            })
            .collect()
    }

    pub(super) fn services(&self) -> Vec<Service> {
        let words = self.words("services").into_iter();
        words
            .map(|defined| Service {
                title: defined.title(),
                named_by: defined
                    .text("named-by")
                    .and_then(|side| word::<Side>(&side)),
                included: defined.included,
                source: self.source(&["services", &defined.id], &defined.node),
                id: defined.id,
            })
            .collect()
    }

    /// Words with a title alone, of which a plan includes some.
    pub(super) fn included_words(&self, table: &str) -> Vec<Word> {
        let words = self.words(table).into_iter();
        words
            .map(|word| Word {
                title: word.title(),
                included: word.included,
                source: self.source(&[table, &word.id], &word.node),
                id: word.id,
            })
            .collect()
    }

    /// Words with a title alone, which hold for every plan.
    pub(super) fn plain_words(&self, table: &str) -> Vec<Word> {
        self.included_words(table)
    }

    pub(super) fn qualifications(&self) -> Vec<Qualification> {
        let words = self.words("qualifications").into_iter();
        words
            .map(|word| Qualification {
                title: word.title(),
                at_most: at_most(&word.node),
                source: self.source(&["qualifications", &word.id], &word.node),
                id: word.id,
            })
            .collect()
    }

    pub(super) fn priorities(&self) -> Vec<Priority> {
        let words = self.words("priorities").into_iter();
        words
            .map(|word| Priority {
                title: word.title(),
                aliases: texts(&word.node, "aliases"),
                means: word.text("means"),
                recommended: texts(&word.node, "recommended"),
                never_for: texts(&word.node, "never-for"),
                source: self.source(&["priorities", &word.id], &word.node),
                id: word.id,
            })
            .collect()
    }

    /// Which priority impact and urgency give, cell by cell.
    pub(super) fn matrix(&self) -> Vec<MatrixCell> {
        let mut cells = Vec::new();
        let rows = self.merged.plan.table("priority-matrix");
        for (impact, row) in rows.into_iter().flat_map(definitions) {
            for (urgency, node) in row.table().into_iter().flat_map(definitions) {
                cells.extend(node.text().map(|priority| MatrixCell {
                    impact: impact.to_owned(),
                    urgency: urgency.to_owned(),
                    priority: priority.to_owned(),
                    source: self.source(&["priority-matrix", impact, urgency], node),
                }));
            }
        }
        cells
    }

    pub(super) fn changes(&self) -> Vec<PriorityChange> {
        let words = self.words("priority-changes").into_iter();
        words
            .map(|defined| PriorityChange {
                title: defined.title(),
                by: defined
                    .text("by")
                    .and_then(|side| word(&side))
                    .unwrap_or(Side::Desk),
                from: texts(&defined.node, "from"),
                to: change_to(&defined.node),
                meets: texts(&defined.node, "meets"),
                corrects: defined.flag("corrects"),
                included: defined.included,
                source: self.source(&["priority-changes", &defined.id], &defined.node),
                id: defined.id,
            })
            .collect()
    }
}

/// Whether a plan includes a word: by its list, by a list of those it lacks, else all of the file
/// save those marked `excluded`.
fn includes(chosen: Option<&Node>, id: &str, excluded: bool) -> bool {
    let in_list = |node: &Node| {
        node.list()
            .unwrap_or_default()
            .iter()
            .any(|item| item.text() == Some(id))
    };
    let Some(chosen) = chosen else {
        return !excluded;
    };
    match &chosen.value {
        Value::List(_) => in_list(chosen),
        Value::Table(table) => match (table.get("all-but"), table.get("one-of")) {
            (Some(lacking), _) => !excluded && !in_list(lacking),
            (None, Some(choices)) => in_list(choices),
            (None, None) => !excluded,
        },
        _ => !excluded,
    }
}

fn at_most(node: &Node) -> Option<u32> {
    match node.table()?.get("at-most")?.value {
        Value::Whole(Some(number)) => u32::try_from(number).ok(),
        _ => None,
    }
}

fn change_to(node: &Node) -> ChangeTo {
    let to = node.table().and_then(|table| table.get("to"));
    match to.map(|to| &to.value) {
        Some(Value::Text(text)) => word(text).unwrap_or(ChangeTo::Any),
        Some(Value::List(_)) => ChangeTo::These(texts(node, "to")),
        _ => ChangeTo::Any,
    }
}
