//! People from a table of the customer's.

use snapbox::str;

use crate::sandbox::Sandbox;

/// Acme on Creatio Business, which has five seats.
fn business() -> Sandbox {
    let desk = Sandbox::new();
    desk.done("sladesk db init --zone Europe/Madrid");
    desk.done("sladesk customer add acme --name \"Acme Ltd\"");
    desk.done("sladesk contract sign acme creatio/business --zone UTC+1 --set targets.response.low=open --start 2026-10-01");
    desk
}

#[test]
fn people_are_authorised_changed_left_as_they_are_and_revoked() {
    let desk = business();
    desk.file(
        "first.csv",
        "email,name,phone\ndana@acme.example,Dana Ruiz,+34 1\nluis@acme.example,Luis Soto,\n",
    );
    desk.file(
        "second.csv",
        "E-Mail;Name;Phone\nDana@acme.example;Dana Ruiz;+34 2\neva@acme.example;Eva Roth;\n",
    );
    desk.shows(
        &[
            "sladesk import contacts first.csv --customer acme -n",
            "sladesk import contacts first.csv --customer acme",
            "sladesk import contacts first.csv --customer acme",
            "sladesk import contacts second.csv --customer acme --revoke-missing -f json",
            "sladesk contact list --fields contact,name,phone,seat",
            "sladesk log customer:acme type:contact-authorised,contact-revoked --fields type,contact,what",
        ],
        str![[r#"
$ sladesk import contacts first.csv --customer acme -n
would import 2 people: 2 authorised, 0 changed, 0 unchanged, 0 revoked
dana@acme.example authorised: 1 of 5 seats taken
luis@acme.example authorised: 2 of 5 seats taken
[exit 0]
$ sladesk import contacts first.csv --customer acme
imported 2 people: 2 authorised, 0 changed, 0 unchanged, 0 revoked
dana@acme.example authorised: 1 of 5 seats taken
luis@acme.example authorised: 2 of 5 seats taken
[exit 0]
$ sladesk import contacts first.csv --customer acme
imported 2 people: 0 authorised, 0 changed, 2 unchanged, 0 revoked
[exit 0]
$ sladesk import contacts second.csv --customer acme --revoke-missing -f json
{
  "rows": 2,
  "added": 1,
  "changed": 1,
  "unchanged": 0,
  "revoked": 1,
  "passed_over": [],
  "left_out": [],
  "bad": []
}
[stderr]
imported 2 people: 1 authorised, 1 changed, 0 unchanged, 1 revoked
luis@acme.example revoked
Dana@acme.example changed: phone +34 2
eva@acme.example authorised: 2 of 5 seats taken
[exit 0]
$ sladesk contact list --fields contact,name,phone,seat
dana@acme.example	Dana Ruiz	+34 2	held
luis@acme.example	Luis Soto	-	ended
eva@acme.example	Eva Roth	-	held
[exit 0]
$ sladesk log customer:acme type:contact-authorised,contact-revoked --fields type,contact,what
contact-authorised	dana@acme.example	authorised dana@acme.example (under --now)
contact-authorised	luis@acme.example	authorised luis@acme.example (under --now)
contact-revoked	luis@acme.example	revoked luis@acme.example (under --now)
contact-authorised	eva@acme.example	authorised eva@acme.example (under --now)
[exit 0]

"#]],
    );
}

#[test]
fn a_table_comes_in_whole_or_not_at_all() {
    let desk = business();
    let six: Vec<String> = (1..=6)
        .map(|n| format!("p{n}@acme.example,P{n}\n"))
        .collect();
    desk.file("six.csv", &format!("email,name\n{}", six.concat()));
    desk.file("nobody.csv", "email,name\na@acme.example,\n");
    desk.file(
        "twice.csv",
        "email,name\na@acme.example,A\nA@acme.example,B\n",
    );
    desk.file("column.csv", "email,nmae\na@acme.example,A\n");
    desk.file("none.csv", "name\nA\n");
    desk.shows(
        &[
            "sladesk import contacts six.csv --customer acme",
            "sladesk import contacts nobody.csv --customer acme",
            "sladesk import contacts twice.csv --customer acme",
            "sladesk import contacts column.csv --customer acme",
            "sladesk import contacts none.csv --customer acme",
            "sladesk import contacts six.csv --customer acmee",
            "sladesk contact list",
        ],
        str![[r#"
$ sladesk import contacts six.csv --customer acme
error: acme has no seat left: creatio/business has 5 (CR-1)
  authorised (5 of 5 seats): p1@acme.example, p2@acme.example, p3@acme.example,
  p4@acme.example, p5@acme.example
  nobody was imported, those above whom the table names neither; 1 did not fit:
  p6@acme.example
hint: take whom the contract does not cover out of the table; `--revoke-missing` frees the seats of who is not in it
[exit 3]
$ sladesk import contacts nobody.csv --customer acme
error: a@acme.example is new and has no name
  on line 2
[exit 7]
$ sladesk import contacts twice.csv --customer acme
error: A@acme.example stands on line 2 and on line 3
hint: `--skip-bad` brings in the good lines (1) and leaves these out
[exit 7]
$ sladesk import contacts column.csv --customer acme
error: the table has a column `nmae`, which says nothing here
hint: did you mean `name`?
hint: columns are email, name, phone, language, start, end, qualifications
[exit 7]
$ sladesk import contacts none.csv --customer acme
error: the table has no column `email`
hint: its first line names the columns: email, name, phone, language, start, end, qualifications
[exit 7]
$ sladesk import contacts six.csv --customer acmee
error: no customer `acmee`
hint: did you mean `acme`?
hint: `sladesk customer list` shows them all
[exit 4]
$ sladesk contact list
[exit 0]

"#]],
    );
}

#[test]
fn who_a_contact_was_is_redacted_and_the_record_stays_whole() {
    let desk = business();
    desk.done("sladesk contact add acme dana@acme.example --name \"Dana Ruiz\"");
    desk.shows(
        &[
            "sladesk db redact dana@acme.example -m \"asked for by letter\" -n",
            "sladesk db redact dana@acme.example -m \"asked for by letter\" -y",
            "sladesk contact list",
            "sladesk db check -q",
            "sladesk log type:redacted --fields what,text",
        ],
        str![[r#"
$ sladesk db redact dana@acme.example -m "asked for by letter" -n
would redact 1 event
[exit 0]
$ sladesk db redact dana@acme.example -m "asked for by letter" -y
redacted 1 event
warning: backups made before still hold it
[exit 0]
$ sladesk contact list
(erased)	acme	(erased)	-	2026-10-14	-
[exit 0]
$ sladesk db check -q
[exit 0]
$ sladesk log type:redacted --fields what,text
redacted event 5 (under --now)	asked for by letter
[exit 0]

"#]],
    );
    let Some(file) = desk.desk_file() else { return };
    let file = std::fs::read(file).expect("the desk's file");
    let left = file.windows(4).any(|part| part == b"Ruiz");
    assert!(!left, "the name is gone from the file's pages too");
}

#[test]
fn who_is_missing_held_the_seat_until_the_day_before() {
    let desk = crate::acid::desk("acid/small");
    desk.done("sladesk contact add a y@a.ex --name Y --start 2026-10-05");
    desk.file("people.csv", "email,name\nx@a.ex,X\nz@a.ex,Z\n");
    desk.shows(
        &[
            "sladesk import contacts people.csv --customer a --revoke-missing",
            "sladesk contact list --fields contact,start,end,seat -f tsv",
            "sladesk --plans plans may z@a.ex --at 2026-10-14T08:00:00Z --fields rule,verdict -f tsv",
        ],
        str![[r#"
$ sladesk import contacts people.csv --customer a --revoke-missing
imported 2 people: 1 authorised, 0 changed, 1 unchanged, 1 revoked
y@a.ex revoked
z@a.ex authorised: 2 of 2 seats taken
[exit 0]
$ sladesk contact list --fields contact,start,end,seat -f tsv
x@a.ex	2026-10-01	-	held
y@a.ex	2026-10-05	2026-10-13	ended
z@a.ex	2026-10-14	-	held
[exit 0]
$ sladesk --plans plans may z@a.ex --at 2026-10-14T08:00:00Z --fields rule,verdict -f tsv
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
fn people_come_in_as_other_programs_export_them() {
    let desk = business();
    desk.file(
        "outlook.csv",
        "First Name,Middle Name,Last Name,Title,E-mail Address,Business Phone,Mobile Phone,Notes\n\
         Anna,,Öberg,Dr.,anna@acme.example,,+46 8 123,x\nNobody,,Here,,,1,,\n",
    );
    desk.file(
        "google.csv",
        "Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Value\n\
         Max Muster,Max,Muster,* Work,max@acme.example ::: m@home.example,+49 30 1\n",
    );
    desk.file(
        "zendesk.csv",
        "\"name\",\"email\",\"external_id\",\"details\",\"notes\",\"phone\",\"role\",\"restriction\",\"organization\",\"tags\"\n\
         \"Ines Vega\",\"ines@acme.example\",\"\",\"\",\"\",\"\",\"end-user\",\"organization\",\"Acme\",\"vip\"\n",
    );
    desk.shows(
        &[
            "sladesk import contacts outlook.csv --customer acme",
            "sladesk import contacts google.csv --customer acme",
            "sladesk import contacts zendesk.csv --customer acme",
            "sladesk contact list --fields contact,name,phone",
        ],
        str![[r#"
$ sladesk import contacts outlook.csv --customer acme
imported 1 people: 1 authorised, 0 changed, 0 unchanged, 0 revoked
read as Outlook, contacts exported as comma separated values (mapping `outlook`)
anna@acme.example authorised: 1 of 5 seats taken
columns that say nothing here are passed over: Title, Notes
line 3: left out, there is no e-mail address
[exit 0]
$ sladesk import contacts google.csv --customer acme
imported 1 people: 1 authorised, 0 changed, 0 unchanged, 0 revoked
read as Google Contacts, exported as Google CSV (mapping `google`)
max@acme.example authorised: 2 of 5 seats taken
the column `E-mail 1 - Type` says nothing here and is passed over
line 2: of several addresses the first is taken, max@acme.example
[exit 0]
$ sladesk import contacts zendesk.csv --customer acme
imported 1 people: 1 authorised, 0 changed, 0 unchanged, 0 revoked
read as Zendesk Support, users as csv (mapping `zendesk`)
ines@acme.example authorised: 3 of 5 seats taken
columns that say nothing here are passed over: external_id, details, notes, restriction, tags
[exit 0]
$ sladesk contact list --fields contact,name,phone
anna@acme.example	Anna Öberg	+46 8 123
max@acme.example	Max Muster	+49 30 1
ines@acme.example	Ines Vega	-
[exit 0]

"#]],
    );
}

/// A table of a program that nobody knows.
const CRM: &str = "\
name      = \"crm\"
delimiter = \"|\"
encoding  = \"windows-1252\"
unknown   = [\"n/a\"]
optional  = [\"phone\"]

[columns]
email          = [\"Mail\", \"Mail (private)\"]
name-parts     = [\"Given\", \"Family\"]
phone          = \"Tel\"
language       = \"Speaks\"
start          = \"Since\"
end            = \"Until\"
organisation   = \"Company\"
status         = \"Kind\"

[times]
format = \"%d.%m.%Y\"

[language]
\"Deutsch\" = \"de\"

[organisation]
\"ACME Sociedad\" = \"acme\"

[status]
\"supplier\" = \"skip\"
";

#[test]
fn a_mapping_says_what_the_columns_of_any_table_mean() {
    let desk = business();
    desk.done("sladesk customer add beta --name \"Beta GmbH\"");
    desk.file("crm.toml", CRM);
    let table = "Family|Given|Mail|Mail (private)|Speaks|Since|Until|Company|Kind|Age\n\
                 Stra\u{df}er|Ann|n/a|ann@acme.example|Deutsch|01.10.2026||ACME Sociedad||31\n\
                 Roe|Bo|bo@beta.example||||31.12.2026|beta gmbh||\n\
                 Vega|Cy|cy@acme.example||||31.12.2026|acme ltd||\n\
                 Lee|Di|di@supply.example|||||acme|supplier|\n\
                 Poe|Ed|n/a||||||acme|\n\
                 Ray|Flo|flo@acme.example||||||acme\n";
    let bytes: Vec<u8> = table
        .chars()
        .map(|c| u8::try_from(u32::from(c)).expect("latin 1"))
        .collect();
    std::fs::write(desk.path("crm.csv"), bytes).expect("written");
    desk.file(
        "odd.csv",
        "Mail|Given|Family|Speaks|Since|Until|Company|Kind\n\
                          a@x.example|A|A||2026-02-03||acme|\n\
                          b@x.example|B|B||||Gamma|\n",
    );
    desk.file("less.csv", "Mail|Given\na@x.example|A\n");
    desk.file("odd.toml", &CRM.replace("= \"skip\"", "= \"open\""));
    desk.shows(
        &[
            "sladesk import contacts crm.csv --customer acme --mapping crm.toml -n",
            "sladesk import contacts crm.csv --customer acme --mapping crm.toml",
            "sladesk contact list --fields contact,name,language,start,end",
            "sladesk import contacts odd.csv --customer acme --mapping crm.toml",
            "sladesk import contacts less.csv --customer acme --mapping crm.toml",
            "sladesk import contacts crm.csv --customer acme --mapping odd.toml",
            "sladesk import contacts crm.csv --customer acme --mapping gogle",
        ],
        str![[r#"
$ sladesk import contacts crm.csv --customer acme --mapping crm.toml -n
would import 2 people: 2 authorised, 0 changed, 0 unchanged, 0 revoked
ann@acme.example authorised from 2026-10-01: 1 of 5 seats taken
cy@acme.example authorised until 2026-12-31: 2 of 5 seats taken
the column `Age` says nothing here and is passed over
line 5: left out, as `supplier`
line 6: left out, there is no e-mail address
line 3: left out, of the customer `beta`
line 7: left out, no organisation is named
[exit 0]
$ sladesk import contacts crm.csv --customer acme --mapping crm.toml
imported 2 people: 2 authorised, 0 changed, 0 unchanged, 0 revoked
ann@acme.example authorised from 2026-10-01: 1 of 5 seats taken
cy@acme.example authorised until 2026-12-31: 2 of 5 seats taken
the column `Age` says nothing here and is passed over
line 5: left out, as `supplier`
line 6: left out, there is no e-mail address
line 3: left out, of the customer `beta`
line 7: left out, no organisation is named
[exit 0]
$ sladesk contact list --fields contact,name,language,start,end
ann@acme.example	Ann Straßer	de	2026-10-01	-
cy@acme.example	Cy Vega	-	2026-10-14	2026-12-31
[exit 0]
$ sladesk import contacts odd.csv --customer acme --mapping crm.toml
error: `2026-02-03` is no day of the form `%d.%m.%Y` (in column `start`)
  on line 2
[exit 7]
$ sladesk import contacts less.csv --customer acme --mapping crm.toml
error: the table has no column `Speaks`, which the mapping names
hint: it has Mail, Given
[exit 7]
$ sladesk import contacts crm.csv --customer acme --mapping odd.toml
error: status `supplier` means `open`; of people it can only be skip
  --> odd.toml:27:2
   |
27 | "supplier" = "open"
   |  ^^^^^^^^
[exit 7]
$ sladesk import contacts crm.csv --customer acme --mapping gogle
error: no mapping `gogle`
hint: did you mean `google`?
hint: built in: outlook, google, zendesk; or name a file
[exit 4]

"#]],
    );
}

#[test]
fn of_a_table_of_several_customers_each_gets_its_own() {
    let desk = business();
    desk.done("sladesk customer add beta --name Beta");
    desk.file(
        "zendesk.csv",
        "name,email,external_id,details,notes,phone,role,restriction,organization,tags\n\
         Ines Vega,ines@acme.example,,,,,end-user,,Acme Ltd,vip\n\
         Bo Roe,bo@beta.example,,,,,end-user,,Beta,\n\
         Minh,minh@desk.example,,,,,agent,,,\n\
         Cy,cy@nowhere.example,,,,,end-user,,,\n",
    );
    for (customer, who) in [("acme", "ines@acme.example"), ("beta", "bo@beta.example")] {
        desk.tells(
            &format!("sladesk import contacts zendesk.csv --customer {customer}"),
            r#"{"rows": 1, "added": 1}"#,
        );
        let listed = desk.done(&format!(
            "sladesk contact list customer:{customer} --fields contact"
        ));
        assert_eq!(listed.trim(), who);
    }
}

/// One line without a name or with no address of mail keeps nobody else out.
#[test]
fn who_has_no_name_in_a_list_of_contacts_is_called_by_company_or_address() {
    let desk = business();
    desk.file(
        "outlook.csv",
        "First Name,Last Name,Company,E-mail Address\n,,Acme Ltd,front@acme.example\n\
         Ex,Change,Acme Ltd,/o=ExchangeLabs/ou=Exchange/cn=Recipients/cn=abc-ex\n",
    );
    desk.file(
        "google.csv",
        "First Name,E-mail 1 - Value\n,other@acme.example\n,dana@acme.example\n",
    );
    desk.done("sladesk contact add acme dana@acme.example --name \"Dana Ruiz\"");
    desk.tells(
        "sladesk import contacts outlook.csv --customer acme",
        r#"{"added": 1, "left_out": [{"line": 3, "says": "left out, there is no e-mail address"}]}"#,
    );
    desk.tells(
        "sladesk import contacts google.csv --customer acme",
        r#"{"added": 1, "unchanged": 1}"#,
    );
    assert_eq!(
        desk.done("sladesk contact list --fields contact,name"),
        "dana@acme.example\tDana Ruiz\nfront@acme.example\tAcme Ltd\n\
         other@acme.example\tother@acme.example\n"
    );
}

/// A list of contacts is everybody whom one knows: its company says whose each is.
#[test]
fn of_a_list_of_contacts_nobody_of_another_company_is_authorised() {
    let desk = business();
    desk.done("sladesk customer add evil --name Evil");
    let outlook = |mail: &str, company: &str| ("First Name", mail.to_owned(), company.to_owned());
    for (name, mail, company) in [
        outlook("E-mail Address", "Company"),
        outlook("E-Mail-Adresse", "Firma"),
        outlook("Adresse de messagerie", "Société"),
        outlook("Dirección de correo electrónico", "Organización"),
        outlook("Endereço de email", "Empresa"),
        outlook("Endereço de correio electrónico", "Empresa"),
        outlook("Адрес эл. почты", "Организация"),
        outlook("E-mail 1 - Value", "Organization Name"),
        outlook("E-mail 1 - Value", "Organization 1 - Name"),
    ] {
        let table = |rows: &str| format!("{name},{mail},{company}\n{rows}");
        desk.file(
            "known.csv",
            &table("Ann,ann@acme.example,Acme Ltd\nMallory,mallory@evil.example,Evil\nCy,cy@x.example,\n"),
        );
        let told = desk.json("sladesk import contacts known.csv --customer acme");
        assert_eq!(told["rows"], 1, "{company}: {told}");
        assert_eq!(
            told["left_out"],
            serde_json::json!([
                {"line": 3, "says": "left out, of the customer `evil`"},
                {"line": 4, "says": "left out, no organisation is named"},
            ]),
            "{company}"
        );
        assert_eq!(told["passed_over"], serde_json::json!([]), "{company}");
        // who is a contact already is one without a company, too
        desk.file(
            "again.csv",
            &table("Ann,ann@acme.example,\nBea,bea@acme.example,Acme\nM,m@evil.example,Evil\n"),
        );
        let told =
            desk.json("sladesk import contacts again.csv --customer acme --revoke-missing -n");
        assert_eq!(
            (&told["rows"], &told["revoked"]),
            (&2.into(), &0.into()),
            "{told}"
        );
    }
    assert_eq!(
        desk.done("sladesk contact list --fields contact"),
        "ann@acme.example\n"
    );
}

/// As soon as one line names a company, a line without one, or with one that no customer is called, is
/// nobody's: however few companies the list names.
#[test]
fn of_a_list_of_contacts_a_company_that_is_no_customer_authorises_nobody() {
    let desk = business();
    desk.done("sladesk customer add evil --name Evil");
    let header = "First Name,E-mail Address,Company\n";
    let stranger = "Joe,joe@plumber.example,\n";
    for (rows, taken) in [
        (format!("Mal,mal@evil.example,Evil\n{stranger}"), 0),
        (format!("Ann,ann@acme.example,Acme Ltd\n{stranger}"), 1),
        (format!("Bo,bo@bank.example,Bank Ltd\n{stranger}"), 0),
        (
            format!("Ann,ann@acme.example,acme\nBo,bo@bank.example,Bank Ltd\n{stranger}"),
            1,
        ),
        // whom the list gives no company at all is of the customer that was said
        ("Ann,ann@acme.example,\n".to_owned(), 1),
    ] {
        desk.file("list.csv", &format!("{header}{rows}"));
        desk.tells(
            "sladesk import contacts list.csv --customer acme -n",
            &format!(r#"{{"rows": {taken}, "added": {taken}}}"#),
        );
    }
    // who is a contact already stays one, also where the list is whole
    desk.done("sladesk contact add acme joe@plumber.example --name Joe");
    desk.file(
        "list.csv",
        &format!("{header}Bo,bo@bank.example,Bank Ltd\n{stranger}Cy,cy@acme.example,ACME SA\n"),
    );
    desk.shows(
        &[
            "sladesk import contacts list.csv --customer acme --revoke-missing",
            "sladesk import contacts list.csv --customer acme --organisation \"acme sa\"",
            "sladesk import contacts list.csv --customer acme --organisation \"acme as\"",
        ],
        str![[r#"
$ sladesk import contacts list.csv --customer acme --revoke-missing
imported 1 people: 0 authorised, 0 changed, 1 unchanged, 0 revoked
read as Outlook, contacts exported as comma separated values (mapping `outlook`)
line 2: left out, no customer has the name `Bank Ltd`
line 4: left out, no customer has the name `ACME SA`
`--organisation NAME` takes the people of an organisation for this customer's
[exit 0]
$ sladesk import contacts list.csv --customer acme --organisation "acme sa"
imported 2 people: 1 authorised, 0 changed, 1 unchanged, 0 revoked
read as Outlook, contacts exported as comma separated values (mapping `outlook`)
cy@acme.example authorised: 2 of 5 seats taken
line 2: left out, no customer has the name `Bank Ltd`
`--organisation NAME` takes the people of an organisation for this customer's
[exit 0]
$ sladesk import contacts list.csv --customer acme --organisation "acme as"
error: nobody in the table is of `acme as`
hint: did you mean `ACME SA`?
[exit 7]

"#]],
    );
}

#[test]
fn all_mistakes_of_a_table_are_told_at_once() {
    let desk = business();
    desk.file(
        "odd.csv",
        "email,name,language,end,colour\n\
         a@acme.example,A,xx,,\n\
         ,B,,,red\n\
         c@acme.example,C,,someday,\n\
         a@acme.example,A,,,\n\
         nobody,D,,,\n\
         e@acme.example,,,,\n\
         f@acme.example,F,,,,,\n",
    );
    desk.file(
        "quote.csv",
        "email,name\na@acme.example,\"A\nb@acme.example,B\n",
    );
    desk.file("twice.csv", "email,name,name,phnoe\na@acme.example,A,B,1\n");
    let many: Vec<String> = (1..=9)
        .map(|n| format!("p{n}@acme.example,P{n}\n"))
        .collect();
    desk.file("many.csv", &format!("email,name\n{}", many.concat()));
    desk.shows(
        &[
            "sladesk import contacts odd.csv --customer acme",
            "sladesk import contacts quote.csv --customer acme",
            "sladesk import contacts twice.csv --customer acme",
            "sladesk import contacts many.csv --customer acme",
            "sladesk contact list",
        ],
        str![[r#"
$ sladesk import contacts odd.csv --customer acme
error: line 3 has no e-mail address

error: `someday` is no day
  in column `end`
  on line 4
hint: write `2026-03-27`, `today`, `tomorrow` or `in 14 days`

error: a@acme.example stands on line 2 and on line 5

error: `nobody` is no e-mail address
  on line 6
hint: write the address alone: `dana@acme.example`

error: e@acme.example is new and has no name
  on line 7

error: line 8 has 7 columns, the first line 5
hint: `--skip-bad` brings in the good lines (1) and leaves these out
[exit 7]
$ sladesk import contacts quote.csv --customer acme
error: the quote that opens on line 2 is never closed; nothing was imported
hint: a quote within a quoted cell is written twice: `"say ""yes"""`
[exit 7]
$ sladesk import contacts twice.csv --customer acme
error: the table has two columns `name`: which is meant?

error: the table has a column `phnoe`, which says nothing here
hint: did you mean `phone`?
hint: columns are email, name, phone, language, start, end, qualifications
[exit 7]
$ sladesk import contacts many.csv --customer acme
error: acme has no seat left: creatio/business has 5 (CR-1)
  authorised (5 of 5 seats): p1@acme.example, p2@acme.example, p3@acme.example,
  p4@acme.example, p5@acme.example
  nobody was imported, those above whom the table names neither; 4 did not fit:
  p6@acme.example, p7@acme.example, p8@acme.example, p9@acme.example
hint: take whom the contract does not cover out of the table; `--revoke-missing` frees the seats of who is not in it
[exit 3]
$ sladesk contact list
[exit 0]

"#]],
    );
}

#[test]
fn an_empty_table_or_one_of_strangers_revokes_nobody_unasked() {
    let desk = business();
    desk.done("sladesk contact add acme dana@acme.example --name \"Dana Ruiz\"");
    desk.file("empty.csv", "email,name\n");
    desk.file("strangers.csv", "email,name\nx@beta.example,X\n");
    desk.shows(
        &[
            "sladesk import contacts empty.csv --customer acme --revoke-missing",
            "sladesk import contacts strangers.csv --customer acme --revoke-missing",
            "sladesk contact list --fields contact,seat",
            "sladesk import contacts empty.csv --customer acme --revoke-missing -n",
            "sladesk import contacts empty.csv --customer acme --revoke-missing -y",
        ],
        str![[r#"
$ sladesk import contacts empty.csv --customer acme --revoke-missing
error: the table is empty, and the import would revoke dana@acme.example and nobody can be asked here
hint: add `--yes`, or `--dry-run` to see which
[exit 2]
$ sladesk import contacts strangers.csv --customer acme --revoke-missing
error: the import would revoke dana@acme.example and nobody can be asked here
hint: add `--yes`, or `--dry-run` to see which
[exit 2]
$ sladesk contact list --fields contact,seat
dana@acme.example	held
[exit 0]
$ sladesk import contacts empty.csv --customer acme --revoke-missing -n
would import 0 people: 0 authorised, 0 changed, 0 unchanged, 1 revoked
dana@acme.example revoked
[exit 0]
$ sladesk import contacts empty.csv --customer acme --revoke-missing -y
imported 0 people: 0 authorised, 0 changed, 0 unchanged, 1 revoked
dana@acme.example revoked
[exit 0]

"#]],
    );
}

#[test]
fn our_own_list_goes_back_in_unchanged() {
    let desk = business();
    desk.done("sladesk customer add beta --name Beta");
    for line in [
        "contact add acme dana@acme.example --name \"Dana Ruiz\" --phone \"+34 600 000 000\"",
        "contact add acme eva@acme.example --name \"=1+1\" --phone 5 --language es --end 2026-12-31",
        "contact add acme luis@acme.example --name \"O'Hara, Luis\" --start 2026-11-01",
        "contact add acme ines@acme.example --name Ines --start 2026-10-01",
        "contact revoke ines@acme.example --end 2026-10-10",
    ] {
        desk.done(&format!("sladesk {line}"));
    }
    for (file, fields) in [
        ("list.csv", ""),
        (
            "all.csv",
            " --fields contact,customer,name,email,phone,start,end,language,seat,qualifications,open_tickets",
        ),
    ] {
        let list = desk.done(&format!("sladesk contact list -f csv{fields}"));
        assert!(list.contains(",+34 600 000 000,"), "{list}");
        assert!(list.contains(",'=1+1,"), "{list}");
        desk.file(file, &list);
        desk.tells(
            &format!("sladesk import contacts {file} --customer acme --revoke-missing"),
            r#"{"rows": 4, "added": 0, "changed": 0, "unchanged": 4, "revoked": 0, "left_out": []}"#,
        );
        assert_eq!(
            desk.done(&format!("sladesk contact list -f csv{fields}")),
            list
        );
    }
    desk.tells(
        "sladesk import contacts list.csv --customer beta",
        r#"{"rows": 0, "added": 0, "left_out": [{"line": 2}, {"line": 3}, {"line": 4}, {"line": 5}]}"#,
    );
}

#[test]
fn outlooks_tables_come_in_as_its_editions_write_them() {
    let desk = business();
    for (header, name) in [
        (
            "Anrede,Vorname,Weitere Vornamen,Nachname,E-Mail-Adresse,Telefon geschäftlich",
            "German",
        ),
        (
            "Titre,Prénom,Deuxième prénom,Nom,Adresse de messagerie,Téléphone (bureau)",
            "French",
        ),
        (
            "Title,Nombre,Segundo nombre,Apellidos,E-mail Address,Teléfono del trabajo",
            "Spanish",
        ),
        (
            "Tratamento,Primeiro nome,Segundo nome,Sobrenome,E-mail Address,Telefone comercial",
            "Brazilian",
        ),
        (
            "Título,Nome,Segundo nome,Sobrenome,Endereço de email,Telefone comercial",
            "Brazilian too",
        ),
        (
            "Título,Primeiro nome,Outros nomes/apelidos,Apelido,Endereço de correio electrónico,\
             Telefone da empresa",
            "Portuguese",
        ),
        (
            "Обращение,Имя,Отчество,Фамилия,Адрес эл. почты,Рабочий телефон",
            "Russian",
        ),
        (
            "Titolo,Nome,Secondo nome,Cognome,Indirizzo posta elettronica,Ufficio",
            "Italian",
        ),
        (
            "Titel,Voornaam,Middelste naam,Achternaam,E-mailadres,Telefoon op werk",
            "Dutch",
        ),
        (
            "Tytuł,Imię,Drugie imię,Nazwisko,Adres e-mail,Telefon służbowy",
            "Polish",
        ),
        (
            "Titel,Förnamn,Mellannamn,Efternamn,E-postadress,\"Telefon, arbete\"",
            "Swedish",
        ),
    ] {
        let row = format!("Dr.,Ana,{name},Öberg,ana@acme.example,+1 2");
        desk.file("people.csv", &format!("{header}\n{row}\n"));
        desk.done("sladesk import contacts people.csv --customer acme");
        let found = desk.done("sladesk contact list ana --fields name,phone");
        assert_eq!(found, format!("Ana {name} Öberg\t+1 2\n"), "{header}");
    }
}

/// In Japanese the name of the family stands first.
#[test]
fn addresses_and_names_are_told_apart_and_cards_are_no_table() {
    let desk = business();
    desk.file(
        "ja.csv",
        "敬称,名,ミドル ネーム,姓,会社名,電子メール アドレス,会社電話\n,太郎,,山田,Acme,taro@acme.example,+81 1\n",
    );
    desk.done("sladesk import contacts ja.csv --customer acme");
    desk.file(
        "own.csv",
        "email,name\nmailto:ann@acme.example,Ann\nBo Roe <bo@acme.example>,\n\"\"\"Cy Lee\"\" <cy@acme.example>\",Cy\n",
    );
    desk.done("sladesk import contacts own.csv --customer acme");
    assert_eq!(
        desk.done("sladesk contact list --fields contact,name"),
        "taro@acme.example\t山田 太郎\nann@acme.example\tAnn\nbo@acme.example\tBo Roe\ncy@acme.example\tCy\n"
    );
    desk.file("people.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:x\nEND:VCARD\n");
    desk.fails(
        "import contacts people.vcf --customer acme",
        7,
        "the file is cards of people (.vcf), no table\nhint: export the contacts as csv",
    );
}

#[test]
fn the_tables_of_others_come_in_as_they_are() {
    let folder = crate::sandbox::sources().join("tests/cli/cases_of_others");
    let desk = business();
    for file in ["c_outlook.csv", "c_google.csv", "c_zendesk.csv"] {
        let path = folder.join(file).display().to_string();
        desk.tells(
            &format!("sladesk import contacts {path} --customer acme"),
            r#"{"rows": 1, "added": 1, "left_out": []}"#,
        );
    }
}

#[test]
fn bad_lines_stay_out_where_they_may_and_the_others_come_in() {
    let desk = business();
    desk.file(
        "people.csv",
        "email,name,end\ndana@acme.example,Dana Ruiz,\nluis at acme,Luis Soto,\n,Nobody,\n\
         eva@acme.example,Eva Roth,soon\ndana@acme.example,Dana again,\nivo@acme.example,,\n",
    );
    let line = "import contacts people.csv --customer acme";
    // what stands in a file is its mistake, whatever a word typed so would be
    let refused = desk.run(&format!("sladesk {line}"));
    assert_eq!(refused.status, 7, "{refused}");
    assert!(
        refused
            .stderr
            .contains("`--skip-bad` brings in the good lines (1) and leaves these out\n"),
        "{refused}"
    );
    assert_eq!(
        desk.json("sladesk contact list").as_array().map(Vec::len),
        Some(0)
    );
    desk.fails(
        &format!("{line} --skip-bad --revoke-missing"),
        2,
        "`--skip-bad` and `--revoke-missing` exclude each other",
    );
    let told = desk.json(&format!("sladesk {line} --skip-bad"));
    assert_eq!(
        (&told["rows"], &told["added"]),
        (&1.into(), &1.into()),
        "{told}"
    );
    let bad = told["bad"].as_array().expect("a list").iter();
    let bad: Vec<i64> = bad.filter_map(|bad| bad["line"].as_i64()).collect();
    assert_eq!(bad, [3, 4, 5, 6, 7]);
    let said = desk.run(&format!("sladesk {line} --skip-bad")).stderr;
    for each in [
        "line 3: ",
        "line 4 has no e-mail address",
        "line 5: ",
        "dana@acme.example stands on line 2 and on line 6",
        "line 7: ivo@acme.example is new and has no name",
    ] {
        assert!(said.contains(each), "{each}: {said}");
    }
    // nothing good, nothing done
    desk.file("odd.csv", "email,name\nluis at acme,Luis Soto\n");
    desk.fails(
        "import contacts odd.csv --customer acme --skip-bad",
        7,
        "`luis at acme`",
    );
    // who has no seat is nobody's mistake
    let many: String = (0..7)
        .map(|n| format!("p{n}@acme.example,P {n}\n"))
        .collect();
    desk.file("many.csv", &format!("email,name\nodd,Odd\n{many}"));
    let said = desk.run("sladesk import contacts many.csv --customer acme --skip-bad");
    assert!(said.stderr.contains("neither; 3 did not fit"), "{said}");
    assert_eq!(
        desk.json("sladesk contact list").as_array().map(Vec::len),
        Some(1)
    );
}

#[test]
fn a_day_that_is_none_is_told_with_its_column() {
    let desk = business();
    desk.file(
        "people.csv",
        "email,name,start,end\na@acme.example,A,2026-13-05,\nb@acme.example,B,,soon\n",
    );
    let ran = desk.run("sladesk import contacts people.csv --customer acme");
    assert_eq!(ran.status, 7, "{ran}");
    for says in ["in column `start`", "in column `end`"] {
        assert!(ran.stderr.contains(says), "{says}: {ran}");
    }
}
