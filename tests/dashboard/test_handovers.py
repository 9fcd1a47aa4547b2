"""Hand-overs on the screen: reasons for proposals, questions back, leaves, the bell, what supervisors see."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from casework import answering, beat, handover, intake, leave, notice, proposing
from casework.answering import Reply
from casework.beat import Beat, Draft
from casework.clocks import LOCAL
from casework.labels import Intent, Kind
from casework.leave import Leave
from casework.notice import Notice, NoticeKind
from casework.people import Role
from casework.record import Handover, HandoverState, Outcome, Question
from casework.shift import Shift
from dashboard import identity
from dashboard.parts import station_beats, station_post
from dashboard.parts.handover_desk import read
from streife.letters import page_of
from tests import builders
from tests.builders import a_message, a_person, an_account
from tests.contracts.page import says
from tests.dashboard.browser import as_read, press, visit

HIDDEN = "Er versteckt Räder in der Lindenstr. 7"


class Town:
    """A station with two beats, and people of each role."""

    def __init__(self, work):
        self.station = builders.a_station(work, name="Polizeikommissariat Weidenfurt")
        people = {
            "kira": ("Kira Ahlers", Role.OFFICER),
            "jens": ("Jens Wolter", Role.CONTACT_OFFICER),
            "telse": ("Telse Jansen", Role.CONTACT_OFFICER),
            "birgit": ("Birgit Thoma", Role.SUPERVISOR),
            "ada": ("Ada Kern", Role.ADMINISTRATOR),
        }
        for login, (name, role) in people.items():
            setattr(self, login, a_person(work, role, station=self.station, login=login, name=name))
        self.account = an_account(work, self.kira.officer)
        drafts = [
            Draft("Nord", self.telse.id, None, ("Lindenstraße", "Ring")),
            Draft("Süd", self.jens.id, None, ("Bahnhof", "Ring")),
        ]
        beat.replace_all(work, self.ada, self.station, drafts, "bezirke.csv")

    def arrives(self, work, text=HIDDEN):
        made = a_message(work, self.account, text)
        proposing.place_some(work, 10)
        return builders.assessed(work, made, Intent.TIP)

    def given(self, work, to="jens", hours=48, note="Dein Viertel"):
        due = work.now + timedelta(hours=hours)
        message = self.arrives(work)
        return handover.hand_over(work, self.kira, message.id, to, note, due)


@pytest.fixture
def town(store):
    with store.begin() as work:
        return Town(work)


def opened(desk, person, message):
    return press(visit(desk, person, message=str(message.id)), "do_hand-over")


def reads(shown, words):
    """Whether the words stand on the page, as a reader sees them."""
    return any(words in as_read(str(element.value)) for element in shown.markdown)


def captions(shown):
    return [c for radio in proposed(shown) for c in radio.proto.captions]


def test_a_named_street_proposes_its_contact_officer_and_says_why(store, desk, town):
    with store.begin() as work:
        message = town.arrives(work)
    shown = opened(desk, town.kira, message)
    [who] = proposed(shown)
    assert who.value == "telse"
    assert "Telse Jansen" in who.options[0]
    assert "Lindenstr" in captions(shown)[0]
    assert "Lindenstraße" in captions(shown)[0]


def test_where_two_beats_fit_both_are_proposed_and_none_is_chosen(store, desk, town):
    with store.begin() as work:
        message = town.arrives(work, "Am Ring wird gerast")
    shown = opened(desk, town.kira, message)
    [who] = proposed(shown)
    assert who.value is None
    assert len(who.options) == 3
    assert says(shown, "Mehrere Bezirke passen")
    assert "send_hand-over" not in [b.key for b in shown.button]


def test_where_no_place_is_named_it_says_so_and_lists_all(store, desk, town):
    with store.begin() as work:
        message = town.arrives(work, "Da stimmt was nicht")
    shown = opened(desk, town.kira, message)
    assert says(shown, "Kein bekannter Ort genannt")
    (who,) = [s for s in shown.selectbox if s.label == "Kontaktbereich"] or [shown.selectbox[0]]
    assert sorted(who.options) == ["Jens Wolter", "Telse Jansen"]
    assert who.value is None


def test_who_is_away_is_stood_in_for_and_a_choice_against_it_is_warned_of(store, desk, town):
    with store.begin() as work:
        midnight = work.now.astimezone(LOCAL).replace(hour=0, minute=0, second=0, microsecond=0)
        until = midnight + timedelta(days=5)
        leave.plan(work, town.telse, town.telse.id, work.now, until, town.jens.id)
        last = f"{(until - timedelta(days=1)):%-d.%-m.}"
        message = town.arrives(work)
    shown = opened(desk, town.kira, message)
    assert proposed(shown)[0].value == "jens"
    assert re.search(rf"vertritt Telse Jansen bis .*\b{re.escape(last)}", as_read(captions(shown)[0]))
    shown.button(key="do_hand-over").set_value(True)
    proposed(shown)[0].set_value("other").run()
    shown.button(key="do_hand-over").set_value(True)
    shown.selectbox[-1].set_value("telse").run()
    assert says(shown, "Telse Jansen ist bis")
    assert says(shown, "Es vertritt Jens Wolter")


def test_a_hand_over_goes_where_it_is_proposed(store, desk, town):
    with store.begin() as work:
        message = town.arrives(work)
    shown = opened(desk, town.kira, message)
    shown.button(key="do_hand-over").set_value(True)
    shown.button(key="send_hand-over").click().run()
    with store.view() as work:
        assert [h.to_id for h in work.find(Handover)] == [town.telse.id]


def test_hostile_words_in_a_reason_are_inert(store, desk, town):
    with store.begin() as work:
        drafts = [Draft("![](https://evil.example/x.png)", town.telse.id, None, ("Ring",))]
        beat.replace_all(work, town.ada, town.station, drafts, "x")
        message = town.arrives(work, "Am Ring ![](https://evil.example/y.png)")
    shown = opened(desk, town.kira, message)
    assert not any("](http" in words for words in [*proposed(shown)[0].options, *captions(shown)])


def test_a_card_names_the_beat_and_asks_back(store, desk, town):
    with store.begin() as work:
        given = town.given(work)
    shown = visit(desk, town.jens, "handovers")
    assert says(shown, "Bezirk Nord")
    shown = press(shown, f"ask_{given.id}")
    shown.text_area[0].input("Welches Haus?")
    shown.button(key=f"ask_{given.id}").set_value(True)
    shown.button(key="send_ask-back").click().run()
    with store.view() as work:
        assert [q.words for q in work.find(Question)] == ["Welches Haus?"]
        assert work.get(Handover, given.id).state is HandoverState.ASKED


def test_the_sender_sees_the_question_first_and_may_answer_or_take_it_back(store, desk, town):
    with store.begin() as work:
        given = town.given(work)
        handover.ask(work, town.jens, given.id, "Welches Haus?")
    shown = visit(desk, town.kira, "handovers")
    assert says(shown, "Welches Haus?")
    assert f"answer_{given.id}" in [b.key for b in shown.button]
    press(shown, f"withdraw_{given.id}")
    with store.view() as work:
        assert work.get(Handover, given.id).state is HandoverState.WITHDRAWN


def test_who_lost_the_role_reads_no_more_of_what_was_given_away(store, desk, town):
    with store.begin() as work:
        given = town.given(work)
        assert read(work, town.kira).sent == (given,)
        stranger = replace(town.kira, grants=frozenset())
        assert (read(work, stranger).sent, read(work, stranger).messages) == ((), {})


def test_the_citizen_can_be_told_by_a_draft_that_the_officer_sends(store, desk, town):
    with store.begin() as work:
        given = town.given(work)
        handover.accept(work, town.jens, given.id)
        handover.finish(
            work, town.jens, given.id, Outcome.TRUE_TIP, "intern", for_citizen="Die Räder sind da."
        )
    shown = visit(desk, town.kira, "handovers")
    press(shown, f"tell_{given.id}")
    with store.view() as work:
        (draft,) = work.find(Reply)
    assert (draft.text, draft.state.value, draft.officer_id) == ("Die Räder sind da.", "draft", town.kira.id)


def test_what_the_officer_began_to_write_stays_above_the_prepared_words(store, desk, town):
    with store.begin() as work:
        given = town.given(work)
        handover.accept(work, town.jens, given.id)
        handover.finish(work, town.jens, given.id, Outcome.TRUE_TIP, for_citizen="Die Räder sind da.")
        answering.draft(work, town.kira, given.message_id, "Liebe Frau Behn,", Kind.DM)
    for _ in range(2):
        press(visit(desk, town.kira, "handovers"), f"tell_{given.id}")
        with store.view() as work:
            (draft,) = work.find(Reply)
        assert (draft.text, draft.kind) == ("Liebe Frau Behn,\n\nDie Räder sind da.", Kind.DM)


def _finish_form():
    import streamlit as st

    from dashboard.parts import handover_talk

    handover_talk.outcome_form(*st.session_state["opened"])


@pytest.mark.parametrize("edited", [False, True])
def test_no_words_are_finished_that_came_while_the_form_lay_open(store, desk, town, edited):
    with store.begin() as work:
        given = town.given(work)
        handover.accept(work, town.jens, given.id)
        seen = read(work, town.jens)
        message = seen.messages[given.message_id]
        if edited:
            threat = builders.received("Den Nachbarn schlag ich tot", native_id=message.native_id)
            intake.take_in(work, town.account, [threat])
    desk.setattr(identity, "here", lambda: town.jens)
    shown = AppTest.from_function(_finish_form, default_timeout=30)
    shown.session_state["opened"] = (seen.accepted[0], message, seen.around)
    shown.run()
    assert says(shown, HIDDEN)
    shown.radio[0].set_value(Outcome.TRUE_TIP)
    press(shown, "send_finish")
    assert says(shown, "edited by its writer") is edited
    with store.view() as work:
        ended = work.get(Handover, given.id).state
    assert ended is (HandoverState.ACCEPTED if edited else HandoverState.DONE)


def test_a_supervisor_sees_who_has_what_until_when_and_never_a_word(store, desk, town):
    with store.begin() as work:
        town.given(work, hours=1, note="GEHEIM")
        handover.ask(work, town.jens, work.find(Handover)[0].id, "GEHEIM")
    shown = visit(desk, town.birgit, "handovers")
    assert says(shown, "Kira Ahlers an Jens Wolter")
    everything = [str(e.value) for e in [*shown.markdown, *shown.text, *shown.subheader]]
    assert not any("versteckt" in words or "GEHEIM" in words or "Nachbarin" in words for words in everything)


def test_a_leave_is_planned_and_cancelled_on_the_page(store, desk, town):
    with store.begin() as work:
        until = work.now + timedelta(days=3)
        kept = leave.plan(work, town.jens, town.jens.id, work.now, until, town.telse.id)
    shown = visit(desk, town.jens, "handovers")
    assert says(shown, "es vertritt Telse Jansen")
    press(shown, f"cancel_leave_{kept.id}")
    with store.view() as work:
        assert work.get(Leave, kept.id).cancelled_at


def test_the_bell_counts_what_is_new_and_opening_it_is_seeing_it(store, desk, town):
    with store.begin() as work:
        town.given(work)
        notice.tell(work, town.jens.id, NoticeKind.DIGEST, "shift:1:x", {"waiting": 3, "overdue": 1})
    shown = visit(desk, town.jens, "handovers")
    bell = shown.button(key="bell")
    assert "2" in bell.label
    assert "neue Nachrichten an mich" in bell.label
    bell.click().run()
    assert not shown.exception
    assert says(shown, "Eine Übergabe wartet auf Sie")
    assert says(shown, "3 offen")
    with store.view() as work:
        assert notice.unseen(work, town.jens) == []
    assert visit(desk, town.jens, "handovers").button(key="bell").label == ""


def test_another_s_notices_are_nobody_else_s(store, desk, town):
    with store.begin() as work:
        notice.tell(work, town.telse.id, NoticeKind.ESCALATED, "message:1", {"by": "Jemand"})
    shown = visit(desk, town.jens, "handovers")
    assert shown.button(key="bell").label == ""


@pytest.mark.parametrize("kind", NoticeKind)
def test_every_notice_can_be_shown(store, desk, town, kind):
    with store.begin() as work:
        notice.tell(
            work, town.jens.id, kind, "message:1", {"by": "[x](y)", "minutes": 4, "due": None, "n": []}
        )
    shown = press(visit(desk, town.jens, "handovers"), "bell")
    with store.view() as work:
        assert all(n.seen_at for n in work.find(Notice))
    assert shown.button


def test_a_notice_of_a_silent_stream_names_the_account_and_leads_to_it(store, desk, town):
    with store.begin() as work:
        told = notice.tell(
            work, town.jens.id, NoticeKind.STREAM_KEY, "account:1", {"account": "x/kira", "streams": 2}
        )
    shown = press(visit(desk, town.jens, "handovers"), "bell")
    assert reads(shown, "Der Schlüssel eines Kontos gilt nicht mehr · x/kira · 2 Kanäle")
    assert page_of(told) == ("accounts", {})


def part(desk, town, module):
    desk.setattr(identity, "here", lambda: town.ada)
    desk.setattr(module, "TOWN", (town.station, town.ada), raising=False)

    def script(name):
        import importlib

        here = importlib.import_module(name)
        here.show(*here.TOWN)

    return AppTest.from_function(script, args=(module.__name__,), default_timeout=30).run()


def test_the_station_sees_its_beats_and_tries_them_out(desk, town):
    shown = part(desk, town, station_beats)
    assert not shown.exception
    assert says(shown, "Nord")
    assert reads(shown, "Lindenstraße, Ring")
    shown.text_input[0].set_value("in der Lindenstraße brennt Licht").run()
    assert says(shown, "Telse Jansen · Nord")
    shown.text_input[0].set_value("Danke").run()
    assert says(shown, "Kein bekannter Ort")


def test_the_station_takes_a_file_over_or_is_told_what_is_wrong_with_it(store, desk, town):
    shown = part(desk, town, station_beats)
    shown.file_uploader[0].upload("bezirke.csv", b"bezirk;kob;ort\nOst;niemand;Wall\n", "text/csv").run()
    assert says(shown, "Nichts wurde geändert")
    assert says(shown, "line 2")
    shown = part(desk, town, station_beats)
    shown.file_uploader[0].upload("bezirke.csv", b"bezirk;kob;ort\nOst;jens;Wall\n", "text/csv").run()
    assert reads(shown, "Fallen weg: Nord, Süd")
    shown.button(key="beats_take").click().run()
    assert not shown.exception
    with store.view() as work:
        assert [b.name for b in work.find(Beat, retired=False)] == ["Ost"]


def test_the_station_sets_its_changes_of_shift_and_hears_of_its_e_mail(store, desk, town):
    shown = part(desk, town, station_post)
    assert not shown.exception
    assert says(shown, "E-Mail ist nicht eingerichtet")
    shown.text_input[0].set_value("06:00, 14:00").run()
    shown.button(key="shifts_keep").click().run()
    with store.view() as work:
        assert [s.times for s in work.find(Shift)] == [("06:00", "14:00")]


def proposed(shown):
    """The choice of whom to give it to; the rows of the queue are a choice as well."""
    return [one for one in shown.radio if one.key != "rows"]
