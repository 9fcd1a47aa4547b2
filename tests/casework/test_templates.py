"""Templates: shipped ones that fit each network, the station's and one's own, and what is proposed first."""

import pytest

from casework import four_eyes, placeholders, proposal, template
from casework.errors import Conflict, NotAllowed, Refused
from casework.four_eyes import ApprovalRule
from casework.labels import Hostility, Intent, Kind, Platform
from casework.lengths import LONGEST, Counting
from casework.people import Role, Station
from casework.placeholders import LANGUAGES, Placeholder
from casework.proposal import Source
from casework.template import Purpose, Tone, Wording
from connectors import lengths as ruler
from tests import builders

FACTS = {
    Placeholder.OFFICER: "Maximiliane Ahlers",
    Placeholder.STATION: "Polizeikommissariat Weidenfurt",
    Placeholder.CITIZEN: "Sabine Hoffmann-Petersen",
    Placeholder.EMERGENCY: "110",
    Placeholder.LINK: "https://www.onlinewache.polizei.niedersachsen.de",
}
SHIPPED = [wording for language in LANGUAGES for wording in proposal.shipped()[language]]
WORDING = Wording(Purpose.THANKS, Tone.WARM, "de", " Danke\nsehr ", " Danke, {name}. {mein_name} ")


@pytest.fixture
def station(work):
    return builders.a_station(work)


@pytest.fixture
def ada(work, station):
    return builders.a_person(work, Role.ADMINISTRATOR, station=station)


@pytest.fixture
def kira(work, station):
    return builders.a_person(work, Role.OFFICER, station=station)


@pytest.fixture
def account(work, kira):
    return builders.an_account(work, kira.officer)


def ours(work, person, station, own=False, **given):
    return template.write(work, person, station.id, Wording(**{**_named(WORDING), **given}), own=own)


def _named(wording):
    return {name: getattr(wording, name) for name in Wording.__slots__}


def _asked(work, account, intent, *hostility, **given):
    return builders.assessed(work, builders.a_message(work, account, **given), intent, *hostility)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_ships_every_purpose(language):
    found = proposal.shipped()[language]
    assert len(found) >= 12
    assert {wording.purpose for wording in found} == set(Purpose)
    assert {wording.tone for wording in found} == set(Tone)
    assert len({(w.purpose, w.tone) for w in found}) == len(found)


@pytest.mark.parametrize("wording", SHIPPED, ids=lambda w: f"{w.lang}-{w.purpose}-{w.tone}")
def test_what_is_shipped_is_sound_and_fits_every_network(wording):
    placeholders.check(wording.text)
    names = set(placeholders.NAMES[wording.lang].values())
    assert {gap.strip("{}") for gap in placeholders.gaps(wording.text)} <= names
    assert len(wording.title) <= template.LONGEST_TITLE
    filled = placeholders.fill(wording.text, FACTS)
    assert not placeholders.gaps(filled)
    short = [one for one in LONGEST.values() if one.counting is not Counting.BYTES]
    assert all(ruler.count(filled, one.counting) <= one.most for one in short)


