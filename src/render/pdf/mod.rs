//! A page as a pdf: A4 or Letter, tagged for who listens to it (PDF/UA-1), made to last
//! (PDF/A-3a), with the figures attached for a program.

mod canvas;
mod figure;
mod flow;
mod fonts;
mod paint;
mod piece;
mod sheet;
mod table;
#[cfg(test)]
mod tests;
mod typeset;

use std::collections::HashMap;
use std::io::Write;

use chrono::{Datelike, Timelike};
use krilla::metadata::DateTime;
use sha2::{Digest, Sha256};

use super::RenderError;
use super::drawn_chart::drawn;
use super::label::TextRole;
use super::outcome::{Block, Cell, Chart, Doc, DocFact, DocTable, PageLink, Role, Row, Words};
use super::speech::{PageDirection, Speech, is_moment, plain};
use super::text::excerpt_lines;
use super::view::RenderView;
use crate::core::text::{WordList, columns, visible_line, visible_text};
use crate::core::time::{Fixed, Local};
use crate::failure::Failure;
use crate::wording::{ValueDirection, asked, said};
use flow::{Flow, unmarked};
use paint::{About, paint};
use piece::{
    CellSide, Figure, Line, PdfBlock, PdfColumn, PdfRow, PdfTable, PdfText, TextMark, Voice,
};
use sheet::Sheet;
use typeset::{TextDirection, Wrap};

/// The page; `figures` is the same answer as json, which is attached to it.
pub(super) fn pdf(
    doc: &Doc,
    figures: Vec<u8>,
    view: &RenderView<'_>,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let setter = Setter::of(doc, Speech::of_page(doc, view));
    let language = setter.speech.page_language().word();
    let paper = doc.paper.unwrap_or_default();
    let mut flow = Flow::new(Sheet::of(paper), setter.direction());
    for block in &doc.blocks {
        if let Some(piece) = setter.piece(block) {
            flow.piece(piece);
        }
    }
    if flow.unprintable > 0 {
        let count = i64::try_from(flow.unprintable).unwrap_or(i64::MAX);
        let said = setter.line(&said::pdf_unprintable(Cell::Number(count)).into());
        flow.piece(PdfBlock::Paragraph(Voice::Aside, said));
    }
    let title = setter.speech.page_title(doc);
    flow.feet(&setter.ours(title.clone()), |page, pages| {
        let number = |n: usize| Cell::Id(i64::try_from(n).unwrap_or(i64::MAX));
        setter.line(&said::pdf_page(number(page), number(pages)).into())
    });
    let about = About {
        title: unmarked(&title),
        language: language.to_owned(),
        identity: identity(&[language.as_bytes(), paper.word().as_bytes(), &figures]),
        written: written(doc.instant.unwrap_or(view.now)),
        figures,
        figures_title: unmarked(&setter.line(&said::pdf_figures().into()).text),
    };
    let bytes = paint(&flow.canvas, flow.sheet, &flow.typesetter.fonts, about)
        .map_err(|error| Failure::unexpected(asked::pdf_not_made(&error)))?;
    out.write_all(&bytes)?;
    Ok(())
}

