"""Network and heads while they are tuned: batches, losses, rounds, stages, and what is written of them."""

import json
import platform
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from sklearn.metrics import average_precision_score, f1_score
from torch import Tensor, nn
from torch.nn import functional

from classifier import encoder
from classifier.arrays import sha256_of, write_arrays
from classifier.corpus import load_examples
from classifier.e5_engine import WIDTH
from classifier.e5_file import FILE, Weights
from classifier.e5_pieces import Pieces
from classifier.meaning import spoken
from classifier.model import EMERGENCY, HOSTILITIES, INTENTS, TARGETS
from classifier.parts import split
from tools.tune.graph import graph
from tools.tune.lessons import DISTURBED, LABELS, OURS, Question, disturbed, numbers_of, ours
from tools.tune.mixing import Numbers, mean, shrunk
from tools.tune.network import Network
from tools.tune.stages import STAGES, Stage

SEED, BATCH, MOST_PIECES = 110, 32, 256
SHARPNESS = 14.0  # embeddings have length 1; heads see them so many times as long
WARMING, LEAST_STEP, HEADS_FASTER, WATCHED = 60, 0.02, 5, 300
HEADS = {"intent": len(INTENTS), "hostility": len(HOSTILITIES) + 1, "target": len(TARGETS)}
ALL_HEADS = HEADS | {name: len(labels) for name, labels in LABELS.items()}

Batch = list[tuple[list[int], Question]]


