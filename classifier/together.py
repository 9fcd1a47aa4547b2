"""What one person writes in pieces is read together: an emergency that no piece tells by itself.

Only a joined reading that is acute counts, and only where the other words were not acute already: so one
emergency does not make an alarm of every line around it.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from casework.assessment import Context, Reason, Verdict
from casework.labels import Urgency

BREAK = "\n"
Read = Callable[[Sequence[str]], list[Verdict]]


def verdicts(
    read: Read, texts: Sequence[str], alone: Sequence[Verdict], contexts: Sequence[Context]
) -> list[Verdict]:
    """The verdicts on the texts alone; in their place the joined one where only the pieces together ring."""
    found = list(alone)
    asked = {
        n: BREAK.join((*context.before, text, *context.after))
        for n, (text, verdict, context) in enumerate(zip(texts, alone, contexts, strict=True))
        if (context.before or context.after) and text.strip() and not _acute(verdict)
    }
    whole = dict(zip(asked, read([*asked.values()]), strict=True)) if asked else {}
    ringing = [n for n, verdict in whole.items() if _acute(verdict)]
    others = [BREAK.join((*contexts[n].before, *contexts[n].after)) for n in ringing]
    for n, without in zip(ringing, read(others) if others else [], strict=True):
        if not _acute(without):
            found[n] = _together(whole[n], alone[n], texts[n], contexts[n])
    return found


def _acute(verdict: Verdict) -> bool:
    return verdict.urgency is Urgency.ACUTE


def _together(whole: Verdict, alone: Verdict, text: str, context: Context) -> Verdict:
    """Its danger is that of the whole; hostility stays that of the text, for the others have their own
    verdict."""
    begin = sum(len(one) + len(BREAK) for one in context.before)
    return replace(
        whole,
        hostility=alone.hostility,
        hostility_scores=alone.hostility_scores,
        target=alone.target,
        reasons=_within(whole.reasons, begin, len(text)),
        read_with=len(context.before) + len(context.after),
    )


def _within(reasons: Sequence[Reason], begin: int, length: int) -> tuple[Reason, ...]:
    """Those of the text's own characters, counted from its beginning."""
    moved = (Reason(max(r.start - begin, 0), min(r.end - begin, length), r.weight) for r in reasons)
    return tuple(reason for reason in moved if reason.start < reason.end)
