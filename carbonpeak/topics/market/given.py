"""Units as a reader gives them, many at once: what is wrong with each, or rows to be reckoned."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from carbonpeak.data.catalogue import Text
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import QueryError
from carbonpeak.data.reading import reader
from carbonpeak.data.reading.layout import Bounds, Layout
from carbonpeak.indicators.allocation import BALANCE
from carbonpeak.topics.market.analysis_allocation import (
    GAS,
    LINES,
    POWER,
    classes,
    positions,
    vintages,
)
from carbonpeak.words import say

TEXTS = ("unit_id", "line", "unit_class", "output_unit")
NUMBERS = (
    "output",
    "heat_gj",
    "load_factor",
    "emissions_t",
    "intensity",
    "balance",
    "cf4_t",
    "c2f6_t",
)
FIELDS = ("unit_id", "line", "vintage", *TEXTS[2:], *NUMBERS)
# Output has this unit and no other: nothing is converted in silence.
OUTPUT_UNITS = {POWER: "MWh"} | dict.fromkeys(LINES[1:], "t")
ALUMINIUM = "aluminium"
MOST_SENTENCES = 40
LAYOUT = Layout(
    ("unit_id", "line", "vintage", "output", "output_unit"),
    ("unit_id",),
    filled=("line", "vintage"),
)


class UnitsError(QueryError):
    """Units cannot be reckoned as they are given; the message has a sentence for each fault."""


@dataclass(frozen=True)
class Rule:
    """What a field must be like: the key of its sentence, and which rows break it."""

    key: str
    field: str
    breaks: Callable[[pd.DataFrame], "pd.Series[bool]"]


def _is_power(rows: pd.DataFrame) -> "pd.Series[bool]":
    return rows["line"] == POWER


def _below_zero(name: str) -> Callable[[pd.DataFrame], "pd.Series[bool]"]:
    return lambda rows: rows[name] < 0


def _not_above_zero(name: str) -> Callable[[pd.DataFrame], "pd.Series[bool]"]:
    return lambda rows: rows[name] <= 0


def _endless(name: str) -> Callable[[pd.DataFrame], "pd.Series[bool]"]:
    return lambda rows: np.isinf(rows[name])


RULES = (
    Rule("line", "line", lambda rows: ~rows["line"].isin(LINES)),
    Rule("output_missing", "output", lambda rows: rows["output"].isna() & rows["intensity"].isna()),
    Rule(
        "intensity_alone", "output", lambda rows: rows["output"].isna() & rows["intensity"].notna()
    ),
    Rule("output_zero", "output", _not_above_zero("output")),
    Rule(
        "output_unit",
        "output_unit",
        lambda rows: (
            rows["line"].isin(LINES) & (rows["output_unit"] != rows["line"].map(OUTPUT_UNITS))
        ),
    ),
    Rule(
        "emissions_missing",
        "emissions_t",
        lambda rows: rows["emissions_t"].isna() & rows["intensity"].isna(),
    ),
    Rule(
        "emissions_twice",
        "intensity",
        lambda rows: rows["emissions_t"].notna() & rows["intensity"].notna(),
    ),
    Rule("negative", "emissions_t", _below_zero("emissions_t")),
    Rule("negative", "intensity", _below_zero("intensity")),
    Rule("negative", "heat_gj", _below_zero("heat_gj")),
    Rule("negative", "cf4_t", _below_zero("cf4_t")),
    Rule("negative", "c2f6_t", _below_zero("c2f6_t")),
    Rule("balance", "balance", _not_above_zero("balance")),
    Rule("load", "load_factor", lambda rows: (rows["load_factor"] < 0) | (rows["load_factor"] > 1)),
    Rule(
        "load_missing",
        "load_factor",
        lambda rows: _is_power(rows) & (rows["unit_class"] != GAS) & rows["load_factor"].isna(),
    ),
    Rule("class_missing", "unit_class", lambda rows: _is_power(rows) & (rows["unit_class"] == "")),
    Rule("gases", "cf4_t", lambda rows: (rows["line"] != ALUMINIUM) & (rows["cf4_t"] > 0)),
    Rule("gases", "c2f6_t", lambda rows: (rows["line"] != ALUMINIUM) & (rows["c2f6_t"] > 0)),
    *(Rule("finite", name, _endless(name)) for name in NUMBERS),
)


def read(file: Path) -> pd.DataFrame:
    """Return the units of a CSV file; ReadingError or UnitsError says what is wrong with it.

    Columns that must be there: unit_id, line, vintage, output, output_unit; others of FIELDS where
    they are needed. No two rows have one unit_id.
    """
    known = reader.read(file, LAYOUT)
    numbers = {
        name: Bounds(may_be_empty=name != "vintage")
        for name in ("vintage", *NUMBERS)
        if name in known
    }
    layout = Layout(LAYOUT.columns, LAYOUT.key, LAYOUT.filled, numbers=numbers)
    return reader.read(file, layout)


def reckoned(data: Dataset, given: pd.DataFrame, price_cny: float) -> pd.DataFrame:
    """Return the units with what they are allocated; UnitsError where one cannot be reckoned.

    Args:
        data: the tables.
        given: columns of FIELDS as texts or numbers; those left out are empty. The index says the
            row of a file in sentences.
        price_cny: yuan a tonne.

    Returns:
        The units, ``emissions_t``, ``intensity`` (t per MWh or t), ``electricity``, ``heat``,
        ``correction``, ``distance``, ``rate``, ``allowances_t``, ``surplus_t``, ``due_t`` (t),
        ``is_capped``, ``is_draft``, ``price_cny_per_t``, ``worth_cny``, ``standing``,
        ``missing`` (no_balance).
    """
    rows = _typed(given)
    faults = sorted(_faults(data, rows), key=lambda one: one[0])
    said = [*_price_faults(price_cny), *(text for _, text in faults)]
    if said:
        raise UnitsError(_joined(said))
    found = positions(data, _for_rules(rows))
    is_unknown = (found["method"] == BALANCE) & found["balance"].isna()
    kept = rows[list(FIELDS[:7])].assign(vintage=rows["vintage"].astype(int))
    return kept.assign(
        load_factor=rows["load_factor"],
        **{name: found[name] for name in _FOUND},
        price_cny_per_t=price_cny,
        worth_cny=found["due_t"] * price_cny,
        standing="scenario",
        missing=is_unknown.map({True: "no_balance", False: ""}),
    )


_FOUND = (
    "emissions_t",
    "intensity",
    "electricity",
    "heat",
    "balance",
    "correction",
    "distance",
    "rate",
    "allowances_t",
    "surplus_t",
    "due_t",
    "is_capped",
    "is_draft",
)


def _typed(given: pd.DataFrame) -> pd.DataFrame:
    """Return the fields with their types, those left out empty."""
    there = {name: given[name] for name in FIELDS if name in given}
    rows = pd.DataFrame(there, index=given.index).reindex(columns=list(FIELDS))
    texts = {name: rows[name].astype(object).where(rows[name].notna(), "") for name in TEXTS}
    numbers = {name: pd.to_numeric(rows[name]).astype(float) for name in ("vintage", *NUMBERS)}
    return rows.assign(**texts, **numbers)


def _for_rules(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the units as the rules take them: emissions from the intensity where that is given."""
    emissions = rows["emissions_t"].fillna(rows["intensity"] * rows["output"])
    gases = {name: rows[name].fillna(0.0) for name in ("cf4_t", "c2f6_t")}
    return rows.assign(
        vintage=rows["vintage"].astype(int), load=rows["load_factor"], co2_t=emissions, **gases
    ).drop(columns=["emissions_t", "intensity"])


