"""The lists by province and batch: tiles, ranking, batches, and three sectors by name."""

from typing import Any

import pandas as pd

from carbonpeak.charts import bars, columns, tiles
from carbonpeak.charts.style import INK, NO_TIER_FILL, PAPER, SEQUENTIAL
from carbonpeak.charts.tiles import Tile
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import fault_words
from carbonpeak.figures.table import Cell, Form, Head, Table, known, number, words
from carbonpeak.topics.green import analysis, labels
from carbonpeak.topics.green.choices import GreenChoices
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.numbers import share
from carbonpeak.words.speaker import Speaker

PER = ("count", "density")
# A tile is darker from these multiples of the mean of all provinces on.
STEPS = (("large", 1.5), ("middle", 0.75), ("small", 0.0))
FILLS = dict(zip(("large", "middle", "small", "none"), (*SEQUENTIAL, NO_TIER_FILL), strict=True))
INKS = {"large": PAPER, "middle": PAPER, "small": INK, "none": INK}
COUNT = Form()
DENSITY_DIGITS = 1
LARGEST = 5
# More provinces than these that share a place are counted, not named.
MOST_NAMED = 2
SECTORS = ("cement", "steel", "vehicles")


def tile_grid(data: Dataset, chosen: GreenChoices, tell: Speaker) -> Figure:
    """Return the provinces as tiles, darker where more is listed."""
    rows = _ranked(data, chosen)
    title = _most(rows, chosen, tell)
    return Figure(
        name="green_tiles",
        title=title,
        subtitle=_subtitle(data, chosen, tell),
        alt=title,
        chart=lambda: tiles.draw(
            [_tile(str(code), row, rows, chosen, tell) for code, row in rows.iterrows()],
            [(one, _legend(one, tell)) for one in FILLS],
            FILLS,
            INKS,
        ),
        table=_table(rows, tell),
        standings=("derived",),
        source_ids=_sources(chosen),
        notes=(*_notes(data, chosen, tell), tell("regions.tiles.note")),
    )


def ranking(data: Dataset, chosen: GreenChoices, tell: Speaker) -> Figure | None:
    """Return the provinces as bars from the most on, None where none is listed."""
    rows = _ranked(data, chosen)
    listed = rows[rows["listed"] > 0]
    if listed.empty:
        return None
    title = _largest(listed, chosen, tell)
    return Figure(
        name="green_ranking",
        title=title,
        subtitle=_subtitle(data, chosen, tell),
        alt=title,
        chart=lambda: bars.ranked(
            [str(one) for one in listed[f"name_{tell.lang}"]],
            [float(value) for value in listed["shown"]],
            [_text(float(value), chosen, tell) for value in listed["shown"]],
            [str(code) for code in listed.index],
        ),
        table=_table(rows, tell),
        standings=("derived",),
        source_ids=_sources(chosen),
        notes=_notes(data, chosen, tell),
    )


def _ranked(data: Dataset, chosen: GreenChoices) -> pd.DataFrame:
    """Return every province, the most first; ``shown`` is what is compared."""
    rows = analysis.by_province(data, chosen.kind, chosen.batch)
    shown = rows["listed"].astype(float) if chosen.per == "count" else rows["density"]
    return rows.assign(shown=shown).sort_values(
        "shown", ascending=False, na_position="last", kind="stable"
    )


def _text(value: float, chosen: GreenChoices, tell: Speaker) -> str:
    return text_of(value, 0 if chosen.per == "count" else DENSITY_DIGITS)


def _named(chosen: GreenChoices, tell: Speaker) -> dict[str, str]:
    return {"batch": labels.batch(chosen.batch, tell), "kind": labels.kind(chosen.kind, tell)}


def _most(rows: pd.DataFrame, chosen: GreenChoices, tell: Speaker) -> str:
    """Return which province has most; of many that share the place, how many they are."""
    best = float(rows["shown"].max())
    said = {"value": _text(best, chosen, tell), **_named(chosen, tell)}
    first = [
        row for _, row in rows.iterrows() if _text(row["shown"], chosen, tell) == said["value"]
    ]
    if len(first) > MOST_NAMED:
        return tell(f"green.most.{chosen.per}.many", count=len(first), **said)
    names = tell.enumerated(str(row[f"name_{tell.lang}"]) for row in first)
    return tell(f"green.most.{chosen.per}", name=names, **said)


def _largest(listed: pd.DataFrame, chosen: GreenChoices, tell: Speaker) -> str:
    """Return what part the first provinces have, or how far densities lie apart."""
    said = _named(chosen, tell)
    if chosen.per == "density":
        ends = {"high": listed.iloc[0]["shown"], "low": listed.iloc[-1]["shown"]}
        texts = {key: _text(float(value), chosen, tell) for key, value in ends.items()}
        return tell("green.apart", **texts, **said)
    if len(listed) <= LARGEST:
        return tell("green.few", count=len(listed), **said)
    part = listed["listed"].head(LARGEST).sum() / listed["listed"].sum()
    return tell("green.largest", count=LARGEST, share=share(float(part)), **said)


def _subtitle(data: Dataset, chosen: GreenChoices, tell: Speaker) -> str:
    year = analysis.last_year(data)
    return tell(
        f"green.places.sub.{chosen.per}",
        kind=labels.kind(chosen.kind, tell),
        batch=tell(f"green.batch.{chosen.batch}"),
        year=year,
    )


def _notes(data: Dataset, chosen: GreenChoices, tell: Speaker) -> tuple[str, ...]:
    caveat = (tell("green.density.note"),) if chosen.per == "density" else ()
    return (*caveat, tell("green.lists.note"), *_fault_notes(data, chosen, tell))


