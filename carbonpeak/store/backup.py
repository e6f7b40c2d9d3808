"""All rows of a store as one file, of one form for both kinds of store, and back."""

import json
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, Table, func, insert, select

from carbonpeak.store import audit, migrating, seals
from carbonpeak.store.faults import StoreFault
from carbonpeak.store.opening import reading, writing

STEPS = "alembic_version"


def backup(engine: Engine, file: Path) -> int:
    """Write one state of the store, whole or not at all; return how many rows.

    The file holds a line of JSON for the step of the tables, one for each row, and the checksum.

    Raises:
        StoreFault: the file is there already or cannot be written.
    """
    if file.exists():
        raise _file_fault(file, "已存在，不会被覆盖", "is there already and is not overwritten")
    step = migrating.step(engine)
    with reading(engine) as connection:
        lines = [json.dumps({"step": step}), *_lines(connection)]
    text = "".join(f"{line}\n" for line in lines)
    sealed = text + json.dumps({"sha256": sha256(text.encode()).hexdigest()}) + "\n"
    _write(file, sealed)
    return len(lines) - 1


def _lines(connection: Connection) -> Iterator[str]:
    for table in _tables(connection).values():
        for row in connection.execute(select(table).order_by(*table.primary_key)).mappings():
            yield json.dumps({"table": table.name, "row": dict(row)})


def _tables(connection: Connection) -> dict[str, Table]:
    """Return the tables as they are in the store: one of an earlier step can be kept, too."""
    found = MetaData()
    found.reflect(connection)
    return {table.name: table for table in found.sorted_tables if table.name != STEPS}


def _write(file: Path, text: str) -> None:
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8") as written:
            written.write(text)
            written.flush()
            os.fsync(written.fileno())
        beside.rename(file)
    except OSError as fault:
        beside.unlink(missing_ok=True)
        reason = str(fault.strerror)
        raise _file_fault(file, f"无法写入：{reason}", f"cannot be written: {reason}") from fault


def restore(engine: Engine, file: Path) -> int:
    """Put the rows of a backup into an empty store; return how many.

    Raises:
        StoreFault: the file is no whole backup of these tables, its audit does not hold together,
            or the store has rows.
    """
    step, rows = _read(file)
    if step != migrating.step(engine):
        raise _file_fault(
            file,
            "来自表结构不同的版本，请用同一版本的程序恢复，再升级",
            "is of other tables: restore it by the program that made it, then migrate",
        )
    with writing(engine) as connection:
        _refuse_rows(connection)
        tables = _tables(connection)
        for name, row in rows:
            connection.execute(insert(tables[name]).values(row))
        if audit.verify(connection).broken_at is not None:
            raise _file_fault(file, "审计链不完整", "holds an audit that does not hold together")
        if seals.broken_at(connection) is not None:
            raise _file_fault(file, "中的记录与审计不符", "holds rows other than its audit")
    return len(rows)


def _refuse_rows(connection: Connection) -> None:
    for table in _tables(connection).values():
        if connection.execute(select(func.count()).select_from(table)).scalar_one():
            raise StoreFault(
                "存储中已有记录。请恢复到空的存储，现有记录不会被覆盖。",
                "The store holds records. Restore into an empty one: none is overwritten.",
            )


def _read(file: Path) -> tuple[str | None, list[tuple[str, dict[str, Any]]]]:
    try:
        *lines, seal = file.read_text(encoding="utf-8").splitlines(keepends=True)
        is_whole = json.loads(seal) == {"sha256": sha256("".join(lines).encode()).hexdigest()}
    except (OSError, ValueError):
        is_whole = False
    if not is_whole:
        raise _file_fault(file, "不是完整的备份", "is no whole backup")
    head, *rows = map(json.loads, lines)
    return head["step"], [(row["table"], row["row"]) for row in rows]


def _file_fault(file: Path, zh: str, en: str) -> StoreFault:
    return StoreFault(f"文件 {file.name} {zh}。", f"The file {file.name} {en}.")
