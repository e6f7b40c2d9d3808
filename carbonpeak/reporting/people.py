"""Who does something: known by a log-in or by the name that was typed, and allowed or not."""

import unicodedata
from dataclasses import replace

from carbonpeak.access import deciding
from carbonpeak.access.deciding import What, Where
from carbonpeak.data.text import Text
from carbonpeak.reporting.faults import ReportingError, refused
from carbonpeak.store.actors import Actor

MOST_LETTERS = 80


def named(actor: Actor | None, typed: str) -> Actor | None:
    """Return a person by the name that was typed where no log-in says who it is."""
    if actor is None or actor.name:
        return actor
    return replace(actor, name=typed.strip())


def alike(one: str, other: str) -> bool:
    """Return whether two names are those of one person: capitals and blanks make no other."""
    return _plain(one) == _plain(other)


def is_let(actor: Actor | None, what: What, region: str | None, company: str | None) -> bool:
    """Return whether somebody may do something with the records of a region and company."""
    return deciding.may(actor, what, Where(region, company, is_restricted=True)).allowed


def denial(actor: Actor | None, what: What, region: str, company: str) -> Text | None:
    """Return why somebody may not do this there, None where he or she may."""
    if actor is None:
        return refused("nobody").text
    found = deciding.may(actor, what, Where(region, company, is_restricted=True))
    return None if found.allowed else found.because


def require(actor: Actor | None, what: What, region: str, company: str) -> Actor:
    """Return who may do this there, by a name; ReportingError for anybody else."""
    found = denial(actor, what, region, company)
    if found is not None:
        raise ReportingError(found)
    return require_named(actor)


def require_everywhere(actor: Actor | None, what: What) -> Actor:
    """Return who may do this with the records of all; ReportingError for anybody else."""
    if actor is None:
        raise refused("nobody")
    found = deciding.may(actor, what, Where(is_restricted=True))
    if not found.allowed:
        raise ReportingError(found.because)
    return require_named(actor)


def require_named(actor: Actor | None) -> Actor:
    """Return who has a name; ReportingError for nobody, and for who gives none."""
    if actor is None:
        raise refused("nobody")
    if not actor.name.strip():
        raise refused("nameless")
    if len(actor.name) > MOST_LETTERS:
        raise refused("long_name", most=MOST_LETTERS)
    return actor


def _plain(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
