//! Targets that are odd beside each other: a dearer plan that is slower, a resolution before its
//! response, a week that is too short.

use std::cmp::Ordering;

use super::FindingContext;
use crate::core::terms::{Milestone, PriceFigure, Promise, ReachableTarget, Target, Terms};
use crate::core::time::Span;
use crate::plans::term_lines::span_in_words;

const WEEK: f64 = 604_800.0;

/// An average month, in seconds.
const MONTH: f64 = 365.25 * 86_400.0 / 12.0;

pub(super) fn find(finder: &mut FindingContext<'_>) {
    for terms in finder.plans.clone().iter() {
        for milestone in &terms.milestones {
            no_target(finder, terms, milestone);
            too_long(finder, terms, milestone);
            order(finder, terms, milestone);
        }
        resolution_first(finder, terms);
        business_days(finder, terms);
    }
    slower(finder);
}

fn no_target(finder: &mut FindingContext<'_>, terms: &Terms, milestone: &Milestone) {
    let plain: Vec<_> = terms.plain_targets(milestone).collect();
    let missing = plain.iter();
    let missing = missing.filter(|plain| plain.target.promise == Promise::Missing);
    let missing: Vec<&str> = missing.map(|plain| plain.priority.id.as_str()).collect();
    let (id, plan) = (milestone.id.as_str(), terms.plan.as_str());
    if missing.is_empty() {
        return;
    }
    let of = match missing.len() == plain.len() {
        true => "any priority".to_owned(),
        false => missing.join(", "),
    };
    let path = finder.key_of(plan, &["targets", id]);
    let message = format!("{plan} has no {id} target for {of}");
    let hint = format!(
        "write `targets.{id}.{} = \"none\"` if nothing is promised",
        missing[0]
    );
    let finding = finder.about("no-target", &path, message).of_plan(plan);
    finder.found.push(
        finding
            .label("a blank deadline can never be breached")
            .hint(hint),
    );
}

/// The seconds that a target's calendar is open in a week.
fn weekly(terms: &Terms, target: &Target) -> Option<i64> {
    terms
        .running(target)
        .map(|(_, week)| week.open_seconds())
        .filter(|open| *open > 0)
}

fn too_long(finder: &mut FindingContext<'_>, terms: &Terms, milestone: &Milestone) {
    for ReachableTarget {
        priority, target, ..
    } in terms.plain_targets(milestone)
    {
        let (Promise::Within(Span::Time(span)), Some(open)) =
            (target.promise, weekly(terms, target))
        else {
            continue;
        };
        if span <= open {
            continue;
        }
        let path = finder.key_of(&terms.plan, &["targets", &milestone.id, &priority.id]);
        let message = format!(
            "{} {} of {} is {}, and a week has {} of support",
            milestone.id,
            priority.id,
            terms.plan,
            span_in_words(Span::Time(span)),
            span_in_words(Span::Time(open)),
        );
        let clause = target.source.clause.as_deref();
        let finding = finder
            .about("longer-than-a-week", &path, message)
            .of_plan(&terms.plan);
        finder
            .found
            .push(finding.label("longer than a week's hours").clause(clause));
    }
}

/// How long a target lasts on the wall, about.
fn wall_time_of(terms: &Terms, target: &Target) -> Option<f64> {
    let Promise::Within(span) = target.promise else {
        return None;
    };
    let (_, week) = terms.running(target)?;
    let open_days = week.0.iter().filter(|hours| !hours.is_empty()).count();
    let days = |n: u32| f64::from(n) * WEEK / f64::from(u32::try_from(open_days).unwrap_or(7));
    match span {
        Span::Time(seconds) => Some(seconds as f64 * WEEK / weekly(terms, target)? as f64),
        Span::BusinessDays(n) => Some(days(n)),
        Span::CalendarDays(n) => Some(f64::from(n) * 86_400.0),
        Span::CalendarMonths(n) => Some(f64::from(n) * MONTH),
        Span::EndOfBusinessDay | Span::EndOfNextBusinessDay => None,
    }
}

/// Whether one target is clearly longer than another: the estimate is about a week's hours, so a
/// hundredth is no difference.
fn longer(a: f64, b: f64) -> bool {
    a > b * 1.01
}

/// Whether one target takes clearly longer than another on the wall; no where either is not known.
fn takes_longer(terms: &Terms, one: &Target, other: &Target) -> bool {
    let times = wall_time_of(terms, one).zip(wall_time_of(terms, other));
    times.is_some_and(|(a, b)| longer(a, b))
}

fn order(finder: &mut FindingContext<'_>, terms: &Terms, milestone: &Milestone) {
    let plain: Vec<_> = terms.plain_targets(milestone).collect();
    for pair in plain.windows(2) {
        let [urgent, less] = pair else {
            continue;
        };
        if takes_longer(terms, urgent.target, less.target) {
            let (urgent, less) = (&urgent.priority.id, &less.priority.id);
            let path = finder.key_of(&terms.plan, &["targets", &milestone.id, urgent]);
            let message = format!(
                "{} of {} is due sooner at {less} than at {urgent}, which is more urgent",
                milestone.id, terms.plan
            );
            finder.find(
                "priority-order",
                &path,
                message,
                "slower than the next priority",
            );
        }
    }
}

