//! What one sladesk asks of another: one word of a command line, whatever stands in it.

use std::collections::BTreeMap;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;
use crate::wording::ssh as words;

/// How the two talk; both must mean the same.
const PROTOCOL: u32 = 1;

/// What a command of another host has to know of this one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SshRequest {
    /// As typed, the program's name first; files are named as they are handed over.
    pub words: Vec<String>,
    /// The desk's file there.
    pub desk: Option<String>,
    /// Who acts.
    pub actor: String,
    /// Variables by which answers look as they would here.
    pub variables: BTreeMap<String, String>,
    /// What the command is connected to.
    pub terminal: RequestTerminal,
    /// The answer goes to a file here: it is handed back in one piece, with its name.
    pub sends_files: bool,
    /// A shell asks at its tab key.
    #[serde(default)]
    pub completes: bool,
    /// The files that follow on stdin, in this order.
    pub files: Vec<RequestFile>,
    /// What the configuration file here says.
    pub configuration: Option<String>,
}

/// What the asking command is connected to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RequestTerminal {
    pub stdin: bool,
    pub stdout: bool,
    pub stderr: bool,
    /// Columns and rows, where any of them is a terminal.
    pub size: Option<(usize, usize)>,
}

/// A file of the asking host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct RequestFile {
    /// A relative path, without `..`.
    pub name: String,
    pub length: u64,
}

/// A request on its way.
#[derive(Serialize, Deserialize)]
struct Sent<R> {
    protocol: u32,
    /// Of the program that asks.
    version: String,
    request: R,
}

impl SshRequest {
    /// As one word, which no shell reads otherwise.
    pub(super) fn word(&self) -> String {
        let sent = Sent {
            protocol: PROTOCOL,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            request: self,
        };
        let json = serde_json::to_vec(&sent).unwrap_or_default();
        BASE64_URL_SAFE_NO_PAD.encode(json)
    }

    /// Reads such a word.
    ///
    /// # Errors
    /// It is none, or of a program that talks otherwise.
    pub(super) fn read(word: &str) -> Result<SshRequest, Failure> {
        let unreadable = || Failure::usage(words::UNREADABLE).kind("unreadable");
        let json = BASE64_URL_SAFE_NO_PAD.decode(word);
        let json = json.map_err(|_| unreadable())?;
        let sent: Sent<serde_json::Value> =
            serde_json::from_slice(&json).map_err(|_| unreadable())?;
        if sent.protocol != PROTOCOL {
            let (says, hint) = words::other_protocol(env!("CARGO_PKG_VERSION"), &sent.version);
            return Err(Failure::usage(says).kind("other-version").hint(hint));
        }
        serde_json::from_value(sent.request).map_err(|_| unreadable())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_one_word_of_plain_letters() {
        let request = SshRequest {
            words: [
                "sladesk",
                "reply",
                "4",
                "-m",
                "it's \"done\"\n$(x) \u{1f600} !",
            ]
            .map(str::to_owned)
            .to_vec(),
            actor: "minh".to_owned(),
            ..SshRequest::default()
        };
        let word = request.word();
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        assert!(word.chars().all(plain), "{word}");
        let read = SshRequest::read(&word).expect("our own");
        assert_eq!((read.words, read.actor), (request.words, request.actor));
    }

    #[test]
    fn another_protocol_is_told_with_both_versions() {
        let other = serde_json::json!({"protocol": 2, "version": "9.1.0", "request": 4});
        let word = BASE64_URL_SAFE_NO_PAD.encode(other.to_string());
        let refused = SshRequest::read(&word).expect_err("it talks otherwise");
        assert!(refused.message().ends_with("the one that asks 9.1.0"));
        assert!(SshRequest::read("!").is_err() && SshRequest::read("AAAA").is_err());
    }
}
