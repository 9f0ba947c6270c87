//! Who may ask, how, about what, and what else there is.

use super::wording::{OPEN_IN_WORDS, agreed, agreed_in_words, list};
use super::{Line, Section, of_key};
use crate::core::model::Side;
use crate::core::terms::{ChangeTo, Priority, PriorityChange, Seats, Source, Terms, Topic, Word};

pub(super) fn lines(terms: &Terms) -> Vec<Line> {
    let mut lines = vec![contacts(terms)];
    lines.extend(qualifications(terms));
    lines.extend(channels(terms));
    lines.extend(topics(terms));
    let services = terms.services.iter();
    lines.extend(services.map(|service| {
        let included = included(service.included);
        let said = match service.named_by {
            Some(side) if service.included => format!("{included}, named by the {}", of_side(side)),
            _ => included.to_owned(),
        };
        let path = format!("services.{}", service.id);
        Line::new(Section::Services, path, &service.title)
            .says(said)
            .source(&service.source)
    }));
    lines.extend(support_lines(terms));
    lines.extend(terms.priorities.iter().map(priority));
    lines.extend(matrix(terms));
    lines.extend(terms.changes.iter().map(change));
    lines.extend(must_name(terms));
    lines.extend(words("exclusions", "No target", &terms.exclusions));
    lines.extend(words("environments", "Environment", &terms.environments));
    lines.extend(words("components", "Component", &terms.components));
    lines.extend(words("impacts", "Impact", &terms.impacts));
    lines.extend(words("urgencies", "Urgency", &terms.urgencies));
    lines
}

fn contacts(terms: &Terms) -> Line {
    let say = |seats: &Seats| match seats {
        Seats::Unlimited => "unlimited".to_owned(),
        Seats::AtMost(most) => most.to_string(),
    };
    Line::new(Section::Contacts, "contacts", "Authorised contacts")
        .says(agreed(&terms.contacts, say))
        .in_words(agreed_in_words(&terms.contacts, say))
        .source(&of_key(terms, "contacts"))
}

fn qualifications(terms: &Terms) -> impl Iterator<Item = Line> {
    terms.qualifications.iter().map(|qualification| {
        let said = match qualification.at_most {
            Some(most) => format!("at most {most}"),
            None => "any number".to_owned(),
        };
        let path = format!("qualifications.{}", qualification.id);
        Line::new(Section::Contacts, path, &qualification.title)
            .says(said)
            .source(&qualification.source)
    })
}

fn included(included: bool) -> &'static str {
    if included { "included" } else { "not included" }
}

fn of_side(side: Side) -> &'static str {
    match side {
        Side::Desk => "desk",
        Side::Customer => "customer",
    }
}

fn channels(terms: &Terms) -> impl Iterator<Item = Line> {
    terms.channels.iter().map(|channel| {
        let said = match (channel.included, terms.channels_open, channel.self_service) {
            (true, true, _) => "open",
            (true, false, true) => "self-service",
            (is_included, _, _) => included(is_included),
        };
        let source = of_word(&channel.source, of_key(terms, "channels"));
        let path = format!("channels.{}", channel.id);
        let line = Line::new(Section::Channels, path, &channel.title)
            .says(said)
            .source(&source);
        if said == "open" {
            line.in_words(OPEN_IN_WORDS)
        } else {
            line
        }
    })
}

/// The clause of the plan's list says more of a word than that of its definition.
fn of_word(word: &Source, list: Source) -> Source {
    Source {
        clause: word.clause.clone().or(list.clause),
        ..word.clone()
    }
}

fn topics(terms: &Terms) -> impl Iterator<Item = Line> {
    let said = |topic: &Topic| match (topic.included, &topic.only_for, topic.excluded) {
        (true, _, _) if terms.topics_open => "open".to_owned(),
        (true, Some(qualification), _) => format!("included, only for {qualification}"),
        (false, _, true) => "excluded unless the contract lists it".to_owned(),
        (is_included, _, _) => included(is_included).to_owned(),
    };
    terms.topics.iter().map(move |topic| {
        let source = of_word(&topic.source, of_key(terms, "topics"));
        let path = format!("topics.{}", topic.id);
        let open = topic.included && terms.topics_open;
        let line = Line::new(Section::Topics, path, &topic.title).says(said(topic));
        let line = match open {
            true => line.in_words(OPEN_IN_WORDS),
            false => line,
        };
        line.source(&source)
    })
}

