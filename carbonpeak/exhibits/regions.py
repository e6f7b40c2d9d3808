"""The exhibits of the page Regions that show all provinces: tiles, ranking, table."""

from typing import Any

import pandas as pd

from carbonpeak.charts import bars, tiles
from carbonpeak.charts.style import NO_TIER_FILL, TIER_FILL
from carbonpeak.charts.tiles import Tile
from carbonpeak.exhibits import labels
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.origin import INTENSITY_SOURCES, INTENSITY_STANDINGS
from carbonpeak.findings import regions
from carbonpeak.findings.view import Ask, View, region_names, state
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import is_missing, number, percent
from carbonpeak.wording.sentences import extremes, tier_counts
from carbonpeak.wording.terms import TIER_SYMBOLS

YARDSTICKS = ("schedule", "annual")
LEGEND = ("on_schedule", "behind", "far_behind", "no_target", "withheld", "no_data")
UNJUDGED_FILL = "#9A9A9A"
FILLS = TIER_FILL | {"no_target": NO_TIER_FILL}


def rows(ask: Ask, view: View, yardstick: str) -> pd.DataFrame:
    """Return where each province stands; ``state`` is its tier, or why it has none."""
    table = regions.judged(ask, view)
    tiers = zip(table[f"tier_{yardstick}"], table["missing"], strict=True)
    return table.assign(state=[state(tier, missing) for tier, missing in tiers])


def tile_grid(ask: Ask, view: View, yardstick: str, lang: Lang) -> Exhibit:
    """Return the provinces as tiles, coloured and marked by tier."""
    table = rows(ask, view, yardstick)
    shown = [_tile(str(code), row, lang) for code, row in table.iterrows()]
    counts = {key: int((table["state"] == key).sum()) for key in LEGEND}
    return Exhibit(
        name="region_tiles",
        title=tier_counts(counts, view.year, lang),
        subtitle=say(
            "regions.tiles.sub",
            lang,
            measure=say(f"measure.{view.measure}", lang),
            basis=labels.basis(view, lang),
            yardstick=say(f"yardstick.{yardstick}", lang),
            target=labels.target(view, lang),
        ),
        alt=_members(table, lang),
        chart=tiles.draw(shown, [(key, labels.tier(key, lang)) for key in LEGEND]),
        table=_changes(table, lang),
        standings=INTENSITY_STANDINGS[view.measure],
        source_ids=INTENSITY_SOURCES[view.measure],
        notes=(
            say("regions.tier_note", lang),
            say("regions.tiles.note", lang),
            say("regions.deflator", lang),
        ),
    )


