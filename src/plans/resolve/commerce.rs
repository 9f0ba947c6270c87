//! Price, term and allowances.

use super::words::{text, texts};
use super::{Resolver, agreed, word};
use crate::core::terms::{
    Agreed, Allowance, Grant, Notice, Price, PriceFigure, RollOver, TermLength, TermPeriod,
    TermRule, WhenUsedUp,
};
use crate::plans::document::{Node, Table, Value};
use crate::plans::names::definitions;
use crate::plans::scalar;

impl Resolver<'_> {
    pub(super) fn price(&mut self) -> Option<Price> {
        let node = self.plan("price")?.clone();
        let source = self.source(&["price"], &node);
        if let Some(percent) = node.table().filter(|table| table.get("of").is_none())
            && let Some(percent) = percent.get("percent").cloned()
        {
            let message = "a percentage names of what".to_owned();
            self.error("missing-key", &percent, message, "say `of` beside it");
        }
        let figure = match node.table() {
            None if node.text() == Some("free") => Agreed::Is(PriceFigure::Free),
            None => Agreed::Open,
            Some(table) => price_figure(table).unwrap_or_else(|| {
                let message = "the price has no figure".to_owned();
                self.error(
                    "missing-key",
                    &node,
                    message,
                    "expected amount, at-least or percent",
                );
                Agreed::Open
            }),
        };
        Some(Price {
            figure,
            currency: text(&node, "currency"),
            per: text(&node, "per"),
            taxes: text(&node, "taxes"),
            paid: text(&node, "paid"),
            source,
        })
    }

    pub(super) fn term(&self) -> Option<TermRule> {
        let node = self.plan("term")?;
        let months = |key: &str| text(node, key).and_then(|text| scalar::months(&text));
        let length = match node.table() {
            None => Some(Agreed::Open),
            Some(table) => match table.get("length") {
                Some(length) => Some(agreed(length, |node| {
                    node.text()
                        .and_then(scalar::months)
                        .map(TermLength::Exactly)
                })),
                None => months("at-least").map(TermLength::AtLeast).map(Agreed::Is),
            },
        };
        Some(TermRule {
            length,
            renews: months("renews"),
            notice: text(node, "notice").and_then(|text| match text.as_str() {
                "none" => Some(Notice::AnyTime),
                text => scalar::notice(text),
            }),
            source: self.source(&["term"], node),
        })
    }

    pub(super) fn allowances(&mut self) -> Vec<Allowance> {
        let table = self.merged.plan.table("allowances");
        let defined: Vec<(String, Node)> = table
            .into_iter()
            .flat_map(definitions)
            .map(|(id, node)| (id.to_owned(), node.clone()))
            .collect();
        let mut allowances: Vec<Allowance> = Vec::new();
        for (id, node) in &defined {
            let Some(allowance) = self.allowance(id, node) else {
                continue;
            };
            self.fit_units(&allowance, node);
            let rival = allowances.iter().find(|other| shadows(other, &allowance));
            if let Some(rival) = rival {
                let message = format!(
                    "`allowances.{id}` counts the same as `allowances.{}`: only one is ever used",
                    rival.id
                );
                let label = "name other topics, or leave one of them out";
                self.error("one-of", node, message, label);
            }
            allowances.push(allowance);
        }
        allowances
    }

    /// Cases roll over by their number, hours by their length; only hours are rounded.
    fn fit_units(&mut self, allowance: &Allowance, node: &Node) {
        let Some(table) = node.table() else {
            return;
        };
        let cases = matches!(allowance.grant, Grant::Cases(_));
        let of_hours = ["rounded-up-to", "entry-at-least"];
        for key in of_hours.into_iter().filter(|_| cases) {
            if let Some(value) = table.get(key).cloned() {
                let message = format!("`{key}` is of hours, and `{}` counts cases", allowance.id);
                self.error("bad-value", &value, message, "leave it out");
            }
        }
        let Some(rolls_over) = table.get("rolls-over").cloned() else {
            return;
        };
        let (fits, expected) = match (&rolls_over.value, cases) {
            (Value::Text(_), true) => (false, "expected true, or a number of cases"),
            (Value::Whole(_), false) => (false, "expected true, or hours such as `4h`"),
            _ => (true, ""),
        };
        if !fits {
            let what = if cases { "cases" } else { "hours" };
            let message = format!(
                "`{}` counts {what}, and rolls over something else",
                allowance.id
            );
            self.error("bad-value", &rolls_over, message, expected);
        }
    }

    fn allowance(&mut self, id: &str, node: &Node) -> Option<Allowance> {
        let table = node.table()?;
        let Some(grant) = grant(table) else {
            let message = format!("`allowances.{id}` grants nothing");
            self.error("missing-key", node, message, "expected cases or hours");
            return None;
        };
        let effort = |key: &str| text(node, key).and_then(|text| scalar::effort(&text));
        Some(Allowance {
            id: id.to_owned(),
            title: text(node, "title").unwrap_or_else(|| id.to_owned()),
            grant,
            per: text(node, "per")
                .and_then(|p| word(&p))
                .unwrap_or(TermPeriod::ContractYear),
            topics: texts(node, "topics"),
            when_used_up: when_used_up(table),
            rounded_up_to: effort("rounded-up-to"),
            entry_at_least: effort("entry-at-least"),
            rolls_over: rolls_over(table),
            source: self.source(&["allowances", id], node),
        })
    }
}

