"""Installs pip into a venv that has none, from the package index that pip itself would ask."""

import io
import os
import re
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from urllib.parse import urljoin

INDEX = os.environ.get("PIP_INDEX_URL", "https://pypi.org/simple").rstrip("/")


def newest_wheel() -> str:
    """Address of the last pip wheel the index lists."""
    page_url = f"{INDEX}/pip/"
    with urllib.request.urlopen(page_url, timeout=60) as answer:  # noqa: S310 - the operator's index
        page = io.TextIOWrapper(answer, "utf-8").read()
    wheels = re.findall(r'href="([^"]+/pip-(?:2[4-9]|[3-9]\d)[0-9.]*-py3-none-any\.whl[^"]*)"', page)
    if not wheels:
        sys.exit("streife: the package index offers no pip; install python3-venv and try again")
    return urljoin(page_url, wheels[-1])


def main(venv: str) -> None:
    """Run pip from its own wheel to install itself."""
    with tempfile.TemporaryDirectory() as folder:
        url = newest_wheel()
        wheel = Path(folder) / url.split("#")[0].rsplit("/", 1)[1]
        urllib.request.urlretrieve(url, wheel)  # noqa: S310 - as above
        command = [f"{venv}/bin/python", f"{wheel}/pip", "install", "--quiet", "pip", "setuptools", "wheel"]
        subprocess.run(command, check=True)  # noqa: S603 - our own arguments


if __name__ == "__main__":
    main(sys.argv[1])
