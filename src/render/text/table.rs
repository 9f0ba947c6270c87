//! A table of a page, in the width of the page. Nothing is left out: what no column is left for is
//! said above, or under its row.

use super::super::cards::cards;
use super::super::grid::{GAP, Grid, GridColumn, Overlong, Painted};
use super::super::label::TextRole;
use super::super::outcome::Role;
use super::super::share::{ColumnExtent, shared};
use super::super::speech::Speech;
use super::super::view::Colour;
use crate::core::text::{Breaks, Pieces, columns, push_lines};
use crate::wording::carried;

/// Text goes on in further lines willingly, as long as so much of it stands on each.
const WORDS: usize = 30;

/// Less than this is no place for text while others may give way.
const ENOUGH: usize = 20;

/// What is said under a row begins so.
const UNDER: &str = "^ ";

/// More lines than these, and a row is no row any more.
const HIGH: usize = 4;

/// A table on its way into the page: its columns, and what has left them.
struct Fitting<'a> {
    grid: Grid,
    beside: BesideRows<'a>,
    /// What is the same in every row.
    above: Vec<Beside>,
    /// The value of a first column that repeats, for each row.
    groups: Option<Vec<Painted>>,
    /// What is said under each row.
    under: Vec<Vec<Beside>>,
    /// The places that the columns had.
    places: Vec<usize>,
    room: usize,
}

/// What stands beside the rows that are compared.
pub(super) struct BesideRows<'a> {
    /// What is said of a row, by its place.
    pub notes: Vec<(usize, String)>,
    /// So many of the last rows are what the others come to.
    pub totals: usize,
    pub speech: &'a Speech<'a>,
}

/// A value that is said beside the columns.
#[derive(Clone)]
struct Beside {
    place: usize,
    heading: String,
    words: String,
}

/// The table, none of its lines wider than `room`.
pub(super) fn table(grid: Grid, beside: BesideRows<'_>, room: usize, colour: Colour) -> String {
    let mut fitting = Fitting {
        beside,
        under: vec![Vec::new(); grid.rows.len()],
        above: Vec::new(),
        groups: None,
        places: (0..grid.columns.len()).collect(),
        grid,
        room,
    };
    fitting.fit();
    fitting.drawn(colour)
}

impl Beside {
    fn new(place: usize, heading: &str, value: Painted) -> Beside {
        Beside {
            place,
            heading: heading.to_owned(),
            words: value.words,
        }
    }
}

/// `median 27h`, `open 1`: in the order that the columns had.
fn in_order(beside: &[Beside], speech: &Speech<'_>) -> Vec<String> {
    let mut beside: Vec<&Beside> = beside.iter().collect();
    beside.sort_by_key(|one| one.place);
    let values = beside.into_iter();
    values
        .map(|one| speech.named_value(&one.heading, &one.words))
        .collect()
}

