"""The station's section on answers: its rule, its link, its templates with every wording; all inert."""

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from casework import four_eyes, template
from casework.four_eyes import ApprovalRule
from casework.people import Role, Station
from casework.template import Purpose, Tone, Wording
from dashboard import identity
from tests.builders import a_person
from tests.contracts.page import says

HOSTILE = "![x](http://evil.example/x.png) :red[rot]"


def section():
    from casework.people import Station
    from dashboard import identity
    from dashboard.parts import station_templates

    with identity.looking() as (work, person):
        station = work.get(Station, person.officer.station_id)
    station_templates.show(station, person)


@pytest.fixture
def ada(store):
    with store.begin() as work:
        return a_person(work, Role.ADMINISTRATOR, name="Ada Kern")


@pytest.fixture
def shown(desk, ada):
    config.set_option("runner.enforceSerializableSessionState", False)
    desk.setattr(identity, "here", lambda: ada)
    return AppTest.from_function(section, default_timeout=30).run()


def kept(store, ada):
    with store.view() as work:
        return template.kept(work, ada.officer.station_id)


def written(store, ada, **given):
    named = {
        "purpose": Purpose.THANKS,
        "tone": Tone.WARM,
        "lang": "de",
        "title": "Danke",
        "text": "Danke, {name}",
    }
    with store.begin() as work:
        return template.write(work, ada, ada.officer.station_id, Wording(**{**named, **given}), own=False)


def test_where_nothing_was_written_that_is_said(shown):
    assert not shown.exception
    assert says(shown, "Noch keine eigenen Vorlagen")


def test_the_rule_and_the_link_are_set_and_say_by_whom(shown, store, ada):
    station = ada.officer.station_id
    shown.selectbox(key=f"approval_rule_{station}").set_value(ApprovalRule.GRAVE)
    shown.text_input(key=f"reply_link_{station}").input("https://x.example/wache").run()
    shown.button(key="send_reply_settings").click().run()
    with store.view() as work:
        found = four_eyes.settings_of(work, work.get(Station, station).id)
    assert (found.rule, found.link, found.changed_by) == (
        ApprovalRule.GRAVE,
        "https://x.example/wache",
        ada.id,
    )
    assert says(shown, "Zuletzt geändert von Ada Kern")


def test_what_is_no_web_address_is_refused(shown, store, ada):
    station = ada.officer.station_id
    shown.text_input(key=f"reply_link_{station}").input("javascript:alert(1)").run()
    shown.button(key="send_reply_settings").click().run()
    assert says(shown, "https://")
    with store.view() as work:
        assert four_eyes.settings_of(work, station).link == ""


def test_a_template_is_written_with_its_preview(shown, store, ada):
    shown.button(key="template_new").click().run()
    shown.text_input(key="template_title_0").input("Sprechstunde")
    shown.text_area(key="template_text_0").input("Moin {name}, bis Donnerstag. {mein_name}, {link}")
    shown.button(key="template_new").click().run()
    assert says(shown, "Moin Sabine, bis Donnerstag. Kira Ahlers, {link}")
    shown.button(key="template_new").click()
    shown.button(key="send_template").click().run()
    [one] = kept(store, ada)
    assert (one.title, one.version, one.written_by) == ("Sprechstunde", 1, ada.id)
    assert says(shown, "Fassung 1, Ada Kern")


def test_an_unknown_placeholder_is_named_and_nothing_is_kept(shown, store, ada):
    shown.button(key="template_new").click().run()
    shown.text_input(key="template_title_0").input("Sprechstunde")
    shown.text_area(key="template_text_0").input("Moin {nmae}")
    shown.button(key="template_new").click()
    shown.button(key="send_template").click().run()
    assert says(shown, "nmae")
    assert kept(store, ada) == []


def test_other_words_are_another_version_and_the_first_stays(shown, store, ada):
    one = written(store, ada)
    shown.run()
    shown.button(key=f"template_edit_{one.id}").click().run()
    shown.text_area(key=f"template_text_{one.id}").input("Herzlichen Dank, {name}")
    shown.button(key=f"template_edit_{one.id}").click()
    shown.button(key="send_template").click().run()
    assert [(t.version, t.text) for t in kept(store, ada)] == [(2, "Herzlichen Dank, {name}")]
    assert says(shown, "Danke, {name}")
    assert [e.label for e in shown.expander] == ["Eine frühere Fassung"]


def test_a_template_is_retired(shown, store, ada):
    one = written(store, ada)
    shown.run()
    shown.button(key=f"template_retire_{one.id}").click().run()
    assert kept(store, ada) == []


def test_hostile_words_act_as_nothing(shown, store, ada):
    written(store, ada, title=HOSTILE, text=HOSTILE)
    shown.run()
    assert sum("evil.example" in t.value for t in shown.text) == 2
    assert not any("evil.example" in m.value for m in shown.markdown)


def test_in_english_too(shown):
    shown.session_state["language"] = "en"
    assert not shown.run().exception
    assert says(shown, "No templates of your own yet")
