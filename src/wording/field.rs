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
        "kind" => "the kind of tickets whose target is its deadline",
        key => TicketField::of(key).map_or("", |field| says(field.key)),
    }
}

/// What a key of the filter of a command asks: the lists of a noun have keys of their own.
pub(crate) fn key_of(command: &str, name: &str) -> &'static str {
    let noun = command.split(' ').next().unwrap_or_default();
    match (noun, name) {
        ("customer", "customer") => "its key",
        ("customer", "name") => "its name",
        ("customer", "plan") => "a plan in force",
        ("customer", "contacts") => "how many may ask",
        ("customer" | "contact" | "staff", "open-tickets") => "how many are not done",
        ("customer", "account-manager") => "who looks after it",
        ("customer", "language") => "of its reports",
        ("customer", "engineer") => "the engineer named for it",
        ("customer", "contracts") => "a contract's number",
        ("customer", "zone") => "where it is",
        ("customer" | "contact" | "contract" | "staff" | "plan", "text") => "words in any of these",
        ("contact", "contact") => "the address he or she asks from",
        ("contact", "customer") => "for whom",
        ("contact" | "staff", "name") => "his or her name",
        ("contact", "email") => "the same as contact",
        ("contact", "phone") => "where to call",
        ("contact", "start") => "the first day of the seat",
        ("contact", "end") => "the last day of the seat",
        ("contact", "language") => "the language to write in",
        ("contact", "seat") => "held, coming or ended",
        ("contact", "qualifications") => "what he or she may do",
        ("contract", "contract") => "its number",
        ("contract", "customer") => "whose it is",
        ("contract", "plan") => "vendor/plan",
        ("contract", "start") => "its first day",
        ("contract", "end") => "its last day as agreed so far",
        ("contract", "renews") => "for how long by itself; none",
        ("contract", "seats-used") => "how many may ask",
        ("contract", "seats") => "how many could",
        ("contract", "zone") => "of its days",
        ("contract", "region") => "of its hours",
        ("contract", "state") => "in-force, not-begun, lapsed, cancelled",
        ("contract", "minimum-until") => "the least it lasts",
        ("contract", "open-terms") => "a path that is not promised",
        ("staff", "staff") => "his or her id",
        ("staff", "email") => "where to write",
        ("staff", "lines") => "a support line",
        ("staff", "start") => "the first day",
        ("staff", "end") => "the last day",
        ("plan", "plan") => "its name, or its vendor's",
        ("plan", "vendor") => "whose plan it is",
        ("plan", "title") => "as people read it",
        ("plan", "contacts") => "how many people may ask, unlimited or open",
        ("plan", "hours") => "the hours of support, as they are shown",
        ("plan", "price") => "what is paid, as it is shown",
        ("plan", "priorities") => "a priority it has",
        ("plan", "open-terms") => "a term that it leaves to the contract",
        ("plan", "source") => "where its facts come from",
        ("plan", "hash") => "of its terms",
        (_, name) => key(name),
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
        "source" => "where an import found it, written as there",
        "impact" => "how much it does harm",
        "urgency" => "how soon it matters",
        "language" => "the language it is in",
        "asks" => "the kind of tickets that is asked for",
        "acts" => "the acts of the plan that were done",
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
