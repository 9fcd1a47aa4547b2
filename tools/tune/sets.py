"""Tunes the encoder on, on public sets, for their labels alone: `python -m tools.tune.sets SETS STATE`.

It goes on from classifier/encoder.npz. What it learns from is under the GPL in part, so it lies apart, in
classifier/schemes/encoder.npz, and no verdict rests on it.
"""

import argparse
import json
import platform
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import f1_score
from torch import Tensor
from torch.nn import functional

from classifier import encoder
from classifier.arrays import write_arrays
from classifier.corpus import read_set
from classifier.e5_engine import LAYERS
from classifier.parts import left_out
from tools.tune import lessons
from tools.tune.lessons import OURS, PUBLIC, Question
from tools.tune.tuning import ALL_HEADS, BATCH, SEED, SHARPNESS, Batch, Tuning

HARM = {
    "def": ["FALSE", "TRUE"],
    "vio": ["nothing", "call2violence", "glorification", "other", "prospensity", "support"],
    "c2a": ["FALSE", "TRUE"],
    "dbo": ["nothing", "criticism", "agitation", "subversive"],
}
WORTH = {"davidson": 0.5, "c2a": 0.5, "dbo": 0.5, "vio": 2.0}  # of a text's loss; 1 where none is named
STILL, ROUNDS, SIZE = 5, 3, 8e-4
PLAIN_SHARE, OURS_SHARE, DAVIDSON_SHARE = 0.4, 0.07, 0.4  # drawn anew for each round


def harm(folder: Path) -> list[Question]:
    """The sets of GermEval 2026, each text once with all of its labels."""
    found: dict[str, dict[str, int]] = {}
    for name, labels in HARM.items():
        for row in read_set(folder / f"germeval2026_{name}.csv"):
            found.setdefault(row["text"], {})[name] = labels.index(row["label"])
    return [Question(PUBLIC, text, answers) for text, answers in found.items()]


def shared(folder: Path, source: str) -> list[Question]:
    """A set that the shipped encoder was tuned on, whole."""
    file, column = lessons.FILES[source]
    labels = lessons.LABELS[source]
    rows = read_set(folder / file)
    return [Question(PUBLIC, row["text"], {source: labels.index(row[column])}) for row in rows]


class SetsTuning(Tuning):
    """As Tuning, by the labels of public sets; rare ones weigh more."""

    def __init__(self, folder: Path) -> None:
        super().__init__(ALL_HEADS | {name: len(labels) for name, labels in HARM.items()}, STILL)
        sets = {name: shared(folder, name) for name in lessons.LABELS} | {"harm": harm(folder)}
        asked = ("germeval", "gahd", "harm")
        self._unseen = [one for name in asked for one in sets[name] if left_out(one.text)]
        seen = {name: [one for one in all_of if not left_out(one.text)] for name, all_of in sets.items()}
        telling = [one for one in seen["harm"] if any(one.answer.values()) or "def" in one.answer]
        plain = [one for one in seen["harm"] if not any(one.answer.values()) and "def" not in one.answer]
        self.lessons = [
            (lessons.ours(), OURS_SHARE),
            (seen["germeval"], 1.0),
            (seen["gahd"], 1.0),
            (seen["davidson"][:8_000], DAVIDSON_SHARE),
            (telling, 1.0),
            (plain, PLAIN_SHARE),
        ]
        drawn = [one for all_of, _ in self.lessons[1:] for one in all_of]
        self._weights = {name: _weights(drawn, name) for name in (*lessons.LABELS, *HARM)}

    def _loss(self, batch: Batch) -> Tensor:
        ours = [n for n, (_, question) in enumerate(batch) if question.source == OURS]
        sharp = self._sharp(batch)
        losses = []
        if ours:
            answers = [lessons.numbers_of(batch[n][1].answer) for n in ours]
            losses.append(self._loss_of_ours(sharp[ours], answers))
        for name, weights in self._weights.items():
            rows = [n for n, (_, q) in enumerate(batch) if q.source == PUBLIC and name in q.answer]
            if not rows:
                continue
            truth = torch.tensor([batch[n][1].answer[name] for n in rows])
            said = self.heads[name](sharp[rows])
            loss = functional.cross_entropy(said, truth, reduction="none") * weights[truth]
            losses.append(loss.sum() * WORTH.get(name, 1.0))
        return sum(losses) / len(batch)

    @torch.no_grad()
    def asked(self) -> str:
        """How well the heads do on the sixth of each set that is not tuned on, for whoever watches."""
        self.network.eval()
        asked = [one for one in self._unseen if {"germeval", "gahd", "def"} & one.answer.keys()]
        read = sorted(((self._read(one.text), one) for one in asked), key=lambda pair: len(pair[0]))
        batches = (read[at : at + BATCH] for at in range(0, len(read), BATCH))
        sharp = torch.cat([self.network([pieces for pieces, _ in batch]) for batch in batches]) * SHARPNESS
        told = []
        for name in ("germeval", "gahd", *HARM):
            rows = [n for n, (_, one) in enumerate(read) if name in one.answer]
            truth = np.array([read[n][1].answer[name] for n in rows])
            said = self.heads[name](sharp[rows]).argmax(1).numpy()
            told.append(f"{name} {f1_score(truth, said, average='macro'):.3f} ({len(rows)})")
            if name == "germeval":
                told.append(f"coarse {f1_score(truth > 0, said > 0, average='macro'):.3f}")
        return ", ".join(told)

    def _watched(self) -> list[list[list[int]]]:
        """Some of these texts, by which the rounding is settled."""
        texts = [one for all_of, _ in self.lessons for one in self.chance.sample(list(all_of), 60)]
        return [[self._read(one.text)] for one in texts]

    def keep(self, folder: Path = encoder.SETS) -> None:
        """Write the numbers of the layers that were tuned on, and the heads."""
        own = {f"l{number}" for number in range(STILL, LAYERS)} | {"heads"}
        arrays = {name: array for name, array in self.told().items() if name.split(".")[0] in own}
        card = {
            "format": encoder.SETS_FORMAT,
            "sha256": write_arrays(folder / encoder.ARRAYS, arrays),
            "beside": encoder.tuned().version,
            "heads": {name: head.out_features for name, head in self.heads.items()},
            "labels": HARM,
            "learnt_from": ["classifier/examples, train part", *lessons.LABELS, *HARM],
            "licence": "GPL-3.0",
            "rounds": ROUNDS,
            "seed": SEED,
            "tuned_with": {"torch": torch.__version__, "python": platform.python_version()},
        }
        (folder / encoder.CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def _weights(drawn: Sequence[Question], name: str) -> Tensor:
    """How much each label weighs: the rarer the more, a text 1 in the mean."""
    labels = [one.answer[name] for one in drawn if name in one.answer]
    counts = np.bincount(labels)
    rare = counts**-0.5
    return torch.tensor(rare * counts.sum() / (rare * counts).sum(), dtype=torch.float32)


def main() -> None:
    """Tune, and write the numbers that differ from the shipped encoder's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path, help="folder of the public sets")
    parser.add_argument("state", type=Path, help="folder that keeps the state")
    given = parser.parse_args()
    given.state.mkdir(parents=True, exist_ok=True)
    tuning = SetsTuning(given.sets)
    state = given.state / "sets.pt"
    if state.exists():
        tuning.resume(state)
    else:
        tuning.take_shipped()
        tuning.rounds(tuning.lessons, ROUNDS, SIZE)
        tuning.rest(state)
    tuning.keep()


if __name__ == "__main__":
    main()
