"""The monthly series as lines: one of them, and all as small lines below each other."""

from typing import Any

import pandas as pd

from carbonpeak.charts import monthly as charts
from carbonpeak.charts.monthly import Months
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import monthly, months
from carbonpeak.figures import months as labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Head, Table, words
from carbonpeak.topics.latest.choices import LatestChoices
from carbonpeak.words.speaker import Speaker


def one(data: Dataset, chosen: LatestChoices, tell: Speaker) -> Figure | None:
    """Return one series by month since a year, None where it has no month since then."""
    rows = _since(monthly.of(data, chosen.series), chosen.since)
    if rows.empty:
        return None
    title = labels.sentence(rows.iloc[-1], chosen.series, tell)
    return Figure(
        name="latest_series",
        title=title,
        subtitle=_subtitle(rows, chosen.series, tell),
        alt=title,
        chart=lambda: charts.line(
            _months(rows, chosen.series, tell), chosen.series in monthly.CHANGES
        ),
        table=Table.of_rows(_row(row, chosen.series, tell) for _, row in rows.iterrows()),
        standings=tuple(rows["standing"].unique()),
        source_ids=tuple(rows["source_id"].unique()),
        notes=(
            tell(f"latest.can.{chosen.series}"),
            tell(f"latest.cannot.{chosen.series}"),
            *_gap_note(rows, tell),
        ),
    )


def small(data: Dataset, chosen: LatestChoices, tell: Speaker) -> Figure | None:
    """Return all series as small lines since a year, None where there is none."""
    rows = _since(monthly.rows(data), chosen.since)
    if rows.empty:
        return None
    parts = {str(code): part for code, part in rows.groupby("series_code", sort=False)}
    drawn = [_months(part, code, tell) for code, part in parts.items()]
    title = _title(rows, tell)
    return Figure(
        name="latest_small",
        title=title,
        subtitle=tell("latest.small.sub", since=chosen.since),
        alt=tell("latest.small.alt", title=title, items=tell.clauses(_ends(drawn, tell))),
        chart=lambda: charts.small(drawn),
        table=Table.of_rows(_small_row(code, part, tell) for code, part in parts.items()),
        standings=tuple(rows["standing"].unique()),
        source_ids=tuple(rows["source_id"].unique()),
        notes=(tell("latest.small.note"), tell("latest.never")),
    )


def _since(rows: pd.DataFrame, year: str) -> pd.DataFrame:
    return rows[rows["month"] >= f"{year}-01"].reset_index(drop=True)


def _subtitle(rows: pd.DataFrame, code: str, tell: Speaker) -> str:
    key = "change" if code in monthly.CHANGES else "level"
    return tell(
        f"latest.series.sub.{key}",
        name=labels.name(code, tell),
        unit=labels.form(rows.iloc[-1], tell).unit,
        first=labels.period(str(rows["period"].iloc[0]), tell),
        last=labels.period(str(rows["period"].iloc[-1]), tell),
    )


def _title(rows: pd.DataFrame, tell: Speaker) -> str:
    """Return how many series rose and how many fell on the year in their newest periods."""
    changes = rows.drop_duplicates("series_code", keep="last")["change"].dropna()
    counts = {"rose": int((changes > 0).sum()), "fell": int((changes < 0).sum())}
    return tell("latest.small.title", **counts)


def _ends(drawn: list[Months], tell: Speaker) -> list[str]:
    return [tell("latest.small.item", name=one.name, value=one.end) for one in drawn]


def _months(rows: pd.DataFrame, code: str, tell: Speaker) -> Months:
    """Return a series for its chart, with an empty point wherever periods are missing."""
    points: list[tuple[str, float | None, str, str]] = []
    before = None
    for _, row in rows.iterrows():
        month, kind = str(row["month"]), str(row["standing"])
        if before is not None and _is_gap(before, row):
            points.append((_day(before, 1), None, kind, ""))
        points.append((_day(month), _written(row, tell), kind, _point(row, code, tell)))
        before = month
    days, values, standings, texts = zip(*points, strict=True)
    name, end = labels.name(code, tell), _end(rows.iloc[-1], tell)
    return Months(name, days, values, standings, texts, end)


