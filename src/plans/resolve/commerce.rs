//! Price, term and allowances.

use super::Resolver;
use super::read::{agreed, text, texts, word};
use crate::core::terms::{
    Agreed, Allowance, Grant, Notice, Price, PriceFigure, RollOver, TermLength, TermPeriod,
    TermRule, WhenUsedUp,
};
use crate::plans::scalar;
use crate::plans::tree::{Node, Table, TreeValue};

impl Resolver<'_> {
    pub(super) fn price(&mut self) -> Option<Price> {
        let node = self.root.get("price")?;
        let Some(said) = node.table() else {
            let figure = match node.text() {
                Some("free") => Agreed::Is(PriceFigure::Free),
                _ => Agreed::Open,
            };
            return Some(Price {
                figure,
                currency: None,
                per: None,
                taxes: None,
                paid: None,
                source: node.source.clone(),
            });
        };
        if let (Some(percent), false) = (said.get("percent"), said.has("of")) {
            let message = "a percentage names of what".to_owned();
            self.error("missing-key", percent, message, "say `of` beside it");
        }
        let figure = price_figure(said).unwrap_or_else(|| {
            let message = "the price has no figure".to_owned();
            let label = "expected amount, at-least or percent";
            self.error("missing-key", node, message, label);
            Agreed::Open
        });
        Some(Price {
            figure,
            currency: text(said, "currency"),
            per: text(said, "per"),
            taxes: text(said, "taxes"),
            paid: text(said, "paid"),
            source: node.source.clone(),
        })
    }

    pub(super) fn term(&self) -> Option<TermRule> {
        static NOTHING: Table = Table(Vec::new());
        let node = self.root.get("term")?;
        let said = node.table().unwrap_or(&NOTHING);
        let months = |node: &Node| node.text().and_then(scalar::months);
        let at = |key: &str| said.get(key).and_then(months);
        let length = match said.get("length") {
            Some(length) => Some(agreed(length, |node| months(node).map(TermLength::Exactly))),
            None if node.table().is_none() => Some(Agreed::Open),
            None => at("at-least").map(TermLength::AtLeast).map(Agreed::Is),
        };
        Some(TermRule {
            length,
            renews: at("renews"),
            notice: text(said, "notice").and_then(|text| match text.as_str() {
                "none" => Some(Notice::AnyTime),
                text => scalar::notice(text),
            }),
            source: node.source.clone(),
        })
    }

    pub(super) fn allowances(&mut self) -> Vec<Allowance> {
        let mut allowances: Vec<Allowance> = Vec::new();
        for (id, node) in self.defined("allowances") {
            let Some(said) = node.table() else { continue };
            let Some(allowance) = self.allowance(id, node, said) else {
                continue;
            };
            self.fit_units(&allowance, said);
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
    fn fit_units(&mut self, allowance: &Allowance, said: &Table) {
        let cases = matches!(allowance.grant, Grant::Cases(_));
        let of_hours = ["rounded-up-to", "entry-at-least"];
        for key in of_hours.into_iter().filter(|_| cases) {
            if let Some(value) = said.get(key) {
                let message = format!("`{key}` is of hours, and `{}` counts cases", allowance.id);
                self.error("bad-value", value, message, "leave it out");
            }
        }
        let Some(rolls_over) = said.get("rolls-over") else {
            return;
        };
        let (what, expected) = match (&rolls_over.value, cases) {
            (TreeValue::Text(_), true) => ("cases", "expected true, or a number of cases"),
            (TreeValue::Whole(_), false) => ("hours", "expected true, or hours such as `4h`"),
            _ => return,
        };
        let message = format!(
            "`{}` counts {what}, and rolls over something else",
            allowance.id
        );
        self.error("bad-value", rolls_over, message, expected);
    }

    fn allowance(&mut self, id: &str, node: &Node, said: &Table) -> Option<Allowance> {
        let Some(grant) = grant(said) else {
            let message = format!("`allowances.{id}` grants nothing");
            self.error("missing-key", node, message, "expected cases or hours");
            return None;
        };
        let effort = |key: &str| text(said, key).and_then(|text| scalar::effort(&text));
        Some(Allowance {
            id: id.to_owned(),
            title: text(said, "title").unwrap_or_else(|| id.to_owned()),
            grant,
            per: word(said, "per").unwrap_or(TermPeriod::ContractYear),
            topics: texts(said, "topics"),
            when_used_up: when_used_up(said),
            rounded_up_to: effort("rounded-up-to"),
            entry_at_least: effort("entry-at-least"),
            rolls_over: rolls_over(said),
            source: node.source.clone(),
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
        TreeValue::Whole(number) => number.map(|number| number.to_string()),
        TreeValue::Figure(text) | TreeValue::Text(text) => scalar::figure(text),
        _ => None,
    }
}

fn grant(table: &Table) -> Option<Grant> {
    if let Some(cases) = table.get("cases") {
        return Some(Grant::Cases(agreed(cases, |node| match node.value {
            TreeValue::Whole(number) => number,
            _ => None,
        })));
    }
    let hours = table.get("hours")?;
    Some(Grant::Hours(agreed(hours, |node| {
        node.text().and_then(scalar::effort)
    })))
}

fn when_used_up(said: &Table) -> WhenUsedUp {
    match said.table("when-used-up") {
        Some(lapses) => WhenUsedUp::Lapses(texts(lapses, "lapses")),
        None => word(said, "when-used-up").unwrap_or(WhenUsedUp::Refuse),
    }
}

fn rolls_over(table: &Table) -> Option<RollOver> {
    match &table.get("rolls-over")?.value {
        TreeValue::Flag(true) => Some(RollOver::All),
        TreeValue::Whole(Some(most)) => Some(RollOver::AtMost(*most)),
        TreeValue::Text(text) => scalar::effort(text).map(RollOver::AtMost),
        _ => None,
    }
}
