"""The figures of the page Regions that show all provinces: tiles, ranking, table."""

from typing import Any

import pandas as pd

from carbonpeak.charts import bars, tiles
from carbonpeak.charts.style import NO_TIER_FILL, TIER_FILL
from carbonpeak.charts.tiles import Tile
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import View, region_names, state
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import INTENSITY_SOURCES, INTENSITY_STANDINGS
from carbonpeak.figures.table import Table
from carbonpeak.topics.regions import analysis
from carbonpeak.words.numbers import is_missing, number, percent
from carbonpeak.words.sentences import extremes, tier_counts
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import TIER_SYMBOLS

YARDSTICKS = ("schedule", "annual")
LEGEND = ("on_schedule", "behind", "far_behind", "no_target", "withheld", "no_data")
UNJUDGED_FILL = "#9A9A9A"
FILLS = TIER_FILL | {"no_target": NO_TIER_FILL}


def rows(data: Dataset, view: View, yardstick: str) -> pd.DataFrame:
    """Return where each province stands; ``state`` is its tier, or why it has none."""
    table = analysis.judged(data, view)
    tiers = zip(table[f"tier_{yardstick}"], table["missing"], strict=True)
    states = [state(tier, missing) for tier, missing in tiers]
    unknown = table["intensity"].isna() & table["missing"].eq("no_data")
    return table.assign(state=pd.Series(states, index=table.index).mask(unknown, "no_data"))


def tile_grid(data: Dataset, view: View, yardstick: str, tell: Speaker) -> Figure:
    """Return the provinces as tiles, coloured and marked by tier."""
    table = rows(data, view, yardstick)
    shown = [_tile(str(code), row, tell) for code, row in table.iterrows()]
    counts = {key: int((table["state"] == key).sum()) for key in LEGEND}
    return Figure(
        name="region_tiles",
        title=tier_counts(counts, int(table["is_doubtful"].sum()), view.year, tell),
        subtitle=tell(
            "regions.tiles.sub",
            measure=tell(f"measure.{view.measure}"),
            basis=labels.basis(view, tell),
            yardstick=tell(f"yardstick.{yardstick}"),
            target=labels.target(view, tell),
        ),
        alt=_members(table, tell),
        chart=tiles.draw(shown, [(key, labels.tier(key, tell)) for key in LEGEND]),
        table=Table.of_texts(_changes(table, tell)),
        standings=INTENSITY_STANDINGS[view.measure],
        source_ids=INTENSITY_SOURCES[view.measure],
        notes=(
            tell("regions.tier_note"),
            labels.doubt_note(tell),
            tell("regions.tiles.note"),
        ),
    )


def ranking(data: Dataset, view: View, yardstick: str, tell: Speaker) -> Figure | None:
    """Return the provinces as bars of the change since 2020, None where none is known."""
    table = rows(data, view, yardstick)
    known = table.dropna(subset=["cumulative"]).sort_values("cumulative")
    if known.empty:
        return None
    names, changes = [str(name) for name in known[f"name_{tell.lang}"]], list(known["cumulative"])
    title = _extremes(known, tell)
    return Figure(
        name="region_ranking",
        title=title,
        subtitle=tell(
            "regions.ranking.sub",
            measure=tell(f"measure.{view.measure}"),
            basis=labels.basis(view, tell),
            year=view.year,
        ),
        alt=title,
        chart=bars.ranked(
            names,
            changes,
            [_bar_label(row) for _, row in known.iterrows()],
            [str(code) for code in known.index],
            [FILLS.get(key, UNJUDGED_FILL) for key in known["state"]],
        ),
        table=Table.of_texts(_changes(table, tell)),
        standings=INTENSITY_STANDINGS[view.measure],
        source_ids=INTENSITY_SOURCES[view.measure],
        notes=(labels.doubt_note(tell), tell("regions.deflator")),
    )


def _extremes(known: pd.DataFrame, tell: Speaker) -> str:
    """Return which province fell and which rose most, doubtful ones left out where others are."""
    sound = known[~known["is_doubtful"]]
    shown = known if sound.empty else sound
    first, last = shown.iloc[0], shown.iloc[-1]
    names = [labels.name(row, tell) for row in (first, last)]
    return extremes(names[0], first["cumulative"], names[1], last["cumulative"], tell)


