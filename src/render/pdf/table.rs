//! Tables: widths of columns, rows that stay whole, heads said again on each page.

use super::canvas::{CanvasLink, Owner, PdfShape, TagNodeId};
use super::flow::{Flow, INK, LINK, RULE, SMALL, SOFT, TEXT};
use super::piece::{CellSide, PdfRow, PdfTable, PdfText, TextMark};
use super::sheet::MARGIN;
use super::typeset::{SetText, Style, TextDirection, Weight, Wrap};
use krilla::tagging::{ArtifactType, TableHeaderScope, Tag};
use std::num::NonZeroU32;

const GAP: f32 = 8.0;
const PADDING: f32 = 2.2;
/// What is said of a row stands in from it.
const INDENT: f32 = 12.0;
/// The sizes that are tried, from the one that reads best.
const SIZES: [f32; 4] = [8.5, 7.75, 7.0, 6.25];
/// Text of more lines in a cell has smaller letters, and so more room, as long as they read well.
const LINES: f32 = 5.0;
const READS_WELL: f32 = 7.0;
/// A column of long text wants no more of the width beyond its longest word, lest it leaves short names
/// none.
const MOST_WANTED: f32 = 0.4;
/// A word that takes more of the width of a page is broken.
const LONGEST_WORD: f32 = 0.3;

/// So few rows stand on one page, where one has room for them.
const STAYS_WHOLE: usize = 4;

/// Where each column stands, from the left of the page.
struct Widths {
    size: f32,
    columns: Vec<(f32, f32)>,
}

/// A row whose texts are set.
struct SetRow {
    cells: Vec<SetText>,
    marks: Vec<TextMark>,
    height: f32,
}

impl Flow {
    pub(super) fn table(&mut self, grid: &PdfTable) {
        if grid.columns.is_empty() {
            return;
        }
        let (fitted, needs) = self.fitted(grid);
        let grid = fitted.as_ref().unwrap_or(grid);
        let widths = self.widths(grid, &needs);
        let table = self.canvas.root(Tag::Table);
        let head = self.set_row(
            grid,
            &widths,
            grid.columns.iter().map(|column| &column.head),
            Weight::Bold,
        );
        let first = grid.rows.first();
        let first = first.map_or(0.0, |row| self.height_of(grid, &widths, row));
        let first = match grid.rows.len() {
            ..=STAYS_WHOLE => {
                let all = grid
                    .rows
                    .iter()
                    .map(|row| self.height_of(grid, &widths, row));
                all.sum::<f32>().max(first)
            }
            _ => first,
        };
        let caption = grid
            .caption
            .as_ref()
            .map(|caption| self.over_all(caption, TEXT, Weight::Bold));
        let above = caption.as_ref().map_or(0.0, |caption| caption.height);
        let page = self.sheet.bottom() - MARGIN;
        self.need_with_heading((above + head.height + first + 4.0).min(page));
        if let Some(caption) = caption {
            let node = self.canvas.child(table, Tag::Caption);
            self.lines(node, &caption, MARGIN, self.sheet.inner_width(), INK);
        }
        let group = self.canvas.child(table, Tag::THead);
        let line = self.canvas.child(group, Tag::TR);
        let cells: Vec<TagNodeId> = grid
            .columns
            .iter()
            .map(|_| self.canvas.child(line, Tag::TH(TableHeaderScope::Column)))
            .collect();
        self.head(grid, &widths, &head, |column| Owner::TagNode(cells[column]));

        let body = self.canvas.child(table, Tag::TBody);
        let totals: Vec<(SetRow, Vec<SetText>)> = grid
            .totals
            .iter()
            .map(|total| {
                let set = self.set_row(grid, &widths, total.cells.iter(), Weight::Bold);
                (set, self.below(grid, total, widths.size))
            })
            .collect();
        let height =
            |notes: &[SetText]| -> f32 { notes.iter().map(|note| note.height + PADDING).sum() };
        let below = totals
            .iter()
            .map(|(total, notes)| total.height + height(notes));
        let below: f32 = below.sum();
        for (place, row) in grid.rows.iter().enumerate() {
            let set = self.set_row(grid, &widths, row.cells.iter(), Weight::Regular);
            let notes = self.below(grid, row, widths.size);
            // What is said of a row stands with it, and the totals with the last.
            let told = height(&notes);
            let is_last = place + 1 == grid.rows.len();
            let together = set.height + told + if is_last { below } else { 0.0 };
            self.need_in(grid, &widths, &head, together);
            self.row(grid, &widths, &head, body, set);
            for note in &notes {
                self.note(grid, &widths, &head, body, note);
            }
            self.rule(0.4);
        }
        if !totals.is_empty() {
            let foot = self.canvas.child(table, Tag::TFoot);
            self.need_in(grid, &widths, &head, below);
            self.rule(1.0);
            for (set, notes) in totals {
                self.row(grid, &widths, &head, foot, set);
                for note in &notes {
                    self.note(grid, &widths, &head, foot, note);
                }
                self.rule(0.4);
            }
        }
        self.y += 8.0;
    }

