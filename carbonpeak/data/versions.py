"""Earlier versions of the tables, kept so that a figure made from them can be shown again."""

import shutil
from pathlib import Path

from carbonpeak.data import catalogue, publishing
from carbonpeak.data.catalogue import CatalogueError
from carbonpeak.data.faults import said
from carbonpeak.data.publishing import ASIDE

# How many earlier versions are kept; a version of the tables takes about 5 MB.
KEPT = 3
FOLDER = "versions"


def folder(version: str, data: Path = catalogue.DATA) -> Path | None:
    """Return the data folder of an earlier version, None where it is not kept here.

    CatalogueError where what lies there is of another version.
    """
    return within(data / FOLDER, version)


def within(kept: Path, version: str) -> Path | None:
    """Return the data folder of a version among those of a folder, named by it; as above."""
    place = kept / version
    if not version.isalnum() or not (place / catalogue.FILE).is_file():
        return None
    found = catalogue.version_in(place)
    if found != version:
        raise CatalogueError(said("versions.name", name=version, found=found))
    return place


def last(version: str, data: Path = catalogue.DATA) -> str:
    """Return the version kept last that is another one than that given, nothing without one."""
    others = (one.name for one in _by_age(data / FOLDER) if one.name != version)
    return next((name for name in others if name.isalnum()), "")


def listed(data: Path = catalogue.DATA) -> tuple[str, ...]:
    """Return the earlier versions that are kept, the first one made first."""
    found = [one for one in _by_age(data / FOLDER) if one.name.isalnum()]
    return tuple(one.name for one in reversed(found) if (one / catalogue.FILE).is_file())


def keep(version: str, data: Path = catalogue.DATA) -> None:
    """Copy the tables as they stand before they are built anew; the copy is there whole or not."""
    kept = data / FOLDER / version
    copy = kept.with_name(f"{ASIDE}{version}")
    shutil.rmtree(copy, ignore_errors=True)
    (copy / "tables").mkdir(parents=True)
    for file in (data / catalogue.FILE, *sorted((data / "tables").iterdir())):
        shutil.copy2(file, copy / file.relative_to(data))
    publishing.remove(kept)
    copy.rename(kept)


def let_go(data: Path = catalogue.DATA) -> None:
    """Remove the oldest copies, and those that were never whole."""
    kept = data / FOLDER
    for left in kept.glob(f"{ASIDE}*"):
        shutil.rmtree(left, ignore_errors=True)
    for old in _by_age(kept)[KEPT:]:
        publishing.remove(old)


def _by_age(kept: Path) -> list[Path]:
    """Return the copies, the last one made first."""
    copies = list(kept.iterdir()) if kept.is_dir() else []
    return sorted(copies, key=lambda one: one.stat().st_mtime_ns, reverse=True)
