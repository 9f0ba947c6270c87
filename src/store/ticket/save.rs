//! Writing a ticket's rows over those it had.

use super::rows::{Cached, TicketSave};
use super::search;
use crate::core::model::TicketNo;
use crate::store::engine::{Engine, args};
use crate::store::{StoreError, Writer};

statements! {
    FORGET_CLOCKS: "DELETE FROM clock WHERE ticket = $1 AND n > $2"
        => "SEARCH clock USING INDEX sqlite_autoindex_clock_1 (ticket=? AND n>?)";
    FORGET_TAGS: "DELETE FROM tag WHERE ticket = $1"
        => "SEARCH tag USING INDEX tag_ticket (ticket=?)";
    TAG: "INSERT INTO tag (tag, ticket) VALUES ($1, $2)" => "";
    FORGET_LINKS: "DELETE FROM link WHERE a = $1"
        => "SEARCH link USING INDEX sqlite_autoindex_link_1 (a=?)";
    LINK: "INSERT INTO link (a, b, kind) VALUES ($1, $2, $3)" => "";
}

impl Writer<'_> {
    /// Writes what the tables keep of a ticket, in place of what they kept.
    pub(crate) fn save_ticket(&mut self, save: &TicketSave<'_>) -> Result<(), StoreError> {
        let rows = save.rows();
        put(&self.engine, save.number, &rows)?;
        match save.words {
            Some(words) => search::put(&self.engine, save.number, save.subject, words),
            None => Ok(()),
        }
    }
}

fn put(engine: &Engine, number: TicketNo, rows: &Cached) -> Result<(), StoreError> {
    rows.ticket.write(engine)?;
    let clocks = i64::try_from(rows.clocks.len()).expect("a ticket has few clocks");
    engine.run(FORGET_CLOCKS, args![number, clocks])?;
    for clock in &rows.clocks {
        clock.write(engine)?;
    }
    engine.run(FORGET_TAGS, args![number])?;
    for tag in &rows.tags {
        engine.run(TAG, args![tag.as_str(), number])?;
    }
    engine.run(FORGET_LINKS, args![number])?;
    for link in &rows.links {
        engine.run(LINK, args![number, link.to, link.kind])?;
    }
    Ok(())
}
