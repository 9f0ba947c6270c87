//! A chart as shapes: what every format that draws pictures draws.

use super::outcome::BarChart;
use super::speech::{PageDirection, Speech, plain};
use crate::core::text::{columns, cut};
use crate::wording::ended;

/// A picture, in units of which sixteen are a line of text.
pub(super) struct Picture {
    pub width: u32,
    pub height: u32,
    pub shapes: Vec<Shape>,
}

/// A part of it.
pub(super) enum Shape {
    Bar {
        x: u32,
        y: u32,
        width: u32,
        height: u32,
    },
    Words {
        x: u32,
        /// Where the line of text stands.
        y: u32,
        words: String,
        anchor: Anchor,
    },
    /// A straight line between two places.
    Stroke {
        from: (u32, u32),
        to: (u32, u32),
        style: StrokeStyle,
    },
    /// A point of a line.
    Dot { x: u32, y: u32 },
}

/// How a stroke is drawn, so that lines are told apart without colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StrokeStyle {
    /// Thin: it is there to measure by.
    Grid,
    Solid,
    Dashed,
    Dotted,
}

/// Which part of a text lies at its place, as seen on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Left,
    Middle,
    Right,
}

/// A bar: what it is of, how long it is of the longest that there can be, its value in words.
pub(super) struct Bar {
    pub label: String,
    pub share: f64,
    pub value: String,
}

/// The bars of a chart, in the words of its page.
pub(super) fn bars_of(chart: &BarChart, speech: &Speech<'_>) -> Vec<Bar> {
    let full = chart.full();
    let bars = chart.bars.iter().map(|(label, length, value)| Bar {
        label: plain(&speech.line(label)),
        share: length / full,
        value: plain(&speech.cell(value)),
    });
    bars.collect()
}

/// What the picture says, for whom does not see it.
pub(super) fn in_a_sentence(title: &str, bars: &[Bar], speech: &Speech<'_>) -> String {
    let said: Vec<String> = bars
        .iter()
        .map(|bar| format!("{} {}", bar.label, bar.value))
        .collect();
    format!("{title}: {}", said.join(speech.between_values()))
}

pub(super) const WIDTH: u32 = 640;
const ROW: u32 = 24;
const BAR: u32 = 14;
pub(super) const GAP: u32 = 8;
/// About so wide is a letter.
pub(super) const LETTER: u32 = 8;
/// A label that is longer is cut: the figures stand in a table beside it.
const LONGEST_LABEL: usize = 32;

/// Bars under each other, labels before them, values behind; mirrored as the page is.
pub(super) fn bars(bars: &[Bar], direction: PageDirection) -> Picture {
    let labels: Vec<String> = bars
        .iter()
        .map(|bar| ended(cut(&bar.label, LONGEST_LABEL).into_owned()))
        .collect();
    let widest = |texts: &mut dyn Iterator<Item = usize>| {
        let letters = u32::try_from(texts.max().unwrap_or(0)).unwrap_or(u32::MAX);
        letters.saturating_mul(LETTER)
    };
    let before = widest(&mut labels.iter().map(|label| columns(label))) + GAP;
    let behind = widest(&mut bars.iter().map(|bar| columns(&bar.value))) + GAP;
    let longest = WIDTH.saturating_sub(before + behind).max(ROW);
    let mut shapes = Vec::new();
    for (row, (bar, label)) in (0u32..).zip(bars.iter().zip(labels)) {
        let top = row * ROW;
        let line = top + BAR + 1;
        let length = (bar.share.clamp(0.0, 1.0) * f64::from(longest)).round() as u32;
        shapes.push(Shape::Words {
            x: before - GAP,
            y: line,
            words: label,
            anchor: Anchor::Right,
        });
        shapes.push(Shape::Bar {
            x: before,
            y: top + 3,
            width: length,
            height: BAR,
        });
        shapes.push(Shape::Words {
            x: before + length + GAP,
            y: line,
            words: bar.value.clone(),
            anchor: Anchor::Left,
        });
    }
    let height = ROW * u32::try_from(bars.len()).unwrap_or(u32::MAX / ROW);
    let mut picture = Picture {
        width: before + longest + behind,
        height,
        shapes,
    };
    if direction == PageDirection::RightToLeft {
        picture.mirror();
    }
    picture
}

impl Picture {
    pub(super) fn mirror(&mut self) {
        for shape in &mut self.shapes {
            match shape {
                Shape::Bar { x, width, .. } => *x = self.width - *x - *width,
                Shape::Words { x, anchor, .. } => {
                    *x = self.width - *x;
                    *anchor = match anchor {
                        Anchor::Left => Anchor::Right,
                        Anchor::Middle => Anchor::Middle,
                        Anchor::Right => Anchor::Left,
                    };
                }
                Shape::Stroke { from, to, .. } => {
                    from.0 = self.width - from.0;
                    to.0 = self.width - to.0;
                }
                Shape::Dot { x, .. } => *x = self.width - *x,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(direction: PageDirection) -> Picture {
        let bar = |label: &str, share| Bar {
            label: label.to_owned(),
            share,
            value: "1".to_owned(),
        };
        bars(
            &[bar("p1", 1.0), bar("a longer one", 0.5), bar("", 7.0)],
            direction,
        )
    }

    fn spans(picture: &Picture) -> Vec<(u32, u32)> {
        let bars = picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Bar { x, width, .. } => Some((*x, x + width)),
            _ => None,
        });
        bars.collect()
    }

    #[test]
    fn bars_begin_at_one_line_and_are_as_long_as_their_share() {
        let spans = spans(&drawn(PageDirection::LeftToRight));
        assert!(spans.iter().all(|span| span.0 == spans[0].0));
        let length = |i: usize| spans[i].1 - spans[i].0;
        assert_eq!(length(0), length(2), "nothing is longer than all");
        assert!(length(0).abs_diff(length(1) * 2) <= 1);
    }

    #[test]
    fn a_page_from_right_to_left_has_the_picture_mirrored() {
        let (here, there) = (
            drawn(PageDirection::LeftToRight),
            drawn(PageDirection::RightToLeft),
        );
        let mirrored = spans(&there).into_iter();
        let back: Vec<_> = mirrored
            .map(|(from, to)| (there.width - to, there.width - from))
            .collect();
        assert_eq!(back, spans(&here));
    }
}
