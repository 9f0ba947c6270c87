//! What stands in a column, so that each format lays it out by what it is.

use super::Cell;
use crate::wording::NameKind;

/// What a column's values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A number that names a thing.
    Id,
    /// What somebody or something is called: a list may cut it.
    Name,
    /// A word of ours or of a plan, or what is typed: never cut.
    Code,
    /// A count.
    Amount,
    /// A length of time.
    Duration,
    /// A part of all.
    Share,
    /// A point in time, or a day.
    Instant,
    /// Text: a list may cut it, a page wraps it.
    Words,
    /// How something stands.
    State,
}

impl Role {
    /// What such a cell is; none for what is absent.
    pub(crate) fn of(cell: &Cell) -> Option<Role> {
        Some(match cell {
            Cell::Absent => return None,
            Cell::Linked(linked) => return Role::of(&linked.0),
            Cell::Text(_)
            | Cell::Said(_)
            | Cell::Phrase(_)
            | Cell::Told(_)
            | Cell::All(_)
            | Cell::Marked(_)
            | Cell::Date(_)
            | Cell::List(_)
            | Cell::Object(_) => Role::Words,
            Cell::Named(kind, _) => match kind {
                NameKind::Priority => Role::Code,
                NameKind::Milestone
                | NameKind::Channel
                | NameKind::Topic
                | NameKind::Act
                | NameKind::Calendar
                | NameKind::Allowance
                | NameKind::Qualification
                | NameKind::Exclusion
                | NameKind::Reason
                | NameKind::Kind
                | NameKind::Environment
                | NameKind::Component
                | NameKind::Plan
                | NameKind::Person
                | NameKind::Period => Role::Words,
            },
            Cell::Address(_) | Cell::Code(_) | Cell::Word(_) | Cell::Target(_) | Cell::Flag(_) => {
                Role::Code
            }
            Cell::State(_) => Role::State,
            Cell::Number(_) | Cell::Cases(_) | Cell::Money(_) => Role::Amount,
            Cell::Id(_) => Role::Id,
            Cell::Instant(_)
            | Cell::Elsewhere(_)
            | Cell::Precise(_)
            | Cell::Wall(_)
            | Cell::Dated(_)
            | Cell::Day(_) => Role::Instant,
            Cell::Seconds(_) | Cell::Exact(_) | Cell::Overdue(_) => Role::Duration,
            Cell::Share { .. } => Role::Share,
        })
    }

    /// What all these cells are; words where they differ, or where there are none.
    pub(crate) fn of_all<'c>(cells: impl IntoIterator<Item = &'c Cell>) -> Role {
        let mut roles = cells.into_iter().filter_map(Role::of);
        let first = roles.next().unwrap_or(Role::Words);
        let common = roles.try_fold(first, |all, role| match role {
            role if role == all => Some(all),
            role if role.is_amount() && all.is_amount() => Some(Role::Amount),
            _ => None,
        });
        common.unwrap_or(Role::Words)
    }

    /// It is compared by its size: digits stand under each other.
    pub(crate) fn is_amount(self) -> bool {
        matches!(self, Role::Amount | Role::Duration | Role::Share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_what_all_its_values_are() {
        let of = |cells: &[Cell]| Role::of_all(cells);
        assert_eq!(of(&[Cell::Absent, Cell::Number(1)]), Role::Amount);
        assert_eq!(of(&[Cell::Number(1), Cell::code("unlimited")]), Role::Words);
        assert_eq!(of(&[Cell::Number(1), Cell::Seconds(1)]), Role::Amount);
        assert_eq!(of(&[Cell::Absent]), Role::Words);
        assert_eq!(of(&[Cell::Exact(1), Cell::Overdue(2)]), Role::Duration);
    }
}
