//! A folder of reports: a file for each customer, and nothing overwritten unasked.

use std::os::unix::fs::PermissionsExt;

use crate::sandbox::Sandbox;

const ASKED: &str = "sladesk --db demo/desk.db report quarterly --period this-quarter";

fn desk() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk demo demo --tickets 60 --seed 3");
    std::fs::create_dir(sandbox.path("out")).expect("a folder in the sandbox");
    sandbox
}

#[test]
fn each_customer_has_a_file_of_its_own_in_its_language() {
    let sandbox = desk();
    let printed = sandbox.done(&format!("{ASKED} -f html -o out/"));
    let paths: Vec<&str> = printed.lines().collect();
    assert_eq!(paths.len(), 8, "{printed}");
    for path in &paths {
        let file = sandbox.path(path);
        let mode = std::fs::metadata(&file).expect(path).permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{path}");
        let page = std::fs::read_to_string(&file).expect(path);
        let name = path.trim_start_matches("out/");
        let customer = name.split('-').next().unwrap_or_default();
        assert!(page.starts_with("<!doctype html>") && page.contains(&format!("({customer})")));
        let of_others = paths.iter().filter(|other| *other != path);
        for other in of_others {
            let other = other.trim_start_matches("out/").split('-').next();
            assert!(
                !page.contains(&format!("({})", other.unwrap_or_default())),
                "{path}"
            );
        }
    }
    let names = std::fs::read_dir(sandbox.path("out"))
        .expect("the folder")
        .count();
    assert_eq!(names, 8, "no other file is left there");
    let arabic = sandbox.done(&format!(
        "{ASKED} customer:acme --lang ar -f markdown -o out/"
    ));
    assert!(arabic.trim_end().ends_with("-ar.md"), "{arabic}");
}

#[test]
fn what_is_there_is_kept_until_somebody_says_yes() {
    let sandbox = desk();
    let printed = sandbox.done(&format!("{ASKED} customer:globex -f text -o out/"));
    let path = sandbox.path(printed.trim_end());
    std::fs::write(&path, "mine").expect("a file");
    let ran = sandbox.run(&format!("{ASKED} -f text -o out/"));
    assert_eq!(ran.status, 5, "{}", ran.stderr);
    assert_eq!(std::fs::read_to_string(&path).expect("the file"), "mine");
    let names = std::fs::read_dir(sandbox.path("out"))
        .expect("the folder")
        .count();
    assert_eq!(names, 1, "nothing was written before it was refused");
    sandbox.done(&format!("{ASKED} -f text -o out/ -y"));
    assert_ne!(std::fs::read_to_string(&path).expect("the file"), "mine");
    let ran = sandbox
        .run("sladesk --db demo/desk.db report quarterly --period 1999Q1 customer:globex -o out/");
    assert_ne!(ran.status, 0, "{}", ran.stdout);
}

#[test]
fn customers_whose_names_differ_by_a_sign_have_a_file_each() {
    let sandbox = Sandbox::new();
    sandbox.done("sladesk db init --zone UTC");
    for key in ["a.b", "a-b", "a_b"] {
        for line in [
            format!("customer add {key} --name {key}"),
            format!(
                "contract sign {key} suitecrm/dedicated --set contacts=6 --set channels=email,portal,phone --set targets.response=4h --set targets.resolution=4h --set allowances.support-hours.hours=40h --set \"hours=mon-fri 09:00-18:00\""
            ),
        ] {
            sandbox.done(&format!("sladesk {line}"));
        }
    }
    std::fs::create_dir(sandbox.path("out")).expect("a folder in the sandbox");
    let asked = "sladesk report quarterly --period 2026Q4 -f markdown -o out/";
    let printed = sandbox.done(asked);
    let mut paths: Vec<&str> = printed.lines().collect();
    paths.sort_unstable();
    let files = ["a-b", "a.b", "a_b"].map(|key| format!("out/{key}-2026Q4-en.md"));
    assert_eq!(paths, files);
    for (key, file) in ["a-b", "a.b", "a_b"].iter().zip(&files) {
        let page = std::fs::read_to_string(sandbox.path(file)).expect(file);
        let plain = page.replace('\\', "");
        assert!(plain.contains(&format!("({key})")), "{page}");
    }
}

