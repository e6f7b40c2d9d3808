"""Who may see a version of own figures: its owner, and everybody once it has been published.

The one place that decides. An owner is a name that the server gives a reader, today that of the
session; what nobody owns and nobody published is seen by nobody. Owners stand beside the versions,
because one version may be made by two who do not know of each other: an empty file for each, whose
name is a digest, so that the names of owners stand nowhere.
"""

import hashlib
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
    return was_published(version, data) or (bool(owner) and _place(owner, version, data).is_file())


def was_published(version: str, data: Path = catalogue.DATA) -> bool:
    """Return whether all readers see a version, or saw it before."""
    shown = {one.after for one in own_versions.history(data)}
    return version in shown or version == own_versions.pointed(data)


def digest(owner: str) -> str:
    """Return what stands for an owner where a name must not be read."""
    return hashlib.sha256(owner.encode()).hexdigest()


def _place(owner: str, version: str, data: Path) -> Path:
    return data / OWN / OWNERS / version / digest(owner)
