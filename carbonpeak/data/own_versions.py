"""Versions of the tables made from a reader's own figures: each immutable, one of them published.

A version is a data folder like the shipped one. It holds the tables that changed; the others are
second names of the files of the version below it, so they take no room. It is made aside, opened
and checked, synced and renamed: it is there whole or not at all, and nothing in it is written
again. Which one is published is one line in one file, replaced by one rename (docs/decisions/17).
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from carbonpeak.data import catalogue, contracts, publishing, table_files, versions
from carbonpeak.data.catalogue import Catalogue
from carbonpeak.data.faults import DataFault, said
from carbonpeak.data.places import OWN as OWN
from carbonpeak.data.places import VERSIONS as VERSIONS
from carbonpeak.data.places import root as root
from carbonpeak.data.publishing import ASIDE, PublishError
from carbonpeak.data.text import Text
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.store import noting
from carbonpeak.store.faults import StoreFault

POINTER = "published"
HISTORY = "history.jsonl"
NOTE = "origin.json"
# What the audit calls the tables that come with the program.
SHIPPED = "shipped"
# The terms of sources that are files of own figures.
LICENCE = "Own figures: not for passing on unless their owner allows it"


class OwnDataError(DataFault):
    """A version of own figures cannot be had, made or published; the message says why."""


@dataclass(frozen=True)
class Origin:
    """Where a version comes from: who made it, why, from which file, above which version.

    ``confirmed`` lists the warnings that were confirmed, each with its reason.
    """

    who: str
    why: str
    file: str = ""
    file_sha256: str = ""
    parent: str = ""
    made_at: str = ""
    confirmed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Event:
    """One change of what is published: from which version to which, when, by whom, why."""

    when: str
    who: str
    why: str
    before: str
    after: str


def published(data: Path = catalogue.DATA) -> Path:
    """Return the folder of the published tables: the shipped ones where no other was published.

    OwnDataError where the one that is named is not here.
    """
    version = pointed(data)
    if not version:
        return data
    kept = folder(version, data)
    if kept is None:
        raise OwnDataError(said("own.gone", version=version, pointer=f"{OWN}/{POINTER}"))
    return kept


def pointed(data: Path = catalogue.DATA) -> str:
    """Return the version that is published, nothing where the shipped tables are."""
    try:
        return (data / OWN / POINTER).read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as fault:
        raise OwnDataError(said("own.pointer", file=f"{OWN}/{POINTER}", why=fault)) from fault


def folder(version: str, data: Path = catalogue.DATA) -> Path | None:
    """Return the folder of a version of own figures, None where it is not here.

    CatalogueError where what lies there is of another version.
    """
    return versions.within(data / OWN / VERSIONS, version)


def listed(data: Path = catalogue.DATA) -> dict[str, Origin]:
    """Return every version of own figures with its origin, in the order they were made."""
    kept = data / OWN / VERSIONS
    names = [one.name for one in kept.iterdir() if one.name.isalnum()] if kept.is_dir() else []
    found = {name: origin(name, data) for name in names}
    return dict(sorted(found.items(), key=lambda one: (one[1].made_at, one[0])))


def origin(version: str, data: Path = catalogue.DATA) -> Origin:
    """Return where a version comes from; OwnDataError where that cannot be read."""
    file = data / OWN / VERSIONS / version / NOTE
    try:
        given = json.loads(file.read_text(encoding="utf-8"))
        return Origin(**{**given, "confirmed": tuple(given["confirmed"])})
    except (OSError, ValueError, TypeError, LookupError) as fault:
        name = file.relative_to(data)
        raise OwnDataError(said("own.note", file=name, why=fault)) from fault


def history(data: Path = catalogue.DATA) -> list[Event]:
    """Return every change of what is published, the first one first."""
    try:
        lines = (data / OWN / HISTORY).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    return [Event(**json.loads(line)) for line in lines if line.strip()]


def accept(
    changed: Mapping[str, pd.DataFrame], given: Origin, below: Path, data: Path = catalogue.DATA
) -> str:
    """Make a version of the tables of ``below`` with some of them changed; return its name.

    ``below`` is a data folder: the published one, or that of another version. CatalogueError or
    WarehouseError where the changed tables do not hold, OwnDataError for a table that there is not
    or that stays as it was, PublishError where the disk fails: then nothing is left.
    """
    standing = catalogue.load(below)
    _require_known(changed, standing)
    with alone(data), _aside(data) as made:
        after = _made(changed, standing, below, made)
        if after.version == standing.version:
            raise OwnDataError(said("own.same", version=after.version))
        note = replace(given, parent=standing.version, made_at=_now())
        _write_note(note, made)
        _require_sound(made, changed)
        _tell(data, note.who, "version.import", after.version, note.why, _imported(note))
        return _kept(made, after.version, data)


def publish(version: str, before: str, who: str, why: str, data: Path = catalogue.DATA) -> None:
    """Let every reader see a version from now on; nothing for ``version``: the shipped tables.

    ``before`` is what was published when this was asked for. OwnDataError where the version is not
    here, PublishError where another was published meanwhile or the disk fails.
    """
    with alone(data):
        if version and folder(version, data) is None:
            raise OwnDataError(said("own.unknown", version=version))
        standing = pointed(data)
        if standing != before:
            raise PublishError(said("own.other", version=standing or catalogue.load(data).version))
        is_back = any(one.before == version for one in history(data))
        action = "version.rollback" if is_back else "version.publish"
        _tell(data, who, action, version or SHIPPED, why, {"before": before or SHIPPED})
        _append(Event(_now(), who, why, before, version), data)
        _point(version, data)


def discard(version: str, who: str, why: str, data: Path = catalogue.DATA) -> None:
    """Remove a version, for who is ``alone`` and knows that it is not ``needed``."""
    _tell(data, who, "version.discard", version, why, {})
    publishing.remove(data / OWN / VERSIONS / version)


def needed(data: Path = catalogue.DATA) -> set[str]:
    """Return the versions that are or were published, and those that others stand above."""
    above = {one.parent for one in listed(data).values()}
    shown = {name for event in history(data) for name in (event.before, event.after)}
    return above | shown | {pointed(data)}


def _imported(note: Origin) -> dict[str, object]:
    return {"file": note.file, "sha256": note.file_sha256, "parent": note.parent}


def _tell(
    data: Path, who: str, action: str, version: str, why: str, detail: Mapping[str, object]
) -> None:
    """Note in the audit what is about to happen; OwnDataError where it cannot be written."""
    told = {**detail, "version": version}
    try:
        noting.note(data / OWN, who, action, version, why=why, detail=told)
    except StoreFault as fault:
        raise OwnDataError(Text(fault.said["zh"], fault.said["en"])) from fault


def _require_known(changed: Mapping[str, pd.DataFrame], standing: Catalogue) -> None:
    unknown = sorted(set(changed) - {table.name for table in standing.tables})
    if unknown or not changed:
        raise OwnDataError(said("own.table", names=", ".join(unknown) or "-"))


def _made(
    changed: Mapping[str, pd.DataFrame], standing: Catalogue, below: Path, made: Path
) -> Catalogue:
    """Write the changed tables into a folder, and give the others of the version below a name."""
    for table in standing.tables:
        if table.name not in changed:
            publishing.second_name(below / table.path, made / table.path)
    tables = tuple(
        table_files.write(changed[table.name], table, made) if table.name in changed else table
        for table in standing.tables
    )
    after = Catalogue(catalogue.version_of(tables), tables)
    catalogue.save(after, made)
    return after


def _write_note(note: Origin, made: Path) -> None:
    text = json.dumps(asdict(note), ensure_ascii=False, indent=1)
    (made / NOTE).write_text(text + "\n", encoding="utf-8")


def _require_sound(made: Path, changed: Iterable[str]) -> None:
    """Open the changed tables as a server does: types, keys, counts, what queries need of them.

    The others are, by their checksums, those that held when their version was made.
    """
    with closing(Warehouse(made)) as warehouse:
        contracts.require(warehouse.catalogue)
        warehouse.load_changed(changed)


def _kept(made: Path, version: str, data: Path) -> str:
    """Put a version in its place; the same tables made before stay with the origin they had."""
    place = data / OWN / VERSIONS / version
    if folder(version, data) is None:
        publishing.sync(made)
        made.rename(place)
        publishing.sync_entry(place.parent)
    return version


def _point(version: str, data: Path) -> None:
    own = data / OWN
    step = own / f"{ASIDE}{POINTER}"
    step.write_text(f"{version}\n", encoding="ascii")
    publishing.sync_entry(step)
    step.replace(own / POINTER)
    publishing.sync_entry(own)


def _append(event: Event, data: Path) -> None:
    """Write what is about to happen before it does: a line too many says less wrong than none."""
    file = data / OWN / HISTORY
    with file.open("a", encoding="utf-8") as kept:
        kept.write(json.dumps(asdict(event), ensure_ascii=False) + "\n")
        kept.flush()
        os.fsync(kept.fileno())


@contextmanager
def alone(data: Path) -> Iterator[None]:
    """Let one process at a time change what versions there are; PublishError for a second one."""
    own = data / OWN
    try:
        (own / VERSIONS).mkdir(parents=True, exist_ok=True)
        handle = os.open(own, os.O_RDONLY)
    except OSError as fault:
        raise PublishError(said("own.disk", why=fault.strerror)) from fault
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _clear(own)
        yield
    except BlockingIOError:
        raise PublishError(said("publish.busy")) from None
    except OSError as fault:
        raise PublishError(said("own.disk", why=fault.strerror)) from fault
    finally:
        os.close(handle)


def _clear(own: Path) -> None:
    """Remove what was not finished by one that was stopped."""
    for left in (*own.glob(f"{ASIDE}*"), *(own / VERSIONS).glob(f"{ASIDE}*")):
        publishing.remove_left(left)


@contextmanager
def _aside(data: Path) -> Iterator[Path]:
    made = data / OWN / VERSIONS / f"{ASIDE}made"
    try:
        (made / "tables").mkdir(parents=True)
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
