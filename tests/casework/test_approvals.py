"""Four eyes: another looks before an answer goes out; where a station wants it, nothing leaves without."""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from casework import answering, approval, decision, four_eyes, intake, tending, tenure
from casework.answering import How, Reply, ReplyState
from casework.errors import Conflict, NotAllowed, NotFound, Refused
from casework.four_eyes import Approval, ApprovalRule, ApprovalState, ReplySettings
from casework.labels import Hostility, Intent, Kind, Platform, Target
from casework.message import Message
from casework.outgoing import Sent
from casework.people import Grant, Officer, Role
from casework.record import Notice, NoticeKind
from data.memory import MemoryStore
from tests import builders
from tests.builders import FakeClock

WORDS = "Danke für den Hinweis!"


class Wache:
    """A station with an account's officer, two colleagues, and a message."""

    def __init__(self, work, rule=ApprovalRule.ALWAYS):
        self.work = work
        self.station = builders.a_station(work)
        self.kira = builders.a_person(work, Role.OFFICER, station=self.station, name="Kira")
        self.jens = builders.a_person(work, Role.CONTACT_OFFICER, station=self.station, name="Jens")
        self.merle = builders.a_person(work, Role.CASE_OFFICER, station=self.station, name="Merle")
        self.account = builders.an_account(work, self.kira.officer)
        self.message = builders.assessed(work, builders.a_message(work, self.account), Intent.QUESTION)
        self.set(rule)

    def set(self, rule):
        ada = builders.a_person(self.work, Role.ADMINISTRATOR, station=self.station)
        four_eyes.change_settings(self.work, ada, self.station.id, rule, "")

    def queue(self, text=WORDS, who=None, kind=Kind.COMMENT, message=None):
        how = How(who.id if who else 0)
        return answering.queue(self.work, self.kira, (message or self.message).id, text, kind, how)

    def asked(self, who=None):
        reply = self.queue(who=who or self.jens)
        return reply, four_eyes.waiting(self.work, reply.id)


@pytest.fixture
def wache(work):
    return Wache(work)


def told(work, person, kind):
    return [n for n in work.find(Notice, officer_id=person.id) if n.kind is kind]


def test_an_answer_waits_until_a_colleague_approves(work, wache):
    reply, wanted = wache.asked()
    assert (reply.state, answering.due(work)) == (ReplyState.WAITING, [])
    assert approval.mine(work, wache.jens) == [wanted]
    assert approval.mine(work, wache.merle) == approval.mine(work, wache.kira) == []
    released = approval.approve(work, wache.jens, wanted.id)
    assert answering.due(work) == [released]
    assert work.get(Approval, wanted.id).state is ApprovalState.GIVEN
    assert [e.act for e in work.audit_of(f"message:{wache.message.id}") if "approval" in e.act] == [
        "approval_wanted",
        "approval_given",
    ]


def test_both_are_told_and_no_words_of_anybody(work, wache):
    _, wanted = wache.asked()
    [asked] = told(work, wache.jens, NoticeKind.APPROVAL_WANTED)
    approval.approve(work, wache.jens, wanted.id)
    [given] = told(work, wache.kira, NoticeKind.APPROVAL_GIVEN)
    assert asked.detail == {"approval": wanted.id, "who": "Kira"}
    assert given.detail == {"approval": wanted.id, "who": "Jens"}


def test_what_is_declined_goes_back_with_the_reason(work, wache):
    reply, wanted = wache.asked()
    with pytest.raises(Refused, match="reason"):
        approval.decline(work, wache.jens, wanted.id, " ")
    approval.decline(work, wache.jens, wanted.id, " Bitte ohne Ausrufezeichen ")
    found = work.get(Reply, reply.id)
    assert (found.state, found.reason) == (ReplyState.DECLINED, "Bitte ohne Ausrufezeichen")
    assert answering.due(work) == []
    assert told(work, wache.kira, NoticeKind.APPROVAL_GIVEN) == []
    assert told(work, wache.kira, NoticeKind.REPLY_RETURNED)[0].detail["who"] == "Jens"


def test_other_words_need_another_approval_and_show_what_was_asked_before(work, wache):
    reply, wanted = wache.asked()
    again = wache.queue("Danke. Ich frage nach", who=wache.jens)
    assert (again.id, again.state) == (reply.id, ReplyState.WAITING)
    with pytest.raises(Refused, match="withdrawn"):
        approval.approve(work, wache.jens, wanted.id)
    [new] = approval.mine(work, wache.jens)
    assert [one.text for one in approval.look(work, wache.jens, new.id).before] == [WORDS]
    approval.approve(work, wache.jens, new.id)
    assert answering.due(work)[0].text == "Danke. Ich frage nach"


