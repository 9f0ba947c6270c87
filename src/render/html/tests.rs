//! Pages in html: what a hostile text becomes, and what a reader of the page finds.

use sha2::{Digest, Sha256};

use super::*;
use crate::core::filter::LineEnd;
use crate::core::text::Language;
use crate::core::time::{Fixed, Instant};
use crate::plans::MarkedLine;
use crate::render::{BarChart, Colour, Excerpt, Stdout};
use crate::settings::Format;

/// Text that would do harm if it could.
const HOSTILE: &str =
    "</title><script>alert(1)</script><img src=x onerror='a'> \"&\" \u{1b}[31m \u{202e}";

fn drawn(doc: &Doc) -> String {
    let zone = Fixed::hours(2);
    let view = RenderView {
        now: Instant(1_791_972_000),
        zone: &zone,
        format: Some(Format::Html),
        fields: None,
        stdout: Stdout::Elsewhere { width: None },
        colour: Colour::Off,
        line_end: LineEnd::Newline,
        desk: None,
    };
    let mut out = Vec::new();
    assert!(html(doc, &view, &mut out).is_ok());
    String::from_utf8(out).expect("UTF-8")
}

fn everything(text: &str) -> Doc {
    let excerpt = Excerpt {
        severity: "error",
        says: text.to_owned(),
        line: Some(MarkedLine {
            file: text.to_owned(),
            line: 1,
            column: 1,
            text: text.to_owned(),
            mark: 0..1,
            label: text.to_owned(),
        }),
        hint: Some(text.to_owned()),
    };
    Doc::new(text)
        .text(text)
        .struck(text)
        .facts_with_clauses([DocFact {
            label: text.into(),
            value: Cell::text(text),
            clause: Some(text.to_owned()),
            place: Some(PageLink(1)),
        }])
        .heading(text)
        .quote(format!("{text}\n{text}"))
        .block(Block::Excerpt(excerpt))
        .block(Block::Table(
            DocTable::keyed(
                [text, "due", "n"],
                [vec![
                    Cell::code(text.to_owned()),
                    Cell::Instant(Instant(0)),
                    Cell::Linked(Box::new((Cell::Number(1200), PageLink(1)))),
                ]],
            )
            .captioned(text)
            .totalled(vec![Cell::text(text), Cell::Absent, Cell::Number(1200)])
            .noted([(0, text.into())]),
        ))
        .block(Block::Chart(Chart::Bars(BarChart {
            title: text.into(),
            bars: vec![(text.into(), 0.5, Cell::Share { part: 1, of: 2 })],
            full: Some(1.0),
        })))
}

/// The elements of a page, in order; each that opens another than these must close.
fn elements(page: &str) -> Vec<&str> {
    const VOID: [&str; 2] = ["meta", "!doctype"];
    let mut open: Vec<&str> = Vec::new();
    let mut all = Vec::new();
    for part in page.split('<').skip(1) {
        let (tag, _) = part.split_once('>').expect("a tag ends");
        let name = tag.split(' ').next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed), "{page}"),
            None => {
                all.push(name);
                open.extend((!VOID.contains(&name)).then_some(name));
            }
        }
    }
    assert!(open.is_empty(), "{open:?}");
    all
}

#[test]
fn nothing_in_a_text_becomes_an_element() {
    let page = drawn(&everything(HOSTILE));
    let plain = drawn(&everything("plain"));
    assert_eq!(elements(&page), elements(&plain));
    assert!(!page.contains("onerror='"), "no attribute either");
    assert!(!page.contains(['\u{1b}', '\u{202e}']), "{page}");
}

#[test]
fn the_same_page_has_the_same_bytes() {
    assert_eq!(drawn(&everything("x")), drawn(&everything("x")));
}

