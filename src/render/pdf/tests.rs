//! Pages as pdf: that they are made whatever a text holds, are the same twice, and that our own
//! words can all be printed. The writer's validators (PDF/A-3a, PDF/UA-1) are part of each: a page
//! that breaks their rules is no page.

use super::*;
use crate::core::filter::LineEnd;
use crate::core::text::{Language, WordList};
use crate::core::time::{Fixed, Instant};
use crate::render::{BarChart, ChartLine, Colour, Field, LineChart, PageLink, Paper, Stdout};
use crate::settings::Format;

fn view(zone: &Fixed) -> RenderView<'_> {
    RenderView {
        now: Instant(1_791_972_000),
        zone,
        format: Some(Format::Pdf),
        fields: None,
        stdout: Stdout::Elsewhere { width: None },
        colour: Colour::Off,
        line_end: LineEnd::Newline,
        desk: None,
    }
}

fn drawn(doc: &Doc) -> Vec<u8> {
    let zone = Fixed::hours(2);
    let view = view(&zone);
    let mut out = Vec::new();
    if let Err(error) = pdf(doc, b"{}".to_vec(), &view, &mut out) {
        panic!("{error:?}");
    }
    out
}

fn pages(bytes: &[u8]) -> usize {
    let mark = b"/Type/Page/";
    let spaced = b"/Type /Page\n";
    let count = |needle: &[u8]| bytes.windows(needle.len()).filter(|w| *w == needle).count();
    count(mark) + count(spaced)
}

fn everything(text: &str, rows: usize) -> Doc {
    let row = |n: usize| {
        vec![
            Cell::Id(i64::try_from(n).unwrap_or_default()),
            Cell::text(text),
            Cell::Instant(Instant(0)),
            Cell::Seconds(7500),
        ]
    };
    Doc::new(text)
        .text(text)
        .struck(text)
        .facts([("label", Cell::text(text)), ("other", Cell::code("a/b"))])
        .heading(text)
        .quote(format!("{text}\n{text}"))
        .block(Block::Table(
            DocTable::keyed(
                ["ticket", "subject", "due", "late_seconds"],
                (0..rows).map(row),
            )
            .captioned(text)
            .totalled(row(rows))
            .noted([(0, text.into())]),
        ))
        .block(Block::Chart(Chart::Bars(BarChart {
            title: text.into(),
            bars: vec![(text.into(), 0.5, Cell::Share { part: 1, of: 2 })],
            full: Some(1.0),
        })))
        .block(Block::Chart(Chart::Lines(LineChart {
            title: text.into(),
            points: vec![text.into(), text.into()],
            lines: vec![ChartLine {
                label: text.into(),
                values: vec![None, Some((0.5, Cell::Share { part: 1, of: 2 }))],
            }],
        })))
}

#[test]
fn any_text_is_printed_in_every_language_on_every_paper() {
    let texts = [
        "Nobody can log in",
        "",
        " ",
        "Không đăng nhập được",
        "Никто не может войти",
        "لا يمكن تسجيل الدخول EX-204",
        "日本語 🙂 \u{200d} עברית हिन्दी \u{e000} → − ✓ ≤ █",
        "a\tb\u{0}\u{1b}[31m\u{202e}\u{2066}c\r\nd",
        "e\u{301}\u{301}\u{301}\u{fe0f}",
    ];
    for language in Language::ALL {
        for paper in Paper::ALL {
            for text in texts {
                let doc = everything(text, 2).in_language(*language).on(*paper);
                assert!(
                    drawn(&doc).starts_with(b"%PDF-1.7"),
                    "{language:?} {text:?}"
                );
            }
        }
    }
}

#[test]
fn a_word_longer_than_a_page_and_a_row_longer_than_a_page_end() {
    for text in ["w".repeat(20_000), "word ".repeat(4_000)] {
        assert!(pages(&drawn(&everything(&text, 1))) > 1);
    }
}

