//! Erasing what people wrote, on demand of the law. The fact stays, and so does the chain: the
//! digest takes the text's place.

use std::time::{Duration, Instant};

use super::Store;
use super::chain::{Salt, digest};
use super::engine::args;
use super::error::StoreError;
use super::ticket::search;
use super::writer::Writer;
use crate::core::model::{EventId, EventText};

statements! {
    PROSE: "SELECT salt, body FROM prose WHERE event = $1 AND body IS NOT NULL"
        => "SEARCH prose USING INTEGER PRIMARY KEY (rowid=?)";
    TAKE_OUT: "UPDATE prose SET salt = NULL, body = NULL, digest = $1 WHERE event = $2"
        => "SEARCH prose USING INTEGER PRIMARY KEY (rowid=?)";
}

impl Writer<'_> {
    /// Takes an event's prose out of the record. False when it had none, or has none any more.
    /// The caller writes the `redacted` event, saves the rows that held the text anew, and calls
    /// [`Store::scrub`] after the commit.
    pub(crate) fn redact(&mut self, event: EventId) -> Result<bool, StoreError> {
        let prose = self.engine.first(PROSE, args![event], |c| {
            Ok((c.take::<Salt>()?, c.take::<String>()?))
        })?;
        let Some((salt, text)) = prose else {
            return Ok(false);
        };
        self.engine
            .run(TAKE_OUT, args![digest(&salt, &text), event])?;
        // what cannot be read was never indexed
        if let Ok(prose) = serde_json::from_str::<EventText>(&text) {
            let said = [&prose.subject, &prose.text, &prose.corrects];
            self.unsay(said.into_iter().flatten().map(String::as_str));
        }
        Ok(true)
    }
}

/// Whether anything of what was taken out is left in the file or its log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub(crate) enum Scrubbed {
    NothingLeft,
    /// Somebody is still reading what stood there before, and its log is kept for them.
    StillInLog,
}

/// How long to wait for those who still read what was taken out.
const READERS: Duration = Duration::from_secs(30);

/// Between two looks whether they have left: writers come in between.
const PAUSE: Duration = Duration::from_millis(50);

impl Store {
    /// Leaves nothing of what was redacted in the file: not in the index of words, not in freed
    /// pages, not in the log. It rewrites the file, which takes as long as copying it, and waits
    /// for whoever reads what was there before.
    pub(crate) fn scrub(&self) -> Result<Scrubbed, StoreError> {
        search::squeeze(&*self.engine)?;
        self.engine.rewrite()?;
        let since = Instant::now();
        while !self.engine.forget_older_states(Duration::ZERO)? {
            if since.elapsed() >= READERS {
                return Ok(Scrubbed::StillInLog);
            }
            std::thread::sleep(PAUSE);
        }
        Ok(Scrubbed::NothingLeft)
    }
}
