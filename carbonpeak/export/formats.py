"""The formats a figure can become: of its picture, and of the rows behind it."""

from collections.abc import Callable

from carbonpeak.export import lookup
from carbonpeak.export.picture.drawing_page import Kind
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.rows import writers

PICTURES: tuple[Kind, ...] = ("png", "svg", "pdf")
MIME = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "json": "application/json",
}
ROWS: dict[str, Callable[[PrintableFigure], bytes]] = {
    "csv": writers.csv,
    "xlsx": lambda printable: writers.xlsx(printable, lookup.link(printable)),
    "parquet": lambda printable: writers.parquet(printable, lookup.link(printable)),
    "json": lambda printable: writers.json(printable, lookup.link(printable)),
}
