//! What codes are called on a page: plans have titles for their words, people have names. Records
//! keep the codes.

use std::collections::HashMap;

use super::locale::Locale;
use super::messages::{has_a_word, say, word};
use crate::core::terms::Terms;
use crate::core::text::{Language, columns, small, visible_line};

/// What a code is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum NameKind {
    Milestone,
    Priority,
    Channel,
    Topic,
    /// An act of the plan.
    Act,
    /// Hours that a plan names.
    Calendar,
    Allowance,
    Qualification,
    Exclusion,
    /// A reason of the plan for which a priority changes.
    Reason,
    /// A kind of tickets, or a word that is one by itself.
    Kind,
    /// Where the product runs.
    Environment,
    /// Part of the product.
    Component,
    /// `creatio/business`
    Plan,
    /// One of the desk's people.
    Person,
    /// `2026Q3`: each language has words for it.
    Period,
}

/// Priorities stand beside figures: a longer title stands where they are explained, and there the
/// code.
const SHORT: usize = 24;

/// What the codes of a page are called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Names(HashMap<NameKind, Titles>);

/// None: two plans of the page have different titles for one code.
type Titles = HashMap<String, Option<String>>;

impl Names {
    /// Those of all these terms, in the language in which they were read.
    pub(crate) fn of_plans<'t>(all: impl IntoIterator<Item = &'t Terms>) -> Names {
        let mut names = Names::default();
        for terms in all {
            for (kind, id, title) in words(terms) {
                names.add(kind, id, title);
            }
            names.add(NameKind::Plan, &terms.name(), &terms.whole_title());
        }
        names
    }

    /// With what more plans are called.
    pub(crate) fn and_plans<'t>(mut self, all: impl IntoIterator<Item = &'t Terms>) -> Names {
        for terms in all {
            self.add(NameKind::Plan, &terms.name(), &terms.whole_title());
        }
        self
    }

    /// With people by the words that are typed for them.
    pub(crate) fn and_people(
        mut self,
        people: impl IntoIterator<Item = (String, String)>,
    ) -> Names {
        for (key, name) in people {
            self.add(NameKind::Person, &key, &name);
        }
        self
    }

    /// With what others call what has no name here, and whose two names stand for neither.
    pub(crate) fn or(mut self, others: Names) -> Names {
        for (kind, titles) in others.0 {
            let known = self.0.entry(kind).or_default();
            for (code, title) in titles {
                known.entry(code).or_insert(title);
            }
        }
        self
    }

    /// Those of two pages that stand on one.
    pub(crate) fn together_with(mut self, other: Names) -> Names {
        for (kind, titles) in other.0 {
            for (code, title) in titles {
                match title {
                    Some(title) => self.add(kind, &code, &title),
                    None => {
                        self.0.entry(kind).or_default().insert(code, None);
                    }
                }
            }
        }
        self
    }

    fn add(&mut self, kind: NameKind, code: &str, title: &str) {
        let titles = self.0.entry(kind).or_default();
        let known = titles
            .entry(code.to_owned())
            .or_insert_with(|| Some(title.to_owned()));
        if known.as_deref() != Some(title) {
            *known = None;
        }
    }

    /// The title by which a page calls it; none where it has no name but its code.
    pub(crate) fn title(&self, kind: NameKind, code: &str) -> Option<&str> {
        let titles = self.0.get(&kind)?;
        let title = titles.get(code)?.as_deref()?;
        // priorities are compared: all of them by their titles, or all by their codes
        let fits = || {
            let mut all = titles.values().flatten();
            kind != NameKind::Priority || all.all(|title| columns(title) <= SHORT)
        };
        // what has no title of its own has its code for one
        (title != code && fits()).then_some(title)
    }

    /// What a page in that language calls it; the code where it has no name.
    pub(crate) fn say(&self, language: Language, kind: NameKind, code: &str) -> String {
        match (self.title(kind, code), kind) {
            (Some(title), NameKind::Milestone) => small(&visible_line(title)),
            (Some(title), _) => visible_line(title).into_owned(),
            (None, NameKind::Milestone) => usual(language, code),
            (None, NameKind::Period) => Locale::of(language).period(&visible_line(code)),
            (None, _) => visible_line(code).into_owned(),
        }
    }
}

