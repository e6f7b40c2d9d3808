"""Reference answers in pandas for green manufacturing, the register of targets and the tasks."""

import pandas as pd

from benchmarks.frames import Frames, worded

AHEAD = ["policy", "indicator", "direction", "value_text", "unit"]
SAID = {"value": "value_text"}


def green__counts(frames: Frames) -> pd.DataFrame:
    """Return counts, goals and measures in both languages."""
    names = {"item": "item", "note": "note"} | SAID
    return worded(frames, frames["green_manufacturing"], names).assign(
        unit_en=frames["green_manufacturing"]["unit"]
    )


def green__facts(frames: Frames) -> pd.DataFrame:
    """Return later facts in both languages."""
    names = {name: name for name in ("topic", "item", "unit", "note")} | SAID
    return worded(frames, frames["policy_facts"], names)


def green__lists(frames: Frames) -> pd.DataFrame:
    """Return the lists."""
    return frames["green_lists"]


def green__sectors(frames: Frames) -> pd.DataFrame:
    """Return factories by province and sector, over all batches."""
    by = frames["green_sectors"].groupby(["region_code", "sector_by_name"])
    kept = by[["standing", "source_id"]].min()
    return kept.assign(entity_count=by["entity_count"].sum()).reset_index()


def green__value_added(frames: Frames, year: int) -> pd.DataFrame:
    """Return value added of the provinces in a year."""
    rows = frames["value_added"]
    return rows[(rows["year"] == year) & rows["value_added_nominal_cny"].notna()]


def targets__all(frames: Frames) -> pd.DataFrame:
    """Return every target in both languages with what is known of it."""
    names = {name: name for name in ("policy", "scope", "indicator", "direction", "unit", "note")}
    rows = worded(frames, frames["targets"], names | SAID)
    return rows.merge(frames["target_details"], on="target_id", how="left")


def targets__ahead(frames: Frames, base_year: int) -> pd.DataFrame:
    """Return the columns of targets against a base year one below the other, without results."""
    rows = frames["targets"]
    is_result = rows["direction"].fillna("").str.startswith("result")
    rows = rows[(rows["base_year"] == base_year).fillna(False) & ~is_result]
    kept = ["target_id", "target_year", "standing", "source_id"]
    long = rows.melt(kept, AHEAD, "register_field", "text_en").dropna(subset=["text_en"])
    words = frames["register_words"][["register_field", "text_en", "text_zh"]]
    found = long.merge(words, on=["register_field", "text_en"], how="left")
    return found.assign(text_zh=found["text_zh"].fillna(found["text_en"]))


def targets__latest(frames: Frames) -> pd.DataFrame:
    """Return the last known value of each target."""
    rows = frames["target_readings"].sort_values("year").drop_duplicates("target_id", keep="last")
    return worded(frames, rows, {"note": "note"}).rename(columns={"year": "value_year"})


def tasks__all(frames: Frames) -> pd.DataFrame:
    """Return tasks and actions in both languages."""
    names = {name: name for name in ("title", "sub_measures")}
    return worded(frames, frames["tasks_actions"], names)


REFERENCES = (
    green__counts,
    green__facts,
    green__lists,
    green__sectors,
    green__value_added,
    targets__ahead,
    targets__all,
    targets__latest,
    tasks__all,
)
