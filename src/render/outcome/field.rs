//! The fields of a listing: what can be shown, sorted by and asked for with `--fields`.

use std::borrow::Cow;

use super::{Cell, Object, Role};
use crate::core::model::{self, TicketField};
use crate::core::text::nearest;
use crate::failure::Failure;
use crate::settings::FieldName;

/// Whether a field is among the columns when nobody asks for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColumnShown {
    ByDefault,
    /// With `--fields`, and in json, which has all.
    OnRequest,
}

/// Where a field stands at a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColumnPosition {
    InOrder,
    /// At the end of the line, with the width that is left.
    Last,
    /// Not there at all, unless asked for by name.
    Nowhere,
}

/// A field: its key is the column, the JSON key and the filter's word alike.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Field {
    pub key: Cow<'static, str>,
    /// The heading at a terminal, where it is not the key.
    pub title: Option<&'static str>,
    /// Whether its key is a period, which a page calls by its name.
    pub is_period: bool,
    pub shown: ColumnShown,
    pub spot: ColumnPosition,
    /// What its values are, where the cells do not say.
    pub role: Option<Role>,
    /// Where there is no room for all columns: which goes first (1), then the next. None: it stays.
    pub gives_way: Option<u8>,
    /// So many columns of a terminal are left to it where its values are cut.
    pub keeps: usize,
    /// Its value is what `-f ids` writes.
    pub names: bool,
    /// An instant or a day to come: `-f ics` makes an entry of a calendar of it.
    pub ahead: bool,
    /// The keys of the objects that it holds, so that `eta.at` can be asked for.
    pub inner: &'static [&'static str],
    /// Its value is a list of such objects, told apart by this key of theirs: `response.due` is
    /// the `due` of the last one whose key says `response`.
    pub keyed: Option<&'static str>,
}

impl Field {
    const fn new(key: &'static str, shown: ColumnShown) -> Field {
        Field {
            key: Cow::Borrowed(key),
            title: None,
            is_period: false,
            shown,
            spot: ColumnPosition::InOrder,
            role: None,
            gives_way: None,
            keeps: 20,
            names: false,
            ahead: false,
            inner: &[],
            keyed: None,
        }
    }

    /// A column of a listing whose columns are known at run time only.
    pub(crate) fn named(key: impl Into<String>) -> Field {
        Field {
            key: Cow::Owned(key.into()),
            ..Field::new("", ColumnShown::ByDefault)
        }
    }

    /// A column of what happened in a period.
    pub(crate) fn of_period(typed: &str) -> Field {
        Field {
            is_period: true,
            ..Field::named(typed)
        }
    }

    /// Its values are of that role, whatever some of them are said in.
    pub(crate) fn of(mut self, role: Role) -> Field {
        self.role = Some(role);
        self
    }

    /// It goes as that one where there is no room for all columns.
    pub(crate) fn gives_way(mut self, place: u8) -> Field {
        self.gives_way = Some(place);
        self
    }

    /// What these cells of it are.
    pub(crate) fn role_of<'c>(&self, cells: impl IntoIterator<Item = &'c Cell>) -> Role {
        self.role.unwrap_or_else(|| Role::of_all(cells))
    }

    /// What the column is called where a page has no language, not yet in capitals.
    pub(crate) fn heading(&self) -> String {
        match self.title {
            Some(title) => title.to_lowercase(),
            None => self.key.replace('_', " "),
        }
    }
}

/// A field together with how its value is found in a `T`.
pub(crate) struct Column<T> {
    pub field: Field,
    value: ColumnValue<T>,
}

/// How a column's value is found.
enum ColumnValue<T> {
    Of(fn(&T) -> Cell),
    /// By the row of the table of ticket fields.
    OfField(fn(&T, &'static TicketField) -> Cell, &'static TicketField),
    /// A column of something that the thing holds.
    OfPart(Box<dyn Fn(&T) -> Cell + Send + Sync>),
}

impl<T> Column<T> {
    /// A default column.
    pub(crate) const fn shown(key: &'static str, cell: fn(&T) -> Cell) -> Column<T> {
        Column {
            field: Field::new(key, ColumnShown::ByDefault),
            value: ColumnValue::Of(cell),
        }
    }

    /// A field that json has and `--fields` can ask for.
    pub(crate) const fn more(key: &'static str, cell: fn(&T) -> Cell) -> Column<T> {
        Column {
            field: Field::new(key, ColumnShown::OnRequest),
            value: ColumnValue::Of(cell),
        }
    }

    /// A field of tickets, as its row has it; none where it is no column.
    pub(crate) fn of_field(
        row: &'static TicketField,
        cell: fn(&T, &'static TicketField) -> Cell,
    ) -> Option<Column<T>> {
        let shown = match row.column {
            model::ListColumn::ByDefault => ColumnShown::ByDefault,
            model::ListColumn::OnRequest => ColumnShown::OnRequest,
            model::ListColumn::Nowhere => return None,
        };
        Some(Column {
            field: Field::new(row.key, shown),
            value: ColumnValue::OfField(cell, row),
        })
    }

    /// The same column of what holds such a thing.
    pub(crate) fn within<W: 'static>(&'static self, part: fn(&W) -> &T) -> Column<W> {
        Column {
            field: self.field.clone(),
            value: ColumnValue::OfPart(Box::new(move |whole| self.cell(part(whole)))),
        }
    }

