"""Who may see a version of own figures: its owner, and everybody once it has been published.

The one place that decides. An owner is a name that the server gives a reader, today that of the
session; what nobody owns and nobody published is seen by nobody. Owners stand beside the versions,
because one version may be made by two who do not know of each other: an empty file for each, whose
name is a digest, so that the names of owners stand nowhere.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from carbonpeak.data import catalogue, own_versions
from carbonpeak.data.own_versions import OWN

OWNERS = "owners"


def claim(owner: str, version: str, data: Path = catalogue.DATA) -> None:
    """Keep that an owner made a version; ValueError for an owner without a name."""
    if not owner:
        raise ValueError("a version is owned by somebody with a name")
    kept = _place(owner, version, data)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.touch()


def may_see(owner: str, version: str, data: Path = catalogue.DATA) -> bool:
    """Return whether a version of own figures may be shown; who has no name owns nothing."""
    return bool(seen(owner, (version,), data))


def was_published(version: str, data: Path = catalogue.DATA) -> bool:
    """Return whether all readers see a version, or saw it before."""
    return version in ever_published(data)


def ever_published(data: Path = catalogue.DATA) -> frozenset[str]:
    """Return the versions that all readers see or saw before."""
    shown = (one.after for one in own_versions.history(data))
    return frozenset((*shown, own_versions.pointed(data)))


def seen(owner: str, versions: Iterable[str], data: Path = catalogue.DATA) -> list[str]:
    """Return which versions may be shown: what was published of them is read once for all."""
    public = ever_published(data)
    return [one for one in versions if one in public or _owns(owner, one, data)]


def digest(owner: str) -> str:
    """Return what stands for an owner where a name must not be read."""
    return hashlib.sha256(owner.encode()).hexdigest()


def _owns(owner: str, version: str, data: Path) -> bool:
    return bool(owner) and _place(owner, version, data).is_file()


def _place(owner: str, version: str, data: Path) -> Path:
    return data / OWN / OWNERS / version / digest(owner)
