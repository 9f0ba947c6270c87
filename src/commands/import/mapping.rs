//! Mappings: built in by name, or a file of one's own.

use std::path::{Path, PathBuf};

use crate::core::intake::{Mapping, MappingError};
use crate::core::text::nearest;
use crate::failure::{Failure, FilePlace, Noun};
use crate::settings::limits;
use crate::wording::import::mapping as words;

const BUILT_IN: [(&str, &str); 1] = [("servicenow", include_str!("mappings/servicenow.toml"))];

/// The mapping of that name, or in that file.
///
/// # Errors
/// There is neither, or it says what a mapping cannot.
pub(super) fn mapping(word: &str) -> Result<Mapping, Failure> {
    if let Some((_, text)) = BUILT_IN.iter().find(|(name, _)| *name == word) {
        return Mapping::read(text).map_err(|error| bad(word, text, &error));
    }
    let path = Path::new(word);
    match std::fs::File::open(path) {
        Ok(file) => {
            let text = limits::text(file, path, limits::MAPPING, Failure::bad_file)?;
            Mapping::read(&text).map_err(|error| bad(word, &text, &error))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let names = BUILT_IN.map(|(name, _)| name);
            Err(Failure::no_such(Noun::Called("mapping"), word)
                .meant(nearest(word, names))
                .hint(format!("built in: {}; or name a file", names.join(", "))))
        }
        Err(error) => Err(Failure::io("read", path, &error)),
    }
}

fn bad(word: &str, text: &str, error: &MappingError) -> Failure {
    let place = error.span.as_ref().map(|span| {
        let before = &text[..span.start.min(text.len())];
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .map_or(0, |last| last.chars().count())
            + 1;
        (line, column)
    });
    let failure = Failure::bad_file(words::fault(&error.fault));
    let (line, column) = place.unzip();
    let excerpt = place.map(|(line, column)| format!(" --> {word}:{line}:{column}"));
    let failure = failure.place(FilePlace {
        file: PathBuf::from(word),
        line,
        column,
    });
    let failure = failure.hint_if(words::hint(&error.fault));
    match excerpt {
        Some(excerpt) => failure.excerpt(excerpt),
        None => failure,
    }
}
