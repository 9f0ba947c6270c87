#!/bin/sh
# What pages cost: bytes and milliseconds of a quarter and of a table of forty rows, a language and a
# format. SLADESK names the program, an optimised one; RUNS how often each is made (20).
set -e
cd "$(dirname "$0")/.."
sladesk=$(realpath "${SLADESK:-target/release/sladesk}")
runs=${RUNS:-20}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export SLADESK_NOW=2026-10-14T09:00:00Z
"$sladesk" demo "$folder/demo" --tickets 100 --seed 7 -q
printf 'the program: %s bytes\n' "$(stat -c %s "$sladesk")"
cost() {
  file=$folder/page.$1
  shift
  "$sladesk" --db "$folder/demo/desk.db" "$@" -o "$file"
  printf '%8d bytes %s  %s\n' "$(stat -c %s "$file")" \
    "$(benches/measure.py "$runs" "$sladesk" --db "$folder/demo/desk.db" "$@" -o "$file")" "${file##*.} $*"
}
for format in txt html pdf; do
  for language in en es ru vi ar; do
    cost $format report quarterly customer:thames --period 2026Q3 --lang $language
  done
done
for format in json html pdf; do
  cost $format list -L 40
done
