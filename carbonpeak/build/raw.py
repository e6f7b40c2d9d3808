"""The source files, read as text: nothing is guessed about their types."""

from pathlib import Path

import duckdb
import pandas as pd

from carbonpeak.build.schema import BuildError

CSV_DIALECT = "header = true, delim = ',', quote = '\"', escape = '\"'"


class Raw:
    """A folder of source files; every reader returns all columns as text, missing as None."""

    def __init__(self, folder: Path) -> None:
        """Remember the folder; BuildError where it does not exist."""
        if not folder.is_dir():
            raise BuildError(
                f"The folder of source tables {folder} does not exist. Name another by RAW=."
            )
        self._folder = folder
        self._connection = duckdb.connect(":memory:")

    def csv(self, name: str) -> pd.DataFrame:
        """Read one CSV (or gzipped CSV) file; empty cells are missing, "NA" stays text."""
        file = self._file(name)
        return self._read(f"read_csv($file, all_varchar = true, {CSV_DIALECT})", file)

    def parquet(self, name: str) -> pd.DataFrame:
        """Read one Parquet file with the types it declares."""
        return self._read("read_parquet($file)", self._file(name))

    def _file(self, name: str) -> Path:
        file = self._folder / name
        if not file.is_file():
            raise BuildError(f"The source file {name} is missing from {self._folder}.")
        return file

    def _read(self, source: str, file: Path) -> pd.DataFrame:
        frame = self._connection.execute(f"select * from {source}", {"file": str(file)}).df()
        return frame.astype(object).where(frame.notna(), None)