fn resolution_first(finder: &mut FindingContext<'_>, terms: &Terms) {
    let Some(response) = terms.milestones.iter().find(|m| m.is_response()) else {
        return;
    };
    let Some(resolution) = terms.milestones.iter().find(|m| m.is_resolution()) else {
        return;
    };
    if response.starts != resolution.starts {
        return;
    }
    let (first, last) = (
        terms.plain_targets(response),
        terms.plain_targets(resolution),
    );
    for (first, last) in first.zip(last) {
        if takes_longer(terms, first.target, last.target) {
            let priority = first.priority;
            let path = finder.key_of(&terms.plan, &["targets", &resolution.id, &priority.id]);
            let message = format!(
                "{}: at {} the {} is due before the {}",
                terms.plan, priority.id, resolution.id, response.id
            );
            finder.find(
                "resolution-first",
                &path,
                message,
                "shorter than the response",
            );
        }
    }
}

fn business_days(finder: &mut FindingContext<'_>, terms: &Terms) {
    let around = |key: &Option<String>| {
        let week = key
            .as_ref()
            .and_then(|key| terms.calendars.get(key)?.week.settled());
        week.is_some_and(|week| week.is_around_the_clock())
    };
    let days = |one: ReachableTarget<'_>| matches!(one.target.promise, Promise::Within(span) if span.counts_business_days());
    let mut milestones = terms.milestones.iter();
    let counts = milestones.find(|milestone| terms.reachable_targets(milestone).any(days));
    if let (Some(milestone), true) = (counts, around(&terms.hours)) {
        let path = finder.key_of(&terms.plan, &["targets", &milestone.id]);
        let days = terms.business_days.as_deref().unwrap_or("business days");
        let message = format!(
            "{} is around the clock and counts business days for {}: those of `{days}`",
            terms.plan, milestone.id
        );
        finder.find("business-days", &path, message, "counted in business days");
    }
}

/// A figure by which two prices can be compared, when they are of the same kind.
fn price(terms: &Terms) -> Option<(String, f64)> {
    let price = terms.price.as_ref()?;
    let (kind, figure) = match price.figure.settled()? {
        PriceFigure::Free => return Some(("free".to_owned(), 0.0)),
        PriceFigure::Amount(sum) | PriceFigure::AtLeast(sum) => ("sum", sum),
        PriceFigure::Percent { percent, .. } => ("percent", percent),
    };
    let kind = format!("{kind} {:?} {:?}", price.currency, price.per);
    Some((kind, figure.parse().ok()?))
}

/// The cheaper of two plans and the dearer: of prices that cannot be compared nothing is said.
fn by_price<'t>(one: &'t Terms, other: &'t Terms) -> Option<(&'t Terms, &'t Terms)> {
    let ((a, x), (b, y)) = (price(one)?, price(other)?);
    if a != b && a != "free" && b != "free" {
        return None;
    }
    match x.partial_cmp(&y)? {
        Ordering::Less => Some((one, other)),
        Ordering::Greater => Some((other, one)),
        Ordering::Equal => None,
    }
}

fn slower(finder: &mut FindingContext<'_>) {
    let plans = finder.plans.clone();
    for (at, earlier) in plans.iter().enumerate() {
        let pairs = plans[at + 1..].iter();
        for (cheap, dear) in pairs.filter_map(|later| by_price(earlier, later)) {
            for milestone in &dear.milestones {
                slower_milestone(finder, cheap, dear, milestone);
            }
        }
    }
}

fn slower_milestone(
    finder: &mut FindingContext<'_>,
    cheap: &Terms,
    dear: &Terms,
    milestone: &Milestone,
) {
    let Some(cheaper) = cheap.milestone(&milestone.id) else {
        return;
    };
    for dearer in dear.plain_targets(milestone) {
        let mut cheaper = cheap.plain_targets(cheaper);
        let same = cheaper.find(|cheaper| cheaper.priority.id == dearer.priority.id);
        let Some(a) = same.and_then(|cheaper| wall_time_of(cheap, cheaper.target)) else {
            continue;
        };
        let slower = match dearer.target.promise {
            Promise::BestEffort | Promise::None | Promise::Missing => true,
            _ => wall_time_of(dear, dearer.target).is_some_and(|b| longer(b, a)),
        };
        let priority = dearer.priority;
        if slower {
            let path = finder.key_of(&dear.plan, &["targets", &milestone.id, &priority.id]);
            let message = format!(
                "{} {} is slower on {} than on {}, which is cheaper",
                milestone.id, priority.id, dear.plan, cheap.plan
            );
            let finding = finder.about("slower", &path, message).of_plan(&dear.plan);
            finder
                .found
                .push(finding.label(format!("slower than {}", cheap.plan)));
        }
    }
}
