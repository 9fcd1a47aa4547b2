"""Who works here: stations, officers, their roles, and their sessions."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a person is here for; always bound to a station."""

    OFFICER = "officer"
    CONTACT_OFFICER = "contact_officer"
    CASE_OFFICER = "case_officer"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Station:
    """A police station; `land` is the ISO 3166-2 code whose holidays count, such as DE-NI."""

    slug: str
    name: str
    land: str
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Officer:
    """A person with a sign-in; the password is kept only as an argon2 hash."""

    login: str
    name: str
    station_id: int
    password_hash: str
    email: str = ""
    active: bool = True
    mask_hostile: bool = True
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Grant:
    """One role of one officer at one station."""

    officer_id: int
    role: Role
    station_id: int
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in browser; only the hash of its token is kept."""

    token_hash: str
    officer_id: int
    started_at: datetime
    expires_at: datetime
    ended_at: datetime | None = None
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Person:
    """An officer together with all roles, as every rule sees them.

    `operator` is whoever holds the machine's shell and so the database file: may read, export and
    manage everything, decides nothing, and is logged like everyone else.
    """

    officer: Officer
    grants: frozenset[tuple[Role, int]] = frozenset()
    operator: bool = False

    @property
    def id(self) -> int:
        """The officer's id."""
        return self.officer.id

    @property
    def login(self) -> str:
        """The name under which the audit log knows this person."""
        return self.officer.login

    def has(self, role: Role, station_id: int) -> bool:
        """Whether this person holds the role at that station."""
        return (role, station_id) in self.grants

    def stations(self, *roles: Role) -> frozenset[int]:
        """Stations at which this person holds any of these roles."""
        return frozenset(station for role, station in self.grants if role in roles)
