"""Numbers that the registers state in words, read back from those words."""

import re
from typing import Any

import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.topics import registry
from carbonpeak.topics.footprint import dates
from carbonpeak.words.speaker import Speaker

EN = Speaker("en")


def figure(data: Dataset, name: str, **codes: str) -> Figure | None:
    page = registry.PAGE_OF[name]
    raw = {key: [code] for key, code in codes.items()}
    return registry.figure(data, name, registry.chosen(data, page, raw), EN)


def column(one: Figure | None, key: str) -> list[Any]:
    assert one is not None
    return [cell.value for cell in one.table.column(key).cells]


@pytest.mark.parametrize(
    ("name", "codes", "item"),
    [
        ("vehicles_stated", {}, "P031"),
        ("vehicles_stated", {"stated": "sedan"}, "P030"),
        ("coal_spread", {}, "F233"),
    ],
)
def test_every_number_stands_in_the_words_of_its_entry(
    data: Dataset, name: str, codes: dict[str, str], item: str
) -> None:
    table = "factors" if item.startswith("F") else "product_footprint"
    rows = data._warehouse.rows(f"select value_text from {table} where item_id = ?", [item])
    said = [float(text) for text in re.findall(r"\d+\.\d+|\b\d+\b", rows["value_text"].iloc[0])]
    assert set(column(figure(data, name, **codes), "value")) <= set(said)


def test_the_founding_numbers_of_vehicles_and_coal(data: Dataset) -> None:
    assert column(figure(data, "vehicles_stated"), "value") == [259.67, 192.75, 399.07]
    assert column(figure(data, "vehicles_stated", stated="sedan"), "value") == [16.0, 20.4]
    assert column(figure(data, "coal_spread"), "value") == [38.5, 42.3, 18.6]


def test_the_founding_numbers_of_the_system_and_the_definition_are_in_the_register(
    data: Dataset,
) -> None:
    one = figure(data, "footprint_register")
    of_topic: dict[str, list[str]] = {}
    keys = ("topic", "said", "standing")
    for topic, said, standing in zip(*(column(one, key) for key in keys), strict=True):
        if standing == "official":
            of_topic.setdefault(topic, []).append(said)
    assert {"27", "68", "143", ">200", ">150"} <= set(of_topic["cices"])
    whole, stages = of_topic["definition"]
    assert "sum of GHG emissions and removals" in whole
    assert len(stages.split("; ")) == 5


def test_an_entry_that_no_longer_says_its_numbers_shows_no_figure(data: Dataset) -> None:
    class Silent(Dataset):
        def ask(self, name: str, **params: object) -> Any:
            rows = super().ask(name, **params)
            return rows.assign(value=None) if name == "footprint__stated" else rows

    assert figure(Silent(data._warehouse), "coal_spread") is None


def test_steps_stand_by_date_and_what_was_replaced_is_no_goal(data: Dataset) -> None:
    one = figure(data, "footprint_dates")
    steps = list(zip(column(one, "date"), column(one, "step"), strict=True))
    assert steps == sorted(steps, key=lambda step: step[0])
    assert ("2025", "replaced") in steps
    assert ("2024-10-01", "in_force") in steps
    assert {step for _, step in steps} == {"issued", "in_force", "replaced", "due"}


def test_without_goals_the_board_counts_what_is_issued(data: Dataset) -> None:
    class Past(Dataset):
        def ask(self, name: str, **params: object) -> Any:
            rows = super().ask(name, **params)
            return rows[rows["topic"] != dates.GOAL] if name == "footprint__register" else rows

    one = figure(Past(data._warehouse), "footprint_dates")
    assert one is not None
    assert one.title == f"{column(one, 'step').count('issued')} steps issued"
