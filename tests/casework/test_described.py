"""What stands beside the text in strangers' own words, is judged too, and neither hides the other."""

import pytest

from casework import described, judging
from casework.assessment import Context, Reason, Rung
from casework.labels import Hostility, Intent, Target, Urgency
from casework.message import Attachment, Message
from tests import builders
from tests.builders import a_verdict

SAID = {
    "Danke": a_verdict(Intent.PRAISE),
    "Er war es": a_verdict(Intent.TIP),
    "Trottel": a_verdict(Intent.OTHER, Hostility.INSULT, target=Target.NONE),
    "Ich finde dich": a_verdict(Intent.OTHER, Hostility.THREAT),
    "Na warte": a_verdict(Intent.OTHER, Hostility.THREAT, abstained=True),
    "Hilfe, bitte kommen Sie": a_verdict(Intent.EMERGENCY),
    "Ein Streifenwagen": a_verdict(Intent.EMERGENCY),
}


class Judge:
    """Knows these words alone; what it is asked for is written down."""

    def __init__(self):
        self.asked = []

    def assess(self, texts, contexts=None):
        self.asked += texts
        return [SAID.get(text, a_verdict(Intent.OTHER)) for text in texts]

    def rules(self, text):
        danger = [Rung("cry_for_help", danger=True)] if "bitte kommen" in text else []
        return danger + [Rung("threat_to_kill_or_hurt", danger=False)] * ("bringe dich um" in text)


@pytest.fixture
def comes(work):
    account = builders.an_account(work)

    def comes(text, *alts, kind="image"):
        beside = tuple(Attachment(kind, alt=alt) for alt in alts)
        return builders.a_message(work, account, text, attachments=beside)

    return comes


@pytest.fixture
def verdict(comes):
    return lambda *said, **given: judged(Judge(), [comes(*said, **given)])[0]


def judged(judge, messages):
    return described.verdicts(judge, messages, [Context(message.kind) for message in messages])


def test_a_threat_in_a_description_is_one_of_the_message(verdict):
    found = verdict("Danke", "Ich finde dich")
    assert (found.hostility, found.urgency, found.target) == (
        (Hostility.THREAT,),
        Urgency.TODAY,
        Target.OFFICER,
    )


def test_a_cry_for_help_in_plain_words_in_a_description_goes_before_a_tip(verdict):
    found = verdict("Er war es", "Hilfe, bitte kommen Sie")
    assert (found.intent, found.urgency) == (Intent.EMERGENCY, Urgency.ACUTE)


def test_a_plain_threat_in_a_description_is_read_today_whatever_was_made_of_it(verdict):
    found = verdict("Danke", "Ich bringe dich um")
    assert (found.intent, found.urgency, found.abstained) == (Intent.PRAISE, Urgency.TODAY, True)


@pytest.mark.parametrize("text", ["Er war es", "Trottel", "Hilfe, bitte kommen Sie"])
def test_a_plain_threat_in_a_description_takes_nothing_from_the_text(verdict, text):
    found = verdict(text, "Ich bringe dich um")
    assert (found.intent, found.hostility) == (SAID[text].intent, SAID[text].hostility)
    assert found.urgency is not Urgency.ROUTINE


def test_what_a_picture_shows_is_no_report_of_it(verdict):
    assert verdict("Danke", "Ein Streifenwagen") == SAID["Danke"]


@pytest.mark.parametrize("text", ["Danke", "Er war es"])
def test_unsure_abuse_in_a_description_leaves_a_sure_tip_sure(verdict, text):
    calm = SAID[text].urgency is Urgency.ROUTINE
    assert verdict(text, "Na warte").abstained is calm


def test_a_tip_stays_one_where_its_picture_is_described_with_abuse(verdict):
    found = verdict("Er war es", "Ich finde dich")
    assert (found.intent, found.hostility) == (Intent.TIP, (Hostility.THREAT,))


def test_abuse_in_both_is_told_of_both(verdict):
    found = verdict("Trottel", "Ich finde dich")
    assert found.hostility == (Hostility.INSULT, Hostility.THREAT)
    assert found.hostility_scores[Hostility.INSULT] == found.hostility_scores[Hostility.THREAT] == 0.8


@pytest.mark.parametrize("beside", ["Danke", "Er war es", "", " \n", "Ein Streifenwagen"])
@pytest.mark.parametrize("text", SAID)
def test_no_description_makes_a_message_less_or_a_tip(verdict, text, beside):
    assert verdict(text, beside) == SAID[text]


def test_the_words_that_moved_it_stand_behind_the_text_as_on_lines_of_their_own(comes):
    message = comes("Danke", "Ein Hund", "Ich finde dich")
    whole = "Danke\nEin Hund\nIch finde dich"
    assert described.places(message) == {0: 6, 1: 15}
    assert whole[15:] == "Ich finde dich"
    (found,) = judged(Judge(), [comes("Danke", "Ich finde dich")])
    assert found.reasons == (Reason(0, 5, 0.75), Reason(6, 11, 0.75))


def test_headlines_of_links_are_not_the_writers_words(verdict):
    assert verdict("Danke", "Hilfe, bitte kommen Sie", kind="link") == SAID["Danke"]


def test_each_message_gets_its_own_verdict_and_what_has_no_description_is_asked_once(comes):
    judge = Judge()
    messages = [comes("Danke"), comes("Danke", "Hilfe, bitte kommen Sie"), comes("Er war es")]
    urgencies = [found.urgency for found in judged(judge, messages)]
    assert urgencies == [Urgency.ROUTINE, Urgency.ACUTE, Urgency.TODAY]
    assert judge.asked == ["Danke", "Danke", "Er war es", "Hilfe, bitte kommen Sie"]


def test_it_is_kept_with_the_message_whose_text_stays(store):
    with store.begin() as work:
        beside = (Attachment("image", alt="Ich finde dich"),)
        id_ = builders.a_message(work, builders.an_account(work), "Danke", attachments=beside).id
    judging.assess(store, Judge())
    with store.view() as work:
        kept = work.get(Message, id_)
    assert (kept.hostility, kept.urgency, kept.text) == ((Hostility.THREAT,), Urgency.TODAY, "Danke")
