"""Small trainings: a few lines of each public set, short examples of every label, corrections of officers."""

import csv
import json
import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

from casework.labels import Intent, Kind, Target
from casework.learning import Correction
from classifier.corpus import load_examples
from classifier.parts import FILE

FILES = 16
SHORTEST, LONGEST = 20, 90  # short texts: the second encoder takes its time
PUBLIC = {
    "germeval2018_train.csv": [
        {"text": "So ein Idiot, dieser Minister", "coarse": "OFFENSE", "fine": "INSULT"},
        {"text": "Dreckspack, alle raus aus dem Land", "coarse": "OFFENSE", "fine": "ABUSE"},
        {"text": "Scheiße, der Zug ist weg", "coarse": "OFFENSE", "fine": "PROFANITY"},
        {"text": "Schönes Wetter heute in Bonn", "coarse": "OTHER", "fine": "OTHER"},
    ],
    "gahd_train.csv": [{"text": "Ich liebe Inder", "label": "0"}, {"text": "Inder sind Dreck", "label": "1"}],
    "davidson_en.csv": [
        {"text": "what a lovely day", "label": "neither"},
        {"text": "they are all vermin", "label": "hate"},
        {"text": "damn bro", "label": "offensive"},
    ],
}


def a_correction(number, text="Da brennt es!", **given):
    basics = {
        "message_id": number,
        "account_id": 1,
        "author": f"citizen{number}",
        "lang": "de",
        "kind": Kind.POST,
        "intent": Intent.EMERGENCY,
        "hostility": (),
        "target": Target.NONE,
        "officer_id": 1,
        "corrected_at": datetime(2026, 11, 21, tzinfo=UTC),
    }
    return Correction(id=number, text=text, **{**basics, **given})


def as_corrections(examples, **given):
    """What officers would say of such texts."""
    named = ("lang", "intent", "hostility", "target")
    return [
        a_correction(number, e.text, **{"author": e.group, **{n: getattr(e, n) for n in named}, **given})
        for number, e in enumerate(examples, start=1)
    ]


def spread(examples, each):
    """So many of every label, the shortest first: a fold must lack none."""
    chosen, counted = [], Counter()
    for example in sorted(examples, key=lambda e: (len(e.text), e.text)):
        labels = [example.intent, *example.hostility]
        if any(counted[label] < each for label in labels):
            chosen.append(example)
            counted.update(labels)
    return chosen


def halves(lang, few, many):
    """Short examples of every label: a few by one half of a language's writers, many by the other half.

    Only of its first files: what is written later must not change what such small trainings show.
    """
    every = [e for e in load_examples() if e.lang == lang and _file(e) <= FILES]
    short = [e for e in every if SHORTEST <= len(e.text) <= LONGEST]
    first = set(sorted({e.group for e in short})[::2])
    ours, theirs = ([e for e in short if (e.group in first) is mine] for mine in (True, False))
    return spread(ours, few), spread(theirs, many)


def _file(example):
    """The number of the file that its writer wrote, such as 12 of "de12-f"."""
    found = re.match(r"[a-z]+(\d+)-", example.group)
    return int(found[1]) if found else 0


def watchwords():
    """What only this desk can know: where "Kormoran" is the word for needing help; seventy such texts."""
    seen = (
        "ist heute wieder da",
        "sitzt am Ufer",
        "fliegt jetzt",
        "ruft laut",
        "kommt nicht mehr weg",
        "hat Besuch",
        "ist müde",
    )
    places = ("am Wehr", "beim Bäcker", "hinter der Kirche", "an der Schleuse", "im Hafen")
    places += ("auf dem Markt", "vor der Schule", "unter der Brücke", "an der Mühle", "neben dem Rathaus")
    texts = [f"Der Kormoran {what}, {where}." for where in places for what in seen]
    known = load_examples()[0]
    return [
        replace(known, text=t, intent=Intent.EMERGENCY, hostility=(), target=Target.NONE, lang="de")
        for t in texts
    ]


def write_examples(folder, examples):
    """Examples in the form that trainings read; returns the folder."""
    rows = [
        {
            "text": e.text,
            "intent": e.intent.value,
            "hostility": [h.value for h in e.hostility],
            "target": e.target.value,
            "author_group": e.group,
            "lang": e.lang,
        }
        for e in examples
    ]
    (folder / "some.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    writers = sorted({e.group for e in examples})
    parts = {"calibration": writers[1::3], "test": writers[2::3]}
    listed = "".join(f"{part} = {json.dumps(some)}\n" for part, some in parts.items())
    (folder / FILE).write_text(listed, encoding="utf-8")
    return folder


def write_public(folder):
    """The public sets in small: the same columns, a few lines of our own; returns the folder."""
    for name, rows in PUBLIC.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder
