"""A bureau's workbook for one province and a later year: shown where it is, never as the nation."""

import math
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.data import catalogue, own_versions
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.queries import QueryError
from carbonpeak.data.scope import WHOLE
from carbonpeak.data.warehouse import Warehouse
from carbonpeak.export.lookup import printable
from carbonpeak.figures.figure import Figure
from carbonpeak.incoming import drafts, sent
from carbonpeak.incoming.drafts import Order
from carbonpeak.incoming.sent import EVERY, Sent
from carbonpeak.topics import registry
from carbonpeak.topics.drivers import analysis as drivers
from carbonpeak.topics.drivers.question import Question
from carbonpeak.topics.overview import later
from carbonpeak.topics.peak import cards, status
from carbonpeak.words.speaker import Speaker
from tests import bureau_file, records
from tests.bureau_file import PROVINCE

FILE = "河北省2023.xlsx"
# What the nation's queries return, all of them sums over provinces.
NATIONAL = {
    "nation__yearly": {},
    "sectors__yearly": {"region_code": None, "first_year": None},
    "fuels__of_industry": {"region_code": None},
    "fuels__of_sector": {"sector_code": "31"},
    "power__yearly": {},
    "value_added__with_split": {},
    "targets__latest": {},
    "inventories__compared": {},
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(catalogue.DATA, tmp_path_factory.mktemp("own") / "data"))


@pytest.fixture(scope="module")
def version(folder: Path, data: Dataset) -> str:
    files = (Sent(FILE, bureau_file.content(data)),)
    found = tuple(sent.checked(data, EVERY, files))
    order = Order(files, found, "河北省统计局", "2023 年数据")
    reasons = drafts.reasons(found, ("coverage=其他省份尚未上报",))
    made, changes = drafts.draft(data, order, reasons, folder, folder)
    assert {one.table: (one.replaced, one.left) for one in changes.merged} == dict.fromkeys(
        bureau_file.TABLES, (0, 0)
    )
    return made


@pytest.fixture(scope="module")
def own(folder: Path, version: str) -> Iterator[Dataset]:
    tables = Warehouse(own_versions.folder(version, folder), store=records.tiny)
    with closing(tables):
        yield Dataset(tables, WHOLE)


def figure(data: Dataset, name: str, lang: str = "zh", **choices: str) -> Figure:
    raw = {key: [value] for key, value in choices.items()}
    chosen = registry.chosen(data, registry.PAGE_OF[name], raw)
    found = registry.figure(data, name, chosen, Speaker(lang))
    assert found is not None
    return found


def test_the_figures_are_read_as_they_were_meant(own: Dataset, data: Dataset):
    meant = bureau_file.rows_of(data, "energy")
    rows = own.rows_of(drafts.merging.Wanted("energy", named=False))
    read = rows[(rows["year"] == data.last_year + 1) & (rows["region_code"] == PROVINCE)]
    key = ["sector_code", "fuel_code"]
    one, two = (frame.set_index(key)["energy_tce"].sort_index() for frame in (meant, read))
    pd.testing.assert_series_equal(
        one.astype(float), two.astype(float), rtol=1e-14, check_index_type=False
    )


@pytest.mark.parametrize("name", NATIONAL)
def test_the_nation_is_not_made_of_one_province(own: Dataset, data: Dataset, name: str):
    before, after = (one.ask(name, **NATIONAL[name]) for one in (data, own))
    assert not before.empty
    pd.testing.assert_frame_equal(before, after)


def test_every_figure_of_the_nation_stays_word_by_word(own: Dataset, data: Dataset):
    other = []
    # Figures of versions name the versions themselves.
    for name in registry.FIGURES.keys() - {"version_rows", "version_verdicts"}:
        page = registry.PAGE_OF[name]
        found = [
            registry.figure(one, name, registry.chosen(one, page, {}), Speaker("zh"))
            for one in (data, own)
        ]
        said = [
            one and (one.title, one.subtitle, one.notes, one.source_ids, one.table) for one in found
        ]
        if said[0] != said[1]:
            other.append(name)
    assert other == []


def test_the_last_year_is_the_nation_s_and_a_later_one_can_be_chosen(own: Dataset, data: Dataset):
    assert own.last_year == data.last_year
    later = str(data.last_year + 1)
    for page, name, is_there in (
        ("regions", "year", True),
        ("peak", "until", True),
        ("sectors", "year", False),
    ):
        controls = registry.PAGES[page].controls(own, {})
        [choice] = [one.choice for one in controls if one.choice.name == name]
        assert (later in choice.allowed, choice.default) == (is_there, str(data.last_year)), page


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("name", "choices"),
    [
        ("region_path", {"year": "2023"}),
        ("region_sectors", {"year": "2023"}),
        ("region_fuels", {}),
        ("peak_series", {"until": "2023"}),
        ("peak_age", {}),
    ],
)
def test_the_province_shows_its_later_year_as_own_figures(
    own: Dataset, lang: str, name: str, choices: dict[str, str]
):
    made = figure(own, name, lang, region=PROVINCE, **choices)
    assert "2023" in made.title + made.subtitle
    assert any(one.startswith("own-") for one in made.source_ids)
    assert "unverified" in made.standings
    ends = {
        "zh": "其他地区和全国的数据止于 2022 年。",
        "en": "of other places and the nation end in 2022.",
    }
    assert any(note.endswith(ends[lang]) for note in made.notes)
    # Another province ends where it did, and names nobody's own figures.
    elsewhere = figure(own, name, lang, region="140000")
    assert not any(one.startswith("own-") for one in elsewhere.source_ids)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "name",
    [
        "driver_waterfall",
        "driver_years",
        "driver_members",
        "driver_table",
        "projection_quantity",
        "projection_index",
        "projection_peak",
        "projection_scenarios",
    ],
)
def test_drivers_and_outlook_go_on_to_the_province_s_own_last_year(
    own: Dataset, data: Dataset, lang: str, name: str
):
    made = figure(own, name, lang, region=PROVINCE)
    assert "2023" in made.title + made.subtitle + " ".join(made.notes)
    assert any(one.startswith("own-") for one in made.source_ids)
    assert any("2022" in note and ("止于" in note or "end in" in note) for note in made.notes)
    # The nation and another province are as they were.
    for elsewhere in ({}, {"region": "140000"}):
        before, after = (figure(one, name, lang, **elsewhere) for one in (data, own))
        assert (before.title, before.table, before.notes) == (
            after.title,
            after.table,
            after.notes,
        )


