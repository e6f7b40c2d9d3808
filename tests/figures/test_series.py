"""The rows of lines side by side say why a year has no point in one of them."""

import pytest

from carbonpeak.topics import registry
from carbonpeak.topics.registry import PAGE_OF
from carbonpeak.words.speaker import Speaker

NOT_ASKED, NOT_FOUND = "not applicable", "none found"


@pytest.mark.parametrize(
    ("name", "codes", "key", "expected"),
    [
        ("region_path", {"region": "210000"}, "path", {"2019": NOT_ASKED}),
        ("region_path", {"region": "210000"}, "intensity", {"2023": NOT_FOUND}),
        ("region_path", {"region": "210000", "year": "2021"}, "intensity", {"2022": NOT_ASKED}),
        ("region_path", {"region": "210000", "year": "2021"}, "standing", {"2022": NOT_ASKED}),
        ("sector_path", {"sector": "13", "year": "2021"}, "intensity", {"2022": NOT_ASKED}),
        ("nowcast", {}, "output", {"2021": NOT_ASKED}),
        ("nowcast", {}, "official", {"2023": NOT_FOUND}),
    ],
)
def test_what_is_not_asked_for_is_not_said_to_be_missing(data, name, codes, key, expected):
    """Before a line begins and after the year chosen nothing was looked for."""
    raw = {choice: [code] for choice, code in codes.items()}
    chosen = registry.chosen(data, PAGE_OF[name], raw)
    table = registry.figure(data, name, chosen, Speaker("en")).table
    years = [cell.text for cell in table.column("year").cells]
    said = dict(zip(years, (cell.text for cell in table.column(key).cells), strict=True))
    assert said | expected == said
