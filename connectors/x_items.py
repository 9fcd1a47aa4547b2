"""Takes X's answers apart: single items with what belongs to each, and what X calls wrong."""

import logging

from casework.errors import Transient
from connectors.answers import at, listed, needed_list, shown, words
from connectors.x_vocabulary import HISTORY, INCLUDED, REFERENCES

log = logging.getLogger(__name__)
NOT_FOUND = "resource-not-found"
POST_TYPES = ("tweet", "post")


def items(answer: object) -> list[object]:
    """Each post or event with what belongs to it alone, in the form of X's answer about a single one.

    Raises Transient where X tells nothing but problems, SchemaChanged where it tells neither.
    """
    problems = listed(answer, "errors")
    if at(answer, "data") is None and isinstance(at(answer, "meta", "result_count"), int):
        return []
    if at(answer, "data") is None and problems:
        raise Transient(f"x: {problem(answer)}; the next poll tries again")
    if problems:
        log.warning("x: %d problems beside the items, the first: %s", len(problems), problem(answer))
    return [single(one, answer) for one in needed_list(answer, "data")]


def single(one: object, answer: object) -> object:
    """One item of an answer with those included things that it names."""
    named = {words(one, "author_id"), words(one, "sender_id"), *_texts(one, "attachments", "media_keys")}
    named.update(history(one))
    included = {
        kind: [it for it in listed(answer, "includes", kind) if key(it) in named] for kind in INCLUDED
    }
    found = {kind: things for kind, things in included.items() if things}
    return {"data": one, "includes": found} if found else {"data": one}


def newest(one: object, answer: object) -> object | None:
    """The last wording of an edited post, None where X does not tell it."""
    last = (history(one) or [words(one, "id")])[-1]
    told = (one, *listed(answer, "includes", "tweets"), *listed(answer, "includes", "posts"))
    return next((wording for wording in told if words(wording, "id") == last), None)


def gone(answer: object) -> set[str]:
    """The ids of posts that X says do not exist; those it merely does not show are not among them."""
    return {
        words(told, "resource_id") or words(told, "value")
        for told in listed(answer, "errors")
        if words(told, "type").endswith(f"/{NOT_FOUND}")
        and words(told, "resource_type") in POST_TYPES
        and words(told, "title") != "Forbidden"
        and "suspended" not in words(told, "detail")
    }


def problem(answer: object) -> str:
    """What X calls wrong, as one printable line."""
    for said in (answer, *listed(answer, "errors")):
        if told := words(said, "detail") or words(said, "message") or words(said, "title"):
            return shown(told)
    return shown(answer) if isinstance(answer, dict | list) else "no JSON"


def history(one: object) -> list[str]:
    """The ids of all wordings of a post, the first one first; empty where X does not tell."""
    ids = next(filter(None, (_texts(one, name) for name in HISTORY)), [])
    return ids if words(one, "id") in ids else []


def native_id(one: object) -> str:
    """An edit gives a post a new id; the first one stays its name."""
    return next(iter(history(one)), words(one, "id"))


def refers(one: object, how: str) -> str:
    """The id of the post that this one is `replied_to`, `quoted` or `retweeted` of, or ""."""
    told = (reference for name in REFERENCES for reference in listed(one, name))
    return next((words(reference, "id") for reference in told if words(reference, "type") == how), "")


def key(thing: object) -> str:
    """What names a thing among the included."""
    return words(thing, "id") or words(thing, "media_key")


def number(thing: object, *path: str) -> int | None:
    """The whole number at the end of the path, or None."""
    found = at(thing, *path)
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def _texts(thing: object, *path: str) -> list[str]:
    return [one for one in listed(thing, *path) if isinstance(one, str) and one]
