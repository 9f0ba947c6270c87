//! Pages of shapes, and the tree that says what each of them is: laid out first, painted when the
//! number of pages is known.

use super::typeset::SetLine;
use crate::render::outcome::PageLink;
use krilla::tagging::{ArtifactType, TagKind};

/// A colour: red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ink(pub(super) u8, pub(super) u8, pub(super) u8);

/// What is drawn, in points from the left and the top of the page.
pub(super) enum PdfShape {
    /// A cell in which nothing stands: its place in the tree stays.
    Nothing,
    Text {
        x: f32,
        top: f32,
        line: SetLine,
        ink: Ink,
    },
    Rectangle {
        x: f32,
        top: f32,
        width: f32,
        height: f32,
        ink: Ink,
    },
    /// What lies between these corners.
    Corners { at: Vec<(f32, f32)>, ink: Ink },
}

impl PdfShape {
    /// So much nearer to the top of the page.
    pub(super) fn move_up(&mut self, up: f32) {
        match self {
            PdfShape::Nothing => {}
            PdfShape::Text { top, .. } | PdfShape::Rectangle { top, .. } => *top -= up,
            PdfShape::Corners { at, .. } => at.iter_mut().for_each(|(_, top)| *top -= up),
        }
    }
}

/// A part of the tree that readers of a tagged file walk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct TagNodeId(usize);

/// Whose a shape is: a part of the tree, or nobody's (lines, bands, what is said again on each
/// page).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Owner {
    TagNode(TagNodeId),
    Artifact(ArtifactType),
}

pub(super) struct TagNode {
    pub(super) tag: TagKind,
    pub(super) children: Vec<TagNodeId>,
}

/// Where a heading stands, for the list of bookmarks.
pub(super) struct Bookmark {
    pub(super) text: String,
    pub(super) level: u16,
    pub(super) page: usize,
    pub(super) top: f32,
}

/// A part of a page that leads elsewhere.
pub(super) struct CanvasLink {
    pub(super) page: usize,
    pub(super) node: TagNodeId,
    pub(super) to: PageLink,
    pub(super) says: String,
    /// From the left and the top of the page.
    pub(super) x: f32,
    pub(super) top: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

#[derive(Default)]
pub(super) struct Canvas {
    pub(super) pages: Vec<Vec<(Owner, PdfShape)>>,
    pub(super) nodes: Vec<TagNode>,
    /// The parts at the top of the tree, in order.
    pub(super) roots: Vec<TagNodeId>,
    pub(super) bookmarks: Vec<Bookmark>,
    pub(super) links: Vec<CanvasLink>,
    /// What links lead to: page and height from its top.
    pub(super) places: Vec<(PageLink, usize, f32)>,
}

impl Canvas {
    /// A part at the top of the tree.
    pub(super) fn root(&mut self, tag: impl Into<TagKind>) -> TagNodeId {
        let node = self.node(tag);
        self.roots.push(node);
        node
    }

    /// A part of a part.
    pub(super) fn child(&mut self, parent: TagNodeId, tag: impl Into<TagKind>) -> TagNodeId {
        let node = self.node(tag);
        self.nodes[parent.0].children.push(node);
        node
    }

    fn node(&mut self, tag: impl Into<TagKind>) -> TagNodeId {
        self.nodes.push(TagNode {
            tag: tag.into(),
            children: Vec::new(),
        });
        TagNodeId(self.nodes.len() - 1)
    }

    pub(super) fn get(&self, node: TagNodeId) -> &TagNode {
        &self.nodes[node.0]
    }

    /// What leads to that place leads to this height of the last page.
    pub(super) fn reached(&mut self, place: PageLink, top: f32) {
        self.places.push((place, self.pages.len() - 1, top));
    }

    /// Draws on the last page.
    pub(super) fn draw(&mut self, owner: Owner, shape: PdfShape) {
        let page = self.pages.last_mut().expect("there is a page");
        page.push((owner, shape));
    }
}
