//! The pages and their tree as a file: PDF 1.7, tagged (PDF/UA-1), lasting (PDF/A-3a), with the
//! figures attached.

use super::canvas::{Canvas, CanvasLink, Ink, Owner, PdfShape, TagNodeId};
use super::fonts::Fonts;
use super::sheet::Sheet;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::{Destination, XyzDestination};
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ContentTag, Identifier, Node, SpanTag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};
use std::collections::HashMap;

/// What the file says of itself.
pub(super) struct About {
    pub(super) title: String,
    /// A code, `en`.
    pub(super) language: String,
    /// What tells this page from every other: its seal and what was asked.
    pub(super) identity: String,
    /// The instant of the page.
    pub(super) written: DateTime,
    /// The same figures for a program.
    pub(super) figures: Vec<u8>,
    /// What that attachment is, in the page's language.
    pub(super) figures_title: String,
}

/// The bytes of the file.
pub(super) fn paint(
    canvas: &Canvas,
    sheet: Sheet,
    fonts: &Fonts,
    about: About,
) -> Result<Vec<u8>, krilla::error::KrillaError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .expect("PDF/A-3a and PDF/UA-1 go together");
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });

    let mut drawn: HashMap<TagNodeId, Vec<Identifier>> = HashMap::new();
    for (number, shapes) in canvas.pages.iter().enumerate() {
        let settings =
            PageSettings::from_wh(sheet.width, sheet.height).expect("a sheet of paper has a size");
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for (owner, shape) in shapes {
            let identifier = surface.start_tagged(match owner {
                Owner::Artifact(kind) => ContentTag::Artifact(Artifact::with_kind(*kind)),
                Owner::TagNode(_) => match shape {
                    PdfShape::Text { .. } | PdfShape::Nothing => ContentTag::Span(SpanTag::empty()),
                    PdfShape::Rectangle { .. } | PdfShape::Corners { .. } => ContentTag::Other,
                },
            });
            draw(&mut surface, fonts, shape);
            surface.end_tagged();
            if let Owner::TagNode(node) = owner {
                drawn.entry(*node).or_default().push(identifier);
            }
        }
        surface.finish();
        for link in canvas.links.iter().filter(|link| link.page == number) {
            if let Some(annotation) = annotation(canvas, link) {
                let identifier = page.add_tagged_annotation(annotation);
                drawn.entry(link.node).or_default().push(identifier);
            }
        }
        page.finish();
    }

    let mut tree = TagTree::new().with_lang(Some(about.language.clone()));
    for root in &canvas.roots {
        tree.push(group(canvas, *root, &mut drawn));
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(canvas));
    document.embed_file(EmbeddedFile {
        path: "figures.json".to_owned(),
        mime_type: MimeType::new("application/json"),
        description: Some(about.figures_title),
        association_kind: AssociationKind::Data,
        data: about.figures.into(),
        modification_date: Some(about.written),
        compress: Some(true),
        location: None,
    });
    document.set_metadata(
        Metadata::new()
            .title(about.title)
            .language(about.language)
            .creator("sladesk".to_owned())
            .creation_date(about.written)
            .document_id(about.identity),
    );
    document.finish()
}

/// A link to a place of the same file.
fn annotation(canvas: &Canvas, link: &CanvasLink) -> Option<Annotation> {
    let (_, page, top) = canvas.places.iter().find(|(place, ..)| *place == link.to)?;
    let area = Rect::from_xywh(link.x, link.top, link.width, link.height)?;
    let place = XyzDestination::new(*page, Point::from_xy(0.0, *top));
    let target = Target::Destination(Destination::Xyz(place));
    let link_annotation = LinkAnnotation::new(area, target);
    Some(Annotation::new_link(
        link_annotation,
        Some(link.says.clone()),
    ))
}

fn group(
    canvas: &Canvas,
    node: TagNodeId,
    drawn: &mut HashMap<TagNodeId, Vec<Identifier>>,
) -> TagGroup {
    let mut group = TagGroup::new(canvas.get(node).tag.clone());
    for identifier in drawn.remove(&node).unwrap_or_default() {
        group.push(Node::Leaf(identifier));
    }
    for child in &canvas.get(node).children {
        group.push(self::group(canvas, *child, drawn));
    }
    group
}

/// Bookmarks, each under the last one of a higher level.
fn outline(canvas: &Canvas) -> Outline {
    let mut outline = Outline::new();
    let mut open: Vec<(u16, OutlineNode)> = Vec::new();
    for bookmark in &canvas.bookmarks {
        close(&mut outline, &mut open, bookmark.level);
        let place = XyzDestination::new(bookmark.page, Point::from_xy(0.0, bookmark.top));
        open.push((
            bookmark.level,
            OutlineNode::new(bookmark.text.clone(), place),
        ));
    }
    close(&mut outline, &mut open, 0);
    outline
}

fn close(outline: &mut Outline, open: &mut Vec<(u16, OutlineNode)>, level: u16) {
    while let Some((_, node)) = open.pop_if(|(last, _)| *last >= level) {
        match open.last_mut() {
            Some((_, parent)) => parent.push_child(node),
            None => outline.push_child(node),
        }
    }
}

fn draw(surface: &mut Surface<'_>, fonts: &Fonts, shape: &PdfShape) {
    match shape {
        PdfShape::Nothing => {}
        PdfShape::Text { x, top, line, ink } => {
            surface.set_fill(Some(fill(*ink)));
            for run in &line.runs {
                surface.draw_glyphs(
                    Point::from_xy(x + run.x, top + line.baseline),
                    &run.glyphs,
                    fonts.embedded(run.face),
                    &run.text,
                    run.size,
                    false,
                );
            }
        }
        PdfShape::Rectangle {
            x,
            top,
            width,
            height,
            ink,
        } => {
            let Some(area) = Rect::from_xywh(*x, *top, width.max(0.1), height.max(0.1)) else {
                return;
            };
            let mut path = PathBuilder::new();
            path.push_rect(area);
            surface.set_fill(Some(fill(*ink)));
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
        PdfShape::Corners { at, ink } => {
            let mut corners = at.iter();
            let Some((x, y)) = corners.next() else { return };
            let mut path = PathBuilder::new();
            path.move_to(*x, *y);
            corners.for_each(|(x, y)| path.line_to(*x, *y));
            path.close();
            surface.set_fill(Some(fill(*ink)));
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
    }
}

fn fill(ink: Ink) -> Fill {
    Fill {
        paint: colour(ink).into(),
        opacity: NormalizedF32::ONE,
        rule: krilla::paint::FillRule::default(),
    }
}

fn colour(Ink(red, green, blue): Ink) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}
