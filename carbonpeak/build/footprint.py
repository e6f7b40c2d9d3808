"""Tables of product footprints: electricity, grid, products, vehicles, units of other factors."""

from collections.abc import Callable
from functools import cache

import pandas as pd

from carbonpeak.build import policy, registers
from carbonpeak.build.footprint_units import FactorUnit, parse
from carbonpeak.build.market_sources import readable_source
from carbonpeak.build.notes import PUBLISHER_TERMS
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, Columns, declare
from carbonpeak.build.sources import NOTICE_TERMS, SourceRegister
from carbonpeak.data.catalogue import Table, Text
from carbonpeak.data.own_versions import LICENCE

ELECTRICITY_FILE = "footprint/pcf_electricity_footprint_factors.csv"
ANNEX_FILE = "footprint/grid_factors_2023_official_annex.csv"
PRODUCTS_FILE = "footprint/product_factors_core.csv"
VEHICLES_FILE = "footprint/pcf_cpcd_vehicles_batteries.csv"
US_FILE = "footprint/pcf_epa_supply_chain_usd2022.csv"
NAMES_FILE = "footprint_names.csv"
PINYIN_FILE = "footprint_pinyin.csv"

UNITS = "value unit unit_dimension unit_scale"
NAMED = "item_id name_zh name_en"
NOTICES = "Ministry of Ecology and Environment, notices on footprint and CO2 factors of electricity"
CPCD = "China Products Carbon Footprint Factors Database (CPCD), as cited row by row"
EPA = "US EPA, Supply Chain Greenhouse Gas Emission Factors v1.3.0 (2022 USD)"
PUBLIC_DOMAIN = "US government work, public domain"


def _declare(
    name: str, title: Text, columns: str, citation: str, licence: str, optional: str = ""
) -> Table:
    fields = Columns(columns, optional)
    return declare(name, title, fields, "item_id", format="csv", licence=licence, citation=citation)


ELECTRICITY = _declare(
    "electricity_footprint",
    Text("电力碳足迹因子", "Carbon footprint factors of electricity"),
    f"{NAMED} generation year {UNITS} boundary standing source_id",
    NOTICES,
    NOTICE_TERMS,
)
ANNEX = _declare(
    "grid_annex",
    Text("2023 年电力二氧化碳排放因子（公告附件）", "CO2 factors of electricity 2023, annex"),
    f"{NAMED} grid_area region_code grid_share year {UNITS} standing source_id",
    NOTICES,
    NOTICE_TERMS,
    optional="region_code",
)
_PRODUCT = f"{NAMED} cpc_code boundary value_text {UNITS} year kind standing source_id"
PRODUCTS = _declare(
    "product_factors",
    Text("产品碳足迹因子", "Carbon footprint factors of products"),
    _PRODUCT,
    CPCD,
    PUBLISHER_TERMS,
)
VEHICLES = _declare(
    "vehicle_footprints",
    Text("汽车与动力电池碳足迹", "Carbon footprints of vehicles and batteries"),
    f"{_PRODUCT} flag",
    CPCD,
    PUBLISHER_TERMS,
    optional="flag",
)
US = _declare(
    "us_factors",
    Text(
        "美国供应链排放因子（另一经济体，仅供比较）",
        "Supply chain factors of the US (another economy, for comparison only)",
    ),
    f"{NAMED} {UNITS} value_without_margins year economy standing source_id",
    EPA,
    PUBLIC_DOMAIN,
)
OWN = _declare(
    "own_factors",
    Text("排放因子（自有数据）", "Emission factors, own figures"),
    f"{NAMED} {UNITS} year region_code boundary note standing source_id",
    "Own emission factors",
    LICENCE,
    optional="name_en unit_dimension unit_scale note",
)
STUDIES = declare(
    "own_studies",
    Text("产品碳足迹研究（自有数据）", "Studies of products, own figures"),
    Columns("study_id study_name document standing source_id"),
    "study_id",
    format="csv",
    licence=LICENCE,
    citation="Own studies of products",
)
FACTOR_UNITS = declare(
    "factor_units",
    Text("排放因子的单位", "Units of emission factors"),
    Columns("unit written_unit kg_per_listed_unit unit_dimension unit_scale"),
    "unit",
    format="csv",
    licence="CC0",
    citation="This project",
)
PINYIN = declare(
    "factor_pinyin",
    Text("因子名称的拼音", "Names of factors in pinyin"),
    Columns("name_zh spoken"),
    "name_zh",
    format="csv",
    licence="CC0",
    citation="This project",
)

