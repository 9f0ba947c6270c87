//! Whose turn it was, and for how long.

use super::super::counted::{Counted, ids};
use super::super::sla::share;
use crate::core::report::{MoveTime, Share, parts_of_whole};
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
    let seconds: Vec<i64> = moves.iter().map(|time| time.seconds).collect();
    let parts = parts_of_whole(&seconds);
    let whole = (!parts.is_empty()).then_some(Share { part: 1, of: 1 });
    let rows: Vec<_> = (0_usize..)
        .zip(moves)
        .filter(|(_, time)| !time.tickets.is_empty())
        .map(|(place, time)| {
            let who = Cell::word_of(time.who.word());
            let label = said::sla_behind(Cell::Said(said::next_move()), who.clone());
            vec![
                who,
                counted.number(label, &time.tickets),
                Cell::Seconds(time.seconds),
                share(parts.get(place).copied()),
            ]
        })
        .collect();
    // a ticket waits for one side after the other: their tickets are no sum
    let total = vec![
        said::sla_in_all().into(),
        Cell::Absent,
        Cell::Seconds(all),
        share(whole),
    ];
    let table = DocTable::keyed(["who", "tickets", "seconds", "share"], rows).totalled(total);
    page.heading(said::next_move())
        .text(said::next_move_is())
        .block(Block::Table(table))
}
