"""The words of triage: what a message wants, what its writer does, to whom, and how soon we must look."""

from enum import StrEnum


class Intent(StrEnum):
    """What the message wants; exactly one (DOMAIN.md, "What the classifier says")."""

    EMERGENCY = "emergency"
    TIP = "tip"
    REPORT = "report"
    QUESTION = "question"
    SUGGESTION = "suggestion"
    PRAISE = "praise"
    CRITICISM = "criticism"
    SPAM = "spam"
    OTHER = "other"


class Hostility(StrEnum):
    """What the writer does, not what he quotes; none, one or several."""

    INSULT = "insult"
    THREAT = "threat"
    INCITEMENT = "incitement"
    HATE = "hate"
    DOXXING = "doxxing"
    SYMBOL = "symbol"
    SEXUAL = "sexual"
    DEFAMATION = "defamation"


class Target(StrEnum):
    """At whom hostility is aimed; none where there is none."""

    OFFICER = "officer"
    POLICE = "police"
    OFFICIAL = "official"
    GROUP = "group"
    PERSON = "person"
    NONE = "none"


class Urgency(StrEnum):
    """How soon a human must look, the most urgent first."""

    ACUTE = "acute"
    TODAY = "today"
    ROUTINE = "routine"

    @property
    def rank(self) -> int:
        """0 is read first."""
        return list(Urgency).index(self)


class Platform(StrEnum):
    """The six networks."""

    X = "x"
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    YOUTUBE = "youtube"
    BLUESKY = "bluesky"
    MASTODON = "mastodon"


class Kind(StrEnum):
    """Public post, public comment beneath one, or direct message."""

    POST = "post"
    COMMENT = "comment"
    DM = "dm"


# Of whom a harmless mention must not be called hostile more often than of others: counted one by one.
GROUPS = (
    "muslims",
    "jews",
    "roma",
    "black people",
    "origin",
    "refugees",
    "gay and trans people",
    "women",
    "disabled people",
    "christians",
    "police",
)
