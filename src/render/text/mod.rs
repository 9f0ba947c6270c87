//! A page in plain text: for a terminal, a mail, a printer.

mod chart;
mod excerpt;
mod table;

use std::io::Write;

pub(super) use excerpt::excerpt_lines;

use super::RenderError;
use super::cards::{CardEntry, entries};
use super::grid::{Grid, GridColumn};
use super::label::TextRole;
use super::outcome::{Block, Cell, Doc, DocFact, DocTable, Role, Row};
use super::shown::TimeStyle;
use super::speech::{PageDirection, Speech};
use super::view::RenderView;
use crate::core::text::{text_lines, visible_line, visible_text};
use crate::wording::carried;
use table::BesideRows;

/// The page, a blank line between its parts.
pub(super) fn text(
    doc: &Doc,
    view: &RenderView<'_>,
    times: TimeStyle,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let speech = Speech {
        language: doc.language,
        names: &doc.names,
        here: view.here(),
        times,
    };
    let page = TextPage { view, speech };
    for (i, block) in doc.blocks.iter().enumerate() {
        let after_heading = i > 0 && matches!(doc.blocks[i - 1], Block::Heading(_));
        if i > 0 && !after_heading {
            out.write_all(b"\n")?;
        }
        out.write_all(page.begun(page.block(block)).as_bytes())?;
    }
    Ok(())
}

/// What stands beside text is indented by this.
const INDENT: &str = "  ";

struct TextPage<'a> {
    view: &'a RenderView<'a>,
    speech: Speech<'a>,
}

impl TextPage<'_> {
    /// A terminal lays each line by its first letter, and a line of values that are kept apart has
    /// none: on a mirrored page each begins with a mark that says so.
    fn begun(&self, block: String) -> String {
        if self.speech.page_direction() == PageDirection::LeftToRight {
            return block;
        }
        let begun = |line: &str| match line {
            "" => "\n".to_owned(),
            line => format!("\u{200f}{line}\n"),
        };
        block.lines().map(begun).collect()
    }

    fn block(&self, block: &Block) -> String {
        let prose = self.view.prose_width();
        match block {
            Block::Title(title) | Block::Heading(title) => {
                self.lines(&self.speech.line(title), "", prose, TextRole::Heading)
            }
            Block::Text(text) => self.lines(&self.speech.text(text), "", prose, TextRole::Plain),
            Block::Struck(text) => self.lines(&self.speech.text(text), "", prose, TextRole::Struck),
            Block::Quote(text) => self.lines(&visible_text(text), "  | ", prose, TextRole::Plain),
            Block::Excerpt(excerpt) => excerpt_lines(excerpt, self.view.page_width()),
            Block::Source(text) => format!("{}\n", visible_text(text).trim_end()),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
        }
    }

    /// Lines cut between words, each behind `margin`; line ends of the text stay.
    fn lines(&self, text: &str, margin: &str, width: usize, label: TextRole) -> String {
        let room = width.saturating_sub(margin.len());
        let mut out = String::new();
        for line in carried(text_lines(text, room)) {
            let line = label.painted(&line, self.view.colour);
            out.push_str(format!("{margin}{line}").trim_end());
            out.push('\n');
        }
        out
    }

    fn value(&self, cell: &Cell) -> String {
        self.speech.cell(cell)
    }

    fn facts(&self, facts: &[DocFact]) -> String {
        let told = facts.iter().map(|fact| {
            let clause = fact.clause.as_ref();
            let clause = clause.map(|clause| format!(" ({})", visible_line(clause)));
            let value = self.value(&fact.value) + &clause.unwrap_or_default();
            (self.speech.line(&fact.label), value, fact)
        });
        let told: Vec<_> = told.collect();
        let all: Vec<CardEntry<'_>> = told
            .iter()
            .map(|(label, value, fact)| CardEntry {
                label,
                words: value,
                breaks: GridColumn::of(Role::of_all([&fact.value])).breaks(),
                style: TextRole::of(&fact.value),
            })
            .collect();
        entries(&all, self.view.page_width(), self.view.colour)
    }

    fn table(&self, table: &DocTable) -> String {
        let headed = table.columns.iter();
        let headed = headed.map(|field| (self.speech.heading_apart(field), field));
        let rows: Vec<&Row> = table.rows.iter().chain(&table.totals).collect();
        let grid = Grid::of(headed.collect(), &rows, &self.speech);
        let room = self.view.page_width().saturating_sub(INDENT.len());
        let notes = table.notes.iter();
        let beside = BesideRows {
            notes: notes
                .map(|(row, note)| (*row, self.speech.line(note)))
                .collect(),
            totals: table.totals.len(),
            speech: &self.speech,
        };
        let lines = table::table(grid, beside, room, self.view.colour);
        let caption = table.caption.as_ref();
        let caption = caption.map(|caption| {
            let caption = self.speech.line(caption);
            self.lines(&caption, INDENT, self.view.prose_width(), TextRole::Name)
        });
        let indented = lines.lines().map(|line| match line {
            "" => "\n".to_owned(),
            line => format!("{INDENT}{line}\n"),
        });
        caption.into_iter().chain(indented).collect()
    }
}
