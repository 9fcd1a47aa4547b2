"""Why: how much each piece of the original text moved a verdict.

The words' own part is linear, so their weights are exact. In grave verdicts each telling span is left out,
the rest read again by whatever judged the whole, and the span weighs what the verdict lost.
"""

from collections.abc import Callable, Sequence

import numpy as np

from casework.assessment import Reason
from classifier.features import Floats, Weighed
from classifier.judge import alarmed
from classifier.model import Model
from classifier.normalise import Reading
from classifier.text import Text, take_in

MOST = 6
# Each span that is left out costs a reading of the rest: some ten milliseconds, more in a long text.
MOST_LEFT_OUT, MOST_OF_LONG, LONG = 3, 2, 120
LEAST_SHARE = 0.08
DECIMALS = 4
Look = Callable[[Floats, Sequence[Text]], Floats]
EXACT = 2.0**30  # whole numbers add up to the same in any order, so that a batch leaves no trace


def word_weights(model: Model, weighed: Weighed, readings: Sequence[Reading], wanted: Floats) -> list[Floats]:
    """What each word of each reading adds to the wanted mix of margins (texts x heads), in log-odds.

    The words' weights add up to that margin without its bias.
    """
    found = weighed.found
    weight = weighed.share * np.einsum("ij,ij->i", model.weights[weighed.column], wanted[found.row])
    lengths = np.array([len(reading.text) for reading in readings], np.int64)
    first = np.cumsum(lengths) - lengths
    line = "".join(reading.text for reading in readings)
    ink = np.array([character != " " for character in line], bool)
    inked = np.concatenate([[0], np.cumsum(ink)])
    start, end = inked[first[found.row] + found.start], inked[first[found.row] + found.end]
    each = np.rint(weight / (end - start) * EXACT)
    change = np.bincount(start, each, inked[-1] + 1) - np.bincount(end, each, inked[-1] + 1)
    upto = np.concatenate([[0.0], np.cumsum(np.cumsum(change)[:-1])]) / EXACT
    return [
        _per_word(reading.text, upto[inked[at : at + len(reading.text) + 1]])
        for reading, at in zip(readings, first, strict=True)
    ]


def _per_word(text: str, upto: Floats) -> Floats:
    starts, ends = _words(text)
    weights: Floats = upto[ends] - upto[starts]
    return weights


def _words(text: str) -> tuple[list[int], list[int]]:
    words = text.split(" ") if text else []
    ends = np.cumsum([len(word) + 1 for word in words]) - 1 if words else np.empty(0, int)
    return [int(end) - len(word) for end, word in zip(ends, words, strict=True)], [int(end) for end in ends]


def reasons(reading: Reading, weights: Floats, alarms: Sequence[Reason] = ()) -> tuple[Reason, ...]:
    """The few spans of the original that moved the verdict most, by place; alarms always among them."""
    starts, ends = _words(reading.text)
    spans = [
        Reason(int(reading.starts[start]), int(reading.ends[end - 1]), float(weight))
        for start, end, weight in zip(starts, ends, weights, strict=True)
    ]
    telling = _telling(spans)
    merged = _merge([span for span in telling if not any(_overlap(span, alarm) for alarm in alarms)])
    strongest = sorted(merged, key=lambda span: -abs(span.weight))[: max(MOST - len(alarms), 0)]
    kept = sorted([*strongest, *alarms], key=_start)
    return tuple(Reason(span.start, span.end, round(span.weight, DECIMALS)) for span in kept)


def foremost(spans: Sequence[Reason], alarms: Sequence[Reason], length: int) -> list[Reason]:
    """The few of the spans to be left out of a text so long: those that rang the safety net, then the
    strongest; by place."""
    most = MOST_LEFT_OUT if length <= LONG else MOST_OF_LONG
    rang = [span for span in spans if any(_overlap(span, alarm) for alarm in alarms)]
    others = sorted((span for span in spans if span not in rang), key=lambda span: -abs(span.weight))
    return sorted([*rang, *others][:most], key=_start)


def occluded(
    model: Model, look: Look, original: str, spans: Sequence[Reason], odds: Floats, wanted: Floats
) -> tuple[Reason, ...]:
    """The spans, each with what the wanted mix of the text's log-odds loses without it.

    `look` is what judged the whole, from words' margins and texts to log-odds; the safety net has its say
    before and after.
    """
    if not spans:
        return ()
    rests = [take_in(original[: span.start] + original[span.end :]) for span in spans]
    left = alarmed(look(model.margins(model.weigh(rests).matrix), rests), rests)
    lost = ((odds - left) @ wanted).round(DECIMALS).tolist()
    return tuple(Reason(span.start, span.end, loss) for span, loss in zip(spans, lost, strict=True))


def _start(span: Reason) -> int:
    return span.start


def _telling(spans: Sequence[Reason]) -> list[Reason]:
    least = LEAST_SHARE * max((abs(span.weight) for span in spans), default=0.0)
    return [span for span in spans if abs(span.weight) >= max(least, 10**-DECIMALS)]


def _merge(spans: Sequence[Reason]) -> list[Reason]:
    """Join neighbours that pull the same way, and pieces of one original span in any case."""
    merged: list[Reason] = []
    for span in spans:
        last = merged[-1] if merged else None
        same_way = last is not None and last.weight * span.weight > 0 and span.start <= last.end + 1
        if last is not None and (same_way or _overlap(last, span)):
            merged[-1] = Reason(last.start, max(last.end, span.end), last.weight + span.weight)
        else:
            merged.append(span)
    return merged


def _overlap(one: Reason, other: Reason) -> bool:
    return one.start < other.end and other.start < one.end
