//! What happened to a customer or to the desk, in a few words.

use crate::core::model::Fact;

/// What such an event says; of others, its kind.
pub(super) fn what(fact: &Fact) -> String {
    match fact {
        Fact::CustomerAdded(added) => format!("added {}", added.key),
        Fact::CustomerEdited(_) => "edited".to_owned(),
        Fact::ContactAuthorised(_) => "authorised a contact".to_owned(),
        Fact::ContactEdited(_) => "edited a contact".to_owned(),
        Fact::ContactRevoked(_) => "revoked a contact".to_owned(),
        Fact::ContractSigned(signed) => format!("signed {} ({})", signed.contract, signed.plan),
        Fact::ContractAmended(amended) => format!("amended contract {}", amended.contract),
        Fact::ContractRenewed(renewed) => {
            format!("renewed contract {} ({})", renewed.contract, renewed.plan)
        }
        Fact::ContractCancelled(ended) => format!("cancelled contract {}", ended.contract),
        Fact::AllowanceAdjusted(adjusted) => format!(
            "adjusted {} of contract {} by {:+}",
            adjusted.allowance, adjusted.contract, adjusted.amount
        ),
        Fact::Founded(founded) => format!("founded in {}", founded.zone),
        Fact::StaffAdded(staff) => format!("added {}", staff.key),
        Fact::StaffEdited(staff) => format!("edited {}", staff.key),
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
