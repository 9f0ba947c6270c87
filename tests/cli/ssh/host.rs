//! A host that is a folder, and an `ssh` that does what sshd does.

use crate::sandbox::Sandbox;

/// A sandbox whose desk is on a host where somebody has a login.
pub fn with_login() -> Sandbox {
    let sandbox = Sandbox::in_file();
    let host = sandbox.path("far");
    std::fs::create_dir_all(host.join("bin")).expect("a folder of the host");
    let program = host.join("bin/sladesk");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_sladesk"), program).expect("a link");
    let far = host.display();
    let ssh = sandbox.file(
        "ssh.sh",
        &format!(
            "echo \"$@\" >> \"$HOME/asked\"\n\
             for last; do :; done\n\
             cd {far} || exit 255\n\
             exec env -i HOME={far} LOGNAME=tess PATH={far}/bin:/usr/bin:/bin sh {far}/.asked.sh \"$last\"\n"
        ),
    );
    sandbox.file("far/.asked.sh", "eval \"$1\"\n");
    let ssh = ssh.display();
    sandbox.file(
        ".config/sladesk/config.toml",
        &format!("db = \"ssh://far\"\nssh = \"sh {ssh}\"\n\n[filters]\nhot = \"priority:p1\"\n"),
    );
    sandbox
}

/// From now on it is reached by a key that has this command in authorized_keys.
pub fn give_key(sandbox: &Sandbox, command: &str) {
    let script = format!("SSH_ORIGINAL_COMMAND=\"$1\"\nexport SSH_ORIGINAL_COMMAND\n{command}\n");
    sandbox.file("far/.asked.sh", &script);
}
