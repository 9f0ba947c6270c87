#!/usr/bin/env python3
"""Runs a command some times and prints what each run cost, in one line.

    benches/measure.py RUNS COMMAND [ARGUMENT]...

CPU time (user and system) in milliseconds: the least, the median, the most; then the least time on the
clock and the most memory. The command's own answer goes nowhere; exit codes 0 and 10 are good ones.
"""
import os
import statistics
import subprocess
import sys
import time

runs, command = int(sys.argv[1]), sys.argv[2:]
cpu, wall, peak = [], [], 0
for _ in range(runs):
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall.append((time.monotonic() - began) * 1000)
    cpu.append((used.ru_utime + used.ru_stime) * 1000)
    peak = max(peak, used.ru_maxrss / 1024)
    if os.waitstatus_to_exitcode(status) not in (0, 10):
        sys.exit(f"{command}: exit {os.waitstatus_to_exitcode(status)}")
print(
    f"{min(cpu):9.1f} {statistics.median(cpu):9.1f} {max(cpu):9.1f} ms cpu"
    f" {min(wall):9.1f} ms wall {peak:7.1f} MB"
)
