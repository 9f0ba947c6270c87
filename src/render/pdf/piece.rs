//! A page in the terms of paper: what is set, and what it is, in words that are final.

use super::typeset::{TextDirection, Wrap};
use crate::render::chart::{Picture, Shape};
use crate::render::outcome::PageLink;

/// A part of a page.
pub(super) enum PdfBlock {
    Heading(u16, PdfText),
    Paragraph(Voice, PdfText),
    /// What is so, one a line.
    Facts(Vec<Line>),
    Table(PdfTable),
    Figure(Figure),
}

impl PdfBlock {
    /// Does something to each of its texts, once.
    pub(super) fn each_text(&mut self, act: &mut impl FnMut(&mut String)) {
        match self {
            PdfBlock::Heading(_, text) | PdfBlock::Paragraph(_, text) => act(&mut text.text),
            PdfBlock::Facts(lines) => {
                for line in lines {
                    act(&mut line.label.text);
                    act(&mut line.value.text);
                    line.source.iter_mut().for_each(|text| act(&mut text.text));
                }
            }
            PdfBlock::Table(table) => {
                let heads = table.columns.iter_mut().map(|column| &mut column.head);
                let rows = table.rows.iter_mut().chain(&mut table.totals);
                let cells = rows.flat_map(|row| row.cells.iter_mut().chain(&mut row.notes));
                for text in table.caption.iter_mut().chain(heads).chain(cells) {
                    act(&mut text.text);
                }
            }
            PdfBlock::Figure(figure) => {
                act(&mut figure.title.text);
                for shape in &mut figure.picture.shapes {
                    if let Shape::Words { words, .. } = shape {
                        act(words);
                    }
                }
            }
        }
    }
}

/// A text and how it runs.
#[derive(Clone)]
pub(super) struct PdfText {
    pub(super) text: String,
    pub(super) direction: TextDirection,
    pub(super) wrap: Wrap,
    pub(super) mark: TextMark,
}

/// What a text is beside its words.
#[derive(Clone, PartialEq)]
pub(super) enum TextMark {
    None,
    /// It was taken back.
    Struck,
    /// It leads to a place of the page; the words say where to, for who does not see it.
    LeadsTo(PageLink, String),
}

/// How a paragraph is meant.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Voice {
    Plain,
    /// Beside the matter: a definition, a remark, the seal.
    Aside,
    /// What a person wrote.
    Quoted,
}

/// A label, what is so, and where it is said.
pub(super) struct Line {
    pub(super) label: PdfText,
    pub(super) value: PdfText,
    pub(super) source: Option<PdfText>,
    /// What leads here.
    pub(super) place: Option<PageLink>,
}

/// A table.
#[derive(Clone)]
pub(super) struct PdfTable {
    pub(super) caption: Option<PdfText>,
    pub(super) columns: Vec<PdfColumn>,
    pub(super) rows: Vec<PdfRow>,
    /// What stands at the foot, below a line.
    pub(super) totals: Vec<PdfRow>,
    /// Between values that are said below a row.
    pub(super) apart: &'static str,
}

#[derive(Clone)]
pub(super) struct PdfRow {
    pub(super) cells: Vec<PdfText>,
    /// Values whose columns had no room, the last one first.
    pub(super) below: Vec<String>,
    /// What is said of it, below it, over all columns.
    pub(super) notes: Vec<PdfText>,
}

#[derive(Clone)]
pub(super) struct PdfColumn {
    pub(super) head: PdfText,
    /// What stands before a value of it that is said below its row.
    pub(super) name: String,
    /// Where there is no room for all: which goes first (1), then the next. None: it stays.
    pub(super) gives_way: Option<u8>,
    pub(super) side: CellSide,
    /// Its cells name their rows.
    pub(super) names_rows: bool,
}

impl PdfTable {
    /// Without a column, whose values are said below their rows.
    pub(super) fn without(&mut self, column: usize) {
        let name = self.columns.remove(column).name;
        for row in self.rows.iter_mut().chain(&mut self.totals) {
            let value = row.cells.remove(column).text;
            if !value.is_empty() {
                // kept apart from its name
                row.below.push(format!("{name} \u{2068}{value}\u{2069}"));
            }
        }
    }
}

impl PdfRow {
    /// What stands below it: values whose columns had no room, then what is said of it.
    pub(super) fn below(&self, apart: &str, text: impl Fn(String) -> PdfText) -> Vec<PdfText> {
        let values = self.below.iter().rev().cloned().collect::<Vec<_>>();
        let values = (!values.is_empty()).then(|| text(values.join(apart)));
        values
            .into_iter()
            .chain(self.notes.iter().cloned())
            .collect()
    }
}

/// Where the cells of a column stand.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum CellSide {
    /// Where the line begins.
    Start,
    /// At the right, in every language, so that digits stand under digits.
    Right,
}

/// A picture of figures.
pub(super) struct Figure {
    pub(super) title: PdfText,
    /// The same in a sentence.
    pub(super) alt: String,
    pub(super) picture: Picture,
}
