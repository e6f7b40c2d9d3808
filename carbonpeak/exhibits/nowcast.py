"""Where 2025 landed: the range of the methods, each method with its miss, and every input."""

from typing import Any

import pandas as pd

from carbonpeak.charts import fan
from carbonpeak.charts.fan import Ribbon
from carbonpeak.charts.lines import Line
from carbonpeak.exhibits import labels, series
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.findings import nowcast, nowcast_inputs
from carbonpeak.findings.nowcast_inputs import YEARS
from carbonpeak.findings.official import official_index, official_intensity
from carbonpeak.findings.view import Ask
from carbonpeak.indicators.nowcast import verdict
from carbonpeak.thresholds import BASE_YEAR, ENERGY_TARGET, TARGET_YEAR
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import number, percent

# What tells one input from another.
INPUT = ["method", "sector_code", "kind", "item"]


def range_of_methods(ask: Ask, lang: Lang) -> Exhibit:
    """Return the path, the official points, and the range of the methods after them."""
    found = nowcast.methods(ask)
    index = nowcast.index_lines(ask)
    drawn = [_official(ask, lang), *(_line(index, found, one, lang) for one in found.index)]
    path = series.path(ENERGY_TARGET, lang)
    years = [int(year) for year in index.index]
    band = Ribbon(
        say("nowcast.range", lang), years, list(index.min(axis=1)), list(index.max(axis=1))
    )
    title = sentence(found, lang)
    return Exhibit(
        name="nowcast",
        title=title,
        subtitle=say("nowcast.sub", lang),
        alt=say("nowcast.alt", lang, title=title, **ends(found["corrected"])),
        chart=fan.draw(drawn, [band], path),
        table=series.table([path, *drawn], lang),
        standings=series.standings(drawn),
        source_ids=(*official_intensity(ask)["source_id"], *_sources(ask)),
        notes=(say("nowcast.break", lang), say("nowcast.never", lang)),
    )


def methods(ask: Ask, lang: Lang) -> Exhibit:
    """Return the table of the methods: hindcast, miss, yearly changes, outcome, correction."""
    found, (_, known) = nowcast.methods(ask), nowcast.official_end(ask)
    misses = {str(key): number(100 * row["miss"], 1, sign=True) for key, row in found.iterrows()}
    title = say("nowcast.methods.title", lang, **misses)
    return Exhibit(
        name="nowcast_methods",
        title=title,
        subtitle=say("nowcast.methods.sub", lang, official=percent(known, 1, sign=True)),
        alt=title,
        chart=None,
        table=pd.DataFrame([_method(str(key), row, lang) for key, row in found.iterrows()]),
        standings=tuple(found["standing"].unique()),
        source_ids=tuple(official_intensity(ask)["source_id"]),
        notes=(
            say("nowcast.sources", lang),
            *(say(f"nowcast.how.{method}", lang) for method in found.index),
            _coverage(ask, lang),
            say("nowcast.corrected", lang, **ends(found["corrected"])),
        ),
    )


def inputs(ask: Ask, lang: Lang) -> Exhibit:
    """Return the table of every input: values by year, standing and source."""
    rows = nowcast_inputs.every(ask)
    groups = rows.groupby(INPUT, sort=False)
    table = [_input(group, lang) for _, group in groups]
    title = say("nowcast.inputs.title", lang, inputs=len(table), values=len(rows))
    return Exhibit(
        name="nowcast_inputs",
        title=title,
        subtitle=say("nowcast.inputs.sub", lang),
        alt=title,
        chart=None,
        table=pd.DataFrame(table),
        standings=tuple(rows["standing"].unique()),
        source_ids=_sources(ask),
        notes=(say("nowcast.inputs.note", lang),),
    )


def sentence(found: pd.DataFrame, lang: Lang) -> str:
    """Return between which changes the methods put 2025, and how many reach the target."""
    reached = found["cumulative"]
    met = int((reached <= -ENERGY_TARGET).sum())
    return say(
        f"nowcast.title.{verdict(reached, ENERGY_TARGET)}",
        lang,
        **ends(reached),
        target=percent(-ENERGY_TARGET, 1, sign=True),
        met=met,
        methods=len(found),
    )


