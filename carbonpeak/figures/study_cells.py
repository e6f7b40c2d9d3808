"""The rows of a study as cells of a table: for a sheet, for an editor, for what is pasted.

Codes are taken by themselves or by their words in either language. A number may come as a text of
plain digits; anything else is refused by its row and column, and a blank is never zero.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from carbonpeak.data.reading.numbers import YEAR, fault_of
from carbonpeak.domain.study import BOUNDARIES, FROM_GATE, STAGES, Factor, Row
from carbonpeak.domain.study_checks import Flaw
from carbonpeak.domain.study_json import StudyFileError, refuse, shown
from carbonpeak.indicators.data_quality import OF_SOURCE
from carbonpeak.indicators.footprint import EMISSION, KINDS
from carbonpeak.thresholds import MOST_STUDY_LETTERS
from carbonpeak.words import LANGS, Lang, say

Value = str | int | float | bool | None
STANDINGS = (*OF_SOURCE, "unverified", "")
FACTOR_BOUNDARIES = (*BOUNDARIES, *FROM_GATE, "direct", "")
# The columns in their order; a factor's have its name before them.
COLUMNS = (
    "stage", "name", "activity", "unit", "factor", "factor_unit", "kind", "factor_name",
    "factor_year", "factor_region", "factor_boundary", "factor_standing", "factor_source",
    "factor_id", "note",
)  # fmt: skip
NEEDED = COLUMNS[:6]
CODES: Mapping[str, tuple[str, ...]] = {
    "stage": STAGES,
    "kind": KINDS,
    "factor_boundary": FACTOR_BOUNDARIES,
    "factor_standing": STANDINGS,
}
KEYS = {"factor_boundary": "boundary", "factor_standing": "standing"}
# What a column that is left blank says.
BLANK = {"kind": EMISSION, "factor_standing": "own"}
FACTOR_FIELDS = ("name", "unit", "year", "region", "boundary", "standing", "source")
WHOLE = re.compile(r"([12][0-9]{3})\.0+")


@dataclass(frozen=True)
class Cells:
    """Rows of cells under their columns; ``first`` is the number of the first row in its file."""

    heads: Sequence[str]
    rows: Sequence[Sequence[Value]]
    first: int = 1


def code_words(column: str, code: str, lang: Lang) -> str:
    """Return the words of a code of a column; the standings of all figures have theirs."""
    kind = KEYS.get(column, column)
    shared = kind == "standing" and code not in ("own", "measured", "")
    return say(f"standing.{code}" if shared else f"study.{kind}.{code}", lang)


def head_words(column: str, lang: Lang) -> str:
    """Return the heading of a column."""
    return say(f"study.column.{column}", lang)


def cells_of(rows: Iterable[Row], lang: Lang) -> list[list[Value]]:
    """Return rows as cells in the order of COLUMNS, codes in words."""
    return [[_written(column, row, lang) for column in COLUMNS] for row in rows]


def rows_of(cells: Cells) -> tuple[Row, ...]:
    """Return the rows of cells; StudyFileError with every cell that is not as it must be.

    Rows without any value are left out: they say nothing.
    """
    columns = _columns(cells.heads)
    flaws: list[Flaw] = []
    rows = []
    for place, values in enumerate(cells.rows, start=cells.first):
        given = {name: _text(value) for name, value in zip(columns, values, strict=False)}
        if any(given.values()):
            told = [flaw for name in COLUMNS for flaw in _flaws(name, given.get(name, ""), place)]
            flaws += told
            rows += [] if told else [_row(given)]
    if flaws:
        raise StudyFileError(flaws)
    return tuple(rows)


def _columns(heads: Sequence[str]) -> list[str]:
    """Return the columns that headings name, by code or words of either language."""
    known = {head_words(one, lang).casefold(): one for one in COLUMNS for lang in LANGS}
    known |= {one: one for one in COLUMNS}
    bare = [_text(head).casefold() for head in heads]
    found = [known.get(head, "") for head in bare]
    strange = [shown(head) for head, one in zip(heads, found, strict=True) if not one and head]
    if strange:
        raise refuse("sheet_head_unknown", names=", ".join(strange[:5]))
    twice = [one for one in found if one and found.count(one) > 1]
    if twice:
        raise refuse("file_twice", field=twice[0])
    lacking = [one for one in NEEDED if one not in found]
    if lacking:
        raise refuse("sheet_heads", names=", ".join(lacking))
    return found


def _text(value: Value) -> str:
    """Return a cell as text; what a table calls missing is nothing."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    return repr(float(value)) if isinstance(value, float) else str(value).strip()


def _flaws(column: str, text: str, place: int) -> list[Flaw]:
    facts = {"field": column, "given": shown(text)}
    if len(text) > MOST_STUDY_LETTERS:
        return [Flaw("file_long", place, facts={"field": column, "most": MOST_STUDY_LETTERS})]
    if column in CODES and text and _code(column, text) is None:
        return [Flaw("sheet_code", place, facts=facts)]
    if column in ("activity", "factor") and text and fault_of(text):
        return [Flaw("sheet_number", place, facts=facts)]
    if column == "factor_year" and text and not YEAR.fullmatch(_year(text)):
        return [Flaw("sheet_year", place, facts=facts)]
    return []


def _code(column: str, text: str) -> str | None:
    """Return the code that a text names, None where it names none."""
    known = {
        code_words(column, one, lang).casefold(): one for one in CODES[column] for lang in LANGS
    }
    return text if text in CODES[column] else known.get(text.casefold())


def _year(text: str) -> str:
    """Return a year without the decimals that a spreadsheet gives it."""
    return WHOLE.sub(r"\1", text)


def _row(given: Mapping[str, str]) -> Row:
    said = {name: given.get(name, "") or BLANK.get(name, "") for name in COLUMNS}
    codes = {name: _code(name, said[name]) if said[name] else "" for name in CODES}
    year = _year(said["factor_year"])
    return Row(
        stage=codes["stage"] or "",
        name=said["name"],
        activity=float(said["activity"]) if said["activity"] else None,
        unit=said["unit"],
        kind=codes["kind"] or EMISSION,
        note=said["note"],
        factor=Factor(
            factor_id=said["factor_id"],
            name=said["factor_name"],
            value=float(said["factor"]) if said["factor"] else None,
            unit=said["factor_unit"],
            year=int(year) if year else None,
            region=said["factor_region"],
            boundary=codes["factor_boundary"] or "",
            standing=codes["factor_standing"] or "",
            source=said["factor_source"],
        ),
    )


def _written(column: str, row: Row, lang: Lang) -> Value:
    factor = {name: getattr(row.factor, name) for name in FACTOR_FIELDS}
    every = {**{f"factor_{name}": value for name, value in factor.items()}, **vars(row)}
    every |= {"factor": row.factor.value, "factor_id": row.factor.factor_id}
    value: Value = every[column]
    is_code = column in CODES and value in CODES[column]
    return code_words(column, str(value), lang) if is_code else value
