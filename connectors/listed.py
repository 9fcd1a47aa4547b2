"""What connectors have in common whose streams are listings: pulling, back-filling, refusing other names."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence

from casework.account import Gap
from casework.errors import Refused
from casework.message import Checkpoint, Deleted, Received
from connectors.answers import shown
from connectors.walk import Listing, walk, walk_gap


class Listed(ABC):
    """A connector says which listings it has, by stream; the walk does the rest."""

    @abstractmethod
    def listings(self) -> Mapping[str, Listing]:
        """The listing of each stream, in the order in which they are shown."""

    def streams(self) -> Sequence[str]:
        """Names of the streams."""
        return tuple(self.listings())

    def pull(self, stream: str, cursor: str) -> Iterator[Received | Deleted | Checkpoint]:
        """As `connectors.walk.walk`."""
        yield from walk(self._listing(stream), cursor)

    def fill(self, stream: str, gap: Gap) -> Iterator[Received | Deleted | Checkpoint]:
        """As `connectors.walk.walk_gap`."""
        yield from walk_gap(self._listing(stream), gap)

    def _listing(self, stream: str) -> Listing:
        known = self.listings()
        if stream not in known:
            raise Refused(f"there is no stream {shown(stream)}; there are {', '.join(known)}")
        return known[stream]
