"""From the claims of a log-in to a person with roles: who is let in, as what, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from carbonpeak.access.deciding import Role
from carbonpeak.access.roles import Claimed, Otherwise, Roles
from carbonpeak.data.scope import is_code
from carbonpeak.data.text import Text
from carbonpeak.store.actors import Actor
from carbonpeak.words import both

Claims = Mapping[str, Any]
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Admission:
    """A person, or None where nobody is let in, the reason, and when that ends (Unix seconds).

    ``owner`` is whose drafts theirs are: no two people share it, and nobody chooses it, as a name.
    """

    actor: Actor | None
    because: Text
    until_s: float | None = None
    is_expired: bool = False
    owner: str = ""


def alone() -> Admission:
    """Return whoever sits at a machine without log-in: all of it is theirs."""
    every = frozenset({"reader", "analyst", "editor", "verifier", "administrator"})
    return Admission(Actor("", every, None, None), both("access.alone"))


def admit(claims: Claims | None, roles: Roles, now_s: float) -> Admission:
    """Return as whom someone is let in; ``claims`` is None for who has not logged in."""
    if claims is None:
        return _otherwise(roles.not_logged_in, both("access.not_logged_in"))
    until_s = _expiry_s(claims)
    if until_s is None:
        return _otherwise(roles.without_role, both("access.no_expiry"))
    if until_s <= now_s:
        return Admission(_public(roles.not_logged_in), both("access.expired"), is_expired=True)
    if not _texts(claims.get(roles.tenant)) & roles.tenants:
        return _otherwise(roles.without_role, both("access.tenant", claim=roles.tenant))
    values = _texts(claims.get(roles.claim))
    held: frozenset[Role] = frozenset(role for value, role in roles.role_of if value in values)
    if not held:
        return _otherwise(roles.without_role, both("access.unknown_role", claim=roles.claim))
    regions, companies = _codes(claims, roles.region), _codes(claims, roles.company)
    actor = Actor(_name(claims), frozenset(held), regions, companies)
    because = both("access.known", claim=roles.claim)
    return Admission(actor, because, until_s, owner=_owner(claims))


def _otherwise(way: Otherwise, because: Text) -> Admission:
    return Admission(_public(way), because)


def _public(way: Otherwise) -> Actor | None:
    return Actor("", frozenset({"reader"}), NONE, NONE) if way == "public" else None


def _expiry_s(claims: Claims) -> float | None:
    """Return when a token ends, None where it does not say so as a number."""
    value = claims.get("exp")
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)


def _name(claims: Claims) -> str:
    """Return what a person is called: readable, and else by the subject of the token."""
    named = (claims.get(one) for one in ("name", "preferred_username", "email", "sub"))
    return next((one for one in named if isinstance(one, str) and one), "?")


def _owner(claims: Claims) -> str:
    """Return issuer and subject, which together name one person; nothing where one is missing."""
    parts = [claims.get(one) for one in ("iss", "sub")]
    told = [one for one in parts if isinstance(one, str) and one]
    return " ".join(told) if len(told) == len(parts) else ""


def _codes(claims: Claims, claimed: Claimed) -> frozenset[str] | None:
    values = _texts(claims.get(claimed.claim)) if claimed.claim else NONE
    if values & claimed.all:
        return None
    return frozenset(one for one in values if is_code(one))


def _texts(value: object) -> frozenset[str]:
    """Return the texts of a claim: one, or a list of them; nothing where it is something else."""
    if isinstance(value, str):
        return frozenset({value})
    if isinstance(value, list | tuple):
        return frozenset(one for one in value if isinstance(one, str))
    return NONE
