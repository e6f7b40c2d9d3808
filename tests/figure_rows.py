"""What every figure shows, as digests: by default, and with each of its choices set otherwise.

`python -m tests.figure_rows` writes them anew, after the data changed or METHOD_VERSION was raised
because a rule changed; without either it refuses.
"""

import hashlib
import json
import sys
from dataclasses import replace
from pathlib import Path

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.scope import WHOLE
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.export import lookup
from carbonpeak.export.passport import METHOD_VERSION
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.figures.choices import Choice
from carbonpeak.figures.table import Cell, Table
from carbonpeak.topics import registry
from carbonpeak.topics.registry import FIGURES, PAGE_OF, Codes
from carbonpeak.words import Lang
from carbonpeak.words.speaker import Speaker
from tests import needed, records

FILE = Path(__file__).with_name("expected") / "figure_rows.json"


def codes(name: str) -> Codes:
    """Return the choices with which a figure is shown in tests: the defaults, what it needs."""
    return needed.codes(name)


def printable(data: Dataset, name: str, lang: Lang) -> PrintableFigure:
    """Return a figure as it is shown in tests."""
    return lookup.printable(data, name, codes(name), Speaker(lang))


def dated(printable: PrintableFigure, version: str) -> PrintableFigure:
    """Return a figure as if it came from data of that version: its words do not age in tests."""
    return replace(printable, passport=replace(printable.passport, data_version=version))


def digest(data: Dataset, name: str) -> str:
    """Return a digest of the rows of a figure, for its default choices and around them."""
    tables = []
    for given in [codes(name), *others(data, name)]:
        chosen = registry.chosen(data, PAGE_OF[name], registry.raw(given))
        figure = registry.figure(data, name, chosen, Speaker("en"))
        tables.append("nothing" if figure is None else values(figure.table))
    return hashlib.sha256("\n".join(tables).encode()).hexdigest()[:16]


def values(table: Table) -> str:
    """Return the values of a table, numbers to ten digits, with what is missing and marked."""
    return "\n".join(
        " | ".join([column.head.key, column.unit, *map(_value, column.cells)])
        for column in table.columns
    )


def _value(cell: Cell) -> str:
    number = f"{cell.value:.10g}" if isinstance(cell.value, float) else str(cell.value)
    return " ".join([number, cell.missing, *cell.marks])


def others(data: Dataset, name: str) -> list[Codes]:
    """Return the default choices of a figure with one after the other set to its last code."""
    controls = registry.chosen(data, PAGE_OF[name], registry.raw(codes(name))).controls
    kept = dict(codes(name))
    found = []
    for used in FIGURES[name].uses:
        choice = controls[used].choice
        if isinstance(choice, Choice) and choice.allowed[-1] != choice.default:
            found.append(tuple({**kept, used: choice.allowed[-1]}.items()))
    return found


def found(data: Dataset) -> dict[str, object]:
    """Return both versions and the digest of every figure."""
    rows = {name: digest(data, name) for name in FIGURES}
    return {"data_version": data.version, "method_version": METHOD_VERSION, "rows": rows}


def changed(before: dict, after: dict) -> list[str]:
    """Return the figures whose rows changed although data and method are said to be the same."""
    same = all(before[key] == after[key] for key in ("data_version", "method_version"))
    old, new = before["rows"], after["rows"]
    return [name for name in new if same and name in old and old[name] != new[name]]


if __name__ == "__main__":
    content = found(Dataset(Warehouse(store=records.tiny), WHOLE))
    if FILE.exists() and (names := changed(json.loads(FILE.read_text("utf-8")), content)):
        sys.exit(f"raise METHOD_VERSION first: the rows of {', '.join(names)} changed")
    FILE.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
