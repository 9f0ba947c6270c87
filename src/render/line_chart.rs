//! Lines over the same points as shapes: two lines to measure by, the lines, and at the end of
//! each what it is of.

use super::chart::{Anchor, GAP, LETTER, Picture, Shape, StrokeStyle, WIDTH};
use super::outcome::{ChartLine, LineChart};
use super::speech::{PageDirection, Speech, plain};
use crate::core::text::{columns, cut};
use crate::wording::ended;

/// The upper and the lower of the lines that are there to measure by.
const TOP: u32 = 24;
const BOTTOM: u32 = 164;
/// Where the names of the points stand.
const UNDER: u32 = BOTTOM + 20;
/// In so many lines, lest they be cut.
const LINES: u32 = 2;
const HEIGHT: u32 = UNDER + TEXT * LINES;
/// A line of text takes so much.
const TEXT: u32 = 16;
/// So far above the line on which letters stand is their middle.
const MIDDLE: u32 = 5;
/// So long is the piece of a line that stands before its name: lines that end alike are told apart
/// by it.
const SAMPLE: u32 = 24;
/// A name that is longer is cut: the figures stand in a table beside it.
const LONGEST: usize = 24;

/// In which styles lines are drawn, one after the other.
const STYLES: [StrokeStyle; 3] = [StrokeStyle::Solid, StrokeStyle::Dashed, StrokeStyle::Dotted];

/// Where values stand on the picture.
struct Frame {
    left: u32,
    right: u32,
    points: u32,
}

/// The picture, mirrored as the page is.
pub(super) fn lines(chart: &LineChart, speech: &Speech<'_>, direction: PageDirection) -> Picture {
    let labels: Vec<String> = chart.lines.iter().map(|line| label(line, speech)).collect();
    let widest = labels.iter().map(|label| columns(label)).max().unwrap_or(0);
    let widest = u32::try_from(widest)
        .unwrap_or(u32::MAX)
        .saturating_mul(LETTER);
    let frame = Frame {
        left: 7 * LETTER,
        right: WIDTH
            .saturating_sub(widest + SAMPLE + 3 * GAP)
            .max(20 * LETTER),
        points: u32::try_from(chart.points.len()).unwrap_or(1).max(1),
    };
    let mut shapes = Vec::new();
    for (y, share) in [(TOP, 1.0), (BOTTOM, 0.0)] {
        shapes.push(Shape::Stroke {
            from: (frame.left, y),
            to: (frame.right, y),
            style: StrokeStyle::Grid,
        });
        shapes.push(Shape::Words {
            x: frame.left - GAP,
            y: y + 5,
            words: speech.percent(share),
            anchor: Anchor::Right,
        });
    }
    for (place, point) in (0..).zip(&chart.points) {
        let name = plain(&speech.line(point));
        let lines = in_lines(&name, frame.letters()).into_iter();
        shapes.extend((0..).zip(lines).map(|(line, words)| Shape::Words {
            x: frame.x(place),
            y: UNDER + line * TEXT,
            words,
            anchor: Anchor::Middle,
        }));
    }
    let ends = ends(chart);
    for (((line, label), end), style) in chart
        .lines
        .iter()
        .zip(labels)
        .zip(ends)
        .zip(STYLES.iter().cycle())
    {
        frame.line(&mut shapes, line, *style);
        let sample = frame.right + GAP;
        shapes.push(Shape::Stroke {
            from: (sample, end - MIDDLE),
            to: (sample + SAMPLE, end - MIDDLE),
            style: *style,
        });
        shapes.push(Shape::Words {
            x: sample + SAMPLE + GAP,
            y: end,
            words: label,
            anchor: Anchor::Left,
        });
    }
    let mut picture = Picture {
        width: (frame.right + widest + SAMPLE + 3 * GAP).max(WIDTH),
        height: HEIGHT.max(labels_height(chart)),
        shapes,
    };
    if direction == PageDirection::RightToLeft {
        picture.mirror();
    }
    picture
}

