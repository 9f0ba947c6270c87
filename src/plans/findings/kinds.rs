//! Kinds that no ticket can be of, that others come before, that leave nothing to the plain target.

use super::{FindingContext, codes};
use crate::core::terms::{
    CalendarTerms, KindProperty, KindTargets, KindWords, Milestone, Promise, Terms, TicketKind,
};
use crate::plans::diagnostic::{Diagnostic, KindFault};
use crate::plans::validate::WHEN;

pub(super) fn find(finder: &mut FindingContext<'_>) {
    for terms in finder.plans.clone().iter() {
        for milestone in &terms.milestones {
            let kinds = Kinds::of(terms, milestone);
            for later in 0..kinds.all.len() {
                kinds.later(finder, later);
            }
            for priority in 0..terms.priorities.len() {
                kinds.plain(finder, priority);
            }
        }
    }
}

/// The kinds of which a milestone has targets, in the order in which they are looked through.
struct Kinds<'t> {
    terms: &'t Terms,
    milestone: &'t Milestone,
    all: Vec<(&'t TicketKind, &'t KindTargets)>,
}

impl<'t> Kinds<'t> {
    fn of(terms: &'t Terms, milestone: &'t Milestone) -> Kinds<'t> {
        let when = milestone.when.iter();
        let all = when.filter_map(|when| Some((terms.kind(&when.kind)?, when)));
        Kinds {
            terms,
            milestone,
            all: all.collect(),
        }
    }

    /// Whether tickets of a kind have a target of their own at a priority.
    fn says(&self, (kind, targets): (&TicketKind, &KindTargets), priority: usize) -> bool {
        let of_plan = &self.terms.priorities[priority];
        let promise = targets.targets.get(priority).map(|target| target.promise);
        of_plan.included
            && kind.can_have(&of_plan.id)
            && promise.is_some_and(|promise| promise != Promise::Missing)
    }

    fn priorities_of(&self, place: usize) -> Vec<usize> {
        let all = 0..self.terms.priorities.len();
        all.filter(|priority| self.says(self.all[place], *priority))
            .collect()
    }

    /// What is odd about a kind beside those that come before it.
    fn later(&self, finder: &mut FindingContext<'_>, place: usize) {
        let (kind, _) = self.all[place];
        let id = || kind.id.clone();
        let own = self.priorities_of(place);
        if own.is_empty() || !self.can_be(kind) {
            return self.found(
                finder,
                place,
                "kind-never-fits",
                KindFault::NeverFits {
                    kind: id(),
                    known: self.others_than(kind),
                },
            );
        }
        let covers = |before: &usize| {
            let (other, _) = self.all[*before];
            let theirs = self.priorities_of(*before);
            self.implies(kind, other) && own.iter().all(|priority| theirs.contains(priority))
        };
        if let Some(by) = (0..place).find(covers) {
            let by = self.all[by].0.id.clone();
            let fault = KindFault::Shadowed { kind: id(), by };
            return self.found(finder, place, "kind-never-fits", fault);
        }
        let meets = |before: &usize| {
            let theirs = self.priorities_of(*before);
            let mut both = own.iter().filter(|priority| theirs.contains(priority));
            let differ = |priority: &usize| {
                let of = |place: usize| &self.all[place].1.targets[*priority];
                !of(*before).counts_alike(of(place))
            };
            self.can_be_both(self.all[*before].0, kind) && both.any(differ)
        };
        let before = (0..place).filter(meets);
        let before: Vec<String> = before.map(|place| self.all[place].0.id.clone()).collect();
        if !before.is_empty() {
            let fault = KindFault::Overlaps { kind: id(), before };
            self.found(finder, place, "kinds-overlap", fault);
        }
    }

    fn found(
        &self,
        finder: &mut FindingContext<'_>,
        place: usize,
        code: &'static str,
        fault: KindFault,
    ) {
        let kind = &self.all[place].0.id;
        let path = ["targets", &self.milestone.id, WHEN, kind];
        self.keep(finder, &path, code, fault);
    }

    fn keep(
        &self,
        finder: &mut FindingContext<'_>,
        path: &[&str],
        code: &'static str,
        fault: KindFault,
    ) {
        let path = finder.key_of(&self.terms.plan, path);
        let place = finder.place(&path);
        let same =
            |known: &Diagnostic| known.place == place && known.kinds.as_ref() == Some(&fault);
        // what stands in the file is said once, not for each plan
        if finder.found.iter().any(same) {
            return;
        }
        let mut finding = Diagnostic::new(codes::severity(code), code, String::new());
        finding.place = place;
        finding.kinds = Some(fault);
        let finding = finding.key(path.join(".")).of_plan(&self.terms.plan);
        finder.found.push(finding);
    }

    /// The target of every ticket at a priority, where each of them is of some kind.
    fn plain(&self, finder: &mut FindingContext<'_>, priority: usize) {
        let plain = self.milestone.targets.get(priority);
        let is_missing = plain.is_none_or(|target| target.promise == Promise::Missing);
        if is_missing || !self.terms.priorities[priority].included {
            return;
        }
        let at = |place: &usize| self.says(self.all[*place], priority);
        let saying: Vec<usize> = (0..self.all.len()).filter(at).collect();
        let kind = |place: usize| self.all[place].0;
        let whole = |place: &&usize| is_all_of_a_priority(kind(**place));
        let halves = || {
            saying.iter().find_map(|one| {
                let other = saying.iter().find(|other| {
                    let hours = (&kind(*one).during, &kind(**other).outside);
                    let (Some(during), Some(outside)) = hours else {
                        return false;
                    };
                    self.same_hours(during, outside) && is_of_hours(kind(*one), kind(**other))
                })?;
                Some(vec![*one, *other])
            })
        };
        let Some(covering) = saying
            .iter()
            .find(whole)
            .map(|one| vec![*one])
            .or_else(halves)
        else {
            return;
        };
        let kinds = covering.into_iter().map(|place| kind(place).id.clone());
        let id = &self.terms.priorities[priority].id;
        let fault = KindFault::PlainUnreached {
            milestone: self.milestone.id.clone(),
            priority: id.clone(),
            kinds: kinds.collect(),
        };
        let path = ["targets", &self.milestone.id, id];
        self.keep(finder, &path, "plain-unreached", fault);
    }

    fn calendar(&self, key: &str) -> Option<&CalendarTerms> {
        self.terms.calendars.get(key)
    }

    fn same_hours(&self, one: &str, other: &str) -> bool {
        let hours = |key: &str| {
            let calendar = self.calendar(key)?;
            Some((
                &calendar.week,
                &calendar.zone,
                &calendar.holidays,
                &calendar.days,
            ))
        };
        one == other || (hours(one).is_some() && hours(one) == hours(other))
    }

    /// The support lines or versions of the plan, where a kind names none of them.
    fn others_than(&self, kind: &TicketKind) -> Vec<String> {
        let lines = self.terms.lines.to_vec();
        let versions = self.terms.versions.iter();
        let versions = versions.map(|version| version.id.clone()).collect();
        let named = [
            (KindProperty::Line, lines),
            (KindProperty::Version, versions),
        ];
        let others = named
            .into_iter()
            .find(|(property, known): &(_, Vec<String>)| {
                let fits =
                    |words: &KindWords| known.iter().any(|word| words.fits(*property, &[word]));
                condition(kind, *property).is_some_and(|words| !fits(words))
            });
        others.map(|(_, known)| known).unwrap_or_default()
    }

    /// Whether some ticket of the plan can be of a kind.
    fn can_be(&self, kind: &TicketKind) -> bool {
        let terms = self.terms;
        let some = |property: KindProperty, known: Vec<&String>, is_open: bool| {
            let words = condition(kind, property);
            words.is_none_or(|words| {
                let mut known = known.into_iter();
                is_open || known.any(|word| words.fits(property, &[word]))
            })
        };
        let channels = terms.channels.iter().filter(|word| word.takes_tickets());
        let channels: Vec<&String> = channels.map(|word| &word.id).collect();
        let topics = terms
            .topics
            .iter()
            .filter(|word| word.included || word.excluded);
        let topics: Vec<&String> = topics.map(|word| &word.id).collect();
        let components = terms.components.iter().filter(|word| word.included);
        let components: Vec<&String> = components.map(|word| &word.id).collect();
        let versions: Vec<&String> = terms.versions.iter().map(|version| &version.id).collect();
        let no_versions = versions.is_empty();
        let lines: Vec<&String> = terms.lines.iter().collect();
        let (no_channels, no_lines) = (terms.channels.is_empty(), lines.is_empty());
        let around = |key: &String| {
            let week = self
                .calendar(key)
                .and_then(|calendar| calendar.week.settled());
            week.is_some_and(|week| week.is_around_the_clock())
        };
        let hours = kind.during.as_ref().zip(kind.outside.as_ref());
        some(
            KindProperty::Channel,
            channels,
            terms.channels_open || no_channels,
        ) && some(
            KindProperty::Topic,
            topics,
            terms.topics_open || terms.topics.is_empty(),
        ) && some(
            KindProperty::Component,
            components,
            terms.components_open || terms.components.is_empty(),
        ) && some(KindProperty::Version, versions, no_versions)
            && some(KindProperty::Line, lines, no_lines)
            && !kind.outside.as_ref().is_some_and(around)
            && !hours.is_some_and(|(during, outside)| self.same_hours(during, outside))
    }

    /// Whether a ticket can be of both at its opening, as far as that can be told.
    fn can_be_both(&self, one: &TicketKind, other: &TicketKind) -> bool {
        let apart = |property: KindProperty| {
            let words = condition(one, property).zip(condition(other, property));
            words.is_some_and(|(one, other)| is_apart(property, one, other))
        };
        let hours_apart = |one: &TicketKind, other: &TicketKind| {
            let hours = one.during.as_ref().zip(other.outside.as_ref());
            hours.is_some_and(|(during, outside)| self.same_hours(during, outside))
        };
        !KindProperty::ALL.into_iter().any(apart)
            && !hours_apart(one, other)
            && !hours_apart(other, one)
    }

    /// Whether whatever is of the narrow kind is of the wide one.
    fn implies(&self, narrow: &TicketKind, wide: &TicketKind) -> bool {
        let within = |property: KindProperty| match condition(wide, property) {
            None => true,
            Some(wide) => {
                let narrow = condition(narrow, property);
                narrow.is_some_and(|narrow| is_within(property, narrow, wide))
            }
        };
        let hours = |narrow: &Option<String>, wide: &Option<String>| match (narrow, wide) {
            (_, None) => true,
            (Some(narrow), Some(wide)) => self.same_hours(narrow, wide),
            (None, Some(_)) => false,
        };
        KindProperty::ALL.into_iter().all(within)
            && hours(&narrow.during, &wide.during)
            && hours(&narrow.outside, &wide.outside)
    }
}

