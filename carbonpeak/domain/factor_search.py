"""Factors by what a reader types: Chinese, English, pinyin or its initials."""

from collections.abc import Mapping
from types import MappingProxyType

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.data.table_rows import words_of
from carbonpeak.domain.codes import plain

US = "us"
TEXTS = ("factor_id", "name_zh", "name_en", "detail_zh", "detail_en", "spoken")
NOTHING: Mapping[str, str] = MappingProxyType({})


@once_per_dataset
def library(data: Dataset) -> pd.DataFrame:
    """Return all factors, one row each (columns of the query ``factors__library``)."""
    return data.ask("factors__library")


def found(data: Dataset, text: str, with_us: bool = True) -> pd.DataFrame:
    """Return the factors in which every word of a text stands, the shortest names first.

    Those of the US are of another economy: ``with_us`` says whether they are asked for.
    """
    rows = library(data)
    words = [plain(one, NOTHING) for one in words_of(text)]
    texts = _texts(data)
    hits = [place for place, one in enumerate(texts) if all(word in one for word in words)]
    chosen = rows.iloc[hits]
    if not with_us:
        chosen = chosen[chosen["kind"] != US]
    return chosen.sort_values("name_zh", key=lambda names: names.str.len(), kind="stable")


@once_per_dataset
def _texts(data: Dataset) -> list[str]:
    columns = [library(data)[name].fillna("").astype(str) for name in TEXTS]
    return ["\n".join(plain(cell, NOTHING) for cell in row) for row in zip(*columns, strict=True)]
