//! Verbs of tickets.

use clap::Args;
use clap_complete::engine::ArgValueCandidates;

use super::groups::{About, Named, Read, Request, Text, Worked, Write};
use crate::cli::complete;

/// Open a ticket against a contract
///
/// The contract is asked first: who may ask, through what, about what, how often. A refusal names
/// its clause and what would be allowed (exit 3).
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk open dana@acme.example \"Nobody can log in\" -p high -c phone\n  sladesk open acme \"Export fails\" --contact luis@acme.example -p low -c email -F mail.txt\n  sladesk open acme \"A favour\" -p low --override topic -m \"agreed with Eva\" -n"
)]
pub(crate) struct Open {
    /// A contact (e-mail), a customer or a contract
    #[arg(value_name = "WHO")]
    pub who: String,
    /// What is wrong, in one line
    #[arg(value_name = "SUBJECT", allow_hyphen_values = true)]
    pub subject: String,
    #[command(flatten)]
    pub request: Request,
    /// A tag; may be given again
    #[arg(long, value_name = "T")]
    pub tag: Vec<String>,
    /// Who takes it
    #[arg(long, value_name = "STAFF")]
    pub assignee: Option<String>,
    /// Acknowledge it at once
    #[arg(long)]
    pub ack: bool,
    /// Forgive the refusal of these rules; needs a text
    #[arg(long, value_name = "RULE,...", value_delimiter = ',')]
    pub r#override: Vec<String>,
    /// Keep a refused request as refused
    #[arg(long, conflicts_with = "override")]
    pub refuse: bool,
    #[command(flatten)]
    pub worked: Worked,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Show one page a ticket: who, what, clocks, timeline
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk show 4711\n  sladesk 4711\n  sladesk show 4711 -f json --as-of yesterday"
)]
pub(crate) struct Show {
    #[command(flatten)]
    pub about: About,
    #[command(flatten)]
    pub read: Read,
}

/// List tickets, newest first; words search
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk list customer:acme state:active\n  sladesk list printer -L 10\n  sladesk list \"clock:response.breached\" -f csv -o breaches.csv"
)]
pub(crate) struct ListTickets {
    #[command(flatten)]
    pub list: super::groups::List,
}

