//! Roles of the server, as docs/hosts.md grants them: who may read, who may add, and that none of
//! them may change the past.

use crate::desk_in;
use crate::sandbox::{Ran, Sandbox, sources};
use crate::test_server::{ServerDatabase, server};

const PLAN: &str = r#"
schema = 1
vendor = "own"
zone = "UTC"
holidays = ["company"]
hours = "mon-fri 08:00-18:00"
lines = ["First line", "Second line"]
priorities = { p1 = "Critical", p2 = "Normal" }
channels = { email = "E-mail", phone = "Phone" }
topics = { faults = "Faults", advice = "Advice" }
milestones.response = { met-by = ["replied"] }
milestones.resolution = { met-by = ["resolved"], paused-by = ["waiting-customer"] }
exclusions.misuse = "Misuse"
plans.std.targets.response = { p1 = "1h", p2 = "4h" }
plans.std.targets.resolution = { p1 = "8h", p2 = "3bd" }
"#;

const DAYS: &str = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261224\nSUMMARY:Day\n\
                    END:VEVENT\nEND:VCALENDAR\n";

/// Whatever may be written.
const WRITES: &[&str] = &[
    "import holidays company.ics --name company",
    "staff add ann --name Ann --line \"First line\"",
    "staff edit ann --email ann@desk.example",
    "customer add gum --name Gum",
    "customer edit gum --account-manager ann",
    "--plans plans contract sign acme own/std",
    "--plans plans contract sign gum own/std",
    "contact add acme dana@acme.example --name Dana",
    "contact edit dana@acme.example --name \"Dana D\"",
    "import contacts people.csv --customer gum",
    "open dana@acme.example \"Printer\" -p p2 -c email -t faults --tag vip",
    "open dana@acme.example \"Login\" -p p1 -c phone",
    "open gus@gum.example \"Slow\" -p p2 -c email",
    "reply 1 -m \"on it\"",
    "note 1 -m \"a word about it\"",
    "wait 1 customer -m which",
    "receive 1 -m this",
    "assign 1 ann",
    "escalate 2 -m more",
    "priority 1 p1",
    "work 1 20m",
    "edit 1 -t advice --subject \"Printer again\" --untag vip --tag slow",
    "exempt 3 misuse -m why",
    "resolve 1 -m done",
    "reopen 1",
    "merge 2 1",
    "undo",
    "move 2 gum -m moved",
    "close 3",
    "contract amend acme --start 2026-10-15 --set targets.response.p1=50m",
    "contact revoke dana@acme.example",
    "db redact 15 -m law -y",
    "db redact gus@gum.example -m law -y",
];

const READS: &[&str] = &[
    "overdue",
    "next",
    "list -f json",
    "list printer",
    "show 1-3",
    "explain 1",
    "log -f json",
    "customer list",
    "contact list",
    "contract list",
    "staff list",
    "customer show acme",
    "report sla --period 2026-10",
    "report quarterly --period 2026Q4",
    "report breaches --period 2026-10",
    "db stats -f json",
    "db check",
    "db seal",
    "export",
];

/// What would change the past, or what says that it is a desk.
const CHANGES: &[&str] = &[
    "UPDATE event SET at = 0",
    "DELETE FROM event",
    "TRUNCATE event CASCADE",
    "UPDATE entry SET actor = 'somebody'",
    "DELETE FROM entry",
    "UPDATE desk SET id = 'another'",
    "UPDATE desk SET version = version",
    "DELETE FROM desk",
    "UPDATE content SET body = ''",
    "DELETE FROM content",
    "DELETE FROM prose",
    "UPDATE prose SET body = 'other'",
    "UPDATE prose SET event = 1",
    "UPDATE stamp SET version = 0",
    "DELETE FROM stamp",
    "INSERT INTO stamp VALUES (1, 1)",
    "DROP TRIGGER event_kept ON event",
    "ALTER TABLE event DISABLE TRIGGER ALL",
    "DROP TABLE event CASCADE",
    "CREATE TABLE mine (a bigint)",
    "CREATE OR REPLACE FUNCTION refused() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "SET session_replication_role = replica",
];

/// The rights that docs/hosts.md grants.
fn granted() -> String {
    let page = std::fs::read_to_string(sources().join("docs/hosts.md")).expect("the page is there");
    let shown = page.lines().filter_map(|line| line.strip_prefix("    "));
    let mut sql = shown
        .skip_while(|line| !line.starts_with("GRANT"))
        .peekable();
    let mut kept = String::new();
    while let Some(line) = sql.next_if(|line| line.starts_with(['G', 'R', ' '])) {
        kept.push_str(line);
        kept.push('\n');
    }
    assert_eq!(kept.matches("GRANT").count(), 7, "{kept}");
    kept
}

fn as_role(sandbox: &Sandbox, database: &ServerDatabase<'_>, role: &str, line: &str) -> Ran {
    let address = database.address().replace("sladesk@", &format!("{role}@"));
    sandbox.run(&format!("sladesk --db {address} {line}"))
}

#[test]
fn a_role_may_do_what_it_was_granted_and_none_may_change_the_past() {
    let Some(server) = server() else { return };
    let database = ServerDatabase::new(server);
    let sandbox = desk_in(&database);
    sandbox.file("plans/own.toml", PLAN);
    sandbox.file("company.ics", DAYS);
    sandbox.file("people.csv", "email,name\ngus@gum.example,Gus\n");
    assert!(database.runs("CREATE ROLE wall LOGIN; CREATE ROLE agents LOGIN"));
    let stranger = as_role(&sandbox, &database, "wall", "overdue");
    assert_eq!(stranger.status, 6, "{stranger}");
    assert!(database.runs(&granted()), "{}", granted());
    for line in WRITES {
        let looked = as_role(&sandbox, &database, "wall", line);
        assert_eq!(looked.status, 6, "{line}\n{looked}");
        assert!(
            looked.stderr.contains("cannot write to"),
            "{line}\n{looked}"
        );
        let ran = as_role(&sandbox, &database, "agents", line);
        assert_eq!(ran.status, 0, "{line}\n{ran}");
    }
    let seal = as_role(&sandbox, &database, "wall", "db seal").stdout;
    for line in READS {
        let past = match line.starts_with("db ") || *line == "export" {
            true => (*line).to_owned(),
            false => format!("{line} --as-of {}", seal.trim()),
        };
        for line in [*line, &past] {
            let (wall, owner) = (
                as_role(&sandbox, &database, "wall", line),
                as_role(&sandbox, &database, "sladesk", line),
            );
            assert_eq!(wall.status, 0, "{line}\n{wall}");
            let theirs = wall.stdout.replace("wall@", "sladesk@");
            assert_eq!(theirs, owner.stdout, "{line}");
        }
    }
    for role in ["wall", "agents"] {
        for change in CHANGES {
            let attack = format!("SET ROLE {role}; SET search_path = sladesk; {change}");
            assert!(!database.runs(&attack), "{role}: {change}");
        }
    }
    assert!(
        !database
            .runs("SET ROLE wall; INSERT INTO sladesk.tag SELECT 'x', number FROM sladesk.ticket")
    );
    let name = database.tells("SELECT current_database()");
    for end in ["DROP OWNED BY wall, agents", "DROP ROLE wall, agents"] {
        assert!(database.runs(end), "{name}: {end}");
    }
}
