"""The search of a store: the same words find the same messages in every store."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from casework.account import Account
from casework.labels import Hostility, Intent, Urgency
from casework.message import Author, Message, State
from casework.query import Query, Scope
from casework.worklist import key
from tests.builders import NOON, a_message, an_account, assessed, received

WORDS = ["wache", "danke", "montag", "fahrrad", "unfall", "hund", "streife", "park", "abend", "hilfe"]


def everything(work, **asked):
    return Query(Scope(frozenset(a.id for a in work.find(Account))), **{"limit": 1_000, **asked})


def texts(work, **asked):
    return {m.text for m in work.worklist(everything(work, states=(), **asked))}


def pages(work, query):
    """All pages put together."""
    found, after = [], None
    while page := work.worklist(replace(query, after=after)):
        found += page
        assert len(found) < 5_000
        after = key(page[-1], query)
    return found


class SearchContract:
    """Search and filters."""

    @pytest.mark.parametrize(
        ("question", "text"),
        [
            ("haus", "Die Häuser am Fluß"),
            ("HÄUSER fluss", "Die Häuser am Fluß"),
            ("haeuser", "Die Häuser am Fluß"),
            ("häus", "Die Haeuser dort"),
            ("bedrohungen", "Das ist eine Bedrohung"),
            ("schlü", "Ein Schlüsselbund lag da"),
            ("running", "He runs home"),
            ("huis", "De huizen van Jan"),
            ("bilen", "Två bilar stod där"),
            ("älg", "En ÄLG på vägen"),
            ("schwein", "Du Schw\u200bein"),
            ("🐀", "Alles klar 🐀🐀"),
            ("ueber", "u\u0308ber den Berg"),
            ("dort haus", "Das Haus steht dort"),
            ("анна", "Привет Анна"),
            ("#Unfall", "an der #Unfallstelle"),
        ],
    )
    def test_a_search_finds_other_forms_of_the_words(self, store, question, text):
        with store.begin() as work:
            account = an_account(work)
            a_message(work, account, "Etwas anderes")
            a_message(work, account, text)
            assert texts(work, text=question) == {text}

    def test_every_word_must_occur_and_only_the_last_is_a_beginning(self, store):
        with store.begin() as work:
            account = an_account(work)
            for text in ("Hund im Park", "Hund am Abend", "Hundert im Parkhaus"):
                a_message(work, account, text)
            assert texts(work, text="hund park") == {"Hund im Park"}
            assert texts(work, text="hund parkh") == set()
            assert texts(work, text="im hund") == {"Hund im Park", "Hundert im Parkhaus"}
            assert texts(work, text="hund abend park") == set()

    def test_the_writer_is_found_by_handle_and_name(self, store):
        with store.begin() as work:
            account = an_account(work)
            a_message(work, account, "eins", author=Author("1", "rosa_rot.example", "Jürgen Groß"))
            a_message(work, account, "zwei")
            for question in ("rosa", "@rosa_rot.example", "juergen gross", "eins jürgen"):
                assert texts(work, text=question) == {"eins"}

    @pytest.mark.parametrize(
        "question",
        [
            *(
                '"',
                "'",
                "''",
                '" OR "',
                "a AND",
                "NEAR(a b, 2)",
                "*",
                "^",
                "a*b",
                "-",
                "(",
                "a:b",
                "{a}",
                "\\",
            ),
            *("\0", "a\0b", "\ud800", "terms:x", "_a1", "%", "' & !", "'x':*", "<->", "!!!", "   "),
            *("wort " * 20_000, "x" * 100_000, " ".join(map(str, range(20_000))), "ä" * 50_000 + "\0"),
        ],
        ids=lambda q: ascii(q[:12]),
    )
    def test_no_question_breaks_the_search(self, store, question):
        with store.begin() as work:
            message = a_message(work, None, "Wort im Text")
            query = everything(work, text=question)
            shown = work.worklist(query)
            assert [m.id for m in shown] in ([], [message.id])
            assert sum(work.count(query).values()) == len(shown)

    def test_a_search_among_many_single_messages_finds_the_few(self, store):
        with store.begin() as work:
            account = an_account(work)
            work.take_in(account, [received(f"Nummer {n}") for n in range(400)])
            ids = frozenset(m.id for m in work.find(Message))
            query = Query(Scope(message_ids=ids), text="nummer 399")
            assert [m.text for m in work.worklist(query)] == ["Nummer 399"]
            assert work.worklist(replace(query, text="zebra")) == []
            assert sum(work.count(query, 1_000).values()) == 1

    def test_a_question_without_words_finds_nothing(self, store):
        with store.begin() as work:
            a_message(work)
            assert texts(work, text="?!") == set()

    @pytest.mark.parametrize(
        "text", ["\ufdfa" * 30_000, "".join(chr(0x4E00 + n % 20_000) + " " for n in range(50_000))]
    )
    def test_any_text_can_be_kept_and_found(self, store, text):
        with store.begin() as work:
            message = a_message(work, None, text)
            assert [m.id for m in work.worklist(everything(work, text="nachbarin"))] == [message.id]

    def test_an_edit_is_found_by_its_new_words_alone(self, store):
        with store.begin() as work:
            account = an_account(work)
            a_message(work, account, "Das alte Wort", native_id="n")
            work.take_in(account, [received("Ein neues", native_id="n")])
            assert (texts(work, text="alte"), texts(work, text="neues")) == (set(), {"Ein neues"})

    def test_erased_words_are_gone_from_the_index(self, store):
        with store.begin() as work:
            message = a_message(work, None, "Xylophonkonzert")
            assert texts(work, text="xylophonkonzert")
            work.erase(message.id)
            assert not texts(work, text="xylophonkonzert")
            assert texts(work, text="nachbarin") == {""}

    def test_filters_of_language_label_and_time(self, store):
        with store.begin() as work:
            account = an_account(work)
            for n, labels in enumerate([(), (Hostility.INSULT,), (Hostility.HATE, Hostility.THREAT)]):
                a_message(
                    work,
                    account,
                    str(n),
                    hostility=labels,
                    language=["de", "sv", "de"][n],
                    sent_at=NOON - timedelta(hours=n),
                )
            assert texts(work, language="de") == {"0", "2"}
            assert texts(work, hostility="threat") == {"2"}
            assert texts(work, hostility="threat%") == set()
            assert texts(work, sent_from=NOON - timedelta(hours=1)) == {"0", "1"}
            assert texts(work, sent_to=NOON - timedelta(hours=1)) == {"2"}

    def test_the_language_read_in_stands_at_the_message_even_beside_a_correction(self, store):
        with store.begin() as work:
            message = a_message(work, corrected=True, intent=Intent.TIP)
            assert assessed(work, message).language == ""
            kept = work.get(type(message), message.id)
            assert (kept.corrected, kept.assessed_version) == (True, 1)

    @pytest.mark.parametrize("seed", range(3))
    def test_searches_with_filters_agree_with_plain_words(self, store, seed):
        dice = random.Random(seed)
        with store.begin() as work:
            accounts = [an_account(work) for _ in range(3)]
            kept = [
                a_message(
                    work,
                    dice.choice(accounts),
                    " ".join(dice.sample(WORDS, 3)),
                    sent_at=NOON - timedelta(minutes=dice.randrange(50)),
                    urgency=dice.choice([None, *Urgency]),
                    state=dice.choice([State.OPEN, State.TIP]),
                    first_seen_at=dice.choice([None, NOON]),
                )
                for _ in range(150)
            ]
            for _ in range(12):
                wanted = dice.sample(WORDS, dice.choice([1, 2]))
                query = everything(
                    work,
                    text=" ".join(wanted),
                    account_id=dice.choice([None, accounts[0].id]),
                    by_urgency=dice.random() < 0.5,
                    newest_first=dice.random() < 0.5,
                    limit=dice.choice([3, 1_000]),
                )
                plain = [
                    m
                    for m in kept
                    if m.state is State.OPEN
                    and query.account_id in (None, m.account_id)
                    and set(wanted) <= set(m.text.split())
                ]
                found = [m.id for m in pages(work, query)]
                assert sorted(found) == sorted(m.id for m in plain)
                assert sum(work.count(query).values()) == len(plain)
                assert sum(work.count(query, 5).values()) == min(len(plain), 5)
