//! A desk as it grows, for the examples of the help: each command makes sense from some stage on.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::terminal::{Place, typed};

/// How far a desk has come; each stage has all that the ones before it have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// An empty folder.
    Nothing,
    /// A desk, and nobody in it.
    Founded,
    /// Its own people.
    Staffed,
    /// Customers without contracts.
    Known,
    /// Contracts, and one contact.
    Signed,
    /// Tickets of last month and of today, and the files that examples name.
    Working,
}

/// What makes each stage of the one before it.
const STAGES: [(Stage, &str); 6] = [
    (Stage::Nothing, "mkdir -p .config/fish/completions"),
    (
        Stage::Founded,
        r#"
export SLADESK_NOW=2026-01-05T08:00:00Z
sladesk db init --zone Europe/Madrid
"#,
    ),
    (
        Stage::Staffed,
        r#"
export SLADESK_NOW=2026-01-05T08:00:00Z
sladesk staff add minh --name "Minh Tran" --line first
sladesk staff add hoa --name "Hoa Le" --line second
"#,
    ),
    (
        Stage::Known,
        r#"
export SLADESK_NOW=2026-01-05T08:00:00Z
sladesk customer add acme --name "Acme Ltd"
for customer in globex initech hooli umbrella
do sladesk customer add $customer --name $customer; done
"#,
    ),
    (
        Stage::Signed,
        r#"
export SLADESK_NOW=2026-01-05T08:00:00Z
sladesk contract sign acme creatio/business --start 2026-01-01 --zone UTC+1 --set targets.response.low=open
sladesk contract sign globex csd-group/elite --set contacts=5 --set channels=phone,email,portal
sladesk contract sign initech creatio/basic --zone UTC+1 --set targets.response.low=open
sladesk contract sign hooli bpmonline/premium --set contacts=5 --set calendars.working-days.holidays=none
sladesk contract sign umbrella suitecrm/dedicated --zone Europe/London --set contacts=5 \
    --set channels=email,portal,phone --set "hours=mon-fri 09:00-17:30" --set targets.response=4h \
    --set targets.resolution=3bd --set allowances.support-hours.hours=10h
sladesk contact add acme bob@acme.example --name "Bob Lee"
"#,
    ),
    (
        Stage::Working,
        r#"
export SLADESK_NOW=2026-01-05T09:00:00Z
sladesk contact add acme dana@acme.example --name "Dana Ruiz"
sladesk contact add acme luis@acme.example --name "Luis Soto"
sladesk contact add hooli gina@hooli.example --name Gina
sladesk contact add umbrella ada@umbrella.example --name Ada
export SLADESK_NOW=2026-09-28T08:00:00Z
sladesk open dana@acme.example "The export hangs" -p medium -c email
sladesk open dana@acme.example "The printer prints twice" -p medium -c email
sladesk resolve 2 -m "Fixed"
export SLADESK_NOW=2026-10-13T08:00:00Z
sladesk open dana@acme.example "Nobody can log in" -p medium -c phone
export SLADESK_NOW=2026-10-14T10:30:00Z
sladesk open luis@acme.example "Nobody can log in here either" -p medium -c phone
sladesk open gina@hooli.example "The report is wrong" -p p3 -c email -t faults
sladesk open ada@umbrella.example "Odd" -p s2 -c phone -t errors --version 8.1 \
    --environment laboratory --component product
sladesk open dana@acme.example "A colour is wrong" -p medium -c email
sladesk wait 7 vendor
sladesk open dana@acme.example "Printer offline" -p medium -c email
sladesk resolve 8
sladesk open dana@acme.example "All is slow" -p high -c phone
sladesk open dana@acme.example "All is slow too" -p medium -c phone
sladesk link 10 1
sladesk work 3 1h
sladesk db backup old.db
sladesk export > desk.jsonl
mkdir -p plans backup reports
cat > tickets.csv <<'END'
Id,Requester,Requester email,Assignee,Subject,Tags,Status,Priority,Via,Created at,Updated at,Assigned at,Organization,Due date,Solved at,First reply time in minutes
101,Dana Ruiz,dana@acme.example,Minh Tran,Printer on fire,printer,Solved,High,Mail,2026-10-12 09:00:00 +0000,2026-10-12 12:00:00 +0000,2026-10-12 09:05:00 +0000,globex,,2026-10-12 12:00:00 +0000,20
END
echo "The mail" > mail.txt
echo "The answer" > answer.txt
sladesk plan new ours | sed s/premium/gold/ > plans/ours.toml
printf '#!/bin/sh\necho "on it" > "$1"\n' > edit.sh
chmod +x edit.sh
cat > incidents.csv <<'END'
number,incident_state,sys_updated_at,opened_at,priority,contact_type,assigned_to,category,subcategory,u_symptom,impact,urgency
INC0001,New,12/10/2026 09:00,12/10/2026 09:00,3 - Moderate,Phone,minh,Mail,Quota,Full,2 - Medium,2 - Medium
INC0001,Closed,12/10/2026 15:00,12/10/2026 09:00,3 - Moderate,Phone,minh,Mail,Quota,Full,2 - Medium,2 - Medium
END
cat > ours.toml <<'END'
name = "ourtool"
[columns]
ticket = "case"
at = "changed"
priority = "prio"
subject = ["title"]
[times]
format = "rfc3339"
[priority]
"urgent" = "high"
[defaults]
channel = "email"
END
printf 'case,changed,prio,title\nA-1,2026-10-12T09:00:00Z,urgent,Down\n' | gzip > log.csv.gz
printf 'email,name\neva@acme.example,Eva Roth\n' > people.csv
printf 'Mail,Person\neva@acme.example,Eva Roth\n' > crm.csv
printf 'First Name,E-mail Address,Company\nEva,eva@acme.example,Acme SA\n' > outlook.csv
printf 'name = "crm"\n[columns]\nemail = "Mail"\nname = "Person"\n' > crm.toml
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 BEGIN:VEVENT UID:1 'DTSTART;VALUE=DATE:20261224' \
    'SUMMARY:Company outing' END:VEVENT END:VCALENDAR > company.ics
mkdir acting
cat > acting/kuma.toml <<'END'
schema = 1
vendor = "kuma"
hours = "mon-fri 09:00-17:00"
zone = "Europe/Madrid"
priorities.p1 = "High"
channels.email = "E-mail"
acts.workaround = "Workaround given"
milestones.workaround.met-by = ["workaround", "resolved"]
plans.gold.targets.workaround = "4h"
END
sladesk customer add stark --name Stark
sladesk --plans acting contract sign stark kuma/gold --start 2026-01-01
sladesk contact add stark tony@stark.example --name Tony
sladesk --plans acting open tony@stark.example "The night run stops" -p p1 -c email
sladesk --plans acting open tony@stark.example "The day run stops" -p p1 -c email
sladesk mark 12 workaround
"#,
    ),
];

