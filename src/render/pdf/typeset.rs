//! Text to lines of glyphs: shaping, direction, breaking.

use super::fonts::{FAMILIES, Fonts};
use krilla::text::{GlyphId, KrillaGlyph};
use parley::style::{
    FontFamily, FontWeight, LineHeight, OverflowWrap, StyleProperty, TextWrapMode,
};
use parley::{BaseDirection, Layout, LayoutContext, Line};
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    /// Points.
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) direction: TextDirection,
    pub(super) wrap: Wrap,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// Where the text begins. It follows what a text is, never its letters alone: codes, ids and
/// instants run to the right on every page, and what a person wrote as its first letter does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum TextDirection {
    LeftToRight,
    RightToLeft,
    OfItsLetters,
}

/// Whether a text may go on in a second line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Wrap {
    AtWords,
    Never,
}

/// Sets texts in our faces.
pub(super) struct Typesetter {
    pub(super) fonts: Fonts,
    scratch: LayoutContext<()>,
    /// Texts that were shaped before: a cell is measured before it is set, and many say the same.
    shaped: HashMap<ShapedAs, HashMap<Rc<str>, Measured>>,
}

/// All of a style that glyphs and breaks hang on; the size by its bits.
type ShapedAs = (u32, Weight, TextDirection, Wrap);

/// So many texts of a style are kept.
const KEPT: usize = 1_024;

/// A text before it is known how wide it may be.
pub(super) struct Measured {
    text: Rc<str>,
    layout: Layout<()>,
    /// The longest piece that stays whole, in points.
    pub(super) least: f32,
    /// All in one line.
    pub(super) best: f32,
}

/// A text in lines.
#[derive(Clone)]
pub(super) struct SetText {
    pub(super) lines: Vec<SetLine>,
    pub(super) height: f32,
}

/// One line, measured from the top of its text.
#[derive(Clone)]
pub(super) struct SetLine {
    pub(super) baseline: f32,
    pub(super) bottom: f32,
    pub(super) width: f32,
    pub(super) runs: Vec<SetRun>,
}

/// Glyphs of one face, in the order in which they are read.
#[derive(Clone)]
pub(super) struct SetRun {
    pub(super) face: u64,
    pub(super) size: f32,
    /// From the left end of the line.
    pub(super) x: f32,
    pub(super) text: Rc<str>,
    pub(super) glyphs: Vec<KrillaGlyph>,
}

impl Typesetter {
    pub(super) fn new() -> Typesetter {
        Typesetter {
            fonts: Fonts::load(),
            scratch: LayoutContext::new(),
            shaped: HashMap::new(),
        }
    }

    /// A text whose lines are not broken yet.
    pub(super) fn measure(&mut self, text: &str, style: Style) -> &mut Measured {
        let shaped_as = (
            style.size.to_bits(),
            style.weight,
            style.direction,
            style.wrap,
        );
        let known = self.shaped.get(&shaped_as);
        if known.is_none_or(|known| !known.contains_key(text)) {
            let text: Rc<str> = text.into();
            let measured = self.shape(&text, style);
            let known = self.shaped.entry(shaped_as).or_default();
            if known.len() >= KEPT {
                known.clear();
            }
            known.insert(text, measured);
        }
        let known = self.shaped.get_mut(&shaped_as);
        let measured = known.and_then(|known| known.get_mut(text));
        measured.expect("it was shaped")
    }

