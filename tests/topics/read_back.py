"""Reading titles back: claims are counted and numbers parsed without the product's code."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.topics import registry
from carbonpeak.words.speaker import Speaker

# Wider than this a Chinese title is too long; a Latin letter or digit is half a character.
WIDEST = 30
SHARE = r"(?P<{0}>[<>]?[\d.,]+%)"


@dataclass
class Claims:
    """What was claimed, and what of it is not so."""

    made: int = 0
    false: list[str] = field(default_factory=list)

    def that(self, holds: object, what: str) -> bool:
        """Note a claim and whether it holds."""
        self.made += 1
        if not holds:
            self.false.append(what)
        return bool(holds)


@dataclass(frozen=True)
class Read:
    """A figure as it was made: its choices, its words, its rows by key."""

    name: str
    lang: str
    codes: dict[str, str]
    figure: Figure

    @property
    def said(self) -> str:
        return f"{self.name} {self.lang} {self.codes}: {self.figure.title}"

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The cells of every row by the key of their column."""
        columns = self.figure.table.columns
        return [
            {column.head.key: cell for column, cell in zip(columns, cells, strict=True)}
            for cells in zip(*(column.cells for column in columns), strict=True)
        ]

    def values(self, key: str) -> list[Any]:
        """The values of a column, missing ones left out."""
        return [row[key].value for row in self.rows if row[key].value is not None]


def made(data: Dataset, name: str, codes: dict[str, str], lang: str) -> Read | None:
    """Return a figure for some choices, None where it shows nothing."""
    given = registry.chosen(
        data, registry.PAGE_OF[name], {key: [one] for key, one in codes.items()}
    )
    assert not given.notices, given.notices
    figure = registry.figure(data, name, given, Speaker(lang))
    return None if figure is None else Read(name, lang, codes, figure)


def every(
    data: Dataset, name: str, choices: Sequence[dict[str, str]], langs: Sequence[str] = ("zh", "en")
) -> Iterator[Read]:
    """Return a figure for all of some choices in some languages, where it shows something."""
    for codes in choices:
        for lang in langs:
            read = made(data, name, codes, lang)
            if read is not None:
                yield read


def width(text: str) -> float:
    """Return how wide a title is: a full character counts one, a Latin letter or digit half."""
    return sum(1.0 if ord(one) > 0x2E7F or one in "“”‘’—…" else 0.5 for one in text)


def is_number(printed: str, value: float, digits: int = 1) -> bool:
    """Return whether a printed number is a value, in the digits that it shows."""
    found = float(re.sub(r"[%,]", "", printed.replace("−", "-")))
    return abs(found - value) <= 0.5 * 10.0**-digits + 1e-9


def is_share(printed: str, part: float, digits: int = 0) -> bool:
    """Return whether a printed share is a part of one; "<1%" is more than nothing and less."""
    if printed[0] in "<>":
        bound = float(printed[1:-1]) / 100
        return 0 < part < bound if printed[0] == "<" else bound < part < 1
    return is_number(printed, 100 * part, digits)


def plainly(claims: Claims, read: Read) -> None:
    """Claim what holds of every title: not too wide, no sign beside a word, no quotes in quotes."""
    title = read.figure.title
    if read.lang == "zh":
        claims.that(width(title) <= WIDEST, f"wider than {WIDEST}: {read.said}")
        claims.that(not re.search("““|””|；", title), f"quotes or a second clause: {read.said}")
    if "回测" not in title and "err by" not in title:
        claims.that(not re.search(r"[−+]\d", title), f"a sign in a title: {read.said}")
    claims.that(not re.search(r"[ (（]0\.0%", title), f"moved by nothing: {read.said}")