/// A desk at every stage, each in a folder of its own.
pub struct Desks {
    root: TempDir,
}

impl Desks {
    /// Makes them, one out of the other.
    pub fn new() -> Desks {
        let root = tempfile::tempdir().expect("a folder for the test");
        let desks = Desks { root };
        let mut before: Option<PathBuf> = None;
        for (stage, script) in STAGES {
            let folder = desks.folder(stage);
            match &before {
                None => std::fs::create_dir(&folder).expect("a folder for the stage"),
                Some(before) => copied(before, &folder),
            }
            let commands = [format!("set -e\n{script}")];
            let place = Place::at(&folder, "2026-01-05T08:00:00Z");
            let seen = typed(&place, &commands, |_, _| String::new());
            assert_eq!(seen[0].status, 0, "{stage:?}: {}", seen[0].shown);
            before = Some(folder);
        }
        desks
    }

    fn folder(&self, stage: Stage) -> PathBuf {
        self.root.path().join(format!("{stage:?}"))
    }

    /// A copy of the desk at that stage.
    pub fn at(&self, stage: Stage, name: &str) -> PathBuf {
        let folder = self.root.path().join(name);
        copied(&self.folder(stage), &folder);
        folder
    }
}

fn copied(from: &Path, to: &Path) {
    let copied = Command::new("cp").arg("-R").arg(from).arg(to).status();
    assert!(copied.is_ok_and(|status| status.success()), "{from:?}");
}
