//! JSON: what scripts read. Every key of the documented names, instants in RFC 3339, whole
//! seconds; text exactly as it was written, with what could harm a terminal escaped.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

use super::outcome::{Cell, JsonShape, Listing, Object, Row};
use super::outcome::{PickedField, values};
use super::{RenderError, shown};
use crate::core::text::visible_json;

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Cell::Absent => serializer.serialize_unit(),
            Cell::Text(text) | Cell::Address(text) => serializer.serialize_str(text),
            Cell::Marked(marked) => serializer.serialize_str(&marked.words),
            Cell::Code(word) | Cell::Named(_, word) | Cell::Word(word) | Cell::State(word) => {
                serializer.serialize_str(word)
            }
            Cell::Told(told) => told.0.serialize(serializer),
            Cell::Linked(linked) => linked.0.serialize(serializer),
            Cell::Target(words) => serializer.serialize_str(words),
            Cell::Wall(wall) => serializer.serialize_str(&wall.0),
            Cell::Phrase(phrase) => serializer.serialize_str(&phrase.in_english()),
            Cell::Said(said) => serializer.serialize_str(said.key.id()),
            Cell::Number(n)
            | Cell::Cases(n)
            | Cell::Id(n)
            | Cell::Seconds(n)
            | Cell::Exact(n)
            | Cell::Overdue(n) => serializer.serialize_i64(*n),
            // no number of JSON's readers is exact
            Cell::Money(money) => serializer.collect_str(money),
            Cell::Flag(flag) => serializer.serialize_bool(*flag),
            Cell::Instant(at) | Cell::Precise(at) | Cell::Dated(at) => serializer.collect_str(at),
            Cell::Elsewhere(there) => serializer.collect_str(&there.0),
            Cell::Day(day) | Cell::Date(day) => serializer.collect_str(day),
            Cell::Share { part, of } => shown::fraction(*part, *of).serialize(serializer),
            Cell::List(items) | Cell::All(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Cell::Object(object) => {
                let mut map = serializer.serialize_map(Some(object.len()))?;
                for (key, cell) in object {
                    map.serialize_entry(key, cell)?;
                }
                map.end()
            }
        }
    }
}

/// The answer as one JSON value.
pub(super) fn json(
    listing: Listing,
    picks: &[PickedField],
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    match &listing.shape {
        JsonShape::Array => array(records(listing, picks), out),
        _ => {
            for object in objects(listing, picks) {
                pretty(&object?, out)?;
                out.write_all(b"\n")?;
            }
            Ok(())
        }
    }
}

/// The answer as one object a line.
pub(super) fn jsonl(
    listing: Listing,
    picks: &[PickedField],
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    for object in objects(listing, picks) {
        compact(&object?, out)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

/// The objects of several answers in one array.
pub(super) fn array(
    objects: impl Iterator<Item = Result<Cell, RenderError>>,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let mut before: &[u8] = b"[\n";
    let mut after: &[u8] = b"[]\n";
    for object in objects {
        out.write_all(before)?;
        compact(&object?, out)?;
        (before, after) = (b",\n", b"\n]\n");
    }
    out.write_all(after)?;
    Ok(())
}

/// What each line of `jsonl` holds: the records, or the object around them.
pub(super) fn objects(
    mut listing: Listing,
    picks: &[PickedField],
) -> Box<dyn Iterator<Item = Result<Cell, RenderError>>> {
    let shape = std::mem::take(&mut listing.shape);
    let mut records = records(listing, picks);
    let JsonShape::Around {
        before,
        rows,
        after,
    } = shape
    else {
        return Box::new(records);
    };
    Box::new(std::iter::once_with(move || {
        let list = records.by_ref().collect::<Result<Vec<_>, _>>()?;
        let mut object = before;
        object.push((rows.into(), Cell::List(list)));
        object.extend(after);
        Ok(Cell::Object(object))
    }))
}

fn records(
    listing: Listing,
    picks: &[PickedField],
) -> impl Iterator<Item = Result<Cell, RenderError>> + use<> {
    let picks = picks.to_vec();
    let wanted: Vec<usize> = picks.iter().map(|pick| pick.field).collect();
    listing
        .rows(&wanted)
        .map(move |row| Ok(Cell::Object(object(&picks, row?))))
}

fn object(picks: &[PickedField], row: Row) -> Object {
    let keys = picks.iter().map(|pick| pick.key.clone().into());
    keys.zip(values(picks, row)).collect()
}

fn compact(cell: &Cell, out: &mut dyn Write) -> Result<(), RenderError> {
    write_with(ControlEscaper(CompactFormatter), cell, out)
}

fn pretty(cell: &Cell, out: &mut dyn Write) -> Result<(), RenderError> {
    write_with(ControlEscaper(PrettyFormatter::new()), cell, out)
}

fn write_with<F: Formatter>(
    formatter: F,
    cell: &Cell,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let mut serializer = serde_json::Serializer::with_formatter(out, formatter);
    cell.serialize(&mut serializer)
        .map_err(|error| RenderError::Write(error.into()))
}

/// Escapes what is valid in JSON but could harm the terminal on which somebody looks at it.
struct ControlEscaper<F>(F);

macro_rules! passed_on {
    ($($name:ident($($arg:ident: $ty:ty),*));+ $(;)?) => {$(
        fn $name<W: ?Sized + Write>(&mut self, writer: &mut W $(, $arg: $ty)*) -> io::Result<()> {
            self.0.$name(writer $(, $arg)*)
        }
    )+};
}

impl<F: Formatter> Formatter for ControlEscaper<F> {
    passed_on! {
        begin_array();
        end_array();
        begin_array_value(first: bool);
        end_array_value();
        begin_object();
        end_object();
        begin_object_key(first: bool);
        end_object_key();
        begin_object_value();
        end_object_value();
    }

    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        writer.write_all(visible_json(fragment).as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_comes_back_as_it_was_though_nothing_in_it_can_harm_a_terminal() {
        let text = "a\u{1b}[31m\u{9b}\u{202e}\u{7f}\u{e0001}\"\\\n é 👩‍💻";
        let mut out = Vec::new();
        compact(&Cell::text(text), &mut out).expect("memory takes it");
        let written = String::from_utf8(out).expect("UTF-8");
        assert_eq!(
            serde_json::from_str::<String>(&written).expect("JSON"),
            text
        );
        assert_eq!(crate::core::text::visible_line(&written), written);
    }
}
