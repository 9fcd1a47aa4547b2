"""VERIFY.txt: the stock commands that check a package without us, a shell script with comments."""

from collections.abc import Collection, Iterator, Sequence

from casework.dossier import Dossier
from evidence import form
from evidence.face import Face

_SUMS = """\
# VERIFY: check this package without Streife / dieses Paket ohne Streife prüfen
#
# In this folder run the lines without "#" one by one, or all at once:   sh VERIFY.txt
# Diese Zeilen im Ordner des Pakets einzeln ausführen oder alle zugleich: sh VERIFY.txt
# Needed / nötig: sh, coreutils, findutils, openssl (3.0), python3, bagit (pip install bagit);
# pdfsig (poppler-utils) for the last step / für den letzten Schritt.
#
# To prove WHO signed, take the root certificates from somewhere else than this package:
# Um zu beweisen, WER unterschrieb, die Wurzelzertifikate NICHT aus diesem Paket nehmen:
#     ROOTS=/path/to/roots.pem sh VERIFY.txt
set -e
ROOTS="${{ROOTS:-{certificates}}}"

# 1. Every file is as it was packed. / Jede Datei ist, wie sie verpackt wurde.
sha256sum --strict --quiet -c tagmanifest-sha256.txt
sha512sum --strict --quiet -c tagmanifest-sha512.txt
sha256sum --strict --quiet -c manifest-sha256.txt
sha512sum --strict --quiet -c manifest-sha512.txt
sha256sum --strict --quiet -c {sums}

# 2. Nothing was added, removed or renamed (prints what was). / Nichts kam hinzu, fehlt oder heißt anders.
#    First: no name with other characters than ours, shown as "?". / Zuerst: kein Name mit anderen Zeichen.
LC_ALL=C find . -name '*[!A-Za-z0-9._-]*' | LC_ALL=C tr -c 'A-Za-z0-9._/\\n-' '?' | {{ ! grep . ; }}
{{ {{ cut -c67- manifest-sha256.txt tagmanifest-sha256.txt; printf '%s\\n' {seals}; }} | LC_ALL=C sort -u
find . ! -type d ! -path ./tagmanifest-sha256.txt ! -path ./tagmanifest-sha512.txt ! -path ./{sums} \\
| cut -c3-; }} | LC_ALL=C sort | uniq -u | {{ ! grep . ; }}

# 3. Who signed it. / Wer es unterschrieb.
#    {signer}
"""

_SIGNED = """\
openssl cms -verify -binary -inform DER -in {signature} -content {content} \\
-CAfile "$ROOTS" -partial_chain -purpose any -attime {at} -out /dev/null
"""

_STAMPED = """\
openssl ts -verify -data {signature} -in {stamp} \\
-CAfile "$ROOTS" -untrusted {certificates} -partial_chain -attime {at}
"""

_TIME = """
# 4. When: the authority's time stamps over the signatures. / Wann: die Zeitstempel über die Unterschriften.
#    {authority}
"""

_NO_TIME = """
# 4. NOT TIME-STAMPED: when it was signed, the signer alone says.
#    OHNE ZEITSTEMPEL: wann unterschrieben wurde, sagt nur, wer unterschrieb.
"""

_LOG = """
# 5. Each audit entry is in the signed tree, and the last one is this very export (RFC 6962, RFC 9162).
#    Jeder Eintrag steht im unterschriebenen Baum, und der letzte ist genau diese Ausfuhr.
python3 - <<'END'
import hashlib, json
def node(*parts): return hashlib.sha256(b''.join(parts)).digest()
head = json.load(open('data/audit-head.json'))
for entry in map(json.loads, open('data/audit.jsonl')):
    here, index, last = node(b'\\0', entry['content'].encode()), entry['seq'] - 1, head['size'] - 1
    if here.hex() != entry['leaf'] or json.loads(entry['content'])[0] != entry['seq']:
        raise SystemExit('audit entry %d does not hold' % entry['seq'])
    for step in map(bytes.fromhex, entry['proof']):
        if index % 2 or index == last:
            here = node(b'\\1', step, here)
            while index and index % 2 == 0:
                index, last = index // 2, last // 2
        else:
            here = node(b'\\1', here, step)
        index, last = index // 2, last // 2
    if last or here.hex() != head['root']:
        raise SystemExit('audit entry %d is not in the signed tree' % entry['seq'])
act, subject, detail = json.loads(entry['content'])[3:]
if (entry['seq'], act, detail.get('run')) != (head['size'], 'case_exported', head['run']):
    raise SystemExit('the signed tree does not end with this export')
END

# 6. The fingerprint: compare it with the one told. / Der Fingerabdruck: mit dem genannten vergleichen.
sha256sum tagmanifest-sha256.txt

# 7. It is a valid BagIt package (RFC 8493). / Es ist ein gültiges BagIt-Paket.
bagit.py --validate .
"""

