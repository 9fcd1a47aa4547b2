"""Keys that sign: from a file, from a token, from the demo; what does not fit is refused with a remedy."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from asn1crypto import cms
from asn1crypto import x509 as asn1
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    pkcs12,
)
from cryptography.x509 import ObjectIdentifier
from cryptography.x509.oid import ExtendedKeyUsageOID

from evidence import demo_authority, form, sealing, signature
from evidence.keyholders import from_pkcs12
from evidence.signing import CannotSign, certificates_in, is_demo
from evidence.stamping import NoStamp
from tests.builders import NOON
from tests.evidence.authorities import LONG_AGO, a_key, certificate, key_pem, pem
from tests.evidence.pdf import unsigned

SOFTHSM = Path("/usr/lib/softhsm/libsofthsm2.so")
PASSWORD = "Weidenfurt"


@pytest.fixture(scope="module")
def office():
    """A root, and a station's key and certificate under it."""
    root_key, key = a_key(), a_key()
    root = certificate("Polizei Wurzel", root_key)
    return root, key, certificate("Wache Weidenfurt", key, root, root_key)


@pytest.fixture
def file(office, tmp_path):
    root, key, own = office
    path = tmp_path / "station.p12"
    secret = BestAvailableEncryption(PASSWORD.encode())
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"x", key, own, [root], secret))
    return path


def test_a_key_in_a_file_signs_and_its_root_is_found(file, office):
    signer = from_pkcs12(file, PASSWORD)
    found = signature.checked(signer.sign(b"content", NOON), b"content", [office[0]])
    assert (found.trusted, found.at, found.certificate) == (True, NOON, office[2])
    assert signer.name == "CN=Wache Weidenfurt"


def test_a_signature_that_claims_to_be_older_than_its_certificate_is_not_trusted(file, office):
    long_ago = from_pkcs12(file, PASSWORD).sign(b"content", NOON - timedelta(days=9_000))
    assert not signature.checked(long_ago, b"content", [office[0]], NOON).trusted


def test_openssl_agrees(file, office, tmp_path):
    (tmp_path / "x").write_bytes(b"content")
    (tmp_path / "x.p7s").write_bytes(from_pkcs12(file, PASSWORD).sign(b"content", NOON))
    (tmp_path / "root.pem").write_bytes(pem(office[0]))
    command = ["openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "x.p7s"]
    command += ["-content", "x", "-CAfile", "root.pem", "-purpose", "any", "-out", os.devnull]
    assert subprocess.run(command, cwd=tmp_path, capture_output=True).returncode == 0
    (tmp_path / "x").write_bytes(b"Content")
    assert subprocess.run(command, cwd=tmp_path, capture_output=True).returncode != 0


def test_another_root_does_not_vouch_for_it(file):
    signed = from_pkcs12(file, PASSWORD).sign(b"content", NOON)
    assert not signature.checked(signed, b"content", [certificate("Andere", a_key())]).trusted


@pytest.mark.parametrize(
    ("usage", "trusted"),
    [
        (ExtendedKeyUsageOID.EMAIL_PROTECTION, True),
        (ObjectIdentifier("1.3.6.1.5.5.7.3.36"), True),
        (ExtendedKeyUsageOID.SERVER_AUTH, False),
        (ExtendedKeyUsageOID.TIME_STAMPING, False),
    ],
)
def test_a_certificate_for_something_else_than_documents_vouches_for_none(tmp_path, usage, trusted):
    root_key, key = a_key(), a_key()
    root = certificate("Polizei Wurzel", root_key)
    own = certificate("Webserver", key, root, root_key, usage=usage)
    path = tmp_path / "other.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"x", key, own, [root], NoEncryption()))
    signer = from_pkcs12(path)
    assert signature.checked(signer.sign(b"x", NOON), b"x", [root]).trusted is trusted
    if not trusted:
        with pytest.raises(CannotSign, match="not for signing documents"):
            signer.check(NOON)


def test_a_signature_is_over_its_bytes_only(file):
    signed = from_pkcs12(file, PASSWORD).sign(b"content", NOON)
    with pytest.raises(signature.NotSound, match="not over these bytes"):
        signature.checked(signed, b"Content", [])


@pytest.mark.parametrize("garbage", [b"", b"x", b"\x30\x00", b"\x30\x80\x06\x01", b"0" * 2_000])
def test_garbage_is_no_signature(garbage):
    with pytest.raises(signature.NotSound, match="no detached CAdES"):
        signature.checked(garbage, b"content", [])


def crossed(names, each):
    """So many certificates of each name, issued by the names in turn."""
    key = a_key()
    issuers = {name: certificate(name, key) for name in names}
    turned = zip(names, [*names[1:], names[0]], strict=True)
    return [certificate(one, key, issuers[by], key) for one, by in turned for _ in range(each)]


@pytest.mark.parametrize(("names", "each"), [("AB", 9), ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 1)])
def test_more_certificates_than_any_chain_needs_are_no_work_for_us(file, office, names, each):
    info = cms.ContentInfo.load(from_pkcs12(file, PASSWORD).sign(b"content", NOON))
    held = info["content"]["certificates"]
    for one in crossed(names, each):
        loaded = asn1.Certificate.load(one.public_bytes(Encoding.DER))
        held.append(cms.CertificateChoices("certificate", loaded))
    with pytest.raises(signature.NotSound, match="no chain needs them"):
        signature.checked(info.dump(force=True), b"content", [office[0]])


