"""A verdict that comes late: whatever was written or done meanwhile, an emergency rings, and in time."""

from dataclasses import replace
from datetime import timedelta

from casework import alarm_clock, decision, edits, escalation, judging
from casework.alarm_clock import Began
from casework.assessment import Assessment
from casework.bulk_record import Bulk, BulkStep
from casework.labels import Intent, Urgency
from casework.message import Message, State
from casework.record import Decision
from tests.builders import NOON, a_person, a_verdict, an_account, received

CRY, MAYBE, CALM = "HILFE er hat ein Messer", "VIELLEICHT komme ich nicht heim", "alles gut, danke"
MINUTE = timedelta(minutes=1)


class Judge:
    """Knows a cry for help by its first word; others may do something while it thinks."""

    model = "test-1"

    def __init__(self, meanwhile=lambda: None):
        self.meanwhile = meanwhile

    def foremost(self, texts):
        return sorted(range(len(texts)), key=lambda n: "HILFE" not in texts[n])

    def assess(self, texts, contexts=None):
        self.meanwhile()
        return [self._one(text) for text in texts]

    def _one(self, text):
        if text.startswith("VIELLEICHT"):
            return a_verdict(Intent.QUESTION, urgency=Urgency.ACUTE, abstained=True)
        return a_verdict(Intent.EMERGENCY if text.startswith("HILFE") else Intent.PRAISE)


class Letter:
    """A message, its writer, and the officer whom it reached; each wording comes a minute after the last."""

    def __init__(self, store, clock):
        self.store, self.clock = store, clock
        with store.begin() as work:
            self.person = a_person(work)
            self.account = an_account(work, self.person.officer)
        self.told = received(native_id="n")

    def reads(self, *texts):
        """One wording after the other; nothing is judged in between."""
        for text in texts:
            self.clock.forward(minutes=1)
            with self.store.begin() as work:
                (taken,) = work.take_in(self.account, [replace(self.told, text=text)])
            self.id = taken.message.id
        return self

    def judged(self, meanwhile=lambda: None):
        judging.assess(self.store, Judge(meanwhile))
        return self

    def decides(self, choice, *words):
        self.clock.forward(minutes=1)
        with self.store.begin() as work:
            return choice(work, self.person, self.id, *words)

    def swept_away(self):
        """As a step over many did it before it spared what nobody has judged."""
        done = self.decides(decision.dismiss, "Raid")
        with self.store.begin() as work:
            work.add(Bulk(self.person.id, BulkStep.DISMISS, "Raid", ((self.id, done.id),), work.now))
        return self

    @property
    def now(self):
        with self.store.view() as work:
            return work.get(Message, self.id)

    @property
    def waiting(self):
        with self.store.view() as work:
            return [one.id for one in work.alarms()] == [self.id]

    @property
    def clock_began(self):
        with self.store.view() as work:
            return alarm_clock.began(work, [work.get(Message, self.id)])[self.id]

    @property
    def acts(self):
        with self.store.view() as work:
            return [e.act for e in work.audit_of(f"message:{self.id}")]


