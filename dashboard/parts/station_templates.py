"""How the station answers: whether four eyes look first, the link templates name, and its own templates."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from casework import four_eyes, placeholders, template
from casework.errors import StreifeError
from casework.four_eyes import ApprovalRule, ReplySettings
from casework.people import Person, Station
from casework.placeholders import LANGUAGES, Placeholder
from casework.ports import Work
from casework.template import Purpose, Template, TemplateVersion, Tone, Wording
from dashboard import identity, times, words
from dashboard.parts import say, stranger, template_picker, trouble
from dashboard.parts.around import Around, around
from dashboard.parts.dialog import dialog

C = TypeVar("C", Purpose, Tone)
HEIGHT = 160
TONE_ICON = {Tone.WARM: "favorite", Tone.FORMAL: "gavel"}


@dataclass(frozen=True, slots=True)
class Kept:
    """What the section shows; wordings by template, the newest first."""

    settings: ReplySettings
    templates: Sequence[Template]
    wordings: dict[int, list[TemplateVersion]]
    around: Around


def show(station: Station, _person: Person) -> None:
    """The whole section, for whoever answers for how the station replies."""
    try:
        with identity.looking() as (work, person):
            kept = _read(work, person, station)
    except StreifeError as error:
        trouble.show(error)
        return
    _settings(station, kept)
    with say.row(spread=True):
        say.heading(words.say("station-templates"), words.number(len(kept.templates)))
        if st.button(words.say("template-new"), key="template_new", icon=say.icon("add"), type="primary"):
            edit(station, None)
    if not kept.templates:
        say.empty("description", "blue", words.say("templates-none"), words.say("templates-none-why"))
    for one in kept.templates:
        _card(station, one, kept)


def edit(station: Station, old: Template | None) -> None:
    """A new template of the station, or other words for one."""

    @dialog(words.text("template-edit"), icon=say.icon("description"), width="medium")
    def form() -> None:
        told = _fields(old)
        _preview(told, station)
        pressed = st.button(words.say("template-send"), type="primary", key="send_template")
        if pressed and trouble.attempt(lambda work, person: _keep(work, person, station, old, told)):
            st.rerun()

    form()


def _read(work: Work, person: Person, station: Station) -> Kept:
    templates = template.kept(work, station.id)
    found = template.versions(work, [one.id for one in templates])
    wordings: dict[int, list[TemplateVersion]] = {}
    for version in reversed(found):
        wordings.setdefault(version.template_id, []).append(version)
    settings = four_eyes.settings_of(work, station.id)
    near = around(work, person, (), {version.written_by for version in found} | {settings.changed_by})
    return Kept(settings, templates, wordings, near)


def _settings(station: Station, kept: Kept) -> None:
    say.heading(words.say("station-replies"))
    rules, now = list(ApprovalRule), kept.settings
    left, right = st.columns([3, 2], gap="medium", vertical_alignment="bottom")
    rule: ApprovalRule = left.selectbox(
        words.text("form-approval-rule"),
        rules,
        index=rules.index(now.rule),
        format_func=words.label,
        key=f"approval_rule_{station.id}",
    )
    link = right.text_input(
        words.text("form-link"),
        value=now.link,
        max_chars=four_eyes.LONGEST_LINK,
        placeholder="https://",
        key=f"reply_link_{station.id}",
    )
    say.meta(words.say("approval-rule-why"), stretch=True)
    if now.changed_at:
        who, when = kept.around.name(now.changed_by), times.moment(now.changed_at, kept.around.now)
        say.meta(words.say("set-by", who=who, when=when))
    asked = (rule, (link or "").strip())
    same = asked == (now.rule, now.link)
    if st.button(words.say("reply-settings-send"), key="send_reply_settings", disabled=same):
        _set(station, *asked)


def _set(station: Station, rule: ApprovalRule, link: str) -> None:
    if trouble.attempt(lambda work, who: four_eyes.change_settings(work, who, station.id, rule, link)):
        st.rerun()


def _card(station: Station, one: Template, kept: Kept) -> None:
    with st.container(border=True, gap="xsmall", key=f"template_{one.id}"):
        with say.row(spread=True):
            with say.group():
                stranger.name(one.title)
                say.badge(words.label(one.purpose), "description", "blue")
                say.badge(words.label(one.tone), TONE_ICON[one.tone], "gray")
                say.badge(words.say(f"lang-{one.lang}"), "translate", "gray")
            with say.group():
                _acts(station, one)
        stranger.text(one.text)
        who, when = kept.around.name(one.written_by), times.moment(one.written_at, kept.around.now)
        say.meta(words.say("template-version", n=one.version, who=who, when=when))
        before = kept.wordings.get(one.id, [])[1:]
        if before:
            with st.expander(words.say("template-before", n=len(before)), icon=say.icon("history")):
                for version in before:
                    _wording(version, kept.around)


def _acts(station: Station, one: Template) -> None:
    if st.button(words.say("template-change"), key=f"template_edit_{one.id}", icon=say.icon("edit")):
        edit(station, one)
    template_picker.retiring(one)


def _wording(version: TemplateVersion, near: Around) -> None:
    when = times.moment(version.written_at, near.now)
    say.meta(words.say("template-version", n=version.version, who=near.name(version.written_by), when=when))
    stranger.name(version.title)
    stranger.text(version.text)


def _fields(old: Template | None) -> Wording:
    """Keyed by template, so that what was typed for one never shows up in another."""
    which = old.id if old else 0
    title = st.text_input(
        words.text("form-template-title"),
        value=old.title if old else "",
        max_chars=template.LONGEST_TITLE,
        key=f"template_title_{which}",
    )
    left, middle, right = st.columns(3)
    with left:
        purpose = _choice("form-purpose", which, list(Purpose), old.purpose if old else Purpose.THANKS)
    with middle:
        tone = _choice("form-tone", which, list(Tone), old.tone if old else Tone.WARM)
    lang = right.selectbox(
        words.text("form-template-language"),
        LANGUAGES,
        index=LANGUAGES.index(old.lang) if old else 0,
        format_func=lambda one: words.text(f"lang-{one}"),
        key=f"template_lang_{which}",
    )
    text = st.text_area(
        words.text("form-template-text"),
        value=old.text if old else "",
        height=HEIGHT,
        max_chars=template.LONGEST_WORDING,
        key=f"template_text_{which}",
    )
    return Wording(purpose, tone, lang, title or "", text or "")


def _choice(key: str, which: int, options: list[C], first: C) -> C:
    return st.selectbox(
        words.text(key),
        options,
        index=options.index(first),
        format_func=words.label,
        key=f"template_{key}_{which}",
    )


def _preview(told: Wording, station: Station) -> None:
    """Which placeholders there are, what nobody knows, and how the words will read."""
    names = (
        words.say(f"placeholder-{one.value}", name=f"{{{name}}}")
        for one, name in placeholders.NAMES[told.lang].items()
    )
    say.meta(words.joined(words.say("placeholders"), words.joined(*names), by=" "), stretch=True)
    if strange := placeholders.unknown(told.text):
        said = words.say("placeholder-unknown", name=f"{{{strange[0]}}}")
        say.meta(words.joined(say.icon("block"), said, by=" "), colour="red", stretch=True)
    elif told.text.strip():
        facts = {
            Placeholder.OFFICER: words.text("sample-officer"),
            Placeholder.STATION: station.name,
            Placeholder.CITIZEN: words.text("sample-citizen"),
            Placeholder.EMERGENCY: placeholders.emergency_number(station.land),
        }
        say.meta(words.say("template-reads"))
        with st.container(border=True):
            stranger.text(placeholders.fill(told.text, facts))


def _keep(work: Work, person: Person, station: Station, old: Template | None, told: Wording) -> object:
    if old is None:
        return template.write(work, person, station.id, told, own=False)
    return template.rewrite(work, person, old.id, told, old.revision)
