//! What the fold remarks of an event that means nothing where it stands.

use serde::{Deserialize, Serialize};

use crate::core::model::{ContactId, ContractId};

/// Why an event of a customer means nothing where it stands: a code with its parameters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", content = "parameters", rename_all = "kebab-case")]
pub enum AccountRemark {
    /// The customer was added before.
    AlreadyAdded,
    /// The contact has no seat that could end then.
    NoSeatToEnd {
        /// Who.
        contact: ContactId,
    },
    /// The contact held no seat then.
    HeldNoSeat {
        /// Who.
        contact: ContactId,
    },
    /// The contact was never named.
    NeverNamed {
        /// Who.
        contact: ContactId,
    },
    /// The contract was signed before.
    AlreadySigned {
        /// Which.
        contract: ContractId,
    },
    /// The contract was never signed.
    NeverSigned {
        /// Which.
        contract: ContractId,
    },
    /// The contract was over by then.
    OverByThen,
}
