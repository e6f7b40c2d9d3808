"""How tables built anew take the place of those before: all at once, or not at all.

A build is written into a folder beside, synced, and takes effect by one rename, to ``next``. From
then on ``next`` is what a reader opens, while its files are put in their places one by one. When
all are there, ``next`` goes, again by one rename. Whenever it stops, the tables before or the new
ones are there, whole; the next build puts in place what was left (docs/decisions/12).
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from carbonpeak.data import catalogue
from carbonpeak.data.faults import DataFault, said

NEXT = "next"
# What nobody reads: a build that is not finished, or one that is in place.
ASIDE = ".aside-"


class PublishError(DataFault):
    """Tables cannot be put in place; the message says why, and nothing was changed."""


def whole(data: Path) -> Path:
    """Return the folder that holds the tables of a data folder, whole."""
    coming = data / NEXT
    return coming if coming.is_dir() else data


def mark(data: Path) -> tuple[Path, int, int]:
    """Return where the whole tables lie and a mark that changes when others come."""
    folder = whole(data)
    try:
        file = (folder / catalogue.FILE).stat()
        return folder, file.st_ino, file.st_mtime_ns
    except OSError:
        return folder, 0, 0


@contextmanager
def alone(data: Path) -> Iterator[None]:
    """Let one process at a time change a data folder; PublishError for a second one.

    Also where the disk fails; the lock ends with the process, however that ends.
    """
    handle = _handle(data)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _settle(data)
        yield
    except BlockingIOError:
        raise PublishError(said("publish.busy")) from None
    except OSError as fault:
        key = "publish.unplaced" if whole(data) != data else "publish.failed"
        raise PublishError(said(key, why=fault.strerror)) from fault
    finally:
        os.close(handle)


def _handle(data: Path) -> int:
    try:
        data.mkdir(parents=True, exist_ok=True)
        return os.open(data, os.O_RDONLY)
    except OSError as fault:
        raise PublishError(said("publish.failed", why=fault.strerror)) from fault


@contextmanager
def aside(data: Path) -> Iterator[Path]:
    """Give a folder that nobody reads, for who is alone; it goes when it was not published."""
    folder = data / f"{ASIDE}build"
    try:
        (folder / "tables").mkdir(parents=True)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(made: Path, data: Path) -> None:
    """Put a whole folder, made aside, in the place of what ``data`` holds."""
    sync(made)
    made.rename(data / NEXT)
    sync_entry(data)
    _settle(data)


def remove(folder: Path) -> None:
    """Remove a folder that may be read: it goes at one stroke, and then its files."""
    gone = folder.with_name(f"{ASIDE}gone-{folder.name}")
    remove_left(gone)
    if folder.is_dir():
        folder.rename(gone)
        remove_left(gone)


def _settle(data: Path) -> None:
    """Put in place what was published, and remove what unfinished builds left."""
    for left in data.glob(f"{ASIDE}*"):
        remove_left(left)
    if whole(data) != data:
        _place(data / NEXT, data)
        remove(data / NEXT)


def remove_left(left: Path) -> None:
    """Remove what nobody reads, a folder or a file."""
    if left.is_dir():
        shutil.rmtree(left, ignore_errors=True)
    else:
        left.unlink(missing_ok=True)


def _place(coming: Path, data: Path) -> None:
    (data / "tables").mkdir(exist_ok=True)
    files = _files(coming)
    for file in files:
        _link(coming / file, data / file)
    for old in (data / "tables").iterdir():
        if old.relative_to(data) not in files:
            old.unlink()
    sync_entry(data / "tables")


def _link(file: Path, place: Path) -> None:
    """Put a file in a place at one stroke: a second name of it takes no room on a full disk."""
    if place.exists() and place.samefile(file):
        # Put there before; to rename one name of a file to another of its names does nothing.
        return
    step = place.with_name(f"{ASIDE}{place.name}")
    step.unlink(missing_ok=True)
    second_name(file, step)
    step.replace(place)


def second_name(file: Path, place: Path) -> None:
    """Give a file that is never written again a second name, or copy it."""
    try:
        os.link(file, place)
    except OSError:
        # A disk that knows one name for each file only.
        shutil.copy2(file, place)


def _files(folder: Path) -> list[Path]:
    return [file.relative_to(folder) for file in sorted(folder.rglob("*")) if file.is_file()]


def sync(folder: Path) -> None:
    """Have every file of a folder and the folder itself on the disk before it counts."""
    for file in _files(folder):
        sync_entry(folder / file)
    for inner in (*folder.glob("*/"), folder):
        sync_entry(inner)


def sync_entry(place: Path) -> None:
    """Have a file, or the names in a folder, on the disk before it counts."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
