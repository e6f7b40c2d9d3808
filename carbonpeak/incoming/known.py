"""The codes that a column may hold, and the names that people call them by."""

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
        kind = NAMED.get(self.column)
        found = None if kind is None else self._named(kind, bare)
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
    """Return the codes of a column that refers to another table, None where it refers to none."""
    others = dict(table.foreign)
    return _codes(data, column, others[column]) if column in others else None


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