def _is_gap(before: str, row: "pd.Series[Any]") -> bool:
    """Return whether months are missing between the one before and a period."""
    return months.between(before, str(row["month"])) > int(row["month_count"])


def _day(month: str, later: int = 0) -> str:
    return f"{months.text_of(months.count(month) + later)}-01"


def _written(row: "pd.Series[Any]", tell: Speaker) -> float:
    """Return a value in the unit that is written, an amount of two months as their mean."""
    count = int(row["month_count"]) if _is_amount(row) else 1
    return labels.form(row, tell).written(float(row["value"]) / count)


def _is_amount(row: "pd.Series[Any]") -> bool:
    """Return whether a value adds up over months: neither a change nor a ratio does."""
    return str(row["unit"]) not in ("%", "g/kWh", "CNY/t")


def _point(row: "pd.Series[Any]", code: str, tell: Speaker) -> str:
    """Return what a point is: series, period, value, the mean of two months, standing."""
    period, value = labels.period(str(row["period"]), tell), labels.value_cell(row, tell).text
    parts = [f"{period}: {value}"]
    if _is_amount(row) and int(row["month_count"]) > 1:
        mean = pd.Series({**row, "value": row["value"] / row["month_count"]})
        parts.append(tell("latest.point.mean", value=labels.value_cell(mean, tell).text))
    parts.append(tell(f"standing.{row['standing']}"))
    return f"{labels.name(code, tell)}<br>{' · '.join(parts)}"


def _end(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return the newest value of a series with its period, and its change where it is a level."""
    value, period = labels.value_cell(row, tell).text, labels.period(str(row["period"]), tell)
    change = labels.change_cell(row, tell)
    if row["unit"] == "%" or change.missing:
        return tell("latest.small.end", value=value, period=period)
    return tell("latest.small.end_change", value=value, period=period, change=change.text)


def _row(row: "pd.Series[Any]", code: str, tell: Speaker) -> dict[Head, Cell]:
    """Return a period; a series that is itself a change on the year needs no second one."""
    standing = str(row["standing"])
    change = {Head("change", tell("latest.column.change")): labels.change_cell(row, tell)}
    return {
        Head("period", tell("latest.column.period")): labels.period_cell(row, tell),
        Head("value", tell("latest.column.value")): labels.value_cell(row, tell),
        **({} if code in monthly.CHANGES else change),
        Head("standing", tell("column.standing")): words(tell(f"standing.{standing}"), standing),
    }


def _small_row(code: str, rows: pd.DataFrame, tell: Speaker) -> dict[Head, Cell]:
    """Return a small line in a row: its newest value, its lowest and its highest month."""
    # Amounts of two months are no month's.
    single = rows[(rows["month_count"] == 1) | ~rows.apply(_is_amount, axis=1)]
    ordered = single.sort_values("value", kind="stable")
    lowest, highest = ordered.iloc[0], ordered.iloc[-1]
    return {
        Head("series", tell("latest.column.series")): words(labels.name(code, tell), value=code),
        Head("period", tell("latest.column.period")): labels.period_cell(rows.iloc[-1], tell),
        Head("value", tell("latest.column.value")): labels.value_cell(rows.iloc[-1], tell),
        Head("change", tell("latest.column.change")): labels.change_cell(rows.iloc[-1], tell),
        Head("lowest", tell("latest.column.lowest")): labels.value_cell(lowest, tell),
        Head("highest", tell("latest.column.highest")): labels.value_cell(highest, tell),
        Head("first", tell("latest.column.first")): labels.period_cell(rows.iloc[0], tell),
    }


def _gap_note(rows: pd.DataFrame, tell: Speaker) -> tuple[str, ...]:
    """Return which months are missing between the first and the newest, nothing where none is."""
    gaps = []
    for before, (_, row) in zip(rows["month"], rows.iloc[1:].iterrows(), strict=False):
        if _is_gap(str(before), row):
            first = months.count(str(before)) + 1
            last = months.count(str(row["month"])) - int(row["month_count"])
            gaps += [months.text_of(one) for one in range(first, last + 1)]
    if not gaps:
        return ()
    return (tell("latest.gaps", months=tell.listed(labels.period(one, tell) for one in gaps)),)