GENERATION: dict[str, tuple[str, Text]] = {
    "national average": ("average", Text("全国平均", "national average")),
    "coal": ("coal", Text("燃煤发电", "coal power")),
    "gas": ("gas", Text("燃气发电", "gas power")),
    "hydro": ("hydro", Text("水力发电", "hydropower")),
    "nuclear": ("nuclear", Text("核能发电", "nuclear power")),
    "wind": ("wind", Text("风力发电", "wind power")),
    "photovoltaic": ("photovoltaic", Text("光伏发电", "photovoltaic power")),
    "concentrating solar": ("solar_thermal", Text("光热发电", "concentrating solar power")),
    "biomass": ("biomass", Text("生物质发电", "biomass power")),
    "transmission and distribution, without line loss": (
        "grid_without_loss",
        Text("输配电（不含线损）", "grid, without line loss"),
    ),
    "transmission and distribution, with line loss": (
        "grid_with_loss",
        Text("输配电（含线损）", "grid, with line loss"),
    ),
}
GRIDS: dict[str, tuple[str, Text]] = {
    "North region": ("north", Text("华北区域", "North China grid")),
    "Northeast region": ("northeast", Text("东北区域", "Northeast grid")),
    "East region": ("east", Text("华东区域", "East China grid")),
    "Central region": ("central", Text("华中区域", "Central China grid")),
    "Northwest region": ("northwest", Text("西北区域", "Northwest grid")),
    "South region": ("south", Text("南方区域", "South China grid")),
    "Southwest region": ("southwest", Text("西南区域", "Southwest grid")),
}
# Which power the factor counts.
SHARES = {
    "average": "all",
    "regional average": "all",
    "province average": "all",
    "average excluding market-traded non-fossil power": "untraded",
    "fossil power": "fossil",
}
OF_SHARE = {
    "all": Text("电力平均", "electricity, average"),
    "untraded": Text(
        "电力平均（不含市场化交易的非化石能源电量）",
        "electricity, average without traded non-fossil power",
    ),
    "fossil": Text("化石能源电力", "electricity, fossil power"),
}
# What the files' words for a standing mean here; what follows in brackets says how it was seen.
STANDINGS = {"official": "official", "secondary": "published"}
# Literature values of batteries per kWh of capacity lie between 50 and 200 kg: ten times as much is
# a value per something else.
HIGHEST_BATTERY_KG_PER_KWH = 1000.0
# The file has kilometres of a railway line as kilometres driven.
PER_OF = {"49511X0022019A": "line km"}
OUTLIER = "footprint_implausible"
OUTLIERS = {"46410X0132019A", "46420X0072016A"}
GAS = "CO2"
AVERAGE = "grid_avg_co2_factor"


