//! Sentences about a desk on a server, and about reaching it.

use crate::store::ServerFault as F;

/// What is wrong.
pub(super) fn says(path: &str, what: &F) -> String {
    match what {
        F::NotBuiltIn => {
            format!("this sladesk was built without PostgreSQL: it cannot open {path}")
        }
        F::NoAddress => format!("`{path}` is no address of a desk"),
        F::PasswordInAddress => format!(
            "the address of {path} has a password in it, which everybody on this host could read"
        ),
        F::PasswordsOpen => format!("others may read the passwords in {path}"),
        F::Unreachable(said) => format!("cannot reach {path}: {said}"),
        F::Untrusted(said) => format!("nobody who is trusted vouches for {path}: {said}"),
        F::AuthorityAsServer => {
            format!("the certificate of {path} is that of an authority, not of a server")
        }
        F::NotLetIn => format!("{path} does not let you in"),
        F::NoDatabase => format!("no database at {path}"),
        F::Encoding(found) => {
            format!("{path} keeps texts as {found}, and a desk has all of Unicode")
        }
        F::NullCharacter => {
            "a text has the character U+0000 in it, which PostgreSQL does not keep".to_owned()
        }
        F::LineBroke => format!("the line to {path} broke; nothing was written"),
        F::MaybeWritten => {
            format!("the answer of {path} was lost, and it is not sure whether this was written")
        }
        F::TimedOut => {
            format!("{path} ended this: it took longer than its `statement_timeout` allows")
        }
        F::GivenUp => format!("others were in the way at {path}; nothing was written"),
        F::NoFile => format!("{path} is no file: this is done with files alone"),
        F::Follower => format!("{path} follows another server, and shows no view of the past"),
    }
}

/// What is to be done about it.
pub(super) fn hints(path: &str, what: &F) -> Vec<String> {
    let all: &[&str] = match what {
        F::NotBuiltIn => &["`cargo install --features postgres` builds one that can"],
        F::NoAddress => &["write `postgres://[user@]host[:port]/database`"],
        F::PasswordInAddress => &["leave it out: PGPASSWORD has it, or a line of `~/.pgpass`"],
        F::PasswordsOpen => return vec![format!("`chmod 600 {path}`")],
        F::Untrusted(_) => {
            &["`?sslrootcert=FILE` names whom to trust, `?sslmode=disable` does without"]
        }
        F::AuthorityAsServer => &[
            "sign one for the server with it, and name it by `?sslrootcert=FILE`",
            "`?sslmode=disable` does without",
        ],
        F::NotLetIn => &["PGPASSWORD has the password, or a line of `~/.pgpass`; PGUSER the user"],
        F::NoDatabase => &["`createdb` makes one, `sladesk db init` a desk in it"],
        F::Encoding(_) => &["`createdb -E UTF8 -T template0` makes one that fits"],
        F::LineBroke | F::GivenUp => &["try again"],
        F::MaybeWritten => &[
            "look before you do it again: `sladesk log -L 3`",
            "a write with `--once KEY` is safe to send again",
        ],
        F::NoFile => &[
            "`sladesk export` keeps its record in a file; `pg_dump` and the server's own copies keep all of it",
        ],
        F::Follower => &["ask the server that it follows"],
        F::Unreachable(_) | F::NullCharacter | F::TimedOut => &[],
    };
    all.iter().map(|hint| (*hint).to_owned()).collect()
}
