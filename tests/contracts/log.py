"""The audit log of a store: in the transaction of the act, in order, found by subject and message."""

import pytest

from casework import custody
from tests.contracts.at_once import HOSTILE_TEXTS, fail_after_writing, in_threads


class LogContract:
    """The audit log: in the transaction of the act, in order, found by subject and by message."""

    def test_entries_count_up_and_come_back(self, store, clock):
        with store.begin() as work:
            first = work.record("kira", "read", "message:1", {"messages": [1, 2]})
            clock.forward(seconds=1)
            second = work.record("jens", "accepted", "message:1")
            assert (first.seq, second.seq) == (1, 2)
            assert (second.at, second.detail) == (clock.now(), {})
        with store.begin() as work:
            assert work.audit() == [first, second]

    def test_the_log_is_read_in_pages(self, store):
        with store.begin() as work:
            for n in range(5):
                work.record("kira", "read", f"message:{n}")
            assert [e.seq for e in work.audit(after=1, limit=3)] == [2, 3, 4]
            assert work.audit(after=5) == []

    def test_entries_are_found_by_subject(self, store):
        with store.begin() as work:
            for subject in ("message:1", "message:17", "message:1"):
                work.record("kira", "read", subject)
            assert [e.seq for e in work.audit_of("message:1")] == [1, 3]

    def test_every_read_of_a_message_is_found(self, store):
        with store.begin() as work:
            work.record("kira", "read", "message:1", {"messages": [1, 2]})
            work.record("streife", "taken_in", "account:1", {"messages": [[2, 1], [3, 1]]})
            work.record("jens", "listed", "messages", {"messages": [3]})
            work.record("jens", "tip", "message:2")
            assert [e.seq for e in work.touching(2)] == [1, 2, 4]
            assert [e.seq for e in work.touching(3)] == [2, 3]
            assert work.touching(4) == []

    def test_strange_words_stand_in_the_log(self, store):
        with store.begin() as work:
            kept = [
                work.record(f"k{text}", "read", text, {"text": text}) for text in (*HOSTILE_TEXTS, "\0\ud800")
            ]
            assert work.audit() == kept

    def test_what_is_undone_leaves_no_entry(self, store):
        with store.begin() as work:
            work.record("kira", "read", "message:1")
        with pytest.raises(RuntimeError):
            fail_after_writing(store)
        with store.begin() as work:
            assert work.record("kira", "read", "message:3").seq == 2

    def test_two_who_append_at_once_make_one_log(self, store):
        def append():
            for n in range(20):
                with store.begin() as work:
                    work.record("kira", "read", f"message:{n}")

        assert in_threads(append, append) == [None, None]
        with store.begin() as work:
            assert [e.seq for e in work.audit()] == list(range(1, 41))

    @pytest.mark.parametrize("size", [1, 2, 7])
    def test_entries_are_proven_in_the_tree_as_it_was(self, store, size):
        with store.begin() as work:
            entries = [work.record("a", "act", f"case:{n}") for n in range(9)]
        with store.view() as work:
            told = work.proofs([1, size], size)
        for seq in {1, size}:
            path = map(bytes.fromhex, told[seq])
            root = custody.root_of(bytes.fromhex(entries[seq - 1].leaf), seq - 1, size, path)
            assert root.hex() == entries[size - 1].root
