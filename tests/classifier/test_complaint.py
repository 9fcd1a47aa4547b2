"""Lawful criticism by one of a group is not hate of that group."""

import pytest

from casework.labels import Hostility, Urgency
from classifier.complaint import complains
from classifier.normalise import read

COMPLAINTS = (
    "As a Jew I feel abandoned by you.",
    "As a Black man I feel abandoned by you.",
    "Som muslim blir jag alltid stoppad av er.",
    "Als jood voel ik me door jullie in de steek gelaten.",
    "Als Türke werde ich bei euch behandelt wie Dreck.",
    "Als Rollstuhlfahrer komme ich nicht mal in eure Wache rein.",
)


@pytest.mark.parametrize("text", COMPLAINTS)
def test_a_complaint_of_ones_own_group_is_no_hate_and_is_read_today(classifier, text):
    (found,) = classifier.assess([text])
    assert not {Hostility.HATE, Hostility.THREAT} & set(found.hostility)
    assert found.urgency is not Urgency.ROUTINE or not found.abstained


@pytest.mark.parametrize(
    "text",
    [
        "As a nurse I feel abandoned by you.",
        "Lieber ein Wolf im Garten als ein Syrer im Haus, sage ich.",
        "Als die Roma vannacht weer op het veld staan, zal ik ze krijgen",
        "Han som körde på mig ska ni ta",
    ],
)
def test_who_speaks_of_others_does_not_complain(text):
    assert not complains(read(text))


def test_a_plain_threat_in_a_complaint_stays_one(classifier):
    (found,) = classifier.assess(["Als Türke sage ich dir: ich bringe dich um."])
    assert Hostility.THREAT in found.hostility or found.abstained
    assert found.urgency is not Urgency.ROUTINE
