"""YouTube's Data API on loopback, with a channel, its threads and its videos; written after the docs of
https://developers.google.com/youtube/v3/docs, met by our own connector only."""

import json
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs

from casework.labels import Platform
from casework.metering import Unmetered
from connectors.youtube import YouTube
from tests.builders import a_plain_account
from tests.networks.stub import Answered, Stub, minute

CHANNEL, ANNA, VIDEO = "UC" + "p" * 22, "UC" + "a" * 22, "dQw4w9WgXcQ"
INLINED = 5
ONLY_TO_SIGN_IN = ("/token", "/youtube/v3/channels")


def refused(status, reason, message="No.", **headers):
    """An error as Google words it."""
    error = {"code": status, "message": message, "errors": [{"reason": reason, "domain": "youtube"}]}
    return Answered({"error": error}, status, headers)


class YouTubeStub(Stub):
    stream, needed, editable, deletable = "comments", "snippet", True, True

    def __init__(self):
        super().__init__()
        self.comments, self.status, self.tokens = {}, {}, ["secret-token"]
        self.key = {
            "access_token": "secret-token",
            "refresh_token": "secret-refresh",
            "client_id": "client",
            "client_secret": "secret-client",
            "expires_at": (datetime.now(UTC) + timedelta(hours=1)).isoformat(),
        }
        self.posted_at, self.strict, self.handle = minute(3_000), False, "@polizei"
        self.subscribers, self.uploads = {"subscriberCount": "1230"}, [VIDEO]

    def connect(self, meter=None, **key):
        account = a_plain_account(Platform.YOUTUBE, handle=self.handle, server=self.url)
        return YouTube(account, json.dumps(key or self.key), meter or Unmetered())

    def counts(self, asked):
        return asked.path not in ONLY_TO_SIGN_IN

    def arrives(self, number, text="Moin", status="published", **fields):
        """A comment beneath the video; `fields` are the comment's own."""
        return self._keep(f"Ug{number:010}AaABAg", text, minute(number), status, fields)

    def answered(self, thread, number, text="Moin", status="published", author=ANNA):
        """A reply in a thread; YouTube does not repeat the video in it."""
        own = self._keep(f"{thread}.{number:06}", text, minute(number), status, {})
        self.comments[own]["snippet"] |= {"parentId": thread, "authorChannelId": {"value": author}}
        del self.comments[own]["snippet"]["videoId"]
        return own

    def _keep(self, native_id, text, at, status, fields):
        snippet = {
            "authorDisplayName": "@anna",
            "authorChannelId": {"value": ANNA},
            "authorProfileImageUrl": "https://yt3.example/a.jpg",
            "channelId": CHANNEL,
            "videoId": VIDEO,
            "textDisplay": text,
            "textOriginal": text,
            "publishedAt": at.isoformat().replace("+00:00", "Z"),
            "updatedAt": at.isoformat().replace("+00:00", "Z"),
            "likeCount": 0,
            "canRate": True,
            "viewerRating": "none",
        }
        self.status[native_id] = status
        comment = {"kind": "youtube#comment", "etag": "x", "id": native_id, "snippet": snippet}
        self.comments[native_id] = comment | fields
        return native_id

    def edit(self, native_id, text):
        self.comments[native_id]["snippet"] |= {"textDisplay": text, "textOriginal": text}

    def delete(self, native_id):
        del self.comments[native_id]

    def limited(self, reset):
        if reset is None:
            return refused(403, "rateLimitExceeded")
        return refused(429, "rateLimitExceeded", **{"retry-after": str((reset - datetime.now(UTC)).seconds)})

    def expired(self):
        return refused(401, "authError", "Invalid Credentials")

    def revoked(self):
        return refused(401, "authError", "Token has been revoked")

    def empty_with_token(self):
        return Answered({"kind": "youtube#commentThreadListResponse", "items": [], "nextPageToken": "0"})

    def answer(self, asked):
        if asked.path == "/token":
            return self._token(asked)
        token = asked.headers.get("authorization", "").removeprefix("Bearer ")
        if token not in self.tokens and asked.headers.get("x-goog-api-key") != "secret-api-key":
            return refused(401, "authError", "Invalid Credentials")
        body = asked.body.decode() if asked.headers.get("x-http-method-override") == "GET" else ""
        query = asked.query | {name: values[0] for name, values in parse_qs(body).items()}
        name = asked.path.removeprefix("/youtube/v3/")
        if name == "comments" and asked.method == "POST" and not body:
            return self._posted(asked)
        return getattr(self, f"_{name.lower()}")(query)

    def _token(self, asked):
        if asked.form["refresh_token"] != "secret-refresh" or not self.tokens:
            error = {"error": "invalid_grant", "error_description": "Token has been expired or revoked."}
            return Answered(error, 400)
        self.tokens = [f"secret-token-{len(self.asked)}"]
        return Answered({"access_token": self.tokens[0], "expires_in": 3599, "token_type": "Bearer"})

    def _channels(self, query):
        if not ({"mine", "forHandle", "id"} & query.keys()) or not self.subscribers:
            return Answered({"kind": "youtube#channelListResponse"})
        playlists = {"relatedPlaylists": {"uploads": "UUp"}}
        return Answered(
            {"items": [{"id": CHANNEL, "statistics": self.subscribers, "contentDetails": playlists}]}
        )

    def _playlistitems(self, query):
        return Answered({"items": [{"contentDetails": {"videoId": one}} for one in self.uploads]})

    def _videos(self, query):
        def video(native_id, privacy):
            snippet = {"title": f"Film {native_id}", "publishedAt": "2026-11-01T10:00:00Z"}
            figures = {"viewCount": "900", "likeCount": "30", "commentCount": "4"}
            return {
                "id": native_id,
                "snippet": snippet,
                "statistics": figures,
                "status": {"privacyStatus": privacy},
            }

        return Answered(
            {
                "items": [
                    video(one, "private" if one == "hidden" else "public") for one in query["id"].split(",")
                ]
            }
        )

    def _replies(self, thread, *shown):
        own = [c for n, c in self.comments.items() if n.startswith(f"{thread}.") and self.status[n] in shown]
        return sorted(own, key=lambda comment: comment["id"])

    def _commentthreads(self, query):
        wanted = query.get("moderationStatus", "published")
        tops = [
            n
            for n in self.comments
            if "." not in n
            and wanted in (self.status[n], *(self.status[r["id"]] for r in self._replies(n, wanted)))
        ]
        newest = sorted(tops, reverse=True)
        start = int(query.get("pageToken") or 0)
        end = start + min(self.page_size, int(query["maxResults"]))
        more = {"nextPageToken": str(end)} if end < len(newest) else {}
        return Answered({"items": [self._thread(n, wanted) for n in newest[start:end]], **more})

    def _thread(self, native_id, wanted):
        replies = self._replies(native_id, wanted)
        snippet = {
            "channelId": CHANNEL,
            "videoId": VIDEO,
            "topLevelComment": self.comments[native_id],
            "totalReplyCount": len(replies),
            "isPublic": wanted == "published",
        }
        thread = {"kind": "youtube#commentThread", "id": native_id, "snippet": snippet}
        return thread | ({"replies": {"comments": replies[:INLINED]}} if replies else {})

    def _comments(self, query):
        if "parentId" in query:
            replies = self._replies(query["parentId"], "published")
            start = int(query.get("pageToken") or 0)
            end = start + min(self.page_size, int(query["maxResults"]))
            more = {"nextPageToken": str(end)} if end < len(replies) else {}
            return Answered({"items": replies[start:end], **more})
        ids = query["id"].split(",")
        if self.strict and any(one not in self.comments for one in ids):
            return refused(404, "commentNotFound")
        return Answered({"items": [self.comments[one] for one in ids if one in self.comments]})

    def _posted(self, asked):
        told = asked.json["snippet"]
        if told["parentId"] not in self.comments:
            return refused(404, "parentCommentNotFound", "The parent comment could not be found.")
        if len(told["textOriginal"]) > 10_000:
            return refused(400, "commentTextTooLong", "The comment is too long.")
        number = len(self.comments)
        own = self.answered(told["parentId"], number, told["textOriginal"], author=CHANNEL)
        at = self.posted_at.isoformat().replace("+00:00", "Z")
        self.comments[own]["snippet"] |= {"publishedAt": at, "authorDisplayName": "@polizei"}
        return Answered(self.comments[own])
