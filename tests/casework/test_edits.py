"""What a later wording changes: a decision about other words does not settle it."""

from dataclasses import replace

import pytest

from casework import decision, edits, escalation, intake, judging, undo
from casework.labels import Hostility, Intent, Urgency
from casework.message import Attachment, Message, State
from casework.record import Decision
from tests import builders
from tests.builders import a_verdict, received

CALM, HELP = a_verdict(Intent.PRAISE), a_verdict(Intent.EMERGENCY)
THREAT = a_verdict(Intent.OTHER, Hostility.THREAT)
PICTURE = Attachment("image", "https://cdn.example/a/1.jpg?sig=1", "Ein Hund")


class Letter:
    """A message that comes, is judged, decided on and changed by its writer; time passes in between."""

    def __init__(self, work, person, clock):
        self.work, self.person, self.clock = work, person, clock
        self.account = builders.an_account(work, person.officer)
        self.told = received("Schöner Tag", native_id="n", attachments=(PICTURE,))
        self.id = 0
        self.comes(CALM)

    def comes(self, verdict, by="streife", **changed):
        self.clock.forward(minutes=1)
        self.told = replace(self.told, **changed)
        (taken,) = intake.take_in(self.work, self.account, [self.told], by).taken
        self.id = taken.message.id
        if waiting := self.work.unassessed(5):
            judging.keep_verdicts(self.work, waiting, [verdict], one_in=10**9)
        self.clock.forward(minutes=1)
        return taken.change

    @property
    def now(self):
        return self.work.get(Message, self.id)

    def acts(self):
        return [e.act for e in self.work.audit_of(f"message:{self.id}")]


@pytest.fixture
def letter(work, person, clock):
    return Letter(work, person, clock)


@pytest.mark.parametrize("settle", ["dismiss", "answer"])
def test_a_settled_message_that_becomes_an_emergency_waits_and_alarms(letter, work, person, settle):
    decision.acknowledge(work, person, letter.id)
    getattr(decision, settle)(work, person, letter.id, "erledigt")
    letter.comes(HELP, text="Hilfe, er hat ein Messer")
    assert (letter.now.state, letter.now.acknowledged_at) == (State.OPEN, None)
    assert escalation.waits(letter.now)
    assert [one.id for one in work.alarms()] == [letter.id]
    entry = work.audit_of(f"message:{letter.id}")[-1]
    assert (entry.act, entry.detail["version"]) == ("reopened_by_edit", 2)


def test_a_settled_message_that_becomes_hostile_waits_again(letter, work, person):
    decision.dismiss(work, person, letter.id, "harmlos")
    letter.comes(THREAT, text="Ich finde dich")
    assert (letter.now.state, letter.now.urgency) == (State.OPEN, Urgency.TODAY)


def test_a_settled_message_that_stays_harmless_stays_settled(letter, work, person):
    decision.dismiss(work, person, letter.id, "harmlos")
    letter.comes(CALM, text="Schöner Tag!")
    assert letter.now.state is State.DISMISSED
    assert "reopened_by_edit" not in letter.acts()


def test_a_correction_of_other_words_does_not_silence_the_new_ones(letter, work, person):
    letter.comes(HELP, text="Ich brauche Hilfe")
    decision.acknowledge(work, person, letter.id)
    decision.correct(work, person, letter.id, intent=Intent.OTHER, reason="ein Scherz")
    letter.comes(HELP, text="Hilfe, er hat ein Messer")
    assert (letter.now.corrected, letter.now.urgency) == (False, Urgency.ACUTE)
    assert escalation.waits(letter.now)


def test_an_acknowledged_emergency_that_is_one_still_is_not_shouted_anew(letter, work, person):
    letter.comes(HELP, text="Hilfe")
    decision.acknowledge(work, person, letter.id)
    letter.comes(HELP, text="Hilfe, schnell")
    assert letter.now.acknowledged_at
    assert "reopened_by_edit" not in letter.acts()


def test_who_decided_on_the_new_words_before_the_machine_did_has_decided(letter, work, person, clock):
    work.take_in(letter.account, [replace(letter.told, text="Ich finde dich")])
    clock.forward(minutes=1)
    decision.dismiss(work, person, letter.id, "gelesen")
    judging.keep_verdicts(work, work.unassessed(5), [THREAT], one_in=10**9)
    assert letter.now.state is State.DISMISSED


def test_a_swapped_picture_beneath_settled_abuse_is_shown_to_somebody(letter, work, person):
    letter.comes(THREAT, text="Ich finde dich")
    decision.correct(work, person, letter.id, hostility=(), reason="Zitat")
    decision.dismiss(work, person, letter.id, "Zitat")
    other = replace(PICTURE, url="https://cdn.example/a/2.jpg")
    assert letter.comes(THREAT, attachments=(other,)) == "edited"
    assert (letter.now.state, letter.now.attachments) == (State.OPEN, (other,))
    assert (letter.now.corrected, letter.now.hostility) == (True, ())


def test_other_words_for_a_picture_are_a_version_and_another_key_to_it_is_none(letter):
    signed = replace(PICTURE, url="https://cdn7.example/a/1.jpg?sig=2")
    assert letter.comes(CALM, attachments=(signed,)) == "unchanged"
    assert letter.comes(CALM, attachments=(replace(signed, alt="Deine Tochter"),)) == "edited"
    assert letter.comes(CALM, attachments=()) == "edited"


def test_a_correction_does_not_hold_for_a_threat_that_a_picture_is_described_with_later(letter, work, person):
    decision.correct(work, person, letter.id, intent=Intent.OTHER, reason="kein Lob")
    letter.comes(THREAT, attachments=(replace(PICTURE, alt="Ich finde dich"),))
    assert (letter.now.corrected, letter.now.hostility) == (False, (Hostility.THREAT,))


def test_a_file_that_knows_no_pictures_takes_none_away(letter):
    assert letter.comes(CALM, by="anna", attachments=()) == "unchanged"
    letter.comes(CALM, by="anna", text="Anders")
    assert letter.now.attachments == (PICTURE,)


@pytest.mark.parametrize(
    ("kind", "before", "after", "alike"),
    [
        ("link", "https://a.example/x?id=1", "https://a.example/x?id=2", False),
        ("link", "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F1%3Ffbclid%3DX&h=A",
         "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F1%3Ffbclid%3DY&h=B", True),
        ("link", "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F1",
         "https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F2", False),
        ("video", "https://video.example/did/one/playlist.m3u8",
         "https://video.example/did/two/playlist.m3u8", False),
        ("image", "https://[broken", "https://[broken", True),
        ("image", "", "https://cdn.example/1.jpg", True),
    ],
)  # fmt: skip
def test_what_is_told_beside_a_message_is_compared_without_what_changes_by_itself(kind, before, after, alike):
    told = received(attachments=(Attachment(kind, after),))
    message = Message(1, "n", told.kind, told.author, told.text, told.sent_at, told.sent_at)
    message = replace(message, attachments=(Attachment(kind, before),))
    assert edits.is_edit(message, told) is not alike


def test_taking_back_a_correction_brings_back_none_of_other_words(letter, work, person):
    decision.correct(work, person, letter.id, intent=Intent.SPAM)
    letter.comes(THREAT, text="Ich finde dich")
    decision.correct(work, person, letter.id, intent=Intent.OTHER, hostility=())
    undo.take_back(work, person, work.find(Decision)[-1].id)
    assert (letter.now.corrected, letter.now.hostility) == (False, (Hostility.THREAT,))
