"""The queue: which messages wait, in which order, one card each."""

from collections.abc import Mapping, Sequence

import streamlit as st

from casework import spot_check, worklist
from casework.errors import StreifeError
from casework.labels import Intent, Platform, Urgency
from casework.message import Message, State
from casework.people import Person
from casework.ports import Work
from dashboard import address, identity, times, view, words
from dashboard.parts import badges, bulk, frame, reread, say, stranger, together, trouble
from dashboard.parts.around import Around
from dashboard.view import View

HEIGHT = 620
LOOK_SECONDS = 20
JUST_COUNTED = "just_counted"
COUNTED = ("open", "tips", "waiting")


def counts(work: Work, person: Person, now: View) -> dict[str, int]:
    """How many messages wait in each view that is work still to do."""
    views = {name: View(name, now.account, now.platform, now.intent, now.hostile) for name in COUNTED}
    return {name: sum(worklist.counts(work, person, v.query()).values()) for name, v in views.items()}


def page(work: Work, person: Person, now: View) -> list[Message]:
    """The shown page and one message more, which tells whether there is another page."""
    pages = st.session_state.setdefault(address.PAGES, [])
    query = now.query(pages[-1] if pages else None, view.PAGE + 1)
    return spot_check.page(work, person, query) if query.reread else worklist.page(work, person, query)


def show(
    found: Sequence[Message],
    around: Around,
    now: View,
    numbers: Mapping[str, int],
    rereads: int,
    company: together.Round,
) -> None:
    """The views, the filters, and the cards; or what waits to be read again, in a way of its own."""
    if now.name == view.REREAD:
        reread.head()
    else:
        with say.row(spread=True):
            _views(now, numbers)
            _filters(around, now)
        reread.strip(rereads)
        st.session_state[JUST_COUNTED] = True
        _news(now, sum(numbers.values()))
    rows = found[: view.PAGE]
    if not rows:
        _nothing(now)
        return
    opened = view.open_message(st.query_params)
    with st.container(
        height="content" if frame.compact() else HEIGHT, border=False, gap="xsmall", key="queue"
    ):
        for message in rows:
            _card(message, around, company, opened=message.id == opened, mixed=not view.VIEWS[now.name])
        _paging(rows, more=len(found) > view.PAGE)


@st.fragment(run_every=LOOK_SECONDS)
def _news(now: View, before: int) -> None:
    """What came in since the list was drawn, as a number: the list never jumps under the hand."""
    if st.session_state.pop(JUST_COUNTED, False):
        return
    try:
        with identity.looking() as (work, person):
            new = sum(counts(work, person, now).values()) - before
    except StreifeError as error:
        trouble.show(error)
        return
    if new > 0 and st.button(words.say("show-new", n=new), icon=say.icon("arrow_upward"), width="stretch"):
        st.rerun()


def _views(now: View, numbers: Mapping[str, int]) -> None:
    labels = {
        name: words.say(f"view-{name}", n=numbers[name]) if name in numbers else words.say(f"view-{name}")
        for name in view.VIEWS
        if name != view.REREAD
    }
    chosen = st.segmented_control(
        words.text("views"),
        [name for name in view.VIEWS if name != view.REREAD],
        default=now.name,
        required=True,
        label_visibility="collapsed",
        key="view",
        on_change=address.choose,
        args=["view", "view"],
        format_func=lambda name: say.coloured(labels[name], "blue") if name == now.name else labels[name],
    )
    if chosen != now.name and "view" not in st.query_params:
        address.put("view", chosen or "")


def _filters(around: Around, now: View) -> None:
    key = "filter-on" if now.filtered else "filter"
    with st.popover(words.say(key), icon=say.icon("filter_list"), type="tertiary"):
        handles = {str(a.id): f"{a.handle} · {words.label(a.platform)}" for a in around.accounts.values()}
        _filter("account", str(now.account or ""), handles)
        _filter("platform", now.platform, {p.value: words.text(words.key_of(p)) for p in Platform})
        _filter("intent", now.intent, {i.value: words.text(words.key_of(i)) for i in Intent})
        _filter("hostile", now.hostile, {h: words.text(f"hostile-{h}") for h in view.HOSTILE})
        if now.filtered:
            st.button(
                words.say("filter-clear"),
                icon=say.icon("filter_list_off"),
                type="tertiary",
                on_click=address.clear_filters,
                args=view.FILTERS,
            )


def _filter(name: str, value: str, options: Mapping[str, str]) -> None:
    labels = {"": words.text("filter-any"), **options}
    choices = list(labels)
    st.selectbox(
        words.text(f"filter-{name}"),
        choices,
        index=choices.index(value) if value in choices else 0,
        format_func=labels.__getitem__,
        key=f"filter_{name}",
        on_change=address.choose,
        args=[name, f"filter_{name}"],
    )


def _card(message: Message, around: Around, company: together.Round, *, opened: bool, mixed: bool) -> None:
    """One row; its state is said where messages of several states are `mixed`."""
    with st.container(border=True, gap="xxsmall", key=f"{'row_open' if opened else 'row'}_{message.id}"):
        with say.row(spread=True):
            with say.group():
                bulk.box(message)
                badges.intent(message)
                badges.hostility(message.hostility, 2)
            _when(message, around)
        if around.masks(message):
            covered = words.say("masked", n=len(message.text))
            say.meta(words.joined(say.icon("visibility_off"), covered, by=" "))
        else:
            stranger.text(message.text, one_line=True)
        with say.row(spread=True):
            say.meta(around.source(message))
            with say.group():
                together.mark(message, company, around.person)
                _state(message, mixed=mixed)
                if opened:
                    say.badge(words.say("opened"), "arrow_forward", "gray")
                else:
                    _open(message.id)


def _open(message_id: int) -> None:
    st.button(
        words.say("open"),
        key=f"open_{message_id}",
        type="tertiary",
        icon=say.icon("chevron_right"),
        icon_position="right",
        on_click=address.open_message,
        args=[message_id],
    )


def _state(message: Message, *, mixed: bool) -> None:
    if mixed and message.state is not State.OPEN:
        badges.of(message.state)
    elif message.state is State.OPEN and message.acknowledged_at:
        say.badge(words.say("acknowledged"), "call", "green")


def _when(message: Message, around: Around) -> None:
    sent = times.moment(message.sent_at, around.now)
    if message.state is State.OPEN and message.urgency is Urgency.TODAY:
        say.meta(words.joined(say.icon("schedule"), sent, by=" "), colour="orange")
    elif message.state is State.OPEN and message.urgency is Urgency.ACUTE:
        say.meta(words.joined(say.icon("e911_emergency"), sent, by=" "), colour="red")
    else:
        say.meta(sent)


def _paging(rows: Sequence[Message], *, more: bool) -> None:
    pages = st.session_state[address.PAGES]
    with say.row():
        if pages:
            st.button(
                words.say("to-start"), icon=say.icon("first_page"), type="tertiary", on_click=pages.clear
            )
        if more:
            st.button(
                words.say("load-more"),
                icon=say.icon("expand_more"),
                on_click=pages.append,
                args=[worklist.key(rows[-1])],
            )


def _nothing(now: View) -> None:
    if now.filtered:
        title, why = words.say("none-filtered"), words.say("none-filtered-why")
        place = say.empty("filter_list_off", "gray", title, why)
        place.button(
            words.say("filter-clear"), key="clear", on_click=address.clear_filters, args=view.FILTERS
        )
        return
    say.empty("done_all", "green", words.say(f"none-{now.name}"), words.say(f"none-{now.name}-why"))
