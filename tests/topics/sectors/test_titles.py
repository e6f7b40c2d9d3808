"""Titles of rankings say what their rows say, whatever the rows are."""

import pandas as pd
import pytest

from carbonpeak.topics.sectors import titles
from carbonpeak.words.speaker import Speaker

EN = Speaker("en")
COLUMNS = ["name", "energy_contribution", "energy_tce_start", "energy_tce_end", "is_doubtful"]


@pytest.mark.parametrize(
    ("rows", "scope", "title"),
    [
        (
            [("A", 0.02, 100, 120, False), ("B", -0.01, 100, 90, False)],
            "",
            "final energy rose 5.0%: A added most",
        ),
        (
            [("X", 0.03, 10, 40, True), ("A", 0.01, 100, 110, False)],
            "the 2 chosen divisions",
            "final energy of the 2 chosen divisions rose 36.4%: "
            "apart from doubtful ones (※), A added most",
        ),
        (
            [("X", 0.01, 10, 20, True), ("A", 0.02, 100, 120, False)],
            "",
            "final energy rose 27.3%: A added most",
        ),
        (
            [("A", -0.01, 100, 90, False), ("B", -0.02, 100, 80, False)],
            "",
            "final energy fell 15.0%: B took off most",
        ),
        ([("X", 0.03, 10, 40, True), ("Y", 0.01, 10, 20, True)], "", "final energy rose 200.0%"),
        ([("A", 0.01, 100, 110, False)], "the chosen division", "A: final energy rose 10.0%"),
    ],
)
def test_who_added_most_to_the_change_of_what_is_listed(rows, scope, title):
    named = pd.DataFrame(rows, columns=COLUMNS)
    assert titles.ranking(named, "energy_contribution", scope, "division", EN) == title