def test_a_draft_of_other_words_waits_no_more(work, wache):
    reply, wanted = wache.asked()
    assert (
        answering.draft(work, wache.kira, wache.message.id, WORDS, Kind.COMMENT).state is ReplyState.WAITING
    )
    assert answering.draft(work, wache.kira, wache.message.id, "x", Kind.COMMENT).state is ReplyState.DRAFT
    assert work.get(Approval, wanted.id).state is ApprovalState.WITHDRAWN
    assert approval.mine(work, wache.jens) == []
    assert work.get(Reply, reply.id).text == "x"


def test_the_way_is_part_of_what_was_approved(work, wache):
    _, wanted = wache.asked()
    answering.draft(work, wache.kira, wache.message.id, WORDS, Kind.DM)
    with pytest.raises(Refused, match="withdrawn"):
        approval.approve(work, wache.jens, wanted.id)


def test_words_changed_behind_the_approvers_back_do_not_leave(work, wache):
    reply, wanted = wache.asked()
    work.replace(replace(work.get(Reply, reply.id), text="Etwas anderes"))
    with pytest.raises(Conflict, match="ask anew"):
        approval.approve(work, wache.jens, wanted.id)


def test_nobody_approves_the_own_words(work, wache):
    with pytest.raises(Refused, match="choose a colleague"):
        wache.queue(who=wache.kira)
    with pytest.raises(Refused, match="choose a colleague"):
        wache.queue()
    _, wanted = wache.asked()
    forged = work.replace(replace(wanted, approver_id=wache.kira.id))
    with pytest.raises(NotAllowed):
        approval.approve(work, wache.kira, forged.id)


def test_only_the_colleague_who_was_asked_looks_and_decides(work, wache):
    _, wanted = wache.asked()
    stranger = builders.a_person(work, Role.CASE_OFFICER)
    heads = [builders.a_person(work, r, station=wache.station) for r in (Role.SUPERVISOR, Role.ADMINISTRATOR)]
    for person in (wache.kira, wache.merle, stranger, *heads, replace(wache.jens, operator=True)):
        for act in (approval.look, approval.approve):
            with pytest.raises(NotAllowed):
                act(work, person, wanted.id)
        with pytest.raises(NotAllowed):
            approval.decline(work, person, wanted.id, "nein")


def test_who_lost_the_role_or_left_approves_no_more(work, wache):
    _, wanted = wache.asked()
    for person in (
        replace(wache.jens, grants=frozenset()),
        replace(wache.jens, officer=replace(wache.jens.officer, active=False)),
    ):
        assert approval.mine(work, person) == []
        with pytest.raises(NotAllowed):
            approval.approve(work, person, wanted.id)


def leaves(work, person):
    work.replace(replace(work.get(Officer, person.id), active=False))


def loses_the_role(work, person):
    [held] = work.find(Grant, officer_id=person.id)
    work.revoke(held)


@pytest.mark.parametrize("goes", [leaves, loses_the_role])
def test_where_who_was_asked_is_gone_another_colleague_is_told_once_and_may_approve(work, wache, goes):
    _, wanted = wache.asked()
    assert tending.open_approvals(work) == 0
    goes(work, wache.jens)
    assert (tending.open_approvals(work), tending.open_approvals(work)) == (1, 0)
    [notice] = told(work, wache.merle, NoticeKind.APPROVAL_WANTED)
    assert notice.detail == {"approval": wanted.id, "who": "Kira"}
    assert told(work, wache.kira, NoticeKind.APPROVAL_ORPHANED) == []
    assert approval.mine(work, wache.merle) == [wanted]
    assert approval.approve(work, wache.merle, wanted.id).state is ReplyState.QUEUED
    assert work.get(Approval, wanted.id).approver_id == wache.merle.id


def test_what_is_open_to_all_stays_shut_to_its_writer_and_to_who_may_not_approve(work, wache):
    _, wanted = wache.asked()
    leaves(work, wache.jens)
    jens = builders.the_person(work, work.get(Officer, wache.jens.id))
    heads = [builders.a_person(work, r, station=wache.station) for r in (Role.SUPERVISOR, Role.ADMINISTRATOR)]
    stranger = builders.a_person(work, Role.CASE_OFFICER)
    for person in (wache.kira, jens, stranger, *heads, replace(wache.merle, operator=True)):
        assert approval.mine(work, person) == []
        with pytest.raises(NotAllowed):
            approval.approve(work, person, wanted.id)


