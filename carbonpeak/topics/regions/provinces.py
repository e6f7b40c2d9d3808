"""The figures of the page Regions that show all provinces: tiles, ranking, table."""

from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import bars, hover, tiles
from carbonpeak.charts.bars import Rule
from carbonpeak.charts.style import NO_TIER_FILL, TIER_FILL
from carbonpeak.charts.tiles import Tile
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import BASES, TARGETS, View, region_names, state
from carbonpeak.figures import labels, pointed
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import INTENSITY_SOURCES, INTENSITY_STANDINGS
from carbonpeak.figures.table import Cell, Form, Head, Table, missing, words
from carbonpeak.indicators import progress
from carbonpeak.thresholds import BASE_YEAR, TARGET_YEAR
from carbonpeak.topics.regions import analysis, deflator, titles
from carbonpeak.topics.regions.choices import RegionsChoices
from carbonpeak.words.numbers import as_written, is_missing, percent
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import TIER_SYMBOLS

YARDSTICKS = ("schedule", "annual")
LEGEND = ("on_schedule", "behind", "far_behind", "no_target", "withheld", "no_data")


def rows(data: Dataset, view: View, yardstick: str) -> pd.DataFrame:
    """Return where each province stands; ``state`` is its tier, or why it has none."""
    table = analysis.judged(data, view)
    tiers = zip(table[f"tier_{yardstick}"], table["missing"], strict=True)
    states = [state(tier, missing) for tier, missing in tiers]
    unknown = table["intensity"].isna() & table["missing"].eq("no_data")
    return table.assign(state=pd.Series(states, index=table.index).mask(unknown, "no_data"))


def tile_grid(data: Dataset, chosen: RegionsChoices, tell: Speaker) -> Figure:
    """Return the provinces as tiles, coloured and marked by tier."""
    view, table = chosen.view, rows(data, chosen.view, chosen.yardstick)
    return Figure(
        name="region_tiles",
        title=titles.tiles(table["state"], tell),
        subtitle=tell("regions.tiles.sub", year=view.year, **_judged_words(chosen, tell)),
        alt=_members(table, tell),
        chart=lambda: _tiles(table, view, tell),
        table=_changes(table, tell),
        standings=INTENSITY_STANDINGS[view.measure],
        source_ids=INTENSITY_SOURCES[view.measure],
        notes=(
            titles.counts(table, tell),
            *_other_bases(data, chosen, tell),
            tell("regions.tier_note"),
            *labels.due_note(view, tell),
            deflator.note(data, view, chosen.yardstick, tell),
            labels.doubt_note(tell),
            tell("regions.tiles.note"),
        ),
    )


def _other_bases(data: Dataset, chosen: RegionsChoices, tell: Speaker) -> tuple[str, ...]:
    """Return how the provinces stand on each basis of the measure that is not shown."""
    others = (one for one in BASES[chosen.view.measure] if one != chosen.view.basis_name)
    views = (replace(chosen.view, basis=one) for one in others)
    return tuple(
        tell(
            "regions.tiles.other_basis",
            basis=labels.basis(view, tell),
            **titles.both_sides(rows(data, view, chosen.yardstick)["state"]),
        )
        for view in views
    )


def ranking(data: Dataset, chosen: RegionsChoices, tell: Speaker) -> Figure | None:
    """Return the provinces as bars of the change since 2020, None where none is known."""
    view, table = chosen.view, rows(data, chosen.view, chosen.yardstick)
    known = table.dropna(subset=["cumulative"]).sort_values("cumulative")
    if known.empty:
        return None
    title = titles.ranking(known, tell)
    return Figure(
        name="region_ranking",
        title=title,
        subtitle=tell("regions.ranking.sub", year=view.year, **_judged_words(chosen, tell)),
        alt=title,
        chart=lambda: bars.with_rules(
            _bars(known, _hovers(table, view, tell), tell), _rules(view, tell)
        ),
        table=_changes(table, tell),
        standings=INTENSITY_STANDINGS[view.measure],
        source_ids=INTENSITY_SOURCES[view.measure],
        notes=(
            tell("regions.tier_note"),
            *labels.due_note(view, tell),
            deflator.note(data, view, chosen.yardstick, tell),
            labels.doubt_note(tell),
            tell("regions.deflator"),
        ),
    )


