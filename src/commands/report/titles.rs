//! What the plans of a report call their channels and topics, for its page; records keep the codes.

use std::collections::HashMap;

use crate::core::terms::Terms;
use crate::render::Cell;
use crate::wording::said;

/// Titles in the language in which the terms were read, by code.
#[derive(Default)]
pub(super) struct PlanTitles {
    channels: Titles,
    topics: Titles,
}

/// None: two plans of the report have different titles for one code.
type Titles = HashMap<String, Option<String>>;

impl PlanTitles {
    /// Those of all these terms.
    pub(super) fn of<'t>(all: impl IntoIterator<Item = &'t Terms>) -> PlanTitles {
        let mut titles = PlanTitles::default();
        for terms in all {
            for channel in &terms.channels {
                add(&mut titles.channels, &channel.id, &channel.title);
            }
            for topic in &terms.topics {
                add(&mut titles.topics, &topic.id, &topic.title);
            }
        }
        titles
    }

    /// A channel.
    pub(super) fn channel(&self, code: &str) -> Cell {
        titled(&self.channels, code)
    }

    /// A topic.
    pub(super) fn topic(&self, code: &str) -> Cell {
        titled(&self.topics, code)
    }
}

fn add(titles: &mut Titles, code: &str, title: &str) {
    let known = titles
        .entry(code.to_owned())
        .or_insert_with(|| Some(title.to_owned()));
    if known.as_deref() != Some(title) {
        *known = None;
    }
}

fn titled(titles: &Titles, code: &str) -> Cell {
    let cell = Cell::code(code.to_owned());
    match titles.get(code) {
        Some(Some(title)) => Cell::told(cell, said::as_it_is(Cell::text(title))),
        Some(None) | None => cell,
    }
}
