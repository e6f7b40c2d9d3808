"""Published records: footprints of vehicles and batteries by their unit; goals, dates and rules."""

from typing import Any

import pandas as pd

from carbonpeak.charts import bars
from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain import factor_search
from carbonpeak.figures import origin
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, Table, missing, words
from carbonpeak.topics.footprint.choices import FootprintChoices
from carbonpeak.topics.footprint.library import EVERY, MARK, factor_row
from carbonpeak.words import Lang
from carbonpeak.words.numbers import is_missing
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.study import factor_unit_words

# Units in which enough records stand to be compared, by the codes of an address.
UNITS = {
    "km": "kg CO2e/km",
    "vehicle": "kg CO2e/vehicle",
    "battery": "kg CO2e/kWh",
    "kg": "kg CO2e/kg",
    "area": "kg CO2e/m2",
}
# Bars beyond these cannot be read.
MOST_BARS = 30


def vehicles(data: Dataset, chosen: FootprintChoices, tell: Speaker) -> Figure | None:
    """Return the records in one unit from the largest to the smallest, with their boundary."""
    rows = factor_search.library(data)
    own = rows[(rows["kind"] == "vehicle") & (rows["unit"] == UNITS[chosen.record])]
    if own.empty:
        return None
    own = own.sort_values("value", ascending=False, kind="stable")
    sound = own[own["flag"].isna()]
    shown = sound.iloc[:MOST_BARS]
    title = _title(sound, chosen, tell)
    return Figure(
        name="vehicle_records",
        title=title,
        subtitle=tell(
            "footprint.vehicles.sub",
            unit=factor_unit_words(UNITS[chosen.record], tell),
            shown=len(shown),
            count=len(sound),
        ),
        alt=title,
        chart=lambda: bars.ranked(
            [_labelled(row, tell) for _, row in shown.iterrows()],
            list(shown["value"]),
            [_short(float(one)) for one in shown["value"]],
            list(shown["factor_id"]),
        ),
        table=Table.of_rows(factor_row(data, row, tell) for row in own.to_dict("records")),
        standings=tuple(dict.fromkeys(own["standing"])),
        source_ids=tuple(dict.fromkeys(own["source_id"])),
        notes=_notes(data, own, tell),
    )


def _title(sound: pd.DataFrame, chosen: FootprintChoices, tell: Speaker) -> str:
    unit = tell(f"footprint.record.{chosen.record}")
    if sound.empty:
        return tell("footprint.vehicles.none", unit=unit)
    median = _short(float(sound["value"].median()))
    return tell("footprint.vehicles.title", count=text_of(len(sound)), unit=unit, median=median)


def _notes(data: Dataset, own: pd.DataFrame, tell: Speaker) -> tuple[str, ...]:
    doubtful = own[own["flag"].notna()]
    names = tell.listed(f"{name}{MARK}" for name in doubtful[f"name_{tell.lang}"])
    said = (
        tell("footprint.vehicles.doubt", names=names, fault=origin.fault_words(data, flag, tell))
        for flag in doubtful["flag"].unique()
    )
    return (*said, tell("footprint.vehicles.note"))


def register(data: Dataset, chosen: FootprintChoices, tell: Speaker) -> Figure | None:
    """Return goals, standards, platforms and dates of one topic or all, each with its source."""
    rows = data.ask("footprint__register")
    if chosen.topic != EVERY:
        rows = rows[rows["topic"] == chosen.topic]
    if rows.empty:
        return None
    name = topic_words(data, tell, chosen.topic)
    key = "footprint.register.every" if chosen.topic == EVERY else "footprint.register.title"
    title = tell(key, topic=name, count=len(rows))
    return Figure(
        name="footprint_register",
        title=title,
        subtitle=tell("footprint.register.sub"),
        alt=title,
        chart=None,
        table=Table.of_rows(_entry(data, row, tell) for _, row in rows.iterrows()),
        standings=tuple(dict.fromkeys(rows["standing"])),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=(tell("footprint.register.note"),),
    )


def topics(data: Dataset) -> tuple[str, ...]:
    """Return the codes of the topics."""
    return tuple(sorted(data.ask("footprint__register")["topic"].unique()))


def topic_words(data: Dataset, tell: Speaker, code: str) -> str:
    """Return what a topic is called."""
    if code == EVERY:
        return tell("footprint.kind.all")
    return _topic_names(data, tell.lang)[code]


@once_per_dataset
def _topic_names(data: Dataset, lang: Lang) -> dict[str, str]:
    rows = data.ask("footprint__register")
    return dict(zip(rows["topic"], rows[f"topic_{lang}"].astype(str), strict=True))


def _entry(data: Dataset, row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    note = row[f"note_{tell.lang}"]
    period = row["period"]
    return {
        Head("topic", tell("footprint.column.topic")): words(
            str(row[f"topic_{tell.lang}"]), row["topic"]
        ),
        Head("item", tell("footprint.column.item")): words(str(row[f"item_{tell.lang}"])),
        Head("period", tell("footprint.column.period")): missing("none", tell("footprint.undated"))
        if is_missing(period)
        else words(str(period)),
        Head("said", tell("footprint.column.said")): words(str(row[f"value_{tell.lang}"])),
        Head("unit", tell("footprint.column.unit")): words(str(row[f"unit_{tell.lang}"])),
        Head("note", tell("footprint.column.note")): missing("none", tell("footprint.plain"))
        if is_missing(note)
        else words(str(note)),
        **origin_cells(data, row, tell),
    }


def origin_cells(data: Dataset, row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    """Return what an entry of a register is and where it comes from."""
    return {
        Head("standing", tell("column.standing")): words(
            tell(f"standing.{row['standing']}"), row["standing"]
        ),
        Head("source", tell("footprint.column.source")): words(
            origin.source_names(data, (str(row["source_id"]),), tell)
        ),
    }


def _labelled(row: "pd.Series[Any]", tell: Speaker) -> str:
    boundary = tell(f"footprint.boundary.{row['boundary']}")
    return tell("footprint.vehicles.label", name=row[f"name_{tell.lang}"], boundary=boundary)


def _short(value: float) -> str:
    """Return a value with four figures, large ones whole."""
    return Form(digits=0).text(value) if value >= 1000 else f"{value:.4g}"
