"""Where a message stands on its network for all to see, and whether an address is that network's own."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urlsplit

from casework.account import Account
from casework.errors import Refused
from casework.labels import Kind, Platform
from casework.message import WEB, Author, Message

OWN = {
    Platform.X: ("x.com", "twitter.com"),
    Platform.FACEBOOK: ("facebook.com",),
    Platform.INSTAGRAM: ("instagram.com",),
    Platform.YOUTUBE: ("youtube.com",),
    Platform.BLUESKY: ("bsky.app",),
    Platform.MASTODON: (),
}
PROFILES = {
    Platform.X: "https://x.com/{handle}",
    Platform.INSTAGRAM: "https://www.instagram.com/{handle}/",
    Platform.YOUTUBE: "https://www.youtube.com/channel/{id}",
    Platform.BLUESKY: "https://bsky.app/profile/{id}",
}
LONGEST_SHOWN = 200
# Where networks send whoever is not signed in, such as /i/flow/login, /accounts/login/ and /auth/sign_in.
_SIGN_IN = re.compile(
    r"/(log-?in|log_in|sign-?in|sign_in|sign-?up|sign_up|servicelogin|checkpoint|consent)(/|\.|$)"
)


@dataclass(frozen=True, slots=True)
class Target:
    """A page to capture: its address, the author's profile or "", words that ought to stand on the page, and
    whether an address is the network's own."""

    url: str
    profile: str
    words: str
    own: Callable[[str], bool]


def target(message: Message, account: Account) -> Target:
    """What to capture of a message; raises Refused where it has no page of the network."""
    return Target(
        page_of(message, account),
        profile_of(message, account),
        message.text,
        lambda url: is_own(url, account, message.author),
    )


def is_public(message: Message) -> bool:
    """Whether the network shows the message to anybody at all: it is no direct message and has an address."""
    return message.kind is not Kind.DM and message.url.lower().startswith(WEB)


def page_of(message: Message, account: Account) -> str:
    """The address at which everybody sees the message; raises Refused where there is none of the network."""
    name = f"message {message.id}"
    if message.kind is Kind.DM:
        raise Refused(f"{name}: a direct message has no public page; its original bytes are what is secured")
    if not message.url.lower().startswith(WEB):
        raise Refused(
            f"{name}: the network gave no address of a page; its original bytes are what is secured"
        )
    if not is_own(message.url, account, message.author):
        raise Refused(
            f"{name}: {message.url[:LONGEST_SHOWN]} is no page of the network itself; nothing was opened"
        )
    return message.url


def profile_of(message: Message, account: Account) -> str:
    """The address of the author's profile, "" where the network's form is not known or tells no public id."""
    author = message.author
    if account.platform is Platform.MASTODON:
        profile = _mastodon_profile(message)
    else:
        form = PROFILES.get(account.platform, "")
        named = {"handle": _quoted(author.handle.lstrip("@")), "id": _quoted(author.id)}
        profile = form.format(**named) if author.id and author.handle else ""
    return profile if profile and is_own(profile, account, author) else ""


def is_own(url: str, account: Account, author: Author) -> bool:
    """Whether the address lies on the network's own hosts.

    For Mastodon these are the account's server and the author's, which stands in the handle (name@server);
    for Bluesky the account's own server besides.
    """
    at = _split(url)
    if at is None or at.scheme not in ("https", "http") or not at.hostname or "@" in at.netloc:
        return False
    servers = {host for host in (_host(account.server), author.handle.rpartition("@")[2].lower()) if host}
    if account.platform is Platform.MASTODON:
        return any(_under(at.hostname, server) for server in servers)
    mine = {_host(account.server)} if account.platform is Platform.BLUESKY else set()
    return any(_under(at.hostname, host) for host in {*OWN[account.platform], *mine} if host)


def asks_to_sign_in(url: str) -> bool:
    """Whether the path is one to which networks send whoever is not signed in."""
    at = _split(url)
    return at is not None and bool(_SIGN_IN.search(at.path.lower()))


def _mastodon_profile(message: Message) -> str:
    at, name = _split(message.url), message.author.handle.lstrip("@").partition("@")[0]
    return f"{at.scheme}://{at.netloc}/@{_quoted(name)}" if at and at.netloc and name else ""


def _split(url: str) -> SplitResult | None:
    try:
        at = urlsplit(url)
        return at if at.port is None or at.port else None
    except ValueError:
        return None


def _host(server: str) -> str:
    at = _split(server)
    return (at.hostname or "") if at else ""


def _under(host: str, domain: str) -> bool:
    return host == domain or host.endswith(f".{domain}")


def _quoted(part: str) -> str:
    return quote(part, safe=":", errors="replace")
