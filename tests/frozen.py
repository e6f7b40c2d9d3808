"""What every figure says, as plain text that can be laid beside what it says after a change.

`python -m tests.frozen` writes the texts of the miniature dataset to ``tests/golden`` and a digest
of the same texts of the shipped tables; a folder as argument gets the latter in full.
"""

import difflib
import hashlib
import json
import math
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Literal

import pandas as pd
from plotly.utils import PlotlyJSONEncoder

from carbonpeak.data import catalogue
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.scope import WHOLE
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.domain.study_examples import EXAMPLES
from carbonpeak.export.lookup import FigureError, printable
from carbonpeak.figures.choices import FewChoice, Given, ManyChoice, Number
from carbonpeak.topics import registry
from carbonpeak.words import LANGS, Lang
from carbonpeak.words.speaker import Speaker
from tests import miniature, needed, records

GOLDEN = Path(__file__).with_name("golden")
SHIPPED = GOLDEN / "shipped.json"
NOTHING = "nothing to show"
# Charts are dear: of which choices and languages they are drawn; rows and words are always of all.
Drawn = Literal["every", "chinese", "first"]
LEFT_OUT = "chart: left out"
PART = re.compile(r"^(?=== (?:zh|en) )", re.MULTILINE)
CHART = re.compile(r"^chart: \d+ traces, \w+(?:\n- .*)*$", re.MULTILINE)
# A sum this much smaller than its largest number is nothing.
NOISE = 1e-9
Codes = tuple[tuple[str, str], ...]

# How many other codes of a choice are tried, fewer where a figure has many choices.
OTHERS, FEWER, MANY = 3, 2, 6
# Choices that mean more together, as far as a figure has them: withheld cells, breaks, own rates.
TOGETHER: tuple[dict[str, str], ...] = (
    {"measure": "energy", "region": "130000"},
    {"quantity": "co2", "region": "130000"},
    {"measure": "co2", "basis": "energy_related"},
    {"measure": "co2", "basis": "energy_related", "region": "370000"},
    {"measure": "co2", "region": "360000"},
    {"region": "330000", "target": "own"},
    {"target": "own", "yardstick": "annual"},
    {"region": "130000", "sector": "31"},
    {"measure": "co2", "sector": "30"},
    {"region": "360000", "sector": "building_materials"},
    {"quantity": "energy", "scenario": "own", "growth": "2.5", "fall": "6"},
    {"scenario": "own", "growth": "10", "fall": "10"},
    {"measure": "co2", "sort": "value_added"},
    {"group": "plan", "year": "2021"},
    {"sectors": "25,31,44", "measure": "co2"},
    {"sectors": "", "group": "division"},
    {"among": "steel", "measure": "co2"},
    {"measure": "co2", "split": "sector"},
    {"from": "2018", "to": "2019"},
    {"from": "2022", "to": "2015"},
    {"scope": "energy_related", "until": "2019"},
    {"goal": "energy2025", "unit": "sector"},
    {"unit": "sector", "rule": "above_median"},
    {"chosen": "31,26,44,320000", "quantity": "energy_intensity"},
    {"chosen": "31,26", "quantity": "co2", "scale": "level"},
    {"chosen": "130000,320000,540000", "quantity": "energy", "scale": "change"},
    {"chosen": "130000,320000,000000", "quantity": "co2", "from": "1997"},
    {"chosen": "360000,320000", "quantity": "co2_intensity"},
    {"chosen": "320000", "scale": "needed", "reference": "target"},
    {"chosen": "320000,330000", "scale": "level", "reference": "median"},
    {"chosen": "140000,330000", "from": "2022", "to": "2022"},
)


def figures() -> tuple[str, ...]:
    """Return the names of all figures."""
    return tuple(registry.FIGURES)


@contextmanager
def opened(folder: Path = catalogue.DATA) -> Iterator[Dataset]:
    """Give the tables of a data folder, the shipped ones without one, and a few records."""
    with closing(Warehouse(folder, store=records.tiny)) as tables:
        yield Dataset(tables, WHOLE)


