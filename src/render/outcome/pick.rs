//! Which field is meant by a name, whole or a value inside it: to be shown (`--fields`, else the
//! defaults) or sorted by.

use super::field::{defaults, field, unknown};
use super::{Cell, Field, Row};
use crate::failure::Failure;
use crate::settings::FieldName;

/// A field that was chosen: a whole one, or a value inside it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PickedField {
    /// The name it was asked for by; the key in JSON, the header in csv.
    pub key: String,
    /// Its place among the listing's fields.
    pub field: usize,
    inside: FieldPart,
}

#[derive(Clone, Debug, PartialEq)]
enum FieldPart {
    Whole,
    /// `eta.at`
    Key(String),
    /// `response.due`: the last of the list whose key `by` says `value`, and its key.
    Keyed {
        by: &'static str,
        value: String,
        key: String,
    },
}

impl PickedField {
    fn whole(fields: &[Field], field: usize) -> PickedField {
        PickedField {
            key: fields[field].key.clone().into_owned(),
            field,
            inside: FieldPart::Whole,
        }
    }

    /// The value in a record's cell of that field.
    pub(crate) fn of(&self, cell: Cell) -> Cell {
        match &self.inside {
            FieldPart::Whole => cell,
            FieldPart::Key(key) => cell.at(key).clone(),
            FieldPart::Keyed { by, value, key } => {
                let Cell::List(items) = cell else {
                    return Cell::Absent;
                };
                let mut items = items.iter().rev();
                items
                    .find(|item| item.at(by).word() == Some(value))
                    .map_or(Cell::Absent, |item| item.at(key).clone())
            }
        }
    }
}

/// The picked values of a record whose cells are those of the picks, in their order.
pub(crate) fn values(picks: &[PickedField], row: Row) -> Row {
    picks
        .iter()
        .zip(row)
        .map(|(pick, cell)| pick.of(cell))
        .collect()
}

/// The default columns, picked.
pub(crate) fn default_picks(fields: &[Field]) -> Vec<PickedField> {
    defaults(fields)
        .into_iter()
        .map(|i| PickedField::whole(fields, i))
        .collect()
}

/// All fields, picked: what JSON has.
pub(crate) fn all_picks(fields: &[Field]) -> Vec<PickedField> {
    (0..fields.len())
        .map(|i| PickedField::whole(fields, i))
        .collect()
}

/// The fields that were asked for by name.
///
/// # Errors
/// A name that `command` has no field for.
pub(crate) fn picks(
    command: &str,
    fields: &[Field],
    names: &[FieldName],
) -> Result<Vec<PickedField>, Failure> {
    names
        .iter()
        .map(|name| pick(command, fields, name))
        .collect()
}

/// The field that a name means: its own, or one inside it.
///
/// # Errors
/// A name that `command` has no field for.
pub(super) fn pick(
    command: &str,
    fields: &[Field],
    name: &FieldName,
) -> Result<PickedField, Failure> {
    if let Ok(field) = field(command, fields, name) {
        return Ok(PickedField::whole(fields, field));
    }
    let refused = || unknown(command, fields, name.typed());
    let (outer, key) = name.typed().split_once('.').ok_or_else(refused)?;
    let key = key.replace('-', "_");
    let holds = |field: &Field| field.inner.contains(&key.as_str());
    let outside = outer.replace('-', "_");
    let named = |f: &Field| f.key == outside && f.keyed.is_none();
    let (field, inside) = if let Some(i) = fields.iter().position(named) {
        let inside = FieldPart::Key(key.clone());
        (i, inside)
    } else {
        let keyed = |(i, f): (usize, &Field)| f.keyed.map(|by| (i, by));
        let (i, by) = fields
            .iter()
            .enumerate()
            .find_map(keyed)
            .ok_or_else(refused)?;
        let value = outer.to_owned();
        let key = key.clone();
        (i, FieldPart::Keyed { by, value, key })
    };
    if !holds(&fields[field]) {
        return Err(refused());
    }
    Ok(PickedField {
        key: name.typed().to_owned(),
        field,
        inside,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::FailureView;
    use crate::render::Column;

    type C = Column<()>;
    const COLUMNS: &[C] = &[
        C::shown("ticket", |()| Cell::Id(42)),
        C::shown("priority", |()| Cell::code("p1")),
        C::more("account_manager", |()| Cell::code("minh")),
        C::more("eta", |()| Cell::object([("told", Cell::text("Dana"))])).holds(&["told"]),
        C::more("clocks", |()| {
            let clock = |milestone, due| {
                Cell::object([
                    ("milestone", Cell::code(milestone)),
                    ("due", Cell::Number(due)),
                ])
            };
            Cell::List(vec![
                clock("response", 1),
                clock("response", 2),
                clock("fix", 3),
            ])
        })
        .keyed("milestone", &["milestone", "due"]),
    ];

    fn picked(name: &str) -> Result<Cell, String> {
        let fields: Vec<Field> = COLUMNS.iter().map(|c| c.field.clone()).collect();
        let name = name
            .parse()
            .map_err(|f: Failure| f.drawn(FailureView::PLAIN))?;
        let pick = pick("list", &fields, &name).map_err(|f| f.drawn(FailureView::PLAIN))?;
        Ok(pick.of(COLUMNS[pick.field].cell(&())))
    }

    #[test]
    fn a_field_is_reached_by_its_key_or_as_the_flag_is_written() {
        assert_eq!(picked("account_manager"), Ok(Cell::code("minh")));
        assert_eq!(picked("account-manager"), Ok(Cell::code("minh")));
    }

    #[test]
    fn values_inside_a_field_are_reached_with_a_dot() {
        assert_eq!(picked("eta.told"), Ok(Cell::text("Dana")));
        assert_eq!(
            picked("response.due"),
            Ok(Cell::Number(2)),
            "the last cycle's"
        );
        assert_eq!(picked("workaround.due"), Ok(Cell::Absent));
    }

    #[test]
    fn an_unknown_field_gets_the_nearest() {
        let expected = "error: list has no field `prio`\n\
                        hint: did you mean `priority`? `sladesk help fields` lists all\n";
        assert_eq!(picked("prio"), Err(expected.to_owned()));
        for name in ["response.duee", "eta.when", "priority.x", "."] {
            assert!(picked(name).is_err(), "{name}");
        }
    }
}
