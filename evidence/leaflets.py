"""The leaflets in a package: LIESMICH.txt tells what lies there, VERIFY.txt how to check it without us."""

from casework.dossier import Dossier
from casework.visible import visible

README = """\
LIESMICH
========
Dieses Paket enthält, was zu einem Fall gesichert wurde. Es ist ein BagIt-Paket (RFC 8493) und lässt sich
ohne Streife prüfen: VERIFY.txt eine Ebene höher nennt die Befehle. Alle Texte sind UTF-8.

Was darin liegt
---------------
anschreiben.pdf                 das Anschreiben an die Staatsanwaltschaft
bericht.pdf                     der Fall zum Lesen (PDF/A-3a, PDF/UA-1); unsichtbare, richtungsändernde
        (auch bericht-2.pdf)    und nicht darstellbare Zeichen stehen darin als [U+202E] (Beispiel);
                                große Fälle haben mehrere Bände, das Verzeichnis steht im ersten; Daten
                                Dritter sind darin womöglich geschwärzt, in den Urdateien nicht
case.json                       der Fall, seine Fundstücke und die Hashwerte der Urdateien
items/0001/message.json         ein Fundstück: alle Fassungen, Vorschläge der Maschine, Entscheidungen
items/0001/raw-v1.json          die unveränderten Bytes, wie das Netzwerk sie geliefert hat, je Fassung
        (oder raw-v1.bin)       eine Datei; maßgeblich ist immer diese Datei, nicht der Bericht
items/0001/media-1.jpg          ein Anhang, den ein Mensch gesichert hat: die unveränderten Bytes; welcher,
        (oder .png, .bin ...)   wann und von wem geholt, steht unter "media" in message.json
audit.jsonl                     die Einträge des Protokolls, die den Fall und seine Fundstücke betreffen

Tatsache und Bewertung (BDSG § 73)
----------------------------------
Tatsachen      "facts" und "versions" in message.json: was wann von welchem Konto geschrieben wurde,
               wann es empfangen und ob es später gelöscht wurde ("deleted_at").
Vorschläge     "machine_suggestions": was das genannte Modell vorschlug. Wahrscheinlichkeiten, kein Urteil.
Entscheidungen "human_decisions": was ein Mensch entschied, mit Begründung.
Prüfhinweise   "hints" in case.json sind Vorschriften, deren Merkmale ein Mensch zu prüfen hat.

Personen (BDSG § 72)
--------------------
"entitled_person" und "person_role" nennen die betroffene, womöglich antragsberechtigte Person. Wer
schrieb, steht unter "author", in den Worten des Netzwerks; niemand hat diese Angaben überprüft.
"people" in case.json löst die Nummern der Bediensteten auf.

Die Bytes hinter dem Protokoll
------------------------------
Jede Zeile von audit.jsonl ist ein JSON-Objekt mit "seq", "content", "leaf" und "root".
"content" ist die Zeichenkette, über die der Blattwert gebildet wurde (nur ASCII): ein JSON-Feld
        [Nummer, Zeit in UTC, wer, Handlung, woran, Einzelheiten]
ohne Leerzeichen, Schlüssel sortiert, Zeit mit sechs Nachkommastellen.
"leaf"  = SHA-256 über das Byte 0x00 und die Bytes von "content" (RFC 6962, Abschnitt 2.1).
"root"  = Wurzel des Merkle-Baums über alle Einträge von 1 bis "seq".
Aus den Einträgen eines Falls allein lassen sich nur die Wurzeln nachrechnen, deren Vorgänger
lückenlos bekannt sind. "audit_head" in case.json ist der Stand des ganzen Protokolls bei der Ausfuhr;
die Dienststelle kann zeigen, dass ihr Protokoll darauf aufbaut.

Was dieses Paket nicht beweist
------------------------------
Es ist in dieser Fassung weder signiert noch mit einem Zeitstempel versehen. Wer alles neu verpackt,
kann alle Prüfsummen neu berechnen. Davor schützt nur der Fingerabdruck, der bei der Ausfuhr angezeigt und
im Protokoll der Dienststelle festgehalten wurde: lassen Sie ihn sich auf anderem Wege nennen.
"""

VERIFY = """\
# VERIFY: check this package without Streife / dieses Paket ohne Streife prüfen
#
# In this folder run the lines without "#" one by one, or all at once:   sh VERIFY.txt
# Diese Zeilen im Ordner des Pakets einzeln ausführen oder alle zugleich: sh VERIFY.txt
# Needed / nötig: sh, coreutils, findutils, python3, bagit (pip install bagit).
set -e

# 1. Every file is as it was packed. / Jede Datei ist, wie sie verpackt wurde.
sha256sum --strict --quiet -c tagmanifest-sha256.txt
sha512sum --strict --quiet -c tagmanifest-sha512.txt
sha256sum --strict --quiet -c manifest-sha256.txt
sha512sum --strict --quiet -c manifest-sha512.txt

# 2. Nothing was added, removed or renamed (prints what was). / Nichts kam hinzu, fehlt oder heißt anders.
{ cut -c67- manifest-sha256.txt tagmanifest-sha256.txt; find . ! -type d \
! -path ./tagmanifest-sha256.txt ! -path ./tagmanifest-sha512.txt | cut -c3-; } \
| LC_ALL=C sort | uniq -u | { ! grep . ; }

# 3. Each audit entry yields its leaf hash. / Jeder Eintrag des Protokolls ergibt seinen Blattwert.
python3 -c "import hashlib, json; [hashlib.sha256(b'\\0' + e['content'].encode()).hexdigest() == e['leaf'] \
or exit('audit entry %d does not hold' % e['seq']) for e in map(json.loads, open('data/audit.jsonl'))]"

# 4. The fingerprint: compare it with the one you were told. Whoever packs everything anew can compute all
#    sums anew: only this comparison finds that. This version is NOT signed and NOT time-stamped.
#    Der Fingerabdruck: mit dem genannten vergleichen. Wer alles neu verpackt, kann alle Summen neu
#    berechnen; nur dieser Vergleich deckt es auf. Diese Fassung ist NICHT signiert, OHNE Zeitstempel.
sha256sum tagmanifest-sha256.txt

# 5. It is a valid BagIt package (RFC 8493). / Es ist ein gültiges BagIt-Paket.
bagit.py --validate .
"""

_TRAINING = """\
ÜBUNGSDATEN: Dieser Fall ist erfunden. Das Paket taugt nur zur Übung.

"""


def readme(dossier: Dossier) -> str:
    """LIESMICH.txt for this dossier."""
    return (_TRAINING if dossier.training else "") + README + _face(dossier)


def verify() -> str:
    """VERIFY.txt: a shell script whose comments explain it; the same for every package."""
    return VERIFY


def _face(dossier: Dossier) -> str:
    return (
        f"\nFall {visible(dossier.case.number)}, {visible(dossier.station.name)}, "
        f"ausgeführt {dossier.exported_at:%d.%m.%Y} von {visible(dossier.exporter)}, "
        f"Lauf {visible(dossier.run)}.\n"
    )