#[test]
fn a_long_table_goes_on_from_page_to_page() {
    let one = pages(&drawn(&everything("short", 3)));
    let many = pages(&drawn(&everything("short", 300)));
    assert_eq!(one, 1);
    assert!((5..=12).contains(&many), "{many}");
}

#[test]
fn the_same_page_is_the_same_bytes() {
    let doc = everything("Никто не может войти", 40).in_language(Language::Russian);
    assert_eq!(drawn(&doc), drawn(&doc));
}

#[test]
fn every_character_that_we_write_has_a_picture() {
    let fonts = fonts::Fonts::load();
    let ours = [
        include_str!("../../wording/en.ftl"),
        include_str!("../../wording/es.ftl"),
        include_str!("../../wording/vi.ftl"),
        include_str!("../../wording/ru.ftl"),
        include_str!("../../wording/ar.ftl"),
        include_str!("../../wording/locale.rs"),
        include_str!("../../../plans/bpmonline.toml"),
        include_str!("../../../plans/creatio.toml"),
        include_str!("../../../plans/csd-group.toml"),
        include_str!("../../../plans/suitecrm.toml"),
        include_str!("../../../plans/credenti.toml"),
    ];
    for text in ours {
        let lines = text
            .lines()
            .filter(|line| !line.trim_start().starts_with(['#', '/']));
        for character in lines.flat_map(str::chars) {
            let steers = typeset::is_invisible(character) || character.is_whitespace();
            assert!(steers || fonts.has(character), "{character:?}");
        }
    }
}

/// The pieces of a page, as they are set.
fn set(doc: &Doc) -> (Vec<String>, usize) {
    let zone = Fixed::hours(2);
    let view = view(&zone);
    let setter = Setter::of(doc, Speech::of_page(doc, &view));
    let mut flow = Flow::new(Sheet::of(Paper::A4), setter.direction());
    let mut texts = Vec::new();
    for block in &doc.blocks {
        let mut piece = setter.piece(block).expect("nothing is empty");
        piece.each_text(&mut |text| texts.push(text.clone()));
        flow.piece(piece);
    }
    (texts, flow.unprintable)
}

#[test]
fn what_cannot_be_printed_is_counted_once_however_often_it_is_measured() {
    let table = |rows| DocTable {
        columns: ["ticket", "subject"].map(Field::named).to_vec(),
        rows,
        ..DocTable::default()
    };
    let wide = "w".repeat(400);
    let rows = vec![
        vec![Cell::Id(1), Cell::text("日本語")],
        vec![Cell::Id(2), Cell::text(wide.as_str())],
    ];
    let doc = Doc::new("one").block(Block::Table(table(rows)));
    assert_eq!(set(&doc).1, 3);
}

#[test]
fn no_line_ends_within_a_figure() {
    let mut typesetter = typeset::Typesetter::new();
    let style = typeset::Style {
        size: 8.5,
        weight: typeset::Weight::Regular,
        direction: typeset::TextDirection::LeftToRight,
        wrap: typeset::Wrap::AtWords,
    };
    let (figure, missing) = typesetter.printable("(88,5\u{a0}%)");
    assert_eq!(missing, 0);
    let measured = typesetter.measure(&figure, style);
    assert!(measured.best - measured.least < 0.1, "{}", measured.least);
    let apart = typesetter.measure("(88,5 %)", style);
    assert!(apart.best - apart.least > 1.0, "{}", apart.least);
}

#[test]
fn a_text_that_was_set_before_is_set_the_same() {
    let style = typeset::Style {
        size: 8.5,
        weight: typeset::Weight::Regular,
        direction: typeset::TextDirection::OfItsLetters,
        wrap: typeset::Wrap::AtWords,
    };
    let set = |typesetter: &mut typeset::Typesetter, width| {
        let set = typesetter.set("one two three أربعة خمسة", style, width);
        let lines = set.lines.iter().map(|line| (line.baseline, line.width));
        (set.height, lines.collect::<Vec<_>>())
    };
    let anew = |width| set(&mut typeset::Typesetter::new(), width);
    let mut typesetter = typeset::Typesetter::new();
    for width in [30.0, 300.0, 60.0, 30.0] {
        assert_eq!(set(&mut typesetter, width), anew(width), "{width}");
    }
    let bold = typeset::Style {
        weight: typeset::Weight::Bold,
        ..style
    };
    let wide = typesetter.measure("one", bold).best;
    assert!(wide > typesetter.measure("one", style).best + 0.1);
}

