"""What was asked while something was made is known, also where its parts were kept from before."""

import pytest

from carbonpeak.data import asked
from carbonpeak.data.asked import Asked
from carbonpeak.data.dataset import Dataset, once_per_dataset


@pytest.fixture
def tiny_data(tiny):
    return Dataset(tiny)


@once_per_dataset
def part(data):
    return len(data.ask("regions__all"))


def whole(data, year):
    data.ask("regions__yearly", region_code=None, first_year=year)
    return part(data)


REGIONS = Asked("regions__all")
YEARLY = Asked("regions__yearly", (("first_year", 2020), ("region_code", None)))


def test_queries_behind_a_finding_are_known_in_their_order(tiny_data):
    assert tiny_data.behind(whole, 2020) == (YEARLY, REGIONS)


def test_those_of_a_part_that_was_kept_from_before_are_among_them(tiny_data):
    part(tiny_data)
    assert tiny_data.behind(whole, 2020) == (YEARLY, REGIONS)
    assert tiny_data.behind(whole, 2020) == (YEARLY, REGIONS)


def test_a_query_asked_with_other_parameters_is_another_one(tiny_data):
    tiny_data.behind(whole, 2020)
    assert tiny_data.behind(whole, 2021)[0].params == (("first_year", 2021), ("region_code", None))


def test_the_last_year_of_all_tables_is_behind_no_finding(tiny_data):
    def build(data):
        return data.last_year

    assert tiny_data.behind(build) == ()


def test_whoever_listens_within_hears_and_the_one_before_does_not(tiny_data):
    with asked.listening() as outer:
        tiny_data.ask("regions__all")
        with asked.listening() as inner:
            tiny_data.ask("sectors__all")
        tiny_data.ask("regions__all")
    assert list(outer) == [REGIONS]
    assert list(inner) == [Asked("sectors__all")]
