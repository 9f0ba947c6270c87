//! A page in markdown: for a wiki, an issue, a mail.

use std::io::Write;

use super::RenderError;
use super::outcome::{BarChart, Block, Cell, Chart, Doc, DocTable, Words};
use super::speech::Speech;
use super::text::excerpt_lines;
use super::view::RenderView;
use crate::core::text::{visible_line, visible_text};

/// The page; times are written out, since it is read later.
pub(super) fn markdown(
    doc: &Doc,
    view: &RenderView<'_>,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let speech = Speech::of_page(doc, view);
    for (i, block) in doc.blocks.iter().enumerate() {
        if i > 0 {
            out.write_all(b"\n")?;
        }
        out.write_all(drawn(block, &speech).as_bytes())?;
    }
    Ok(())
}

fn drawn(block: &Block, speech: &Speech<'_>) -> String {
    let value = |cell: &Cell| escaped(&speech.cell(cell));
    let line = |words: &Words| escaped(&speech.line(words));
    match block {
        Block::Title(title) => format!("# {}\n", line(title)),
        Block::Heading(heading) => format!("## {}\n", line(heading)),
        Block::Text(text) => format!("{}\n", escaped(&speech.text(text))),
        Block::Struck(text) => format!("~~{}~~\n", escaped(&speech.text(text))),
        Block::Quote(text) => {
            let text = visible_text(text);
            text.lines()
                .map(|line| format!("> {}\n", escaped(line)))
                .collect()
        }
        Block::Excerpt(excerpt) => fenced(&excerpt_lines(excerpt, usize::MAX)),
        Block::Source(text) => fenced(&visible_text(text)),
        Block::Facts(facts) => facts
            .iter()
            .map(|fact| {
                let clause = fact.clause.as_ref();
                let clause = clause.map_or_else(String::new, |c| format!(" ({})", line_of(c)));
                format!(
                    "- **{}**: {}{clause}\n",
                    line(&fact.label),
                    value(&fact.value)
                )
            })
            .collect(),
        Block::Table(table) => pipes(table, speech),
        Block::Chart(Chart::Bars(chart)) => bars(chart, speech),
        Block::Chart(Chart::Lines(chart)) => {
            let each = chart.as_bars();
            let each = each.map(|chart| format!("\n{}", bars(&chart, speech)));
            format!("**{}**\n{}", line(&chart.title), each.collect::<String>())
        }
    }
}

fn bars(chart: &BarChart, speech: &Speech<'_>) -> String {
    let line = |words: &Words| escaped(&speech.line(words));
    let bars = chart.bars.iter();
    let bars = bars.map(|(label, _, cell)| {
        let value = escaped(&speech.cell(cell));
        format!("- {}: {value}\n", line(label))
    });
    format!("**{}**\n\n{}", line(&chart.title), bars.collect::<String>())
}

/// As code, behind a fence longer than any inside.
fn fenced(lines: &str) -> String {
    let ticks = lines.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(ticks.max(2) + 1);
    format!("{fence}text\n{}\n{fence}\n", lines.trim_end())
}

fn pipes(table: &DocTable, speech: &Speech<'_>) -> String {
    let value = |cell: &Cell| escaped(&speech.cell(cell));
    let headings = table.columns.iter();
    let headings = headings.map(|field| escaped(&speech.heading(field)));
    let side = |i: usize| {
        if table.role(i).is_amount() {
            "---:"
        } else {
            "---"
        }
        .to_owned()
    };
    let mut out = match &table.caption {
        Some(caption) => format!("**{}**\n\n", escaped(&speech.line(caption))),
        None => String::new(),
    };
    out.push_str(&line(headings));
    out.push_str(&line((0..table.columns.len()).map(side)));
    for row in &table.rows {
        out.push_str(&line(row.iter().map(value)));
    }
    let strong = |words: String| match words.is_empty() {
        true => words,
        false => format!("**{words}**"),
    };
    for total in &table.totals {
        out.push_str(&line(total.iter().map(|cell| strong(value(cell)))));
    }
    if !table.notes.is_empty() {
        out.push('\n');
    }
    for (row, note) in &table.notes {
        let of = table.rows[*row].first().map_or_else(String::new, value);
        out.push_str(&format!("- {of}: {}\n", escaped(&speech.line(note))));
    }
    out
}

fn line(values: impl Iterator<Item = String>) -> String {
    let values: Vec<String> = values.collect();
    format!("| {} |\n", values.join(" | "))
}

/// One line, with what would move a cursor shown.
fn line_of(text: &str) -> String {
    escaped(&visible_line(text))
}

/// Text that stays text: no emphasis, no links, no html, no broken table.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&'
        ) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
