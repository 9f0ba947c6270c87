//! Plans shown, compared and checked.

use snapbox::str;

use crate::sandbox::Sandbox;

#[test]
fn the_built_in_plans_are_listed_and_compared() {
    Sandbox::new().shows(
        &[
            "sladesk plan list --fields plan,contacts,hours",
            "sladesk plan compare creatio --fields item,creatio/basic,creatio/business,creatio/premium,clause -f csv",
            "sladesk plan diff creatio/basic creatio/business --fields says --exit-code",
            "sladesk plan show creatio/gold",
            "sladesk plan check -f tsv --fields file,line,code",
            "sladesk plan test",
        ],
        str![[r#"
$ sladesk plan list --fields plan,contacts,hours
bpmonline/base	open	mon-fri 10:00-18:00
bpmonline/business	open	mon-sat 09:00-19:00
bpmonline/premium	open	around the clock
creatio/basic	2	mon-fri 09:00-18:00
creatio/business	5	mon-sun 09:00-18:00
creatio/premium	15	around the clock
credenti/basic	open	not promised until agreed: one of worldwide, north-america
credenti/premium	open	around the clock
csd-group/elite	open	around the clock
suitecrm/dedicated	open	not promised until agreed
suitecrm/community	unlimited	-
[exit 0]
$ sladesk plan compare creatio --fields item,creatio/basic,creatio/business,creatio/premium,clause -f csv
item,creatio/basic,creatio/business,creatio/premium,clause
Authorised contacts,2,5,15,CR-1
Certified Creatio developer,any number,any number,any number,
Customer portal,included,included,included,CR-2
E-mail,included,included,included,CR-2
Phone,not included,included,included,CR-2
"Live screen sharing, co-browsing",not included,included,included,CR-2
Community,self-service,self-service,self-service,CR-2
Academy,self-service,self-service,self-service,CR-2
Knowledge base,self-service,self-service,self-service,CR-2
Hours of support,mon-fri 09:00-18:00,mon-sun 09:00-18:00,around the clock,CR-4
Zone,"not promised until agreed: one of UTC+1, UTC+2, UTC+3, UTC+8, UTC+10, UTC-2, UTC-5","not promised until agreed: one of UTC+1, UTC+2, UTC+3, UTC+8, UTC+10, UTC-2, UTC-5",,CR-4
Holidays closed,none,none,,
Reopened within,14 calendar days,14 calendar days,14 calendar days,
"Response, High",4 h,1 h,30 min,CR-3
"Response, Medium",8 h,4 h,2 h,CR-3
"Response, Low",not promised until agreed,not promised until agreed,not promised until agreed,CR-3
Response: rules,met by replied; never paused,met by replied; never paused,met by replied; never paused,
"Resolution, High",not promised,not promised,not promised until agreed,CR-11
"Resolution, Medium",not promised,not promised,not promised until agreed,CR-11
"Resolution, Low",not promised,not promised,not promised until agreed,CR-11
Resolution: rules,met by resolved; never paused; guarantee,met by resolved; never paused; guarantee,met by resolved; never paused; guarantee,CR-11
Platform capabilities and product functions,included,included,included,CR-5
System administration (citizen developer),included,included,included,CR-5
Business process management (citizen developer),included,included,included,CR-5
User interface and business logic (citizen developer),included,included,included,CR-5
Analytics and reporting (citizen developer),included,included,included,CR-5
Development,not included,not included,"included, only for certified-developer",CR-6
Marketplace products,excluded unless the contract lists it,excluded unless the contract lists it,excluded unless the contract lists it,CR-12
Citizen developer cases,"5 cases a contract year on process-management, interface-and-logic, analytics; then refused",,,CR-5
Announcements of releases and critical security updates,included,included,included,CR-9
"Early-release trials, on request",not included,included,included,CR-9
"Personal update schedule, on request",not included,not included,included,CR-9
Onboarding,included,included,included,CR-10
Implementation guidance,included,included,included,CR-10
"Quarterly activity report, on request",not included,included,included,CR-10
Case priority management,not included,not included,included,CR-11
Proactive individual monitoring 24/7,not included,not included,included,CR-11
Support lines,First line; Second line; Third line; Fourth line,First line; Second line; Third line; Fourth line,First line; Second line; Third line; Fourth line,CR-13
High,High,High,High,CR-3
Medium,Medium,Medium,Medium,CR-3
Low,Low,Low,Low,CR-3
It never was of that priority,"asked by the desk, from any to any, a correction","asked by the desk, from any to any, a correction","asked by the desk, from any to any, a correction",
The customer asks for it,not included,not included,"asked by the customer, from any to any",CR-11
Price,"0% of the subscription fee, taxes excluded","10% of the subscription fee, taxes excluded","20% of the subscription fee, taxes excluded",CR-7
Term,at least 1 year,at least 1 year,at least 1 year,CR-8
[exit 0]
$ sladesk plan diff creatio/basic creatio/business --fields says --exit-code
contacts: 2 -> 5
channel phone: not included -> included
channel screen-sharing: not included -> included
hours: mon-fri 09:00-18:00 -> mon-sun 09:00-18:00
response high: 4 h -> 1 h
response medium: 8 h -> 4 h
service early-releases: not included -> included
service activity-report: not included -> included
price: 0% of the subscription fee, taxes excluded -> 10% of the subscription fee, taxes excluded
allowance citizen-developer: 5 cases a contract year on process-management, interface-and-logic, analytics; then refused -> nothing
[exit 10]
$ sladesk plan show creatio/gold
error: no plan `creatio/gold`
hint: there are `bpmonline/base`, `bpmonline/business`, `bpmonline/premium`, `creatio/basic`, `creatio/business`, `creatio/premium`, `credenti/basic`, `credenti/premium`, `csd-group/elite`, `suitecrm/dedicated`, `suitecrm/community`
[exit 4]
$ sladesk plan check -f tsv --fields file,line,code
plans/bpmonline.toml	95	recommended-missing
plans/bpmonline.toml	99	longer-than-a-week
plans/bpmonline.toml	99	longer-than-a-week
plans/bpmonline.toml	99	longer-than-a-week
plans/bpmonline.toml	119	contradiction
plans/bpmonline.toml	120	contradiction
plans/bpmonline.toml	122	business-days
plans/creatio.toml	5	contradiction
plans/creatio.toml	7	contradiction
plans/credenti.toml	23	contradiction
plans/credenti.toml	24	unused
plans/credenti.toml	62	contradiction
plans/csd-group.toml	27	contradiction
plans/suitecrm.toml	66	contradiction
[exit 0]
$ sladesk plan test
plans/bpmonline.toml	base	24 hours are hours of support: three days of Base	passed	
plans/bpmonline.toml	business	Business works on Saturday	passed	
plans/bpmonline.toml	premium	of two figures for P3 the stricter holds	passed	
plans/bpmonline.toml	premium	three working days skip the weekend	passed	
plans/bpmonline.toml	premium	and Russia's holidays, where the contract names them	passed	
plans/bpmonline.toml	premium	working again so far that it is a P3 meets the resolution of a P1; the rest is due by the terms of a P3	passed	
plans/bpmonline.toml	premium	of a P4 the two sides may agree the term	passed	
plans/creatio.toml	basic	four hours of Basic support run from Friday evening to Monday noon	passed	
plans/creatio.toml	business	Business counts the weekend	passed	
plans/creatio.toml	premium	Premium counts the night	passed	
plans/creatio.toml	business	low is not promised unless the contract says so	passed	
plans/creatio.toml	business	a low priority that was agreed is due	passed	
plans/creatio.toml	premium	on Premium the customer raises a case on demand, and the strictest deadline holds	passed	
plans/credenti.toml	basic	two hours of a Friday afternoon end on Monday	passed	
plans/credenti.toml	basic	in North America the day begins at eight	passed	
plans/credenti.toml	premium	on Premium a P3 waits for business hours	passed	
plans/credenti.toml	premium	on Premium a P1 does not	passed	
plans/credenti.toml	premium	a P1 whose customer is not reachable becomes a P2, counted from its opening	passed	
plans/csd-group.toml	elite	a P3 of Saturday evening is taken up in the night	passed	
plans/csd-group.toml	elite	taking a request up is enough, no answer is asked for	passed	
plans/csd-group.toml	elite	a minute past the half hour is too late for a P1	passed	
plans/suitecrm.toml	dedicated	nothing is promised that the contract does not fill in	passed	
plans/suitecrm.toml	dedicated	a business day skips Christmas, the weekend and the day in place of Boxing Day	passed	
plans/suitecrm.toml	dedicated	a confirmed severity is no response while nothing is acknowledged	passed	
plans/suitecrm.toml	dedicated	reference, severity and receipt together are one	passed	
plans/suitecrm.toml	dedicated	without resources for it the desk lowers severity 1	passed	
plans/suitecrm.toml	dedicated	misuse carries no target	passed	
[stderr]
27 cases, 0 failed
[exit 0]

"#]],
    );
}

#[test]
fn a_file_of_ones_own_is_checked_and_used() {
    let place = Sandbox::new();
    place.file(
        "bad.toml",
        "schema = 1\nvendor = \"acme\"\n[priorities]\np1 = \"One\"\n[milestones.resolution]\nmet-by = [\"resolved\"]\npausedby = [\"waiting-customer\"]\n[plans.a]\nhours = \"mon-fir 09:00-17:00\"\ntargets.resolution.p1 = \"4d\"\n",
    );
    let text = place.done("sladesk plan new acme");
    place.file("plans/acme.toml", &text);
    place.shows(
        &[
            "sladesk plan check bad.toml",
            "sladesk plan check plans/acme.toml",
            "sladesk --plans plans plan list acme --fields plan",
        ],
        str![[r#"
$ sladesk plan check bad.toml
error: unknown key `pausedby` in [milestones.resolution]
 --> bad.toml:7:1
  |
7 | pausedby = ["waiting-customer"]
  | ^^^^^^^^ expected starts, met-by, paused-by, on-raise, on-lower, on-reopen, clause or note
  |
hint: did you mean `paused-by`?

error: no day `fir`
 --> bad.toml:9:14
  |
9 | hours = "mon-fir 09:00-17:00"
  |              ^^^ in `plans.a.hours`
  |
hint: days are mon, tue, wed, thu, fri, sat and sun: `mon-fri 09:00-18:00`

error: `4d` is no promise: four working days, or 96 hours?
  --> bad.toml:10:25
   |
10 | targets.resolution.p1 = "4d"
   |                         ^^^^ in `plans.a.targets.resolution.p1`
   |
hint: write `4bd`, `4 calendar days` or `96h`
[exit 7]
$ sladesk plan check plans/acme.toml
[exit 0]
$ sladesk --plans plans plan list acme --fields plan
acme/standard
acme/premium
[exit 0]

"#]],
    );
}

#[test]
fn plans_are_sifted_by_their_columns() {
    Sandbox::new().shows(
        &[
            "sladesk plan list vendor:creatio --fields plan",
            "sladesk plan list price:free --fields plan",
            "sladesk plan list contacts:open not:vendor:credenti --fields plan",
            "sladesk plan list contacts:5 --fields plan",
            "sladesk plan list premium --fields plan",
            "sladesk plan list vendr:creatio",
        ],
        str![[r#"
$ sladesk plan list vendor:creatio --fields plan
creatio/basic
creatio/business
creatio/premium
[exit 0]
$ sladesk plan list price:free --fields plan
suitecrm/community
[exit 0]
$ sladesk plan list contacts:open not:vendor:credenti --fields plan
bpmonline/base
bpmonline/business
bpmonline/premium
csd-group/elite
suitecrm/dedicated
[exit 0]
$ sladesk plan list contacts:5 --fields plan
creatio/business
[exit 0]
$ sladesk plan list premium --fields plan
bpmonline/premium
creatio/premium
credenti/premium
[exit 0]
$ sladesk plan list vendr:creatio
error: no filter `vendr:`
hint: did you mean `vendor:creatio`? To look for the words: `text:"vendr:creatio"`
[exit 2]

"#]],
    );
}

#[test]
fn a_calendar_that_is_one_of_itself_is_a_mistake_and_the_desk_goes_on() {
    let place = Sandbox::new();
    place.done("sladesk db init --zone UTC");
    place.done("sladesk customer add acme --name Acme");
    place.done("sladesk contract sign acme csd-group/elite --set contacts=5 --set channels=email");
    place.file(
        "plans/loop.toml",
        "schema = 1\nvendor = \"loop\"\n[priorities]\np1 = \"Down\"\n[milestones.response]\n\
         met-by = [\"replied\"]\n[calendars.a]\none-of = [\"b\"]\n[calendars.b]\none-of = [\"a\"]\n\
         [plans.small]\nhours = \"a\"\ntargets.response = \"4h\"\n",
    );
    place.shows(
        &[
            "sladesk plan check plans/loop.toml",
            "sladesk plan test plans/loop.toml",
            "sladesk plan show plans/loop.toml:small",
            "sladesk --plans plans plan list vendor:csd-group --fields plan",
            "sladesk --plans plans may acme -p p1 --fields rule,verdict",
        ],
        str![[r#"
$ sladesk plan check plans/loop.toml
error: the calendar `a` is one of itself
  --> plans/loop.toml:10:11
   |
10 | one-of = ["a"]
   |           ^^^ `a` leads here, and from here back
[exit 7]
$ sladesk plan test plans/loop.toml
error: the calendar `a` is one of itself
  --> plans/loop.toml:10:11
   |
10 | one-of = ["a"]
   |           ^^^ `a` leads here, and from here back
[exit 7]
$ sladesk plan show plans/loop.toml:small
error: the plan file plans/loop.toml has a mistake
hint: `sladesk plan check plans/loop.toml` shows them
[exit 7]
$ sladesk --plans plans plan list vendor:csd-group --fields plan
csd-group/elite
[stderr]
warning: the plan file plans/loop.toml has a mistake
[exit 0]
$ sladesk --plans plans may acme -p p1 --fields rule,verdict
contract	allowed
contact	allowed
channel	allowed
topic	allowed
qualification	allowed
named	allowed
priority	allowed
allowance	allowed
hours	allowed
[exit 0]

"#]],
    );
}

#[test]
fn what_would_move_a_cursor_is_shown_in_a_page() {
    let place = Sandbox::new();
    place.file(
        "odd.toml",
        "schema = 1\nvendor = \"odd\"\n[priorities]\np1 = \"Do\\u001b[31mwn \\u202e x\"\n\
         [milestones.response]\ntitle = \"Re\\u0007ply\"\nmet-by = [\"replied\"]\n\
         [plans.small]\nhours = \"mon-fri 09:00-17:00\"\ntargets.response = \"4h\"\n",
    );
    for format in ["text", "markdown"] {
        let page = place.done(&format!("sladesk plan show odd.toml:small -f {format}"));
        let moves = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!page.contains(moves), "{page:?}");
        assert!(page.contains('␛'), "{page}");
    }
}

#[test]
fn what_is_read_and_written_is_said_before_it_is_done() {
    let place = Sandbox::new();
    place.done("sladesk plan new ours -o ours.toml");
    place.shows(
        &[
            "sladesk plan new ours -o ours.toml",
            "sladesk plan new creatio -o creatio.toml",
            "sladesk plan check nofile.toml",
            "sladesk plan show nofile.toml:small",
        ],
        str![[r#"
$ sladesk plan new ours -o ours.toml
error: ours.toml is there already
hint: write to another file, or without `-o` to see what it would be
[exit 5]
$ sladesk plan new creatio -o creatio.toml
warning: there is a vendor creatio: in the folder of `--plans` this file replaces all of its plans
[exit 0]
$ sladesk plan check nofile.toml
error: no file `nofile.toml`
[exit 4]
$ sladesk plan show nofile.toml:small
error: no file `nofile.toml`
[exit 4]

"#]],
    );
    let text = place.done("sladesk plan new ours");
    let read = place.run_with("sladesk plan check -", &text);
    assert_eq!(
        (read.status, read.stdout.as_str()),
        (0, ""),
        "{}",
        read.stderr
    );
    let read = place.run_with("sladesk plan check -", "schema = = 1");
    assert_eq!(read.status, 7, "{}", read.stderr);
    assert!(
        read.stderr.contains("--> standard input:1:10"),
        "{}",
        read.stderr
    );
}

#[test]
fn a_case_that_cannot_run_is_found_and_one_that_runs_backwards_fails() {
    let place = Sandbox::new();
    let text = place.done("sladesk plan new ours");
    place.file(
        "ours.toml",
        &format!(
            "{text}\n[[cases]]\nname = \"backwards\"\nplan = \"standard\"\nset = [\"contacts=5\"]\n\
             open = {{ at = \"2026-03-09 10:00\", priority = \"p1\" }}\nthen = [\"2026-03-08 11:00 reply\"]\n\
             state = {{ response = \"met\" }}\n\n[[cases]]\nname = \"misspelt\"\nplan = \"standard\"\n\
             set = [\"contacs=5\"]\nopen = {{ at = \"2026-03-09 10:00\", priority = \"p1\" }}\n\
             due = {{ response = \"none\" }}\n"
        ),
    );
    place.shows(
        &[
            "sladesk plan check ours.toml -f tsv --fields severity,code,says,hint",
            "sladesk plan test ours.toml --fields case,verdict,says",
        ],
        str![[r#"
$ sladesk plan check ours.toml -f tsv --fields severity,code,says,hint
warning	case	the case `backwards` cannot be run: 2026-03-08 11:00 lies before the opening	-
warning	case	the case `misspelt` cannot be run: no term `contacs`	did you mean `contacts`?
[exit 0]
$ sladesk plan test ours.toml --fields case,verdict,says
a critical fault on a Friday evening is answered by Monday noon	passed	
backwards	failed	2026-03-08 11:00 lies before the opening
misspelt	failed	no term `contacs`; did you mean `contacts`?
[stderr]
3 cases, 2 failed
[exit 7]

"#]],
    );
}

/// `SLADESK_WRITE_DOCS=1 cargo test` writes the page anew.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test has no settings")]
fn the_end_of_the_page_of_plan_files_is_what_plan_keys_prints() {
    const MARK: &str = "<!-- printed by `sladesk plan keys` -->\n\n";
    let printed = Sandbox::new().done("sladesk plan keys");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/plans.md");
    let page = std::fs::read_to_string(path).expect("docs/plans.md is there");
    let (before, after) = page.split_once(MARK).expect("the mark is there");
    if std::env::var_os("SLADESK_WRITE_DOCS").is_some() {
        std::fs::write(path, format!("{before}{MARK}{printed}")).expect("it can be written");
    } else {
        let anew = "docs/plans.md is not current: SLADESK_WRITE_DOCS=1 cargo test writes it";
        assert!(after == printed, "{anew}");
    }
}
