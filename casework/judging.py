"""The judgement on what was taken in: one verdict a message, kept, and all that follows from it at once."""

from collections.abc import Sequence
from dataclasses import replace

from casework import capture, edits, escalation, gravity, pieces, spot_check, unjudged, wordings
from casework.assessment import Assessment, Verdict
from casework.labels import Urgency
from casework.message import Message
from casework.ports import Classifier, Store, Work

GLANCED_AT = 5_000  # so many waiting messages are glanced at to find those that must not wait


def assess(
    store: Store, classifier: Classifier, limit: int = 500, one_in: int = spot_check.ONE_IN
) -> list[Assessment]:
    """Label a batch of messages that have no verdict yet; returns what was written.

    Where more are waiting than one batch takes, the most alarming go first: in a flood an emergency must not
    queue. The classifier thinks between two transactions, so that nobody waits for it; a message on which it
    fails keeps no other waiting. Wordings that were edited away meanwhile are judged, too. One in so many of
    those judged harmless is drawn to be read again.
    """
    with store.begin() as work:
        waiting = work.unassessed(max(limit, GLANCED_AT))
        away = wordings.edited_away(work, waiting)
    if not waiting:
        return []
    if len(waiting) > limit:
        waiting, away = _foremost(classifier, waiting, away, limit)
    with store.view() as work:
        contexts = pieces.contexts(work, [*away, *waiting])
    verdicts, failed = unjudged.verdicts(classifier, [*away, *waiting], contexts)
    with store.begin() as work:
        unjudged.note(work, failed)
        before = _keep_in_turn(work, away, verdicts[: len(away)])
        changed = {m.id for m in away}
        waiting = [wordings.standing(work, m) if m.id in changed else m for m in waiting]
        return before + keep_verdicts(work, waiting, verdicts[len(away) :], one_in)


def keep_verdicts(
    work: Work,
    messages: Sequence[Message],
    verdicts: Sequence[Verdict],
    one_in: int = spot_check.ONE_IN,
) -> list[Assessment]:
    """Keep one verdict a message, in order, and draw the spot check among them."""
    assessments = [
        Assessment(m.id, m.version, verdict, work.now) for m, verdict in zip(messages, verdicts, strict=True)
    ]
    if assessments:
        _keep(work, messages, assessments)
        _capture_grave(work, assessments)
        spot_check.draw(work, messages, assessments, one_in)
    return assessments


def _foremost(
    classifier: Classifier, waiting: Sequence[Message], away: Sequence[Message], limit: int
) -> tuple[list[Message], list[Message]]:
    """The most alarming by all that they said, and their wordings that were edited away."""
    by_id = {m.id: m for m in waiting}
    first = unjudged.foremost(classifier, wordings.in_full(waiting, away))[:limit]
    chosen = {m.id: by_id[m.id] for m in first}
    return [*chosen.values()], [m for m in away if m.id in chosen]


def _keep_in_turn(work: Work, away: Sequence[Message], verdicts: Sequence[Verdict]) -> list[Assessment]:
    """One wording after the other, as if each had been judged in time; its page shows other words by now, so
    none is captured, nor drawn for the spot check."""
    assessments = []
    for wording, verdict in zip(away, verdicts, strict=True):
        assessments.append(Assessment(wording.id, wording.version, verdict, work.now))
        _keep(work, [wordings.standing(work, wording)], assessments[-1:])
    return assessments


def _keep(work: Work, messages: Sequence[Message], assessments: Sequence[Assessment]) -> None:
    work.assessed(assessments)
    _keep_alarms(work, messages, assessments)
    edits.reopen(work, messages, assessments)
    work.record("streife", "assessed", "messages", _labels(assessments))


def _keep_alarms(work: Work, stood: Sequence[Message], assessments: Sequence[Assessment]) -> None:
    """An emergency that nobody acknowledged is not edited away: it goes on waiting, as one that may be."""
    calmed = {a.message_id for a in assessments if a.verdict.urgency is not Urgency.ACUTE}
    ids = [m.id for m in stood if m.id in calmed and m.urgency is Urgency.ACUTE]
    for message in work.find(Message, id=ids) if ids else ():
        alarm = replace(message, urgency=Urgency.ACUTE, abstained=True)
        if message.urgency is not Urgency.ACUTE and not message.corrected and escalation.waits(alarm):
            work.replace(alarm)
            work.record("streife", "alarm_kept", f"message:{message.id}", {"version": message.version})


def _capture_grave(work: Work, assessments: Sequence[Assessment]) -> None:
    """What stands there now as grave is captured at once; a correction by a person stands."""
    hostile = {a.message_id: a.verdict for a in assessments if a.verdict.hostility}
    found = work.find(Message, id=sorted(hostile)) if hostile else []
    capture.grave(work, [m for m in found if gravity.is_grave(m, hostile[m.id].hostility_scores)])


def _labels(assessments: Sequence[Assessment]) -> dict[str, object]:
    return {
        "model": min((a.verdict for a in assessments), key=lambda verdict: verdict.failed).model,
        "intents": [[a.message_id, a.verdict.intent.value] for a in assessments],
    }
