"""Numbers that the registers state in words: footprints of vehicles, the spread of coal factors."""

from dataclasses import dataclass

import pandas as pd

from carbonpeak.charts import bars
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import origin
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, Table, number, words
from carbonpeak.topics.footprint.choices import FootprintChoices
from carbonpeak.words.numbers import percent
from carbonpeak.words.speaker import Speaker

# What vehicle footprints are of, by the codes of an address, and the decimals they are stated with.
VEHICLES = {"vehicles": 2, "sedan": 1}


@dataclass(frozen=True)
class Stated:
    """The numbers of one entry by part, in the order in which it states them."""

    rows: pd.DataFrame

    def __getitem__(self, part: str) -> float:
        """Return the number of a part; KeyError where the entry has no such part."""
        by_part = dict(zip(self.rows["part"], self.rows["value"], strict=True))
        return float(by_part[part])


def vehicles(data: Dataset, chosen: FootprintChoices, tell: Speaker) -> Figure | None:
    """Return the published mean of all models by drive, or the parts of one sedan's footprint."""
    topic = chosen.stated
    own = _stated(data, topic)
    if own is None:
        return None
    parts = own.rows[own.rows["part"] != "whole"]
    title = _fleet(own, tell) if topic == "vehicles" else _sedan(own, tell)
    form = Form(tell(f"footprint.stated.unit.{topic}"), digits=VEHICLES[topic])
    return _figure("vehicles_stated", title, Stated(parts), form, data, tell)


def coal(data: Dataset, _chosen: FootprintChoices, tell: Speaker) -> Figure | None:
    """Return by how much the factors of a kind of coal differ between documents, percent."""
    own = _stated(data, "coal")
    if own is None:
        return None
    most = own.rows.sort_values("value", kind="stable").iloc[-1]
    title = tell(
        "footprint.stated.coal.title",
        name=tell(f"footprint.stated.{most['part']}"),
        most=f"{most['value']:.1f}",
    )
    return _figure("coal_spread", title, own, Form("%", digits=1), data, tell)


def _stated(data: Dataset, topic: str) -> Stated | None:
    """Return what an entry states; None unless it states every number."""
    rows = data.ask("footprint__stated")
    own = rows[rows["topic"] == topic]
    return None if own.empty or own["value"].isna().any() else Stated(own)


def _fleet(own: Stated, tell: Speaker) -> str:
    electric, diesel = own["battery_electric"], own["diesel"]
    less = percent(1 - electric / diesel)
    return tell("footprint.stated.vehicles.title", mean=f"{own['mean']:.2f}", less=less)


def _sedan(own: Stated, tell: Speaker) -> str:
    share = percent(own["use"] / own["whole"])
    return tell("footprint.stated.sedan.title", whole=f"{own['whole']:.1f}", share=share)


def _figure(name: str, title: str, own: Stated, form: Form, data: Dataset, tell: Speaker) -> Figure:
    rows, first = own.rows, own.rows.iloc[0]
    topic = str(first["topic"])
    names = [tell(f"footprint.stated.{part}") for part in rows["part"]]
    return Figure(
        name=name,
        title=title,
        subtitle=tell(f"footprint.stated.{topic}.sub", date=first["period"]),
        alt=title,
        chart=lambda: bars.ranked(
            names,
            list(rows["value"]),
            [form.text(float(value)) for value in rows["value"]],
            list(rows["part"]),
        ),
        table=Table.of_rows(
            _row(name, row, form, data, tell)
            for name, row in zip(names, rows.to_dict("records"), strict=True)
        ),
        standings=tuple(dict.fromkeys(rows["standing"])),
        source_ids=tuple(dict.fromkeys(rows["source_id"])),
        notes=(tell(f"footprint.stated.{topic}.note"),),
    )


def _row(
    name: str, row: dict[object, object], form: Form, data: Dataset, tell: Speaker
) -> dict[Head, Cell]:
    return {
        Head("part", tell("footprint.column.part")): words(name, str(row["part"])),
        Head("value", tell("footprint.column.stated")): number(float(str(row["value"])), form),
        Head("standing", tell("column.standing")): words(
            tell(f"standing.{row['standing']}"), str(row["standing"])
        ),
        Head("source", tell("footprint.column.source")): words(
            origin.source_names(data, (str(row["source_id"]),), tell)
        ),
    }
