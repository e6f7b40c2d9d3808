"""A table as a file: written in the format that the catalogue declares, with its checksum."""

from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from carbonpeak.data.catalogue import Table


def write(frame: pd.DataFrame, table: Table, folder: Path) -> Table:
    """Write a table below a folder and return its declaration with checksum and size."""
    file = folder / table.path
    if table.format == "csv":
        frame.to_csv(file, index=False, lineterminator="\n")
    else:
        pq.write_table(_arrow(frame), file, compression="zstd", compression_level=19)
    return table.sealed(file, len(frame))


def _arrow(frame: pd.DataFrame) -> pa.Table:
    """Return rows as they are written: the same bytes however pandas holds words in memory."""
    found = pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(None)
    fields = [
        field.with_type(pa.large_string()) if pa.types.is_string(field.type) else field
        for field in found.schema
    ]
    return found.cast(pa.schema(fields))
