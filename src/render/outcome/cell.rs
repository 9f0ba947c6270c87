//! One value of an answer, with its meaning: each format writes it in its own way.

use std::borrow::Cow;
use std::cmp::Ordering;

use chrono::{NaiveDate, NaiveDateTime};

use super::PageLink;
use crate::core::calendar::ZoneRules;
use crate::core::model::{ContactId, ContractId, CustomerId, EntryId, EventId, State, TicketNo};
use crate::core::report::Money;
use crate::core::sla::ClockState;
use crate::core::time::Instant;
use crate::wording::{Message, NameKind, Phrase};

/// Keys and their values, in the order in which they are shown.
pub(crate) type Object = Vec<(Cow<'static, str>, Cell)>;

/// The values of one record, in the order of the fields.
pub(crate) type Row = Vec<Cell>;

/// A sentence of ours, with the values that it is said with.
pub(crate) type Said = Message<Cell>;

/// One value. People see `2h 05m` where a script reads `7500`; which of the two is the
/// renderer's business, never a command's.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    /// null, `-`, or nothing.
    Absent,
    /// What a person wrote: it may hold anything.
    Text(String),
    /// Words with marks beside them: what was taken back is struck through.
    Marked(Marked),
    /// An address of electronic mail.
    Address(String),
    /// A word of ours or of a plan: `response`, `p1`, `acme`.
    Code(Cow<'static, str>),
    /// A code that a page calls by its name, where it has one: the titles of plans, people.
    Named(NameKind, Cow<'static, str>),
    /// A word out of a closed list of ours: a page says it in its language.
    Word(Cow<'static, str>),
    /// A sentence or a phrase of ours; it stands on pages only.
    Said(Said),
    /// A sentence made of a code and its parameters; scripts read it in English.
    Phrase(Phrase),
    /// What scripts read, and what is said of it on a page.
    Told(Box<(Cell, Said)>),
    /// How long a promise may take, as it is typed; several where terms differ.
    Target(String),
    /// Names of which all are meant.
    All(Vec<Cell>),
    /// A word for how something stands: coloured at a terminal; a page says it in its language.
    State(Cow<'static, str>),
    /// A count or an amount.
    Number(i64),
    /// An amount of cases: a page says its unit.
    Cases(i64),
    /// An amount of money, in digits; its currency stands beside it.
    Money(Money),
    /// A number that names a thing: a ticket, a contract, an event.
    Id(i64),
    Flag(bool),
    Instant(Instant),
    /// An instant that a calendar answers: people see its seconds too.
    Precise(Instant),
    /// An instant that a page always writes out, whoever reads it when.
    Dated(Instant),
    /// An instant as another zone than that of the page has it.
    Elsewhere(Box<(Instant, ZoneRules)>),
    /// What the clock on some wall shows: in English, and for scripts, as near as it is.
    Wall(Box<(String, NaiveDateTime)>),
    Day(NaiveDate),
    /// A day that a page writes with the name of its month.
    Date(NaiveDate),
    /// Open time.
    Seconds(i64),
    /// Open time that must add up: people see its seconds too.
    Exact(i64),
    /// Wall-clock seconds past a deadline; negative while there is time left.
    Overdue(i64),
    /// A share, exactly. ColumnShown cut off, never rounded up: 100 % means all.
    Share {
        part: u64,
        of: u64,
    },
    List(Vec<Cell>),
    Object(Object),
    /// A value whose particulars stand elsewhere on its page.
    Linked(Box<(Cell, PageLink)>),
}

/// Words with marks beside them, which people see and scripts read under keys of their own.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Marked {
    pub words: String,
    /// The same as people read it, where that is otherwise: its times.
    pub shown: Option<String>,
    /// What somebody said with it, in one line.
    pub quote: Option<String>,
    pub marks: Vec<String>,
    pub stands: Validity,
}

/// Whether what is told still stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Validity {
    Yes,
    /// It was taken back.
    Undone,
}

impl Marked {
    /// `replied: We look into it (undone by ann, e14)`.
    pub(crate) fn in_words(&self) -> String {
        let mut all = self.shown.as_ref().unwrap_or(&self.words).clone();
        if let Some(quote) = &self.quote {
            all += ": ";
            all += quote;
        }
        all += &self.in_brackets().unwrap_or_default();
        all
    }

    /// ` (undone by ann, e14)`; none: nothing is said beside it.
    pub(crate) fn in_brackets(&self) -> Option<String> {
        (!self.marks.is_empty()).then(|| format!(" ({})", self.marks.join("; ")))
    }

    /// The same with the first line of what was said.
    pub(crate) fn quoting(mut self, text: Option<&str>) -> Marked {
        let lines = text.into_iter().flat_map(str::lines);
        let mut lines = lines.map(str::trim).filter(|line| !line.is_empty());
        self.quote = lines.next().map(str::to_owned);
        self
    }
}

impl Cell {
    /// What a person wrote.
    pub(crate) fn text(text: impl Into<String>) -> Cell {
        Cell::Text(text.into())
    }

    /// An address of electronic mail, if any.
    pub(crate) fn address_if(address: Option<impl Into<String>>) -> Cell {
        address.map_or(Cell::Absent, |address| Cell::Address(address.into()))
    }

    /// A word of ours or of a plan.
    pub(crate) fn code(code: impl Into<Cow<'static, str>>) -> Cell {
        Cell::Code(code.into())
    }

    /// A milestone of a plan.
    pub(crate) fn milestone(id: impl Into<Cow<'static, str>>) -> Cell {
        Cell::Named(NameKind::Milestone, id.into())
    }

    /// A priority of a plan.
    pub(crate) fn priority(id: impl Into<Cow<'static, str>>) -> Cell {
        Cell::Named(NameKind::Priority, id.into())
    }

    /// A priority of a plan, if any.
    pub(crate) fn priority_if(id: Option<impl Into<Cow<'static, str>>>) -> Cell {
        id.map_or(Cell::Absent, Cell::priority)
    }

    /// A plan: `creatio/business`.
    pub(crate) fn plan(name: impl Into<Cow<'static, str>>) -> Cell {
        Cell::Named(NameKind::Plan, name.into())
    }

    /// A period, as it is typed: `2026Q3`.
    pub(crate) fn period(typed: &str) -> Cell {
        Cell::Named(NameKind::Period, typed.to_owned().into())
    }

    /// One of the desk's people, by the word that is typed for them.
    pub(crate) fn person(key: impl Into<Cow<'static, str>>) -> Cell {
        Cell::Named(NameKind::Person, key.into())
    }

    /// One of the desk's people, if any.
    pub(crate) fn person_if(key: Option<impl Into<Cow<'static, str>>>) -> Cell {
        key.map_or(Cell::Absent, Cell::person)
    }

    /// A word out of a closed list of ours.
    pub(crate) fn word_of(word: impl Into<Cow<'static, str>>) -> Cell {
        Cell::Word(word.into())
    }

    /// What scripts read, and what is said of it on a page.
    pub(crate) fn told(script: Cell, said: Said) -> Cell {
        Cell::Told(Box::new((script, said)))
    }

    /// A word for how something stands.
    pub(crate) fn state(word: impl Into<Cow<'static, str>>) -> Cell {
        Cell::State(word.into())
    }

    /// What a person wrote, if anything.
    pub(crate) fn text_if(text: Option<impl Into<String>>) -> Cell {
        text.map_or(Cell::Absent, Cell::text)
    }

    /// A word, if any.
    pub(crate) fn code_if(code: Option<impl Into<Cow<'static, str>>>) -> Cell {
        code.map_or(Cell::Absent, Cell::code)
    }

    /// Open time, if any.
    pub(crate) fn seconds_if(seconds: Option<i64>) -> Cell {
        seconds.map_or(Cell::Absent, Cell::Seconds)
    }

    /// Several words.
    pub(crate) fn codes<C: Into<Cow<'static, str>>>(codes: impl IntoIterator<Item = C>) -> Cell {
        Cell::List(codes.into_iter().map(Cell::code).collect())
    }

    /// An object of these keys.
    pub(crate) fn object<const N: usize>(entries: [(&'static str, Cell); N]) -> Cell {
        Cell::Object(
            entries
                .into_iter()
                .map(|(key, cell)| (Cow::Borrowed(key), cell))
                .collect(),
        )
    }

    /// The value under a key of an object.
    pub(crate) fn at(&self, key: &str) -> &Cell {
        let Cell::Object(object) = self else {
            return &Cell::Absent;
        };
        object
            .iter()
            .find(|(k, _)| k == key)
            .map_or(&Cell::Absent, |(_, cell)| cell)
    }

    /// The word of a text, code or state.
    pub(crate) fn word(&self) -> Option<&str> {
        match self {
            Cell::Text(word) | Cell::Address(word) => Some(word),
            Cell::Marked(marked) => Some(&marked.words),
            Cell::Code(word) | Cell::Named(_, word) | Cell::Word(word) | Cell::State(word) => {
                Some(word)
            }
            Cell::Target(words) => Some(words),
            Cell::Told(told) => told.0.word(),
            Cell::Linked(linked) => linked.0.word(),
            _ => None,
        }
    }

    /// The order of `--sort`: by size, by time, by letters; what is absent stands last.
    pub(crate) fn order(&self, other: &Cell) -> Ordering {
        match (self, other) {
            (Cell::Absent, Cell::Absent) => Ordering::Equal,
            (Cell::Absent, _) => Ordering::Greater,
            (_, Cell::Absent) => Ordering::Less,
            (Cell::Share { part: a, of: b }, Cell::Share { part: c, of: d }) => {
                (u128::from(*a) * u128::from(*d)).cmp(&(u128::from(*c) * u128::from(*b)))
            }
            (Cell::Day(a) | Cell::Date(a), Cell::Day(b) | Cell::Date(b)) => a.cmp(b),
            (Cell::Money(a), Cell::Money(b)) => a.cmp(b),
            (Cell::List(a), Cell::List(b)) => {
                let unequal = a.iter().zip(b).map(|(a, b)| a.order(b));
                unequal
                    .into_iter()
                    .find(|order| order.is_ne())
                    .unwrap_or(a.len().cmp(&b.len()))
            }
            _ => match (self.size(), other.size()) {
                (Some(a), Some(b)) => a.cmp(&b),
                _ => self.word().cmp(&other.word()),
            },
        }
    }

    fn size(&self) -> Option<i64> {
        match self {
            Cell::Number(n)
            | Cell::Cases(n)
            | Cell::Id(n)
            | Cell::Seconds(n)
            | Cell::Exact(n)
            | Cell::Overdue(n) => Some(*n),
            Cell::Instant(at) | Cell::Precise(at) | Cell::Dated(at) => Some(at.0),
            Cell::Elsewhere(there) => Some(there.0.0),
            Cell::Flag(flag) => Some(i64::from(*flag)),
            Cell::Linked(linked) => linked.0.size(),
            _ => None,
        }
    }
}

impl<C: Into<Cell>> From<Option<C>> for Cell {
    fn from(value: Option<C>) -> Cell {
        value.map_or(Cell::Absent, Into::into)
    }
}

impl From<Instant> for Cell {
    fn from(at: Instant) -> Cell {
        Cell::Instant(at)
    }
}

impl From<NaiveDate> for Cell {
    fn from(day: NaiveDate) -> Cell {
        Cell::Day(day)
    }
}

impl From<Said> for Cell {
    fn from(said: Said) -> Cell {
        Cell::Said(said)
    }
}

impl From<Money> for Cell {
    fn from(money: Money) -> Cell {
        Cell::Money(money)
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Cell {
        Cell::Flag(flag)
    }
}

impl From<State> for Cell {
    fn from(state: State) -> Cell {
        Cell::state(state.word())
    }
}

impl From<ClockState> for Cell {
    fn from(state: ClockState) -> Cell {
        Cell::state(state.word())
    }
}

/// `e48123`, as people type it.
impl From<EntryId> for Cell {
    fn from(entry: EntryId) -> Cell {
        Cell::code(format!("e{entry}"))
    }
}

macro_rules! numbers {
    ($($variant:ident: $($ty:ty => |$v:ident| $n:expr),+;)+) => {$($(
        impl From<$ty> for Cell {
            fn from($v: $ty) -> Cell {
                Cell::$variant($n)
            }
        }
    )+)+};
}

numbers! {
    Number: i64 => |n| n, u32 => |n| i64::from(n), i32 => |n| i64::from(n),
        usize => |n| i64::try_from(n).unwrap_or(i64::MAX),
        u64 => |n| i64::try_from(n).unwrap_or(i64::MAX);
    Id: TicketNo => |id| id.0, CustomerId => |id| id.0, ContractId => |id| id.0,
        ContactId => |id| id.0, EventId => |id| id.0;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_absent_stands_last_in_every_order() {
        let mut cells = [Cell::Absent, Cell::Number(2), Cell::Number(1)];
        cells.sort_by(Cell::order);
        assert_eq!(cells, [Cell::Number(1), Cell::Number(2), Cell::Absent]);
    }

    #[test]
    fn shares_are_compared_exactly() {
        let all_but_one = Cell::Share {
            part: u64::MAX - 1,
            of: u64::MAX,
        };
        let all = Cell::Share { part: 1, of: 1 };
        assert_eq!(all_but_one.order(&all), Ordering::Less);
    }

    #[test]
    fn a_key_that_an_object_has_not_is_absent() {
        let eta = Cell::object([("at", Cell::from(Instant(5)))]);
        assert_eq!(eta.at("at"), &Cell::Instant(Instant(5)));
        assert_eq!(eta.at("told"), &Cell::Absent);
        assert_eq!(Cell::Number(1).at("at"), &Cell::Absent);
    }
}

#[cfg(test)]
mod examples {
    #[test]
    fn example_1() {
        use crate::core::time::Instant;
        use crate::render::Cell;
        let due = Cell::from(Some(Instant(0)));
        assert_eq!(due, Cell::Instant(Instant(0)));
        assert_eq!(Cell::from(None::<Instant>), Cell::Absent);
    }
}
