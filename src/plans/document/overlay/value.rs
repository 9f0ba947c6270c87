//! The value of a `--set`, from what was typed to what would stand in a file.

use crate::plans::place::Place;
use crate::plans::shape::Shape;
use crate::plans::tree::{Layer, Node, Value};

/// What the text stands for at a key of that shape.
pub(super) fn read(text: &str, shape: &Shape, place: &Place) -> Node {
    Node::of(value(text.trim(), shape, place), place, Layer::Agreed)
}

fn value(text: &str, shape: &Shape, place: &Place) -> Value {
    let kinds = Kinds::of(shape);
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match text {
        _ if kinds.words.contains(&text) => Value::Text(text.to_owned()),
        "true" if kinds.flag => Value::Flag(true),
        "false" if kinds.flag => Value::Flag(false),
        "none" | "" if kinds.list => Value::List(Vec::new()),
        _ if kinds.whole && digits => Value::Whole(text.parse().ok()),
        _ if kinds.list && !kinds.text => {
            let item = |item: &str| Value::Text(item.trim().to_owned());
            let items = text.split(',').map(item);
            let items = items.map(|item| Node::of(item, place, Layer::Agreed));
            Value::List(items.collect())
        }
        _ => Value::Text(text.to_owned()),
    }
}

/// The kinds of value that a shape takes.
#[derive(Default)]
struct Kinds {
    words: Vec<&'static str>,
    flag: bool,
    whole: bool,
    list: bool,
    text: bool,
}

impl Kinds {
    fn of(shape: &Shape) -> Kinds {
        let mut kinds = Kinds::default();
        kinds.add(shape);
        kinds
    }

    fn add(&mut self, shape: &Shape) {
        match shape {
            Shape::Agreed(inner) | Shape::ByPriority(inner) => {
                self.words.push("open");
                self.add(inner);
            }
            Shape::Either(shapes) => shapes.iter().for_each(|shape| self.add(shape)),
            Shape::Word(words) => self.words.extend(*words),
            Shape::Flag => self.flag = true,
            Shape::Whole(..) => self.whole = true,
            Shape::List(_) | Shape::Included(_) => self.list = true,
            Shape::Table(_) | Shape::Of(..) | Shape::Defines(..) | Shape::Plans => {}
            _ => self.text = true,
        }
    }
}
