//! The facts that can be recorded, a type each.
//!
//! A kind's meaning never changes: a changed payload is a new kind. Bodies carry codes, ids and
//! numbers only; what people wrote stands in [`EventText`](super::EventText).

use serde::{Deserialize, Serialize};

use super::fact_kinds::{facts, held};
use super::fact_part::{AbsorbedLimit, Qualified, Side, WorkPart};
use super::reference::Refers;
use super::{
    AllowanceUnit, ClosedAs, ContactId, ContractId, CustomerId, EntryId, EventId, Renumbering,
    Ruling, TicketNo, TicketWords, WaitingOn,
};
use crate::core::time::{Instant, Span};

facts! {
    // ---- a ticket's stream ----
    /// A ticket begins. `terms` absent: no clocks (courtesy, or a refused request that is kept).
    "opened" Opened apart {
        /// Whose ticket it is.
        customer: CustomerId,
        /// Under which contract; none: none covers it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contract: Option<ContractId>,
        /// The signing, amendment or renewal it lives under.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        terms: Option<EventId>,
        /// Who asked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact: Option<ContactId>,
        /// Whose word it was.
        #[serde(default)]
        side: Side,
        /// How it came in, a word of the plan.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        channel: Option<String>,
        /// A word of the plan.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        priority: Option<String>,
        /// What it is about, in words of the plan.
        #[serde(default, skip_serializing_if = "TicketWords::is_empty")]
        words: TicketWords,
        /// The language in which it is written (BCP 47).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        /// The kind of tickets that the customer asks for, a word of the plan.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        asks: Option<String>,
        /// A reason of the plan why the priority is another than its matrix gives.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// The allowance from which a case is used.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        allowance: Option<String>,
        /// Rules whose refusal was forgiven.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        overridden: Vec<String>,
        /// Rules that refused it; it is kept as void.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        refused: Vec<String>,
        /// What rules found against it; whom they speak of stands in the prose.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        rulings: Vec<Ruling>,
        /// Where an import found it: `servicenow:INC0000045`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<String>,
    }
    /// The desk has taken note and said so.
    "acknowledged" Acknowledged {}
    /// The desk confirmed the priority it has.
    "priority-confirmed" PriorityConfirmed {}
    /// Both sides agreed a target for this ticket alone; it counts from the clock's own start.
    "agreed" Agreed {
        /// Whose target.
        milestone: String,
        /// The time agreed.
        within: Span,
    }
    /// The desk answered the customer; implies acknowledged.
    "replied" Replied {
        /// How it came in, a word of the plan.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        channel: Option<String>,
    }
    /// The customer's word; ends waiting for the customer.
    "customer-replied" CustomerReplied {
        /// How it came in, a word of the plan.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        channel: Option<String>,
        /// Who wrote; none: nobody is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact: Option<ContactId>,
        /// The kind of tickets that the customer asks for from now on, a word of the plan.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        asks: Option<String>,
    }
    /// For the desk only.
    "noted" Noted {}
    /// The ticket waits; implies a response.
    "waiting" Waiting {
        /// For whom.
        on: WaitingOn,
        /// When to look again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Instant>,
    }
    /// Waiting is over.
    "resumed" Resumed {}
    /// Somebody of the desk has it; nobody when `to` is absent.
    "assigned" Assigned {
        /// The key of a staff member.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    }
    /// It climbed to a support line.
    "escalated" Escalated {
        /// The title of the line, as the plan has it.
        line: String,
    }
    /// An estimate of when it will be done, told to the person in the prose.
    "promised" Promised {
        /// By when.
        eta: Instant,
    }
    /// The desk did what the plan has a word for.
    "marked" ActMarked {
        /// The word of the act.
        act: String,
    }
    /// What was marked was not so after all.
    "mark-withdrawn" MarkWithdrawn {
        /// The word of the act.
        act: String,
        /// The event that had marked it.
        event: EventId,
    }
    /// Time was booked, in seconds; a negative amount takes a booking back.
    "worked" Worked {
        /// Seconds worked.
        spent: i64,
        /// What is charged to allowances, all parts together.
        charged: i64,
        /// Which pots it filled; none where nothing is counted.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parts: Vec<WorkPart>,
    }
    /// The priority changed. A reason of the plan, or none when the desk raises it.
    "prioritised" Prioritised {
        /// The word of the priority that it has from now on.
        to: String,
        /// A word of the plan; none: the desk raised it of its own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// Who asked for it.
        #[serde(default)]
        by: Side,
        /// When correcting: the event that set the priority that never was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaces: Option<EventId>,
    }
    /// An exclusion of the plan applies: no target from the opening on.
    "exempted" Exempted {
        /// The word of the exclusion.
        ground: String,
    }
    /// Hours are used up: what the plan ties to them stands still.
    "lapsed" Lapsed {
        /// The word of what is used up.
        allowance: String,
        /// When the terms grant it anew: it goes on then by itself. Absent: not before it is
        /// restored.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Instant>,
        /// Where the source says it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        clause: Option<String>,
    }
    /// Hours are there again, sooner than the terms grant them.
    "restored" Restored {
        /// The word of the allowance.
        allowance: String,
    }
    /// An adoption dated back took breaches off, as a correction: clocks are worked out anew.
    "recalculated" Recalculated {
        /// The event of that adoption.
        adoption: EventId,
    }
    /// Why a breach happened, for the report.
    "caused" Caused {
        /// Whose breach it explains.
        milestone: String,
        /// A word of the list of causes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<String>,
    }
    /// The desk considers it done.
    "resolved" Resolved {}
    /// It was not done after all.
    "reopened" Reopened {}
    /// It is over.
    "closed" Closed {
        /// Why it is over.
        r#as: ClosedAs,
    }
    /// What the ticket names was changed.
    "edited" Edited {
        /// Those that change.
        #[serde(default, skip_serializing_if = "TicketWords::is_empty")]
        words: TicketWords,
        /// The language in which it is written (BCP 47).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        /// The kind of tickets that the customer asks for, a word of the plan; `none`: for none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        asks: Option<String>,
        /// Who asks from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact: Option<ContactId>,
        /// The allowance that follows from a changed topic.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        allowance: Option<String>,
    }
    /// It belongs to another customer or contract: all clocks anew under these terms.
    "moved" Moved {
        /// Whose ticket it is from now on.
        customer: CustomerId,
        /// Under which contract; none: none covers it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contract: Option<ContractId>,
        /// The event that made the terms hold.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        terms: Option<EventId>,
        /// The allowance from which its case is used there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        allowance: Option<String>,
    }
    /// A courtesy became entitled: clocks from the opening, born now.
    "entitled" Entitled {
        /// The contract that covers it.
        contract: ContractId,
        /// The event that made the terms hold.
        terms: EventId,
        /// The allowance from which a case is used.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        allowance: Option<String>,
    }
    /// Words of the desk's own were put on it or taken off.
    "tagged" Tagged {
        /// Words that it has from now on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        add: Vec<String>,
        /// Words that it has no more.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        drop: Vec<String>,
    }
    /// A link to another ticket; touches no clock.
    "linked" Linked {
        /// The other ticket.
        to: TicketNo,
        /// How the two belong together.
        kind: String,
    }
    /// A link is no more.
    "unlinked" Unlinked {
        /// The other ticket.
        to: TicketNo,
        /// How the two belong together.
        kind: String,
    }
    /// It goes on as another ticket.
    "merged" Merged {
        /// The ticket that goes on.
        into: TicketNo,
    }
    /// Another ticket goes on here; what was left on its clocks becomes a limit on these.
    "absorbed" Absorbed {
        /// The ticket that ended.
        from: TicketNo,
        /// What was left on its clocks.
        limits: Vec<AbsorbedLimit>,
    }
    /// That entry's events in this stream never were.
    "undone" Undone {
        /// What is taken back.
        entry: EntryId,
    }

    // ---- a customer's stream ----
    /// The desk has a customer more.
    "customer-added" CustomerAdded {
        /// What people type for it.
        key: String,
        /// The IANA name of its zone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zone: Option<String>,
        /// The language of its pages (BCP 47).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        /// The key of the one of the desk who answers for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        account_manager: Option<String>,
        /// The key of the engineer named to it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        engineer: Option<String>,
    }
    /// What is known of the customer changed; absent: unchanged.
    "customer-edited" CustomerEdited {
        /// The IANA name of its zone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zone: Option<String>,
        /// The language of its pages (BCP 47).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        /// The key of the one of the desk who answers for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        account_manager: Option<String>,
        /// The key of the engineer named to it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        engineer: Option<String>,
    }
    /// The contract's owner named a person who may ask; holds a seat from then on.
    "contact-authorised" ContactAuthorised {
        /// Who may ask.
        contact: ContactId,
        /// From when on, if not from `at`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Instant>,
        /// The only contract that covers him or her; absent: all of the customer's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contract: Option<ContractId>,
        /// What he or she holds.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        qualified: Vec<Qualified>,
        /// The instant from which the seat is free again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Instant>,
        /// Whose seat this person takes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaces: Option<ContactId>,
        /// The language that he or she reads (BCP 47).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
    }
    /// What is known of a contact changed.
    "contact-edited" ContactEdited {
        /// About whom.
        contact: ContactId,
        /// All that he or she holds from now on; absent: unchanged.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        qualified: Option<Vec<Qualified>>,
        /// The instant from which the seat is free again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Instant>,
        /// The language that he or she reads (BCP 47).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
    }
    /// He or she may ask no more.
    "contact-revoked" ContactRevoked {
        /// Who may ask no more.
        contact: ContactId,
        /// From when on, if not from `at`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Instant>,
    }
    /// A plan was signed: its terms are frozen.
    "contract-signed" ContractSigned {
        /// Its number.
        contract: ContractId,
        /// `vendor/plan`.
        plan: String,
        /// Hash of the frozen terms, in hexadecimal.
        terms: String,
        /// The first instant that it covers.
        starts: Instant,
        /// The first instant that it no longer covers; `i64::MAX` where no end is agreed.
        ends: Instant,
        /// The length of the term.
        months: u32,
        /// How many months each renewal by itself adds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        renews: Option<u32>,
        /// The zone of its hours, where it was agreed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zone: Option<String>,
        /// Which of the plan's regions, where its hours differ by region.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        region: Option<String>,
        /// `PATH=VALUE` as agreed.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        set: Vec<String>,
        /// Paths of terms left open.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        left_open: Vec<String>,
    }
    /// New terms, for tickets opened from then on.
    "contract-amended" ContractAmended {
        /// Which contract.
        contract: ContractId,
        /// From when on, if not from `at`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Instant>,
        /// The amendment from an earlier day that it carries on into what was agreed for later.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        carries: Option<EventId>,
        /// Hash of the frozen terms, in hexadecimal.
        terms: String,
        /// `PATH=VALUE` as agreed.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        set: Vec<String>,
        /// Paths of terms left open.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        left_open: Vec<String>,
    }
    /// Goes on until `ends` under these terms.
    "contract-renewed" ContractRenewed {
        /// Which contract.
        contract: ContractId,
        /// From when on, if not from `at`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Instant>,
        /// `vendor/plan`.
        plan: String,
        /// Hash of the frozen terms, in hexadecimal.
        terms: String,
        /// The first instant that it no longer covers.
        ends: Instant,
        /// The length of the term.
        months: u32,
        /// How many months each renewal by itself adds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        renews: Option<u32>,
        /// `PATH=VALUE` as agreed.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        set: Vec<String>,
        /// Paths of terms left open.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        left_open: Vec<String>,
    }
    /// Ends at `ends`.
    "contract-cancelled" ContractCancelled {
        /// Which contract.
        contract: ContractId,
        /// The first instant that it no longer covers.
        ends: Instant,
    }
    /// More was bought or granted, or something taken back.
    "allowance-adjusted" AllowanceAdjusted {
        /// Whose allowance.
        contract: ContractId,
        /// The word of the allowance.
        allowance: String,
        /// What it counts.
        unit: AllowanceUnit,
        /// So much more of it, or less: cases, or seconds.
        amount: i64,
    }

    // ---- the desk's stream ----
    /// The desk began; `zone` is its own.
    "founded" Founded {
        /// The desk's own random name.
        id: String,
        /// Of the shape of the record.
        version: u32,
        /// The version of the program that wrote it.
        program: String,
        /// The zone of the desk.
        zone: String,
    }
    /// The desk has a person more.
    "staff-added" StaffAdded {
        /// What people type for it.
        key: String,
        /// The lines on which he or she works.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        lines: Vec<String>,
    }
    /// What is known of a person of the desk changed.
    "staff-edited" StaffEdited {
        /// What people type for it.
        key: String,
        /// All lines from now on; absent: unchanged.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lines: Option<Vec<String>>,
        /// The instant from which he or she works there no longer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Instant>,
    }
    /// A holiday set came into use, or a newer version of it.
    "days-adopted" DaysAdopted {
        /// The set.
        name: String,
        /// Of its content, in hexadecimal.
        hash: String,
    }
    /// A zone's rules came into use, or newer ones.
    "zone-adopted" ZoneAdopted {
        /// The IANA name.
        name: String,
        /// Of its content, in hexadecimal.
        hash: String,
        /// Where it came from.
        source: String,
        /// The release of the rules: `2026f`.
        version: String,
    }
    /// A file was brought in.
    "imported" Imported {
        /// Where it came from.
        source: String,
        /// Of the file, in hexadecimal.
        sha256: String,
        /// Rows of the file.
        rows: u64,
        /// Values that the mapping skips, and how often.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        skipped: Vec<(String, u64)>,
        /// The tool whose tickets it brought, as they name it in front of their key.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        tickets_of: Option<String>,
        /// How many events of tickets it wrote, right in front of this one.
        #[serde(default)]
        events: u64,
    }
    /// The text of an event was erased.
    "redacted" Redacted {
        /// Whose text is gone.
        event: EventId,
    }
    /// The desk was copied.
    "copied-to" CopiedTo {
        /// Where the copy lies.
        place: String,
    }
}
