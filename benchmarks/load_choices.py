"""What readers choose on Regions: the same for the product and for what it is held against."""

import random
from collections.abc import Iterator
from itertools import product
from urllib.parse import urlencode

from carbonpeak.domain.view import BASES

LANG = "en"
# A few provinces and none: what one reader asks for was mostly asked before by another.
REGIONS = ("", "110000", "320000", "360000", "440000")
YARDSTICKS = ("schedule", "annual")
TARGETS = ("national", "own")
YEARS = ("2021", "2022")
START = {
    "measure": "energy",
    "basis": "final",
    "yardstick": "schedule",
    "target": "national",
    "year": "2022",
    "region": "320000",
}
Choices = dict[str, str]


def walk(seed: int) -> Iterator[Choices]:
    """Yield what a reader has chosen after each choice: one thing other than before, at random."""
    chance = random.Random(seed)
    chosen = dict(START)
    while True:
        name = chance.choice(tuple(chosen))
        others = [code for code in _codes(name, chosen["measure"]) if code != chosen[name]]
        chosen[name] = chance.choice(others)
        if name == "measure":
            chosen["basis"] = next(iter(BASES[chosen["measure"]]))
        yield dict(chosen)


def every() -> list[Choices]:
    """Return all that can be chosen: what has been seen once is kept by every server."""
    rest = product(YARDSTICKS, TARGETS, YEARS, REGIONS)
    names = ("yardstick", "target", "year", "region")
    pairs = [(measure, basis) for measure, bases in BASES.items() for basis in bases]
    return [
        {"measure": measure, "basis": basis, **dict(zip(names, codes, strict=True))}
        for codes in rest
        for measure, basis in pairs
    ]


def query(chosen: Choices) -> str:
    """Return the choices as the query of a URL."""
    return urlencode({"lang": LANG, **chosen})


def _codes(name: str, measure: str) -> tuple[str, ...]:
    codes = {
        "measure": tuple(BASES),
        "basis": tuple(BASES[measure]),
        "yardstick": YARDSTICKS,
        "target": TARGETS,
        "year": YEARS,
        "region": REGIONS,
    }
    return codes[name]
