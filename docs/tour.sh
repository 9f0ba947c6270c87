#!/bin/sh
# Builds sladesk and shows its main job on a demo desk: what is overdue, why, and a quarter's report.
# SLADESK names a program that is built already.
set -e
cd "$(dirname "$0")/.."
[ -n "$SLADESK" ] || cargo build --quiet
sladesk=${SLADESK:-"${CARGO_TARGET_DIR:-target}/debug/sladesk"}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
$sladesk -q demo "$folder" --tickets 100
desk="$sladesk --db $folder/desk.db"
printf '\n$ sladesk overdue\n'
$desk overdue -f table
ticket=$($desk overdue -f ids | head -n 1)
printf '\n$ sladesk explain %s\n' "${ticket:-1}"
$desk explain "${ticket:-1}"
printf '\n$ sladesk report quarterly\n'
$desk report quarterly -f text
printf '\nThat desk is gone; one that stays: %s demo\n' "$sladesk"
