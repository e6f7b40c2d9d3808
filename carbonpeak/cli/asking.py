"""How a command asks the tables: each answer is kept, a report asks the same more than once."""

import pandas as pd

from carbonpeak import queries
from carbonpeak.findings.view import Ask
from carbonpeak.warehouse import Warehouse


def asking(warehouse: Warehouse) -> Ask:
    """Return what runs a query by name over a warehouse."""
    kept: dict[str, pd.DataFrame] = {}
    shipped = queries.shipped()

    def ask(name: str, **params: object) -> pd.DataFrame:
        key = repr((name, sorted(params.items())))
        if key not in kept:
            kept[key] = queries.run(warehouse, queries.find(name, shipped), params)
        return kept[key].copy()

    return ask
