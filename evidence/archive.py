"""A package as one .zip file, for the browser's download; the same package always gives the same bytes."""

import io
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from casework.errors import Refused
from evidence.source import opened

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
READABLE = 0o100644 << 16


def zipped(path: Path) -> bytes:
    """The package's files in a folder of its own name, in order, with fixed times.

    Raises Refused where no package lies, or one with links or strange names in it.
    """
    held = io.BytesIO()
    with opened(path) as source, ZipFile(held, "w", ZIP_DEFLATED) as archive:
        if source.faults:
            raise Refused(f"{path}: {source.faults[0]}; export the case again")
        for name in sorted(source.names):
            member = ZipInfo(f"{source.label}/{name}", FIXED_TIME)
            member.external_attr = READABLE
            member.compress_type = ZIP_DEFLATED
            with source.read(name) as content:
                archive.writestr(member, content.read())
    return held.getvalue()
