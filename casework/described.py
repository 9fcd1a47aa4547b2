"""What its writer says of a message's pictures is judged too, apart from the text: neither hides the other.

Judged together, a long description of a dog would drown the threat above it. A description says what is to be
seen, so the model takes half of all harmless ones for reports of what happens there: hostility counts as in a
text, an emergency only where plain words ring the safety net, and a tip never.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from casework.assessment import Context, Reason, Verdict, urgency_of
from casework.labels import Hostility, Target, Urgency
from casework.message import Message, Received
from casework.ports import Classifier

LINK = "link"  # its words are the linked page's, not the writer's


def places(message: Message | Received) -> dict[int, int]:
    """Where each description, by its attachment's number, would begin if all followed the text on lines of
    their own; a verdict's reasons count so."""
    found: dict[int, int] = {}
    begin = len(message.text) + 1
    for number, attachment in enumerate(message.attachments):
        if attachment.kind != LINK and attachment.alt.strip():
            found[number] = begin
            begin += len(attachment.alt) + 1
    return found


def each(message: Message | Received) -> list[str]:
    """What is said of one picture takes nothing back of what is said of another."""
    return [message.attachments[number].alt for number in places(message)]


def description(message: Message | Received) -> str:
    """All of them, "" where there is none."""
    return "\n".join(each(message))


def verdicts(
    classifier: Classifier, messages: Sequence[Message], contexts: Sequence[Context]
) -> list[Verdict]:
    """One verdict a message, in order, on its text in its context and on what stands beside it."""
    told = {n: words for n, message in enumerate(messages) if (words := description(message))}
    bare = [Context(messages[n].kind) for n in told]
    found = classifier.assess([*(m.text for m in messages), *told.values()], [*contexts, *bare])
    beside = dict(zip(told, found[len(messages) :], strict=True))
    rang = {n: [rung for words in each(messages[n]) for rung in classifier.rules(words)] for n in told}
    whole = found[: len(messages)]
    for n, verdict in beside.items():
        moved = _behind(verdict, len(messages[n].text) + 1)
        whole[n] = _with(whole[n], moved, rings=any(rung.danger for rung in rang[n]))
        if any(not rung.danger for rung in rang[n]):
            whole[n] = _read_today(whole[n])
    return whole


def _with(text: Verdict, beside: Verdict, *, rings: bool) -> Verdict:
    """The text's verdict, unless a description is more: an emergency, or hostile in a way that the text is
    not."""
    rings = rings and text.urgency is not Urgency.ACUTE
    if not rings and set(beside.hostility) <= set(text.hostility):
        return text
    hostility = tuple(h for h in Hostility if h in text.hostility or h in beside.hostility)
    base = beside if rings else _hostile(text, beside, urgency_of(text.intent, hostility))
    return replace(
        base,
        hostility=hostility,
        hostility_scores=_highest(text.hostility_scores, beside.hostility_scores),
        target=text.target if text.target is not Target.NONE else beside.target,
        reasons=(*text.reasons, *beside.reasons),
        language=text.language or beside.language,
    )


def _read_today(told: Verdict) -> Verdict:
    """A plain threat is never routine, whatever was made of it."""
    if told.urgency is not Urgency.ROUTINE:
        return told
    return replace(told, urgency=Urgency.TODAY, abstained=told.abstained or not told.hostility)


def _hostile(text: Verdict, beside: Verdict, least: Urgency) -> Verdict:
    """The text's intent; where nothing was to be said of it, as sure as the hostility is."""
    doubted = text.abstained and text.urgency is not Urgency.ACUTE
    calm = not text.hostility and (doubted or text.urgency is Urgency.ROUTINE)
    return replace(
        text,
        urgency=min(text.urgency, least, key=lambda urgency: urgency.rank),
        abstained=beside.abstained if calm else text.abstained,
    )


def _behind(verdict: Verdict, begin: int) -> Verdict:
    moved = (Reason(r.start + begin, r.end + begin, r.weight) for r in verdict.reasons)
    return replace(verdict, reasons=tuple(moved))


def _highest(one: Mapping[Hostility, float], other: Mapping[Hostility, float]) -> dict[Hostility, float]:
    return {h: max(one.get(h, 0.0), other.get(h, 0.0)) for h in Hostility}