def samples(data: Dataset, name: str) -> list[Codes]:
    """Return the choices a figure is frozen for: the default, others one by one, some pairs."""
    first = dict(needed.codes(name))
    uses = registry.FIGURES[name].uses
    found = [first, *_one_by_one(data, name, first)]
    for given in TOGETHER:
        own = {used: given[used] for used in uses if used in given}
        if len(own) == len(given) and _is_known(data, name, first | own):
            found.append(first | own)
    ordered = (tuple((used, one[used]) for used in uses if used in one) for one in found)
    return list(dict.fromkeys(ordered))


def text(
    data: Dataset,
    name: str,
    codes: Codes,
    lang: Lang,
    in_full: bool = True,
    is_drawn: bool = True,
) -> str:
    """Return a figure as text; not in full, its rows and traces are a digest."""
    try:
        shown = printable(data, name, codes, Speaker(lang))
    except FigureError as fault:
        if fault.reason != "no_rows":
            raise
        return NOTHING
    figure = shown.figure
    lines = [
        f"id: {shown.passport.id.partition('@')[0]}",
        f"title: {figure.title}",
        f"subtitle: {figure.subtitle}",
        f"alt: {figure.alt}",
        *(f"filter: {what} = {chosen}" for what, chosen in shown.filters),
        *(f"note: {note}" for note in figure.notes),
        f"standings: {', '.join(figure.standings)}",
        f"source ids: {', '.join(figure.source_ids)}",
        f"sources: {shown.sources}",
        *_table(figure.table.texts(), in_full),
        *(_chart(figure.chart, in_full) if is_drawn or figure.is_table else [LEFT_OUT]),
    ]
    return "\n".join(lines)


def frozen(data: Dataset, name: str, drawn: Drawn = "every") -> str:
    """Return a figure for all its samples in both languages, with charts as far as asked for.

    In English, rows and traces are in full for the first choices alone: they repeat the Chinese.
    """
    parts: list[str] = []
    for codes in samples(data, name):
        chosen = ";".join(f"{used}={code}" for used, code in codes) or "default choices"
        for lang in LANGS:
            in_full = lang == LANGS[0] or len(parts) < len(LANGS)
            said = text(data, name, codes, lang, in_full, _is_drawn(len(parts), drawn))
            parts.append(f"== {lang} {chosen}\n{said}\n")
    return "\n".join(parts)


def thinned(content: str, drawn: Drawn) -> str:
    """Return the text of a figure with every chart as it is with charts as far as asked for."""
    parts = PART.split(content)[1:]
    return "".join(
        part if _is_drawn(place, drawn) else CHART.sub(LEFT_OUT, part)
        for place, part in enumerate(parts)
    )


def _is_drawn(place: int, drawn: Drawn) -> bool:
    """Return whether the part at a place, languages by turns, has its chart."""
    is_first, is_chinese = place < len(LANGS), place % len(LANGS) == 0
    return drawn == "every" or is_first or (drawn == "chinese" and is_chinese)


def differences(before: str, after: str, name: str, shown: int = 60) -> str:
    """Return the first lines of the difference of two texts, nothing where they are the same."""
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"{name}, frozen", f"{name}, now", lineterm="", n=1
    )
    return "\n".join(list(lines)[:shown])


def digest(content: str) -> str:
    """Return a short digest of a text."""
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def _one_by_one(data: Dataset, name: str, first: dict[str, str]) -> Iterator[dict[str, str]]:
    """Yield the first choices with each choice of a figure set to some of its other codes."""
    raw = registry.raw(tuple(first.items()))
    controls = registry.chosen(data, registry.PAGE_OF[name], raw).controls
    uses = registry.FIGURES[name].uses
    shown = FEWER if len(uses) > MANY else OTHERS
    for used in uses:
        for code in _others(controls[used].choice, first.get(used), shown):
            # A rate of one's own counts with the scenario of that name alone.
            needed = dict([controls[used].only_with]) if controls[used].only_with else {}
            yield first | needed | {used: code}