def test_a_stamp_inside_a_signature_is_none_of_ours(file, office):
    info = cms.ContentInfo.load(from_pkcs12(file, PASSWORD).sign(b"content", NOON))
    stamp = {"type": "signature_time_stamp_token", "values": [info.copy()]}
    info["content"]["signer_infos"][0]["unsigned_attrs"] = cms.CMSAttributes([cms.CMSAttribute(stamp)])
    with pytest.raises(signature.NotSound, match="attributes that none of ours has"):
        signature.checked(info.dump(), b"content", [office[0]])


def test_a_wrong_password_is_told_without_it(file):
    with pytest.raises(CannotSign, match="check sign_pkcs12 and sign_pkcs12_password") as refused:
        from_pkcs12(file, "geheim-falsch")
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize("content", [None, b"", b"no key"])
def test_a_file_that_is_none_is_named(tmp_path, content):
    if content is not None:
        (tmp_path / "key.p12").write_bytes(content)
    with pytest.raises(CannotSign, match=r"key\.p12"):
        from_pkcs12(tmp_path / "key.p12", PASSWORD)


def test_an_expiry_is_warned_of_a_month_ahead_and_then_refused(file, office):
    signer, end = from_pkcs12(file, PASSWORD), office[2].not_valid_after_utc
    assert signer.check(end - timedelta(days=31)) == ()
    [warning] = signer.check(end - timedelta(days=29))
    assert "runs out in 29 days" in warning
    with pytest.raises(CannotSign, match=r"valid from .* only; have a new certificate issued"):
        signer.check(end + timedelta(days=1))


def test_an_expired_signer_is_refused_before_anything_is_written(tmp_path):
    options = sealing.Options(home=tmp_path)
    sealing.opened(options, NOON)
    with pytest.raises(CannotSign, match=r"demo-signer\.p12: .* delete this file, and a new demo is made"):
        sealing.opened(options, NOON + timedelta(days=3 * 365))


def test_a_signature_made_outside_its_certificates_time_is_not_trusted(file, office):
    early = from_pkcs12(file, PASSWORD).sign(b"x", LONG_AGO - timedelta(days=1))
    assert not signature.checked(early, b"x", [office[0]]).trusted


def test_the_demo_is_made_once_only_its_owner_reads_it_and_it_says_what_it_is(tmp_path):
    one = demo_authority.file(tmp_path, NOON)
    before = one.read_bytes()
    signer = from_pkcs12(demo_authority.file(tmp_path, NOON))
    assert one.read_bytes() == before
    assert one.stat().st_mode & 0o777 == 0o600
    assert all("UEBUNG / DEMO - beweist nichts" in c.subject.rfc4514_string() for c in signer.chain)
    assert is_demo(signer.chain[0])
    [root] = certificates_in(tmp_path / demo_authority.ROOT)
    assert signature.checked(signer.sign(b"x", NOON), b"x", [root]).trusted
    assert sorted(p.name for p in tmp_path.iterdir()) == ["demo-root.pem", "demo-signer.p12"]


def test_a_damaged_demo_is_named_and_its_root_follows_the_new_one(tmp_path):
    path = demo_authority.file(tmp_path, NOON)
    before = (tmp_path / demo_authority.ROOT).read_bytes()
    path.write_bytes(b"x")
    with pytest.raises(CannotSign, match="delete it, and a new demo is made"):
        demo_authority.file(tmp_path, NOON)
    path.unlink()
    demo_authority.file(tmp_path, NOON)
    assert (tmp_path / demo_authority.ROOT).read_bytes() != before


