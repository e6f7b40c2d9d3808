"""Where the things of a data folder lie: versions of own figures, and the store of records."""

from pathlib import Path

from sqlalchemy import URL

from carbonpeak.store import opening

OWN = "own"
VERSIONS = "versions"


def root(folder: Path) -> Path:
    """Return the data folder in which the folder of a version lies: its own for shipped tables."""
    if folder.parent.name != VERSIONS:
        return folder
    kept = folder.parent.parent
    return kept.parent if kept.name == OWN else kept


def store(folder: Path) -> URL:
    """Return where the records lie that go with a version; StoreFault as ``opening.address``."""
    return opening.address(root(folder) / OWN)
