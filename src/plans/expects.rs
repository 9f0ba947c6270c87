//! What a key expects, in words: for the label of an error and for the reference page.

use super::names::Definitions;
use super::shape::{ShortForm, TableShape, ValueShape};

/// What hours look like.
const HOURS: &str = "hours such as `mon-fri 09:00-18:00`";
/// More names than these are not listed under a place.
const MOST_NAMES: usize = 40;

/// What would have been right, one phrase each.
pub(super) fn expects(shape: &ValueShape, names: &Definitions<'_>) -> Vec<String> {
    match shape {
        ValueShape::Name(words) => {
            let all = names.all(*words);
            match all.len() {
                0 => vec![format!("no {} is defined", words.one())],
                n if n > MOST_NAMES => vec![format!("one of the {n} of the file")],
                _ => all.into_iter().map(str::to_owned).collect(),
            }
        }
        ValueShape::Either(shapes) => {
            // of what the file can define besides, nothing is said where it defines none
            let none = |shape: &&ValueShape| match shape {
                ValueShape::Name(words) => names.all(*words).is_empty(),
                _ => false,
            };
            let mut phrases: Vec<String> = shapes
                .iter()
                .filter(|shape| shapes.len() == 1 || !none(shape))
                .flat_map(|shape| expects(shape, names))
                .collect();
            phrases.dedup();
            phrases
        }
        ValueShape::Agreed(shape) => or_open(expects(shape, names)),
        ValueShape::ByPriority(shape) | ValueShape::ByKind(shape) => {
            or_by_priority(expects(shape, names))
        }
        other => described(other),
    }
}

/// What is agreed may be left to the contract too.
fn or_open(mut phrases: Vec<String>) -> Vec<String> {
    phrases.extend(["open", "{ one-of = [...] }"].map(str::to_owned));
    phrases
}

fn or_by_priority(phrases: Vec<String>) -> Vec<String> {
    let mut phrases = or_open(phrases);
    phrases.push("a table by priority".to_owned());
    phrases
}

/// The same without the names of a file.
pub(super) fn described(shape: &ValueShape) -> Vec<String> {
    let one = |phrase: &str| vec![phrase.to_owned()];
    match shape {
        ValueShape::Text => one("a text"),
        ValueShape::Title => vec![
            "a text".to_owned(),
            "a table with a text for each language".to_owned(),
        ],
        ValueShape::LanguageTag => one("the code of a language such as `vi`"),
        ValueShape::Id => one("lower-case letters, digits and `-`"),
        ValueShape::Whole(least, most) if least == most => vec![least.to_string()],
        ValueShape::Whole(..) => one("a whole number"),
        ValueShape::Figure => one("an amount such as 24000"),
        ValueShape::Flag => vec!["true".to_owned(), "false".to_owned()],
        ValueShape::Duration => one("a duration such as `30m` or `3 business days`"),
        ValueShape::CalendarDays => one("days such as `14 calendar days`"),
        ValueShape::Effort => one("hours such as `40h`"),
        ValueShape::Period => one("a period such as `12 months`"),
        ValueShape::Notice => one("a period such as `30 days`"),
        ValueShape::Zone => one("a zone such as `Europe/Madrid` or `UTC+3`"),
        ValueShape::DaySet => one("a holiday set"),
        ValueShape::Week => one(HOURS),
        ValueShape::Hours => vec![
            HOURS.to_owned(),
            "a calendar".to_owned(),
            "around-the-clock".to_owned(),
        ],
        ValueShape::TimeOfDay => one("a time of the day such as `15:00`"),
        ValueShape::Day => one("a day such as `2027-08-31`"),
        ValueShape::DayHours => vec![
            "hours such as `09:00-12:00`".to_owned(),
            "closed".to_owned(),
        ],
        ValueShape::Word(words) => words.iter().map(|word| (*word).to_owned()).collect(),
        ValueShape::Name(words) => {
            let one = words.one();
            let article = match one.starts_with(['a', 'e', 'i', 'o', 'u']) {
                true => "an",
                false => "a",
            };
            vec![format!("{article} {one} of the file")]
        }
        ValueShape::List(item) => vec![format!("a list of {}", several(item))],
        ValueShape::Included(words) => vec![
            format!("a list of {}", plural(words.one())),
            "{ all-but = [...] }".to_owned(),
        ],
        ValueShape::Of(words, inner) => {
            let inner = described(inner).join(", ");
            vec![format!("a table by {}: {inner}", words.one())]
        }
        ValueShape::Table(_)
        | ValueShape::Dates(_)
        | ValueShape::Plans
        | ValueShape::Defines(_, ShortForm::Never) => one("a table"),
        ValueShape::Defines(_, ShortForm::Title) => one("a table of titles or tables"),
        ValueShape::Defines(_, ShortForm::Text) => one("a table of texts or tables"),
        ValueShape::Defines(_, ShortForm::Week) => one("a table of hours or tables"),
        ValueShape::Clause => vec![
            "a text".to_owned(),
            "a table with a text for each key".to_owned(),
        ],
        ValueShape::Either(shapes) => shapes.iter().flat_map(described).collect(),
        ValueShape::Agreed(shape) => or_open(described(shape)),
        ValueShape::ByPriority(shape) | ValueShape::ByKind(shape) => {
            or_by_priority(described(shape))
        }
    }
}

/// The keys of a table: first those worth naming under a place, then all of them.
pub(super) fn keys(table: &TableShape) -> (Vec<String>, Vec<String>) {
    let names = |listed: bool| {
        let keys = table.all().filter(move |key| key.listed || !listed);
        keys.map(|key| key.name.to_owned()).collect()
    };
    (names(true), names(false))
}

fn several(item: &ValueShape) -> String {
    match item {
        ValueShape::Text => "texts".to_owned(),
        ValueShape::DaySet => "holiday sets".to_owned(),
        ValueShape::Name(words) => plural(words.one()),
        ValueShape::Word(words) => words.join(", "),
        ValueShape::Either(shapes) => {
            let each: Vec<String> = shapes.iter().map(several).collect();
            each.join(", ")
        }
        other => described(other).join(" or "),
    }
}

fn plural(one: &str) -> String {
    match one.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{one}s"),
    }
}
