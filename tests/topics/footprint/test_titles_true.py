import re
from statistics import median
from typing import Any

import pytest

from carbonpeak.data.dataset import Dataset
from tests.opened_page import words_of
from tests.topics.read_back import WIDEST, Claims, Read, every, figures, width

NAMES = (
    "electricity_footprint",
    "grid_factors",
    "factor_library",
    "vehicle_records",
    "footprint_register",
    "vehicles_stated",
    "coal_spread",
    "footprint_dates",
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
    "vehicles_stated": {
        "zh": r"首批车型平均 (?P<mean>[\d.]+) 克/公里，纯电比柴油低 (?P<less>[\d.]+)%|一辆纯电动中型轿车 (?P<whole>[\d.]+) 吨，使用阶段占 (?P<share>[\d.]+)%",  # noqa: E501
        "en": r"Published models average (?P<mean>[\d.]+) g CO₂/km; battery electric ones (?P<less>[\d.]+)% below diesel|One mid-size battery electric sedan: (?P<whole>[\d.]+) t CO₂, (?P<share>[\d.]+)% of it in use",  # noqa: E501
    },
    "coal_spread": {
        "zh": r"(?P<kind>\D+)的排放因子因来源不同，最多相差 (?P<most_apart>[\d.]+)%",
        "en": r"(?P<kind>.+): factors differ by up to (?P<most_apart>[\d.]+)% across documents",
    },
    "footprint_dates": {
        "zh": r"已发布 (?P<issued>\d+) 项，(?P<due>.+) 年目标共 (?P<goals>\d+) 项",
        "en": r"(?P<issued>\d+) steps issued, (?P<goals>\d+) goals set for (?P<due>.+)",
    },
}

FILTERED = ("kind", "standing", "year", "region")
CHOICE_OF = {
    "kind": "factor",
    "topic": "matter",
    "year": "factoryear",
    "region": "factorregion",
}
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
    for of in (_filters, _median, _provinces, _average, _stated, _coal, _steps):
        of(read, parts, claims, where)


def _filters(read: Read, parts: Parts, claims: Claims, where: str) -> None:
    table = read.figure.table
    if parts.get("of"):
        for key in FILTERED if read.name == "factor_library" else ("topic",):
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


def _stated(read: Read, parts: Parts, claims: Claims, where: str) -> None:
    if read.name == "vehicles_stated":
        own = dict(zip(values(read, "part"), values(read, "value"), strict=True))
        if parts["mean"]:
            less = 1 - own["battery_electric"] / own["diesel"]
            claims.that(parts["mean"] == f"{own['mean']:.2f}", where)
            claims.that(parts["less"] == f"{less:.1%}"[:-1], where)
        else:
            claims.that(float(parts["whole"]) == own["making"] + own["use"], where)
            claims.that(parts["share"] == f"{own['use'] / float(parts['whole']):.1%}"[:-1], where)


def _coal(read: Read, parts: Parts, claims: Claims, where: str) -> None:
    if read.name == "coal_spread":
        kinds = [cell.text for cell in read.cells("part")]
        own = dict(zip(kinds, values(read, "value"), strict=True))
        claims.that(own[parts["kind"]] == max(own.values()), where)
        claims.that(float(parts["most_apart"]) == own[parts["kind"]], where)


def _steps(read: Read, parts: Parts, claims: Claims, where: str) -> None:
    if read.name == "footprint_dates":
        steps = values(read, "step")
        due = {d for d, step in zip(values(read, "date"), steps, strict=True) if step == "due"}
        claims.that(int(parts["issued"]) == steps.count("issued"), where)
        claims.that(int(parts["goals"]) == steps.count("due"), where)
        claims.that(set(re.findall(r"\d{4}", parts["due"])) == due, where)


@pytest.mark.parametrize("name", NAMES)
def test_titles_say_what_their_rows_say(name: str) -> None:
    claims, data = Claims(), Dataset.open()
    for read in figures(data, name):
        check(read, claims)
    assert claims.made > 2
    assert claims.false == []


def test_units_of_factors_are_written_in_the_language_of_the_page(data) -> None:
    for read in every(data, "factor_library", [{"factor": "fuel"}, {"factor": "grid"}]):
        for cell in read.cells("unit"):
            is_chinese = read.lang == "zh"
            assert bool(re.search("[一-鿿]", cell.text)) == is_chinese, cell.text
            # CO2 alone does not become CO2 equivalents.
            assert ("当量" in cell.text) == (is_chinese and "CO2e" in cell.value), cell.text


def test_a_format_that_cannot_be_saved_says_why_on_the_page(open_page) -> None:
    app = open_page("footprint", "en", study="steel")
    off = [one.label for one in app.button if one.disabled and "PACT" in one.label]
    assert off == ["PACT record"]
    assert "PACT record: " in words_of(app)
