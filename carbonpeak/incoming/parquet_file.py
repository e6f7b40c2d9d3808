"""A Parquet file as a sheet of texts."""

import io

import pyarrow as pa
import pyarrow.parquet as pq

from carbonpeak.incoming.sheets import Book, Row, Sheet, Unreadable, require_few, text_of


def taken_apart(content: bytes) -> Book:
    """Return the columns of a Parquet file as a sheet; Unreadable where it cannot be read."""
    try:
        file = pq.ParquetFile(io.BytesIO(content))
        shape = file.metadata
        require_few(shape.num_columns, shape.num_columns * shape.num_rows)
        frame = file.read()
    except (pa.ArrowException, OSError, ValueError) as fault:
        raise Unreadable("file.damaged", str(fault).splitlines()[0]) from fault
    columns = [[text_of(cell) for cell in column.to_pylist()] for column in frame.columns]
    rows: list[Row] = [list(frame.column_names)]
    rows += [list(cells) for cells in zip(*columns, strict=True)]
    return Book("Parquet", [Sheet("", rows)])
