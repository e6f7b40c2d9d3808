"""The command about the store: backup, restore, verify, migrate."""

import argparse
from pathlib import Path

from sqlalchemy import URL

from carbonpeak.cli import stored
from carbonpeak.cli.arguments import Arguments
from carbonpeak.cli.stored import closed
from carbonpeak.cli.terminal import language
from carbonpeak.store import audit, backup, migrating, seals
from carbonpeak.store.faults import StoreFault
from carbonpeak.store.opening import connect, is_made, open_store, reading, saying_faults
from carbonpeak.words import LANGS, Lang, say


def add_store(parser: Arguments) -> None:
    """Take what is done, and the file of a backup."""
    parser.takes("task", say_as="store_task", choices=TASKS)
    parser.takes("file", say_as="store_file", nargs="?", type=Path, metavar="FILE")
    parser.takes("--lang", choices=LANGS)


def store(given: argparse.Namespace) -> int:
    """Do what is asked and say what was done; 1 where the audit does not hold together."""
    return TASKS[given.task](stored.place(), given.file, language(given.lang))


def _backup(url: URL, file: Path | None, lang: Lang) -> int:
    if not is_made(url):
        raise _fault("cli.store.none")
    target = _named(file, "backup")
    with closed(connect(url)) as engine, saying_faults(engine):
        rows = backup.backup(engine, target)
    print(say("cli.store.backup", lang, rows=rows, file=target))
    return 0


def _restore(url: URL, file: Path | None, lang: Lang) -> int:
    source = _named(file, "restore")
    with closed(open_store(url)) as engine:
        rows = backup.restore(engine, source)
    print(say("cli.store.restore", lang, rows=rows, file=source))
    return 0


def _verify(url: URL, _file: Path | None, lang: Lang) -> int:
    if not is_made(url):
        raise _fault("cli.store.none")
    with closed(open_store(url)) as engine, reading(engine) as connection:
        chain, altered = audit.verify(connection), seals.broken_at(connection)
    at = chain.broken_at if chain.broken_at is not None else altered
    key = "whole" if at is None else "altered" if chain.broken_at is None else "broken"
    print(say(f"cli.store.{key}", lang, entries=chain.entries, head=chain.head, at=at))
    return 0 if at is None else 1


def _migrate(url: URL, _file: Path | None, lang: Lang) -> int:
    with closed(open_store(url)) as engine:
        step = migrating.step(engine)
    print(say("cli.store.migrate", lang, step=step))
    return 0


def _named(file: Path | None, task: str) -> Path:
    if file is None:
        raise _fault("cli.store.file", task=task)
    return file


def _fault(key: str, **names: str) -> StoreFault:
    return StoreFault(say(key, "zh", **names), say(key, "en", **names))


TASKS = {"backup": _backup, "restore": _restore, "verify": _verify, "migrate": _migrate}