    fn shape(&mut self, text: &Rc<str>, style: Style) -> Measured {
        let mut builder = self
            .scratch
            .ranged_builder(&mut self.fonts.context, text, 1.0, false);
        builder.push_default(FontFamily::Source(Cow::Borrowed(FAMILIES)));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::FontWeight(match style.weight {
            Weight::Regular => FontWeight::NORMAL,
            Weight::Bold => FontWeight::BOLD,
        }));
        builder.push_default(LineHeight::FontSizeRelative(1.4));
        builder.push_default(OverflowWrap::BreakWord);
        builder.push_default(match style.wrap {
            Wrap::AtWords => TextWrapMode::Wrap,
            Wrap::Never => TextWrapMode::NoWrap,
        });
        builder.set_base_direction(match style.direction {
            TextDirection::LeftToRight => BaseDirection::Ltr,
            TextDirection::RightToLeft => BaseDirection::Rtl,
            TextDirection::OfItsLetters => BaseDirection::Auto,
        });
        let layout = builder.build(&**text);
        let widths = layout.calculate_content_widths();
        Measured {
            text: text.clone(),
            layout,
            least: widths.min,
            best: widths.max,
        }
    }

    /// A text in lines no wider than that.
    pub(super) fn set(&mut self, text: &str, style: Style, width: f32) -> SetText {
        self.measure(text, style).set(width)
    }

    /// What our faces can print, and how many characters none of them has: white space is a space,
    /// what cannot be printed is U+FFFD, so that a strange character in a subject spoils nothing.
    /// Line ends stay.
    pub(super) fn printable(&self, text: &str) -> (String, usize) {
        let mut missing = 0;
        let mut printed = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                '\n' => printed.push(character),
                // no line ends there; of all spaces the fonts have one
                '\u{a0}' | '\u{202f}' => printed.push_str(" \u{2060}"),
                _ if character.is_whitespace() || character.is_control() => printed.push(' '),
                _ if is_invisible(character) || self.fonts.has(character) => {
                    printed.push(character);
                }
                _ => {
                    missing += 1;
                    printed.push(char::REPLACEMENT_CHARACTER);
                }
            }
        }
        (printed, missing)
    }
}

impl Measured {
    /// In lines no wider than that.
    pub(super) fn set(&mut self, width: f32) -> SetText {
        // Widths are sums of advances: a hair of room keeps a text that fits from being broken.
        self.layout.break_all_lines(Some(width.max(1.0) + 0.05));
        let begins_right = self.layout.is_rtl();
        let lines = self.layout.lines().map(|line| {
            let metrics = line.metrics();
            SetLine {
                baseline: metrics.baseline,
                bottom: metrics.block_max_coord,
                width: metrics.advance - metrics.hanging_advance,
                runs: runs(&line, &self.text, begins_right),
            }
        });
        SetText {
            lines: lines.collect(),
            height: self.layout.height(),
        }
    }
}

/// The runs of a line: placed as they are seen, listed as they are read, since the order in which
/// they are drawn is the order in which a reader of the file hears them.
fn runs(line: &Line<'_, ()>, text: &Rc<str>, begins_right: bool) -> Vec<SetRun> {
    let mut found: Vec<(usize, SetRun)> = Vec::new();
    // In a text that begins at the right the space at the end of a line hangs over its left end.
    let mut x = if begins_right {
        -line.metrics().hanging_advance
    } else {
        0.0
    };
    for run in line.runs() {
        let size = run.font_size();
        let start = x;
        let mut glyphs: Vec<KrillaGlyph> = Vec::new();
        let mut pending: Option<Range<usize>> = None;
        for cluster in run.visual_clusters() {
            let range = cluster.text_range();
            if cluster.is_ligature_continuation() {
                if cluster.is_rtl() {
                    pending = Some(joined(pending, range));
                } else if let Some(glyph) = glyphs.last_mut() {
                    glyph.text_range.end = range.end;
                }
                continue;
            }
            if text[range.clone()].chars().all(is_invisible) {
                x += cluster.advance();
                continue;
            }
            let range = joined(pending.take(), range);
            for glyph in cluster.glyphs() {
                glyphs.push(KrillaGlyph::new(
                    GlyphId::new(glyph.id),
                    glyph.advance / size,
                    glyph.x / size,
                    // Up is down: the typesetter's y grows to the foot of the page.
                    -glyph.y / size,
                    0.0,
                    range.clone(),
                    None,
                ));
                x += glyph.advance;
            }
        }
        if !glyphs.is_empty() {
            found.push((
                run.text_range().start,
                SetRun {
                    face: run.font().data.id(),
                    size,
                    x: start,
                    text: text.clone(),
                    glyphs,
                },
            ));
        }
    }
    found.sort_by_key(|(first, _)| *first);
    found.into_iter().map(|(_, run)| run).collect()
}

fn joined(one: Option<Range<usize>>, other: Range<usize>) -> Range<usize> {
    match one {
        Some(one) => one.start.min(other.start)..one.end.max(other.end),
        None => other,
    }
}

/// Marks that steer the direction of text and have no picture.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}
