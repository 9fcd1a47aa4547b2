"""Templates and four eyes on the pages: chosen, counted, asked for, approved or returned, and inert."""

from dataclasses import replace

import pytest

from casework import answering, approval, four_eyes, intake
from casework.account import Account
from casework.answering import How, Reply, ReplyState
from casework.credential import Credential
from casework.four_eyes import Approval, ApprovalRule, ApprovalState
from casework.labels import Hostility, Intent, Kind, Platform
from casework.message import Author
from casework.people import Role, Station
from casework.record import Notice
from casework.template import Template
from connectors import lengths
from dashboard import desk as real
from data.memory import MemoryStore
from streife.letters import page_of
from tests.builders import a_message, a_person, an_account, assessed, received
from tests.contracts.page import says
from tests.dashboard.browser import visit

HOSTILE = "![x](http://evil.example/x.png) <script>alert(1)</script> :red[rot] \u202e"


class Wache:
    """Kira's account, two colleagues, and the rule of the station."""

    def __init__(self, store, rule, text="Wann ist Sprechstunde?", platform=Platform.BLUESKY, **given):
        self.store = store
        with store.begin() as work:
            self.kira = a_person(work, Role.OFFICER, name="Kira Ahlers")
            self.station = work.get(Station, self.kira.officer.station_id)
            self.jens = a_person(work, Role.CONTACT_OFFICER, station=self.station, name="Jens Wolter")
            self.ada = a_person(work, Role.ADMINISTRATOR, station=self.station, name="Ada Kern")
            account = an_account(work, self.kira.officer, platform=platform)
            work.add(Credential(account.id, "k1", b"sealed", work.now))
            four_eyes.change_settings(work, self.ada, self.station.id, rule, "")
            message = a_message(work, account, text, **given)
            self.message = assessed(work, message, Intent.QUESTION)

    def asked(self, text="Donnerstag um vier"):
        with self.store.begin() as work:
            how = How(self.jens.id)
            reply = answering.queue(work, self.kira, self.message.id, text, Kind.COMMENT, how)
            return four_eyes.waiting(work, reply.id)

    def found(self, kind):
        with self.store.view() as work:
            return work.find(kind)


@pytest.fixture
def ruled(desk):
    desk.setattr(real, "ruler", lambda: lengths)
    return desk


def form(ruled, wache, person=None):
    shown = visit(ruled, person or wache.kira, "triage", message=str(wache.message.id))
    return again(shown)


def again(shown):
    """The form is drawn only in the run in which it is opened."""
    shown.button(key="do_answer").click().run()
    assert not shown.exception
    return shown


def press(shown, key, opened_by="do_answer"):
    shown.button(key=opened_by).click()
    shown.button(key=key).click().run()
    assert not shown.exception
    return shown


def test_a_template_stands_filled_in_the_form(store, ruled):
    wache = Wache(store, ApprovalRule.OFF)
    shown = press(form(ruled, wache), f"offer_0_{wache.message.id}")
    text = again(shown).text_area[0].value
    assert text.startswith("Hallo Nachbarin, gute Frage.")
    assert text.endswith("Kira Ahlers")
    assert says(shown, "Noch auszufüllen")


def test_a_gap_keeps_the_answer_here(store, ruled):
    wache = Wache(store, ApprovalRule.OFF)
    shown = again(press(form(ruled, wache), f"offer_0_{wache.message.id}"))
    shown = press(shown, "send_reply")
    assert says(shown, "So geht die Antwort noch nicht hinaus")
    assert {r.state for r in wache.found(Reply)} <= {ReplyState.DRAFT}


def test_what_was_written_is_not_lost_to_a_template(store, ruled):
    wache = Wache(store, ApprovalRule.OFF)
    shown = form(ruled, wache)
    shown.text_area[0].input("Selbst geschrieben")
    text = again(press(shown, f"offer_0_{wache.message.id}")).text_area[0].value
    assert text.startswith("Selbst geschrieben\n\nHallo")


def test_the_language_is_the_messages_and_can_be_changed(store, ruled):
    wache = Wache(store, ApprovalRule.OFF, lang="nl")
    shown = form(ruled, wache)
    key = f"template_lang_{wache.message.id}"
    assert shown.selectbox(key=key).value == "nl"
    shown.selectbox(key=key).set_value("sv")
    assert any("Jag tar reda på det" in b.label for b in again(shown).button)


def test_a_hostile_name_acts_as_nothing_in_the_form(store, ruled):
    author = Author("1", "x", HOSTILE)
    wache = Wache(store, ApprovalRule.OFF, author=author)
    shown = again(press(form(ruled, wache), f"offer_0_{wache.message.id}"))
    assert "evil.example" not in shown.text_area[0].value
    assert "@x" in shown.text_area[0].value
    assert not any("evil.example" in m.value for m in shown.markdown)


