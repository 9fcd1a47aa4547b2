"""Questions back and their answers; taking a hand-over back, and telling the citizen what came of it."""

from collections.abc import Sequence

from casework.record import Question
from dashboard import words
from dashboard.parts import stranger
from dashboard.parts.around import Around

TRIAGE = "app_pages/triage.py"


def show(questions: Sequence[Question], around: Around) -> None:
    """What was asked back and answered, in order."""
    for one in questions:
        who = words.say("asks-back", who=around.name(one.officer_id))
        stranger.quote(one.words, who)
        if one.answered_at and one.answered_by:
            stranger.quote(one.answer, words.say("replies-back", who=around.name(one.answered_by)))
