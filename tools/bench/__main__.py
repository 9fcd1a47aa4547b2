"""`python -m tools.bench [start] [intake] [desk] [search] ...`: those figures, or all, as JSON."""

import json
import os
import platform
import sys
from tempfile import TemporaryDirectory

from tools.bench import arrival, desk, evidence, intake, judgement, officers, search, start

PARTS = {
    "start": start.measure,
    "intake": intake.measure,
    "desk": desk.measure,
    "officers": officers.measure,
    "search": search.measure,
    "arrival": arrival.measure,
    "judgement": judgement.measure,
    "evidence": evidence.measure,
}


def main(wanted: list[str]) -> None:
    """Measure one part after the other, each in a folder that is gone afterwards."""
    if unknown := set(wanted) - PARTS.keys():
        sys.exit(f"bench: {', '.join(sorted(unknown))} is unknown; there is {', '.join(PARTS)}")
    found: dict[str, object] = {"machine": f"{os.cpu_count()} cores, Python {platform.python_version()}"}
    for name in wanted or PARTS:
        sys.stderr.write(f"bench: {name} ...\n")
        with TemporaryDirectory(prefix="streife-bench-", ignore_cleanup_errors=True) as folder:
            found[name] = PARTS[name](folder)
    sys.stdout.write(json.dumps(found, indent=2) + "\n")


main(sys.argv[1:])
