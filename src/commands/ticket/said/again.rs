//! What is so again of a ticket once something was taken back.

use super::{Echo, both};
use crate::context::TicketChange;
use crate::core::calendar::ZoneRules;
use crate::core::model::{EventId, State, TicketNo, TicketWord};
use crate::core::sla::Ticket;
use crate::core::time::open_time;
use crate::failure::Failure;
use crate::wording::{account, echo, undo};

impl Echo<'_> {
    /// What holds of a ticket again, once something was taken back.
    ///
    /// # Errors
    /// The desk's file cannot be read.
    pub(in crate::commands) fn again(
        &mut self,
        number: TicketNo,
        touched: &TicketChange,
    ) -> Result<Vec<String>, Failure> {
        let theirs = self.zone_of(touched)?;
        let now = &touched.now;
        let holds = echo::again(now.state, now.priority.as_deref(), now.assignee.as_deref());
        let mut says = vec![self.about(number, touched, &holds)?];
        let before = touched.before.as_ref();
        // there is nothing of a ticket that is void
        let before = before.filter(|before| before.state != State::Void);
        if let Some(before) = before.filter(|_| now.state != State::Void) {
            let changes = self.otherwise(before, now, theirs.as_ref())?;
            says.extend(undo::so_again(&changes));
        }
        let live = self.live(touched, theirs.as_ref());
        if !live.is_empty() {
            says.push(echo::follows(&live));
        }
        Ok(says)
    }

    /// What is said of a ticket otherwise without the entry than with it, besides its state, its
    /// priority, who has it and when it is due.
    fn otherwise(
        &mut self,
        with: &Ticket,
        without: &Ticket,
        theirs: Option<&ZoneRules>,
    ) -> Result<Vec<String>, Failure> {
        let before = self.said_of(with, theirs)?.into_iter();
        let now = self.said_of(without, theirs)?;
        let pairs = before.zip(now);
        let changed = pairs.filter(|((_, before), (_, now))| before != now);
        let mut says: Vec<String> = changed
            .map(|(_, (key, value))| account::value(key, value.as_deref()))
            .collect();
        if with.courtesy != without.courtesy {
            says.push(undo::courtesy(without.courtesy).to_owned());
        }
        for (milestone, ..) in with.causes.iter().chain(&without.causes) {
            let of = |ticket: &Ticket| cause_of(ticket, milestone).cloned();
            let said = undo::cause(milestone, of(without).map(|(_, code, _)| code));
            if of(with) != of(without) && !says.contains(&said) {
                says.push(said);
            }
        }
        Ok(says)
    }

    /// What is said of a ticket: what it is called, and its value.
    fn said_of(
        &mut self,
        ticket: &Ticket,
        theirs: Option<&ZoneRules>,
    ) -> Result<Vec<(&'static str, Option<String>)>, Failure> {
        let Ticket {
            contract,
            contact,
            words,
            language,
            asked,
            line,
            tags,
            links,
            responded,
            follow_up,
            spoke_last,
            eta,
            worked,
            exempt,
            marks,
            courtesy: _,
            causes: _,
            // the line of the ticket, its clocks and its allowances say these
            customer: _,
            state: _,
            state_by: _,
            states: _,
            ended: _,
            priority: _,
            priorities: _,
            assignee: _,
            holders: _,
            resolved: _,
            closed: _,
            closed_as: _,
            merged_into: _,
            charged: _,
            clocks: _,
            kinds: _,
            corrected: _,
            terms: _,
            allowance: _,
            // its opening alone says these
            opened: _,
            opened_by: _,
            side: _,
            channel: _,
            overridden: _,
            refused: _,
            source: _,
            // these are said of its record
            updated: _,
            last: _,
            remarks: _,
        } = ticket;
        let contact = self.names.contact(*contact)?;
        let at = |at| both(at, self.here, theirs);
        let words = TicketWord::ALL.map(|word| (word.key(), words.get(word).map(str::to_owned)));
        let mut said = Vec::from(words);
        let links = links.iter().map(|(other, kind)| format!("{kind} {other}"));
        let standing = marks.iter().filter(|mark| mark.withdrawn.is_none());
        let acts = standing.map(|mark| mark.act.clone());
        let worked = Some(*worked).filter(|seconds| *seconds != 0);
        said.extend([
            ("contract", contract.map(|id| id.to_string())),
            ("contact", contact.map(|contact| contact.row.email.clone())),
            ("language", language.clone()),
            ("asks", listed(asked.iter().map(str::to_owned))),
            ("line", line.clone()),
            ("tags", listed(tags.iter().cloned())),
            ("links", listed(links)),
            ("answer", responded.map(at)),
            ("last_word", Some(undo::last_word(*spoke_last).to_owned())),
            ("estimate", eta.as_ref().map(|estimate| at(estimate.at))),
            ("follow-up", follow_up.map(at)),
            ("work", worked.map(open_time)),
            ("acts", listed(acts)),
            ("exemption", exempt.as_ref().map(|one| one.ground.clone())),
        ]);
        Ok(said)
    }
}

/// The last cause that was given for a milestone.
fn cause_of<'t>(
    ticket: &'t Ticket,
    milestone: &str,
) -> Option<&'t (String, Option<String>, EventId)> {
    let mut causes = ticket.causes.iter().rev();
    causes.find(|(of, ..)| of == milestone)
}

fn listed(words: impl Iterator<Item = String>) -> Option<String> {
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| words.join(", "))
}
