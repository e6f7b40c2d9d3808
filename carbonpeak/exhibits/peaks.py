"""The provinces on the page Peak: tiles by state, and the table of the rule's numbers."""

from typing import Any

import pandas as pd

from carbonpeak.charts import tiles
from carbonpeak.charts.style import PEAK_INK
from carbonpeak.charts.tiles import Tile
from carbonpeak.exhibits import labels, peak_labels
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.findings import peaks
from carbonpeak.findings.peaks import ALL
from carbonpeak.findings.view import Ask, provinces
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import co2, is_missing, number, percent
from carbonpeak.wording.peak import PEAK_SYMBOLS


def of_provinces(ask: Ask, basis: str, until: int) -> pd.DataFrame:
    """Return the judgement of every province's industry beside its names and tile, by code."""
    judged = peaks.of_sector(peaks.states(ask, basis, until), ALL)
    places = provinces(ask)
    return places.join(judged.loc[places.index])


def tile_grid(ask: Ask, basis: str, until: int, lang: Lang) -> Exhibit:
    """Return the provinces as tiles, coloured and marked by state."""
    table = of_provinces(ask, basis, until)
    legend = peak_labels.legend(table["state"], lang)
    shown = [_tile(str(code), row, lang) for code, row in table.iterrows()]
    covered = table["state"][table["in_inventory"]]
    counts = peak_labels.counts(covered, lang)
    return Exhibit(
        name="peak_tiles",
        title=say("peak.tiles.title", lang, until=until, total=len(covered), counts=counts),
        subtitle=say("peak.tiles.sub", lang, basis=say(f"basis.{basis}", lang), until=until),
        alt=_members(table, legend, lang),
        chart=tiles.draw(shown, legend, peak_labels.FILLS, PEAK_INK),
        table=_tile_table(table, lang),
        standings=peak_labels.standings(until),
        source_ids=peak_labels.sources(basis, until),
        notes=(say("regions.tiles.note", lang),),
    )


def rule_table(ask: Ask, basis: str, until: int, lang: Lang) -> Exhibit:
    """Return the numbers of the rule for every province the inventories cover."""
    table = of_provinces(ask, basis, until)
    table = table[table["in_inventory"]].sort_values(["state", "peak_year"], key=_by_state)
    peaked = table[table["state"].isin(peak_labels.PEAKED)]
    names = say("list.separator", lang).join(peaked[f"name_{lang}"])
    title = say("peak.table.title" if names else "peak.table.none", lang, until=until, names=names)
    basis_words, unit = say(f"basis.{basis}", lang), say("unit.co2", lang)
    return Exhibit(
        name="peak_table",
        title=title,
        subtitle=say("peak.table.sub", lang, basis=basis_words, unit=unit, until=until),
        alt=title,
        chart=None,
        table=pd.DataFrame([_rule_row(row, lang) for _, row in table.iterrows()]),
        standings=(*peak_labels.standings(until), "unverified"),
        source_ids=(*peak_labels.sources(basis, until), "nbs-value-added"),
        notes=(say("peak.note.added", lang), *peak_labels.withheld_note(basis, lang)),
    )


def _by_state(column: "pd.Series[Any]") -> "pd.Series[Any]":
    """Return what rows are sorted by: states from the peaked on, years as they are."""
    if column.name != "state":
        return column
    return column.map({key: place for place, key in enumerate(peak_labels.LEGEND)})


def _tile(code: str, row: "pd.Series[Any]", lang: Lang) -> Tile:
    name = labels.name(row, lang)
    return Tile(
        code=code,
        row=int(row["tile_row"]),
        column=int(row["tile_column"]),
        state=str(row["state"]),
        name=name if lang == "zh" else str(row["iso_code"]).removeprefix("CN-"),
        label=PEAK_SYMBOLS[row["state"]],
        hover=peak_labels.hover(name, row, lang),
    )


def _members(table: pd.DataFrame, legend: list[tuple[str, str]], lang: Lang) -> str:
    """Return the provinces of each state in words."""
    parts = []
    for key, words in legend:
        names = say("list.separator", lang).join(table[table["state"] == key][f"name_{lang}"])
        parts.append(say("list.named", lang, name=words, items=names))
    return ("；" if lang == "zh" else "; ").join(parts)


def _tile_table(table: pd.DataFrame, lang: Lang) -> pd.DataFrame:
    return pd.DataFrame(
        {
            say("column.region", lang): table[f"name_{lang}"].to_list(),
            say("peak.column.state", lang): [
                peak_labels.state(one, lang) for one in table["state"]
            ],
            say("peak.column.peak_year", lang): [
                _or_none(year, str, lang) for year in table["peak_year"]
            ],
        }
    )


def _rule_row(row: "pd.Series[Any]", lang: Lang) -> dict[str, str]:
    cells = {
        "state": peak_labels.state(row["state"], lang),
        "peak_year": _or_none(row["peak_year"], str, lang),
        "maximum": co2(row["maximum"], lang),
        "last_year": str(row["last_year"]),
        "last": co2(row["last"], lang),
        "below": percent(row["below_maximum"]),
        "after": number(row["years_after"]),
        "tested": number(row["tested"]),
        "s": _or_none(None if is_missing(row["p"]) else row["s"], number, lang),
        "p": _or_none(row["p"], peak_labels.probability, lang),
        "added": _added(row, lang),
        "gaps": say("list.separator", lang).join(map(str, row["gaps"]))
        or say("peak.no_gaps", lang),
    }
    named = {say("column.region", lang): labels.name(row, lang)}
    return named | {say(f"peak.column.{key}", lang): text for key, text in cells.items()}


def _added(row: "pd.Series[Any]", lang: Lang) -> str:
    """Return how value added changed since the maximum, none where no year has passed."""
    if row["years_after"] == 0:
        return say("peak.none", lang)
    change = row["value_added_change"]
    if is_missing(change):
        return say("peak.unknown_added", lang)
    return percent(change, 1, sign=True)


def _or_none(value: Any, words: Any, lang: Lang) -> str:
    """Return a value in words, or that there is none."""
    return say("peak.none", lang) if is_missing(value) else str(words(value))
