//! Exit codes: what a script can tell from a command without reading its words.

use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Exit {
    /// Done; the answer may be empty, allowed with remarks, or have warnings.
    #[default]
    Done,
    /// A bug, or a system call that failed; never a user's mistake.
    Unexpected,
    /// An unknown word, an unreadable time, a missing text, a question nobody is there to answer.
    Usage,
    /// The contract says no.
    Refused,
    /// No such thing was named.
    NotFound,
    /// Not possible as things stand; nothing changed.
    NotPossible,
    /// The desk's file is missing, foreign, newer, damaged or busy.
    DeskFile,
    /// A bad plan, import or configuration file.
    BadFile,
    /// Asked for by flag (`--exit-code`, `--once`), and there is something.
    Asked,
    /// Interrupted by the person at the keyboard.
    Interrupted,
}

impl Exit {
    /// All of them, in the order of their codes.
    pub const ALL: [Exit; 10] = [
        Exit::Done,
        Exit::Unexpected,
        Exit::Usage,
        Exit::Refused,
        Exit::NotFound,
        Exit::NotPossible,
        Exit::DeskFile,
        Exit::BadFile,
        Exit::Asked,
        Exit::Interrupted,
    ];

    /// The way of ending that has that number.
    pub fn of_code(code: u8) -> Option<Exit> {
        Exit::ALL.into_iter().find(|exit| exit.code() == code)
    }

    /// The number the process ends with.
    pub fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Unexpected => 1,
            Exit::Usage => 2,
            Exit::Refused => 3,
            Exit::NotFound => 4,
            Exit::NotPossible => 5,
            Exit::DeskFile => 6,
            Exit::BadFile => 7,
            Exit::Asked => 10,
            Exit::Interrupted => 130,
        }
    }

    /// The word for it in machine output, where nothing more exact is known.
    pub fn word(self) -> &'static str {
        match self {
            Exit::Done => "done",
            Exit::Unexpected => "unexpected",
            Exit::Usage => "usage",
            Exit::Refused => "refused",
            Exit::NotFound => "not-found",
            Exit::NotPossible => "not-possible",
            Exit::DeskFile => "desk-file",
            Exit::BadFile => "bad-file",
            Exit::Asked => "asked",
            Exit::Interrupted => "interrupted",
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit.code())
    }
}

#[cfg(test)]
mod examples {
    #[test]
    fn example_1() {
        use crate::failure::Exit;
        assert_eq!(Exit::Refused.code(), 3);
    }
}