def test_the_drivers_of_the_later_year_add_up_to_the_province_s_change(own: Dataset):
    rows = own.ask("regions__yearly", region_code=PROVINCE).set_index("year")
    found = drivers.table(own, Question("energy", "", 2020, 2023, PROVINCE)).iloc[0]
    change = rows["energy_tce"][2023] - rows["energy_tce"][2020]
    assert found["change_t"] == pytest.approx(change)
    assert found[["activity", "intensity"]].sum() == pytest.approx(change)
    # Activity is the province's own value added, weighed by the logarithmic mean.
    added, energy = (rows[one] for one in ("value_added_real_cny", "energy_tce"))
    steps = drivers.yearly(own, Question("energy", "", 2020, 2023, PROVINCE)).set_index("year")
    mean = (energy[2023] - energy[2022]) / math.log(energy[2023] / energy[2022])
    assert steps["activity"][2023] == pytest.approx(mean * math.log(added[2023] / added[2022]))


def test_a_later_year_is_no_year_of_another_place(own: Dataset):
    controls = registry.PAGES["drivers"].controls
    for raw, last in (
        ({}, "2022"),
        ({"region": ["140000"]}, "2022"),
        ({"region": ["河北"]}, "2023"),
    ):
        [choice] = [one.choice for one in controls(own, raw) if one.choice.name == "to"]
        assert (choice.allowed[-1], choice.default) == (last, last)
    with pytest.raises(QueryError):
        drivers.table(own, Question("energy", "", 2020, 2023, "140000"))


@pytest.mark.parametrize(
    ("name", "lang", "said"),
    [
        ("peak_tiles", "en", "By 2022 (Hebei 2023), 4 of 30 provinces"),
        ("peak_table", "en", "by 2022 (Hebei 2023):"),
        ("peak_shares", "zh", "1997—2022 年（河北 2023 年）"),
        ("peak_matrix", "zh", "1997—2022 年（河北 2023 年）"),
        ("peak_series", "en", "1997-2022"),
    ],
)
def test_the_peak_of_all_says_who_alone_has_the_year(own: Dataset, name: str, lang: str, said: str):
    made = figure(own, name, lang, until="2023")
    assert said in f"{made.title} {made.subtitle}"
    assert "2023" not in made.title.replace("(Hebei 2023)", "")


def test_the_sentences_of_the_peak_say_it_too(own: Dataset):
    tell = Speaker("en")
    for said in (
        status.headline(own, "total", 2023, tell),
        cards.verdict(own, "total", 2023, tell),
    ):
        assert "2022 (Hebei 2023)" in said
    assert status.headline(own, "total", 2022, tell).startswith("By 2022, ")


def test_the_overview_names_the_place_and_where_it_stands(own: Dataset, data: Dataset):
    [place] = later.places(own, Speaker("en"))
    rows = own.ask("regions__yearly", region_code=PROVINCE).set_index("year")
    fall = {
        column: 1
        - (rows[column] / rows["value_added_real_cny"])[2023]
        / (rows[column] / rows["value_added_real_cny"])[2020]
        for column in ("energy_tce", "co2_t")
    }
    assert (place.region_code, place.year) == (PROVINCE, 2023)
    assert f"Energy intensity fell {100 * fall['energy_tce']:.1f}% against 2020" in place.said
    assert f"CO₂ intensity fell {100 * fall['co2_t']:.1f}% against 2020" in place.said
    assert place.said.endswith("The nation and other places end in 2022.")
    assert later.places(data, Speaker("en")) == ()


def test_other_provinces_are_not_judged_in_a_year_they_do_not_have(own: Dataset):
    made = figure(own, "region_ranking", "en", year="2023")
    assert made.title.startswith("Hebei alone can be compared")
    assert "Of 2023 there are figures of Hebei only" in " ".join(made.notes)
    tiles = figure(own, "region_tiles", "en", year="2023")
    assert tiles.title == "The one province judged is on schedule"


def test_an_exported_figure_names_the_file(own: Dataset):
    codes = (("region", PROVINCE), ("year", "2023"))
    for lang, name in (("zh", "自有数据“河北省2023”"), ("en", "Own figures “河北省2023”")):
        assert name in printable(own, "region_path", codes, Speaker(lang)).sources


def test_taken_back_the_numbers_are_as_they_were_and_old_ids_resolve(
    own: Dataset, data: Dataset, folder: Path, version: str
):
    codes = (("region", PROVINCE), ("year", "2022"))
    old = printable(data, "region_path", codes, Speaker("zh"))
    own_versions.publish(version, "", "河北省统计局", "", folder)
    own_versions.publish("", version, "河北省统计局", "back", folder)
    with closing(Dataset.open(own_versions.published(folder))) as back:
        assert back.version == data.version
        again = printable(back, "region_path", codes, Speaker("zh"))
        assert again.passport.id == old.passport.id
        assert again.figure.table == old.figure.table
        for name, params in NATIONAL.items():
            pd.testing.assert_frame_equal(back.ask(name, **params), data.ask(name, **params))
