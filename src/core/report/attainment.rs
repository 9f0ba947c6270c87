//! How far promises were kept, line by line, and what was promised.

use super::{Figures, LineTargets};
use crate::core::terms::{Commitment, Promise, ReachableTarget, Source, Terms};
use crate::core::time::Span;

/// What a window's clocks come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attainment {
    /// One for each milestone and priority (and value of the fields asked for). They count clocks.
    pub lines: Vec<AttainmentLine>,
    /// For each milestone and for all together, and for each value before them. They count a
    /// ticket's milestone once a cycle; it is breached if any of its clocks was.
    pub totals: Vec<AttainmentLine>,
}

/// Figures and what they are of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttainmentLine {
    /// The values of the fields asked for; empty in a total over all of them.
    pub by: Vec<Option<String>>,
    /// None in the total of all milestones.
    pub milestone: Option<String>,
    /// None in a total.
    pub priority: Option<String>,
    /// The highest rank that the priority has in the terms of these tickets; 1 is the highest.
    pub rank: Option<u32>,
    /// The targets of its clocks; where nothing was asked for and one customer is, also those that
    /// were promised and that no clock ran on; see [`Attainment::add_targets`].
    pub targets: LineTargets,
    /// What the terms that held promise, each answer once; see [`Attainment::add_targets`].
    pub promises: Vec<Promise>,
    /// What came of it.
    pub figures: Figures,
}

/// What the terms say of one milestone at one priority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromisedTarget {
    /// The milestone's code.
    pub milestone: String,
    /// The milestone as people read it.
    pub milestone_title: String,
    /// The priority's code.
    pub priority: String,
    /// The priority as people read it.
    pub priority_title: String,
    /// Of the priority in its plan; 1 is the highest.
    pub rank: u32,
    /// What is promised.
    pub promise: Promise,
    /// As the source publishes it, where it has words of its own.
    pub says: Option<String>,
    /// How binding it is.
    pub commitment: Commitment,
    /// Whether the sides may agree another for one ticket.
    pub negotiable: bool,
    /// Where the source says it.
    pub source: Source,
    /// What is promised to tickets of a kind in its place.
    pub kinds: Vec<(String, Span)>,
}

/// Every milestone at every priority that the plan has, in its order.
pub fn promised(terms: &Terms) -> Vec<PromisedTarget> {
    let mut all = Vec::new();
    for milestone in &terms.milestones {
        all.extend(terms.plain_targets(milestone).map(|plain| {
            let ReachableTarget {
                priority, target, ..
            } = plain;
            let kinds = terms.promised_to_kinds(milestone, plain.place);
            let kinds = kinds.map(|(kind, within)| (kind.to_owned(), within));
            PromisedTarget {
                milestone: milestone.id.clone(),
                milestone_title: milestone.title.clone(),
                priority: priority.id.clone(),
                priority_title: priority.title.clone(),
                rank: u32::try_from(plain.place + 1).unwrap_or(u32::MAX),
                promise: target.promise,
                says: target.says.clone(),
                commitment: target.commitment.unwrap_or(milestone.commitment),
                negotiable: target.negotiable,
                source: target.source.clone(),
                kinds: kinds.collect(),
            }
        }));
    }
    all
}

impl Attainment {
    /// Sets what is promised beside what was reached.
    pub fn add_targets(&mut self, promised: &[PromisedTarget]) {
        for promise in promised {
            let of = |line: &&mut AttainmentLine| promise.is_of(line);
            for line in self.lines.iter_mut().filter(of) {
                promise.add_to(line);
            }
        }
    }

    /// The same, and a line of its own for a promise that no clock ran on, and for what is not
    /// promised: silence is not a zero.
    pub fn add_promises(&mut self, promised: &[PromisedTarget]) {
        let mut order = Vec::new();
        for promise in promised {
            if !order.contains(&promise.milestone) {
                order.push(promise.milestone.clone());
            }
            if !self.lines.iter().any(|line| promise.is_of(line)) {
                self.lines.push(promise.line());
            }
        }
        self.add_targets(promised);
        self.sort(&order);
    }

    /// The total over every milestone.
    pub fn total(&self) -> Option<&AttainmentLine> {
        self.totals
            .iter()
            .find(|line| line.by.is_empty() && line.milestone.is_none())
    }

    pub(super) fn sort(&mut self, order: &[String]) {
        let place = |line: &AttainmentLine| match &line.milestone {
            Some(milestone) => {
                let known = order.iter().position(|known| known == milestone);
                (known.unwrap_or(order.len()), milestone.clone())
            }
            None => (usize::MAX, String::new()),
        };
        let by = |line: &AttainmentLine| -> Vec<(bool, Option<String>)> {
            let present = |value: &Option<String>| (value.is_none(), value.clone());
            line.by.iter().map(present).collect()
        };
        let priority =
            |line: &AttainmentLine| (line.rank.unwrap_or(u32::MAX), line.priority.clone());
        self.lines
            .sort_by_cached_key(|line| (by(line), place(line), priority(line)));
        self.totals
            .sort_by_cached_key(|line| (line.by.is_empty(), by(line), place(line)));
    }
}

impl PromisedTarget {
    fn is_of(&self, line: &AttainmentLine) -> bool {
        line.milestone.as_ref() == Some(&self.milestone)
            && line.priority.as_ref() == Some(&self.priority)
    }

    /// With what is promised to every ticket, and to those of a kind.
    fn add_to(&self, line: &mut AttainmentLine) {
        if !line.promises.contains(&self.promise) {
            line.promises.push(self.promise);
        }
        if let Promise::Within(span) = self.promise {
            line.targets.add(None, &span.to_string());
        }
        for (kind, within) in &self.kinds {
            line.targets.add(Some(kind), &within.to_string());
        }
    }

    /// Of no clock.
    fn line(&self) -> AttainmentLine {
        AttainmentLine {
            by: Vec::new(),
            milestone: Some(self.milestone.clone()),
            priority: Some(self.priority.clone()),
            rank: Some(self.rank),
            targets: LineTargets::default(),
            promises: Vec::new(),
            figures: Figures::default(),
        }
    }
}
