//! What the words of a plan mean that stand beside figures: when a milestone is reached, what a
//! priority is.

use crate::core::terms::{
    CalendarTerms, MetBy, Milestone, MilestoneAct, Priority, TargetsOf, Terms,
};
use crate::plans::AROUND_THE_CLOCK;
use crate::render::{Block, Cell, Doc, DocTable, Row};
use crate::wording::{NameKind, Names, Phrase, Spoken, said};

/// The tables that say so, each word once, as the page calls it; a priority of which there is no
/// more to say is left out.
pub(crate) fn tables<'t>(
    page: Doc,
    names: &Names,
    terms: impl IntoIterator<Item = &'t Terms>,
) -> Doc {
    let (mut milestones, mut priorities): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
    for terms in terms {
        add(&mut milestones, terms.milestones.iter().map(milestone));
        let own = terms.own_priorities();
        add(
            &mut priorities,
            own.filter_map(|(_, one)| priority(names, one)),
        );
    }
    let page = table(page, ["milestone", "means"], milestones);
    table(page, ["priority", "means"], priorities)
}

fn add(rows: &mut Vec<Row>, more: impl Iterator<Item = Row>) {
    for row in more {
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
}

fn table(page: Doc, columns: [&'static str; 2], rows: Vec<Row>) -> Doc {
    match rows.is_empty() {
        true => page,
        false => page.block(Block::Table(DocTable::keyed(columns, rows))),
    }
}

/// When it is reached.
fn milestone(milestone: &Milestone) -> Row {
    let acts = milestone.met_by.acts().iter().map(|act| done(act).into());
    let reached: Phrase = match milestone.met_by {
        MetBy::AnyOf(_) => said::reached_any(Spoken::AnyOf(acts.collect())),
        MetBy::AllOf(_) => said::reached_all(Spoken::All(acts.collect())),
    };
    let states = milestone.paused_by.iter();
    let states = states.map(|state| Spoken::Word(state.word().to_owned()));
    let means: Phrase = match milestone.paused_by.is_empty() {
        true => reached,
        false => said::reached_stands_still(reached, Spoken::AnyOf(states.collect())),
    };
    vec![Cell::milestone(milestone.id.clone()), Cell::Phrase(means)]
}

/// What has to be done on a ticket.
fn done(act: &MilestoneAct) -> Phrase {
    match act {
        MilestoneAct::Opened => said::act_opened(),
        MilestoneAct::Acknowledged => said::act_acknowledged(),
        MilestoneAct::Replied => said::act_replied(),
        MilestoneAct::Assigned => said::act_assigned(),
        MilestoneAct::PriorityConfirmed => said::act_priority_confirmed(),
        MilestoneAct::Eta => said::act_eta(),
        MilestoneAct::Escalated => said::act_escalated(),
        MilestoneAct::OfPlan(act) => said::act_of_plan(Spoken::act(act)),
        MilestoneAct::Resolved => said::act_resolved(),
        MilestoneAct::Closed => said::act_closed(),
    }
}

/// What it means; its title too, where that is too long to stand beside figures.
fn priority(names: &Names, priority: &Priority) -> Option<Row> {
    let is_titled = names.title(NameKind::Priority, &priority.id).is_some();
    let says_more = !is_titled && priority.title.to_lowercase() != priority.id;
    let title = says_more.then(|| Cell::text(&priority.title));
    let means = priority.means.as_ref().map(Cell::text);
    let means = match (title, means) {
        (Some(title), Some(means)) => Cell::Said(said::agreed_term(means, title)),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => return None,
    };
    Some(vec![Cell::priority(priority.id.clone()), means])
}

/// Hours in which the promises of terms count.
pub(super) struct HoursInUse<'t> {
    /// The calendar's key.
    pub key: &'t str,
    pub calendar: &'t CalendarTerms,
    /// As they are written.
    pub week: String,
    /// What counts in them; nothing: they are those of support.
    pub counting: Vec<Cell>,
}

impl HoursInUse<'_> {
    /// What the plan calls them, where it has a name for them.
    pub(super) fn title(&self) -> Option<&str> {
        let title = self.calendar.title.as_str();
        (title != self.week && self.key != AROUND_THE_CLOCK).then_some(title)
    }
}

/// The hours of support first, then those in which only some targets count; what was not agreed is
/// left out.
pub(super) fn hours_in_use(terms: &Terms) -> Vec<HoursInUse<'_>> {
    let all = terms.calendars.iter().filter_map(|(key, calendar)| {
        let is_support = terms.hours.as_deref() == Some(key.as_str());
        let counting = match is_support {
            true => Vec::new(),
            false => counting_in(terms, key),
        };
        let is_used = is_support || !counting.is_empty();
        let week = calendar.week.settled().filter(|_| is_used)?.to_string();
        Some(HoursInUse {
            key,
            calendar,
            week,
            counting,
        })
    });
    let mut all: Vec<HoursInUse<'_>> = all.collect();
    all.sort_by_key(|hours| !hours.counting.is_empty());
    all
}

/// What counts in a calendar of the terms: a milestone, or those of its priorities and kinds of
/// tickets that do.
fn counting_in(terms: &Terms, calendar: &str) -> Vec<Cell> {
    let of = |(milestone, targets): (&Milestone, TargetsOf<'_>)| {
        let milestone = Cell::milestone(milestone.id.clone());
        match targets {
            TargetsOf::Whole => milestone,
            TargetsOf::Priority(id) => {
                said::sla_beside(milestone, Cell::priority(id.to_owned())).into()
            }
            TargetsOf::Kind(id) => {
                let kind = Cell::Named(NameKind::Kind, id.to_owned().into());
                said::sla_beside(milestone, kind).into()
            }
        }
    };
    terms.counting_in(calendar).into_iter().map(of).collect()
}
