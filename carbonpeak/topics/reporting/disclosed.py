"""What everybody may read: disclosed reports with their first and final values."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, number, words
from carbonpeak.topics.reporting import analysis, labels
from carbonpeak.topics.reporting.choices import ReportingChoices
from carbonpeak.topics.reporting.labels import Shown
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.speaker import Speaker


def disclosed(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> Figure | None:
    """Return the disclosed reports of the year as a table, None where there is none."""
    rows = analysis.disclosed(data, chosen)
    if rows.empty:
        return None
    count = int(rows["report_count"].iloc[0])
    cut = (tell("reporting.cut", shown=len(rows), count=text_of(count)),)
    shown = Shown(
        name="reporting_disclosed",
        title=labels.title(
            data,
            "disclosed",
            chosen,
            tell,
            count=text_of(count),
            amount=labels.amount(float(rows["sum_t"].iloc[0]), tell),
        ),
        subtitle=tell("reporting.disclosed.sub", year=chosen.year),
        chart=None,
        rows=[
            {**labels.whose(data, row, tell), **cells(row, tell)} for row in rows.to_dict("records")
        ],
        is_made=labels.any_made(rows),
        standings=(labels.VERIFIED,),
        notes=(*(cut if count > len(rows) else ()), tell("reporting.disclosed.note")),
    )
    return labels.figure(shown, tell)


def cells(row: labels.Row, tell: Speaker) -> dict[Head, Cell]:
    """Return year, first and final value, their difference and its reason, and the day."""
    form, signed = labels.tonnes(tell), Form(tell("reporting.unit.t"), sign=True)
    first, final = float(row["first_co2_t"]), float(row["co2_t"])
    return {
        Head("year", tell("reporting.column.year")): number(int(row["year"]), Form(is_year=True)),
        Head("first_co2_t", tell("reporting.column.first_co2_t")): number(first, form),
        Head("co2_t", tell("reporting.column.final_t")): number(final, form),
        Head("difference_t", tell("reporting.column.difference_t")): number(final - first, signed),
        Head("why", tell("reporting.column.why")): labels.text(row["why"], tell),
        Head("disclosed_on", tell("reporting.column.disclosed_on")): words(
            str(row["disclosed_on"])
        ),
    }
