"""The registers of this project that stand beside the code, read as strictly as a source file."""

from importlib import resources
from pathlib import Path

import pandas as pd

from carbonpeak.build.schema import BuildError
from carbonpeak.data.reading import reader
from carbonpeak.data.reading.findings import ReadingError
from carbonpeak.data.reading.layout import Layout


def read(file: str, *key: str) -> pd.DataFrame:
    """Return a register, all columns as text, empty cells as None; no two rows share a key.

    BuildError says everything that is wrong with it.
    """
    place = Path(str(resources.files(__package__) / file))
    try:
        return reader.read(place, Layout((), key=key), file).reset_index(drop=True)
    except ReadingError as wrong:
        raise BuildError(wrong.text) from wrong
