//! Small plans with one of everything that a rule can hold against a request.

use crate::sandbox::Sandbox;

const PLANS: &str = r#"
schema = 1
vendor = "acid"
title = "Acid tests"
clause = "AC-0"
hours = "mon-fri 09:00-17:00"
zone = "UTC"
tickets-must-name = ["environment"]
term = { length = "12 months", renews = "12 months", notice = "30 days", clause = "AC-T" }
[priorities]
p1 = { title = "One", never-for = ["lab", "custom"], clause = "AC-P1" }
p2 = "Two"
[channels]
email = "E-mail"
phone = "Phone"
[topics]
general = "General"
dev = { title = "Development", only-for = "cert", clause = "AC-D" }
net = { title = "Networks", excluded = true, clause = "AC-N" }
[qualifications]
cert = { title = "Certified", at-most = 1, clause = "AC-Q" }
[environments]
prod = "Production"
lab = "Lab"
[components]
core = "Core"
custom = "Custom"
[milestones.response]
met-by = ["acknowledged", "replied"]
[milestones.resolution]
met-by = ["resolved"]
[targets]
response = "2h"
resolution = "16h"
[plans.small]
contacts = 2
channels = ["email"]
allowances.cases = { cases = 3, per = "contract-year", clause = "AC-A" }
[plans.big]
contacts = "unlimited"
allowances.cy = { cases = 2, per = "calendar-year", when-used-up = "warn", topics = ["general"] }
[plans.gaps]
contacts = "open"
targets = { response = { p1 = "open", p2 = "2h" }, resolution = "open" }
allowances.bank = { hours = "open", per = "term", when-used-up = { lapses = ["resolution"] } }
channels = "open"
topics = "open"
"#;

/// A desk with a customer on one of those plans and a contact, x@a.ex.
pub fn desk(plan: &str) -> Sandbox {
    let desk = Sandbox::new();
    desk.file("plans/acid.toml", PLANS);
    desk.done("sladesk db init --zone UTC");
    desk.done("sladesk customer add a --name A");
    desk.done(&format!(
        "sladesk --plans plans contract sign a {plan} --start 2026-10-01"
    ));
    desk.done("sladesk contact add a x@a.ex --name X --start 2026-10-01");
    desk
}
