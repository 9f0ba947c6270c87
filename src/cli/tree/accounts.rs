//! Customers, contacts, contracts and staff.

use clap::{Args, Subcommand};
use clap_complete::engine::ArgValueCandidates;

use super::groups::{List, Read, Text, Write};
use crate::cli::complete;

/// What is done to customers.
#[derive(Subcommand, Debug)]
pub(crate) enum Customer {
    Add(AddCustomer),
    List(ListCustomers),
    Show(ShowCustomer),
    Edit(EditCustomer),
}

/// What is done to contacts.
#[derive(Subcommand, Debug)]
pub(crate) enum Contact {
    Add(AddContact),
    List(ListContacts),
    Show(ShowContact),
    Edit(EditContact),
    Revoke(RevokeContact),
}

/// What is done to contracts.
#[derive(Subcommand, Debug)]
pub(crate) enum Contract {
    Sign(Sign),
    Amend(Amend),
    Renew(Renew),
    Cancel(Cancel),
    Adjust(Adjust),
    List(ListContracts),
    Show(ShowContract),
}

/// What is done to staff.
#[derive(Subcommand, Debug)]
pub(crate) enum Staff {
    Add(AddStaff),
    List(ListStaff),
    Edit(EditStaff),
}

/// What is said of a customer.
#[derive(Args, Debug, Default)]
pub(crate) struct CustomerFacts {
    /// As people read it
    #[arg(long, value_name = "N")]
    pub name: Option<String>,
    /// The language of its reports
    #[arg(long, value_name = "L")]
    pub language: Option<String>,
    /// Who looks after it
    #[arg(long, value_name = "STAFF")]
    pub account_manager: Option<String>,
    /// The engineer named for it
    #[arg(long, value_name = "STAFF")]
    pub engineer: Option<String>,
    /// Where it is
    #[arg(long, value_name = "ZONE", add = ArgValueCandidates::new(complete::zones))]
    pub zone: Option<String>,
}

/// Add a customer
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk customer add acme --name \"Acme Ltd\" --zone Europe/Madrid\n  sladesk customer add globex --name Globex --account-manager minh"
)]
pub(crate) struct AddCustomer {
    /// The word that names it from now on
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub facts: CustomerFacts,
    #[command(flatten)]
    pub write: Write,
}

/// List customers
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk customer list\n  sladesk customer list plan:creatio/business --sort name"
)]
pub(crate) struct ListCustomers {
    #[command(flatten)]
    pub list: List,
}

/// Show one page a customer
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk customer show acme")]
pub(crate) struct ShowCustomer {
    /// A customer
    #[arg(value_name = "CUSTOMER")]
    pub customer: String,
    #[command(flatten)]
    pub read: Read,
}

/// Edit what is said of a customer
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk customer edit acme --account-manager hoa")]
pub(crate) struct EditCustomer {
    /// A customer
    #[arg(value_name = "CUSTOMER")]
    pub customer: String,
    #[command(flatten)]
    pub facts: CustomerFacts,
    #[command(flatten)]
    pub write: Write,
}

/// What is said of a contact.
#[derive(Args, Debug, Default)]
pub(crate) struct ContactFacts {
    /// As people read it
    #[arg(long, value_name = "N")]
    pub name: Option<String>,
    /// Where to call
    #[arg(long, value_name = "PHONE")]
    pub phone: Option<String>,
    /// The language to write in
    #[arg(long, value_name = "L")]
    pub language: Option<String>,
    /// The first day on which he or she may ask
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub start: Option<String>,
    /// The last day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub end: Option<String>,
    /// What he or she is qualified for, and until when
    #[arg(long, value_name = "WHAT[=DAY]")]
    pub qualification: Vec<String>,
    /// Whose seat this person takes on the same day
    #[arg(long, value_name = "CONTACT")]
    pub replaces: Option<String>,
}

/// Authorise a person to ask
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contact add acme dana@acme.example --name \"Dana Ruiz\"\n  sladesk contact add acme eva@acme.example --name \"Eva Roth\" --replaces bob@acme.example\n  sladesk contact add acme luis@acme.example --name \"Luis Soto\" --qualification certified-developer=2027-06-30"
)]
pub(crate) struct AddContact {
    /// A customer
    #[arg(value_name = "CUSTOMER")]
    pub customer: String,
    /// The address he or she asks from
    #[arg(value_name = "EMAIL")]
    pub email: String,
    #[command(flatten)]
    pub facts: ContactFacts,
    /// The only contract that covers him or her; without it all of the customer's do
    #[arg(long, value_name = "CONTRACT")]
    pub contract: Option<String>,
    #[command(flatten)]
    pub write: Write,
}

/// List contacts
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contact list customer:acme\n  sladesk contact list end:..eom -f csv"
)]
pub(crate) struct ListContacts {
    #[command(flatten)]
    pub list: List,
}

/// Show one page a contact
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk contact show dana@acme.example")]
pub(crate) struct ShowContact {
    /// A contact
    #[arg(value_name = "CONTACT")]
    pub contact: String,
    #[command(flatten)]
    pub read: Read,
}

/// Edit what is said of a contact
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contact edit dana@acme.example --phone \"+34 600 000 000\"\n  sladesk contact edit dana@acme.example --email d.ruiz@acme.example"
)]
pub(crate) struct EditContact {
    /// A contact
    #[arg(value_name = "CONTACT")]
    pub contact: String,
    /// The address he or she asks from now on
    #[arg(long, value_name = "EMAIL")]
    pub email: Option<String>,
    #[command(flatten)]
    pub facts: ContactFacts,
    #[command(flatten)]
    pub write: Write,
}

