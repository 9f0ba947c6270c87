use super::*;
use crate::failure::Exit;

fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder for the test");
    let config = home.path().join(".config/sladesk");
    std::fs::create_dir_all(&config).expect("a folder in it");
    let file = "db = \"~/desks/one.db\"\nactor = \"from-file\"\npager = \"more\"\n";
    std::fs::write(config.join("config.toml"), file).expect("a file in it");
    home
}

fn environment(home: &tempfile::TempDir, more: [(&str, &str); 2]) -> Environment {
    let home = home.path().to_str().expect("a readable path");
    Environment::of([("HOME", home), more[0], more[1]])
}

#[test]
fn a_flag_weighs_more_than_a_variable_and_that_more_than_the_file() {
    let home = home();
    let flags = |actor: Option<&str>| Flags {
        actor: actor.map(str::to_owned),
        ..Flags::default()
    };
    for (flag, variable, actor, origin) in [
        (
            Some("from-flag"),
            "from-variable",
            "from-flag",
            "--actor".to_owned(),
        ),
        (
            None,
            "from-variable",
            "from-variable",
            "SLADESK_ACTOR".to_owned(),
        ),
        (
            None,
            "",
            "from-file",
            format!("{}/.config/sladesk/config.toml:2", home.path().display()),
        ),
    ] {
        let environment = environment(&home, [("SLADESK_ACTOR", variable), ("USER", "login")]);
        let settings = Settings::resolve(flags(flag), environment).expect("all is well");
        assert_eq!(settings.actor.value, actor);
        assert_eq!(settings.actor.origin.to_string(), origin);
        assert_eq!(settings.login, "login");
    }
}

#[test]
fn the_home_folder_in_the_file_is_the_persons_own() {
    let home = home();
    let settings = Settings::resolve(
        Flags::default(),
        environment(&home, [("", ""), ("USER", "x")]),
    );
    let settings = settings.expect("all is well");
    assert_eq!(settings.db.value, home.path().join("desks/one.db"));
    assert_eq!(
        settings.default_db(),
        home.path().join(".local/share/sladesk/desk.db")
    );
}

#[test]
fn a_pager_that_is_not_ours_weighs_less_than_the_file() {
    let home = home();
    let pager = |variables| {
        let settings = Settings::resolve(Flags::default(), environment(&home, variables));
        settings.expect("all is well").pager.value
    };
    assert_eq!(pager([("PAGER", "less"), ("USER", "x")]), "more");
    assert_eq!(pager([("SLADESK_PAGER", "most"), ("USER", "x")]), "most");
}

#[test]
fn now_is_an_instant_with_its_zone_or_nothing() {
    let now = |text: &str| {
        let environment = Environment::of([("SLADESK_NOW", text)]);
        let settings = Settings::resolve(Flags::default(), environment);
        settings
            .map(|settings| settings.present)
            .map_err(|failure| failure.exit())
    };
    let given = "2026-10-14T10:00:00Z".parse().expect("an instant");
    assert_eq!(
        now("2026-10-14T12:00:00+02:00"),
        Ok(PresentSource::Given(given))
    );
    assert_eq!(now("yesterday"), Err(Exit::Usage));
}

#[test]
fn the_output_chooses_the_format_unless_one_is_asked_for() {
    let resolved = |format: Option<&str>, output: &str| {
        let flags = Flags {
            format: format.map(|word| Format::of_word(word).expect("a format")),
            output: Some(PathBuf::from(output)),
            ..Flags::default()
        };
        let settings = Settings::resolve(flags, Environment::default()).expect("all is well");
        (settings.format, settings.output)
    };
    assert_eq!(
        resolved(None, "a.csv"),
        (Some(Format::Csv), Output::File("a.csv".into()))
    );
    assert_eq!(resolved(Some("json"), "a.csv").0, Some(Format::Json));
    assert_eq!(resolved(None, "-"), (None, Output::Stdout));
    assert_eq!(
        resolved(None, "out/"),
        (None, Output::Folder("out/".into()))
    );
}
