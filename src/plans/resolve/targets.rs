//! Targets: how long a milestone may take at each priority, and in which hours that counts.

use super::Resolver;
use super::hours::AROUND_THE_CLOCK;
use super::read::{text, word};
use crate::core::terms::{Conflict, KindTargets, Promise, Source, Target, Terms};
use crate::core::time::Span;
use crate::plans::scalar::time_of_day;
use crate::plans::tree::{Node, Table, TreeValue};
use crate::plans::validate::WHEN;

impl Resolver<'_> {
    /// One target for each priority.
    pub(super) fn targets(&mut self, milestone: &str, terms: &Terms) -> Vec<Target> {
        self.by_priority(&["targets", milestone], terms)
    }

    /// The targets of tickets of a kind, in the order in which kinds are looked through.
    pub(super) fn targets_of_kinds(&mut self, milestone: &str, terms: &Terms) -> Vec<KindTargets> {
        let path = ["targets", milestone, WHEN];
        let said = self.root.at(&path).and_then(Node::table);
        let kinds = terms.kinds.iter().map(|kind| kind.id.as_str());
        let named = kinds.filter(|id| said.is_some_and(|said| said.has(id)));
        let mut all = Vec::new();
        for id in named {
            all.push(KindTargets {
                kind: id.to_owned(),
                targets: self.by_priority(&["targets", milestone, WHEN, id], terms),
            });
        }
        all
    }

    fn by_priority(&mut self, path: &[&str], terms: &Terms) -> Vec<Target> {
        let targets = self.root.at(path).and_then(Node::table);
        let ids = terms.priorities.iter().map(|priority| priority.id.as_str());
        let mut all = Vec::new();
        for id in ids {
            all.push(match targets.and_then(|table| table.get(id)) {
                Some(node) => self.target(node, terms, &format!("{}.{id}", path.join("."))),
                None => missing(),
            });
        }
        all
    }

    fn target(&mut self, node: &Node, terms: &Terms, place: &str) -> Target {
        let Some(table) = node.table() else {
            return missing();
        };
        let within = table.get("within");
        let (promise, one_of) = within.map_or((Promise::Missing, Vec::new()), promise);
        let mut target = Target {
            promise,
            one_of,
            negotiable: table.flag("negotiable"),
            cut_off: text(table, "cut-off").and_then(|text| time_of_day(&text)),
            says: text(table, "says"),
            commitment: word(table, "commitment"),
            other_figure: other_figure(table),
            source: node.source.clone(),
            ..missing()
        };
        let within = match promise {
            Promise::Within(span) => Some(span),
            _ => None,
        };
        let calendar = match table.get("hours") {
            Some(hours) => Some(self.calendar_of(hours, "hours")),
            None => self.plan_calendar(node, within, terms, place),
        };
        self.set_calendar(&mut target, calendar);
        self.stricter_figure_holds(node, &target, place);
        target
    }
    /// The calendar of a target that names none: the business days for a number of them, else the
    /// hours of support.
    fn plan_calendar(
        &mut self,
        node: &Node,
        within: Option<Span>,
        terms: &Terms,
        place: &str,
    ) -> Option<String> {
        let in_days = within.is_some_and(Span::counts_business_days);
        let calendar = if in_days {
            &terms.business_days
        } else {
            &terms.hours
        };
        match (calendar, within) {
            (None, Some(_)) => {
                let message = format!("`{place}` counts hours of support, and the plan names none");
                self.error(
                    "missing-key",
                    node,
                    message,
                    "no `hours` in the plan or the file",
                );
            }
            (Some(key), _) if in_days && key == AROUND_THE_CLOCK => {
                let message = format!("`{place}` counts business days on a plan around the clock");
                self.error(
                    "missing-key",
                    node,
                    message,
                    "no `business-days` in the plan or the file",
                );
            }
            _ => {}
        }
        calendar.clone()
    }

    /// Sets the calendar, or what it waits for while the hours are open.
    fn set_calendar(&self, target: &mut Target, calendar: Option<String>) {
        let Some(key) = calendar else { return };
        let settled = self
            .calendars
            .get(&key)
            .is_some_and(|c| c.week.settled().is_some());
        let kept = if settled {
            &mut target.calendar
        } else {
            &mut target.waits_for
        };
        *kept = Some(key);
    }

    fn stricter_figure_holds(&mut self, node: &Node, target: &Target, place: &str) {
        let (Promise::Within(Span::Time(held)), Some(other)) =
            (target.promise, &target.other_figure)
        else {
            return;
        };
        if let Span::Time(figure) = other.within
            && figure < held
        {
            let message = format!(
                "`{place}` holds the desk to {}, the source's other figure is {}",
                Span::Time(held),
                other.within
            );
            self.error(
                "not-stricter",
                node,
                message,
                "the stricter of two figures must hold",
            );
        }
    }
}

fn missing() -> Target {
    Target {
        promise: Promise::Missing,
        one_of: Vec::new(),
        calendar: None,
        waits_for: None,
        negotiable: false,
        cut_off: None,
        says: None,
        commitment: None,
        other_figure: None,
        source: Source::default(),
    }
}

/// What a value promises, and the choices where it leaves that to the signing.
fn promise(node: &Node) -> (Promise, Vec<Span>) {
    if let Some(choices) = node.choices() {
        let spans = choices.texts();
        return (
            Promise::Open,
            spans.iter().filter_map(|text| text.parse().ok()).collect(),
        );
    }
    let promise = match &node.value {
        TreeValue::Text(text) if text == "none" => Promise::None,
        TreeValue::Text(text) if text == "best-effort" => Promise::BestEffort,
        TreeValue::Text(text) => text.parse().map_or(Promise::Open, Promise::Within),
        _ => Promise::Open,
    };
    (promise, Vec::new())
}

fn other_figure(table: &Table) -> Option<Conflict> {
    let within = table.table("conflicts-with")?.get("within")?;
    Some(Conflict {
        within: within.text()?.parse().ok()?,
        clause: within.source.clause.clone(),
    })
}
