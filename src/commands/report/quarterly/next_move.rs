//! Whose turn it was, and for how long.

use super::super::counted::{Counted, ids};
use crate::core::report::MoveTime;
use crate::render::{Block, Cell, Doc, DocTable};
use crate::wording::said;

/// The times as objects.
pub(super) fn objects(moves: &[MoveTime]) -> Cell {
    let object = |time: &MoveTime| {
        Cell::object([
            ("who", Cell::word_of(time.who.word())),
            ("tickets", ids(&time.tickets)),
            ("seconds", Cell::Seconds(time.seconds)),
        ])
    };
    Cell::List(moves.iter().map(object).collect())
}

/// The section of a page; nothing where no ticket waited for anybody.
pub(super) fn section(page: Doc, moves: &[MoveTime], counted: &mut Counted) -> Doc {
    let all: i64 = moves.iter().map(|time| time.seconds).sum();
    if moves.iter().all(|time| time.tickets.is_empty()) {
        return page;
    }
    let part = |seconds: i64| match (u64::try_from(seconds), u64::try_from(all)) {
        (Ok(part), Ok(of)) if of > 0 => Cell::Share { part, of },
        _ => Cell::Absent,
    };
    let rows: Vec<_> = moves
        .iter()
        .map(|time| {
            let who = Cell::word_of(time.who.word());
            let label = said::sla_behind(Cell::Said(said::next_move()), who.clone());
            vec![
                who,
                counted.number(label, &time.tickets),
                Cell::Seconds(time.seconds),
                part(time.seconds),
            ]
        })
        .collect();
    // a ticket waits for one side after the other: their tickets are no sum
    let total = vec![
        said::sla_in_all().into(),
        Cell::Absent,
        Cell::Seconds(all),
        part(all),
    ];
    let table = DocTable::keyed(["who", "tickets", "seconds", "share"], rows).totalled(total);
    page.heading(said::next_move())
        .text(said::next_move_is())
        .block(Block::Table(table))
}
