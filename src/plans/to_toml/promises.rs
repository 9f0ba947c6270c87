//! Milestones, targets, allowances, price and term, as a plan file has them.

use super::text::{Entries, quoted};
use super::{agreed, list};
use crate::core::terms::{
    Agreed, Allowance, Grant, MetBy, Notice, Price, PriceFigure, Promise, RollOver, Target,
    TermLength, TermRule, Terms, WhenUsedUp,
};
use crate::core::time::Span;
use crate::plans::resolve::counts_days;
use crate::plans::scalar::months_in_words;

/// The word of the file for a value of a closed list.
fn word<T: serde::Serialize>(value: &T) -> String {
    let json = serde_json::to_value(value).ok();
    json.and_then(|json| json.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn words<T: serde::Serialize>(values: &[T]) -> String {
    list(&values.iter().map(word).collect::<Vec<_>>())
}

pub(super) fn milestones(terms: &Terms) -> Vec<String> {
    let mut lines = Vec::new();
    for milestone in &terms.milestones {
        let mut entries = Entries::default();
        entries.text("title", Some(&milestone.title));
        entries.raw("starts", &words(&milestone.starts));
        entries.raw(
            "met-by",
            &match &milestone.met_by {
                MetBy::AnyOf(acts) => words(acts),
                MetBy::AllOf(acts) => format!("{{ all-of = {} }}", words(acts)),
            },
        );
        let states: Vec<String> = milestone
            .paused_by
            .iter()
            .map(|state| state.word().to_owned())
            .collect();
        entries.raw("paused-by", &list(&states));
        entries.text("commitment", Some(&word(&milestone.commitment)));
        entries.text("on-raise", Some(&word(&milestone.on_raise)));
        entries.text("on-lower", Some(&word(&milestone.on_lower)));
        entries.text("on-reopen", Some(&word(&milestone.on_reopen)));
        entries.source(&milestone.source);
        lines.push(format!("{} = {}", milestone.id, entries.inline()));
    }
    if !lines.is_empty() {
        lines.insert(0, "[milestones]".to_owned());
    }
    lines
}

pub(super) fn targets(terms: &Terms) -> Vec<String> {
    let mut lines = Vec::new();
    for milestone in &terms.milestones {
        for (priority, target) in terms.priorities.iter().zip(&milestone.targets) {
            let entry = target_entry(terms, target);
            lines.extend(
                entry.map(|entry| format!("targets.{}.{} = {entry}", milestone.id, priority.id)),
            );
        }
    }
    lines
}

fn target_entry(terms: &Terms, target: &Target) -> Option<String> {
    let mut entries = Entries::default();
    let spans: Vec<String> = target
        .one_of
        .iter()
        .map(|span| quoted(&span.to_string()))
        .collect();
    match target.promise {
        Promise::Missing => return None,
        Promise::None => entries.text("within", Some("none")),
        Promise::Within(span) => entries.text("within", Some(&span.to_string())),
        Promise::Open if spans.is_empty() => entries.text("within", Some("open")),
        Promise::Open => {
            entries.raw("within", &format!("{{ one-of = [{}] }}", spans.join(", ")));
        }
    }
    let days = matches!(target.promise, Promise::Within(span) if counts_days(span));
    let usual = if days {
        &terms.business_days
    } else {
        &terms.hours
    };
    let hours = target.calendar.as_ref().or(target.waits_for.as_ref());
    if hours != usual.as_ref() {
        entries.text("hours", hours.map(String::as_str));
    }
    entries.flag("negotiable", target.negotiable);
    entries.source_in(terms, &target.source);
    if let Some(other) = &target.other_figure {
        let mut figure = Entries::default();
        figure.text("within", Some(&other.within.to_string()));
        figure.text("clause", other.clause.as_deref());
        entries.raw("conflicts-with", &figure.inline());
    }
    Some(entries.inline())
}

pub(super) fn allowances(terms: &Terms) -> Vec<String> {
    let lines = terms.allowances.iter().map(|allowance| {
        format!(
            "allowances.{} = {}",
            allowance.id,
            allowance_entry(terms, allowance)
        )
    });
    lines.collect()
}

fn effort(seconds: &i64) -> String {
    quoted(&Span::Time(*seconds).to_string())
}

fn allowance_entry(terms: &Terms, allowance: &Allowance) -> String {
    let mut entries = Entries::default();
    entries.text("title", Some(&allowance.title));
    match &allowance.grant {
        Grant::Cases(cases) => entries.raw("cases", &agreed(cases, i64::to_string, None)),
        Grant::Hours(hours) => entries.raw("hours", &agreed(hours, effort, None)),
    }
    entries.text("per", Some(&word(&allowance.per)));
    entries.texts("topics", &allowance.topics);
    entries.raw(
        "when-used-up",
        &match &allowance.when_used_up {
            WhenUsedUp::Refuse => quoted("refuse"),
            WhenUsedUp::Warn => quoted("warn"),
            WhenUsedUp::Overage => quoted("overage"),
            WhenUsedUp::Lapses(milestones) => format!("{{ lapses = {} }}", list(milestones)),
        },
    );
    if let Some(step) = &allowance.rounded_up_to {
        entries.raw("rounded-up-to", &effort(step));
    }
    if let Some(least) = &allowance.entry_at_least {
        entries.raw("entry-at-least", &effort(least));
    }
    match (allowance.rolls_over, &allowance.grant) {
        (None, _) => {}
        (Some(RollOver::All), _) => entries.flag("rolls-over", true),
        (Some(RollOver::AtMost(most)), Grant::Cases(_)) => {
            entries.raw("rolls-over", &most.to_string());
        }
        (Some(RollOver::AtMost(most)), Grant::Hours(_)) => {
            entries.raw("rolls-over", &effort(&most));
        }
    }
    entries.source_in(terms, &allowance.source);
    entries.inline()
}

pub(super) fn price(price: &Price) -> String {
    let mut entries = Entries::default();
    let (key, of) = match &price.figure {
        Agreed::Is(PriceFigure::Free) => return quoted("free"),
        Agreed::Is(figure) => key_of(figure),
        Agreed::OneOf(figures) => figures.first().map_or(("amount", None), key_of),
        Agreed::Open => ("amount", None),
    };
    let say = |figure: &PriceFigure| match figure {
        PriceFigure::Free => quoted("free"),
        PriceFigure::Amount(text)
        | PriceFigure::AtLeast(text)
        | PriceFigure::Percent { percent: text, .. } => quoted(text),
    };
    entries.raw(key, &agreed(&price.figure, say, None));
    entries.text("of", of);
    entries.text("currency", price.currency.as_deref());
    entries.text("per", price.per.as_deref());
    entries.text("taxes", price.taxes.as_deref());
    entries.text("paid", price.paid.as_deref());
    entries.source(&price.source);
    entries.inline()
}

fn key_of(figure: &PriceFigure) -> (&'static str, Option<&str>) {
    match figure {
        PriceFigure::AtLeast(_) => ("at-least", None),
        PriceFigure::Percent { of, .. } => ("percent", of.as_deref()),
        PriceFigure::Free | PriceFigure::Amount(_) => ("amount", None),
    }
}

pub(super) fn term(term: &TermRule) -> String {
    let mut entries = Entries::default();
    match &term.length {
        Some(Agreed::Is(TermLength::AtLeast(months))) => {
            entries.text("at-least", Some(&months_in_words(*months)));
        }
        Some(length) => {
            let say = |length: &TermLength| match length {
                TermLength::Exactly(months) | TermLength::AtLeast(months) => {
                    quoted(&months_in_words(*months))
                }
            };
            entries.raw("length", &agreed(length, say, None));
        }
        None => {}
    }
    entries.text("renews", term.renews.map(months_in_words).as_deref());
    let notice = term.notice.map(|notice| match notice {
        Notice::AnyTime => "none".to_owned(),
        Notice::Days(days) => format!("{days} days"),
        Notice::Months(months) => months_in_words(months),
    });
    entries.text("notice", notice.as_deref());
    entries.source(&term.source);
    entries.inline()
}
