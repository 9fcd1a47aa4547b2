"""Every network's door: how an officer signs in there. Bluesky has none: its library takes app passwords."""

from collections.abc import Mapping

from casework.labels import Platform
from connectors.oauth_google import GoogleDoor
from connectors.oauth_mastodon import MastodonDoor
from connectors.oauth_meta import FacebookDoor, InstagramDoor
from connectors.oauth_x import XDoor

Door = XDoor | GoogleDoor | MastodonDoor | FacebookDoor | InstagramDoor
DOORS: Mapping[Platform, type[Door]] = {
    Platform.X: XDoor,
    Platform.FACEBOOK: FacebookDoor,
    Platform.INSTAGRAM: InstagramDoor,
    Platform.YOUTUBE: GoogleDoor,
    Platform.MASTODON: MastodonDoor,
}
