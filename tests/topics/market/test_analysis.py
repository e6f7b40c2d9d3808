"""Trade, tightening and exposure of the market on the shipped tables."""

import re

import pytest

from carbonpeak.charts import months
from carbonpeak.domain import months as calendar
from carbonpeak.topics import registry
from carbonpeak.topics.market import analysis, calculator, cards, lead
from carbonpeak.topics.market.analysis_allocation import break_even, curve, position, vintages
from carbonpeak.topics.market.choices import Unit
from carbonpeak.topics.market.page import IN_A_REPORT
from carbonpeak.words.speaker import Speaker
from tests import needed
from tests.topics.read_back import every, made

COAL = Unit("power", 2024, "coal_above_300", 3e6, 1e6, 0.55, 2_650_000.0, 0.0, 0.0, None)
CLINKER = Unit("clinker", 2025, "coal_above_300", 1.2e6, 0.0, 0.5, 1e6, 0.0, 0.0, 0.86)


def test_an_average_is_turnover_over_volume(data) -> None:
    rows = analysis.months(data)
    assert rows.loc["2021-12", "average_cny_per_t"] == pytest.approx(42.89, abs=5e-3)
    assert rows.loc["2026-07", "average_cny_per_t"] == pytest.approx(88.10, abs=5e-3)
    assert rows["listed_average_cny_per_t"].notna().all()


def test_a_year_of_fewer_months_is_none_to_be_named(data) -> None:
    assert analysis.years(data)["is_whole"].to_dict() == {
        2021: False, 2022: True, 2023: True, 2024: True, 2025: True, 2026: False,
    }  # fmt: skip
    assert analysis.last_whole_year(data) == 2025


def test_no_tightening_is_reckoned_across_the_break(data) -> None:
    rows = analysis.benchmarks(data).set_index(["unit_class", "carrier", "year"])["change"]
    power = rows.xs(("coal_above_300", "electricity"), level=(0, 1))
    assert power.isna()[[2019, 2023]].all()
    assert power[2024] == pytest.approx(0.7910 / 0.7950 - 1)
    # Heat is counted alike throughout.
    assert rows["coal_above_300", "heat", 2023] == pytest.approx(0.1038 / 0.1105 - 1)


def test_the_percentage_across_the_break_stands_in_no_chart_or_row(data) -> None:
    given = registry.chosen(data, registry.PAGES["market"], {})
    for spec in registry.PAGES["market"].figures:
        figure = registry.figure(data, spec.name, given, Speaker("en"))
        if spec.name in needed.OF_OWN_FIGURES:
            continue
        assert "18.8" not in figure.title + figure.table.texts().to_string()


def test_exposure_is_of_the_four_divisions_and_an_upper_bound(data) -> None:
    rows = analysis.exposure(data)
    parts = rows[list(analysis.SECTORS)].sum(axis=1)
    assert rows["covered_t"].to_numpy() == pytest.approx(parts.to_numpy())
    assert (rows["covered_t"] < rows["industry_t"]).all()
    cells = data.ask("sectors__by_province", first_year=data.last_year, last_year=data.last_year)
    hebei = cells[cells["region_code"] == "130000"].set_index("sector_code")["co2_t"]
    assert rows.loc["130000", "covered_t"] == pytest.approx(hebei[["30", "31", "32", "44"]].sum())
    assert rows.index[rows["is_partial"]].tolist() == ["360000"]


def test_a_unit_at_its_break_even_has_nothing_left(data) -> None:
    even = break_even(position(data, COAL))
    same = Unit(**{**vars(COAL), "co2_t": even * COAL.output})
    assert position(data, same)["surplus_t"] == pytest.approx(0, abs=1e-6)


def test_the_curve_falls_and_ends_at_its_caps(data) -> None:
    rows = curve(data, CLINKER)
    share = rows["surplus_per_output"] / rows["intensity"]
    assert share.max() == pytest.approx(0.03)
    assert share.min() == pytest.approx(-0.03)
    power = curve(data, COAL)
    assert power["surplus_per_output"].is_monotonic_decreasing
    capped = power["due_per_output"] > power["surplus_per_output"]
    assert (power["due_per_output"] / power["intensity"])[capped].tolist() == pytest.approx(
        [-0.2] * int(capped.sum())
    )


