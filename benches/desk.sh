#!/bin/sh
# Makes a desk of some years out of the log of one: COPIES of it, each four weeks earlier than the
# one before and under a customer of its own, as if each row had been written when it happened,
# but for the last year, which comes in after a seal. Then it asks what was known at that seal.
#
#   benches/desk.sh LOG.csv DESK.db [COPIES]
#
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

"$sladesk" -q --now 2012-01-01T00:00:00Z db init --zone UTC
each signed
each before
seal=$("$sladesk" --now "$then" db seal)
each after
"$sladesk" --now "$now" db stats -f text

# The least of three.
measure() {
    for round in 1 2 3; do
        start=$(date +%s%N)
        "$sladesk" --now "$now" "$@" --as-of "$seal" >/dev/null || [ $? -eq 10 ]
        echo $((($(date +%s%N) - start) / 1000000))
    done | sort -n | head -n 1
}
echo "at $seal, of what is known $now:"
for line in "list -L 50" "list state:active" list overdue next "report sla --period 2016Q1" \
    "report sla --period 2015" "report sla --period 2016Q1 --by assignee" "contract list" \
    "show 1"; do
    echo "$(measure $line) ms  $line"
done
