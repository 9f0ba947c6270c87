//! Pieces one under the other, over as many pages as they take.

use super::canvas::{Bookmark, Canvas, Ink, Owner, PdfShape, TagNodeId};
use super::piece::{Line, PdfBlock, PdfText, TextMark, Voice};
use super::sheet::{FOOT, MARGIN, Sheet};
use super::typeset::{SetLine, SetText, Style, TextDirection, Typesetter, Weight, Wrap};
use krilla::tagging::{ArtifactType, ListNumbering, Tag};
use std::num::NonZeroU16;

/// Ink on white: 17, 7 and 7 to 1.
pub(super) const INK: Ink = Ink(0x1b, 0x1f, 0x24);
pub(super) const SOFT: Ink = Ink(0x57, 0x5f, 0x69);
/// What leads elsewhere: 8.6 to 1.
pub(super) const LINK: Ink = Ink(0x1f, 0x4e, 0x79);
/// Rules and bands: decoration, which carries no meaning.
pub(super) const RULE: Ink = Ink(0xc3, 0xc9, 0xd0);

pub(super) const TEXT: f32 = 9.5;
pub(super) const SMALL: f32 = 8.0;

/// Where the next piece goes.
pub(super) struct Flow {
    pub(super) typesetter: Typesetter,
    pub(super) canvas: Canvas,
    pub(super) sheet: Sheet,
    pub(super) y: f32,
    pub(super) direction: TextDirection,
    /// How many characters none of our faces has.
    pub(super) unprintable: usize,
    /// The last heading, as long as nothing but words stands below it.
    heading: Option<PlacedHeading>,
}

/// Where a heading stands, so that it can go on the next page with what it heads.
struct PlacedHeading {
    /// The shapes of its page that stand before it, and the bookmarks.
    shapes: usize,
    bookmarks: usize,
    top: f32,
}

impl Flow {
    /// The first page, empty. The direction is the one of the page's language.
    pub(super) fn new(sheet: Sheet, direction: TextDirection) -> Flow {
        let mut flow = Flow {
            typesetter: Typesetter::new(),
            canvas: Canvas::default(),
            sheet,
            y: 0.0,
            direction,
            unprintable: 0,
            heading: None,
        };
        flow.turn();
        flow
    }

    /// The next page.
    pub(super) fn turn(&mut self) {
        self.canvas.pages.push(Vec::new());
        self.y = MARGIN;
        self.heading = None;
    }

    /// Turns the page where the beginning of what a heading heads does not fit any more, and takes
    /// the heading with it.
    pub(super) fn need_with_heading(&mut self, height: f32) {
        if self.y + height <= self.sheet.bottom() || self.y <= MARGIN {
            return;
        }
        let Some(heading) = self.heading.take() else {
            return self.turn();
        };
        if heading.top <= MARGIN {
            return;
        }
        let page = self.canvas.pages.last_mut().expect("there is a page");
        let mut moved = page.split_off(heading.shapes);
        let (up, y) = (heading.top - MARGIN, self.y);
        self.turn();
        for (_, shape) in &mut moved {
            shape.move_up(up);
        }
        let page = self.canvas.pages.len() - 1;
        self.canvas.pages[page] = moved;
        for bookmark in &mut self.canvas.bookmarks[heading.bookmarks..] {
            bookmark.page = page;
            bookmark.top -= up;
        }
        self.y = y - up;
    }

    /// Turns the page where that height does not fit any more.
    pub(super) fn need(&mut self, height: f32) {
        if self.y + height > self.sheet.bottom() && self.y > MARGIN {
            self.turn();
        }
    }

    pub(super) fn piece(&mut self, mut piece: PdfBlock) {
        piece.each_text(&mut |text| {
            let (printed, missing) = self.typesetter.printable(text);
            // a code that stands alone may go on where it has no room
            *text = match printed.contains(' ') {
                true => whole_codes(&printed),
                false => printed,
            };
            self.unprintable += missing;
        });
        match &piece {
            PdfBlock::Heading(level, text) => return self.heading(*level, text),
            PdfBlock::Paragraph(voice, text) => return self.paragraph(*voice, text),
            PdfBlock::Facts(lines) => self.facts(lines),
            PdfBlock::Table(grid) => self.table(grid),
            PdfBlock::Figure(figure) => self.figure(figure),
        }
        self.heading = None;
    }