    /// Of a row and what is said of it.
    fn height_of(&mut self, grid: &PdfTable, widths: &Widths, row: &PdfRow) -> f32 {
        let set = self.set_row(grid, widths, row.cells.iter(), Weight::Regular);
        let told = self.below(grid, row, widths.size);
        set.height + told.iter().map(|note| note.height + PADDING).sum::<f32>()
    }

    /// The table without the columns for which there is no room even in the smallest letters, as far
    /// as they may give way; none: all have room.
    /// And what each of its columns needs in the largest letters.
    fn fitted(&mut self, grid: &PdfTable) -> (Option<PdfTable>, Vec<(f32, f32)>) {
        let mut fitted: Option<PdfTable> = None;
        let places = 0..grid.columns.len();
        let mut needs: Vec<(f32, f32)> = places.map(|place| self.needs(grid, place)).collect();
        loop {
            let grid = fitted.as_ref().unwrap_or(grid);
            let room = self.sheet.inner_width() - GAP * (grid.columns.len() - 1) as f32;
            let smallest = SIZES[SIZES.len() - 1];
            let least: f32 = needs.iter().map(|need| smaller(need, smallest).0).sum();
            let columns = grid.columns.iter().enumerate();
            let going = columns.filter_map(|(place, column)| Some((column.gives_way?, place)));
            let Some((_, place)) = going.min().filter(|_| least > room) else {
                return (fitted, needs);
            };
            let mut without = grid.clone();
            without.without(place);
            needs.remove(place);
            fitted = Some(without);
        }
    }

    /// What stands below a row, in lines; never in larger letters than the row.
    fn below(&mut self, grid: &PdfTable, row: &PdfRow, size: f32) -> Vec<SetText> {
        let text = |text: String| PdfText {
            text,
            direction: self.direction,
            wrap: Wrap::AtWords,
            mark: TextMark::None,
        };
        let below = row.below(grid.apart, text);
        let set = below
            .iter()
            .map(|note| self.over_all(note, size.min(SMALL), Weight::Regular));
        set.collect()
    }

    /// Widths from the longest word to the longest line; letters grow smaller before a word is
    /// broken.
    fn widths(&self, grid: &PdfTable, needs: &[(f32, f32)]) -> Widths {
        let room = self.sheet.inner_width() - GAP * (grid.columns.len() - 1) as f32;
        let least: f32 = needs.iter().map(|(least, _)| least).sum();
        let fits = |size: &&f32| least * **size / SIZES[0] <= room;
        let at = |size: f32| {
            let needs = needs.iter().map(|need| smaller(need, size));
            needs.collect::<Vec<_>>()
        };
        let is_short = |size: &&f32| {
            let needs = at(**size);
            let widths = shared(&needs, room);
            let mut columns = needs.iter().zip(widths);
            columns.all(|((_, best), width)| best / width <= LINES)
        };
        let fitting = SIZES.iter().filter(fits);
        let mut reads_well = fitting.clone().filter(|size| **size >= READS_WELL);
        let size = reads_well.clone().find(is_short).or(reads_well.next_back());
        let size = size
            .or(fitting.clone().next())
            .unwrap_or(&SIZES[SIZES.len() - 1]);
        let size = *size;
        let widths = shared(&at(size), room);
        let mut columns = Vec::new();
        let mut x = if self.direction == TextDirection::RightToLeft {
            self.sheet.width - MARGIN
        } else {
            MARGIN
        };
        for width in widths {
            if self.direction == TextDirection::RightToLeft {
                columns.push((x - width, width));
                x -= width + GAP;
            } else {
                columns.push((x, width));
                x += width + GAP;
            }
        }
        Widths { size, columns }
    }

    /// The longest word of a column and its longest line, in the largest letters.
    fn needs(&mut self, grid: &PdfTable, column: usize) -> (f32, f32) {
        let size = SIZES[0];
        let head = &grid.columns[column].head;
        let measured = self
            .typesetter
            .measure(&head.text, self.style(head, size, Weight::Bold));
        let longest = LONGEST_WORD * self.sheet.inner_width();
        let mut needs = (measured.least, measured.best);
        for (rows, weight) in [(&grid.rows, Weight::Regular), (&grid.totals, Weight::Bold)] {
            for cell in rows.iter().map(|row| &row.cells[column]) {
                let style = self.style(cell, size, weight);
                let measured = self.typesetter.measure(&cell.text, style);
                let least = match cell.wrap {
                    Wrap::AtWords => measured.least.min(longest),
                    Wrap::Never => measured.least,
                };
                needs = (needs.0.max(least), needs.1.max(measured.best));
            }
        }
        needs
    }