def overview_table(data: Dataset, chosen: RegionsChoices, tell: Speaker) -> Figure:
    """Return the table of all provinces: level, changes, progress, both tiers with movement."""
    view = chosen.view
    unit = tell(f"unit.intensity_{view.measure}")
    words = {"unit": unit, "year": view.year, **_view_words(view, tell)}
    return Figure(
        name="region_table",
        title=tell("regions.table"),
        subtitle=tell("regions.table.sub", **words),
        alt=tell("regions.table"),
        chart=None,
        table=_table(rows(data, view, chosen.yardstick), view, tell),
        standings=INTENSITY_STANDINGS[view.measure],
        source_ids=INTENSITY_SOURCES[view.measure],
        notes=(
            tell("regions.deflator"),
            tell("regions.tier_note"),
            *labels.due_note(view, tell),
            deflator.note(data, view, chosen.yardstick, tell),
            labels.doubt_note(tell),
        ),
    )


def own_targets(data: Dataset, measure: str, tell: Speaker) -> str:
    """Return a sentence that lists the provinces whose own target is known."""
    own = analysis.own_targets(data, measure).set_index("region_code")
    names = region_names(data, tell.lang)
    listed = [
        f"{names[str(code)]} {labels.own_target(row, tell)}"
        for code, row in own[own.index.isin(list(names))].iterrows()
    ]
    return tell("regions.own", names=tell.listed(listed))


def _view_words(view: View, tell: Speaker) -> dict[str, str]:
    """Return what is measured, on which basis and by whose target, as subtitles name it."""
    return {
        "measure": tell(f"measure.{view.measure}"),
        "basis": labels.basis(view, tell),
        "target": labels.target(view, tell),
    }


def _judged_words(chosen: RegionsChoices, tell: Speaker) -> dict[str, str]:
    """Return the same, with the yardstick of the tiers."""
    yardstick = tell(f"yardstick.{chosen.yardstick}")
    return {"yardstick": yardstick, **_view_words(chosen.view, tell)}


def _hovers(table: pd.DataFrame, view: View, tell: Speaker) -> dict[str, str]:
    """Return what each province says when it is pointed at, by code."""
    ranks = pointed.ranks(table["cumulative"], tell)
    standing = pointed.standing(INTENSITY_STANDINGS[view.measure], tell)
    return {
        str(code): hover.card(
            f"{labels.name(row, tell)}{labels.doubt(row)}",
            tell("regions.hover.since", change=_change(row, tell)),
            _change_in_year(row, tell),
            ranks.get(str(code), ""),
            labels.tier(str(row["state"]), tell),
            standing,
        )
        for code, row in table.iterrows()
    }


def _change(row: "pd.Series[Any]", tell: Speaker) -> str:
    return labels.change_cell(row["cumulative"], row["missing"], tell, due=row["due"]).text


