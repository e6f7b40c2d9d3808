"""Own units on hand-made tables: the rule reckoned by hand, titles, the curve they lie on."""

import re

import numpy as np
import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.scope import WHOLE
from carbonpeak.topics import registry
from carbonpeak.topics.market import analysis_own, own_spread, own_units
from carbonpeak.words.speaker import Speaker

ZH, EN = Speaker("zh"), Speaker("en")


@pytest.fixture(scope="module")
def own(tiny):
    return Dataset(tiny, WHOLE)


def chosen(own, group):
    page = registry.PAGES["market"]
    return page.choices(registry.chosen(own, page, {"own": [group]}).values)


def figure(own, make, group, tell=ZH):
    return make(own, chosen(own, group), tell)


def column(found, key):
    [values] = [
        [cell.value for cell in one.cells] for one in found.table.columns if one.head.key == key
    ]
    return values


def test_only_kinds_and_years_with_rows_are_listed(own):
    assert analysis_own.groups(own) == (
        "power-2024",
        "power-2023",
        "clinker-2025",
        "aluminium-2024",
    )


def test_power_units_are_reckoned_as_by_hand(own):
    rows = analysis_own.held(own, "power", 2023).set_index("unit_name")
    # Output times benchmark, corrected below a load of 0.65 where coal is burnt, and heat.
    assert rows.loc["甲一号", "due_t"] == pytest.approx(1e6 * 0.8 + 1e5 * 0.104 - 850_000)
    assert rows.loc["甲二号", "due_t"] == pytest.approx(8e5 * 1.015**5 - 850_000)
    # The intensity of the gas unit times its output.
    assert rows.loc["乙燃机", "due_t"] == pytest.approx(5e5 * (0.32 - 0.3))
    # A deficit counts to a fifth of the emissions.
    [capped] = analysis_own.held(own, "power", 2024)["due_t"]
    assert capped == pytest.approx(-0.2 * 2_200_000)


def test_industry_is_reckoned_from_the_balance_value_of_its_row(own):
    rows = analysis_own.held(own, "clinker", 2025).set_index("unit_name")
    assert rows.loc["丙窑", "allowances_t"] == pytest.approx(1_004_651, abs=1)
    assert rows.loc["丁窑", "due_t"] == pytest.approx(900_000 * 0.15 * (0.86 - 0.9) / 0.86)
    assert np.isnan(rows.loc["戊窑", "due_t"])
    assert set(analysis_own.held(own, "aluminium", 2024)["due_t"]) == {0.0}


@pytest.mark.parametrize("group", ["power-2023", "power-2024", "clinker-2025", "aluminium-2024"])
def test_every_unit_lies_on_the_curve(own, group):
    line, year = group.split("-")
    rows = analysis_own.held(own, line, int(year)).dropna(subset=["relative"])
    curve = analysis_own.curve(line, int(year), rows["relative"])
    at = np.interp(rows["relative"], curve["relative"], curve["due_share"])
    # Between two points of the curve lies a kink at most.
    assert at == pytest.approx(rows["due_share"].to_numpy(), abs=2e-3)


@pytest.mark.parametrize("tell", [ZH, EN], ids=["zh", "en"])
@pytest.mark.parametrize("group", ["power-2023", "power-2024", "clinker-2025", "aluminium-2024"])
def test_title_and_sums_are_those_of_the_rows(own, group, tell):
    found = figure(own, own_units.own_units, group, tell)
    due = [one for one in column(found, "due_t") if one is not None]
    short = sum(one < -0.5 for one in due)
    assert ("自有" if tell is ZH else "own") in found.title
    numbers = [int(one) for one in re.findall(r"\d+", found.title)]
    assert group.split("-")[1] in found.title
    assert ("均无缺口" in found.title or "none of" in found.title) == (short == 0)
    assert sorted(numbers) == sorted([int(group[-4:]), len(due), *([short] if short else [])])
    said = [
        float(one.replace(",", "")) for one in re.findall(r"([\d,]+) ?(?:吨|t )", found.subtitle)
    ]
    left = sum(one for one in due if one > 0)
    assert said[-2:] == pytest.approx([left, -sum(one for one in due if one < 0)], abs=0.5)
    assert "自有数据" in found.subtitle or "own figures" in found.subtitle
    assert found.source_ids[0] == "press"
    assert group.startswith("clinker") or "notice" in found.source_ids


def test_a_unit_without_balance_value_is_listed_and_told_of(own):
    found = figure(own, own_units.own_units, "clinker-2025")
    assert column(found, "unit") == ["丁窑", "丙窑", "戊窑"]
    assert column(found, "allowances_t")[-1] is None
    assert any("1 个未给平衡值" in one for one in found.notes)


def test_generation_above_its_benchmark_is_shared_out_by_class(own):
    found = figure(own, own_spread.spread, "power-2023")
    # Both coal units lie above 0.8, one of them below 0.8 times 1.015^5; gas lies below 0.32.
    assert found.title == "自有机组 80.0% 发电量高于 2023 年基准值，修正后 40.0%"
    assert sum(column(found, "generated")) == 2_500_000
    assert figure(own, own_spread.spread, "clinker-2025") is None


def test_without_own_rows_nothing_is_listed(data):
    assert analysis_own.groups(data) == ()
    assert chosen(data, "power-2024").own == ""
    assert figure(data, own_units.own_units, "power-2024") is None
    assert figure(data, own_spread.spread, "power-2024") is None
