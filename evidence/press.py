"""The press: a process of its own that typesets one document, so that its memory goes back when it is done.

It reads one JSON order from standard input and writes a line of JSON, then the PDF, to standard output. It
is run by its path and knows nothing of the house but typst.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).with_name("typeset")


def main() -> None:
    """Typeset the order; a refusal goes back as `refusal`, in typst's words."""
    order = json.loads(sys.stdin.buffer.read())
    fonts = typst.Fonts(include_system_fonts=order["system_fonts"], font_paths=[HERE / "fonts"])
    compiler = typst.Compiler(
        HERE / order["template"], HERE, fonts, sys_inputs={"data": json.dumps(order["data"])}
    )
    try:
        pdf = compiler.compile(
            format="pdf", pdf_standards=["a-3a", "ua-1"], timestamp=datetime.fromtimestamp(order["at"], UTC)
        )
        pages = _pages(compiler) if order["pages"] else {}
    except typst.TypstError as why:
        _answer({"refusal": why.diagnostic})
        return
    # The line end after %%EOF is what a signature needs to be appended without breaking PDF/A.
    _answer({"refusal": "", "pages": pages}, pdf + b"\n" if isinstance(pdf, bytes) else b"")


def _pages(compiler: typst.Compiler) -> dict[str, int]:
    """Item -> the page on which it begins."""
    marks: list[dict[str, Any]] = json.loads(compiler.query("<item-mark>", field="value"))
    return {str(mark["item"]): mark["page"] for mark in marks}


def _answer(told: dict[str, Any], pdf: bytes = b"") -> None:
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + pdf)


if __name__ == "__main__":
    main()
