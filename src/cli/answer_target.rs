//! Where an answer goes, made ready before the command runs.

use std::path::PathBuf;

use super::answer_file::AnswerFile;
use super::answer_folder::file_name;
use super::made_folder::MadeFolder;
use super::ssh::SentAnswers;
use crate::failure::Failure;
use crate::settings::{AnswersOn, Output, Settings};

/// Where the answer will go, made ready before the command runs: a write must not be carried out
/// and then find that its answer cannot be written.
pub(super) enum AnswerTarget {
    Stdout,
    File(AnswerFile),
    /// The folder, the file in it for an answer that is one, and that the folder is new.
    Folder(PathBuf, AnswerFile, Option<MadeFolder>),
    /// Files of the host that asked.
    Sent(SentAnswers),
}

impl AnswerTarget {
    /// The target that the settings name; `command` names the file in a folder.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(super) fn prepared(settings: &Settings, command: &str) -> Result<AnswerTarget, Failure> {
        let desk = &settings.db.value;
        Ok(match &settings.output {
            Output::Stdout => AnswerTarget::Stdout,
            _ if settings.answers == AnswersOn::AskingHost => {
                AnswerTarget::Sent(SentAnswers::of(command))
            }
            Output::File(path) => AnswerTarget::File(AnswerFile::at(path, desk)?),
            Output::Folder(folder) => {
                let made = MadeFolder::where_missing(folder);
                let path = folder.join(file_name(command, settings.format));
                let file = AnswerFile::at(&path, desk)?;
                AnswerTarget::Folder(folder.clone(), file, made)
            }
        })
    }
}
