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
from carbonpeak.thresholds import JUMP_SHARE, PRICE_GAP
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
    states = [state(tier, missing) for tier, missing in tiers]
    unknown = table["intensity"].isna() & table["missing"].eq("no_data")
    return table.assign(state=pd.Series(states, index=table.index).mask(unknown, "no_data"))


def tile_grid(ask: Ask, view: View, yardstick: str, lang: Lang) -> Exhibit:
    """Return the provinces as tiles, coloured and marked by tier."""
    table = rows(ask, view, yardstick)
    shown = [_tile(str(code), row, lang) for code, row in table.iterrows()]
    counts = {key: int((table["state"] == key).sum()) for key in LEGEND}
    return Exhibit(
        name="region_tiles",
        title=tier_counts(counts, int(table["is_doubtful"].sum()), view.year, lang),
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
            doubt_note(lang),
            say("regions.tiles.note", lang),
        ),
    )


def ranking(ask: Ask, view: View, yardstick: str, lang: Lang) -> Exhibit | None:
    """Return the provinces as bars of the change since 2020, None where none is known."""
    table = rows(ask, view, yardstick)
    known = table.dropna(subset=["cumulative"]).sort_values("cumulative")
    if known.empty:
        return None
    names, changes = [str(name) for name in known[f"name_{lang}"]], list(known["cumulative"])
    title = _extremes(known, lang)
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
        notes=(doubt_note(lang), say("regions.deflator", lang)),
    )


def doubt_note(lang: Lang) -> str:
    """Return what the mark of doubt means, with its thresholds."""
    return say("regions.doubt_note", lang, gap=number(100 * PRICE_GAP), jump=percent(JUMP_SHARE, 0))


def _extremes(known: pd.DataFrame, lang: Lang) -> str:
    """Return which province fell and which rose most, doubtful ones left out where others are."""
    sound = known[~known["is_doubtful"]]
    shown = known if sound.empty else sound
    first, last = shown.iloc[0], shown.iloc[-1]
    names = [labels.name(row, lang) for row in (first, last)]
    return extremes(names[0], first["cumulative"], names[1], last["cumulative"], lang)


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
        table=_table(rows(ask, view, yardstick), view.year, lang),
        standings=INTENSITY_STANDINGS[view.measure],
        source_ids=INTENSITY_SOURCES[view.measure],
        notes=(say("regions.deflator", lang), say("regions.tier_note", lang), doubt_note(lang)),
    )


def own_targets(ask: Ask, view: View, lang: Lang) -> str:
    """Return a sentence that lists the provinces whose own target is known."""
    own = regions.own_targets(ask, view.measure).set_index("region_code")
    names = region_names(ask, lang)
    listed = [
        f"{names[str(code)]} {labels.own_target(row, lang)}"
        for code, row in own[own.index.isin(list(names))].iterrows()
    ]
    return say("regions.own", lang, names=say("list.separator", lang).join(listed))


def _tile(code: str, row: "pd.Series[Any]", lang: Lang) -> Tile:
    name, key = labels.name(row, lang), str(row["state"])
    change = labels.change(row["cumulative"], row["missing"], lang)
    return Tile(
        code=code,
        row=int(row["tile_row"]),
        column=int(row["tile_column"]),
        state=key,
        name=name if lang == "zh" else str(row["iso_code"]).removeprefix("CN-"),
        label=TIER_SYMBOLS[key] + labels.doubt(row),
        hover=f"{name}<br>{say(f'tier.{key}', lang)}<br>{change}",
    )


def _bar_label(row: "pd.Series[Any]") -> str:
    marks = TIER_SYMBOLS[row["state"]] + labels.doubt(row)
    return f"{percent(row['cumulative'], 1, sign=True)} {marks}"


def _members(table: pd.DataFrame, lang: Lang) -> str:
    """Return the provinces of each tier in words."""
    parts = []
    for key in LEGEND:
        names = list(table[table["state"] == key][f"name_{lang}"])
        if names:
            items = say("list.separator", lang).join(names)
            parts.append(say("list.named", lang, name=say(f"tier.{key}", lang), items=items))
    return ("；" if lang == "zh" else "; ").join(parts)


def _table(table: pd.DataFrame, year: int, lang: Lang) -> pd.DataFrame:
    ordered = table.sort_values("cumulative", na_position="last")
    return pd.DataFrame([_row(row, year, lang) for _, row in ordered.iterrows()])


def _changes(table: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    ordered = table.sort_values("cumulative", na_position="last")
    changes = zip(ordered["cumulative"], ordered["missing"], strict=True)
    return pd.DataFrame(
        {
            say("column.region", lang): ordered[f"name_{lang}"].to_list(),
            say("column.change", lang): [labels.change(*one, lang) for one in changes],
            say("column.tier", lang): [
                f"{labels.tier(row['state'], lang)} {labels.doubt(row)}".strip()
                for _, row in ordered.iterrows()
            ],
        }
    )


def _row(row: "pd.Series[Any]", year: int, lang: Lang) -> dict[str, str]:
    missing, level = row["missing"], row["intensity"]
    unmeasured = "no_target" if is_missing(row["target"]) else missing
    shown = say(f"missing.{missing}", lang) if is_missing(level) else number(float(level), 3)
    return {
        say("column.region", lang): f"{labels.name(row, lang)} {labels.doubt(row)}".strip(),
        say("column.intensity", lang): shown,
        say("column.change", lang): labels.change(row["cumulative"], missing, lang),
        say("column.change_year", lang): labels.change(row["change"], missing, lang),
        say("column.progress", lang): labels.fraction(row["progress"], unmeasured, lang),
        say("column.rate_needed", lang, first=year + 1): labels.needed(
            row["rate_needed"], unmeasured, lang
        ),
        say("column.tier_schedule", lang): _tier(row, "schedule", lang),
        say("column.tier_annual", lang): _tier(row, "annual", lang),
    }


def _tier(row: "pd.Series[Any]", yardstick: str, lang: Lang) -> str:
    key = state(row[f"tier_{yardstick}"], row["missing"])
    movement = row[f"movement_{yardstick}"]
    if movement == "unknown":
        return labels.tier(key, lang)
    return f"{labels.tier(key, lang)} {say(f'movement.{movement}', lang)}"