def _fault_notes(data: Dataset, chosen: GreenChoices, tell: Speaker) -> tuple[str, ...]:
    parks = ("green_parks_one_more",) if chosen.kind == "green_park" else ()
    return tuple(fault_words(data, one, tell) for one in (*parks, "green_removals_unknown"))


def _sources(chosen: GreenChoices) -> tuple[str, ...]:
    added = ("nbs-value-added",) if chosen.per == "density" else ()
    return ("miit-green-lists", *added)


def _state(value: float, mean: float) -> str:
    if pd.isna(value) or value == 0:
        return "none"
    return next(name for name, least in STEPS if value >= least * mean)


def _legend(code: str, tell: Speaker) -> str:
    return tell(f"green.step.{code}", **{name: f"{least:g}" for name, least in STEPS})


def _tile(
    code: str, row: "pd.Series[Any]", rows: pd.DataFrame, chosen: GreenChoices, tell: Speaker
) -> Tile:
    name = str(row[f"name_{tell.lang}"])
    density = "–" if pd.isna(row["density"]) else text_of(float(row["density"]), DENSITY_DIGITS)
    said = {"listed": text_of(int(row["listed"])), "density": density}
    return Tile(
        code=code,
        row=int(row["tile_row"]),
        column=int(row["tile_column"]),
        state=_state(row["shown"], float(rows["shown"].mean())),
        name=name if tell.is_chinese else str(row["iso_code"]).removeprefix("CN-"),
        label="–" if pd.isna(row["shown"]) else _text(float(row["shown"]), chosen, tell),
        hover=f"{name}<br>{tell('green.hover', **said)}",
    )


def _table(rows: pd.DataFrame, tell: Speaker) -> Table:
    return Table.of_rows(_row(row, tell) for _, row in rows.iterrows())


def _row(row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    name = str(row[f"name_{tell.lang}"])
    form = Form(tell("green.unit.density"), digits=DENSITY_DIGITS)
    density = None if pd.isna(row["density"]) else float(row["density"])
    return {
        Head("region", tell("column.region")): words(name, value=name),
        Head("listed", tell("green.column.listed")): number(int(row["listed"]), COUNT),
        Head("density", tell("green.column.density")): known(
            density, form, "no_value_added", tell("missing.no_value_added")
        ),
    }


def by_batch(data: Dataset, chosen: GreenChoices, tell: Speaker) -> Figure:
    """Return the batches as columns, of the nation or of the chosen province."""
    rows = analysis.by_batch(data, chosen.kind, chosen.region)
    counts = [int(one) for one in rows["listed"]]
    place = region_names(data, tell.lang)[chosen.region] if chosen.region else ""
    kind = labels.kind(chosen.kind, tell)
    title = _batches_title(counts, kind, place, tell)
    names = [tell(f"green.batch.{code}") for code in rows.index]
    return Figure(
        name="green_batches",
        title=title,
        subtitle=tell(
            "green.batches.sub",
            place=place or tell("green.nation"),
            kind=kind,
            year=analysis.last_year(data),
        ),
        alt=title,
        chart=lambda: columns.draw(
            names,
            [float(one) for one in counts],
            [text_of(one) for one in counts],
            [False] * len(rows),
        ),
        table=_batch_table(rows, names, tell),
        standings=("derived",),
        source_ids=("miit-green-lists",),
        notes=_fault_notes(data, chosen, tell),
    )


def _batches_title(counts: list[int], kind: str, place: str, tell: Speaker) -> str:
    """Return how many were listed in all batches together."""
    key = "none" if not sum(counts) else "place" if place else "nation"
    said = {"total": text_of(sum(counts)), "batches": len(counts), "kind": kind, "place": place}
    return tell(f"green.batches.{key}", **said)


def _batch_table(rows: pd.DataFrame, names: list[str], tell: Speaker) -> Table:
    codes = zip(names, rows.index, strict=True)
    return Table.of_columns(
        {
            Head("batch", tell("green.column.batch")): [
                words(one, value=str(c)) for one, c in codes
            ],
            Head("listed_on", tell("green.column.listed_on")): [
                words(str(day)) for day in rows["listed_on"]
            ],
            Head("listed", tell("green.column.listed")): [
                number(int(one), COUNT) for one in rows["listed"]
            ],
        }
    )


def named_sectors(data: Dataset, chosen: GreenChoices, tell: Speaker) -> Figure:
    """Return the factories whose name says cement, steel or vehicles, by province."""
    rows = analysis.named_sectors(data).reindex(columns=list(SECTORS), fill_value=0)
    names = region_names(data, tell.lang)
    counts = {one: text_of(int(rows[one].sum())) for one in SECTORS}
    title = tell("green.sectors.title", **counts)
    ordered = rows.assign(total=rows.sum(axis=1)).sort_values(
        "total", ascending=False, kind="stable"
    )
    return Figure(
        name="green_sectors",
        title=title,
        subtitle=tell("green.sectors.sub"),
        alt=title,
        chart=None,
        table=Table.of_rows(_sector_row(names[str(c)], row, tell) for c, row in ordered.iterrows()),
        standings=("derived",),
        source_ids=("miit-green-lists",),
        notes=(tell("green.sectors.note"), tell("green.lists.note")),
    )


def _sector_row(name: str, row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    return {
        Head("region", tell("column.region")): words(name, value=name),
        **{Head(one, tell(f"green.sector.{one}")): number(int(row[one]), COUNT) for one in SECTORS},
    }
