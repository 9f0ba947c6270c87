//! A file that is no text as it stands.

/// What kind of file was expected and read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FileKind {
    Contacts,
    Calendar,
}

impl FileKind {
    fn noun(self) -> &'static str {
        match self {
            FileKind::Contacts => "table",
            FileKind::Calendar => "calendar file",
        }
    }
}

/// The file is in another encoding, as it seems.
pub(crate) fn likely(file: &str, encoding: &str) -> String {
    format!("{file} is no text in UTF-8; it is likely {encoding}")
}

/// The file is none of what was expected.
pub(crate) fn no_text(file: &str, kind: FileKind) -> String {
    format!("{file} is no {}: it is no text", kind.noun())
}

/// The file breaks the encoding that it has by its mark.
pub(crate) fn broken(file: &str, encoding: &str) -> String {
    format!("{file} begins as {encoding} and is not whole: some of it is none")
}

/// How a file in another encoding is brought in.
pub(crate) fn convert(file: &str, encoding: &str, verb: &str) -> String {
    format!("`iconv -f {encoding} -t UTF-8 {file} | sladesk {verb} - ...`")
}

/// In which other encodings a text is one of words, too.
pub(crate) fn could_be(others: &[String]) -> String {
    format!("it could also be in {}", others.join(", "))
}
