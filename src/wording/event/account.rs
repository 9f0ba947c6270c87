//! What happened to a customer or to the desk, in a few words.

use crate::context::WriteMode;
use crate::core::model::Fact;

/// What becomes of somebody or something: one word for the event and for the write that makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AccountAct {
    Added,
    Edited,
    Authorised,
    Revoked,
    Signed,
    Amended,
    Renewed,
    Cancelled,
    Adjusted,
}

impl AccountAct {
    fn word(self) -> &'static str {
        match self {
            AccountAct::Added => "added",
            AccountAct::Edited => "edited",
            AccountAct::Authorised => "authorised",
            AccountAct::Revoked => "revoked",
            AccountAct::Signed => "signed",
            AccountAct::Amended => "amended",
            AccountAct::Renewed => "renewed",
            AccountAct::Cancelled => "cancelled",
            AccountAct::Adjusted => "adjusted",
        }
    }
}

/// What a write did: `acme added`, or `acme would be added`.
pub(crate) fn done(mode: WriteMode, what: &str, act: AccountAct) -> String {
    let word = act.word();
    match mode {
        WriteMode::ForReal => format!("{what} {word}"),
        WriteMode::DryRun => format!("{what} would be {word}"),
    }
}

/// What such an event says; of others, its kind.
pub(super) fn what(fact: &Fact) -> String {
    match fact {
        Fact::CustomerAdded(added) => of(AccountAct::Added, &added.key),
        Fact::CustomerEdited(_) => AccountAct::Edited.word().to_owned(),
        Fact::ContactAuthorised(_) => of(AccountAct::Authorised, "a contact"),
        Fact::ContactEdited(_) => of(AccountAct::Edited, "a contact"),
        Fact::ContactRevoked(_) => of(AccountAct::Revoked, "a contact"),
        Fact::ContractSigned(signed) => {
            let what = format!("{} ({})", signed.contract, signed.plan);
            of(AccountAct::Signed, &what)
        }
        Fact::ContractAmended(amended) => of(
            AccountAct::Amended,
            &format!("contract {}", amended.contract),
        ),
        Fact::ContractRenewed(renewed) => {
            let what = format!("contract {} ({})", renewed.contract, renewed.plan);
            of(AccountAct::Renewed, &what)
        }
        Fact::ContractCancelled(ended) => of(
            AccountAct::Cancelled,
            &format!("contract {}", ended.contract),
        ),
        Fact::AllowanceAdjusted(adjusted) => {
            let what = format!(
                "{} of contract {} by {:+}",
                adjusted.allowance, adjusted.contract, adjusted.amount
            );
            of(AccountAct::Adjusted, &what)
        }
        Fact::Founded(founded) => format!("founded in {}", founded.zone),
        Fact::StaffAdded(staff) => of(AccountAct::Added, &staff.key),
        Fact::StaffEdited(staff) => of(AccountAct::Edited, &staff.key),
        Fact::DaysAdopted(days) => format!("adopted the holidays {}", days.name),
        Fact::ZoneAdopted(zone) => {
            format!("adopted the rules of {} ({})", zone.name, zone.version)
        }
        Fact::Imported(import) => format!("imported {} rows of {}", import.rows, import.source),
        Fact::Redacted(redacted) => format!("redacted event {}", redacted.event),
        Fact::CopiedTo(copied) => format!("copied to {}", copied.place),
        other => other.kind().replace('-', " "),
    }
}

fn of(act: AccountAct, what: &str) -> String {
    format!("{} {what}", act.word())
}
