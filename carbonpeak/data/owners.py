"""Who may see a version of own figures: its owner, and everybody once it has been published.

The one place that decides. An owner is a name that the server gives a reader, today that of the
session; what nobody owns and nobody published is seen by nobody. Owners stand beside the versions,
because one version may be made by two who do not know of each other: a file for each, whose name
is a digest, so that the names of owners stand nowhere. It is empty but for owners that end: a draft
that only sessions owned is seen by nobody when they are over, and removed a day later.
"""

import hashlib
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from carbonpeak.data import catalogue, own_versions, publishing
from carbonpeak.data.own_versions import OWN, OwnDataError
from carbonpeak.data.publishing import PublishError

OWNERS = "owners"
# What the file of an owner says that is a session, and of whom a command made a version for.
SESSION, COMMAND = "session", "command"
# How long the draft of a session is kept since it was last shown where it was made.
KEPT_S = 24 * 3600
# What the audit says of a draft that was removed.
REMOVED_BY, REMOVED_WHY = "carbonpeak", "draft of sessions that ended"


def claim(owner: str, version: str, data: Path = catalogue.DATA, is_session: bool = False) -> None:
    """Keep that an owner made a version; ValueError for an owner without a name.

    An owner that ``is_session`` ends some day.
    """
    if not owner:
        raise ValueError("a version is owned by somebody with a name")
    kept = _place(owner, version, data)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(SESSION if is_session else "", encoding="ascii")


def renew(owner: str, version: str, data: Path = catalogue.DATA) -> None:
    """Keep that an owner still looks at a version of its own."""
    if _owns(owner, version, data):
        _place(owner, version, data).touch()


def keep(version: str, data: Path = catalogue.DATA) -> None:
    """Keep that a version was made by a command: it stays until somebody takes it away."""
    claim(COMMAND, version, data)


def remove_lost(data: Path = catalogue.DATA, now_s: float | None = None) -> list[str]:
    """Remove drafts that nobody can see any more, with their owners; return which went.

    What was published stays, and so does what has other versions above it; what cannot be removed
    now goes another time.
    """
    before_s = (time.time() if now_s is None else now_s) - KEPT_S
    claims = data / OWN / OWNERS
    gone: list[str] = []
    if not claims.is_dir():
        return gone
    with suppress(OwnDataError, PublishError), own_versions.alone(data):
        lost = {one.name for one in claims.iterdir() if _is_over(one, before_s)}
        for version in sorted(lost - own_versions.needed(data)):
            own_versions.discard(version, REMOVED_BY, REMOVED_WHY, data)
            publishing.remove_left(claims / version)
            gone.append(version)
    return gone


def _is_over(claims: Path, before_s: float) -> bool:
    """Return whether sessions alone own a version, all seen last before a time (Unix seconds)."""
    files = list(claims.iterdir())
    return bool(files) and all(
        one.read_text(encoding="ascii") == SESSION and one.stat().st_mtime < before_s
        for one in files
    )


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
