//! The shapes that a value of a plan file may have. The schema is a table of keys with a shape
//! each; the same table judges a file and prints the reference page.

use super::section::Section;
use super::tree::TreeValue;

/// The words that a file defines and refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vocabulary {
    Calendars,
    Priorities,
    Milestones,
    Changes,
    Channels,
    Topics,
    Services,
    Exclusions,
    Qualifications,
    Environments,
    Components,
    Versions,
    /// Environments and components together.
    Surroundings,
    /// What can be said of a request: priorities, topics, environments, components, languages and
    /// kinds.
    Requests,
    /// Kinds that the file defines.
    Kinds,
    /// What tells tickets apart: kinds, and words that are kinds by themselves.
    KindWords,
    Allowances,
    /// Acts that the file defines.
    Acts,
    Plans,
    Impacts,
    Urgencies,
}

/// Each with what one of them is called, and the tables of the file that define them.
#[rustfmt::skip]
const VOCABULARIES: &[(Vocabulary, &str, &[&str])] = &[
    (Vocabulary::Calendars, "calendar", &["calendars"]),
    (Vocabulary::Priorities, "priority", &["priorities"]),
    (Vocabulary::Milestones, "milestone", &["milestones"]),
    (Vocabulary::Changes, "priority change", &["priority-changes"]),
    (Vocabulary::Channels, "channel", &["channels"]),
    (Vocabulary::Topics, "topic", &["topics"]),
    (Vocabulary::Services, "service", &["services"]),
    (Vocabulary::Exclusions, "exclusion", &["exclusions"]),
    (Vocabulary::Qualifications, "qualification", &["qualifications"]),
    (Vocabulary::Environments, "environment", &["environments"]),
    (Vocabulary::Components, "component", &["components"]),
    (Vocabulary::Versions, "version", &["versions"]),
    (Vocabulary::Surroundings, "environment or component", &["environments", "components"]),
    (Vocabulary::Requests, "word", &["priorities", "topics", "environments", "components", "kinds"]),
    (Vocabulary::Kinds, "kind", &["kinds"]),
    (Vocabulary::KindWords, "kind", &["kinds", "channels", "topics", "components", "environments"]),
    (Vocabulary::Allowances, "allowance", &["allowances"]),
    (Vocabulary::Acts, "act", &["acts"]),
    (Vocabulary::Plans, "plan", &["plans"]),
    (Vocabulary::Impacts, "impact", &["impacts"]),
    (Vocabulary::Urgencies, "urgency", &["urgencies"]),
];

impl Vocabulary {
    /// Those that a table of the file defines alone.
    pub(super) fn of_table(table: &str) -> Option<Vocabulary> {
        let mut all = VOCABULARIES.iter();
        all.find(|(_, _, tables)| *tables == [table])
            .map(|(words, _, _)| *words)
    }

    /// The tables of the file that define them.
    pub(super) fn tables(self) -> &'static [&'static str] {
        let mut all = VOCABULARIES.iter();
        let row = all.find(|(words, _, _)| *words == self);
        row.map_or(&[], |(_, _, tables)| tables)
    }

    /// One of them, for people.
    pub(super) fn one(self) -> &'static str {
        let mut all = VOCABULARIES.iter();
        let row = all.find(|(words, _, _)| *words == self);
        row.map_or("word", |(_, one, _)| one)
    }
}

