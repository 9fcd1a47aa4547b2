import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifier.corpus import load_examples
from classifier.languages import OURS, language_of, language_read
from classifier.normalise import read


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dün gece mahallemizde hırsızlık oldu, lütfen yardım edin.", "tr"),
        ("Wczoraj ktoś ukradł mój rower spod dworca, co mam robić?", "pl"),
        ("J'ai peur, il est devant la porte avec un couteau", "fr"),
        ("Вчера у вокзала украли мой велосипед", "ru"),
        ("سرقت دراجتي أمس بالقرب من المحطة", "ar"),
    ],
)
def test_another_language_is_named_as_foreign(text, code):
    found = language_of(text)
    assert found.foreign
    assert found.code == code


def test_our_languages_are_told_and_never_foreign():
    examples = load_examples()[::10]
    found = [language_of(example.text) for example in examples]
    right = sum(f.nearest == e.lang for f, e in zip(found, examples, strict=True))
    assert right / len(examples) > 0.96
    assert sum(f.foreign for f in found) / len(examples) < 0.01


@pytest.mark.parametrize("text", ["", "ok", "👍👍", "1312", "Moin", "nee"])
def test_few_letters_are_never_foreign(text):
    assert not language_of(text).foreign


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Du A r s c h l o c h, du W1chser", "de"),
        ("Сегодня мы были на вокзале и видели там двух мужчин", "ru"),
        ("Hoy hemos visto a dos hombres en la estación", "es"),
    ],
)
def test_a_disguised_text_is_in_the_language_in_which_it_is_read(text, code):
    assert language_read(text, read(text).text).code == code


@given(st.text(st.characters(codec=None)))
def test_any_text_gets_a_language_of_ours_as_the_nearest(text):
    assert language_of(text).nearest in OURS