/// The words of terms by their ids, each with its title.
fn words(terms: &Terms) -> impl Iterator<Item = (NameKind, &str, &str)> {
    macro_rules! of {
        ($kind:ident, $list:ident) => {
            terms
                .$list
                .iter()
                .map(|word| (NameKind::$kind, word.id.as_str(), word.title.as_str()))
        };
    }
    let calendars = terms.calendars.iter();
    let calendars =
        calendars.map(|(id, hours)| (NameKind::Calendar, id.as_str(), hours.title.as_str()));
    of!(Milestone, milestones)
        .chain(of!(Priority, priorities))
        .chain(of!(Channel, channels))
        .chain(of!(Topic, topics))
        .chain(of!(Act, acts))
        .chain(calendars)
        .chain(of!(Allowance, allowances))
        .chain(of!(Qualification, qualifications))
        .chain(of!(Exclusion, exclusions))
        .chain(of!(Reason, changes))
        .chain(of!(Kind, kinds))
        .chain(of!(Environment, environments))
        .chain(of!(Component, components))
}

/// The milestones that most plans have are said in every language.
fn usual(language: Language, milestone: &str) -> String {
    match word(milestone).filter(|_| has_a_word(milestone)) {
        Some(key) => say(language, key, &[]),
        None => visible_line(milestone).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::{Catalogue, SystemNames};

    fn said(plans: &[&str], language: Language, kind: NameKind, code: &str) -> String {
        let catalogue = Catalogue::built_in(SystemNames::default());
        let terms = plans.iter().map(|plan| {
            let plan = catalogue.find(plan).expect("it is built in");
            plan.document().terms_in(language)
        });
        let terms: Vec<Terms> = terms.collect();
        Names::of_plans(&terms).say(language, kind, code)
    }

    #[test]
    fn a_page_says_the_titles_of_its_plan() {
        use Language::{English, Russian, Vietnamese};
        use NameKind::{Milestone, Plan, Priority, Topic};
        for (plan, language, kind, code, words) in [
            (
                "bpmonline/premium",
                Russian,
                Milestone,
                "response",
                "реакция",
            ),
            (
                "csd-group/elite",
                English,
                Milestone,
                "response",
                "taken up",
            ),
            (
                "creatio/basic",
                Vietnamese,
                Milestone,
                "response",
                "phản hồi",
            ),
            ("creatio/basic", Vietnamese, Priority, "high", "Cao"),
            // too long to stand beside figures, or beside one that is
            ("bpmonline/premium", English, Priority, "p1", "p1"),
            ("csd-group/elite", English, Priority, "p3", "p3"),
            (
                "csd-group/elite",
                English,
                Milestone,
                "estimate",
                "estimated completion reported to the managers concerned",
            ),
            (
                "creatio/basic",
                English,
                Topic,
                "development",
                "Development",
            ),
            ("creatio/basic", English, Priority, "p9", "p9"),
            (
                "creatio/basic",
                English,
                Plan,
                "creatio/basic",
                "Creatio technical support, Basic",
            ),
        ] {
            assert_eq!(said(&[plan], language, kind, code), words, "{plan} {code}");
        }
    }

    #[test]
    fn where_two_plans_call_it_otherwise_it_is_called_by_neither() {
        let both = ["creatio/basic", "bpmonline/premium"];
        let response = said(&both, Language::English, NameKind::Milestone, "response");
        assert_eq!(response, "response");
        let both = ["csd-group/elite", "bpmonline/premium"];
        let p1 = said(&both, Language::English, NameKind::Priority, "p1");
        assert_eq!(p1, "p1");
    }

    #[test]
    fn people_are_called_by_their_names() {
        let people = [("olga".to_owned(), "Ольга Смирнова".to_owned())];
        let names = Names::default().and_people(people);
        let said = |key| names.say(Language::English, NameKind::Person, key);
        assert_eq!(
            (said("olga").as_str(), said("root").as_str()),
            ("Ольга Смирнова", "root")
        );
    }
}