def overview_table(data: Dataset, view: View, yardstick: str, tell: Speaker) -> Figure:
    """Return the table of all provinces: level, changes, progress, both tiers with movement."""
    return Figure(
        name="region_table",
        title=tell("regions.table"),
        subtitle=tell(
            "regions.table.sub",
            measure=tell(f"measure.{view.measure}"),
            basis=labels.basis(view, tell),
            unit=tell(f"unit.intensity_{view.measure}"),
            year=view.year,
            target=labels.target(view, tell),
        ),
        alt=tell("regions.table"),
        chart=None,
        table=Table.of_texts(_table(rows(data, view, yardstick), view.year, tell)),
        standings=INTENSITY_STANDINGS[view.measure],
        source_ids=INTENSITY_SOURCES[view.measure],
        notes=(
            tell("regions.deflator"),
            tell("regions.tier_note"),
            labels.doubt_note(tell),
        ),
    )


def own_targets(data: Dataset, view: View, tell: Speaker) -> str:
    """Return a sentence that lists the provinces whose own target is known."""
    own = analysis.own_targets(data, view.measure).set_index("region_code")
    names = region_names(data, tell.lang)
    listed = [
        f"{names[str(code)]} {labels.own_target(row, tell)}"
        for code, row in own[own.index.isin(list(names))].iterrows()
    ]
    return tell("regions.own", names=tell("list.separator").join(listed))


def _tile(code: str, row: "pd.Series[Any]", tell: Speaker) -> Tile:
    name, key = labels.name(row, tell), str(row["state"])
    change = labels.change(row["cumulative"], row["missing"], tell)
    return Tile(
        code=code,
        row=int(row["tile_row"]),
        column=int(row["tile_column"]),
        state=key,
        name=name if tell.lang == "zh" else str(row["iso_code"]).removeprefix("CN-"),
        label=TIER_SYMBOLS[key] + labels.doubt(row),
        hover=f"{name}<br>{tell(f'tier.{key}')}<br>{change}",
    )


def _bar_label(row: "pd.Series[Any]") -> str:
    marks = TIER_SYMBOLS[row["state"]] + labels.doubt(row)
    return f"{percent(row['cumulative'], 1, sign=True)} {marks}"


def _members(table: pd.DataFrame, tell: Speaker) -> str:
    """Return the provinces of each tier in words."""
    parts = []
    for key in LEGEND:
        names = list(table[table["state"] == key][f"name_{tell.lang}"])
        if names:
            items = tell("list.separator").join(names)
            parts.append(tell("list.named", name=tell(f"tier.{key}"), items=items))
    return ("；" if tell.lang == "zh" else "; ").join(parts)


def _table(table: pd.DataFrame, year: int, tell: Speaker) -> pd.DataFrame:
    ordered = table.sort_values("cumulative", na_position="last")
    return pd.DataFrame([_row(row, year, tell) for _, row in ordered.iterrows()])


def _changes(table: pd.DataFrame, tell: Speaker) -> pd.DataFrame:
    ordered = table.sort_values("cumulative", na_position="last")
    changes = zip(ordered["cumulative"], ordered["missing"], strict=True)
    return pd.DataFrame(
        {
            tell("column.region"): ordered[f"name_{tell.lang}"].to_list(),
            tell("column.change"): [labels.change(*one, tell) for one in changes],
            tell("column.tier"): [
                f"{labels.tier(row['state'], tell)} {labels.doubt(row)}".strip()
                for _, row in ordered.iterrows()
            ],
        }
    )


def _row(row: "pd.Series[Any]", year: int, tell: Speaker) -> dict[str, str]:
    missing, level = row["missing"], row["intensity"]
    unmeasured = "no_target" if is_missing(row["target"]) else missing
    shown = tell(f"missing.{missing}") if is_missing(level) else number(float(level), 3)
    return {
        tell("column.region"): f"{labels.name(row, tell)} {labels.doubt(row)}".strip(),
        tell("column.intensity"): shown,
        tell("column.change"): labels.change(row["cumulative"], missing, tell),
        tell("column.change_year"): labels.change(row["change"], missing, tell),
        tell("column.progress"): labels.fraction(row["progress"], unmeasured, tell),
        tell("column.rate_needed", first=year + 1): labels.needed(
            row["rate_needed"], unmeasured, tell
        ),
        tell("column.tier_schedule"): _tier(row, "schedule", tell),
        tell("column.tier_annual"): _tier(row, "annual", tell),
    }


def _tier(row: "pd.Series[Any]", yardstick: str, tell: Speaker) -> str:
    key = state(row[f"tier_{yardstick}"], row["missing"])
    movement = row[f"movement_{yardstick}"]
    if movement == "unknown":
        return labels.tier(key, tell)
    return f"{labels.tier(key, tell)} {tell(f'movement.{movement}')}"
