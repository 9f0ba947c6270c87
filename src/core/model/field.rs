//! The table of ticket fields: all that the program knows of a field of tickets stands in its row.
//!
//! Flags, filters, columns, `--fields`, `--sort`, `--by`, mappings, completion and help pages come
//! from here. The key is the flag, the filter, the column, the JSON key and the name in the
//! database; flags and filters write it with hyphens.

use super::TicketWord;

/// What a field holds, and so how it is read from a ticket's row and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldType {
    /// A word of the plan.
    Word(TicketWord),
    /// A code or a key.
    Code,
    /// What people wrote, or a name.
    Text,
    /// The number of a ticket, contract or event.
    Id,
    /// A whole number.
    Number,
    /// Seconds of work.
    Seconds,
    /// A point in time.
    Instant,
    /// Yes or no.
    Flag,
    /// The state of a ticket.
    State,
    /// Several values, or a value with parts.
    Parts,
}

/// What must be loaded to tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Loads {
    /// The ticket's own row.
    Row,
    /// Who is involved: customer, contact, staff.
    People,
    /// The ticket folded from its events.
    Fold,
    /// Nothing shows it: it can only be asked.
    Nothing,
}

/// Where it stands in a list of tickets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ListColumn {
    /// Among the columns when nobody asks for others.
    ByDefault,
    /// Only where `--fields` names it.
    OnRequest,
    /// It is no column.
    Nowhere,
}

/// How a filter asks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FilterKind {
    /// For one of the values that the desk knows; another is an error.
    Known,
    /// For somebody of the desk; `me` is who asks.
    Person,
    /// For a ticket's number, or a range of them.
    Ticket,
    /// For a contract: by number, a range of them, or by its customer.
    Contract,
    /// For anyone's word; what fits nothing is an empty answer.
    Anyones,
    /// For a time within a period.
    Time,
    /// For a state of tickets, or a group of them.
    State,
    /// For what a clock shows.
    Clock,
    /// For one of the facts that have a name of their own.
    Is,
    /// For words in its texts.
    Text,
}

/// Which verbs give a ticket its value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SetBy {
    /// By `open`.
    pub open: bool,
    /// By `edit`.
    pub edit: bool,
    /// By a column of a log.
    pub import: bool,
}

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TicketField {
    /// `account_manager`: the column, JSON key and name in the database.
    pub key: &'static str,
    /// `account-manager`: the flag and the filter.
    pub typed: &'static str,
    /// The flag's letter.
    pub letter: Option<char>,
    /// What stands for its value in a usage line.
    pub value: &'static str,
    /// What its values are.
    pub holds: FieldType,
    /// Which tables must be read for it.
    pub loads: Loads,
    /// Whether lists show it unasked.
    pub column: ListColumn,
    /// None: no filter asks it.
    pub asked: Option<FilterKind>,
    /// Which verbs set it.
    pub set_by: SetBy,
    /// Reports can be grouped by it.
    pub groups: bool,
}

impl TicketField {
    const fn new(key: &'static str, holds: FieldType) -> TicketField {
        TicketField {
            key,
            typed: key,
            letter: None,
            value: "",
            holds,
            loads: Loads::Row,
            column: ListColumn::OnRequest,
            asked: None,
            set_by: SetBy {
                open: false,
                edit: false,
                import: false,
            },
            groups: false,
        }
    }

    /// Known by a filter and shown nowhere.
    const fn filter(key: &'static str, asked: FilterKind) -> TicketField {
        TicketField {
            loads: Loads::Nothing,
            column: ListColumn::Nowhere,
            asked: Some(asked),
            ..TicketField::new(key, FieldType::Parts)
        }
    }

    /// A word of the plan: typed, shown, asked and grouped by.
    const fn word(word: TicketWord, value: &'static str) -> TicketField {
        TicketField {
            asked: Some(FilterKind::Known),
            value,
            set_by: SetBy {
                open: true,
                edit: true,
                import: true,
            },
            groups: true,
            ..TicketField::new(word.key(), FieldType::Word(word))
        }
    }