    /// The same column, on request, of what may hold such a thing.
    pub(crate) fn on_request_within<W: 'static>(
        &'static self,
        part: fn(&W) -> Option<&T>,
    ) -> Column<W> {
        let cell = move |whole: &W| part(whole).map_or(Cell::Absent, |part| self.cell(part));
        Column {
            field: Field {
                shown: ColumnShown::OnRequest,
                ..self.field.clone()
            },
            value: ColumnValue::OfPart(Box::new(cell)),
        }
    }

    /// Its value of a thing.
    pub(crate) fn cell(&self, item: &T) -> Cell {
        match &self.value {
            ColumnValue::Of(cell) => cell(item),
            ColumnValue::OfField(cell, row) => cell(item, row),
            ColumnValue::OfPart(cell) => cell(item),
        }
    }

    /// Its value names the thing: `-f ids` writes it.
    pub(crate) const fn names(mut self) -> Column<T> {
        self.field.names = true;
        self
    }

    /// It says when something is to come: `-f ics` has it.
    pub(crate) const fn ahead(mut self) -> Column<T> {
        self.field.ahead = true;
        self
    }

    /// Another heading at a terminal than the key.
    pub(crate) const fn titled(mut self, title: &'static str) -> Column<T> {
        self.field.title = Some(title);
        self
    }

    /// At a terminal it stands last and takes the width that is left.
    pub(crate) const fn last(mut self) -> Column<T> {
        self.field.spot = ColumnPosition::Last;
        self
    }

    /// What people or things are called.
    pub(crate) const fn name(mut self) -> Column<T> {
        self.field.role = Some(Role::Name);
        self
    }

    /// So many columns of a terminal are left to it where its values are cut.
    pub(crate) const fn keeps(mut self, columns: usize) -> Column<T> {
        self.field.keeps = columns;
        self
    }

    /// It goes as that one (1: first) where there is no room for all columns.
    pub(crate) const fn gives_way(mut self, place: u8) -> Column<T> {
        self.field.gives_way = Some(place);
        self
    }

    /// A default column that a terminal leaves out.
    pub(crate) const fn not_at_a_terminal(mut self) -> Column<T> {
        self.field.spot = ColumnPosition::Nowhere;
        self
    }

    /// Its value is an object of these keys: `eta` of `at` and `told`.
    pub(crate) const fn holds(mut self, keys: &'static [&'static str]) -> Column<T> {
        self.field.inner = keys;
        self
    }

    /// A list of objects of these keys, told apart by one of them: `clocks` by `milestone`.
    pub(crate) const fn keyed(
        mut self,
        by: &'static str,
        keys: &'static [&'static str],
    ) -> Column<T> {
        self.field.inner = keys;
        self.field.keyed = Some(by);
        self
    }
}

/// The keys of columns that are known when the program is built.
pub(crate) fn column_keys<T>(columns: &'static [Column<T>]) -> Vec<&'static str> {
    let keys = columns.iter().map(|column| &column.field.key);
    keys.filter_map(|key| match key {
        Cow::Borrowed(key) => Some(*key),
        Cow::Owned(_) => None,
    })
    .collect()
}

/// A thing as an object of all its columns: a clock inside a ticket.
pub(crate) fn record<T>(columns: &[Column<T>], item: &T) -> Cell {
    let object: Object = columns
        .iter()
        .map(|column| (column.field.key.clone(), column.cell(item)))
        .collect();
    Cell::Object(object)
}

/// The places of the default columns.
pub(crate) fn defaults(fields: &[Field]) -> Vec<usize> {
    let shown = |i: &usize| fields[*i].shown == ColumnShown::ByDefault;
    (0..fields.len()).filter(shown).collect()
}

/// The place of the field of that name, for `--sort`.
///
/// # Errors
/// A name that `command` has no field for.
pub(crate) fn field(command: &str, fields: &[Field], name: &FieldName) -> Result<usize, Failure> {
    let (asked, typed) = (name.key(), name.typed());
    fields
        .iter()
        .position(|f| f.key == asked || f.key == typed)
        .ok_or_else(|| unknown(command, fields, typed))
}

pub(crate) fn unknown(command: &str, fields: &[Field], name: &str) -> Failure {
    let lists = "`sladesk help fields` lists all";
    let hint = match nearest(name, fields.iter().map(|f| &*f.key)) {
        Some(near) => format!("did you mean `{near}`? {lists}"),
        None => {
            let keys: Vec<&str> = fields.iter().map(|f| &*f.key).take(12).collect();
            let more = if fields.len() > keys.len() {
                ", ..."
            } else {
                ""
            };
            format!("it has {}{more}; {lists}", keys.join(", "))
        }
    };
    Failure::usage(format!("{command} has no field `{name}`"))
        .kind("unknown-field")
        .hint(hint)
}

#[cfg(test)]
mod examples {
    #[test]
    fn example_1() {
        use crate::render::{Cell, Column};
        struct Customer {
            key: &'static str,
            name: &'static str,
            zone: Option<&'static str>,
        }
        type C = Column<Customer>;
        const COLUMNS: &[C] = &[
            C::shown("customer", |c| Cell::code(c.key)).names(),
            C::shown("name", |c| Cell::text(c.name)).last(),
            C::more("zone", |c| Cell::code_if(c.zone)),
        ];
        let acme = Customer {
            key: "acme",
            name: "Acme",
            zone: None,
        };
        let object = crate::render::record(COLUMNS, &acme);
        assert_eq!(object.at("customer"), &Cell::code("acme"));
    }
}
