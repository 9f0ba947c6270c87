//! A page in html: one file without script, picture files or network, for a browser and a printer.

#[cfg(test)]
mod tests;
mod writer;

use std::io::Write;

use super::RenderError;
use super::chart::{Anchor, Picture, Shape, StrokeStyle};
use super::drawn_chart::drawn;
use super::label::TextRole;
use super::outcome::{Block, Cell, Chart, Doc, DocFact, DocTable, PageLink, Role, Row};
use super::speech::{PageDirection, Speech, plain};
use super::text::excerpt_lines;
use super::view::RenderView;
use crate::core::text::{WordList, columns, visible_line, visible_text};
use crate::wording::ValueDirection;
use writer::HtmlWriter;

const STYLE: &str = include_str!("style.css");

/// What a browser may take from elsewhere: nothing.
const POLICY: &str = include_str!("policy.txt");

/// The digest of the style, by which a browser knows it from what somebody might have put in.
const STYLE_DIGEST: &str = "L719SEI/t8chzwHVdSf/7xEJsyRcgFxhDhiSwsBcF20=";

/// A table whose words need more letters side by side has smaller ones, and is moved by itself where
/// it is wider than its page.
const WIDE: usize = 98;
/// One that needs more has the smallest.
const WIDEST: usize = 112;
/// About so many letters stand between two columns.
const BETWEEN: usize = 2;

/// The page; times are written out, since it is read later.
pub(super) fn html(
    doc: &Doc,
    view: &RenderView<'_>,
    out: &mut dyn Write,
) -> Result<(), RenderError> {
    let speech = Speech::of_page(doc, view);
    let mut page = HtmlPage {
        speech,
        out: HtmlWriter::default(),
        headings: 0,
        open_section: None,
    };
    page.all(doc);
    out.write_all(page.out.finish().as_bytes())?;
    Ok(())
}

struct HtmlPage<'a> {
    speech: Speech<'a>,
    out: HtmlWriter,
    headings: usize,
    /// The heading of the section that is open, which names what stands in it.
    open_section: Option<usize>,
}

