//! The desk's file: made, looked at, checked, copied, and what people wrote taken out of it.

mod backup;
mod caches;
mod check;
mod finding;
mod init;
mod path;
mod redact;
mod restore;
mod seal;
mod stats;
mod tickets;
mod upgrade;

use super::list_fields::ListFields;

super::verbs! {
    /// What is done with the desk's file.
    DbVerbs {
        Init(init::DbInit),
        Path(path::DbPath),
        Stats(stats::DbStats),
        Check(check::DbCheck),
        Seal(seal::DbSeal),
        Redact(redact::DbRedact),
        Backup(backup::DbBackup),
        Restore(restore::DbRestore),
        Upgrade(upgrade::DbUpgrade),
    }
}

/// The fields of the lists.
pub(super) fn fields() -> Vec<ListFields> {
    vec![
        path::fields(),
        stats::fields(),
        check::fields(),
        seal::fields(),
    ]
}
