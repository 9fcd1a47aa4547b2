"""What has no verdict: how long it waits, and what becomes of a message on which the classifier fails.

It must not keep the others waiting, nor be lost itself: as nobody knows what it says, a person reads it now.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from typing import TypeVar

from casework import described
from casework.assessment import NO_MODEL, Context, Verdict
from casework.labels import Intent, Target, Urgency
from casework.message import Message, Version
from casework.ports import Classifier, Work

log = logging.getLogger(__name__)
R = TypeVar("R")
PROBE = "Hallo"
LOOKED_AT = 100  # so many of the oldest are asked how long they wait
UNREAD = Verdict(
    intent=Intent.OTHER,
    intent_scores={},
    hostility=(),
    hostility_scores={},
    target=Target.NONE,
    urgency=Urgency.ACUTE,
    abstained=True,
    reasons=(),
    model=NO_MODEL,
)


def verdicts(
    classifier: Classifier, messages: Sequence[Message], contexts: Sequence[Context]
) -> tuple[list[Verdict], Mapping[int, str]]:
    """One verdict a message, in order, and by message id which error the classifier failed with, if it did.

    Where it fails on all together, each is judged alone; one on which it fails alone, too, may be an
    emergency for all we know. The log names ids and errors, never a word of a text. Raises what the
    classifier raises where no text will do: nothing is written then, and the next look tries again.
    """
    whole, error = _tried(lambda: described.verdicts(classifier, messages, contexts))
    if whole is not None:
        return whole, {}
    log.error("%s: %d messages are judged one by one", error, len(messages))
    classifier.assess([PROBE])  # raises where it fails on any text: then all wait, and /health tells
    found: list[Verdict] = []
    failed: dict[int, str] = {}
    for message, context in zip(messages, contexts, strict=True):
        alone, error = _tried(partial(described.verdicts, classifier, [message], [context]))
        found += alone or [UNREAD]
        if error:
            log.error("message %d cannot be judged, a person must read it: %s", message.id, error)
            failed[message.id] = error
    return found, failed


def foremost(classifier: Classifier, messages: Sequence[Message]) -> list[Message]:
    """The most alarming first; in the order given where the classifier cannot even glance at them."""
    order, error = _tried(lambda: classifier.foremost([m.text for m in messages]))
    if order is None:
        log.error("%s: %d messages go by their time", error, len(messages))
    return [*messages] if order is None else [messages[n] for n in order]


def note(work: Work, failed: Mapping[int, str]) -> None:
    """Log each message on which the classifier failed, with the error's name."""
    for message_id, error in failed.items():
        work.record("streife", "not_judged", f"message:{message_id}", {"error": error})


def longest(work: Work) -> timedelta:
    """How long the wording has waited that waits longest for its verdict; nothing where none waits."""
    waiting = work.unassessed(LOOKED_AT, oldest=True)
    since = {m.id: m.received_at for m in waiting if m.version == 1}
    edited = {m.id: m.version for m in waiting if m.version > 1}
    for one in work.find(Version, message_id=sorted(edited)) if edited else ():
        if one.version == edited[one.message_id]:
            since[one.message_id] = one.received_at
    return work.now - min(since.values(), default=work.now)


def _tried(job: Callable[[], R]) -> tuple[R | None, str]:
    """What the job returned, or the name of its error; the log says where it failed."""
    try:
        return job(), ""
    except Exception as fault:
        name = type(fault).__name__
        bare = RuntimeError(name).with_traceback(fault.__traceback__)  # its own words could hold the text
        log.error("%s in the classifier", name, exc_info=bare)
        return None, name