    /// A text that takes the width of the table.
    fn over_all(&mut self, text: &PdfText, size: f32, weight: Weight) -> SetText {
        let style = Style {
            wrap: Wrap::AtWords,
            ..self.style(text, size, weight)
        };
        let width = self.sheet.inner_width() - INDENT;
        self.typesetter.set(&text.text, style, width)
    }

    /// Goes on on the next page, below the heads, where that height does not fit any more and does
    /// fit there.
    fn need_in(&mut self, grid: &PdfTable, widths: &Widths, head: &SetRow, height: f32) {
        let page = self.sheet.bottom() - MARGIN - head.height;
        if self.y + height.min(page) > self.sheet.bottom() {
            self.turn();
            self.again(grid, widths, head);
        }
    }

    /// What is said of the row above it.
    fn note(
        &mut self,
        grid: &PdfTable,
        widths: &Widths,
        head: &SetRow,
        parent: TagNodeId,
        set: &SetText,
    ) {
        let line = self.canvas.child(parent, Tag::TR);
        let columns = u32::try_from(grid.columns.len()).unwrap_or(1);
        let cell = Tag::TD.with_col_span(NonZeroU32::new(columns));
        let cell = self.canvas.child(line, cell);
        self.need_in(grid, widths, head, set.height + PADDING);
        let (left, width) = match self.direction {
            TextDirection::RightToLeft => (MARGIN, self.sheet.inner_width() - INDENT),
            TextDirection::LeftToRight | TextDirection::OfItsLetters => {
                (MARGIN + INDENT, self.sheet.inner_width() - INDENT)
            }
        };
        self.lines(cell, set, left, width, SOFT);
        self.y += PADDING;
    }

