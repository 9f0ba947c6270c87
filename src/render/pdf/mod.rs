//! A page as a pdf: A4 or Letter, tagged for who listens to it (PDF/UA-1), made to last
//! (PDF/A-3a), with the figures attached for a program.

mod canvas;
mod flow;
mod fonts;
mod paint;
mod piece;
mod sheet;
mod table;
#[cfg(test)]
mod tests;
mod typeset;

use std::io::Write;

use chrono::{Datelike, Timelike};
use krilla::metadata::DateTime;
use sha2::{Digest, Sha256};

use super::RenderError;
use super::chart;
use super::drawn_chart::drawn;
use super::outcome::{Block, Cell, Chart, Doc, DocFact, DocTable, Role, Row, Words};
use super::shown::TimeStyle;
use super::speech::{Speech, plain};
use super::text::excerpt_lines;
use super::view::RenderView;
use crate::core::text::{WordList, visible_line};
use crate::core::time::{Fixed, Local};
use crate::failure::Failure;
use crate::wording::{asked, said};
use flow::{Flow, unmarked};
use paint::{About, paint};
use piece::{CellSide, Figure, Line, PdfBlock, PdfColumn, PdfRow, PdfTable, PdfText, Voice};
use sheet::Sheet;
use typeset::{TextDirection, Wrap};

/// The page; `figures` is the same answer as json, which is attached to it.
pub(super) fn pdf(
    doc: &Doc,
    figures: Vec<u8>,
    view: &RenderView<'_>,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let speech = Speech {
        language: doc.language,
        here: view.here(),
        times: TimeStyle::Written,
    };
    let setter = Setter { speech };
    let mut flow = Flow::new(Sheet::of(doc.paper.unwrap_or_default()), setter.direction());
    for block in &doc.blocks {
        for piece in setter.pieces(block) {
            flow.piece(&piece);
        }
    }
    let unprintable = flow.typesetter.unprintable;
    if unprintable > 0 {
        let count = i64::try_from(unprintable).unwrap_or(i64::MAX);
        let said = setter.line(&said::pdf_unprintable(Cell::Number(count)).into());
        flow.piece(&PdfBlock::Paragraph(Voice::Aside, said));
    }
    let title = setter.title(doc);
    flow.feet(&setter.ours(title.clone()), |page, pages| {
        let number = |n: usize| Cell::Id(i64::try_from(n).unwrap_or(i64::MAX));
        setter.line(&said::pdf_page(number(page), number(pages)).into())
    });
    let about = About {
        title: unmarked(&title),
        language: setter.language().word().to_owned(),
        identity: identity(&figures),
        written: written(doc.instant.unwrap_or(view.now)),
        figures,
        figures_title: unmarked(&setter.line(&said::pdf_figures().into()).text),
    };
    let bytes = paint(&flow.canvas, flow.sheet, &flow.typesetter.fonts, about)
        .map_err(|error| Failure::unexpected(asked::pdf_not_made(&error)))?;
    out.write_all(&bytes)?;
    Ok(())
}

/// The same figures are the same page.
fn identity(figures: &[u8]) -> String {
    let digest = Sha256::digest(figures);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
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
}

