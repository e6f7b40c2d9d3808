"""What titles say, read back by expressions of our own, for many choices of every figure."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from carbonpeak.figures.choices import Choice, ManyChoice
from carbonpeak.topics import registry
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker

MARK = "※"
NUMBER = r"\d[\d,]*(?:\.\d+)?"
# Words of direction in both languages, by the sign they claim.
SIGNS = {
    "fell": -1, "下降": -1,
    "rose": 1, "上升": 1, "增长": 1,
    "did not change": 0, "持平": 0,
}  # fmt: skip
MOVED = rf"(?P<moved>(?:fell|rose|下降|上升|增长) (?P<size>{NUMBER})%|did not change|持平)"


@dataclass(frozen=True)
class Said:
    """A figure as it was made for some choices, and what its title claims."""

    lang: str
    chosen: dict
    figure: object
    values: object

    @property
    def title(self):
        return self.figure.title


def figures(data, name, first=(), count=12) -> Iterator[Said]:
    """Yield a figure for all codes of its choices one at a time, and some seeded combinations."""
    for given in samples(data, name, dict(first), count):
        for lang in LANGS:
            chosen = registry.chosen(
                data, registry.PAGE_OF[name], registry.raw(tuple(given.items()))
            )
            figure = registry.figure(data, name, chosen, Speaker(lang))
            if figure is not None:
                yield Said(lang, given, figure, chosen.values)


def samples(data, name, first, count) -> list[dict]:
    controls = registry.chosen(
        data, registry.PAGE_OF[name], registry.raw(tuple(first.items()))
    ).controls
    codes = {used: _codes(controls[used].choice) for used in registry.FIGURES[name].uses}
    every = [first] + [first | {used: code} for used in codes for code in codes[used]]
    lots = random.Random(name)
    every += [
        first | {used: lots.choice(some) for used, some in codes.items() if some}
        for _ in range(count)
    ]
    known = [one for one in every if not _refused(data, name, one)]
    return [dict(one) for one in dict.fromkeys(tuple(sorted(one.items())) for one in known)]


def _codes(choice) -> list[str]:
    if isinstance(choice, ManyChoice):
        lots = random.Random(choice.name)
        pairs = [",".join(sorted(lots.sample(choice.allowed, size))) for size in (2, 3, 5, 9)]
        return [*choice.allowed, *pairs]
    return [code for code in choice.allowed if code] if isinstance(choice, Choice) else []


def _refused(data, name, given) -> bool:
    raw = registry.raw(tuple(given.items()))
    return bool(registry.chosen(data, registry.PAGE_OF[name], raw).notices)


def width(title: str) -> float:
    """Return how long a Chinese title is: full width 1, half width 0.5."""
    return sum(1.0 if ord(sign) > 0x2E7F or sign in "※—“”‘’" else 0.5 for sign in title)


def is_size(text: str, value: float) -> bool:
    """Return whether a bare number of percent is a fraction's size, rounded to its decimals."""
    bare = text.replace(",", "")
    digits = len(bare.partition(".")[2])
    return abs(float(bare) - abs(100 * value)) <= 0.5 * 10.0**-digits + 1e-9


def agrees(found: "re.Match[str]", value: float) -> bool:
    """Return whether a word of direction and its size are those of a change, a fraction."""
    text = found["moved"]
    sign = next(sign for word, sign in SIGNS.items() if text.startswith(word))
    if sign == 0:
        return abs(value) < 5e-7
    return (
        sign == (1 if value > 0 else -1)
        and is_size(found["size"], value)
        and float(found["size"].replace(",", "")) > 0
    )


def cells(figure, key) -> list:
    """Return the cells of a column."""
    return list(figure.table.column(key).cells)


def assert_plain(said: Said) -> None:
    """Assert what holds of every title: no sign, no direction of nothing, short Chinese."""
    assert "−" not in said.title, said.title
    assert not re.search(r"(fell|rose|下降|上升|增长) 0(\.0+)?%", said.title), said.title
    assert "{" not in said.title
    assert said.lang == "en" or width(said.title) <= 30, (width(said.title), said.title)
