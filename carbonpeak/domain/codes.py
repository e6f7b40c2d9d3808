"""What a code or a name means, upper or lower case alike, in either language."""

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import QueryError, unknown


def meant(kind: str, asked: str, names: pd.DataFrame) -> str:
    """Return the code that a code or an exact name means.

    Args:
        kind: what is asked for, for the sentence: region or sector.
        asked: the code or name.
        names: ``name_zh`` and ``name_en``, indexed by code.

    Raises:
        QueryError: none of them is meant; the sentence gives near ones.
    """
    known = {
        str(word).casefold(): str(code)
        for words in (names["name_zh"], names["name_en"], names.index.to_series())
        for code, word in words.items()
    }
    code = known.get(asked.strip().casefold())
    if code is None:
        every = [*names.index, *names["name_en"], *names["name_zh"]]
        raise QueryError(unknown(kind, asked, every))
    return code


def region(data: Dataset, asked: str) -> str:
    """Return the code of a region, the nation among them."""
    return meant("region", asked, data.ask("regions__all").set_index("region_code"))


def sector(data: Dataset, asked: str) -> str:
    """Return the code of a division."""
    return meant("sector", asked, data.ask("sectors__all").set_index("sector_code"))
