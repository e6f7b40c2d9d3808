"""The shipped tables with the rows of some query changed, to see what follows from them."""

from collections.abc import Callable

import pandas as pd

from carbonpeak.data.dataset import Dataset

Change = Callable[[str, pd.DataFrame], pd.DataFrame]


class AlteredData(Dataset):
    """A dataset whose answers pass through a change; it keeps nothing of the one it stands on."""

    def __init__(self, data: Dataset, change: Change) -> None:
        """Change each answer of a dataset: the name of the query and its rows are given."""
        super().__init__(data._warehouse, data.scope)
        self._change = change

    def ask(self, name: str, **params: object) -> pd.DataFrame:
        """Return the rows of a query, changed."""
        return self._change(name, super().ask(name, **params))
