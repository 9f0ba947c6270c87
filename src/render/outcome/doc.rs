//! A page for people: headings, paragraphs, facts, tables and charts, drawn by every page format.

use super::{Cell, Field, PageLink, Paper, Role, Row, Words};
use crate::core::text::Language;
use crate::core::time::Instant;
use crate::plans::MarkedLine;
use crate::wording::Names;

/// A page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Doc {
    /// None: a page for the desk, which has no languages.
    pub language: Option<Language>,
    /// None: the usual one.
    pub paper: Option<Paper>,
    /// As of when it is written; none: now.
    pub instant: Option<Instant>,
    /// What its codes are called.
    pub names: Names,
    pub read: PageRead,
    pub blocks: Vec<Block>,
}

/// When a page is read: on one that is kept, `today` means another day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum PageRead {
    #[default]
    AtOnce,
    Later,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Block {
    /// The title of the page.
    Title(Words),
    /// The heading of a section.
    Heading(Words),
    /// A paragraph in our words.
    Text(Words),
    /// A paragraph that was taken back.
    Struck(Words),
    /// What a person wrote: several lines, kept as they are.
    Quote(String),
    Excerpt(Excerpt),
    /// Text that is to be put into a file, line for line.
    Source(String),
    /// What is so, one a line.
    Facts(Vec<DocFact>),
    Table(DocTable),
    Chart(Chart),
}

/// A label, what is so, and where it is said.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct DocFact {
    pub label: Words,
    pub value: Cell,
    pub clause: Option<String>,
    /// By which numbers of the page find it: see [`Cell::Linked`].
    pub place: Option<PageLink>,
}

/// Typed cells under headings.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct DocTable {
    /// What the table is of, where its section has several.
    pub caption: Option<Words>,
    pub columns: Vec<Field>,
    pub rows: Vec<Row>,
    /// What the rows come to: they stand below, and are none of them.
    pub totals: Vec<Row>,
    /// What is said of a row, by its place, in order.
    pub notes: Vec<(usize, Words)>,
}

impl DocTable {
    /// Rows under the headings of these columns.
    pub(crate) fn of(columns: Vec<Field>, rows: impl IntoIterator<Item = Row>) -> DocTable {
        DocTable {
            columns,
            rows: rows.into_iter().collect(),
            ..DocTable::default()
        }
    }

    /// With columns of these keys.
    pub(crate) fn keyed<C: Into<String>>(
        columns: impl IntoIterator<Item = C>,
        rows: impl IntoIterator<Item = Row>,
    ) -> DocTable {
        DocTable::of(columns.into_iter().map(Field::named).collect(), rows)
    }

    /// It is of that.
    pub(crate) fn captioned(mut self, caption: impl Into<Words>) -> DocTable {
        self.caption = Some(caption.into());
        self
    }

    /// The rows come to that.
    pub(crate) fn totalled(mut self, total: Row) -> DocTable {
        self.totals.push(total);
        self
    }

    /// What is said of its rows, none of those that it has not.
    pub(crate) fn noted(mut self, notes: impl IntoIterator<Item = (usize, Words)>) -> DocTable {
        let rows = self.rows.len();
        self.notes
            .extend(notes.into_iter().filter(|(row, _)| *row < rows));
        self
    }

    /// Without the columns in which nothing stands: a page is narrow.
    pub(crate) fn without_empty(mut self) -> DocTable {
        if self.rows.is_empty() {
            return self;
        }
        let is_empty = |place: &usize| {
            let mut rows = self.rows.iter().chain(&self.totals);
            rows.all(|row| row[*place] == Cell::Absent)
        };
        let empty: Vec<usize> = (0..self.columns.len()).filter(is_empty).collect();
        for place in empty.into_iter().rev() {
            self.remove(place);
        }
        self
    }

    /// With the cells of a column as a page says them.
    pub(crate) fn said_as(mut self, key: &str, say: impl Fn(&Cell) -> Cell) -> DocTable {
        let place = self.columns.iter().position(|column| column.key == key);
        if let Some(place) = place {
            for row in &mut self.rows {
                row[place] = say(&row[place]);
            }
        }
        self
    }

    /// Without the column of that key.
    pub(crate) fn without(mut self, key: &str) -> DocTable {
        let place = self.columns.iter().position(|column| column.key == key);
        if let Some(place) = place {
            self.remove(place);
        }
        self
    }

    fn remove(&mut self, column: usize) {
        self.columns.remove(column);
        for row in self.rows.iter_mut().chain(&mut self.totals) {
            row.remove(column);
        }
    }

    /// What the values of a column are.
    pub(crate) fn role(&self, column: usize) -> Role {
        let rows = self.rows.iter().chain(&self.totals);
        self.columns[column].role_of(rows.map(|row| &row[column]))
    }

    /// What is said of a row.
    pub(crate) fn notes_of(&self, row: usize) -> impl Iterator<Item = &Words> {
        let of = self.notes.iter().filter(move |(of, _)| *of == row);
        of.map(|(_, note)| note)
    }
}

/// What is said of a line of a file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Excerpt {
    /// `error`, `warning`, `note`.
    pub severity: &'static str,
    pub says: String,
    pub line: Option<MarkedLine>,
    pub hint: Option<String>,
}

/// A picture of figures that stand in a table beside it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Chart {
    Bars(BarChart),
    Lines(LineChart),
}

/// Bars, one a label.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct BarChart {
    pub title: Words,
    /// Label, how long the bar is, and the value that is written beside it.
    pub bars: Vec<(Words, f64, Cell)>,
    /// The value at which a bar takes all the width; none: the longest bar does.
    pub full: Option<f64>,
}