def build_electricity(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per kind of generation and year: life-cycle greenhouse gases, kg CO2e per kWh."""
    rows = raw.csv(ELECTRICITY_FILE)
    kinds = [GENERATION[text] for text in rows["type"]]
    pairs = zip(rows["document"], rows["source_url"], strict=True)
    found = {
        "item_id": [
            f"EF{year}-{code}" for year, (code, _) in zip(rows["year"], kinds, strict=True)
        ],
        "name_zh": [name.zh for _, name in kinds],
        "name_en": [name.en for _, name in kinds],
        "generation": [code for code, _ in kinds],
        "year": rows["year"],
        "value": rows["value"].astype(float),
        "boundary": "cradle_to_grave",
        "standing": rows["standing"].map(_standing),
        "source_id": [sources.add(_cited(document, address)) for document, address in pairs],
    }
    return _with_units(pd.DataFrame(found), rows["unit"])


def build_annex(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per area and kind of average of the annex; its provinces equal the other table's."""
    rows = raw.csv(ANNEX_FILE)
    area = rows["province_code"].fillna(
        rows["region"].map({key: one[0] for key, one in GRIDS.items()})
    )
    share = rows["what"].map(SHARES)
    names = [
        _area_name(raw, *one)
        for one in zip(rows["province_code"], rows["region"], share, strict=True)
    ]
    found = pd.DataFrame(
        {
            "item_id": [
                f"GF{year}-{one}-{what}"
                for year, one, what in zip(rows["year"], area, share, strict=True)
            ],
            "name_zh": [name.zh for name in names],
            "name_en": [name.en for name in names],
            "grid_area": area,
            "region_code": rows["province_code"],
            "grid_share": share,
            "year": rows["year"],
            "value": rows["value"].astype(float),
            "standing": rows["standing"].map(_standing),
            "source_id": [sources.add(readable_source(text)) for text in rows["source"]],
        }
    )
    _compare(raw, found)
    return _with_units(found, rows["unit"])


def build_products(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per product of the core database."""
    return _products(raw.csv(PRODUCTS_FILE), sources)


def build_vehicles(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per vehicle, part or battery; what cannot be per kWh of capacity is marked."""
    found = _products(raw.csv(VEHICLES_FILE), sources)
    is_battery = (found["unit"] == "kg CO2e/kWh") & (found["value"] > HIGHEST_BATTERY_KG_PER_KWH)
    if set(found.loc[is_battery, "item_id"]) != OUTLIERS & set(found["item_id"]):
        raise BuildError(f"{VEHICLES_FILE}: other batteries than before are implausible.")
    return found.assign(flag=is_battery.map({True: OUTLIER, False: None}))


def build_us(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per sector of the US, with margins (purchaser prices) and without."""
    rows = raw.csv(US_FILE)
    names = _names("sector").reindex(rows["2017 NAICS Code"]).reset_index()
    found = {
        "item_id": [f"US{code}" for code in rows["2017 NAICS Code"]],
        "name_zh": names["name_zh"],
        "name_en": rows["2017 NAICS Title"],
        "value": rows["Supply Chain Emission Factors with Margins"].astype(float),
        "value_without_margins": rows["Supply Chain Emission Factors without Margins"],
        "year": 2022,
        "economy": "US",
        "standing": rows["standing"].map(_standing),
        "source_id": [sources.add(readable_source(text), PUBLIC_DOMAIN) for text in rows["source"]],
    }
    return _with_units(pd.DataFrame(found), rows["Unit"])


def build_own(_raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """No row: what stands in it is a reader's own."""
    return pd.DataFrame(columns=[field.name for field in OWN.fields])


def build_studies(_raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """No row: what stands in it is a reader's own."""
    return pd.DataFrame(columns=[field.name for field in STUDIES.fields])


def build_units(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per unit of CO2 that the table of factors uses."""
    rows = raw.csv("policy/factors.csv")
    has_gas = rows["unit"].fillna("").str.contains(GAS)
    used = rows[has_gas & rows["value"].map(_is_number)]
    units = {text: _gas(text, code) for text, code in zip(used["unit"], used["id"], strict=True)}
    lines = [(text, one.written, one.kg, one.dimension, one.scale) for text, one in units.items()]
    return pd.DataFrame(lines, columns=[field.name for field in FACTOR_UNITS.fields])


def build_pinyin(_raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per Chinese name: its syllables and its initials, for those who type them."""
    return registers.read(PINYIN_FILE, "name_zh")


BUILDERS: tuple[tuple[Table, Callable[[Raw, SourceRegister], pd.DataFrame]], ...] = (
    (ELECTRICITY, build_electricity),
    (ANNEX, build_annex),
    (PRODUCTS, build_products),
    (VEHICLES, build_vehicles),
    (US, build_us),
    (OWN, build_own),
    (STUDIES, build_studies),
    (FACTOR_UNITS, build_units),
    (PINYIN, build_pinyin),
)


def _products(rows: pd.DataFrame, sources: SourceRegister) -> pd.DataFrame:
    """Return rows of the product database; a value that is not the one listed stops the build."""
    names = _names("product").reindex(rows["product_zh"])
    unnamed = rows.loc[names["name_en"].isna().to_numpy(), "product_zh"]
    if len(unnamed):
        raise BuildError(f"{NAMES_FILE}: say in English: {'; '.join(unnamed)}.")
    found = pd.DataFrame(
        {
            "item_id": rows["product_id"],
            "name_zh": rows["product_zh"],
            "name_en": names["name_en"].to_numpy(),
            "cpc_code": rows["cpc_code"],
            "boundary": rows["boundary"].str.replace(" ", "_"),
            "value_text": rows["value_as_listed"].str.replace(" / ", "/"),
            "value": rows["kgco2e_per_unit"].astype(float),
            "year": rows["data_year"],
            "kind": rows["kind"].map({"core database": "core", "literature": "literature"}),
            "standing": rows["standing"].map(_standing),
            "source_id": [
                _one_entry(*one, sources)
                for one in zip(rows["source"], rows["product_id"], strict=True)
            ],
        }
    )
    codes = rows["product_id"]
    listed = [parse(*one) for one in zip(rows["value_as_listed"], codes, strict=True)]
    units = [_unit(*one) for one in zip(rows["per_unit"], codes, strict=True)]
    for one in zip(codes, found["value"], listed, units, strict=True):
        _agree(*one)
    written = [PER_OF.get(*one) for one in zip(codes, rows["per_unit"], strict=True)]
    units = [_unit(*one) for one in zip(written, codes, strict=True)]
    return _with_units(found, pd.Series([unit.written for unit in units]))


def _unit(per: str, row: str) -> FactorUnit:
    return parse(f"kg CO2e/{per}", row)


def _agree(code: str, value: float, listed: FactorUnit, unit: FactorUnit) -> None:
    """Hold a value to what the database lists, in its own unit; BuildError names the row."""
    expected = listed.in_kg * unit.scale / listed.scale
    if listed.dimension != unit.dimension or abs(value - expected) > 1e-4 * expected + 1e-6:
        raise BuildError(f"{code}: {value} {unit.written} is not what the database lists.")


def _with_units(found: pd.DataFrame, units: pd.Series) -> pd.DataFrame:
    parsed = [parse(*one) for one in zip(units, found["item_id"], strict=True)]
    return found.assign(
        unit=[one.written for one in parsed],
        unit_dimension=[one.dimension for one in parsed],
        unit_scale=[one.scale for one in parsed],
    )


def _gas(text: str, row: str) -> FactorUnit:
    """Return the unit of a factor; warming potentials are kg CO2e per kg of the gas."""
    return parse("kg CO2e/kg" if text == "CO2=1" else text, row)


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


def _standing(text: str) -> str:
    return STANDINGS[text.split(" (")[0]]


def _cited(document: str, address: str) -> str:
    """Return the citation of a notice; that of the database names its entries, no page."""
    return (
        f"{document} | {address}" if address.startswith("http") else f"{document}, as in {address}"
    )


def _one_entry(source: str, code: str, sources: SourceRegister) -> str:
    """Register one entry of the database: its terms on copying were not seen, so each is cited."""
    return sources.add(f"{readable_source(source)}; entry {code}", PUBLISHER_TERMS)


def _area_name(raw: Raw, code: str | None, region: str, share: str) -> Text:
    what = OF_SHARE[share]
    if region in GRIDS:
        area = GRIDS[region][1]
    elif code == "000000":
        area = Text("全国", "China")
    else:
        row = raw.csv("reference/provinces.csv").set_index("province_code").loc[code]
        area = Text(str(row["name_zh"]), str(row["name_en"]))
    return Text(f"{area.zh}{what.zh}", f"{area.en}, {what.en}")


def _compare(raw: Raw, annex: pd.DataFrame) -> None:
    """Hold the provinces of the annex to those of the yearly table; BuildError names them."""
    others = raw.csv(policy.GRID_FILE)
    is_yearly = (others["year"] == "2023") & (others["indicator"] == AVERAGE)
    others = others[is_yearly & others["province_code"].isin(annex["region_code"])]
    ours = annex[annex["grid_share"] == "all"].set_index("grid_area")["value"]
    theirs = others.set_index("province_code")["value"].astype(float)
    unlike = [code for code in theirs.index if abs(ours[code] - theirs[code]) > 1e-9]
    if unlike:
        raise BuildError(f"{ANNEX_FILE}: not as in {policy.GRID_FILE}: {', '.join(unlike)}.")


@cache
def _names(kind: str) -> pd.DataFrame:
    """Return names in both languages by product or code of a sector."""
    rows = registers.read(NAMES_FILE, "kind", "key")
    return rows[rows["kind"] == kind].set_index("key")
