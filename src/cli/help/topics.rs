//! The topics of the help: what can be asked and shown comes from the tables that the program
//! itself goes by.

use crate::commands::fields;
use crate::core::filter::{CLOCK_KEYS, FilterKey, KeyKind, LOG_KEYS, TICKET_KEYS};
use crate::core::model::{FIELDS, FilterKind};
use crate::render::{ColumnShown, Field};
use crate::wording;

/// What can be asked.
pub(super) fn filters() -> String {
    let anyones = FIELDS
        .iter()
        .filter(|field| field.asked == Some(FilterKind::Anyones));
    let anyones: Vec<&str> = anyones.map(|field| field.typed).collect();
    include_str!("topics/filters.txt")
        .replace("{ticket keys}", &keys(TICKET_KEYS))
        .replace("{clock keys}", &keys(&CLOCK_KEYS[TICKET_KEYS.len()..]))
        .replace("{log keys}", &keys(&LOG_KEYS[TICKET_KEYS.len()..]))
        .replace("{states}", &words(KeyKind::State))
        .replace("{clocks}", &words(KeyKind::Clock))
        .replace("{is}", &words(KeyKind::Is))
        .replace("{anyones}", &anyones.join(", "))
}

fn keys(keys: &[FilterKey]) -> String {
    let line = |key: &FilterKey| format!("  {:17}{}", key.name, wording::field::key(key.name));
    keys.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The words that such a key takes.
fn words(kind: KeyKind) -> String {
    kind.words().join(", ")
}

/// The forms of an answer.
pub(super) fn formats() -> String {
    let lists: Vec<String> = fields::all().iter().filter_map(gives_way).collect();
    include_str!("topics/formats.txt").replace("{gives way}", &lists.join("\n"))
}

/// A list that has columns which go where there is no room for all, in that order.
fn gives_way(list: &fields::ListFields) -> Option<String> {
    let mut going: Vec<&Field> = list.fields.iter().collect();
    going.retain(|field| field.gives_way.is_some());
    going.sort_by_key(|field| field.gives_way);
    let keys: Vec<&str> = going.iter().map(|field| &*field.key).collect();
    let (title, _) = title_and_keys(list.name);
    (!keys.is_empty()).then(|| format!("  {title:18} {}", keys.join(" ")))
}

/// What can be shown and sorted by.
pub(super) fn shown() -> String {
    let lists: Vec<String> = fields::all().iter().map(list).collect();
    include_str!("topics/fields.txt").replace("{lists}", &lists.join("\n"))
}

/// A list: what it shows when nobody says, what it has more, what else its JSON has.
fn list(list: &fields::ListFields) -> String {
    let (title, title_and_keys) = title_and_keys(list.name);
    let named = |wanted: ColumnShown| {
        let fields = list.fields.iter().filter(|field| field.shown == wanted);
        fields.map(field).collect::<Vec<_>>().join(" ")
    };
    let lines = [
        ("  ", named(ColumnShown::ByDefault)),
        ("  +  ", named(ColumnShown::OnRequest)),
        ("  and  ", title_and_keys.to_owned()),
    ];
    let lines = lines.into_iter().filter(|(_, text)| !text.is_empty());
    let lines = lines.map(|(margin, text)| format!("{margin}{text}"));
    let lines: Vec<String> = lines.collect();
    format!("{title}\n{}", lines.join("\n"))
}

/// What a list is called, where that is not its name, and what its JSON has besides its fields.
fn title_and_keys(name: &'static str) -> (&'static str, &'static str) {
    let mut lines = include_str!("topics/besides.txt").lines();
    let found = lines.find_map(|line| {
        let mut parts = line.split('|').map(str::trim);
        (parts.next() == Some(name)).then(|| (parts.next(), parts.next()))
    });
    let (title, title_and_keys) = found.unwrap_or_default();
    let title = title.filter(|title| !title.is_empty());
    (title.unwrap_or(name), title_and_keys.unwrap_or_default())
}

/// Its key, its heading where that is another word, and what it holds.
fn field(field: &Field) -> String {
    let title = field.title.map(|title| format!(" ({title})"));
    let inner = match (field.inner, field.keyed) {
        ([], _) => String::new(),
        (inner, None) => format!(" {{{}}}", inner.join(" ")),
        (_, Some(_)) if field.key == "clocks" => " [{a clock}]".to_owned(),
        (inner, Some(_)) => format!(" [{{{}}}]", inner.join(" ")),
    };
    format!("{}{}{inner}", field.key, title.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Format;

    #[test]
    fn every_format_has_its_line() {
        let page = formats();
        for format in Format::ALL {
            let line = format!("  {:11}", format.word());
            assert!(page.lines().any(|known| known.starts_with(&line)), "{line}");
        }
    }
}
