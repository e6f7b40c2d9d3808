"""The numbers of the founding press conference and the last price, at a glance."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import months
from carbonpeak.figures.figure import Card
from carbonpeak.topics.market import analysis, labels
from carbonpeak.topics.market.coverage import source_name, worded
from carbonpeak.words.numbers import number
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

Rows = dict[str, "pd.Series[Any]"]

# Each card by its name: what is large on it, and what stands below.
FOUNDING = {
    "power": ("units", ("emissions",)),
    "industries": ("added_emissions", ("added_share", "added_units")),
    "together": ("share", ("gases",)),
}


def cards(data: Dataset, tell: Speaker) -> tuple[Card, ...]:
    """Return what the ministry said of the market's coverage, and what a tonne costs."""
    rows = data.ask("market__coverage")
    official = rows[rows["standing"] == "official"]
    said = {str(row["aspect"]): row for _, row in official.iterrows()}
    known = {name: one for name, one in FOUNDING.items() if one[0] in said}
    founding = (_card(data, said, name, *parts, tell) for name, parts in known.items())
    return (_price(data, tell), *founding)


def _card(
    data: Dataset, said: Rows, name: str, large: str, below: tuple[str, ...], tell: Speaker
) -> Card:
    row = said[large]
    return Card(
        name=tell(f"market.card.{name}"),
        value=worded(row, tell),
        since="",
        tiers=(),
        lines=tuple(_line(said[one], tell) for one in below if one in said),
        small=source_name(data, str(row["source_id"]), tell),
        value_is_words=True,
    )


def _line(row: "pd.Series[Any]", tell: Speaker) -> str:
    return tell("market.card.line", item=row[f"item_{tell.lang}"], said=worded(row, tell))


def _price(data: Dataset, tell: Speaker) -> Card:
    month, price = analysis.last_average(data)
    found = analysis.change_on_year(data)
    on_year = (tell("market.card.on_year", moved=moved(found[2], tell)),) if found else ()
    sources = analysis.months(data)["source_id"]
    old = months.between(month, months.this_month())
    age = (tell("market.card.age", count=old),) if old > 0 else ()
    return Card(
        name=tell("market.card.price", month=labels.month(month, tell)),
        value=f"{number(price, 2)} {tell('market.unit.price')}",
        since="",
        tiers=(),
        lines=(*on_year, *age),
        small=source_name(data, str(sources.iloc[-1]), tell),
        value_is_words=True,
    )
