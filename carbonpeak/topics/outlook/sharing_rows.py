"""The rows of what it would take: one bar or one line of a table per unit, and the sums below."""

from typing import Any

import pandas as pd

from carbonpeak.charts.demand import Asked
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.view import region_names
from carbonpeak.figures import labels
from carbonpeak.figures.table import (
    Cell,
    Form,
    Head,
    Table,
    known,
    missing,
    number,
    percent_form,
    words,
)
from carbonpeak.topics.outlook.analysis_sharing import RULES, Sharing
from carbonpeak.topics.outlook.choices import OutlookChoices
from carbonpeak.words.numbers import is_missing
from carbonpeak.words.speaker import Speaker

RECORD = "▲"
UNKNOWN = "?"
# Stands where a sum has no figure of its own.
NOTHING = "—"
CHANGE, RATE = percent_form(1, sign=True), percent_form(1)


def ordered(table: pd.DataFrame, rule: str) -> pd.DataFrame:
    """Return the units, most asked first, at the same rate those who have fallen least so far."""
    # Rates that are equal by the rule differ in their last bits.
    rates = table[f"rate_{rule}"].round(9)
    order = pd.DataFrame({"rate": rates, "best": table["best"]}, index=table.index)
    return table.loc[order.sort_values(["rate", "best"], ascending=[False, True]).index]


def bar(row: "pd.Series[Any]", name: str, rule: str, tell: Speaker) -> Asked:
    """Return a unit's bar by one rule."""
    label, best = _rate(row, rule, tell).text, _best(row, tell).text
    return Asked(
        name=name,
        value=float(row[f"rate_{rule}"]),
        best=float(row["best"]),
        is_record=bool(row[f"is_record_{rule}"]),
        label=f"{label} {UNKNOWN}" if is_missing(row["best"]) else label,
        hover=tell("share.hover", name=name, rate=label, best=best),
    )


def table(data: Dataset, sharing: Sharing, chosen: OutlookChoices, tell: Speaker) -> Table:
    """Return every unit by all rules, those without figures with the reason, rest and total."""
    heads, form = (
        _heads(chosen, sharing.last_year, tell),
        labels.amount_form(chosen.goal_measure, tell),
    )
    names = _plain_names(data, chosen.unit, tell)
    rows = [
        {chosen.unit: _name(row, names[str(code)])} | _row(row, form, tell)
        for code, row in ordered(sharing.table, chosen.rule).iterrows()
    ]
    left = {chosen.unit: words(tell("share.left"))} | _sums(sharing.left_t, form)
    total = {chosen.unit: words(tell("share.total"))}
    total |= _sums(dict.fromkeys(RULES, sharing.gap_t), form)
    total |= {_rate_key(rule): number(sharing.rate, RATE) for rule in RULES}
    return Table.of_rows(
        {heads[key]: cell for key, cell in row.items()} for row in (*rows, left, total)
    )


def keys_of_rule(chosen: OutlookChoices) -> list[str]:
    """Return the columns of a table that shows the chosen rule alone."""
    return [chosen.unit, "change", "best", _given_key(chosen.rule), _rate_key(chosen.rule)]


def _plain_names(data: Dataset, unit: str, tell: Speaker) -> dict[str, str]:
    names = sectors.names if unit == "sector" else region_names
    return names(data, tell.lang)


def _name(row: "pd.Series[Any]", name: str) -> Cell:
    """Return a unit's name, which its mark is no part of."""
    marks = ["doubtful"] if row["is_doubtful"] else []
    return words(f"{name} {labels.doubt(row)}".strip(), value=name, marks=marks)


def _given_key(rule: str) -> str:
    return f"given_{rule}"


def _rate_key(rule: str) -> str:
    return f"rate_{rule}"


def _heads(chosen: OutlookChoices, last_year: int, tell: Speaker) -> dict[str, Head]:
    """Return the columns by name, in their order."""
    unit = tell(f"unit.{chosen.goal_measure}")
    labels_of = {
        chosen.unit: tell(f"share.column.name.{chosen.unit}"),
        "change": tell(f"share.column.change.{chosen.unit}", last=last_year),
        "best": tell("share.column.best"),
    }
    for rule in RULES:
        name = tell(f"rule.{rule}")
        labels_of[_given_key(rule)] = tell("share.column.given", rule=name, unit=unit)
        labels_of[_rate_key(rule)] = tell("share.column.rate", rule=name)
    return {key: Head(key, label) for key, label in labels_of.items()}


def _row(row: "pd.Series[Any]", form: Form, tell: Speaker) -> dict[str, Cell]:
    """Return a unit's change, its best years, and what each rule asks of it."""
    why = str(row["missing"])
    cells = {
        "change": known(row["change"], CHANGE, why, _why(row, tell)),
        "best": _best(row, tell),
    }
    for rule in RULES:
        given = row[f"given_t_{rule}"]
        cells[_given_key(rule)] = known(given, form, why, _why(row, tell))
        cells[_rate_key(rule)] = _rate(row, rule, tell)
    return cells


def _sums(amounts: dict[str, float], form: Form) -> dict[str, Cell]:
    """Return a sum by rule; change and rate have none."""
    cells = {"change": missing("none", NOTHING, CHANGE), "best": missing("none", NOTHING, RATE)}
    for rule in RULES:
        cells[_given_key(rule)] = number(amounts[rule], form)
        cells[_rate_key(rule)] = missing("none", NOTHING, RATE)
    return cells


def _why(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return in words why a unit has no figures, nothing for one that has them."""
    return tell(f"missing.{row['missing']}") if row["missing"] else ""


def _rate(row: "pd.Series[Any]", rule: str, tell: Speaker) -> Cell:
    """Return the yearly fall asked, marked where it is more than ever before."""
    rate = row[f"rate_{rule}"]
    if is_missing(rate):
        return missing(str(row["missing"]), _why(row, tell), RATE)
    if rate == 0:
        return number(0.0, RATE, text=tell("share.nothing"))
    if row[f"is_record_{rule}"]:
        return number(float(rate), RATE, text=f"{RATE.text(rate)} {RECORD}", marks=["record"])
    return number(float(rate), RATE)


def _best(row: "pd.Series[Any]", tell: Speaker) -> Cell:
    """Return the best average fall so far, a fraction, negative for one who never fell."""
    best = row["best"]
    if is_missing(best):
        return missing("no_history", tell("share.no_history"), RATE)
    if best <= 0:
        return number(float(best), RATE, text=tell("share.never", change=CHANGE.text(-best)))
    return number(float(best), RATE)
