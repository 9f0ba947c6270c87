//! The facts that can be recorded, a type each.
//!
//! A kind's meaning never changes: a changed payload is a new kind. Bodies carry codes, ids and
//! numbers only; what people wrote stands in [`EventText`](super::EventText).

use serde::{Deserialize, Serialize};

use super::{
    ClosedAs, ContactId, ContractId, CustomerId, EntryId, EventId, Ruling, TicketNo, TicketWords,
    WaitingOn,
};
use crate::core::time::{Instant, Span};

/// Whose word it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    #[default]
    Desk,
    Customer,
}

/// How a payload is held: the one large one apart, so that a fact is small.
macro_rules! held {
    ($name:ident) => { $name };
    ($name:ident apart) => { Box<$name> };
}

macro_rules! facts {
    ($($(#[$doc:meta])* $kind:literal $name:ident $($apart:ident)? { $($(#[$fdoc:meta])* $field:ident : $ty:ty),* $(,)? })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
            pub struct $name { $($(#[$fdoc])* pub $field: $ty),* }

            impl From<$name> for Fact {
                fn from(fact: $name) -> Fact {
                    Fact::$name(fact.into())
                }
            }
        )+

        /// One fact. See each payload for what it means.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Fact { $($(#[$doc])* $name(held!($name $($apart)?))),+ }

        impl Fact {
            /// Every kind that this version knows.
            pub const KINDS: &'static [&'static str] = &[$($kind),+];

            /// The word that stands in the record.
            pub fn kind(&self) -> &'static str {
                match self { $(Fact::$name(_) => $kind),+ }
            }

            /// The payload as canonical JSON: the bytes that are kept and hashed.
            ///
            /// # Errors
            /// None in practice: every payload is made of text, numbers and lists.
            pub fn body(&self) -> Result<String, serde_json::Error> {
                match self { $(Fact::$name(fact) => serde_json::to_string(fact)),+ }
            }

            /// Reads a payload of that kind.
            ///
            /// # Errors
            /// An unknown kind (a newer version wrote it) or a body that is not of that kind.
            pub fn read(kind: &str, body: &str) -> Result<Fact, serde_json::Error> {
                match kind {
                    $($kind => serde_json::from_str::<$name>(body).map(Fact::from),)+
                    other => Err(serde::de::Error::custom(format_args!("unknown kind of event `{other}`"))),
                }
            }
        }
    };
}

facts! {
    // ---- a ticket's stream ----
    /// A ticket begins. `terms` absent: no clocks (courtesy, or a refused request that is kept).
    "opened" Opened apart {
        customer: CustomerId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contract: Option<ContractId>,
        /// The signing, amendment or renewal it lives under.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        terms: Option<EventId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact: Option<ContactId>,
        #[serde(default)]
        side: Side,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        channel: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        priority: Option<String>,
        /// What it is about, in words of the plan.
        #[serde(default, skip_serializing_if = "TicketWords::is_empty")]
        words: TicketWords,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
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
    "agreed" Agreed { milestone: String, within: Span }
    /// The desk answered the customer; implies acknowledged.
    "replied" Replied {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        channel: Option<String>,
    }
    /// The customer's word; ends waiting for the customer.
    "customer-replied" CustomerReplied {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        channel: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact: Option<ContactId>,
    }
    /// For the desk only.
    "noted" Noted {}
    /// The ticket waits; implies a response.
    "waiting" Waiting {
        on: WaitingOn,
        /// When to look again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Instant>,
    }
    /// Waiting is over.
    "resumed" Resumed {}
    /// Somebody of the desk has it; nobody when `to` is absent.
    "assigned" Assigned {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    }
    /// It climbed to a support line.
    "escalated" Escalated { line: String }
    /// An estimate of when it will be done, told to the person in the prose.
    "promised" Promised { eta: Instant }
    /// Time was booked, in seconds; a negative amount takes a booking back.
    "worked" Worked {
        spent: i64,
        /// What is charged to allowances, all parts together.
        charged: i64,
        /// Which pots it filled; none where nothing is counted.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        parts: Vec<WorkPart>,
    }
    /// The priority changed. A reason of the plan, or none when the desk raises it.
    "prioritised" Prioritised {
        to: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        #[serde(default)]
        by: Side,
        /// When correcting: the event that set the priority that never was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaces: Option<EventId>,
    }
    /// An exclusion of the plan applies: no target from the opening on.
    "exempted" Exempted { ground: String }
    /// Hours are used up: what the plan ties to them stands still.
    "lapsed" Lapsed {
        allowance: String,
        /// When the terms grant it anew: it goes on then by itself. Absent: not before it is
        /// restored.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Instant>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        clause: Option<String>,
    }
    /// Hours are there again, sooner than the terms grant them.
    "restored" Restored { allowance: String }
    /// An adoption dated back took breaches off, as a correction: clocks are worked out anew.
    "recalculated" Recalculated { adoption: EventId }
    /// Why a breach happened, for the report.
    "caused" Caused {
        milestone: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<String>,
    }
    /// The desk considers it done.
    "resolved" Resolved {}
    /// It was not done after all.
    "reopened" Reopened {}
    /// It is over.
    "closed" Closed { r#as: ClosedAs }
    /// What the ticket names was changed.
    "edited" Edited {
        /// Those that change.
        #[serde(default, skip_serializing_if = "TicketWords::is_empty")]
        words: TicketWords,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact: Option<ContactId>,
        /// The allowance that follows from a changed topic.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        allowance: Option<String>,
    }
    /// It belongs to another customer or contract: all clocks anew under these terms.
    "moved" Moved {
        customer: CustomerId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contract: Option<ContractId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        terms: Option<EventId>,
        /// The allowance from which its case is used there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        allowance: Option<String>,
    }
    /// A courtesy became entitled: clocks from the opening, born now.
    "entitled" Entitled {
        contract: ContractId,
        terms: EventId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        allowance: Option<String>,
    }
    "tagged" Tagged {
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        add: Vec<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        drop: Vec<String>,
    }
    /// A link to another ticket; touches no clock.
    "linked" Linked { to: TicketNo, kind: String }
    "unlinked" Unlinked { to: TicketNo, kind: String }
    /// It goes on as another ticket.
    "merged" Merged { into: TicketNo }
    /// Another ticket goes on here; what was left on its clocks becomes a limit on these.
    "absorbed" Absorbed { from: TicketNo, limits: Vec<AbsorbedLimit> }
    /// That entry's events in this stream never were.
    "undone" Undone { entry: EntryId }

    // ---- a customer's stream ----
    "customer-added" CustomerAdded {
        key: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zone: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        account_manager: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        engineer: Option<String>,
    }
    "customer-edited" CustomerEdited {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        zone: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        account_manager: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        engineer: Option<String>,
    }
    /// The contract's owner named a person who may ask; holds a seat from then on.
    "contact-authorised" ContactAuthorised {
        contact: ContactId,
        /// From when on, if not from `at`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Instant>,
        /// The only contract that covers him or her; absent: all of the customer's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contract: Option<ContractId>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        qualified: Vec<Qualified>,
        /// The instant from which the seat is free again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Instant>,
        /// Whose seat this person takes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        replaces: Option<ContactId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
    }
    "contact-edited" ContactEdited {
        contact: ContactId,
        /// All that he or she holds from now on; absent: unchanged.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        qualified: Option<Vec<Qualified>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Instant>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        language: Option<String>,
    }
    /// He or she may ask no more.
    "contact-revoked" ContactRevoked {
        contact: ContactId,
        /// From when on, if not from `at`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Instant>,
    }
    "contract-signed" ContractSigned {
        contract: ContractId,
        /// `vendor/plan`.
        plan: String,
        /// Hash of the frozen terms, in hexadecimal.
        terms: String,
        starts: Instant,
        /// The first instant that it no longer covers; `i64::MAX` where no end is agreed.
        ends: Instant,
        months: u32,
        /// How many months each renewal by itself adds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        renews: Option<u32>,
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
        contract: ContractId,
        /// From when on, if not from `at`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Instant>,
        /// The amendment from an earlier day that it carries on into what was agreed for later.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        carries: Option<EventId>,
        terms: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        set: Vec<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        left_open: Vec<String>,
    }
    /// Goes on until `ends` under these terms.
    "contract-renewed" ContractRenewed {
        contract: ContractId,
        /// From when on, if not from `at`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Instant>,
        plan: String,
        terms: String,
        ends: Instant,
        months: u32,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        renews: Option<u32>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        set: Vec<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        left_open: Vec<String>,
    }
    /// Ends at `ends`.
    "contract-cancelled" ContractCancelled { contract: ContractId, ends: Instant }
    "allowance-adjusted" AllowanceAdjusted {
        contract: ContractId,
        allowance: String,
        /// Cases, or seconds.
        amount: i64,
    }

    // ---- the desk's stream ----
    /// The desk began; `zone` is its own.
    "founded" Founded { id: String, version: u32, program: String, zone: String }
    "staff-added" StaffAdded {
        key: String,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        lines: Vec<String>,
    }
    "staff-edited" StaffEdited {
        key: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lines: Option<Vec<String>>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Instant>,
    }
    /// A holiday set came into use, or a newer version of it.
    "days-adopted" DaysAdopted { name: String, hash: String }
    /// A zone's rules came into use, or newer ones.
    "zone-adopted" ZoneAdopted { name: String, hash: String, source: String, version: String }
    "imported" Imported {
        source: String,
        sha256: String,
        rows: u64,
        /// Values that the mapping skips, and how often.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        skipped: Vec<(String, u64)>,
    }
    "redacted" Redacted { event: EventId }
    "copied-to" CopiedTo { place: String }
}

impl Fact {
    /// What filters can ask for once this is in the record: the key of a ticket's field and a
    /// value that it may have.
    pub fn known_values(&self) -> Vec<(&'static str, &str)> {
        let (named, others): (Option<&TicketWords>, Vec<(&'static str, Option<&String>)>) =
            match self {
                Fact::Opened(opened) => (
                    Some(&opened.words),
                    vec![
                        ("channel", opened.channel.as_ref()),
                        ("priority", opened.priority.as_ref()),
                        ("language", opened.language.as_ref()),
                    ],
                ),
                Fact::Edited(edited) => (
                    Some(&edited.words),
                    vec![("language", edited.language.as_ref())],
                ),
                Fact::Prioritised(change) => (None, vec![("priority", Some(&change.to))]),
                Fact::Assigned(assigned) => (None, vec![("assignee", assigned.to.as_ref())]),
                Fact::Escalated(escalated) => (None, vec![("line", Some(&escalated.line))]),
                Fact::CustomerAdded(added) => (
                    None,
                    vec![("account_manager", added.account_manager.as_ref())],
                ),
                Fact::CustomerEdited(edited) => (
                    None,
                    vec![("account_manager", edited.account_manager.as_ref())],
                ),
                Fact::StaffAdded(staff) => (
                    None,
                    vec![
                        ("assignee", Some(&staff.key)),
                        ("account_manager", Some(&staff.key)),
                    ],
                ),
                _ => return Vec::new(),
            };
        let words = named.into_iter().flat_map(TicketWords::iter);
        let words = words.map(|(word, value)| (word.key(), value));
        let others = others.into_iter();
        let others = others.filter_map(|(key, value)| Some((key, value?.as_str())));
        words.chain(others).collect()
    }

    /// The person whom an event of a customer speaks of.
    pub fn person(&self) -> Option<ContactId> {
        match self {
            Fact::ContactAuthorised(fact) => Some(fact.contact),
            Fact::ContactEdited(fact) => Some(fact.contact),
            Fact::ContactRevoked(fact) => Some(fact.contact),
            _ => None,
        }
    }
}

/// A qualification that a contact holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qualified {
    pub what: String,
    /// The instant from which it no longer holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Instant>,
}

/// The limit that a merged ticket's clock leaves to the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsorbedLimit {
    pub milestone: String,
    pub priority: String,
    /// The calendar's key in those terms.
    pub calendar: String,
    pub terms: EventId,
    /// When it would have been due; of one that stood still, as if that had ended at the merge.
    pub due: Instant,
}

/// What an entry of work took from one pot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkPart {
    /// The allowance.
    pub pot: String,
    /// The beginning of the period of that allowance which holds the work, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Instant>,
    /// Seconds of the entry.
    pub spent: i64,
    /// Seconds charged for them.
    pub charged: i64,
}