def ends(changes: "pd.Series[float]") -> dict[str, str]:
    """Return the smaller and the larger fall of a range, in words."""
    return {
        "least": percent(float(changes.max()), 1, sign=True),
        "most": percent(float(changes.min()), 1, sign=True),
    }


def _official(ask: Ask, lang: Lang) -> Line:
    index = official_index(ask)
    return series.line(say("series.official", lang), index, ["official"] * len(index), lang)


def _line(index: pd.DataFrame, found: pd.DataFrame, method: str, lang: Lang) -> Line:
    """Return a method's line; it starts after the last official point, which is not its own."""
    own = index[method].iloc[1:]
    standing = str(found["standing"][method])
    return series.line(say(f"nowcast.method.{method}", lang), own, [standing] * len(own), lang)


def _sources(ask: Ask) -> tuple[str, ...]:
    ids = nowcast_inputs.every(ask)["source_id"].unique()
    return (*ids, "nbs-energy-division")


def _coverage(ask: Ask, lang: Lang) -> str:
    covered = nowcast_inputs.by_output(ask)["covered"]
    rows = nowcast_inputs.every(ask)
    output = rows[rows["kind"] == "output"]
    ended = output.groupby("item", sort=False)["year"].max()
    unseen = [_product(str(item), lang) for item in ended.index[ended < TARGET_YEAR]]
    return say(
        "nowcast.coverage",
        lang,
        year=TARGET_YEAR,
        unseen=say("list.separator", lang).join(unseen),
        first=percent(covered[BASE_YEAR + 1], 0),
        last=percent(covered[TARGET_YEAR], 0),
    )


def _method(method: str, row: "pd.Series[Any]", lang: Lang) -> dict[str, str]:
    outcome = "met" if row["cumulative"] <= -ENERGY_TARGET else "missed"
    years = {str(year): percent(row[year], 1, sign=True) for year in YEARS}
    return {
        say("nowcast.column.method", lang): say(f"nowcast.method.{method}", lang),
        **years,
        say("nowcast.column.hindcast", lang): percent(row["hindcast"], 1, sign=True),
        say("nowcast.column.miss", lang): number(100 * row["miss"], 1, sign=True),
        say("nowcast.column.cumulative", lang): percent(row["cumulative"], 1, sign=True),
        say("nowcast.column.outcome", lang): say(f"nowcast.{outcome}", lang),
        say("nowcast.column.corrected", lang): percent(row["corrected"], 1, sign=True),
        say("known.standing", lang): say(f"standing.{row['standing']}", lang),
    }


def _input(rows: pd.DataFrame, lang: Lang) -> dict[str, str]:
    method, code, kind, item = (str(rows[one].iloc[0]) for one in INPUT)
    values = dict(zip(rows["year"], rows["value"], strict=True))
    used = say(f"nowcast.method.{method}", lang) if method else say("nowcast.every", lang)
    kinds = [say(f"standing.{one}", lang) for one in rows["standing"].unique()]
    return {
        say("nowcast.column.input", lang): _input_name(code, kind, item, lang),
        say("nowcast.column.used", lang): used,
        **{str(year): _value(values, year, kind, lang) for year in (BASE_YEAR, *YEARS)},
        say("known.standing", lang): say("list.separator", lang).join(kinds),
        say("nowcast.column.sources", lang): ", ".join(rows["source_id"].unique()),
    }


def _input_name(code: str, kind: str, item: str, lang: Lang) -> str:
    if kind == "output":
        words = {"sector": labels.sector(code, lang), "product": _product(item, lang)}
        return say("nowcast.input.output", lang, **words)
    return say(f"nowcast.input.{kind}{f'.{code}' if code else ''}", lang)


def _product(item: str, lang: Lang) -> str:
    return say(f"product.{item.replace(' ', '_')}", lang)


def _value(values: dict[int, float], year: int, kind: str, lang: Lang) -> str:
    if year in values:
        is_level = kind == "electricity_level"
        value = values[year]
        return number(value, 0) if is_level else percent(value / 100, 1, sign=True)
    is_unused = year == BASE_YEAR or kind.startswith("electricity")
    return say("nowcast.unused" if is_unused else "known.none", lang)
