"""The folder of a browser: locked while its program runs; the next clears one that was killed."""

import contextlib
import fcntl
import os
import shutil
import tempfile
from pathlib import Path
from typing import BinaryIO

PREFIX = ".carbonpeak-"
LOCK = "owner"


class Folder:
    """A folder for what is temporary, gone after ``remove``. Any end of its program unlocks it."""

    def __init__(self, place: Path | None = None) -> None:
        """Make one below a place, or where the system keeps such; clear abandoned ones. OSError."""
        clear_abandoned(place or Path(tempfile.gettempdir()))
        held = None
        while held is None:
            self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
            held = _hold(self.path)
        self._lock = held

    def remove(self) -> None:
        """Remove the folder with all that is in it, then free its lock; again does nothing."""
        shutil.rmtree(self.path, ignore_errors=True)
        # A file, not its number: by the second time that may be the number of another.
        self._lock.close()


def clear_abandoned(place: Path) -> None:
    """Remove the folders in a place whose programs were killed; those of running ones stay."""
    for lock in place.glob(f"{PREFIX}*/{LOCK}"):
        # Another user's, one that is in use, one that just went.
        with contextlib.suppress(OSError):
            _clear(lock)


def _clear(lock: Path) -> None:
    handle = os.open(lock, os.O_RDWR | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(lock.parent, ignore_errors=True)
    finally:
        os.close(handle)


def _hold(folder: Path) -> BinaryIO | None:
    """Lock a new folder; None where another start found it before the lock and cleared it."""
    held = (folder / LOCK).open("wb")
    fcntl.flock(held, fcntl.LOCK_EX)
    if (folder / LOCK).exists():
        return held
    held.close()
    return None