    const fn default(mut self) -> TicketField {
        self.column = ListColumn::ByDefault;
        self
    }

    const fn asked(mut self, asked: FilterKind) -> TicketField {
        self.asked = Some(asked);
        self
    }

    const fn typed(mut self, typed: &'static str) -> TicketField {
        self.typed = typed;
        self
    }

    const fn letter(mut self, letter: char) -> TicketField {
        self.letter = Some(letter);
        self
    }

    const fn value(mut self, value: &'static str) -> TicketField {
        self.value = value;
        self
    }

    const fn loads(mut self, loads: Loads) -> TicketField {
        self.loads = loads;
        self
    }

    const fn groups(mut self) -> TicketField {
        self.groups = true;
        self
    }

    const fn set_by_open(mut self) -> TicketField {
        self.set_by.open = true;
        self
    }

    const fn set_by_edit(mut self) -> TicketField {
        self.set_by.edit = true;
        self
    }

    const fn set_by_import(mut self) -> TicketField {
        self.set_by.import = true;
        self
    }

    /// The field of that key, written with either sign.
    ///
    /// ```
    /// use sladesk::core::model::TicketField;
    /// let field = TicketField::of("account-manager").unwrap();
    /// assert_eq!(field.key, "account_manager");
    /// assert!(TicketField::of("mood").is_none());
    /// ```
    pub fn of(name: &str) -> Option<&'static TicketField> {
        FIELDS
            .iter()
            .find(|field| field.key == name || field.typed == name)
    }

    /// The field of a key that the program itself writes.
    ///
    /// # Panics
    /// No field has it: that is a mistake in the program.
    pub fn row(key: &str) -> &'static TicketField {
        TicketField::of(key).expect("a key that the program writes has its row")
    }

    /// The fields that a report can be grouped by.
    pub fn grouping() -> impl Iterator<Item = &'static TicketField> {
        FIELDS.iter().filter(|field| field.groups)
    }

    /// The word of the plan that it holds.
    pub const fn as_word(&self) -> Option<TicketWord> {
        match self.holds {
            FieldType::Word(word) => Some(word),
            _ => None,
        }
    }
}

use FilterKind::{Anyones, Known, Person, Time};
use Loads::{Fold, People};
type F = TicketField;

