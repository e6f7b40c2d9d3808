"""Reading titles back: figures for many choices, numbers and words parsed without the product."""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.choices import AnyChoice, Choice, ManyChoice, Selection
from carbonpeak.figures.figure import Figure
from carbonpeak.topics import registry
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker

Codes = dict[str, str]
# Wider than this a Chinese title is too long; a Latin letter or digit is half a character.
WIDEST = 30
# A choice of more codes than this (provinces, divisions, years) is dealt out.
FEW = 6
# How many combinations of codes are looked at beside each code alone.
TOGETHER = 8
NUMBER = r"\d[\d,]*(?:\.\d+)?"
SHARE = r"(?P<{0}>[<>]?[\d.,]+%)"
# Words of direction in both languages, by the sign they claim.
SIGNS = {
    "fell": -1, "下降": -1,
    "rose": 1, "上升": 1, "增长": 1,
    "did not change": 0, "持平": 0,
}  # fmt: skip
MOVED = rf"(?P<moved>(?:fell|rose|下降|上升|增长) (?P<size>{NUMBER})%|did not change|持平)"


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
    """A figure as it was made: its choices as given and in full, its words, its rows by key."""

    name: str
    lang: str
    codes: Codes
    figure: Figure
    chosen: Selection

    @property
    def title(self) -> str:
        return self.figure.title

    @property
    def said(self) -> str:
        return f"{self.name} {self.lang} {self.codes}: {self.title}"

    @property
    def in_full(self) -> Codes:
        """The code of every choice of one that the figure depends on."""
        return {used: self.chosen.one(used) for used in registry.FIGURES[self.name].uses}

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The cells of every row by the key of their column."""
        columns = self.figure.table.columns
        return [
            {column.head.key: cell for column, cell in zip(columns, cells, strict=True)}
            for cells in zip(*(column.cells for column in columns), strict=True)
        ]

    def cells(self, key: str) -> list[Any]:
        """The cells of a column."""
        return list(self.figure.table.column(key).cells)

    def values(self, key: str) -> list[Any]:
        """The values of a column, missing ones left out."""
        return [cell.value for cell in self.cells(key) if cell.value is not None]


def made(data: Dataset, name: str, codes: Codes, lang: str) -> Read | None:
    """Return a figure for some choices, None where it shows nothing."""
    given = _given(data, name, codes)
    assert not given.notices, given.notices
    figure = registry.figure(data, name, given, Speaker(lang))
    return None if figure is None else Read(name, lang, codes, figure, given.values)


def every(
    data: Dataset, name: str, choices: Sequence[Codes], langs: Sequence[str] = LANGS
) -> Iterator[Read]:
    """Yield a figure for all of some choices in some languages, where it shows something."""
    return _read(data, name, ((codes, langs) for codes in choices))


def figures(
    data: Dataset,
    name: str,
    first: Codes | None = None,
    together: int = TOGETHER,
    held: Sequence[str] = (),
) -> Iterator[Read]:
    """Yield a figure for each code of its choices alone, and for some seeded combinations.

    All with the ``first`` codes beneath, of which those ``held`` never change. In both languages,
    but for the codes of a long choice: they are dealt out among the figures of a page.
    """
    return _read(data, name, samples(data, name, first or {}, together, held))


def samples(
    data: Dataset, name: str, first: Codes, together: int, held: Sequence[str] = ()
) -> list[tuple[Codes, Sequence[str]]]:
    """Return the choices a figure is looked at with and in which languages; none is refused."""
    controls = _given(data, name, first).controls
    free = [used for used in registry.FIGURES[name].uses if used not in held]
    codes = {used: _codes(controls[used].choice) for used in free}
    # Drawn by choice, so that figures of one page are asked alike and share what is dear.
    lots = {used: random.Random(used) for used in codes}
    mixed = [
        first | {used: lots[used].choice(some) for used, some in codes.items() if some}
        for _ in range(together)
    ]
    asked = [(first, LANGS), *((codes, LANGS) for codes in mixed)]
    for used, some in codes.items():
        asked += [(first | {used: one}, langs) for one, langs in _dealt(name, used, some)]
    known = {}
    for given, langs in asked:
        if not _given(data, name, given).notices:
            known.setdefault(tuple(sorted(given.items())), (given, langs))
    return list(known.values())


def _dealt(name: str, used: str, some: list[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the codes of a choice to read a figure with, and in which languages.

    Few codes in both. Of many every other one, in one language by turns: the next figure of the
    page with this choice reads those between, and all are read where it is the only one.
    """
    if len(some) <= FEW:
        yield from ((one, LANGS) for one in some)
        return
    sharing = [spec.name for spec in registry.PAGE_OF[name].figures if used in spec.uses]
    turns = cycle((lang,) for lang in LANGS)
    for place, one in enumerate(some):
        if len(sharing) == 1 or (place + sharing.index(name)) % 2 == 0:
            yield one, next(turns)