/// What may stand at a key.
#[derive(Clone, Copy, Debug)]
pub(super) enum ValueShape {
    Text,
    /// A text, or a table of languages with a text for each.
    Title,
    /// The tag of a language.
    LanguageTag,
    Id,
    /// A whole number of that range.
    Whole(i64, i64),
    /// A sum of money or a percentage, kept as written.
    Figure,
    Flag,
    /// How long a promise may take.
    Duration,
    /// Days of the calendar.
    CalendarDays,
    /// Hours and minutes of work.
    Effort,
    /// Months or years.
    Period,
    /// Days, weeks, months or years.
    Notice,
    Zone,
    DaySet,
    /// Weekly hours, in words.
    Week,
    /// Weekly hours in words, or the name of a calendar.
    Hours,
    /// The hours of one day, in words.
    DayHours,
    /// A time of the day.
    TimeOfDay,
    /// A day of the calendar.
    Day,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A word that the file defines.
    Name(Vocabulary),
    List(&'static ValueShape),
    /// A list of the file's words, or all of them but some.
    Included(Vocabulary),
    Table(&'static TableShape),
    /// A table with an entry for each word of the file.
    Of(Vocabulary, &'static ValueShape),
    /// A table that defines words, and what may stand there in place of a table.
    Defines(&'static TableShape, ShortForm),
    /// A table that defines plans, whose keys are those of the file in part.
    Plans,
    /// A table whose keys are dates.
    Dates(&'static ValueShape),
    /// The same for every priority, or a table by priority.
    ByPriority(&'static ValueShape),
    /// The same, and under `when` another for tickets of a kind.
    ByKind(&'static ValueShape),
    Either(&'static [ValueShape]),
    /// The value, or a word that it is agreed at signing.
    Agreed(&'static ValueShape),
    /// Where the source says it: a text, or a table with a text for each key.
    Clause,
}

impl ValueShape {
    /// The table with fixed keys that it is, or can be.
    pub(super) fn table(&self) -> Option<&'static TableShape> {
        match self {
            ValueShape::Table(table) => Some(table),
            ValueShape::Agreed(inner)
            | ValueShape::ByPriority(inner)
            | ValueShape::ByKind(inner)
            | ValueShape::Of(_, inner) => inner.table(),
            ValueShape::Either(shapes) => shapes.iter().find_map(ValueShape::table),
            _ => None,
        }
    }
}

/// What a definition may be besides a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShortForm {
    /// A text: the title alone.
    Title,
    /// What a fact says.
    Text,
    /// The hours of a calendar.
    Week,
    Never,
}

/// A table with fixed keys.
#[derive(Debug)]
pub(super) struct TableShape {
    /// What the page of keys calls it by.
    pub id: &'static str,
    /// Which of the keys stand in it; those of [`Where::Inside`] and [`Where::Both`] always do.
    pub side: KeyScope,
    /// Its keys, in the order in which the reference page has them.
    pub keys: &'static [KeySpec],
    /// Keys of which only one may be given.
    pub one_of: &'static [&'static str],
    /// Keys of which one must be given, when it stands by itself and nothing is merged into it.
    pub needs: &'static [&'static str],
    /// What is said of a word that the plan includes, before all that its keys say.
    pub word: &'static str,
    /// What stands between the parts of what is said of it.
    pub between: &'static str,
}

impl TableShape {
    /// Its keys and those of every table.
    pub(super) fn all(&self) -> impl Iterator<Item = &'static KeySpec> + use<> {
        let side = self.side;
        let own = self.keys.iter().filter(move |key| {
            matches!(key.scope, KeyScope::Inside | KeyScope::Both) || key.scope == side
        });
        let common = COMMON
            .iter()
            .filter(|c| self.keys.iter().all(|key| key.name != c.name));
        own.chain(common.collect::<Vec<_>>())
    }

    pub(super) fn key(&self, name: &str) -> Option<&'static KeySpec> {
        self.all().find(|key| key.name == name)
    }

    /// Its keys in a document, which a file need not have.
    pub(super) fn in_a_document(&self) -> impl Iterator<Item = &'static KeySpec> + Clone + use<> {
        self.keys.iter()
    }
}

/// In which part of a file a key may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyScope {
    /// In a table that has it anyway.
    Inside,
    File,
    Plan,
    Both,
    /// In a document alone: a file says it elsewhere.
    Document,
}

/// A key: its shape, and what is said where it stands.
#[derive(Debug)]
pub(super) struct KeySpec {
    /// As it is written.
    pub name: &'static str,
    /// What may stand at it.
    pub shape: ValueShape,
    /// In which part of a file it may stand.
    pub scope: KeyScope,
    /// What holds without it: a value in backticks, or words.
    pub default: &'static str,
    /// Whether its table cannot do without it.
    pub required: bool,
    /// Whether it is named when a misspelt key asks what was expected; the others are seldom
    /// written and would hide it.
    pub listed: bool,
    /// Where a plan's page shows it, and what it is called there; `{is}` is the title of a word.
    pub page: Option<(Section, &'static str)>,
    /// What it adds to the line of its table.
    pub says: LineText,
    /// Values that are said in words of their own.
    pub worded: &'static [(&'static str, &'static str)],
    /// How a signing asks for it where it is left open.
    pub asks: Option<SigningQuestion>,
}

/// What a key adds to the line of its table. In the text `{}` is the value, its items with commas
/// between; `{or}` puts that word between them; `{case}` counts cases, `{hour}` is so much work.
/// A text that begins with a space or a comma follows what is before it directly.
#[derive(Clone, Copy, Debug)]
pub(super) enum LineText {
    Nothing,
    /// Where it is another value than what holds anyway.
    Unusual(&'static str),
    /// Always; the second where there is nothing, or an empty list.
    Always(&'static str, &'static str),
    /// In place of the word that the plan includes it, or does not: of a flag that is set.
    Included(&'static str),
    NotIncluded(&'static str),
}

/// How a signing asks for what is left open.
#[derive(Clone, Copy, Debug)]
pub(super) struct SigningQuestion {
    /// What it is, for people; `{is}` is the title of the word around it.
    pub what: &'static str,
    /// A value that it could have.
    pub example: &'static str,
    /// Whether a signing must settle it whatever else is agreed, and why or why not.
    pub needed: bool,
    /// Why it is asked for, or is not.
    pub why: &'static str,
}

impl KeySpec {
    pub(super) const fn new(name: &'static str, shape: ValueShape) -> KeySpec {
        KeySpec {
            name,
            shape,
            scope: KeyScope::Inside,
            default: "",
            required: false,
            listed: true,
            page: None,
            says: LineText::Nothing,
            worded: &[],
            asks: None,
        }
    }

    pub(super) const fn page(mut self, section: Section, called: &'static str) -> KeySpec {
        self.page = Some((section, called));
        self
    }

    pub(super) const fn says(mut self, says: LineText) -> KeySpec {
        self.says = says;
        self
    }

    pub(super) const fn worded(
        mut self,
        worded: &'static [(&'static str, &'static str)],
    ) -> KeySpec {
        self.worded = worded;
        self
    }

    /// A signing asks for it where it is left open: for what, a value, and why.
    pub(super) const fn asks(
        mut self,
        what: &'static str,
        example: &'static str,
        why: &'static str,
    ) -> KeySpec {
        let needed = true;
        self.asks = Some(SigningQuestion {
            what,
            example,
            needed,
            why,
        });
        self
    }

    /// A signing does without it.
    pub(super) const fn unasked(mut self) -> KeySpec {
        if let Some(asks) = &mut self.asks {
            asks.needed = false;
        }
        self
    }

    pub(super) const fn scope(mut self, scope: KeyScope) -> KeySpec {
        self.scope = scope;
        self
    }

    pub(super) const fn default(mut self, default: &'static str) -> KeySpec {
        self.default = default;
        self
    }

    /// The words of the file of which a plan lists those that it includes, where it is that list.
    pub(super) fn included(&self) -> Option<Vocabulary> {
        match self.shape {
            ValueShape::Included(words) => Some(words),
            ValueShape::Agreed(ValueShape::Included(words)) => Some(*words),
            _ => None,
        }
    }

    /// What holds without it, where that is a value: a list that is no limit is empty.
    pub(super) fn usual(&self) -> Option<TreeValue> {
        let unlimited =
            || matches!(self.shape, ValueShape::List(_)).then(|| TreeValue::List(Vec::new()));
        match self.default {
            "all" | "any" => unlimited(),
            "`[]`" => Some(TreeValue::List(Vec::new())),
            "`false`" => Some(TreeValue::Flag(false)),
            other => {
                let word = other.strip_prefix("`\"")?.strip_suffix("\"`")?;
                (!word.contains('`')).then(|| TreeValue::Text(word.to_owned()))
            }
        }
    }

    pub(super) const fn required(mut self) -> KeySpec {
        self.required = true;
        self
    }

    pub(super) const fn seldom(mut self) -> KeySpec {
        self.listed = false;
        self
    }
}

/// The keys that may stand in every table.
pub(super) const COMMON: &[KeySpec] = &[
    KeySpec::new("clause", ValueShape::Clause),
    KeySpec::new("note", ValueShape::Clause),
    KeySpec::new("conflicts-with", ValueShape::Text).seldom(),
    KeySpec::new("allow", ValueShape::List(&ValueShape::Text)).seldom(),
];

/// Words that no definition may be called: they mean something where the definitions stand. The
/// names of days come last.
pub(super) const RESERVED: &[&str] = &[
    "clause",
    "note",
    "conflicts-with",
    "allow",
    "open",
    "none",
    "title",
    "one-of",
    "all-of",
    "all-but",
    "within",
    "hours",
    "business-days",
    "negotiable",
    "cut-off",
    "says",
    "commitment",
    "around-the-clock",
    "when",
    "otherwise",
    "best-effort",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
];
