//! TEXT: what was said, or why.

use std::path::PathBuf;

use clap::Args;

use crate::commands::Input;
use crate::core::text::is_blank;
use crate::failure::Failure;

/// TEXT: what was said, or why.
#[derive(Args, Clone, Debug, Default, PartialEq, Eq)]
#[group(skip)]
#[command(next_help_heading = "Text")]
pub(crate) struct Text {
    /// The text; again for a new paragraph
    #[arg(short, long, value_name = "TEXT", allow_hyphen_values = true)]
    message: Vec<String>,
    /// The text from a file; `-` for stdin
    #[arg(short = 'F', long, value_name = "FILE", conflicts_with = "message")]
    file: Option<PathBuf>,
    /// The text from your editor
    #[arg(short, long, conflicts_with = "file")]
    editor: bool,
}

impl Text {
    /// The text, if one was given.
    ///
    /// # Errors
    /// It cannot be read, or is empty.
    pub(crate) fn given(&self, input: &dyn Input) -> Result<Option<String>, Failure> {
        if !self.message.is_empty() {
            return not_empty(&self.message.join("\n\n"), "-m").map(Some);
        }
        if let Some(file) = &self.file {
            return not_empty(&input.text(file)?, "-F").map(Some);
        }
        if self.editor {
            return input.edited().map(Some);
        }
        Ok(None)
    }

    /// The text of a verb that is nothing without one.
    ///
    /// # Errors
    /// As [`Text::given`]; none was given and nobody is there to write one.
    pub(crate) fn needed(&self, input: &dyn Input) -> Result<String, Failure> {
        if let Some(text) = self.given(input)? {
            return Ok(text);
        }
        if input.asks() {
            return input.edited();
        }
        Err(Failure::usage(format!("`{}` needs a text", input.verb()))
            .kind("missing")
            .hint("`-m TEXT`, `-F FILE`, or `-F -` for stdin"))
    }
}

fn not_empty(text: &str, flag: &str) -> Result<String, Failure> {
    let text = text.trim_end();
    if is_blank(text) {
        return Err(Failure::usage(format!("the text of `{flag}` is empty")));
    }
    Ok(text.to_owned())
}

/// The value parser of a line that says something: a subject, a name.
///
/// # Errors
/// Nothing stands in it.
pub(crate) fn not_blank(
    what: &'static str,
) -> impl Fn(&str) -> Result<String, Failure> + Clone + Send + Sync {
    move |word| match is_blank(word) {
        true => Err(Failure::usage(format!("{what} is empty")).kind("missing")),
        false => Ok(word.to_owned()),
    }
}
