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
        arrow = pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(None)
        pq.write_table(arrow, file, compression="zstd", compression_level=19)
    return table.sealed(file, len(frame))
