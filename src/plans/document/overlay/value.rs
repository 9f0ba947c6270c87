//! The value of a `--set`, from what was typed to what would stand in a file.

use crate::plans::place::Place;
use crate::plans::shape::ValueShape;
use crate::plans::tree::{Layer, Node, TreeValue};

/// What the text stands for at a key of that shape.
pub(super) fn read(text: &str, shape: &ValueShape, place: &Place) -> Node {
    Node::of(value(text.trim(), shape, place), place, Layer::Agreed)
}

fn value(text: &str, shape: &ValueShape, place: &Place) -> TreeValue {
    let kinds = AcceptedKinds::of(shape);
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match text {
        _ if kinds.words.contains(&text) => TreeValue::Text(text.to_owned()),
        "true" if kinds.flag => TreeValue::Flag(true),
        "false" if kinds.flag => TreeValue::Flag(false),
        "none" | "" if kinds.list => TreeValue::List(Vec::new()),
        _ if kinds.whole && digits => TreeValue::Whole(text.parse().ok()),
        _ if kinds.list && !kinds.text => {
            let item = |item: &str| TreeValue::Text(item.trim().to_owned());
            let items = text.split(',').map(item);
            let items = items.map(|item| Node::of(item, place, Layer::Agreed));
            TreeValue::List(items.collect())
        }
        _ => TreeValue::Text(text.to_owned()),
    }
}

/// The kinds of value that a shape takes.
#[derive(Default)]
struct AcceptedKinds {
    words: Vec<&'static str>,
    flag: bool,
    whole: bool,
    list: bool,
    text: bool,
}

impl AcceptedKinds {
    fn of(shape: &ValueShape) -> AcceptedKinds {
        let mut kinds = AcceptedKinds::default();
        kinds.add(shape);
        kinds
    }

    fn add(&mut self, shape: &ValueShape) {
        match shape {
            ValueShape::Agreed(inner)
            | ValueShape::ByPriority(inner)
            | ValueShape::ByKind(inner) => {
                self.words.push("open");
                self.add(inner);
            }
            ValueShape::Either(shapes) => shapes.iter().for_each(|shape| self.add(shape)),
            ValueShape::Word(words) => self.words.extend(*words),
            ValueShape::Flag => self.flag = true,
            ValueShape::Whole(..) => self.whole = true,
            ValueShape::List(_) | ValueShape::Included(_) => self.list = true,
            ValueShape::Table(_)
            | ValueShape::Of(..)
            | ValueShape::Defines(..)
            | ValueShape::Plans => {}
            _ => self.text = true,
        }
    }
}