/// Whether of two allowances only one is ever used: both count the same for a topic, and neither
/// is the one for that topic alone.
fn shadows(one: &Allowance, other: &Allowance) -> bool {
    let same_unit = matches!(
        (&one.grant, &other.grant),
        (Grant::Cases(_), Grant::Cases(_)) | (Grant::Hours(_), Grant::Hours(_))
    );
    let shared = |topic: &String| other.topics.contains(topic);
    let both_for_all = one.topics.is_empty() && other.topics.is_empty();
    same_unit && (both_for_all || one.topics.iter().any(shared))
}

fn price_figure(table: &Table) -> Option<Agreed<PriceFigure>> {
    let of = table.get("of").and_then(Node::text).map(str::to_owned);
    let percent = |figure| PriceFigure::Percent {
        percent: figure,
        of: of.clone(),
    };
    let keys: [(&str, &dyn Fn(String) -> PriceFigure); 3] = [
        ("amount", &PriceFigure::Amount),
        ("at-least", &PriceFigure::AtLeast),
        ("percent", &percent),
    ];
    keys.iter().find_map(|(key, made)| {
        let node = table.get(key)?;
        Some(agreed(node, |node| figure(node).map(made)))
    })
}

fn figure(node: &Node) -> Option<String> {
    match &node.value {
        Value::Whole(number) => number.map(|number| number.to_string()),
        Value::Figure(text) | Value::Text(text) => scalar::figure(text),
        _ => None,
    }
}

fn grant(table: &Table) -> Option<Grant> {
    if let Some(cases) = table.get("cases") {
        return Some(Grant::Cases(agreed(cases, |node| match node.value {
            Value::Whole(number) => number,
            _ => None,
        })));
    }
    let hours = table.get("hours")?;
    Some(Grant::Hours(agreed(hours, |node| {
        node.text().and_then(scalar::effort)
    })))
}

fn when_used_up(table: &Table) -> WhenUsedUp {
    match table.get("when-used-up") {
        None => WhenUsedUp::Refuse,
        Some(node) => match node.table() {
            Some(_) => WhenUsedUp::Lapses(texts(node, "lapses")),
            None => node.text().and_then(word).unwrap_or(WhenUsedUp::Refuse),
        },
    }
}

fn rolls_over(table: &Table) -> Option<RollOver> {
    match &table.get("rolls-over")?.value {
        Value::Flag(true) => Some(RollOver::All),
        Value::Whole(Some(most)) => Some(RollOver::AtMost(*most)),
        Value::Text(text) => scalar::effort(text).map(RollOver::AtMost),
        _ => None,
    }
}