def test_whom_the_message_abuses_stands_in_for_no_approver(work, wache):
    was_merles = tenure.begin(work, replace(wache.account, officer_id=wache.merle.id))
    work.replace(replace(was_merles, ended_at=work.now, end=tenure.End.HANDED_OVER))
    builders.assessed(work, wache.message, Intent.OTHER, Hostility.INSULT)
    _, wanted = wache.asked()
    leaves(work, wache.jens)
    assert approval.mine(work, wache.merle) == four_eyes.releasers(work, wanted) == []


def test_where_nobody_may_approve_the_heads_and_the_writer_learn_it_until_somebody_may(work, wache):
    head = builders.a_person(work, Role.SUPERVISOR, station=wache.station)
    _, wanted = wache.asked()
    leaves(work, wache.jens)
    leaves(work, wache.merle)
    assert (tending.open_approvals(work), tending.open_approvals(work)) == (3, 0)
    [notice] = told(work, head, NoticeKind.APPROVAL_ORPHANED)
    assert (notice.subject, notice.detail["by"]) == (f"station:{wache.station.id}", "Kira")
    [notice] = told(work, wache.kira, NoticeKind.APPROVAL_ORPHANED)
    assert notice.subject == f"message:{wache.message.id}"
    work.add(Grant(head.id, Role.CASE_OFFICER, wache.station.id))
    assert (tending.open_approvals(work), tending.open_approvals(work)) == (1, 0)
    head = builders.the_person(work, head.officer)
    assert approval.approve(work, head, wanted.id).state is ReplyState.QUEUED


def test_of_each_answer_beneath_one_message_a_colleague_is_told(work, wache):
    _, first = wache.asked()
    leaves(work, wache.jens)
    assert tending.open_approvals(work) == 1
    approval.decline(work, wache.merle, first.id, "Bitte kürzer")
    ole = builders.a_person(work, Role.OFFICER, station=wache.station)
    _, second = wache.asked(ole)
    leaves(work, ole)
    assert tending.open_approvals(work) == 1
    told_of = [n.detail["approval"] for n in told(work, wache.merle, NoticeKind.APPROVAL_WANTED)]
    assert told_of == [first.id, second.id]


def test_who_left_cannot_be_asked(work, wache):
    work.replace(replace(work.get(Officer, wache.jens.id), active=False))
    with pytest.raises(Refused, match="choose a colleague"):
        wache.queue(who=wache.jens)
    work.replace(replace(work.get(Officer, wache.merle.id), active=False))
    with pytest.raises(Refused, match="ask your administrator"):
        wache.queue(who=wache.merle)


def test_another_colleague_can_be_asked_instead(work, wache):
    wache.asked()
    with pytest.raises(Refused, match="waits for approval already"):
        wache.queue(who=wache.jens)
    assert wache.queue(who=wache.merle).state is ReplyState.WAITING
    assert approval.mine(work, wache.jens) == []
    assert len(approval.mine(work, wache.merle)) == 1


def test_taking_back_what_waits_makes_it_a_draft(work, wache):
    reply, _ = wache.asked()
    assert answering.cancel(work, wache.kira, reply.id).state is ReplyState.DRAFT
    assert approval.mine(work, wache.jens) == []


def test_looking_is_logged_as_a_read_and_ends_with_the_approval(work, wache):
    _, wanted = wache.asked()
    asked = approval.look(work, wache.jens, wanted.id)
    approval.again(work, wache.jens, wanted.id)
    assert asked.message.id == wache.message.id
    read = [e.actor for e in work.audit_of(f"message:{wache.message.id}") if e.act == "read"]
    assert read == [wache.jens.login]
    approval.approve(work, wache.jens, wanted.id)
    with pytest.raises(Refused, match="given already"):
        approval.look(work, wache.jens, wanted.id)


def test_what_can_no_longer_go_out_is_not_released(work, wache):
    _, wanted = wache.asked()
    work.replace(replace(wache.account, active=False))
    with pytest.raises(Refused, match="no longer connected"):
        approval.approve(work, wache.jens, wanted.id)
    work.replace(replace(wache.account, officer_id=wache.merle.id))
    with pytest.raises(Refused, match="no longer holds the account"):
        approval.approve(work, wache.jens, wanted.id)


