"""Where 2025 landed: the range of the methods, and each method with its miss."""

from typing import Any

import pandas as pd

from carbonpeak.charts import fan
from carbonpeak.charts.fan import Ribbon
from carbonpeak.charts.lines import Line
from carbonpeak.exhibits import labels, series
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.nowcast_inputs import product
from carbonpeak.findings import nowcast, nowcast_inputs
from carbonpeak.findings.nowcast_inputs import YEARS
from carbonpeak.findings.official import official_index, official_intensity
from carbonpeak.findings.view import Ask
from carbonpeak.indicators.nowcast import verdict
from carbonpeak.thresholds import BASE_YEAR, ENERGY_TARGET, TARGET_YEAR
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import number, percent


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
        source_ids=tuple(official_intensity(ask)["source_id"]),
        notes=tuple(say(f"nowcast.{one}", lang) for one in ("break", "never", "sources")),
    )


def methods(ask: Ask, lang: Lang) -> Exhibit:
    """Return the table of the methods: hindcast, miss, yearly changes, outcome, correction."""
    found, (_, known) = nowcast.methods(ask), nowcast.official_end(ask)
    misses = {str(key): number(100 * row["miss"], 1, sign=True) for key, row in found.iterrows()}
    title = say("nowcast.methods.title", lang, **misses)
    variant = nowcast.output_throughout(ask)
    rows = [(say(f"nowcast.method.{key}", lang), row) for key, row in found.iterrows()]
    rows.append((say("nowcast.variant", lang), variant))
    return Exhibit(
        name="nowcast_methods",
        title=title,
        subtitle=say("nowcast.methods.sub", lang, official=percent(known, 1, sign=True)),
        alt=title,
        chart=None,
        table=pd.DataFrame([_method(name, row, lang) for name, row in rows]),
        standings=tuple(found["standing"].unique()),
        source_ids=tuple(official_intensity(ask)["source_id"]),
        notes=(
            say("nowcast.sources", lang),
            *(say(f"nowcast.how.{method}", lang) for method in found.index),
            _coverage(ask, lang),
            _variant(ask, variant, lang),
            say("nowcast.corrected", lang, **ends(found["corrected"])),
        ),
    )


def sentence(found: pd.DataFrame, lang: Lang) -> str:
    """Return between which changes the methods put 2025, and how many reach the target."""
    reached = found["cumulative"]
    words = ends(reached) | {"target": percent(-ENERGY_TARGET, 1, sign=True)}
    return reach("nowcast.title", found, lang, **words)


def reach(key: str, found: pd.DataFrame, lang: Lang, **values: str) -> str:
    """Return a sentence on how many methods reach the target, from the words under a key.

    Where the only one that does is unverified, it is named as such.
    """
    ends_of = found["cumulative"]
    met = found[ends_of <= -ENERGY_TARGET]
    is_lone = len(met) == 1 and met["standing"].eq("unverified").all()
    case = "lone" if is_lone else verdict(ends_of, ENERGY_TARGET)
    names = say("list.separator", lang).join(say(f"nowcast.short.{one}", lang) for one in met.index)
    return say(f"{key}.{case}", lang, met=len(met), methods=len(found), names=names, **values)


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


def _coverage(ask: Ask, lang: Lang) -> str:
    covered = nowcast_inputs.by_output(ask)["covered"]
    rows = nowcast_inputs.every(ask)
    output = rows[rows["kind"] == "output"]
    ended = output.groupby("item", sort=False)["year"].max()
    unseen = [product(str(item), lang) for item in ended.index[ended < TARGET_YEAR]]
    return say(
        "nowcast.coverage",
        lang,
        year=TARGET_YEAR,
        unseen=say("list.separator", lang).join(unseen),
        first=percent(covered[BASE_YEAR + 1], 0),
        last=percent(covered[TARGET_YEAR], 0),
    )


def _variant(ask: Ask, row: "pd.Series[Any]", lang: Lang) -> str:
    codes = nowcast_inputs.throughout(ask)
    return say(
        "nowcast.how.variant",
        lang,
        first=BASE_YEAR + 1,
        year=TARGET_YEAR,
        names=say("list.separator", lang).join(labels.sector(code, lang) for code in codes),
        cumulative=percent(row["cumulative"], 1, sign=True),
        miss=number(100 * row["miss"], 1, sign=True),
    )


def _method(name: str, row: "pd.Series[Any]", lang: Lang) -> dict[str, str]:
    outcome = "met" if row["cumulative"] <= -ENERGY_TARGET else "missed"
    years = {str(year): percent(row[year], 1, sign=True) for year in YEARS}
    return {
        say("nowcast.column.method", lang): name,
        **years,
        say("nowcast.column.hindcast", lang): percent(row["hindcast"], 1, sign=True),
        say("nowcast.column.miss", lang): number(100 * row["miss"], 1, sign=True),
        say("nowcast.column.cumulative", lang): percent(row["cumulative"], 1, sign=True),
        say("nowcast.column.outcome", lang): say(f"nowcast.{outcome}", lang),
        say("nowcast.column.corrected", lang): percent(row["corrected"], 1, sign=True),
        say("known.standing", lang): say(f"standing.{row['standing']}", lang),
    }