def test_the_stations_templates_are_its_heads_to_write(work, station, ada, kira):
    kept = ours(work, ada, station)
    assert (kept.title, kept.text, kept.version, kept.written_by) == (
        *("Danke sehr", "Danke, {name}. {mein_name}", 1),
        ada.id,
    )
    with pytest.raises(NotAllowed):
        ours(work, kira, station)
    elsewhere = builders.a_person(work, Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        template.retire(work, elsewhere, kept.id)


def test_ones_own_are_nobody_elses(work, station, ada, kira):
    own = ours(work, kira, station, own=True)
    assert template.kept(work, station.id, kira.id) == [own]
    assert template.kept(work, station.id) == []
    for other in (ada, builders.a_person(work, Role.OFFICER, station=station)):
        with pytest.raises(NotAllowed):
            template.rewrite(work, other, own.id, WORDING, own.revision)
        with pytest.raises(NotAllowed):
            template.retire(work, other, own.id)


def test_at_another_station_nobody_keeps_templates(work, kira):
    with pytest.raises(NotAllowed):
        ours(work, kira, builders.a_station(work), own=True)


def test_each_wording_stays_with_who_wrote_it(work, station, ada, clock):
    kept = ours(work, ada, station)
    clock.forward(days=1)
    boss = builders.a_person(work, Role.SUPERVISOR, station=station)
    changed = template.rewrite(
        work, boss, kept.id, Wording(**{**_named(WORDING), "text": "Neu"}), kept.revision
    )
    assert (changed.version, changed.text) == (2, "Neu")
    told = [(v.version, v.text, v.written_by) for v in template.versions(work, [kept.id])]
    assert told == [(1, "Danke, {name}. {mein_name}", ada.id), (2, "Neu", boss.id)]
    assert [e.act for e in work.audit_of(f"template:{kept.id}")] == ["template_written"] * 2


def test_of_two_who_write_at_once_the_second_is_told(work, station, ada):
    kept = ours(work, ada, station)
    template.rewrite(work, ada, kept.id, WORDING, kept.revision)
    with pytest.raises(Conflict):
        template.rewrite(work, ada, kept.id, WORDING, kept.revision)


def test_what_is_retired_is_offered_no_more_and_stays(work, station, ada):
    kept = ours(work, ada, station)
    retired = template.retire(work, ada, kept.id)
    assert template.retire(work, ada, kept.id) == retired
    assert template.kept(work, station.id) == []
    assert len(template.versions(work, [kept.id])) == 1
    with pytest.raises(Refused, match="retired"):
        template.rewrite(work, ada, kept.id, WORDING, retired.revision)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"text": "Hallo {nmae}"}, "nmae"),
        ({"text": " "}, "text: empty"),
        ({"title": "\n"}, "title: empty"),
        ({"title": "x" * 61}, "at most 60"),
        ({"text": "x" * 2001}, "at most 2000"),
        ({"lang": "fr"}, "'fr'"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(work, station, ada, given, why):
    with pytest.raises(Refused, match=why):
        ours(work, ada, station, **given)


@pytest.mark.parametrize(
    ("intent", "hostility", "first", "tone"),
    [
        (Intent.PRAISE, (), Purpose.THANKS, Tone.WARM),
        (Intent.QUESTION, (), Purpose.QUESTION, Tone.WARM),
        (Intent.TIP, (), Purpose.TIP, Tone.WARM),
        (Intent.REPORT, (), Purpose.TIP_FORM, Tone.WARM),
        (Intent.EMERGENCY, (), Purpose.EMERGENCY, Tone.FORMAL),
        (Intent.CRITICISM, (), Purpose.COMPLAINT, Tone.WARM),
        (Intent.CRITICISM, (Hostility.INSULT,), Purpose.CALM, Tone.FORMAL),
        (Intent.OTHER, (Hostility.HATE,), Purpose.HATE, Tone.FORMAL),
        (Intent.OTHER, (Hostility.THREAT, Hostility.INSULT), Purpose.RULES, Tone.FORMAL),
        (Intent.EMERGENCY, (Hostility.THREAT,), Purpose.EMERGENCY, Tone.FORMAL),
    ],
)
def test_what_fits_is_proposed_first(work, kira, account, intent, hostility, first, tone):
    message = _asked(work, account, intent, *hostility)
    found = proposal.offers(work, kira, account, message, "de")
    assert (found[0].wording.purpose, found[0].wording.tone) == (first, tone)
    assert len(found) == len(proposal.shipped()["de"])
    assert len({offer.key for offer in found}) == len(found)


def test_ones_own_come_before_the_stations_and_those_before_the_shipped(work, station, ada, kira, account):
    ours(work, ada, station)
    ours(work, kira, station, own=True)
    ours(work, ada, station, lang="en")
    found = proposal.offers(work, kira, account, _asked(work, account, Intent.PRAISE), "de")
    assert [offer.source for offer in found[:3]] == [Source.OWN, Source.STATION, Source.SHIPPED]
    assert {offer.wording.lang for offer in found} == {"de"}


@pytest.mark.parametrize(
    ("read", "told", "proposed"),
    [("sv", "de", "sv"), ("", "nl-BE", "nl"), ("tr", "en", "en"), ("", "", "de"), ("tr", "tr", "de")],
)
def test_the_language_is_the_messages_where_we_speak_it(work, account, read, told, proposed):
    message = builders.a_message(work, account, lang=told)
    assert proposal.language_of(message, read) == proposed


def test_facts_are_what_the_store_knows(work, station, ada, kira, account):
    message = builders.a_message(work, account)
    assert proposal.facts(work, account, message) == {
        Placeholder.OFFICER: kira.officer.name,
        Placeholder.STATION: work.get(Station, station.id).name,
        Placeholder.CITIZEN: "Nachbarin",
        Placeholder.EMERGENCY: "110",
        Placeholder.LINK: "",
    }
    four_eyes.change_settings(work, ada, station.id, ApprovalRule.OFF, "https://x.example/wache")
    assert proposal.facts(work, account, message)[Placeholder.LINK] == "https://x.example/wache"


@pytest.mark.parametrize(
    "link",
    [
        *(
            "http://x.example",
            "javascript:alert(1)",
            "https://",
            "https://a@x.example",
            "https://x.example/ä",
        ),
        *("x", "https://x.example/{name}", "https://x.example/" + "a" * 200, "https://[x"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(work, station, ada, link):
    with pytest.raises(Refused, match="link"):
        four_eyes.change_settings(work, ada, station.id, ApprovalRule.OFF, link)


def test_every_network_says_how_long_an_answer_may_be():
    told = {platform for platform, kind in LONGEST if kind is Kind.COMMENT}
    assert told == set(Platform)
