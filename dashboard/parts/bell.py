"""The bell in every page's head: what one was told and has not seen; opening it is seeing it."""

from datetime import datetime

import streamlit as st

from casework import notice
from casework.people import Person
from casework.record import Notice, NoticeKind
from dashboard import desk, identity, times, words
from dashboard.parts import say
from dashboard.parts.dialog import dialog
from dashboard.words import Words
from streife.letters import NAMES, NUMBERS, page_of

SHOWN, MOST = 12, 99
ICONS = {
    NoticeKind.ESCALATED: "e911_emergency",
    NoticeKind.HANDED_OVER: "move_to_inbox",
    NoticeKind.HANDOVER_DUE: "schedule",
    NoticeKind.HANDOVER_LATE: "alarm",
    NoticeKind.HANDOVER_RETURNED: "undo",
    NoticeKind.HANDOVER_DONE: "done_all",
    NoticeKind.HANDOVER_ASKED: "contact_support",
    NoticeKind.HANDOVER_ANSWERED: "reply",
    NoticeKind.HANDOVER_WITHDRAWN: "undo",
    NoticeKind.HANDOVER_MOVED: "move_up",
    NoticeKind.HANDOVER_ORPHANED: "person_off",
    NoticeKind.DIGEST: "summarize",
    NoticeKind.ABUSE: "shield",
    NoticeKind.APPROVAL_WANTED: "approval",
    NoticeKind.APPROVAL_GIVEN: "verified",
    NoticeKind.APPROVAL_ORPHANED: "person_off",
    NoticeKind.REPLY_RETURNED: "rate_review",
    NoticeKind.REPLIES_STOPPED: "person_off",
    NoticeKind.CAPTURE_FAILED: "no_photography",
    NoticeKind.CASE_RESULT: "gavel",
    NoticeKind.STREAM_KEY: "key_off",
    NoticeKind.STREAM_FAILING: "sensors_off",
    NoticeKind.STREAM_SILENT: "volume_off",
    NoticeKind.STREAM_MENDED: "sensors",
}
URGENT = (
    NoticeKind.ESCALATED,
    NoticeKind.HANDOVER_LATE,
    NoticeKind.HANDOVER_ORPHANED,
    NoticeKind.APPROVAL_ORPHANED,
    NoticeKind.CAPTURE_FAILED,
    NoticeKind.STREAM_KEY,
    NoticeKind.STREAM_FAILING,
)


def show(person: Person) -> None:
    """The bell with the number of notices that the person has not opened yet; one look at an index."""
    with desk.store().view() as work:
        new = notice.unseen(work, person)
    pressing = any(one.kind in URGENT for one in new)
    number = words.say("bell-more", n=MOST) if len(new) > MOST else words.number(len(new))
    aloud = say.unseen(words.say("bell-aloud", n=len(new)))
    shown = words.joined(say.coloured(number, "red" if pressing else "blue"), aloud, by=" ")
    if st.button(
        shown if new else Words(""),
        key="bell",
        icon=say.icon("notifications_active" if new else "notifications"),
        type="tertiary",
        help=words.say("bell-new", n=len(new)),
    ):
        _open()


def said(one: Notice) -> Words:
    """One notice in a sentence, with who and which account and numbers."""
    told = [words.say(f"notice-{one.kind.value.replace('_', '-')}")]
    told += [words.quoted(name) for key in NAMES if isinstance(name := one.detail.get(key), str) and name]
    for name in NUMBERS:
        number = one.detail.get(name)
        if isinstance(number, int) and number:
            told.append(words.say(f"notice-{name}", n=number, span=times.span(number * times.MINUTE)))
    return words.joined(*told)


def _open() -> None:
    """The newest notices; what is shown here counts as seen."""

    @dialog(words.text("bell"), icon=say.icon("notifications"), on_dismiss="rerun")
    def shown() -> None:
        with identity.at_work() as (work, here):
            new = notice.unseen(work, here)
            for one in new:
                notice.mark_seen(work, here, one.id)
            latest = notice.latest(work, here, max(SHOWN, len(new)))
            now = work.now
        fresh = {one.id for one in new} | set(st.session_state.get("bell_fresh", ()))
        st.session_state["bell_fresh"] = sorted(fresh)
        if not latest:
            say.empty("notifications_off", "green", words.say("bell-none"), words.say("bell-none-why"))
        for one in latest[:MOST]:
            _line(one, now, fresh=one.id in fresh)

    st.session_state.pop("bell_fresh", None)
    shown()


def _line(one: Notice, now: datetime, *, fresh: bool) -> None:
    colour: say.Colour = "red" if one.kind in URGENT else "blue"
    icon = say.icon(ICONS[one.kind])
    with st.container(border=fresh, gap="xxsmall", key=f"notice_{one.id}"):
        sentence = say.strong(said(one)) if fresh else said(one)
        say.line(words.joined(say.coloured(icon, colour) if fresh else icon, sentence, by=" "), stretch=True)
        with say.row(spread=True):
            say.meta(_when(one, now))
            if st.button(words.say("notice-open"), key=f"open_notice_{one.id}", type="tertiary"):
                page, parameters = page_of(one)
                st.switch_page(f"app_pages/{page}.py", query_params=dict(parameters))


def _when(one: Notice, now: datetime) -> Words:
    due = one.detail.get("due")
    at = times.moment(one.created_at, now)
    if not isinstance(due, str):
        return at
    until = datetime.fromisoformat(due)
    return words.joined(at, words.say("due-past" if until < now else "due", when=times.moment(until, now)))
