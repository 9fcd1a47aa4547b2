import json

import pytest

from classifier.jsonl import RefusedLine, classify_lines

KEYS = [
    "id",
    "intent",
    "intent_scores",
    "hostility",
    "hostility_scores",
    "target",
    "urgency",
    "abstained",
    "reasons",
    "model",
    "language",
]


def test_each_line_gets_one_answer_in_order(classifier):
    lines = [json.dumps({"id": n, "text": f"Danke für Hinweis {n}"}).encode() for n in range(600)]
    answers = [json.loads(answer) for answer in classify_lines(lines, classifier)]
    assert [answer["id"] for answer in answers] == list(range(600))
    assert all(list(answer) == KEYS for answer in answers)


def test_an_answer_says_what_the_classifier_says(classifier):
    text = "Vielen Dank für die schnelle Hilfe!"
    row = {"id": "a", "text": text, "platform": "x", "kind": "dm", "lang": "de"}
    [line] = classify_lines([json.dumps(row)], classifier)
    [verdict] = classifier.assess([text])
    answer = json.loads(line)
    assert answer["intent"] == verdict.intent
    assert answer["intent_scores"] == verdict.intent_scores
    assert answer["reasons"] == [
        {"start": r.start, "end": r.end, "weight": r.weight} for r in verdict.reasons
    ]


@pytest.mark.parametrize(
    "text", ["Ich bring3 mich um", "Er liegt da und rührt sich nicht", "Dziękuję bardzo"]
)
def test_what_is_unsure_or_acute_is_answered_too(classifier, text):
    [line] = classify_lines([json.dumps({"id": 1, "text": text})], classifier)
    assert json.loads(line)["abstained"] in (True, False)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b"{", "not JSON"),
        (b"[1]", "not a JSON object"),
        (b'{"text": "a"}', "id"),
        (b'{"id": true, "text": "a"}', "id"),
        (b'{"id": 1}', "text"),
        (b'{"id": 1, "text": null}', "text"),
        (b'{"id": 1, "text": "a", "platform": "icq"}', "platform"),
        (b'{"id": 1, "text": "a", "platform": ["x"]}', "platform"),
        (b'{"id": 1, "text": "a", "kind": "fax"}', "kind"),
        (b'{"id": 1, "text": "a", "lang": 5}', "lang"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_good_ones_are_answered(classifier, line, reason):
    good = b'{"id": "g", "text": "Moin!"}\n'
    first, refused, last = classify_lines([good, line + b"\n", b"\n", good], classifier)
    assert isinstance(refused, RefusedLine)
    assert refused.line == 2
    assert reason in refused.reason
    assert json.loads(first) == json.loads(last)


def test_a_lone_surrogate_comes_back_as_it_came(classifier):
    [line] = classify_lines([b'{"id": "\\ud800", "text": "\\ud800 hallo"}'], classifier)
    assert json.loads(line)["id"] == "\ud800"
    assert line.isascii()