def test_a_demo_key_that_others_may_read_is_refused(tmp_path):
    demo_authority.file(tmp_path, NOON).chmod(0o644)
    with pytest.raises(CannotSign, match="chmod 600"):
        demo_authority.file(tmp_path, NOON)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"pkcs12": Path("a"), "pkcs11_module": Path("b")}, "both set"),
        ({"pkcs11_module": Path("b"), "pkcs11_token": "t"}, "set sign_pkcs11_token and sign_pkcs11_label"),
        ({"tsa_urls": ("http://127.0.0.1:9/",)}, "set tsa_roots"),
        ({"tsa_urls": ("http://127.0.0.1:9/",), "tsa_roots": Path("/nowhere")}, "/nowhere: cannot be read"),
    ],
)
def test_settings_that_do_not_fit_are_named(tmp_path, given, words):
    with pytest.raises((CannotSign, NoStamp), match=words):
        sealing.opened(sealing.Options(home=tmp_path, **given), NOON)


@pytest.fixture
def token(office, tmp_path, monkeypatch):
    """A token in software with the station's key in it."""
    if not SOFTHSM.exists():
        pytest.skip("needs softhsm2")
    root, key, own = office
    (tmp_path / "tokens").mkdir()
    (tmp_path / "softhsm2.conf").write_text(f"directories.tokendir = {tmp_path / 'tokens'}\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(tmp_path / "softhsm2.conf"))
    (tmp_path / "key.pem").write_bytes(key_pem(key))
    start = ["softhsm2-util", "--init-token", "--free", "--label", "wache", "--so-pin", "12345678"]
    subprocess.run([*start, "--pin", "1234"], check=True, capture_output=True)
    bring = ["softhsm2-util", "--import", tmp_path / "key.pem", "--token", "wache", "--label", "siegel"]
    subprocess.run([*bring, "--id", "01", "--pin", "1234"], check=True, capture_output=True)
    put_certificates(own, root)
    return "wache"


def put_certificates(own, root):
    """Certificates beside the key, in a process of its own: a module is loaded once per process."""
    script = (
        "import sys, pkcs11\n"
        "from pkcs11.util.x509 import decode_x509_public_key, decode_x509_certificate\n"
        f"token = pkcs11.lib({str(SOFTHSM)!r}).get_token(token_label='wache')\n"
        "with token.open(rw=True, user_pin='1234') as session:\n"
        "    for label, told in zip(('siegel', 'wurzel'), sys.argv[1:]):\n"
        "        made = decode_x509_certificate(bytes.fromhex(told))\n"
        "        made[pkcs11.Attribute.LABEL] = label\n"
        "        made[pkcs11.Attribute.TOKEN] = True\n"
        "        session.create_object(made)\n"
    )
    told = [one.public_bytes(Encoding.DER).hex() for one in (own, root)]
    run_python(script, *told)


def run_python(script, *arguments):
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_token_that_is_not_there_is_named(token):
    script = (
        "from pathlib import Path\n"
        "from evidence import keyholders\n"
        "asked = (('other', 'siegel', '1234'), ('wache', 'other', '1234'), ('wache', 'siegel', '4321'))\n"
        "for told in asked:\n"
        "    try:\n"
        f"        keyholders.from_pkcs11(Path({str(SOFTHSM)!r}), *told)\n"
        "    except keyholders.CannotSign as why:\n"
        "        print(why)\n"
    )
    lines = run_python(script).splitlines()
    assert len(lines) == 3
    assert all("check sign_pkcs11_module" in line and "4321" not in line for line in lines)


def test_a_key_in_a_token_signs_more_than_once_and_never_leaves_it(token, office, tmp_path, shared_package):
    (tmp_path / "root.pem").write_bytes(pem(office[0]))
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from tests.builders import NOON\n"
        "from evidence import keyholders, pades, signature, signing\n"
        f"signer = keyholders.from_pkcs11(Path({str(SOFTHSM)!r}), 'wache', 'siegel', '1234')\n"
        "roots = signing.certificates_in(Path(sys.argv[1]))\n"
        "for content in (b'one', b'two'):\n"
        "    print(signature.checked(signer.sign(content, NOON), content, roots).trusted)\n"
        "held = pades.embedded(signer.sign_pdf(Path(sys.argv[2]).read_bytes(), NOON))\n"
        "print(signature.checked(held.signature, held.content, roots, None, held.at).trusted)\n"
        "print(signer.name, len(signer.chain))\n"
    )
    (tmp_path / "letter.pdf").write_bytes(unsigned((shared_package / form.LETTER).read_bytes()))
    told = run_python(script, str(tmp_path / "root.pem"), str(tmp_path / "letter.pdf")).split("\n")
    assert told[:4] == ["True", "True", "True", "CN=Wache Weidenfurt 2"]
