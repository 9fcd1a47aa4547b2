"""Which of what a network hands us the account wrote itself."""

from casework.account import Account
from casework.labels import Platform
from casework.message import Received


def own(account: Account, received: Received) -> bool:
    """Names are no proof on Facebook, where anybody may bear the page's; elsewhere a handle is unique, but
    one that was given up may be somebody else's by now: where the network tells who wrote, that decides."""
    who, known = received.author, account.native_id
    numbered = received.stream and account.platform in (Platform.X, Platform.YOUTUBE, Platform.BLUESKY)
    if known and (who.id == known or (numbered and who.id != who.handle)):
        return who.id == known
    told = received.author.id if account.platform is Platform.FACEBOOK else received.author.handle
    return told.removeprefix("@").casefold() == account.handle.removeprefix("@").casefold()
