"""What a PDF says: its text as a stock tool reads it, its bytes with every stream unpacked."""

import re
import shutil
import subprocess
from io import BytesIO

import pikepdf
import pytest


def words_of(pdf: bytes) -> str:
    """The text layer, in reading order."""
    return stock("pdftotext", "-", "-", told=pdf).decode()


def stock(tool: str, *words: object, told: bytes = b"") -> bytes:
    """What a stock tool prints; the test is skipped where it is not there, and fails where the tool does."""
    if not shutil.which(tool):
        pytest.skip(f"needs {tool}")
    return subprocess.run([tool, *map(str, words)], input=told, capture_output=True, check=True).stdout


def unpacked(pdf: bytes) -> bytes:
    """All objects with their streams decompressed, and every string in UTF-8 besides."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        strings = [str(one) for one in opened.objects if isinstance(one, pikepdf.String)]
        out = BytesIO()
        opened.save(
            out,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            qdf=True,
        )
    return out.getvalue() + "\n".join(strings).encode("utf-8", "replace")


def unsigned(pdf: bytes) -> bytes:
    """A PDF of ours as it was typeset, without the signature that was appended."""
    end = b"%%EOF\n"
    return pdf[: pdf.index(end) + len(end)]


def blank(pdf: bytes) -> bytes:
    """A PDF of ours without its signature."""
    start, end = gap(pdf)
    return pdf[:start] + pdf[end:]


def gap(pdf: bytes) -> tuple[int, int]:
    """Where the signature of a PDF of ours begins and ends, with its brackets."""
    [only] = re.finditer(rb"<[0-9A-F]{1000,}>", pdf)
    return only.span()
