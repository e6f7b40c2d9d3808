"""Regions: the nation and the 31 provincial-level regions of the mainland, with their tiles."""

import pandas as pd

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import Columns, declare, fault
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Text

TABLE = declare(
    "regions",
    Text("地区", "Regions"),
    Columns(
        "region_code iso_code name_en name_zh name_full_zh area_code in_inventory "
        "tile_row tile_column",
        optional="area_code tile_row tile_column",
    ),
    "region_code",
    format="csv",
    licence="Public standard",
    citation="GB/T 2260; tile positions by this project",
)

TILES = "reference/tile_grid.csv"
NATION = "000000"
# Names that the source has in a form that official English has given up.
FORMAL_EN = {"Tibet": "Xizang"}
AREAS = {"东部": "east", "中部": "central", "西部": "west", "东北": "northeast"}


def build(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per region; the nation has no tile and no area."""
    tiles = raw.csv(TILES).rename(columns={"row": "tile_row", "col": "tile_column"})
    provinces = raw.csv("reference/provinces.csv")
    apart = sorted(set(provinces["province_code"]) ^ set(tiles["province_code"]))
    if apart:
        raise fault("tiles", file=TILES, found=", ".join(apart))
    provinces = provinces.merge(tiles, on="province_code", validate="1:1")
    provinces = provinces.assign(
        region_code=provinces["province_code"],
        iso_code=provinces["iso_3166_2"],
        name_en=provinces["name_en"].replace(FORMAL_EN),
        name_full_zh=provinces["name_zh_full"],
        area_code=provinces["region4_zh"].map(AREAS),
        in_inventory=provinces["in_ceads"] == "1",
    )
    nation = {
        "region_code": NATION,
        "iso_code": "CN",
        "name_en": "China",
        "name_zh": "全国",
        "name_full_zh": "全国（未包括香港特别行政区、澳门特别行政区和台湾省）",
        "in_inventory": True,
    }
    return pd.concat([pd.DataFrame([nation]), provinces])[[field.name for field in TABLE.fields]]
