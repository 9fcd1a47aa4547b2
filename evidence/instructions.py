"""VERIFY.txt: the stock commands that check a package without us, a shell script with comments."""

from casework.dossier import Dossier
from evidence import form
from evidence.face import Face

_SUMS = """\
# VERIFY: check this package without Streife / dieses Paket ohne Streife prüfen
#
# In this folder run the lines without "#" one by one, or all at once:   sh VERIFY.txt
# Diese Zeilen im Ordner des Pakets einzeln ausführen oder alle zugleich: sh VERIFY.txt
# Needed / nötig: sh, coreutils, findutils, openssl (3.0), python3, bagit (pip install bagit).
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
{{ cut -c67- manifest-sha256.txt tagmanifest-sha256.txt; printf '%s\\n' {seals}; find . ! -type d \\
! -path ./tagmanifest-sha256.txt ! -path ./tagmanifest-sha512.txt ! -path ./{sums} -print0 \\
| tr '\\n\\000' '?\\n' | cut -c3-; }} \\
| LC_ALL=C sort | uniq -u | {{ ! grep . ; }}

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


def verify(dossier: Dossier, face: Face) -> str:
    """VERIFY.txt for this package: what it names is checked, what it has not is said."""
    at = int(dossier.exported_at.timestamp())
    # By name: the file of their sums is not signed, so that whoever adds a file can add it there.
    seals = " ".join(sorted(form.seal_files(stamped=bool(face.time_stamped_by))))
    named = {"certificates": form.CERTIFICATES, "sums": form.SEAL_SUMS, "seals": seals}
    parts = [_SUMS.format(**named, signer=face.german()[0])]
    parts += [_SIGNED.format(signature=name, content=over, at=at) for name, over in form.SIGNED.items()]
    parts += _stamps(face, at) if face.time_stamped_by else [_NO_TIME]
    return "".join([*parts, _LOG])


def _stamps(face: Face, at: int) -> list[str]:
    commands = [
        _STAMPED.format(signature=name, stamp=form.stamp_of(name), certificates=form.CERTIFICATES, at=at)
        for name in form.SIGNED
    ]
    return [_TIME.format(authority=face.german()[-1]), *commands]