def test_nobody_approves_in_the_name_of_a_colleague_who_signs_in_no_longer(work, wache):
    _, wanted = wache.asked()
    work.replace(replace(wache.kira.officer, active=False))
    with pytest.raises(Refused, match="signs in no longer"):
        approval.approve(work, wache.jens, wanted.id)
    assert answering.due(work) == []


def edit(work, wache, text="Dich kriegen wir"):
    intake.take_in(work, wache.account, [builders.received(text, native_id=wache.message.native_id)])
    return work.get(Message, wache.message.id)


def test_an_answer_to_earlier_words_is_not_approved_but_its_writers_draft_again(work, wache):
    reply, wanted = wache.asked()
    edit(work, wache)
    returned = approval.approve(work, wache.jens, wanted.id)
    assert (returned.id, returned.state, answering.due(work)) == (reply.id, ReplyState.DRAFT, [])
    assert "edited since; read it again" in returned.reason
    assert work.get(Approval, wanted.id).state is ApprovalState.WITHDRAWN
    assert len(told(work, wache.kira, NoticeKind.REPLY_RETURNED)) == 1
    assert told(work, wache.kira, NoticeKind.APPROVAL_GIVEN) == []


def test_who_read_the_new_words_asks_for_the_same_answer_anew(work, wache):
    _, wanted = wache.asked()
    edit(work, wache)
    again, new = wache.asked()
    assert (work.get(Approval, wanted.id).state, new.id != wanted.id) == (ApprovalState.WITHDRAWN, True)
    assert approval.approve(work, wache.jens, new.id).id == again.id
    assert [one.id for one in answering.due(work)] == [again.id]


def test_a_public_answer_to_what_was_taken_back_is_not_approved(work, wache):
    _, wanted = wache.asked()
    intake.mark_deleted(work, wache.account, wache.message.native_id)
    assert "direct message instead" in approval.approve(work, wache.jens, wanted.id).reason


def test_words_that_nobody_judged_yet_are_no_harmless_ones(work):
    wache = Wache(work, ApprovalRule.GRAVE)
    assert not four_eyes.wanted(work, wache.account, wache.message, Kind.DM)
    assert four_eyes.wanted(work, wache.account, edit(work, wache), Kind.DM)


@pytest.mark.parametrize(
    ("judged", "corrected"), [((), (Hostility.INSULT,)), ((Hostility.INSULT,), ()), ((Hostility.THREAT,), ())]
)
def test_a_correction_makes_a_message_grave_but_never_harmless(work, judged, corrected):
    wache = Wache(work, ApprovalRule.GRAVE)
    message = builders.assessed(work, wache.message, Intent.OTHER, *judged, target=Target.NONE)
    decision.correct(work, wache.kira, message.id, hostility=corrected)
    assert four_eyes.wanted(work, wache.account, work.get(Message, message.id), Kind.DM)


@pytest.mark.parametrize(
    ("rule_", "question", "private", "hostile", "acute"),
    [
        (ApprovalRule.OFF, False, False, False, False),
        (ApprovalRule.GRAVE, False, False, True, True),
        (ApprovalRule.PUBLIC, True, False, True, True),
        (ApprovalRule.ALWAYS, True, True, True, True),
    ],
)
def test_the_stations_rule_says_what_waits(work, rule_, question, private, hostile, acute):
    wache = Wache(work, rule_)
    insult = builders.assessed(work, builders.a_message(work, wache.account), Intent.OTHER, Hostility.INSULT)
    alarm = builders.assessed(work, builders.a_message(work, wache.account), Intent.EMERGENCY)
    wanted = [
        four_eyes.wanted(work, wache.account, message, kind)
        for message, kind in (
            *((wache.message, Kind.COMMENT), (wache.message, Kind.DM)),
            *((insult, Kind.COMMENT), (alarm, Kind.COMMENT)),
        )
    ]
    assert wanted == [question, private, hostile, acute]


def test_where_the_rule_was_dropped_the_answer_leaves_by_being_sent_again(work, wache):
    _, wanted = wache.asked()
    wache.set(ApprovalRule.OFF)
    assert wache.queue().state is ReplyState.QUEUED
    assert work.get(Approval, wanted.id).state is ApprovalState.WITHDRAWN


def test_the_rule_is_the_stations_heads_to_set(work, wache):
    for person in (wache.kira, wache.merle):
        with pytest.raises(NotAllowed):
            four_eyes.change_settings(work, person, wache.station.id, ApprovalRule.OFF, "")
    [kept] = work.find(ReplySettings, station_id=wache.station.id)
    assert kept.rule is ApprovalRule.ALWAYS