    /// Nothing where nothing stands in it: a heading without words is none.
    pub(super) fn heading(&mut self, level: u16, text: &PdfText) {
        if text.text.trim().is_empty() {
            return;
        }
        let (size, before) = match level {
            1 => (17.0, 0.0),
            2 => (12.5, 14.0),
            _ => (10.5, 8.0),
        };
        if self.y > MARGIN {
            self.y += before;
        }
        // A heading stands with the first lines of what it heads.
        self.need(size * 1.4 + 48.0);
        let plain = unmarked(&text.text);
        self.heading = Some(PlacedHeading {
            shapes: self.canvas.pages.last().map_or(0, Vec::len),
            bookmarks: self.canvas.bookmarks.len(),
            top: self.y,
        });
        self.canvas.bookmarks.push(Bookmark {
            text: plain.clone(),
            level,
            page: self.canvas.pages.len() - 1,
            top: self.y,
        });
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        let node = self.canvas.root(Tag::Hn(level, Some(plain)));
        let style = Style {
            size,
            weight: Weight::Bold,
            direction: text.direction,
            wrap: Wrap::AtWords,
        };
        let set = self
            .typesetter
            .set(&text.text, style, self.sheet.inner_width());
        self.lines(node, &set, MARGIN, self.sheet.inner_width(), INK);
        self.y += 3.0;
    }

    fn paragraph(&mut self, voice: Voice, text: &PdfText) {
        let (size, ink, indent) = match voice {
            Voice::Plain => (TEXT, INK, 0.0),
            Voice::Aside => (SMALL, SOFT, 0.0),
            Voice::Quoted => (TEXT, INK, 12.0),
        };
        let node = match voice {
            Voice::Quoted => {
                let quote = self.canvas.root(Tag::BlockQuote);
                self.canvas.child(quote, Tag::P)
            }
            _ => self.canvas.root(Tag::P),
        };
        let style = Style {
            size,
            weight: Weight::Regular,
            direction: text.direction,
            wrap: text.wrap,
        };
        let width = self.sheet.inner_width() - indent;
        let left = if self.direction == TextDirection::RightToLeft {
            MARGIN
        } else {
            MARGIN + indent
        };
        for paragraph in text.text.split('\n') {
            let set = self.typesetter.set(paragraph, style, width);
            self.marked_lines(node, &set, (left, width), ink, &text.mark);
        }
        self.y += 4.0;
    }

    fn facts(&mut self, lines: &[Line]) {
        let list = self.canvas.root(Tag::L(ListNumbering::None));
        let width = self.sheet.inner_width();
        let measured = |flow: &mut Flow, line: &Line| {
            flow.typesetter
                .measure(
                    &line.label.text,
                    flow.style(&line.label, TEXT, Weight::Regular),
                )
                .best
        };
        let widest = lines
            .iter()
            .map(|line| measured(self, line))
            .fold(0.0, f32::max);
        let label = widest.min(width * 0.36);
        let gap = 12.0;
        for line in lines {
            let item = self.canvas.child(list, Tag::LI);
            let head = self.canvas.child(item, Tag::Lbl);
            let body = self.canvas.child(item, Tag::LBody);
            let style = self.style(&line.label, TEXT, Weight::Regular);
            let left = self.typesetter.set(&line.label.text, style, label);
            let style = self.style(&line.value, TEXT, Weight::Regular);
            let right = self
                .typesetter
                .set(&line.value.text, style, width - label - gap);
            let source = line.source.as_ref().map(|source| {
                let style = self.style(source, SMALL, Weight::Regular);
                self.typesetter
                    .set(&source.text, style, width - label - gap)
            });
            let below = source.as_ref().map_or(0.0, |source| source.height);
            let height = left.height.max(right.height + below);
            if height <= self.sheet.bottom() - MARGIN {
                self.need(height);
            }
            let top = self.y;
            if let Some(place) = line.place {
                self.canvas.reached(place, top);
            }
            let page = self.canvas.pages.len();
            let (start, rest) = self.columns(label, gap);
            self.lines(head, &left, start, label, SOFT);
            let after_label = (self.canvas.pages.len(), self.y);
            if self.canvas.pages.len() == page {
                self.y = top;
            }
            let column = (rest, width - label - gap);
            self.marked_lines(body, &right, column, INK, &line.value.mark);
            if let Some(source) = source {
                self.lines(body, &source, rest, width - label - gap, SOFT);
            }
            if after_label.0 == self.canvas.pages.len() {
                self.y = self.y.max(after_label.1);
            }
            self.y += 1.0;
        }
        self.y += 4.0;
    }

    /// Where the labels begin, and where the values do.
    fn columns(&self, label: f32, gap: f32) -> (f32, f32) {
        if self.direction == TextDirection::RightToLeft {
            (self.sheet.width - MARGIN - label, MARGIN)
        } else {
            (MARGIN, MARGIN + label + gap)
        }
    }

    pub(super) fn style(&self, phrase: &PdfText, size: f32, weight: Weight) -> Style {
        Style {
            size,
            weight,
            direction: phrase.direction,
            wrap: phrase.wrap,
        }
    }

