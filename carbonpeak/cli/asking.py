"""How a command asks the tables."""

import pandas as pd

from carbonpeak import queries
from carbonpeak.findings.kept import kept
from carbonpeak.findings.view import Ask
from carbonpeak.warehouse import Warehouse


def asking(warehouse: Warehouse) -> Ask:
    """Return what runs a query by name over a warehouse; each answer is kept."""
    shipped = queries.shipped()

    def ask(name: str, **params: object) -> pd.DataFrame:
        return queries.run(warehouse, queries.find(name, shipped), params)

    return kept(ask)