def _faults(data: Dataset, rows: pd.DataFrame) -> Iterator[tuple[int, Text]]:
    """Yield the row and the sentence of everything that is wrong."""
    for rule in RULES:
        broken = rows[rule.breaks(rows)]
        for place, row in broken.iterrows():
            yield int(str(place)), _sentence(place, rule.field, rule.key, row)
    yield from _rule_faults(data, rows[rows["line"].isin(LINES)])


def _rule_faults(data: Dataset, rows: pd.DataFrame) -> Iterator[tuple[int, Text]]:
    """Yield what is wrong with vintages, and with classes of another vintage."""
    known = {line: vintages(data, line) for line in LINES}
    for place, row in rows.iterrows():
        line, vintage = str(row["line"]), row["vintage"]
        if vintage not in known[line]:
            said = _sentence(place, "vintage", "vintage", row, known=_listed(known[line]))
            yield int(str(place)), said
        elif line == POWER and row["unit_class"]:
            held = classes(data, int(vintage))
            if row["unit_class"] not in held:
                said = _sentence(place, "unit_class", "class", row, known=_listed(held))
                yield int(str(place)), said


def _price_faults(price_cny: float) -> list[Text]:
    if np.isfinite(price_cny) and price_cny > 0:
        return []
    return [_text("market.fault.price", field="price", given=f"{price_cny:g}")]


def _sentence(place: Any, field: str, key: str, row: "pd.Series[Any]", **more: object) -> Text:
    facts = {
        "place": place,
        "field": field,
        "given": _shown(row[field]),
        "line": row["line"],
        "vintage": _shown(row["vintage"]),
        "unit": OUTPUT_UNITS.get(str(row["line"]), ""),
    }
    where = "market.fault.in_row" if place else "market.fault.alone"
    what = _text(f"market.fault.{key}", **facts, **more)
    return _text(where, what=what, **facts)


def _shown(value: Any) -> str:
    return "" if pd.isna(value) else f"{value:g}" if isinstance(value, float) else str(value)


def _text(key: str, **facts: Any) -> Text:
    """Return a sentence in both languages; facts that are sentences themselves likewise."""
    sides = {
        lang: {
            name: getattr(fact, lang) if isinstance(fact, Text) else fact
            for name, fact in facts.items()
        }
        for lang in ("zh", "en")
    }
    return Text(say(key, "zh", **sides["zh"]), say(key, "en", **sides["en"]))


def _listed(codes: Any) -> str:
    return ", ".join(str(code) for code in codes)


def _joined(faults: list[Text]) -> Text:
    shown = faults[:MOST_SENTENCES]
    if len(faults) > len(shown):
        shown.append(_text("market.fault.more", count=len(faults) - MOST_SENTENCES))
    return Text("\n".join(one.zh for one in shown), "\n".join(one.en for one in shown))