    /// Lines of a text in a column of the page, from page to page, each where its page's language
    /// begins.
    pub(super) fn lines(
        &mut self,
        node: TagNodeId,
        set: &SetText,
        left: f32,
        width: f32,
        ink: Ink,
    ) {
        self.marked_lines(node, set, (left, width), ink, &TextMark::None);
    }

    /// The same of a text that is more than its words.
    fn marked_lines(
        &mut self,
        node: TagNodeId,
        set: &SetText,
        (left, width): (f32, f32),
        ink: Ink,
        mark: &TextMark,
    ) {
        let mut taken = 0.0;
        for line in &set.lines {
            let height = line.bottom - taken;
            self.need(height);
            let x = self.start(line, left, width);
            let top = self.y - taken;
            self.canvas.draw(
                Owner::TagNode(node),
                PdfShape::Text {
                    x,
                    top,
                    line: line.clone(),
                    ink,
                },
            );
            if *mark == TextMark::Struck {
                self.strike(line, x, top);
            }
            self.y += height;
            taken = line.bottom;
        }
    }

    /// A stroke through a line whose text begins at that height.
    pub(super) fn strike(&mut self, line: &SetLine, x: f32, top: f32) {
        let size = line.runs.first().map_or(0.0, |run| run.size);
        let stroke = PdfShape::Rectangle {
            x,
            top: top + line.baseline - size * 0.3,
            width: line.width,
            height: 0.7,
            ink: INK,
        };
        // the words say too that it was taken back
        self.canvas
            .draw(Owner::Artifact(ArtifactType::Layout), stroke);
    }

    /// Where a line begins in a column.
    pub(super) fn start(&self, line: &SetLine, left: f32, width: f32) -> f32 {
        if self.direction == TextDirection::RightToLeft {
            left + width - line.width
        } else {
            left
        }
    }

    /// What stands at the foot of every page: whose page it is, and which of how many.
    pub(super) fn feet(&mut self, whose: &PdfText, page_of: impl Fn(usize, usize) -> PdfText) {
        let count = self.canvas.pages.len();
        let (whose_page, _) = self.typesetter.printable(&whose.text);
        let top = self.sheet.height - MARGIN - FOOT + 10.0;
        let width = self.sheet.inner_width();
        for page in 0..count {
            let number = page_of(page + 1, count);
            let style = Style {
                wrap: Wrap::Never,
                ..self.style(&number, 7.5, Weight::Regular)
            };
            let number = self.typesetter.set(&number.text, style, width);
            let room = width - number.lines.first().map_or(0.0, |line| line.width) - 16.0;
            let style = self.style(whose, 7.5, Weight::Regular);
            let whose = self.typesetter.set(&whose_page, style, room);
            let footer = Owner::Artifact(ArtifactType::Footer);
            // The first page has it at its head.
            let lines = whose.lines.into_iter().take(if page == 0 { 0 } else { 2 });
            for line in lines {
                let x = self.start(&line, MARGIN, width);
                let shape = PdfShape::Text {
                    x,
                    top,
                    line,
                    ink: SOFT,
                };
                self.canvas.pages[page].push((footer, shape));
            }
            for line in number.lines {
                let x = if self.direction == TextDirection::RightToLeft {
                    MARGIN
                } else {
                    MARGIN + width - line.width
                };
                let shape = PdfShape::Text {
                    x,
                    top,
                    line,
                    ink: SOFT,
                };
                self.canvas.pages[page].push((footer, shape));
            }
        }
    }
}

/// Running text, whose codes go on in no second line: a reader of `customer-request` at the end of a
/// line would take the hyphen for one that the line put there.
pub(super) fn whole_codes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before: Option<char> = None;
    while let Some(c) = letters.next() {
        out.push(c);
        let is_inside = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric());
        if c == '-' && is_inside(before.as_ref()) && is_inside(letters.peek()) {
            out.push(WORD_JOINER);
        }
        before = Some(c);
    }
    out
}

/// No line ends here, and nothing is seen.
const WORD_JOINER: char = '\u{2060}';

/// A text for bookmarks, titles and sentences in place of pictures: without marks of direction, and
/// no longer than such a text may be in a file that is to last.
pub(super) fn unmarked(text: &str) -> String {
    const LONGEST: usize = 1_000;
    let steers = |c: &char| {
        matches!(
            *c,
            '\u{200E}' | '\u{200F}' | WORD_JOINER | '\u{2066}'..='\u{2069}'
        )
    };
    let mut plain: String = text
        .chars()
        .filter(|c| !steers(c))
        .take(LONGEST + 1)
        .collect();
    if plain.chars().count() > LONGEST {
        plain.pop();
        plain.push('…');
    }
    plain
}
