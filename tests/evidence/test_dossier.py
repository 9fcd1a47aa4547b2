"""Gathering a dossier: with leave, logged, and whole."""

import pytest

from casework import intake
from casework.dossier import gather
from casework.errors import NotAllowed, NotFound
from casework.message import Message, Version
from casework.people import Officer, Person, Role
from data.engine import open_engine
from data.migrate import migrate
from data.store import SqlStore
from evidence.verify import verify
from tests.builders import a_person, an_account, received
from tests.evidence.conftest import a_case, applied_and_checked, packed


def test_a_dossier_has_every_item_with_its_bytes(dossier):
    assert [one.message.text for one in dossier.exhibits] == ["Du Vollpfosten!", "Ich weiß, wo du wohnst."]
    assert all(one.versions[0].raw for one in dossier.exhibits)
    assert dossier.exhibits[0].decisions[0].reason == "gegen alle gemeint"


def test_the_export_is_its_own_last_audit_entry_and_the_head_of_the_log(store, dossier):
    last = dossier.audit[-1]
    assert (last.act, last.seq, last.root) == ("case_exported", dossier.head.size, dossier.head.root)
    assert last.detail["messages"] == [one.message.id for one in dossier.exhibits]
    with store.begin() as work:
        assert work.audit(after=last.seq - 1) == [last]


def test_the_audit_entries_tell_the_messages_way_in_order(dossier):
    acts = [entry.act for entry in dossier.audit]
    assert {"taken_in", "correct", "read", "case_opened", "bound_into_case", "case_exported"} <= set(acts)
    assert [e.seq for e in dossier.audit] == sorted({e.seq for e in dossier.audit})


def test_a_read_message_is_found_in_the_log_of_its_export(store, dossier):
    with store.begin() as work:
        acts = [e.act for e in work.touching(dossier.exhibits[1].message.id)]
    assert acts[-1] == "case_exported"


def test_an_edited_message_brings_all_its_versions(store):
    officer, opened = a_case(store)
    with store.begin() as work:
        message = work.find(Message)[0]
        again = received("Du Held!", native_id=message.native_id)
        account = work.find(type(an_account(work)), id=message.account_id)[0]
        intake.take_in(work, account, [again])
        dossier = gather(work, officer, opened.id)
    assert [v.text for v in dossier.exhibits[0].versions] == ["Du Vollpfosten!", "Du Held!"]
    assert dossier.exhibits[0].item.version == 1


@pytest.mark.parametrize("role", [Role.OFFICER, Role.CONTACT_OFFICER, Role.SUPERVISOR, Role.ADMINISTRATOR])
def test_only_case_officers_export_and_a_refusal_logs_nothing(store, role):
    _, opened = a_case(store)
    with store.begin() as work:
        before = len(work.audit())
        stranger = a_person(work, role)
        with pytest.raises(NotAllowed):
            gather(work, stranger, opened.id)
        assert len(work.audit()) == before


def test_whoever_holds_the_shell_may_export_and_is_logged(store):
    _, opened = a_case(store)
    operator = Person(Officer("shell:root", "shell:root", 0, ""), operator=True)
    with store.begin() as work:
        assert gather(work, operator, opened.id).audit[-1].actor == "shell:root"


def test_an_unknown_case_is_not_found(store):
    officer, _ = a_case(store)
    with store.begin() as work, pytest.raises(NotFound):
        gather(work, officer, 4711)


def test_no_password_hash_ever_gets_into_a_dossier(dossier):
    assert "argon2" not in repr(dossier)


def test_two_exports_have_different_runs(store):
    officer, opened = a_case(store)
    with store.begin() as work:
        assert gather(work, officer, opened.id).run != gather(work, officer, opened.id).run


def test_versions_are_those_of_their_own_message(dossier):
    for one in dossier.exhibits:
        assert {v.message_id for v in one.versions} == {one.message.id}
        assert all(isinstance(v, Version) for v in one.versions)


def test_a_case_kept_in_a_database_makes_a_package_that_holds(clock, tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'streife.db'}")
    migrate(engine)
    package = packed(applied_and_checked(store=SqlStore(engine, clock)), tmp_path / "out")
    engine.dispose()
    assert verify(package).holds
