"""Rows to the screen or a file, other content to a file; a file is whole or not written."""

import io
import os
import sys
from contextlib import suppress
from pathlib import Path

import pandas as pd

from carbonpeak.data.queries import QueryError

FORMATS = ("csv", "json", "parquet")


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
        raise QueryError(f"The file {output} would be {suffix}, but --format says {asked}.")
    return suffix


def write(rows: pd.DataFrame, kind: str, output: Path | None) -> None:
    """Write rows to a file or, without one, to the screen; OutputError says why not."""
    content = _formatted(rows, kind)
    if output:
        save(content, output)
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()


def save(content: bytes, output: Path) -> None:
    """Write a file whole or not at all; OutputError says why not."""
    try:
        if output.exists() and not output.is_file():
            output.write_bytes(content)  # a device or a pipe takes what it gets
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


def _formatted(rows: pd.DataFrame, kind: str) -> bytes:
    if kind == "csv":
        return rows.to_csv(index=False, lineterminator="\n").encode()
    if kind == "json":
        return (rows.to_json(orient="records", force_ascii=False, indent=1) + "\n").encode()
    buffer = io.BytesIO()
    rows.to_parquet(buffer, index=False)
    return buffer.getvalue()