/// Every field of a ticket: the columns in their order, then what can only be asked.
pub const FIELDS: &[TicketField] = &[
    F::new("ticket", FieldType::Id)
        .default()
        .asked(FilterKind::Ticket),
    F::new("opened", FieldType::Instant)
        .default()
        .asked(Time)
        .set_by_import(),
    F::new("state", FieldType::State)
        .default()
        .asked(FilterKind::State)
        .groups(),
    F::new("priority", FieldType::Code)
        .default()
        .asked(Known)
        .letter('p')
        .value("P")
        .set_by_open()
        .set_by_import(),
    F::new("customer", FieldType::Code)
        .default()
        .loads(People)
        .asked(Known)
        .groups()
        .set_by_import(),
    F::new("contact", FieldType::Text)
        .default()
        .loads(People)
        .asked(Known)
        .groups()
        .value("PERSON")
        .set_by_open()
        .set_by_edit()
        .set_by_import(),
    F::new("assignee", FieldType::Code)
        .default()
        .asked(Person)
        .groups()
        .value("STAFF")
        .set_by_open()
        .set_by_import(),
    F::new("subject", FieldType::Text)
        .default()
        .value("S")
        .set_by_edit()
        .set_by_import(),
    F::new("priority_rank", FieldType::Number),
    F::new("contract", FieldType::Id)
        .asked(FilterKind::Contract)
        .groups()
        .value("C")
        .set_by_open(),
    F::new("plan", FieldType::Code).asked(Known).groups(),
    F::new("terms", FieldType::Id),
    F::new("channel", FieldType::Code)
        .asked(Known)
        .groups()
        .letter('c')
        .value("CHANNEL")
        .set_by_open()
        .set_by_import(),
    F::word(TicketWord::Topic, "T").letter('t'),
    F::word(TicketWord::Environment, "E"),
    F::word(TicketWord::Component, "K"),
    F::word(TicketWord::Version, "V").asked(Anyones),
    F::new("line", FieldType::Text).asked(Known).groups(),
    F::new("tags", FieldType::Parts).loads(Fold).set_by_import(),
    F::new("account_manager", FieldType::Code)
        .typed("account-manager")
        .loads(People)
        .asked(Person)
        .groups(),
    F::new("account_manager_email", FieldType::Text)
        .typed("account-manager-email")
        .loads(People),
    F::new("contact_name", FieldType::Text)
        .typed("contact-name")
        .loads(People),
    F::new("opened_by", FieldType::Code).typed("opened-by"),
    F::new("responded", FieldType::Instant).asked(Time),
    F::new("resolved", FieldType::Instant).asked(Time),
    F::new("closed", FieldType::Instant).asked(Time),
    F::new("updated", FieldType::Instant).asked(Time),
    F::new("follow_up", FieldType::Instant)
        .typed("follow-up")
        .asked(Time),
    F::new("waiting_for", FieldType::Code).typed("waiting-for"),
    F::new("spoke_last", FieldType::Code).typed("spoke-last"),
    F::new("eta", FieldType::Parts).loads(Fold),
    F::new("worked_seconds", FieldType::Seconds).typed("worked-seconds"),
    F::new("courtesy", FieldType::Flag),
    F::new("refused", FieldType::Flag),
    F::new("exempt", FieldType::Parts).loads(Fold).groups(),
    F::new("merged_into", FieldType::Id).typed("merged-into"),
    F::new("closed_as", FieldType::Code).typed("closed-as"),
    F::new("links", FieldType::Parts).loads(Fold),
    F::new("last_event", FieldType::Id).typed("last-event"),
    F::new("clocks", FieldType::Parts).loads(Fold),
    F::new("not_promised", FieldType::Parts)
        .typed("not-promised")
        .loads(Fold),
    F::new("rulings", FieldType::Parts).loads(Fold),
    F::new("override_reason", FieldType::Text)
        .typed("override-reason")
        .loads(Fold),
    F::new("source", FieldType::Text).asked(Anyones),
    F::word(TicketWord::Impact, "I"),
    F::word(TicketWord::Urgency, "U"),
    F::new("language", FieldType::Code)
        .asked(Known)
        .groups()
        .value("L")
        .set_by_open()
        .set_by_edit(),
    F::new("asks", FieldType::Parts)
        .loads(Fold)
        .value("KIND")
        .set_by_open()
        .set_by_edit(),
    F::new("acts", FieldType::Parts).loads(Fold),
    F::filter("tag", Anyones),
    F::filter("due", Time),
    F::filter("milestone", Known),
    F::filter("clock", FilterKind::Clock),
    F::filter("is", FilterKind::Is),
    F::filter("text", FilterKind::Text),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_said_once_and_typed_with_hyphens() {
        for (place, field) in FIELDS.iter().enumerate() {
            let typed = field.key.replace('_', "-");
            assert!(
                field.typed == typed || field.asked.is_none(),
                "{}",
                field.key
            );
            let again = FIELDS[place + 1..].iter().any(|f| f.key == field.key);
            assert!(!again, "{} stands twice", field.key);
        }
    }

    #[test]
    fn every_word_of_the_plan_has_its_row() {
        for word in TicketWord::ALL {
            let field = TicketField::of(word.key()).expect("a row");
            assert_eq!(field.as_word(), Some(word));
            assert_eq!(TicketWord::of_key(field.key), Some(word));
        }
    }

    #[test]
    fn a_letter_stands_for_one_field() {
        let mut letters: Vec<char> = FIELDS.iter().filter_map(|f| f.letter).collect();
        let all = letters.len();
        letters.sort_unstable();
        letters.dedup();
        assert_eq!(letters.len(), all);
    }
}
