"""Signing in at Meta for a Facebook page or the Instagram account beside it, through facebook-sdk.

https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow : a code becomes a key of the
officer, that one a long-lived one, and that one the page's, which does not run out.
"""

from collections.abc import Mapping

import facebook

from casework.account import Account
from connectors.answers import at, listed, shown, words
from connectors.oauth import NotGranted, asking, at_server, granting, same, written

PUBLIC, VERSION = "https://graph.facebook.com", "v24.0"
PAGES = "id,name,username,access_token,instagram_business_account{id,username}"
OF_PAGES = (
    "pages_show_list",
    "pages_read_engagement",
    "pages_read_user_content",
    "pages_manage_engagement",
    "pages_manage_metadata",  # to subscribe to its notices
)
ON_FACEBOOK = (*OF_PAGES, "pages_messaging")
ON_INSTAGRAM = (*OF_PAGES, "instagram_basic", "instagram_manage_comments", "instagram_manage_messages")


def named(account: Account, *names: str) -> bool:
    """Whether one of these is the account's handle."""
    return same(account.handle) in {same(name) for name in names} - {""}


class FacebookDoor:
    """One app at Meta, for pages."""

    needs = ("meta_app_id", "meta_app_secret")
    network = "facebook"
    permissions: tuple[str, ...] = ON_FACEBOOK

    def __init__(self, told: Mapping[str, str]) -> None:
        """`told`: the settings by name."""
        self._id, self._secret = told["meta_app_id"], told["meta_app_secret"]

    def begin(self, account: Account, redirect_uri: str, state: str) -> tuple[str, str]:
        """Where to send the officer; nothing is to be kept."""
        graph = self._graph(account)
        url = graph.get_auth_url(self._id, redirect_uri, perms=self.permissions, state=state)
        return at_server(account, url), "{}"

    def finish(self, account: Account, redirect_uri: str, _: str, code: str) -> str:
        """The page's key as JSON, see connectors.facebook; raises NotGranted and Transient."""
        graph = self._graph(account)
        with granting(self.network):
            try:
                short = graph.get_access_token_from_code(code, redirect_uri, self._id, self._secret)
                graph.access_token = short["access_token"]
                graph.access_token = graph.extend_access_token(self._id, self._secret)["access_token"]
                pages = listed(graph.get_connections("me", "accounts", fields=PAGES, limit=100), "data")
            except facebook.GraphAPIError as error:
                raise NotGranted(f"{self.network}: {type(error).__name__}; begin again") from None
        return self.key_of(account, pages)

    def key_of(self, account: Account, pages: list[object]) -> str:
        """The key of the page whose name, address or id is the account's handle."""
        for page in pages:
            if named(account, words(page, "username"), words(page, "id"), words(page, "name")):
                return self.key(page)
        raise self.none_of([words(page, "username") or words(page, "name") for page in pages], account)

    def key(self, page: object, **more: str) -> str:
        """What the connector needs."""
        token, page_id = words(page, "access_token"), words(page, "id")
        if not token or not page_id:
            raise NotGranted(f"{self.network}: no key for the page was given; allow all that is asked for")
        return written(access_token=token, page_id=page_id, app_secret=self._secret, **more)

    def none_of(self, names: list[str], account: Account) -> NotGranted:
        """The account is not among those the officer chose."""
        chosen = ", ".join(shown(name) for name in names) or "none"
        return NotGranted(
            f"{self.network}: {account.handle} is not among the accounts that you chose there ({chosen}); "
            "begin again and choose it. Nothing was kept"
        )

    def revoke(self, _account: Account, _key: str) -> bool:
        """A page's key cannot take itself back: the officer removes Streife at Meta under business apps."""
        return False

    def _graph(self, account: Account) -> facebook.GraphAPI:
        graph = facebook.GraphAPI(session=asking(self.network, PUBLIC, account))
        graph.version = VERSION  # the library refuses it as an argument: it knows one digit only
        return graph


class InstagramDoor(FacebookDoor):
    """The same app, for the Instagram account that belongs to a page."""

    network, permissions = "instagram", ON_INSTAGRAM

    def key_of(self, account: Account, pages: list[object]) -> str:
        """The key of the page beside the Instagram account of that name or id."""
        beside = [(page, at(page, "instagram_business_account")) for page in pages]
        for page, own in beside:
            if named(account, words(own, "username"), words(own, "id")):
                return self.key(page, ig_user_id=words(own, "id"))
        raise self.none_of([words(own, "username") for _, own in beside if own], account)
