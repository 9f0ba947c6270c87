//! What a plan says of a term, in words.

use crate::core::calendar::Week;
use crate::core::time::Span;
use crate::plans::{Section, TermMessage, TermNoun, TermWords};
use crate::wording::messages::Message;
use crate::wording::{Key, NameKind, Phrase, Spoken, messages, said};

/// What is said of a term; scripts read it in English.
pub(crate) fn term(words: &TermWords) -> Phrase {
    said::as_it_is(spoken(words))
}

/// The same where nobody's language is known.
pub(crate) fn term_in_english(words: &TermWords) -> String {
    term(words).in_english()
}

/// The heading of a part of a plan's page.
pub(crate) fn section(section: Section) -> Phrase {
    match section {
        Section::Contacts => said::section_contacts(),
        Section::Channels => said::section_channels(),
        Section::Hours => said::section_hours(),
        Section::Targets => said::section_targets(),
        Section::Topics => said::section_topics(),
        Section::Allowances => said::section_allowances(),
        Section::Services => said::section_services(),
        Section::Priorities => said::section_priorities(),
        Section::Changes => said::section_changes(),
        Section::Exclusions => said::section_exclusions(),
        Section::Price => said::section_price(),
        Section::Facts => said::section_facts(),
    }
}

/// Hours of a week as they are typed: `mon-fri 09:00-18:00`. What is none stays as it is.
pub(crate) fn week(typed: &str) -> Phrase {
    said::as_it_is(match typed.parse::<Week>() {
        Ok(week) => Spoken::Week(week),
        Err(_) if typed == "around-the-clock" => Spoken::Week(Week::around_the_clock()),
        Err(_) => Spoken::Words(typed.to_owned()),
    })
}

fn kind(noun: TermNoun) -> NameKind {
    match noun {
        TermNoun::Milestone => NameKind::Milestone,
        TermNoun::Priority => NameKind::Priority,
        TermNoun::Channel => NameKind::Channel,
        TermNoun::Topic => NameKind::Topic,
        TermNoun::Calendar => NameKind::Calendar,
        TermNoun::Allowance => NameKind::Allowance,
        TermNoun::Qualification => NameKind::Qualification,
        TermNoun::Exclusion => NameKind::Exclusion,
        TermNoun::Act => NameKind::Act,
        TermNoun::Kind => NameKind::Kind,
        TermNoun::Environment => NameKind::Environment,
        TermNoun::Component => NameKind::Component,
    }
}

fn spoken(words: &TermWords) -> Spoken {
    match words {
        TermWords::Text(text) => Spoken::Words(text.clone()),
        TermWords::Named(noun, id) => Spoken::named(kind(*noun), id),
        TermWords::Word(word) => of_code(&format!("value-{word}"), word, &[]),
        TermWords::Figure(figure) => Spoken::Figure(figure.clone()),
        TermWords::Count(count) => Spoken::Count(*count),
        TermWords::Span(span) => Spoken::Span(*span),
        TermWords::Work(seconds) => Spoken::Work(Span::Time(*seconds)),
        TermWords::Months(months) => {
            let (code, number) = match months {
                months if months % 12 == 0 => ("years", months / 12),
                months => ("months", *months),
            };
            counted(code, number, words)
        }
        TermWords::Days(days) => counted("days", *days, words),
        TermWords::Week(week) => Spoken::Week(week.clone()),
        TermWords::Day(day, hours) => Spoken::DayHours(*day, hours.clone()),
        TermWords::Several(together, all) => {
            Spoken::Together(*together, all.iter().map(spoken).collect())
        }
        TermWords::Capital(inner) => Spoken::Capital(Box::new(spoken(inner))),
        TermWords::Message(TermMessage {
            code,
            values,
            written,
        }) => of_code(code, written, values),
        TermWords::Instead { said, .. } => spoken(said),
    }
}

fn counted(code: &str, number: u32, words: &TermWords) -> Spoken {
    let count = TermWords::Count(i64::from(number));
    of_code(code, &words.written(), &[("is", count)])
}

fn of_code(code: &str, written: &str, values: &[(&'static str, TermWords)]) -> Spoken {
    let Some(key) = messages::term(code) else {
        debug_assert!(false, "no message says `{code}`");
        return Spoken::Words(written.to_owned());
    };
    message(key, values)
}

fn message(key: Key, values: &[(&'static str, TermWords)]) -> Spoken {
    let values = values.iter();
    let values = values.map(|(name, value)| (*name, spoken(value)));
    Spoken::Said(Box::new(Message {
        key,
        values: values.collect(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::text::{Language, WordList};
    use crate::plans::lines;
    use crate::plans::{Catalogue, SystemNames, lines_in, open_terms_in};

    #[test]
    fn people_read_words_where_a_plan_file_has_its_short_form() {
        let catalogue = Catalogue::built_in(SystemNames::default());
        for (plan, path, written, words) in [
            (
                "credenti/premium",
                "targets.response.p3",
                "4h, hours business-hours",
                "4 h, counted in business-hours",
            ),
            (
                "creatio/premium",
                "hours",
                "around-the-clock",
                "around the clock",
            ),
            (
                "creatio/basic",
                "targets.resolution.high",
                "none",
                "not promised",
            ),
            (
                "creatio/basic",
                "targets.response.low",
                "open",
                "not promised until agreed",
            ),
            (
                "creatio/basic",
                "allowances.citizen-developer",
                "5 cases a contract year on process-management, interface-and-logic, analytics; \
                 then refused",
                "5 cases a contract year on process-management, interface-and-logic, analytics; \
                 then refused",
            ),
            (
                "suitecrm/dedicated",
                "term",
                "1 year; renews by 1 year; cancelled at any time",
                "1 year; renews by 1 year; cancelled at any time",
            ),
        ] {
            let found = catalogue.find(plan).expect("it is built in");
            let said = lines(&found.document());
            let line = said.iter().find(|line| line.path == path);
            let line = line.unwrap_or_else(|| panic!("{plan} {path}"));
            assert_eq!(
                (line.value.as_str(), term_in_english(&line.said).as_str()),
                (written, words)
            );
        }
    }

    /// Every line of every built-in plan is said by a message, in every language.
    #[test]
    fn all_that_the_built_in_plans_say_is_said_in_every_language() {
        let catalogue = Catalogue::built_in(SystemNames::default());
        for found in catalogue.all() {
            let document = found.document();
            for language in Language::ALL {
                for line in lines_in(&document, *language) {
                    assert!(!term(&line.item).say(*language).is_empty(), "{}", line.path);
                    let _ = term(&line.said).say(*language);
                }
                for open in open_terms_in(&document, *language) {
                    assert!(!term(&open.what).say(*language).is_empty(), "{}", open.path);
                }
            }
        }
    }
}
