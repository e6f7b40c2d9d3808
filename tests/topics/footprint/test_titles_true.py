import re
from statistics import median
from typing import Any

import pytest

from carbonpeak.data.dataset import Dataset
from tests.topics.read_back import WIDEST, Claims, Read, figures, width

NAMES = (
    "electricity_footprint",
    "grid_factors",
    "factor_library",
    "vehicle_records",
    "footprint_register",
)
TITLES = {
    "electricity_footprint": {
        "zh": r"(?P<year>\d{4}) 年全国电力碳足迹 (?P<now>[\d.]+)，(?P<first>\d{4}) 年 (?P<then>[\d.]+)",  # noqa: E501
        "en": r"Average electricity carried (?P<now>[\d.]+) kg CO₂e/kWh in (?P<year>\d{4}), (?P<then>[\d.]+) in (?P<first>\d{4})",  # noqa: E501
    },
    "grid_factors": {
        "zh": r"(?P<year>\d{4}) 年(?P<most>\D+) (?P<high>[\d.]+) 最高，(?P<least>\D+) (?P<low>[\d.]+) 最低",  # noqa: E501
        "en": r"Electricity (?P<year>\d{4}): (?P<most>.+) highest at (?P<high>[\d.]+), (?P<least>.+) lowest at (?P<low>[\d.]+)",  # noqa: E501
    },
    "factor_library": {
        "zh": r"排放因子(?:（(?P<of>.+)）)?共 (?P<count>[\d,]+) 个",
        "en": r"(?:Emission factors \((?P<of>.+)\): )?(?P<count>[\d,]+)(?: emission factors)?",  # noqa: E501
    },
    "vehicle_records": {
        "zh": r"(?P<count>\d+) 条按(?P<unit>.+)计的记录，中位数 (?P<median>[\d.,]+) 千克",
        "en": r"(?P<count>\d+) records per (?P<unit>.+), median (?P<median>[\d.,]+) kg CO₂e",  # noqa: E501
    },
    "footprint_register": {
        "zh": r"产品碳足迹登记事项(?:（(?P<of>.+)）|共 )(?P<count>\d+) 条",
        "en": r"(?:Product footprints \((?P<of>.+)\): )?(?P<count>\d+) entries(?: on product footprints)?",  # noqa: E501
    },
}

CHOICE_OF = {"kind": "factor", "topic": "matter", "year": "factoryear"}
Parts = dict[str, Any]


def values(read: Read, key: str) -> list[Any]:
    return [cell.value for cell in read.cells(key)]


def check(read: Read, claims: Claims) -> None:
    title = read.figure.title
    said = re.fullmatch(TITLES[read.name][read.lang], title)
    where = f"{read.name} {read.codes}: {title}"
    if not claims.that(said, where):
        return
    claims.that(read.lang == "en" or width(title) <= WIDEST, f"wide, {where}")
    parts = said.groupdict()
    table = read.figure.table
    if "count" in parts:
        marked = sum(bool(cell.marks) for cell in table.columns[1].cells)
        left = marked if read.name == "vehicle_records" else 0
        claims.that(int(parts["count"].replace(",", "")) == len(table) - left, where)
    for of in (_filters, _median, _provinces, _average):
        of(read, parts, claims, where)


def _filters(read: Read, parts: Parts, claims: Claims, where: str) -> None:
    table = read.figure.table
    if parts.get("of"):
        for key in ("kind", "standing", "year") if read.name == "factor_library" else ("topic",):
            texts = {cell.text for cell in table.column(key).cells}
            is_named = len(texts) == 1 and texts.pop() in parts["of"]
            is_chosen = read.chosen.one(CHOICE_OF.get(key, key)) != "all"
            claims.that(is_named or not is_chosen, f"{key}, {where}")


def _median(read: Read, parts: Parts, claims: Claims, where: str) -> None:
    table = read.figure.table
    if read.name == "vehicle_records":
        cells = table.column("value").cells
        sound = [
            c.value for c, n in zip(cells, table.column("name").cells, strict=True) if not n.marks
        ]
        claims.that(abs(float(parts["median"].replace(",", "")) / median(sound) - 1) < 1e-3, where)


def _provinces(read: Read, parts: Parts, claims: Claims, where: str) -> None:
    if read.name == "grid_factors":
        amounts = dict(zip(values(read, "region"), values(read, "value"), strict=True))
        for place, number, best in (("most", "high", max), ("least", "low", min)):
            claims.that(amounts[parts[place]] == best(amounts.values()), f"{place}, {where}")
            claims.that(f"{amounts[parts[place]]:.4f}" == parts[number], f"{number}, {where}")
        claims.that(parts["year"] == read.chosen.one("gridyear"), where)


def _average(read: Read, parts: Parts, claims: Claims, where: str) -> None:
    if read.name == "electricity_footprint":
        place = values(read, "type").index("average")
        for year, number in (("year", "now"), ("first", "then")):
            value = values(read, f"value_{parts[year]}")[place]
            claims.that(f"{value:.4f}" == parts[number], f"{number}, {where}")


@pytest.mark.parametrize("name", NAMES)
def test_titles_say_what_their_rows_say(name: str) -> None:
    claims, data = Claims(), Dataset.open()
    for read in figures(data, name):
        check(read, claims)
    assert claims.made > 2
    assert claims.false == []
