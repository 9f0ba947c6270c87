//! The recipes of `docs/recipes.md`: each is run as it stands there, on a desk on which it makes
//! sense, with programs of ours in place of those that it names, and with their failures.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::desk::{Desks, Stage};
use crate::page::text;

const PAGE: &str = "docs/recipes.md";
const NOW: &str = "2026-10-14T13:00:00Z";

/// The scripts of the page, by name: what is fenced as `sh NAME`.
fn recipes() -> BTreeMap<String, String> {
    let page = text(PAGE);
    let blocks = page.split("\n```").skip(1).step_by(2);
    let scripts = blocks.filter_map(|block| {
        let (kind, script) = block.split_once('\n')?;
        let name = kind.strip_prefix("sh ")?;
        Some((name.to_owned(), script.to_owned() + "\n"))
    });
    scripts.collect()
}

/// A desk with the recipes and the programs that they call.
struct Kitchen {
    folder: PathBuf,
}

/// What a script did.
struct Ran {
    stdout: String,
    stderr: String,
    status: i32,
}

impl Kitchen {
    fn new(desks: &Desks, name: &str) -> Kitchen {
        let folder = desks.at(Stage::Working, name);
        let kitchen = Kitchen { folder };
        for (name, script) in recipes() {
            kitchen.program(&name, &script);
        }
        for told in ["page", "chat", "mail"] {
            let script = format!(
                "#!/bin/sh\n[ ! -f fails ] || exit 1\necho \"$*\" >> {told}.log\n[ {told} != mail ] || cat >> mail.log\n"
            );
            kitchen.program(told, &script);
        }
        kitchen
    }

    fn program(&self, name: &str, script: &str) {
        let path = self.folder.join("programs").join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(&path, script).expect("a program can be written");
        let all = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(&path, all).expect("it can be run");
    }

    /// Runs a line as cron does: in a shell, without a terminal.
    fn runs_at(&self, line: &str, now: &str) -> Ran {
        let ours = Path::new(env!("CARGO_BIN_EXE_sladesk"));
        let ours = ours.parent().expect("a program lies in a folder");
        let programs = self.folder.join("programs");
        let path = format!("{}:{}:/usr/bin:/bin", programs.display(), ours.display());
        let output = Command::new("sh")
            .args(["-c", line])
            .current_dir(&self.folder)
            .env_clear()
            .env("PATH", path)
            .env("HOME", &self.folder)
            .env("LOGNAME", "cron")
            .env("SLADESK_NOW", now)
            .stdin(std::process::Stdio::null())
            .output()
            .expect("there is a shell");
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ran {
            stdout: text(&output.stdout),
            stderr: text(&output.stderr),
            status: output.status.code().unwrap_or(-1),
        }
    }

    fn runs(&self, line: &str) -> Ran {
        self.runs_at(line, NOW)
    }

    /// Runs a line that must do what it says.
    #[track_caller]
    fn done(&self, line: &str) -> String {
        let ran = self.runs(line);
        assert_eq!(ran.status, 0, "{line}\n{}{}", ran.stdout, ran.stderr);
        ran.stdout
    }

    fn told(&self, by: &str) -> Vec<String> {
        let log = std::fs::read_to_string(self.folder.join(format!("{by}.log")));
        log.unwrap_or_default().lines().map(str::to_owned).collect()
    }

    /// From now on what tells somebody fails, or does not any more.
    fn fails(&self, fails: bool) {
        let mark = self.folder.join("fails");
        match fails {
            true => std::fs::write(mark, "").expect("a mark"),
            false => std::fs::remove_file(mark).expect("a mark"),
        }
    }
}

#[test]
fn every_recipe_is_run_by_a_test() {
    let names: Vec<String> = recipes().into_keys().collect();
    let known = [
        "check-and-backup",
        "close-resolved",
        "contacts-from-directory",
        "hand-over",
        "mail-managers",
        "page-breaches",
        "quarterly-reports",
        "spreadsheet",
        "tell-second-line",
        "write-metrics",
    ];
    assert_eq!(names, known);
    let page = text(PAGE);
    for name in known {
        let ran_by_cron = page.contains(&format!(" {name}")) || page.contains(&format!("/{name}"));
        assert!(
            ran_by_cron || ["spreadsheet", "hand-over"].contains(&name),
            "{name}"
        );
    }
}

