//! The same through `sshd` itself, one connection a process and without a port.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use crate::sandbox::Sandbox;

const SSHD: &str = "/usr/sbin/sshd";

/// Why it cannot be tried here, or nothing.
fn missing() -> Option<&'static str> {
    if !Path::new(SSHD).exists() || !Path::new("/usr/bin/ssh").exists() {
        return Some("sshd or ssh is not installed");
    }
    // where root starts it, sshd wants a folder that the system makes when it starts
    let root = std::fs::metadata("/proc/self")
        .is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    match !root || std::fs::create_dir_all("/run/sshd").is_ok() {
        true => None,
        false => Some("/run/sshd cannot be made"),
    }
}

fn key(path: &Path) -> String {
    let made = Command::new("/usr/bin/ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-f"])
        .arg(path)
        .status();
    assert!(made.is_ok_and(|status| status.success()), "a key");
    std::fs::read_to_string(path.with_extension("pub")).expect("its public half")
}

/// A sandbox whose desk is behind sshd, in the sandbox's own folder `far`.
fn behind_sshd() -> Sandbox {
    let sandbox = Sandbox::in_file();
    let at = |name: &str| sandbox.path(name).display().to_string();
    std::fs::create_dir_all(sandbox.path("far")).expect("a folder");
    key(&sandbox.path("host"));
    let (login, wall) = (key(&sandbox.path("login")), key(&sandbox.path("wall")));
    let program = env!("CARGO_BIN_EXE_sladesk");
    let desk = at("far/desk.db");
    sandbox.file(
        "authorized_keys",
        &format!(
            "environment=\"SLADESK_DB={desk}\" {login}\
             restrict,command=\"{program} --db {desk} serve --actor wall --read-only\" {wall}"
        ),
    );
    std::fs::create_dir_all(sandbox.path("bin")).expect("a folder");
    std::os::unix::fs::symlink(program, sandbox.path("bin/sladesk")).expect("a link");
    sandbox.file(
        "sshd_config",
        &format!(
            "HostKey {host}\nAuthorizedKeysFile {keys}\nStrictModes no\nUsePAM no\n\
             PasswordAuthentication no\nKbdInteractiveAuthentication no\n\
             PermitRootLogin yes\nPermitUserEnvironment yes\nPidFile none\n\
             SetEnv PATH={bin}:/usr/bin:/bin\n",
            host = at("host"),
            keys = at("authorized_keys"),
            bin = at("bin"),
        ),
    );
    for (name, key) in [("far", "login"), ("wall", "wall")] {
        sandbox.file(
            &format!("ssh_{name}"),
            &format!(
                "ProxyCommand {SSHD} -i -f {config}\nIdentityFile {key}\nIdentitiesOnly yes\n\
                 StrictHostKeyChecking no\nUserKnownHostsFile /dev/null\n",
                config = at("sshd_config"),
                key = at(key),
            ),
        );
    }
    sandbox
}

#[test]
fn sshd_hands_everything_through() {
    if let Some(why) = missing() {
        println!("skipped: {why}");
        return;
    }
    let sandbox = behind_sshd();
    assert_eq!(
        std::fs::metadata(sandbox.path("login"))
            .map(|own| own.permissions().mode() & 0o77)
            .ok(),
        Some(0)
    );
    let by = |name: &str| {
        let config = sandbox.path(&format!("ssh_{name}"));
        sandbox.file(
            ".config/sladesk/config.toml",
            &format!(
                "db = \"ssh://desk1\"\nssh = \"/usr/bin/ssh -F {}\"\n",
                config.display()
            ),
        );
    };
    by("far");
    for line in [
        "db init --zone Europe/Madrid",
        "customer add acme --name Acme",
        "contract sign acme csd-group/elite --start 2026-10-01 --set contacts=3 --set channels=phone,email",
        "contact add acme dana@acme.example --name Dana",
        "open dana@acme.example \"Nobody can log in\" -p p1 -c phone",
    ] {
        sandbox.done(&format!("sladesk {line}"));
    }
    let replied = sandbox.run_with("sladesk reply 1 -F -", "it's \"done\" $HOME\n\u{1f600}\n");
    assert_eq!(replied.status, 0, "{replied}");
    let shown = sandbox.json("sladesk show 1");
    assert!(
        shown.to_string().contains("it's \\\"done\\\" $HOME"),
        "{shown}"
    );
    assert_eq!(sandbox.run("sladesk show 9").status, 4);
    sandbox.done("sladesk list -o list.xlsx");
    let sheet = std::fs::read(sandbox.path("list.xlsx")).expect("it is here");
    assert!(sheet.starts_with(b"PK"));
    assert!(sandbox.path("far/desk.db").exists());

    by("wall");
    assert!(sandbox.done("sladesk list").contains("Nobody can log in"));
    sandbox.fails("reply 1 -m x", 5, "this key may read the desk");
}
