//! Channels, topics, services and the other words of a plan.

use super::Resolver;
use super::read::{text, texts, whole, word};
use crate::core::model::Side;
use crate::core::terms::{
    ChangeTo, Channel, MatrixCell, PlanAct, Priority, PriorityChange, ProductVersion,
    Qualification, Service, Source, Topic, Word,
};
use crate::plans::names::definitions;
use crate::plans::scalar;
use crate::plans::tree::{Node, Table, TreeValue};

/// One defined word, with all that is said of it.
struct DefinedWord<'a> {
    id: &'a str,
    node: &'a Node,
    said: &'a Table,
}

impl DefinedWord<'_> {
    fn id(&self) -> String {
        self.id.to_owned()
    }

    fn title(&self) -> String {
        text(self.said, "title").unwrap_or_else(|| self.id.to_owned())
    }

    /// Whether the plan includes it, or may at signing. Of some words there is no choice.
    fn included(&self) -> bool {
        let included = self.said.get("included").map(|node| &node.value);
        !matches!(included, Some(TreeValue::Flag(false)))
    }

    fn source(&self) -> Source {
        self.node.source.clone()
    }
}

impl<'a> Resolver<'a> {
    fn words<T>(&self, table: &str, make: impl Fn(DefinedWord<'a>) -> T) -> Vec<T> {
        let words = self.defined(table).into_iter().filter_map(|(id, node)| {
            let said = node.table()?;
            Some(make(DefinedWord { id, node, said }))
        });
        words.collect()
    }

    pub(super) fn channels(&self) -> Vec<Channel> {
        self.words("channels", |word| Channel {
            id: word.id(),
            title: word.title(),
            self_service: word.said.flag("self-service"),
            only_for: texts(word.said, "only-for"),
            never_for: texts(word.said, "never-for"),
            reachable: None,
            included: word.included(),
            source: word.source(),
        })
    }

    /// When each channel is served, where the plan says it.
    pub(super) fn reachable(&mut self, channels: &mut [Channel]) {
        let Some(hours) = self.root.table("reachable") else {
            return;
        };
        for channel in channels {
            let said = hours.get(&channel.id);
            channel.reachable = said.map(|node| self.calendar_of(node, "hours"));
        }
    }

    pub(super) fn topics(&self) -> Vec<Topic> {
        self.words("topics", |word| Topic {
            id: word.id(),
            title: word.title(),
            only_for: text(word.said, "only-for"),
            excluded: word.said.flag("excluded"),
            included: word.included(),
            source: word.source(),
        })
    }

    pub(super) fn services(&self) -> Vec<Service> {
        self.words("services", |service| Service {
            id: service.id(),
            title: service.title(),
            named_by: word(service.said, "named-by"),
            included: service.included(),
            source: service.source(),
        })
    }

    pub(super) fn acts(&self) -> Vec<PlanAct> {
        self.words("acts", |act| PlanAct {
            id: act.id(),
            title: act.title(),
            answers: act.said.flag("answers"),
            source: act.source(),
        })
    }

    pub(super) fn versions(&self) -> Vec<ProductVersion> {
        self.words("versions", |version| ProductVersion {
            id: version.id(),
            title: version.title(),
            aliases: texts(version.said, "aliases"),
            supported_until: text(version.said, "supported-until")
                .and_then(|day| scalar::day(&day)),
            source: version.source(),
        })
    }

    /// Words with a title alone.
    pub(super) fn plain_words(&self, table: &str) -> Vec<Word> {
        self.words(table, |word| Word {
            id: word.id(),
            title: word.title(),
            included: word.included(),
            source: word.source(),
        })
    }

    pub(super) fn qualifications(&self) -> Vec<Qualification> {
        self.words("qualifications", |word| Qualification {
            id: word.id(),
            title: word.title(),
            at_most: whole(word.said, "at-most"),
            source: word.source(),
        })
    }

    pub(super) fn priorities(&self) -> Vec<Priority> {
        self.words("priorities", |word| Priority {
            id: word.id(),
            title: word.title(),
            aliases: texts(word.said, "aliases"),
            means: text(word.said, "means"),
            recommended: texts(word.said, "recommended"),
            never_for: texts(word.said, "never-for"),
            included: word.included(),
            source: word.source(),
        })
    }

    pub(super) fn changes(&self) -> Vec<PriorityChange> {
        self.words("priority-changes", |change| PriorityChange {
            id: change.id(),
            title: change.title(),
            by: word(change.said, "by").unwrap_or(Side::Desk),
            from: texts(change.said, "from"),
            to: change_to(change.said),
            meets: texts(change.said, "meets"),
            corrects: change.said.flag("corrects"),
            included: change.included(),
            source: change.source(),
        })
    }

    /// Which priority impact and urgency give, cell by cell.
    pub(super) fn matrix(&self) -> Vec<MatrixCell> {
        let rows = self.root.table("priority-matrix").into_iter();
        let rows = rows.flat_map(definitions).flat_map(|(impact, row)| {
            let cells = row.table().into_iter().flat_map(definitions);
            cells.map(move |(urgency, node)| (impact, urgency, node))
        });
        let cells = rows.filter_map(|(impact, urgency, node)| {
            Some(MatrixCell {
                impact: impact.to_owned(),
                urgency: urgency.to_owned(),
                priority: node.text()?.to_owned(),
                source: node.source.clone(),
            })
        });
        cells.collect()
    }
}

fn change_to(change: &Table) -> ChangeTo {
    match change.get("to").map(|to| &to.value) {
        Some(TreeValue::Text(_)) => word(change, "to").unwrap_or(ChangeTo::Any),
        // without a list it may lead anywhere
        Some(TreeValue::List(_)) => ChangeTo::These(texts(change, "to")),
        _ => ChangeTo::Any,
    }
}