/// Revoke: he or she may ask no more
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contact revoke bob@acme.example\n  sladesk contact revoke bob@acme.example --end 2026-12-31 -m \"leaves Acme\""
)]
pub(crate) struct RevokeContact {
    /// A contact
    #[arg(value_name = "CONTACT")]
    pub contact: String,
    /// The last day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub end: Option<String>,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Sign a contract; the terms are frozen
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open\n  sladesk contract sign acme csd-group/elite --start 2026-10-01 --set contacts=5"
)]
pub(crate) struct Sign {
    /// A customer
    #[arg(value_name = "CUSTOMER")]
    pub customer: String,
    /// A plan: `vendor/plan`
    #[arg(value_name = "PLAN")]
    pub plan: String,
    /// The first day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub start: Option<String>,
    /// The last day; by the plan when nothing is said
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub end: Option<String>,
    /// The zone of the contract
    #[arg(long, value_name = "ZONE", add = ArgValueCandidates::new(complete::zones))]
    pub zone: Option<String>,
    /// The region, where the plan has several
    #[arg(long, value_name = "REGION")]
    pub region: Option<String>,
    /// What is agreed, by the path of the plan file; may be given again
    #[arg(long, value_name = "KEY=VALUE")]
    pub set: Vec<String>,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Amend: other terms for tickets opened from a day on
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contract amend 3 --start 2027-01-01 --set targets.response.high=30m\n  sladesk contract amend acme --start 2026-09-01 --set contacts=10 --open-tickets keep -n"
)]
pub(crate) struct Amend {
    /// Its id, or the customer when one is in force
    #[arg(value_name = "CONTRACT")]
    pub contract: String,
    /// The first day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub start: String,
    /// What is agreed, by the path of the plan file; may be given again
    #[arg(long, value_name = "KEY=VALUE", required = true)]
    pub set: Vec<String>,
    /// keep or repin; needed when dated back
    #[arg(long, value_name = "HOW", add = ArgValueCandidates::new(complete::open_tickets))]
    pub open_tickets: Option<String>,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Renew: it goes on, perhaps on another plan
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contract renew acme\n  sladesk contract renew acme creatio/premium --start 2027-10-01"
)]
pub(crate) struct Renew {
    /// Its id, or the customer when one is in force
    #[arg(value_name = "CONTRACT")]
    pub contract: String,
    /// Another plan
    #[arg(value_name = "PLAN")]
    pub plan: Option<String>,
    /// The first day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub start: Option<String>,
    /// The last day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub end: Option<String>,
    /// What is agreed, by the path of the plan file; may be given again
    #[arg(long, value_name = "KEY=VALUE")]
    pub set: Vec<String>,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Cancel: it ends
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contract cancel acme --end 2026-12-31 -m \"moves to Globex\""
)]
pub(crate) struct Cancel {
    /// Its id, or the customer when one is in force
    #[arg(value_name = "CONTRACT")]
    pub contract: String,
    /// The last day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub end: Option<String>,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// Adjust what is left of an allowance
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contract adjust acme support-hours +10h -m \"invoice 1042\"\n  sladesk contract adjust 3 citizen-developer +2"
)]
pub(crate) struct Adjust {
    /// Its id, or the customer when one is in force
    #[arg(value_name = "CONTRACT")]
    pub contract: String,
    /// An allowance of the plan
    #[arg(value_name = "ALLOWANCE")]
    pub allowance: String,
    /// With its sign: `+5`, `-2h`
    #[arg(value_name = "AMOUNT", allow_hyphen_values = true)]
    pub amount: String,
    #[command(flatten)]
    pub text: Text,
    #[command(flatten)]
    pub write: Write,
}

/// List contracts
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contract list\n  sladesk contract list end:..eoy --sort end"
)]
pub(crate) struct ListContracts {
    #[command(flatten)]
    pub list: List,
}

/// Show one page a contract
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk contract show acme\n  sladesk contract show 3 -f json"
)]
pub(crate) struct ShowContract {
    /// Its id, or the customer when one is in force
    #[arg(value_name = "CONTRACT")]
    pub contract: String,
    #[command(flatten)]
    pub read: Read,
}

/// What is said of somebody.
#[derive(Args, Debug, Default)]
pub(crate) struct StaffFacts {
    /// As people read it
    #[arg(long, value_name = "N")]
    pub name: Option<String>,
    /// Where to write
    #[arg(long, value_name = "E")]
    pub email: Option<String>,
    /// A support line; may be given again
    #[arg(long, value_name = "L")]
    pub line: Vec<String>,
}

/// Add somebody to the desk
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk staff add minh --name \"Minh Tran\" --line first")]
pub(crate) struct AddStaff {
    /// The word that names him or her from now on
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub facts: StaffFacts,
    #[command(flatten)]
    pub write: Write,
}

/// List the people of the desk
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  sladesk staff list")]
pub(crate) struct ListStaff {
    #[command(flatten)]
    pub list: List,
}

/// Edit what is said of somebody
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  sladesk staff edit minh --line first --line second\n  sladesk staff edit minh --end 2026-12-31"
)]
pub(crate) struct EditStaff {
    /// A staff id
    #[arg(value_name = "ID")]
    pub id: String,
    #[command(flatten)]
    pub facts: StaffFacts,
    /// The last day
    #[arg(long, value_name = "DAY", allow_hyphen_values = true)]
    pub end: Option<String>,
    #[command(flatten)]
    pub write: Write,
}
