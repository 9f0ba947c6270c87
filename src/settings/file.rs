//! The configuration file: defaults of a person's own. It can set what is asked for when nothing
//! is said, and it can never hide a row.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::core::text::nearest;
use crate::failure::{Failure, FilePlace};

/// A value and the line it stands on.
pub(super) type ValueAndLine = (String, usize);

/// What the file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct File {
    /// Where it lies, or would; none where nobody has a home.
    pub path: Option<PathBuf>,
    pub is_there: bool,
    pub values: BTreeMap<&'static str, ValueAndLine>,
    /// Saved filters: `@NAME` and its words.
    pub filters: BTreeMap<String, ValueAndLine>,
}

/// The keys of the file, beside `[filters]`.
pub(super) const KEYS: [&str; 7] = ["db", "plans", "actor", "times-in", "color", "pager", "ssh"];

const FILTERS: &str = "filters";

impl File {
    /// Reads the file; one that is not there says nothing.
    ///
    /// # Errors
    /// A file that cannot be read, or says something that is not understood.
    pub(crate) fn read(path: &Path) -> Result<File, Failure> {
        match std::fs::read_to_string(path) {
            Ok(text) => File::of_text(path, &text),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(File {
                path: Some(path.to_owned()),
                ..File::default()
            }),
            Err(error) => Err(Failure::bad_file(
                Failure::io("read", path, &error).message().to_owned(),
            )),
        }
    }

    fn of_text(path: &Path, text: &str) -> Result<File, Failure> {
        let source = SourceFile { path, text };
        let (table, errors) = DeTable::parse_recoverable(text);
        if let Some(error) = errors.first() {
            let span = error.span().unwrap_or(0..0);
            return Err(source.wrong(span, error.message().to_owned()));
        }
        let mut file = File {
            path: Some(path.to_owned()),
            is_there: true,
            ..File::default()
        };
        for (key, value) in table.get_ref() {
            let name: &str = key.get_ref();
            if name == FILTERS {
                file.filters = source.filters(value)?;
                continue;
            }
            let known = KEYS
                .into_iter()
                .find(|known| *known == name)
                .ok_or_else(|| {
                    source
                        .wrong(key.span(), format!("unknown key `{name}`"))
                        .meant(nearest(name, KEYS.into_iter().chain([FILTERS])))
                        .hint(format!("it may hold {} and [filters]", KEYS.join(", ")))
                })?;
            file.values.insert(known, source.text(name, value)?);
        }
        Ok(file)
    }
}

struct SourceFile<'a> {
    path: &'a Path,
    text: &'a str,
}

impl SourceFile<'_> {
    fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }

    fn text(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Result<ValueAndLine, Failure> {
        match value.get_ref() {
            DeValue::String(text) if !text.is_empty() => {
                Ok((text.clone().into_owned(), self.line(value.span().start)))
            }
            _ => Err(self.wrong(value.span(), format!("`{key}` must be a text in quotes"))),
        }
    }

    fn filters(
        &self,
        value: &Spanned<DeValue<'_>>,
    ) -> Result<BTreeMap<String, ValueAndLine>, Failure> {
        let DeValue::Table(table) = value.get_ref() else {
            let says = "`filters` must be a table: `[filters]`, then `NAME = \"words\"`";
            return Err(self.wrong(value.span(), says.to_owned()));
        };
        let read = |(key, value): (&Spanned<_>, &Spanned<DeValue<'_>>)| {
            let name: &std::borrow::Cow<'_, str> = key.get_ref();
            Ok((name.clone().into_owned(), self.text(name, value)?))
        };
        table.iter().map(read).collect()
    }

    fn wrong(&self, span: Range<usize>, says: String) -> Failure {
        let start = span.start.min(self.text.len());
        let line = self.line(start);
        let begins = self.text[..start].rfind('\n').map_or(0, |end| end + 1);
        let column = self.text[begins..start].chars().count() + 1;
        Failure::bad_file(says)
            .kind("bad-configuration")
            .fact(format!("in {}:{line}:{column}", self.path.display()))
            .place(FilePlace {
                file: self.path.to_owned(),
                line: Some(line),
                column: Some(column),
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::{Exit, FailureView};

    fn read(text: &str) -> Result<File, Failure> {
        File::of_text(Path::new("config.toml"), text)
    }

    #[test]
    fn every_value_knows_its_line() {
        let file = read("actor = \"minh\"\n\n[filters]\nhot = \"priority:p1 state:active\"\n");
        let file = file.expect("a good file");
        assert_eq!(file.values["actor"], ("minh".to_owned(), 1));
        assert_eq!(
            file.filters["hot"],
            ("priority:p1 state:active".to_owned(), 4)
        );
    }

    #[test]
    fn a_misspelt_key_is_refused_with_its_place_and_the_nearest() {
        let failure = read("actor = \"minh\"\ntimes_inn = \"UTC\"\n").unwrap_err();
        assert_eq!(failure.exit(), Exit::BadFile);
        assert_eq!(
            failure.drawn(FailureView::PLAIN),
            "error: unknown key `times_inn`\n  in config.toml:2:1\n\
             hint: did you mean `times-in`?\n\
             hint: it may hold db, plans, actor, times-in, color, pager, ssh and [filters]\n"
        );
    }

    #[test]
    fn what_is_no_toml_or_no_text_is_refused() {
        for text in [
            "actor = ",
            "actor = 7",
            "actor = \"\"",
            "filters = \"x\"",
            "[filters]\nx = 1",
            "=",
        ] {
            assert_eq!(
                read(text).map_err(|f| f.exit()),
                Err(Exit::BadFile),
                "{text}"
            );
        }
    }
}
