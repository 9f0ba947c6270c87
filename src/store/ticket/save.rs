//! Writing a ticket's rows over those it had.

use super::clock::ClockRow;
use super::folded::TicketSave;
use super::rows::{Cached, TicketRow};
use crate::store::engine::{Arg, Engine, args};
use crate::store::{StoreError, Writer};

statements! {
    FORGET_CLOCKS: "DELETE FROM clock WHERE ticket = $1 AND n > $2"
        => "SEARCH clock USING INDEX sqlite_autoindex_clock_1 (ticket=? AND n>?)";
    FORGET_TAGS: "DELETE FROM tag WHERE ticket = $1"
        => "SEARCH tag USING INDEX tag_ticket (ticket=?)";
    TAG: "INSERT INTO tag (tag, ticket, known) VALUES ($1, $2, $3)" => "";
    FORGET_LINKS: "DELETE FROM link WHERE a = $1"
        => "SEARCH link USING INDEX sqlite_autoindex_link_1 (a=?)";
    LINK: "INSERT INTO link (a, b, kind, known) VALUES ($1, $2, $3, $4)" => "";
}

impl Writer<'_> {
    /// Writes what the tables keep of a ticket, in place of what they kept.
    pub(crate) fn save_ticket(&mut self, save: &TicketSave<'_>) -> Result<(), StoreError> {
        let rows = save.rows();
        let before = self.cached(save.number)?;
        put(&*self.engine, &rows, before.as_ref())?;
        match save.texts {
            Some(texts) => self.index(save.number, texts),
            None => Ok(()),
        }
    }
}

fn put(engine: &dyn Engine, rows: &Cached, before: Option<&Cached>) -> Result<(), StoreError> {
    let run = |text: &str, values: &[Arg<'_>]| engine.run(text, values).map(|_| ());
    let Some(before) = before else {
        return rows.each_statement(run);
    };
    let number = rows.ticket.number;
    rows.ticket.write_over(&before.ticket, engine)?;
    for (place, clock) in rows.clocks.iter().enumerate() {
        match before.clocks.get(place).filter(|old| old.n == clock.n) {
            Some(old) => clock.write_over(old, engine)?,
            None => clock.write(engine)?,
        }
    }
    let clocks = i64::try_from(rows.clocks.len()).expect("a ticket has few clocks");
    if before.clocks.len() > rows.clocks.len() {
        run(FORGET_CLOCKS, args![number, clocks])?;
    }
    if !before.tags.is_empty() {
        run(FORGET_TAGS, args![number])?;
    }
    if !before.links.is_empty() {
        run(FORGET_LINKS, args![number])?;
    }
    rows.each_tie(run)
}

impl Cached {
    /// The statements that write these rows where there are none, with their values.
    pub(in crate::store) fn each_statement(
        &self,
        mut run: impl FnMut(&str, &[Arg<'_>]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        run(TicketRow::upsert(), &self.ticket.values())?;
        for clock in &self.clocks {
            run(ClockRow::upsert(), &clock.values())?;
        }
        self.each_tie(run)
    }

    /// The same of its tags and links alone.
    fn each_tie(
        &self,
        mut run: impl FnMut(&str, &[Arg<'_>]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let (number, known) = (self.ticket.number, self.ticket.known);
        for tag in &self.tags {
            run(TAG, args![tag.as_str(), number, known])?;
        }
        for link in &self.links {
            run(LINK, args![number, link.to, link.kind, known])?;
        }
        Ok(())
    }
}
