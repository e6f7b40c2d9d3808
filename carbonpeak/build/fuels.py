"""Fuels: the 20 energy types of the inventories, their coal equivalents, and process emissions."""

import pandas as pd

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Text

TABLE = declare(
    "fuels",
    Text("能源品种", "Fuels"),
    Columns(
        "fuel_code name_en name_zh fuel_group quantity_unit tce_per_unit basis source_id",
        optional="quantity_unit tce_per_unit basis",
    ),
    "fuel_code",
    format="csv",
    licence="NBS open statistics, cite NBS",
    citation="China Energy Statistical Yearbook 2022, appendix IV",
)

PROCESS = "process"

# fuel_code: (English, Chinese, group, unit of the physical quantity)
NAMES = {
    "raw_coal": ("Raw coal", "原煤", "coal", "10^4 t"),
    "cleaned_coal": ("Cleaned coal", "洗精煤", "coal", "10^4 t"),
    "other_washed_coal": ("Other washed coal", "其他洗煤", "coal", "10^4 t"),
    "briquettes": ("Briquettes", "型煤", "coal", "10^4 t"),
    "coke": ("Coke", "焦炭", "coal", "10^4 t"),
    "coke_oven_gas": ("Coke oven gas", "焦炉煤气", "coal", "10^8 m3"),
    "other_gas": ("Other coal gas", "其他煤气", "coal", "10^8 m3"),
    "other_coking_products": ("Other coking products", "其他焦化产品", "coal", "10^4 t"),
    "crude_oil": ("Crude oil", "原油", "oil", "10^4 t"),
    "gasoline": ("Gasoline", "汽油", "oil", "10^4 t"),
    "kerosene": ("Kerosene", "煤油", "oil", "10^4 t"),
    "diesel_oil": ("Diesel", "柴油", "oil", "10^4 t"),
    "fuel_oil": ("Fuel oil", "燃料油", "oil", "10^4 t"),
    "lpg": ("Liquefied petroleum gas", "液化石油气", "oil", "10^4 t"),
    "refinery_gas": ("Refinery gas", "炼厂干气", "oil", "10^4 t"),
    "other_petroleum_products": ("Other petroleum products", "其他石油制品", "oil", "10^4 t"),
    "natural_gas": ("Natural gas", "天然气", "gas", "10^8 m3"),
    "heat": ("Heat", "热力", "heat", "10^10 kJ"),
    "electricity": ("Electricity", "电力", "electricity", "10^8 kWh"),
    "other_energy": ("Other energy", "其他能源", "other", "10^4 tce"),
}

TCE_PER_1E4_TCE = 1e4


def code_of(name: "pd.Series[str]") -> "pd.Series[str]":
    """Return our fuel codes for the inventories' names ("Raw_Coal", "Raw Coal" -> "raw_coal")."""
    return name.str.lower().str.replace(" ", "_")


def tce_per_unit(raw: Raw) -> "pd.Series[float]":
    """Return tonnes of coal equivalent per physical unit of the inventory, by fuel code."""
    factors = raw.csv("reference/tce_factors.csv")
    values = factors["factor_10e4tce_per_ceads_unit"].astype(float) * TCE_PER_1E4_TCE
    return values.set_axis(code_of(factors["fuel"]))


def build(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per fuel; process emissions have no quantity and no coal equivalent."""
    names = pd.DataFrame(
        [(code, *texts) for code, texts in NAMES.items()],
        columns=["fuel_code", "name_en", "name_zh", "fuel_group", "quantity_unit"],
    )
    basis = raw.csv("reference/tce_factors.csv")
    basis = basis.assign(fuel_code=code_of(basis["fuel"]))[["fuel_code", "basis"]]
    fuels = names.merge(basis, on="fuel_code", validate="1:1")
    fuels = fuels.assign(
        tce_per_unit=fuels["fuel_code"].map(tce_per_unit(raw)), source_id="nbs-yearbook-factors"
    )
    process = {
        "fuel_code": PROCESS,
        "name_en": "Industrial process (cement)",
        "name_zh": "工业生产过程（水泥）",
        "fuel_group": PROCESS,
        "source_id": "ceads-co2",
    }
    return pd.concat([fuels, pd.DataFrame([process])])[[field.name for field in TABLE.fields]]