def _given(data: Dataset, name: str, codes: Codes) -> registry.Chosen:
    return registry.chosen(data, registry.PAGE_OF[name], registry.raw(tuple(codes.items())))


def _codes(choice: AnyChoice) -> list[str]:
    if isinstance(choice, ManyChoice):
        lots = random.Random(choice.name)
        sets = [",".join(sorted(lots.sample(choice.allowed, size))) for size in (2, 3, 5, 9)]
        return [*choice.allowed, *sets]
    return list(choice.allowed) if isinstance(choice, Choice) else []


def _read(data: Dataset, name: str, asked: Iterable[tuple[Codes, Sequence[str]]]) -> Iterator[Read]:
    for codes, langs in asked:
        found = (made(data, name, codes, lang) for lang in langs)
        yield from (read for read in found if read is not None)


def width(text: str) -> float:
    """Return how wide a title is: a full character counts one, a Latin letter or digit half."""
    return sum(1.0 if ord(one) > 0x2E7F or one in "※“”‘’—…" else 0.5 for one in text)


def printed(text: str) -> tuple[float, float]:
    """Return a number as it is printed, and half its last digit."""
    bare = re.sub("[%,]", "", text.replace("−", "-"))
    return float(bare), 0.5 * 10.0 ** -len(bare.partition(".")[2]) + 1e-9


def is_number(text: str, value: float, digits: int = 1) -> bool:
    """Return whether a printed number is a value, rounded to so many digits."""
    return abs(printed(text)[0] - value) <= 0.5 * 10.0**-digits + 1e-9


def is_size(text: str, value: float) -> bool:
    """Return whether a bare number of percent is a fraction's size, in the digits it shows."""
    number, half = printed(text)
    return abs(number - abs(100 * value)) <= half


def is_share(text: str, part: float, digits: int = 0) -> bool:
    """Return whether a printed share is a part of one; "<1%" is more than nothing and less."""
    if text[0] in "<>":
        bound = float(text[1:-1]) / 100
        return 0 < part < bound if text[0] == "<" else bound < part < 1
    return is_number(text, 100 * part, digits)


def agrees(found: "re.Match[str]", value: float) -> bool:
    """Return whether a word of direction and its size are those of a change, a fraction."""
    sign = next(sign for word, sign in SIGNS.items() if found["moved"].startswith(word))
    if sign == 0:
        return abs(value) < 5e-7
    return (
        sign == (1 if value > 0 else -1)
        and is_size(found["size"], value)
        and printed(found["size"])[0] > 0
    )


def read_by(
    reads: Iterable[Read], patterns: dict[str, str], check: Callable[..., None], *given: Any
) -> Claims:
    """Return what titles claim: what holds of all, that a pattern reads them, what is read.

    ``check`` notes claims about what the pattern of the language found, and takes what is given.
    """
    claims = Claims()
    for read in reads:
        plainly(claims, read)
        found = re.fullmatch(patterns[read.lang], read.title)
        if claims.that(found, f"unread: {read.said}") and found:
            check(claims, read, found.groupdict(), *given)
    return claims


def plainly(claims: Claims, read: Read) -> None:
    """Claim what holds of every title: short, one clause, no sign, no move by nothing."""
    title = read.title
    if read.lang == "zh":
        claims.that(width(title) <= WIDEST, f"wider than {WIDEST}: {read.said}")
        claims.that(not re.search("““|””|；", title), f"quotes or a second clause: {read.said}")
    if "回测" not in title and "err by" not in title:
        claims.that(not re.search(r"[−+]\d", title), f"a sign in a title: {read.said}")
    moved = r"[(（]0\.0%|0\.0% (?:above|below)|(?:fell|rose|下降|上升|增长) 0(?:\.0+)?%"
    claims.that(not re.search(moved, title), f"moved by nothing: {read.said}")
    claims.that("{" not in title, f"a place left open: {read.said}")


def assert_plain(read: Read) -> None:
    """Assert what holds of every title."""
    claims = Claims()
    plainly(claims, read)
    assert not claims.false, claims.false
