"""The dashboard's door: who is here, which pages open, and what to say where one does not."""

from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from casework import emergencies, reading
from casework.errors import StreifeError
from casework.people import Person
from dashboard import doors, identity, words
from dashboard.doors import DESK, DOORS, Door
from dashboard.parts import acute_signal, frame, say, scripts, trouble

HERE = Path(__file__).parent
SIGN_IN = "/anmelden"


def main() -> None:
    """Draw the page that was asked for, if it opens for whoever asks."""
    st.session_state[words.STATE] = words.language()
    dark = st.context.theme.type == "dark"
    st.set_page_config(
        page_title=acute_signal.title(),
        page_icon=HERE / "static" / "favicon.svg",
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    st.logo(str(HERE / "static" / f"streife-{'dark' if dark else 'light'}.svg"), size="medium")
    st.html(HERE / "static" / "house.css")  # noqa: TID251 - our own stylesheet; no words pass here
    try:
        person = identity.here()
    except StreifeError as error:
        trouble.show(error)
        return
    if person is None:
        _signed_out()
    else:
        _signed_in(person)
        scripts.put()


def _signed_out() -> None:
    """The pages stay known, so that an address that was right is not called wrong."""
    st.navigation([_page(door, visible=False) for door in DOORS], position="hidden")
    place = say.empty("lock", "blue", words.say("signed-out"), words.say("signed-out-why"))
    place.link_button(words.say("sign-in"), SIGN_IN, type="primary", icon=say.icon("login"))


def _signed_in(person: Person) -> None:
    called = _called(person)
    pages = {
        door: _page(door, visible=door.listed and doors.may_open(person, door, called=called))
        for door in DOORS
    }
    step = st.Page(_begin, title="Streife", default=True, visibility="hidden")
    chosen = st.navigation([step, *pages.values()], position="top")
    if chosen == step:
        _onward(person, pages[doors.first(person)])
        return
    door = next(door for door, one in pages.items() if one == chosen)
    if not doors.may_open(person, door, called=called):
        _refuse(door)
        return
    try:
        chosen.run()
    except StreifeError as error:
        trouble.show(error)


def _called(person: Person) -> bool:
    """Whether whoever has no desk of his own was called to an emergency, and so needs one."""
    if person.stations(*DESK):
        return False
    with identity.looking() as (work, _):
        return emergencies.called(work, person)


def _begin() -> None:
    """The doorstep: nobody stays here, so that each page has one address only."""


def _onward(person: Person, first: "st.Page") -> None:
    """On to the first page; who asked for one that does not exist is told so, and goes there by hand.

    To go on at once would drop what Streamlit says of it.
    """
    if not urlsplit(st.context.url or "").path.strip("/"):
        st.switch_page(first, query_params=dict(st.query_params))
    frame.head(words.say("page-unknown"), person, status=False)
    say.paragraph(words.say("page-unknown-why"))
    st.page_link(first)


def _page(door: Door, *, visible: bool) -> "st.Page":
    return st.Page(
        HERE / "app_pages" / f"{door.name}.py",
        title=words.text(f"door-{door.name}"),
        icon=say.icon(door.icon),
        url_path=door.path,
        visibility="visible" if visible else "hidden",
    )


def _refuse(door: Door) -> None:
    if st.session_state.get("refused_door") != door.name:
        st.session_state["refused_door"] = door.name
        with identity.at_work() as (work, person):
            reading.refused(work, person, door.act, f"page:{door.name}")
    say.empty("lock", "orange", words.say("page-refused"), words.say("page-refused-why"))


main()
