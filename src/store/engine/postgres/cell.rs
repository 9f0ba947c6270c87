//! Values in PostgreSQL's own types.

use std::error::Error;

use tokio_postgres::Row;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

use super::number::whole_of_numeric;
use crate::store::engine::cell::{Arg, EngineRow};

type Failed = Box<dyn Error + Sync + Send>;

/// The type of a value, as a statement is told it. What nothing is, the statement tells.
pub(super) fn type_of(value: Arg<'_>) -> Type {
    match value {
        Arg::Null => Type::UNKNOWN,
        Arg::Whole(_) => Type::INT8,
        Arg::Text(_) => Type::TEXT,
        Arg::Bytes(_) => Type::BYTEA,
    }
}

impl ToSql for Arg<'_> {
    fn to_sql(&self, column: &Type, out: &mut BytesMut) -> Result<IsNull, Failed> {
        match *self {
            Arg::Null => return Ok(IsNull::Yes),
            Arg::Whole(n) if *column == Type::INT4 => {
                out.extend_from_slice(&i32::try_from(n)?.to_be_bytes());
            }
            Arg::Whole(n) => out.extend_from_slice(&n.to_be_bytes()),
            Arg::Text(text) => out.extend_from_slice(text.as_bytes()),
            Arg::Bytes(bytes) => out.extend_from_slice(bytes),
        }
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// A cell; none when it holds what no column of ours does.
struct ServerCell<'r>(Option<Arg<'r>>);

impl<'r> FromSql<'r> for ServerCell<'r> {
    fn from_sql(column: &Type, bytes: &'r [u8]) -> Result<ServerCell<'r>, Failed> {
        Ok(ServerCell(value(column, bytes)))
    }

    fn from_sql_null(_: &Type) -> Result<ServerCell<'r>, Failed> {
        Ok(ServerCell(Some(Arg::Null)))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}

/// What stands in a cell. Sums and counts come in wider and narrower numbers than columns have.
fn value<'r>(column: &Type, bytes: &'r [u8]) -> Option<Arg<'r>> {
    Some(match *column {
        Type::INT8 => Arg::Whole(i64::from_be_bytes(bytes.try_into().ok()?)),
        Type::INT4 => Arg::Whole(i32::from_be_bytes(bytes.try_into().ok()?).into()),
        Type::INT2 => Arg::Whole(i16::from_be_bytes(bytes.try_into().ok()?).into()),
        Type::BOOL => Arg::Whole(i64::from(*bytes.first()?)),
        Type::NUMERIC => Arg::Whole(whole_of_numeric(bytes)?),
        Type::BYTEA => Arg::Bytes(bytes),
        Type::TEXT | Type::VARCHAR | Type::NAME | Type::UNKNOWN => {
            Arg::Text(std::str::from_utf8(bytes).ok()?)
        }
        _ => return None,
    })
}

impl EngineRow for Row {
    fn cell(&self, place: usize) -> Option<Arg<'_>> {
        self.try_get::<_, ServerCell<'_>>(place).ok()?.0
    }
}
