#!/usr/bin/env python3
"""Many hands on one PostgreSQL server, and what becomes of their writes when it falls.

    benches/hosts.py SLADESK [CLIENTS] [WRITES] [DESK.jsonl|DESK.db]

SLADESK is a program built with the feature `postgres`. A server of its own is made in a folder that
goes with it; it syncs as a server that matters does. Then:

1. CLIENTS (64) open WRITES (10) tickets each, at once; so do pgbench's clients with one plain row a
   transaction, over a line for each as ours, and over lines that stay. What was acknowledged has to
   be there, each number once, without a gap.
2. The same with clients killed, and then the server, all with kill -9: what was acknowledged is there
   once, what was not is there once or not at all, and `db check` finds nothing.
3. The same with a standby that each commit waits for: the server is killed, the standby promoted, and
   the clients go on there by themselves; what was acknowledged is there.

With DESK.jsonl (of `sladesk export`) a desk of that record is taken in first; of DESK.db, a file, the rows are
copied as they are, but for the index of words. A last part then prints what
questions cost on it (benches/measure.py) and how the server answers them. SLADESK_BENCH_COPIES=5 has what is
over on it five times, each time under customers of its own: copied by the server, row by row, so that no chain
holds, and with gaps in the numbers; what is live is there once. SLADESK_BENCH_PARTS names parts (`many killed
promoted questions`), SLADESK_BENCH_DIR where the server is to lie, SLADESK_BENCH_NOW when questions are asked.
"""
import glob
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

sladesk = os.path.abspath(sys.argv[1])
clients = int(sys.argv[2]) if len(sys.argv) > 2 else 64
writes = int(sys.argv[3]) if len(sys.argv) > 3 else 10
record = os.path.abspath(sys.argv[4]) if len(sys.argv) > 4 else None
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
folders = glob.glob("/usr/lib/postgresql/*/bin") + glob.glob("/usr/local/pgsql/bin")
programs = max(folders, default=None) or os.path.dirname(os.path.realpath(shutil.which("initdb")))
root = os.getuid() == 0
owner = []
if root:
    # the server does not run as root
    import pwd

    names = [name for name in ("postgres", "nobody") if any(u.pw_name == name for u in pwd.getpwall())]
    user = pwd.getpwnam(names[0])
    owner = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


def run(words, **more):
    return subprocess.run(words, check=True, cwd="/", **more)


def program(name, *words):
    return [*owner, os.path.join(programs, name), *words]


class Server:
    """A server in a folder, on a socket there."""

    def __init__(self, folder):
        self.folder = folder
        self.data = os.path.join(folder, "data")
        os.mkdir(folder, 0o755)
        if root:
            os.chown(folder, user.pw_uid, user.pw_gid)

    def make(self):
        run(program("initdb", "-D", self.data, "-A", "trust", "-U", "sladesk", "--no-locale", "-E", "UTF8"), **QUIET)

    def start(self, *settings):
        memory = ["shared_buffers=512MB", "max_wal_size=8GB", f"max_connections={clients * 2 + 40}"]
        words = " ".join(f"-c {word}" for word in [*memory, *settings])
        words = f"-k {self.folder} -c listen_addresses= {words}"
        log = os.path.join(self.folder, "log")
        starts = program("pg_ctl", "-D", self.data, "-w", "-t", "120", "-l", log, "-o", words, "start")
        # what is left of one that was killed takes a moment to go
        for _ in range(20):
            if subprocess.run(starts, cwd="/", **QUIET).returncode == 0:
                return
            time.sleep(0.2)
        sys.exit(open(log).read()[-2000:])

    def kill(self):
        with open(os.path.join(self.data, "postmaster.pid")) as file:
            os.kill(int(file.readline()), signal.SIGKILL)

    def stop(self):
        subprocess.run(program("pg_ctl", "-D", self.data, "-m", "immediate", "stop"), cwd="/", **QUIET)

    def address(self, database):
        return f"postgres://sladesk@{self.folder.replace('/', '%2F')}/{database}"

    def ask(self, sql, database="desk"):
        words = [os.path.join(programs, "psql"), "-XAtqc", sql, self.address(database)]
        return run(words, stdout=subprocess.PIPE, text=True).stdout.strip()


def ours(address, *words):
    return [sladesk, "-q", "--db", address, *words]