/// Acknowledge, and confirm the priority
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk ack 4711\n  sladesk ack 4711 -p high -m \"We are on it\"\n  sladesk ack @free -y"
)]
pub(crate) struct Ack {
    #[command(flatten)]
    pub about: About,
    /// The priority, when it is another
    #[arg(short, long, value_name = "P")]
    pub priority: Option<String>,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Reply to the customer; meets a response
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk reply 4711 -m \"Fixed in 8.3\"\n  sladesk reply 4711 -e -w 20m\n  sladesk reply 4711 -F answer.txt --at 14:00"
)]
pub(crate) struct Reply {
    #[command(flatten)]
    pub about: About,
    #[command(flatten)]
    pub worked: Worked,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Enter what the customer said; ends a wait for him or her
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk receive 4711 -m \"It works now\"\n  sladesk receive 4711 -c phone --contact luis@acme.example -m \"Still broken\""
)]
pub(crate) struct Receive {
    #[command(flatten)]
    pub about: About,
    /// Who said it
    #[arg(long, value_name = "PERSON")]
    pub contact: Option<String>,
    /// How
    #[arg(short, long, value_name = "CHANNEL")]
    pub channel: Option<String>,
    #[command(flatten)]
    pub worked: Worked,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Write a note for the desk only
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk note 4711 -m \"Same as 4690?\"\n  sladesk note 4711 -F - -w 1h"
)]
pub(crate) struct Note {
    #[command(flatten)]
    pub about: About,
    #[command(flatten)]
    pub worked: Worked,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Wait for the customer, the vendor or a third party
///
/// The text goes to the customer. Clocks stand still where the plan says so.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk wait 4711 customer -m \"Which version is it?\"\n  sladesk wait 4711 vendor --until \"fri 9am\"\n  sladesk wait 4711 third-party -m \"The provider looks into it\""
)]
pub(crate) struct Wait {
    #[command(flatten)]
    pub about: About,
    /// customer, vendor or third-party
    #[arg(value_name = "ON", add = ArgValueCandidates::new(complete::waiting_on))]
    pub on: Option<String>,
    /// When to look again
    #[arg(long, value_name = "INSTANT", allow_hyphen_values = true)]
    pub until: Option<String>,
    #[command(flatten)]
    pub worked: Worked,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// End a wait without a message
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk resume 4711\n  sladesk resume 4711 -m \"The vendor has a fix\""
)]
pub(crate) struct Resume {
    #[command(flatten)]
    pub about: About,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Assign to somebody; to me when nobody is named
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk assign 4711\n  sladesk assign 4711 minh\n  sladesk assign \"assignee:hoa state:active\" nobody"
)]
pub(crate) struct Assign {
    #[command(flatten)]
    pub about: About,
    /// A staff id; `nobody` frees
    #[arg(value_name = "STAFF")]
    pub staff: Option<String>,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Escalate to a support line; the next when none is named
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk escalate 4711\n  sladesk escalate 4711 \"second line\" -m \"needs a developer\""
)]
pub(crate) struct Escalate {
    #[command(flatten)]
    pub about: About,
    /// A support line of the plan
    #[arg(value_name = "LINE")]
    pub line: Option<String>,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Show what the priority is, was and may become; or change it
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk priority 4711\n  sladesk priority 4711 high\n  sladesk priority 4711 low --reason customer-request -m \"Dana asked\""
)]
pub(crate) struct Priority {
    #[command(flatten)]
    pub about: About,
    /// The new priority; the same one confirms it
    #[arg(value_name = "P")]
    pub to: Option<String>,
    /// The reason, in the words of the plan
    #[arg(long, value_name = "CODE", requires = "to")]
    pub reason: Option<String>,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Agree a target for this ticket alone
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk agree 4711 resolution 3bd\n  sladesk agree 4711 resolution \"2 calendar days\" -m \"with Dana, by phone\""
)]
pub(crate) struct Agree {
    #[command(flatten)]
    pub about: About,
    /// A milestone that the plan calls negotiable
    #[arg(value_name = "MILESTONE")]
    pub milestone: String,
    /// How long it may take
    #[arg(value_name = "DURATION")]
    pub within: String,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Say when it will be done
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk eta 4711 \"fri 16:00\" --told dana@acme.example\n  sladesk eta 4711 tomorrow"
)]
pub(crate) struct Eta {
    #[command(flatten)]
    pub about: About,
    /// When
    #[arg(value_name = "INSTANT", allow_hyphen_values = true)]
    pub instant: String,
    /// To whom it was said
    #[arg(long, value_name = "PERSON")]
    pub told: Option<String>,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Book time; -DURATION takes it back
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk work 4711 45m\n  sladesk work 4711 2h --charge 0m -m \"goodwill\"\n  sladesk work 4711 -30m -m \"booked twice\""
)]
pub(crate) struct Work {
    #[command(flatten)]
    pub about: About,
    /// How long; with a hyphen in front it is taken back
    #[arg(value_name = "DURATION", allow_hyphen_values = true)]
    pub spent: String,
    /// What the allowance is charged, when it is not what was spent
    #[arg(long, value_name = "DURATION", allow_hyphen_values = true)]
    pub charge: Option<String>,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Apply an exclusion of the plan; clocks are cancelled
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk exempt 4711 misuse -m \"see the attached log\"")]
pub(crate) struct Exempt {
    #[command(flatten)]
    pub about: About,
    /// An exclusion of the plan
    #[arg(value_name = "GROUND")]
    pub ground: String,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Say why a breach happened, for the report
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk cause 4711 response -m \"nobody on call\"\n  sladesk cause 4711 --code staffing"
)]
pub(crate) struct Cause {
    #[command(flatten)]
    pub about: About,
    /// Which; the breached one when there is one only
    #[arg(value_name = "MILESTONE")]
    pub milestone: Option<String>,
    /// A word of your own, to count by
    #[arg(long, value_name = "CODE")]
    pub code: Option<String>,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Resolve: the desk considers it done
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk resolve 4711 -m \"Fixed in 8.3\"\n  sladesk resolve 4711,4712 -w 10m"
)]
pub(crate) struct Resolve {
    #[command(flatten)]
    pub about: About,
    #[command(flatten)]
    pub worked: Worked,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Reopen: it was not done after all
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk reopen 4711 -m \"Dana sees it again\"")]
pub(crate) struct Reopen {
    #[command(flatten)]
    pub about: About,
    #[command(flatten)]
    pub worked: Worked,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Close: it is over
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk close 4711\n  sladesk close 4711 --as duplicate -m \"of 4690\"\n  sladesk close \"state:resolved resolved:..-14d\" --yes"
)]
pub(crate) struct Close {
    #[command(flatten)]
    pub about: About,
    /// done, withdrawn, duplicate or spam
    #[arg(long = "as", value_name = "HOW", add = ArgValueCandidates::new(complete::closed_as))]
    pub r#as: Option<String>,
    #[command(flatten)]
    pub worked: Worked,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Edit what the ticket names
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk edit 4711 --subject \"Login fails with SSO\"\n  sladesk edit 4711 --tag vip --untag new\n  sladesk edit 4711 -t interface --version 8.3"
)]
pub(crate) struct Edit {
    #[command(flatten)]
    pub about: About,
    /// What is wrong, in one line
    #[arg(long, value_name = "S", allow_hyphen_values = true)]
    pub subject: Option<String>,
    /// What it is about
    #[arg(short, long, value_name = "TOPIC")]
    pub topic: Option<String>,
    #[command(flatten)]
    pub named: Named,
    /// Who asked
    #[arg(long, value_name = "PERSON")]
    pub contact: Option<String>,
    /// A tag to add; may be given again
    #[arg(long, value_name = "T")]
    pub tag: Vec<String>,
    /// A tag to take off; may be given again
    #[arg(long, value_name = "T")]
    pub untag: Vec<String>,
    #[command(flatten)]
    pub write: Write,
}

/// Link to another ticket
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk link 4711 4690\n  sladesk link 4711 4690 --as caused-by\n  sladesk link 4711 4690 --remove"
)]
pub(crate) struct Link {
    #[command(flatten)]
    pub about: About,
    /// The other ticket
    #[arg(value_name = "OTHER")]
    pub other: String,
    /// What one is to the other
    #[arg(long = "as", value_name = "KIND")]
    pub r#as: Option<String>,
    /// Take the link away
    #[arg(long)]
    pub remove: bool,
    #[command(flatten)]
    pub write: Write,
}

/// Merge: it goes on as another ticket
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk merge 4712 4711 -m \"the same outage\"")]
pub(crate) struct Merge {
    #[command(flatten)]
    pub about: About,
    /// The ticket that goes on
    #[arg(value_name = "INTO")]
    pub into: String,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Move to the customer or contract it belongs to
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk move 4711 globex -m \"Dana works there now\"")]
pub(crate) struct Move {
    #[command(flatten)]
    pub about: About,
    /// A customer or a contract
    #[arg(value_name = "CUSTOMER|CONTRACT")]
    pub to: String,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}
