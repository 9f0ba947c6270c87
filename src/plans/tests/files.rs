//! The files that there are.

use super::*;

#[test]
fn plans_are_found_by_whatever_names_them() {
    let catalogue = Catalogue::built_in(SystemNames::default());
    let name = |typed: &str| catalogue.find(typed).map(|found| found.name());
    assert_eq!(name("creatio/business").as_deref(), Ok("creatio/business"));
    assert_eq!(name("elite").as_deref(), Ok("csd-group/elite"));
    assert_eq!(name("csd-group").as_deref(), Ok("csd-group/elite"));
    assert_eq!(
        name("premium").unwrap_err().to_string(),
        "`premium` can be bpmonline/premium, creatio/premium or credenti/premium"
    );
    let nearest = |typed: &str| steps(&name(typed).unwrap_err()).remove(0);
    assert_eq!(nearest("creatio/premum"), "did you mean `creatio/premium`?");
    assert_eq!(nearest("creato/premium"), "did you mean `creatio/premium`?");
    assert_eq!(nearest("elit"), "did you mean `csd-group/elite`?");
    assert!(nearest("xyzzy").starts_with("there are `bpmonline/base`"));
    assert_eq!(catalogue.all().len(), 11);
    assert!(catalogue.bad().is_empty());
}

#[test]
fn a_file_in_a_folder_replaces_the_vendors_file_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(
        folder.path().join("mine.toml"),
        ACME.replace("acme", "creatio"),
    )
    .expect("written");
    std::fs::write(folder.path().join("credenti.toml"), "schema = ").expect("written");
    let catalogue = Catalogue::built_in(SystemNames::default());
    let catalogue = catalogue
        .with_folder(folder.path())
        .expect("it can be read");
    assert!(catalogue.find("creatio/small").is_ok());
    assert!(catalogue.find("creatio/premium").is_err());
    let bad = catalogue.find("credenti/basic").unwrap_err();
    assert!(matches!(bad, PlanError::Bad { .. }), "{bad}");
    assert!(catalogue.find("csd-group/elite").is_ok());
    let path = folder.path().join("mine.toml");
    let found = catalogue
        .find(&format!("{}:large", path.display()))
        .expect("it is there");
    assert_eq!(found.name(), "creatio/large");
}

#[test]
fn the_built_in_files_hold_to_their_cases() {
    let system_names = SystemNames::default();
    let catalogue = Catalogue::built_in(system_names.clone());
    for vendor in catalogue.vendors() {
        let file = catalogue.vendor(vendor).expect("it is built in");
        let results = run_cases(&file, &system_names);
        assert!(results.len() >= 3, "{vendor} has {} cases", results.len());
        for result in results {
            assert!(result.holds(), "{vendor}: {result:?}");
        }
    }
}

#[test]
fn a_file_to_start_from_passes_and_holds_to_its_case() {
    let system_names = SystemNames::default();
    let text = starting_file("newcomer");
    let found = check("newcomer.toml", text.as_bytes(), &system_names);
    let drawn: String = found.iter().map(|finding| finding.draw(None)).collect();
    assert_eq!(drawn, "");
    let results = run_cases(&file(&text), &system_names);
    assert_eq!(results.len(), 1);
    assert_eq!(results[0].failures, [""; 0]);
}

#[test]
fn a_case_changes_no_priority_to_what_its_environment_never_has() {
    let text = r#"
schema = 1
vendor = "own"
zone = "UTC"
hours = "around-the-clock"
priorities = { p1 = { title = "Down", never-for = ["laboratory"] }, p2 = "Slow" }
channels.email = "E-mail"
environments = { production = "Production", laboratory = "Laboratory" }
milestones.response.met-by = ["replied"]
plans.std.targets.response = "4h"
[[cases]]
name = "Raised in its own words"
plan = "std"
open = { at = "2026-10-01 09:00", priority = "p2", environment = "ENVIRONMENT" }
then = ["10:00 priority p1"]
due = { response = "2026-10-01 13:00" }
"#;
    let failures = |environment: &str| {
        let file = file(&text.replace("ENVIRONMENT", environment));
        run_cases(&file, &SystemNames::default())[0].failures.len()
    };
    assert_eq!((failures("production"), failures("laboratory")), (0, 1));
}
