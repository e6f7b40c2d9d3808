"""Rows to the screen or a file, other content to a file; a file is whole or not written."""

import codecs
import io
import json
import os
import shutil
import sys
from collections.abc import Hashable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pandas as pd

from carbonpeak.cli import publishing, stored, table
from carbonpeak.data import catalogue, own_versions
from carbonpeak.data.queries import QueryError
from carbonpeak.store import noting
from carbonpeak.words import Lang, both

FORMATS = ("csv", "json", "parquet")
# What rows can be shown as: a table is for people, its numbers are rounded.
TABLE = "table"
SHOWN = (*FORMATS, TABLE)


class OutputError(Exception):
    """The rows could not be written where they were wanted; the message says why."""


def format_of(asked: str | None, output: Path | None, known: tuple[str, ...] = FORMATS) -> str:
    """Return the format asked for or else that of the file's suffix; they must not disagree.

    Without either it is the first of the known ones.
    """
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    if suffix not in known:
        return asked or known[0]
    if asked and asked != suffix:
        raise QueryError(both("cli.two_formats", file=output, suffix=suffix, asked=asked))
    return suffix


def format_of_rows(asked: str | None, output: Path | None) -> str:
    """Return the format of rows; those that go to a terminal are a table unless it is said."""
    if asked is None and output is None and sys.stdout.isatty():
        return TABLE
    return format_of(asked, output)


def write(rows: pd.DataFrame, kind: str, output: Path | None, lang: Lang) -> None:
    """Write rows to a file or, without one, to the screen; OutputError says why not."""
    if kind == TABLE and output is None:
        # A pipe has no width: nothing is cut there.
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        print(table.text(rows, lang, width))
        return
    content = _formatted(rows, kind, lang)
    if output:
        export(content, output)
    else:
        show(content)


def show(content: bytes) -> None:
    """Write content to the screen or a pipe; there it has no byte-order mark."""
    sys.stdout.flush()
    sys.stdout.buffer.write(content.removeprefix(codecs.BOM_UTF8))
    sys.stdout.buffer.flush()


def export(content: bytes, output: Path) -> None:
    """Write a file of what is published, noted in the audit; StoreFault where it cannot be noted.

    OutputError says why it cannot be written.
    """
    if stored.is_made():
        told = {"version": catalogue.load(own_versions.published()).version}
        noting.note(stored.own(), publishing.who(None), noting.EXPORTED, output.name, detail=told)
    save(content, output)


def save(content: bytes, output: Path) -> None:
    """Write a file whole or not at all; OutputError says why not."""
    try:
        if output.exists() and not output.is_file():
            # A device or a pipe takes what it gets, without the mark that is for Excel.
            output.write_bytes(content.removeprefix(codecs.BOM_UTF8))
        else:
            _replace(content, output.resolve())
    except OSError as fault:
        raise OutputError(f"Cannot write {output}: {fault.strerror}.") from fault


def _replace(content: bytes, file: Path) -> None:
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(file)
    finally:
        # Whatever stopped the writing, by hand too, leaves nothing half-written.
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _formatted(rows: pd.DataFrame, kind: str, lang: Lang) -> bytes:
    if kind == TABLE:
        return f"{table.text(rows, lang)}\n".encode()
    if kind == "csv":
        # Excel and WPS take a file without the mark for GBK.
        return rows.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")
    if kind == "json":
        return (json.dumps(_records(rows), ensure_ascii=False, indent=1) + "\n").encode()
    buffer = io.BytesIO()
    rows.to_parquet(buffer, index=False)
    return buffer.getvalue()


def _records(rows: pd.DataFrame) -> list[dict[Hashable, Any]]:
    """Return rows with every digit of their numbers; what is missing is null."""
    columns = {name: rows[name].astype(object) for name in rows.columns}
    cleared = {name: column.where(column.notna(), None) for name, column in columns.items()}
    return pd.DataFrame(cleared, dtype=object).to_dict("records")
