"""Breaks in provincial energy: years whose jump only a statistical revision would explain."""

import pandas as pd

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare, fault
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Text

FILE = "ceads/energy_province_industry_2011_2022.csv"
TABLE = declare(
    "series_breaks",
    Text("分省能源数据断点", "Breaks in provincial energy data"),
    Columns("year region_code flag source_id"),
    "year region_code",
    format="csv",
    licence="CC0",
    citation="This project, from the CEADs energy inventory",
)

# A change of more than a fifth within a year looks like a revision of the statistics.
JUMP = 0.2
# The breaks as found by hand; where the rule finds others, the source has changed and the list
# wants a look.
EXPECTED = {
    ("130000", 2018),
    ("150000", 2018),
    ("230000", 2018),
    ("230000", 2019),
    ("420000", 2013),
    ("500000", 2013),
    ("500000", 2014),
    ("650000", 2012),
}


def build(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per province and year of a break; BuildError if they are not the expected ones."""
    totals = raw.csv(FILE)
    totals = totals[totals["indicator"] == "industry_final_energy_total"]
    found = jumps(
        totals["province_code"], totals["year"].astype(int), totals["value"].astype(float)
    )
    if found != EXPECTED:
        raise fault("jumps", file=FILE, share=f"{JUMP:.0%}", found=sorted(found ^ EXPECTED))
    rows = pd.DataFrame(sorted(found), columns=["region_code", "year"])
    return rows.assign(flag="revision_jump", source_id="ceads-energy")


def jumps(
    region: "pd.Series[str]", year: "pd.Series[int]", energy: "pd.Series[float]"
) -> set[tuple[str, int]]:
    """Return (region, year after the jump) wherever energy changes by more than JUMP a year."""
    frame = pd.DataFrame({"region": region, "year": year, "energy": energy})
    wide = frame.pivot(index="region", columns="year", values="energy")
    is_jump = wide.pct_change(axis=1).abs() > JUMP
    long = is_jump.melt(ignore_index=False, value_name="is_jump")
    return {(str(code), int(year)) for code, year in long.loc[long["is_jump"], "year"].items()}
