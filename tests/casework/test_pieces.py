"""What counts as written just before or after: one person's few words to one account in one thread."""

from datetime import timedelta

import pytest

from casework import judging, pieces
from casework.assessment import Assessment, Context
from casework.labels import Intent, Kind, Urgency
from casework.message import Author, Message
from tests import builders
from tests.builders import NOON, a_verdict

MINUTE = timedelta(minutes=1)
PIECES = ["Hilfe bitte", "mein mann", "er ist wieder da"]


@pytest.fixture
def account(work):
    return builders.an_account(work)


@pytest.fixture
def says(work, account):
    """A direct message so many minutes after the first one."""

    def says(text, minutes=0.0, **given):
        basics = {"kind": Kind.DM, "thread": "talk", "sent_at": NOON - 60 * MINUTE + minutes * MINUTE}
        return builders.a_message(work, given.pop("to", account), text, **{**basics, **given})

    return says


@pytest.fixture
def known(work):
    """What is known to have stood before this one message."""
    return lambda message: pieces.contexts(work, [message])[0].before


def test_a_piece_is_read_with_those_before_it_the_oldest_first(says, known):
    first, second, third = (says(text, n) for n, text in enumerate(PIECES))
    assert [known(one) for one in (first, second, third)] == [(), ("Hilfe bitte",), tuple(PIECES[:2])]


def test_messages_of_one_batch_are_context_for_one_another_in_whatever_order_they_come(work, says):
    said = [says(text, n) for n, text in enumerate(PIECES)]
    found = pieces.contexts(work, said[::-1])
    assert found == [Context(Kind.DM, tuple(PIECES[:n])) for n in (2, 1, 0)]


def test_of_two_at_the_same_moment_the_one_that_came_first_stands_before(says, known):
    one, two = says("Hilfe"), says("er kommt")
    assert (known(one), known(two)) == ((), ("Hilfe",))


def test_nobody_elses_words_are_used(says, known):
    says("Hilfe", author=builders.an_author("anderer.example"))
    assert known(says("er kommt", 1)) == ()


def test_without_an_id_the_handle_tells_people_apart(says, known):
    says("Hilfe", author=Author("", "einer.example"))
    assert known(says("er kommt", 1, author=Author("", "anderer.example"))) == ()
    assert known(says("er kommt", 2, author=Author("", "einer.example"))) == ("Hilfe",)


def test_another_thread_and_another_account_are_not_used(work, says, known):
    says("Hilfe", thread="other talk")
    says("Hilfe", to=builders.an_account(work))
    assert known(says("er kommt", 1)) == ()


@pytest.mark.parametrize(("minutes", "used"), [(30, True), (30.1, False)])
def test_what_is_older_than_half_an_hour_is_not_used(says, known, minutes, used):
    says("Hilfe")
    assert bool(known(says("er kommt", minutes))) is used


def test_what_its_writer_took_back_is_not_used(says, known):
    says("Hilfe", deleted_at=NOON)
    assert known(says("er kommt", 1)) == ()


def test_what_has_no_words_is_no_context(says, known):
    says("Hilfe")
    says(" \n", 1)
    assert known(says("er kommt", 2)) == ("Hilfe",)


def test_only_the_last_five_are_used(says, known):
    for n in range(7):
        says(f"Zeile {n}", n)
    assert known(says("er kommt", 8)) == tuple(f"Zeile {n}" for n in range(2, 7))


def test_only_the_last_600_characters_are_used(says, known):
    says("a" * 500 + "b" * 500)
    says("c" * 200, 1)
    assert known(says("er kommt", 2)) == ("b" * 400, "c" * 200)


@pytest.fixture
def known_after(work):
    """What is known to stand after this one message."""
    return lambda message: pieces.contexts(work, [message])[0].after


def test_what_was_sent_later_counts_where_it_has_its_verdict_already(says, known_after):
    late = says("mein mann")
    says("er ist wieder da", 1, assessed_version=1)
    says("er schlaegt die tuer ein", 2, assessed_version=1)
    says("noch nicht gelesen", 3)
    assert known_after(late) == ("er ist wieder da", "er schlaegt die tuer ein")


@pytest.mark.parametrize(("minutes", "used"), [(30, True), (30.1, False)])
def test_what_was_sent_more_than_half_an_hour_later_is_not_used(says, known_after, minutes, used):
    late = says("mein mann")
    says("er kommt", minutes, assessed_version=1)
    assert bool(known_after(late)) is used