@pytest.mark.parametrize(("text", "why"), [("Schau hier: {link}", "{link}"), ("x" * 281, "1 too long for x")])
def test_a_gap_or_too_many_words_are_refused_before_anybody_is_asked(work, wache, text, why):
    message = builders.a_message(work, builders.an_account(work, wache.kira.officer, platform=Platform.X))
    with pytest.raises(Refused, match=why.replace("{", r"\{")):
        wache.queue(text, who=wache.jens, message=message)
    assert approval.mine(work, wache.jens) == []


class AnySequence(RuleBasedStateMachine):
    """Writers, approvers, workers and heads act in any order; what left was approved, word for word."""

    @initialize()
    def begin(self):
        self.store = MemoryStore(FakeClock())
        with self.store.begin() as work:
            self.wache = Wache(work, ApprovalRule.PUBLIC)
        self.free: set[tuple[int, str]] = set()
        self.people = (self.wache.kira, self.wache.jens, self.wache.merle)

    def _try(self, act):
        try:
            with self.store.begin() as work:
                self.wache.work = work
                return act(work)
        except (Refused, NotAllowed, NotFound, Conflict):
            return None

    words = st.sampled_from(("a", "b", "c {link}", ""))
    kinds = st.sampled_from((Kind.COMMENT, Kind.DM))
    who = st.sampled_from((0, 1, 2))

    @rule(text=words, kind=kinds)
    def draft(self, text, kind):
        self._try(lambda work: answering.draft(work, self.wache.kira, self.wache.message.id, text, kind))

    @rule(text=words, kind=kinds, who=st.sampled_from((0, 1, 2, 3)))
    def send(self, text, kind, who):
        reply = self._try(lambda _: self.wache.queue(text, (*self.people, None)[who], kind))
        with self.store.view() as work:
            unasked = not four_eyes.wanted(work, self.wache.account, self.wache.message, kind)
        if reply and reply.state is ReplyState.QUEUED:
            assert unasked
            self.free.add((reply.id, text))

    @rule(who=who, approval_id=st.integers(1, 6))
    def approve(self, who, approval_id):
        self._try(lambda work: approval.approve(work, self.people[who], self._some(work, approval_id)))

    @rule(who=who, approval_id=st.integers(1, 6))
    def decline(self, who, approval_id):
        self._try(
            lambda work: approval.decline(work, self.people[who], self._some(work, approval_id), "nein")
        )

    @rule(which=st.integers(0, 5))
    def take_back(self, which):
        def act(work):
            replies = work.find(Reply)
            if replies:
                answering.cancel(work, self.wache.kira, replies[which % len(replies)].id)

        self._try(act)

    @rule(new=st.sampled_from(ApprovalRule))
    def set_rule(self, new):
        self._try(lambda _: self.wache.set(new))

    @precondition(lambda self: hasattr(self, "store"))
    @rule(fails=st.booleans())
    def deliver(self, fails):
        def act(work):
            for reply in answering.due(work):
                begun = answering.begin(work, reply)
                if fails:
                    answering.failed(work, begun, "weg")
                else:
                    answering.done(work, begun, Sent(f"n{reply.id}"))

        self._try(act)

    @invariant()
    def nothing_left_unapproved(self):
        if not hasattr(self, "store"):
            return
        with self.store.view() as work:
            looks = work.find(Approval)
            for reply in work.find(Reply):
                if reply.begun_at or reply.state is ReplyState.QUEUED:
                    given = [
                        a
                        for a in looks
                        if a.reply_id == reply.id and a.state is ApprovalState.GIVEN and a.text == reply.text
                    ]
                    assert given or (reply.id, reply.text) in self.free
                    assert all(a.approver_id != a.writer_id == reply.officer_id for a in given)

    @invariant()
    def what_waits_is_seen_by_whoever_was_asked(self):
        if not hasattr(self, "store"):
            return
        with self.store.view() as work:
            waiting = {r.id: r for r in work.find(Reply, state=ReplyState.WAITING)}
            seen = [a for person in self.people for a in approval.mine(work, person)]
            assert {a.reply_id for a in seen} == set(waiting)
            assert all(a.text == waiting[a.reply_id].text for a in seen)
            assert len(seen) == len(waiting)

    def _some(self, work, number):
        found = work.find(Approval)
        return found[number % len(found)].id if found else 10**6


AnySequence.TestCase.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)
TestAnySequence = AnySequence.TestCase
