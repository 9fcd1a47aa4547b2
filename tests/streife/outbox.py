"""A network in memory that keeps what is sent to it."""

from casework.outgoing import Sent
from tests.builders import received

URL = "https://network.example/1"


class Mailbox:
    """What stands on a network: each answer that was delivered; it can fail as it is told.

    `troubles` are met one after the other: (moment, error), the moment "before" or "after" the delivery.
    """

    def __init__(self, *troubles):
        self.delivered, self.asked, self.troubles = [], [], list(troubles)

    def reply(self, draft):
        moment, error = self.troubles.pop(0) if self.troubles else ("", None)
        if moment == "before":
            raise error
        self.delivered.append(draft)
        if moment == "after":
            raise error
        return Sent(f"n-{draft.key}", URL)

    def recheck(self, native_ids):
        """What stands there."""
        for draft in self.delivered:
            if f"n-{draft.key}" in native_ids:
                yield received(draft.text, native_id=f"n-{draft.key}", kind=draft.kind)

    def sent(self, draft):
        self.asked.append(draft.key)
        there = any(one.key == draft.key for one in self.delivered)
        return Sent(f"n-{draft.key}", URL) if there else None