#[test]
fn what_steers_the_direction_of_letters_is_shown() {
    let hostile = "a\u{202e}live\u{2066}b";
    let doc = Doc::default()
        .text(hostile)
        .quote(hostile)
        .source(hostile)
        .facts([("label", Cell::text(hostile))]);
    for text in set(&doc).0 {
        let steered = text.contains('\u{202e}');
        assert!(!steered, "{text:?}");
    }
}

#[test]
fn numbers_lead_to_what_is_behind_them_and_what_was_taken_back_is_struck_through() {
    let place = PageLink(1);
    let linked = Cell::Linked(Box::new((Cell::Number(3), place)));
    let page = |number: Cell, places: Option<PageLink>| {
        Doc::new("Title")
            .in_language(Language::Arabic)
            .block(Block::Table(DocTable::keyed(["breached"], [vec![number]])))
            .block(Block::Facts(vec![DocFact {
                label: "behind".into(),
                value: Cell::List(vec![Cell::Id(1), Cell::Id(2), Cell::Id(5)]),
                clause: None,
                place: places,
            }]))
    };
    let links = |bytes: &[u8]| {
        let mark = b"/Subtype/Link";
        bytes.windows(mark.len()).filter(|w| w == mark).count()
    };
    assert_eq!(links(&drawn(&page(linked.clone(), Some(place)))), 1);
    assert_eq!(links(&drawn(&page(Cell::Number(3), Some(place)))), 0);
    // a number whose list is not there leads nowhere
    assert_eq!(links(&drawn(&page(linked, None))), 0);
    let plain = Doc::new("Title").text("taken back");
    let struck = Doc::new("Title").struck("taken back");
    assert!(drawn(&struck).len() > drawn(&plain).len());
}

/// Ink on white, as WCAG reckons it: 4.5 for words, 3 for shapes.
#[test]
fn every_ink_stands_out_from_the_paper() {
    let contrast = |canvas::Ink(red, green, blue): canvas::Ink| {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            match part <= 0.04045 {
                true => part / 12.92,
                false => ((part + 0.055) / 1.055).powf(2.4),
            }
        };
        let light = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
        1.05 / (light + 0.05)
    };
    for ink in [flow::INK, flow::SOFT, flow::LINK] {
        assert!(contrast(ink) >= 4.5);
    }
    assert!(contrast(figure::BAR) >= 3.0);
}

#[test]
fn a_code_in_a_sentence_is_not_broken_at_its_hyphen() {
    use super::flow::whole_codes;
    use super::typeset::{Style, TextDirection, Typesetter, Weight, Wrap};
    let style = Style {
        size: 10.0,
        weight: Weight::Regular,
        direction: TextDirection::LeftToRight,
        wrap: Wrap::AtWords,
    };
    let mut typesetter = Typesetter::new();
    let begins = "changed for the customer-";
    let width = typesetter.measure(begins, style).best + 1.0;
    let whole = whole_codes("changed for the customer-request");
    let ends = |text: &str, typesetter: &mut Typesetter| {
        let set = typesetter.set(text, style, width);
        let line = set.lines.last().expect("a line");
        let glyphs: usize = line.runs.iter().map(|run| run.glyphs.len()).sum();
        (set.lines.len(), glyphs)
    };
    // nothing is drawn where no line may end
    assert_eq!(ends(&whole, &mut typesetter), (2, "customer-request".len()));
    let broken = ends("changed for the customer-request", &mut typesetter);
    assert_eq!(broken, (2, "request".len()));
}
