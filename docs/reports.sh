#!/bin/sh
# Makes the pictures of docs/reports.md from a demo desk: the quarter of one customer, as html in a
# browser and as pdf. Needs chromium, pdftoppm (poppler-utils) and pngquant.
# SLADESK names a program that is built already.
set -e
cd "$(dirname "$0")/.."
[ -n "$SLADESK" ] || cargo build --quiet
sladesk=${SLADESK:-target/debug/sladesk}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export SLADESK_NOW=2026-10-14T09:00:00Z
$sladesk demo "$folder/demo" --tickets 100 --seed 7
report() {
  $sladesk --db "$folder/demo/desk.db" report quarterly customer:neva --period 2026Q3 "$@"
}
for language in en ar; do
  report --lang $language -o "$folder/$language.html"
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=900,1300 \
    --screenshot="$folder/$language.png" "file://$folder/$language.html"
  pngquant --force --output "docs/pictures/quarter-$language.png" 16 "$folder/$language.png"
done
report --lang ru -o "$folder/ru.pdf"
pdftoppm -r 72 -f 1 -l 1 -png "$folder/ru.pdf" "$folder/ru"
pngquant --force --output docs/pictures/quarter-ru.png 16 "$folder"/ru-*.png
