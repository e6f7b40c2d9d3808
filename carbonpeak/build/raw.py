"""The source files, each held to its layout: nothing is guessed about their types."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import pandas as pd

from carbonpeak.build.layouts import LAYOUTS, known_jumps
from carbonpeak.build.schema import BuildError, fault
from carbonpeak.data.reading import reader
from carbonpeak.data.reading.findings import ReadingError
from carbonpeak.data.reading.layout import Layout, Names
from carbonpeak.data.text import Text

PROVINCES = "reference/provinces.csv"
NATION = {"000000": frozenset({"China", "全国"})}
REGION = ("province_code", "province")


class Raw:
    """A folder of source files, each read once; missing cells are None."""

    def __init__(self, folder: Path) -> None:
        """Remember the folder; BuildError where it does not exist."""
        if not folder.is_dir():
            raise fault("folder", folder=folder)
        self._folder = folder
        self._read: dict[str, pd.DataFrame] = {}

    def csv(self, name: str) -> pd.DataFrame:
        """Read one CSV (or gzipped CSV) file, all columns as text; "NA" stays text.

        BuildError has a sentence for each thing that is wrong with the file.
        """
        return self._once(name)

    def parquet(self, name: str) -> pd.DataFrame:
        """Read one Parquet file with the types it declares; BuildError as above."""
        return self._once(name)

    def require_all(self) -> None:
        """Read every source file; BuildError says what is wrong with all of them."""
        found = []
        for name in LAYOUTS:
            try:
                self._once(name)
            except BuildError as wrong:
                found.append(wrong.text)
        if found:
            raise BuildError(_lines(dict.fromkeys(found)))

    def _once(self, name: str) -> pd.DataFrame:
        if name not in self._read:
            try:
                self._read[name] = self._held_to(name, self._layout(name))
            except ReadingError as wrong:
                raise BuildError(wrong.text) from wrong
        return self._read[name].copy(deep=False)

    def _held_to(self, name: str, layout: Layout) -> pd.DataFrame:
        file = self._folder / name
        if not file.is_file():
            raise fault("file", file=name, folder=self._folder)
        read = reader.read_parquet if name.endswith(".parquet") else reader.read
        return read(file, layout, name).reset_index(drop=True)

    def _layout(self, name: str) -> Layout:
        if name not in LAYOUTS:
            raise fault("layout", file=name)
        layout = replace(LAYOUTS[name], known_jumps=known_jumps(name))
        if not set(REGION) <= set(layout.columns):
            return layout
        return replace(layout, names=Names(*REGION, self._regions))

    @cached_property
    def _regions(self) -> dict[str, frozenset[str]]:
        """The names a region may have, by its code."""
        rows = self.csv(PROVINCES)
        columns = [name for name in rows.columns if str(name).startswith("name_")]
        names = rows.set_index("province_code")[columns]
        return NATION | {str(code): frozenset(row.dropna()) for code, row in names.iterrows()}


def _lines(texts: Iterable[Text]) -> Text:
    """Return several texts, each on a line of its own."""
    several = list(texts)
    return Text("\n".join(one.zh for one in several), "\n".join(one.en for one in several))
