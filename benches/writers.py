#!/usr/bin/env python3
"""Many who write at once: how many writes a second go in, and how long the slowest takes.

    benches/writers.py DESK.db SLADESK NOW [WRITERS] [WRITES]

Each of WRITERS (32) writes WRITES (10) notes, one after the other, to a copy of the desk; then as many
shells of sqlite3, where there is one, add a row as durably to a copy of their own.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time

desk, sladesk, now = sys.argv[1:4]
writers = int(sys.argv[4]) if len(sys.argv) > 4 else 32
writes = int(sys.argv[5]) if len(sys.argv) > 5 else 10
ROW = (
    ".timeout 60000\nPRAGMA synchronous = FULL;"
    "BEGIN IMMEDIATE; INSERT INTO written VALUES (randomblob(300)); COMMIT;"
)


def of_ours(path, writer):
    return [sladesk, "-q", "--db", path, "--now", now, "note", str(writer + 1), "-m", "Told by many at once."], None


def of_shell(path, _):
    return ["sqlite3", path], ROW.encode()


def together(called, path, command):
    took, failed = [], []

    def run(writer):
        for _ in range(writes):
            words, said = command(path, writer)
            began = time.monotonic()
            done = subprocess.run(words, input=said, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            took.append(time.monotonic() - began)
            failed.extend([done.returncode] if done.returncode else [])

    began = time.monotonic()
    threads = [threading.Thread(target=run, args=(writer,)) for writer in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate = len(took) / (time.monotonic() - began)
    took.sort()
    print(
        f"{called}: {rate:7.0f} writes/s, median {took[len(took) // 2] * 1000:.0f} ms,"
        f" worst {took[-1] * 1000:.0f} ms, {len(failed)} failed"
    )


# beside the desk: on the disk whose waits are measured
with tempfile.TemporaryDirectory(dir=os.path.dirname(os.path.abspath(desk))) as folder:
    copy = os.path.join(folder, "desk.db")
    subprocess.run([sladesk, "-q", "--db", desk, "db", "backup", copy], check=True, stdout=subprocess.DEVNULL)
    together("sladesk note", copy, of_ours)
    if shutil.which("sqlite3"):
        plain = os.path.join(folder, "plain.db")
        made = "PRAGMA journal_mode = WAL; CREATE TABLE written (body BLOB);"
        subprocess.run(["sqlite3", plain, made], check=True, stdout=subprocess.DEVNULL)
        together("sqlite3     ", plain, of_shell)
