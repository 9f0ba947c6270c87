//! What a value is, for the eye: a label that a theme turns into a colour. Colour never says
//! anything that the words do not.

use std::borrow::Cow;

use anstyle::{AnsiColor, Style};

use super::outcome::{Cell, Validity};
use super::view::Colour;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextRole {
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

impl TextRole {
    /// The label of a value.
    pub(super) fn of(cell: &Cell) -> TextRole {
        match cell {
            Cell::Overdue(seconds) if *seconds > 0 => TextRole::Bad,
            Cell::Overdue(seconds) if -seconds < SOON => TextRole::Careful,
            Cell::State(word) => TextRole::of_word(word),
            Cell::Id(_) => TextRole::Name,
            Cell::Absent => TextRole::Faint,
            Cell::Marked(marked) if marked.stands == Validity::Undone => TextRole::Struck,
            _ => TextRole::Plain,
        }
    }

    fn of_word(word: &str) -> TextRole {
        match word {
            "breached" | "refused" | "failed" | "error" | "void" => TextRole::Bad,
            "paused" | "remark" | "warning" | "corrected" => TextRole::Careful,
            _ if word.starts_with("waiting") => TextRole::Careful,
            "met" | "allowed" | "running" | "in force" | "active" => TextRole::Good,
            "closed" | "merged" | "superseded" | "cancelled" | "ended" => TextRole::Faint,
            _ => TextRole::Plain,
        }
    }

    /// The words as a terminal shows them.
    pub(super) fn painted(self, words: &str, colour: Colour) -> Cow<'_, str> {
        match (colour, self) {
            (Colour::Off, _) | (_, TextRole::Plain) => Cow::Borrowed(words),
            _ => Cow::Owned(format!("{0}{words}{0:#}", self.style())),
        }
    }

    fn style(self) -> Style {
        match self {
            TextRole::Plain => Style::new(),
            TextRole::Heading | TextRole::Name => Style::new().bold(),
            TextRole::Bad => AnsiColor::Red.on_default(),
            TextRole::Careful => AnsiColor::Yellow.on_default(),
            TextRole::Good => AnsiColor::Green.on_default(),
            TextRole::Faint => Style::new().dimmed(),
            TextRole::Struck => Style::new().dimmed().strikethrough(),
        }
    }
}
