import json
import logging
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from casework import decision, judging
from casework.assessment import Assessment
from casework.errors import Conflict, NotFound, Refused, StoreUnavailable
from casework.labels import Intent
from classifier.archive import MODEL
from classifier.corpus import load_examples
from classifier.parts import split
from data.memory import MemoryStore
from data.store import mark_training
from streife import learning, models, wiring
from streife.models import CARD, SHIPPED, InForce
from tests import builders, teaching
from tests.streife.test_commands import Shell

# Copies of the shipped model by other days: a version ends in what its weights say.
OURS = json.loads((MODEL / CARD).read_text(encoding="utf-8"))["digest"]
FIRST, SECOND = f"2026-01-21-{OURS}", f"2026-01-22-{OURS}"
TEXT = "Der weiße Transporter steht wieder vor der Schule."


@dataclass
class Candidate:
    """The shipped model under another name, with the outcome that a test is about."""

    version: str
    promoted: bool = True
    corrections: tuple[int, ...] = ()

    @property
    def comparison(self):
        figure = SimpleNamespace(
            figure="shown acute, recall", group="all", before=0.9, after=0.95, low=0.01, high=0.09
        )
        return SimpleNamespace(promoted=self.promoted, reasons=("as told",), decisive=[figure])

    def keep(self, folder):
        shutil.copy(wiring.SHIPPED_MODEL / "model.npz", folder)
        card = json.loads((wiring.SHIPPED_MODEL / CARD).read_text(encoding="utf-8"))
        told = {**card, "version": self.version, "corrections": self.corrections}
        (folder / CARD).write_text(json.dumps(told), encoding="utf-8")


def learn(store, home, version=FIRST, **given):
    """One learning with a candidate that took in every correction."""

    def recipe(found, known):
        return Candidate(version, given.get("promoted", True), tuple(one.id for one in found))

    return learning.learn(store, home, recipe, "shell:anna", dry_run=given.get("dry_run", False))


def use(store, home, version):
    return learning.use(store, home, version, "shell:anna", wiring.open_model)


def acts(store):
    with store.view() as work:
        return [(e.act, e.subject) for e in work.audit() if e.act.startswith("model_")]


def spoil(home, version=FIRST):
    """Alter one byte of a learnt model."""
    file = home / "models" / version / "model.npz"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


@pytest.fixture
def corrected(store):
    """A message that was assessed and corrected."""
    with store.begin() as work:
        officer = builders.an_officer(work)
        message = builders.a_message(work, builders.an_account(work, officer), TEXT)
        builders.assessed(work, message, Intent.SPAM)
        decision.correct(work, builders.the_person(work, officer), message.id, intent=Intent.TIP)
    return message


def test_without_a_learnt_model_the_shipped_one_judges(tmp_path):
    assert models.in_force(tmp_path) == SHIPPED
    assert InForce(tmp_path, wiring.open_model).model == wiring.open_model(None).model


def test_a_better_candidate_is_put_in_force_and_the_log_tells_why(store, tmp_path, corrected):
    outcome = learn(store, tmp_path)
    assert (outcome.in_force, outcome.replaced, outcome.corrections) == (True, SHIPPED, 1)
    assert (tmp_path / "models" / "current").read_text(encoding="utf-8") == f"{FIRST}\n"
    with store.view() as work:
        (entry,) = work.audit_of(f"model:{FIRST}")
        assert (entry.actor, entry.act) == ("shell:anna", "model_promoted")
        assert (entry.detail["from"], entry.detail["to"]) == (SHIPPED, FIRST)
        assert entry.detail["figures"] == {"shown acute, recall (all)": [0.9, 0.95, 0.01, 0.09]}
        assert entry in work.touching(corrected.id)


def test_a_worse_candidate_is_neither_kept_nor_put_in_force_but_logged(store, tmp_path, corrected):
    assert not learn(store, tmp_path, promoted=False).in_force
    assert models.in_force(tmp_path) == SHIPPED
    assert models.versions(tmp_path) == []
    assert acts(store) == [("model_not_promoted", f"model:{FIRST}")]


def test_a_dry_run_leaves_no_trace(store, tmp_path, corrected):
    outcome = learn(store, tmp_path, dry_run=True)
    assert outcome.comparison.promoted
    assert not outcome.in_force
    assert (acts(store), list(tmp_path.iterdir())) == ([], [])


