//! Which target a ticket has: by its kind, or that of every ticket.

use super::{KindFacts, Milestone, Promise, Target, Terms, TicketKind};

/// The target that a ticket has, and the kind by which it has it.
#[derive(Clone, Copy, Debug)]
pub struct ChosenTarget<'t> {
    /// The target.
    pub target: &'t Target,
    /// None: it is that of every ticket.
    pub kind: Option<&'t TicketKind>,
}

impl Terms {
    /// The kind of that id.
    pub fn kind(&self, id: &str) -> Option<&TicketKind> {
        self.kinds.iter().find(|kind| kind.id == id)
    }

    /// The target of a milestone at the priority of that place: that of the first kind that fits
    /// and says something of the priority, else that of every ticket. None for a priority that the
    /// terms have not.
    pub fn chosen_target<'t>(
        &'t self,
        milestone: &'t Milestone,
        priority: usize,
        facts: &KindFacts,
        is_open: impl Fn(&str) -> Option<bool>,
    ) -> Option<ChosenTarget<'t>> {
        let id = &self.priorities.get(priority)?.id;
        let of_kinds = milestone.when.iter().filter_map(|when| {
            let target = when.targets.get(priority)?;
            let says = target.promise != Promise::Missing;
            let kind = self.kind(&when.kind).filter(|_| says)?;
            Some((target, kind))
        });
        let mut of_kinds = of_kinds.filter(|(_, kind)| kind.fits(facts, id, &is_open));
        let plain = milestone.targets.get(priority)?;
        let chosen = of_kinds.next().map_or(
            ChosenTarget {
                target: plain,
                kind: None,
            },
            |(target, kind)| ChosenTarget {
                target,
                kind: Some(kind),
            },
        );
        Some(chosen)
    }
}
