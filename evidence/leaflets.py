"""LIESMICH.txt: tells in German what lies in a package, what is fact and what is not proven."""

from casework.dossier import Dossier
from casework.visible import visible
from evidence.face import Face

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
tabelle.xlsx                    dasselbe als Tabelle zum Sortieren und Filtern, ohne Formeln und Verweise; ein
                                Text, der zu lang für eine Zelle ist, sagt, in welcher Datei er ganz steht
case-graph.jsonld               dasselbe als CASE/UCO-Graph für andere forensische Programme
ro-crate-metadata.json          was die Dateien sind, nach RO-Crate 1.3
audit.jsonl                     die Einträge des Protokolls, die den Fall und seine Fundstücke betreffen
audit-head.json                 der Stand des ganzen Protokolls bei der Ausfuhr, für sich unterschrieben
seal.json                       wer unterschrieben hat und von wem der Zeitstempel ist
Neben dem Ordner des Pakets liegt eine XJustiz-Nachricht (....xjustiz.xml), die alle Dateien auflistet.

Tatsache und Bewertung (BDSG § 73)
----------------------------------
Tatsachen      "facts" und "versions" in message.json: was wann von welchem Konto geschrieben wurde,
               wann es empfangen und ob es später gelöscht wurde ("deleted_at").
Vorschläge     "machine_suggestions": was das genannte Modell vorschlug. Wahrscheinlichkeiten, kein Urteil.
Entscheidungen "human_decisions": was ein Mensch entschied, mit Begründung.
Prüfhinweise   "hints" in case.json sind Vorschriften, deren Merkmale ein Mensch zu prüfen hat.
Merkmale       "element_checks" in case.json: was ein Mensch zu einem Merkmal vermerkt hat ("met" erfüllt,
               "not_met" nicht erfüllt, "unclear" unklar), mit dem Wortlaut des Merkmals und dem Stand des
               Rechtsprofils ("seen"). Alle Prüfungen; je Merkmal gilt die letzte. Kein Urteil darüber, ob
               eine Vorschrift im Ganzen erfüllt ist.
Strafanträge   "applications" in case.json: wer als was wofür Strafantrag stellte ("messages": Nachricht und
               Fassung), in welcher Form, wie Identität und Verfolgungswille gesichert wurden (StPO § 158
               Abs. 2), bis wann die Frist lief ("last_day", von mehreren Taten die früheste; nur
               vorsichtig, wo "running" false ist), und ob er zurückgenommen ("withdrawn") oder
               versehentlich vermerkt wurde ("mistaken"). Für welche Taten er danach kam, steht in
               audit.jsonl ("late_acts").
Zu jedem davon steht in audit.jsonl ein Eintrag mit dem SHA-256-Wert seines Inhalts.

Personen (BDSG § 72)
--------------------
"entitled_person" und "person_role" nennen die betroffene, womöglich antragsberechtigte Person. Wer
schrieb, steht unter "author", in den Worten des Netzwerks; niemand hat diese Angaben überprüft.
"people" in case.json löst die Nummern der Bediensteten auf.

Die Bytes hinter dem Protokoll
------------------------------
Jede Zeile von audit.jsonl ist ein JSON-Objekt mit "seq", "content", "leaf", "root" und "proof".
"content" ist die Zeichenkette, über die der Blattwert gebildet wurde (nur ASCII): ein JSON-Feld
        [Nummer, Zeit in UTC, wer, Handlung, woran, Einzelheiten]
ohne Leerzeichen, Schlüssel sortiert, Zeit mit sechs Nachkommastellen.
"leaf"  = SHA-256 über das Byte 0x00 und die Bytes von "content" (RFC 6962, Abschnitt 2.1).
"root"  = Wurzel des Merkle-Baums über alle Einträge von 1 bis "seq".
"proof" = die Nachbarwerte auf dem Weg vom Blatt zur Wurzel (RFC 6962, Abschnitt 2.1.1): damit ist jeder
        Eintrag für sich im unterschriebenen Stand audit-head.json nachgewiesen, ohne alle anderen.
Der letzte Eintrag ist diese Ausfuhr selbst; ein älterer Stand passt deshalb nicht.
"""

TRUST = """
Unterschrift und Zeitstempel
----------------------------
%s
certificates.pem                die Zertifikate dazu (nie ein Schlüssel)
signature.p7s                   Unterschrift (CAdES) über tagmanifest-sha256.txt und damit über jedes Byte
audit-head.p7s                  Unterschrift über data/audit-head.json, den Stand des ganzen Protokolls
anschreiben.pdf, bericht*.pdf   tragen jedes eine eigene Unterschrift (PAdES) über die ganze Datei, die auch
                                gilt, wo ein PDF allein weitergegeben wird; einen Zeitstempel hat sie nicht
*.p7s.tsr                       Zeitstempel (RFC 3161) über die Unterschriften, wenn es welche gibt
seal-sha256.txt                 Prüfsummen der Unterschriften und Zeitstempel
Wer unterschrieben hat, ist erst bewiesen, wenn Sie gegen ein Wurzelzertifikat prüfen, das Sie nicht aus
diesem Paket haben: VERIFY.txt sagt, wie. Ob ein Zertifikat widerrufen wurde, prüft dieses Paket nicht.
"""

_TRAINING = """\
ÜBUNGSDATEN: Dieser Fall ist erfunden. Das Paket taugt nur zur Übung.

"""


def readme(dossier: Dossier, face: Face) -> str:
    """LIESMICH.txt for this dossier."""
    trust = TRUST % "\n".join(face.german())
    return (_TRAINING if dossier.training else "") + README + trust + _face(dossier)


def _face(dossier: Dossier) -> str:
    return (
        f"\nFall {visible(dossier.case.number)}, {visible(dossier.station.name)}, "
        f"ausgeführt {dossier.exported_at:%d.%m.%Y} von {visible(dossier.exporter)}, "
        f"Lauf {visible(dossier.run)}.\n"
    )
