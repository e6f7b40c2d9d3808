"""Which version of the tables a reader may look at by its name, where it lies, in which scope."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from carbonpeak.data import catalogue, own_versions, owners, versions
from carbonpeak.data.faults import said
from carbonpeak.data.own_versions import OwnDataError
from carbonpeak.data.scope import PUBLIC, Scope

NAME = re.compile(r"[0-9a-f]{8}", re.ASCII)
LONGEST_SAID = 40


class NotSeen(OwnDataError):
    """A version is not here, or not for this reader; the message says which.

    ``is_draft`` where it is here and its owner did not publish it, or may not look at it now.
    """

    def __init__(self, key: str, version: str) -> None:
        """Say it in the words of a key."""
        super().__init__(said(key, version=version[:LONGEST_SAID]))
        self.is_draft = key in ("view.draft", "view.no_preview")


@dataclass(frozen=True)
class Place:
    """The folder of a version, and the scope within which this reader sees it."""

    folder: Path
    scope: Scope = PUBLIC


def place(version: str, owner: str, data: Path = catalogue.DATA, scope: Scope = PUBLIC) -> Place:
    """Return where a version lies that an owner may see, shipped, earlier or own.

    ``scope`` is what this reader sees of restricted rows; that of a draft is its owner's alone.
    NotSeen where there is none or it is the draft of another; CatalogueError where it is damaged.
    """
    if not NAME.fullmatch(version):
        raise NotSeen("view.unknown", version)
    if catalogue.version_in(data) == version:
        return Place(data, scope)
    kept = versions.folder(version, data)
    return Place(kept, scope) if kept else _own(version, owner, data, scope)


def _own(version: str, owner: str, data: Path, scope: Scope) -> Place:
    kept = own_versions.folder(version, data)
    if kept is None:
        raise NotSeen("view.unknown", version)
    if owners.was_published(version, data):
        return Place(kept, scope)
    if not owners.may_see(owner, version, data):
        raise NotSeen("view.draft", version)
    return Place(kept, replace(scope, name=f"owner {owners.digest(owner)}", owner=owner))


def shipped(data: Path = catalogue.DATA) -> str:
    """Return the version that comes with the program."""
    return catalogue.version_in(data)


def published(data: Path = catalogue.DATA) -> str:
    """Return the version that all readers see; OwnDataError where that is not known."""
    return own_versions.pointed(data) or shipped(data)


def listed(owner: str, data: Path = catalogue.DATA) -> tuple[str, ...]:
    """Return every version an owner may see: shipped, earlier shipped ones, own ones as made."""
    earlier = versions.listed(data)
    own = owners.seen(owner, own_versions.listed(data), data)
    return tuple(dict.fromkeys([*earlier, catalogue.version_in(data), *own]))
