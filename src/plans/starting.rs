//! A file to start from: `plan new ID`.

/// A commented plan file of a vendor, which passes `plan check`.
///
/// ```
/// let text = sladesk::plans::starting_file("acme");
/// assert!(text.contains("vendor = \"acme\""));
/// ```
pub fn starting_file(vendor: &str) -> String {
    TEMPLATE.replace("VENDOR", vendor)
}

/// Whether a word can name a vendor, and so a file.
pub fn is_vendor(word: &str) -> bool {
    super::scalar::is_id(word)
}

const TEMPLATE: &str = r#"# A plan file: what one vendor sells. All keys: `sladesk plan keys`. Look it over with
# `sladesk plan check FILE`, look at it with `sladesk plan show FILE:standard`.
schema = 1
vendor = "VENDOR"
title  = "VENDOR support"
# source = "where the facts come from: a page, a contract"

# What stands outside [plans] holds for every plan; a plan says only what differs.
zone     = "open"                     # the contract's; or "Europe/Madrid", or "UTC+3"
holidays = []                         # closed days, by holiday set: ["spain"]
contacts = "open"                     # agreed at signing: `--set contacts=5`
term     = { length = "12 months", renews = "12 months" }
price    = { currency = "EUR", per = "month" }

[clause]                              # where the source says it, one line a key
# targets = "3.1"
# contacts = "2.4"

[priorities]                          # the most urgent first
p1 = { title = "Nothing works", aliases = ["1", "high"] }
p2 = { title = "Main functions fail, there is a way round", aliases = ["2", "medium"] }
p3 = { title = "The rest", aliases = ["3", "low"] }

[milestones.response]
met-by = ["acknowledged", "replied"]  # the first of these ends it
[milestones.resolution]
met-by    = ["resolved"]
paused-by = ["waiting-customer"]      # its clock stands still then; leave out to keep it running

[priority-changes]                    # the reasons for which a priority may be lowered
misjudged   = { title = "It never was of that priority", corrects = true }
workaround  = { title = "There is a way round now", from = ["p1"], to = ["p2", "p3"] }
unreachable = { title = "The customer is not reachable", to = "lower" }
on-demand   = { title = "The customer asks for it", by = "customer" }

[channels]
email  = "E-mail"
portal = "Portal"
phone  = "Phone"

[topics]
faults   = "Faults"
advice   = "Advice on functions"
training = { title = "Training", excluded = true }   # in no plan unless the contract adds it

[services]                            # shown and compared, never checked
report = "Quarterly report"

[plans.standard]
title    = "Standard"
hours    = "mon-fri 09:00-18:00"      # targets count in these hours
channels = ["email", "portal"]        # without a list: all of the file
services = []
price.amount = 100
targets.response   = { p1 = "4h", p2 = "1 business day", p3 = "2 business days" }
targets.resolution = "none"           # a promise knowingly not made
allowances.advice  = { title = "Advice", cases = 5, per = "contract-year", topics = ["advice"] }

[plans.premium]
title    = "Premium"
hours    = "around-the-clock"
business-days = "mon-fri"             # what "5 business days" is counted on
allow    = ["business-days"]          # a note of `plan check` that is known and accepted
price.amount = 400
targets.response   = { p1 = "30m", p2 = "2h", p3 = "8h" }
targets.resolution = { p1 = "8h", p2 = "3 business days", p3 = "10 business days" }

# Cases that hold this file to its word, run by `sladesk plan test FILE`.
[[cases]]
name  = "a critical fault on a Friday evening is answered by Monday noon"
plan  = "standard"
zone  = "Europe/Madrid"
open  = { at = "2026-03-06 17:00", priority = "p1" }
due   = { response = "2026-03-09 12:00" }
"#;