def test_a_roll_back_while_we_learnt_is_not_overruled(store, tmp_path):
    learn(store, tmp_path)

    def recipe(found, known):
        use(store, tmp_path, SHIPPED)
        return Candidate(SECOND)

    with pytest.raises(Conflict, match="in force meanwhile"):
        learning.learn(store, tmp_path, recipe, "shell:anna")
    assert models.in_force(tmp_path) == SHIPPED
    assert models.versions(tmp_path) == [FIRST]


def test_training_data_are_never_learnt_from(clock, tmp_path):
    with pytest.raises(Refused, match="training data"):
        learn(MemoryStore(clock, training=True), tmp_path)


def test_the_next_learning_is_told_what_the_model_in_force_knows(store, tmp_path, corrected):
    learn(store, tmp_path)
    told = []
    learning.learn(store, tmp_path, lambda _, known: told.extend(known) or Candidate(SECOND), "shell:anna")
    with store.view() as work:
        assert told == [d.id for d in work.find(decision.Decision, message_id=corrected.id)]


def test_old_assessments_stay_as_they_were(store, tmp_path, corrected):
    with store.view() as work:
        before = work.find(Assessment)
    learn(store, tmp_path)
    with store.begin() as work:
        fresh = builders.a_message(work, text="Danke!")
    judging.assess(store, InForce(tmp_path, wiring.open_model))
    with store.view() as work:
        assert work.find(Assessment, message_id=corrected.id) == before
        assert [a.verdict.model for a in work.find(Assessment, message_id=fresh.id)] == [FIRST]


def test_a_running_server_follows_promotion_and_roll_back(store, tmp_path):
    running = InForce(tmp_path, wiring.open_model)
    shipped = running.model
    learn(store, tmp_path)
    assert running.assess([TEXT])[0].model == FIRST
    assert use(store, tmp_path, SHIPPED) == FIRST
    assert running.assess([TEXT])[0].model == shipped


def test_going_back_and_forth_is_logged_as_what_it_is(store, tmp_path):
    learn(store, tmp_path)
    learn(store, tmp_path, SECOND)
    for version in (FIRST, SECOND, SHIPPED):
        use(store, tmp_path, version)
        assert models.in_force(tmp_path) == version
    assert acts(store)[2:] == [
        ("model_rolled_back", f"model:{FIRST}"),
        ("model_promoted", f"model:{SECOND}"),
        ("model_rolled_back", "model:shipped"),
    ]


def test_what_is_in_force_already_is_no_act(store, tmp_path):
    assert use(store, tmp_path, SHIPPED) == SHIPPED
    assert acts(store) == []


def test_a_version_that_is_not_there_is_refused_with_those_that_are(store, tmp_path):
    learn(store, tmp_path)
    with pytest.raises(NotFound, match=f"shipped, {FIRST}"):
        use(store, tmp_path, "../elsewhere")


def test_an_altered_model_is_refused_with_reason_and_remedy(store, tmp_path):
    learn(store, tmp_path)
    spoil(tmp_path)
    with pytest.raises(Refused, match=r"SHA-256 differs.*streife models use shipped"):
        InForce(tmp_path, wiring.open_model)
    (_, learnt) = learning.kept(tmp_path, wiring.SHIPPED_MODEL, wiring.open_model)
    assert (learnt.version, learnt.in_force) == (FIRST, True)
    assert "SHA-256 differs" in learnt.refused


def test_an_altered_model_is_not_put_in_force_again(store, tmp_path):
    learn(store, tmp_path)
    use(store, tmp_path, SHIPPED)
    spoil(tmp_path)
    with pytest.raises(Refused, match="SHA-256 differs"):
        use(store, tmp_path, FIRST)
    assert models.in_force(tmp_path) == SHIPPED


def test_a_model_under_another_ones_name_is_refused(store, tmp_path):
    learn(store, tmp_path)
    (tmp_path / "models" / FIRST).rename(tmp_path / "models" / SECOND)
    models.point(tmp_path, SECOND)
    with pytest.raises(Refused, match=f"its folder holds {FIRST}"):
        InForce(tmp_path, wiring.open_model)


@pytest.mark.parametrize("line", ["../../elsewhere", "", f"{FIRST}\nmore", "\udcff"])
def test_a_spoilt_pointer_is_refused_and_mended_by_one_command(store, tmp_path, line):
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "current").write_bytes(line.encode("utf-8", "surrogateescape"))
    with pytest.raises(Refused, match="streife models use shipped"):
        InForce(tmp_path, wiring.open_model)
    use(store, tmp_path, SHIPPED)
    assert models.in_force(tmp_path) == SHIPPED


