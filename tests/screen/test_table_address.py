"""What an address asks of a table, and what it does not have."""

import pytest

from carbonpeak.data.table_rows import Condition, Wanted
from carbonpeak.screen import table_address as address


@pytest.fixture
def energy(shipped):
    return shipped.catalogue.table("energy")


WANTED = Wanted(
    "energy",
    (
        Condition("region_code", ("350000", "110000")),
        Condition("year", low=2020.0, high=2022.0),
        Condition("energy_tce", low=-0.5),
        Condition("fuel_code", text="co:a|l"),
        Condition("flag", is_empty=True),
    ),
    "福建 coal",
    "energy_tce",
    True,
)


def test_what_is_written_asks_for_the_same(energy):
    found = address.read(energy, address.written(WANTED))
    assert found == address.Address(WANTED)


def test_an_empty_address_asks_for_the_whole_table(energy):
    assert address.read(energy, {}) == address.Address(Wanted("energy"))
    assert address.written(Wanted("energy")) == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("order", "nothing"),
        ("order", "energy_tce desc"),
        ("part", "0"),
        ("part", "1e9"),
        ("part", "٣"),
        ("where", "nothing:1"),
        ("where", "year"),
        ("where", "<script>:alert(1)"),
    ],
)
def test_what_the_table_does_not_have_is_noted(energy, name, value):
    found = address.read(energy, {name: [value]})
    assert found.unknown == ((name, value),)
    assert found.wanted == Wanted("energy")
    assert found.part == 1


def test_bounds_of_a_text_are_a_value(energy):
    found = address.read(energy, {"where": ["region_code:1..2"]})
    assert found.wanted.conditions == (Condition("region_code", ("1..2",)),)


def test_a_condition_takes_the_place_of_the_one_on_its_column():
    changed = address.with_condition(WANTED, "year", Condition("year", ("2021",)))
    assert len(changed) == len(WANTED.conditions)
    assert changed[-1] == Condition("year", ("2021",))
    assert address.with_condition(WANTED, "year", Condition("year")) == tuple(
        one for one in WANTED.conditions if one.column != "year"
    )