impl Setter<'_> {
    fn language(&self) -> crate::core::text::Language {
        self.speech.language.unwrap_or_default()
    }

    fn direction(&self) -> TextDirection {
        if self.language().is_right_to_left() {
            TextDirection::RightToLeft
        } else {
            TextDirection::LeftToRight
        }
    }

    /// A sentence in the page's language.
    fn ours(&self, text: String) -> PdfText {
        PdfText {
            text,
            direction: self.direction(),
            wrap: Wrap::AtWords,
        }
    }

    fn line(&self, words: &Words) -> PdfText {
        self.ours(self.speech.line(words))
    }

    fn title(&self, doc: &Doc) -> String {
        let title = doc.blocks.iter().find_map(|block| match block {
            Block::Title(title) => Some(self.speech.line(title)),
            _ => None,
        });
        let title = title.filter(|title| !title.trim().is_empty());
        title.unwrap_or_else(|| "sladesk".to_owned())
    }

    fn pieces(&self, block: &Block) -> Vec<PdfBlock> {
        match block {
            Block::Title(title) => vec![PdfBlock::Heading(1, self.line(title))],
            Block::Heading(heading) => vec![PdfBlock::Heading(2, self.line(heading))],
            Block::Text(words) | Block::Struck(words) => {
                let text = self.ours(self.speech.text(words));
                vec![PdfBlock::Paragraph(Voice::Plain, text)]
            }
            Block::Quote(text) => {
                let phrase = PdfText {
                    text: text.clone(),
                    direction: TextDirection::OfItsLetters,
                    wrap: Wrap::AtWords,
                };
                vec![PdfBlock::Paragraph(Voice::Quoted, phrase)]
            }
            Block::Excerpt(excerpt) => {
                let phrase = PdfText {
                    text: excerpt_lines(excerpt, usize::MAX),
                    direction: TextDirection::LeftToRight,
                    wrap: Wrap::AtWords,
                };
                vec![PdfBlock::Paragraph(Voice::Quoted, phrase)]
            }
            Block::Source(text) => {
                let phrase = PdfText {
                    text: text.clone(),
                    direction: TextDirection::LeftToRight,
                    wrap: Wrap::AtWords,
                };
                vec![PdfBlock::Paragraph(Voice::Quoted, phrase)]
            }
            Block::Facts(facts) if facts.is_empty() => Vec::new(),
            Block::Facts(facts) => {
                vec![PdfBlock::Facts(
                    facts.iter().map(|fact| self.fact(fact)).collect(),
                )]
            }
            Block::Table(table) => vec![PdfBlock::Table(self.table(table))],
            Block::Chart(chart) => vec![PdfBlock::Figure(self.figure(chart))],
        }
    }

    fn fact(&self, fact: &DocFact) -> Line {
        Line {
            label: self.line(&fact.label),
            value: PdfText {
                wrap: Wrap::AtWords,
                ..self.value(&fact.value, Role::of_all([&fact.value]))
            },
            source: fact.clause.as_ref().map(|clause| PdfText {
                text: format!("({})", visible_line(clause)),
                direction: TextDirection::LeftToRight,
                wrap: Wrap::AtWords,
            }),
        }
    }

    /// Without the columns in which nothing stands.
    fn table(&self, table: &DocTable) -> PdfTable {
        let all = || table.rows.iter().chain(&table.totals);
        let said = |i: &usize| all().any(|row| row[*i] != Cell::Absent);
        let kept: Vec<usize> = (0..table.columns.len()).filter(said).collect();
        let roles: Vec<Role> = kept.iter().map(|&i| table.role(i)).collect();
        let columns = kept.iter().zip(&roles).enumerate();
        let columns = columns.map(|(place, (&i, role))| PdfColumn {
            head: self.ours(self.speech.heading(&table.columns[i])),
            side: if role.is_amount() {
                CellSide::Right
            } else {
                CellSide::Start
            },
            // What a row is about stands first in it.
            names_rows: place == 0,
        });
        let row = |row: &Row, notes: Vec<PdfText>| PdfRow {
            cells: kept
                .iter()
                .zip(&roles)
                .map(|(&i, role)| self.value(&row[i], *role))
                .collect(),
            notes,
        };
        let rows = table.rows.iter().enumerate().map(|(place, cells)| {
            let notes = table.notes_of(place).map(|note| self.line(note));
            row(cells, notes.collect())
        });
        PdfTable {
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
        let direction = match (cell, role) {
            (Cell::Text(_) | Cell::Marked(_), _) => TextDirection::OfItsLetters,
            // words of the page's language
            (Cell::Target(_) | Cell::Word(_) | Cell::Flag(_), _) => self.direction(),
            (_, Role::Id | Role::Code | Role::Instant | Role::Amount | Role::Share) => {
                TextDirection::LeftToRight
            }
            _ => self.direction(),
        };
        let wrap = match role {
            Role::Id | Role::Amount | Role::Duration | Role::Share | Role::Instant => Wrap::Never,
            Role::Name | Role::Code | Role::Words | Role::State => Wrap::AtWords,
        };
        PdfText {
            text: plain(&self.speech.cell(cell)),
            direction,
            wrap,
        }
    }

    fn figure(&self, chart: &Chart) -> Figure {
        let direction = match self.direction() {
            TextDirection::RightToLeft => chart::PageDirection::RightToLeft,
            TextDirection::LeftToRight | TextDirection::OfItsLetters => {
                chart::PageDirection::LeftToRight
            }
        };
        let drawn = drawn(chart, &self.speech, direction);
        Figure {
            alt: drawn.says,
            title: self.ours(drawn.title),
            picture: drawn.picture,
        }
    }
}
