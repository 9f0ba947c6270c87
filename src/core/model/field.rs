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
    /// For anyone's word; what fits nothing is an empty answer.
    Anyones,
    /// For a time within a period.
    Time,
    /// For a number.
    Number,
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
    /// What it is, for help.
    pub says: &'static str,
    /// What its flag gives, where that is said otherwise.
    pub flag: Option<&'static str>,
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
    const fn new(key: &'static str, holds: FieldType, says: &'static str) -> TicketField {
        TicketField {
            key,
            typed: key,
            letter: None,
            value: "",
            says,
            flag: None,
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
    const fn filter(key: &'static str, asked: FilterKind, says: &'static str) -> TicketField {
        TicketField {
            loads: Loads::Nothing,
            column: ListColumn::Nowhere,
            asked: Some(asked),
            ..TicketField::new(key, FieldType::Parts, says)
        }
    }

    /// A word of the plan: typed, shown, asked and grouped by.
    const fn word(word: TicketWord, value: &'static str, says: &'static str) -> TicketField {
        TicketField {
            asked: Some(FilterKind::Known),
            value,
            set_by: SetBy {
                open: true,
                edit: true,
                import: true,
            },
            groups: true,
            ..TicketField::new(word.key(), FieldType::Word(word), says)
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

    const fn flag(mut self, says: &'static str) -> TicketField {
        self.flag = Some(says);
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

use FilterKind::{Anyones, Known, Number, Time};
use Loads::{Fold, People};
type F = TicketField;

/// Every field of a ticket: the columns in their order, then what can only be asked.
pub const FIELDS: &[TicketField] = &[
    F::new("ticket", FieldType::Id, "its number")
        .default()
        .asked(Number),
    F::new("opened", FieldType::Instant, "when it was opened")
        .default()
        .asked(Time),
    F::new(
        "state",
        FieldType::State,
        "where it stands; also waiting, active",
    )
    .default()
    .asked(FilterKind::State)
    .groups(),
    F::new(
        "priority",
        FieldType::Code,
        "what its plan calls so; p1 to p9 also by rank",
    )
    .default()
    .asked(Known)
    .letter('p')
    .value("P")
    .flag("how urgent it is, in the plan's words")
    .set_by_open()
    .set_by_import(),
    F::new("customer", FieldType::Code, "whose ticket it is")
        .default()
        .loads(People)
        .asked(Known)
        .groups()
        .set_by_import(),
    F::new("contact", FieldType::Text, "the person who asked")
        .default()
        .loads(People)
        .asked(Known)
        .groups()
        .value("PERSON")
        .flag("the person of the customer who asks")
        .set_by_open()
        .set_by_edit(),
    F::new("assignee", FieldType::Code, "who has it")
        .default()
        .asked(Known)
        .groups()
        .value("STAFF")
        .flag("who takes it")
        .set_by_open()
        .set_by_import(),
    F::new("subject", FieldType::Text, "what is wrong, in one line")
        .default()
        .value("S")
        .set_by_edit()
        .set_by_import(),
    F::new(
        "priority_rank",
        FieldType::Number,
        "of its priority; 1 is the highest",
    ),
    F::new("contract", FieldType::Id, "the contract it is under")
        .asked(Known)
        .groups()
        .value("C")
        .flag("the contract, where more than one is in force")
        .set_by_open(),
    F::new("plan", FieldType::Code, "the plan it is under")
        .asked(Known)
        .groups(),
    F::new("terms", FieldType::Id, "the event that pinned its terms"),
    F::new("channel", FieldType::Code, "how it came in")
        .asked(Known)
        .groups()
        .letter('c')
        .value("CHANNEL")
        .flag("how the customer got in touch")
        .set_by_open()
        .set_by_import(),
    F::word(TicketWord::Topic, "T", "what it is about").letter('t'),
    F::word(TicketWord::Environment, "E", "where it happens"),
    F::word(TicketWord::Component, "K", "in what it happens"),
    F::word(TicketWord::Version, "V", "of the product").asked(Anyones),
    F::new(
        "line",
        FieldType::Text,
        "the support line it is with; 2: the second",
    )
    .asked(Known)
    .groups(),
    F::new("tags", FieldType::Parts, "its tags").loads(Fold),
    F::new("account_manager", FieldType::Code, "of its customer")
        .typed("account-manager")
        .loads(People)
        .asked(Known)
        .groups(),
    F::new(
        "account_manager_email",
        FieldType::Text,
        "where he or she reads",
    )
    .typed("account-manager-email")
    .loads(People),
    F::new("contact_name", FieldType::Text, "the name of who asked")
        .typed("contact-name")
        .loads(People),
    F::new("opened_by", FieldType::Code, "who entered it").typed("opened-by"),
    F::new(
        "responded",
        FieldType::Instant,
        "when the desk first answered",
    )
    .asked(Time),
    F::new("resolved", FieldType::Instant, "when it was resolved").asked(Time),
    F::new("closed", FieldType::Instant, "when it was closed").asked(Time),
    F::new(
        "updated",
        FieldType::Instant,
        "when something last happened",
    )
    .asked(Time),
    F::new("follow_up", FieldType::Instant, "when to look again")
        .typed("follow-up")
        .asked(Time),
    F::new("waiting_for", FieldType::Code, "for whom it waits").typed("waiting-for"),
    F::new("spoke_last", FieldType::Code, "who spoke last").typed("spoke-last"),
    F::new(
        "eta",
        FieldType::Parts,
        "when it should be done, and who was told",
    )
    .loads(Fold),
    F::new(
        "worked_seconds",
        FieldType::Seconds,
        "the time that was booked",
    )
    .typed("worked-seconds"),
    F::new("courtesy", FieldType::Flag, "opened by override"),
    F::new("refused", FieldType::Flag, "kept as refused"),
    F::new("exempt", FieldType::Parts, "the exclusion that applies")
        .loads(Fold)
        .groups(),
    F::new(
        "merged_into",
        FieldType::Id,
        "the ticket that it goes on as",
    )
    .typed("merged-into"),
    F::new("closed_as", FieldType::Code, "how it was closed").typed("closed-as"),
    F::new("links", FieldType::Parts, "the tickets it is linked to").loads(Fold),
    F::new("last_event", FieldType::Id, "its last event").typed("last-event"),
    F::new("clocks", FieldType::Parts, "its clocks").loads(Fold),
    F::new(
        "not_promised",
        FieldType::Parts,
        "what its terms do not promise",
    )
    .typed("not-promised")
    .loads(Fold),
    F::new(
        "rulings",
        FieldType::Parts,
        "what was said against it at its opening",
    )
    .loads(Fold),
    F::new(
        "override_reason",
        FieldType::Text,
        "why a rule was forgiven",
    )
    .typed("override-reason")
    .loads(Fold),
    F::new("source", FieldType::Text, "where an import found it").asked(Anyones),
    F::word(TicketWord::Impact, "I", "how much it does harm"),
    F::word(TicketWord::Urgency, "U", "how soon it matters"),
    F::new("language", FieldType::Code, "the language it is in")
        .asked(Known)
        .groups()
        .value("L")
        .set_by_open()
        .set_by_edit(),
    F::filter("tag", Anyones, "a tag it has"),
    F::filter("due", Time, "when one of its clocks is due"),
    F::filter("milestone", Known, "that a clock is about"),
    F::filter(
        "clock",
        FilterKind::Clock,
        "what a clock shows: breached, response.met",
    ),
    F::filter(
        "is",
        FilterKind::Is,
        "overdue, at-risk, unanswered, courtesy, refused, exempt",
    ),
    F::filter("text", FilterKind::Text, "words in its subject or texts"),
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
