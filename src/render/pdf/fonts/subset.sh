#!/bin/sh
# Makes the four subsets in this folder from Noto Sans (Debian's package fonts-noto-core) with
# fonttools' pyftsubset: the scripts of the five languages that reports are written in and Greek, of which names are, with the
# features of layout that a text needs unasked, and without hinting.
#
#     sh subset.sh [FOLDER OF NOTO]
set -eu
noto=${1:-/usr/share/fonts/truetype/noto}
here=$(cd "$(dirname "$0")" && pwd)

# Latin with Vietnamese, Greek, Cyrillic, punctuation, currency, three signs, and U+FFFD for what is missing.
latin='U+0020-007E,U+00A0-024F,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1FFF,U+2000-206F,U+20A0-20BF,U+2116,U+2122,U+2212,U+FFFD'
arabic='U+0020-002F,U+003A,U+00A0,U+00AB,U+00BB,U+0600-06FF,U+0750-077F,U+200C-200F,U+2066-2069'

cut() {
  pyftsubset "$noto/$1.ttf" --unicodes="$2" --no-hinting \
    --notdef-outline --name-IDs='*' --output-file="$here/$1.ttf"
}
cut NotoSans-Regular "$latin"
cut NotoSans-Bold "$latin"
cut NotoSansArabic-Regular "$arabic"
cut NotoSansArabic-Bold "$arabic"
