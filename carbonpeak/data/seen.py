"""The tables as one scope sees them: the only way from a ``Dataset`` to its warehouse."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from carbonpeak.data.catalogue import Catalogue, Text
from carbonpeak.data.scope import Scope
from carbonpeak.data.warehouse import STATEMENT, Warehouse


class Seen:
    """A warehouse that one scope asks; a statement cannot be asked without it."""

    def __init__(self, warehouse: "Warehouse | Seen", scope: Scope) -> None:
        """Hold both; what another scope sees is asked by this one alone."""
        self._warehouse: Warehouse = (
            warehouse._warehouse if isinstance(warehouse, Seen) else warehouse
        )
        self._scope = scope

    @property
    def catalogue(self) -> Catalogue:
        """What tables there are."""
        return self._warehouse.catalogue

    @property
    def folder(self) -> Path:
        """The data folder whose tables these are."""
        return self._warehouse.folder

    @property
    def removal(self) -> int:
        """The entry by which a made example was last taken out of the records; 0 for none."""
        return self._warehouse.records.removal

    def records_number(self) -> int:
        """Return the number of the last entry of records; errors as ``Records.newest``."""
        return self._warehouse.records.newest()

    def load_all(self) -> None:
        """Load every table and prepare every query; errors as ``Warehouse.load_all``."""
        self._warehouse.load_all()

    def rows(
        self,
        sql: str,
        params: dict[str, Any] | None = None,
        asker: Text = STATEMENT,
        beside: Mapping[str, pd.DataFrame] | None = None,
    ) -> pd.DataFrame:
        """Return the rows of one select as this scope sees them; errors as ``Warehouse.rows``."""
        return self._warehouse.rows(sql, params, asker, beside, self._scope)

    def whole(self, table: str) -> pa.Table:
        """Return all rows of a table as this scope sees them; errors as ``Warehouse.whole``."""
        return self._warehouse.whole(table, self._scope)

    def close(self) -> None:
        """Give the memory back."""
        self._warehouse.close()
