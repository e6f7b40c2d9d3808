"""The command about reports of units: list, show, enter, move, import, template, made example."""

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd
from sqlalchemy import Engine

from carbonpeak.access import admitting
from carbonpeak.cli import output, publishing, stored
from carbonpeak.cli.arguments import Arguments, add_output
from carbonpeak.cli.terminal import language, typed
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import QueryError
from carbonpeak.reporting import (
    declared,
    example,
    importing,
    looking,
    moving,
    people,
    reports,
    working_days,
)
from carbonpeak.reporting.activities import Activity
from carbonpeak.reporting.entering import Entry
from carbonpeak.reporting.moving import Step
from carbonpeak.store.actors import Actor
from carbonpeak.words import both, say

ENTERED = {"unit_id", "year", "why", "activities"}


def add_reporting(parser: Arguments) -> None:
    """Take what is done, with what, and who does it and why."""
    parser.takes("task", say_as="reporting_task", choices=TASKS)
    parser.takes("words", say_as="reporting_words", nargs="*", type=typed, metavar="WORD")
    parser.takes("--who", metavar="NAME", type=typed)
    parser.takes("--why", default="", metavar="TEXT", type=typed)
    parser.takes("--finding", action="append", default=[], metavar="TEXT", type=typed)
    parser.takes("--settle", action="append", default=[], metavar="N=T")
    parser.takes("--sheet", metavar="SHEET")
    add_output(parser)


def reporting(given: argparse.Namespace) -> int:
    """Do what is asked; 1 where a file has faults."""
    return TASKS[given.task](given)


def _list(given: argparse.Namespace) -> int:
    _words(given, ())
    rows = []
    if stored.is_made():
        with stored.opened() as engine:
            rows = [_row(one) for one in looking.reports(engine, _person(given))]
    kind = output.format_of_rows(given.format, given.output)
    columns = [*LISTED, "disclosed_co2_t"]
    output.write(pd.DataFrame(rows, columns=columns), kind, given.output, language(given.lang))
    return 0


LISTED = (
    *("report_id", "company_id", "unit_id", "year", "region_code", "sector_code"),
    *("state", "revision", "co2_t", "at", "who", "is_made", "number"),
)


def _row(one: looking.Listed) -> dict[str, Any]:
    told = {name: getattr(one.standing, name) for name in LISTED}
    return {**told, "disclosed_co2_t": one.disclosed_co2_t}


def _show(given: argparse.Namespace) -> int:
    (report,) = _words(given, ("REPORT",))
    with stored.opened() as engine:
        found = looking.report(engine, _person(given), report)
    told = {**vars(found.standing), "total_co2_t": found.total_co2_t, "next": found.following}
    parts = {name: getattr(found, name) for name in ("lines", "findings", "moves")}
    remarks = [
        one.text.zh if language(given.lang) == "zh" else one.text.en for one in found.remarks
    ]
    text = json.dumps({**told, **parts, "remarks": remarks}, ensure_ascii=False, indent=1)
    output.show(f"{text}\n".encode())
    return 0


def _enter(given: argparse.Namespace) -> int:
    (file,) = _words(given, ("FILE",))
    entry = _entry(Path(file), given.why)
    data = Dataset.open()
    with stored.opened() as engine:
        before = looking.number_of(engine, _person(given), entry.report_id)
        made = reports.enter(engine, _person(given), data, entry, before)
    facts = {"report": made.report_id, "revision": made.revision, "co2": f"{made.co2_t:,.1f}"}
    print(say("cli.reporting.entered", language(given.lang), **facts))
    return 0


def _move(given: argparse.Namespace) -> int:
    report, to = _words(given, ("REPORT", "STATE"))
    step = Step(to, given.why, tuple(given.finding), dict(map(_settled, given.settle)))
    with stored.opened() as engine:
        seen = looking.number_of(engine, _person(given), report)
        made = moving.move(engine, _person(given), report, step, seen or 0)
    lang = language(given.lang)
    print(say("cli.reporting.moved", lang, report=report, state=looking.state_said(made, lang)))
    if made.state == "verified":
        print(working_days.told().zh if lang == "zh" else working_days.told().en)
    return 0