/// Lines over the same points: how figures went from period to period.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LineChart {
    pub title: Words,
    /// What stands under the points, the earliest first.
    pub points: Vec<Words>,
    pub lines: Vec<ChartLine>,
}

/// A line of a chart.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ChartLine {
    pub label: Words,
    /// One for each point: how high it is of all the height, and the value in words. None: nothing
    /// was counted there.
    pub values: Vec<Option<(f64, Cell)>>,
}

impl Chart {
    /// What it shows.
    pub(crate) fn title(&self) -> &Words {
        match self {
            Chart::Bars(chart) => &chart.title,
            Chart::Lines(chart) => &chart.title,
        }
    }
}

impl BarChart {
    /// The value at which a bar takes all the width.
    pub(crate) fn full(&self) -> f64 {
        let longest = self.bars.iter().map(|bar| bar.1).fold(0.0, f64::max);
        self.full.unwrap_or(longest).max(f64::MIN_POSITIVE)
    }
}

impl LineChart {
    /// Each line that has a value as bars, for what draws no lines.
    pub(crate) fn as_bars(&self) -> impl Iterator<Item = BarChart> {
        let counted = |line: &&ChartLine| line.values.iter().any(Option::is_some);
        self.lines.iter().filter(counted).map(|line| {
            let points = self.points.iter().zip(&line.values);
            let bars = points.filter_map(|(point, value)| {
                let (height, value) = value.as_ref()?;
                Some((point.clone(), *height, value.clone()))
            });
            BarChart {
                title: line.label.clone(),
                bars: bars.collect(),
                full: Some(1.0),
            }
        })
    }
}

impl Doc {
    /// A page with that title.
    pub(crate) fn new(title: impl Into<Words>) -> Doc {
        Doc::default().block(Block::Title(title.into()))
    }

    /// Its title; none: it has none.
    pub(crate) fn title(&self) -> Option<&Words> {
        self.blocks.iter().find_map(|block| match block {
            Block::Title(title) => Some(title),
            _ => None,
        })
    }

    /// It is written in that language.
    pub(crate) fn in_language(mut self, language: Language) -> Doc {
        self.language = Some(language);
        self
    }

    /// Its codes are called so.
    pub(crate) fn naming(mut self, names: Names) -> Doc {
        self.names = names;
        self
    }

    /// It is printed on that paper.
    pub(crate) fn on(mut self, paper: Paper) -> Doc {
        self.paper = Some(paper);
        self
    }

    /// It says what was so then.
    pub(crate) fn dated(mut self, instant: Instant) -> Doc {
        self.instant = Some(instant);
        self
    }

    /// It is kept, and handed on.
    pub(crate) fn kept(mut self) -> Doc {
        self.read = PageRead::Later;
        self
    }

    /// A part of any kind.
    pub(crate) fn block(mut self, block: Block) -> Doc {
        self.blocks.push(block);
        self
    }

    /// The heading of a section.
    pub(crate) fn heading(self, text: impl Into<Words>) -> Doc {
        self.block(Block::Heading(text.into()))
    }

    /// A paragraph in our words.
    pub(crate) fn text(self, text: impl Into<Words>) -> Doc {
        self.block(Block::Text(text.into()))
    }

    /// A paragraph that was taken back.
    pub(crate) fn struck(self, text: impl Into<Words>) -> Doc {
        self.block(Block::Struck(text.into()))
    }

    /// What a person wrote.
    pub(crate) fn quote(self, text: impl Into<String>) -> Doc {
        self.block(Block::Quote(text.into()))
    }

    /// Text that is to be put into a file, line for line.
    pub(crate) fn source(self, text: impl Into<String>) -> Doc {
        self.block(Block::Source(text.into()))
    }

    /// What is so; what is absent is left out.
    pub(crate) fn facts<L: Into<Words>>(self, facts: impl IntoIterator<Item = (L, Cell)>) -> Doc {
        self.facts_with_clauses(facts.into_iter().map(|(label, value)| DocFact {
            label: label.into(),
            value,
            clause: None,
            place: None,
        }))
    }

    /// What is so, and where it is said; what is absent is left out.
    pub(crate) fn facts_with_clauses(self, facts: impl IntoIterator<Item = DocFact>) -> Doc {
        let present = facts.into_iter().filter(|fact| fact.value != Cell::Absent);
        self.block(Block::Facts(present.collect()))
    }

    /// A table of these columns. Its headings are the fields' keys or titles.
    pub(crate) fn table<C: Into<String>>(
        self,
        columns: impl IntoIterator<Item = C>,
        rows: impl IntoIterator<Item = Row>,
    ) -> Doc {
        self.block(Block::Table(DocTable::keyed(columns, rows)))
    }

    /// Another page's parts behind this one's.
    pub(crate) fn then(mut self, other: Doc) -> Doc {
        self.blocks.extend(other.blocks);
        self.language = self.language.or(other.language);
        self.paper = self.paper.or(other.paper);
        self.instant = self.instant.or(other.instant);
        self.names = self.names.together_with(other.names);
        self
    }
}

#[cfg(test)]
mod examples {
    #[test]
    fn example_1() {
        use crate::render::{Cell, Doc};
        let page = Doc::new("Ticket 42")
            .text("Acme may expect an answer today.")
            .facts([("priority", Cell::code("p1")), ("assignee", Cell::Absent)]);
        assert_eq!(page.blocks.len(), 3);
    }
}