class Tuning:
    """Network and heads while they are tuned."""

    def __init__(self, heads: Mapping[str, int] = ALL_HEADS, still: int = STAGES[0].still) -> None:
        torch.manual_seed(SEED)
        self.chance = random.Random(SEED)
        self.pieces, self.network = Pieces(Weights(FILE.read_bytes())), Network(still)
        self.heads = nn.ModuleDict({name: nn.Linear(WIDTH, n) for name, n in heads.items()})
        for head in self.heads.values():
            nn.init.zeros_(head.weight)

    def learn(self, number: int, stage: Stage, lessons: Sequence[tuple[Sequence[Question], float]]) -> None:
        """One of STAGES, `number` of them all: its runs, and their mean."""
        before = self.numbers()
        self.network.hold(stage.still)
        several = [(before, 1 - sum(stage.runs))]
        for run, share in enumerate(stage.runs, start=1):
            torch.manual_seed(SEED * number + run)
            self.put(shrunk(before, stage.shrunk, stage.still))
            self.rounds(lessons, stage.rounds, stage.size)
            several.append((self.numbers(), share))
        self.put(mean(several))

    def rounds(self, lessons: Sequence[tuple[Sequence[Question], float]], rounds: int, size: float) -> None:
        """Some rounds over sets of questions, each drawn by its share anew."""
        tuned = [one for one in self.network.parameters() if one.requires_grad]
        groups = [{"params": tuned}, {"params": self.heads.parameters(), "weight_decay": 0.01}]
        steps = torch.optim.AdamW(groups, lr=size, betas=(0.9, 0.98), weight_decay=0.0)
        total = rounds * sum(int(len(questions) * share) for questions, share in lessons) // BATCH
        done = 0
        for number in range(rounds):
            self.network.train()
            drawn = [
                q for all_of, share in lessons for q in self.chance.sample(all_of, int(len(all_of) * share))
            ]
            began, lost = time.monotonic(), 0.0
            for batch in self._batches(drawn):
                pace = size * min(1, done / WARMING) * max(LEAST_STEP, 1 - done / total)
                for group, faster in zip(steps.param_groups, (1, HEADS_FASTER), strict=True):
                    group["lr"] = pace * faster
                loss = self._loss(batch)
                steps.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(tuned, 1.0)
                steps.step()
                done += 1
                lost += loss.item() * len(batch)
            took = time.monotonic() - began
            print(
                f"round {number + 1}: loss {lost / len(drawn):.3f}, {took:.0f} s, {self.asked()}", flush=True
            )

    def _batches(self, questions: Sequence[Question]) -> Iterator[Batch]:
        """Batches of texts about equally long, in no order."""
        mixed = self.chance.sample(list(questions), len(questions))
        read = [(self._read(self._typed(q.text)), q) for q in mixed]
        batches = []
        for at in range(0, len(read), BATCH * 24):
            alike = sorted(read[at : at + BATCH * 24], key=lambda one: len(one[0]))
            batches += [alike[n : n + BATCH] for n in range(0, len(alike), BATCH)]
        self.chance.shuffle(batches)
        yield from batches

    def _read(self, text: str) -> list[int]:
        return self.pieces.numbers(spoken(text), MOST_PIECES)

    def _typed(self, text: str) -> str:
        return disturbed(text, self.chance) if self.chance.random() < DISTURBED else text

    def _sharp(self, batch: Batch) -> Tensor:
        """What the heads see of a batch while it is learnt from."""
        with torch.autocast("cpu", torch.bfloat16):  # twice as fast where the processor has it
            means = self.network([pieces for pieces, _ in batch])
        return means.float() * SHARPNESS

    def _loss(self, batch: Batch) -> Tensor:
        sharp = self._sharp(batch)
        sources = [question.source for _, question in batch]
        losses = []
        for source in sorted(set(sources)):
            rows = [row for row, one in enumerate(sources) if one == source]
            answers = [batch[row][1].answer for row in rows]
            if source == OURS:
                losses.append(self._loss_of_ours(sharp[rows], [numbers_of(one) for one in answers]))
            else:
                said = self.heads[source](sharp[rows])
                losses.append(functional.cross_entropy(said, torch.tensor(answers), reduction="sum"))
        return sum(losses) / len(batch)

    def _loss_of_ours(self, sharp: Tensor, answers: Sequence[tuple[int, list[float], int]]) -> Tensor:
        """Intent, each hostility, and the target of what is hostile."""
        intents, kinds, targets = (torch.tensor(column) for column in zip(*answers, strict=True))
        hostile = kinds[:, -1] > 0
        loss = functional.cross_entropy(self.heads["intent"](sharp), intents, reduction="sum")
        said = self.heads["hostility"](sharp)
        loss = loss + functional.binary_cross_entropy_with_logits(said, kinds, reduction="sum")
        if hostile.any():
            aimed = self.heads["target"](sharp[hostile])
            loss = loss + functional.cross_entropy(aimed, targets[hostile], reduction="sum")
        return loss

    @torch.no_grad()
    def asked(self) -> str:
        """How well the heads do on the calibration writers, for whoever watches."""
        self.network.eval()
        examples = split(load_examples()).calibration
        read = [self._read(one.text) for one in examples]
        batches = (read[at : at + BATCH] for at in range(0, len(read), BATCH))
        sharp = torch.cat([self.network(batch) for batch in batches]) * SHARPNESS
        truths = np.array([INTENTS.index(one.intent) for one in examples])
        intents = self.heads["intent"](sharp).numpy()
        acute = average_precision_score(truths == EMERGENCY, intents[:, EMERGENCY])
        hostile = [bool(one.hostility) for one in examples]
        any_of_it = average_precision_score(hostile, self.heads["hostility"](sharp)[:, -1].numpy())
        macro = f1_score(truths, intents.argmax(axis=1), average="macro")
        return (
            f"intent macro F1 {macro:.3f}; average precision: emergency {acute:.3f}, hostile {any_of_it:.3f}"
        )

    def _watched(self) -> list[list[list[int]]]:
        """Some of our texts, by which the rounding is settled."""
        texts = self.chance.sample(ours(), WATCHED)
        return [[self._read(one.text)] for one in texts]

    def numbers(self) -> Numbers:
        """All numbers as they are now, by name."""
        modules = nn.ModuleDict({"network": self.network, "heads": self.heads})
        return {name: one.detach().clone() for name, one in modules.state_dict().items()}

    def put(self, numbers: Numbers) -> None:
        """Go on from these."""
        nn.ModuleDict({"network": self.network, "heads": self.heads}).load_state_dict(dict(numbers))

    def rest(self, file: Path) -> None:
        """Keep the state after a stage."""
        torch.save([self.network.state_dict(), self.heads.state_dict(), self.chance.getstate()], file)

    def resume(self, file: Path) -> None:
        """Go on from a kept state."""
        network, heads, chance = torch.load(file, weights_only=False)
        self.network.load_state_dict(network)
        self.heads.load_state_dict(heads)
        self.chance.setstate(chance)

    def take_shipped(self, folder: Path = encoder.FOLDER) -> None:
        """Go on from the shipped numbers, where the states of their stages are gone."""
        with np.load(folder / encoder.ARRAYS) as arrays:
            self.network.take(arrays)
            at = 0
            for name, size in ALL_HEADS.items():
                head, those = self.heads[name], slice(at, at := at + size)
                head.weight.data = torch.tensor(arrays[encoder.WEIGHTS][:, those].T / SHARPNESS)
                head.bias.data = torch.tensor(arrays[encoder.BIAS][those])

    def told(self) -> dict[str, np.ndarray]:
        """The tuned numbers and the heads as classifier.encoder reads them."""
        self.network.eval()
        weights = [head.weight.detach().numpy().T * SHARPNESS for head in self.heads.values()]
        biases = [head.bias.detach().numpy() for head in self.heads.values()]
        return (
            self.network.tuned()
            | self.network.evened(self._watched())
            | {
                encoder.WEIGHTS: np.hstack(weights).astype(np.float32),
                encoder.BIAS: np.concatenate(biases).astype(np.float32),
            }
        )

    def keep(self, folder: Path = encoder.FOLDER) -> None:
        """Write them."""
        arrays = self.told()
        (folder / encoder.GRAPH).write_bytes(graph())
        card = {
            "format": encoder.FORMAT,
            "graph_sha256": sha256_of(folder / encoder.GRAPH),
            "sha256": write_arrays(folder / encoder.ARRAYS, arrays),
            "base_sha256": sha256(FILE.read_bytes()).hexdigest(),
            "heads": ALL_HEADS,
            "learnt_from": ["classifier/examples, train part", *LABELS],
            "stages": STAGES,
            "seed": SEED,
            "tuned_with": {"torch": torch.__version__, "python": platform.python_version()},
        }
        (folder / encoder.CARD).write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
