//! Targets: how long a milestone may take at each priority, and in which hours that counts.

use super::Resolver;
use super::hours::AROUND_THE_CLOCK;
use super::words::{flag, text};
use crate::core::terms::{Conflict, Priority, Promise, Source, Target, Terms};
use crate::core::time::Span;
use crate::plans::document::{Node, Table, Value};
use crate::plans::validate::is_one_target;

impl Resolver<'_> {
    /// One target for each priority.
    pub(super) fn targets(&mut self, milestone: &str, terms: &Terms) -> Vec<Target> {
        let node = self
            .merged
            .plan
            .table("targets")
            .and_then(|table| table.get(milestone));
        let node = node.cloned();
        let by_priority = node
            .as_ref()
            .and_then(Node::table)
            .filter(|table| !is_one_target(table));
        let by_priority = by_priority.cloned();
        let one = |priority: &Priority| match (&by_priority, &node) {
            (Some(table), _) => table.get(&priority.id).cloned(),
            (None, node) => node.clone(),
        };
        let targets = terms.priorities.iter().map(|priority| match one(priority) {
            Some(node) => {
                let place = format!("targets.{milestone}.{}", priority.id);
                let source = self.source(&["targets", milestone, &priority.id], &node);
                self.target(&node, source, terms, &place)
            }
            None => missing(),
        });
        targets.collect()
    }

    fn target(&mut self, node: &Node, source: Source, terms: &Terms, place: &str) -> Target {
        let table = node.table().filter(|table| !table.has("one-of"));
        let (promise, one_of) = match table {
            Some(table) => table
                .get("within")
                .map_or((Promise::Missing, Vec::new()), promise),
            None => promise(node),
        };
        let other_figure = table.and_then(other_figure);
        let mut target = Target {
            promise,
            one_of,
            negotiable: flag(node, "negotiable"),
            other_figure,
            source,
            ..missing()
        };
        let within = match promise {
            Promise::Within(span) => Some(span),
            _ => None,
        };
        let own = table.and_then(|table| table.get("hours")).cloned();
        let calendar = match own {
            Some(hours) => Some(self.calendar_of(&hours, "hours")),
            None => self.plan_calendar(node, within, terms, place),
        };
        self.settle(&mut target, calendar);
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
        let in_days = within.is_some_and(counts_days);
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
    fn settle(&self, target: &mut Target, calendar: Option<String>) {
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
                target_words(held),
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

fn target_words(seconds: i64) -> Span {
    Span::Time(seconds)
}

/// Whether a span counts open days and not open time.
pub(crate) fn counts_days(span: Span) -> bool {
    matches!(
        span,
        Span::BusinessDays(_) | Span::EndOfBusinessDay | Span::EndOfNextBusinessDay
    )
}

fn missing() -> Target {
    Target {
        promise: Promise::Missing,
        one_of: Vec::new(),
        calendar: None,
        waits_for: None,
        negotiable: false,
        other_figure: None,
        source: Source::default(),
    }
}

/// What a value promises, and the choices where it leaves that to the signing.
fn promise(node: &Node) -> (Promise, Vec<Span>) {
    if let Some(choices) = node.table().and_then(|table| table.get("one-of")) {
        let spans = choices.texts();
        return (
            Promise::Open,
            spans.iter().filter_map(|text| text.parse().ok()).collect(),
        );
    }
    let promise = match &node.value {
        Value::Text(text) if text == "none" => Promise::None,
        Value::Text(text) => text.parse().map_or(Promise::Open, Promise::Within),
        _ => Promise::Open,
    };
    (promise, Vec::new())
}

fn other_figure(table: &Table) -> Option<Conflict> {
    let node = table.get("conflicts-with")?;
    Some(Conflict {
        within: text(node, "within")?.parse().ok()?,
        clause: text(node, "clause"),
    })
}