impl Fitting<'_> {
    /// Each step is taken only as long as the columns are too wide.
    fn fit(&mut self) {
        if self.fits() {
            return;
        }
        for i in self.grid.empty() {
            self.taken(i);
        }
        if !self.fits() {
            self.grid.shorten();
        }
        while !self.fits() {
            let Some(i) = self.same_in_all() else { break };
            let place = self.places[i];
            let (heading, mut values) = self.taken(i);
            let value = values.pop();
            self.above
                .extend(value.map(|value| Beside::new(place, &heading, value)));
        }
        if !self.fits() && self.first_repeats() {
            let (_, values) = self.taken(0);
            self.groups = Some(values);
        }
        while !self.fits() {
            let sparse = self.sparse();
            let Some(i) = sparse.or_else(|| self.grid.first_to_go()) else {
                break;
            };
            let place = self.places[i];
            let (heading, values) = self.taken(i);
            for (under, value) in self.under.iter_mut().zip(values) {
                if !value.words.is_empty() {
                    under.push(Beside::new(place, &heading, value));
                }
            }
        }
    }

    /// The room for columns: what stands under a group is indented.
    fn inside(&self) -> usize {
        match self.groups {
            Some(_) => self.room.saturating_sub(2),
            None => self.room,
        }
    }

    fn fits(&self) -> bool {
        let columns = self.grid.columns.iter().enumerate();
        let needs = columns.map(|(i, column)| match column.role {
            Role::Words | Role::Name => self.grid.best(i).min(WORDS),
            _ => self.grid.best(i),
        });
        Grid::width_of(needs) <= self.inside()
    }

    /// A column that says the same in every row, what matters least first; never the first, by
    /// which the rows are told apart.
    fn same_in_all(&self) -> Option<usize> {
        let rows = &self.grid.rows;
        let same = |i: &usize| {
            let first = rows.first().map_or("", |row| &row[*i].words);
            let column = &self.grid.columns[*i];
            // Figures are looked for in their columns, unless the list says that they may go.
            let may = !column.role.is_amount() || column.gives_way.is_some();
            // a sentence that several rows happen to share is no heading of theirs
            let is_short = columns(first) <= WORDS;
            may && is_short
                && rows.len() > 1
                && !first.is_empty()
                && rows.iter().all(|row| row[*i].words == first)
        };
        let all = (1..self.grid.columns.len()).filter(same);
        all.max_by_key(|i| {
            let column = &self.grid.columns[*i];
            (column.gives_way.map(|place| u8::MAX - place), *i)
        })
    }

    /// On average two rows or more that follow each other have the same first value.
    fn first_repeats(&self) -> bool {
        let rows = &self.grid.rows;
        let words = |row: &Vec<Painted>| row.first().map(|value| value.words.clone());
        let begins = rows
            .windows(2)
            .filter(|two| words(&two[0]) != words(&two[1]));
        self.grid.columns.len() > 2 && (begins.count() + 1) * 2 <= rows.len()
    }

    /// A column of amounts that fewer than half of the rows have.
    fn sparse(&self) -> Option<usize> {
        let rows = &self.grid.rows;
        let has = |i: usize| rows.iter().filter(|row| !row[i].words.is_empty()).count();
        let columns = self.grid.columns.iter().enumerate().skip(1);
        let mut sparse =
            columns.filter(|(i, column)| column.role.is_amount() && has(*i) * 2 < rows.len());
        sparse.next_back().map(|(i, _)| i)
    }

    /// A column taken out: its heading and its values.
    fn taken(&mut self, i: usize) -> (String, Vec<Painted>) {
        let heading = self.grid.columns[i].heading.clone();
        let values = self.grid.rows.iter().map(|row| row[i].clone()).collect();
        self.grid.without(i);
        self.places.remove(i);
        (heading, values)
    }

    fn drawn(&self, colour: Colour) -> String {
        let mut out = String::new();
        if !self.above.is_empty() {
            let speech = self.beside.speech;
            let mut values = in_order(&self.above, speech);
            // the sentence in which they are said begins before the first and ends behind the last
            let said = values.join(speech.between_values());
            let sentence = speech.in_every_row(&said);
            if let (Some((before, behind)), [first, ..]) =
                (sentence.split_once(&said), values.as_mut_slice())
            {
                first.insert_str(0, before);
                if let Some(last) = values.last_mut() {
                    last.push_str(behind);
                }
            }
            let lines = values_in_lines(&values, speech, "", "  ", self.room);
            push_carried(&mut out, &lines);
        }
        let gaps = GAP * self.grid.columns.len().saturating_sub(1);
        let inside = self.inside().saturating_sub(gaps);
        let heights = |i: usize, width: usize| self.grid.heights(i, width);
        let all = 0..self.grid.columns.len();
        let any: Vec<ColumnExtent> = all.clone().map(|i| self.grid.extent(i)).collect();
        let only_text: Vec<ColumnExtent> = all.map(|i| self.text_gives_way(i)).collect();
        let widths = shared(&only_text, inside, heights).or_else(|| shared(&any, inside, heights));
        match widths.filter(|widths| self.is_readable(widths)) {
            Some(widths) => self.rows(&mut out, &widths, colour),
            None => {
                if !out.is_empty() {
                    out.push('\n');
                }
                self.cards(&mut out, colour);
            }
        }
        out
    }

    /// Text goes on in further lines, all else has its width.
    fn text_gives_way(&self, i: usize) -> ColumnExtent {
        let ColumnExtent { least, best } = self.grid.extent(i);
        match self.grid.columns[i].role {
            Role::Words | Role::Name => ColumnExtent {
                least: least.max(best.min(ENOUGH)),
                best,
            },
            _ => ColumnExtent { least: best, best },
        }
    }

    /// Most rows are no higher than a few lines.
    fn is_readable(&self, widths: &[usize]) -> bool {
        let rows = &self.grid.rows;
        let height = |row: &Vec<Painted>| {
            let values = self.grid.columns.iter().zip(row).zip(widths);
            let heights = values.map(|((column, value), width)| {
                Pieces::of(&value.words, column.breaks()).height(*width)
            });
            heights.max().unwrap_or(0)
        };
        let high = rows.iter().filter(|row| height(row) > HIGH).count();
        high * 4 <= rows.len()
    }

    fn rows(&self, out: &mut String, widths: &[usize], colour: Colour) {
        let margin = if self.groups.is_some() { "  " } else { "" };
        push_indented(out, margin, &self.grid.head(widths, colour));
        let mut before: Option<&str> = None;
        let totals = self.grid.rows.len().saturating_sub(self.beside.totals);
        for (i, row) in self.grid.rows.iter().enumerate() {
            if i == totals {
                let wide = Grid::width_of(widths.iter().copied()) + margin.len();
                out.push_str(&"─".repeat(wide));
                out.push('\n');
                before = None;
            }
            let group = self.groups.as_ref().map(|groups| &groups[i]);
            if let Some(group) = group.filter(|group| before != Some(&group.words)) {
                before = Some(&group.words);
                for line in Pieces::of(&group.words, Breaks::Codes).lines(self.room) {
                    out.push_str(&TextRole::Name.painted(line, colour));
                    out.push('\n');
                }
            }
            push_indented(
                out,
                margin,
                &self.grid.row(row, widths, Overlong::Wrap, colour),
            );
            self.said_under(out, i, margin);
        }
    }

    fn said_under(&self, out: &mut String, i: usize, margin: &str) {
        let first = format!("{margin}    {UNDER}");
        let rest = " ".repeat(first.len());
        let under = in_order(&self.under[i], self.beside.speech);
        if !under.is_empty() {
            let lines = values_in_lines(&under, self.beside.speech, &first, &rest, self.room);
            push_carried(out, &lines);
        }
        let own = self.beside.notes.iter().filter(|(row, _)| *row == i);
        for (_, note) in own {
            let mut lines = String::new();
            push_lines(&mut lines, note, &first, &rest, self.room);
            push_carried(out, &lines);
        }
    }

    /// The rows as cards, with all that was taken out of them.
    fn cards(&self, out: &mut String, colour: Colour) {
        let mut whole = Grid {
            columns: self.grid.columns.clone(),
            rows: self.grid.rows.clone(),
        };
        if let Some(groups) = &self.groups {
            whole.columns.insert(0, GridColumn::of(Role::Code));
            for (row, group) in whole.rows.iter_mut().zip(groups) {
                row.insert(0, group.clone());
            }
        }
        let mut drawn = Vec::new();
        for (i, row) in whole.rows.drain(..).enumerate() {
            let one = Grid {
                columns: whole.columns.clone(),
                rows: vec![row],
            };
            let mut card = cards(&one, self.room, colour);
            self.said_under(&mut card, i, "");
            drawn.push(card);
        }
        out.push_str(&drawn.join("\n"));
    }
}

