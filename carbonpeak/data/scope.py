"""Which rows may be seen: of public tables all, of others those of some places and companies."""

import re
from dataclasses import dataclass

from carbonpeak.data.catalogue import Table

# What stands in a statement as it is: codes of ours, and nothing that could end a text of SQL.
CODE = re.compile(r"[A-Za-z0-9_.+-]{1,64}")
# A restricted table lies under this name; under its own there is only what a scope lets be seen.
HELD = "held__"

Codes = frozenset[str]


@dataclass(frozen=True)
class Scope:
    """The codes of regions and companies whose restricted rows may be seen; None means all.

    ValueError for what is no code. ``name`` is for people: two scopes are alike when all is alike.
    ``owner`` is who alone may see a draft, nobody in particular elsewhere.
    """

    name: str = "public"
    regions: Codes | None = frozenset()
    companies: Codes | None = frozenset()
    owner: str = ""

    def __post_init__(self) -> None:
        """Hold the codes to be codes."""
        codes = (*(self.regions or ()), *(self.companies or ()))
        if wrong := [one for one in codes if not is_code(one)]:
            raise ValueError(f"no code: {wrong[0]!r}")

    def of(self, kind: str) -> Codes | None:
        """Return the codes of a kind, ``region`` or ``company``; KeyError for another."""
        return {"region": self.regions, "company": self.companies}[kind]

    def covers(self, **places: str | None) -> bool:
        """Return whether a restricted row of this region, this company or both may be seen.

        A row with neither, or whose place is unknown, is for those alone who may see all.
        """
        if not places:
            return self.regions is None and self.companies is None
        return all(_holds(self.of(kind), code) for kind, code in places.items())

    def view(self, table: Table) -> str:
        """Return the select of the rows of a restricted table that may be seen."""
        held = ", ".join(column for _, column in table.restricted)
        if not held:
            raise ValueError(f"{table.name} is not restricted")
        conditions = [_within(self.of(kind), column) for kind, column in table.restricted]
        return f"select * from {HELD}{table.name} where {' and '.join(conditions)}"


PUBLIC = Scope()
# What whoever runs the program on a machine of his own sees, without log-in.
WHOLE = Scope("whole", None, None)


def is_code(text: str) -> bool:
    """Return whether a text can be a code."""
    return CODE.fullmatch(text) is not None


def _holds(codes: Codes | None, code: str | None) -> bool:
    return codes is None or code in codes


def _within(codes: Codes | None, column: str) -> str:
    if codes is None:
        return "true"
    listed = ", ".join(f"'{code}'" for code in sorted(codes))
    # No list at all would be no SQL; an empty place is within nothing.
    return f"coalesce({column} in ({listed}), false)" if listed else "false"