/// What a line is of, and its last value.
fn label(line: &ChartLine, speech: &Speech<'_>) -> String {
    let name = plain(&speech.line(&line.label));
    let name = ended(cut(&name, LONGEST).into_owned());
    match line.values.last().and_then(Option::as_ref) {
        Some((_, value)) => format!("{name} {}", speech.figure(value)),
        None => name,
    }
}

/// A name in one line of so many letters, else in two, broken where the longer one is shortest; what
/// is longer still is cut.
fn in_lines(name: &str, letters: usize) -> Vec<String> {
    let cut = |line: &str| ended(cut(line, letters).into_owned());
    if columns(name) <= letters {
        return vec![name.to_owned()];
    }
    let breaks = name.match_indices(' ');
    let halves = breaks.map(|(at, _)| (&name[..at], &name[at + 1..]));
    match halves.min_by_key(|(one, other)| columns(one).max(columns(other))) {
        Some((one, other)) => vec![cut(one), cut(other)],
        None => vec![cut(name)],
    }
}

/// Where the names of the lines stand: beside their last values, none over another.
fn ends(chart: &LineChart) -> Vec<u32> {
    let last = |line: &ChartLine| {
        let values = line.values.iter().rev().flatten();
        values.map(|(share, _)| *share).next()
    };
    let wanted = chart
        .lines
        .iter()
        .map(|line| Frame::y(last(line).unwrap_or(0.0)) + MIDDLE);
    let mut order: Vec<(u32, usize)> = wanted.zip(0..).collect();
    order.sort_unstable();
    let mut ends = vec![0; order.len()];
    let mut free = 0;
    for (y, place) in order {
        ends[place] = y.max(free);
        free = ends[place] + TEXT;
    }
    ends
}

fn labels_height(chart: &LineChart) -> u32 {
    BOTTOM + TEXT * u32::try_from(chart.lines.len() + 1).unwrap_or(0)
}

impl Frame {
    fn x(&self, place: u32) -> u32 {
        let inside = self.right - self.left;
        self.left + (2 * place + 1) * inside / (2 * self.points)
    }

    /// How long the name of a point may be: no further than the next one's.
    fn letters(&self) -> usize {
        let apart = (self.right - self.left) / self.points;
        usize::try_from(apart / LETTER)
            .unwrap_or(LONGEST)
            .saturating_sub(1)
            .clamp(1, LONGEST)
    }

    fn y(share: f64) -> u32 {
        let above = share.clamp(0.0, 1.0) * f64::from(BOTTOM - TOP);
        BOTTOM - above.round() as u32
    }

    /// The strokes between points that follow each other, and the points.
    fn line(&self, shapes: &mut Vec<Shape>, line: &ChartLine, style: StrokeStyle) {
        let mut before = None;
        for (place, value) in (0..).zip(&line.values) {
            let at = value
                .as_ref()
                .map(|(share, _)| (self.x(place), Frame::y(*share)));
            if let (Some(from), Some(to)) = (before, at) {
                shapes.push(Shape::Stroke { from, to, style });
            }
            shapes.extend(at.map(|(x, y)| Shape::Dot { x, y }));
            before = at;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::time::{Fixed, Instant, LocalNow};
    use crate::render::shown::TimeStyle;
    use crate::render::{Cell, Words};
    use crate::wording::Names;

    fn chart(lines: &[&[Option<f64>]]) -> LineChart {
        let line = |values: &&[Option<f64>]| ChartLine {
            label: Words::from("response"),
            values: values
                .iter()
                .map(|value| value.map(|share| (share, Cell::Number(1))))
                .collect(),
        };
        LineChart {
            title: "Kept".into(),
            points: ["Q1", "Q2", "Q3", "Q4"].map(Words::from).into(),
            lines: lines.iter().map(line).collect(),
        }
    }

    fn drawn(chart: &LineChart, direction: PageDirection) -> Picture {
        let zone = Fixed::hours(0);
        let speech = Speech {
            language: None,
            names: &Names::default(),
            here: LocalNow::new(Instant(0), &zone),
            times: TimeStyle::Written,
        };
        lines(chart, &speech, direction)
    }

    fn dots(picture: &Picture) -> Vec<(u32, u32)> {
        let dots = picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Dot { x, y } => Some((*x, *y)),
            _ => None,
        });
        dots.collect()
    }

