"""The rows of a table: searched, filtered, in an order, a part of them."""

import pytest

from carbonpeak.data import table_rows
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.table_rows import Condition, Wanted


@pytest.fixture
def tiny_data(tiny):
    return Dataset(tiny)


@pytest.fixture
def energy(tiny_data):
    return tiny_data.rows_of(Wanted("energy"))


def test_all_rows_come_in_the_order_of_the_key_with_names(tiny_data, energy):
    key = list(tiny_data.catalogue.table("energy").key)
    assert len(energy) == tiny_data.catalogue.table("energy").row_count
    assert energy[key].apply(tuple, axis=1).is_monotonic_increasing
    names = dict(zip(energy["region_code"], energy["region_name_en"], strict=True))
    assert names["130000"] == "Hebei"


def test_names_can_be_left_out(tiny_data):
    rows = tiny_data.rows_of(Wanted("energy", named=False))
    fields = tiny_data.catalogue.table("energy").fields
    assert list(rows.columns) == [field.name for field in fields]


def test_pages_are_parts_that_make_the_whole(tiny_data, energy):
    size = len(energy) // 2
    pages = [tiny_data.rows_of(Wanted("energy"), first, size) for first in (0, size)]
    assert [len(page) for page in pages] == [size, size]
    assert [*pages[0]["energy_tce"], *pages[1]["energy_tce"]] == [*energy["energy_tce"]][: 2 * size]


def test_every_word_of_a_search_stands_in_a_row(tiny_data, energy):
    """A region is found by its Chinese name although the table holds its code."""
    year = int(energy["year"].max())
    expected = energy[(energy["region_code"] == "130000") & (energy["year"] == year)]
    found = tiny_data.rows_of(Wanted("energy", search=f"河北 {year}"))
    assert 0 < len(expected) < len(energy)
    assert found["energy_tce"].tolist() == expected["energy_tce"].tolist()
    assert tiny_data.count_of(Wanted("energy", search=f"HEBEI  {year}")) == len(expected)


def test_conditions_hold_together(tiny_data, energy):
    some = energy["fuel_code"].iloc[0]
    wanted = Wanted(
        "energy",
        (
            Condition("fuel_code", (some,)),
            Condition("energy_tce", low=1.0),
            Condition("year", high=2020),
        ),
    )
    kept = energy[
        (energy["fuel_code"] == some) & (energy["energy_tce"] >= 1) & (energy["year"] <= 2020)
    ]
    assert 0 < len(kept) < len(energy)
    assert tiny_data.count_of(wanted) == len(kept)


def test_a_text_and_an_empty_cell_can_be_asked_for(tiny_data):
    whole = tiny_data.rows_of(Wanted("energy"))
    none = Wanted("energy", (Condition("flag", is_empty=True),))
    assert tiny_data.count_of(none) == int(whole["flag"].isna().sum())
    assert tiny_data.empty_of(Wanted("energy"))["flag"] == int(whole["flag"].isna().sum())
    sources = Wanted("sources", (Condition("citation", text="CEADS"),))
    assert tiny_data.count_of(sources) == sum(
        "ceads" in one.lower() for one in tiny_data.rows_of(Wanted("sources"))["citation"]
    )


def test_the_largest_may_come_first(tiny_data, energy):
    rows = tiny_data.rows_of(Wanted("energy", order="energy_tce", descending=True))
    assert rows["energy_tce"].tolist() == sorted(energy["energy_tce"], reverse=True)


@pytest.mark.parametrize("descending", [False, True])
def test_empty_cells_come_last_in_either_order(tiny_data, descending):
    flags = tiny_data.rows_of(Wanted("energy", order="flag", descending=descending))["flag"]
    empty = flags.isna().tolist()
    assert 0 < sum(empty) < len(empty)
    assert empty == sorted(empty)


def test_values_are_counted(tiny_data, energy):
    counted = tiny_data.values_of(Wanted("energy"), "region_code", 100)
    expected = energy["region_code"].value_counts().sort_index()
    assert dict(zip(counted["value"], counted["row_count"], strict=True)) == expected.to_dict()


@pytest.mark.parametrize(
    "text", ["x' or true --", "'; drop table energy; --", "%", "<script>", "\\", "☃" * 10_000]
)
def test_whatever_is_typed_is_only_looked_for(tiny_data, text):
    wanted = Wanted("energy", (Condition("fuel_code", text=text),))
    assert tiny_data.count_of(wanted) == 0
    assert tiny_data.count_of(Wanted("energy", search=text)) == 0
    assert tiny_data.count_of(Wanted("energy")) > 0


def test_a_long_search_is_cut():
    assert len(table_rows.words_of("a " * 10_000)) == 1
    assert len(table_rows.words_of(" ".join(map(str, range(5000))))) == table_rows.MOST_WORDS
    assert len(table_rows.words_of("x" * 10_000)[0]) == table_rows.LONGEST_SEARCH


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted("nothing"),
        Wanted("energy; drop table energy"),
        Wanted("energy", (Condition("year) or (true"),)),
        Wanted("energy", order="random()"),
    ],
)
def test_no_name_but_those_of_the_catalogue_reaches_the_statement(tiny_data, wanted):
    with pytest.raises(KeyError):
        tiny_data.rows_of(wanted)
