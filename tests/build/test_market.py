"""Tables of the carbon market: sums that hold, named differences, standing, breaks, sources."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import market, market_registers, market_trade
from carbonpeak.build.market_sources import publisher, readable_source
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.sources import SourceRegister
from carbonpeak.data.warehouse import Warehouse
from tests.build import tiny_market
from tests.build.tiny_sources import edit

TABLES = {table.name: (table, build) for table, build in market.BUILDERS}
# Beside a clone lie the source files; the tests that need them are left out where they do not.
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


def built(name: str, folder: Path, sources: SourceRegister | None = None) -> pd.DataFrame:
    table, build = TABLES[name]
    return shaped(build(Raw(folder), sources or SourceRegister()), table)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_built_with_standing_and_source(name: str, sources_folder: Path) -> None:
    register = SourceRegister()
    rows = built(name, sources_folder, register)
    assert set(rows["source_id"]) <= set(register.frame()["source_id"])
    assert set(rows["standing"]) <= {"official", "published", "unverified"}


def test_a_month_keeps_its_parts_and_no_quote_of_a_day(sources_folder: Path) -> None:
    rows = built("market_months", sources_folder).set_index("month")
    first = rows.loc["2021-12"]
    assert (first["volume_t"], first["listed_volume_t"], first["turnover_cny"]) == (1e6, 2e5, 42e6)
    assert not {"close", "high", "low"} & {part for name in rows for part in name.split("_")}


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (tiny_market.MONTHLY, "1000000,200000,800000", "1000000,200000,800001", "auction volume"),
        (tiny_market.MONTHLY, "2021-12,,42.00", "2021-12,,42.02", "turnover over volume"),
        (tiny_market.YEARLY, "2021,1000000", "2021,1000001", "sum of the months"),
        (tiny_market.DAILY, "2021-12-10,500000", "2021-12-10,500001", "differ"),
        (tiny_market.DAILY, "2025-03-11,1724201", "2025-03-11,1452251", "differ"),
        (tiny_market.MONTHLY, "2021-12,,", "2021-13,,", "no month such as 2025-03"),
    ],
)
def test_what_no_longer_adds_up_stops_the_build(
    sources_folder: Path, file: str, old: str, new: str, said: str
) -> None:
    edit(sources_folder, file, old, new)
    with pytest.raises(BuildError, match=said):
        built("market_months", sources_folder)


def test_a_month_of_a_pilot_whose_turnover_does_not_fit_has_no_average(
    sources_folder: Path,
) -> None:
    rows = built("market_pilots", sources_folder).set_index("month")
    assert rows["average_cny_per_t"].tolist()[0] == 40
    assert pd.isna(rows["average_cny_per_t"].iloc[1])
    assert rows.loc["2020-02", "flag"] == "pilot_average_unusable"


def test_a_pilot_without_average_and_note_stops_the_build(sources_folder: Path) -> None:
    edit(sources_folder, tiny_market.PILOTS, f",,{tiny_market.UNUSABLE}", ",,")
    with pytest.raises(BuildError, match="an average and note do not agree"):
        built("market_pilots", sources_folder)


def test_a_plan_for_two_years_is_two_rows_and_a_draft_says_so(sources_folder: Path) -> None:
    rows = built("market_benchmarks", sources_folder)
    twice = rows[rows["value"] == 0.877]
    assert twice["year"].tolist() == [2019, 2020]
    assert set(twice["output_basis"]) == {"supplied"}
    assert rows.set_index("year").loc[2025, "rule_status"] == "draft"
    assert set(rows.loc[rows["year"] == 2023, "kind"]) == {"benchmark", "balance"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2023,coal conventional above 300 MW class,electricity benchmark,0.795,tCO2/MWh,"
         "per MWh generated (gross)",
         "2023,coal conventional above 300 MW class,electricity benchmark,0.795,tCO2/MWh,"
         "per MWh supplied (net)", "no longer changes"),
        ("2025,gas,", "2025,peat,", "'peat' is none of"),
    ],
)  # fmt: skip
def test_a_benchmark_of_another_basis_or_class_stops_the_build(
    sources_folder: Path, old: str, new: str, said: str
) -> None:
    edit(sources_folder, tiny_market.BENCHMARKS, old, new)
    with pytest.raises(BuildError, match=said):
        built("market_benchmarks", sources_folder)


def test_a_rule_that_was_not_seen_is_unverified(sources_folder: Path) -> None:
    rows = built("market_rules", sources_folder).set_index("item_id")
    assert rows["standing"].to_dict() == {
        "M01": "published",
        "M02": "unverified",
        "M03": "published",
    }
    assert not rows["note"].dropna().str.contains("verify before").any()


def test_the_event_no_ministry_confirms_is_marked(sources_folder: Path) -> None:
    rows = built("market_events", sources_folder).set_index("date")
    assert rows.loc["2026-08-24", ["flag", "standing"]].tolist() == [
        "event_unconfirmed",
        "unverified",
    ]
    edit(sources_folder, tiny_market.EVENTS, "secondary (unconfirmed)", "secondary")
    with pytest.raises(BuildError, match="one unconfirmed event is known"):
        built("market_events", sources_folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2200", (None, 2200)),
        (">60", ("more than", 60)),
        ("about 3", ("about", 3)),
        (">1300 (1,277 accounts opened)", ("more than", 1300)),
        ("CO2; CF4; C2F6", (None, None)),
    ],
)
def test_a_number_is_read_with_how_sure_it_is(
    text: str, said: tuple[str | None, float | None]
) -> None:
    assert market_registers._said(text) == said


def test_a_source_is_named_in_a_reader_s_words() -> None:
    inner = "policy/ets.csv E023; x, citing 国环规气候〔2025〕2号 pp. 4-8 and Table 1"
    assert readable_source(inner) == "x"
    parsed = "as parsed in github:a/b @ b0d7cf69cdae1247f9d77f1e0dada97d15a09165 c.csv"
    assert readable_source(parsed) == "as transcribed in public repository github.com/a/b c.csv"
    assert publisher("https://www.mee.gov.cn/x/1.html") == "MEE"
    with pytest.raises(BuildError, match="who publishes on"):
        publisher("https://nobody.example/x")


def test_yearly_volumes_and_averages_are_those_of_the_exchange(shipped: Warehouse) -> None:
    rows = shipped.rows(
        "select year, sum(volume_t) / 1e6 as mt, sum(turnover_cny) / sum(volume_t) as average "
        "from market_months group by year order by year"
    )
    assert [round(one, 2) for one in rows["mt"]] == [178.79, 50.89, 211.94, 188.65, 234.60, 70.22]
    assert [round(one, 2) for one in rows["average"]] == [42.85, 55.30, 68.15, 96.02, 62.36, 79.89]


def test_the_press_gives_the_same_years(shipped: Warehouse) -> None:
    """Volume and turnover as the register of quoted figures has them, to the digits printed."""
    said = shipped.rows("select item_id, value_text from carbon_market").set_index("item_id")
    rows = shipped.rows(
        "select year, sum(volume_t) / 1e6 as mt, sum(turnover_cny) / 1e9 as bn "
        "from market_months group by year"
    ).set_index("year")
    for year, row in ((2021, "E049"), (2022, "E051"), (2024, "E056"), (2025, "E062")):
        volume, turnover = said.loc[row, "value_text"].split(" / ")[:2]
        digits = len(volume.partition(".")[2])
        assert f"{rows.loc[year, 'mt']:.{digits}f}" == volume
        digits = len(turnover.partition(".")[2])
        assert f"{rows.loc[year, 'bn']:.{digits}f}" == turnover


@pytest.mark.skipif(not SHARED.is_dir(), reason="the source files do not lie beside this clone")
def test_days_add_up_to_months_but_for_those_that_are_named() -> None:
    raw = Raw(SHARED)
    days, months = raw.csv(market_trade.DAILY), built("market_months", SHARED)
    assert market_trade.daily_differences(months, days) == market_trade.DAILY_DIFFERENCES
    assert len(months) - len(market_trade.DAILY_DIFFERENCES) == 54


def test_the_founding_numbers_stand_in_the_coverage(shipped: Warehouse) -> None:
    rows = shipped.rows(
        "select value_text, aspect, standing, citation from market_coverage "
        "join sources using (source_id) where stage = '2025' and standing = 'official'"
    )
    said = dict(zip(rows["aspect"], rows["value_text"], strict=True))
    assert said == {
        "units": "2200",
        "emissions": ">5",
        "added_emissions": "about 3",
        "added_share": ">20",
        "added_units": "1500",
        "share": ">60",
        "gases": "CO2; CF4; C2F6",
    }
    assert rows["citation"].str.startswith("Ministry of Ecology and Environment, press conf").all()
