"""The catalogues: complete in each language, nothing idle, every word of the casework named."""

import ast
import re
from functools import cache
from pathlib import Path
from textwrap import wrap

import pytest
from babel import Locale
from fluent.syntax import ast as ftl
from fluent.syntax import parse
from fluent.syntax.serializer import FluentSerializer
from fluent.syntax.visitor import Visitor

from casework import happened
from casework.answering import ReplyState
from casework.application import Capacity, Ending, Manner
from casework.assessment import SAME_DAY_HOSTILITY
from casework.bulk import Spared
from casework.drift import Aspect, Level
from casework.elements import ElementFinding
from casework.exposure import Telling
from casework.four_eyes import ApprovalRule
from casework.labels import GROUPS, Hostility, Intent, Kind, Platform, Target, Urgency
from casework.ledger import Heard
from casework.message import State
from casework.outcome import ProsecutionState
from casework.placeholders import LANGUAGES, Placeholder
from casework.proposal import Source
from casework.recall import Ground
from casework.recall_letter import RecallKind
from casework.record import CaseState, Choice, HandoverState, NoticeKind, Outcome, PersonRole
from casework.spot_check import Miss
from casework.template import Purpose, Tone
from casework.transmission import Way
from classifier.safety_net import rules
from dashboard import doors, view, words
from dashboard.hearing import Hearing
from dashboard.parts import (
    account_names,
    audit_detail,
    audit_names,
    audit_table,
    badges,
    case_form,
    case_timeline,
    handover_cards,
    quick,
)
from dashboard.parts.judgement_fairness import LINE, LONGEST_NAME
from dashboard.sums import Sort
from streife import shell
from streife.letters import NUMBERS

DASHBOARD = Path(words.__file__).parent
ENUMS = (
    *(Intent, Hostility, Target, Urgency, Platform, Kind, State, HandoverState),
    *(Outcome, CaseState, PersonRole, Hearing, Miss, Aspect, Level, Heard),
    *(ReplyState, ApprovalRule, Purpose, Tone, Telling),
    *(ProsecutionState, RecallKind, Way, Ground),
    *(Capacity, Manner, Ending, ElementFinding),
)
ENDINGS = ("-send", "-why", "-sub", "-first", "-longest", "-as")
FAMILIES = {
    "door": [d.name for d in doors.DOORS],
    "hint": case_form.HINTS,
    "reason": quick.REASONS,
    "back": handover_cards.REASONS,
    "did": [c.value for c in Choice],
    "gap": [h.value for h in Heard if h is not Heard.KNOWN],
    "stream": account_names.STREAM_NAMES,
    "sort": [s.value for s in Sort],
    "view": view.VIEWS,
    "hostile": view.HOSTILE,
    "about": [*Intent, *Hostility],
    "urgent": ["unsure", *(i.value for i in Intent), *(h.value for h in SAME_DAY_HOSTILITY)],
    "met": [*(c.value for c in Choice), *happened.OTHER],
    "spared": [s.value.replace("_", "-") for s in Spared],
    "group": [group.replace(" ", "-") for group in GROUPS],
    "act": [act.replace("_", "-") for act in audit_table.ACTS],
    "fact": [fact.replace("_", "-") for fact in audit_detail.FACTS],
    "noted": audit_detail.NOTED,
    "subject": [*audit_names.KINDS, *(f"all-{name}" for name in audit_names.WHOLE)],
    "source": [s.value for s in Source if s is not Source.SHIPPED],
    "lang": LANGUAGES,
    "rule": [rule.name.replace("_", "-") for rule in rules()],
    "placeholder": Placeholder,
    "notice": [*(k.value.replace("_", "-") for k in NoticeKind), *NUMBERS],
    "tell": [o.value.replace("_", "-") for o in Outcome],
    "station": ["beats", "post"],
    "mine-result": [s.value.replace("_", "-") for s in ProsecutionState],
    "log": [act.replace("_", "-") for act in case_timeline.ICONS],
}


