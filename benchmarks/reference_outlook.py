"""The reference of the query behind what it would take: value added where the split is usable."""

import pandas as pd

from benchmarks.frames import Frames


def value_added__with_split(frames: Frames) -> pd.DataFrame:
    """Return the real value added of the provinces whose split by sector is usable, by year."""
    cells, added = frames["industry_cells"], frames["value_added"]
    usable = cells.loc[cells["is_split_usable"], "region_code"].unique()
    shown = added[added["region_code"].isin(usable)]
    recalled = shown["standing"].eq("unverified").groupby(shown["year"]).any()
    return pd.DataFrame(
        {
            "value_added_real_cny": shown.groupby("year")["value_added_real_cny"].sum(),
            "value_added_standing": recalled.map({True: "unverified", False: "derived"}),
        }
    ).reset_index()


REFERENCES = (value_added__with_split,)