/// The same figures in the same language on the same paper are the same page.
fn identity(parts: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    for part in parts {
        digest.update(part);
        digest.update([0]);
    }
    digest
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

fn written(at: crate::core::time::Instant) -> DateTime {
    let wall = Fixed::seconds(0).wall(at);
    let small = |n: u32| u8::try_from(n).unwrap_or_default();
    DateTime::new(u16::try_from(wall.year()).unwrap_or_default())
        .month(small(wall.month()))
        .day(small(wall.day()))
        .hour(small(wall.hour()))
        .minute(small(wall.minute()))
        .second(small(wall.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

/// Blocks to pieces, in the page's language.
struct Setter<'a> {
    speech: Speech<'a>,
    /// What stands where numbers of the page lead to.
    places: HashMap<PageLink, String>,
}

/// A code that a line of a table has room for.
fn is_short_code(cell: &Cell) -> bool {
    const SHORT: usize = 20;
    matches!(cell, Cell::Code(code) if columns(code) <= SHORT && !code.contains(' '))
}

/// What stands at each place of the page that numbers lead to.
fn places(doc: &Doc, speech: &Speech<'_>) -> HashMap<PageLink, String> {
    let facts = doc.blocks.iter().flat_map(|block| match block {
        Block::Facts(facts) => facts.as_slice(),
        _ => &[],
    });
    facts
        .filter_map(|fact| Some((fact.place?, unmarked(&speech.label(fact)))))
        .collect()
}

impl<'a> Setter<'a> {
    fn of(doc: &Doc, speech: Speech<'a>) -> Setter<'a> {
        Setter {
            places: places(doc, &speech),
            speech,
        }
    }

    fn direction(&self) -> TextDirection {
        match self.speech.page_direction() {
            PageDirection::RightToLeft => TextDirection::RightToLeft,
            PageDirection::LeftToRight => TextDirection::LeftToRight,
        }
    }

    /// A sentence in the page's language.
    fn ours(&self, text: String) -> PdfText {
        PdfText {
            text,
            direction: self.direction(),
            wrap: Wrap::AtWords,
            mark: TextMark::None,
        }
    }

    fn line(&self, words: &Words) -> PdfText {
        self.ours(self.speech.line(words))
    }

    /// What a person wrote, or what is to be put into a file, line for line.
    fn verbatim(&self, text: &str, direction: TextDirection) -> PdfBlock {
        let text = PdfText {
            text: text.to_owned(),
            direction,
            wrap: Wrap::AtWords,
            mark: TextMark::None,
        };
        PdfBlock::Paragraph(Voice::Quoted, text)
    }

    fn piece(&self, block: &Block) -> Option<PdfBlock> {
        Some(match block {
            Block::Title(title) => PdfBlock::Heading(1, self.line(title)),
            Block::Heading(heading) => PdfBlock::Heading(2, self.line(heading)),
            Block::Text(words) => {
                PdfBlock::Paragraph(Voice::Plain, self.ours(self.speech.text(words)))
            }
            Block::Struck(words) => {
                let mark = TextMark::Struck;
                let text = self.ours(self.speech.text(words));
                PdfBlock::Paragraph(Voice::Plain, PdfText { mark, ..text })
            }
            Block::Quote(text) => self.verbatim(&visible_text(text), TextDirection::OfItsLetters),
            Block::Excerpt(excerpt) => self.verbatim(
                &excerpt_lines(excerpt, usize::MAX),
                TextDirection::LeftToRight,
            ),
            Block::Source(text) => self.verbatim(&visible_text(text), TextDirection::LeftToRight),
            Block::Facts(facts) if facts.is_empty() => return None,
            Block::Facts(facts) => {
                PdfBlock::Facts(facts.iter().map(|fact| self.fact(fact)).collect())
            }
            Block::Table(table) => PdfBlock::Table(self.table(&table.clone().without_empty())),
            Block::Chart(chart) => PdfBlock::Figure(self.figure(chart)),
        })
    }

    fn fact(&self, fact: &DocFact) -> Line {
        Line {
            label: self.ours(self.speech.label(fact)),
            value: PdfText {
                wrap: Wrap::AtWords,
                ..self.value(&fact.value, Role::of_all([&fact.value]))
            },
            source: fact.clause.as_ref().map(|clause| PdfText {
                text: format!("({})", visible_line(clause)),
                direction: TextDirection::LeftToRight,
                wrap: Wrap::AtWords,
                mark: TextMark::None,
            }),
            place: fact.place,
        }
    }

    fn table(&self, table: &DocTable) -> PdfTable {
        let roles: Vec<Role> = (0..table.columns.len()).map(|i| table.role(i)).collect();
        // heads that would outnumber what they head are none for rows: their columns say it
        let lines = table.rows.len() + table.totals.len();
        let heads_rows = roles.len().saturating_sub(2) * lines >= roles.len();
        let columns = table.columns.iter().zip(&roles).enumerate();
        let columns = columns.map(|(place, (column, role))| PdfColumn {
            head: self.ours(self.speech.head(column)),
            name: self.speech.before_value(&self.speech.heading(column)),
            gives_way: column.gives_way,
            side: match role.is_amount() {
                true => CellSide::Right,
                false => CellSide::Start,
            },
            // What a row is about stands first in it.
            names_rows: place == 0 && heads_rows,
        });
        let row = |row: &Row, notes: Vec<PdfText>| {
            let cells = row.iter().zip(&roles);
            let cells = cells.map(|(cell, role)| self.value(cell, *role));
            PdfRow {
                cells: cells.collect(),
                below: Vec::new(),
                notes,
            }
        };
        let rows = table.rows.iter().enumerate().map(|(place, cells)| {
            let notes = table.notes_of(place).map(|note| self.line(note));
            row(cells, notes.collect())
        });
        PdfTable {
            apart: self.speech.between_values(),
            caption: table.caption.as_ref().map(|caption| self.line(caption)),
            columns: columns.collect(),
            rows: rows.collect(),
            totals: table
                .totals
                .iter()
                .map(|total| row(total, Vec::new()))
                .collect(),
        }
    }

    /// A value: its direction and its breaks follow from what it is.
    fn value(&self, cell: &Cell, role: Role) -> PdfText {
        let direction = match Speech::value_direction(cell, role) {
            ValueDirection::OfItsLetters => TextDirection::OfItsLetters,
            ValueDirection::LeftToRight => TextDirection::LeftToRight,
            ValueDirection::OfPage => self.direction(),
        };
        let wrap = match role {
            Role::Id | Role::Amount | Role::Duration | Role::Share | Role::Instant => Wrap::Never,
            _ if is_moment(cell) => Wrap::Never,
            // what is typed stays whole where a line has room for it
            Role::Code if is_short_code(cell) => Wrap::Never,
            _ if self.speech.is_short_name(cell) => Wrap::Never,
            Role::Name | Role::Code | Role::Words | Role::State => Wrap::AtWords,
        };
        let mark = match cell {
            Cell::Linked(linked) => {
                let says = self.places.get(&linked.1).cloned();
                TextMark::LeadsTo(linked.1, says.unwrap_or_default())
            }
            cell if TextRole::of(cell) == TextRole::Struck => TextMark::Struck,
            _ => TextMark::None,
        };
        PdfText {
            text: plain(&self.speech.cell(cell)),
            direction,
            wrap,
            mark,
        }
    }

    fn figure(&self, chart: &Chart) -> Figure {
        let drawn = drawn(chart, &self.speech);
        Figure {
            alt: drawn.says,
            title: self.ours(drawn.title),
            picture: drawn.picture,
        }
    }
}