HOUSE = Path(shell.__file__).parent / "words"
ROOMS = (words.CATALOGUES, HOUSE)
# Words that are the same in English, in one language or in all; everything else was forgotten.
SAME = {
    "de": {"hostility-doxxing", "intent-spam", "median", "target-person", "urgency-routine", "mine-name"},
    "sv": {
        "view-tips",
        "results-columns",
        "hostility-symbol",
        "blind-stories",
        "date-pattern-full",
        "stamp-pattern",
        "median",
    }
    | {"target-person", "personrole-person", "streamlit-format", "key-ctrl-enter", "filter-period"}
    | {"streamlit-ctrl-enter", "streamlit-day-empty"}
    | {"door-station", "mine-station", "side-station", "source-station", "station-which", "results-columns"},
    "nl": {
        "door-accounts",
        "results-columns",
        "view-open",
        "view-tips",
        "filter-account",
        "intent-tip",
        "intent-spam",
    }
    | {"urgency-routine", "state-open", "casestate-open", "judge-model", "date-pattern-full", "fact-model"}
    | {
        "streamlit-menu",
        "streamlit-ctrl-enter",
        "streamlit-shift-x",
        "streamlit-day-empty",
        "key-ctrl-enter",
        "key-shift-x",
        "notice-waiting",
        "post",
        "purpose-tip",
        "station-post",
        "results-columns",
    },
}
SAME_IN_ALL = {"door-triage", "span-minutes", "filter", "attachment-video", "drift-index", "streamlit-logo"}
SAME_IN_ALL |= {"key-enter", "sample-citizen", "sample-officer", "streamlit-month-empty"}
OWN_ARTICLES = {"sv": " the ", "nl": " the ", "de": " the ", "en": " der "}


@cache
def catalogue(language: str, room: Path = words.CATALOGUES) -> dict[str, ftl.Message]:
    resource = parse((room / f"{language}.ftl").read_text(encoding="utf-8"))
    assert not [e for e in resource.body if isinstance(e, ftl.Junk)]
    messages = [e for e in resource.body if isinstance(e, ftl.Message)]
    found = {e.id.name: e for e in messages}
    assert [e.id.name for e in messages if found[e.id.name] is not e] == [], "stands twice"
    return found


def variables(message: ftl.Message) -> set[str]:
    return set(re.findall(r"\$(\w+)", FluentSerializer().serialize_entry(message)))


def strings() -> set[str]:
    """Every text constant in the dashboard's code."""
    found = set()
    for path in DASHBOARD.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    return found


def plain(message: ftl.Message) -> str:
    """The message's words without what is put into them."""
    return re.sub(r"\{[^{}]*\}", "", FluentSerializer().serialize_entry(message).split("=", 1)[1]).strip()


def branches(message: ftl.Message) -> set[frozenset[str]]:
    """For each choice by number, which numbers and plural forms have words of their own."""
    found = set()

    class Look(Visitor):
        def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802 - Fluent's name
            found.add(
                frozenset(
                    str(v.key.name if isinstance(v.key, ftl.Identifier) else v.key.value)
                    for v in node.variants
                )
            )
            self.generic_visit(node)

    Look().visit(message)
    return found


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.parent.name)
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_language_has_the_same_keys_and_arguments(language, room):
    german, other = catalogue("de", room), catalogue(language, room)
    assert set(german) == set(other)
    assert [k for k in german if variables(german[k]) != variables(other[k])] == []


def copies(language: str) -> set[str]:
    """The keys whose words are those of the English catalogue."""
    found = set()
    for room in ROOMS:
        english, other = catalogue("en", room), catalogue(language, room)
        same = {k for k in english if plain(english[k]) == plain(other[k])}
        found |= {k for k in same if re.search(r"\w{2}", plain(english[k])) and not k.startswith("platform-")}
    return found


