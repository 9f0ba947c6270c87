#!/bin/sh
# Makes a desk of some years out of the log of one: COPIES of it, each four weeks earlier than the
# one before and under a customer of its own, as if each row had been written when it happened,
# but for the last year, which comes in after a seal. Then it prints what commands cost on it, each with
# the least, the median and the most of some runs (benches/measure.py), the same questions in the
# sqlite3 shell where there is one, and how many times the least of these a command takes.
#
#   benches/desk.sh LOG.csv DESK.db [COPIES]
#
# A desk that is there is measured as it is.
# LOG.csv is an audit log as `servicenow` reads it (docs/import.md); 48 copies of some 20,800 tickets
# make a million. SLADESK names the program, target/release/sladesk unless it is set.
set -eu
log=$1 desk=$2 copies=${3:-48}
sladesk=${SLADESK:-target/release/sladesk}
then=2016-03-01T00:00:00Z now=2017-03-01T00:00:00Z
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SLADESK_DB="$desk"

# The rows of a copy, in two files: those of before the seal and the others.
copy() {
    awk -F, -v OFS=, -v copy="$1" -v to="$work" '
        function day(y, m, d) {
            y -= m <= 2
            return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) \
                + int((153 * (m + (m > 2 ? -3 : 9)) + 2) / 5) + d
        }
        # The same time of day, so many days earlier.
        function earlier(time,    part, n, e, c, y, m) {
            if (split(time, part, /[\/ :]/) < 5) return time
            n = day(part[3], part[2], part[1]) - back - 1
            e = int((4 * n + 3) / 146097); c = n - int(146097 * e / 4)
            y = int((4 * c + 3) / 1461); c -= int(1461 * y / 4)
            m = int((5 * c + 2) / 153)
            return (c - int((153 * m + 2) / 5) + 1) "/" (m + (m < 10 ? 3 : -9)) "/" \
                (100 * e + y + (m >= 10)) " " part[4] ":" part[5]
        }
        BEGIN { back = 28 * (copy - 1); cut = day(2016, 3, 1) }
        NR == 1 { print > (to "/before.csv"); print > (to "/after.csv"); next }
        {
            split($14, at, /[\/ ]/)
            file = day(at[3], at[2], at[1]) - back < cut ? "/before.csv" : "/after.csv"
            $1 = $1 "-" copy
            for (place = 10; place <= 14; place += 2) $place = earlier($place)
            $35 = earlier($35); $36 = earlier($36)
            print > (to file)
        }' "$log"
}

import() {
    "$sladesk" -q --now "$2" import events "$work/$3.csv" --mapping servicenow --customer "c$1" >/dev/null 2>&1
}

each() {
    number=1
    while [ "$number" -le "$copies" ]; do
        "$1" "$number"
        number=$((number + 1))
    done
}

signed() {
    "$sladesk" -q --now 2012-01-01T00:00:00Z customer add "c$1" --name "Customer $1" >/dev/null
    "$sladesk" -q --now 2012-01-01T00:00:00Z contract sign "c$1" csd-group/elite --zone UTC \
        --start 2012-01-01 --set contacts=3 --set channels=phone,email >/dev/null 2>&1
}
before() { copy "$1"; import "$1" "$then" before; }
after() { copy "$1"; import "$1" "$now" after; }

if [ ! -e "$desk" ]; then
    "$sladesk" -q --now 2012-01-01T00:00:00Z db init --zone UTC
    each signed
    each before
    "$sladesk" --now "$then" db seal >"$desk.seal"
    each after
fi
seal=$(cat "$desk.seal")
"$sladesk" --now "$now" db stats -f text
echo "known at $seal, and $now:"

# What a line is held against: the least time of an empty static program (E), of the sqlite3 shell with
# the same question (Q), where there are a compiler and a shell.
over= name=
measured() {
    runs=$1
    shift
    line=$("$(dirname "$0")/measure.py" "$runs" "$@")
    least=$(echo "$line" | awk '{print $1}')
    ratio=$(awk -v least="$least" -v over="$over" -v name="$name" \
        'BEGIN { if (over > 0) printf "%7.1f %s", least / over, name; else printf "%9s", "" }')
    printf '%s %s  %s\n' "$line" "$ratio" "$(echo "$*" | tr -s ' \n' ' ' | cut -c 1-100)"
}
of_desk() {
    runs=$1
    shift
    measured "$runs" "$sladesk" --now "$now" "$@"
}
of_shell() {
    [ -n "$shell" ] || return 0
    measured "$1" sqlite3 -readonly "$desk" "$2"
}
shell=$(command -v sqlite3 || true)
at=$(date -u -d "$now" +%s)

if command -v cc >/dev/null && echo 'int main(void) { return 0; }' | cc -O2 -static -x c - -o "$work/empty" 2>/dev/null; then
    measured 21 "$work/empty"
    over=$least name=E
fi
of_desk 21 --version
of_desk 21 --help
over=
of_shell 21 "SELECT ticket, n, milestone, priority, rank, customer, due, breach, at_risk,
    paused, resumes, contact, assignee, subject FROM clock
    WHERE ended IS NULL AND breach <= $at AND due < $at ORDER BY breach, ticket, n"
over=${shell:+$least} name=Q
of_desk 21 overdue
over=
of_shell 21 "SELECT * FROM ticket WHERE number = 500; SELECT * FROM clock WHERE ticket = 500;
    SELECT e.*, n.*, p.body FROM event e JOIN entry n ON n.id = e.entry
    LEFT JOIN prose p ON p.event = e.id WHERE e.ticket = 500"
over=${shell:+$least}
of_desk 21 show 500
over=
for report in sla quarterly breaches workload; do
    of_desk 5 report $report customer:c1 --period 2016Q1 -f json
done
of_desk 3 report sla --period 2015 -f json
of_shell 3 "SELECT milestone, priority,
    sum(fate = 'reached' AND (breach IS NULL OR breach >= ended)), sum(breach < coalesce(ended, 9e18)), sum(late_entry)
    FROM clock WHERE customer > 0 AND decided >= 0 AND decided < $at GROUP BY 1, 2"
over=${shell:+$least}
of_desk 3 report sla --period 2012-01-01..2017-03-01 -f json
over=
of_desk 3 report sla --period 2015 --by assignee -f json
of_desk 3 report quarterly --period 2015Q1 -f json
of_desk 3 report breaches --period 2015 -f csv
of_desk 3 report workload --period 2015 -f csv
of_shell 1 "PRAGMA integrity_check; PRAGMA foreign_key_check"
over=${shell:+$least}
of_desk 1 db check
over=
for line in "list -L 50" overdue next "report sla --period 2016Q1" "report sla --period 2016Q1 --by assignee"; do
    # shellcheck disable=SC2086 # its words
    of_desk 3 $line --as-of "$seal"
done
"$(dirname "$0")/writers.py" "$desk" "$sladesk" "$now"