def test_a_running_server_goes_on_with_the_sound_model(store, tmp_path, caplog):
    running = InForce(tmp_path, wiring.open_model)
    sound = running.model
    learn(store, tmp_path)
    spoil(tmp_path)
    with caplog.at_level(logging.ERROR):
        assert running.assess([TEXT])[0].model == sound
    assert "SHA-256 differs" in caplog.text


class FullStore(MemoryStore):
    """A store whose disk is full when a transaction ends."""

    @contextmanager
    def begin(self):
        with super().begin() as work:
            yield work
            raise StoreUnavailable("disk full")


def test_what_cannot_be_logged_is_not_put_in_force(clock, tmp_path):
    with pytest.raises(StoreUnavailable):
        learn(FullStore(clock), tmp_path)
    assert models.in_force(tmp_path) == SHIPPED


def test_a_home_that_cannot_be_written_is_said_so(store, tmp_path):
    (tmp_path / "models").write_text("in the way", encoding="utf-8")
    with pytest.raises(StoreUnavailable, match="cannot be written"):
        learn(store, tmp_path)
    assert acts(store) == []


@pytest.fixture
def shell(tmp_path, monkeypatch, capsys):
    made = (wiring.settings, wiring.engine, wiring.store, wiring.classifier)
    monkeypatch.setenv("STREIFE_HOME", str(tmp_path / "home"))
    for one in made:
        one.cache_clear()
    yield Shell(monkeypatch, capsys)
    wiring.engine().dispose()
    for one in made:
        one.cache_clear()


def teach(examples):
    """Messages of as many citizens, each corrected as the example is labelled."""
    with wiring.store().begin() as work:
        officer = builders.an_officer(work)
        person, account = builders.the_person(work, officer), builders.an_account(work, officer)
        for n, one in enumerate(examples):
            author = builders.an_author(f"citizen{n}.example")
            message = builders.a_message(work, account, one.text, author=author, lang=one.lang)
            said = {"intent": one.intent, "hostility": one.hostility, "target": one.target}
            decision.correct(work, person, message.id, **said)


def test_too_few_corrections_are_counted_on_the_command_line(shell, tmp_path):
    teach(split(load_examples()).train[:3])
    shell("learn", "--data", str(tmp_path), expect=4)
    assert "3 that can be learnt from; at least 20" in shell.complaint


def test_the_demo_is_refused_on_the_command_line(shell, tmp_path):
    mark_training(wiring.engine(), True)
    shell("learn", "--data", str(tmp_path), expect=4)
    assert "training data" in shell.complaint


def test_learning_listing_and_rolling_back_in_one_command_each(shell, tmp_path):
    written, _ = teaching.halves("de", 20, 1)
    teach(teaching.watchwords())
    examples = tmp_path / "examples"
    examples.mkdir()
    teaching.write_examples(examples, written)
    where = ("--data", str(teaching.write_public(tmp_path)), "--examples", str(examples))
    told = shell("learn", *where, "--json")
    assert told["in_force"] is told["comparison"]["promoted"] is True, told["comparison"]["reasons"]
    listed = {one["version"]: one for one in shell("models", "--json")}
    assert [one["in_force"] for one in listed.values()] == [False, True]
    assert listed[told["version"]]["corrections"] == told["corrections"] >= 20
    assert wiring.model_card()["version"] == wiring.classifier().model == told["version"]
    told_of_it = (tmp_path / "home" / "models" / told["version"] / CARD).read_text(encoding="utf-8")
    card = json.loads(told_of_it)
    assert len(card["corrections"]) == told["corrections"]
    assert card["figures"]["texts"] == told["comparison"]["texts"]
    assert card["comparison"]["reasons"] == told["comparison"]["reasons"]
    assert "citizen" not in told_of_it
    shell("learn", *where, expect=4)
    assert "nothing is new" in shell.complaint
    assert told["version"] in shell("models", "use", "shipped")
    assert wiring.classifier().model == wiring.model_card()["version"] == listed["shipped"]["model"]
    assert [e["act"] for e in shell("audit", "--about", "model:shipped", "--json")] == ["model_rolled_back"]
    assert shell("audit", "verify", "--json")["holds"]


def test_a_model_that_an_older_program_learnt_gives_way_to_the_shipped_one(store, tmp_path, caplog):
    learn(store, tmp_path)
    card = tmp_path / "models" / FIRST / "model.json"
    card.write_text(card.read_text(encoding="utf-8").replace('"format": 8', '"format": 7'), encoding="utf-8")
    judging = InForce(tmp_path, wiring.open_model)
    assert judging.model == wiring.open_model(None).model
    assert "format 7" in caplog.text