@pytest.mark.parametrize("language", SAME)
def test_nothing_is_left_in_english(language):
    assert copies(language) == SAME[language] | SAME_IN_ALL


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.parent.name)
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_no_sentence_is_in_another_language(language, room):
    foreign = {k for k, m in catalogue(language, room).items() if OWN_ARTICLES[language] in f" {plain(m)} "}
    assert foreign == set()


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.parent.name)
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_plural_forms_are_those_of_the_language(language, room):
    forms = {"zero", "one", "two", "few", "many", "other"}
    wanted = {*Locale.parse(language).plural_form.tags, "other"}
    for key, message in catalogue(language, room).items():
        for named in branches(message):
            told = {one for one in named if one in forms}
            assert told <= wanted, key
            assert "other" in told, key
            assert "one" in told or any(one.isdigit() for one in named), key


def test_the_names_of_groups_fit_beside_their_chart():
    for language in words.LANGUAGES:
        names = {k: plain(m) for k, m in catalogue(language).items() if k.startswith("group-")}
        assert {k for k, name in names.items() if len(name) > LONGEST_NAME} == set(), language
        assert {k for k, name in names.items() if len(wrap(name, LINE)) > 2} == set(), language


@pytest.mark.parametrize("kind", ENUMS)
def test_every_word_of_the_casework_is_named(kind):
    missing = [one for one in kind if words.key_of(one) not in catalogue("de")]
    assert missing == []


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_of_keys_is_whole(family):
    missing = [one for one in FAMILIES[family] if f"{family}-{one}" not in catalogue("de")]
    assert missing == []


def test_no_word_is_idle():
    used = strings()
    built = {words.key_of(one) for kind in ENUMS for one in kind}
    families = {f"{family}-{one}" for family, ones in FAMILIES.items() for one in ones}
    prefixes = tuple(s for s in used if re.fullmatch(r"[a-z]+(-[a-z]+)*-", s))
    idle = [
        key
        for key in catalogue("de")
        if key not in used | built | families and not key.startswith(prefixes) and not key.endswith(ENDINGS)
    ]
    assert idle == []


def test_no_key_is_asked_for_in_vain():
    asked = set()
    for path in DASHBOARD.rglob("*.py"):
        code = path.read_text(encoding="utf-8")
        asked |= set(re.findall(r'words\.(?:say|text)\(\s*"([a-z0-9-]+)"', code))
    assert asked - set(catalogue("de")) == set()


def test_every_intent_and_hostility_has_its_icon():
    assert set(badges.INTENT_ICON) == set(Intent)
    assert set(badges.HOSTILITY_ICON) == set(Hostility)
    assert set(case_form.LIKELY_HINTS) == set(Hostility)


def test_what_is_put_into_words_is_made_inert():
    said = words.say("why-to-you", who="**![x](http://e.example)**")
    assert not re.search(r"[*!\[\]()/]", said)


def test_nothing_short_of_certain_is_called_100_percent(monkeypatch):
    monkeypatch.setattr(words, "language", lambda: "de")
    told = [words.percent(share) for share in (0.996, 1.0, 0.0, 0.12)]
    assert [percent.replace("\N{NO-BREAK SPACE}", " ") for percent in told] == [
        "99 %",
        "100 %",
        "0 %",
        "12 %",
    ]


def test_a_land_has_a_name_in_place_of_its_code(monkeypatch):
    monkeypatch.setattr(words, "language", lambda: "sv")
    assert [words.land(code) for code in ("DE-NI", "SE", "XX-1")] == ["Niedersachsen", "Sverige", "XX-1"]


def test_every_act_that_is_written_into_the_log_has_a_name():
    files = [path for room in ("casework", "streife", "data") for path in Path(room).rglob("*.py")]
    calls = [n for path in files for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Call)]
    names = [c.args[1] for c in calls if ast.unparse(c.func).endswith(".record") and len(c.args) > 2]
    acts = {name.value for name in names if isinstance(name, ast.Constant)}
    assert len(acts) > 60
    assert acts <= set(audit_table.ACTS)
