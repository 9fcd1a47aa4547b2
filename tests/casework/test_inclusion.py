"""Inclusion proofs: as RFC 6962 defines them, for any tree and any leaves; nothing else passes for one."""

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import custody

few = settings(max_examples=150, deadline=None)


def leaves(size):
    return [custody.leaf_hash(b"%d" % number) for number in range(size)]


def root(found):
    """MTH of RFC 6962, section 2.1, word for word."""
    if len(found) < 2:
        return found[0] if found else sha256(b"").digest()
    return custody.node_hash(root(found[: split(found)]), root(found[split(found) :]))


def path(index, found):
    """PATH of RFC 6962, section 2.1.1, word for word."""
    if len(found) < 2:
        return []
    k = split(found)
    if index < k:
        return [*path(index, found[:k]), root(found[k:])]
    return [*path(index - k, found[k:]), root(found[:k])]


def split(found):
    k = 1
    while k * 2 < len(found):
        k *= 2
    return k


@pytest.mark.parametrize("size", range(1, 35))
def test_the_paths_are_those_of_the_rfc_and_lead_to_the_root(size):
    found = leaves(size)
    told = custody.paths(iter(found), range(size))
    assert told == {index: path(index, found) for index in range(size)}
    assert {custody.root_of(found[n], n, size, told[n]) for n in range(size)} == {root(found)}


@few
@given(size=st.integers(1, 300), data=st.data())
def test_only_the_wanted_ones_are_told_and_they_are_the_same(size, data):
    wanted = data.draw(st.sets(st.integers(0, size + 5), max_size=10))
    told = custody.paths(iter(leaves(size)), wanted)
    assert told == {index: path(index, leaves(size)) for index in wanted if index < size}


@few
@given(size=st.integers(1, 70), data=st.data())
def test_a_proof_holds_for_no_other_leaf_place_or_size(size, data):
    found = leaves(size)
    index = data.draw(st.integers(0, size - 1))
    told, head = path(index, found), root(found)
    assert custody.root_of(found[index], index, size, told) == head
    assert custody.root_of(custody.leaf_hash(b"other"), index, size, told) != head
    for other in set(range(size)) - {index}:
        assert custody.root_of(found[index], other, size, told) != head
    assert custody.root_of(found[index], index, size, [*told, head]) is None
    assert size == 1 or custody.root_of(found[index], index, size, told[:-1]) is None
    assert len(told) < 1 or custody.root_of(found[index], index, size, [head, *told[1:]]) != head


@pytest.mark.parametrize(("index", "size"), [(0, 0), (-1, 3), (3, 3), (5, 3)])
def test_a_place_outside_the_tree_has_no_root(index, size):
    assert custody.root_of(b"leaf", index, size, []) is None
