"""The codes that a column may hold, and the names that people call them by."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from carbonpeak.data.catalogue import Table
from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.data.table_rows import Wanted
from carbonpeak.domain import codes
from carbonpeak.incoming.columns import NAMED

# What rows of a file are taken for that names no source and no standing.
OWN_SOURCE, OWN_STANDING = "own-figures", "unverified"
DEFAULTS = {"source_id": OWN_SOURCE, "standing": OWN_STANDING}
# Tables summed up from rows of their own: a file for one would go past what withholds cells.
SUMMED = frozenset({"facility_cells"})
NAME_COLUMNS = ("name_zh", "name_en")
# Codes that no table lists, and what else people write for them.
WORDED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "line": {
        "power": ("发电", "火电", "电力", "power generation"),
        "clinker": ("水泥熟料", "熟料", "水泥", "cement", "cement clinker"),
        "steel": ("钢铁", "粗钢", "iron and steel"),
        "aluminium": ("电解铝", "铝冶炼", "aluminum"),
    },
    "unit_class": {
        "coal_above_300": (
            "300兆瓦等级以上常规燃煤机组",
            "300MW等级以上常规燃煤机组",
            "conventional coal above the 300 MW class",
        ),
        "coal_to_300": (
            "300兆瓦等级及以下常规燃煤机组",
            "300MW等级及以下常规燃煤机组",
            "conventional coal of the 300 MW class and below",
        ),
        "coal_unconventional": ("非常规燃煤机组", "unconventional coal"),
        "gas": ("燃气机组", "燃气"),
    },
    "boundary": {
        "cradle_to_gate": ("摇篮到大门", "从摇篮到大门"),
        "cradle_to_grave": ("摇篮到坟墓", "从摇篮到坟墓"),
        "gate_to_gate": ("大门到大门", "从大门到大门"),
        "gate_to_grave": ("大门到坟墓", "从大门到坟墓"),
        "direct": ("直接排放", "direct emissions"),
    },
}


@dataclass(frozen=True)
class Codes:
    """The codes of one column, and how texts become them."""

    data: Dataset
    column: str
    known: frozenset[str]
    names: dict[str, str] = field(default_factory=dict)

    def code(self, text: str) -> str | None:
        """Return the code that a text means, by itself or by name; None where it means none."""
        bare = text.strip()
        if bare in self.known:
            return bare
        kind = NAMED.get(self.column, "")
        found = self._named(kind, bare) if kind or self.column in WORDED else None
        if found is None and bare.isascii() and bare.isdigit():
            # A spreadsheet leaves the nought before a number out.
            found = bare.zfill(2) if bare.zfill(2) in self.known else None
        return found if found in self.known else None

    def _named(self, kind: str, text: str) -> str | None:
        if kind in codes.KINDS:
            named = codes.code_named(self.data, kind, text)
            if named is not None:
                return named
        return self.names.get(codes.plain(text, {}))


def of_column(data: Dataset, table: Table, column: str) -> Codes | None:
    """Return the codes of a column that has a list of them, here or in another table, else None."""
    others = dict(table.foreign)
    if column in others:
        return _codes(data, column, others[column])
    return _worded(data, column) if column in WORDED else None


def _worded(data: Dataset, column: str) -> Codes:
    """Return the codes of a column that no table lists."""
    names = {
        codes.plain(text, {}): code for code, texts in WORDED[column].items() for text in texts
    }
    return Codes(data, column, frozenset(WORDED[column]), names)


@once_per_dataset
def _codes(data: Dataset, column: str, other: str) -> Codes:
    rows = data.rows_of(Wanted(other, named=False))
    known = frozenset(rows[column])
    names = {
        codes.plain(str(name), {}): str(code)
        for one in NAME_COLUMNS
        if one in rows
        for code, name in zip(rows[column], rows[one], strict=True)
    }
    return Codes(data, column, known | _own(column), names)


def _own(column: str) -> frozenset[str]:
    return frozenset({DEFAULTS[column]}) if column in DEFAULTS else frozenset()