#[test]
fn every_report_that_can_be_one_a_customer_goes_to_a_folder() {
    let sandbox = desk();
    for (report, called, format) in [
        ("sla", "sla", "csv"),
        ("breaches", "breaches", "json"),
        ("usage", "usage", "markdown"),
        ("workload", "workload", "html"),
        ("whatif --plan creatio/premium", "whatif", "json"),
    ] {
        let asked = format!(
            "sladesk --db demo/desk.db report {report} customer:acme,globex --period this-quarter -f {format}"
        );
        let asked = match called {
            // one plan is not for the customers of another
            "whatif" => asked.replace("acme,globex", "acme"),
            _ => asked,
        };
        let printed = sandbox.done(&format!("{asked} -o out/"));
        let paths: Vec<&str> = printed.lines().collect();
        let customers = if called == "whatif" { 1 } else { 2 };
        assert_eq!(paths.len(), customers, "{report}: {printed}");
        for path in paths {
            let name = path.trim_start_matches("out/");
            let (customer, rest) = name.split_once('-').expect("a customer");
            assert!(rest.starts_with(&format!("{called}-20")), "{path}");
            assert!(rest.contains("-en."), "{path}");
            let alone = asked.replace("acme,globex", customer);
            let file = std::fs::read_to_string(sandbox.path(path)).expect(path);
            assert_eq!(file, sandbox.done(&alone), "{report} of {customer}");
        }
        let again = sandbox.run(&format!("{asked} -o out/"));
        assert_eq!(again.status, 5, "{report}: {}", again.stderr);
        sandbox.done(&format!("{asked} -o out/ -y"));
    }
}

#[test]
fn a_moved_ticket_is_told_of_in_the_files_of_both_customers_and_of_no_other() {
    let sandbox = desk();
    let db = "--db demo/desk.db";
    let tickets = sandbox.done(&format!(
        "sladesk {db} list customer:acme opened:last-week -f ids"
    ));
    let ticket = tickets.lines().next().expect("acme asked last week");
    sandbox.done(&format!(
        "sladesk {db} move {ticket} thames -m moved --corrects moved -y"
    ));
    let asked = format!("sladesk {db} report sla --period last-week -f json -o out/");
    for path in sandbox.done(&asked).lines() {
        let file = std::fs::read_to_string(sandbox.path(path)).expect(path);
        let customer = path.trim_start_matches("out/").split('-').next();
        let told: serde_json::Value = serde_json::from_str(&file).expect("json");
        let moves = told["moved"].as_array().map_or(0, Vec::len);
        let is_told = ["acme", "thames"].contains(&customer.unwrap_or_default());
        assert_eq!(moves, usize::from(is_told), "{path}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_made_and_goes_where_nothing_comes_into_it() {
    let sandbox = desk();
    let printed = sandbox.done(&format!("{ASKED} customer:acme -f text -o new/"));
    assert!(printed.starts_with("new/acme-"), "{printed}");
    let ran = sandbox.run(&format!("{ASKED} customer:nobody -f text -o none/"));
    assert_ne!(ran.status, 0, "{}", ran.stdout);
    assert!(!sandbox.path("none").exists(), "nothing is left of it");
    let ran = sandbox.run(&format!("{ASKED} -f text -o none/deeper/"));
    assert_eq!(ran.status, 4, "{}", ran.stderr);
    assert!(ran.stderr.contains("none/deeper"), "{}", ran.stderr);
}

#[test]
fn a_folder_has_the_customers_that_the_filter_leaves() {
    let sandbox = desk();
    let customers = |filter: &str| -> Vec<String> {
        let printed = sandbox.done(&format!("{ASKED} {filter} -f text -o out/ -y"));
        let names = printed.lines().filter_map(|path| {
            let name = path.strip_prefix("out/")?.split('-').next()?;
            Some(name.to_owned())
        });
        names.collect()
    };
    assert_eq!(
        customers("account-manager:olga"),
        ["initech", "neva", "volga"]
    );
    let of_tickets = |filter: &str| -> Vec<String> {
        let listed = sandbox.done(&format!(
            "sladesk --db demo/desk.db list {filter} -f tsv --fields customer -L 0"
        ));
        let mut keys: Vec<String> = listed.lines().map(str::to_owned).collect();
        keys.sort();
        keys.dedup();
        keys
    };
    let opened = "opened:this-quarter";
    let asked = of_tickets(&format!("channel:phone {opened}"));
    assert!(!asked.is_empty() && asked.len() < 8, "{asked:?}");
    assert_eq!(customers(&format!("channel:phone {opened}")), asked);
}
