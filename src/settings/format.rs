//! The forms an answer can take.

use std::path::Path;

use crate::core::text::nearest;
use crate::failure::Failure;

/// The form of an answer on stdout, or in the file of `--output`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Format {
    /// Columns for the eye.
    Table,
    /// Columns with tabs between, without a header: for pipes.
    Tsv,
    /// RFC 4180, with a header: for spreadsheets.
    Csv,
    /// One value: an array, or an object.
    Json,
    /// One object a line.
    Jsonl,
    /// What names each thing, one a line: for `TICKETS` of `-`.
    Ids,
    /// A workbook, its cells typed: for spreadsheets.
    Xlsx,
    /// What is to come, for a calendar.
    Ics,
    /// A page to read.
    Text,
    /// The page for a wiki or a mail.
    Markdown,
    /// The page for a browser and a printer.
    Html,
    /// The page on paper.
    #[cfg(feature = "pdf")]
    Pdf,
}

impl Format {
    /// All of them, in the order in which help lists them.
    pub(crate) const ALL: &[Format] = &[
        Format::Table,
        Format::Tsv,
        Format::Csv,
        Format::Json,
        Format::Jsonl,
        Format::Ids,
        Format::Xlsx,
        Format::Ics,
        Format::Text,
        Format::Markdown,
        Format::Html,
        #[cfg(feature = "pdf")]
        Format::Pdf,
    ];

    /// What a build without it lacks.
    const LEFT_OUT: &[&str] = &[
        #[cfg(not(feature = "pdf"))]
        "pdf",
    ];

    /// The word that people type.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Tsv => "tsv",
            Format::Csv => "csv",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Ids => "ids",
            Format::Xlsx => "xlsx",
            Format::Ics => "ics",
            Format::Text => "text",
            Format::Markdown => "markdown",
            Format::Html => "html",
            #[cfg(feature = "pdf")]
            Format::Pdf => "pdf",
        }
    }

    /// For people to read.
    pub(super) fn is_page(self) -> bool {
        #[cfg(feature = "pdf")]
        if self == Format::Pdf {
            return true;
        }
        matches!(self, Format::Text | Format::Markdown | Format::Html)
    }

    /// For scripts, which then want errors as JSON too.
    pub(crate) fn is_json(self) -> bool {
        matches!(self, Format::Json | Format::Jsonl)
    }

    /// The format of that word.
    ///
    /// # Errors
    /// No format is called so; the message has the nearest, or all.
    pub(crate) fn of_word(word: &str) -> Result<Format, Failure> {
        if let Some(format) = Format::ALL
            .iter()
            .copied()
            .find(|f| f.word().eq_ignore_ascii_case(word))
        {
            return Ok(format);
        }
        let words: Vec<&str> = Format::ALL.iter().map(|format| format.word()).collect();
        let there_are = format!("there are {}", words.join(", "));
        if Format::LEFT_OUT.contains(&word) {
            return Err(
                Failure::usage(format!("the format `{word}` is not in this build"))
                    .kind("unknown-format")
                    .hint(there_are),
            );
        }
        Err(Failure::usage(format!("no format `{word}`"))
            .kind("unknown-format")
            .meant(nearest(word, words))
            .hint(there_are))
    }

    /// The format that a file's name asks for, if any: `q3.csv`, `page.md`.
    ///
    /// # Errors
    /// The name asks for a format that this build lacks.
    pub(crate) fn of_name(path: &Path) -> Result<Option<Format>, Failure> {
        let extension = path
            .extension()
            .and_then(|e| e.to_str())
            .unwrap_or_default();
        let word = match extension.to_ascii_lowercase().as_str() {
            "md" => "markdown".to_owned(),
            "txt" => "text".to_owned(),
            "htm" => "html".to_owned(),
            "ndjson" => "jsonl".to_owned(),
            other => other.to_owned(),
        };
        if Format::LEFT_OUT.contains(&word.as_str()) {
            return Format::of_word(&word).map(Some);
        }
        Ok(Format::ALL.iter().copied().find(|f| f.word() == word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::FailureView;

    #[test]
    fn every_format_is_found_by_its_word() {
        for format in Format::ALL {
            assert_eq!(Format::of_word(format.word()), Ok(*format));
        }
    }

    #[test]
    fn a_files_name_chooses_the_format() {
        for (name, format) in [
            ("q3.csv", Some(Format::Csv)),
            ("Q3.JSON", Some(Format::Json)),
            ("page.md", Some(Format::Markdown)),
            ("page.htm", Some(Format::Html)),
            ("q3.xlsx", Some(Format::Xlsx)),
            ("due.ics", Some(Format::Ics)),
            ("notes", None),
            ("desk.db", None),
        ] {
            assert_eq!(Format::of_name(Path::new(name)), Ok(format), "{name}");
        }
    }

    #[test]
    fn an_unknown_format_gets_the_nearest_and_all() {
        let drawn = |word| Format::of_word(word).unwrap_err().drawn(FailureView::PLAIN);
        assert_eq!(
            drawn("jsn"),
            "error: no format `jsn`\n\
             hint: did you mean `json`?\n\
             hint: there are table, tsv, csv, json, jsonl, ids, xlsx, ics, text, markdown, html, pdf\n"
        );
    }
}

#[cfg(test)]
mod examples {
    #[test]
    fn example_1() {
        use crate::settings::Format;
        assert_eq!(Format::of_word("csv"), Ok(Format::Csv));
        assert!(Format::of_word("yaml").is_err());
    }
}