#[test]
fn a_clock_is_paged_once_and_again_where_the_page_failed() {
    let desks = Desks::new();
    let kitchen = Kitchen::new(&desks, "paged");
    kitchen.fails(true);
    assert_eq!(kitchen.runs("page-breaches").status, 0);
    assert!(kitchen.told("page").is_empty());
    kitchen.fails(false);
    kitchen.done("page-breaches");
    let paged = kitchen.told("page");
    assert!(!paged.is_empty(), "what failed is tried again");
    kitchen.done("page-breaches");
    assert_eq!(kitchen.told("page"), paged, "once");
    let late = kitchen.done("sladesk overdue --within 30m -f ids");
    assert_eq!(paged.len(), late.lines().count());
    let notes = kitchen.done("sladesk log type:noted actor:cron --fields undone_by -f tsv");
    let stand = notes.lines().filter(|line| *line == "-").count();
    assert_eq!(
        (stand, notes.lines().count()),
        (paged.len(), 2 * paged.len())
    );
    let nobody = kitchen.runs("SLADESK_DB=none.db page-breaches");
    assert!(nobody.stderr.contains("no desk at"), "{}", nobody.stderr);
    // in a share of the target
    let share = recipes()["page-breaches"].replace("30m", "80%");
    kitchen.program("page-share", &share);
    kitchen.done("page-share");
}

#[test]
fn metrics_are_written_whole_or_stay_as_they_were() {
    let desks = Desks::new();
    let kitchen = Kitchen::new(&desks, "metrics");
    kitchen.done("write-metrics metrics.txt");
    let written = std::fs::read_to_string(kitchen.folder.join("metrics.txt")).expect("metrics");
    assert!(written.ends_with("# EOF\n"), "{written}");
    for named in [
        "sladesk_clocks_overdue",
        "sladesk_clocks_breached_total",
        "sladesk_tickets_open",
    ] {
        assert!(written.contains(&format!("\n{named}{{")), "{written}");
    }
    let failed = kitchen.runs("SLADESK_DB=none.db write-metrics metrics.txt");
    assert_ne!(failed.status, 0);
    let after = std::fs::read_to_string(kitchen.folder.join("metrics.txt")).expect("metrics");
    assert_eq!(after, written);
}

#[test]
fn managers_hear_of_their_customers_and_a_mail_that_fails_is_told() {
    let desks = Desks::new();
    let kitchen = Kitchen::new(&desks, "mailed");
    kitchen.done("sladesk staff edit minh --email minh@desk.example");
    kitchen.done("sladesk customer edit acme --account-manager minh");
    kitchen.done("sladesk staff add olga --name Olga --email olga@desk.example");
    kitchen.done("sladesk customer edit initech --account-manager olga");
    kitchen.done("mail-managers");
    let mails = kitchen.told("mail");
    assert_eq!(mails[0], "-s Late, of your customers minh@desk.example");
    assert!(mails.len() > 1, "with what is late");
    assert!(!mails.iter().any(|line| line.contains("olga")), "{mails:?}");
    kitchen.fails(true);
    assert_eq!(kitchen.runs("mail-managers").status, 1);
}

#[test]
fn what_was_resolved_two_weeks_ago_is_closed_and_can_be_opened_again() {
    let desks = Desks::new();
    let kitchen = Kitchen::new(&desks, "closed");
    let closed = |kitchen: &Kitchen| kitchen.done("sladesk list state:closed -f ids");
    kitchen.done("close-resolved");
    assert_eq!(
        closed(&kitchen),
        "2\n",
        "resolved a month ago, and not what was today"
    );
    kitchen.done("close-resolved");
    kitchen.done("sladesk undo");
    assert_eq!(closed(&kitchen), "");
}

#[test]
fn the_nightly_check_holds_the_desk_against_its_last_seal() {
    let desks = Desks::new();
    let kitchen = Kitchen::new(&desks, "backed-up");
    kitchen.done("check-and-backup");
    let later = kitchen.runs_at("check-and-backup", "2026-10-15T03:00:00Z");
    assert_eq!(later.status, 0, "{}", later.stderr);
    let seals = std::fs::read_to_string(kitchen.folder.join("seals")).expect("seals");
    assert_eq!(seals.lines().count(), 2);
    let backups = std::fs::read_dir(kitchen.folder.join("backups")).expect("backups");
    assert!(backups.count() > 0);
    let forged = seals.lines().next().expect("a seal").replacen('e', "e9", 1);
    std::fs::write(kitchen.folder.join("seals"), forged + "\n").expect("a seal");
    let ran = kitchen.runs("check-and-backup seals others");
    assert_ne!(ran.status, 0);
    let others = std::fs::read_dir(kitchen.folder.join("others")).expect("the folder");
    assert_eq!(others.count(), 0, "no backup of what cannot be trusted");
}

