"""What the source files on product footprints must be like."""

from carbonpeak.data.reading.layout import Bounds, Layout

# A factor may be as small as that of wind power per kWh, or as large as that of a railway line.
FACTOR = Bounds(low=0)
BOUNDARIES = frozenset({"cradle to gate", "cradle to grave", "gate to gate", "gate to grave"})
_PRODUCT = Layout(
    (
        "product_id",
        "cpc_code",
        "product_zh",
        "boundary",
        "value_as_listed",
        "kgco2e_per_unit",
        "per_unit",
        "data_year",
        "kind",
        "source",
        "standing",
    ),
    ("product_id",),
    filled=("product_zh", "value_as_listed", "per_unit", "source"),
    years=("data_year",),
    numbers={"kgco2e_per_unit": FACTOR},
    allowed={"boundary": BOUNDARIES, "kind": frozenset({"core database", "literature"})},
)

LAYOUTS: dict[str, Layout] = {
    "footprint/pcf_electricity_footprint_factors.csv": Layout(
        ("year", "type", "value", "document", "source_url", "standing", "unit"),
        ("year", "type"),
        filled=("document", "source_url", "standing"),
        years=("year",),
        allowed={"unit": frozenset({"kgCO2e/kWh"})},
        numbers={"value": Bounds(0, 1.5)},
    ),
    "footprint/grid_factors_2023_official_annex.csv": Layout(
        ("province_code", "region", "what", "value", "year", "unit", "source", "standing"),
        ("province_code", "region", "what"),
        filled=("source", "standing"),
        may_be_empty=("province_code",),
        years=("year",),
        allowed={"unit": frozenset({"kgCO2/kWh"})},
        numbers={"value": Bounds(0, 1.5)},
    ),
    "footprint/product_factors_core.csv": _PRODUCT,
    "footprint/pcf_cpcd_vehicles_batteries.csv": _PRODUCT,
    "footprint/pcf_epa_supply_chain_usd2022.csv": Layout(
        (
            "2017 NAICS Code",
            "2017 NAICS Title",
            "Unit",
            "Supply Chain Emission Factors without Margins",
            "Supply Chain Emission Factors with Margins",
            "source",
            "standing",
        ),
        ("2017 NAICS Code",),
        filled=("2017 NAICS Title", "source", "standing"),
        numbers={
            "Supply Chain Emission Factors without Margins": FACTOR,
            "Supply Chain Emission Factors with Margins": FACTOR,
        },
        allowed={"Unit": frozenset({"kg CO2e/2022 USD, purchaser price"})},
    ),
}