def ranking(ask: Ask, view: View, yardstick: str, lang: Lang) -> Exhibit | None:
    """Return the provinces as bars of the change since 2020, None where none is known."""
    table = rows(ask, view, yardstick)
    known = table.dropna(subset=["cumulative"]).sort_values("cumulative")
    if known.empty:
        return None
    names, changes = [str(name) for name in known[f"name_{lang}"]], list(known["cumulative"])
    title = extremes(names[0], changes[0], names[-1], changes[-1], lang)
    return Exhibit(
        name="region_ranking",
        title=title,
        subtitle=say(
            "regions.ranking.sub",
            lang,
            measure=say(f"measure.{view.measure}", lang),
            basis=labels.basis(view, lang),
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
        table=_changes(table, lang),
        standings=INTENSITY_STANDINGS[view.measure],
        source_ids=INTENSITY_SOURCES[view.measure],
        notes=(say("regions.deflator", lang),),
    )


def overview_table(ask: Ask, view: View, yardstick: str, lang: Lang) -> Exhibit:
    """Return the table of all provinces: level, changes, progress, both tiers with movement."""
    return Exhibit(
        name="region_table",
        title=say("regions.table", lang),
        subtitle=say(
            "regions.table.sub",
            lang,
            measure=say(f"measure.{view.measure}", lang),
            basis=labels.basis(view, lang),
            unit=say(f"unit.intensity_{view.measure}", lang),
            year=view.year,
            target=labels.target(view, lang),
        ),
        alt=say("regions.table", lang),
        chart=None,
        table=_table(rows(ask, view, yardstick), lang),
        standings=INTENSITY_STANDINGS[view.measure],
        source_ids=INTENSITY_SOURCES[view.measure],
        notes=(say("regions.deflator", lang), say("regions.tier_note", lang)),
    )


def own_targets(ask: Ask, view: View, lang: Lang) -> str:
    """Return a sentence that lists the provinces whose own target is known."""
    own = regions.own_targets(ask, view.measure).set_index("region_code")
    names = region_names(ask, lang)
    listed = [
        f"{names[str(code)]} {percent(row['change_pct'] / 100, 1, sign=True)}{_doubt(row, lang)}"
        for code, row in own[own.index.isin(list(names))].iterrows()
    ]
    return say("regions.own", lang, names=say("list.separator", lang).join(listed))


def _doubt(row: "pd.Series[Any]", lang: Lang) -> str:
    unverified = row["standing"] == "unverified"
    return f" ({say('standing.unverified', lang)})" if unverified else ""


def _tile(code: str, row: "pd.Series[Any]", lang: Lang) -> Tile:
    name, key = labels.name(row, lang), str(row["state"])
    change = labels.change(row["cumulative"], row["missing"], lang)
    return Tile(
        code=code,
        row=int(row["tile_row"]),
        column=int(row["tile_column"]),
        state=key,
        name=name if lang == "zh" else str(row["iso_code"]).removeprefix("CN-"),
        label=TIER_SYMBOLS[key],
        hover=f"{name}<br>{say(f'tier.{key}', lang)}<br>{change}",
    )


def _bar_label(row: "pd.Series[Any]") -> str:
    return f"{percent(row['cumulative'], 1, sign=True)} {TIER_SYMBOLS[row['state']]}"


def _members(table: pd.DataFrame, lang: Lang) -> str:
    """Return the provinces of each tier in words."""
    parts = []
    for key in LEGEND:
        names = list(table[table["state"] == key][f"name_{lang}"])
        if names:
            parts.append(f"{say(f'tier.{key}', lang)}: {say('list.separator', lang).join(names)}")
    return ("；" if lang == "zh" else "; ").join(parts)


def _table(table: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    ordered = table.sort_values("cumulative", na_position="last")
    return pd.DataFrame([_row(row, lang) for _, row in ordered.iterrows()])


def _changes(table: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    ordered = table.sort_values("cumulative", na_position="last")
    changes = zip(ordered["cumulative"], ordered["missing"], strict=True)
    return pd.DataFrame(
        {
            say("column.region", lang): ordered[f"name_{lang}"].to_list(),
            say("column.change", lang): [labels.change(*one, lang) for one in changes],
            say("column.tier", lang): [labels.tier(key, lang) for key in ordered["state"]],
        }
    )


def _row(row: "pd.Series[Any]", lang: Lang) -> dict[str, str]:
    missing, level = row["missing"], row["intensity"]
    unmeasured = "no_target" if is_missing(row["target"]) else missing
    shown = say(f"missing.{missing}", lang) if is_missing(level) else number(float(level), 3)
    return {
        say("column.region", lang): labels.name(row, lang),
        say("column.intensity", lang): shown,
        say("column.change", lang): labels.change(row["cumulative"], missing, lang),
        say("column.change_year", lang): labels.change(row["change"], missing, lang),
        say("column.progress", lang): labels.fraction(row["progress"], unmeasured, lang),
        say("column.rate_needed", lang): labels.needed(row["rate_needed"], unmeasured, lang),
        say("column.tier_schedule", lang): _tier(row, "schedule", lang),
        say("column.tier_annual", lang): _tier(row, "annual", lang),
    }


def _tier(row: "pd.Series[Any]", yardstick: str, lang: Lang) -> str:
    key = state(row[f"tier_{yardstick}"], row["missing"])
    movement = row[f"movement_{yardstick}"]
    if movement == "unknown":
        return labels.tier(key, lang)
    return f"{labels.tier(key, lang)} {say(f'movement.{movement}', lang)}"
