"""What every figure shows, as digests: by default, and with each of its choices set otherwise.

`python -m tests.figure_rows` writes them anew, after the data changed or METHOD_VERSION was raised
because a rule changed; without either it refuses.
"""

import hashlib
import json
import sys
from pathlib import Path

from carbonpeak import queries
from carbonpeak.export import editions
from carbonpeak.export.edition import Edition
from carbonpeak.export.passport import METHOD_VERSION
from carbonpeak.figures import registry
from carbonpeak.figures.registry import FIGURES, SHEET_OF, Codes
from carbonpeak.findings.view import Ask
from carbonpeak.selection import Choice
from carbonpeak.wording import Lang

FILE = Path(__file__).with_name("expected") / "figure_rows.json"
# Figures of one province show nothing until one is chosen.
OF_A_PROVINCE = {"region_path", "region_fuels", "region_sectors"}


def codes(name: str) -> Codes:
    """Return the choices with which a figure is shown in tests: the defaults, and a province."""
    return (("region", "320000"),) if name in OF_A_PROVINCE else ()


def edition(ask: Ask, version: str, name: str, lang: Lang) -> Edition:
    """Return a figure as it is shown in tests."""
    return editions.edition(ask, version, name, codes(name), lang)


def digest(ask: Ask, name: str) -> str:
    """Return a digest of the rows of a figure, for its default choices and around them."""
    tables = []
    for given in [codes(name), *others(ask, name)]:
        given_codes = registry.chosen(ask, SHEET_OF[name], registry.raw(given)).in_full(
            FIGURES[name]
        )
        exhibit = registry.exhibit(ask, name, given_codes, "en")
        tables.append("nothing" if exhibit is None else exhibit.table.to_csv(index=False))
    return hashlib.sha256("\n".join(tables).encode()).hexdigest()[:16]


def others(ask: Ask, name: str) -> list[Codes]:
    """Return the default choices of a figure with one after the other set to its last code."""
    controls = registry.chosen(ask, SHEET_OF[name], registry.raw(codes(name))).controls
    kept = dict(codes(name))
    found = []
    for used in FIGURES[name].uses:
        choice = controls[used].choice
        if isinstance(choice, Choice) and choice.allowed[-1] != choice.default:
            found.append(tuple({**kept, used: choice.allowed[-1]}.items()))
    return found


def found(ask: Ask, version: str) -> dict[str, object]:
    """Return both versions and the digest of every figure."""
    rows = {name: digest(ask, name) for name in FIGURES}
    return {"data_version": version, "method_version": METHOD_VERSION, "rows": rows}


def changed(before: dict, after: dict) -> list[str]:
    """Return the figures whose rows changed although data and method are said to be the same."""
    same = all(before[key] == after[key] for key in ("data_version", "method_version"))
    old, new = before["rows"], after["rows"]
    return [name for name in new if same and name in old and old[name] != new[name]]


if __name__ == "__main__":
    from carbonpeak.findings.kept import kept
    from carbonpeak.warehouse import Warehouse

    warehouse = Warehouse()

    def plain_ask(name, **params):
        return queries.run(warehouse, queries.find(name, queries.shipped()), params)

    content = found(kept(plain_ask), warehouse.catalogue.version)
    if FILE.exists() and (names := changed(json.loads(FILE.read_text("utf-8")), content)):
        sys.exit(f"raise METHOD_VERSION first: the rows of {', '.join(names)} changed")
    FILE.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
