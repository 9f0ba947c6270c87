//! What was agreed over a plan, in a reader's words.

use super::super::contract_usage::ContractUsage;
use crate::plans::{Section, TermLine, TermWords, Together, lines_in};
use crate::wording::plan::{section, term};
use crate::wording::{Phrase, Spoken, said};

/// Each of what was typed at a signing or since, with what the terms say of it now.
pub(super) fn agreed_terms(
    contract_usage: &ContractUsage,
    typed: &[String],
) -> Vec<(String, Phrase)> {
    let lines = lines_in(&contract_usage.document, contract_usage.language);
    let lines: Vec<&TermLine> = lines.iter().filter(|line| !is_note(line)).collect();
    let one = |typed: &String| (typed.clone(), said::as_it_is(agreed_term(&lines, typed)));
    typed.iter().map(one).collect()
}

/// What the author of a plan noted beside it.
pub(super) fn is_note(line: &TermLine) -> bool {
    line.path == "note" || line.path.ends_with(".note")
}

fn agreed_term(lines: &[&TermLine], typed: &str) -> Spoken {
    let path = typed.split_once(['=', '+']).map_or(typed, |(path, _)| path);
    let within = |outer: &str, inner: &str| {
        let rest = inner.strip_prefix(outer);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let inside = lines.iter().filter(|line| within(path, &line.path));
    let inside: Vec<&TermLine> = inside.copied().collect();
    match inside.as_slice() {
        [] if path.starts_with("calendars.") && path.ends_with(".holidays") => {
            let sets = typed.split_once('=').map_or("", |(_, sets)| sets);
            said::agreed_holidays::<Spoken>(sets).into()
        }
        [] => {
            let around = lines.iter().filter(|line| within(&line.path, path));
            let around: Vec<Spoken> = around.map(|line| told(&line.item, &line.said)).collect();
            match around.is_empty() {
                true => Spoken::Words(typed.to_owned()),
                false => Spoken::Together(Together::Apart, around),
            }
        }
        all if is_of_words(all) => words(all),
        [first, rest @ ..] if rest.iter().all(|line| line.said == first.said) => {
            told(&milestone_of(first, rest), &first.said)
        }
        all => {
            let each = all.iter().map(|line| told(&line.item, &line.said));
            Spoken::Together(Together::Apart, each.collect())
        }
    }
}

/// `Response, low: 2 business days`
fn told(item: &TermWords, is: &TermWords) -> Spoken {
    said::agreed_term::<Spoken>(term(is), term(item)).into()
}

/// What all priorities have alike is said of their milestone, and of the kind of tickets that it is
/// promised to.
fn milestone_of(first: &TermLine, rest: &[&TermLine]) -> TermWords {
    match (&first.item, rest) {
        (item, []) => item.clone(),
        (TermWords::Several(together, parts), _) if parts.len() > 2 => {
            let kind = parts.last().cloned();
            TermWords::Several(
                *together,
                parts.first().cloned().into_iter().chain(kind).collect(),
            )
        }
        (item, _) => item.first().clone(),
    }
}

/// Whether these are words out of which the contract has some.
fn is_of_words(lines: &[&TermLine]) -> bool {
    let of_lists = [Section::Channels, Section::Topics, Section::Services];
    lines.len() > 1 && lines.iter().all(|line| of_lists.contains(&line.section))
}

/// `Channels: E-mail, Phone`: those that the contract has.
fn words(lines: &[&TermLine]) -> Spoken {
    let lacks = |line: &TermLine| match &line.said {
        TermWords::Message(message) => message.code.ends_with("-not-included"),
        _ => false,
    };
    let has = lines.iter().filter(|line| !lacks(line));
    let titles: Vec<Spoken> = has.map(|line| term(&line.item).into()).collect();
    let titles: Phrase = said::as_it_is(Spoken::List(titles));
    said::agreed_term::<Spoken>(titles, section(lines[0].section)).into()
}