def _change_in_year(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return how a province's intensity moved in the year, nothing where it is not known."""
    if is_missing(row["change"]):
        return ""
    change = labels.change_cell(row["change"], row["missing"], tell, due=row["due_in_year"])
    return tell("regions.hover.in_year", change=change.text)


def _rules(view: View, tell: Speaker) -> tuple[Rule, ...]:
    """Return what is due by the year and the target, nothing where each place has its own."""
    if view.target != "national":
        return ()
    target = TARGETS[view.measure]
    due = progress.due(target, view.year - BASE_YEAR)
    return (
        Rule(due, tell("regions.rule.due", due=percent(-due))),
        Rule(-target, tell("regions.rule.target", year=TARGET_YEAR, target=as_written(target))),
    )


def _bars(known: pd.DataFrame, hovers: dict[str, str], tell: Speaker) -> go.Figure:
    codes = [str(code) for code in known.index]
    return bars.ranked(
        [str(name) for name in known[f"name_{tell.lang}"]],
        list(known["cumulative"]),
        [_bar_label(row, tell) for _, row in known.iterrows()],
        codes,
        [TIER_FILL.get(state_of, NO_TIER_FILL) for state_of in known["state"]],
        [hovers[code] for code in codes],
    )


def _tiles(table: pd.DataFrame, view: View, tell: Speaker) -> go.Figure:
    said = _hovers(table, view, tell)
    shown = [_tile(str(code), row, said[str(code)], tell) for code, row in table.iterrows()]
    return tiles.draw(shown, [(key, labels.tier(key, tell)) for key in LEGEND])


def _tile(code: str, row: "pd.Series[Any]", said: str, tell: Speaker) -> Tile:
    name, key = labels.name(row, tell), str(row["state"])
    return Tile(
        code=code,
        row=int(row["tile_row"]),
        column=int(row["tile_column"]),
        state=key,
        name=name if tell.lang == "zh" else str(row["iso_code"]).removeprefix("CN-"),
        label=TIER_SYMBOLS[key] + labels.doubt(row),
        hover=said,
        value="" if is_missing(row["cumulative"]) else _change(row, tell),
    )


def _bar_label(row: "pd.Series[Any]", tell: Speaker) -> str:
    marks = TIER_SYMBOLS[row["state"]] + labels.doubt(row)
    return f"{_change(row, tell)} {marks}"


def _members(table: pd.DataFrame, tell: Speaker) -> str:
    """Return the provinces of each tier in words."""
    parts = []
    for key in LEGEND:
        own = table[table["state"] == key]
        names = [labels.name(row, tell) + labels.doubt(row) for _, row in own.iterrows()]
        if names:
            items = tell.listed(names)
            parts.append(tell("list.named", name=tell(f"tier.{key}"), items=items))
    return tell.clauses(parts)


def _changes(table: pd.DataFrame, tell: Speaker) -> Table:
    """Return every province with its change and its tier, from the largest fall on."""
    ordered = table.sort_values("cumulative", na_position="last")
    return Table.of_rows(_change_row(row, tell) for _, row in ordered.iterrows())


def _change_row(row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    return {
        Head("region", tell("column.region")): labels.place_cell(row, tell),
        Head("change", tell("column.change")): labels.change_cell(
            row["cumulative"], row["missing"], tell, due=row["due"]
        ),
        Head("tier", tell("column.tier")): labels.tier_cell(row["state"], tell),
    }


def _table(table: pd.DataFrame, view: View, tell: Speaker) -> Table:
    """Return every province with all there is to say of it, from the largest fall on."""
    ordered = table.sort_values("cumulative", na_position="last")
    return Table.of_rows(
        {Head("region", tell("column.region")): labels.place_cell(row, tell)}
        | _measured(row, view, tell)
        | _judged(row, tell)
        for _, row in ordered.iterrows()
    )


def _measured(row: "pd.Series[Any]", view: View, tell: Speaker) -> dict[Head, Cell]:
    """Return a province's level, its changes, and where it stands against its target."""
    kind = row["missing"]
    # Without a target there is nothing to measure progress by.
    unmeasured = "no_target" if is_missing(row["target"]) else kind
    level = Form(unit=tell(f"unit.intensity_{view.measure}"), digits=3)
    needed = tell("column.rate_needed", first=view.year + 1)
    return {
        Head("intensity", tell("column.intensity")): labels.known_cell(
            row["intensity"], level, kind, tell
        ),
        Head("change", tell("column.change")): labels.change_cell(
            row["cumulative"], kind, tell, due=row["due"]
        ),
        Head("change_in_year", tell("column.change_year")): labels.change_cell(
            row["change"], kind, tell, due=row["due_in_year"]
        ),
        Head("progress", tell("column.progress")): labels.progress_cell(row, unmeasured, tell),
        Head("rate_needed", needed): labels.needed_cell(row["rate_needed"], unmeasured, tell),
    }


def _judged(row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    """Return a province's tier by each yardstick, and for files how it moved since last year."""
    cells = {}
    for yardstick in YARDSTICKS:
        moved = _movement(str(row[f"movement_{yardstick}"]), tell)
        key = state(row[f"tier_{yardstick}"], row["missing"])
        more = "" if moved.missing else f" {moved.text}"
        head = Head(f"tier_{yardstick}", tell(f"column.tier_{yardstick}"))
        label = tell("column.movement", tier=head.label)
        cells[head] = labels.tier_cell(key, tell, more)
        cells[Head(f"movement_{yardstick}", label, in_files=True)] = moved
    return cells


def _movement(moved: str, tell: Speaker) -> Cell:
    """Return how a tier moved against the year before, missing where one of both is unknown."""
    if moved == "unknown":
        return missing("no_data", tell("missing.no_data"))
    return words(tell(f"movement.{moved}"), value=moved)
