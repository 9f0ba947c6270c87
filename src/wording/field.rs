//! What the fields of tickets are, for help: what a filter asks and what a flag gives.

use crate::core::model::TicketField;

/// What a key of a filter asks of tickets, of clocks or of the log.
pub(crate) fn key(key: &str) -> &'static str {
    match key {
        "at" => "when it happened",
        "recorded" => "when it was written down",
        "actor" => "who did it",
        "type" => "what kind of event it is",
        "entry" => "the command that wrote it",
        "once" => "the key given with `--once`",
        "held-by" => "who had the ticket when the clock was decided",
        "held-line" => "the support line it was on then, by its number",
        key => TicketField::of(key).map_or("", |field| says(field.key)),
    }
}

/// What the flag of a field gives.
pub(crate) fn flag(key: &str) -> &'static str {
    match key {
        "priority" => "how urgent it is, in the plan's words",
        "contact" => "the person of the customer who asks",
        "assignee" => "who takes it",
        "contract" => "the contract, where more than one is in force",
        "channel" => "how the customer got in touch",
        key => says(key),
    }
}

fn says(key: &str) -> &'static str {
    match key {
        "ticket" => "its number",
        "opened" => "when it was opened",
        "state" => "where it stands; also waiting, active",
        "priority" => "what its plan calls so; p1 to p9 also by rank",
        "customer" => "whose ticket it is",
        "contact" => "the person who asked",
        "assignee" => "who has it",
        "subject" => "what is wrong, in one line",
        "priority_rank" => "of its priority; 1 is the highest",
        "contract" => "the contract it is under",
        "plan" => "the plan it is under",
        "terms" => "the event that pinned its terms",
        "channel" => "how it came in",
        "topic" => "what it is about",
        "environment" => "where it happens",
        "component" => "in what it happens",
        "version" => "of the product",
        "line" => "the support line it is with; 2: the second",
        "tags" => "its tags",
        "account_manager" => "of its customer",
        "account_manager_email" => "where he or she reads",
        "contact_name" => "the name of who asked",
        "opened_by" => "who entered it",
        "responded" => "when the desk first answered",
        "resolved" => "when it was resolved",
        "closed" => "when it was closed",
        "updated" => "when something last happened",
        "follow_up" => "when to look again",
        "waiting_for" => "for whom it waits",
        "spoke_last" => "who spoke last",
        "eta" => "when it should be done, and who was told",
        "worked_seconds" => "the time that was booked",
        "courtesy" => "opened by override",
        "refused" => "kept as refused",
        "exempt" => "the exclusion that applies",
        "merged_into" => "the ticket that it goes on as",
        "closed_as" => "how it was closed",
        "links" => "the tickets it is linked to",
        "last_event" => "its last event",
        "clocks" => "its clocks",
        "not_promised" => "what its terms do not promise",
        "rulings" => "what was said against it at its opening",
        "override_reason" => "why a rule was forgiven",
        "source" => "where an import found it",
        "impact" => "how much it does harm",
        "urgency" => "how soon it matters",
        "language" => "the language it is in",
        "tag" => "a tag it has",
        "due" => "when one of its clocks is due",
        "milestone" => "that a clock is about",
        "clock" => "what a clock shows: breached, response.met",
        "is" => "overdue, at-risk, unanswered, courtesy, refused, exempt",
        "text" => "words in its subject or texts",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::filter::{CLOCK_KEYS, LOG_KEYS};
    use crate::core::model::FIELDS;

    #[test]
    fn every_field_and_key_has_its_words() {
        for field in FIELDS {
            assert!(!says(field.key).is_empty(), "{}", field.key);
        }
        for one in CLOCK_KEYS.iter().chain(LOG_KEYS) {
            assert!(!key(one.name).is_empty(), "{}", one.name);
        }
    }
}
