//! A page in plain text: for a terminal, a mail, a printer.

use std::io::Write;

use unicode_width::UnicodeWidthStr;

use super::RenderError;
use super::grid::{Alignment, Heading, LaidOutCell, Overflow, grid};
use super::label::TextRole;
use super::outcome::{Block, Cell, Chart, Doc, DocFact, DocTable, Words};
use super::shown::TimeStyle;
use super::speech::Speech;
use super::view::{Colour, RenderView};
use crate::core::text::{visible_line, visible_text, wrapped};

/// The page, a blank line between its parts.
pub(super) fn text(
    doc: &Doc,
    view: &RenderView<'_>,
    times: TimeStyle,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let speech = Speech {
        language: doc.language,
        here: view.here(),
        times,
    };
    let page = TextPage { view, speech };
    for (i, block) in doc.blocks.iter().enumerate() {
        let after_heading = i > 0 && matches!(doc.blocks[i - 1], Block::Heading(_));
        if i > 0 && !after_heading {
            out.write_all(b"\n")?;
        }
        out.write_all(page.block(block).as_bytes())?;
    }
    Ok(())
}

struct TextPage<'a> {
    view: &'a RenderView<'a>,
    speech: Speech<'a>,
}

impl TextPage<'_> {
    fn block(&self, block: &Block) -> String {
        match block {
            Block::Title(title) | Block::Heading(title) => {
                let title = self.speech.line(title);
                format!("{}\n", self.coloured(&title, TextRole::Heading))
            }
            Block::Text(text) => with_margin(&self.speech.text(text), self.view.page_width(), ""),
            Block::Struck(text) => self.struck(text),
            Block::Quote(text) => with_margin(&visible_text(text), self.view.page_width(), "  | "),
            Block::Lines(lines) => format!("{}\n", visible_text(lines).trim_end()),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
        }
    }

    fn struck(&self, text: &Words) -> String {
        let lines = with_margin(&self.speech.text(text), self.view.page_width(), "");
        let struck = lines
            .lines()
            .map(|line| format!("{}\n", self.coloured(line, TextRole::Struck)));
        struck.collect()
    }

    fn coloured(&self, words: &str, label: TextRole) -> String {
        match (self.view.colour, label) {
            (Colour::Off, _) | (_, TextRole::Plain) => words.to_owned(),
            _ => format!("{0}{words}{0:#}", label.style()),
        }
    }

    fn value(&self, cell: &Cell) -> String {
        self.speech.cell(cell)
    }

    fn facts(&self, facts: &[DocFact]) -> String {
        let labels: Vec<_> = facts.iter().map(|f| self.speech.line(&f.label)).collect();
        let widest = labels.iter().map(|label| label.width()).max().unwrap_or(0);
        let mut out = String::new();
        for (fact, label) in facts.iter().zip(&labels) {
            let gap = " ".repeat(widest - label.width());
            let value = self.coloured(&self.value(&fact.value), TextRole::of(&fact.value));
            let clause = fact.clause.as_ref();
            let clause =
                clause.map_or_else(String::new, |clause| format!(" ({})", visible_line(clause)));
            out.push_str(&format!("  {label}{gap}  {value}{clause}\n"));
        }
        out
    }

    fn table(&self, table: &DocTable) -> String {
        let heading = |(i, field): (usize, &super::outcome::Field)| {
            let side = table
                .rows
                .iter()
                .map(|row| &row[i])
                .find(|c| **c != Cell::Absent);
            Heading {
                words: self.speech.heading(field).to_uppercase(),
                side: side.map_or(Alignment::Left, Alignment::of),
            }
        };
        let headings: Vec<Heading> = table.columns.iter().enumerate().map(heading).collect();
        let paint = |cell: &Cell| LaidOutCell {
            words: self.value(cell),
            label: TextRole::of(cell),
            side: Alignment::of(cell),
        };
        let rows: Vec<Vec<LaidOutCell>> = table
            .rows
            .iter()
            .map(|row| row.iter().map(paint).collect())
            .collect();
        let width = self.view.width().map(|width| width.saturating_sub(2));
        indented(&grid(
            &headings,
            &rows,
            width,
            Overflow::Wrap,
            self.view.colour,
        ))
    }

    fn chart(&self, chart: &Chart) -> String {
        const WIDEST: f64 = 40.0;
        let longest = chart.bars.iter().map(|bar| bar.1).fold(0.0, f64::max);
        let full = chart.full.unwrap_or(longest).max(f64::MIN_POSITIVE);
        let labels: Vec<_> = chart
            .bars
            .iter()
            .map(|bar| self.speech.line(&bar.0))
            .collect();
        let widest = labels.iter().map(|label| label.width()).max().unwrap_or(0);
        let title = self.speech.line(&chart.title);
        let mut out = format!("{}\n", self.coloured(&title, TextRole::Heading));
        for ((_, length, value), label) in chart.bars.iter().zip(&labels) {
            let gap = " ".repeat(widest - label.width());
            let blocks = (length / full * WIDEST).clamp(0.0, WIDEST) as usize;
            let bar = "█".repeat(blocks);
            let line = format!("  {label}{gap}  {bar} {}", self.value(value));
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }
}

fn indented(lines: &str) -> String {
    let mut out = String::new();
    for line in lines.lines() {
        out.push_str("  ");
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// Lines cut between words, each behind `margin`; line ends of the text stay.
fn with_margin(text: &str, width: usize, margin: &str) -> String {
    let room = width.saturating_sub(margin.width()).max(20);
    let mut out = String::new();
    for line in text.lines().flat_map(|paragraph| wrapped(paragraph, room)) {
        push_line(&mut out, margin, &line);
    }
    out
}

fn push_line(out: &mut String, margin: &str, line: &str) {
    out.push_str(format!("{margin}{line}").trim_end());
    out.push('\n');
}
