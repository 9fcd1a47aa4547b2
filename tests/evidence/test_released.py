"""Packages after a message was taken out of the case hold and tell it; what is dropped unsaid is found."""

import json
from shutil import copytree

import pytest

from casework import case, intake, release
from casework.account import Account
from casework.dossier import gather
from casework.errors import Refused
from casework.message import Message
from data.memory import MemoryStore
from evidence import form
from evidence.verify import verify
from tests.builders import FakeClock, received
from tests.evidence.conftest import a_case, packed
from tests.evidence.test_verify import lines_of, rewritten, what_failed, with_log

WHY = "gehört zu einer anderen Sache"


def taken_out(store, officer, opened, number=1):
    with store.begin() as work:
        message = work.find(Message)[number]
        release.release(work, officer, opened.id, message.id, WHY)
        return message


def edited(store, message):
    """The writer changes it, so that binding it again pins other bytes."""
    with store.begin() as work:
        account = work.get(Account, message.account_id)
        intake.take_in(work, account, [received("Du Held!", native_id=message.native_id)])


def gathered(store, officer, opened):
    with store.begin() as work:
        return gather(work, officer, opened.id)


@pytest.fixture(scope="module")
def after(tmp_path_factory):
    """A package of a case from which one of two messages was taken out."""
    store = MemoryStore(FakeClock())
    officer, opened = a_case(store)
    gone = taken_out(store, officer, opened)
    return packed(gathered(store, officer, opened), tmp_path_factory.mktemp("after")), gone


def test_a_package_exported_after_a_release_holds_and_tells_it(after):
    package, gone = after
    assert verify(package).holds
    assert [i["message_id"] for i in json.loads((package / form.CASE).read_bytes())["items"]] != [gone.id]
    acts = [json.loads(line["content"])[3:] for line in lines_of(package)]
    about = [act for act, subject, _ in acts if subject == f"message:{gone.id}"]
    assert about == ["bound_into_case", "released_from_case"]
    assert gone.text not in "".join(str(one) for one in acts)


def test_without_the_entry_of_the_release_the_message_is_missing(after, tmp_path):
    lines = [one for one in lines_of(after[0]) if "released_from_case" not in one["content"]]
    copied = tmp_path / after[0].name
    copytree(after[0], copied)
    assert f"message {after[1].id} is missing" in what_failed(with_log(copied, lines))


def test_an_item_that_the_case_forgets_is_missing(package):
    number = json.loads((package / form.CASE).read_bytes())["items"][1]["message_id"]
    rewritten(package, form.CASE, lambda d: d["items"].pop())
    assert f"message {number} is missing: the audit log says it was bound" in what_failed(package)


def test_bound_again_with_other_words_it_holds(store, tmp_path):
    officer, opened = a_case(store)
    gone = taken_out(store, officer, opened)
    edited(store, gone)
    with store.begin() as work:
        case.add_item(work, officer, opened.id, gone.id)
    dossier = gathered(store, officer, opened)
    assert [one.item.version for one in dossier.exhibits] == [1, 2]
    assert verify(packed(dossier, tmp_path)).holds


def test_another_case_may_pin_another_wording_of_it(store, tmp_path):
    officer, opened = a_case(store)
    with store.begin() as work:
        message = work.find(Message)[0]
    edited(store, message)
    with store.begin() as work:
        drafted = case.Draft("B", "Kira Ahlers", opened.person_role)
        second = case.open_case(work, officer, [message.id], drafted)
    assert verify(packed(gathered(store, officer, second), tmp_path)).holds


def test_an_item_that_was_taken_out_does_not_pass_as_one(package):
    """As if somebody exported the case with an item put back past the desk."""
    lines = lines_of(package)
    bound = next(one for one in lines if "bound_into_case" in one["content"])
    out = {**bound, "content": bound["content"].replace("bound_into_case", "released_from_case")}
    assert "it was taken out of the case" in what_failed(with_log(package, [*lines[:-1], out, lines[-1]]))


def test_an_empty_case_makes_no_package(store):
    officer, opened = a_case(store, texts=("Du Vollpfosten!",))
    taken_out(store, officer, opened, 0)
    with store.begin() as work, pytest.raises(Refused, match="holds no message any more"):
        gather(work, officer, opened.id)
