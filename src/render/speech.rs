//! How a page speaks: its language, the clock that its times are shown by. What comes out is
//! finished: nothing in it can harm a terminal, and what a right-to-left sentence holds of other
//! scripts is kept apart from it.

use std::borrow::Cow;

use super::outcome::{Cell, Doc, DocFact, Field, Role, Said, Words};
use super::shown::{TimeStyle, human, joined, short};
use super::view::RenderView;
use crate::core::text::{Language, capital, columns, visible_line, visible_text};
use crate::core::time::{Fixed, Local, LocalNow, WallTime, exact_time, open_time, wall_time};
use crate::wording::{
    self, Locale, MessageValue, NameKind, Names, ValueDirection, kept_apart, said, unwrapped,
};

/// In which direction a page runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PageDirection {
    LeftToRight,
    RightToLeft,
}

/// How a page speaks.
#[derive(Clone, Copy)]
pub(super) struct Speech<'a> {
    /// None: a page that has no languages. Its codes stand as they are typed.
    pub language: Option<Language>,
    /// What codes are called.
    pub names: &'a Names,
    pub here: LocalNow<'a>,
    pub times: TimeStyle,
}

impl<'a> Speech<'a> {
    /// On a page that is read later: its times are written out.
    pub(super) fn of_page(doc: &'a Doc, view: &RenderView<'a>) -> Speech<'a> {
        Speech {
            language: doc.language,
            names: &doc.names,
            here: view.here(),
            times: TimeStyle::Written,
        }
    }

    /// The language that the page is in; English where it has none.
    pub(super) fn page_language(&self) -> Language {
        self.language.unwrap_or_default()
    }

    /// In which direction the page runs.
    pub(super) fn page_direction(&self) -> PageDirection {
        match self.page_language().is_right_to_left() {
            true => PageDirection::RightToLeft,
            false => PageDirection::LeftToRight,
        }
    }

    /// What the page is called, on one line.
    pub(super) fn page_title(&self, doc: &Doc) -> String {
        let title = doc.title().map(|title| plain(&self.line(title)));
        let title = title.filter(|title| !title.trim().is_empty());
        title.unwrap_or_else(|| "sladesk".to_owned())
    }

    /// On one line.
    pub(super) fn line(&self, words: &Words) -> String {
        match words {
            Words::Plain(text) => self.apart(
                ValueDirection::OfItsLetters,
                visible_line(text).into_owned(),
            ),
            Words::Said(said) => self.said(said),
        }
    }

    /// A paragraph, whose line ends stay.
    pub(super) fn text(&self, words: &Words) -> String {
        match words {
            Words::Plain(text) => visible_text(text).into_owned(),
            Words::Said(said) => self.said(said),
        }
    }

    /// What stands above a column of a page that is laid out.
    pub(super) fn head(&self, field: &Field) -> String {
        capital(&self.heading(field))
    }

    /// What stands before a fact on such a page. One that numbers lead to begins with a code.
    pub(super) fn label(&self, fact: &DocFact) -> String {
        match (&fact.label, fact.place) {
            (Words::Said(_), None) => capital(&self.line(&fact.label)),
            _ => self.line(&fact.label),
        }
    }

    /// The same on a page in plain text: one that is a code of its own is kept apart from the next.
    pub(super) fn heading_apart(&self, field: &Field) -> String {
        let heading = self.heading(field);
        match wording::column(&field.key) {
            Some(_) => heading,
            None => self.apart(ValueDirection::OfItsLetters, heading),
        }
    }

    /// A value of a row that is said beside its columns, behind what it is.
    pub(super) fn named_value(&self, name: &str, value: &str) -> String {
        format!("{} {value}", self.before_value(name))
    }

    /// Between values that have commas of their own.
    pub(super) fn between_values(&self) -> &'static str {
        Locale::of(self.page_language()).between_parts()
    }

    /// What stands before a value that is said beside the columns: a colon ends it where no unit
    /// or word tells one from the other.
    pub(super) fn before_value(&self, name: &str) -> String {
        match self.page_language() {
            Language::English => name.to_owned(),
            _ => format!("{name}:"),
        }
    }

    /// What stands above a column, not yet in capitals.
    pub(super) fn heading(&self, field: &Field) -> String {
        if let (Some(language), true) = (self.language, field.is_period) {
            return self.names.say(language, NameKind::Period, &field.key);
        }
        let own = self.language.zip(wording::column(&field.key));
        match own {
            Some((language, key)) => wording::say(language, key, &[]),
            None => visible_line(&field.heading()).into_owned(),
        }
    }

    /// A share that is no figure of the page: a mark to measure by.
    pub(super) fn percent(&self, share: f64) -> String {
        let of = 100;
        let part = (share * 100.0).round().clamp(0.0, 100.0) as u64;
        self.value(&Cell::Share { part, of })
    }

    /// A figure behind a name in a picture, whose text has no elements that keep them apart.
    pub(super) fn figure(&self, cell: &Cell) -> String {
        let direction = Speech::value_direction(cell, Role::of_all([cell]));
        self.apart(direction, self.value(cell))
    }

    /// Words of a picture, whose letters have no direction but their own.
    pub(super) fn in_picture(&self, words: &str) -> String {
        self.apart(ValueDirection::OfPage, words.to_owned())
    }

    /// What is the same in every row of a table, said once.
    pub(super) fn in_every_row(&self, said: &str) -> String {
        // they are finished words already
        let finished = MessageValue::Words(said.to_owned());
        let row = said::table_every_row::<MessageValue>(finished);
        wording::say(self.page_language(), row.key, &row.values)
    }

    /// In which direction a value of a column runs.
    pub(super) fn value_direction(cell: &Cell, role: Role) -> ValueDirection {
        match (cell, role) {
            (Cell::Linked(linked), role) => Speech::value_direction(&linked.0, role),
            (Cell::Text(_) | Cell::Marked(_) | Cell::Named(..), _) => ValueDirection::OfItsLetters,
            // whatever else stands in the column
            (cell, _) if is_moment(cell) => ValueDirection::LeftToRight,
            // words of the page's language
            (
                Cell::Target(_)
                | Cell::Word(_)
                | Cell::Flag(_)
                | Cell::Cases(_)
                | Cell::Seconds(_)
                | Cell::Exact(_)
                | Cell::Overdue(_),
                _,
            ) => ValueDirection::OfPage,
            (_, Role::Id | Role::Code | Role::Instant | Role::Amount | Role::Share) => {
                ValueDirection::LeftToRight
            }
            _ => ValueDirection::OfPage,
        }
    }

    /// A value, on one line, kept apart from what stands beside it.
    pub(super) fn cell(&self, cell: &Cell) -> String {
        let value = self.value(cell);
        match cell {
            Cell::Text(_) | Cell::Marked(_) | Cell::Named(..) => {
                self.apart(ValueDirection::OfItsLetters, value)
            }
            Cell::Code(_)
            | Cell::Id(_)
            | Cell::Number(_)
            | Cell::Money(_)
            | Cell::Share { .. }
            | Cell::Instant(_)
            | Cell::Precise(_)
            | Cell::Wall(_)
            | Cell::Elsewhere(_)
            | Cell::Dated(_)
            | Cell::Day(_) => self.apart(ValueDirection::LeftToRight, value),
            _ => value,
        }
    }

    /// Whether it is the name of a milestone or a priority that stays on one line: it stands in row
    /// after row.
    pub(super) fn is_short_name(&self, cell: &Cell) -> bool {
        const SHORT: usize = 14;
        let is_name = matches!(
            cell,
            Cell::Named(NameKind::Milestone | NameKind::Priority, _)
        );
        is_name && columns(&plain(&self.value(cell))) <= SHORT
    }

    /// A shorter form of it for whom looks now, if there is one.
    pub(super) fn short(&self, cell: &Cell) -> Option<String> {
        let is_english = self
            .language
            .is_none_or(|language| language == Language::English);
        let is_now = self.times == TimeStyle::Near;
        (is_english && is_now).then(|| short(cell, self.here))?
    }

    /// Beside others on a mirrored page; elsewhere a value that stands alone needs no marks.
    fn apart(&self, direction: ValueDirection, words: String) -> String {
        match self.language.filter(|language| language.is_right_to_left()) {
            Some(language) => kept_apart(language, direction, words),
            None => words,
        }
    }

    fn said(&self, said: &Said) -> String {
        let spoken = |(name, cell): &(&'static str, Cell)| {
            let spoken = match cell {
                Cell::Number(count) => MessageValue::Count(*count),
                cell => {
                    let direction = Speech::value_direction(cell, Role::of_all([cell]));
                    let words = kept_apart(self.page_language(), direction, self.value(cell));
                    MessageValue::Words(words)
                }
            };
            (*name, spoken)
        };
        let values: Vec<_> = said.values.iter().map(spoken).collect();
        wording::say(self.language.unwrap_or_default(), said.key, &values)
    }

    fn each(&self, items: &[Cell]) -> Vec<String> {
        items.iter().map(|item| self.cell(item)).collect()
    }

    fn value(&self, cell: &Cell) -> String {
        let Some(language) = self.language else {
            return match cell {
                Cell::Said(said) => self.said(said),
                Cell::Phrase(phrase) => phrase.in_english(),
                cell => human(cell, self.here, self.times),
            };
        };
        let locale = Locale::of(language);
        match cell {
            Cell::Said(said) => self.said(said),
            Cell::Linked(linked) => self.value(&linked.0),
            Cell::Told(told) => self.said(&told.1),
            Cell::Target(words) => wording::target(language, words),
            Cell::Named(kind, code) => self.names.say(language, *kind, code),
            Cell::Phrase(phrase) => phrase.say_naming(language, self.names),
            Cell::All(items) => locale.all_of(&self.each(items)),
            Cell::Word(word) | Cell::State(word) => match wording::word(word) {
                Some(key) => wording::say(language, key, &[]),
                None => visible_line(word).into_owned(),
            },
            Cell::Number(n) => locale.number(*n),
            Cell::Cases(n) => self.said(&said::found_cases(Cell::Number(*n))),
            Cell::Money(money) => locale.figure(&money.to_string()),
            Cell::Flag(flag) => {
                let word = if *flag { "yes" } else { "no" };
                self.value(&Cell::Word(Cow::Borrowed(word)))
            }
            Cell::Share { part, of } => locale.share(*part, *of),
            Cell::List(items) => locale.list(&self.each(items)),
            Cell::Object(object) => {
                let present = object.iter().filter(|(_, cell)| *cell != Cell::Absent);
                let named = present.map(|(key, cell)| {
                    let name = self.heading(&Field::named(key.clone()));
                    format!("{name} {}", self.cell(cell))
                });
                joined(named, "; ")
            }
            Cell::Date(day) => locale.day_in_words(*day),
            Cell::Seconds(seconds) => locale.duration(&open_time(*seconds)),
            Cell::Exact(seconds) => locale.duration(&exact_time(*seconds)),
            Cell::Overdue(seconds) => locale.duration(&wall_time(seconds.saturating_neg())),
            cell if language == Language::English => human(cell, self.here, self.times),
            Cell::Elsewhere(there) => locale.moment(there.1.wall(there.0)),
            Cell::Instant(at) | Cell::Dated(at) => locale.moment(self.here.zone.wall(*at)),
            Cell::Precise(at) => {
                let wall = self.here.zone.wall(*at);
                let moment = locale.precise_moment(wall);
                match self.here.zone.instants_of(wall) {
                    WallTime::Twice(..) => {
                        let offset = Fixed::seconds(self.here.zone.offset_at(*at));
                        format!("{moment} {}", offset.name())
                    }
                    WallTime::Once(_) | WallTime::Never(..) => moment,
                }
            }
            Cell::Wall(wall) => locale.precise_moment(wall.1),
            Cell::Day(day) => locale.day(*day),
            cell => human(cell, self.here, self.times),
        }
    }
}

/// A moment or a day in digits: it is read from the left, and in one piece.
pub(super) fn is_moment(cell: &Cell) -> bool {
    matches!(
        cell,
        Cell::Instant(_)
            | Cell::Precise(_)
            | Cell::Dated(_)
            | Cell::Wall(_)
            | Cell::Elsewhere(_)
            | Cell::Day(_)
    )
}

/// Words without the marks that keep them apart in plain text, for a format that has other means.
pub(super) fn plain(words: &str) -> String {
    unwrapped(words).to_owned()
}
