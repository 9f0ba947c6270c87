//! Pictures: the shapes of a chart on paper.

use super::canvas::{Ink, Owner, PdfShape, TagNodeId};
use super::flow::{Flow, INK, RULE, SMALL, unmarked};
use super::piece::Figure;
use super::sheet::MARGIN;
use super::typeset::{Style, TextDirection, Weight, Wrap};
use crate::render::chart::{self, StrokeStyle};
use krilla::tagging::Tag;

pub(super) const BAR: Ink = Ink(0x2a, 0x5d, 0x9c);
/// Half of a point of a line.
const DOT: f32 = 3.4;

impl Flow {
    /// A picture over the width of the page, with the sentence that says the same.
    pub(super) fn figure(&mut self, figure: &Figure) {
        let scale = self.sheet.inner_width() / figure.picture.width.max(1) as f32;
        let height = figure.picture.height as f32 * scale;
        // The title stands above its picture.
        let title = 40.0;
        let page = self.sheet.bottom() - MARGIN - title;
        self.need_with_heading(title + height.min(page));
        self.heading(3, &figure.title);
        let node = self.canvas.root(Tag::Figure(Some(unmarked(&figure.alt))));
        // What lies beyond the foot of the page goes on at the head of the next one.
        let mut above = 0.0;
        for shape in &figure.picture.shapes {
            let down = match shape {
                chart::Shape::Bar { y, .. }
                | chart::Shape::Words { y, .. }
                | chart::Shape::Dot { y, .. } => *y as f32 * scale,
                chart::Shape::Stroke { from, to, .. } => from.1.min(to.1) as f32 * scale,
            };
            if self.y + down - above + SMALL > self.sheet.bottom() {
                self.turn();
                above = down - SMALL;
            }
            let top = self.y - above;
            self.shape(node, shape, scale, top);
        }
        self.y += height - above + 8.0;
    }

    fn shape(&mut self, node: TagNodeId, shape: &chart::Shape, scale: f32, top: f32) {
        match shape {
            chart::Shape::Bar {
                x,
                y,
                width,
                height,
            } => self.canvas.draw(
                Owner::TagNode(node),
                PdfShape::Rectangle {
                    x: MARGIN + *x as f32 * scale,
                    top: top + *y as f32 * scale,
                    width: *width as f32 * scale,
                    height: *height as f32 * scale,
                    ink: BAR,
                },
            ),
            chart::Shape::Words {
                x,
                y,
                words,
                anchor,
            } => {
                let style = Style {
                    size: SMALL,
                    weight: Weight::Regular,
                    // what is put together of values has no letter of its own to begin with
                    direction: match self.direction {
                        TextDirection::RightToLeft => TextDirection::RightToLeft,
                        _ => TextDirection::OfItsLetters,
                    },
                    wrap: Wrap::Never,
                };
                let set = self.typesetter.set(words, style, self.sheet.inner_width());
                for line in set.lines {
                    let shift = match anchor {
                        chart::Anchor::Left => 0.0,
                        chart::Anchor::Middle => line.width / 2.0,
                        chart::Anchor::Right => line.width,
                    };
                    let shape = PdfShape::Text {
                        x: MARGIN + *x as f32 * scale - shift,
                        top: top + *y as f32 * scale - line.baseline,
                        line,
                        ink: INK,
                    };
                    self.canvas.draw(Owner::TagNode(node), shape);
                }
            }
            chart::Shape::Stroke { from, to, style } => {
                let at = |(x, y): (u32, u32)| (MARGIN + x as f32 * scale, top + y as f32 * scale);
                for shape in stroke(at(*from), at(*to), *style) {
                    self.canvas.draw(Owner::TagNode(node), shape);
                }
            }
            chart::Shape::Dot { x, y } => {
                let (x, y) = (MARGIN + *x as f32 * scale, top + *y as f32 * scale);
                let at = [(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)];
                let at = at.map(|(right, down)| (x + right * DOT, y + down * DOT));
                let shape = PdfShape::Corners {
                    at: at.to_vec(),
                    ink: BAR,
                };
                self.canvas.draw(Owner::TagNode(node), shape);
            }
        }
    }
}

/// A straight line as the parts of it that are drawn: one, or its dashes.
fn stroke(from: (f32, f32), to: (f32, f32), style: StrokeStyle) -> Vec<PdfShape> {
    let (thick, ink, drawn, left_out) = match style {
        StrokeStyle::Grid => (0.5, RULE, f32::MAX, 0.0),
        StrokeStyle::Solid => (1.4, BAR, f32::MAX, 0.0),
        StrokeStyle::Dashed => (1.4, BAR, 6.0, 3.0),
        StrokeStyle::Dotted => (1.4, BAR, 1.6, 3.2),
    };
    let (right, down) = (to.0 - from.0, to.1 - from.1);
    let length = right.hypot(down).max(f32::MIN_POSITIVE);
    let (right, down) = (right / length, down / length);
    let half = (-down * thick / 2.0, right * thick / 2.0);
    let mut parts = Vec::new();
    let mut begun = 0.0;
    while begun < length {
        let ended = (begun + drawn).min(length);
        let [a, b] = [begun, ended].map(|far| (from.0 + right * far, from.1 + down * far));
        parts.push(PdfShape::Corners {
            at: vec![
                (a.0 + half.0, a.1 + half.1),
                (b.0 + half.0, b.1 + half.1),
                (b.0 - half.0, b.1 - half.1),
                (a.0 - half.0, a.1 - half.1),
            ],
            ink,
        });
        begun = ended + left_out;
    }
    parts
}
