"""The sign-in pages and token endpoints of X, Google, Mastodon and Meta on loopback, as strict as RFC 6749
and RFC 7636 ask: a code is good once, for one app, one address and one verifier."""

import hashlib
import json
from base64 import b64decode, urlsafe_b64encode
from urllib.parse import urlencode

from tests.networks.stub import Answered, Stub

PAGES = ("/i/oauth2/authorize", "/o/oauth2/v2/auth", "/oauth/authorize", "/v24.0/dialog/oauth")
APPS = {"x-app": "x-app-secret", "google-app": "google-app-secret", "meta-app": "meta-app-secret"}
WITH_PKCE = ("/2/oauth2/token", "/token")


class Doors(Stub):
    """`name` is who is signed in there; all tokens given out, and those taken back, are kept."""

    def __init__(self):
        super().__init__()
        self.name, self.answer_to_officer = "kira_police", "allow"
        self.apps, self.codes, self.given, self.taken_back = dict(APPS), {}, [], []
        self.granted_scope = None

    def answer(self, asked):
        if asked.path in PAGES:
            return self._page(asked)
        answers = {
            "/2/oauth2/token": self._token,
            "/token": self._token,
            "/oauth/token": self._token,
            "/v24.0/oauth/access_token": self._meta_token,
            "/2/oauth2/revoke": self._revoke,
            "/revoke": self._revoke,
            "/oauth/revoke": self._revoke,
            "/api/v1/apps": self._register,
        }
        found = answers.get(asked.path, self._asked_with_token)
        return found(asked)

    def counts(self, asked):
        return asked.path not in PAGES and not asked.path.startswith("/.well-known")

    def _page(self, asked):
        told = asked.query
        assert told["client_id"] in self.apps
        assert told.get("response_type", "code") == "code"
        if self.answer_to_officer == "allow":
            code = f"secret-code-{len(self.codes)}"
            self.codes[code] = told
            back = {"code": code, "state": told["state"]}
        else:
            back = {"error": "access_denied", "state": told["state"]}
        return Answered({}, 302, {"location": f"{told['redirect_uri']}?{urlencode(back)}"})

    def _token(self, asked):
        form, client, secret = asked.form, *self._client(asked)
        told = self.codes.pop(form["code"], None)
        verifier = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = urlsafe_b64encode(verifier).decode().rstrip("=")
        fits = (
            told
            and self.apps.get(client) == secret
            and told["client_id"] == client
            and told["redirect_uri"] == form["redirect_uri"]
            and (asked.path not in WITH_PKCE or told["code_challenge"] == challenge)
        )
        if not fits:
            return Answered({"error": "invalid_grant", "error_description": f"bad {form['code']}"}, 400)
        scope = self.granted_scope or told["scope"]
        more = {"refresh_token": self._new("refresh"), "expires_in": 7200, "scope": scope}
        return Answered({"access_token": self._new("access"), "token_type": "bearer", **more})

    def _meta_token(self, asked):
        told = asked.query
        if self.apps.get(told["client_id"]) != told["client_secret"]:
            return Answered({"error": {"message": "no", "type": "OAuthException", "code": 1}}, 400)
        if told.get("grant_type") == "fb_exchange_token":
            assert told["fb_exchange_token"] in self.given
            return Answered({"access_token": self._new("long"), "expires_in": 5_184_000})
        page = self.codes.pop(told["code"], None)
        if not page or page["redirect_uri"] != told["redirect_uri"]:
            return Answered({"error": {"message": "used", "type": "OAuthException", "code": 100}}, 400)
        return Answered({"access_token": self._new("short"), "expires_in": 3600})

    def _asked_with_token(self, asked):
        if asked.path.startswith("/.well-known"):
            return Answered(b"<html>", 404)
        bearer = asked.headers.get("authorization", "").removeprefix("Bearer ")
        token = bearer or asked.query.get("access_token")
        if token not in self.given:
            return Answered({"error": "unauthorized"}, 401)
        channel = {"id": "UC1", "snippet": {"customUrl": f"@{self.name}"}}
        return {
            "/2/users/me": Answered({"data": {"id": "42", "username": self.name}}),
            "/youtube/v3/channels": Answered({"items": [channel]}),
            "/api/v1/accounts/verify_credentials": Answered({"id": "7", "username": self.name}),
            "/v24.0/me/accounts": Answered({"data": [self._page_of("other"), self._page_of(self.name)]}),
        }.get(asked.path, Answered({"error": "not found"}, 404))

    def _page_of(self, name):
        own = {"id": f"ig-{name}", "username": name}
        told = {"id": f"page-{name}", "name": name.title(), "username": name}
        return told | {"access_token": self._new(f"page-{name}"), "instagram_business_account": own}

    def _register(self, asked):
        client = f"masto-app-{len(self.apps)}"
        self.apps[client] = "masto-app-secret"
        return Answered({"id": "1", "client_id": client, "client_secret": self.apps[client]})

    def _revoke(self, asked):
        self.taken_back.append(asked.form["token"])
        return Answered({})

    def _client(self, asked):
        basic = asked.headers.get("authorization", "")
        if basic.startswith("Basic "):
            return b64decode(basic.removeprefix("Basic ")).decode().split(":", 1)
        return asked.form.get("client_id"), asked.form.get("client_secret")

    def _new(self, kind):
        self.given.append(f"secret-{kind}-{len(self.given)}")
        return self.given[-1]


def secrets_in(key):
    """The words of a JSON key that nobody may ever see."""
    return [v for k, v in json.loads(key).items() if k.endswith(("token", "secret"))]
