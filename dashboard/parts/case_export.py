"""Lead a case out of the house: for whom, which messages, and then a package that a stranger can verify."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from casework import binding, redaction, selection
from casework.account import Account
from casework.errors import StreifeError
from casework.message import Message
from casework.people import Officer, Person, Station
from casework.ports import Work
from casework.record import Case
from casework.selection import Group
from dashboard import identity, times, words
from dashboard.inert import visible
from dashboard.parts import case_blackening, recipient_form, say, trouble
from dashboard.parts.dialog import dialog
from dashboard.words import Words
from streife import wiring
from streife.dispatch import STEPS, Order

LONGEST_NAME = 40
MESSAGE = ".xjustiz.xml"
ZIPPING = 10  # of the steps: what follows when the package is written


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to choose from: the case's messages in groups, and each one's name in a list.

    `near` can still be read and is like a word that is blackened.
    """

    land: str
    groups: list[Group]
    names: Mapping[int, str]
    near: list[str]


def show(case: Case) -> None:
    """The button; what is packed is asked first."""
    if st.button(words.say("export"), icon=say.icon("ios_share"), type="primary", key="export"):
        _offer(case)


def _offer(case: Case) -> None:
    @dialog(words.text("export"), icon=say.icon("ios_share"), width="medium", on_dismiss="rerun")
    def form() -> None:
        asking, packing = st.empty(), st.container()
        try:
            with asking.container():
                order = _asked(case)
            if order is not None:
                asking.empty()
                with packing:
                    _packed(case, order)
        except StreifeError as error:
            trouble.show(error)

    form()


def _asked(case: Case) -> Order | None:
    """The order once it was sent."""
    say.meta(words.say("export-why"), stretch=True)
    offer = _read(case)
    asked = recipient_form.ask(offer.land, "export", draft=True)
    only = _picked(offer)
    case_blackening.show_near(offer.near)
    if not st.button(words.say("export-pack"), icon=say.icon("package_2"), type="primary", key="export_pack"):
        return None
    return Order(asked.destination(), only)


def _packed(case: Case, order: Order) -> None:
    """Make it before the reader's eyes, and let it be saved."""
    bar = st.progress(0.0, words.text("export-packing"))
    with TemporaryDirectory() as folder:
        exported = wiring.exporting().one(
            case.id, Path(folder), whoever_is_here, order, hears(bar.progress, STEPS + ZIPPING)
        )
        packed = wiring.zipped(exported.path).read_bytes()
        beside = exported.path.with_name(f"{exported.path.name}{MESSAGE}").read_bytes()
    bar.empty()
    said = words.joined(say.icon("check_circle"), words.say("export-done"), by=" ")
    say.line(say.coloured(said, "green"), stretch=True)
    say.line(words.say("fingerprint"), stretch=True)
    st.code(exported.fingerprint, language=None, wrap_lines=True)
    st.download_button(
        words.say("export-save"),
        packed,
        f"{exported.path.name}.zip",
        "application/zip",
        icon=say.icon("download"),
        type="primary",
        on_click="ignore",
    )
    st.download_button(
        words.say("export-save-message"),
        beside,
        f"{exported.path.name}{MESSAGE}",
        "application/xml",
        icon=say.icon("mail"),
        on_click="ignore",
    )
    for lack in dict.fromkeys(note.lack for note in exported.notes):
        told = words.joined(say.icon("warning"), words.say(f"seal-{lack.value}"), by=" ")
        say.line(say.coloured(told, "orange"), stretch=True)
    say.meta(words.say("export-note-handing"), stretch=True)


def hears(show_share: Callable[[float, str], object], of: int = 0) -> Callable[[int, int], None]:
    """Shows how far it is; `of` where more steps follow than the exporter knows of."""

    def heard(done: int, total: int) -> None:
        show_share(min(1.0, done / max(of, total, 1)), words.text("export-packing"))

    return heard


def whoever_is_here(_: Work) -> Person:
    """The person signed in; raises SignedOut."""
    return identity.present()


def _read(case: Case) -> Offer:
    with identity.looking() as (work, person):
        items = binding.items(work, case_id=case.id)
        near = redaction.near(work, person, case.id)
        messages = {m.id: m for m in work.find(Message, id=[i.message_id for i in items])}
        accounts = work.find(Account, id=sorted({m.account_id for m in messages.values()}))
        names = {o.id: o.name for o in work.find(Officer, id=sorted({a.officer_id for a in accounts}))}
        owners = {a.id: names[a.officer_id] for a in accounts}
        land, now = work.get(Station, case.station_id).land, work.now
    listed = {
        item.message_id: f"{n}: {_author(messages[item.message_id])}, "
        f"{times.moment(messages[item.message_id].sent_at, now)}"
        for n, item in enumerate(items, start=1)
    }
    return Offer(land, selection.grouped(case, items, messages, owners), listed, near)


def _author(message: Message) -> str:
    return visible((message.author.name or message.author.handle).replace("\n", " "))[:LONGEST_NAME]


def _picked(offer: Offer) -> list[int] | None:
    """The picked messages, None for all: by group, and single ones left out."""
    if len(offer.names) < 2:
        return None
    say.line(say.strong(words.say("export-which")))
    kept: list[int] = []
    for number, group in enumerate(offer.groups):
        named = _group(group)
        alone = len(offer.groups) == 1
        if alone or st.checkbox(named, value=True, key=f"export_group_{number}"):
            kept += group.message_ids
        if alone:
            say.meta(named)
    out = st.multiselect(
        words.text("export-leave-out"),
        kept,
        format_func=lambda one: offer.names[one],
        placeholder=words.text("export-leave-out-none"),
        key="export_out",
    )
    left = [one for one in kept if one not in out]
    if len(left) < len(offer.names):
        say.meta(words.say("export-some", n=len(left), all=len(offer.names)), colour="orange", stretch=True)
    return None if len(left) == len(offer.names) else left


def _group(group: Group) -> Words:
    sections = ", ".join(f"§ {hint}" for hint in group.hints)
    named = words.quoted(sections) if sections else words.say("export-no-hint")
    return words.joined(named, words.quoted(group.person), words.say("n-messages", n=len(group.message_ids)))
