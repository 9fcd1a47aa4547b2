"""The classifier behind casework's port: reads texts in batches and says what they are, and why."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from casework.assessment import Context, Disguise, Reason, Rung, Verdict
from classifier import together
from classifier.archive import MODEL, Archive, open_archive
from classifier.disguises import disguises
from classifier.explain import foremost, occluded, reasons, word_weights
from classifier.features import known_words
from classifier.judge import SAFETY_FLOOR, Judgement, alarmed, is_grave, judge, wanted_heads
from classifier.languages import Language
from classifier.model import EMERGENCY, scores_of
from classifier.normalise import read
from classifier.safety_net import rung
from classifier.text import Text, take_in

BATCH = 256
LEAST_ALARM_WEIGHT = 1.0


class Assessor:
    """A loaded model; the same text in the same context always gets the same verdict, in whatever batch."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    @property
    def model(self) -> str:
        """Version of the model: date and the head of its weights' hash."""
        return self._archive.version

    def assess(self, texts: Sequence[str], contexts: Sequence[Context] | None = None) -> list[Verdict]:
        """One verdict a text, in order; never raises, whatever the text.

        Of a text longer than 8,000 characters the first 6,000 and the last 2,000 are read. What was written
        before it counts where an emergency is told in pieces (classifier.together), and nowhere else.
        """
        alone = self._alone(texts)
        return alone if contexts is None else together.verdicts(self._alone, texts, alone, contexts)

    def foremost(self, texts: Sequence[str]) -> list[int]:
        """The texts' numbers by what the screen says of danger and hostility, the most alarming first."""
        scores = self._archive.model.glance(texts)
        alarming = np.maximum(scores.intent[:, EMERGENCY], scores.hostile / 2)
        order: list[int] = np.argsort(-alarming, kind="stable").tolist()
        return order

    def known(self, texts: Sequence[str]) -> list[float]:
        """The share of each text's words that the model knows, read as `assess` reads them."""
        shares: list[float] = known_words(self._archive.model.columns, [read(one) for one in texts]).tolist()
        return shares

    def rules(self, text: str) -> list[Rung]:
        """Which rules of the safety net ring for a text."""
        return rung(read(text))

    def disguises(self, text: str) -> tuple[Disguise, ...]:
        """Which words of a text were read past a disguise, and as what."""
        return disguises(text)

    def _alone(self, texts: Sequence[str]) -> list[Verdict]:
        batches = (texts[at : at + BATCH] for at in range(0, len(texts), BATCH))
        return [verdict for batch in batches for verdict in self._assess(batch)]

    def _assess(self, originals: Sequence[str]) -> list[Verdict]:
        model, texts = self._archive.model, [take_in(original) for original in originals]
        looked = model.look(texts)
        scores, odds = scores_of(looked.odds), alarmed(looked.odds, texts)
        judged = [judge(scores, n, self._archive.thresholds, text) for n, text in enumerate(texts)]
        wanted = np.array([mix @ wanted_heads(one) for mix, one in zip(looked.mixes, judged, strict=True)])
        words = word_weights(model, looked.weighed, [text.reading for text in texts], wanted)
        verdicts = []
        for n, (one, text, weights) in enumerate(zip(judged, texts, words, strict=True)):
            rang = _alarm_reasons(text, float(scores.intent[n, EMERGENCY]))
            why = reasons(text.reading, weights, rang)
            if is_grave(one):
                leave_out = foremost(why, rang, len(text.original))
                look_again = model.second_odds if looked.twice[n] else model.first_odds
                why = occluded(model, look_again, text.original, leave_out, odds[n], wanted_heads(one))
            verdicts.append(self._verdict(one, why, text.language))
        return verdicts

    def _verdict(self, judged: Judgement, why: tuple[Reason, ...], language: Language) -> Verdict:
        return Verdict(
            intent=judged.intent,
            intent_scores=judged.intent_scores,
            hostility=judged.hostility,
            hostility_scores=judged.hostility_scores,
            target=judged.target,
            urgency=judged.urgency,
            abstained=judged.abstained,
            reasons=why,
            model=self.model,
            language=language.code,
        )


def load(path: Path | None = None) -> Assessor:
    """The model of the repository, or of another folder; raises Refused where it was tampered with."""
    return Assessor(open_archive(path or MODEL))


def _alarm_reasons(text: Text, chance: float) -> list[Reason]:
    """The words that rang the safety net; their weight is how far they lifted the log-odds, at least 1."""
    lift = max(_log_odds(SAFETY_FLOOR) - _log_odds(chance), LEAST_ALARM_WEIGHT)
    found: list[Reason] = []
    for alarm in sorted(text.alarms, key=lambda one: one.start):
        start, end = int(text.reading.starts[alarm.start]), int(text.reading.ends[alarm.end - 1])
        if found and start < found[-1].end:
            found[-1] = Reason(found[-1].start, max(end, found[-1].end), lift)
        else:
            found.append(Reason(start, end, lift))
    return found


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, 1e-6), 1 - 1e-6)
    return float(np.log(bounded / (1 - bounded)))
