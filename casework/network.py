"""What a network's connector must offer, and what it is given to count with: small shapes, no frameworks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from casework.account import Gap
from casework.message import Checkpoint, Deleted, Received, Unknown
from casework.outgoing import Followers, Outgoing, OwnPost, Sent
from casework.pools import Shared


class Connector(Protocol):
    """Reads one account of one network."""

    def streams(self) -> Sequence[str]:
        """Names of the streams this network offers for the account."""
        ...

    def pull(self, stream: str, cursor: str) -> Iterator[Received | Deleted | Checkpoint]:
        """What came since the cursor ("" at first); ends with a checkpoint.

        Raises AuthExpired, RateLimited, Transient, SchemaChanged of connectors.errors.
        """
        ...

    def fill(self, stream: str, gap: Gap) -> Iterator[Received | Deleted | Checkpoint]:
        """What was missed, from the gap's end backwards; ends with a checkpoint of what is missing still.

        Raises as `pull` does; SchemaChanged too where the network no longer knows `gap.resume`.
        """
        ...

    def recheck(self, native_ids: Sequence[str]) -> Iterator[Received | Deleted | Unknown]:
        """Whether these messages still stand, and how they read now."""
        ...

    @staticmethod
    def blind() -> Sequence[str]:
        """What this network never gives: keys of words, such as "stories" or "private_accounts"."""
        ...


class Meter(Protocol):
    """Counts what is asked of a network for one account, for all workers together, and says when to stop."""

    def ask(
        self,
        what: str,
        *,
        reads: int = 0,
        writes: int = 0,
        beside: Mapping[str, int] | None = None,
        shared: Shared | None = None,
    ) -> None:
        """Before a request to the endpoint `what` that may give so many items or write so many.

        `beside`: how many of other sorts may come with them; `shared`: the limit from which all accounts of
        an app take them.

        Raises RateLimited while the network wants to be left alone, BudgetSpent where it would cost more
        than the account may.
        """
        ...

    def told(
        self,
        what: str,
        *,
        reads: int = 0,
        writes: int = 0,
        beside: Mapping[str, int] | None = None,
        remaining: int | None = None,
        reset_at: datetime | None = None,
    ) -> None:
        """After an answer: what was really read or written, and how often the network still lets us ask.

        A request of which nothing is told counts in full.
        """
        ...

    def used_up(self, shared: Shared) -> None:
        """After an answer: the network gives none of the app's accounts more until the limit begins anew."""
        ...


class Named(Protocol):
    """A connector that knows under which id the network names the account, without asking."""

    @property
    def native_id(self) -> str:
        """The network's own id of the account; "" where the key does not tell it."""
        ...


class Answers(Protocol):
    """A connector that can also write: public replies and direct messages."""

    def reply(self, draft: Outgoing) -> Sent:
        """Send it, once: where it was sent before under the same key, that is returned.

        Raises what `pull` raises, and Refused where the network does not take it, with its reason.
        """
        ...

    def sent(self, draft: Outgoing) -> Sent | None:
        """What became of a draft whose sending was cut off: as found on the network, else None."""
        ...


class Measures(Protocol):
    """A connector that also tells how the account does."""

    def metrics(self) -> Iterator[OwnPost | Followers]:
        """The officer's own latest posts with their figures, and how many follow."""
        ...


class Bell(Protocol):
    """An open connection by which a network rings when something came."""

    def close(self) -> None:
        """Ring no more."""
        ...


class Listens(Protocol):
    """A connector whose network also rings, so that the next poll need not wait."""

    def listen(self, wake: Callable[[str], object]) -> Bell:
        """Tell `wake`, which never raises, the name of each stream to poll, in a thread of the bell's own."""
        ...