def _example(given: argparse.Namespace) -> int:
    (what,) = _words(given, ("load|remove",))
    if what not in EXAMPLES:
        raise QueryError(both("cli.reporting.example", given=what))
    data = Dataset.open()
    with stored.opened() as engine:
        rows = EXAMPLES[what](engine, _person(given), data)
    print(say(f"cli.reporting.{what}", language(given.lang), rows=rows))
    return 0


EXAMPLES: Mapping[str, Callable[[Engine, Actor | None, Dataset], int]] = {
    "load": example.load,
    "remove": lambda engine, person, _data: example.remove(engine, person),
}


def _import(given: argparse.Namespace) -> int:
    kind, file = _words(given, ("|".join(declared.KINDS), "FILE"))
    lang = language(given.lang)
    data = Dataset.open()
    with stored.opened() as engine:
        found = importing.imported(
            engine, _person(given), data, kind, Path(file), given.sheet, given.why
        )
    for one in (*found.left, *found.faults):
        print(one.text.zh if lang == "zh" else one.text.en)
    key = "refused" if found.is_refused else "imported"
    facts = {"rows": found.rows, "things": found.things, "faults": len(found.faults)}
    print(say(f"cli.reporting.{key}", lang, **facts))
    return 1 if found.is_refused else 0


def _template(given: argparse.Namespace) -> int:
    kind, file = _words(given, ("|".join(declared.KINDS), "FILE"))
    form = Path(file).suffix.lower().removeprefix(".")
    if form not in ("csv", "xlsx"):
        raise QueryError(both("cli.reporting.form", file=file))
    is_chinese = language(given.lang) == "zh"
    content = importing.template_of(Dataset.open(), kind, form, is_chinese)
    output.save(content, Path(file))
    return 0


def _words(given: argparse.Namespace, names: tuple[str, ...]) -> list[str]:
    """Return the words that a task takes; QueryError where they are more or fewer."""
    if len(given.words) != len(names):
        raise QueryError(both("cli.reporting.words", task=given.task, names=" ".join(names) or "–"))
    return list(given.words)


def _person(given: argparse.Namespace) -> Actor | None:
    """Return who sits at the machine: whoever has a shell has the files."""
    return people.named(admitting.alone().actor, publishing.who(given.who))


def _entry(file: Path, why: str) -> Entry:
    """Return the report in a JSON file; QueryError where it is not of the form."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        unknown = set(told) - ENTERED
        lines = tuple(_activity(one) for one in told["activities"])
        if unknown or not isinstance(told["year"], int):
            raise ValueError(", ".join(sorted(unknown)) or "year")
        return Entry(str(told["unit_id"]), told["year"], lines, str(told.get("why", why)) or why)
    except OSError as fault:
        raise QueryError(both("cli.reporting.file", file=file.name, why=fault.strerror)) from fault
    except (ValueError, TypeError, KeyError) as fault:
        raise QueryError(both("cli.reporting.file", file=file.name, why=fault)) from fault


def _activity(told: Mapping[str, Any]) -> Activity:
    made = Activity(**told)
    if isinstance(made.quantity, bool) or not isinstance(made.quantity, int | float):
        raise TypeError("quantity")
    return made


def _settled(text: str) -> tuple[int, float | None]:
    """Return a finding and its estimate of N=T; N=closed closes it."""
    number, _, value = text.partition("=")
    try:
        return int(number), None if value == "closed" else float(value)
    except ValueError as fault:
        raise QueryError(both("cli.reporting.settle", text=text)) from fault


TASKS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "list": _list,
    "show": _show,
    "enter": _enter,
    "move": _move,
    "example": _example,
    "import": _import,
    "template": _template,
}
