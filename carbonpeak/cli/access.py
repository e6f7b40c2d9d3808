"""The command that explains why a person may do something, or may not."""

import argparse
import json
import time
from pathlib import Path
from typing import Any

from carbonpeak.access import admitting, deciding, roles
from carbonpeak.access.admitting import Admission
from carbonpeak.access.deciding import ROLES, WHATS, Where
from carbonpeak.access.faults import AccessError
from carbonpeak.cli.arguments import Arguments
from carbonpeak.words import Lang, both, pick, say

EXPLAIN = "explain"


def add_access(parser: Arguments) -> None:
    """Take the claims of a person, the deed and the place."""
    parser.takes("action", choices=(EXPLAIN,), say_as="access_action")
    parser.takes("--as", type=Path, dest="claims", say_as="access_as", metavar="FILE")
    parser.takes("--what", choices=WHATS, required=True, say_as="access_what")
    parser.takes("--region", metavar="CODE", say_as="access_region")
    parser.takes("--company", metavar="CODE", say_as="access_company")
    parser.takes("--restricted", action="store_true")
    parser.takes("--rules", type=Path, metavar="FILE")
    parser.set_defaults(lang=parser.lang)


def access(given: argparse.Namespace) -> int:
    """Print who the person is to the server, and the answer with its reason; 1 where denied."""
    rules = roles.read(given.rules) if given.rules else roles.load()
    found = admitting.admit(_claims(given.claims), rules, time.time())
    is_restricted = bool(given.restricted or given.region or given.company)
    where = Where(given.region, given.company, is_restricted)
    answer = deciding.may(found.actor, given.what, where)
    lines = {"admitted": pick(found.because, given.lang), **_person(found, given.lang)}
    verdict = say(f"access.explain.{'yes' if answer.allowed else 'no'}", given.lang)
    lines["answer"] = f"{verdict} · {pick(answer.because, given.lang)}"
    for key, text in lines.items():
        name = say(f"access.explain.{key}", given.lang)
        print(say("list.named", given.lang, name=name, items=text))
    return 0 if answer.allowed else 1


def _claims(file: Path | None) -> dict[str, Any] | None:
    """Return the claims in a file, None without one: somebody who has not logged in."""
    if file is None:
        return None
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise AccessError(both("access.claims.wrong", file=file.name, why=fault)) from fault
    if not isinstance(found, dict):
        raise AccessError(both("access.claims.wrong", file=file.name, why=type(found).__name__))
    return found


def _person(found: Admission, lang: Lang) -> dict[str, str]:
    if found.actor is None:
        return {}
    held = [say(f"access.role.{one}", lang) for one in ROLES if one in found.actor.roles]
    return {
        "person": found.actor.name or say("access.explain.none", lang),
        "roles": say("list.separator", lang).join(held),
        "regions": _codes(found.actor.regions, lang),
        "companies": _codes(found.actor.companies, lang),
    }


def _codes(codes: frozenset[str] | None, lang: Lang) -> str:
    if codes is None:
        return say("access.explain.all", lang)
    return say("list.separator", lang).join(sorted(codes)) or say("access.explain.none", lang)
