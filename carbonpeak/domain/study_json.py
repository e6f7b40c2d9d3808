"""A study as a JSON file: its schema and version, every field by name; and what refuses a file."""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, asdict, fields
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from carbonpeak.domain.study import Factor, Record, Row, Study
from carbonpeak.domain.study_checks import Flaw
from carbonpeak.thresholds import MOST_STUDY_LETTERS, MOST_STUDY_ROWS

SCHEMA, VERSION = "carbonpeak-study", 1
RECORDS = (Study, Row, Factor, Record)
# Letters of a foreign text that a sentence shows.
SHOWN = 40


class StudyFileError(Exception):
    """A file gives no study; ``flaws`` say everything that is wrong with it."""

    def __init__(self, flaws: Iterable[Flaw]) -> None:
        """Keep what is wrong."""
        self.flaws = tuple(flaws)
        super().__init__("; ".join(f"{one.key} {dict(one.facts)}" for one in self.flaws))


def refuse(key: str, row: int = 0, **facts: object) -> StudyFileError:
    """Return one thing that is wrong with a file, as an error to raise."""
    return StudyFileError([Flaw(key, row, facts=facts)])


def dumps(study: Study) -> str:
    """Return a study as JSON; equal studies give equal texts."""
    whole = {"schema": SCHEMA, "version": VERSION, "study": asdict(study)}
    return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def loads(text: str) -> Study:
    """Return the study of a JSON text; StudyFileError says what is wrong with it."""
    whole = document(text)
    if not isinstance(whole, dict) or whole.get("schema") != SCHEMA:
        raise refuse("file_schema", schema=SCHEMA)
    if whole.get("version") != VERSION:
        raise refuse("file_version", given=shown(whole.get("version")), version=VERSION)
    return study_of(whole.get("study"))


def document(text: str) -> Any:
    """Return what a JSON text holds; StudyFileError where it is none, or names a field twice."""
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except RecursionError as fault:
        raise refuse("file_deep") from fault
    except ValueError as fault:
        place = {"line": getattr(fault, "lineno", 0), "column": getattr(fault, "colno", 0)}
        raise refuse("file_json", **place) from fault


def study_of(raw: Any) -> Study:
    """Return the study of a JSON object; StudyFileError names a field that is wrong."""
    study: Study = _record(Study, raw, "study")
    return study


def shown(value: object) -> str:
    """Return a foreign value as a sentence shows it."""
    text = str(value) if value is not None else "—"
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise refuse("file_twice", field=shown(twice))
    return found


def _no_number(text: str) -> float:
    raise refuse("file_number", field=text, given=text)


def _record(kind: type, raw: Any, where: str) -> Any:
    """Return a record of a JSON object, each field by its type."""
    if not isinstance(raw, Mapping):
        raise refuse("file_object", field=where, given=shown(raw))
    hints = _hints(kind)
    unknown = [shown(name) for name in raw if name not in hints]
    if unknown:
        raise refuse("file_unknown", field=where, names=", ".join(unknown[:5]))
    lacking = [one.name for one in fields(kind) if _is_needed(one) and one.name not in raw]
    if lacking:
        raise refuse("file_lacking", field=where, names=", ".join(lacking))
    return kind(**{name: _value(hints[name], raw[name], f"{where}.{name}") for name in raw})


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _is_needed(one: Any) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def _value(hint: Any, raw: Any, where: str) -> Any:
    if hint in RECORDS:
        return _record(hint, raw, where)
    if get_origin(hint) is tuple:
        return _many(get_args(hint)[0], raw, where)
    options = get_args(hint) or (hint,)
    if raw is None and type(None) in options:
        return None
    return _plain(options[0], raw, where)


def _many(hint: Any, raw: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(raw, list):
        raise refuse("file_list", field=where, given=shown(raw))
    if len(raw) > MOST_STUDY_ROWS:
        raise refuse("too_many_rows", count=len(raw), most=MOST_STUDY_ROWS)
    return tuple(_value(hint, one, f"{where}[{place}]") for place, one in enumerate(raw, start=1))


def _plain(kind: type, raw: Any, where: str) -> Any:
    """Return a text, number, year or flag; a number in quotes is a text and refused."""
    is_flag = isinstance(raw, bool)
    if kind is bool and is_flag:
        return raw
    if kind is str and isinstance(raw, str):
        if len(raw) > MOST_STUDY_LETTERS:
            raise refuse("file_long", field=where, most=MOST_STUDY_LETTERS)
        return raw
    if kind is int and isinstance(raw, int) and not is_flag:
        return raw
    if kind is float and isinstance(raw, int | float) and not is_flag:
        return _finite(raw, where)
    raise refuse(f"file_{kind.__name__}", field=where, given=shown(raw))


def _finite(raw: float, where: str) -> float:
    try:
        number = float(raw)
    except OverflowError as fault:
        raise refuse("file_number", field=where, given=shown(raw)) from fault
    if not math.isfinite(number):
        raise refuse("file_number", field=where, given=shown(raw))
    return number