_PAPERS = """
# 8. Each PDF carries a signature of its own over the whole file, which holds wherever the PDF goes.
#    Jedes PDF trägt eine eigene Unterschrift über die ganze Datei; sie gilt auch, wo es allein hinkommt.
TEMP="$(mktemp -d)"
trap 'rm -rf "$TEMP"' EXIT
pdf_holds() {{
python3 - "$1" "$TEMP" <<'END'
import re, sys
name, folder = sys.argv[1:]
pdf = open(name, 'rb').read()
told = re.findall(rb'/ByteRange *\\[0 ([0-9]+) ([0-9]+) ([0-9]+)\\]', pdf) or [(b'0', b'0', b'0')]
gap, rest, length = map(int, told[-1])
if not 0 < gap < rest or rest + length != len(pdf):
    raise SystemExit(name + ' carries no signature over the whole file')
open(folder + '/signature', 'wb').write(bytes.fromhex(pdf[gap + 1:rest - 1].decode()))
open(folder + '/content', 'wb').write(pdf[:gap] + pdf[rest:])
END
echo "$1:" >&2
openssl cms -verify -binary -inform DER -in "$TEMP/signature" -content "$TEMP/content" \\
-CAfile "$ROOTS" -partial_chain -purpose any -attime {at} -out /dev/null
}}
{papers}"""

_PDFSIG = """
# 9. The same with pdfsig (poppler-utils). It knows no ROOTS: who signed is proven above.
#    Dasselbe mit pdfsig. Es kennt ROOTS nicht: wer unterschrieb, ist oben bewiesen.
SOUND='Signature #1:
  - Total document signed
  - Signature Validation: Signature is Valid.'
by_pdfsig() {{
told="$(LC_ALL=C pdfsig -nocert "$1")" || :
found="$(printf '%s\\n' "$told" | grep -a -e '^Signature #' -e 'document signed' -e 'Validation:')" || :
[ "$found" = "$SOUND" ] || {{ echo "pdfsig: $1 does NOT hold: ${{found:-no signature}}" >&2; return 1; }}
}}
if command -v pdfsig > /dev/null; then
{papers}else
echo "NOT RUN / NICHT GELAUFEN: step 9, as pdfsig is missing (poppler-utils); step 8 proved the same" >&2
fi
"""

_NO_PDFSIG = """
# 9. pdfsig does not know the kind of key that signed here and would call any of its signatures invalid.
#    pdfsig kennt diese Art von Schlüssel nicht und hielte jede Unterschrift damit für ungültig.
"""


def verify(dossier: Dossier, face: Face, payload: Collection[str], *, pdfsig: bool) -> str:
    """VERIFY.txt for this package of these files: what it names is checked, what it has not is said.

    `pdfsig` says whether that tool knows the kind of key that signed.
    """
    at = int(dossier.exported_at.timestamp())
    # By name: the file of their sums is not signed, so that whoever adds a file can add it there.
    seals = " ".join(sorted(form.seal_files(stamped=bool(face.time_stamped_by))))
    named = {"certificates": form.CERTIFICATES, "sums": form.SEAL_SUMS, "seals": seals}
    parts = [_SUMS.format(**named, signer=face.german()[0])]
    parts += [_SIGNED.format(signature=name, content=over, at=at) for name, over in form.SIGNED.items()]
    parts += _stamps(face, at) if face.time_stamped_by else [_NO_TIME]
    return "".join([*parts, _LOG, *_papers(sorted(filter(form.PAPER.fullmatch, payload)), at, pdfsig)])


def _papers(names: Sequence[str], at: int, pdfsig: bool) -> Iterator[str]:
    yield _PAPERS.format(at=at, papers="".join(f"pdf_holds {name}\n" for name in names))
    yield _PDFSIG.format(papers="".join(f"by_pdfsig {name}\n" for name in names)) if pdfsig else _NO_PDFSIG


def _stamps(face: Face, at: int) -> list[str]:
    commands = [
        _STAMPED.format(signature=name, stamp=form.stamp_of(name), certificates=form.CERTIFICATES, at=at)
        for name in form.SIGNED
    ]
    return [_TIME.format(authority=face.german()[-1]), *commands]