/// The words of a property by which a kind fits; none: it does not look at that.
fn condition(kind: &TicketKind, property: KindProperty) -> Option<&KindWords> {
    let mut conditions = kind.conditions.iter();
    let found = conditions.find(|asked| asked.property == property);
    found.map(|asked| &asked.words)
}

/// Whether no word fits both.
fn is_apart(property: KindProperty, one: &KindWords, other: &KindWords) -> bool {
    let fits_none = |words: &KindWords, other: &KindWords| match words {
        KindWords::OneOf(words) => Some(!words.iter().any(|word| other.fits(property, &[word]))),
        KindWords::AllBut(_) => None,
    };
    // a language and one of its regions meet, whichever of the two is the wider
    match (fits_none(one, other), fits_none(other, one)) {
        (None, None) => false,
        (one, other) => one != Some(false) && other != Some(false),
    }
}

fn is_within(property: KindProperty, narrow: &KindWords, wide: &KindWords) -> bool {
    match (narrow, wide) {
        (KindWords::OneOf(words), KindWords::OneOf(_)) => {
            words.iter().all(|word| wide.fits(property, &[word]))
        }
        (KindWords::OneOf(_), KindWords::AllBut(lacking)) => {
            is_apart(property, narrow, &KindWords::OneOf(lacking.clone()))
        }
        (KindWords::AllBut(narrow), KindWords::AllBut(wide)) => {
            let lacking = KindWords::OneOf(narrow.clone());
            wide.iter().all(|word| lacking.fits(property, &[word]))
        }
        (KindWords::AllBut(_), KindWords::OneOf(_)) => false,
    }
}

/// Whether it asks for nothing but some priorities.
fn is_all_of_a_priority(kind: &TicketKind) -> bool {
    kind.during.is_none() && kind.outside.is_none() && asks_for_priorities_alone(kind)
}

/// Whether they ask for nothing but hours and priorities, the one within hours and the other not.
fn is_of_hours(during: &TicketKind, outside: &TicketKind) -> bool {
    let alone = during.outside.is_none() && outside.during.is_none();
    alone && [during, outside].into_iter().all(asks_for_priorities_alone)
}

fn asks_for_priorities_alone(kind: &TicketKind) -> bool {
    let mut conditions = kind.conditions.iter();
    conditions.all(|asked| asked.property == KindProperty::Priority)
}
