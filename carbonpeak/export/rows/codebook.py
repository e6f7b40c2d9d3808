"""What the columns of a table mean: units, codes, why values are missing, sources and terms."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pandas as pd

from carbonpeak.data.catalogue import Field, Table
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.table_rows import Condition, Wanted, named_as, referring
from carbonpeak.export.rows.conditions import conditions
from carbonpeak.export.source_rows import documents
from carbonpeak.figures import labels
from carbonpeak.words.catalogue import HEADS, UNITS
from carbonpeak.words.numbers import number
from carbonpeak.words.speaker import Speaker

FLAG, SOURCE = "flag", "source_id"
# No table of ours has as many codes, marks or sources.
MOST = 10_000
# A meaning says more in brackets or behind a colon; a heading does without.
CLAUSES = ("（", "(", "：", ": ")


def short(table: Table, field: Field, tell: Speaker) -> str:
    """Return what a column is in a few words, for a heading that no other column has."""
    if field.name in HEADS:
        return tell.text(HEADS[field.name])
    brief = [_brief(tell.text(one.meaning)) for one in table.fields]
    own = _brief(tell.text(field.meaning))
    return own if brief.count(own) == 1 else tell.text(field.meaning)


def _brief(words: str) -> str:
    ends = (words.find(one) for one in CLAUSES if one in words)
    return words[: min(ends, default=len(words))].strip()


def unit(field: Field, tell: Speaker) -> str:
    """Return the unit of a column, in Chinese where that is the language; nothing for none."""
    return UNITS[field.unit].zh if field.unit and tell.is_chinese else field.unit


def about(data: Dataset, wanted: Wanted, tell: Speaker) -> list[tuple[str, str]]:
    """Return (what, words) of a table: name, version, key, which rows, terms and citation."""
    table = data.catalogue.table(wanted.table)
    chosen, count = conditions(wanted, tell), number(data.count_of(wanted))
    whole = {"rows": count, "whole": number(table.row_count), "conditions": chosen}
    return [
        (tell("codebook.table"), table.name),
        (tell("codebook.title"), tell.text(table.title)),
        (tell("codebook.version"), data.version),
        (tell("codebook.key"), ", ".join(table.key)),
        (tell("codebook.chosen"), tell(f"codebook.chosen.{'some' if chosen else 'all'}", **whole)),
        (tell("codebook.terms"), labels.licence(table.licence, tell)),
        (tell("codebook.citation"), table.citation),
    ]


def columns(data: Dataset, wanted: Wanted, tell: Speaker) -> pd.DataFrame:
    """Return every column with meaning, type, unit, how many values are missing and why."""
    table, empty = data.catalogue.table(wanted.table), data.empty_of(wanted)
    return pd.DataFrame(
        [
            {
                tell("codebook.column"): field.name,
                tell("codebook.meaning"): tell.text(field.meaning),
                tell("codebook.unit"): unit(field, tell),
                tell("codebook.type"): tell(f"codebook.type.{field.type}"),
                tell("codebook.empty"): empty[field.name],
                tell("codebook.why"): _why(data, wanted, table, field, empty[field.name], tell),
            }
            for field in table.fields
        ]
    )


def codes(data: Dataset, wanted: Wanted, tell: Speaker) -> pd.DataFrame:
    """Return every code that the rows have, with its name and how many rows have it."""
    table = data.catalogue.table(wanted.table)
    listed = [
        (column, code, known.get(code, ""), count)
        for column, _ in referring(data.catalogue, table)
        if column != SOURCE
        for known in [names(data, table, column, tell)]
        for code, count in _counted(data, wanted, column)
    ]
    return _frame(("column", "code", "name", "count"), listed, tell)


def sources(data: Dataset, wanted: Wanted, tell: Speaker) -> pd.DataFrame:
    """Return the sources of the rows: name, document, addresses, terms, number of rows."""
    papers, listed = documents(data), []
    for code, count in _counted(data, wanted, SOURCE):
        paper = papers.loc[code].map(str)
        words = [paper[one] for one in (f"name_{tell.lang}", "document", "addresses")]
        listed.append((code, *words, labels.licence(str(paper["licence"]), tell), count))
    return _frame(("source", "name", "document", "address", "terms", "count"), listed, tell)


def marks(data: Dataset, wanted: Wanted, tell: Speaker) -> pd.DataFrame:
    """Return the known faults that rows are marked with, and how each is handled."""
    faults, listed = data.ask("faults__all").set_index("fault_id"), []
    for code, count in _counted(data, wanted, FLAG):
        fault = faults.loc[code].map(str)
        words = [fault[f"{part}_{tell.lang}"] for part in ("fault", "treatment")]
        listed.append((code, *words, count))
    return _frame(("mark", "fault", "treatment", "count"), listed, tell)


def _counted(data: Dataset, wanted: Wanted, column: str) -> list[tuple[str, int]]:
    """Return the codes of a column with their numbers of rows; none where there is no column."""
    if column not in {one.name for one in data.catalogue.table(wanted.table).fields}:
        return []
    rows = data.values_of(wanted, column, MOST).dropna()
    return list(zip(rows["value"], rows["row_count"], strict=True))


def _frame(
    heads: Sequence[str], listed: Sequence[tuple[object, ...]], tell: Speaker
) -> pd.DataFrame:
    return pd.DataFrame(listed, columns=[tell(f"codebook.{one}") for one in heads])


def names(data: Dataset, table: Table, column: str, tell: Speaker) -> dict[str, str]:
    """Return the names of the codes of a column by code, none where it has no codes."""
    for one, other in referring(data.catalogue, table):
        if one == column:
            rows = data.rows_of(Wanted(other))
            return dict(zip(rows[column], rows[f"name_{tell.lang}"], strict=True))
    return {}


def _why(
    data: Dataset, wanted: Wanted, table: Table, field: Field, count: int, tell: Speaker
) -> str:
    """Return why values of a column are missing: by the marks of their rows, or none."""
    if not count:
        return tell("codebook.whole")
    names = {one.name for one in table.fields}
    if FLAG not in names or field.name == FLAG:
        return tell("codebook.inapplicable")
    return tell.clauses(_marked(data, wanted, field, tell))


def _marked(data: Dataset, wanted: Wanted, field: Field, tell: Speaker) -> Iterator[str]:
    without = replace(wanted, conditions=(*wanted.conditions, Condition(field.name, is_empty=True)))
    for one in data.values_of(without, FLAG, MOST).itertuples():
        if isinstance(one.value, str):
            yield tell("codebook.marked", fault=one.value, count=one.row_count)
        else:
            yield tell("codebook.marked", fault=tell("codebook.unmarked"), count=one.row_count)


def name_column(column: str, tell: Speaker) -> str:
    """Return the column of rows that holds the name of a code, in the language."""
    return named_as(column, f"name_{tell.lang}")
