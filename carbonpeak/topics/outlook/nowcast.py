"""Where 2025 landed: the range of the methods, and each method with its miss."""

from typing import Any

import pandas as pd

from carbonpeak.charts import fan
from carbonpeak.charts.fan import Ribbon
from carbonpeak.charts.lines import Line
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.official import official_index, official_intensity
from carbonpeak.figures import labels, series
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Table
from carbonpeak.indicators.nowcast import verdict
from carbonpeak.thresholds import BASE_YEAR, ENERGY_TARGET, TARGET_YEAR
from carbonpeak.topics.outlook import analysis_inputs, analysis_nowcast
from carbonpeak.topics.outlook.analysis_inputs import YEARS
from carbonpeak.topics.outlook.nowcast_inputs import product
from carbonpeak.words.numbers import number, percent
from carbonpeak.words.speaker import Speaker


def range_of_methods(data: Dataset, tell: Speaker) -> Figure:
    """Return the path, the official points, and the range of the methods after them."""
    found = analysis_nowcast.methods(data)
    index = analysis_nowcast.index_lines(data)
    drawn = [_official(data, tell), *(_line(index, found, one, tell) for one in found.index)]
    path = series.path(ENERGY_TARGET, tell)
    years = [int(year) for year in index.index]
    band = Ribbon(tell("nowcast.range"), years, list(index.min(axis=1)), list(index.max(axis=1)))
    title = sentence(found, tell)
    return Figure(
        name="nowcast",
        title=title,
        subtitle=tell("nowcast.sub"),
        alt=tell("nowcast.alt", title=title, **ends(found["corrected"])),
        chart=fan.draw(drawn, [band], path),
        table=series.table(_columns(found, path, drawn), tell),
        standings=series.standings(drawn),
        source_ids=tuple(official_intensity(data)["source_id"]),
        notes=tuple(tell(f"nowcast.{one}") for one in ("break", "never", "sources")),
    )


def methods(data: Dataset, tell: Speaker) -> Figure:
    """Return the table of the methods: hindcast, miss, yearly changes, outcome, correction."""
    found, (_, known) = analysis_nowcast.methods(data), analysis_nowcast.official_end(data)
    misses = {str(key): number(100 * row["miss"], 1, sign=True) for key, row in found.iterrows()}
    title = tell("nowcast.methods.title", **misses)
    variant = analysis_nowcast.output_throughout(data)
    rows = [(tell(f"nowcast.method.{key}"), row) for key, row in found.iterrows()]
    rows.append((tell("nowcast.variant"), variant))
    return Figure(
        name="nowcast_methods",
        title=title,
        subtitle=tell("nowcast.methods.sub", official=percent(known, 1, sign=True)),
        alt=title,
        chart=None,
        table=Table.of_texts(pd.DataFrame([_method(name, row, tell) for name, row in rows])),
        standings=tuple(found["standing"].unique()),
        source_ids=tuple(official_intensity(data)["source_id"]),
        notes=(
            tell("nowcast.sources"),
            *(tell(f"nowcast.how.{method}") for method in found.index),
            _coverage(data, tell),
            _variant(data, variant, tell),
            tell("nowcast.corrected", **ends(found["corrected"])),
        ),
    )


def sentence(found: pd.DataFrame, tell: Speaker) -> str:
    """Return between which changes the methods put 2025, and how many reach the target."""
    reached = found["cumulative"]
    words = ends(reached) | {"target": percent(-ENERGY_TARGET, 1, sign=True)}
    return reach("nowcast.title", found, tell, **words)


def reach(key: str, found: pd.DataFrame, tell: Speaker, **values: str) -> str:
    """Return a sentence on how many methods reach the target, from the words under a key.

    Where the only one that does is unverified, it is named as such.
    """
    ends_of = found["cumulative"]
    met = found[ends_of <= -ENERGY_TARGET]
    is_lone = len(met) == 1 and met["standing"].eq("unverified").all()
    case = "lone" if is_lone else verdict(ends_of, ENERGY_TARGET)
    names = tell("list.separator").join(tell(f"nowcast.short.{one}") for one in met.index)
    return tell(f"{key}.{case}", met=len(met), methods=len(found), names=names, **values)


def ends(changes: "pd.Series[float]") -> dict[str, str]:
    """Return the smaller and the larger fall of a range, in words."""
    return {
        "least": percent(float(changes.max()), 1, sign=True),
        "most": percent(float(changes.min()), 1, sign=True),
    }


def _official(data: Dataset, tell: Speaker) -> Line:
    index = official_index(data)
    return series.line(tell("series.official"), index, ["official"] * len(index), tell)


def _line(index: pd.DataFrame, found: pd.DataFrame, method: str, tell: Speaker) -> Line:
    """Return a method's line; it starts after the last official point, which is not its own."""
    own = index[method].iloc[1:]
    standing = str(found["standing"][method])
    return series.line(tell(f"nowcast.method.{method}"), own, [standing] * len(own), tell)


def _columns(found: pd.DataFrame, path: Line, drawn: list[Line]) -> dict[str, Line | None]:
    """Return the lines by the names of their columns in files."""
    keys = ("official", *(str(method) for method in found.index))
    return {"path": path, **dict(zip(keys, drawn, strict=True))}


def _coverage(data: Dataset, tell: Speaker) -> str:
    covered = analysis_inputs.by_output(data)["covered"]
    rows = analysis_inputs.every(data)
    output = rows[rows["kind"] == "output"]
    ended = output.groupby("item", sort=False)["year"].max()
    unseen = [product(str(item), tell) for item in ended.index[ended < TARGET_YEAR]]
    return tell(
        "nowcast.coverage",
        year=TARGET_YEAR,
        unseen=tell("list.separator").join(unseen),
        first=percent(covered[BASE_YEAR + 1], 0),
        last=percent(covered[TARGET_YEAR], 0),
    )


def _variant(data: Dataset, row: "pd.Series[Any]", tell: Speaker) -> str:
    codes = analysis_inputs.throughout(data)
    return tell(
        "nowcast.how.variant",
        first=BASE_YEAR + 1,
        year=TARGET_YEAR,
        names=tell("list.separator").join(labels.sector(data, code, tell) for code in codes),
        cumulative=percent(row["cumulative"], 1, sign=True),
        miss=number(100 * row["miss"], 1, sign=True),
    )


def _method(name: str, row: "pd.Series[Any]", tell: Speaker) -> dict[str, str]:
    outcome = "met" if row["cumulative"] <= -ENERGY_TARGET else "missed"
    years = {str(year): percent(row[year], 1, sign=True) for year in YEARS}
    return {
        tell("nowcast.column.method"): name,
        **years,
        tell("nowcast.column.hindcast"): percent(row["hindcast"], 1, sign=True),
        tell("nowcast.column.miss"): number(100 * row["miss"], 1, sign=True),
        tell("nowcast.column.cumulative"): percent(row["cumulative"], 1, sign=True),
        tell("nowcast.column.outcome"): tell(f"nowcast.{outcome}"),
        tell("nowcast.column.corrected"): percent(row["corrected"], 1, sign=True),
        tell("known.standing"): tell(f"standing.{row['standing']}"),
    }
