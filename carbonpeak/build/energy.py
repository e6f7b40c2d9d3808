"""Energy by year, province, sector and fuel.

Beside final use stand the rows for transformation, losses and feedstock.
"""

import pandas as pd

from carbonpeak.build import fuels, sectors
from carbonpeak.build.faults import SHANDONG
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare, fault
from carbonpeak.build.sources import CEADS_TERMS, NAMED, SourceRegister
from carbonpeak.data.catalogue import Text

FILE = "ceads/energy_province_sector_fuel_2011_2022.csv.gz"
TABLE = declare(
    "energy",
    Text(
        "分省分行业分品种终端能源消费（2011—2022）",
        "Final energy by province, sector and fuel, 2011-2022",
    ),
    Columns(
        "year region_code sector_code fuel_code quantity energy_tce standing source_id flag",
        optional="flag",
    ),
    "year region_code sector_code fuel_code",
    licence=CEADS_TERMS,
    citation=NAMED["ceads-energy"][2],
)
TRANSFORMATION = declare(
    "energy_transformation",
    Text(
        "加工转换、损失与非能源利用（2011—2022）",
        "Transformation, losses and non-energy use, 2011-2022",
    ),
    Columns(
        "year region_code flow_code fuel_code quantity energy_tce standing source_id flag",
        optional="flag",
    ),
    "year region_code flow_code fuel_code",
    licence=CEADS_TERMS,
    citation=NAMED["ceads-energy"][2],
)

TOTAL_ROW = "TFC"
# Logging is in the inventory's list of rows but has no cell in any year (fault
# ``logging_row_empty``).
EMPTY_ROWS = ("B02x",)
# Cells are given to two decimals, so a total of 48 rows may differ from its parts by a few
# hundredths.
TOTAL_TOLERANCE = 0.01
FLOWS = {
    "TRANS_NET": "transformation_net",
    "TRANS_THERMAL_POWER": "thermal_power",
    "TRANS_HEATING": "heating",
    "TRANS_COAL_WASHING": "coal_washing",
    "TRANS_COKING": "coking",
    "TRANS_REFINERIES": "refining",
    "TRANS_GAS_WORKS": "gas_works",
    "TRANS_COKE_INPUT": "coke_input",
    "TRANS_BRIQUETTES": "briquettes",
    "NON_ENERGY_USE": "non_energy_use",
    "LOSS": "losses",
}


def cells(raw: Raw) -> pd.DataFrame:
    """Return every cell of the inventory with numbers, fuel codes and coal equivalents."""
    frame = raw.csv(FILE)
    fuel_code = fuels.code_of(frame["fuel"])
    factor = fuels.tce_per_unit(raw)
    unknown = sorted(set(fuel_code) - set(factor.index))
    if unknown:
        raise fault("coal_equivalent", file=FILE, found=", ".join(unknown))
    quantity = frame["value"].astype(float)
    return frame.assign(
        year=frame["year"].astype(int),
        region_code=frame["province_code"],
        fuel_code=fuel_code,
        quantity=quantity,
        energy_tce=quantity * fuel_code.map(factor),
        standing="published",
        source_id="ceads-energy",
    )


def build(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per year, province, sector and fuel; Shandong's sectors are marked."""
    frame = cells(raw)
    total = frame[frame["sector"] == TOTAL_ROW]
    final = frame[~frame["sector"].isin([TOTAL_ROW, *FLOWS])]
    check_total_row(final, total)
    final = final.assign(
        sector_code=sectors.to_sector(final["sector"], sectors.code_of_inventory_row(raw), FILE)
    )
    keys = list(TABLE.key)
    summed = final.groupby([*keys, "standing", "source_id"], as_index=False)[
        ["quantity", "energy_tce"]
    ].sum()
    summed["flag"] = None
    summed.loc[summed["region_code"] == SHANDONG, "flag"] = "shandong_sector_split"
    return summed


def build_transformation(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per year, province, flow and fuel; the coal-washing rows are marked spurious."""
    frame = cells(raw)
    frame = frame[frame["sector"].isin(FLOWS)]
    frame = frame.assign(flow_code=frame["sector"].map(FLOWS), flag=None)
    washing = frame["flow_code"] == "coal_washing"
    assert_washing_spurious(frame[washing])
    frame.loc[washing, "flag"] = "coal_washing_spurious"
    return frame


def assert_washing_spurious(washing: pd.DataFrame) -> None:
    """BuildError unless coal washing still gives more than it takes somewhere (inputs positive)."""
    net = washing.groupby(["year", "region_code"])["energy_tce"].sum()
    if not (net < 0).any():
        raise fault("washing", file=FILE)


def check_total_row(final: pd.DataFrame, total: pd.DataFrame) -> None:
    """BuildError unless the total row equals the sum of its sectors (``total_row_double``)."""
    keys = ["year", "region_code", "fuel_code"]
    parts = final.groupby(keys)["quantity"].sum()
    gap = (total.set_index(keys)["quantity"].sub(parts, fill_value=0)).abs()
    bad = gap[gap > TOTAL_TOLERANCE]
    if len(bad):
        raise fault("total_row", file=FILE, row=TOTAL_ROW, rows=bad.head(3))