impl HtmlPage<'_> {
    fn all(&mut self, doc: &Doc) {
        self.head(doc);
        for block in &doc.blocks {
            self.block(block);
        }
        self.close_section();
        self.out.raw("</main>\n</body>\n</html>\n");
    }

    fn head(&mut self, doc: &Doc) {
        let direction = match self.speech.page_direction() {
            PageDirection::LeftToRight => "ltr",
            PageDirection::RightToLeft => "rtl",
        };
        self.out.raw("<!doctype html>\n");
        let language = self.speech.page_language().word();
        self.out
            .open("html", &[("lang", language), ("dir", direction)]);
        self.out.raw("\n<head>\n<meta charset=\"utf-8\">\n");
        let policy = POLICY.trim_end().replace("{digest}", STYLE_DIGEST);
        let policy = [
            ("http-equiv", "Content-Security-Policy"),
            ("content", policy.as_str()),
        ];
        self.out.open("meta", &policy);
        self.out
            .raw("\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        self.out.element("title", &[], &self.speech.page_title(doc));
        self.out.raw("\n<style>");
        self.out.raw(STYLE);
        self.out.raw("</style>\n</head>\n<body>\n<main>\n");
    }

    fn close_section(&mut self) {
        if self.open_section.take().is_some() {
            self.out.raw("</section>\n");
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Title(title) => {
                self.close_section();
                self.out.element("h1", &[], &self.speech.line(title));
                self.out.raw("\n");
            }
            Block::Heading(heading) => {
                self.close_section();
                self.headings += 1;
                self.open_section = Some(self.headings);
                let id = section_id(self.headings);
                self.out.open("section", &[("aria-labelledby", &id)]);
                self.out.raw("\n");
                self.out
                    .element("h2", &[("id", &id)], &self.speech.line(heading));
                self.out.raw("\n");
            }
            Block::Text(words) => self.paragraph("p", &[], &self.speech.text(words)),
            Block::Struck(words) => {
                self.out.raw("<p>");
                self.out.element("s", &[], &self.speech.text(words));
                self.out.raw("</p>\n");
            }
            Block::Quote(text) => {
                self.paragraph("blockquote", &[("dir", "auto")], &visible_text(text));
            }
            Block::Excerpt(excerpt) => {
                self.out.raw("<pre dir=\"ltr\">");
                self.out.text(&excerpt_lines(excerpt, usize::MAX));
                self.out.raw("</pre>\n");
            }
            Block::Source(text) => self.paragraph("pre", &[("dir", "ltr")], &visible_text(text)),
            Block::Facts(facts) => self.facts(facts),
            Block::Table(table) => self.table(&table.clone().without_empty()),
            Block::Chart(chart) => self.chart(chart),
        }
    }

    fn paragraph(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) {
        self.out.element(tag, attributes, text);
        self.out.raw("\n");
    }

    fn facts(&mut self, facts: &[DocFact]) {
        self.out.raw("<dl>\n");
        for fact in facts {
            let place = fact.place.map(place_id);
            let place: Vec<(&str, &str)> = place.iter().map(|id| ("id", id.as_str())).collect();
            self.out.open("div", &place);
            self.out.element("dt", &[], &self.speech.label(fact));
            self.out.raw("<dd>");
            self.value(&fact.value, Role::of_all([&fact.value]));
            if let Some(clause) = &fact.clause {
                self.out.raw(" ");
                let clause = format!("({})", visible_line(clause));
                self.out.element("bdi", &[("class", "soft")], &clause);
            }
            self.out.raw("</dd></div>\n");
        }
        self.out.raw("</dl>\n");
    }

    fn table(&mut self, table: &DocTable) {
        let roles: Vec<Role> = (0..table.columns.len()).map(|i| table.role(i)).collect();
        // A caption names the table, else the heading of its section.
        let section = self.open_section.filter(|_| table.caption.is_none());
        let section = section.map(section_id);
        let named: Vec<(&str, &str)> = section
            .iter()
            .map(|id| ("aria-labelledby", id.as_str()))
            .collect();
        let class = match self.letters(table, &roles) {
            letters if letters > WIDEST => "widest",
            letters if letters > WIDE => "wide",
            // on a narrow screen it is moved by itself as well
            _ => "fits",
        };
        match class {
            "fits" => self.out.open("div", &[("class", class)]),
            _ => {
                // it can be moved by keys, and says what it is
                let region = [("class", class), ("role", "group"), ("tabindex", "0")];
                let region: Vec<_> = region.into_iter().chain(named.iter().copied()).collect();
                self.out.open("div", &region);
            }
        }
        self.out.open("table", &named);
        self.out.raw("\n");
        if let Some(caption) = &table.caption {
            let caption = plain(&self.speech.line(caption));
            self.out.element("caption", &[], &caption);
            self.out.raw("\n");
        }
        self.out.raw("<thead>\n<tr>");
        for (field, role) in table.columns.iter().zip(&roles) {
            let heading = self.speech.head(field);
            let mut attributes = vec![("scope", "col")];
            attributes.extend(role.is_amount().then_some(("class", "amount")));
            self.out.element("th", &attributes, &heading);
        }
        self.out.raw("</tr>\n</thead>\n<tbody>\n");
        let width = table.columns.len().to_string();
        for (place, row) in table.rows.iter().enumerate() {
            self.row(row, &roles);
            for note in table.notes_of(place) {
                self.out.raw("<tr class=\"note\">");
                let note = plain(&self.speech.line(note));
                self.out.element("td", &[("colspan", &width)], &note);
                self.out.raw("</tr>\n");
            }
        }
        self.out.raw("</tbody>\n");
        if !table.totals.is_empty() {
            self.out.raw("<tfoot>\n");
            for total in &table.totals {
                self.row(total, &roles);
            }
            self.out.raw("</tfoot>\n");
        }
        self.out.raw("</table>\n</div>\n");
    }

    /// How many letters must find room side by side: what cannot go on in another line.
    fn letters(&self, table: &DocTable, roles: &[Role]) -> usize {
        let longest = |words: &str| words.split_whitespace().map(columns).max().unwrap_or(0);
        let of_column = |(place, role): (usize, &Role)| {
            let head = longest(&self.speech.head(&table.columns[place]));
            let rows = table.rows.iter().chain(&table.totals);
            let cells = rows.map(|row| {
                let words = plain(&self.speech.cell(&row[place]));
                match role {
                    Role::Id | Role::Amount | Role::Duration | Role::Share | Role::Instant => {
                        columns(&words)
                    }
                    Role::Name | Role::Code | Role::Words | Role::State => longest(&words),
                }
            });
            cells.fold(head, usize::max) + BETWEEN
        };
        roles.iter().enumerate().map(of_column).sum()
    }

    fn row(&mut self, row: &Row, roles: &[Role]) {
        self.out.raw("<tr>");
        for (i, (cell, role)) in row.iter().zip(roles).enumerate() {
            let mut attributes = Vec::new();
            // What a row is about stands first in it.
            let tag = if i == 0 { "th" } else { "td" };
            attributes.extend((i == 0).then_some(("scope", "row")));
            attributes.extend(role.is_amount().then_some(("class", "amount")));
            self.out.open(tag, &attributes);
            self.value(cell, *role);
            self.out.close(tag);
        }
        self.out.raw("</tr>\n");
    }

    /// A value: its direction follows from what it is, never from its letters.
    fn value(&mut self, cell: &Cell, role: Role) {
        if let Cell::Linked(linked) = cell {
            let place = format!("#{}", place_id(linked.1));
            self.out.open("a", &[("href", &place)]);
            self.value(&linked.0, role);
            self.out.close("a");
            return;
        }
        let words = plain(&self.speech.cell(cell));
        if words.is_empty() {
            return;
        }
        let class = match TextRole::of(cell) {
            TextRole::Bad => Some("bad"),
            TextRole::Careful => Some("careful"),
            TextRole::Good => Some("good"),
            TextRole::Faint => Some("soft"),
            TextRole::Plain if self.speech.is_short_name(cell) => Some("whole"),
            TextRole::Plain | TextRole::Heading | TextRole::Name | TextRole::Struck => None,
        };
        let direction = match Speech::value_direction(cell, role) {
            ValueDirection::OfItsLetters => Some("auto"),
            ValueDirection::LeftToRight => Some("ltr"),
            ValueDirection::OfPage => None,
        };
        let mut attributes: Vec<(&str, &str)> = Vec::new();
        attributes.extend(class.map(|class| ("class", class)));
        attributes.extend(direction.map(|direction| ("dir", direction)));
        let struck = TextRole::of(cell) == TextRole::Struck;
        let instant = match cell {
            Cell::Instant(at) | Cell::Precise(at) | Cell::Dated(at) => Some(at.to_string()),
            Cell::Elsewhere(there) => Some(there.0.to_string()),
            Cell::Day(day) | Cell::Date(day) => Some(day.to_string()),
            _ => None,
        };
        let tag = match (&instant, struck, attributes.is_empty()) {
            (Some(_), _, _) => "time",
            (None, true, _) => "s",
            (None, false, false) => "bdi",
            (None, false, true) => return self.out.text(&words),
        };
        attributes.extend(instant.as_deref().map(|at| ("datetime", at)));
        self.out.element(tag, &attributes, &words);
    }

    fn chart(&mut self, chart: &Chart) {
        let drawn = drawn(chart, &self.speech);
        self.out.raw("<figure>\n");
        self.out.element("figcaption", &[], &drawn.title);
        self.out.raw("\n");
        self.picture(&drawn.picture, &drawn.says);
        self.out.raw("</figure>\n");
    }

    fn picture(&mut self, picture: &Picture, said: &str) {
        let (width, height) = (picture.width.to_string(), picture.height.to_string());
        let view = format!("0 0 {width} {height}");
        // Positions are worked out already: the letters' direction moves nothing.
        let attributes = [
            ("role", "img"),
            ("aria-label", said),
            ("direction", "ltr"),
            ("width", &width),
            ("height", &height),
            ("viewBox", &view),
        ];
        self.out.open("svg", &attributes);
        self.out.raw("\n");
        for shape in &picture.shapes {
            match shape {
                Shape::Bar {
                    x,
                    y,
                    width,
                    height,
                } => {
                    let places = [x, y, width, height].map(u32::to_string);
                    let [x, y, width, height] = &places;
                    let attributes = [
                        ("x", x.as_str()),
                        ("y", y),
                        ("width", width),
                        ("height", height),
                    ];
                    self.out.element("rect", &attributes, "");
                }
                Shape::Words {
                    x,
                    y,
                    words,
                    anchor,
                } => {
                    let (x, y) = (x.to_string(), y.to_string());
                    let anchor = match anchor {
                        Anchor::Left => "start",
                        Anchor::Middle => "middle",
                        Anchor::Right => "end",
                    };
                    let attributes = [("x", x.as_str()), ("y", &y), ("text-anchor", anchor)];
                    let words = self.speech.in_picture(words);
                    self.out.element("text", &attributes, &words);
                }
                Shape::Stroke { from, to, style } => {
                    let places = [from.0, from.1, to.0, to.1].map(|place| place.to_string());
                    let [x1, y1, x2, y2] = &places;
                    let class = match style {
                        StrokeStyle::Grid => "grid",
                        StrokeStyle::Solid => "solid",
                        StrokeStyle::Dashed => "dashed",
                        StrokeStyle::Dotted => "dotted",
                    };
                    let attributes = [
                        ("class", class),
                        ("x1", x1.as_str()),
                        ("y1", y1),
                        ("x2", x2),
                        ("y2", y2),
                    ];
                    self.out.element("line", &attributes, "");
                }
                Shape::Dot { x, y } => {
                    let (x, y) = (x.to_string(), y.to_string());
                    let attributes = [("cx", x.as_str()), ("cy", &y), ("r", "4")];
                    self.out.element("circle", &attributes, "");
                }
            }
            self.out.raw("\n");
        }
        self.out.raw("</svg>\n");
    }
}

fn section_id(number: usize) -> String {
    format!("s{number}")
}

/// What a number leads to.
fn place_id(place: PageLink) -> String {
    format!("n{}", place.0)
}