def _others(choice: Any, given: str | None, shown: int) -> list[str]:
    """Return a few codes, spread over those a choice has besides the given or default one."""
    if isinstance(choice, Number):
        return [f"{choice.low:g}"]
    if isinstance(choice, Given):
        return [one for one in EXAMPLES if one != choice.default and choice.is_known(one)]
    if isinstance(choice, ManyChoice):
        return [choice.allowed[0], ",".join(choice.allowed[2::5])]
    if isinstance(choice, FewChoice):
        return [",".join(choice.allowed[: choice.most]), *choice.allowed[-1:]]
    codes = [one for one in choice.allowed if one != (given or choice.default)]
    if not codes:
        # A list of one code: the version of tables that lie alone.
        return []
    last = len(codes) - 1
    return list(dict.fromkeys(codes[last * step // (shown - 1)] for step in range(shown)))


def _is_known(data: Dataset, name: str, given: dict[str, str]) -> bool:
    raw = registry.raw(tuple(given.items()))
    return not registry.chosen(data, registry.PAGE_OF[name], raw).notices


def _table(table: pd.DataFrame, in_full: bool) -> list[str]:
    rows = [list(map(str, table.columns)), *([str(cell) for cell in row] for row in table.values)]
    lines = [" | ".join(row) for row in rows]
    head = f"table: {len(table)} rows, {len(table.columns)} columns"
    return [head, *lines] if in_full else [f"{head}, {digest(chr(10).join(lines))}"]


def _chart(chart: Any, in_full: bool) -> list[str]:
    if chart is None:
        return ["chart: none"]
    given = chart.to_plotly_json()
    # The same for every chart; tests/charts holds it.
    given["layout"].pop("template", None)
    drawn = json.loads(json.dumps(given, cls=PlotlyJSONEncoder))
    written = json.dumps(_rounded(drawn), sort_keys=True, ensure_ascii=False)
    head = f"chart: {len(drawn['data'])} traces, {digest(written)}"
    return [head, *map(_trace, drawn["data"])] if in_full else [head]


def _trace(trace: dict[str, Any]) -> str:
    """Return a trace in one line: kind, name, and what lies between which ends on each axis."""
    ends = [f"{axis} {_ends(trace[axis])}" for axis in ("x", "y", "z") if axis in trace]
    return " ".join(["-", trace["type"], repr(trace.get("name", "")), *ends])


def _ends(values: Any) -> str:
    every = list(_flat(values))
    numbers = [one for one in every if isinstance(one, int | float)]
    if not numbers:
        return f"{len(every)} words"
    total = math.fsum(numbers)
    # What is left of numbers that cancel out is noise.
    if abs(total) < NOISE * max(map(abs, numbers)):
        total = 0.0
    return f"{len(every)} values {min(numbers):.6g} to {max(numbers):.6g} sum {total:.6g}"


def _flat(values: Any) -> Iterable[Any]:
    if not isinstance(values, list):
        yield values
        return
    for one in values:
        yield from _flat(one)


def _rounded(value: Any) -> Any:
    """Return a value with its numbers cut to eight digits: a sum may differ in the last ones."""
    if isinstance(value, float):
        return float(f"{value:.8g}")
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    return [_rounded(one) for one in value] if isinstance(value, list) else value


def digests(content: str) -> dict[str, str]:
    """Return digests of the text of a figure, with every chart and with the first alone."""
    return {drawn: digest(thinned(content, drawn)) for drawn in ("every", "first")}


def _write(folder: Path, data: Dataset) -> dict[str, dict[str, str]]:
    """Write what every figure says into a folder; return the digests."""
    folder.mkdir(parents=True, exist_ok=True)
    said = {}
    for name in figures():
        content = frozen(data, name)
        (folder / f"{name}.txt").write_text(content, encoding="utf-8")
        said[name] = digests(content)
    return said


def main(full: Path | None) -> None:
    """Write the texts of the miniature tables and the digests of the shipped ones anew."""
    with tempfile.TemporaryDirectory() as given:
        with opened(miniature.write(Path(given) / "data")) as small:
            _write(GOLDEN, small)
        with opened() as ours:
            said = _write(full or Path(given) / "shipped", ours)
    SHIPPED.write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
