"""The cascade's first stage, as it is shipped."""

from pathlib import Path

import numpy as np

from classifier.screen import screen_of
from tools.bench.judges import Bools, Judge, Rows

FILE = "screen.npz"


def make(folder: Path) -> None:
    """Lay the screen apart from the rest of the shipped model."""
    from classifier.archive import MODEL, open_archive

    np.savez_compressed(folder / FILE, **open_archive(MODEL).model.screen.arrays())


def load(folder: Path) -> Judge:
    """Margins of all heads."""
    with np.load(folder / FILE, allow_pickle=False) as arrays:
        return screen_of(dict(arrays)).scores


def files(folder: Path) -> list[Path]:
    """The table of weights."""
    return [folder / FILE]


def macro_f1(_: Judge, texts: list[str], offence: Bools) -> float:
    """Of screens with one head."""
    from classifier.screen_training import balanced, fit_screen
    from tools.bench.judges.unseen import cross_validated

    def ask(seen: Rows, unseen: Rows) -> Bools:
        answers = np.where(offence[seen], 1.0, -1.0)[:, None]
        screen = fit_screen([texts[n] for n in seen], answers, balanced(offence[seen]))
        return screen.scores([texts[n] for n in unseen])[:, 0] > 0

    return cross_validated(offence, ask)