/// Values side by side in lines: one ends between two of them, and within a value only where it is
/// wider than a line.
fn values_in_lines(
    values: &[String],
    speech: &Speech<'_>,
    first: &str,
    rest: &str,
    room: usize,
) -> String {
    let between = speech.between_values();
    let sign = between.trim_end();
    let mut lines = String::new();
    // the line at hand, and what stands between it and the next value
    let (mut line, mut gap) = (first.to_owned(), "");
    for (i, value) in values.iter().enumerate() {
        let value = match i + 1 == values.len() {
            true => value.clone(),
            false => format!("{value}{sign}"),
        };
        if columns(&line) + gap.len() + columns(&value) > room && !gap.is_empty() {
            lines.extend([line.as_str(), "\n"]);
            (line, gap) = (rest.to_owned(), "");
        }
        let mut drawn = String::new();
        push_lines(&mut drawn, &value, &format!("{line}{gap}"), rest, room);
        let drawn = drawn.trim_end_matches('\n');
        let last = drawn.rfind('\n').map_or(0, |end| end + 1);
        lines.push_str(&drawn[..last]);
        (line, gap) = (drawn[last..].to_owned(), &between[sign.len()..]);
    }
    lines.push_str(&line);
    lines.push('\n');
    lines
}

/// Lines of one text that stands across the columns.
fn push_carried(out: &mut String, lines: &str) {
    for line in carried(lines.lines()) {
        out.push_str(&line);
        out.push('\n');
    }
}

fn push_indented(out: &mut String, margin: &str, lines: &str) {
    for line in lines.lines() {
        if !line.is_empty() {
            out.push_str(margin);
            out.push_str(line);
        }
        out.push('\n');
    }
}
