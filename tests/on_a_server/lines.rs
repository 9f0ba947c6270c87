//! Lines that nobody else can read, and passwords that nobody is told.

use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::sandbox::Sandbox;
use crate::test_server::TestServer;

const PASSWORD: &str = "s3cret-and-long";

/// Makes keys and certificates in a folder: of somebody who certifies servers, and of a server.
fn certified(folder: &Path) -> bool {
    std::fs::write(folder.join("names"), "subjectAltName=DNS:localhost\n").expect("a file");
    let all = "\
        openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=whom-we-trust -keyout ca.key -out ca.crt && \
        openssl req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout server.key -out server.csr && \
        openssl x509 -req -days 30 -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -extfile names -out server.crt && \
        openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout other.key -out other.crt";
    let mut made = Command::new("sh");
    made.args(["-c", all])
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .is_ok_and(|ran| ran.status.success())
}

/// A server that lets in over TLS and by password alone, and its port.
fn server(folder: &Path) -> Option<(TestServer, u16)> {
    if !certified(folder) {
        eprintln!("skipped: openssl makes no certificates on this machine");
        return None;
    }
    let free = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let port = free.local_addr().expect("it has one").port();
    drop(free);
    let port_setting = format!("port={port}");
    let server = TestServer::with(&["listen_addresses=localhost", &port_setting])?;
    let data = server.folder();
    shows(&server, folder, "server");
    let rules = "local all all trust\nhostssl all all all scram-sha-256\n";
    std::fs::write(data.join("pg_hba.conf"), rules).expect("its rules");
    Some((server, port))
}

/// Has a server show that certificate when it reads its settings next.
fn shows(server: &TestServer, folder: &Path, certificate: &str) {
    let data = server.folder();
    let owner = std::fs::metadata(&data).expect("its folder");
    for end in ["key", "crt"] {
        let to = data.join(format!("server.{end}"));
        std::fs::copy(folder.join(format!("{certificate}.{end}")), &to).expect("a copy");
        let _ = chown(&to, Some(owner.uid()), Some(owner.gid()));
        std::fs::set_permissions(&to, PermissionsExt::from_mode(0o600)).expect("its mode");
    }
}

/// What a line said, under these variables.
fn asked(
    sandbox: &Sandbox,
    address: &str,
    variables: &[(&str, &str)],
    line: &str,
) -> (i32, String) {
    let mut command = sandbox.command();
    command.args(line.split(' ')).stdin(Stdio::null());
    command
        .env("SLADESK_DB", address)
        .envs(variables.iter().copied());
    let output = command.output().expect("it runs");
    let said =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let said = said.concat();
    assert!(!said.contains(PASSWORD), "{said}");
    (output.status.code().unwrap_or(-1), said)
}

#[test]
fn a_line_is_encrypted_by_whom_we_trust_and_a_password_is_told_to_nobody() {
    let sandbox = Sandbox::new();
    let folder = sandbox.path("keys");
    std::fs::create_dir(&folder).expect("a folder");
    let Some((server, port)) = server(&folder) else {
        return;
    };
    let database = crate::ServerDatabase::new(&server);
    let name = database.tells("SELECT current_database()");
    assert!(database.runs("ALTER SYSTEM SET ssl = on") && database.runs("SELECT pg_reload_conf()"));
    crate::until("it has its certificate", || {
        database.tells("SHOW ssl") == "on"
    });
    let role = format!("CREATE ROLE minh LOGIN SUPERUSER PASSWORD '{PASSWORD}'");
    assert!(database.runs(&role));
    let file = |name: &str| folder.join(name).display().to_string();
    let at = |host: &str, more: &str| format!("postgres://minh@{host}:{port}/{name}?{more}");
    let secret = at(
        "localhost",
        &format!("sslmode=require&sslrootcert={}", file("ca.crt")),
    );
    let known = [("PGPASSWORD", PASSWORD)];
    let ask =
        |address: &str, variables: &[(&str, &str)], line| asked(&sandbox, address, variables, line);

    let (status, said) = ask(&secret, &known, "db init --zone UTC");
    assert_eq!(status, 0, "{said}");
    let (status, said) = ask(&secret, &known, "customer add acme --name Acme");
    assert_eq!(status, 0, "{said}");
    let encrypted = "SELECT count(*) FROM pg_stat_ssl WHERE ssl AND pid <> pg_backend_pid()";
    assert_eq!(
        database.tells(encrypted),
        "0",
        "a command's line ends with it"
    );

    // the same from variables and files
    let trusted = file("ca.crt");
    let (status, said) = ask(
        &at("localhost", ""),
        &[
            known[0],
            ("PGSSLMODE", "verify-full"),
            ("PGSSLROOTCERT", &trusted),
        ],
        "overdue",
    );
    assert_eq!(status, 0, "{said}");
    let kept = sandbox.file(
        "passwords",
        &format!("localhost:*:{name}:minh:{PASSWORD}\n"),
    );
    let kept = kept.display().to_string();
    let by_file = [("PGPASSFILE", kept.as_str())];
    for (mode, expected, says) in [
        (0o600, 0, ""),
        (0o644, 2, "others may read the passwords in"),
    ] {
        std::fs::set_permissions(&kept, PermissionsExt::from_mode(mode)).expect("its mode");
        let (status, said) = ask(&secret, &by_file, "customer list");
        assert_eq!(status, expected, "{said}");
        assert!(said.contains(says), "{said}");
    }

    for (address, variables, says) in [
        (
            secret.clone(),
            &[("PGPASSWORD", "wrong")][..],
            "does not let you in",
        ),
        (secret.clone(), &[], "does not let you in"),
        (
            at("localhost", "sslmode=disable"),
            &known,
            "does not let you in",
        ),
        (
            at("localhost", "sslmode=require"),
            &known,
            "nobody who is trusted vouches for",
        ),
        (
            at(
                "localhost",
                &format!("sslmode=require&sslrootcert={}", file("other.crt")),
            ),
            &known,
            "nobody who is trusted vouches for",
        ),
        // another name than the one that is certified
        (
            at(
                "127.0.0.1",
                &format!("sslmode=require&sslrootcert={}", file("ca.crt")),
            ),
            &known,
            "nobody who is trusted vouches for",
        ),
        (
            at(
                "localhost",
                &format!("sslmode=require&sslrootcert={}", file("none.crt")),
            ),
            &known,
            "cannot read",
        ),
    ] {
        for line in ["overdue", "overdue -f json", "customer add gum --name Gum"] {
            let (status, said) = ask(&address, variables, line);
            assert_eq!(status, 6, "{address} {line}\n{said}");
            assert!(said.contains(says), "{address} {line}\n{said}");
        }
    }
    let (status, said) = ask(&secret, &known, "customer list -f ids");
    assert_eq!((status, said.as_str()), (0, "acme\n"));

    // one that signed itself is an authority's
    shows(&server, &folder, "other");
    assert!(database.runs("SELECT pg_reload_conf()"));
    let itself = at(
        "localhost",
        &format!("sslmode=require&sslrootcert={}", file("other.crt")),
    );
    let says = "is that of an authority, not of a server";
    crate::until(says, || ask(&itself, &known, "overdue").1.contains(says));
}
