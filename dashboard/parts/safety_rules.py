"""Which rule of the safety net rang, where a message is more than routine: an officer may ask why."""

from casework import described
from casework.assessment import Assessment
from casework.errors import StreifeError
from casework.labels import Urgency
from casework.message import Message
from dashboard import desk, words
from dashboard.words import Words


def told(message: Message, assessment: Assessment) -> list[Words]:
    """One line, or none where no rule rang, or where a model judged that is no longer in force: it may have
    had other rules. A model out of order keeps nobody from reading the rest."""
    if message.urgency is Urgency.ROUTINE:
        return []
    try:
        judge = desk.classifier()
        if judge.model != assessment.verdict.model:
            return []
        rang = [
            *judge.rules(message.text),
            *(rung for words_of in described.each(message) for rung in judge.rules(words_of)),
        ]
    except StreifeError:
        return [words.say("safety-rules-unknown")]
    names = words.joined(
        *(words.say(f"rule-{one.rule.replace('_', '-')}") for one in dict.fromkeys(rang)), by=" · "
    )
    return [words.say("safety-rules", rules=names)] if rang else []
