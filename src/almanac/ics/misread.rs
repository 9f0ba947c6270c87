//! What cannot be understood of a calendar file: codes, with the place.

/// Why a whole file is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IcsError {
    /// It has more bytes than these.
    TooLarge(usize),
    /// It does not begin with `BEGIN:VCALENDAR`.
    NoCalendar(usize),
    /// It ends on that line, before `END:VCALENDAR`.
    Unfinished(usize),
    /// A part begins or ends on a line where it cannot.
    Misplaced {
        /// From 1.
        line: usize,
        /// What stands there.
        found: String,
        /// What may.
        expected: Option<String>,
    },
    /// Parts stand within each other, deeper than anybody writes.
    TooDeep(usize),
    /// With the event of that line there are more days than these.
    TooManyDays(usize, usize),
}

impl IcsError {
    /// The line, from 1.
    pub fn line(&self) -> usize {
        match self {
            IcsError::TooLarge(_) => 1,
            IcsError::NoCalendar(line)
            | IcsError::Unfinished(line)
            | IcsError::TooDeep(line)
            | IcsError::TooManyDays(line, _)
            | IcsError::Misplaced { line, .. } => *line,
        }
    }
}

/// Why an event is not understood. What would be wrong to guess is none of its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventMistake {
    /// A line that is no `NAME:value`.
    Line,
    /// The event does not say when it begins.
    NoStart,
    /// A text that is no date.
    Date(String),
    /// Begin and end are midnights of UTC, and it is not said whose day that is.
    MidnightOfUtc,
    /// It is to be a whole day and begins or ends within one.
    NoWholeDay(String),
    /// It ends before it begins.
    EndsFirst,
    /// It lasts more days than these.
    TooLong(i64),
    /// A length that is no number of whole days.
    Length(String),
    /// A part of a rule of repetition.
    Rule(String),
    /// A rule that does not say in what it counts.
    NoFrequency,
    /// A part of a rule that says nothing beside the others.
    RuleTogether(&'static str),
    /// `EXRULE`, which nobody is to write any more.
    ExceptionRule,
    /// It stands for one occurrence and all that follow.
    AndFuture,
    /// It stands for an occurrence that there is not.
    NoSuchOccurrence(String),
    /// This line says of the same occurrence something else.
    Contradicts(usize),
    /// It belongs to the event of that line, which is not understood.
    BelongsTo(usize),
}

/// What is not understood, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IcsMistake {
    /// From 1.
    pub line: usize,
    /// What stands there.
    pub what: EventMistake,
}