fn support_lines(terms: &Terms) -> Option<Line> {
    let line = Line::new(Section::Services, "lines", "Support lines");
    let source = of_key(terms, "lines");
    (!terms.lines.is_empty()).then(|| line.says(terms.lines.join("; ")).source(&source))
}

fn priority(priority: &Priority) -> Line {
    let mut parts = Vec::new();
    parts.extend(priority.means.clone());
    if !priority.aliases.is_empty() {
        parts.push(format!("also called {}", priority.aliases.join(", ")));
    }
    if !priority.recommended.is_empty() {
        parts.push(format!("best by {}", priority.recommended.join(", ")));
    }
    if !priority.never_for.is_empty() {
        parts.push(format!("never for {}", priority.never_for.join(", ")));
    }
    let said = if parts.is_empty() {
        priority.title.clone()
    } else {
        parts.join("; ")
    };
    let item = match priority.title.eq_ignore_ascii_case(&priority.id) {
        true => priority.title.clone(),
        false => format!("{}: {}", priority.id, priority.title),
    };
    Line::new(
        Section::Priorities,
        format!("priorities.{}", priority.id),
        item,
    )
    .says(said)
    .source(&priority.source)
}

/// What each impact gives with each urgency.
fn matrix(terms: &Terms) -> impl Iterator<Item = Line> {
    terms.impacts.iter().filter_map(|impact| {
        let cells: Vec<_> = terms
            .matrix
            .iter()
            .filter(|cell| cell.impact == impact.id)
            .collect();
        let source = &cells.first()?.source;
        let said = cells
            .iter()
            .map(|cell| format!("{} is {}", cell.urgency, cell.priority));
        let path = format!("priority-matrix.{}", impact.id);
        let line = Line::new(Section::Priorities, path, format!("Impact {}", impact.id));
        Some(
            line.says(said.collect::<Vec<_>>().join(", "))
                .source(source),
        )
    })
}

fn change(change: &PriorityChange) -> Line {
    let from = match change.from.as_slice() {
        [] => "any".to_owned(),
        from => from.join(", "),
    };
    let to = match &change.to {
        ChangeTo::Any => "any".to_owned(),
        ChangeTo::Lower => "a lower one".to_owned(),
        ChangeTo::Higher => "a higher one".to_owned(),
        ChangeTo::These(to) => to.join(", "),
    };
    let mut said = format!("asked by the {}, from {from} to {to}", of_side(change.by));
    if !change.meets.is_empty() {
        said.push_str(&format!(", meets {}", change.meets.join(", ")));
    }
    if change.corrects {
        said.push_str(", a correction");
    }
    if !change.included {
        said = included(false).to_owned();
    }
    let path = format!("priority-changes.{}", change.id);
    Line::new(Section::Changes, path, &change.title)
        .says(said)
        .source(&change.source)
}

fn must_name(terms: &Terms) -> Option<Line> {
    let named: Vec<String> = terms
        .must_name
        .iter()
        .map(|named| named.word().to_owned())
        .collect();
    let line = Line::new(
        Section::Exclusions,
        "tickets-must-name",
        "A ticket must name",
    );
    let source = of_key(terms, "tickets-must-name");
    (!named.is_empty()).then(|| line.says(list(&named)).source(&source))
}

fn words(table: &str, what: &str, words: &[Word]) -> Vec<Line> {
    let lines = words.iter().map(|word| {
        let said = match (table, word.included) {
            ("exclusions", true) => "clocks cancelled",
            ("exclusions", false) => included(false),
            _ => "known",
        };
        let path = format!("{table}.{}", word.id);
        let item = format!("{what}: {}", word.title);
        Line::new(Section::Exclusions, path, item)
            .says(said)
            .source(&word.source)
    });
    lines.collect()
}
