"""The rows of what it would take: one bar or one line of a table per unit, and the sums below."""

from typing import Any

import pandas as pd

from carbonpeak.charts.demand import Asked
from carbonpeak.exhibits import labels
from carbonpeak.findings.sharing import GOALS, RULES, Sharing
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import is_missing, percent

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


def bar(row: "pd.Series[Any]", name: str, rule: str, lang: Lang) -> Asked:
    """Return a unit's bar by one rule."""
    label = _rate(row, rule, lang)
    return Asked(
        name=name,
        value=float(row[f"rate_{rule}"]),
        best=float(row["best"]),
        is_record=bool(row[f"is_record_{rule}"]),
        label=f"{label} {UNKNOWN}" if is_missing(row["best"]) else label,
        hover=say("share.hover", lang, name=name, rate=label, best=_best(row, lang)),
    )


def table(found: Sharing, names: dict[str, str], goal: str, rule: str, lang: Lang) -> pd.DataFrame:
    """Return every unit by all rules, those without figures with the reason, rest and total."""
    listed = ordered(found.table, rule).iterrows()
    column = _name_column(found.unit, lang)
    rows = [{column: names[str(code)]} | _row(row, goal, lang) for code, row in listed]
    left, total = (say(f"share.{one}", lang) for one in ("left", "total"))
    rows.append({column: left} | _sums(found.left_t, goal, lang))
    whole = _sums(dict.fromkeys(RULES, found.gap_t), goal, lang)
    rows.append(
        {column: total} | whole | {_rate_column(one, lang): percent(found.rate, 1) for one in RULES}
    )
    return pd.DataFrame(rows)


def columns(unit: str, goal: str, rules: tuple[str, ...], lang: Lang) -> list[str]:
    """Return the columns of a table that shows these rules alone."""
    found = [_name_column(unit, lang)]
    found += [say(f"share.column.{one}", lang) for one in ("change", "best")]
    for rule in rules:
        found += [_given_column(rule, goal, lang), _rate_column(rule, lang)]
    return found


def _name_column(unit: str, lang: Lang) -> str:
    return say(f"share.column.name.{unit}", lang)


def _row(row: "pd.Series[Any]", goal: str, lang: Lang) -> dict[str, str]:
    cells = {
        say("share.column.change", lang): labels.change(row["change"], row["missing"], lang),
        say("share.column.best", lang): _best(row, lang),
    }
    for rule in RULES:
        cells[_given_column(rule, goal, lang)] = _given(row, rule, goal, lang)
        cells[_rate_column(rule, lang)] = _rate(row, rule, lang)
    return cells


def _sums(amounts: dict[str, float], goal: str, lang: Lang) -> dict[str, str]:
    measure = GOALS[goal][0]
    cells = {say(f"share.column.{one}", lang): NOTHING for one in ("change", "best")}
    for rule in RULES:
        cells[_given_column(rule, goal, lang)] = labels.amount(amounts[rule], measure, lang)
        cells[_rate_column(rule, lang)] = NOTHING
    return cells


def _given_column(rule: str, goal: str, lang: Lang) -> str:
    unit = say(f"unit.{GOALS[goal][0]}", lang)
    return say("share.column.given", lang, rule=say(f"rule.{rule}", lang), unit=unit)


def _rate_column(rule: str, lang: Lang) -> str:
    return say("share.column.rate", lang, rule=say(f"rule.{rule}", lang))


def _given(row: "pd.Series[Any]", rule: str, goal: str, lang: Lang) -> str:
    given = row[f"given_t_{rule}"]
    if is_missing(given):
        return say(f"missing.{row['missing']}", lang)
    return labels.amount(float(given), GOALS[goal][0], lang)


def _rate(row: "pd.Series[Any]", rule: str, lang: Lang) -> str:
    rate = row[f"rate_{rule}"]
    if is_missing(rate):
        return say(f"missing.{row['missing']}", lang)
    if rate == 0:
        return say("share.nothing", lang)
    return percent(rate, 1) + (f" {RECORD}" if row[f"is_record_{rule}"] else "")


def _best(row: "pd.Series[Any]", lang: Lang) -> str:
    if is_missing(row["best"]):
        return say("share.no_history", lang)
    if row["best"] <= 0:
        return say("share.never", lang, change=percent(-row["best"], 1, sign=True))
    return percent(row["best"], 1)