def test_without_a_balance_value_the_curve_is_relative(data) -> None:
    rows = curve(data, Unit(**{**vars(CLINKER), "balance": None}))
    assert list(rows.columns) == ["relative", "rate"]
    assert rows["rate"].iloc[len(rows) // 2] == pytest.approx(0)


def test_only_vintages_that_count_power_generated_are_reckoned(data) -> None:
    assert vintages(data, "power") == (2023, 2024, 2025, 2026)
    assert vintages(data, "steel") == (2024, 2025)


@pytest.mark.parametrize(
    ("co2_t", "zh", "en"),
    [
        (2_650_000.0, "低于盈亏平衡点", "allowances left"),
        (2_700_000.0, "配额有缺口", "it is short"),
    ],
)
def test_a_sentence_says_why_a_unit_is_short(data, co2_t: float, zh: str, en: str) -> None:
    unit = Unit(**{**vars(COAL), "co2_t": co2_t})
    raw = {"emissions": [f"{co2_t:.0f}"]}
    chosen = registry.chosen(data, registry.PAGES["market"], raw).typed
    assert chosen.unit == unit
    assert zh in calculator.sentence(data, chosen, Speaker("zh"))
    assert en in calculator.sentence(data, chosen, Speaker("en"))


def test_the_unit_a_reader_first_sees_is_visibly_short(data) -> None:
    chosen = registry.chosen(data, registry.PAGES["market"], {}).typed
    own = position(data, chosen.unit)
    assert 0.03 < -own["due_t"] / own["emissions_t"] < 0.2
    assert "配额有缺口" in calculator.sentence(data, chosen, Speaker("zh"))


@pytest.mark.parametrize("line", ["clinker", "steel", "aluminium"])
def test_without_a_balance_value_the_most_that_may_lack_is_said(data, line: str) -> None:
    chosen = registry.chosen(data, registry.PAGES["market"], {"line": [line]}).typed
    most = 0.03 * position(data, chosen.unit)["emissions_t"]
    for lang in ("zh", "en"):
        assert f"{most:,.0f}" in calculator.sentence(data, chosen, Speaker(lang))


@pytest.mark.parametrize(
    ("codes", "bound"),
    [({}, "20%"), ({"line": "steel", "balance": "1.7"}, "3%"), ({"line": "steel"}, None)],
)
def test_a_curve_says_what_its_kinks_are(data, codes: dict[str, str], bound: str | None) -> None:
    for read in every(data, "market_curve", [codes]):
        assert (bound is None) or f" {bound} " in read.figure.subtitle


@pytest.mark.parametrize("load", ["0.55", "0.8"])
def test_the_steps_to_the_break_even_add_up_as_printed(data, load: str) -> None:
    chosen = registry.chosen(data, registry.PAGES["market"], {"load": [load]}).typed
    said = calculator.sentence(data, chosen, Speaker("en"))
    found = re.search(
        r"Break-even ([\d.]+) = benchmark ([\d.]+) x .* ([\d.]+) \+ heat ([\d.]+)\.", said
    )
    assert found is not None
    even, benchmark, correction, heat = map(float, found.groups())
    assert benchmark * correction + heat == pytest.approx(even, abs=2e-4)
    assert (correction > 1) == (load == "0.55")


def test_the_page_lists_each_source_once_with_its_address(data) -> None:
    lines = lead.sources(data, Speaker("en")).splitlines()
    assert len(lines) == len(set(lines))
    assert sum("](http" in line for line in lines) > 20
    assert "88.10" in lead.lead(data, Speaker("zh"))


def test_a_report_takes_figures_of_the_page() -> None:
    names = [spec.name for spec in registry.PAGES["market"].figures]
    assert set(IN_A_REPORT) <= set(names)


@pytest.mark.parametrize(
    ("date", "month"),
    [("2023-08-28", "2023-09"), ("2023-09-01", "2023-09"), ("2023-12-02", "2024-01")],
)
def test_a_line_is_cut_before_the_first_month_that_is_wholly_after_a_break(
    date: str, month: str
) -> None:
    assert months.first_month_after(date) == month


def test_a_break_leaves_a_gap_and_a_missing_month_too() -> None:
    line = months.MonthLine("x", ["2023-08", "2023-09", "2023-10"], [1.0, 2.0, None], ["", "", ""])
    chart = months.lines([line], [], {"2023-08-28": "break"})
    assert list(chart.data[0].y) == [1.0, None, 2.0, None]
    assert [one.text for one in chart.layout.annotations] == ["break"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("2,200 units", "over 5 Gt", "about 3 Gt", "over 20%", "1,500 units", "over 60%")),
        ("zh", ("2,200 家", "超过 50 亿吨", "约 30 亿吨", "超过 20%", "1,500 家", "超过 60%")),
    ],
)
def test_every_founding_number_stands_in_the_coverage_with_its_source(
    data, lang: str, said: tuple[str, ...]
) -> None:
    given = registry.chosen(data, registry.PAGES["market"], {})
    figure = registry.figure(data, "market_coverage", given, Speaker(lang))
    cells = {column.head.key: column.cells for column in figure.table.columns}
    rows = zip(cells["said"], cells["standing"], cells["source"], strict=True)
    founding = {one.text: source.text for one, kind, source in rows if kind.value == "official"}
    assert [one for one in said if not any(text.startswith(one) for text in founding)] == []
    assert any("CF4" in text or "四氟化碳" in text for text in founding)
    assert all("2025" in source for source in founding.values())


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ["88.10 yuan/t", "2,200 units", "about 3 Gt CO2e/yr", "over 60%"]),
        ("zh", ["88.10 元/吨", "2,200 家", "约 30 亿吨二氧化碳当量/年", "超过 60%"]),
    ],
)
def test_the_cards_say_what_the_ministry_said_and_the_last_price(
    data, lang: str, said: list[str]
) -> None:
    made = cards.cards(data, Speaker(lang))
    assert [one.value for one in made] == said
    assert all(one.small for one in made)
    lines = " ".join(line for one in made for line in one.lines)
    for number in (
        ("50 亿吨", "1,500", "20%", "20.2%") if lang == "zh" else ("5 Gt", "1,500", "20%")
    ):
        assert number in lines


@pytest.mark.parametrize(("lang", "said"), [("zh", "距今 3 个月"), ("en", "3 months ago")])
def test_the_card_of_the_price_says_how_old_it_is(data, monkeypatch, lang: str, said: str) -> None:
    month = analysis.last_average(data)[0]
    monkeypatch.setenv("CARBONPEAK_TODAY", f"{calendar.text_of(calendar.count(month) + 3)}-15")
    assert any(said in line for line in cards.cards(data, Speaker(lang))[0].lines)
    monkeypatch.setenv("CARBONPEAK_TODAY", f"{month}-28")
    assert not any(said[-6:] in line for line in cards.cards(data, Speaker(lang))[0].lines)


def test_events_bear_the_numbers_that_the_chart_of_prices_gives_them(data) -> None:
    for read in every(data, "market_events", [{}]):
        notes = made(data, "market_price", {}, read.lang).figure.notes
        for row in read.rows:
            said = f"{row['place'].value} {row['date'].text} {row['event'].text}"
            assert any(said in one for one in notes), said