    fn set_row<'a>(
        &mut self,
        grid: &PdfTable,
        widths: &Widths,
        cells: impl Iterator<Item = &'a PdfText>,
        weight: Weight,
    ) -> SetRow {
        let (cells, marks): (Vec<SetText>, Vec<TextMark>) = cells
            .zip(&widths.columns)
            .take(grid.columns.len())
            .map(|(cell, (_, width))| {
                let style = self.style(cell, widths.size, weight);
                let set = self.typesetter.set(&cell.text, style, *width);
                (set, cell.mark.clone())
            })
            .unzip();
        let height = cells.iter().map(|cell| cell.height).fold(0.0, f32::max);
        SetRow {
            cells,
            marks,
            height: height + 2.0 * PADDING,
        }
    }

    fn head(
        &mut self,
        grid: &PdfTable,
        widths: &Widths,
        head: &SetRow,
        owner: impl Fn(usize) -> Owner,
    ) {
        for (column, cell) in head.cells.iter().enumerate() {
            let (left, width) = widths.columns[column];
            // Heads stand at the foot of their row.
            let top = self.y;
            self.y += head.height - 2.0 * PADDING - cell.height + PADDING;
            let side = grid.columns[column].side;
            self.text(owner(column), cell, (left, width), side, &TextMark::None);
            self.y = top;
        }
        self.y += head.height;
        self.rule(1.0);
    }

    fn row(
        &mut self,
        grid: &PdfTable,
        widths: &Widths,
        head: &SetRow,
        parent: TagNodeId,
        set: SetRow,
    ) {
        let page = self.sheet.bottom() - MARGIN - head.height;
        self.need_in(grid, widths, head, set.height);
        let line = self.canvas.child(parent, Tag::TR);
        let cells: Vec<TagNodeId> = grid
            .columns
            .iter()
            .map(|column| {
                if column.names_rows {
                    self.canvas.child(line, Tag::TH(TableHeaderScope::Row))
                } else {
                    self.canvas.child(line, Tag::TD)
                }
            })
            .collect();
        if set.height <= page {
            self.y += PADDING;
            for (column, cell) in set.cells.iter().enumerate() {
                let (left, width) = widths.columns[column];
                let side = grid.columns[column].side;
                let mark = &set.marks[column];
                let node = match mark {
                    TextMark::LeadsTo(..) => self.canvas.child(cells[column], Tag::Link),
                    TextMark::None | TextMark::Struck => cells[column],
                };
                self.text(Owner::TagNode(node), cell, (left, width), side, mark);
            }
            self.y += set.height - PADDING;
        } else {
            self.long_row(grid, widths, head, &set, &cells);
        }
    }

    /// A row that is taller than a page, line by line.
    fn long_row(
        &mut self,
        grid: &PdfTable,
        widths: &Widths,
        head: &SetRow,
        set: &SetRow,
        cells: &[TagNodeId],
    ) {
        for (column, cell) in set.cells.iter().enumerate() {
            if cell.lines.is_empty() {
                self.canvas
                    .draw(Owner::TagNode(cells[column]), PdfShape::Nothing);
            }
        }
        let lines = set.cells.iter().map(|cell| cell.lines.len()).max();
        for number in 0..lines.unwrap_or(0) {
            let height = widths.size * 1.4;
            if self.y + height > self.sheet.bottom() {
                self.turn();
                self.again(grid, widths, head);
            }
            for (column, cell) in set.cells.iter().enumerate() {
                let Some(line) = cell.lines.get(number) else {
                    continue;
                };
                let (left, width) = widths.columns[column];
                let x = self.place(line.width, left, width, grid.columns[column].side);
                let shape = PdfShape::Text {
                    x,
                    top: self.y - (line.bottom - height),
                    line: line.clone(),
                    ink: INK,
                };
                self.canvas.draw(Owner::TagNode(cells[column]), shape);
            }
            self.y += height;
        }
        self.y += PADDING;
    }

    /// The head on the next page: for the eye, since a reader of the tree has heard it.
    fn again(&mut self, grid: &PdfTable, widths: &Widths, head: &SetRow) {
        self.head(grid, widths, head, |_| {
            Owner::Artifact(ArtifactType::PaginationOther)
        });
    }

    fn text(
        &mut self,
        owner: Owner,
        set: &SetText,
        (left, width): (f32, f32),
        side: CellSide,
        mark: &TextMark,
    ) {
        if set.lines.iter().all(|line| line.runs.is_empty()) {
            self.canvas.draw(owner, PdfShape::Nothing);
        }
        let ink = match mark {
            TextMark::LeadsTo(..) => LINK,
            TextMark::None | TextMark::Struck => INK,
        };
        for line in &set.lines {
            let x = self.place(line.width, left, width, side);
            let shape = PdfShape::Text {
                x,
                top: self.y,
                line: line.clone(),
                ink,
            };
            self.canvas.draw(owner, shape);
            if *mark == TextMark::Struck {
                self.strike(line, x, self.y);
            }
            if let (TextMark::LeadsTo(to, says), Owner::TagNode(node)) = (mark, owner) {
                self.canvas.links.push(CanvasLink {
                    page: self.canvas.pages.len() - 1,
                    node,
                    to: *to,
                    says: says.clone(),
                    x,
                    top: self.y,
                    width: line.width,
                    height: set.height,
                });
            }
        }
    }

    fn place(&self, line: f32, left: f32, width: f32, side: CellSide) -> f32 {
        if side == CellSide::Right || self.direction == TextDirection::RightToLeft {
            left + width - line
        } else {
            left
        }
    }

    fn rule(&mut self, height: f32) {
        let shape = PdfShape::Rectangle {
            x: MARGIN,
            top: self.y,
            width: self.sheet.inner_width(),
            height,
            ink: RULE,
        };
        self.canvas
            .draw(Owner::Artifact(ArtifactType::Layout), shape);
        self.y += height;
    }
}

/// What a column needs in letters of that size. They are not hinted: a text that is half as large is
/// half as wide.
fn smaller((least, best): &(f32, f32), size: f32) -> (f32, f32) {
    (least * size / SIZES[0], best * size / SIZES[0])
}

/// Each column its best width where there is room; else its least, and a share of the rest by what
/// it still wants. Where not even the least fits, all give way alike.
fn shared(needs: &[(f32, f32)], room: f32) -> Vec<f32> {
    let least: f32 = needs.iter().map(|(least, _)| least).sum();
    let best: f32 = needs.iter().map(|(_, best)| best).sum();
    if best <= room {
        return needs.iter().map(|(_, best)| *best).collect();
    }
    if least > room {
        return needs.iter().map(|(word, _)| word * room / least).collect();
    }
    let rest = room - least;
    let wants = |(least, best): &(f32, f32)| (best - least).min(MOST_WANTED * room);
    let wanted: f32 = needs.iter().map(wants).sum();
    let share = (rest / wanted).min(1.0);
    // what those leave that want no more goes to the longest
    let left = (rest - wanted).max(0.0) / (best - least - wanted).max(f32::MIN_POSITIVE);
    needs
        .iter()
        .map(|need| {
            let want = wants(need);
            need.0 + want * share + (need.1 - need.0 - want) * left
        })
        .collect()
}