def rows_of_file(server, path):
    """The rows of a file in place of those of a new desk."""
    import sqlite3

    file = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    tables = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    tables = [name for name in tables if not name.startswith("search")]

    def cell(value):
        if value is None:
            return "\\N"
        if isinstance(value, bytes):
            return "\\\\x" + value.hex()
        text = str(value).replace("\\", "\\\\")
        return text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")

    for table in tables:
        columns = ", ".join(name for _, name, *_ in file.execute(f"PRAGMA table_info({table})"))
        words = [os.path.join(programs, "psql"), "-XAtq", "-v", "ON_ERROR_STOP=1", server.address("desk")]
        shell = subprocess.Popen(words, stdin=subprocess.PIPE, text=True, cwd="/")
        shell.stdin.write("SET session_replication_role = replica; SET synchronous_commit = off;\n")
        shell.stdin.write(f"DELETE FROM sladesk.{table};\nCOPY sladesk.{table} ({columns}) FROM STDIN;\n")
        for row in file.execute(f"SELECT {columns} FROM {table}"):
            shell.stdin.write("\t".join(map(cell, row)) + "\n")
        shell.stdin.write("\\.\n")
        shell.stdin.close()
        if shell.wait():
            sys.exit(f"the rows of {table} did not go in")


def found(server):
    for name in ("desk", "plain"):
        server.ask(f"CREATE DATABASE {name}", "postgres")
    server.ask("CREATE TABLE written (id bigserial PRIMARY KEY, body text NOT NULL)", "plain")
    address = server.address("desk")
    if record:
        began = time.monotonic()
        if record.endswith(".db"):
            run(ours(address, "db", "init", "--zone", "UTC"), **QUIET)
            rows_of_file(server, record)
        else:
            run(ours(address, "import", "desk", record))
        print(f"taken in: {time.monotonic() - began:.0f} s", flush=True)
        copies = int(os.environ.get("SLADESK_BENCH_COPIES", "1"))
        if copies > 1:
            copied(server, copies)
        began = time.monotonic()
        server.ask("VACUUM ANALYZE")
        print(f"vacuum analyze: {time.monotonic() - began:.0f} s", flush=True)
    else:
        run(ours(address, "db", "init", "--zone", "UTC"), **QUIET)
    run(ours(address, "customer", "add", "crowd", "--name", "Crowd"), **QUIET)
    start = "2026-01-01"
    sign = f"contract sign crowd csd-group/elite --zone UTC --start {start} --set contacts=3 --set channels=phone,email"
    run(ours(address, *sign.split()), **QUIET)
    run(ours(address, "contact", "add", "crowd", "dana@crowd.example", "--name", "Dana"), **QUIET)


# What is shifted in a copy, by the most of it that there is.
SHIFTED = {
    "customer": {"id": "customer", "known": "event"},
    "contact": {"id": "contact", "customer": "customer", "known": "event"},
    "contract": {"id": "contract", "customer": "customer", "known": "event"},
    "contract_terms": {"contract": "contract", "event": "event", "known": "event"},
    "entry": {"id": "entry", "first": "event"},
    "event": {"id": "event", "entry": "entry", "ticket": "ticket", "customer": "customer"},
    "prose": {"event": "event"},
    "ticket": {
        "number": "ticket", "customer": "customer", "contract": "contract", "terms": "event", "contact": "contact",
        "merged_into": "ticket", "last_event": "event", "known": "event",
    },
    "clock": {"ticket": "ticket", "customer": "customer", "contract": "contract", "contact": "contact", "known": "event"},
    "ledger": {"contract": "contract", "event": "event", "ticket": "ticket", "known": "event"},
    "search": {"ticket": "ticket"},
}
WHICH = {
    "customer": "id > 0",
    "event": "customer IS DISTINCT FROM 0",
    "ticket": "ended IS NOT NULL",
    "clock": "ended IS NOT NULL",
}


def copied(server, copies):
    most = {
        name: int(server.ask(f"SELECT COALESCE(max({column}), 0) FROM sladesk.{table}"))
        for name, table, column in [
            ("customer", "customer", "id"), ("contact", "contact", "id"), ("contract", "contract", "id"),
            ("entry", "entry", "id"), ("event", "event", "id"), ("ticket", "ticket", "number"),
        ]
    }
    for table, shifted in SHIFTED.items():
        columns = server.ask(
            "SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute"
            f" WHERE attrelid = 'sladesk.{table}'::regclass AND attnum > 0"
        ).split()
        values = [
            f"t.{column} + k * {most[shifted[column]]}" if column in shifted
            else f"t.{column} || '-' || k" if (table, column) in [("customer", "key"), ("ticket", "source")]
            else f"t.{column}"
            for column in columns
        ]
        began = time.monotonic()
        server.ask(
            "SET session_replication_role = replica; SET synchronous_commit = off;"
            f" INSERT INTO sladesk.{table} SELECT {', '.join(values)} FROM sladesk.{table} t,"
            f" generate_series(1, {copies - 1}) k WHERE {WHICH.get(table, 'true')}"
        )
        print(f"copies of {table}: {time.monotonic() - began:.0f} s", flush=True)