#[test]
fn a_spreadsheet_has_the_fields_that_it_asks_for() {
    let desks = Desks::new();
    let kitchen = Kitchen::new(&desks, "sheets");
    kitchen.done("spreadsheet");
    let sheet = std::fs::read_to_string(kitchen.folder.join("tickets.csv")).expect("a sheet");
    let heading =
        "ticket,opened,customer,priority,priority_rank,state,response.state,response.due,subject";
    assert_eq!(sheet.lines().next(), Some(heading));
    assert!(sheet.lines().count() > 5);
    assert!(kitchen.folder.join("sla.csv").exists());
}

#[test]
fn each_customer_has_a_report_and_one_that_is_there_is_kept() {
    let desks = Desks::new();
    let kitchen = Kitchen::new(&desks, "reported");
    let printed = kitchen.done("quarterly-reports kept");
    let paths: Vec<&str> = printed.lines().collect();
    let acme = "kept/acme-2026Q3-en.html";
    assert!(paths.contains(&acme), "{printed}");
    let file = kitchen.folder.join(acme);
    std::fs::write(&file, "handed out").expect("a report");
    let again = kitchen.runs("quarterly-reports kept");
    assert_eq!(again.status, 5, "{}", again.stderr);
    assert!(
        again.stderr.contains("is there already"),
        "{}",
        again.stderr
    );
    let kept = std::fs::read_to_string(&file).expect("a report");
    assert_eq!(kept, "handed out");
    let nobody = kitchen.runs("SLADESK_DB=none.db quarterly-reports others");
    assert_eq!(nobody.status, 6, "{}", nobody.stderr);
    let others = std::fs::read_dir(kitchen.folder.join("others")).expect("the folder");
    assert_eq!(others.count(), 0);
}

#[test]
fn people_come_from_the_directory_and_an_empty_one_revokes_nobody() {
    let desks = Desks::new();
    let kitchen = Kitchen::new(&desks, "people");
    let people = |kitchen: &Kitchen| {
        let listed = kitchen.done("sladesk contact list customer:acme -f tsv --fields contact,end");
        let may = listed.lines().filter(|line| line.ends_with("\t-"));
        may.map(|line| line.trim_end_matches("\t-").to_owned())
            .collect::<Vec<_>>()
    };
    let before = people(&kitchen);
    for fails in ["#!/bin/sh\nexit 1\n", "#!/bin/sh\necho email,name\n"] {
        kitchen.program("directory", fails);
        assert_ne!(kitchen.runs("contacts-from-directory").status, 0);
        assert_eq!(people(&kitchen), before);
    }
    let two = "#!/bin/sh\nprintf 'email,name\\ndana@acme.example,Dana Ruiz\\neva@acme.example,Eva Roth\\n'\n";
    kitchen.program("directory", two);
    kitchen.done("contacts-from-directory");
    assert_eq!(people(&kitchen), ["dana@acme.example", "eva@acme.example"]);
}

#[test]
fn the_second_line_hears_of_each_ticket_once_and_again_where_that_failed() {
    let desks = Desks::new();
    let kitchen = Kitchen::new(&desks, "second-line");
    kitchen.done("tell-second-line");
    assert!(kitchen.told("chat").is_empty());
    kitchen.done("sladesk escalate 3");
    kitchen.fails(true);
    kitchen.runs("tell-second-line");
    kitchen.fails(false);
    kitchen.done("tell-second-line");
    kitchen.done("tell-second-line");
    let told = kitchen.told("chat");
    assert_eq!(told, ["second line: 3 of acme, Nobody can log in"]);
}

#[test]
fn all_that_is_not_done_goes_to_somebody_else() {
    let desks = Desks::new();
    let kitchen = Kitchen::new(&desks, "handed-over");
    kitchen.done("sladesk assign 3,4 hoa");
    let told = kitchen.done("hand-over hoa minh");
    assert_eq!(kitchen.done("sladesk list assignee:minh -f ids"), "4\n3\n");
    assert!(told.contains("assigned to minh"), "{told}");
    assert_eq!(kitchen.done("sladesk list assignee:hoa -f ids"), "");
    assert_eq!(
        kitchen.runs("hand-over hoa nemo").status,
        4,
        "nothing was changed"
    );
}