@pytest.mark.parametrize(
    ("platform", "text", "said"),
    [
        (Platform.X, "日本" * 71, "4 zu viel: X nimmt höchstens 280"),
        (Platform.X, "https://polizei.example/" + "a" * 300, "23 von 280 auf X"),
        (Platform.BLUESKY, "👨‍👩‍👧‍👦" * 300, "300 von 300 auf Bluesky"),
        (Platform.FACEBOOK, "a" * 8001, "1 zu viel: Facebook nimmt höchstens 8.000"),
    ],
)
def test_the_length_is_told_as_the_network_counts(store, ruled, platform, text, said):
    wache = Wache(store, ApprovalRule.OFF, platform=platform)
    shown = form(ruled, wache)
    shown.text_area[0].input(text)
    shown = press(shown, "send_reply")
    states = [r.state for r in wache.found(Reply)]
    assert (ReplyState.QUEUED in states) is ("zu viel" not in said)
    if "zu viel" in said:
        assert says(shown, "So geht die Antwort noch nicht hinaus")
        assert says(shown, said)


def test_where_four_eyes_are_wanted_a_colleague_is_asked(store, ruled):
    wache = Wache(store, ApprovalRule.PUBLIC)
    shown = form(ruled, wache)
    assert "send_reply" not in {b.key for b in shown.button}
    shown.text_area[0].input("Donnerstag um vier")
    shown = press(shown, "send_approval")
    [wanted] = wache.found(Approval)
    assert (wanted.approver_id, wanted.state) == (wache.jens.id, ApprovalState.WANTED)
    assert says(shown, "wartet auf Freigabe von Jens Wolter")
    shown = form(ruled, wache)
    assert shown.button(key="send_approval").disabled


def test_whoever_is_asked_sees_it_approves_and_it_goes_out(store, ruled):
    wache = Wache(store, ApprovalRule.ALWAYS)
    wanted = wache.asked()
    shown = visit(ruled, wache.jens, "triage")
    assert says(shown, "Eine Antwort wartet auf Ihre Freigabe")
    shown.button(key="approvals_look").click().run()
    assert says(shown, "Wann ist Sprechstunde?")
    assert says(shown, "Donnerstag um vier")
    shown = press(shown, f"approve_{wanted.id}", "approvals_look")
    assert [r.state for r in wache.found(Reply)] == [ReplyState.QUEUED]
    assert not says(shown, "wartet auf Ihre Freigabe")
    assert says(
        visit(ruled, wache.kira, "triage", message=str(wache.message.id)), "freigegeben von Jens Wolter"
    )


def test_a_notice_leads_to_the_answer_itself_even_where_another_waits_longer(store, ruled):
    wache = Wache(store, ApprovalRule.ALWAYS)
    wache.asked()
    with store.begin() as work:
        other = assessed(work, a_message(work, work.get(Account, 1), "Und wo?"), Intent.QUESTION)
        how = How(wache.jens.id)
        answering.queue(work, wache.kira, other.id, "Im Rathaus", Kind.COMMENT, how)
    told = wache.found(Notice)[-1]
    page, parameters = page_of(told)
    assert "message" not in parameters  # the approver may read it here alone
    shown = visit(ruled, wache.jens, page, **parameters)
    assert says(shown, "Im Rathaus")
    assert not says(shown, "Donnerstag um vier")
    with store.begin() as work:
        approval.approve(work, wache.jens, told.detail["approval"])
    shown = visit(ruled, wache.jens, page, **parameters)
    assert says(shown, "wartet nicht mehr auf Sie")
    assert says(shown, "Donnerstag um vier")


@pytest.mark.parametrize(
    ("left", "said"), [(False, "andere berechtigte Person"), (True, "niemand freigeben")]
)
def test_the_writer_sees_that_who_was_asked_is_gone_and_whether_anybody_else_can(store, ruled, left, said):
    wache = Wache(store, ApprovalRule.ALWAYS)
    wache.asked()
    with store.begin() as work:
        a_person(work, Role.CASE_OFFICER, station=wache.station, active=not left)
        work.replace(replace(wache.jens.officer, active=False))
    assert says(visit(ruled, wache.kira, "triage", message=str(wache.message.id)), said)


def test_what_was_edited_meanwhile_is_not_approved_and_both_learn_it(store, ruled):
    wache = Wache(store, ApprovalRule.ALWAYS)
    wanted = wache.asked()
    shown = visit(ruled, wache.jens, "triage")
    shown.button(key="approvals_look").click().run()
    with store.begin() as work:
        other = received("Dich kriegen wir", native_id=wache.message.native_id)
        intake.take_in(work, work.get(Account, wache.message.account_id), [other])
    shown = press(shown, f"approve_{wanted.id}", "approvals_look")
    assert [r.state for r in wache.found(Reply)] == [ReplyState.DRAFT]
    assert says(shown, "Nicht freigegeben")
    assert says(form(ruled, wache), "read it again")


