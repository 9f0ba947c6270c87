//! Allowances, price and term.

use super::wording::{OPEN_IN_WORDS, agreed, agreed_in_words, counted, list};
use super::{Line, Section};
use crate::core::terms::{
    Agreed, Allowance, Grant, Notice, Price, PriceFigure, RollOver, TermLength, TermPeriod,
    TermRule, Terms, WhenUsedUp,
};
use crate::core::time::Span;
use crate::plans::scalar::months_in_words;

pub(super) fn lines(terms: &Terms) -> Vec<Line> {
    let mut lines: Vec<Line> = terms.allowances.iter().map(allowance).collect();
    lines.extend(terms.price.as_ref().map(price));
    lines.extend(terms.term.as_ref().map(term));
    lines
}

fn allowance(allowance: &Allowance) -> Line {
    let hours = |seconds: &i64| Span::Time(*seconds).to_string();
    let granted = match &allowance.grant {
        Grant::Cases(Agreed::Is(cases)) => counted(*cases, "case"),
        Grant::Cases(cases) => format!("{} cases", agreed(cases, i64::to_string)),
        Grant::Hours(Agreed::Is(seconds)) => hours(seconds),
        Grant::Hours(seconds) => format!("{} hours", agreed(seconds, hours)),
    };
    let per = match allowance.per {
        TermPeriod::ContractYear => "a contract year",
        TermPeriod::CalendarYear => "a calendar year",
        TermPeriod::Quarter => "a quarter",
        TermPeriod::Month => "a month",
        TermPeriod::Term => "a term",
    };
    let mut said = format!("{granted} {per}");
    if !allowance.topics.is_empty() {
        said.push_str(&format!(" on {}", list(&allowance.topics)));
    }
    said.push_str(&match &allowance.when_used_up {
        WhenUsedUp::Refuse => "; then refused".to_owned(),
        WhenUsedUp::Warn => "; then a warning".to_owned(),
        WhenUsedUp::Overage => "; then overage".to_owned(),
        WhenUsedUp::Lapses(milestones) => format!("; then {} lapses", list(milestones)),
    });
    if let Some(step) = allowance.rounded_up_to {
        said.push_str(&format!("; rounded up to {}", Span::Time(step)));
    }
    if let Some(least) = allowance.entry_at_least {
        said.push_str(&format!("; an entry at least {}", Span::Time(least)));
    }
    said.push_str(&match (allowance.rolls_over, &allowance.grant) {
        (None, _) => String::new(),
        (Some(RollOver::All), _) => "; the rest rolls over".to_owned(),
        (Some(RollOver::AtMost(most)), Grant::Cases(_)) => {
            format!("; at most {} roll over", counted(most, "case"))
        }
        (Some(RollOver::AtMost(most)), Grant::Hours(_)) => {
            format!("; at most {} roll over", Span::Time(most))
        }
    });
    Line::new(
        Section::Allowances,
        format!("allowances.{}", allowance.id),
        &allowance.title,
    )
    .says(&said)
    .in_words(match allowance.granted() {
        Some(_) => said.clone(),
        None => format!("{OPEN_IN_WORDS}: {said}"),
    })
    .source(&allowance.source)
}

fn price(price: &Price) -> Line {
    let say = |figure: &PriceFigure| match figure {
        PriceFigure::Free => "free".to_owned(),
        PriceFigure::Amount(sum) => with(sum, price.currency.as_deref()),
        PriceFigure::AtLeast(sum) => {
            format!("at least {}", with(sum, price.currency.as_deref()))
        }
        PriceFigure::Percent { percent, of: None } => format!("{percent} %"),
        PriceFigure::Percent {
            percent,
            of: Some(of),
        } => format!("{percent} % of the {of}"),
    };
    let mut rest = String::new();
    if let (Some(currency), true) = (&price.currency, price.figure.settled().is_none()) {
        rest.push_str(&format!(" in {currency}"));
    }
    if let Some(per) = &price.per {
        rest.push_str(&format!(" per {per}"));
    }
    if let Some(taxes) = &price.taxes {
        rest.push_str(&format!(", taxes {taxes}"));
    }
    if let Some(paid) = &price.paid {
        rest.push_str(&format!(", paid {paid}"));
    }
    let words = match &price.figure {
        Agreed::Open if rest.is_empty() => "not published".to_owned(),
        Agreed::Open => format!("not published:{rest}"),
        figure => format!("{}{rest}", agreed_in_words(figure, say)),
    };
    Line::new(Section::Price, "price", "Price")
        .says(format!("{}{rest}", agreed(&price.figure, say)))
        .in_words(words)
        .source(&price.source)
}

fn with(sum: &str, currency: Option<&str>) -> String {
    match currency {
        Some(currency) => format!("{sum} {currency}"),
        None => sum.to_owned(),
    }
}

fn term(term: &TermRule) -> Line {
    let say = |length: &TermLength| match length {
        TermLength::Exactly(months) => months_in_words(*months),
        TermLength::AtLeast(months) => format!("at least {}", months_in_words(*months)),
    };
    let mut parts = Vec::new();
    parts.extend(term.length.as_ref().map(|length| agreed(length, say)));
    parts.extend(
        term.renews
            .map(|months| format!("renews by {}", months_in_words(months))),
    );
    parts.extend(term.notice.map(|notice| match notice {
        Notice::AnyTime => "cancelled at any time".to_owned(),
        Notice::Days(days) => format!("{} notice", counted(i64::from(days), "day")),
        Notice::Months(months) => format!("{} notice", months_in_words(months)),
    }));
    let line = Line::new(Section::Price, "term", "Term").says(parts.join("; "));
    let line = line.source(&term.source);
    match term.length {
        Some(Agreed::Open) if parts.len() == 1 => line.in_words("as long as agreed"),
        _ => line,
    }
}
