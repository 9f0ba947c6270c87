//! What fits where: how wide a text is, where its lines may end, and how a room is shared out
//! among columns. Pure, and the same for every format that lays out.

mod beginning;
mod measure;
mod pieces;
mod share;

pub(super) use beginning::cut;
pub(super) use measure::{columns, untabbed};
pub(super) use pieces::{Breaks, Pieces, wrapped};
pub(super) use share::{ColumnExtent, shared};
