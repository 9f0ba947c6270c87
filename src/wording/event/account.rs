//! What happened to a customer or to the desk, in a few words.

use crate::core::model::{AllowanceUnit, EventText, Fact};

/// What such an event says; of others, its kind. `whom`: the person whom it speaks of, else the
/// customer, as they are known by then.
pub(super) fn what(fact: &Fact, text: &EventText, whom: Option<&str>) -> String {
    let contact = || {
        let address = whom.or(text.email.as_deref());
        address.unwrap_or("a contact")
    };
    match fact {
        Fact::CustomerAdded(added) => format!("added {}", added.key),
        Fact::CustomerEdited(_) => match whom {
            Some(customer) => format!("edited {customer}"),
            None => "edited".to_owned(),
        },
        Fact::ContactAuthorised(_) => format!("authorised {}", contact()),
        Fact::ContactEdited(_) => format!("edited {}", contact()),
        Fact::ContactRevoked(_) => format!("revoked {}", contact()),
        Fact::ContractSigned(signed) => {
            format!("signed contract {} ({})", signed.contract, signed.plan)
        }
        Fact::ContractAmended(amended) => format!("amended contract {}", amended.contract),
        Fact::ContractRenewed(renewed) => {
            format!("renewed contract {} ({})", renewed.contract, renewed.plan)
        }
        Fact::ContractCancelled(ended) => format!("cancelled contract {}", ended.contract),
        Fact::AllowanceAdjusted(adjusted) => {
            let amount = by(adjusted.unit, adjusted.amount);
            let (allowance, contract) = (&adjusted.allowance, adjusted.contract);
            format!("adjusted {allowance} of contract {contract} by {amount}")
        }
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

/// With its sign: `+10h`, `-1 case`.
fn by(unit: AllowanceUnit, amount: i64) -> String {
    let sign = if amount < 0 { '-' } else { '+' };
    format!("{sign}{}", unit.shown(amount.abs()))
}
