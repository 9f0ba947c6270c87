#!/bin/sh
# A PostgreSQL server of its own, for tests: in a folder that goes with it, on a socket and no port.
# It says where its socket and its programs are, in one line, and ends when its standard input does. A
# line there has it killed (`kill`) or started again (`start`); `done` answers it. What is given as
# arguments are settings of the server: `-c port=5433`.
set -eu

bin=
for folder in "${SLADESK_TEST_POSTGRES_BIN:-}" /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /opt/homebrew/opt/postgresql*/bin; do
  if [ -x "$folder/initdb" ]; then bin=$folder; fi
done
if [ -z "$bin" ] && command -v initdb >/dev/null; then
  bin=$(dirname "$(readlink -f "$(command -v initdb)")")
fi
if [ -z "$bin" ]; then
  echo "skipped: there is no PostgreSQL server on this machine" >&2
  exit 3
fi

folder=$(mktemp -d /tmp/sladesk-pg.XXXXXX)
# The server does not run as root.
as=
if [ "$(id -u)" = 0 ]; then
  user=nobody
  if id postgres >/dev/null 2>&1; then user=postgres; fi
  chown "$user" "$folder"
  as="setpriv --reuid=$user --regid=$(id -g "$user") --clear-groups"
fi
ends() {
  (cd / && $as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1) || true
  rm -rf "$folder"
}
trap ends EXIT
trap 'exit 1' INT TERM HUP
cd /
$as "$bin/initdb" -D "$folder/data" -A trust -U sladesk --no-locale -E UTF8 -N >"$folder/made" 2>&1 || {
  cat "$folder/made" >&2
  exit 3
}
# What is tested is not the disk.
settings="-k $folder -c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=300 $*"
starts() {
  # what is left of one that was killed takes a moment to go
  for _ in 1 2 3 4 5 6 7 8 9; do
    $as "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "$settings" start >"$folder/started" 2>&1 && return
    sleep 0.3
  done
  cat "$folder/started" "$folder/log" >&2
  exit 3
}
starts
echo "$folder $bin"
while read -r word; do
  case $word in
    kill) kill -9 "$(head -n 1 "$folder/data/postmaster.pid")" ;;
    start) starts ;;
  esac
  echo done
done
