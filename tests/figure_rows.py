"""What every figure shows by default, as digests; `python -m tests.figure_rows` writes them anew.

Run it after the data changed, or after METHOD_VERSION was raised because a rule changed.
"""

import hashlib
import json
from pathlib import Path

from carbonpeak import queries
from carbonpeak.export import editions
from carbonpeak.export.edition import Edition
from carbonpeak.export.passport import METHOD_VERSION
from carbonpeak.figures.registry import FIGURES, Codes
from carbonpeak.findings.view import Ask
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


def digest(one: Edition) -> str:
    """Return a digest of the rows of a figure."""
    return hashlib.sha256(one.exhibit.table.to_csv(index=False).encode()).hexdigest()[:16]


def found(ask: Ask, version: str) -> dict[str, object]:
    """Return both versions and the digest of every figure."""
    rows = {name: digest(edition(ask, version, name, "en")) for name in FIGURES}
    return {"data_version": version, "method_version": METHOD_VERSION, "rows": rows}


if __name__ == "__main__":
    from carbonpeak.warehouse import Warehouse

    warehouse = Warehouse()

    def plain_ask(name, **params):
        return queries.run(warehouse, queries.find(name, queries.shipped()), params)

    content = found(plain_ask, warehouse.catalogue.version)
    FILE.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
