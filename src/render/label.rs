//! What a value is, for the eye: a label that a theme turns into a colour. Colour never says
//! anything that the words do not.

use anstyle::{AnsiColor, Style};

use super::outcome::{Cell, Stands};

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Plain,
    /// Above columns, before facts.
    Heading,
    /// What a person types to name the thing.
    Name,
    /// Broken, refused, too late.
    Bad,
    /// Soon, waiting, with a remark.
    Careful,
    /// Met, allowed, in time.
    Good,
    /// Over, or of no account.
    Faint,
    /// Taken back.
    Struck,
}

/// Less time than this is worth a look.
const SOON: i64 = 3600;

impl Label {
    /// The label of a value.
    pub(super) fn of(cell: &Cell) -> Label {
        match cell {
            Cell::Overdue(seconds) if *seconds > 0 => Label::Bad,
            Cell::Overdue(seconds) if -seconds < SOON => Label::Careful,
            Cell::State(word) => Label::of_word(word),
            Cell::Id(_) => Label::Name,
            Cell::Absent => Label::Faint,
            Cell::Marked(marked) if marked.stands == Stands::Undone => Label::Struck,
            _ => Label::Plain,
        }
    }

    fn of_word(word: &str) -> Label {
        match word {
            "breached" | "refused" | "failed" | "error" | "void" => Label::Bad,
            "paused" | "remark" | "warning" | "corrected" => Label::Careful,
            _ if word.starts_with("waiting") => Label::Careful,
            "met" | "allowed" | "running" | "in force" | "active" => Label::Good,
            "closed" | "merged" | "superseded" | "cancelled" | "ended" => Label::Faint,
            _ => Label::Plain,
        }
    }

    /// How a terminal shows it.
    pub(super) fn style(self) -> Style {
        match self {
            Label::Plain => Style::new(),
            Label::Heading | Label::Name => Style::new().bold(),
            Label::Bad => AnsiColor::Red.on_default(),
            Label::Careful => AnsiColor::Yellow.on_default(),
            Label::Good => AnsiColor::Green.on_default(),
            Label::Faint => Style::new().dimmed(),
            Label::Struck => Style::new().dimmed().strikethrough(),
        }
    }
}
