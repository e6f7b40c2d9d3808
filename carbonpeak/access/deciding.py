"""May this person do this there? Every answer has its reason; what no rule allows is denied."""

from dataclasses import dataclass, replace
from typing import Literal, get_args

from carbonpeak.data.scope import PUBLIC, Scope
from carbonpeak.data.text import Text
from carbonpeak.store.actors import Actor
from carbonpeak.words import both

What = Literal[
    "query", "figure", "export", "report", "preview", "import", "publish", "verify", "audit",
    "register", "enter", "disclose",
]  # fmt: skip
Role = Literal["reader", "analyst", "editor", "verifier", "administrator"]
WHATS: tuple[What, ...] = get_args(What)
ROLES: tuple[Role, ...] = get_args(Role)

READING: frozenset[What] = frozenset({"query", "figure", "export", "report"})
# What each role adds to nothing; a person may have several.
RIGHTS: dict[Role, frozenset[What]] = {
    "reader": READING,
    "analyst": READING | {"preview"},
    "editor": READING | {"preview", "import", "register", "enter"},
    "verifier": READING | {"verify"},
    "administrator": READING | {"preview", "import", "publish", "audit", "register", "disclose"},
}
# Who sees restricted rows at all; of which places and companies, the claims of each person say.
SEES_RESTRICTED: frozenset[Role] = frozenset({"analyst", "editor", "verifier", "administrator"})


@dataclass(frozen=True)
class Where:
    """Whose rows are meant: public ones, or restricted ones of a region, a company or both."""

    region: str | None = None
    company: str | None = None
    is_restricted: bool = False

    @property
    def places(self) -> dict[str, str]:
        """The codes that are given, by kind."""
        given = {"region": self.region, "company": self.company}
        return {kind: code for kind, code in given.items() if code is not None}


ANYWHERE = Where()


@dataclass(frozen=True)
class Decision:
    """Whether something is allowed, and why or why not."""

    allowed: bool
    because: Text


def may(actor: Actor | None, what: What, where: Where = ANYWHERE) -> Decision:
    """Decide; nobody (None) may do nothing, an unknown role or deed is allowed nothing."""
    if actor is None:
        return Decision(False, both("access.nobody"))
    giving = [role for role in ROLES if role in actor.roles and what in RIGHTS[role]]
    if not giving:
        return Decision(False, both("access.no_role", **_deed(what), **_roles(actor)))
    if not where.is_restricted:
        return Decision(True, both("access.by_role", **_deed(what), **_named(giving)))
    return _within(actor, what, where)


def _within(actor: Actor, what: What, where: Where) -> Decision:
    able = [role for role in ROLES if role in actor.roles and role in SEES_RESTRICTED]
    giving = [role for role in able if what in RIGHTS[role]]
    if not giving:
        return Decision(False, both("access.public_only", **_roles(actor)))
    place = " ".join(where.places.values()) or "–"
    if scope(actor).covers(**where.places):
        return Decision(True, both("access.in_scope", place=place, **_named(giving), **_deed(what)))
    return Decision(False, both("access.out_of_scope", place=place))


def scope(actor: Actor | None) -> Scope:
    """Return which restricted rows a person may see: none without a role that sees any."""
    if actor is None or not actor.roles & SEES_RESTRICTED:
        return PUBLIC
    if actor.regions == frozenset() and actor.companies == frozenset():
        return PUBLIC
    return Scope("restricted", actor.regions, actor.companies)


def sees(actor: Actor | None, owner: str, held: Scope) -> bool:
    """Return whether what was asked within a scope is still for this person.

    A draft is for its owner while the role may preview, within what else that person may see by
    now.
    """
    now = scope(actor)
    is_draft_of_theirs = held.owner == owner and may(actor, "preview").allowed
    return (not held.owner or is_draft_of_theirs) and replace(held, name=now.name, owner="") == now


def _deed(what: str) -> dict[str, str]:
    said = both(f"access.what.{what}") if what in WHATS else Text(what, what)
    return {"what_zh": said.zh, "what_en": said.en}


def _roles(actor: Actor) -> dict[str, str]:
    return _named([role for role in ROLES if role in actor.roles])


def _named(roles: list[Role]) -> dict[str, str]:
    said = [both(f"access.role.{role}") for role in roles] or [both("access.role.none")]
    return {
        "roles_zh": "、".join(one.zh for one in said),
        "roles_en": ", ".join(one.en for one in said),
    }
