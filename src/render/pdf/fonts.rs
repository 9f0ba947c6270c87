//! The four faces that every page is set in: subsets that stand in the tree, so that the same
//! request gives the same bytes on every machine. Their licence and the script that made them are
//! beside them.

use parley::FontContext;
use parley::fontique::{
    Blob, CharmapIndex, Collection, CollectionOptions, FontInfoOverride, SourceCache,
};
use std::sync::Arc;

/// The families in the order in which a character is looked for.
pub(super) const FAMILIES: &str = "latin,arabic";

static FACES: [(&str, &[u8]); 4] = [
    ("latin", include_bytes!("fonts/NotoSans-Regular.ttf")),
    ("latin", include_bytes!("fonts/NotoSans-Bold.ttf")),
    ("arabic", include_bytes!("fonts/NotoSansArabic-Regular.ttf")),
    ("arabic", include_bytes!("fonts/NotoSansArabic-Bold.ttf")),
];

/// The faces, for the typesetter and for the file.
pub(super) struct Fonts {
    pub(super) context: FontContext,
    faces: Vec<Face>,
}

struct Face {
    /// The number by which a run of glyphs names it.
    id: u64,
    characters: CharmapIndex,
    data: &'static [u8],
    embedded: krilla::text::Font,
}

impl Fonts {
    /// All four. None of them is looked for on the machine.
    pub(super) fn load() -> Fonts {
        let mut context = FontContext {
            collection: Collection::new(CollectionOptions {
                shared: false,
                system_fonts: false,
            }),
            source_cache: SourceCache::default(),
        };
        let mut faces = Vec::new();
        for (family, data) in FACES {
            let blob = Blob::new(Arc::new(data));
            let id = blob.id();
            let named = FontInfoOverride {
                family_name: Some(family),
                ..FontInfoOverride::default()
            };
            for (_, registered) in context.collection.register_fonts(blob, Some(named)) {
                for font in registered {
                    faces.push(Face {
                        id,
                        characters: font.charmap_index(),
                        data,
                        embedded: krilla::text::Font::new(data.into(), font.index())
                            .expect("a face of ours is a font"),
                    });
                }
            }
        }
        Fonts { context, faces }
    }

    /// Whether any face has a picture of it.
    pub(super) fn has(&self, character: char) -> bool {
        self.faces.iter().any(|face| {
            let map = face.characters.charmap(face.data);
            map.and_then(|map| map.map(character))
                .is_some_and(|glyph| glyph != 0)
        })
    }

    /// The face that a run of glyphs names.
    pub(super) fn embedded(&self, id: u64) -> krilla::text::Font {
        let face = self.faces.iter().find(|face| face.id == id);
        face.expect("a run is set in a face of ours")
            .embedded
            .clone()
    }
}