class Crowd:
    """Clients who open tickets, each with a key of its own, and what they were told."""

    def __init__(self, address):
        self.address = address
        self.lock = threading.Lock()
        self.acknowledged, self.refused, self.took = {}, [], []
        self.running = set()

    def client(self, number, count):
        for turn in range(count):
            key = f"{time.time_ns()}-{number}-{turn}"
            words = ours(self.address, "open", "dana@crowd.example", f"Subject {key}", "-c", "email", "-p", "p3")
            began = time.monotonic()
            process = subprocess.Popen(
                [*words, "--once", key, "-f", "ids"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            )
            with self.lock:
                self.running.add(process)
            said, failed = process.communicate()
            took = time.monotonic() - began
            with self.lock:
                self.running.discard(process)
                if process.returncode == 0:
                    self.acknowledged[key] = int(said)
                    self.took.append(took)
                else:
                    self.refused.append((key, process.returncode, failed.strip().split("\n")[0]))

    def work(self, count, meanwhile=None):
        began = time.monotonic()
        threads = [threading.Thread(target=self.client, args=(n, count)) for n in range(clients)]
        for thread in threads:
            thread.start()
        if meanwhile:
            meanwhile(self)
        for thread in threads:
            thread.join()
        return len(self.acknowledged) / (time.monotonic() - began)

    def kill_some(self, share):
        with self.lock:
            for process in list(self.running):
                if random.random() < share:
                    process.kill()


def judged(server, crowd, title):
    """What was told against what is there."""
    rows = run(
        ours(server.address("desk"), "list", "customer:crowd", "-L", "0", "-f", "json", "--fields", "ticket,subject"),
        stdout=subprocess.PIPE,
    ).stdout
    there = {}
    for row in json.loads(rows):
        there.setdefault(row["subject"].removeprefix("Subject "), []).append(row["ticket"])
    lost = [key for key, number in crowd.acknowledged.items() if there.get(key) != [number]]
    twice = [key for key, numbers in there.items() if len(numbers) > 1]
    gaps = server.ask(
        "SELECT (SELECT max(id) - count(*) FROM sladesk.event), (SELECT max(id) - count(*) FROM sladesk.entry),"
        " (SELECT max(number) - count(*) FROM sladesk.ticket)"
    )
    unsure = sum(1 for key, *_ in crowd.refused if key in there)
    check = subprocess.run(ours(server.address("desk"), "db", "check"), **QUIET).returncode if not record else 0
    took = sorted(crowd.took) or [0]
    words = {}
    for _, code, said in crowd.refused:
        said = said.replace(server.address("desk"), "DESK").split(":")[-1] if said else "killed"
        words[(code, said)] = words.get((code, said), 0) + 1
    print(
        f"{title}: {len(crowd.acknowledged)} acknowledged, {len(lost)} of them lost, {len(twice)} twice,"
        f" gaps {gaps}; {len(crowd.refused)} not acknowledged, of which {unsure} stand; db check {check};"
        f" median {took[len(took) // 2] * 1000:.0f} ms, worst {took[-1] * 1000:.0f} ms"
    )
    for (code, said), count in sorted(words.items()):
        print(f"    {count} ended with {code}: {said}")
    sys.stdout.flush()
    return not (lost or twice or check or gaps != "0|0|0")


def pgbench(server, *flags):
    """Transactions a second of a plain row each."""
    script = os.path.join(server.folder, "insert.sql")
    with open(script, "w") as file:
        file.write(f"INSERT INTO written (body) VALUES ('{'x' * 300}');\n")
    words = program("pgbench", "-n", "-f", script, "-c", str(clients), "-j", "4", "-T", "10", *flags)
    words += ["-h", server.folder, "-U", "sladesk", "plain"]
    said = run(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    return float(next(line for line in said.split("\n") if line.startswith("tps")).split()[2])


def many(server):
    rates = []
    good = True
    for _ in range(3):
        crowd = Crowd(server.address("desk"))
        rate = crowd.work(writes)
        good &= judged(server, crowd, f"{clients} clients")
        fresh, kept = pgbench(server, "-C"), pgbench(server)
        rates.append((rate, fresh, kept))
        print(
            f"    {rate:.0f} tickets/s; pgbench {fresh:.0f} rows/s over a line each ({rate / fresh:.3f}),"
            f" {kept:.0f} over lines that stay ({rate / kept:.4f}); load {os.getloadavg()[0]:.1f}",
            flush=True,
        )
    return good


def killed(server):
    def some(crowd):
        for _ in range(10):
            time.sleep(0.5)
            crowd.kill_some(0.2)

    crowd = Crowd(server.address("desk"))
    crowd.work(writes, some)
    good = judged(server, crowd, "clients killed")

    def all_of_it(crowd):
        for _ in range(2):
            time.sleep(2)
            server.kill()
            time.sleep(1)
            server.start()

    crowd = Crowd(server.address("desk"))
    crowd.work(writes, all_of_it)
    return judged(server, crowd, "server killed twice") and good


def promoted(server, standby):
    run(program("pg_basebackup", "-h", server.folder, "-U", "sladesk", "-D", standby.data, "-R", "-X", "stream"), **QUIET)
    # its name, by which the first one waits for it
    with open(os.path.join(standby.data, "postgresql.auto.conf"), "a") as file:
        file.write(f"primary_conninfo = 'host={server.folder} user=sladesk application_name=standby'\n")
    standby.start("hot_standby=on")
    server.ask("ALTER SYSTEM SET synchronous_standby_names = 'standby'")
    server.ask("SELECT pg_reload_conf()")
    while server.ask("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") != "1":
        time.sleep(0.1)
    looks = subprocess.run(ours(standby.address("desk"), "overdue"), **QUIET).returncode
    print(f"overdue on the standby: exit {looks}")

    def falls(_):
        time.sleep(4)
        server.kill()
        time.sleep(1)
        run(program("pg_ctl", "-D", standby.data, "-w", "promote"), **QUIET)

    # clients who know of both, and take the one that may be written to
    hosts = ",".join(one.folder.replace("/", "%2F") for one in (server, standby))
    crowd = Crowd(f"postgres://sladesk@{hosts}/desk?target_session_attrs=read-write")
    crowd.work(writes, falls)
    return judged(standby, crowd, "standby promoted")


def questions(server):
    address = server.address("desk")
    measure = os.path.join(os.path.dirname(os.path.abspath(__file__)), "measure.py")
    now = os.environ.get("SLADESK_BENCH_NOW", "2017-03-01T00:00:00Z")
    print(f"at {now}: {server.ask('SELECT count(*) FROM sladesk.ticket')} tickets,"
          f" {int(server.ask('SELECT pg_database_size(current_database())')) / 1e9:.2f} GB")
    for runs, line in [
        (21, "--version"),
        (11, "overdue"),
        (11, "show 500"),
        (5, "report sla customer:c1 --period 2016Q1 -f json"),
        (5, "report quarterly customer:c1 --period 2016Q1 -f json"),
        (3, "report sla --period 2015 -f json"),
        (3, "report sla --period 2012-01-01..2017-03-01 -f json"),
        (3, "list -L 50"),
        (3, "list incident -L 50"),
    ]:
        said = subprocess.run([measure, str(runs), sladesk, "--db", address, "--now", now, *line.split()], text=True, stdout=subprocess.PIPE)
        print(f"{said.stdout.strip()}  {line}", flush=True)
    for title, sql in {
        "overdue": "SELECT * FROM clock WHERE ended IS NULL AND breach <= 1488326400 ORDER BY breach, ticket, n",
        "show": "SELECT * FROM event WHERE ticket = 500 ORDER BY id",
        "a customer's quarter": "SELECT * FROM clock WHERE customer = 1 AND decided >= 1451606400 AND decided < 1459468800",
        "the whole desk": "SELECT count(*) FROM clock WHERE customer > 0 AND decided >= 0 AND decided < 1488326400",
    }.items():
        print(f"  {title}:")
        plan = server.ask(f"SET search_path = sladesk; SET jit = off; EXPLAIN (ANALYZE, COSTS OFF, SUMMARY ON) {sql}")
        print("\n".join(f"    {line}" for line in plan.split("\n")), flush=True)


with tempfile.TemporaryDirectory(dir=os.environ.get("SLADESK_BENCH_DIR")) as folder:
    os.chmod(folder, 0o755)
    server, standby = (Server(os.path.join(folder, name)) for name in ("first", "standby"))
    try:
        server.make()
        server.start()
        found(server)
        good = True
        parts = os.environ.get("SLADESK_BENCH_PARTS", "many killed promoted questions").split()
        if record and "questions" in parts:
            questions(server)
        if "many" in parts:
            good &= many(server)
        if "killed" in parts:
            good &= killed(server)
        if "promoted" in parts:
            good &= promoted(server, standby)
    finally:
        server.stop()
        standby.stop()
    sys.exit(0 if good else "something was lost")
