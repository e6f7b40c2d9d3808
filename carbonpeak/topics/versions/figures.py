"""The ledger as two figures: which judgements are others, and how many rows by table."""

from typing import Any

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.ledger import KINDS
from carbonpeak.domain.measures import MEASURES
from carbonpeak.domain.view import region_names
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, Table, known, number, percent_form, words
from carbonpeak.thresholds import NATION
from carbonpeak.topics.versions import analysis
from carbonpeak.topics.versions.analysis import STATE, VERDICTS
from carbonpeak.topics.versions.choices import VersionsChoices
from carbonpeak.words.numbers import co2_scale
from carbonpeak.words.numbers import number as digits
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT

COUNT = Form()
SIDES = ("before", "after")
# The sources of what is judged.
JUDGED_FROM = tuple(dict.fromkeys(one for m in MEASURES.values() for one in m.sources))


def verdicts(data: Dataset, chosen: VersionsChoices, tell: Speaker) -> Figure:
    """Return which judgements are others in the second version, with both numbers."""
    found = analysis.between(data, chosen.before, chosen.after)
    rows = found.flipped
    title = _verdicts_title(rows, sum(found.compared.values()), chosen, tell)
    table = _flips(data, rows, tell) if len(rows) else _unchanged(found.compared, tell)
    doubt = (labels.doubt_note(tell),) if rows["is_doubtful"].any() else ()
    return Figure(
        name="version_verdicts",
        title=title,
        subtitle=tell("versions.verdicts.sub"),
        alt=title,
        chart=None,
        table=table,
        standings=("derived",),
        source_ids=JUDGED_FROM,
        notes=(tell("versions.verdicts.note"), *doubt, *_new_places(data, found, tell)),
    )


def _new_places(data: Dataset, found: analysis.Ledger, tell: Speaker) -> tuple[str, ...]:
    """Return how many judgements of each kind were compared."""
    counts = [
        tell("versions.compared", verdict=tell(f"versions.verdict.{one}"), count=count)
        for one, count in found.compared.items()
    ]
    return (tell("versions.compared.all", items=tell.clauses(counts)),)


def _verdicts_title(
    rows: pd.DataFrame, compared: int, chosen: VersionsChoices, tell: Speaker
) -> str:
    names = {"before": chosen.before, "after": chosen.after}
    if chosen.before == chosen.after:
        return tell("versions.verdicts.same", version=chosen.after)
    if rows.empty:
        return tell("versions.verdicts.none", compared=compared, **names)
    return tell("versions.verdicts.title", count=len(rows), compared=compared, **names)


def _flips(data: Dataset, rows: pd.DataFrame, tell: Speaker) -> Table:
    return Table.of_rows(_flip(data, row, tell) for row in rows.to_dict("records"))


def _flip(data: Dataset, row: dict[Any, Any], tell: Speaker) -> dict[Head, Cell]:
    names = {NATION: tell("versions.nation"), **region_names(data, tell.lang)}
    code, verdict = str(row["region_code"]), str(row["verdict"])
    mark, marks = (DOUBT, ("doubtful",)) if row["is_doubtful"] else ("", ())
    place = names.get(code, code)
    cells = {
        Head("region", tell("column.region")): words(place + mark, place, marks),
        Head("verdict", tell("versions.column.verdict")): words(
            tell(f"versions.verdict.{verdict}"), verdict
        ),
    }
    for side in SIDES:
        cells |= _side(side, row, tell)
    return cells


def _side(side: str, row: dict[Any, Any], tell: Speaker) -> dict[Head, Cell]:
    """Return a judgement with its number and year in one of the versions."""
    verdict, code = str(row["verdict"]), str(row[side])
    form = _form(verdict, tell)
    value = known(row[f"{side}_value"], form, "withheld", tell("versions.withheld"))
    return {
        Head(side, tell(f"versions.column.{side}")): words(
            _judgement(verdict, str(row["region_code"]), code, tell), code
        ),
        Head(f"{side}_value", tell(f"versions.column.{side}_value")): value,
        Head(f"{side}_year", tell(f"versions.column.{side}_year"), in_files=True): number(
            int(row[f"{side}_year"]), Form(is_year=True)
        ),
    }


def _form(verdict: str, tell: Speaker) -> Form:
    if verdict != STATE:
        return percent_form(sign=True)
    unit = tell("unit.co2")
    return Form(unit, per=co2_scale(tell.lang), digits=1, suffix=f" {unit}")


def _judgement(verdict: str, region_code: str, code: str, tell: Speaker) -> str:
    if verdict == STATE:
        return tell(f"peak.state.{code}")
    return tell(f"headline.pace.{code}" if region_code == NATION else f"tier.{code}")


def _unchanged(compared: dict[str, int], tell: Speaker) -> Table:
    """Return how many judgements of each kind stay as they are, where none is another one."""
    return Table.of_rows(
        {
            Head("verdict", tell("versions.column.verdict")): words(
                tell(f"versions.verdict.{one}"), one
            ),
            Head("compared", tell("versions.column.compared")): number(compared[one], COUNT),
            Head("flipped", tell("versions.column.flipped")): number(0, COUNT),
        }
        for one in VERDICTS
    )


def rows(data: Dataset, chosen: VersionsChoices, tell: Speaker) -> Figure:
    """Return how many rows of each table were added, changed and removed, all tables first."""
    counts = analysis.between(data, chosen.before, chosen.after).counts
    title = _rows_title(counts, chosen, tell)
    total: dict[Any, Any] = {"table": "", **{one: int(counts[one].sum()) for one in KINDS}}
    return Figure(
        name="version_rows",
        title=title,
        subtitle=tell("versions.rows.sub"),
        alt=title,
        chart=None,
        table=Table.of_rows(
            _counted(data, row, tell) for row in [total, *counts.to_dict("records")]
        ),
        standings=("derived",),
        source_ids=analysis.sources(data, tuple(counts["table"])) or JUDGED_FROM,
        notes=(tell("versions.rows.note"),),
    )


def _rows_title(counts: pd.DataFrame, chosen: VersionsChoices, tell: Speaker) -> str:
    if chosen.before == chosen.after:
        return tell("versions.rows.same", version=chosen.after)
    names = {"before": chosen.before, "after": chosen.after}
    count = int(counts[list(KINDS)].to_numpy().sum())
    key = "title" if count else "none"
    return tell(f"versions.rows.{key}", rows=digits(count), **names)


def _counted(data: Dataset, row: dict[Any, Any], tell: Speaker) -> dict[Head, Cell]:
    name = str(row["table"])
    titles = {one.name: tell.text(one.title) for one in data.catalogue.tables}
    shown = titles.get(name, name) if name else tell("versions.all_tables")
    cells = {Head("table", tell("versions.column.table")): words(shown, name or "all")}
    return cells | {
        Head(one, tell(f"versions.column.{one}")): number(int(row[one]), COUNT) for one in KINDS
    }
