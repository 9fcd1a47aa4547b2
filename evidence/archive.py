"""A package as one .zip file, for the browser's download; the same package always gives the same bytes."""

import shutil
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from casework.errors import Refused
from evidence.source import opened

FIXED_TIME = (1980, 1, 1, 0, 0, 0)
READABLE = 0o100644 << 16
BLOCK = 1 << 20


def zipped(path: Path, target: Path) -> Path:
    """Write the package's files to `target`, in a folder of its own name, in order, with fixed times.

    Never more than a block of them is in memory. Raises Refused where no package lies, or one with links or
    strange names in it.
    """
    with opened(path) as source:
        if source.faults:
            raise Refused(f"{path}: {source.faults[0]}; export the case again")
        with ZipFile(target, "w") as archive:
            for name in sorted(source.names):
                member = ZipInfo(f"{source.label}/{name}", FIXED_TIME)
                member.external_attr = READABLE
                member.compress_type = ZIP_DEFLATED
                with source.read(name) as content, archive.open(member, "w", force_zip64=True) as packed:
                    shutil.copyfileobj(content, packed, BLOCK)
    return target
