"""Templates in the form of an answer: what fits first, filled from facts, and never over what was written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from casework import placeholders, proposal, template
from casework.account import Account
from casework.assessment import Assessment
from casework.message import Message
from casework.people import Person
from casework.placeholders import LANGUAGES, Placeholder
from casework.ports import Work
from casework.proposal import Offer, Source
from casework.template import Purpose, Template, Tone, Wording
from dashboard import words
from dashboard.parts import missing, say, stranger, trouble

AT_HAND = 3
SHORT = 34
SOURCE_ICON = {Source.OWN: "person", Source.STATION: "home_work", Source.SHIPPED: "description"}


@dataclass(frozen=True, slots=True)
class Kit:
    """What there is to choose from for one message, in one language, the likeliest first."""

    message_id: int
    station_id: int
    lang: str
    offers: Sequence[Offer]
    facts: Mapping[Placeholder, str]
    own: Sequence[Template]

    def at_hand(self) -> list[Offer]:
        """The first of each of the likeliest purposes; one's own each for itself."""
        first: dict[object, Offer] = {}
        for offer in self.offers:
            shipped = offer.source is Source.SHIPPED
            first.setdefault(offer.wording.purpose if shipped else offer.key, offer)
        return list(first.values())[:AT_HAND]

    def filled(self, offer: Offer) -> str:
        """The words as they would stand in the answer."""
        return placeholders.fill(offer.wording.text, self.facts)


def read(work: Work, person: Person, account: Account, message: Message) -> Kit:
    """The templates for this message, in the language that was chosen or else that of the message."""
    judged = work.find(Assessment, message_id=message.id)
    proposed = proposal.language_of(message, judged[-1].verdict.language if judged else "")
    lang = st.session_state.get(_key("lang", message.id)) or proposed
    own = template.kept(work, account.station_id, person.id)
    offers = proposal.offers(work, person, account, message, lang)
    facts = proposal.facts(work, account, message)
    return Kit(message.id, account.station_id, lang, offers, facts, own)


def show(kit: Kit, text_key: str) -> None:
    """The likeliest at hand, all in a list, and the language; choosing puts the words into the form."""
    with say.row(gap="xsmall"):
        for number, offer in enumerate(kit.at_hand()):
            st.button(
                words.quoted(_short(offer.wording.title)),
                key=f"offer_{number}_{kit.message_id}",
                icon=say.icon(SOURCE_ICON[offer.source]),
                on_click=_insert,
                args=[text_key, kit.filled(offer)],
            )
    chosen, language = st.columns([3, 1])
    with chosen:
        _all(kit, text_key)
    language.selectbox(
        words.text("form-template-language"),
        LANGUAGES,
        index=LANGUAGES.index(kit.lang),
        format_func=lambda one: words.text(f"lang-{one}"),
        key=_key("lang", kit.message_id),
        label_visibility="collapsed",
    )


def keep(kit: Kit, text: str) -> None:
    """A template of one's own from what stands in the form, and those one has; facts become placeholders."""
    with st.popover(words.say("own-templates"), icon=say.icon("bookmark"), type="tertiary"):
        title = st.text_input(
            words.text("form-template-title"),
            max_chars=template.LONGEST_TITLE,
            key=_key("own_title", kit.message_id),
        )
        purpose = st.selectbox(
            words.text("form-purpose"),
            list(Purpose),
            index=None,
            format_func=words.label,
            placeholder=words.text("form-choose"),
            key=_key("own_purpose", kit.message_id),
        )
        say.meta(words.say("own-template-why"), stretch=True)
        if st.button(words.say("own-template-send"), key=_key("own_keep", kit.message_id)):
            _keep(kit, title or "", purpose, text)
        for one in kit.own:
            _own(one)


def _keep(kit: Kit, title: str, purpose: Purpose | None, text: str) -> None:
    needed = {"form-template-title": title, "form-purpose": purpose, "form-answer": text}
    if missing.told(needed) or purpose is None:
        return
    bare = placeholders.unfill(text, kit.facts, kit.lang)
    wording = Wording(purpose, Tone.WARM, kit.lang, title, bare)
    if trouble.attempt(lambda work, who: template.write(work, who, kit.station_id, wording, own=True)):
        said = words.joined(say.icon("check_circle"), words.say("own-template-kept"), by=" ")
        say.meta(said, colour="green")


def _own(one: Template) -> None:
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        stranger.name(one.title)
        retiring(one)


def retiring(one: Template) -> None:
    """The button that takes a template out of use, one's own or the station's."""
    st.button(
        words.say("retire"),
        key=f"template_retire_{one.id}",
        icon=say.icon("archive"),
        type="tertiary",
        on_click=_retire,
        args=[one.id],
    )


def _retire(template_id: int) -> None:
    trouble.attempt(lambda work, person: template.retire(work, person, template_id))


def _all(kit: Kit, text_key: str) -> None:
    named = {offer.key: offer for offer in kit.offers}
    pick = _key("pick", kit.message_id)
    st.selectbox(
        words.text("form-template"),
        list(named),
        index=None,
        format_func=lambda key: _called(named[key]),
        placeholder=words.text("form-template-choose", n=len(named)),
        key=pick,
        label_visibility="collapsed",
        on_change=_take,
        args=[pick, text_key, {key: kit.filled(offer) for key, offer in named.items()}],
    )


def _called(offer: Offer) -> str:
    wording = offer.wording
    mark = wording.tone if offer.source is Source.SHIPPED else offer.source
    return f"{words.text(words.key_of(wording.purpose))}: {wording.title} ({words.text(words.key_of(mark))})"


def _take(pick: str, text_key: str, filled: Mapping[str, str]) -> None:
    chosen = str(st.session_state.get(pick) or "")
    st.session_state[pick] = None
    if chosen in filled:
        _insert(text_key, filled[chosen])


def _insert(text_key: str, filled: str) -> None:
    """Instead of the template before, and beneath what somebody wrote: nothing of that is lost."""
    written, before = str(st.session_state.get(text_key) or "").strip(), f"inserted_{text_key}"
    replaced = written in ("", st.session_state.get(before))
    st.session_state[text_key] = filled if replaced else f"{written}\n\n{filled}"
    st.session_state[before] = filled


def _short(title: str) -> str:
    return title if len(title) <= SHORT else f"{title[: SHORT - 1].rstrip()}…"


def _key(name: str, message_id: int) -> str:
    return f"template_{name}_{message_id}"
