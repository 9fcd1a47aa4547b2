"""All settings in one frozen object: from `streife.toml` in the home, overridden by STREIFE_* variables."""

import os
import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from casework import spot_check
from casework.errors import Refused
from casework.labels import Platform
from casework.polling import Rhythm
from casework.prices import CENT

DEFAULT_HOME = Path("var")


def home() -> Path:
    """Where everything a run writes lives: $STREIFE_HOME, else ./var."""
    return Path(os.environ.get("STREIFE_HOME") or DEFAULT_HOME).absolute()


class Settings(BaseSettings):
    """What an operator may set; times in the unit their name says."""

    model_config = SettingsConfigDict(env_prefix="STREIFE_", frozen=True, extra="forbid")

    home: Path = Field(default_factory=home, description="folder for everything a run writes")
    host: str = Field("127.0.0.1", description="address the web app listens on")
    port: int = Field(8642, ge=1, le=65535, description="port the web app listens on")
    database_url: str = Field("", description="SQLAlchemy URL; empty: SQLite in the home")
    session_hours: int = Field(12, ge=1, le=72, description="a sign-in ends after this many hours")
    poll_seconds: int = Field(60, ge=1, description="time between two polls where something happens")
    poll_quiet_seconds: int = Field(
        300, ge=1, le=900, description="at most so long between two polls where nothing does"
    )
    recheck_hours: int = Field(
        24, ge=1, description="time between two looks for deletions of what matters, after its first two days"
    )
    erase_deleted_hours: int = Field(
        72, ge=0, description="what its author deleted is erased after so long, unless it is needed"
    )
    notice_days: int = Field(90, ge=1, description="what an officer was told and saw is kept so many days")
    x_monthly_cap_cents: int = Field(
        0, ge=0, description="X: US cents an account may cost in a month; 0: X is neither read nor written"
    )
    youtube_daily_units: int = Field(
        10_000, ge=1, description="YouTube: quota units a day of the Google project that all channels share"
    )
    spot_check_one_in: int = Field(
        spot_check.ONE_IN, ge=1, description="one in so many messages judged harmless is read again"
    )
    spot_check_weekly: int = Field(spot_check.WEEKLY, ge=0, description="at least so many of them a week")
    secure_cookie: bool = Field(False, description="send the session cookie over HTTPS only")
    public_url: str = Field("", description="address at which browsers reach Streife; empty: HOST:PORT")
    key_file: Path | None = Field(None, description="file of the master keys; empty: streife.key in the home")
    master_keys: SecretStr = Field(SecretStr(""), description="the master keys themselves, parted by commas")
    x_client_id: str = Field("", description="X: the OAuth 2 client id of the app")
    x_client_secret: SecretStr = Field(SecretStr(""), description="X: its secret; empty for a public client")
    meta_app_id: str = Field("", description="Facebook and Instagram: the id of the app")
    meta_app_secret: SecretStr = Field(SecretStr(""), description="Facebook and Instagram: its secret")
    meta_verify_token: SecretStr = Field(SecretStr(""), description="Meta's webhooks: words agreed with it")
    google_client_id: str = Field("", description="YouTube: the OAuth 2 client id")
    google_client_secret: SecretStr = Field(SecretStr(""), description="YouTube: its secret")

    capture: bool = Field(True, description="pages of what is grave or in a case are captured by a browser")
    chromium: str = Field("", description="the browser that captures; empty: looked for on the path")

    smtp_host: str = Field("", description="mail server for notices; empty: no e-mail goes out")
    smtp_port: int = Field(587, ge=1, le=65535, description="its port; on 465 the line is secured at once")
    smtp_starttls: bool = Field(True, description="secure the line by STARTTLS before anything is said")
    smtp_user: str = Field("", description="name to sign in with; empty: without")
    smtp_password: SecretStr = Field(SecretStr(""), description="its password")
    smtp_from: str = Field("", description="sender's address of notices")
    smtp_ca_file: Path | None = Field(None, description="certificates to trust; empty: those of the system")
    mail_language: str = Field("de", description="language of notices by e-mail: de or en")

    sign_pkcs12: Path | None = Field(None, description="PKCS#12 file that signs packages; empty: a demo key")
    sign_pkcs12_password: SecretStr = Field(SecretStr(""), description="its password")
    sign_pkcs11_module: Path | None = Field(None, description="PKCS#11 library of a token that signs instead")
    sign_pkcs11_token: str = Field("", description="the token's label")
    sign_pkcs11_label: str = Field("", description="label of key and certificate in it")
    sign_pkcs11_pin: SecretStr = Field(SecretStr(""), description="the token's PIN")
    tsa_urls: str = Field("", description="RFC 3161 authorities, parted by commas, asked in this order")
    tsa_roots: Path | None = Field(None, description="PEM file of the roots that their stamps must lead to")
    xjustiz_version: str = Field("3.6.2", description="release of XJustiz in which packages are announced")
    xjustiz_schema: Path | None = Field(None, description="folder of its XSD files; empty: not checked")
    xjustiz_recipient: str = Field("Staatsanwaltschaft", description="to whom packages are announced")

    @property
    def rhythm(self) -> Rhythm:
        """How often streams are read, and what that may cost."""
        caps = {Platform.X: self.x_monthly_cap_cents * CENT}
        base, quiet = timedelta(seconds=self.poll_seconds), timedelta(seconds=self.poll_quiet_seconds)
        daily = {Platform.YOUTUBE: self.youtube_daily_units}
        return Rhythm(base, quiet, caps, timedelta(hours=self.recheck_hours), daily)

    @property
    def store_url(self) -> str:
        """The URL of the store in force."""
        return self.database_url or f"sqlite:///{self.home / 'streife.sqlite3'}"

    def apps(self) -> dict[str, str]:
        """Our apps at the networks: the settings that name them and their secrets, in plain text."""
        told = self.model_dump(include={n for n in type(self).model_fields if n.endswith(("_id", "_secret"))})
        return {n: v.get_secret_value() if isinstance(v, SecretStr) else v for n, v in told.items()}

    def seal(self) -> dict[str, object]:
        """Who signs packages and who tells the time, as the room of the evidence names it."""
        signing = {n[5:]: getattr(self, n) for n in type(self).model_fields if n.startswith("sign_")}
        urls = tuple(url for one in self.tsa_urls.split(",") if (url := one.strip()))
        return {**signing, "home": self.home, "tsa_urls": urls, "tsa_roots": self.tsa_roots}

    def xjustiz(self) -> dict[str, Any]:
        """What was set for XJustiz messages: version, schema, recipient."""
        names = ("version", "schema", "recipient")
        return {name: getattr(self, f"xjustiz_{name}") for name in names}

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the signature is pydantic's
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments first, then the environment, then the file."""
        file = TomlConfigSettingsSource(settings_cls, toml_file=home() / "streife.toml")
        return init_settings, env_settings, file


def load() -> Settings:
    """Read the settings; raises Refused naming the setting and what is wrong with it."""
    try:
        return Settings.model_validate({})
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise Refused(f"setting {name}: {first['msg']}; see streife.toml or STREIFE_{name.upper()}") from None
    except tomllib.TOMLDecodeError as error:
        raise Refused(f"streife.toml: {error}; mend the file or move it away") from None
