"""What a report is held against: the year before, the product records of its unit."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.topics.reporting import analysis, labels
from carbonpeak.topics.reporting.choices import ReportingChoices
from carbonpeak.topics.reporting.emissions import change, covered, remarks
from carbonpeak.words.numbers import number, percent
from carbonpeak.words.speaker import Speaker


def said(data: Dataset, chosen: ReportingChoices, unit_id: str, tell: Speaker) -> str:
    """Return the total of the report of a unit of the company chosen beside what checks it.

    Nothing where it has no report for the year.
    """
    rows = analysis.emissions_of(data, chosen)
    own = rows[rows["unit_id"] == unit_id].to_dict("records")
    return tell.clauses(_clauses(own[0], tell)) if own else ""


def _clauses(row: labels.Row, tell: Speaker) -> list[str]:
    asked = remarks(row, tell)
    return [
        tell("desk.beside.total", co2=number(float(row["co2_t"]))),
        _before(row, tell),
        _products(row, tell),
        *([tell("desk.beside.remarks", remarks=tell.listed(asked))] if asked else []),
    ]


def _before(row: labels.Row, tell: Speaker) -> str:
    moved = change(row)
    if moved is None:
        return tell("desk.beside.no_before")
    before = number(float(row["before_t"]))
    return tell("desk.beside.before", before=before, change=percent(moved, sign=True))


def _products(row: labels.Row, tell: Speaker) -> str:
    part = covered(row)
    if part is None:
        return tell("desk.beside.no_products")
    products = number(float(row["products_t"]))
    return tell("desk.beside.products", products=products, share=percent(part))
