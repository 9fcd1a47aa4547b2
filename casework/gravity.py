"""Which verdicts are so grave that the page is captured before its author can take it down."""

from collections.abc import Mapping

from casework.labels import Hostility, Urgency
from casework.message import Message

# Threat (StGB 126, 241), incitement (StGB 111, 140) and doxxing (StGB 126a): always.
ALWAYS = frozenset({Hostility.THREAT, Hostility.INCITEMENT, Hostility.DOXXING})
# Hate (StGB 130) and forbidden symbols (StGB 86a): where the model is this sure, or a person said so.
WHEN_SURE = frozenset({Hostility.HATE, Hostility.SYMBOL})
SURE = 0.9


def is_grave(message: Message, scores: Mapping[Hostility, float]) -> bool:
    """Whether a message with these labels is captured at once; `scores` are the verdict's, in [0, 1].

    A threat in what may be an emergency counts although the model abstained: the page will not wait for it.
    A person's correction (`Message.corrected`) counts as sure.
    """
    labels = set(message.hostility)
    if message.abstained:
        return message.urgency is Urgency.ACUTE and Hostility.THREAT in labels
    sure = {h for h in labels & WHEN_SURE if message.corrected or scores.get(h, 0.0) >= SURE}
    return bool(labels & ALWAYS or sure)
