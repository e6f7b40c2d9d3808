"""Titles of all provinces say what their rows say, whatever the rows are."""

import pandas as pd
import pytest

from carbonpeak.topics.regions import titles
from carbonpeak.words.speaker import Speaker

EN, ZH = Speaker("en"), Speaker("zh")


def known(*rows):
    """Return provinces with their change and whether it is doubtful, from the largest fall on."""
    columns = ["name_en", "cumulative", "is_doubtful"]
    table = pd.DataFrame(rows, columns=columns).sort_values("cumulative")
    doubtful = table["is_doubtful"].astype(bool)
    return table.assign(name_zh=table["name_en"], due=-0.056, is_doubtful=doubtful)


@pytest.mark.parametrize(
    ("on", "rest", "title"),
    [
        (19, 11, "19 provinces on schedule, 11 not"),
        (1, 4, "1 province on schedule, 4 not"),
        (0, 5, "None of the 5 provinces judged is on schedule"),
        (5, 0, "All 5 provinces judged are on schedule"),
        (0, 0, "No province can be judged"),
    ],
)
def test_how_many_are_on_schedule(on, rest, title):
    states = pd.Series(["on_schedule"] * on + ["behind"] * rest + ["no_data", "withheld"])
    assert titles.tiles(states, EN) == title


def test_each_tier_says_how_many_of_it_are_doubtful():
    table = pd.DataFrame(
        {"state": ["on_schedule", "on_schedule", "behind", "no_data"], "is_doubtful": [1, 0, 1, 0]}
    )
    assert titles.counts(table, EN) == (
        "On schedule (III): 2, of them doubtful (※) 1; Strained (II): 1, of them doubtful (※) 1; "
        "Critical (I): 0, of them doubtful (※) 0; not to be judged: 1."
    )


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        ([("A", -0.3, 0), ("B", 0.1, 0)], "A fell most (30.0%), B rose most (10.0%)"),
        ([("A", -0.3, 0), ("B", -0.1, 0)], "A fell most (30.0%), B least (10.0%)"),
        ([("A", 0.3, 0), ("B", 0.1, 0)], "A rose most (30.0%), B least (10.0%)"),
        (
            [("X", -0.5, 1), ("A", -0.3, 0), ("B", 0.1, 0)],
            "Apart from doubtful ones (※), A fell most (30.0%), B rose most (10.0%)",
        ),
        (
            [("A", -0.3, 0), ("X", 0.0, 1), ("B", 0.1, 0)],
            "A fell most (30.0%), B rose most (10.0%)",
        ),
        (
            [("X", -0.5, 1), ("A", -0.3, 0)],
            "Apart from doubtful ones (※), A alone can be compared: it fell 30.0%",
        ),
        ([("X", -0.5, 1)], "Every province with data is doubtful (※): no comparison"),
    ],
)
def test_who_fell_and_who_rose_most(rows, title):
    assert titles.ranking(known(*rows), EN) == title


def test_a_size_keeps_its_side_of_what_is_due():
    found = titles.ranking(known(("A", -0.3, 0), ("B", -0.05599, 0)), EN)
    assert found == "A fell most (30.0%), B least (5.599%)"
    assert titles.ranking(known(("A", -0.3, 0), ("B", 0.0002, 0)), ZH).endswith("（0.02%）")
