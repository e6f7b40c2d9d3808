"""The folder of a browser: locked while its program runs; the next clears one that was killed."""

import contextlib
import fcntl
import os
import shutil
import tempfile
from pathlib import Path

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
        """Remove the folder with all that is in it, then free its lock."""
        shutil.rmtree(self.path, ignore_errors=True)
        os.close(self._lock)


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


def _hold(folder: Path) -> int | None:
    """Lock a new folder; None where another start found it before the lock and cleared it."""
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(handle, fcntl.LOCK_EX)
    if (folder / LOCK).exists():
        return handle
    os.close(handle)
    return None
