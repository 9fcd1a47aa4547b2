"""Captured pages in a store: which are due, and what erasing leaves of them."""

from datetime import timedelta

from casework import capture
from casework.capture_record import Capture, CaptureBody, CaptureFile, CaptureReason
from tests.builders import a_message, a_person
from tests.casework.test_capture import SEEN


def asked(work, reason=CaptureReason.GRAVE, minutes=0, **given):
    at = None if minutes is None else work.now + timedelta(minutes=minutes)
    return work.add(Capture(a_message(work).id, 1, reason, work.now, next_try_at=at, **given))


class CaptureContract:
    """Captured pages."""

    def test_what_a_person_asked_for_is_captured_before_what_the_machine_did(self, store):
        with store.begin() as work:
            machine = [asked(work, minutes=-5), asked(work)]
            people = [asked(work, CaptureReason.ASKED, -1), asked(work, CaptureReason.BOUND)]
            asked(work, minutes=1)
            asked(work, minutes=None)
            assert work.captures_due(10) == people + machine
            assert work.captures_due(1) == people[:1]

    def test_erasing_blanks_the_pages_bytes_and_what_is_told_of_it(self, store):
        with store.begin() as work:
            person = a_person(work)
            one, other = asked(work, asked_by=person.id), asked(work)
            kept = [capture.keep(work, capture.take(work, c), SEEN) for c in (one, other)]
            files = work.find(CaptureFile)
            work.erase(one.message_id)
        with store.view() as work:
            mine, others = work.find(Capture)
            assert (mine.page, mine.state) == ({}, kept[0].state)
            assert others == kept[1]
            assert work.find(CaptureFile) == files
            bodies = [b.body for b in work.find(CaptureBody)]
            assert bodies == [b"", b"", *(body for _, _, body in SEEN.files)]

    def test_nothing_more_is_tried_for_what_was_erased(self, store):
        with store.begin() as work:
            waiting = asked(work)
            work.erase(waiting.message_id)
            assert work.captures_due(10) == []
