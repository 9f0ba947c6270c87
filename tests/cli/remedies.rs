//! What an error tells one to type is taken: each remedy that is a whole command or a flag of the
//! one that failed is typed, on the desk as it is.

use std::fs;
use std::path::PathBuf;

use crate::sandbox::Sandbox;
use crate::tickets::desk;

/// Where the desk lies.
const FOLDER: &str = ".local/share/sladesk";

/// A desk on which each of [`REFUSED`] fails.
fn desk_of_mistakes() -> Sandbox {
    let desk = desk();
    for line in [
        "staff add minh --name Minh --line first --line second",
        "customer add kettle --name Kettle",
        "contract sign kettle suitecrm/dedicated --start 2026-10-01 --zone Europe/London --set contacts=5 --set channels=email,portal,phone --set \"hours=mon-fri 09:00-17:30\" --set targets.response=4h --set targets.resolution=3bd --set allowances.support-hours.hours=10h",
        "contact add kettle kim@kettle.example --name Kim --start 2026-10-01 --end 2026-12-31",
        "customer add twice --name Twice",
        "contract sign twice creatio/business --start 2026-10-01 --zone UTC+1 --set targets.response.low=open",
        "contract sign twice creatio/premium --start 2026-10-01 --zone UTC+1 --set targets.response.low=open --set targets.resolution=open",
        "open dana@acme.example \"Nobody can log in\" -p high -c phone --at \"yesterday 10:00\"",
        "open igor@neva.example Slow -p p2 -c phone -t faults",
        "open dana@acme.example Export -p medium -c email",
        "resolve 3",
        "assign 2 minh",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    desk
}

/// What is refused, a line each.
const REFUSED: &str = "\
sladesk relpy 2 -m x
sladesk reply 2 --mesage x
sladesk list --fields ticket,prio
sladesk list custmer:acme
sladesk list priority:hihg
sladesk show 99
sladesk may dana@acme.exampel
sladesk may dnaa@acme.example
sladesk open acme Subject --contact bob@acme.example -p high -c phone
sladesk open dana@acme.example Subject -p hihg -c phone
sladesk open dana@acme.example Subject -p high -c phnoe
sladesk open dana@acme.example Subject -p high -c phone -t analytcs
sladesk open dana@acme.example Subject -c phone
sladesk priority 1 lwo
sladesk priority 3 high --reason customer-request
sladesk note 2 -m x --at 03/04/2026
sladesk note 2 -m x --at tomorrow
sladesk resolve 3
sladesk reopen 2
sladesk resume 2
sladesk assign 2 mihn
sladesk cause 1 respnse -m x
sladesk mark 2 workarond
sladesk exempt 2 abuze
sladesk undo e99
sladesk contract sign acme creatio/bussiness
sladesk contract show twice
sladesk contract sign kettle creatio/premium
sladesk contract sign kettle creatio/premium --set targets.response.low=3d
sladesk contract sign kettle suitecrm/dedicated
sladesk contract cancel acme --end 2026-10-20
sladesk contract cancel neva --end 2026-10-20
sladesk contract amend acme --start 2026-12-01 --end 2027-12-31
sladesk contract adjust kettle support-hours 3h
sladesk contract adjust kettle support-hours -30h
sladesk contract adjust kettle suport-hours +3h
sladesk contact add kettle kim@kettle.example --name Kim
sladesk contact edit kim@ketle.example --phone 5
sladesk customer add acme --name Acme
sladesk customer show acmee
sladesk staff add minh --name Minh
sladesk plan show creatio/bussiness
sladesk calendar holidays rusia
sladesk calendar due acme -p hihg
sladesk report sla --period 2026Q5
sladesk report sla --period Q3
sladesk report sla --by custmer
sladesk list --sort prio
sladesk db restore nowhere.db
sladesk --db other.db list
sladesk help reslove
";

/// The files of the desk, as they are.
fn kept(desk: &Sandbox) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = fs::read_dir(desk.path(FOLDER)).expect("the desk's folder");
    let paths = folder.map(|entry| entry.expect("an entry").path());
    paths
        .map(|path| (path.clone(), fs::read(path).expect("a file of the desk")))
        .collect()
}