def test_of_what_came_later_the_nearest_600_characters_are_used(says, known_after):
    late = says("mein mann")
    says("a" * 500, 1, assessed_version=1)
    says("b" * 100 + "c" * 100, 2, assessed_version=1)
    assert known_after(late) == ("a" * 500, "b" * 100)


def test_nobody_elses_later_words_are_used(says, known_after):
    late = says("mein mann")
    says("er kommt", 1, assessed_version=1, author=builders.an_author("anderer.example"))
    says("er kommt", 1, assessed_version=1, thread="other talk")
    assert known_after(late) == ()


def test_where_the_danger_was_told_later_already_nothing_later_counts(says, known_after):
    late = says("mein mann")
    says("er kommt", 1, assessed_version=1)
    says("er schlaegt die tuer ein", 2, assessed_version=1, urgency=Urgency.ACUTE)
    assert known_after(late) == ()


def test_an_answer_to_a_late_piece_is_the_same_talk_where_threads_are_named_after_what_is_answered(
    says, known_after
):
    late = says("mein mann", thread="1", native_id="2")
    says("er kommt", 1, thread="2", native_id="3", assessed_version=1)
    says("Lindenstr. 5", 2, thread="3", native_id="4", assessed_version=1)
    assert known_after(late) == ("er kommt", "Lindenstr. 5")


def test_public_comments_of_one_person_beneath_one_post_are_context(says, known):
    says("Hilfe", kind=Kind.COMMENT, thread="post")
    assert known(says("er kommt", 1, kind=Kind.COMMENT, thread="post")) == ("Hilfe",)


def test_public_comments_without_a_thread_stand_for_themselves(says, known):
    says("Hilfe", kind=Kind.COMMENT, thread="")
    assert known(says("er kommt", 1, kind=Kind.COMMENT, thread="")) == ()


def test_direct_messages_without_a_thread_are_one_talk(says, known):
    says("Hilfe", thread="")
    assert known(says("er kommt", 1, thread="")) == ("Hilfe",)


def test_who_answers_himself_goes_on_in_the_same_talk_where_threads_are_named_after_what_is_answered(
    says, known
):
    says("Hilfe", thread="1", native_id="1")
    says("er kommt", 1, thread="1", native_id="2")
    assert known(says("Lindenstr. 5", 2, thread="2", native_id="3")) == ("Hilfe", "er kommt")


def test_thousands_that_wait_are_asked_for_in_few_questions(work, says, monkeypatch):
    waiting = [says(f"Zeile {n}", n / 60) for n in range(1_200)]
    asked = []
    written = type(work).written
    monkeypatch.setattr(type(work), "written", lambda *given: asked.append(given) or written(*given))
    found = pieces.contexts(work, waiting)
    assert len(asked) == 3
    assert found[-1].before == tuple(f"Zeile {n}" for n in range(1_194, 1_199))
    assert found[500].before == tuple(f"Zeile {n}" for n in range(495, 500))


class Judge:
    """An emergency is what has so many lines, with those before it."""

    def foremost(self, texts):
        return list(range(len(texts)))

    def rules(self, text):
        return []

    def assess(self, texts, contexts=None):
        lines = [len(context.before) + len(context.after) for context in contexts]
        return [
            a_verdict(Intent.EMERGENCY, read_with=n) if n == 2 else a_verdict(Intent.OTHER) for n in lines
        ]


def test_an_emergency_in_pieces_is_kept_with_the_number_of_those_it_was_read_with(store):
    with store.begin() as work:
        account = builders.an_account(work)
        given = {"kind": Kind.DM, "thread": "talk"}
        ids = [
            builders.a_message(work, account, text, sent_at=NOON + n * MINUTE, **given).id
            for n, text in enumerate(PIECES)
        ]
    judging.assess(store, Judge(), limit=1)
    judging.assess(store, Judge())
    with store.view() as work:
        urgencies = [m.urgency for m in work.find(Message, id=ids)]
        kept = {a.message_id: a.verdict.read_with for a in work.find(Assessment)}
    assert urgencies == [Urgency.ROUTINE, Urgency.ROUTINE, Urgency.ACUTE]
    assert [kept[i] for i in ids] == [0, 0, 2]


def test_a_piece_that_comes_last_but_was_sent_first_still_rings(store):
    with store.begin() as work:
        account = builders.an_account(work)
    given = {"kind": Kind.DM, "thread": "talk"}
    for n in (2, 1, 0):
        with store.begin() as work:
            last = builders.a_message(work, account, PIECES[n], sent_at=NOON + n * MINUTE, **given).id
        judging.assess(store, Judge())
    with store.view() as work:
        assert work.get(Message, last).urgency is Urgency.ACUTE
