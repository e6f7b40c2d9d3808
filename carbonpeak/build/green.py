"""Lists of green manufacturing: counts by kind, batch and province, the entities, three sectors."""

import re
from collections.abc import Callable

import pandas as pd

from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, Columns, declare
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.catalogue import Table, Text

COUNTS_FILE = "green/green_manufacturing_by_province_batch_2017_2021.csv"
ENTITIES_FILE = "green/green_manufacturing_entities_2017_2021.csv.gz"
SECTORS_FILE = "green/green_factories_by_province_batch_sector_derived.csv"
OFFICIAL_FILE = "policy/green_manufacturing.csv"
CITATION = "Ministry of Industry and Information Technology, lists of green manufacturing 2017-2021"
LICENCE = "Government lists (facts), as parsed in a public repository (Apache-2.0)"

LISTS = declare(
    "green_lists",
    Text(
        "绿色制造名单（分类别、批次、地区）",
        "Lists of green manufacturing by kind, batch, province",
    ),
    Columns("kind batch listed_on region_code entity_count flag standing source_id", "flag"),
    "kind batch region_code",
    format="csv",
    licence=LICENCE,
    citation=CITATION,
)
ENTITIES = declare(
    "green_entities",
    Text("绿色制造名单所列单位", "Entities on the lists of green manufacturing"),
    Columns("kind batch listed_on region_code entity_name standing source_id"),
    "kind batch region_code entity_name",
    format="parquet",
    licence=LICENCE,
    citation=CITATION,
)
SECTORS = declare(
    "green_sectors",
    Text("绿色工厂（按名称识别的行业）", "Green factories by the sector that their name says"),
    Columns("batch region_code sector_by_name entity_count standing source_id"),
    "batch region_code sector_by_name",
    format="csv",
    licence=LICENCE,
    citation=CITATION,
)
# The keywords were right in 86 % of the cases that could be checked; these three stand out enough.
NAMED_SECTORS = {"cement": "cement", "steel": "steel", "vehicles and parts": "vehicles"}
PARK = "green industrial park"
# The lists hold one park more than the ministry counts, which has removed it.
PARKS_LISTED, PARKS_OFFICIAL = 224, 223
PARKS_ROW = "G007"
# What the lists and the ministry both count: kind of entity and the row of the founding number.
SAME_COUNT = {"green factory": "G006", "green supply-chain firm": "G008"}
DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")


def build_lists(raw: Raw, sources: SourceRegister) -> pd.DataFrame:
    """One row per kind, batch and province; BuildError where sums differ from the official ones."""
    rows = raw.csv(COUNTS_FILE)
    counts = rows["value"].astype(int)
    sums = counts.groupby(rows["kind"]).sum()
    _compare(raw, {str(kind): int(count) for kind, count in sums.items()})
    return pd.DataFrame(
        {
            "kind": rows["kind"].map(code_of),
            "batch": rows["batch"],
            "listed_on": rows["list_date"].map(day),
            "region_code": rows["province_code"],
            "entity_count": counts,
            "flag": (rows["kind"] == PARK).map({True: "green_parks_one_more", False: None}),
            "standing": "derived",
            "source_id": "miit-green-lists",
        }
    )


def build_entities(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per entity of a list, with its name as the list has it; removals are not applied."""
    rows = raw.csv(ENTITIES_FILE)
    counted = raw.csv(COUNTS_FILE)
    ours = rows.groupby(["kind", "batch", "province_code"]).size()
    theirs = counted.set_index(["kind", "batch", "province_code"])["value"].astype(int)
    if ours.to_dict() != theirs.to_dict():
        raise BuildError(f"{ENTITIES_FILE}: its rows do not add up to the counts of {COUNTS_FILE}.")
    return pd.DataFrame(
        {
            "kind": rows["kind"].map(code_of),
            "batch": rows["batch"],
            "listed_on": rows["list_date"].map(day),
            "region_code": rows["province_code"],
            "entity_name": rows["name_zh"],
            "standing": "published",
            "source_id": "miit-green-lists",
        }
    )


def build_sectors(raw: Raw, _sources: SourceRegister) -> pd.DataFrame:
    """One row per batch, province and sector that names tell well enough."""
    rows = raw.csv(SECTORS_FILE)
    rows = rows.assign(sector_by_name=rows["sector_by_name"].map(NAMED_SECTORS))
    rows = rows.dropna(subset=["sector_by_name"]).rename(columns={"province_code": "region_code"})
    count = rows["value"].astype(int)
    return rows.assign(entity_count=count, standing="derived", source_id="miit-green-lists")


def code_of(kind: str) -> str:
    """Return the code of a kind: green_factory, green_park or green_firm."""
    return {"green factory": "green_factory", PARK: "green_park"}.get(kind, "green_firm")


def day(text: str) -> str:
    """Return a day as written in Chinese as YYYY-MM-DD; BuildError where it is none."""
    found = DATE.fullmatch(text)
    if found is None:
        raise BuildError(f"{COUNTS_FILE}: list_date {text!r} is no day.")
    year, month, date = (int(one) for one in found.groups())
    return f"{year}-{month:02d}-{date:02d}"


def _compare(raw: Raw, listed: dict[str, int]) -> None:
    """Hold the sums of the lists to the ministry's counts; the one park more must be there."""
    official = raw.csv(OFFICIAL_FILE).set_index("id")["value"]
    wrong = [kind for kind, row in SAME_COUNT.items() if str(listed.get(kind)) != official[row]]
    if wrong:
        raise BuildError(f"{COUNTS_FILE}: {', '.join(wrong)} not as many as in {OFFICIAL_FILE}.")
    if (listed.get(PARK), official[PARKS_ROW]) != (PARKS_LISTED, str(PARKS_OFFICIAL)):
        raise BuildError(
            f"{COUNTS_FILE}: {PARKS_LISTED} parks are known, {PARKS_OFFICIAL} official ones, "
            f"now {listed.get(PARK)} and {official[PARKS_ROW]}. Look at the fault of the parks."
        )


BUILDERS: tuple[tuple[Table, Callable[[Raw, SourceRegister], pd.DataFrame]], ...] = (
    (LISTS, build_lists),
    (ENTITIES, build_entities),
    (SECTORS, build_sectors),
)