class LateVerdictContract:
    """Edits and decisions that come before the verdict, or between two."""

    def test_no_edit_of_a_waiting_emergency_moves_its_clock_or_makes_it_slower(self, store, clock):
        letter = Letter(store, clock).reads(CALM).judged().reads(CRY).judged()
        for text in (CRY + "!", "alles gut", MAYBE, "alles gut!", CRY + "!!"):
            assert letter.reads(text).clock_began == Began(NOON + 2 * MINUTE, sure=True)
            assert letter.judged().clock_began == Began(NOON + 2 * MINUTE, sure=True)
            assert letter.waiting

    def test_the_clock_begins_anew_with_the_words_that_take_an_acknowledgement_away(self, store, clock):
        letter = Letter(store, clock).reads(CRY).judged()
        letter.decides(decision.acknowledge)
        letter.reads(CRY + "!").judged().reads(CALM).judged()
        assert not letter.waiting
        letter.reads(CRY).judged().reads(CRY + "!!").judged()
        assert letter.waiting
        assert letter.clock_began == Began(NOON + 5 * MINUTE, sure=True)

    def test_no_edit_moves_the_clock_of_what_a_person_made_an_emergency(self, store, clock):
        letter = Letter(store, clock).reads(CALM).judged()
        letter.decides(lambda work, person, i: decision.correct(work, person, i, intent=Intent.EMERGENCY))
        letter.reads("alles bestens").judged().reads(CRY).judged()
        assert letter.clock_began == Began(NOON + 2 * MINUTE, sure=True)

    def test_what_is_an_emergency_again_after_a_correction_counts_from_those_words(self, store, clock):
        letter = Letter(store, clock).reads(CRY).judged()
        letter.decides(lambda work, person, i: decision.correct(work, person, i, intent=Intent.OTHER))
        letter.reads(CALM).judged().reads(CRY).judged()
        assert letter.clock_began == Began(NOON + 4 * MINUTE, sure=True)

    def test_a_cry_for_help_that_was_edited_away_before_its_verdict_waits_all_the_same(self, store, clock):
        letter = Letter(store, clock).reads(CRY, CALM).judged()
        now = letter.now
        assert (now.version, now.urgency, now.abstained) == (2, Urgency.ACUTE, True)
        assert (letter.waiting, letter.acts) == (True, ["alarm_kept"])
        assert letter.clock_began == Began(NOON + MINUTE, sure=True)
        with store.view() as work:
            assert [a.version for a in work.find(Assessment, message_id=letter.id)] == [1, 2]

    def test_what_was_edited_away_after_others_settled_the_message_puts_it_back(self, store, clock):
        letter = Letter(store, clock).reads(CALM).judged()
        letter.decides(decision.dismiss, "harmlos")
        letter.reads(CRY, CALM).judged()
        assert (letter.now.state, letter.waiting) == (State.OPEN, True)
        assert letter.acts[-2:] == ["reopened_by_edit", "alarm_kept"]

    def test_who_dismissed_only_the_harmless_words_has_not_seen_the_cry_before_them(self, store, clock):
        letter = Letter(store, clock).reads(CRY, CALM)
        letter.decides(decision.dismiss, "harmlos")
        assert letter.judged().waiting
        assert letter.acts[-2:] == ["reopened_by_verdict", "alarm_kept"]

    def test_what_is_put_back_while_the_machine_thinks_is_not_calmed_behind_anybodys_back(self, store, clock):
        letter = Letter(store, clock).reads(CRY).judged()
        letter.decides(decision.dismiss, "Fehlalarm")
        letter.reads(CALM).judged(meanwhile=lambda: letter.decides(decision.reopen, "doch nicht"))
        assert letter.waiting

    def test_who_read_the_cry_itself_has_decided_about_it(self, store, clock):
        letter = Letter(store, clock).reads(CRY)
        letter.decides(decision.dismiss, "Übung der Feuerwehr")
        letter.reads(CALM).judged()
        assert (letter.now.state, letter.waiting) == (State.DISMISSED, False)

    def test_in_a_flood_a_cry_that_was_edited_away_does_not_queue(self, store, clock):
        letter = Letter(store, clock).reads(CRY, CALM)
        with store.begin() as work:
            work.take_in(letter.account, [received(f"Schön {n}") for n in range(3)])
        judging.assess(store, Judge(), limit=1)
        assert letter.waiting

    def test_an_emergency_that_was_swept_away_before_its_verdict_comes_back_with_it(self, store, clock):
        for text in (CRY, MAYBE):
            letter = Letter(store, clock).reads(text).swept_away().judged()
            now = letter.now
            assert (now.state, now.acknowledged_at, escalation.waits(now)) == (State.OPEN, None, True)
            assert letter.acts[-1] == edits.BY_VERDICT
            with store.begin() as work:
                decision.acknowledge(work, letter.person, letter.id)

    def test_an_edit_that_was_swept_away_before_its_verdict_comes_back_with_it(self, store, clock):
        letter = Letter(store, clock).reads(CALM).judged().reads(CRY).swept_away().judged()
        assert (letter.waiting, letter.acts[-1]) == (True, edits.BY_EDIT)

    def test_what_was_swept_away_and_is_harmless_or_was_read_stays_settled(self, store, clock):
        assert Letter(store, clock).reads(CALM).swept_away().judged().now.state is State.DISMISSED
        letter = Letter(store, clock).reads(CRY)
        letter.decides(decision.dismiss, "Übung der Feuerwehr")
        assert letter.judged().now.state is State.DISMISSED
        with store.begin() as work:
            assert not [d for d in work.find(Decision) if d.taken_back_at]

    def test_who_acknowledged_a_doubt_has_not_seen_the_sure_emergency_after_it(self, store, clock):
        letter = Letter(store, clock).reads(MAYBE).judged()
        letter.decides(decision.acknowledge)
        assert not letter.waiting
        letter.reads(CRY).judged()
        assert (letter.waiting, letter.now.acknowledged_at) == (True, None)
        assert letter.clock_began == Began(NOON + 3 * MINUTE, sure=True)
