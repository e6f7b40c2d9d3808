"""Earlier versions of the tables, kept so that a figure made from them can be shown again."""

import shutil
from pathlib import Path

from carbonpeak.data import catalogue

# How many earlier versions are kept; a version of the tables takes about 5 MB.
KEPT = 3


def folder(version: str, data: Path = catalogue.DATA) -> Path | None:
    """Return the data folder of an earlier version, None where it is not kept here."""
    found = data / "versions" / version
    return found if (found / "datapackage.json").is_file() else None


def keep(version: str, data: Path = catalogue.DATA) -> None:
    """Copy the tables as they stand before they are built anew, and let the oldest copies go."""
    kept = data / "versions" / version
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(data / "tables", kept / "tables")
    shutil.copy2(data / "datapackage.json", kept)
    for old in _by_age(data)[KEPT:]:
        shutil.rmtree(old)


def forget(version: str, data: Path = catalogue.DATA) -> None:
    """Remove a copy that turned out to be of the version that still stands."""
    shutil.rmtree(data / "versions" / version, ignore_errors=True)


def _by_age(data: Path) -> list[Path]:
    """Return the copies, the last one made first."""
    copies = list((data / "versions").iterdir())
    return sorted(copies, key=lambda one: one.stat().st_mtime_ns, reverse=True)
