//! Values in SQLite's own types.

use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};

use crate::store::engine::cell::{Arg, EngineRow};

impl ToSql for Arg<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match *self {
            Arg::Null => ValueRef::Null,
            Arg::Whole(n) => ValueRef::Integer(n),
            Arg::Text(text) => ValueRef::Text(text.as_bytes()),
            Arg::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl EngineRow for rusqlite::Row<'_> {
    fn cell(&self, place: usize) -> Option<Arg<'_>> {
        Some(match self.get_ref(place).ok()? {
            ValueRef::Null => Arg::Null,
            ValueRef::Integer(n) => Arg::Whole(n),
            ValueRef::Text(text) => Arg::Text(std::str::from_utf8(text).ok()?),
            ValueRef::Blob(bytes) => Arg::Bytes(bytes),
            ValueRef::Real(_) => return None,
        })
    }
}
