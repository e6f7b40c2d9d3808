"""Reference answers in pandas for the queries of product footprints."""

import pandas as pd

from benchmarks.frames import Frames, worded


def factors__library(frames: Frames) -> pd.DataFrame:
    """Return all factors with the names of their sources and how they are spoken."""
    rows, sources = frames["factor_library"], frames["sources"].set_index("source_id")
    spoken = frames["factor_pinyin"].set_index("name_zh")["spoken"]
    return rows.assign(
        source_zh=rows["source_id"].map(sources["name_zh"]),
        source_en=rows["source_id"].map(sources["name_en"]),
        spoken=rows["name_zh"].map(spoken),
    )


def footprint__register(frames: Frames) -> pd.DataFrame:
    """Return the entries in both languages, their topics as codes."""
    names = {name: name for name in ("topic", "item", "unit", "note")} | {"value": "value_text"}
    rows = worded(frames, frames["product_footprint"], names)
    code = rows["topic"].str.lower().str.replace(r"[^a-z0-9]+", "_", regex=True).str.strip("_")
    return rows.assign(topic=code)


REFERENCES = (factors__library, footprint__register)
