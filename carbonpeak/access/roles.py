"""The file that says which claims of a log-in make which role and scope.

It is TOML, named by CARBONPEAK_ACCESS (docs/access.md). What it does not name, gives nothing.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from carbonpeak.access.deciding import ROLES, Role
from carbonpeak.access.faults import AccessError
from carbonpeak.words import both

Otherwise = Literal["public", "refuse"]
NAME = "CARBONPEAK_ACCESS"
SECTIONS = {"tenant", "role", "region", "company", "otherwise"}


@dataclass(frozen=True)
class Claimed:
    """A claim that lists codes, and the values in it that mean all; no claim gives none."""

    claim: str = ""
    all: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Roles:
    """Which tenant is ours, which value of which claim is which role, what others get."""

    tenant: str
    tenants: frozenset[str]
    claim: str
    role_of: tuple[tuple[str, Role], ...]
    region: Claimed = Claimed()
    company: Claimed = Claimed()
    not_logged_in: Otherwise = "refuse"
    without_role: Otherwise = "refuse"


def load() -> Roles:
    """Return what the file named by the environment says; AccessError where it says nothing."""
    named = os.environ.get(NAME, "")
    if not named:
        raise AccessError(both("access.file.unnamed", name=NAME))
    return _kept(Path(named))


@cache
def _kept(file: Path) -> Roles:
    """Return what a file says; it is read once, a change counts from the next start on."""
    return read(file)


def read(file: Path) -> Roles:
    """Return what a file says; AccessError for whatever it could mean in two ways."""
    try:
        given = tomllib.loads(file.read_text(encoding="utf-8"))
        return _read(given)
    except OSError as fault:
        raise _wrong(file, str(fault.strerror)) from fault
    except KeyError as fault:
        raise _wrong(file, f"lacks {fault.args[0]}") from fault
    except (ValueError, TypeError, AttributeError) as fault:
        raise _wrong(file, str(fault)) from fault


def _read(given: Mapping[str, Any]) -> Roles:
    _only(given, SECTIONS, "the file")
    tenant, role = given["tenant"], given["role"]
    otherwise = given.get("otherwise", {})
    _only(tenant, {"claim", "values"}, "tenant")
    _only(role, {"claim", *ROLES}, "role")
    _only(otherwise, {"not_logged_in", "without_role"}, "otherwise")
    return Roles(
        tenant=_text(tenant["claim"]),
        tenants=_texts(tenant["values"]),
        claim=_text(role["claim"]),
        role_of=tuple((one, name) for name in ROLES for one in sorted(_texts(role.get(name, [])))),
        region=_claimed(given, "region"),
        company=_claimed(given, "company"),
        **{key: _otherwise(value) for key, value in otherwise.items()},
    )


def _claimed(given: Mapping[str, Any], kind: str) -> Claimed:
    section = given.get(kind)
    if section is None:
        return Claimed()
    _only(section, {"claim", "all"}, kind)
    return Claimed(_text(section["claim"]), _texts(section.get("all", [])))


def _only(section: Mapping[str, Any], known: set[str], place: str) -> None:
    strange = sorted(set(section) - known)
    if strange:
        raise ValueError(f"{place}: {', '.join(strange)}")


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"{value!r} is no text")
    return value


def _texts(value: object) -> frozenset[str]:
    if not isinstance(value, list):
        raise TypeError(f"{value!r} is no list")
    return frozenset(_text(one) for one in value)


def _otherwise(value: object) -> Otherwise:
    if value not in get_args(Otherwise):
        raise ValueError(f"{value!r}: public / refuse")
    return "public" if value == "public" else "refuse"


def _wrong(file: Path, why: str) -> AccessError:
    return AccessError(both("access.file.wrong", file=file.name, why=why))
