"""What the classifier suggests, how sure it is, where it abstains, and which words moved it."""

from collections.abc import Sequence

import streamlit as st

from casework import worklist
from casework.assessment import Assessment, Verdict
from casework.labels import Hostility, Intent, Target
from casework.message import Message
from dashboard import words
from dashboard.parts import safety_rules, say
from dashboard.words import Words

WORTH_NAMING = 0.2
EVEN = 0.5  # from here on "none" is no longer the likeliest answer
RUNNER_UP = 0.1
MOVED = 1 / 3
Row = tuple[Words, Words, Words]


def newest(message: Message, assessments: Sequence[Assessment]) -> Assessment | None:
    """The verdict on the newest wording, if there is one yet."""
    fitting = [a for a in assessments if a.version == message.version]
    return fitting[-1] if fitting else None


def spans(assessment: Assessment | None) -> list[tuple[int, int]]:
    """Character ranges of the words that moved the verdict most: the strongest and those near it; beyond the
    text's end of what describes its pictures."""
    reasons = assessment.verdict.reasons if assessment else ()
    most = max((r.weight for r in reasons), default=0.0)
    return [(r.start, r.end) for r in reasons if r.weight > 0 and r.weight >= MOVED * most]


def together(assessment: Assessment | None) -> list[Words]:
    """That the message is an emergency only with those before it; nothing where it speaks for itself."""
    number = assessment.verdict.read_with if assessment else 0
    return [words.say("verdict-read-with", n=number)] if number else []


def show(message: Message, assessment: Assessment | None) -> None:
    """The table and, beside it, why."""
    if assessment is None:
        say.meta(words.say("verdict-pending"), stretch=True)
        return
    if assessment.verdict.failed:
        say.meta(words.say("verdict-unread"), stretch=True)
        return
    left, right = st.columns([1, 1], gap="medium")
    with left:
        _table(_rows(assessment.verdict))
    with right, st.container(gap="xxsmall"):
        for why in (*_why(message, assessment), *safety_rules.told(message, assessment)):
            say.meta(why, stretch=True)


def _rows(verdict: Verdict) -> list[Row]:
    ranked = sorted(verdict.intent_scores.items(), key=lambda pair: -pair[1])
    score = verdict.intent_scores.get(verdict.intent, 0.0)
    best = words.label(verdict.intent)
    said = words.say("abstains-nearest", label=best) if verdict.abstained else say.strong(best)
    rows = [(words.say("question-intent"), said, words.percent(score))]
    rows += [
        (words.say("question-otherwise"), words.label(intent), words.percent(share))
        for intent, share in ranked[:2]
        if intent is not verdict.intent and share >= RUNNER_UP
    ]
    return [*rows, *_hostile_rows(verdict)]


def _hostile_rows(verdict: Verdict) -> list[Row]:
    scores = verdict.hostility_scores
    asked = words.say("question-hostility")
    rows = [(asked, say.strong(words.label(h)), words.percent(scores.get(h, 0.0))) for h in verdict.hostility]
    likeliest = max(scores, key=lambda h: scores[h], default=None)
    nearest = likeliest if not rows and likeliest and scores[likeliest] > EVEN else None
    if nearest:
        said = words.say("abstains-nearest", label=words.label(nearest))
        rows.append((asked, said, words.percent(scores[nearest])))
    elif not rows:
        rows.append((asked, words.say("none"), words.percent(1 - max(scores.values(), default=0.0))))
    rows += [
        (words.label(h), words.say("abstains"), words.percent(scores[h]))
        for h in Hostility
        if h is not nearest and h not in verdict.hostility and scores.get(h, 0.0) >= WORTH_NAMING
    ]
    if verdict.target is not Target.NONE:
        rows.append((words.say("question-target"), words.label(verdict.target), Words("")))
    return rows


def _tip_goes_first(verdict: Verdict) -> bool:
    """Whether a tip or report was named although another intent is more probable."""
    named = verdict.intent_scores.get(verdict.intent, 0.0)
    likeliest = max(verdict.intent_scores.values(), default=0.0)
    return verdict.intent in {Intent.TIP, Intent.REPORT} and named < likeliest


def _table(rows: Sequence[Row]) -> None:
    head = (words.say("verdict-question"), words.say("verdict-suggestion"), words.say("verdict-sureness"))
    lines = [head, (":--", ":--", "--:"), *rows]
    st.markdown("\n".join(f"| {a} | {b} | {c} |" for a, b, c in lines))


def _why(message: Message, assessment: Assessment) -> list[Words]:
    told = [words.say(key) for key in worklist.why_urgent(message)]
    if message.corrected:
        told.append(words.say("verdict-corrected"))
    if _tip_goes_first(assessment.verdict):
        told.append(words.say("verdict-tip-first"))
    moved = spans(assessment)
    if moved:
        told.append(words.say("verdict-yellow"))
    if any(start > len(message.text) for start, _ in moved):
        told.append(words.say("verdict-described"))
    told += together(assessment)
    return [*told, words.say("verdict-suggests", model=assessment.verdict.model)]