    #[test]
    fn a_higher_share_stands_higher_and_a_gap_is_no_line() {
        let chart = chart(&[&[Some(0.5), None, Some(1.0), Some(0.75)]]);
        let picture = drawn(&chart, PageDirection::LeftToRight);
        let dots = dots(&picture);
        assert_eq!(dots.len(), 3);
        assert!(dots[1].1 < dots[2].1 && dots[2].1 < dots[0].1, "{dots:?}");
        assert!(dots[0].0 < dots[1].0 && dots[1].0 < dots[2].0, "{dots:?}");
        let last = dots[2].0;
        let strokes = picture.shapes.iter().filter(|shape| match shape {
            Shape::Stroke { to, style, .. } => to.0 <= last && *style == StrokeStyle::Solid,
            _ => false,
        });
        assert_eq!(strokes.count(), 1, "from the third to the fourth");
    }

    #[test]
    fn lines_that_end_alike_are_told_apart_and_names_of_points_do_not_run_together() {
        let all = [Some(1.0); 4];
        let mut chart = chart(&[&all, &all]);
        let long = "2026-09-17..2026-10-01";
        chart.points = [long; 4].map(Words::from).into();
        let picture = drawn(&chart, PageDirection::LeftToRight);
        let end = dots(&picture).iter().map(|(x, _)| *x).max().unwrap_or(0);
        let samples = picture.shapes.iter().filter_map(|shape| match shape {
            Shape::Stroke { from, style, .. } if from.0 > end => Some(*style),
            _ => None,
        });
        let samples: Vec<StrokeStyle> = samples.collect();
        assert_eq!(samples, [StrokeStyle::Solid, StrokeStyle::Dashed]);
        let names: Vec<(u32, &str)> = picture
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Words {
                    x,
                    words,
                    anchor: Anchor::Middle,
                    ..
                } => Some((*x, words.as_str())),
                _ => None,
            })
            .collect();
        for two in names.windows(2) {
            let wide = u32::try_from(columns(two[0].1)).unwrap_or(u32::MAX) * LETTER;
            assert!(two[1].0 - two[0].0 > wide, "{names:?}");
        }
    }

    #[test]
    fn a_name_that_is_too_long_for_a_line_goes_on_in_a_second() {
        assert_eq!(
            in_lines("III квартал 2026 г.", 12),
            ["III квартал", "2026 г."]
        );
        assert_eq!(in_lines("2026Q3", 12), ["2026Q3"]);
        let cut = in_lines("2026-09-17..2026-10-01", 12);
        assert!(cut.iter().all(|line| columns(line) <= 12), "{cut:?}");
        assert_eq!(in_lines("a b c d", 3), ["a b", "c d"]);
    }

    #[test]
    fn the_axis_begins_at_nothing() {
        let chart = chart(&[&[Some(0.5), Some(1.0), Some(0.0), None]]);
        let dots = dots(&drawn(&chart, PageDirection::LeftToRight));
        assert_eq!(dots[0].1 - dots[1].1, (BOTTOM - TOP) / 2);
        assert_eq!(dots[2].1, BOTTOM);
    }

    #[test]
    fn names_of_lines_stand_apart_and_everything_is_on_the_picture() {
        let all = [Some(1.0); 4];
        let chart = chart(&[&all, &all, &all, &[None, None, None, None]]);
        for direction in [PageDirection::LeftToRight, PageDirection::RightToLeft] {
            let picture = drawn(&chart, direction);
            let names = picture.shapes.iter().filter_map(|shape| match shape {
                Shape::Words { y, words, .. } if words.starts_with("response") => Some(*y),
                _ => None,
            });
            let names: Vec<u32> = names.collect();
            for (i, y) in names.iter().enumerate() {
                assert!(
                    names[i + 1..]
                        .iter()
                        .all(|other| other.abs_diff(*y) >= TEXT)
                );
                assert!(*y <= picture.height);
            }
            assert!(dots(&picture).iter().all(|(x, _)| *x <= picture.width));
        }
    }
}
