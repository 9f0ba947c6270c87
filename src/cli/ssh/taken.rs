//! Answers of the desk's host that go to files here: read as they come, and put in their places
//! whole or not at all.

use std::io::{BufRead, BufReader, Read};
use std::process::ChildStdout;

use super::sent::{SentLength, SentNames};
use crate::cli::answer_folder::{AnswerFolder, FolderSink};
use crate::cli::answer_target::AnswerTarget;
use crate::core::text::visible_line;
use crate::failure::Failure;
use crate::render::OverwriteFiles;
use crate::settings::Settings;
use crate::wording::ssh as words;

/// A line between two programs is no longer than this.
const LONGEST_LINE: u64 = 1 << 20;

/// Puts what comes in the places that were asked for. A command that answers nothing has said why.
///
/// # Errors
/// A file that is there already, or cannot be written; what is no answer, or breaks off.
pub(super) fn take_answers(
    from: ChildStdout,
    target: AnswerTarget,
    (settings, agreed): (&Settings, OverwriteFiles),
    host: &str,
) -> Result<(), Failure> {
    let mut from = BufReader::new(from);
    let Some(coming) = read_line::<SentNames>(&mut from, host)? else {
        return Ok(());
    };
    let desk = &settings.db.value;
    match target {
        AnswerTarget::File(file) => {
            let length = next_length(&mut from, host)?;
            file.copy(&mut from.take(length), length)
        }
        AnswerTarget::Folder(_, own, _made) if !coming.listed => {
            let length = next_length(&mut from, host)?;
            own.copy(&mut from.take(length), length)
        }
        AnswerTarget::Folder(folder, own, _made) => {
            drop(own);
            if !coming.names.iter().all(|name| is_plain(name)) {
                return Err(Failure::unexpected(words::no_answer(host)));
            }
            let overwrite = match coming.overwrite {
                true => agreed,
                false => OverwriteFiles::Refused,
            };
            let mut folder = AnswerFolder::of(&folder, desk);
            folder.begin(&coming.names, overwrite)?;
            for name in &coming.names {
                let length = next_length(&mut from, host)?;
                folder.copy(name, &mut (&mut from).take(length), length)?;
                folder.print(name)?;
            }
            Ok(())
        }
        AnswerTarget::Stdout | AnswerTarget::Sent(_) => Ok(()),
    }
}

/// The name of a file in the folder, and of nothing else.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && visible_line(name) == name && !name.contains('/')
}

fn next_length(from: &mut impl BufRead, host: &str) -> Result<u64, Failure> {
    match read_line(from, host)? {
        Some(SentLength { length }) => Ok(length),
        None => Err(Failure::unexpected(words::no_answer(host))),
    }
}

/// A line; none at the end.
fn read_line<T: serde::de::DeserializeOwned>(
    from: &mut impl BufRead,
    host: &str,
) -> Result<Option<T>, Failure> {
    let no_answer = || Failure::unexpected(words::no_answer(host));
    let mut text = String::new();
    let read = from.take(LONGEST_LINE).read_line(&mut text);
    match read.map_err(|_| no_answer())? {
        0 => Ok(None),
        _ => serde_json::from_str(&text).map_err(|_| no_answer()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_from_another_host_leads_out_of_the_folder() {
        for name in [
            "",
            "..",
            ".bashrc",
            "../a.pdf",
            "/etc/a",
            "a/b.pdf",
            "a\0b",
            "a\u{1b}]0;b",
            "a\nb",
        ] {
            assert!(!is_plain(name), "{name:?}");
        }
        assert!(is_plain("acme-quarterly-2026Q3-en.pdf"));
    }

    #[test]
    fn what_is_no_answer_is_told() {
        let read = |text: &str| read_line::<SentNames>(&mut text.as_bytes(), "desk1").map(|_| ());
        assert_eq!(read(""), Ok(()));
        assert_eq!(
            read("{\"names\":[\"a\"],\"overwrite\":true,\"listed\":false}\n"),
            Ok(())
        );
        let told = read("Last login: today\n").expect_err("a message of the day");
        assert!(told.message().contains("desk1"), "{}", told.message());
    }
}