#[test]
fn the_policy_lets_the_style_in_and_nothing_else() {
    let digest: [u8; 32] = Sha256::digest(STYLE.as_bytes()).into();
    assert_eq!(
        base64(&digest),
        STYLE_DIGEST,
        "the digest of the style, as the policy has it"
    );
    let page = drawn(&everything("x"));
    assert!(page.contains("default-src &#39;none&#39;; style-src &#39;sha256-"));
    for outside in ["<script", " style=", "http://", "https://", "src="] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn a_page_reads_by_ear() {
    let doc = Doc::new("Ticket 42")
        .heading("Clocks")
        .table(
            ["milestone", "state", "decided"],
            [vec![
                Cell::code("response"),
                Cell::state("breached"),
                Cell::Number(3),
            ]],
        )
        .block(Block::Chart(Chart::Bars(BarChart {
            title: "Kept".into(),
            bars: vec![("p1".into(), 0.5, Cell::Share { part: 1, of: 2 })],
            full: Some(1.0),
        })));
    let page = drawn(&doc);
    let body = page.split("<body>").nth(1).expect("a body");
    let expected = "
<main>
<h1>Ticket 42</h1>
<section aria-labelledby=\"s1\">
<h2 id=\"s1\">Clocks</h2>
<div class=\"fits\"><table aria-labelledby=\"s1\">
<thead>
<tr><th scope=\"col\">Milestone</th><th scope=\"col\">State</th><th scope=\"col\" class=\"amount\">Decided</th></tr>
</thead>
<tbody>
<tr><th scope=\"row\"><bdi dir=\"ltr\">response</bdi></th><td><bdi class=\"bad\">breached</bdi></td><td class=\"amount\"><bdi dir=\"ltr\">3</bdi></td></tr>
</tbody>
</table>
</div>
<figure>
<figcaption>Kept</figcaption>
<svg role=\"img\" aria-label=\"Kept: p1 50%\" direction=\"ltr\" width=\"640\" height=\"24\" viewBox=\"0 0 640 24\">
<text x=\"16\" y=\"15\" text-anchor=\"end\">p1</text>
<rect x=\"24\" y=\"3\" width=\"292\" height=\"14\"></rect>
<text x=\"324\" y=\"15\" text-anchor=\"start\">50%</text>
</svg>
</figure>
</section>
</main>
</body>
</html>
";
    assert_eq!(body, expected);
}

#[test]
fn a_page_in_arabic_runs_from_the_right_and_its_codes_from_the_left() {
    let doc = Doc::new("لا").in_language(Language::Arabic).facts([
        ("plan", Cell::code("creatio/premium")),
        ("name", Cell::text("Dana")),
    ]);
    let page = drawn(&doc);
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(
        page.contains("<bdi dir=\"ltr\">creatio/premium</bdi>"),
        "{page}"
    );
    assert!(page.contains("<bdi dir=\"auto\">Dana</bdi>"), "{page}");
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let three = [0, 1, 2].map(|i| u32::from(*chunk.get(i).unwrap_or(&0)));
        let bits = three[0] << 16 | three[1] << 8 | three[2];
        for letter in 0..4 {
            let six = (bits >> (18 - 6 * letter)) & 63;
            match letter <= chunk.len() {
                true => out.push(LETTERS[six as usize] as char),
                false => out.push('='),
            }
        }
    }
    out
}

/// How much two colours differ in light, as WCAG reckons it: 1 to 21.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let light = |colour: [u8; 3]| {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            match part <= 0.04045 {
                true => part / 12.92,
                false => ((part + 0.055) / 1.055).powf(2.4),
            }
        };
        let [red, green, blue] = colour.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    };
    let (one, other) = (light(one), light(other));
    one.max(other) / one.min(other)
}

/// The colours that stand behind a property of the style.
fn colours(property: &str) -> Vec<[u8; 3]> {
    let whole = |before: &str| before.ends_with(['{', ';']);
    let places = STYLE.match_indices(property);
    let places = places.filter(|(at, _)| whole(&STYLE[..*at]));
    let values = places.map(|(at, _)| &STYLE[at + property.len()..]);
    let colours = values.filter_map(|value| {
        let digits = value.strip_prefix('#')?;
        let end = digits.find(['}', ';']).unwrap_or(digits.len());
        let part = |from: usize, width: usize| {
            let digits = digits[..end].get(from..from + width)?;
            let digits = if width == 1 {
                digits.repeat(2)
            } else {
                digits.to_owned()
            };
            u8::from_str_radix(&digits, 16).ok()
        };
        let width = end / 3;
        Some([
            part(0, width)?,
            part(width, width)?,
            part(2 * width, width)?,
        ])
    });
    colours.collect()
}

#[test]
fn every_text_stands_out_from_what_is_behind_it() {
    let behind = colours("background:");
    let texts = [colours("color:"), vec![[0x1a; 3]]].concat();
    assert!(
        behind.len() >= 3 && texts.len() >= 8,
        "{behind:?} {texts:?}"
    );
    for text in &texts {
        for behind in &behind {
            let contrast = contrast(*text, *behind);
            assert!(contrast >= 4.5, "{text:?} on {behind:?}: {contrast:.1}");
        }
    }
    let drawn = [colours("fill:"), colours("stroke:")].concat();
    assert!(drawn.len() >= 4, "{drawn:?}");
    for shape in drawn {
        assert!(contrast(shape, [0xff; 3]) >= 3.0, "{shape:?}");
    }
    assert!((contrast([0; 3], [0xff; 3]) - 21.0).abs() < 1e-9);
}
