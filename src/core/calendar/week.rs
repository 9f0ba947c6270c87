//! Weekly hours as people write them: `mon-fri 09:00-18:00`.

use serde::{Deserialize, Serialize};

/// Opening intervals of each weekday, Monday first, in seconds of the local day; sorted, disjoint.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Week(pub [Vec<(u32, u32)>; 7]);
