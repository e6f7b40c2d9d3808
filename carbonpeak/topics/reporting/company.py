"""One company, a level down: its reports, product records, findings, and each change."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, known, number, words
from carbonpeak.topics.reporting import analysis, labels
from carbonpeak.topics.reporting.choices import ReportingChoices
from carbonpeak.topics.reporting.disclosed import cells as disclosed_cells
from carbonpeak.topics.reporting.labels import Shown
from carbonpeak.words.numbers import is_missing
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.speaker import Speaker

# The figures by what they show of the company.
NAMES = {
    "reports": "reporting_company",
    "disclosed": "reporting_company",
    "products": "reporting_products",
    "findings": "reporting_findings",
    "changes": "reporting_changes",
}


def name(data: Dataset, number: int, company_id: str, tell: Speaker) -> str:
    """Return the name of a company, its id where it is not seen."""
    found = analysis.company(data, number, company_id)
    return company_id if found is None else str(found[f"name_{tell.lang}"])


def head(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> str:
    """Return what is registered of the company chosen, in one sentence."""
    found = analysis.company(data, chosen.number, chosen.company)
    if found is None:
        return tell("reporting.company.unknown", company=chosen.company)
    code = found["credit_code"]
    said = tell(
        "reporting.company.removed" if found["is_removed"] else "reporting.company.head",
        name=found[f"name_{tell.lang}"],
        code="–" if is_missing(code) or not code else code,
        region=labels.region(data, str(found["region_code"]), tell),
        sector=labels.sector(data, str(found["sector_code"]), tell),
        units=int(found["units"]),
        accounts=int(found["accounts"]),
    )
    if found["is_made"]:
        return tell("reporting.made.lead", mark=tell("reporting.made"), said=said)
    return said


def reports(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> Figure | None:
    """Return every report of the company by unit and year: its state, first and present value.

    Who sees nothing of it but what is disclosed gets that; None where nothing is.
    """
    rows = analysis.of_company(data, "of_company", chosen)
    if rows.empty:
        return _disclosed(data, chosen, tell)
    done = int(rows["state"].isin(["verified", "disclosed"]).sum())
    return _figure(
        data,
        "reports",
        rows,
        chosen,
        tell,
        [_report(row, tell) for row in rows.to_dict("records")],
        done=text_of(done),
    )


def _disclosed(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> Figure | None:
    rows = analysis.disclosed_by(data, chosen)
    if rows.empty:
        return None
    listed = [
        {**labels.unit(row, tell), **disclosed_cells(row, tell)} for row in rows.to_dict("records")
    ]
    return _figure(data, "disclosed", rows, chosen, tell, listed)


def products(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> Figure | None:
    """Return the product records of the company, None where there are none."""
    rows = analysis.of_company(data, "products", chosen)
    listed = [_product(row, tell) for row in rows.to_dict("records")]
    return _figure(data, "products", rows, chosen, tell, listed)


def findings(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> Figure | None:
    """Return what verifiers found and what became of it, None where there is nothing."""
    rows = analysis.of_company(data, "findings", chosen)
    listed = [_finding(row, tell) for row in rows.to_dict("records")]
    open_count = text_of(int((rows["outcome"] == "open").sum()))
    return _figure(data, "findings", rows, chosen, tell, listed, open=open_count)


def changes(data: Dataset, chosen: ReportingChoices, tell: Speaker) -> Figure | None:
    """Return each step of the reports with who, when and why, the last first."""
    rows = analysis.of_company(data, "moves", chosen)
    listed = [_move(row, tell) for row in rows.to_dict("records")]
    return _figure(data, "changes", rows, chosen, tell, listed)


def _figure(
    data: Dataset,
    what: str,
    rows: pd.DataFrame,
    chosen: ReportingChoices,
    tell: Speaker,
    listed: list[dict[Head, Cell]],
    **facts: str,
) -> Figure | None:
    if rows.empty:
        return None
    said = name(data, chosen.number, chosen.company, tell)
    shown = Shown(
        name=NAMES[what],
        title=labels.shortened(
            said, f"reporting.of_company.title.{what}", tell, count=text_of(len(rows)), **facts
        ),
        subtitle=tell(
            "reporting.named", name=said, subtitle=tell(f"reporting.of_company.sub.{what}")
        ),
        chart=None,
        rows=listed,
        is_made=labels.any_made(rows),
        notes=(tell("reporting.seen.note"),),
    )
    return labels.figure(shown, tell)


def _report(row: labels.Row, tell: Speaker) -> dict[Head, Cell]:
    form, signed = labels.tonnes(tell), Form(tell("reporting.unit.t"), sign=True)
    first, present = float(row["first_co2_t"]), float(row["co2_t"])
    return {
        **labels.unit(row, tell),
        **_year(row, tell),
        Head("state", tell("reporting.column.state")): labels.state_cell(str(row["state"]), tell),
        Head("revision", tell("reporting.column.revision")): number(int(row["revision"]), Form()),
        Head("first_co2_t", tell("reporting.column.first_co2_t")): number(first, form),
        Head("co2_t", tell("reporting.column.present_t")): number(present, form),
        Head("estimate_t", tell("reporting.column.estimate_t")): number(
            float(row["estimate_t"]), form
        ),
        Head("difference_t", tell("reporting.column.difference_t")): number(
            present - first, signed
        ),
        Head("why", tell("reporting.column.why")): labels.text(row["why"], tell),
        Head("submitted_on", tell("reporting.column.submitted_on")): labels.text(
            row["submitted_on"], tell
        ),
        Head("disclosed", tell("reporting.column.is_disclosed")): labels.yes(
            bool(row["is_disclosed"]), tell
        ),
    }


def _year(row: labels.Row, tell: Speaker) -> dict[Head, Cell]:
    year = number(int(row["year"]), Form(is_year=True))
    return {Head("year", tell("reporting.column.year")): year}


def _product(row: labels.Row, tell: Speaker) -> dict[Head, Cell]:
    unit = str(row["quantity_unit"])
    return {
        **labels.unit(row, tell),
        **_year(row, tell),
        Head("record", tell("reporting.column.record")): words(str(row["record_id"])),
        Head("product", tell("reporting.column.product")): words(str(row[f"product_{tell.lang}"])),
        Head("quantity", tell("reporting.column.quantity")): number(
            float(row["quantity"]), Form(digits=1)
        ),
        Head("quantity_unit", tell("reporting.column.quantity_unit")): words(unit),
        Head("co2e_kg_per_unit", tell("reporting.column.footprint")): number(
            float(row["co2e_kg_per_unit"]), Form(digits=1)
        ),
        Head("co2e_t", tell("reporting.column.co2e_t")): number(
            float(row["co2e_t"]), labels.tonnes(tell)
        ),
    }


def _finding(row: labels.Row, tell: Speaker) -> dict[Head, Cell]:
    estimate: Any = row["estimate_t"]
    return {
        **labels.unit(row, tell),
        **_year(row, tell),
        Head("revision", tell("reporting.column.revision")): number(int(row["revision"]), Form()),
        Head("finding", tell("reporting.column.finding")): labels.text(row["text"], tell),
        Head("outcome", tell("reporting.column.outcome")): words(
            tell(f"filed.outcome.{row['outcome']}"), value=str(row["outcome"])
        ),
        Head("estimate_t", tell("reporting.column.estimate_t")): known(
            estimate, labels.tonnes(tell), "none", tell("reporting.blank")
        ),
    }


def _move(row: labels.Row, tell: Speaker) -> dict[Head, Cell]:
    return {
        Head("when", tell("reporting.column.when")): words(str(row["moved_at"])),
        **labels.unit(row, tell),
        **_year(row, tell),
        Head("revision", tell("reporting.column.revision")): number(int(row["revision"]), Form()),
        Head("from", tell("reporting.column.from")): labels.state_cell(
            str(row["from_state"]), tell
        ),
        Head("to", tell("reporting.column.to")): labels.state_cell(str(row["to_state"]), tell),
        Head("who", tell("reporting.column.who")): labels.text(row["who"], tell),
        Head("why", tell("reporting.column.reason")): labels.text(row["why"], tell),
        Head("entry", tell("reporting.column.entry"), in_files=True): number(
            int(row["place"]), Form()
        ),
    }