def test_each_opening_is_one_read_in_the_log(store, ruled):
    wache = Wache(store, ApprovalRule.ALWAYS)
    wache.asked()
    shown = visit(ruled, wache.jens, "triage")
    shown.button(key="approvals_look").click().run()
    with store.view() as work:
        entries = work.audit_of(f"message:{wache.message.id}")
    assert [e.actor for e in entries if e.act == "read"] == [wache.jens.login]


def test_returned_with_a_reason_the_writer_reads_it(store, ruled):
    wache = Wache(store, ApprovalRule.ALWAYS)
    wanted = wache.asked()
    shown = visit(ruled, wache.jens, "triage")
    shown.button(key="approvals_look").click().run()
    shown = press(shown, f"decline_{wanted.id}", "approvals_look")
    assert says(shown, "Bitte einen Grund angeben")
    shown.button(key="approvals_look").click()
    shown.text_area(key=f"decline_reason_{wanted.id}").input(HOSTILE)
    shown.button(key=f"decline_{wanted.id}").click().run()
    assert [r.state for r in wache.found(Reply)] == [ReplyState.DECLINED]
    shown = form(ruled, wache)
    assert shown.text_area[0].value == "Donnerstag um vier"
    assert sum("evil.example" in t.value for t in shown.text) >= 2
    assert not any("evil.example" in m.value for m in shown.markdown)
    assert not says(visit(ruled, wache.jens, "triage"), "Freigabe")


def test_what_changed_since_is_marked(store, ruled):
    wache = Wache(store, ApprovalRule.ALWAYS)
    first = wache.asked()
    with store.begin() as work:
        approval.decline(work, wache.jens, first.id, "Bitte freundlicher")
    wache.asked("Gern Donnerstag um vier")
    shown = visit(ruled, wache.jens, "triage")
    shown.button(key="approvals_look").click().run()
    assert any(":yellow-background[Gern]" in m.value for m in shown.markdown)
    assert says(shown, "Bitte freundlicher")


def test_nobody_else_sees_the_strip(store, ruled):
    wache = Wache(store, ApprovalRule.ALWAYS)
    wache.asked()
    assert "approvals_look" not in {b.key for b in visit(ruled, wache.kira, "triage").button}


def test_hostile_words_are_covered_from_the_approver_too(store, ruled):
    wache = Wache(store, ApprovalRule.ALWAYS, text="Du Null")
    with store.begin() as work:
        wache.message = assessed(work, wache.message, Intent.OTHER, Hostility.INSULT)
    wache.asked()
    shown = visit(ruled, wache.jens, "triage")
    shown.button(key="approvals_look").click().run()
    assert not says(shown, "Du Null")
    assert says(shown, "Text verdeckt")


def test_an_own_template_keeps_no_citizens_name(store, ruled):
    wache = Wache(store, ApprovalRule.OFF)
    shown = form(ruled, wache)
    shown.text_area[0].input("Moin Nachbarin, komm vorbei. Kira Ahlers")
    shown.text_input(key=f"template_own_title_{wache.message.id}").input("Komm vorbei")
    shown.selectbox(key=f"template_own_purpose_{wache.message.id}").select("Frage")
    press(shown, f"template_own_keep_{wache.message.id}")
    [own] = wache.found(Template)
    assert (own.owner_id, own.text) == (wache.kira.id, "Moin {name}, komm vorbei. {mein_name}")
    assert any("Komm vorbei" in b.label for b in form(ruled, wache).button)


def test_a_template_that_lacks_something_names_each_field(store, ruled):
    wache = Wache(store, ApprovalRule.OFF)
    shown = form(ruled, wache)
    press(shown, f"template_own_keep_{wache.message.id}")
    assert says(shown, "Es fehlen noch 3 Angaben: Name der Vorlage, Wofür, Wortlaut der Antwort")


def test_in_training_approval_can_be_tried_and_nothing_is_sent(clock, ruled):
    store = MemoryStore(clock, training=True)
    ruled.setattr(real, "store", lambda: store)
    wache = Wache(store, ApprovalRule.ALWAYS)
    shown = form(ruled, wache)
    assert says(shown, "In der Übung wird nichts gesendet")
    shown.text_area[0].input("Donnerstag um vier")
    press(shown, "send_approval")
    assert [r.state for r in wache.found(Reply)] == [ReplyState.WAITING]
