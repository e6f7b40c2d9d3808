"""The rows of what it would take: one bar or one line of a table per unit, and the sums below."""

from typing import Any

import pandas as pd

from carbonpeak.charts.demand import Asked
from carbonpeak.figures import labels
from carbonpeak.topics.outlook.analysis_sharing import GOALS, RULES, Sharing
from carbonpeak.words.numbers import is_missing, percent
from carbonpeak.words.speaker import Speaker

RECORD = "▲"
UNKNOWN = "?"
# Stands where a sum has no figure of its own.
NOTHING = "—"


def ordered(table: pd.DataFrame, rule: str) -> pd.DataFrame:
    """Return the units, most asked first, at the same rate those who have fallen least so far."""
    # Rates that are equal by the rule differ in their last bits.
    rates = table[f"rate_{rule}"].round(9)
    order = pd.DataFrame({"rate": rates, "best": table["best"]}, index=table.index)
    return table.loc[order.sort_values(["rate", "best"], ascending=[False, True]).index]


def bar(row: "pd.Series[Any]", name: str, rule: str, tell: Speaker) -> Asked:
    """Return a unit's bar by one rule."""
    label = _rate(row, rule, tell)
    return Asked(
        name=name,
        value=float(row[f"rate_{rule}"]),
        best=float(row["best"]),
        is_record=bool(row[f"is_record_{rule}"]),
        label=f"{label} {UNKNOWN}" if is_missing(row["best"]) else label,
        hover=tell("share.hover", name=name, rate=label, best=_best(row, tell)),
    )


def table(
    found: Sharing, names: dict[str, str], goal: str, rule: str, tell: Speaker
) -> pd.DataFrame:
    """Return every unit by all rules, those without figures with the reason, rest and total."""
    listed = ordered(found.table, rule).iterrows()
    column = _name_column(found.unit, tell)
    rows = [{column: names[str(code)]} | _row(row, goal, tell) for code, row in listed]
    left, total = (tell(f"share.{one}") for one in ("left", "total"))
    rows.append({column: left} | _sums(found.left_t, goal, tell))
    whole = _sums(dict.fromkeys(RULES, found.gap_t), goal, tell)
    rows.append(
        {column: total} | whole | {_rate_column(one, tell): percent(found.rate, 1) for one in RULES}
    )
    return pd.DataFrame(rows)


def columns(unit: str, goal: str, rules: tuple[str, ...], tell: Speaker) -> list[str]:
    """Return the columns of a table that shows these rules alone."""
    found = [_name_column(unit, tell)]
    found += [tell(f"share.column.{one}") for one in ("change", "best")]
    for rule in rules:
        found += [_given_column(rule, goal, tell), _rate_column(rule, tell)]
    return found


def _name_column(unit: str, tell: Speaker) -> str:
    return tell(f"share.column.name.{unit}")


def _row(row: "pd.Series[Any]", goal: str, tell: Speaker) -> dict[str, str]:
    cells = {
        tell("share.column.change"): labels.change(row["change"], row["missing"], tell),
        tell("share.column.best"): _best(row, tell),
    }
    for rule in RULES:
        cells[_given_column(rule, goal, tell)] = _given(row, rule, goal, tell)
        cells[_rate_column(rule, tell)] = _rate(row, rule, tell)
    return cells


def _sums(amounts: dict[str, float], goal: str, tell: Speaker) -> dict[str, str]:
    measure = GOALS[goal][0]
    cells = {tell(f"share.column.{one}"): NOTHING for one in ("change", "best")}
    for rule in RULES:
        cells[_given_column(rule, goal, tell)] = labels.amount(amounts[rule], measure, tell)
        cells[_rate_column(rule, tell)] = NOTHING
    return cells


def _given_column(rule: str, goal: str, tell: Speaker) -> str:
    unit = tell(f"unit.{GOALS[goal][0]}")
    return tell("share.column.given", rule=tell(f"rule.{rule}"), unit=unit)


def _rate_column(rule: str, tell: Speaker) -> str:
    return tell("share.column.rate", rule=tell(f"rule.{rule}"))


def _given(row: "pd.Series[Any]", rule: str, goal: str, tell: Speaker) -> str:
    given = row[f"given_t_{rule}"]
    if is_missing(given):
        return tell(f"missing.{row['missing']}")
    return labels.amount(float(given), GOALS[goal][0], tell)


def _rate(row: "pd.Series[Any]", rule: str, tell: Speaker) -> str:
    rate = row[f"rate_{rule}"]
    if is_missing(rate):
        return tell(f"missing.{row['missing']}")
    if rate == 0:
        return tell("share.nothing")
    return percent(rate, 1) + (f" {RECORD}" if row[f"is_record_{rule}"] else "")


def _best(row: "pd.Series[Any]", tell: Speaker) -> str:
    if is_missing(row["best"]):
        return tell("share.no_history")
    if row["best"] <= 0:
        return tell("share.never", change=percent(-row["best"], 1, sign=True))
    return percent(row["best"], 1)
