//! What came and went: counts of tickets, and the sum that they must come to.

use super::super::counted::{Counted, count};
use crate::core::model::TicketNo;
use crate::core::report::Volumes;
use crate::render::{Block, Cell, Doc, DocTable, Said};
use crate::wording::{NOT_SAID, NameKind, said};

/// The counts of tickets under the keys that they have in machine formats.
pub(super) fn volume_lists(volumes: &Volumes) -> [(&'static str, &Vec<TicketNo>); 11] {
    [
        ("open_at_start", &volumes.at_start),
        ("opened", &volumes.opened),
        ("reopened", &volumes.reopened),
        ("resolved", &volumes.resolved),
        ("withdrawn", &volumes.withdrawn),
        ("merged", &volumes.merged),
        ("open_at_end", &volumes.at_end),
        ("waiting_at_end", &volumes.waiting_at_end),
        ("closed", &volumes.closed),
        ("courtesy", &volumes.courtesy),
        ("refused", &volumes.refused),
    ]
}

/// The section of a page.
pub(super) fn section(page: Doc, volumes: &Volumes, counted: &mut Counted) -> Doc {
    let lists = volume_lists(volumes);
    if lists.iter().all(|(_, list)| list.is_empty()) {
        return page.heading(said::tickets()).text(said::volume_none());
    }
    let facts = lists.iter();
    let facts = facts.map(|(key, list)| (volume(key), counted.number(volume(key), list)));
    let facts: Vec<_> = facts.collect();
    let mut page = page
        .heading(said::tickets())
        .facts(facts)
        .text(balance(volumes));
    let by = [
        (
            NameKind::Priority,
            "priority",
            said::opened_by_priority(),
            &volumes.by_priority,
        ),
        (
            NameKind::Channel,
            "channel",
            said::opened_by_channel(),
            &volumes.by_channel,
        ),
        (
            NameKind::Topic,
            "topic",
            said::opened_by_topic(),
            &volumes.by_topic,
        ),
    ];
    for (kind, name, caption, groups) in by {
        if groups.iter().all(|(value, _)| value.is_none()) {
            continue;
        }
        let rows = groups.iter().map(|(value, list)| {
            let value = match value {
                Some(value) => Cell::Named(kind, value.clone().into()),
                None => Cell::word_of(NOT_SAID),
            };
            let label = said::sla_behind(Cell::Said(caption.clone()), value.clone());
            vec![value, counted.number(label, list)]
        });
        let rows: Vec<_> = rows.collect();
        let label = said::sla_behind(Cell::Said(caption.clone()), said::sla_in_all());
        let all = counted.number(label, &volumes.opened);
        let table = DocTable::keyed([name, "opened_count"], rows)
            .captioned(caption.clone())
            .totalled(vec![said::sla_in_all().into(), all]);
        page = page.block(Block::Table(table));
    }
    page
}

/// What a count of tickets is called.
fn volume(key: &str) -> Said {
    match key {
        "open_at_start" => said::volume_open_at_start(),
        "opened" => said::volume_opened(),
        "reopened" => said::volume_reopened(),
        "resolved" => said::volume_resolved(),
        "withdrawn" => said::volume_withdrawn(),
        "merged" => said::volume_merged(),
        "open_at_end" => said::volume_open_at_end(),
        "waiting_at_end" => said::volume_waiting_at_end(),
        "closed" => said::volume_closed(),
        "courtesy" => said::volume_courtesy(),
        _ => said::volume_refused(),
    }
}

/// The sum that must come out.
fn balance(v: &Volumes) -> Said {
    said::volume_balance(
        count(v.at_end.len()),
        count(v.merged.len()),
        count(v.opened.len()),
        count(v.reopened.len()),
        count(v.resolved.len()),
        count(v.at_start.len()),
        count(v.withdrawn.len()),
    )
}
