import pytest

from casework import decision, intake
from casework.labels import Hostility, Intent, Kind, Target
from casework.learning import corrections
from casework.message import Attachment, Author
from tests import builders


@pytest.fixture
def account(work, officer):
    return builders.an_account(work, officer)


@pytest.fixture
def message(work, account):
    author = Author("did:plc:nachbarin", "nachbarin")
    arrived = builders.a_message(work, account, "Ihr Pfeifen!", author=author, kind=Kind.COMMENT, lang="de")
    return builders.assessed(work, arrived, Intent.PRAISE)


def test_a_correction_is_told_with_wording_labels_who_and_when(work, person, account, message, clock):
    moment = clock.forward(minutes=5)
    said = decision.correct(
        work, person, message.id, intent=Intent.OTHER, hostility=(Hostility.INSULT,), target=Target.POLICE
    )
    (told,) = corrections(work)
    assert (told.text, told.lang, told.kind) == ("Ihr Pfeifen!", "de", Kind.COMMENT)
    assert (told.intent, told.hostility, told.target) == (Intent.OTHER, (Hostility.INSULT,), Target.POLICE)
    assert (told.officer_id, told.corrected_at, told.id) == (person.id, moment, said.id)
    assert (told.author, told.account_id, told.message_id) == ("did:plc:nachbarin", account.id, message.id)


def test_nothing_but_corrections_teaches(work, person, message):
    decision.confirm_tip(work, person, message.id)
    assert corrections(work) == []


def test_of_several_corrections_the_newest_counts(work, person, message):
    decision.correct(work, person, message.id, intent=Intent.TIP)
    decision.correct(work, person, message.id, intent=Intent.QUESTION)
    assert [one.intent for one in corrections(work)] == [Intent.QUESTION]


def test_a_later_edit_does_not_change_what_was_corrected(work, person, account, message, clock):
    clock.forward(minutes=5)
    decision.correct(work, person, message.id, intent=Intent.OTHER)
    clock.forward(minutes=5)
    edited = builders.received("Schönen Tag noch!", native_id=message.native_id)
    intake.take_in(work, account, [edited])
    assert [one.text for one in corrections(work)] == ["Ihr Pfeifen!"]
    clock.forward(minutes=5)
    decision.correct(work, person, message.id, intent=Intent.PRAISE)
    assert [one.text for one in corrections(work)] == ["Schönen Tag noch!"]


def test_hostility_of_a_message_whose_picture_is_described_teaches_nothing(work, person, account):
    beside = (Attachment("image", alt="Ich finde dich"),)
    described = builders.assessed(work, builders.a_message(work, account, "Danke", attachments=beside))
    decision.correct(work, person, described.id, intent=Intent.OTHER, hostility=(Hostility.THREAT,))
    assert corrections(work) == []
    decision.correct(work, person, described.id, intent=Intent.PRAISE, hostility=())
    assert [one.text for one in corrections(work)] == ["Danke"]


def test_what_its_author_took_back_teaches_nothing(work, person, account, message):
    decision.correct(work, person, message.id, intent=Intent.TIP)
    intake.mark_deleted(work, account, message.native_id)
    assert corrections(work) == []


def test_corrections_come_in_the_order_in_which_they_were_made(work, person, account, clock):
    messages = [builders.a_message(work, account, text) for text in ("eins", "zwei", "drei")]
    for message in reversed(messages):
        clock.forward(minutes=1)
        decision.correct(work, person, message.id, intent=Intent.TIP)
    assert [one.text for one in corrections(work)] == ["drei", "zwei", "eins"]


def test_an_author_without_an_id_is_told_apart_by_handle(work, person, account):
    unnamed = builders.a_message(work, account, author=Author("", "nur.handle"))
    decision.correct(work, person, unnamed.id, intent=Intent.TIP)
    assert [one.author for one in corrections(work)] == ["nur.handle"]