/// The desk as it was.
fn restore(desk: &Sandbox, kept: &[(PathBuf, Vec<u8>)]) {
    fs::remove_dir_all(desk.path(FOLDER)).expect("the desk's folder");
    fs::create_dir_all(desk.path(FOLDER)).expect("the desk's folder");
    for (path, bytes) in kept {
        fs::write(path, bytes).expect("a file of the desk");
    }
}

/// The hints of a refusal. Of terms that are to be settled the first settles all.
fn hints(desk: &Sandbox, line: &str) -> Vec<String> {
    let ran = desk.run(&format!("{line} -f json"));
    assert_ne!(ran.status, 0, "{line} is taken\n{ran}");
    let last = ran.stderr.lines().last().unwrap_or_default();
    let told: serde_json::Value =
        serde_json::from_str(last).unwrap_or_else(|error| panic!("{line}: {error}\n{ran}"));
    let told = &told["error"];
    let hints = told["hints"].as_array().expect("hints").iter();
    let hints = hints.map(|hint| hint.as_str().expect("a text").to_owned());
    let most = if told["kind"] == "unsettled" { 1 } else { 2 };
    hints.take(most).collect()
}

/// What stands between backticks.
fn quoted(hint: &str) -> Vec<&str> {
    hint.split('`').skip(1).step_by(2).collect()
}

/// Words in capitals stand for what only the reader knows.
fn has_blank(words: &str) -> bool {
    words.split([' ', '=', ':', '/']).any(|word| {
        let letters = word.trim_matches(|c: char| !c.is_alphanumeric());
        letters.len() > 1 && letters.chars().all(|c| c.is_ascii_uppercase())
    })
}

/// The lines that a hint of this one tells to type.
fn remedies(line: &str, hint: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for words in quoted(hint) {
        if has_blank(words) {
            continue;
        }
        if words.starts_with("sladesk ") {
            lines.push(words.to_owned());
        } else if words.starts_with("--") && !hint.starts_with("did you mean") {
            let flag = words.split([' ', '=']).next().unwrap_or_default();
            let before = line.split(&format!(" {flag} ")).next().unwrap_or(line);
            lines.push(format!("{before} {words}"));
        }
    }
    lines
}

#[test]
fn what_a_hint_tells_to_type_is_taken() {
    let desk = desk_of_mistakes();
    if desk.desk_file().is_none() {
        // each of what is tried is taken back by putting a file in its place
        return;
    }
    let kept = kept(&desk);
    let mut tried = 0;
    let mut wrong = String::new();
    for line in REFUSED.lines() {
        for hint in hints(&desk, line) {
            for remedy in remedies(line, &hint) {
                let ran = desk.run(&remedy);
                tried += 1;
                // `may` says no, which is an answer; a flag that is only named has no value.
                let answered = remedy.starts_with("sladesk may ") && ran.status == 3;
                let named = !remedy.contains('=') && ran.stderr.contains("needs a value");
                if ran.status != 0 && !answered && !named {
                    wrong.push_str(&format!("$ {line}\nhint: {hint}\n$ {remedy}\n{ran}\n"));
                }
                restore(&desk, &kept);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(tried > 20, "{tried}");
}

#[test]
fn a_word_that_is_meant_is_known() {
    let desk = desk_of_mistakes();
    let mut tried = 0;
    let mut wrong = String::new();
    for line in REFUSED.lines() {
        for hint in hints(&desk, line) {
            let Some(rest) = hint.strip_prefix("did you mean `") else {
                continue;
            };
            let meant = rest.split('`').next().unwrap_or_default();
            if meant.starts_with('-') {
                continue;
            }
            let ran = desk.run(line);
            let Some(misspelt) = ran.stderr.split('`').skip(1).step_by(2).find(|word| {
                let word = word.trim_end_matches(':');
                line.contains(word) && !word.starts_with("--")
            }) else {
                continue;
            };
            let misspelt = misspelt.trim_end_matches(':');
            let meant = meant.split(':').next().unwrap_or_default();
            let mended = line.replacen(misspelt, meant, 1) + " -n";
            let again = desk.run(&mended);
            tried += 1;
            // A read has no dry run; a plan may leave something to settle.
            let other = ["no flag `-n`", "what must be settled"];
            let known = [0, 3, 5].contains(&again.status)
                || other.iter().any(|says| again.stderr.contains(says));
            if !known {
                wrong.push_str(&format!("$ {line}\nhint: {hint}\n$ {mended}\n{again}\n"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(tried > 10, "{tried}");
}
