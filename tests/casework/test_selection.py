"""Picking and grouping a case's messages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework import selection
from casework.errors import Refused
from casework.labels import Hostility, Kind, Target
from casework.message import Message
from casework.record import Case, CaseItem, PersonRole
from tests.builders import NOON, an_author

CASE = Case("W-1", "Hetze", 1, "Kira Ahlers", PersonRole.OFFICER, 1, NOON, ("185", "130"), id=1)
OWNERS = {1: "Kira Ahlers", 2: "Jens Wolter"}


def a_bound(number, *hostility, account=1, target=Target.OFFICER):
    named = {"hostility": hostility, "target": target, "id": number}
    message = Message(account, str(number), Kind.POST, an_author(), "x", NOON, NOON, **named)
    return message, CaseItem(1, number, 1, "ab", 1, NOON)


def grouped(*bound):
    messages = {message.id: message for message, _ in bound}
    return selection.grouped(CASE, [item for _, item in bound], messages, OWNERS)


def test_messages_are_grouped_by_section_and_entitled_person():
    found = grouped(
        a_bound(1, Hostility.INSULT),
        a_bound(2, Hostility.INSULT),
        a_bound(3, Hostility.INSULT, account=2),
        a_bound(4, Hostility.HATE, account=2, target=Target.GROUP),
        a_bound(5),
    )
    assert [(g.hints, g.person, g.message_ids) for g in found] == [
        (("185",), "Kira Ahlers", (1, 2)),
        (("130",), "Kira Ahlers", (4,)),
        (("185",), "Jens Wolter", (3,)),
        ((), "Kira Ahlers", (5,)),
    ]


def test_a_section_that_the_case_does_not_name_counts_where_no_named_one_fits():
    (one,) = grouped(a_bound(1, Hostility.THREAT))
    assert one.hints == ("241",)


HOSTILE = st.lists(st.sampled_from(Hostility), unique=True)


@given(st.lists(st.tuples(HOSTILE, st.sampled_from([1, 2]), st.sampled_from(Target)), max_size=20))
def test_each_message_stands_in_exactly_one_group(sorts):
    bound = [a_bound(n, *hostile, account=a, target=t) for n, (hostile, a, t) in enumerate(sorts, start=1)]
    ids = [i for group in grouped(*bound) for i in group.message_ids]
    assert sorted(ids) == list(range(1, len(sorts) + 1))


def test_a_pick_keeps_the_order_of_the_case_and_all_is_the_default():
    items = [a_bound(n)[1] for n in (3, 1, 2)]
    assert [i.message_id for i in selection.picked(CASE, items, [2, 3])] == [3, 2]
    assert selection.picked(CASE, items, None) == items


@pytest.mark.parametrize(("only", "complaint"), [([], "no message picked"), ([1, 9], "message 9")])
def test_an_empty_or_foreign_pick_is_refused(only, complaint):
    with pytest.raises(Refused, match=complaint):
        selection.picked(CASE, [a_bound(1)[1]], only)
